"""Tells which numbers at the start of lines count lines of print, and which are words.

    12 Die Stadt soll bis            12    margin
    42 % der Mittel einsetzen.       words: 13 comes next
    13 Das gilt auch für …           13    margin
    2 / 7                            words: no number of the count

The count goes up by one. Whatever does not fit is words where the count goes on behind it,
and a gap or a repeat, which is reported, where it does not. Knows no blocks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from libcorpus.model.problems import Problem
from libcorpus.readers.signs import ends, midst

PAGE_MARK: Final = re.compile(
    r"(?i)(?:(?:seite|page|s\.|-)?\s*\d{1,4}\s*(?:(?:von|of|/|\|)\s*\d{1,4}|-)|(?:seite|page|s\.)\s*\d{1,4}"
    r"|[–—]\s*\d{1,4}\s*[–—]|\[\s*\d{1,4}\s*\])"
)
# What may follow the number: nothing, or one of these, the same throughout the file.
_SUFFIXES: Final = ("", ".", ":", "|", ")")
# A list of points can be numbered too; only lines of print number what begins in the midst of a sentence.
_MIN_SUFFIXED: Final = 10
_MIN_LONG: Final = 6
_MAX_HEAD: Final = 20
_MIDST_SHARE: Final = 0.12
_MIN_ABOVE: Final = 3
_ABOVE_SHARE: Final = 0.35
# How far the count is looked for behind lines that do not carry it: a foot, a head and a heading between two pages.
_AHEAD: Final = 6


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line with its margin number taken apart. ``dash`` is a list dash before the number, ``mark`` what was
    printed as the number, ``rest`` what follows it."""

    number: int
    dash: str
    mark: str
    rest: str


@dataclass(frozen=True, slots=True)
class Count:
    """The index of the first numbered line, the lines that carry the count, by index, and breaks in it.

    ``step``: print numbers one line in so many. ``restarts`` are the indices at which a page begins the count anew.
    """

    start: int
    lines: dict[int, Numbered]
    breaks: tuple[Problem, ...]
    step: int = 1
    restarts: tuple[int, ...] = ()


def _pattern(suffix: str) -> re.Pattern[str]:
    return re.compile(
        rf"[ \t\f\v\u00a0]*(?:([-–—*+•])[ \t\u00a0]+)?(\d{{1,6}}{re.escape(suffix)})"
        r"(?:[ \t\u00a0\u2007\u202f](.*)|[ \t]*)",
        re.DOTALL,
    )


def _parse(line: str, pattern: re.Pattern[str], suffix: str) -> Numbered | None:
    match = pattern.fullmatch(line)
    if match is None:
        return None
    number = int(match[2].removesuffix(suffix))
    return Numbered(number, match[1] or "", match[2], match[3] or "")


def count_lines(lines: Sequence[str], file_name: str) -> Count | None:
    """The count of a text's lines of print, or None where it carries no margin numbers."""
    for suffix in _SUFFIXES:
        pattern = _pattern(suffix)
        parsed = [_parse(line, pattern, suffix) if line.strip() else None for line in lines]
        start = _start(lines, parsed, bool(suffix))
        if start is not None:
            return _count(lines, parsed, start, file_name)
    return None


def folded(lines: Sequence[str]) -> list[str]:
    """The lines with numbers that stand alone above their words put in front of them, where a tool copied them so.

    >>> folded(["Text", "1", "Unsere", "2", "Stadt", "3", "ist", "4", "bunt."])
    ['Text', '1 Unsere', '', '2 Stadt', '', '3 ist', '', '4 bunt.', '']
    """
    filled = [index for index, line in enumerate(lines) if line.strip()]
    alone = [index for index in filled if lines[index].strip().isdecimal()]
    below = {index: after for index, after in pairwise(filled) if not lines[after].strip().isdecimal()}
    counting = [index for index, after in pairwise(alone) if int(lines[after].strip()) == int(lines[index].strip()) + 1]
    others = len(filled) - filled.index(counting[0]) if counting else 0
    # Where print numbers empty lines too, numbers without words are the smaller part.
    if len(counting) < _MIN_ABOVE or len(counting) < _ABOVE_SHARE * others:
        return list(lines)
    result = list(lines)
    for index in (*counting, *(after for before, after in pairwise(alone) if before == counting[-1])):
        if index in below:
            result[index], result[below[index]] = f"{lines[index].strip()} {lines[below[index]]}", ""
    return result


