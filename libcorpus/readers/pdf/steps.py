"""Counts the lines between two printed numbers, where print shows each fifth or tenth alone.

     5  Die Stadt soll …          printed
        bis zum Ende …            6
        Wege bauen.               7
                                  8: an empty line, in a print that counts such
     9? 10  Das gilt …            the next printed number must agree, else the lines stay without numbers

What counts, headings or empty lines, differs from print to print: what makes most of the counts come out holds for
all. Knows lines in reading order, some with numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, product
from statistics import median
from typing import Final, NamedTuple

from libcorpus.model.problems import Problem
from libcorpus.readers.pdf.values import Line

_EMPTY: Final = 0.7
_AT_EDGE: Final = 2
_OTHER_SIZE: Final = 0.07


class _Manner(NamedTuple):
    """What a print counts. ``lines``: all, those of the body's size, or those of them that are not bold."""

    lines: int
    empty: bool


_MANNERS: Final = tuple(_Manner(lines, empty) for empty, lines in product((False, True), range(3)))


class _Slot(NamedTuple):
    """A line that may have a number: that of the text at ``place``, or an empty one in front of it."""

    place: int
    empty: Line | None


@dataclass(slots=True)
class _Count:
    lines: Sequence[Line]
    pitch: float
    size: float
    begins_again: bool | None  # on each page; None where nothing tells
    numbers: dict[int, int]
    empties: list[tuple[int, Line]]


def fill_in(lines: Sequence[Line], step: int, pitch: float, file_name: str) -> tuple[list[Line], list[Problem]]:
    """The lines with the numbers between the printed ones; a remark where they do not come out."""
    anchors = [index for index, line in enumerate(lines) if line.number is not None]
    if not anchors:
        return list(lines), []
    size = median(line.size for line in lines if line.words)
    count = _Count(lines, pitch, size, _begins_again([lines[index] for index in anchors]), {}, [])
    manner = _manner(count, anchors)
    remarks: list[Problem] = []
    for before, after in pairwise([-1, *anchors]):
        told = _between(count, before, after, step, manner)
        if told is not None:
            place = f"{file_name}:{lines[after].page}"
            wanted, seen = told
            values = {"number": lines[after].number, "wanted": wanted, "seen": seen}
            remarks.append(Problem.of("pdf-count-differs", place, lines[after].text, **values))
    _go_on(count, anchors[-1], _slots(count, anchors[-1], len(lines), manner), step)
    return _put_together(count), remarks


def _manner(count: _Count, anchors: Sequence[int]) -> _Manner:
    """What makes most counts come out; where several do, the one that counts more lines and fewer empty ones."""
    pairs = list(pairwise([-1, *anchors]))

    def right(manner: _Manner) -> int:
        return sum(
            len(_wanting(count, before, after, manner)) == _wanted(count, before, after) for before, after in pairs
        )

    return max(_MANNERS, key=right)


def _wanted(count: _Count, before: int, after: int) -> int:
    """How many lines stand between two printed numbers, or above one with which a count begins."""
    number = count.lines[after].number or 0
    last = (count.lines[before].number or 0) if before >= 0 else 0
    return number - last - 1 if number > last else number - 1


def _wanting(count: _Count, before: int, after: int, manner: _Manner) -> list[_Slot]:
    """The lines that have to come out as many as that; where a count begins, those of the page."""
    slots = _slots(count, before, after, manner)
    begins = before < 0 or (count.lines[after].number or 0) <= (count.lines[before].number or 0)
    page = count.lines[after].page
    return [slot for slot in slots if _page(count, slot) == page] if begins else slots


def _between(count: _Count, before: int, after: int, step: int, manner: _Manner) -> tuple[int, int] | None:
    """Number what stands between two printed numbers; how many lines were wanted and seen, where that fails."""
    number = count.lines[after].number or 0
    last = (count.lines[before].number or 0) if before >= 0 else 0
    slots = _slots(count, before, after, manner)
    if before >= 0 and number > last:
        wanted = number - last - 1
        if manner.empty:
            slots = _with_edge(count, before, after, slots, wanted)
        others = (_slots(count, before, after, other) for other in _MANNERS)
        fitting = next((own for own in (slots, *others) if len(own) == wanted), None)
        if fitting is None:
            return wanted, len(slots)
        _number(count, fitting, last)
        return None
    # The count begins here: number 1 stands as many lines above as the number says.
    every = slots
    if count.begins_again:
        slots = [slot for slot in every if _page(count, slot) == count.lines[after].page]
    own = slots[max(len(slots) - number + 1, 0) :]
    if before >= 0:
        _go_on(count, before, [slot for slot in every if slot not in own], step)
    if len(own) < number - 1:
        return number - 1, len(own)
    _number(count, own, 0)
    return None


