r"""A comparison as Markdown, for a wiki or a mail: section by section, what changed, with both lines.

    ## Sprache öffnet Türen

    **geändert**, Z. 15-16 → Z. 24-25

    > Die Stadt <del>soll</del> <ins>muss</ins> bis <del>2015</del> <ins>2020</ins> …

Words that differ stand in ``<del>`` and ``<ins>``, which every wiki knows: ``**`` opens no emphasis before a comma
or inside a word. Whatever a reader of Markdown would take for markup in the words is escaped (``\*innen``).
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final

from libcorpus.align import LinkKind, WordChange
from libcorpus.flows.comparing import Comparison, Side
from libcorpus.model.document import BlockKind
from libcorpus.model.harmless import harmless
from libcorpus.render.placing import Role
from libcorpus.render.rows import Cell, Row, Section, sections_of
from libcorpus.render.saying import computed, details, fromto, is_german, lines, names, quoted, tally, title, unchanged

# Backslash first: it must not escape what is put in here. ``$`` opens a formula and ``~`` strikes in many wikis.
_MARKUP: Final = re.compile(r"[\\`*_\[\]<>~|$&]")
# What begins a list, a heading, a quote, a rule or an underline at the start of a line.
_LEAD: Final = re.compile(r"(\d{1,9})([.)])(?=\s|$)|([-+=#])")
_DEEPEST: Final = 6


def escape_markdown(text: str) -> str:
    r"""Words that read as themselves in Markdown, also at the start of a line; control characters are spelled out.

    >>> print(escape_markdown("1. Januar: Migrant*innen <b>"))
    1\. Januar: Migrant\*innen \<b\>
    """
    escaped = _MARKUP.sub(lambda match: "\\" + match.group(), harmless(text))
    lead = _LEAD.match(escaped)
    if lead is None:
        return escaped
    return f"{lead[1]}\\{lead[2]}{escaped[lead.end() :]}" if lead[1] else "\\" + escaped


def render_markdown(comparison: Comparison, lang: str, ignore: Collection[str] = ()) -> str:
    """The whole report; what is unchanged is counted, not shown."""
    return "\n".join(_report(comparison, "de" if is_german(lang) else "en", ignore)) + "\n"


def _report(comparison: Comparison, lang: str, ignore: Collection[str]) -> Iterator[str]:
    german = lang == "de"
    sections = sections_of(comparison, ignore)
    yield f"# {'Synopse' if german else 'Synopsis'}"
    yield ""
    for key, side in (("alt" if german else "old", comparison.old), ("neu" if german else "new", comparison.new)):
        yield f"- **{key}:** {_side(side, lang)}"
    counts = sum((section.counts() for section in sections), start=Counter[str]())
    yield from ("", tally(counts, lang))
    for section in sections:
        yield from _section(section, lang)


def _side(side: Side, lang: str) -> str:
    said = escape_markdown(title(side))
    more = escape_markdown(details(side, lang))
    parts = ", ".join(escape_markdown(part.title) for part in side.parts)
    numbers = ("Zeilen berechnet" if lang == "de" else "lines computed") if computed(side) else ""
    return said + "".join(f" ({words})" for words in (more, parts, numbers) if words)


def _section(section: Section, lang: str) -> Iterator[str]:
    if section.title:
        yield from ("", f"{'#' * min(section.depth + 2, _DEEPEST)} {escape_markdown(section.title)}")
    heading = section.heading
    if heading and not heading.is_plain:
        yield from _row(heading, lang, named=heading.speaks_for_itself)
    plain = sum(row.is_plain for row in section.rows)
    for row in section.rows:
        if not row.is_plain:
            yield from _row(row, lang)
    if plain:
        yield from ("", f"*{unchanged(plain, lang)}*")


def _row(row: Row, lang: str, named: bool = False) -> Iterator[str]:
    if row.role is Role.REST or (row.role is Role.AWAY and row.run):
        # The first part shows them all.
        return
    if row.role is Role.AWAY:
        yield from ("", f"**{names(row, lang)}** {escape_markdown(fromto(row, lang))}: {_opening(row.old, lang)}")
        return
    yield from ("", f"**{names(row, lang)}**{_where(row, lang)}")
    if named:
        return
    yield ""
    if row.landmark and row.link.kind is LinkKind.REMOVED:
        yield f"> *{'alter Abschnitt' if lang == 'de' else 'old section'}: {escape_markdown(row.landmark)}*"
        yield ">"
    yield from _words(row)


def _where(row: Row, lang: str) -> str:
    if row.link.moved:
        return " " + escape_markdown(fromto(row, lang))
    return ", " + escape_markdown(" → ".join(lines(cell, lang) for cell in (row.old, row.new) if cell))


def _opening(cell: Cell | None, lang: str) -> str:
    """The first words of what went away, enough to know it by."""
    words = cell.sentences[0].text.split(" ") if cell else []
    return quoted(escape_markdown(" ".join(words[:6])) + (" …" if len(words) > 6 else ""), lang)


def _words(row: Row) -> Iterator[str]:
    """The words in a quote: whole ones that are gone or new, or both wordings as one with what differs marked."""
    old, new = (" ".join(said.text for said in cell.sentences) if cell else "" for cell in (row.old, row.new))
    whole = row.link.kind in (LinkKind.REMOVED, LinkKind.ADDED) or bool(row.change and row.change.replaced)
    if whole:
        both = [(old, "del")] * bool(old) + [(new, "ins")] * bool(new)
        yield "> " + "\\\n> ".join(f"{_label(row)}<{tag}>{escape_markdown(text)}</{tag}>" for text, tag in both)
    elif row.change is None:
        yield f"> {_label(row)}{escape_markdown(new)}"
    else:
        yield f"> {_label(row)}{_woven(old, new, row.change)}"


def _label(row: Row) -> str:
    """A bullet, number or note mark, as plain characters."""
    cell = row.new or row.old
    said = cell.sentences[0] if cell else None
    if said is None or not said.opens or said.block.kind not in (BlockKind.ITEM, BlockKind.NOTE):
        return ""
    return escape_markdown(said.block.label or "•") + " "


def _woven(old: str, new: str, change: WordChange) -> str:
    """The new wording with what is gone before what came in its place.

    >>> from libcorpus.align import word_spans
    >>> old, new = "Bis 2030 bauen wir Schulen.", "Bis 2035 bauen wir Schulen."
    >>> print(_woven(old, new, word_spans(old, new)))
    Bis <del>2030</del> <ins>2035</ins> bauen wir Schulen.
    """
    result, done = "", 0
    for one in change.changes:
        result += _inner(new[done : one.new[0]], bool(result))
        gone, come = old[slice(*one.old)], new[slice(*one.new)]
        # An empty span stands right behind the word before it, so the blanks around what is gone come from the old.
        parted = one.old[0] == 0 or old[one.old[0] - 1].isspace()
        before = " " if gone and parted and result and not result[-1].isspace() else ""
        result += before + (f"<del>{_inner(gone)}</del>" if gone else "")
        result += (" " if gone and come and parted else "") + (f"<ins>{_inner(come)}</ins>" if come else "")
        after = new[one.new[1] : one.new[1] + 1]
        result += " " if gone and not come and after and not after.isspace() and _parted_after(old, one.old[1]) else ""
        done = one.new[1]
    return result + _inner(new[done:], bool(result))


def _parted_after(text: str, place: int) -> bool:
    return text[place : place + 1].isspace()


def _inner(text: str, inside: bool = True) -> str:
    """Escaped words; ``inside`` a line nothing can read as the start of a list or a heading."""
    return _MARKUP.sub(lambda match: "\\" + match.group(), harmless(text)) if inside else escape_markdown(text)
