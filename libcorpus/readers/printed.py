"""Tells the printed lines of a walked text: which <br> was forced, and whether the numbers go up one by one.

    … sicher mit dem Rad zur Arbeit, <br> Z. 2 …     the next word would not have fitted: the line was full
    Wir fordern: <br> Z. 8 Tempo 30 …                there was room: somebody forced the break, a paragraph ends

Motion systems set a <br> for both. No line that is full has room for the next word by the length of the longest
line there is; so a forced break may stay unseen, but no full line is taken for one. Knows no HTML.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from libcorpus.model.document import BlockKind
from libcorpus.model.draft import DraftBlock, DraftLine, LeftOut
from libcorpus.model.problems import Problem
from libcorpus.readers.head import is_section_name
from libcorpus.readers.sections import Break, Walked, closed_up
from libcorpus.text.graphemes import Shape
from libcorpus.text.numbering import DEFAULT_LENGTH, INDENT

_UNIT: Final = re.compile(r"[^\s-]*-?")


@dataclass(frozen=True, slots=True)
class Printed:
    """The blocks with their lines, what was left out, and what is odd; ``gaps`` are numbers that come out of turn."""

    blocks: tuple[DraftBlock, ...]
    left_out: tuple[LeftOut, ...]
    remarks: tuple[Problem, ...]
    gaps: tuple[str, ...]


def joined(sections: Sequence[tuple[str, Sequence[Walked]]]) -> tuple[list[Walked], set[int]]:
    """The blocks of all sections, each below its title, and the indices of the sections whose title is a heading now.

    The title of the first one is none where it says no more than "Text", nor is that of a section without words.
    """
    blocks: list[Walked] = []
    headed: set[int] = set()
    for index, (title, own) in enumerate(sections):
        if own and title and not (is_section_name(title) and not blocks):
            blocks.append(Walked(BlockKind.HEADING, 1, flat=title))
            headed.add(index)
            for block in own:
                block.level += block.kind is BlockKind.HEADING
        blocks += own
    closed_up(blocks)
    return blocks, headed


def printed(walked: Sequence[Walked], place: str, indent: int = INDENT) -> Printed:
    """The printed lines of a text, from blocks with their breaks; a text without numbers has no lines."""
    numbered = any(line.number is not None for block in walked for line in block.lines)
    left_out: list[LeftOut] = []
    if numbered:
        walked = [_without_hard_cuts(block, indent, left_out, place) for block in walked]
    forced = _Forced(walked, indent)
    blocks = [part for block in walked for part in _split(block, forced, numbered)]
    remarks = [Problem.of("forced-break", place, count=forced.count)] if forced.count else []
    breaks = list(_breaks(walked, place))
    if numbered:
        remarks += _unnumbered(blocks, place)
    return Printed(
        tuple(blocks),
        tuple(left_out),
        (*remarks, *breaks),
        tuple(str(problem.values["seen"]) for problem in breaks),
    )


def _without_hard_cuts(block: Walked, indent: int, left_out: list[LeftOut], place: str) -> Walked:
    """A word longer than a line was cut, with a hyphen that is not part of it: one character over the length."""
    room = DEFAULT_LENGTH - indent * block.level
    for index in reversed(range(len(block.lines) - 1)):
        line, following = block.lines[index], block.lines[index + 1]
        words = block.flat[line.offset : following.offset]
        if len(Shape.of(words).clusters) == room + 1 and words.endswith("-") and " " not in words:
            left_out.append(LeftOut("hyphen", place, "-"))
            block = _without(block, following.offset - 1)
            block.lines[index] = replace(line, hyphen=True)
    return block


def _without(block: Walked, at: int) -> Walked:
    """A block without the character at an offset."""
    lines = [replace(line, offset=line.offset - (line.offset > at)) for line in block.lines]
    breaks = [one._replace(offset=one.offset - (one.offset > at)) for one in block.breaks if one.offset != at + 1]
    return replace(block, flat=block.flat[:at] + block.flat[at + 1 :], lines=lines, breaks=breaks)


class _Forced:
    """Which breaks somebody forced."""

    def __init__(self, walked: Sequence[Walked], indent: int) -> None:
        self.indent = indent
        breaks = [one for block in walked for one in block.breaks if one.numbered]
        # Where the blanks in front of breaks were kept, one without is no end of a full line.
        self.blanks_kept = any(one.blank for one in breaks)
        self.longest = max((length + indent * block.level for block in walked for length in _lengths(block)), default=0)
        self.count = 0

    def __call__(self, block: Walked, one: Break) -> bool:
        if block.kind is BlockKind.HEADING:
            return False
        forced = not one.numbered or self._has_room(block, one)
        self.count += forced
        return forced

    def _has_room(self, block: Walked, one: Break) -> bool:
        if self.blanks_kept and not one.blank and not block.flat[: one.offset].endswith("-"):
            return True
        start = max((line.offset for line in block.lines if line.offset < one.offset), default=0)
        line = block.flat[start : one.offset].rstrip(" ")
        unit = _UNIT.match(block.flat, one.offset)
        glue = block.flat[one.offset - 1] == " "
        needed = len(line) + glue + (len(unit.group()) if unit else 0)
        return needed + self.indent * block.level <= self.longest


def _lengths(block: Walked) -> Iterator[int]:
    """The lengths of the printed lines of a block, in characters as people see them."""
    if block.kind is BlockKind.HEADING:
        return
    starts = [*(line.offset for line in block.lines), len(block.flat)]
    for start, end in pairwise(starts):
        yield len(Shape.of(block.flat[start:end].rstrip(" ")).clusters)


def _split(block: Walked, forced: _Forced, numbered: bool) -> Iterator[DraftBlock]:
    """A block, parted at its forced breaks: what follows one in an item is a paragraph of the item."""
    cuts = [0, *(one.offset for one in block.breaks if forced(block, one)), len(block.flat)]
    for index, (start, end) in enumerate(pairwise(cuts)):
        last = end == len(block.flat)
        flat = block.flat[start:end].strip(" ")
        own = [
            replace(line, offset=min(line.offset - start, len(flat)))
            for line in block.lines
            if start <= line.offset < end or (last and line.offset == end)
        ]
        if numbered and (not own or own[0].offset > 0):
            own.insert(0, DraftLine(0, None))
        kind = BlockKind.PARAGRAPH if index and block.kind is BlockKind.ITEM else block.kind
        label = block.label if index == 0 else ""
        if flat:
            yield DraftBlock(kind, flat, tuple(own), block.level, label)


def _breaks(walked: Iterable[Walked], place: str) -> Iterator[Problem]:
    """Where the count does not go up by one."""
    expected: int | None = None
    for block in walked:
        for line in block.lines:
            if line.number is None:
                continue
            if expected is not None and line.number != expected:
                key = "margin-gap" if line.number > expected else "margin-repeat"
                yield Problem.of(key, place, block.flat[line.offset :][:80], seen=line.number, expected=expected)
            expected = line.number + 1


def _unnumbered(blocks: Sequence[DraftBlock], place: str) -> Iterator[Problem]:
    """One remark for each run of blocks that print does not number."""
    before = True
    for block in blocks:
        own = any(line.number is not None for line in block.lines)
        if not own and before:
            yield Problem.of("line-unnumbered", place, block.flat[:80])
        before = own
