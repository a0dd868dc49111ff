"""Finds tables of contents: a page number at the end of nearly each line.

    Inhalt                                    the title of the table belongs to it
    Wohnen ............................. 3
    B4   Braunschweig   Befristung …     7    no dots, but a gap and a number at the right edge
         einführen                            a title that goes on

Knows lines of pages.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from libcorpus.readers.pdf.values import Line

_LEADERS: Final = re.compile(r"(?:\.[ \u00a0]?){4,}\s*\d{1,4}$|…{2,}\s*\d{1,4}$|_{4,}\s*\d{1,4}$")
_NUMBER: Final = re.compile(r"\d{1,4}|[ivxlc]{1,5}")
_TITLE: Final = re.compile(
    r"(?i)(?:inhalt|inhaltsverzeichnis|inhaltsübersicht|übersicht|contents|table of contents)\W*"
)
_IN_HEAD: Final = re.compile(r"(?i)\binhalt(?:sverzeichnis|sübersicht)?\b|\bcontents\b")
_MIN_ENTRIES: Final = 3
_GAP: Final = 1.5
# Printed page numbers may run ahead of the pages of a file that leaves a cover or a part out.
_COVER: Final = 30
_EDGE: Final = 4.0
# Lines between two entries: titles of parts, and titles that go on.
_BETWEEN: Final = 5


def find_contents(pages: Mapping[int, Sequence[Line]], kept: set[Line], heads: Sequence[Line]) -> set[Line]:
    """The lines of tables of contents; ``kept`` are lines that print numbers, and stay.

    ``heads`` are the heads of pages: there the title of the table may stand alone.
    """
    found: set[Line] = set()
    running = False
    named = {line.page for line in heads if _IN_HEAD.search(line.text)}
    for page, lines in pages.items():
        running = running or page in named
        free = [line for line in lines if line not in kept]
        region = (
            _region(free, running, last=len(pages) + _COVER)
            if len(free) >= len(lines) - 2 or running or _titled(free)
            else []
        )
        found.update(region)
        running = bool(region) and bool(free) and region[-1] is free[-1]
    return found


def _titled(lines: Sequence[Line]) -> bool:
    return any(_TITLE.fullmatch(line.text) for line in lines[:8])


def _region(lines: Sequence[Line], running: bool, last: int) -> list[Line]:
    """The lines of one page from the title, or the first entry, to the last entry and the rest of its title."""
    edge = max((line.x1 for line in lines), default=0.0)
    entries = [index for index, line in enumerate(lines) if _is_entry(line, edge)]
    # Without leaders or a title it may be a table of figures.
    sure = running or _titled(lines) or any(_LEADERS.search(line.text) for line in lines)
    wanted = 1 if running else _MIN_ENTRIES if sure else 2 * _MIN_ENTRIES
    runs: list[list[int]] = []
    for index in entries:
        if runs and index - runs[-1][-1] <= _BETWEEN:
            runs[-1].append(index)
        else:
            runs.append([index])
    runs = [run for run in runs if len(run) >= wanted and _rises(lines, run, last)]
    if not runs:
        return []
    first, last = runs[0][0], runs[-1][-1]
    title = next((index for index in range(first - 1, -1, -1) if _TITLE.fullmatch(lines[index].text)), None)
    if title is not None and first - title <= 2 * _BETWEEN:
        first = title
    elif running or all(index < 3 for index in range(first)):
        first = 0
    return list(lines[first : _end(lines, last) + 1])


def _end(lines: Sequence[Line], last: int) -> int:
    """The index of the last line of the last entry, whose title may go on below."""
    while last + 1 < len(lines):
        above, line = lines[last], lines[last + 1]
        goes_on = line.x0 > above.x0 + above.size and line.size == above.size and line.bold is above.bold
        if not goes_on or line.y - above.y > 1.6 * line.size:
            break
        last += 1
    return last


def _is_entry(line: Line, edge: float) -> bool:
    if _LEADERS.search(line.text):
        return True
    if len(line.words) < 2 or _NUMBER.fullmatch(line.words[-1].text) is None:
        return False
    return line.x1 >= edge - _EDGE and line.words[-1].x0 - line.words[-2].x1 >= _GAP * line.size


def _rises(lines: Sequence[Line], run: Sequence[int], last: int) -> bool:
    """Whether the page numbers go up, as they do in a table of contents and hardly ever in a table of figures."""
    numbers = [int(match[0]) for index in run if (match := re.search(r"\d+$", lines[index].text))]
    down = sum(after < before for before, after in pairwise(numbers))
    return down <= len(numbers) // 10 and max(numbers, default=0) <= last
