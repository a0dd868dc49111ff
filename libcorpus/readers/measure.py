"""Tells whether a line of print ended because it was full, or because something ended there.

    "… Flüchtlingsinitiativen, Kirchen und" | "Wohlfahrtsverbänden,"   79 + 1 + 20 > 80   full
    "GRÜN wirkt" | "In den letzten …"                                  10 + 1 + 2 < 80    ended

Each break inside a block tells an interval in which the length of a line must lie; the
length that most intervals share is taken. Knows lines only, no blocks.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from libcorpus.readers.margins import RawLine

_FIRST_UNIT: Final = re.compile(r"[^\s-]*-?")
ENOUGH_BREAKS: Final = 5
BY_RULE_SHARE: Final = 0.95


@dataclass(frozen=True, slots=True)
class Measure:
    """The number of characters on a full line; ``by_rule`` where nearly all breaks agree on it.

    ``width`` is 0 where there are too few breaks to tell.
    """

    width: int
    by_rule: bool
    longest: int

    def full(self, line: str, following: str) -> bool:
        """Whether the first word of the following line would not have fitted on this one."""
        if not line or not following:
            return False
        if not self.width:
            return 4 * len(line) >= 3 * self.longest
        return len(line) + _glue(line) + len(_first_unit(following)) > self.width

    def slack(self, line: str, following: str) -> bool:
        """Whether there was room for the next word, by a rule that is known to hold here."""
        return self.by_rule and bool(line and following) and not self.full(line, following)


def measure(runs: Iterable[Sequence[RawLine]]) -> Measure:
    """The measure of runs of lines that follow each other without a break between blocks."""
    intervals = []
    longest = 0
    for run in runs:
        longest = max(longest, *(len(line.words) for line in run)) if run else longest
        for line, following in pairwise(run):
            if line.words and following.words:
                high = len(line.words) + _glue(line.words) + len(_first_unit(following.words)) - 1
                intervals.append((len(line.words), high))
    if len(intervals) < ENOUGH_BREAKS:
        return Measure(0, False, longest)
    width, votes = _most_shared(intervals)
    by_rule = votes >= BY_RULE_SHARE * len(intervals)
    # A layout in a proportional font has no such length: the share of agreeing breaks is low.
    return Measure(width if 2 * votes > len(intervals) else 0, by_rule, longest)


def _most_shared(intervals: list[tuple[int, int]]) -> tuple[int, int]:
    """The smallest number that lies in the most intervals, and in how many."""
    best = (0, 0)
    for width in sorted({low for low, _ in intervals}):
        votes = sum(low <= width <= high for low, high in intervals)
        if votes > best[1]:
            best = (width, votes)
    return best


def _glue(line: str) -> int:
    return 0 if line.endswith("-") and not line.endswith(" -") else 1


def _first_unit(words: str) -> str:
    match = _FIRST_UNIT.match(words)
    return match.group() if match else ""
