"""Reads pages of two columns one column after the other.

    Überschrift über beide Spalten        column 0
    linke Zeile 1  |  rechte Zeile 1      column 1, then column 2
    linke Zeile 2  |  rechte Zeile 2

A gutter is a strip that hardly a line crosses, with text on both sides that is as wide as a text. The two sides of a
table of contents, or of a head of the kind "Titel   Radwege", are no columns. Knows lines of one page.
"""

from collections.abc import Sequence
from statistics import median
from typing import Final

from libcorpus.readers.pdf.lines import baseline
from libcorpus.readers.pdf.values import Line, Word

_MIN_ROWS: Final = 5
_MIN_WIDTH: Final = 0.27
_MIN_WORDS: Final = 2.5
_CROSSING: Final = 0.35
_MIN_GUTTER: Final = 0.8


def in_columns(rows: Sequence[Line]) -> list[Line]:
    """The lines of a page in reading order, each in its column."""
    gutter = _gutter(rows)
    if gutter is None:
        return list(rows)
    result: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for row in rows:
        parts = _parts(row, gutter)
        if parts is None:
            result += [*left, *right, row]
            left, right = [], []
            continue
        for side, column, words in ((left, 1, parts[0]), (right, 2, parts[1])):
            if words:
                side.append(Line(row.page, column, baseline(words), words))
    return [*result, *left, *right]


def _parts(row: Line, gutter: float) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """The words left and right of a gutter; None where the line crosses it."""
    left = tuple(word for word in row.words if word.x1 <= gutter)
    right = tuple(word for word in row.words if word.x0 >= gutter)
    if len(left) + len(right) < len(row.words):
        return None
    if left and right and right[0].x0 - left[-1].x1 < _MIN_GUTTER * row.size:
        return None
    return left, right


def _gutter(rows: Sequence[Line]) -> float | None:
    """The middle of the strip that parts the columns."""
    if len(rows) < _MIN_ROWS:
        return None
    start, end = min(row.x0 for row in rows), max(row.x1 for row in rows)
    best: tuple[int, float] | None = None
    for place in _candidates(rows, start, end):
        parts = [_parts(row, place) for row in rows]
        crossing = sum(part is None for part in parts)
        sides = [[part[side] for part in parts if part and part[side]] for side in (0, 1)]
        if crossing > _CROSSING * len(rows) or min(map(len, sides)) < _MIN_ROWS:
            continue
        if all(_is_text(side, end - start) for side in sides) and (best is None or crossing < best[0]):
            best = (crossing, place)
    return best[1] if best else None


def _candidates(rows: Sequence[Line], start: float, end: float) -> list[float]:
    """Places in the middle third where wide gaps of lines lie, or where lines begin."""
    low, high = start + (end - start) * 0.3, start + (end - start) * 0.7
    places = set()
    for row in rows:
        for before, after in zip(row.words, row.words[1:], strict=False):
            if after.x0 - before.x1 >= _MIN_GUTTER * row.size:
                places.add(round(after.x0 - 2))
        places.add(round(row.x0 - 2))
    return sorted(place for place in places if low <= place <= high)


def _is_text(side: Sequence[tuple[Word, ...]], width: float) -> bool:
    """Whether one side of a gutter reads as lines of text."""
    wide = median(words[-1].x1 - words[0].x0 for words in side) >= _MIN_WIDTH * width
    return wide and median(len(words) for words in side) >= _MIN_WORDS
