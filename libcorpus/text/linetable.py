"""Writes where each printed line begins as ``lines.tsv`` and reads it again.

    printed  page  text_line  column  hyphen
    94             7          3                 Z. 94 begins at the words of text line 7
    95             7          57
    96             8          3

Columns count code points from 1, with marker, indent and ``\\`` included, as an editor
shows them. Since a sentence is one text line, a row and a place in the words say the same.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

from libcorpus.model.document import Block, Document
from libcorpus.model.lines import LineStart
from libcorpus.model.problems import LibcorpusError, refuse
from libcorpus.text.canonical import block_lines, parse_text, write_text

HEADER = "printed\tpage\ttext_line\tcolumn\thyphen"
# Whole numbers as they are written, of a length that an int can be made of; printed number and page may be missing.
_NUMBER: Final = "(0|[1-9][0-9]{0,999})"
_ROW: Final = re.compile(rf"{_NUMBER}?\t{_NUMBER}?\t{_NUMBER}\t{_NUMBER}\t(-?)")
_NOWHERE: Final = (-1, 0)


def write_lines(document: Document) -> str:
    """The line table of a document; the header alone where it has no lines."""
    places = _places(document.blocks)
    end = (places[-1][0] + 1, 0) if places else (1, 0)
    rows = [HEADER]
    for start in document.lines:
        text_line, before = places[start.sentence] if start.sentence < len(places) else end
        cells = (start.number, start.page, text_line, before + start.offset + 1, "-" if start.hyphen else "")
        rows.append("\t".join("" if cell is None else str(cell) for cell in cells))
    return "\n".join(rows) + "\n"


def parse_lines(table: str, blocks: Sequence[Block], place: str = "lines.tsv") -> tuple[LineStart, ...]:
    """The line starts a table stands for, given the blocks of its text; refuses a row with its number in the file."""
    rows = table.split("\n")
    if rows[0] != HEADER or rows[-1] != "":
        raise refuse("bad-line-table", place, rows[0])
    places = _places(blocks)
    # Where the words begin on each text line; the one behind the last stands for the very end.
    begins = {text_line: (index, before) for index, (text_line, before) in enumerate(places)}
    begins[places[-1][0] + 1 if places else 1] = (len(places), 0)
    starts = []
    for number, row in enumerate(rows[1:-1], start=2):
        match = _ROW.fullmatch(row)
        if match is None:
            raise refuse("bad-line-row", f"{place}:{number}", row)
        printed, page, text_line, column, hyphen = match.groups()
        sentence, before = begins.get(int(text_line), _NOWHERE)
        offset = int(column) - before - 1
        if sentence < 0 or offset < 0:
            raise refuse("line-outside-text", f"{place}:{number}", row)
        starts.append(
            LineStart(int(printed) if printed else None, int(page) if page else None, sentence, offset, hyphen == "-")
        )
    return tuple(starts)


def _places(blocks: Iterable[Block]) -> list[tuple[int, int]]:
    """For each sentence its text line, from 1, and the number of characters before its words there."""
    blocks = tuple(blocks)
    firsts = accumulate((len(block.sentences) + 1 for block in blocks), initial=1)
    return [
        (first + index, len(marker))
        for block, first in zip(blocks, firsts, strict=False)
        for index, (marker, _, _) in enumerate(block_lines(block))
    ]


def text_lines(document: Document) -> list[int]:
    """For each sentence the text line of ``text.txt`` it stands on, from 1."""
    return [text_line for text_line, _ in _places(document.blocks)]


def write_document(document: Document) -> tuple[str, str]:
    """A document as the contents of ``text.txt`` and ``lines.tsv``."""
    return write_text(document.blocks), write_lines(document)


def parse_document(text: str, table: str, place: str = "") -> Document:
    """The document two files stand for; refuses what ``write_document`` would not have written."""
    prefix = f"{place}/" if place else ""
    blocks = parse_text(text, f"{prefix}text.txt")
    lines = parse_lines(table, blocks, f"{prefix}lines.tsv")
    try:
        return Document(blocks, lines)
    except LibcorpusError as error:
        problem = error.problem
        raise refuse(problem.key, f"{prefix}lines.tsv", problem.excerpt, **problem.values) from None
