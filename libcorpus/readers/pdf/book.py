"""Parts a book of resolutions: where each begins, what belongs to it, what belongs to none.

    cover, contents            none
    B4  Titel  Radwege …       begins here: a head, and the numbers of the lines start again at 1
     1 Die Stadt …
    C   Wohnen                 a page between two parts with no text on it: none
    C1  …

Knows layouts.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from libcorpus.model.draft import Draft, LeftOut
from libcorpus.model.problems import Problem, refuse
from libcorpus.readers.base import Book
from libcorpus.readers.pdf.counting import breaks_of
from libcorpus.readers.pdf.cuts import Setting
from libcorpus.readers.pdf.drafting import draft_of
from libcorpus.readers.pdf.head import CODE, has_text
from libcorpus.readers.pdf.layout import Dropped, Layout
from libcorpus.readers.pdf.notes import Note
from libcorpus.readers.pdf.values import Line

_NAMED: Final = re.compile(
    r"(?:Antrag|Beschluss|Resolution|Leitantrag|Initiativantrag|Drucksache)\s+(?:Nr\.?\s*)?"
    r"([A-ZÄÖÜ]{0,4}[ ./_-]?\d{1,4}[a-z]?)(?:\s*[:–-]\s*.*|\s+\S.*)?"
)
_BACK_MATTER: Final = re.compile(
    r"(?i)(?:impressum|anhang|index|register|stichwortverzeichnis|abkürzungsverzeichnis|verzeichnis .{1,40}|notizen)\W*"
)
_LARGE: Final = 1.12
_MAX_HEAD: Final = 5
_TOP: Final = -1e6
NONE: Final = "belongs to none of the resolutions of the book"


@dataclass(frozen=True, slots=True)
class Part:
    """Lines ``start`` up to, and without, ``end`` of a layout are one resolution; those from ``tail`` on are none."""

    start: int
    tail: int
    end: int


def parts_of(layout: Layout) -> list[Part]:
    """The resolutions of a layout; none where nothing tells that it is a book."""
    if not layout.lines:
        return []
    setting = Setting.of(layout.lines)
    starts = _starts(layout.lines, setting)
    if len(starts) < 2:
        return []
    ends = [*starts[1:], len(layout.lines)]
    return [Part(start, _tail(layout.lines, start, end, setting), end) for start, end in zip(starts, ends, strict=True)]


def _starts(lines: Sequence[Line], setting: Setting) -> list[int]:
    """Where numbers start again below a head; where print has none, the heads that name a number."""
    ones = [index for index, line in enumerate(lines) if line.number == 1]
    heads = [start for index in ones if (start := _head(lines, index, setting)) >= 0]
    looks = Counter((lines[index].size, lines[index].bold) for index in heads if CODE.fullmatch(lines[index].text))
    named = [index for index in range(len(lines)) if _names(lines, index, setting, set(looks))]
    found = sorted({*heads, *named})
    # A number and the title below it are one head.
    return [index for index, before in zip(found, [-9, *found], strict=False) if not _one_head(lines, before, index)]


def _head(lines: Sequence[Line], first: int, setting: Setting) -> int:
    """The index of the first line of the head above a line with the number 1; -1 if it has none."""
    start = first
    while start and lines[start - 1].number is None and lines[start - 1].page == lines[first].page:
        start -= 1
    above = [index for index in range(start, first) if lines[index].words]
    if not any(lines[index].bold or lines[index].size >= _LARGE * setting.size for index in above):
        return -1 if start or not above else start
    coded = [index for index in above if CODE.fullmatch(lines[index].text)]
    return coded[0] if coded else above[0]


def _names(lines: Sequence[Line], index: int, setting: Setting, looks: set[tuple[float, bool]]) -> bool:
    """Whether a line is the head of a resolution by the number it names."""
    line = lines[index]
    if not line.words or line.number is not None:
        return False
    prominent = line.size >= _LARGE * setting.size or (line.bold and not setting.bold)
    if not prominent:
        return False
    alone = CODE.fullmatch(line.text) is not None
    if looks:
        return alone and (line.size, line.bold) in looks
    at_top = index == 0 or lines[index - 1].page != line.page
    return _NAMED.fullmatch(line.text) is not None or (alone and at_top)


def _one_head(lines: Sequence[Line], before: int, index: int) -> bool:
    """Whether nothing but the head stands between two starts."""
    if before < 0:
        return False
    between = lines[before:index]
    same_page = lines[before].page == lines[index].page
    return (
        same_page and all(line.number is None for line in between) and len(between) < 6 and not _is_code(lines[index])
    )


def _is_code(line: Line) -> bool:
    return CODE.fullmatch(line.text) is not None or _NAMED.fullmatch(line.text) is not None


def _tail(lines: Sequence[Line], start: int, end: int, setting: Setting) -> int:
    """From where on lines belong to no resolution: pages behind it without a text of their own."""
    numbered = [index for index in range(start, end) if lines[index].number is not None]
    last = numbered[-1] if numbered else start
    for index in range(last + 1, end):
        new_page = lines[index].page != lines[index - 1].page
        page = [line for line in lines[index:end] if line.page == lines[index].page]
        if new_page and (not has_text(page, setting) or _BACK_MATTER.fullmatch(lines[index].text)):
            return index
    return end


def split_layout(layout: Layout, remarks: Sequence[Problem], file_name: str) -> Book:
    """The drafts of the parts, and what belongs to none; refuses a layout that is no book."""
    parts = parts_of(layout)
    if not parts:
        raise refuse("pdf-no-book", file_name)
    places = [_place(layout.lines, part.start) for part in parts]
    bounds = [*places[1:], (layout.pages + 1, _TOP)]
    drafts: list[Draft] = []
    outside = [line for line in layout.lines[: parts[0].start] if line.words]
    rest = [one for one in layout.dropped if (one.page, one.y) < places[0]]
    lost_notes = [note for note in layout.notes if _note_place(note) < places[0]]
    cover = [line.text for line in outside] + list(layout.heads)
    for part, low, high in zip(parts, places, bounds, strict=True):
        # Pages behind the last line of a part, a table of contents say, are none of it.
        behind = (layout.lines[part.tail - 1].page + 1, _TOP)
        tail = min(_place(layout.lines, part.tail) if part.tail < part.end else high, behind)
        own = _section(layout, part, low, tail, file_name)
        name = _name(own, drafts)
        drafts.append(replace(draft_of(own, file_name, name, cover, book=True)))
        outside += [line for line in layout.lines[part.tail : part.end] if line.words]
        rest += [one for one in layout.dropped if tail <= (one.page, one.y) < high]
        lost_notes += [note for note in layout.notes if tail <= _note_place(note) < high]
    drafts[0] = replace(drafts[0], remarks=(*remarks, *drafts[0].remarks))
    return Book(tuple(drafts), (*_outside(outside, lost_notes, file_name), *(one.left for one in rest)))


def _section(layout: Layout, part: Part, low: tuple[int, float], high: tuple[int, float], file_name: str) -> Layout:
    """The layout of one part."""
    lines = layout.lines[part.start : part.tail]
    dropped = tuple(one for one in layout.dropped if low <= (one.page, one.y) < high)
    notes = tuple(note for note in layout.notes if low <= _note_place(note) < high)
    pages = {line.page for line in lines}
    remarks = tuple(one for one in layout.remarks if int(one.place.rpartition(":")[2] or 0) in pages)
    texts = [*(line.text for line in lines), *(one.left.text for one in dropped), *map(_note_text, notes)]
    text = "\n".join(texts)
    return Layout(
        layout.pages, lines, notes, dropped, (), text, layout.step, tuple(breaks_of(lines, file_name)), remarks
    )


def _place(lines: Sequence[Line], index: int) -> tuple[int, float]:
    """Where a part begins: the top of its page, unless a text stands above it there."""
    line = lines[index]
    above = index > 0 and lines[index - 1].page == line.page
    return (line.page, line.y - line.size if above else _TOP)


def _note_place(note: Note) -> tuple[int, float]:
    return note.lines[0].page, note.lines[0].y


def _note_text(note: Note) -> str:
    return "\n".join([note.mark, *(line.text for line in note.lines)])


def _name(section: Layout, drafts: Sequence[Draft]) -> str:
    """The number in the head of a part, or the count of parts; never the same twice."""
    codes = [
        match[1] for line in section.lines[:6] if (match := CODE.fullmatch(line.text) or _NAMED.fullmatch(line.text))
    ]
    name = codes[0].strip() if codes else str(len(drafts) + 1)
    taken = {draft.part for draft in drafts}
    return name if name not in taken else f"{name}-{len(drafts) + 1}"


def _outside(lines: Sequence[Line], notes: Sequence[Note], file_name: str) -> list[LeftOut]:
    left = [LeftOut("other", f"{file_name}:{line.page}", line.text, NONE) for line in lines]
    return [*left, *(LeftOut("other", f"{file_name}:{note.lines[0].page}", _note_text(note), NONE) for note in notes)]


__all__ = ["NONE", "Dropped", "Part", "parts_of", "split_layout"]
