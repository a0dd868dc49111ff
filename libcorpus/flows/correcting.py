"""Corrects the transcript of a resolution: new words, the printed lines carried along, the patch kept.

    text.txt before, text.txt after  ->  lines.tsv after, corrections/001.patch

A correction changes what was archived, not what was resolved. Which sentence of the
assembly a line of print holds is kept: lines follow the words they began with.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from libcorpus.model.document import Document
from libcorpus.model.lines import LineStart
from libcorpus.model.problems import LibcorpusError, refuse
from libcorpus.patch import apply, opcodes, unified
from libcorpus.store.layout import Layout
from libcorpus.text.canonical import parse_text
from libcorpus.text.linetable import write_document
from libcorpus.text.numbering import Rule, number_by_rule

_TOKEN: Final = re.compile(r"[^\s-]+-?|-|\n|\s")


def corrected(before: Document, text: str, place: str, computed: bool, rule: Rule | int = 80) -> Document:
    """The document with new canonical text; its printed lines begin at the words they began with.

    A text numbered by the rule is numbered anew, from the line on where it began. Refuses a text whose blocks begin
    where print has no line.
    """
    blocks = parse_text(text, place)
    if computed:
        first = next((start.number for start in before.lines if start.number is not None), 1)
        return number_by_rule(Document(blocks), rule or 80, first)
    if not before.lines:
        return Document(blocks)
    lines = _carried(before, Document(blocks))
    try:
        return Document(blocks, lines)
    except LibcorpusError as error:
        problem = error.problem
        raise refuse("correction-parts-line", place, text_line=problem.values.get("seen", "?")) from None


def _carried(before: Document, after: Document) -> tuple[LineStart, ...]:
    old, new = _Flat(before), _Flat(after)
    matched = _trimmed(old.tokens, new.tokens)
    starts = []
    for start in before.lines:
        offset = _moved(old, new, matched, old.offset(start.position))
        starts.append((new.position(offset), start))
    # The first line of all begins the text, whatever was put in front of its words.
    if starts:
        starts[0] = ((0, 0), starts[0][1])
    return tuple(
        LineStart(start.number, start.page, position[0], position[1], start.hyphen) for position, start in starts
    )


class _Flat:
    """A whole document as one text, blocks parted by a newline, with its words as tokens."""

    def __init__(self, document: Document) -> None:
        self.ends = (len(document.sentences), 0)
        self.starts: list[int] = []
        parts: list[str] = []
        count = 0
        for block in document.blocks:
            for sentence in block.sentences:
                self.starts.append(count)
                count += len(sentence) + 1
            parts.append(block.flat)
        self.text = "\n".join(parts)
        self.matches = [(match.start(), match.group()) for match in _TOKEN.finditer(self.text)]
        self.tokens = [token for _, token in self.matches]
        self.token_starts = [start for start, _ in self.matches]

    def offset(self, position: tuple[int, int]) -> int:
        return len(self.text) if position == self.ends else self.starts[position[0]] + position[1]

    def position(self, offset: int) -> tuple[int, int]:
        if offset >= len(self.text):
            return self.ends
        # A line begins at words, never at the blank before them.
        while offset < len(self.text) and self.text[offset] in " \n":
            offset += 1
        if offset >= len(self.text):
            return self.ends
        index = bisect_right(self.starts, offset) - 1
        return (index, offset - self.starts[index])


Opcodes = list[tuple[str, int, int, int, int]]


def _moved(old: _Flat, new: _Flat, opcodes_: Opcodes, offset: int) -> int:
    """Where a character of the old text is in the new one; of a word that is gone, where the next one is."""
    if offset >= len(old.text):
        return len(new.text)
    token = bisect_right(old.token_starts, offset) - 1
    inside = offset - old.token_starts[token]
    for tag, old_start, old_end, new_start, new_end in opcodes_:
        if old_start <= token < old_end:
            if tag == "equal":
                return new.token_starts[new_start + token - old_start] + inside
            target = new_start + min(token - old_start, new_end - new_start)
            return new.token_starts[target] if target < len(new.token_starts) else len(new.text)
    return len(new.text)


def _trimmed(old: Sequence[str], new: Sequence[str]) -> Opcodes:
    """Opcodes, with what is equal at both ends taken off first: difflib takes quadratic time on long texts."""
    front = 0
    while front < min(len(old), len(new)) and old[front] == new[front]:
        front += 1
    back = 0
    while back < min(len(old), len(new)) - front and old[-1 - back] == new[-1 - back]:
        back += 1
    middle = opcodes(old[front : len(old) - back], new[front : len(new) - back])
    result = [("equal", 0, front, 0, front)] if front else []
    result += [(tag, a + front, b + front, c + front, d + front) for tag, a, b, c, d in middle]
    if back:
        result.append(("equal", len(old) - back, len(old), len(new) - back, len(new)))
    return result


def correction_files(
    folder: PurePosixPath, number: int, before: str, after: Document, reason: str, person: str, date: str
) -> dict[PurePosixPath, bytes]:
    """The files a correction writes: text, line table, and the patch with reason, person and date on top."""
    text, table = write_document(after)
    patch = unified(before, text)
    if apply(before, patch) != text:
        raise refuse("law-roundtrip")
    head = "".join(
        f"{key}: {' '.join(value.split())}\n" for key, value in (("Reason", reason), ("By", person), ("Date", date))
    )
    return {
        folder / "text.txt": text.encode(),
        folder / "lines.tsv": table.encode(),
        folder / "corrections" / f"{number:03d}.patch": f"{head}\n{patch}".encode(),
    }


def applied(text: str, layout: Layout, folder: PurePosixPath) -> str:
    """The text with all stored corrections of a resolution applied in order."""
    for name in correction_names(layout, folder):
        relative = folder / "corrections" / name
        _, _, patch = layout.read_text(relative).partition("\n\n")
        text = apply(text, patch, layout.place(relative))
    return text


def correction_names(layout: Layout, folder: PurePosixPath) -> list[str]:
    """The names of the stored corrections, in order."""
    return sorted(path.name for path in (layout.root / folder / "corrections").glob("[0-9]*.patch"))
