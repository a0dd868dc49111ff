"""Printed line numbers by the rule of wrapping: to find out the line length of a print, and to check it.

    Z. 80  … 79 characters, and the next word has 20      L is 79 at least and 99 at most
    Z. 81  … 74 characters, and the next word has 8       L is 74 to 82
    Z. 82  … 83 characters                                no L explains all three: a slip, or another rule

The rule itself stands in ``wrapping``. Words and lines only: knows no file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.lines import LineSpan, LineStart
from libcorpus.model.problems import Problem
from libcorpus.text.graphemes import Shape, broken, pieces
from libcorpus.text.wrapping import (
    BY_LEVEL,
    DEFAULT_LENGTH,
    HEADING_FACTORS,
    INDENT,
    PrintedLine,
    Rule,
    effective_length,
    number_by_rule,
    number_on,
    wrap,
)

__all__ = [
    "BY_LEVEL",
    "DEFAULT_LENGTH",
    "HEADING_FACTORS",
    "INDENT",
    "LENGTHS",
    "LineLength",
    "PrintedLine",
    "Rule",
    "RuleCheck",
    "check_by_rule",
    "effective_length",
    "infer_length",
    "number_by_rule",
    "number_on",
    "wrap",
]

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

    ``length`` is None where L is not known; then nothing was checked. One remark for each block that disagrees; it
    names all its lines that do. ``heading_factors`` are the shares of L that contradict least, for levels 1 to 6;
    ``heading_factor`` is the one that does where all headings have to share it.
    """

    length: int | None
    heading_factor: float
    lines: int
    reproduced: int
    remarks: tuple[Problem, ...] = ()
    heading_factors: tuple[float, ...] = (1.0,)


_NOT_RULED: Final = (BlockKind.NOTE, BlockKind.TABLE)


@dataclass(frozen=True, slots=True)
class _Setting:
    """A numbered block as it was printed: cluster starts of its lines with words, ending with the block's length."""

    block: Block
    clusters: str
    rows: tuple[LineStart, ...]
    starts: tuple[int, ...]

    @classmethod
    def all_of(cls, document: Document) -> "tuple[_Setting, ...]":
        """Every block that print numbers; notes, tables, and what has no numbers are none of the rule's business."""
        rows: list[list[LineStart]] = [[] for _ in document.blocks]
        ends = (*(row.position for row in document.lines[1:]), None)
        for row, end in zip(document.lines, ends, strict=False):
            # A line without words has the position of the one after it.
            if row.sentence < len(document.sentences) and row.position != end:
                rows[document.block_of(row.sentence)].append(row)
        return tuple(
            cls._of(document, index, tuple(own))
            for index, own in enumerate(rows)
            if document.blocks[index].kind not in _NOT_RULED and any(row.number is not None for row in own)
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

    def room(self, rule: Rule) -> int:
        """How many characters a line of this block takes."""
        return rule.room(self.block.kind, self.block.level)

    def missed(self, room: int) -> tuple[int, ...]:
        """The lines, counted from 0, whose words are not those of a line by the rule."""
        ruled = {(start, end) for start, end, _ in broken(self.clusters, room)}
        return tuple(index for index, span in enumerate(pairwise(self.starts)) if span not in ruled)


def infer_length(document: Document, indent: int = INDENT) -> LineLength | None:
    """The line length behind printed breaks; None if there are too few breaks, or no length explains them.

    ``indent`` is how much less each level of a list has: 6 by Antragsgrün's rule.

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
            by_room.setdefault(setting.room(Rule(length, indent)), []).append(length)
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


def check_by_rule(document: Document, length: int | None = None, indent: int = INDENT) -> RuleCheck:
    """Wrap each block again and say which printed lines come out otherwise, and where in the block it begins.

    Without ``length`` it is inferred. Headings of one level wrap at the one of 0.6, 0.75 and 1 that contradicts least;
    where a level does not tell, at the one that contradicts least for all headings.
    """
    settings = _Setting.all_of(document)
    lines = sum(len(setting.rows) for setting in settings)
    if length is None:
        inferred = infer_length(document, indent)
        if inferred is None:
            return RuleCheck(None, 1.0, lines, 0)
        length = min(
            range(inferred.low, inferred.high + 1),
            key=lambda known: (_contradictions(settings, Rule(known, indent))[0], known != DEFAULT_LENGTH),
        )
    missed, factor, rule = _contradictions(settings, Rule(length, indent))
    remarks = (_remark(setting, rule, document.restarts) for setting in settings)
    found = tuple(remark for remark in remarks if remark)
    return RuleCheck(length, factor, lines, lines - missed, found, rule.heading_factors)


def _contradictions(settings: Iterable[_Setting], rule: Rule) -> tuple[int, float, Rule]:
    """How many lines the rule cannot print, with the shares of L for headings that make them fewest."""
    fixed = 0
    by_level = {level: dict.fromkeys(HEADING_FACTORS, 0) for level in range(1, 7)}
    for setting in settings:
        if setting.block.kind is BlockKind.HEADING:
            for factor in HEADING_FACTORS:
                missed = setting.missed(setting.room(replace(rule, heading_factors=(factor,))))
                by_level[setting.block.level][factor] += len(missed)
        else:
            fixed += len(setting.missed(setting.room(rule)))
    common = min(HEADING_FACTORS, key=lambda factor: sum(own[factor] for own in by_level.values()))
    best = tuple(min((common, *HEADING_FACTORS), key=lambda factor: own[factor]) for own in by_level.values())
    headings = sum(own[factor] for own, factor in zip(by_level.values(), best, strict=True))
    return fixed + headings, common, replace(rule, heading_factors=best)


def _remark(setting: _Setting, rule: Rule, restarts: bool) -> Problem | None:
    room = setting.room(rule)
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
        length=rule.length,
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
