"""Puts printed numbers in front of their lines, wherever a tool that copied a text has left them.

    1              Die Stadt baut  1       1            Die Stadt baut
    Die Stadt      Wege.           2       2            Wege.
    2                                      Die Stadt    1
    Wege.                                  Wege.        2

    alone above    behind                  in columns   in columns, behind

No line is added or taken away, so places in the file hold. What is in front already stays as it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from libcorpus.readers.counting import PAGE_MARK, folded

_BEHIND: Final = re.compile(r"(.*\S)[ \t\u00a0]+(\d{1,6})[ \t\u00a0\f]*|[ \t]*(\d{1,6})[ \t]*", re.DOTALL)
_MIN_BEHIND: Final = 6
_BEHIND_SHARE: Final = 0.6
_COUNTING_SHARE: Final = 0.9
_MIN_COLUMN: Final = 3


@dataclass(frozen=True, slots=True)
class Arranged:
    """The lines with their numbers in front, and where the numbers stood: ``front``, ``behind``, ``alone``."""

    lines: tuple[str, ...]
    stood: str = "front"


def arranged(lines: Sequence[str]) -> Arranged:
    """The lines of a text with printed numbers in front of the words they count.

    >>> arranged(["1", "2", "3", "Unsere", "Stadt ist", "bunt."]).lines
    ('', '', '', '1 Unsere', '2 Stadt ist', '3 bunt.')
    """
    for way, stood in ((_columns, "alone"), (_below, "alone"), (_folded, "alone"), (_behind, "behind")):
        found = way(lines)
        if found is not None:
            return Arranged(tuple(found), stood)
    return Arranged(tuple(lines))


def _folded(lines: Sequence[str]) -> list[str] | None:
    """Numbers that stand alone above their words."""
    found = folded(lines)
    return found if found != list(lines) else None


def _alone(lines: Sequence[str]) -> list[int]:
    return [index for index, line in enumerate(lines) if line.strip().isdecimal() and len(line.strip()) <= 6]


def _below(lines: Sequence[str]) -> list[str] | None:
    """Numbers that stand alone below their words: the last filled line is one."""
    filled = [index for index, line in enumerate(lines) if line.strip() and not _is_mark(line)]
    alone = set(_alone(lines))
    if len(alone) < _MIN_COLUMN or not filled or filled[-1] not in alone:
        return None
    pairs = [(words, number) for words, number in pairwise(filled) if number in alone and words not in alone]
    numbers = [int(lines[number].strip()) for _, number in pairs]
    counting = sum(after == before + 1 for before, after in pairwise(numbers))
    others = sum(index not in alone for index in filled)
    if counting < _COUNTING_SHARE * (len(alone) - 1) or 2 * len(pairs) < others or numbers[0] != min(numbers):
        return None
    result = list(lines)
    for words, number in pairs:
        result[words], result[number] = f"{lines[number].strip()} {lines[words]}", ""
    return result


def _columns(lines: Sequence[str]) -> list[str] | None:
    """Numbers of a page in one column, and the words they count in another, above or below it."""
    runs = _runs(lines)
    if not runs or sum(map(len, runs)) < _MIN_COLUMN or any(len(run) < _MIN_COLUMN for run in runs[:-1]):
        return None
    for below in (True, False):
        result = list(lines)
        if all(_zipped(result, lines, runs, at, below) for at in range(len(runs))):
            return result
    return None


def _runs(lines: Sequence[str]) -> list[list[int]]:
    """Lines with nothing but numbers that count on, one right below the other."""
    runs: list[list[int]] = []
    for index in _alone(lines):
        last = runs[-1][-1] if runs else None
        apart = last is None or any(line.strip() for line in lines[last + 1 : index])
        if apart or int(lines[index].strip()) != int(lines[last].strip()) + 1:  # type: ignore[index]
            runs.append([])
        runs[-1].append(index)
    # A page number stands alone in the same way.
    return [run for run in runs if len(run) > 1 or int(lines[run[0]].strip()) == 1]


def _zipped(result: list[str], lines: Sequence[str], runs: list[list[int]], at: int, below: bool) -> bool:
    """Put the numbers of one column in front of as many lines; whether there are just as many."""
    run = runs[at]
    if below:
        end = runs[at + 1][0] if at + 1 < len(runs) else len(lines)
        space = range(run[-1] + 1, end)
    else:
        space = range(runs[at - 1][-1] + 1 if at else 0, run[0])
    words = [index for index in space if lines[index].strip() and not _is_mark(lines[index])]
    if not below and not at:
        words = words[-len(run) :]  # what stands above them is the head
    if len(words) != len(run):
        return False
    for number, index in zip(run, words, strict=True):
        result[index], result[number] = f"{lines[number].strip()} {lines[index]}", ""
    return True


def _is_mark(line: str) -> bool:
    return PAGE_MARK.fullmatch(line.strip()) is not None and not line.strip().isdecimal()


def _behind(lines: Sequence[str]) -> list[str] | None:
    """Numbers behind the words of each line."""
    filled = [index for index, line in enumerate(lines) if line.strip()]
    found = {index: match for index in filled if (match := _BEHIND.fullmatch(lines[index]))}
    numbers = [(index, int(match[2] or match[3])) for index, match in found.items()]
    kept = [one for one, after in pairwise(numbers) if after[1] == one[1] + 1]
    worded = [index for index, _ in kept if found[index][2]]
    if len(worded) < _MIN_BEHIND or len(kept) < _COUNTING_SHARE * (len(numbers) - 1):
        return None
    region = [index for index in filled if kept[0][0] <= index <= kept[-1][0]]
    if len(kept) < _BEHIND_SHARE * len(region):
        return None
    result = list(lines)
    for index, _ in numbers:
        match = found[index]
        if match[2] and index >= kept[0][0]:
            feed = "\f" * lines[index].count("\f")
            result[index] = f"{feed}{match[2]} {match[1].replace(chr(12), '')}"
    return result
