"""Reads a transcript with a printed number in front of each line.

    margins -> structure -> joining -> Draft

What such transcripts have in common is used: numbers that go up by one, blank lines and
list dashes between blocks, bullets, and lines that are full before they break.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from libcorpus.model.draft import Draft, DraftBlock, DraftLine, LeftOut
from libcorpus.model.problems import Problem
from libcorpus.readers.arranging import Arranged, arranged
from libcorpus.readers.base import NO_OPTIONS, ReadOptions, suffix_of
from libcorpus.readers.counting import Count, count_lines
from libcorpus.readers.encodings import MISNAMED, decode, decoded, is_text
from libcorpus.readers.head import read_head
from libcorpus.readers.joining import hyphenated, join, vocabulary
from libcorpus.readers.margins import RawLine, take_apart
from libcorpus.readers.shapes import Shape
from libcorpus.readers.signs import ends
from libcorpus.readers.sparse import count_sparse
from libcorpus.readers.structure import shapes_of


class NumberedText:
    """Plain text with margin numbers."""

    name = "numbered-text 1"
    media_type = "text/plain"
    suffixes: tuple[str, ...] = (".txt", ".text", "")

    def recognises(self, data: bytes, file_name: str) -> bool:
        """Whether the text carries margin numbers."""
        if suffix_of(file_name) not in (*self.suffixes, *MISNAMED) or not is_text(data):
            return False
        return _counted(decode(data, file_name).split("\n"), file_name) is not None

    def read(self, data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS) -> Draft:
        """The draft, each line with its printed number; breaks in the count are in ``gaps`` and ``remarks``."""
        found = decoded(data, file_name)
        counted = _counted(found.text.split("\n"), file_name)
        assert counted is not None
        lines, count = counted
        margins = take_apart(lines.lines, count, file_name)
        head = read_head(margins.head, file_name)
        shapes, length = shapes_of(margins.lines)
        blocks, left_out = blocks_of(shapes, length.by_rule, margins.lines, file_name)
        about = (*found.remarks, *_stood(lines, count, file_name), *head.remarks, *margins.remarks)
        remarks = (*about, *guesses(shapes, file_name), *_unnumbered(shapes, file_name))
        return Draft(
            self.name,
            self.media_type,
            blocks,
            head.metadata,
            (*head.left_out, *margins.left_out, *left_out),
            numbered=True,
            gaps=tuple(str(problem.values["seen"]) for problem in count.breaks),
            remarks=remarks,
        )


def _counted(lines: list[str], file_name: str) -> tuple[Arranged, Count] | None:
    """The lines with their numbers in front, and the count; None where there are no printed numbers."""
    plain, other = Arranged(tuple(lines)), arranged(lines)
    # A number alone on its line is one in front of nothing, too; one behind its line may be a word of it.
    for way in (other, plain) if other.stood == "alone" else (plain, other):
        if (count := count_lines(way.lines, file_name)) is not None:
            return way, count
    sparse = count_sparse(lines, file_name)
    return None if sparse is None else (plain, sparse)


def _stood(lines: Arranged, count: Count, file_name: str) -> list[Problem]:
    """Remarks on where print has its numbers, if that is not in front of each line."""
    behind = [Problem.of("numbers-behind", file_name)] if lines.stood == "behind" else []
    return behind + ([Problem.of("every-fifth", file_name, step=count.step)] if count.step > 1 else [])


def blocks_of(
    shapes: list[Shape], by_rule: bool, lines: tuple[RawLine, ...], file_name: str
) -> tuple[tuple[DraftBlock, ...], tuple[LeftOut, ...]]:
    """The blocks with flat text and lines, and the bullets, markup and hyphens that were left out."""
    known = vocabulary(lines)
    whole_words = by_rule and not hyphenated(lines)
    blocks: list[DraftBlock] = []
    left_out: list[LeftOut] = []
    for shape in shapes:
        flat, starts, hyphens = join(shape.lines, shape.words, known, whole_words, file_name)
        blocks.append(DraftBlock(shape.kind, flat, starts, shape.level, shape.label))
        left_out.extend(hyphens)
        left_out.extend(LeftOut("markup", f"{file_name}:{line.place}", text, "markup") for line, text in shape.markup)
        if shape.bullet:
            left_out.append(LeftOut("bullet", f"{file_name}:{shape.lines[0].place}", shape.bullet))
    return _with_words(blocks), tuple(left_out)


def _with_words(blocks: Sequence[DraftBlock]) -> tuple[DraftBlock, ...]:
    """The blocks that have words; printed lines without any between two of them belong to the one above."""
    kept: list[DraftBlock] = []
    above: tuple[DraftLine, ...] = ()
    for block in blocks:
        if block.flat:
            kept.append(replace(block, lines=(*(replace(line, offset=0) for line in above), *block.lines)))
            above = ()
        elif kept:
            empty = (replace(line, offset=len(kept[-1].flat)) for line in block.lines)
            kept[-1] = replace(kept[-1], lines=(*kept[-1].lines, *empty))
        else:
            above += block.lines
    return tuple(kept)


def guesses(shapes: list[Shape], file_name: str) -> list[Problem]:
    """What was guessed about the structure, as remarks for the receipt."""
    return [*_told_by_length(shapes, file_name), *_guessed(shapes, file_name)]


def _told_by_length(shapes: list[Shape], file_name: str) -> list[Problem]:
    """One remark for all blocks that nothing but the length of lines parts: it would stand at each, otherwise."""
    told = [shape for shape in shapes if shape.by_length]
    if not told:
        return []
    place = f"{file_name}:{told[0].lines[0].place}"
    return [Problem.of("blocks-by-length", place, told[0].first_words, count=len(told))]


def _guessed(shapes: list[Shape], file_name: str) -> Iterator[Problem]:
    for shape in shapes:
        place = f"{file_name}:{shape.lines[0].place}"
        if shape.guess:
            yield Problem.of(shape.guess, place, shape.first_words, level=shape.level)
        for (before, _), (words, line) in pairwise(zip(shape.words, shape.lines, strict=True)):
            if line.page_break and ends(before):
                yield Problem.of("page-joined", f"{file_name}:{line.place}", words)


def _unnumbered(shapes: list[Shape], file_name: str) -> list[Problem]:
    """One remark for each run of lines that print does not number."""
    return [
        Problem.of("line-unnumbered", f"{file_name}:{line.place}", line.words)
        for shape in shapes
        for before, line in zip((None, *shape.lines), shape.lines, strict=False)
        if line.number is None and line.words and (before is None or before.number is not None)
    ]
