"""Printed line numbers by Antragsgrün's rule: to number a text, to find out its line length, to check a print.

    wrap("Haupt- und Ehrenamtliche aus Politik", 12)   Z. 1  Haupt- und          a line ends after a blank or a
                                                       Z. 2  Ehrenamtlich-       hyphen; a longer word is cut after
                                                       Z. 3  e aus Politik       L characters, and "-" is added

The rule: each line takes as many characters (grapheme clusters) as fit in L; each level of a list or quote has 6 less;
headings have 0.6, 0.75 or all of L; page breaks and blank lines play no part. Words and lines only: knows no file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.lines import LineSpan, LineStart
from libcorpus.model.problems import Problem, refuse
from libcorpus.text.graphemes import Shape, broken, pieces

DEFAULT_LENGTH: Final = 80
INDENT: Final = 6
HEADING_FACTORS: Final = (1.0, 0.75, 0.6)
"""What a heading may take of L: a bold paragraph, h3 to h6, h1 and h2. In case of a tie the first one holds."""

LENGTHS: Final = range(20, 201)
"""The line lengths that ``infer_length`` considers."""
MIN_BREAKS: Final = 16
MIN_SHARE: Final = 0.9
MANY_BREAKS: Final = 100
MIN_SHARE_OF_MANY: Final = 0.8
"""L is not known below ``MIN_BREAKS`` breaks, or if a smaller share of them fits than ``MIN_SHARE`` (0.8 from a hundred
on, where a reader may have missed the level of some lists). Breaks in a proportional font fit their best L in half to
two thirds of all cases; breaks by the rule in all but the slips."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of print in a flat text: ``text[start:end]``, in code points, blanks at its end included.

    ``hyphen``: the word goes on in the next line, and print adds a hyphen that is not part of it.
    """

    start: int
    end: int
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class LineLength:
    """The lengths L, ``low`` to ``high`` both included, that explain ``fits`` of all ``breaks`` inside of blocks."""

    low: int
    high: int
    fits: int
    breaks: int

    @property
    def likely(self) -> int:
        """The one to name where one is wanted: Antragsgrün's default if it is among them, else the shortest."""
        return DEFAULT_LENGTH if DEFAULT_LENGTH in self else self.low

    def __contains__(self, length: int) -> bool:
        return self.low <= length <= self.high


@dataclass(frozen=True, slots=True)
class RuleCheck:
    """How print and rule agree: ``reproduced`` of ``lines`` printed lines have the words the rule gives them.

    ``length`` is None where L is not known; then nothing was checked. One remark for each block that disagrees.
    """

    length: int | None
    heading_factor: float
    lines: int
    reproduced: int
    remarks: tuple[Problem, ...] = ()


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


def effective_length(kind: BlockKind, level: int, length: int, heading_factor: float = 1.0) -> int:
    """How many characters a line of such a block takes: headings a part of L, lists and quotes 6 less for each level.

    Never less than 10 (or L): a list nested twenty deep must not end in lines of one letter.

    >>> effective_length(BlockKind.ITEM, 2, 80), effective_length(BlockKind.QUOTE, 0, 80)
    (68, 74)
    """
    if kind is BlockKind.HEADING:
        # floor(80 * 0.6) is 48; in floats 0.6 * 85 is 51 and 0.6 * 5 is 3, but rounding away the last bits is safer.
        return max(1, int(round(length * heading_factor, 6)))
    depth = level + 1 if kind is BlockKind.QUOTE else level
    return max(length - INDENT * depth, min(length, 10))


def number_by_rule(
    document: Document, length: int = DEFAULT_LENGTH, first_line: int = 1, heading_factor: float = 1.0
) -> Document:
    """The document with computed lines, numbered on from ``first_line``; a note has one line, without number."""
    starts: list[LineStart] = []
    number = first_line
    for index, block in enumerate(document.blocks):
        first = document.first_sentences[index]
        if block.kind is BlockKind.NOTE:
            starts.append(LineStart(None, None, first, 0))
            continue
        lines = wrap(block.flat, effective_length(block.kind, block.level, length, heading_factor))
        for line, (sentence, offset) in zip(lines, _places(block, lines), strict=True):
            starts.append(LineStart(number, None, first + sentence, offset, line.hyphen))
            number += 1
    return Document(document.blocks, tuple(starts))


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