def _with_edge(count: _Count, before: int, after: int, slots: list[_Slot], wanted: int) -> list[_Slot]:
    """With the empty line at the end of a page that no gap shows, if that is what is missing."""
    turn = next((at for at in range(before + 1, after + 1) if count.lines[at].page != count.lines[at - 1].page), None)
    if turn is None or not 1 <= wanted - len(slots) <= _AT_EDGE:
        return slots
    above = count.lines[turn - 1]
    own = [
        _Slot(turn, Line(above.page, above.column, above.y + count.pitch * (more + 1), ()))
        for more in range(wanted - len(slots))
    ]
    early = [slot for slot in slots if slot.place < turn]
    return [*early, *own, *slots[len(early) :]]


def _begins_again(anchors: Sequence[Line]) -> bool | None:
    """Whether numbers begin again on each page, by what they do from one page to the next."""
    turns = [
        (after.number or 0) <= (before.number or 0) for before, after in pairwise(anchors) if after.page != before.page
    ]
    return all(turns) if turns and len(set(turns)) == 1 else None


def _go_on(count: _Count, anchor: int, slots: Sequence[_Slot], step: int) -> None:
    """Number the lines behind the last printed number of a page, or of the text; fewer than would have had another.

    Lines on a later page are numbered only where it is known how: no number is made up.
    """
    last = count.lines[anchor]
    if count.begins_again is False:
        _number(count, slots[: step - 1], last.number or 0)
        return
    for page, group in groupby(slots, key=lambda slot: _page(count, slot)):
        if page == last.page:
            _number(count, list(group)[: step - 1], last.number or 0)
        elif count.begins_again:
            _number(count, list(group)[: step - 1], 0)


def _page(count: _Count, slot: _Slot) -> int:
    return slot.empty.page if slot.empty else count.lines[slot.place].page


def _slots(count: _Count, before: int, after: int, manner: _Manner) -> list[_Slot]:
    """The lines between two others that count, empty ones among them."""
    slots: list[_Slot] = []
    for index in range(before + 1, min(after + 1, len(count.lines))):
        if manner.empty and index:
            slots += [_Slot(index, empty) for empty in _gap(count, count.lines[index - 1], count.lines[index])]
        if index < after and _counts(count, count.lines[index], manner):
            slots.append(_Slot(index, None))
    return slots


def _counts(count: _Count, line: Line, manner: _Manner) -> bool:
    if manner.lines == 0:
        return True
    return abs(line.size - count.size) <= _OTHER_SIZE * count.size and not (manner.lines == 2 and line.bold)


def _gap(count: _Count, above: Line, below: Line) -> list[Line]:
    """The empty lines that fit between two lines."""
    if (above.page, above.column) != (below.page, below.column):
        return []
    # Above a heading there is more room, and a line of its size takes more.
    usual = count.pitch * max(below.size / count.size, 1.0)
    room = (below.y - above.y) / usual - 1
    many = round(room) if room >= _EMPTY else 0
    return [Line(above.page, above.column, above.y + count.pitch * (own + 1), ()) for own in range(many)]


def _number(count: _Count, slots: Sequence[_Slot], last: int) -> None:
    for number, slot in enumerate(slots, start=last + 1):
        if slot.empty is None:
            count.numbers[slot.place] = number
        else:
            count.empties.append((slot.place, slot.empty.numbered(number)))


def _put_together(count: _Count) -> list[Line]:
    """All lines in order, with their numbers."""
    result: list[Line] = []
    empties = sorted(count.empties, key=lambda pair: (pair[0], pair[1].number or 0))
    at = 0
    for index, line in enumerate(count.lines):
        while at < len(empties) and empties[at][0] == index:
            result.append(empties[at][1])
            at += 1
        result.append(line.numbered(count.numbers[index]) if index in count.numbers else line)
    return [*result, *(empty for _, empty in empties[at:])]
