"""Finds the margin numbers of a numbered transcript, and what stands between them.

    - 1 Unsere Stadt ist weltoffen,        number 1, begins with a list dash
    2 vielfältig und international.        number 2
                                           (blank)
     177 • Das Integrationskonzept         number 177, words "• Das …"

Numbers count lines of print one by one; a line that begins with another number is either
a break in the numbering, which is reported, or words. Knows no blocks and no bullets.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from libcorpus.model.draft import LeftOut
from libcorpus.model.problems import Problem

_MARGIN: Final = re.compile(
    r"([ \t\f\v]*)(?:([-–—*+•])[ \t]+)?(\d{1,6})(?:(?=[ \t\u00a0])[ \t]?(.*)|[ \t]*)", re.DOTALL
)
_PAGE_MARK: Final = re.compile(
    r"(?i)(?:(?:seite|page|s\.)\s*\d{1,4}(?:\s*(?:von|of|/)\s*\d{1,4})?|\d{1,4}\s*(?:von|of|/)\s*\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—])"
)
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
SOFT_HYPHEN: Final = "\u00ad"


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line of print as it stands in the file. ``place`` is its line in the file, from 1.

    ``dashed``: a list dash stands before its number; ``blank_before``: a blank line or page break does;
    ``indent`` counts blanks between the number and the words. ``soft`` marks a soft hyphen at its end.
    """

    place: int
    number: int | None
    words: str
    indent: int = 0
    dashed: bool = False
    blank_before: bool = False
    page: int | None = None
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Margins:
    """A transcript taken apart: the head before the first number, the lines, what was left out, breaks in the count."""

    head: tuple[tuple[int, str], ...]
    lines: tuple[RawLine, ...]
    left_out: tuple[LeftOut, ...]
    breaks: tuple[Problem, ...]


def find_start(lines: list[str]) -> int | None:
    """The index of the first numbered line, or None where the text carries no margin numbers.

    It carries them where numbers go up by one from line to line and more than half of the lines have one.
    """
    filled = [(index, _number(line)) for index, line in enumerate(lines) if line.strip()]
    start = _first_run(filled)
    if start is None:
        return None
    # Numbers before the first pair that follows on: a gap right at the beginning.
    while start and (before := filled[start - 1][1]) is not None and before < (filled[start][1] or 0):
        start -= 1
    numbered = sum(number is not None for _, number in filled[start:])
    return filled[start][0] if 2 * numbered > len(filled) - start else None


def _first_run(filled: list[tuple[int, int | None]]) -> int | None:
    for position, (_, number) in enumerate(filled):
        if number is None:
            continue
        following = filled[position + 1][1] if position + 1 < len(filled) else None
        alone = number == 1 and position + 1 == len(filled)
        if following == number + 1 or alone:
            return position
    return None


def _number(line: str) -> int | None:
    match = _MARGIN.fullmatch(line)
    return int(match[3]) if match else None


def take_apart(text: str, start: int, file_name: str) -> Margins:
    """Part a transcript whose first numbered line has index ``start`` into head and lines of print."""
    lines = text.split("\n")
    reading = _Reading(file_name, _running_heads(lines[start:]), "\f" in text)
    reading.page = 1 + text.count("\f", 0, sum(len(line) + 1 for line in lines[:start]))
    for index in range(start, len(lines)):
        reading.take(lines, index)
    head = tuple((number, line) for number, line in enumerate(lines[:start], start=1) if line.strip())
    return Margins(head, tuple(reading.lines), tuple(reading.left_out), tuple(reading.breaks))


def _running_heads(lines: list[str]) -> frozenset[str]:
    """Unnumbered lines that come again and again, with other digits or the same: heads and feet of pages."""
    shapes = Counter(_shape(line) for line in lines if line.strip() and _number(line) is None)
    return frozenset(shape for shape, count in shapes.items() if count > 1)


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())


class _Reading:
    """The state of one pass over the lines: the count so far, the page, whether a blank line came before."""

    def __init__(self, file_name: str, running: frozenset[str], paged: bool) -> None:
        self.file_name = file_name
        self.running = running
        self.paged = paged
        self.page = 1
        self.last: int | None = None
        self.blank = False
        self.lines: list[RawLine] = []
        self.left_out: list[LeftOut] = []
        self.breaks: list[Problem] = []

    def take(self, lines: list[str], index: int) -> None:
        line = lines[index]
        self.page += line.count("\f")
        self.blank = self.blank or "\f" in line
        if not line.strip():
            self.blank = True
            return
        match = _MARGIN.fullmatch(line)
        if match and self._counts(int(match[3]), lines, index):
            self._numbered(index + 1, match)
        else:
            self._unnumbered(index + 1, line)

    def _counts(self, number: int, lines: list[str], index: int) -> bool:
        """Whether a number at the start of a line belongs to the margin; a break in the count is noted."""
        expected = number if self.last is None else self.last + 1
        if number == expected:
            return True
        following = next((line for line in lines[index + 1 :] if line.strip()), "")
        # "42 % aller …" on an unnumbered line, between lines 12 and 13: the count goes on behind it.
        if _number(following) == expected and number != self.last:
            return False
        key = "margin-gap" if number > expected else "margin-repeat"
        place = f"{self.file_name}:{index + 1}"
        self.breaks.append(Problem.of(key, place, lines[index].strip(), seen=number, expected=expected))
        return True

    def _numbered(self, place: int, match: re.Match[str]) -> None:
        self.last = int(match[3])
        rest = match[4] or ""
        self.left_out.append(LeftOut("margin-number", f"{self.file_name}:{place}", match[3]))
        if match[2]:
            self.left_out.append(LeftOut("list-dash", f"{self.file_name}:{place}", match[2]))
        self._add(place, self.last, rest, bool(match[2]))

    def _unnumbered(self, place: int, line: str) -> None:
        words = line.strip()
        where = f"{self.file_name}:{place}"
        if _PAGE_MARK.fullmatch(words) or words.isdigit() or _shape(line) in self.running:
            self.left_out.append(LeftOut("page-head", where, words))
            # What stands between two pages parts no sentence by itself, but it may stand between two blocks.
            self.blank = True
        else:
            self._add(place, None, line, False)

    def _add(self, place: int, number: int | None, rest: str, dashed: bool) -> None:
        words = rest.replace("\t", " ").strip(" \f\v")
        soft = words.endswith(SOFT_HYPHEN)
        for mark in _INVISIBLE.findall(words):
            kind = "soft-hyphen" if mark == SOFT_HYPHEN else "invisible"
            self.left_out.append(LeftOut(kind, f"{self.file_name}:{place}", mark))
        words = _INVISIBLE.sub("", words).strip(" ")
        words = words if words.strip() else ""
        indent = len(rest) - len(rest.lstrip(" \t"))
        page = self.page if self.paged else None
        self.lines.append(RawLine(place, number, words, indent, dashed, self.blank, page, soft))
        self.blank = False
