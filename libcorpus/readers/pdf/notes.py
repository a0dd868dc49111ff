"""Finds footnotes: small print at the foot of a page that begins with a mark.

    … den Ausbau¹ der Radwege …
    ────
    1 Siehe Beschluss A4.             a note with the mark "1"
      Er gilt weiter.                 goes on

Knows lines of pages.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from libcorpus.readers.pdf.values import Line, main_size
from libcorpus.readers.signs import ends

_MARK: Final = re.compile(r"\d{1,3}|[*†‡]{1,3}|[a-z]\)|\[\d{1,3}\]|\(\d{1,3}\)")
_SMALL: Final = 0.93


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its mark and its lines, without the mark."""

    mark: str
    lines: tuple[Line, ...]


def body_size(lines: Sequence[Line]) -> float:
    """The size that most characters of a text have."""
    return main_size(word for line in lines for word in line.words)


def find_notes(pages: Mapping[int, Sequence[Line]], kept: set[Line], size: float) -> tuple[list[Note], set[Line]]:
    """The notes of all pages in order, and the lines they were made of; ``kept`` are lines that print numbers."""
    notes: list[Note] = []
    taken: set[Line] = set()
    open_end = False
    for lines in pages.values():
        foot = _foot([line for line in lines if line.words], kept, size)
        first = next((index for index, line in enumerate(foot) if _marked(line)), None)
        start = 0 if open_end and notes else first
        if start is None:
            open_end = False
            continue
        for line in foot[start:]:
            taken.add(line)
            if _marked(line):
                notes.append(Note(line.words[0].text, (line.without(1),)))
            else:
                notes[-1] = Note(notes[-1].mark, (*notes[-1].lines, line))
        open_end = bool(foot) and not ends(foot[-1].text)
    return notes, taken


def _foot(lines: Sequence[Line], kept: set[Line], size: float) -> list[Line]:
    """The small lines at the end of a page, in the order of reading; of two columns each may have some."""
    foot: list[Line] = []
    for column in sorted({line.column for line in lines}):
        own = [line for line in lines if line.column == column]
        small: list[Line] = []
        for line in reversed(own):
            if line in kept or line.size > _SMALL * size:
                break
            small.append(line)
        if len(small) < len(own) or column == 0:
            foot += reversed(small)
    return foot


def _marked(line: Line) -> bool:
    if len(line.words) < 2 or _MARK.fullmatch(line.words[0].text) is None:
        return False
    first, second = line.words[0], line.words[1]
    raised = first.size <= 0.86 * second.size
    return raised or second.blank or second.x0 - first.x1 > 0.1 * line.size
