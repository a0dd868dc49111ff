"""Reads a transcript with a printed number in front of each line.

    margins -> structure -> joining -> Draft

What such transcripts have in common is used: numbers that go up by one, blank lines and
list dashes between blocks, bullets, and lines that are full before they break.
"""

from collections.abc import Iterator
from itertools import pairwise

from libcorpus.model.draft import Draft, DraftBlock, LeftOut
from libcorpus.model.problems import Problem
from libcorpus.readers.base import decode
from libcorpus.readers.counting import count_lines, folded
from libcorpus.readers.head import read_head
from libcorpus.readers.joining import hyphenated, join, vocabulary
from libcorpus.readers.margins import RawLine, take_apart
from libcorpus.readers.shapes import Shape
from libcorpus.readers.signs import ends
from libcorpus.readers.structure import shapes_of


class NumberedText:
    """Plain text with margin numbers."""

    name = "numbered-text 1"
    media_type = "text/plain"
    suffixes: tuple[str, ...] = (".txt", ".text", "")

    def recognises(self, data: bytes, file_name: str) -> bool:
        """Whether the text carries margin numbers."""
        return count_lines(folded(decode(data, file_name).split("\n")), file_name) is not None

    def read(self, data: bytes, file_name: str) -> Draft:
        """The draft, each line with its printed number; breaks in the count are in ``gaps`` and ``remarks``."""
        lines = folded(decode(data, file_name).split("\n"))
        count = count_lines(lines, file_name)
        assert count is not None
        margins = take_apart(lines, count, file_name)
        head = read_head(margins.head, file_name)
        shapes, length = shapes_of(margins.lines)
        blocks, left_out = blocks_of(shapes, length.by_rule, margins.lines, file_name)
        remarks = (*head.remarks, *margins.remarks, *guesses(shapes, file_name), *_unnumbered(shapes, file_name))
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
    return tuple(blocks), tuple(left_out)


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
