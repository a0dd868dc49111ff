"""Makes a draft of a layout, or of the part of it that one resolution of a book is.

    Layout -> head off -> words, hyphens -> blocks -> Draft

Knows lines of print; the file is read already.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from libcorpus.model.dates import PartialDate
from libcorpus.model.document import NOTE_LABEL, BlockKind
from libcorpus.model.draft import Draft, DraftBlock, DraftLine, LeftOut
from libcorpus.model.problems import LibcorpusError, Problem
from libcorpus.readers.joining import hyphenated, join, vocabulary
from libcorpus.readers.margins import RawLine, invisible
from libcorpus.readers.numbered import blocks_of, guesses
from libcorpus.readers.pdf.cuts import Setting
from libcorpus.readers.pdf.glyphs import UNKNOWN
from libcorpus.readers.pdf.head import only_date, read_front
from libcorpus.readers.pdf.layout import Layout
from libcorpus.readers.pdf.notes import Note
from libcorpus.readers.pdf.structure import shapes_of
from libcorpus.readers.pdf.values import Line

READER: Final = "pdf 1"
MEDIA_TYPE: Final = "application/pdf"
_BACK: Final = 4
_LONG: Final = 100


def draft_of(layout: Layout, file_name: str, part: str = "", dated: Sequence[str] = (), book: bool = False) -> Draft:
    """The draft of a layout. ``dated`` are texts around it that may name its date; ``book``: it is part of one."""
    setting = Setting.of(layout.lines)
    front = read_front(layout.lines, setting, file_name, code=book)
    lines = [line for line in layout.lines if line not in front.taken]
    lines, back = _without_back(lines, file_name)
    pairs, marks = _as_read(lines, file_name)
    shapes = shapes_of(pairs, setting)
    raw = tuple(own for _, own in pairs)
    # A long text that hardly ever has a small letter behind a hyphen at a line's end parts no words.
    whole_words = len(raw) >= _LONG and not hyphenated(raw)
    blocks, left_out = blocks_of(shapes, whole_words, raw, file_name)
    notes, in_notes = _note_blocks(layout.notes, raw, file_name)
    numbered = any(line.number is not None for line in lines)
    found = dict(front.metadata)
    if "title" not in found and (title := _title_in(blocks)):
        found["title"] = title
    metadata, date_remarks = _dated(found, [*(left.text for left in front.left_out), *dated], file_name)
    remarks = (*front.remarks, *date_remarks, *layout.breaks, *layout.remarks, *guesses(shapes, file_name))
    return Draft(
        READER,
        MEDIA_TYPE,
        tuple(block if numbered else replace(block, lines=()) for block in (*blocks, *notes)),
        metadata,
        (*front.left_out, *back, *marks, *left_out, *in_notes, *(one.left for one in layout.dropped)),
        numbered=numbered,
        gaps=tuple(str(problem.values["seen"]) for problem in layout.breaks),
        remarks=(*remarks, *_about(layout, lines, file_name)),
        characters=layout.text,
        pages=layout.pages,
        part=part,
    )


def _as_read(lines: Sequence[Line], file_name: str) -> tuple[list[tuple[Line, RawLine]], list[LeftOut]]:
    """The lines with their words as they are read, without what nobody sees."""
    pairs: list[tuple[Line, RawLine]] = []
    left_out: list[LeftOut] = []
    for line in lines:
        words, soft, marks = invisible(line.text, f"{file_name}:{line.page}")
        left_out.extend(marks)
        if words or line.number is not None:
            pairs.append((line, RawLine(line.page, line.number, words, page=line.page, soft=soft)))
    return pairs, left_out


def _without_back(lines: Sequence[Line], file_name: str) -> tuple[list[Line], list[LeftOut]]:
    """Without the back of the cover: a last page of a few lines, where print numbers the lines of all others."""
    last = max((index for index, line in enumerate(lines) if line.number is not None), default=None)
    if last is None:
        return list(lines), []
    behind = [line for line in lines[last + 1 :] if line.words]
    if not behind or len(behind) > _BACK or any(line.page == lines[last].page for line in behind):
        return list(lines), []
    reason = "a page behind the last line that has a number"
    left = [LeftOut("other", f"{file_name}:{line.page}", line.text, reason) for line in behind]
    return list(lines[: last + 1]), left


def _note_blocks(
    notes: Sequence[Note], raw: Sequence[RawLine], file_name: str
) -> tuple[list[DraftBlock], list[LeftOut]]:
    known = vocabulary(raw) if notes else frozenset()
    blocks: list[DraftBlock] = []
    left_out: list[LeftOut] = []
    for note in notes:
        pairs, marks = _as_read(note.lines, file_name)
        own = [pair[1] for pair in pairs]
        flat, starts, hyphens = join(own, [line.words for line in own], known, False, file_name)
        label = note.mark.strip("[]()")
        place = f"{file_name}:{note.lines[0].page}"
        left_out += [*marks, *hyphens]
        if not flat or NOTE_LABEL.fullmatch(label) is None:
            left_out.append(LeftOut("other", place, f"{note.mark} {flat}", "a footnote without words or mark"))
            continue
        left_out += [LeftOut("markup", place, sign) for sign in note.mark if sign in "[]()"]
        lines = tuple(DraftLine(start.offset, None, start.page, start.hyphen) for start in starts)
        blocks.append(DraftBlock(BlockKind.NOTE, flat, lines, 0, label))
    return blocks, left_out


def _title_in(blocks: Sequence[DraftBlock]) -> str:
    """The first heading, where the text begins with one and its line is counted like any other."""
    return next((block.flat for block in blocks[:3] if block.kind is BlockKind.HEADING), "")


def _dated(metadata: dict[str, str], texts: Sequence[str], file_name: str) -> tuple[dict[str, str], list[Problem]]:
    """The metadata with the one date that the front names, where no field says so; a guess."""
    if "adopted_on" in metadata or not (found := only_date(texts)):
        return metadata, []
    try:
        date = str(PartialDate.read(found))
    except LibcorpusError:
        return metadata, []
    return {**metadata, "adopted_on": date}, [Problem.of("pdf-date-guessed", file_name, seen=found)]


def _about(layout: Layout, lines: Sequence[Line], file_name: str) -> list[Problem]:
    """What a reader of the draft should know of the file."""
    remarks = []
    if layout.step > 1 and any(line.number for line in lines):
        remarks.append(Problem.of("pdf-step", file_name, step=layout.step))
    for kind in ("hidden-text", "rotated-text", "off-page", "annotation"):
        found = [one for one in layout.dropped if one.left.kind == kind]
        if found:
            pages = ", ".join(map(str, sorted({one.page for one in found})[:20]))
            remarks.append(Problem.of(f"pdf-{kind}", file_name, found[0].left.text, count=len(found), pages=pages))
    unknown = layout.text.count(UNKNOWN)
    if unknown:
        remarks.append(Problem.of("pdf-unknown-letters", file_name, count=unknown))
    return remarks
