"""What stands on a page: words with their places, and the lines of print made of them.

    Word("Stadt", x0=72.0, x1=98.4, y=120.5, …)      y grows downwards, in points of 1/72 inch
    Line(page 3, words, number 94)

Knows no file format.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple


class Style(NamedTuple):
    """How words are set. ``colour`` is 0xRRGGBB; ``symbols``: a font of signs, whose letters are none."""

    font: str
    bold: bool
    italic: bool
    colour: int
    symbols: bool


class Word(NamedTuple):
    """Characters without white space, set in one style, from ``x0`` to ``x1`` on the baseline ``y``.

    ``blank``: white space stands before it in the file. ``hidden`` is the kind as which it is left out, or empty.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    style: Style
    blank: bool = True
    hidden: str = ""

    @property
    def seen(self) -> bool:
        """Whether it is read: a person sees it, or a machine recognised it in a picture."""
        return self.hidden in ("", "recognised")


@dataclass(frozen=True, slots=True)
class Page:
    """A page, from 1. ``notes`` are texts of annotations; ``scanned``: a picture covers it.

    ``dots`` are small filled shapes, as some programs draw bullets: left, right and middle height of each.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    notes: tuple[str, ...] = ()
    scanned: bool = False
    dots: tuple[tuple[float, float, float], ...] = ()


@dataclass(frozen=True, eq=False)
class Line:
    """A line of print: words from left to right in one column; ``number`` is what print says in the margin.

    A line without words is an empty one that print numbers all the same. ``dot`` is where a bullet is drawn.
    """

    page: int
    column: int
    y: float
    words: tuple[Word, ...]
    number: int | None = None
    dot: float | None = None

    @cached_property
    def x0(self) -> float:
        """The left end."""
        return self.words[0].x0 if self.words else 0.0

    @cached_property
    def x1(self) -> float:
        """The right end."""
        return max((word.x1 for word in self.words), default=0.0)

    @cached_property
    def size(self) -> float:
        """The size that most of its characters have."""
        if len({word.size for word in self.words}) == 1:
            return self.words[0].size
        return main_size(self.words)

    @cached_property
    def bold(self) -> bool:
        """Whether all its letters are bold; a bullet or a mark may be plain."""
        bold = sum(len(word.text) for word in self.words if word.style.bold)
        return bold > 0 and all(word.style.bold or not any(map(str.isalpha, word.text)) for word in self.words)

    @cached_property
    def look(self) -> tuple[bool, int]:
        """Whether all is italic, and the colour that most of it has."""
        colours: Counter[int] = Counter()
        for word in self.words:
            colours[word.style.colour] += len(word.text)
        italic = bool(self.words) and all(word.style.italic for word in self.words)
        return italic, colours.most_common(1)[0][0] if colours else 0

    @cached_property
    def text(self) -> str:
        """The words, with a blank wherever one is seen."""
        return spaced(self.words)

    def without(self, count: int) -> "Line":
        """The line without its first words."""
        return replace(self, words=self.words[count:])

    def numbered(self, number: int | None) -> "Line":
        """The line with its printed number."""
        return replace(self, number=number)

    def dotted(self, dots: Sequence[tuple[float, float, float]]) -> "Line":
        """The line with the bullet that is drawn before it, if one is."""
        for left, right, y in dots:
            near = -1 <= self.x0 - right <= _DOT_ROOM * self.size and 0 <= self.y - y <= _DOT_HEIGHT * self.size
            if near:
                return replace(self, dot=left)
        return self


def main_size(words: Iterable[Word]) -> float:
    """The size that most characters of words have."""
    # Asked of whole books: a plain dictionary takes half the time of a Counter.
    sizes: dict[float, int] = {}
    for word in words:
        size = word.size
        sizes[size] = sizes.get(size, 0) + len(word.text)
    return max(sizes, key=sizes.__getitem__) if sizes else 0.0


# How far left of a line, and how far above its baseline, a drawn bullet stands.
_DOT_ROOM, _DOT_HEIGHT = 3.0, 0.8
# Narrower than this share of the size is no gap between words: kerning, a change of style inside a word.
_GAP = 0.14


def spaced(words: tuple[Word, ...]) -> str:
    """The text of words side by side."""
    parts: list[str] = []
    for index, word in enumerate(words):
        if index and (word.blank or word.x0 - words[index - 1].x1 > _GAP * max(word.size, words[index - 1].size)):
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)
