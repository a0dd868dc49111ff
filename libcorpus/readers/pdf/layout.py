"""Takes a printed file apart: what is text, what is none, and which line has which number.

    pages -> margin numbers off -> lines -> heads and feet off -> contents off -> columns -> notes off -> numbers on

Whatever is taken off is kept with its page and its kind, so that no character is lost. Knows pages of words.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from libcorpus.model.draft import LeftOut
from libcorpus.model.problems import Problem
from libcorpus.readers.pdf.columns import in_columns
from libcorpus.readers.pdf.contents import find_contents
from libcorpus.readers.pdf.counting import count_lines
from libcorpus.readers.pdf.furniture import find_furniture
from libcorpus.readers.pdf.lines import rows_of
from libcorpus.readers.pdf.margins import Margins, find_margins
from libcorpus.readers.pdf.notes import Note, body_size, find_notes
from libcorpus.readers.pdf.values import Line, Page

_REACH: Final = 0.45
REASONS: Final = {
    "toc": "a line of the table of contents",
    "hidden-text": "text that nobody sees on the page",
    "off-page": "text beside the page",
    "rotated-text": "text that runs in another direction",
    "annotation": "a comment or a field of a form, not part of the page",
    "overprint": "drawn a second time at the same place",
}


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something left out, with its page and its height there."""

    page: int
    y: float
    left: LeftOut


@dataclass(frozen=True, slots=True)
class Layout:
    """A file taken apart. ``text`` is all that stands on the pages; ``step`` is 0 where print numbers no lines."""

    pages: int
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    dropped: tuple[Dropped, ...]
    heads: tuple[str, ...]
    text: str
    step: int = 0
    breaks: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()


def lay_out(pages: Sequence[Page], file_name: str) -> Layout:
    """Take the pages of a file apart."""
    margins = find_margins(pages)
    dropped = list(_unseen(pages, margins, file_name))
    rows: dict[int, list[Line]] = {}
    for page in pages:
        own = margins.words(page.number)
        seen = [word for word in page.words if word.seen and word not in own]
        rows[page.number], twice = rows_of(page.number, seen)
        dropped += [_dropped("overprint", page.number, word.y, word.text, file_name) for word in twice]
    text = "\n".join([*(one.left.text for one in dropped), *(line.text for own in rows.values() for line in own)])
    kept = _beside_numbers(rows, margins)
    furniture = find_furniture(rows, {page.number: page.height for page in pages}, kept)
    heads = tuple(line.text for lines in rows.values() for line in lines if line in furniture)
    dropped += _taken_off(rows, furniture, "page-head", file_name)
    dropped += _taken_off(rows, find_contents(rows, kept, list(furniture)), "toc", file_name)
    drawn = {page.number: page.dots for page in pages}
    columns = {page: [line.dotted(drawn[page]) for line in in_columns(lines)] for page, lines in rows.items()}
    in_both = _beside_numbers(columns, margins)
    size = body_size([line for lines in columns.values() for line in lines])
    notes, taken = find_notes(columns, in_both, size)
    columns = {page: [line for line in lines if line not in taken] for page, lines in columns.items()}
    counted = count_lines(columns, margins, file_name)
    return Layout(
        len(pages),
        counted.lines,
        tuple(notes),
        tuple(dropped),
        heads,
        text,
        margins.step,
        counted.breaks,
        counted.remarks,
    )


def _unseen(pages: Sequence[Page], margins: Margins, file_name: str) -> Iterator[Dropped]:
    """What stands in no line: margin numbers, hidden and turned text, comments."""
    for page in pages:
        for strip in margins.strips.get(page.number, ()):
            for mark in strip.marks:
                yield _dropped("margin-number", page.number, mark.word.y, mark.word.text, file_name)
        hidden = [word for word in page.words if not word.seen]
        for kind, words in groupby(hidden, key=lambda word: word.hidden):
            run = list(words)
            yield _dropped(kind, page.number, run[0].y, " ".join(word.text for word in run), file_name)
        for note in page.notes:
            yield _dropped("annotation", page.number, page.height, " ".join(note.split()), file_name)


def _dropped(kind: str, page: int, y: float, text: str, file_name: str) -> Dropped:
    return Dropped(page, y, LeftOut(kind, f"{file_name}:{page}", text, REASONS.get(kind, "")))


def _taken_off(rows: dict[int, list[Line]], lines: set[Line], kind: str, file_name: str) -> list[Dropped]:
    """Take lines off the pages; returns them as left out."""
    dropped = [
        _dropped(kind, page, line.y, line.text, file_name)
        for page, own in rows.items()
        for line in own
        if line in lines
    ]
    for page, own in rows.items():
        rows[page] = [line for line in own if line not in lines]
    return dropped


def _beside_numbers(pages: Mapping[int, Sequence[Line]], margins: Margins) -> set[Line]:
    """The lines at whose height a margin number stands."""
    found: set[Line] = set()
    for page, lines in pages.items():
        heights = margins.heights(page)
        for line in lines:
            reach = _REACH * line.size
            if bisect_right(heights, line.y + reach) > bisect_left(heights, line.y - reach):
                found.add(line)
    return found