@dataclass(frozen=True, slots=True)
class _Setting:
    """A numbered block as it was printed: cluster starts of its lines with words, ending with the block's length."""

    block: Block
    clusters: str
    rows: tuple[LineStart, ...]
    starts: tuple[int, ...]

    @classmethod
    def all_of(cls, document: Document) -> "tuple[_Setting, ...]":
        """Every block that print numbers; notes, and headings without numbers, are none of the rule's business."""
        rows: list[list[LineStart]] = [[] for _ in document.blocks]
        ends = (*(row.position for row in document.lines[1:]), None)
        for row, end in zip(document.lines, ends, strict=False):
            # A line without words has the position of the one after it.
            if row.sentence < len(document.sentences) and row.position != end:
                rows[document.block_of(row.sentence)].append(row)
        return tuple(
            cls._of(document, index, tuple(own))
            for index, own in enumerate(rows)
            if document.blocks[index].kind is not BlockKind.NOTE and any(row.number is not None for row in own)
        )

    @classmethod
    def _of(cls, document: Document, index: int, rows: tuple[LineStart, ...]) -> "_Setting":
        block, first = document.blocks[index], document.first_sentences[index]
        shape = Shape.of(block.flat)
        begins = [0]
        for sentence in block.sentences:
            begins.append(begins[-1] + len(sentence) + 1)
        starts = tuple(shape.cluster(begins[row.sentence - first] + row.offset) for row in rows)
        return cls(block, shape.clusters, rows, (*starts, len(shape.clusters)))

    def words(self, index: int) -> str:
        """The clusters of one line, without blanks behind it."""
        return self.clusters[self.starts[index] : self.starts[index + 1]].rstrip(" ")

    def intervals(self) -> Iterator[range]:
        """For each line but the last one the lengths at which greedy wrapping breaks just there."""
        for index, end in enumerate(self.starts[1:-1]):
            words, row = self.words(index), self.rows[index]
            if row.hyphen:
                # A hard cut: only a word that fills the line. Anything else is hyphenation, which the rule has not.
                whole = "-" not in words and " " not in words
                yield range(len(words), len(words) + 1 if whole else 0)
            elif self.clusters[end - 1] not in " -":
                yield range(0)
            else:
                _, width = next(pieces(self.clusters, end))
                yield range(len(words), end - self.starts[index] + width)

    def room(self, length: int, heading_factor: float = 1.0) -> int:
        """How many characters a line of this block takes."""
        return effective_length(self.block.kind, self.block.level, length, heading_factor)

    def missed(self, room: int) -> tuple[int, ...]:
        """The lines, counted from 0, whose words are not those of a line by the rule."""
        ruled = {(start, end) for start, end, _ in broken(self.clusters, room)}
        return tuple(index for index, span in enumerate(pairwise(self.starts)) if span not in ruled)


def infer_length(document: Document) -> LineLength | None:
    """The line length behind printed breaks; None if there are too few breaks, or no length explains them.

    Each line but the last of a block holds L between its own length and one less than with the next piece, so one
    slip spoils one break. Headings do not count, as their share of L is not known.
    """
    fits = dict.fromkeys(LENGTHS, 0)
    breaks = 0
    for setting in _Setting.all_of(document):
        if setting.block.kind is BlockKind.HEADING:
            continue
        # By room rather than by length: an interval holds a few rooms, and there are nearly two hundred lengths.
        by_room: dict[int, list[int]] = {}
        for length in LENGTHS:
            by_room.setdefault(setting.room(length), []).append(length)
        for interval in setting.intervals():
            breaks += 1
            for length in (length for room in interval for length in by_room.get(room, ())):
                fits[length] += 1
    most = max(fits.values())
    share = MIN_SHARE_OF_MANY if breaks >= MANY_BREAKS else MIN_SHARE
    if breaks < MIN_BREAKS or most < share * breaks:
        return None
    low = min(length for length in LENGTHS if fits[length] == most)
    high = low
    while fits.get(high + 1) == most:
        high += 1
    return LineLength(low, high, most, breaks)


def check_by_rule(document: Document, length: int | None = None) -> RuleCheck:
    """Wrap each block again and say which printed lines come out otherwise, and where in the block it begins.

    Without ``length`` it is inferred. All headings wrap at the one of 0.6, 0.75 and 1 that contradicts least.
    """
    settings = _Setting.all_of(document)
    lines = sum(len(setting.rows) for setting in settings)
    if length is None:
        inferred = infer_length(document)
        if inferred is None:
            return RuleCheck(None, 1.0, lines, 0)
        length = min(
            range(inferred.low, inferred.high + 1),
            key=lambda known: (_contradictions(settings, known)[0], known != DEFAULT_LENGTH),
        )
    missed, factor = _contradictions(settings, length)
    remarks = (_remark(setting, length, factor, document.restarts) for setting in settings)
    return RuleCheck(length, factor, lines, lines - missed, tuple(remark for remark in remarks if remark))


def _contradictions(settings: Iterable[_Setting], length: int) -> tuple[int, float]:
    """How many lines the rule cannot print at L, with the share of L for headings that makes them fewest."""
    fixed, headings = 0, dict.fromkeys(HEADING_FACTORS, 0)
    for setting in settings:
        if setting.block.kind is BlockKind.HEADING:
            for factor in HEADING_FACTORS:
                headings[factor] += len(setting.missed(setting.room(length, factor)))
        else:
            fixed += len(setting.missed(setting.room(length)))
    best = min(HEADING_FACTORS, key=lambda factor: headings[factor])
    return fixed + headings[best], best


def _remark(setting: _Setting, length: int, factor: float, restarts: bool) -> Problem | None:
    room = setting.room(length, factor)
    missed = setting.missed(room)
    if not missed:
        return None
    cause = missed[0]
    # All lines above the cause are as the rule has them, so the rule begins a line there too.
    start = setting.starts[cause]
    _, end, _ = next(broken(setting.clusters[start:], room))
    return Problem.of(
        "line-contradicts-rule",
        excerpt=setting.words(cause),
        lines=_runs((setting.rows[index] for index in missed), restarts),
        first=setting.rows[0].number,
        cause=setting.rows[cause].number,
        seen=len(setting.words(cause)),
        expected=len(setting.clusters[start : start + end].rstrip(" ")),
        length=length,
    )


def _runs(rows: Iterable[LineStart], restarts: bool) -> str:
    """Line numbers as people write them: "82-85, 90", with pages where numbers restart."""
    runs: list[LineSpan] = []
    for row in rows:
        page = row.page if restarts else None
        if row.number is None:
            continue
        if runs and (page, row.number) == (runs[-1].last_page, runs[-1].last + 1):
            runs[-1] = replace(runs[-1], last=row.number)
        else:
            runs.append(LineSpan(row.number, row.number, page, page))
    return ", ".join(map(str, runs))
