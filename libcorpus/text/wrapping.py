"""Breaks lines by the rule of a motion system, and numbers a text so that came without printed numbers.

    wrap("Haupt- und Ehrenamtliche aus Politik", 12)   Z. 1  Haupt- und          a line ends after a blank or a
                                                       Z. 2  Ehrenamtlich-       hyphen; a longer word is cut after
                                                       Z. 3  e aus Politik       L characters, and "-" is added

The rule: each line takes as many characters (grapheme clusters) as fit in L; each level of a list or quote has 6 less;
headings have 0.6 of L (h1, h2), 0.75 (h3 to h6) or all of it (bold paragraphs); a row of a table begins a line; page
breaks and blank lines play no part. Other motion systems have other figures: a ``Rule`` holds them. Words and lines
only: knows no file.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.lines import LineStart
from libcorpus.model.problems import refuse
from libcorpus.text.graphemes import Shape, broken

DEFAULT_LENGTH: Final = 80
INDENT: Final = 6
HEADING_FACTORS: Final = (1.0, 0.75, 0.6)
"""What a heading may take of L: a bold paragraph, h3 to h6, h1 and h2. In case of a tie the first one holds."""

BY_LEVEL: Final = (0.6, 0.6, 0.75)
"""The shares of headings of level 1, 2 and 3; deeper ones are as the last. So Antragsgrün sets h1 to h6."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a motion system wraps: L, how much less each level of a list or quote has, and the share of headings.

    ``heading_factors`` are for outline levels 1, 2 and so on; the last one holds for all deeper ones. ``quote`` is what
    a quote has less, 0 for as much as a level of a list. ``up``: a share of L that is no whole number is rounded up.
    ``hyphens``: where a word is longer than a line, print adds a hyphen.

    >>> Rule().room(BlockKind.HEADING, 1), Rule().room(BlockKind.HEADING, 4), Rule().room(BlockKind.ITEM, 2)
    (48, 60, 68)
    >>> Rule(90, indent_per_level=5).room(BlockKind.ITEM, 2)
    80
    """

    length: int = DEFAULT_LENGTH
    indent_per_level: int = INDENT
    heading_factors: tuple[float, ...] = BY_LEVEL
    quote: int = 0
    up: bool = False
    hyphens: bool = True

    def __post_init__(self) -> None:
        if self.length < 1:
            raise refuse("bad-line-length", seen=self.length)

    def factor(self, level: int) -> float:
        """The share of L that a heading of a level has."""
        return self.heading_factors[min(max(level, 1), len(self.heading_factors)) - 1]

    def room(self, kind: BlockKind, level: int) -> int:
        """How many characters a line of such a block takes."""
        if kind is BlockKind.QUOTE and self.quote:
            return max(self.length - self.quote - self.indent_per_level * level, min(self.length, 10))
        if kind is BlockKind.HEADING and self.up:
            return max(1, ceil(round(self.length * self.factor(level), 6)))
        return effective_length(kind, level, self.length, self.factor(level), self.indent_per_level)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of print in a flat text: ``text[start:end]``, in code points, blanks at its end included.

    ``hyphen``: the word goes on in the next line, and print adds a hyphen that is not part of it.
    """

    start: int
    end: int
    hyphen: bool = False


def wrap(text: str, length: int) -> tuple[PrintedLine, ...]:
    """Break a flat text into lines of at most ``length`` clusters, as Antragsgrün does; a blank text has none.

    Blanks at a line's end and the added hyphen do not count. A word that is longer than a line begins on a line of its
    own and is cut after ``length`` clusters: the hyphen then stands in column ``length + 1``, as it does there.

    >>> [(line.start, line.end, line.hyphen) for line in wrap("Haupt- und Ehrenamtliche", 12)]
    [(0, 11, False), (11, 23, True), (23, 24, False)]
    """
    if length < 1:
        raise refuse("bad-line-length", seen=length)
    lead = len(text) - len(text.lstrip(" "))  # a flat text has none; elsewhere it belongs to the first line
    shape = Shape.of(text[lead:])
    return tuple(
        PrintedLine(lead + shape.offset(start) if start else 0, lead + shape.offset(end), hyphen)
        for start, end, hyphen in broken(shape.clusters, length)
    )


def effective_length(
    kind: BlockKind, level: int, length: int, heading_factor: float = 1.0, indent: int = INDENT
) -> int:
    """How many characters a line of such a block takes: headings a part of L, lists and quotes 6 less for each level.

    Never less than 10 (or L): a list nested twenty deep must not end in lines of one letter.

    >>> effective_length(BlockKind.ITEM, 2, 80), effective_length(BlockKind.QUOTE, 0, 80)
    (68, 74)
    """
    if kind is BlockKind.HEADING:
        # floor(80 * 0.6) is 48; in floats 0.6 * 85 is 51 and 0.6 * 5 is 3, but rounding away the last bits is safer.
        return max(1, int(round(length * heading_factor, 6)))
    depth = level + 1 if kind is BlockKind.QUOTE else level
    return max(length - indent * depth, min(length, 10))


def number_by_rule(
    document: Document, rule: Rule | int = DEFAULT_LENGTH, first_line: int = 1, heading_factor: float | None = None
) -> Document:
    """The document with computed lines, numbered on from ``first_line``; a note has one line, without number.

    ``rule`` may be L alone; ``heading_factor`` is for a print whose headings all have the same share.
    """
    rule = Rule(rule) if isinstance(rule, int) else rule
    rule = rule if heading_factor is None else replace(rule, heading_factors=(heading_factor,))
    starts: list[LineStart] = []
    number = first_line
    for index, block in enumerate(document.blocks):
        first = document.first_sentences[index]
        if block.kind is BlockKind.NOTE:
            starts.append(LineStart(None, None, first, 0))
            continue
        for line, (sentence, offset) in _lines_of(block, rule.room(block.kind, block.level)):
            hyphen = line.hyphen and rule.hyphens
            starts.append(LineStart(number, None, first + sentence, offset, hyphen))
            number += 1
    return Document(document.blocks, tuple(starts))


def number_on(
    documents: Sequence[Document], rule: Rule | int = DEFAULT_LENGTH, first_line: int = 1
) -> tuple[Document, ...]:
    """Several documents with one count that runs on from each to the next, as over a whole consultation."""
    numbered = []
    for document in documents:
        own = number_by_rule(document, rule, first_line)
        first_line += sum(start.number is not None for start in own.lines)
        numbered.append(own)
    return tuple(numbered)


def _lines_of(block: Block, room: int) -> Iterator[tuple[PrintedLine, tuple[int, int]]]:
    """The lines of a block, each with its place as (sentence in the block, offset in it)."""
    if block.kind is BlockKind.TABLE:
        # A row begins a line, as it does wherever tables are printed.
        for index, row in enumerate(block.sentences):
            yield from ((line, (index, line.start)) for line in wrap(row, room))
        return
    lines = wrap(block.flat, room)
    yield from zip(lines, _places(block, lines), strict=True)


def _places(block: Block, lines: Iterable[PrintedLine]) -> Iterator[tuple[int, int]]:
    """The line starts as (sentence in the block, offset in it)."""
    sentence, begin = 0, 0
    for line in lines:
        while line.start > begin + len(block.sentences[sentence]):
            begin += len(block.sentences[sentence]) + 1
            sentence += 1
        offset = line.start - begin
        # A sentence that begins with a combining mark is one cluster with the blank before it; a line may begin there.
        yield (sentence, offset) if offset < len(block.sentences[sentence]) else (sentence + 1, 0)
