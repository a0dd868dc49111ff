"""What a report says of a row, in German or English: what happened, from where to where, and how often.

    names(row)    "geändert und verschoben"
    fromto(row)   "von Z. 53-54 nach Z. 54-55"
    tally(...)    "35 unverändert, 19 geändert, 8 verschoben"

Knows rows and two languages; no marks, and no markup of any kind of file.
"""

from collections.abc import Mapping
from typing import Final

from libcorpus.flows.comparing import Side
from libcorpus.model.harmless import harmless
from libcorpus.render.account import LABELS
from libcorpus.render.marking import spans_text
from libcorpus.render.placing import Role
from libcorpus.render.rows import Cell, Row

FORMS: Final = {
    "heading": ("heading", "Überschrift"),
    "paragraph": ("paragraph", "Absatz"),
    "item": ("item", "Punkt"),
    "quote": ("quote", "Zitat"),
    "note": ("note", "Fußnote"),
    "table": ("table", "Tabelle"),
}


def is_german(lang: str) -> bool:
    """Whether a report is to be in German; every other language gets English."""
    return lang.split("-")[0] == "de"


def names(row: Row, lang: str) -> str:
    """What happened in a row, a move last; a changed form of a kept sentence and a further part are named as well."""
    german = is_german(lang)
    said = [LABELS[kind][german] for kind in row.kinds]
    if row.form and row.old and row.new:
        said.insert(0, _form(row.old, row.new, german))
    rest = (", weiterer Teil" if german else ", further part") if row.role is Role.REST else ""
    return (" und " if german else " and ").join(said) + rest


def _form(old: Cell, new: Cell, german: bool) -> str:
    before, after = old.sentences[0].block, new.sentences[0].block
    if before.kind is after.kind:
        word = "Ebene" if german else "level"
        return f"{word} {before.level} → {after.level}"
    return f"{FORMS[before.kind.value][german]} → {FORMS[after.kind.value][german]}"


def lines(cell: Cell | None, lang: str) -> str:
    """The printed lines of a cell, ``Z. 94-99`` or ``l. 94-99``; with the resolution where there are several."""
    german = is_german(lang)
    if cell is None or not cell.lines:
        where = "ohne Zeile" if german else "no line"
    else:
        where = f"{'Z.' if german else 'l.'} {spans_text(cell.lines)}"
    return f"{where} ({harmless(cell.part)})" if cell and cell.part else where


def fromto(row: Row, lang: str) -> str:
    """From where to where something moved; stands behind ``names``, which ends with the move."""
    old, new = lines(row.old, lang), lines(row.new, lang)
    return f"von {old} nach {new}" if is_german(lang) else f"from {old} to {new}"


def quoted(words: str, lang: str) -> str:
    """Words in the quotation marks of the language.

    >>> quoted("20", "de"), quoted("20", "en")
    ('„20“', '“20”')
    """
    return f"„{words}“" if is_german(lang) else f"“{words}”"


def tally(counts: Mapping[str, int], lang: str) -> str:
    """How many of each kind, in the order of the labels; kinds that are not there are left out."""
    german = is_german(lang)
    return ", ".join(f"{counts[key]} {labels[german]}" for key, labels in LABELS.items() if counts.get(key))


def unchanged(count: int, lang: str) -> str:
    """How many sentences were folded away."""
    if is_german(lang):
        return f"{count} {'Satz' if count == 1 else 'Sätze'} unverändert"
    return f"{count} sentence{'' if count == 1 else 's'} kept"


def title(side: Side) -> str:
    """What a side is called: its title, or the name of a draft or an assembly."""
    if side.resolution is not None:
        return harmless(side.resolution.title)
    return harmless(side.name)


def details(side: Side, lang: str) -> str:
    """Who adopted a side and when, as a citation says it, with its id; empty for a draft."""
    if side.resolution is None:
        return ""
    one = side.resolution
    german = is_german(lang)
    date = one.adopted_on.german() if german else str(one.adopted_on)
    agenda = (f"TOP {one.agenda_item}" if german else f"item {one.agenda_item}") if one.agenda_item else ""
    return harmless(", ".join(part for part in (one.body, date, agenda, side.name) if part))


def computed(side: Side) -> bool:
    """Whether the line numbers of a side were computed by the rule and do not come from print."""
    return side.resolution is not None and side.resolution.rendition.numbers == "computed"
