"""The words of one resolution: blocks of sentences, and where each printed line begins in them.

    Document
      blocks   heading 1 "GRÜN wirkt" | paragraph: sentence, sentence | item "•": sentence
      lines    Z. 31 at sentence 0 | Z. 32 at sentence 1 | Z. 33 at sentence 1, character 75

Sentences are counted from 0 over the whole document. Knows no files; how this is
written down is the job of ``text.canonical`` and ``text.linetable``.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final

from libcorpus.model.lines import LineSpan, LineStart
from libcorpus.model.problems import refuse

LABEL: Final = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)]|[A-Za-z][.)]|[ivxIVX]{1,5}[.)]|\((?:\d{1,3}|[A-Za-z]|[ivx]{1,5})\))"
)
NOTE_LABEL: Final = re.compile(r"[^\]\[\s]{1,20}")
_FORBIDDEN: Final = re.compile("[\n\r\x00]")


class BlockKind(StrEnum):
    """What a block is on the printed page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    NOTE = "note"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, quote, note or table, as its sentences.

    ``level`` of a heading is 1 to 6; of an item its depth in the list, 1 for the outermost; of a
    paragraph, quote or table the depth of the item it belongs to, 0 outside of lists; of a note 0.
    ``label`` is the item's label as printed (``1.``, ``a)``, empty for a bullet) or the note's mark.
    """

    kind: BlockKind
    sentences: tuple[str, ...]
    level: int = 0
    label: str = ""

    def __post_init__(self) -> None:
        low, high = {BlockKind.HEADING: (1, 6), BlockKind.ITEM: (1, 20), BlockKind.NOTE: (0, 0)}.get(self.kind, (0, 20))
        if not low <= self.level <= high:
            raise refuse("bad-level", kind=self.kind.value, seen=self.level, low=low, high=high)
        if not self.sentences or (self.kind is BlockKind.HEADING and len(self.sentences) > 1):
            raise refuse("bad-block", kind=self.kind.value, seen=len(self.sentences))
        self._check_label()
        for sentence in self.sentences:
            check_sentence(sentence)

    def _check_label(self) -> None:
        fits = not self.label
        if self.kind is BlockKind.ITEM:
            fits = not self.label or LABEL.fullmatch(self.label) is not None
        elif self.kind is BlockKind.NOTE:
            fits = NOTE_LABEL.fullmatch(self.label) is not None
        if not fits:
            raise refuse("bad-label", kind=self.kind.value, seen=self.label)

    @property
    def flat(self) -> str:
        """The flat text: the sentences joined by one blank."""
        return " ".join(self.sentences)


def check_sentence(text: str) -> None:
    """Refuse a sentence the format cannot hold: empty, blank at an end, not NFC, or with a line end or NUL in it."""
    if not text.strip() or text != text.strip(" "):
        raise refuse("sentence-blank", excerpt=text)
    if _FORBIDDEN.search(text):
        raise refuse("sentence-control", excerpt=text)
    if not unicodedata.is_normalized("NFC", text):
        raise refuse("sentence-not-nfc", excerpt=text)


@dataclass(frozen=True)
class Document:
    """Blocks in order, and the printed lines; ``lines`` is empty only for a text that was never numbered.

    Notes stand at the end. The lines are in the order of the text, and each block begins with one.
    """

    blocks: tuple[Block, ...]
    lines: tuple[LineStart, ...] = ()

    def __post_init__(self) -> None:
        kinds = [block.kind for block in self.blocks]
        notes = kinds.count(BlockKind.NOTE)
        if any(kind is not BlockKind.NOTE for kind in kinds[len(kinds) - notes :]):
            raise refuse("notes-not-last")
        if self.lines:
            self._check_lines()

    def _check_lines(self) -> None:
        positions = self._positions
        if any(a > b for a, b in pairwise(positions)):
            raise refuse("lines-out-of-order")
        end = (len(self.sentences), 0)
        for start in self.lines:
            inside = start.position == end or (
                0 <= start.sentence < end[0] and 0 <= start.offset < len(self.sentences[start.sentence])
            )
            if not inside:
                raise refuse("line-outside", number=start.number)
        missing = {(first, 0) for first in self.first_sentences} - set(positions)
        if missing:
            raise refuse("block-without-line", seen=min(missing)[0] + 1)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """All sentences in order; their indices are what links, lines and JSON speak of."""
        return tuple(sentence for block in self.blocks for sentence in block.sentences)

    @cached_property
    def first_sentences(self) -> tuple[int, ...]:
        """The index of each block's first sentence."""
        return tuple(accumulate((len(block.sentences) for block in self.blocks[:-1]), initial=0)) if self.blocks else ()

    @cached_property
    def _positions(self) -> list[tuple[int, int]]:
        return [start.position for start in self.lines]

    def block_of(self, sentence: int) -> int:
        """The 0-based index of the block a sentence stands in."""
        return bisect_right(self.first_sentences, sentence) - 1

    def sentences_of(self, block: int) -> range:
        """The sentence indices of a block."""
        first = self.first_sentences[block]
        return range(first, first + len(self.blocks[block].sentences))

    def section_path(self, block: int) -> tuple[int, ...]:
        """The blocks of the headings above a block, outermost first; a heading is not in its own path."""
        return self._section_paths[block]

    @cached_property
    def _section_paths(self) -> tuple[tuple[int, ...], ...]:
        # In one pass: looking back from each block takes quadratic time on a long text without headings.
        paths: list[tuple[int, ...]] = []
        current: list[int] = []
        for index, block in enumerate(self.blocks):
            if block.kind is BlockKind.HEADING:
                current = [above for above in current if self.blocks[above].level < block.level]
                paths.append(tuple(current))
                current.append(index)
            else:
                paths.append(tuple(current))
        return tuple(paths)

    @cached_property
    def restarts(self) -> bool:
        """Whether printed numbers restart and pages are known, so that a line is named by page and number."""
        numbered = [start for start in self.lines if start.number is not None]
        if any(start.page is None for start in numbered):
            return False
        numbers = [start.number or 0 for start in numbered]
        return any(b <= a for a, b in pairwise(numbers))

    def line_at(self, sentence: int, offset: int) -> LineStart | None:
        """The line of print that holds a character."""
        index = bisect_right(self._positions, (sentence, offset)) - 1
        return self.lines[index] if index >= 0 else None

    def lines_between(self, first: tuple[int, int], last: tuple[int, int]) -> LineSpan | None:
        """The printed lines from one character (sentence, offset) to another, both included; None if unnumbered."""
        low, high = bisect_right(self._positions, first) - 1, bisect_right(self._positions, last) - 1
        if low < 0:
            return None
        numbered = [start for start in self.lines[low : high + 1] if start.number is not None]
        if not numbered:
            return None
        return self._span(numbered[0], numbered[-1])

    def _span(self, first: LineStart, last: LineStart) -> LineSpan:
        assert first.number is not None
        assert last.number is not None
        if self.restarts:
            return LineSpan(first.number, last.number, first.page, last.page)
        # Numbers that repeat, filed with a reason, may run backwards inside a span.
        return LineSpan(min(first.number, last.number), max(first.number, last.number))

    def lines_of(self, sentence: int) -> LineSpan | None:
        """The printed lines a sentence stands on, both included; None where print does not number them."""
        return self.lines_between((sentence, 0), (sentence, len(self.sentences[sentence]) - 1))

    def lines_of_block(self, block: int) -> LineSpan | None:
        """The printed lines of a block, both included; None where print does not number them."""
        own = self.sentences_of(block)
        return self.lines_between((own[0], 0), (own[-1], len(self.sentences[own[-1]]) - 1))

    def printed(self) -> Iterator[tuple[LineStart, str]]:
        """Every line of print with its words, put together again character by character."""
        for index, start in enumerate(self.lines):
            end = self.lines[index + 1].position if index + 1 < len(self.lines) else (len(self.sentences), 0)
            yield start, self._between(start.position, end) + ("-" if start.hyphen else "")

    def _between(self, start: tuple[int, int], end: tuple[int, int]) -> str:
        parts = [self.sentences[index] for index in range(start[0], min(end[0] + 1, len(self.sentences)))]
        if end[0] < len(self.sentences) and parts:
            parts[-1] = parts[-1][: end[1]]
        if parts:
            parts[0] = parts[0][start[1] :]
        return " ".join(parts).strip(" ")

    def sentences_on(self, span: LineSpan) -> tuple[int, ...]:
        """The sentences that stand, wholly or in part, on printed lines; refuses lines that are not there."""
        wanted = self.existing(span)
        return tuple(index for index in range(len(self.sentences)) if self._meets(self.lines_of(index), wanted))

    def words_on(self, span: LineSpan) -> str:
        """The words of printed lines, both included, joined as in the text; refuses lines not there."""
        wanted = self.existing(span)
        chosen = [index for index, start in enumerate(self.lines) if self.is_on(start, wanted)]
        if not chosen:
            return ""
        last = chosen[-1] + 1
        end = self.lines[last].position if last < len(self.lines) else (len(self.sentences), 0)
        return self._between(self.lines[chosen[0]].position, end)

    @staticmethod
    def is_on(start: LineStart, span: LineSpan) -> bool:
        """Whether a line of print is one of a span."""
        if start.number is None:
            return False
        if span.page is None:
            return start.number in span
        return (span.page, span.first) <= (start.page or 0, start.number) <= (span.last_page or 0, span.last)

    def existing(self, span: LineSpan) -> LineSpan:
        """The span itself, if its first and last line are printed here and it names a page where it must."""
        if self.restarts and span.page is None:
            raise refuse("lines-want-page", seen=str(span))
        if not self.restarts and span.page is not None:
            raise refuse("lines-want-no-page", seen=str(span))
        known = {self._key(start) for start in self.lines}
        wanted = ((span.page, span.first), (span.last_page, span.last))
        for page, number in wanted if self.restarts else ((None, span.first), (None, span.last)):
            if (page, number) not in known:
                numbers = [start.number for start in self.lines if start.number is not None]
                raise refuse("no-such-line", seen=str(span), low=min(numbers, default=0), high=max(numbers, default=0))
        return span

    def _key(self, start: LineStart) -> tuple[int | None, int | None]:
        return (start.page if self.restarts else None, start.number)

    @staticmethod
    def _meets(own: LineSpan | None, wanted: LineSpan) -> bool:
        if own is None:
            return False
        low, high = (own.page or 0, own.first), (own.last_page or 0, own.last)
        return low <= (wanted.last_page or 0, wanted.last) and high >= (wanted.page or 0, wanted.first)
