"""What marks of changed words do to numbers, dates, amounts, gendered forms and compounds with hyphens.

    old  … zahlt 1,5 Mio. Euro für Mieter*innen …         marked [1,5] and [3], or [*] and [:]:   cut
    new  … zahlt 3 Mio. Euro für Mieter:innen …           marked [1,5 Mio. Euro] and [3 Mio. Euro]: whole

Such a piece is cut if some of its letters are marked and others are not. Whether a mark begins or ends between two
letters that no blank parts is counted as well: that is the reading which nobody can defend. What the pieces are is said
here once more and not taken from the engine, so that it is not judged by its own idea of a piece.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from random import Random

from benchmarks.align.inputs import Case
from benchmarks.align.rivals import git_word_lines
from libcorpus.align import word_spans

__all__ = ["MARKERS", "Cuts", "counted", "forms", "reworded"]

Span = tuple[int, int]
Marks = tuple[list[Span], list[Span]]
"""Marked places of the old and of the new sentence."""
SentencePair = tuple[str, str]
Marker = Callable[[Sequence[SentencePair]], list[Marks]]

_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_PIECE = re.compile(
    rf"\b\d{{1,2}}\. ?(?:{_MONTHS})(?: \d{{4}})?\b"
    r"|\b\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?"
    r"|\b\w*[a-zäöüß](?:[*:_]|/-?|\()[iI]n(?:nen)?\b\)?(?:-?\w+)*|\b\w*[a-zäöüß]In(?:nen)?\b"
    r"|\b\d+(?:,\d+)?(?:-\w+)+|\b[^\W\d_]\w*(?:-\w+)+"
    r"|\b\d+(?:[.,]\d+)*(?: \d{3}\b)*(?: (?:Tausend|Mio\.|Mrd\.|Millionen|Milliarden))?(?: ?(?:Euro\b|Prozent\b|%|€))?"
)


@dataclass
class Cuts:
    """Counts for one way of marking: links in which something is cut, pieces that are, and those cut inside a word."""

    links: int = 0
    pieces: int = 0
    inside: int = 0
    marks: int = 0

    def add(self, pair: SentencePair, marks: Marks) -> None:
        """Count one reworded link."""
        before = self.pieces
        for text, spans in zip(pair, marks, strict=True):
            self._add(text, spans)
        self.links += self.pieces > before

    def _add(self, text: str, spans: Sequence[Span]) -> None:
        marked = {place for start, end in spans for place in range(start, end)}
        self.marks += len(spans)
        for match in _PIECE.finditer(text):
            letters = [place for place in range(*match.span()) if not text[place].isspace()]
            hit = [place in marked for place in letters]
            if any(hit) and not all(hit):
                self.pieces += 1
                ends = zip(letters, letters[1:], hit, hit[1:], strict=False)
                self.inside += any(b == a + 1 and x != y for a, b, x, y in ends)


def counted(pairs: Sequence[SentencePair], marker: Marker) -> Cuts:
    """How often a way of marking cuts in these pairs of sentences."""
    cuts = Cuts()
    for pair, marks in zip(pairs, marker(pairs), strict=True):
        cuts.add(pair, marks)
    return cuts


def reworded(cases: Iterable[Case]) -> list[SentencePair]:
    """The pairs of sentences that were reworded, neither split nor merged, by the truth."""
    found = []
    for case in cases:
        olds, news = Counter(i for i, _ in case.links), Counter(j for _, j in case.links)
        once = {(i, j) for i, j in case.links if olds[i] == 1 == news[j]}
        found += [(case.old[i], case.new[j]) for i, j in sorted(once) if case.old[i] != case.new[j]]
    return found


def _libcorpus(pairs: Sequence[SentencePair]) -> list[Marks]:
    found = [word_spans(old, new) for old, new in pairs]
    return [(list(change.old), list(change.new)) for change in found]


def _difflib_words(pairs: Sequence[SentencePair]) -> list[Marks]:
    return [_by_difflib(_words(old), _words(new), old, new) for old, new in pairs]


def _difflib_letters(pairs: Sequence[SentencePair]) -> list[Marks]:
    return [
        _by_difflib([(k, k + 1) for k in range(len(a))], [(k, k + 1) for k in range(len(b))], a, b) for a, b in pairs
    ]


def _by_difflib(old: list[Span], new: list[Span], old_text: str, new_text: str) -> Marks:
    a, b = [old_text[slice(*span)] for span in old], [new_text[slice(*span)] for span in new]
    marks: Marks = ([], [])
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            marks[0].extend([(old[i1][0], old[i2 - 1][1])] if i1 < i2 else [])
            marks[1].extend([(new[j1][0], new[j2 - 1][1])] if j1 < j2 else [])
    return marks


def _words(text: str) -> list[Span]:
    return [match.span() for match in re.finditer(r"\S+", text)]


def _git_words(pairs: Sequence[SentencePair]) -> list[Marks]:
    """The text as git sees it: one sentence a line, all pairs in one file."""
    found: list[Marks] = [([], []) for _ in pairs]
    places = [[(k, span) for k, pair in enumerate(pairs) for span in _words(pair[side])] for side in (0, 1)]
    at = [0, 0]
    for line in git_word_lines([old for old, _ in pairs], [new for _, new in pairs]):
        count = len(line[1:].split())
        for side, sign in ((0, "-"), (1, "+")):
            if line[:1] in (" ", sign):
                taken = places[side][at[side] : at[side] + count]
                at[side] += count
                if line[:1] == sign:
                    _mark(found, side, taken)
    return found


def _mark(found: list[Marks], side: int, words: Sequence[tuple[int, Span]]) -> None:
    """Words in a row of one sentence are one mark."""
    last = -1
    for k, (start, end) in words:
        if k == last:
            found[k][side][-1] = (found[k][side][-1][0], end)
        else:
            found[k][side].append((start, end))
        last = k


MARKERS: dict[str, Marker] = {
    "libcorpus": _libcorpus,
    "difflib words": _difflib_words,
    "difflib letters": _difflib_letters,
    "git --word-diff": _git_words,
}

_ACTORS = "die Stadt|der Kreis|das Land|die Gemeinde|der Verband".split("|")
_DATES = "1. Januar 2026|15. März 2027|31. Dezember 2028|7.3.2027|15.09.2028|1. August|30. Juni 2030".split("|")
_AMOUNTS = (
    "1,5 Mio. Euro|3 Mio. Euro|12 Millionen Euro|1.200 Euro|1.250 Euro|12 000 Euro|20 Prozent|42 %|45 %|"
    "2,5 Milliarden Euro"
).split("|")
_PEOPLE = (
    "Mieter*innen|Mieter:innen|Schüler*innen|Schüler/-innen|Lehrer(innen)|EinwohnerInnen|Pfleger_innen|Bürger:innen"
).split("|")
_COMPOUNDS = (
    "Kita-Beitrag|Ganztags-Angebot|1,5-Grad-Ziel|1,7-Grad-Ziel|Nicht-EU-Programm|S-Bahn-Ticket|E-Bus-Netz|50-Cent-Ticket"
).split("|")
_ENDS = "im Rahmen des Haushalts|gemeinsam mit den Verbänden|ohne neue Schulden|nach Anhörung des Rates".split("|")


def forms(seed: int, count: int) -> list[SentencePair]:
    """Pairs of made-up sentences in which dates, amounts, gendered forms and compounds changed."""
    draw = Random(seed)
    kinds = (_DATES, _ACTORS, _AMOUNTS, _PEOPLE, _COMPOUNDS, _ENDS)
    found = []
    for _ in range(count):
        old = [draw.choice(kind) for kind in kinds]
        new = list(old)
        for k in draw.sample(range(len(kinds)), draw.randrange(1, 4)):
            new[k] = draw.choice([other for other in kinds[k] if other != old[k]])
        found.append((_sentence(old), _sentence(new)))
    return found


def _sentence(words: Sequence[str]) -> str:
    date, actor, amount, people, compound, end = words
    return f"Bis zum {date} gibt {actor} {amount} für {people} und das {compound}, {end}."