def _start(lines: Sequence[str], parsed: Sequence[Numbered | None], suffixed: bool) -> int | None:
    """The index of the first numbered line, where more than half of the lines up to the last one count on."""
    filled = [index for index, line in enumerate(lines) if line.strip()]
    position = _first_run(filled, parsed)
    if position is None:
        return None
    # Numbers before the first pair that follows on: a gap right at the beginning.
    while position and _before(parsed[filled[position - 1]], parsed[filled[position]]):
        position -= 1
    region = filled[position:]
    numbered = [found for index in region if (found := parsed[index]) is not None]
    inside = sum(midst(after.rest.strip()) and not ends(own.rest.strip()) for own, after in pairwise(numbered))
    like_print = inside >= _MIDST_SHARE * len(numbered)
    if suffixed:
        return region[0] if like_print and len(numbered) >= _MIN_SUFFIXED and 2 * len(numbered) > len(region) else None
    if 2 * len(numbered) > len(region):
        return region[0]
    # A long reason without numbers may follow a short resolution.
    last = max(index for index in region if parsed[index])
    dense = 2 * len(numbered) > sum(index <= last for index in region)
    below_head = position <= _MAX_HEAD and len(numbered) >= _MIN_LONG
    return region[0] if dense and like_print and below_head else None


def _before(earlier: Numbered | None, later: Numbered | None) -> bool:
    return earlier is not None and later is not None and earlier.number < later.number


def _first_run(filled: Sequence[int], parsed: Sequence[Numbered | None]) -> int | None:
    """The position of the first number that the next line counts on from, or of a lone number 1."""
    for position, index in enumerate(filled):
        own = parsed[index]
        if own is None:
            continue
        ahead = [parsed[later] for later in filled[position + 1 : position + 1 + _AHEAD]]
        # The foot and the head of a page may stand between lines 1 and 2.
        near = ahead[:1] if own.number != 1 else ahead
        alone = own.number == 1 and not ahead
        if alone or any(later is not None and later.number == own.number + 1 for later in near):
            return position
    return None


def _count(lines: Sequence[str], parsed: Sequence[Numbered | None], start: int, file_name: str) -> Count:
    filled = [index for index in range(start, len(lines)) if lines[index].strip()]
    counted: dict[int, Numbered] = {}
    breaks: list[Problem] = []
    restarts: list[int] = []
    last: int | None = None
    last_index = start
    for position, index in enumerate(filled):
        own = parsed[index]
        if own is None:
            continue
        expected = own.number if last is None else last + 1
        if own.number != expected:
            ahead = [parsed[later] for later in filled[position + 1 : position + 1 + _AHEAD]]
            adjacent = filled[position - 1] in counted
            if _restarts(lines, own.number, last_index, index, ahead):
                restarts.append(index)
                counted[index] = own
                last, last_index = own.number, index
                continue
            if _is_words(lines[index], own.number, expected, ahead, adjacent):
                continue
            key = "margin-gap" if own.number > expected else "margin-repeat"
            place = f"{file_name}:{index + 1}"
            breaks.append(Problem.of(key, place, lines[index].strip(), seen=own.number, expected=expected))
        counted[index] = own
        last, last_index = own.number, index
    return Count(start, counted, tuple(breaks), 1, tuple(restarts))


def _restarts(lines: Sequence[str], number: int, last_index: int, index: int, ahead: Sequence[Numbered | None]) -> bool:
    """Whether a page begins its count anew here: a form feed, or the foot of a page, stands between."""
    between = lines[last_index + 1 : index]
    ended = any("\f" in line for line in lines[last_index + 1 : index + 1])
    ended = ended or any(PAGE_MARK.fullmatch(line.strip()) and line.strip() for line in between)
    return number == 1 and ended and (not ahead or _goes_on_from(number, ahead))


def _is_words(line: str, number: int, expected: int, ahead: Sequence[Numbered | None], adjacent: bool) -> bool:
    """Whether a number out of the count is no margin number: "42 % aller …" between lines 12 and 13, or "2 / 7".

    Where lines are missing the count goes on from the new number, or its line stands right below a numbered one.
    """
    if PAGE_MARK.fullmatch(line.strip()) or (line.strip().isdigit() and not _goes_on_from(number, ahead)):
        return True
    if ahead and ahead[0] is not None and ahead[0].number == expected and number != expected - 1:
        return True
    if _goes_on_from(number, ahead[:1]):
        return False
    found = next((later for later in ahead if later is not None and later.number == expected), None)
    return found is not None or not adjacent


def _goes_on_from(number: int, ahead: Sequence[Numbered | None]) -> bool:
    return any(later is not None and later.number == number + 1 for later in ahead)
