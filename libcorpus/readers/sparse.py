"""Counts the lines of a text of which print numbers every fifth only.

      Unsere Stadt ist weltoffen,        1
      …
    5 und vielfältig.                    5, printed
      Sie wächst.                        6

The lines between two printed numbers are counted where they are just as many as they have to be. Where they are not,
that is a break in the count, as a missing number is. Knows no blocks.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from libcorpus.model.problems import Problem
from libcorpus.readers.counting import PAGE_MARK, Count, Numbered

_FRONT: Final = re.compile(r"([ \t\f\v]*)(\d{1,6})(?:[ \t\u00a0]+(.*)|[ \t]*)", re.DOTALL)
_BEHIND: Final = re.compile(r"(.*\S)[ \t\u00a0]{2,}(\d{1,6})[ \t]*", re.DOTALL)
_STEPS: Final = (5, 10, 2, 3)
_MIN_NUMBERS: Final = 3
_FITTING: Final = 0.8


def count_sparse(lines: Sequence[str], file_name: str) -> Count | None:
    """The count of a text with a number on every fifth line (or second, third, tenth); None where there is none."""
    filled = [index for index, line in enumerate(lines) if line.strip() and not _is_mark(line)]
    place = {index: position for position, index in enumerate(filled)}
    for pattern in (_FRONT, _BEHIND):
        found = {index: match for index in filled if (match := pattern.fullmatch(lines[index]))}
        for step in _STEPS:
            numbered = _regular(found, place, step)
            if numbered:
                return _count(lines, filled, place, numbered, step, file_name)
    return None


def _regular(found: dict[int, re.Match[str]], place: dict[int, int], step: int) -> dict[int, Numbered]:
    """The lines whose numbers go up by a step, as do their places; empty where they are no print's."""
    result: dict[int, Numbered] = {}
    last: tuple[int, int] | None = None
    fitting = 0
    for index, match in found.items():
        number = int(match[2])
        if number % step or (last is None and number != step):
            continue
        if last is not None and number != last[0] + step:
            continue
        fitting += last is not None and place[index] - last[1] == step
        words = match[3] if match.re is _FRONT else match[1]
        result[index] = Numbered(number, "", match[2], words or "")
        last = number, place[index]
    enough = len(result) >= _MIN_NUMBERS and fitting >= _FITTING * (len(result) - 1)
    return result if enough and place[next(iter(result))] >= step - 1 else {}


def _count(
    lines: Sequence[str], filled: list[int], place: dict[int, int], numbered: dict[int, Numbered], step: int, name: str
) -> Count:
    counted: dict[int, Numbered] = {}
    breaks: list[Problem] = []
    printed = list(numbered)
    start = place[printed[0]] - step + 1
    for offset, index in enumerate(filled[start : place[printed[0]]], start=1):
        counted[index] = Numbered(offset, "", "", lines[index])
    for index, after in pairwise([*printed, -1]):
        own = numbered[index]
        counted[index] = own
        between = filled[place[index] + 1 : place[after] if after >= 0 else len(filled)]
        if after >= 0 and len(between) != step - 1:
            key = "margin-gap" if len(between) < step - 1 else "margin-repeat"
            seen, expected = numbered[after].number, own.number + len(between) + 1
            breaks.append(Problem.of(key, f"{name}:{after + 1}", lines[after].strip(), seen=seen, expected=expected))
        for offset, inner in enumerate(between[: step - 1] if after >= 0 else between, start=1):
            counted[inner] = Numbered(own.number + offset, "", "", lines[inner])
    ordered = dict(sorted(counted.items()))
    return Count(filled[start], ordered, tuple(breaks), step)


def _is_mark(line: str) -> bool:
    return PAGE_MARK.fullmatch(line.strip()) is not None and not line.strip().isdecimal()
