"""Counts and breaks a text as a reader does: an emoji family or an e with two accents is one character.

    "Rom👨‍👩‍👧-Ja"   ->   shape "xxxx-xx", offsets 0 1 2 3 8 9 10 11

The shape has one character for each grapheme cluster: a blank and a hyphen stand for
themselves, everything else is some other character. So a rule that counts clusters can
be written over plain strings: here the one that breaks lines. Knows no documents and no line numbers.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# Characters that never join with a neighbour out of this set: Latin, Greek, Cyrillic, general punctuation without
# the joiners, currency, arrows, dingbats. Most German texts have nothing else, and \X costs an import of 13 ms.
# No carriage return (CR LF is one cluster), no U+200C and U+200D, no combining marks (U+0300.., U+20D0..).
_JOINING: Final = re.compile("[^\x00-\x0c\x0e-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u200b\u200e-\u20cf\u2100-\u2bff]")

_PIECE: Final = re.compile("[^ -]*(?:- *| +|$)")


@dataclass(frozen=True, slots=True)
class Shape:
    """A text as one character for each cluster; ``offsets`` (None: all are single) has the code point offset of each
    cluster and, at its end, the length of the text."""

    clusters: str
    offsets: tuple[int, ...] | None = None

    @classmethod
    def of(cls, text: str) -> "Shape":
        r"""The shape of a text.

        >>> Shape.of("für"), Shape.of("e\u0301 a")
        (Shape(clusters='für', offsets=None), Shape(clusters='x a', offsets=(0, 2, 3, 4)))
        """
        if _JOINING.search(text) is None:
            return cls(text)
        import regex

        clusters: list[str] = regex.findall(r"\X", text)
        offsets = [0]
        for cluster in clusters:
            offsets.append(offsets[-1] + len(cluster))
        return cls("".join(c if len(c) == 1 else "x" for c in clusters), tuple(offsets))

    def offset(self, cluster: int) -> int:
        """The code point offset at which a cluster begins."""
        return cluster if self.offsets is None else self.offsets[cluster]

    def cluster(self, offset: int) -> int:
        """The cluster that holds the code point at an offset."""
        return offset if self.offsets is None else bisect_right(self.offsets, offset) - 1


def count(text: str) -> int:
    r"""How many characters a reader counts.

    >>> count("für"), count("e\u0301")
    (3, 1)
    """
    return len(Shape.of(text).clusters)


def broken(clusters: str, length: int) -> Iterator[tuple[int, int, bool]]:
    """The lines by the rule of ``numbering``, in clusters: start, end, and whether a hyphen is added.

    >>> list(broken("Haupt- und Nebensache", 9))
    [(0, 7, False), (7, 11, False), (11, 20, True), (20, 21, False)]
    """
    start = end = 0
    for piece, width in pieces(clusters):
        if start < end and end + width - start > length:
            yield start, end, False
            start = end
        while end + width - start > length:
            # Antragsgrün also cuts a word of exactly L characters that a blank follows, and begins the next line with
            # that blank. We do not: that word fits.
            yield start, start + length, True
            piece, width = piece - length, width - length
            start = end = start + length
        end += piece
    if start < end:
        yield start, end, False


def pieces(clusters: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """What a line takes as a whole, up to a blank or hyphen: its length with and without the blanks behind it."""
    for match in _PIECE.finditer(clusters, start):
        if piece := match.group():
            yield len(piece), len(piece.rstrip(" "))
