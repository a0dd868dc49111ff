"""Gives each line of print the number that stands beside it, and checks that the numbers count.

     82  - heading without a number         None
     83  Viele Menschen …                   the nearest line, by height
     84  (nothing)                          an empty line that print counts

Where print shows each fifth number only, ``steps`` counts the lines between. Knows lines in reading order and margin
numbers.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from libcorpus.model.problems import Problem
from libcorpus.readers.pdf.margins import Margins, Mark, Strip
from libcorpus.readers.pdf.steps import fill_in
from libcorpus.readers.pdf.values import Line

_REACH: Final = 0.55
_OFTEN: Final = 0.25


@dataclass(frozen=True, slots=True)
class Counted:
    """Lines with their numbers, empty ones among them; breaks in the count, and remarks."""

    lines: tuple[Line, ...]
    breaks: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()


def count_lines(pages: Mapping[int, Sequence[Line]], margins: Margins, file_name: str) -> Counted:
    """Number the lines of all pages."""
    pitch = usual_pitch([line for lines in pages.values() for line in lines])
    lines = [line for page, own in pages.items() for line in _numbered(own, margins.strips.get(page, ()), pitch)]
    remarks: list[Problem] = []
    if margins.step > 1:
        lines, remarks = fill_in(lines, margins.step, pitch, file_name)
    return Counted(tuple(lines), tuple(breaks_of(lines, file_name)), tuple(remarks))


def usual_pitch(lines: Sequence[Line]) -> float:
    """The distance from one line to the next inside of paragraphs: the smallest that is no exception.

    Where print leaves an empty line between short points, the distance over it comes more often.
    """
    gaps = Counter(
        round(after.y - before.y, 1)
        for before, after in pairwise(lines)
        if (before.page, before.column, before.size) == (after.page, after.column, after.size)
        and 0.9 * before.size < after.y - before.y < 4 * before.size
    )
    if not gaps:
        return 14.0
    near = {gap: sum(times for other, times in gaps.items() if abs(other - gap) <= 0.35) for gap in gaps}
    often = min(gap for gap, times in near.items() if times >= _OFTEN * max(near.values()))
    return max((gap for gap in gaps if abs(gap - often) <= 0.35), key=lambda gap: gaps[gap])


def _numbered(lines: Sequence[Line], strips: Sequence[Strip], pitch: float) -> list[Line]:
    """The lines of a page with their numbers, and empty lines for numbers that stand beside nothing."""
    result = list(lines)
    for strip in strips:
        columns = _columns_beside(strip, result)
        own = [line for line in result if line.column in columns and line.words and line.number is None]
        matched, alone = _matched(strip.marks, own, pitch)
        result = [line.numbered(matched[line]) if line in matched else line for line in result]
        for mark in alone:
            _insert(result, Line(strip.page, max(columns, default=0), mark.word.y, (), mark.number))
    return result


def _columns_beside(strip: Strip, lines: Sequence[Line]) -> set[int]:
    """The column a strip stands beside, and lines over the whole width."""
    sides = {line.column for line in lines if line.column}
    if not sides:
        return {0}

    def distance(column: int) -> float:
        own = [line for line in lines if line.column == column and line.words]
        left, right = min(line.x0 for line in own), max(line.x1 for line in own)
        return left - strip.right if strip.right <= left + 3 else abs(strip.left - right)

    nearest = min(sides, key=distance)
    return {nearest, 0} if nearest == min(sides) else {nearest}


def _matched(marks: Sequence[Mark], lines: Sequence[Line], pitch: float) -> tuple[dict[Line, int], list[Mark]]:
    """Each mark with the nearest line. Small numbers may stand higher than the words, all by the same amount."""
    if not lines:
        return {}, list(marks)
    ordered = sorted(lines, key=lambda line: line.y)
    heights = [line.y for line in ordered]
    lift = median(ordered[_nearest(heights, mark.word.y)].y - mark.word.y for mark in marks)
    lift = lift if abs(lift) < 0.45 * pitch else 0.0
    matched: dict[Line, tuple[float, Mark]] = {}
    for mark in marks:
        line = ordered[_nearest(heights, mark.word.y + lift)]
        distance = abs(line.y - mark.word.y - lift)
        if distance <= _REACH * pitch and (line not in matched or distance < matched[line][0]):
            matched[line] = (distance, mark)
    taken = {mark for _, mark in matched.values()}
    return {line: mark.number for line, (_, mark) in matched.items()}, [mark for mark in marks if mark not in taken]


def _nearest(heights: Sequence[float], y: float) -> int:
    """The index of the height that is nearest to one."""
    at = bisect_left(heights, y)
    beside = [index for index in (at - 1, at) if 0 <= index < len(heights)]
    return min(beside, key=lambda index: abs(heights[index] - y))


def _insert(lines: list[Line], empty: Line) -> None:
    """Put an empty line behind the last line of its column above it."""
    above = [index for index, line in enumerate(lines) if line.column in (empty.column, 0) and line.y <= empty.y]
    lines.insert(above[-1] + 1 if above else 0, empty)


def breaks_of(lines: Sequence[Line], file_name: str) -> list[Problem]:
    """Where the count leaves something out or goes back; it may begin again at 1."""
    found: list[Problem] = []
    last: int | None = None
    seen: set[tuple[int, int]] = set()
    for line in lines:
        if line.number is None:
            continue
        expected = line.number if last is None else last + 1
        again = (line.page, line.number) in seen
        if (line.number != expected and line.number != 1) or again:
            key = "margin-gap" if line.number > expected else "margin-repeat"
            place = f"{file_name}:{line.page}"
            found.append(Problem.of(key, place, line.text, seen=line.number, expected=expected))
        seen.add((line.page, line.number))
        last = line.number
    return found
