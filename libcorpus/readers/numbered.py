"""Reads a transcript with a printed number in front of each line.

    margins -> structure -> joining -> Draft

What such transcripts have in common is used: numbers that go up by one, blank lines and
list dashes between blocks, bullets, and lines that are full before they break.
"""

from libcorpus.model.document import BlockKind
from libcorpus.model.draft import Draft, DraftBlock, LeftOut
from libcorpus.model.problems import Problem
from libcorpus.readers.base import decode
from libcorpus.readers.head import read_head
from libcorpus.readers.joining import join, vocabulary
from libcorpus.readers.margins import RawLine, find_start, take_apart
from libcorpus.readers.measure import Measure
from libcorpus.readers.structure import Shape, shapes_of


class NumberedText:
    """Plain text with margin numbers."""

    name = "numbered-text 1"
    media_type = "text/plain"
    suffixes: tuple[str, ...] = (".txt", ".text", "")

    def recognises(self, data: bytes, file_name: str) -> bool:
        """Whether the text carries margin numbers."""
        return find_start(decode(data, file_name).split("\n")) is not None

    def read(self, data: bytes, file_name: str) -> Draft:
        """The draft, each line with its printed number; breaks in the count are in ``gaps`` and ``remarks``."""
        text = decode(data, file_name)
        start = find_start(text.split("\n"))
        assert start is not None
        margins = take_apart(text, start, file_name)
        head = read_head(margins.head, file_name)
        shapes, length = shapes_of(margins.lines)
        blocks, left_out = blocks_of(shapes, length, margins.lines, file_name)
        remarks = (*head.remarks, *margins.breaks, *guesses(shapes, file_name), *_unnumbered(margins.lines, file_name))
        return Draft(
            self.name,
            self.media_type,
            blocks,
            head.metadata,
            (*head.left_out, *margins.left_out, *left_out),
            numbered=True,
            gaps=tuple(str(problem.values["seen"]) for problem in margins.breaks),
            remarks=remarks,
        )


def blocks_of(
    shapes: list[Shape], length: Measure, lines: tuple[RawLine, ...], file_name: str
) -> tuple[tuple[DraftBlock, ...], tuple[LeftOut, ...]]:
    """The blocks with flat text and lines, and the bullets and hyphens that were left out."""
    known = vocabulary(lines)
    blocks: list[DraftBlock] = []
    left_out: list[LeftOut] = []
    for shape in shapes:
        flat, starts, hyphens = join(shape.lines, shape.words, known, length.by_rule, file_name)
        blocks.append(DraftBlock(shape.kind, flat, starts, shape.level, shape.label))
        left_out.extend(hyphens)
        if shape.bullet:
            left_out.append(LeftOut("bullet", f"{file_name}:{shape.lines[0].place}", shape.bullet))
    return tuple(blocks), tuple(left_out)


def guesses(shapes: list[Shape], file_name: str) -> list[Problem]:
    """What was guessed about the structure, as remarks for the receipt."""
    return [
        Problem.of(shape.guess, f"{file_name}:{shape.lines[0].place}", shape.words[0], level=shape.level)
        for shape in shapes
        if shape.guess and shape.kind in (BlockKind.HEADING, BlockKind.ITEM)
    ]


def _unnumbered(lines: tuple[RawLine, ...], file_name: str) -> list[Problem]:
    return [
        Problem.of("line-unnumbered", f"{file_name}:{line.place}", line.words) for line in lines if line.number is None
    ]
