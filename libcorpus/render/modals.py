"""Which modal words two wordings of one matter do not share: soll -> muss, prüfen -> einführen.

    Die Verwaltung [soll] [prüfen], ob …           soll, prüfen
    Wir [führen] eine Gesundheitskarte [ein].      führen … ein

Words of shall and must, of negation, of degree, and the verbs that say how far a step goes. They are marked for a
reader, who sees both wordings; what the change means is not for a program to say. A table that can be read and changed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

Span = tuple[int, int]
NONE: Final = "–"
# Each row is one word in its forms; forms of one row count as the same word.
_FORMS: Final = (
    r"soll(?:e|en|st|t|te|ten)?",
    r"mu(?:ss|ß)(?:te|ten)?|müss(?:en|t|te|ten)",
    r"kann|können|könnten?|konnten?",
    r"darf|dürfen|dürften?|durften?",
    r"will|wollen|wollten?|möchten?",
    r"nicht|nie|niemals|weder|kein(?:e|en|em|er|es)?",
    r"mindestens|wenigstens",
    r"höchstens|maximal",
    r"möglichst|gegebenenfalls|soweit\s+möglich",
    r"sofort|unverzüglich|umgehend",
    r"schrittweise|mittelfristig|langfristig",
    r"dauerhaft|unbefristet",
    r"vorübergehend|befristet",
    r"freiwillig",
    r"verpflichtend|verbindlich",
    r"grundsätzlich",
    r"ausnahmslos",
    r"(?:über)?(?:ge)?prüf(?:en|t|te|ten)|(?:über)?prüfung",
    r"(?:ge)?forder(?:n|t|te|ten)",
    r"(?:ge)?förder(?:n|t|te|ten)",
    r"(?:ge)?stärk(?:en|t|te|ten)",
    r"(?:ge)?senk(?:en|t|te|ten)",
    r"(?:ge)?kürz(?:en|t|te|ten)",
    r"(?:ge)?strich(?:en)?|streich(?:en|t)",
    r"(?:ge)?plan(?:en|t|te|ten)",
    r"begrüß(?:en|t|te|ten)",
    r"unterstütz(?:en|t|te|ten)",
    r"erhöh(?:en|t|te|ten)",
    r"erweiter(?:n|t|te|ten)",
    r"verdoppel(?:n|t|te|ten)",
    r"begrenz(?:en|t|te|ten)|beschränk(?:en|t|te|ten)",
    r"beend(?:en|et|ete|eten)",
    r"verbiet(?:en|et)|verboten",
    r"erlaub(?:en|t|te|ten)|gestatt(?:en|et)",
    r"ermöglich(?:en|t|te|ten)",
    r"erleichter(?:n|t|te|ten)",
    r"verpflicht(?:en|et|ete|eten)",
    r"empfehl(?:en|t)|empfiehlt|empfohlen",
    r"erwäg(?:en|t)|erwogen",
    r"verlang(?:en|t|te|ten)",
    r"erwart(?:en|et|ete|eten)",
    r"(?:ge)?w(?:e|i|o)rb(?:en|t)",
    r"garantier(?:en|t|te|ten)|gewährleist(?:en|et)",
)
# (what stands apart, the stem, the stem of the participle): führen … ein, einführen, einzuführen, eingeführt.
_PARTED: Final = (
    ("ein", "führ", "führ"),
    ("ein", "richt", "richt"),
    ("aus", "bau", "bau"),
    ("aus", "weit", "weit"),
    ("aus", "setz", "setz"),
    ("ab", "schaff", "schaff"),
    ("ab", "lehn", "lehn"),
    ("ab", "bau", "bau"),
    ("auf", "h[eo]b", "hob"),
    ("an", "streb", "streb"),
    ("um", "setz", "setz"),
    ("fort", "führ", "führ"),
    ("fort", "setz", "setz"),
    ("zu", "lass", "lass"),
)
_ENDINGS: Final = "(?:e|en|et|t|te|ten|ete|eten)"
_CLAUSE_ENDS: Final = r"(?=\s*(?:[.,;:!?…)]|$|(?:und|oder|sowie|aber)\b))"


def _parted(apart: str, stem: str, participle: str) -> str:
    together = rf"{apart}(?:zu)?{stem}(?:{_ENDINGS}|ung)?|{apart}ge{participle}(?:t|et|en)"
    # Two groups: what stands between is no part of the word. Nothing in it can match in two ways.
    return rf"(?:{together})\b|({stem}{_ENDINGS})\b[^.;:!?]{{1,200}}?\b({apart})\b{_CLAUSE_ENDS}"


# "Nicht-EU-Staaten" denies nothing: what hyphens join is a word of its own.
_WORDS: Final = tuple(
    re.compile(rf"(?i)(?<![\w-])(?:{form})(?![\w-])")
    for form in (*_FORMS, *(f"(?:{_parted(*row)})" for row in _PARTED))
)


@dataclass(frozen=True, slots=True)
class Modals:
    """The modal words that only one of two wordings has: where they stand in each, and how they read."""

    old: tuple[Span, ...]
    new: tuple[Span, ...]
    old_words: tuple[str, ...]
    new_words: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.old or self.new)

    def __str__(self) -> str:
        """Both sides in one line.

        >>> str(modals("Die Stadt soll prüfen, ob es Kurse gibt.", "Die Stadt führt Kurse ein."))
        'soll, prüfen → führt … ein'
        """
        return f"{', '.join(self.old_words) or NONE} → {', '.join(self.new_words) or NONE}"


def modals(old: str, new: str) -> Modals:
    """The modal words of each wording that the other one does not have in any form."""
    ours, theirs = _found(old), _found(new)
    only_old = [spans for row, several in ours.items() if row not in theirs for spans in several]
    only_new = [spans for row, several in theirs.items() if row not in ours for spans in several]
    return Modals(_flat(only_old), _flat(only_new), _words(old, only_old), _words(new, only_new))


def _found(text: str) -> dict[int, list[tuple[Span, ...]]]:
    """By the row of the table where its words stand; a word that stands apart has two spans."""
    found: dict[int, list[tuple[Span, ...]]] = {}
    for row, pattern in enumerate(_WORDS):
        for match in pattern.finditer(text):
            found.setdefault(row, []).append(tuple(_spans(match)))
    return found


def _spans(match: re.Match[str]) -> Iterator[Span]:
    groups = [match.span(group) for group in range(1, match.re.groups + 1) if match.group(group)]
    yield from groups or [match.span()]


def _flat(found: Sequence[tuple[Span, ...]]) -> tuple[Span, ...]:
    """All spans in the order of the text; where two words share letters the first one is marked."""
    flat: list[Span] = []
    for start, end in sorted(span for spans in found for span in spans):
        if not flat or start >= flat[-1][1]:
            flat.append((start, end))
    return tuple(flat)


def _words(text: str, found: Sequence[tuple[Span, ...]]) -> tuple[str, ...]:
    """How the words read, each once, in the order of the text."""
    return tuple(dict.fromkeys(" … ".join(text[start:end] for start, end in spans) for spans in sorted(found)))
