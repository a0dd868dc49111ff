"""Which words of a sentence to quote, so that a change is found on its printed lines and nothing else is.

    old   Asylsuchende sollen nach spätestens [zwölf] Monaten in eine eigene Wohnung ziehen können.
    quote „spätestens zwölf Monaten“ -> „spätestens sechs Monaten“, Z. 31

Changes that stand close together are one quote. Knows one old document and the words that differ.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from libcorpus.align.words import Change
from libcorpus.model.document import Document
from libcorpus.model.lines import LineSpan

Position = tuple[int, int]
"""A sentence, from 0, and a character in it, from 0."""

# Between two changes with at most so many words, one quote reads better than two.
_NEAR: Final = 3
_WORD: Final = re.compile(r"\S+")


class Print:
    """A document with the places where its lines of print begin, so that many quotes can be looked for in it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.starts = [start.position for start in document.lines]

    def holds_once(self, first: Position, last: Position, words: str) -> bool:
        """Whether words stand only once on the printed lines from one character to another."""
        sentences = self.document.sentences
        low, high = bisect_right(self.starts, first) - 1, bisect_right(self.starts, last)
        begin = self.starts[low] if low >= 0 else (first[0], 0)
        end = self.starts[high] if high < len(self.starts) else (len(sentences), 0)
        parts = list(sentences[begin[0] : end[0] + 1])
        if end[0] < len(sentences) and parts:
            parts[-1] = parts[-1][: end[1]]
        if parts:
            parts[0] = parts[0][begin[1] :]
        return " ".join(parts).count(words) <= 1


Positions = Callable[[int], Position]
"""Where a character of the joined sentences stands."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One change as it is quoted, at a sentence and a character of the old text.

    ``kind`` is ``replace-words``: ``old`` becomes ``new``; ``strike-words``: ``old`` goes; ``insert-after`` or
    ``insert-before``: ``new`` comes behind or before ``old``, which stays. The printed lines are those of ``old``.
    """

    kind: str
    sentence: int
    offset: int
    lines: LineSpan | None
    old: str
    new: str


def quotes(page: Print, sentences: Sequence[int], old: str, new: str, changes: Sequence[Change]) -> Iterator[Quote]:
    """The quotes for what differs between the joined old sentences and the new words, in order."""
    document = page.document
    starts = list(accumulate((len(document.sentences[index]) + 1 for index in sentences[:-1]), initial=0))

    def position(character: int) -> Position:
        place = bisect_right(starts, character) - 1
        own = sentences[place]
        return own, min(character - starts[place], len(document.sentences[own]) - 1)

    groups = _groups(old, changes)
    for number, group in enumerate(groups):
        low = groups[number - 1][-1].old[1] if number else 0
        high = groups[number + 1][0].old[0] if number + 1 < len(groups) else len(old)
        yield _quote(page, position, _Window(old, new, group[0], group[-1], low, high))


def _groups(old: str, changes: Sequence[Change]) -> list[list[Change]]:
    groups: list[list[Change]] = []
    for change in changes:
        if groups and len(_WORD.findall(old[groups[-1][-1].old[1] : change.old[0]])) <= _NEAR:
            groups[-1].append(change)
        else:
            groups.append([change])
    return groups


@dataclass(frozen=True, slots=True)
class _Window:
    """From the first to the last change of a group; the words around it are the same on both sides."""

    old: str
    new: str
    first: Change
    last: Change
    low: int
    high: int

    @property
    def gone(self) -> str:
        return self.old[self.first.old[0] : self.last.old[1]]

    @property
    def come(self) -> str:
        return self.new[self.first.new[0] : self.last.new[1]]

    def left(self, count: int) -> tuple[int, int]:
        """Where the quote begins on both sides with ``count`` words before the change."""
        return (
            _back(self.old, self.first.old[0], count, self.low),
            _back(self.new, self.first.new[0], count, 0),
        )

    def right(self, count: int) -> tuple[int, int]:
        """Where the quote ends on both sides with ``count`` words behind the change."""
        return (
            _on(self.old, self.last.old[1], count, self.high),
            _on(self.new, self.last.new[1], count, len(self.new)),
        )

    @property
    def most(self) -> int:
        """How many words there are around it."""
        before = self.old[self.low : self.first.old[0]]
        behind = self.old[self.last.old[1] : self.high]
        return max(len(_WORD.findall(before)), len(_WORD.findall(behind)), 1)


def _back(text: str, place: int, count: int, low: int) -> int:
    """The start of the word that stands ``count`` words before a place."""
    words = [match.start() + low for match in _WORD.finditer(text[low:place])]
    return words[max(0, len(words) - count)] if words and count else place


def _on(text: str, place: int, count: int, high: int) -> int:
    """The end of the word that stands ``count`` words behind a place."""
    words = [match.end() + place for match in _WORD.finditer(text[place:high])]
    return words[min(count, len(words)) - 1] if words and count else place


def _quote(page: Print, position: Positions, window: _Window) -> Quote:
    """Words that only go are quoted alone, if they can be told; words that come, with what stands around them."""

    def fits(a: int, b: int) -> bool:
        return page.holds_once(position(a), position(b - 1), window.old[a:b])

    def made(kind: str, a: int, b: int, new: str) -> Quote:
        first, last = position(a), position(b - 1)
        return Quote(kind, *first, page.document.lines_between(first, last), window.old[a:b], new)

    start, end = window.first.old[0], window.last.old[1]
    if not window.come and fits(start, end):
        return made("strike-words", start, end, "")
    if not window.gone:
        kind = "insert-after" if window.old[:start].strip() else "insert-before"
        counts = range(2, max(window.most, 2) + 1)
        options = ((window.left(n)[0], start) if kind == "insert-after" else _ahead(window, n) for n in counts)
        return made(kind, *_first(options, fits), window.come)
    sides = [(window.left(n), window.right(n)) for n in range(1, window.most + 1)]
    a, b = _first(((left[0], right[0]) for left, right in sides), fits)
    (_, c), (_, d) = next(one for one in sides if (one[0][0], one[1][0]) == (a, b))
    return made("replace-words", a, b, window.new[c:d])


def _ahead(window: _Window, count: int) -> tuple[int, int]:
    """The first words of a sentence, before which something is put."""
    start = window.first.old[0]
    begin = start + len(window.old[start:]) - len(window.old[start:].lstrip())
    return begin, window.right(count)[0]


def _first(options: Iterable[tuple[int, int]], fits: Callable[[int, int], bool]) -> tuple[int, int]:
    """The first that fits, or the last of all, which is the widest."""
    option = (0, 0)
    for option in options:
        if fits(*option):
            break
    return option
