"""Reads plain text without printed numbers: paragraphs between blank lines, bullets, headings.

    Titel                      the head, down to its last "Key: value" line or the section name
    Gremium: Parteitag
                               blank
    Ein Absatz, umbrochen      lines of the file are no lines of print; they are joined
    wie es sich ergab.

The words are numbered by the rule later. Knows no margin numbers.
"""

from dataclasses import replace

from libcorpus.model.draft import Draft, LeftOut
from libcorpus.model.problems import refuse
from libcorpus.readers.base import NO_OPTIONS, ReadOptions, suffix_of
from libcorpus.readers.encodings import MISNAMED, decoded, is_text
from libcorpus.readers.head import is_keyed, is_section_name, read_head
from libcorpus.readers.margins import RawLine, invisible, is_page_mark
from libcorpus.readers.numbered import blocks_of, guesses
from libcorpus.readers.structure import shapes_of

# A file whose lines are this long has a paragraph on each line.
_LONG_LINE = 120


class PlainText:
    """Plain text without margin numbers."""

    name = "plain-text 1"
    media_type = "text/plain"
    suffixes: tuple[str, ...] = (".txt", ".text", "")

    def recognises(self, data: bytes, file_name: str) -> bool:
        """Any text that can be decoded."""
        return suffix_of(file_name) in (*self.suffixes, *MISNAMED) and is_text(data)

    def read(self, data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS) -> Draft:
        """The draft, without lines of print."""
        found = decoded(data, file_name)
        lines = found.text.split("\n")
        if not found.text.strip():
            raise refuse("empty-file", file_name)
        end = _head_end(lines)
        head = read_head([(number, line) for number, line in enumerate(lines[:end], 1) if line.strip()], file_name)
        raw, invisible = _raw_lines(lines, end, file_name)
        shapes, length = shapes_of(raw)
        blocks, left_out = blocks_of(shapes, length.by_rule, raw, file_name)
        return Draft(
            self.name,
            self.media_type,
            tuple(replace(block, lines=()) for block in blocks if block.flat),
            head.metadata,
            (*head.left_out, *invisible, *left_out),
            remarks=(*found.remarks, *head.remarks, *guesses(shapes, file_name)),
        )


def _head_end(lines: list[str]) -> int:
    """The index at which the text begins: behind the last field or section name near the top, or behind the title."""
    filled = [index for index, line in enumerate(lines) if line.strip()]
    for index in reversed(filled[:20]):
        if is_keyed(lines[index]) or (is_section_name(lines[index]) and index != filled[0]):
            return index + 1
    first = filled[0]
    alone = len(filled) > 1 and not lines[first + 1].strip()
    title = alone and len(lines[first]) <= _LONG_LINE and not lines[first].rstrip().endswith((".", ":", ";", ","))
    return first + 1 if title else first


def _raw_lines(lines: list[str], start: int, file_name: str) -> tuple[tuple[RawLine, ...], tuple[LeftOut, ...]]:
    long = max(map(len, lines[start:]), default=0) > _LONG_LINE
    raw: list[RawLine] = []
    left_out: list[LeftOut] = []
    blank, broken = True, False
    for place, line in enumerate(lines[start:], start=start + 1):
        words, soft, marks = invisible(line, f"{file_name}:{place}")
        left_out.extend(marks)
        broken = broken or "\f" in line
        if not words:
            blank = True
        elif is_page_mark(words):
            left_out.append(LeftOut("page-head", f"{file_name}:{place}", words))
            broken = True
        else:
            indent = len(line) - len(line.lstrip(" \t"))
            apart = (blank or long) and not broken
            raw.append(RawLine(place, None, words, indent, blank_before=apart, soft=soft, page_break=broken))
            blank = broken = False
    return tuple(raw), tuple(left_out)
