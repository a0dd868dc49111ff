"""Tells whether a line of print ended because it was full, or because something ended there.

    "… Flüchtlingsinitiativen, Kirchen und" | "Wohlfahrtsverbänden,"   79 + 1 + 20 > 80   full
    "GRÜN wirkt" | "In den letzten …"                                  10 + 1 + 2 < 80    ended

Each break in the midst of a sentence tells an interval in which the length of a line must
lie; the length that most intervals share is taken. Items have six characters less a level, where
the rule holds; other layouts have no such length. Knows lines only, no blocks.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from libcorpus.readers.signs import ends, midst
from libcorpus.text.numbering import DEFAULT_LENGTH, INDENT, LENGTHS

_FIRST_WORD: Final = re.compile(r"\S*")
_FIRST_UNIT: Final = re.compile(r"[^\s-]*-?")
# Breaks that must agree: few will do for the usual length, since each one agrees by chance in one case of ten.
_FEW_BREAKS: Final = 3
_ENOUGH_BREAKS: Final = 8
_BY_RULE_SHARE: Final = 0.95
_MIN_ROOM: Final = 10
_LEVELS: Final = 4
_SLIPS: Final = 0.05
# Where no length is known: a line this much shorter than the long ones did not end because it was full.
_SHORT: Final = 0.8
_VERY_SHORT: Final = 0.6


@dataclass(frozen=True, slots=True)
class Measure:
    """The number of characters on a full line, ``step`` less for each level of a list.

    ``by_rule`` where nearly all breaks agree; otherwise ``longest``, the length of the long lines, is all there is.
    ``whole_words``: a line never ends behind a hyphen inside of a word.
    """

    width: int
    by_rule: bool
    longest: int
    step: int = INDENT
    whole_words: bool = False

    def room(self, level: int) -> int:
        """How many characters a line takes at a level of a list, 0 outside of lists."""
        return max(self.width - self.step * level, _MIN_ROOM)

    def full(self, line: str, following: str, level: int = 0) -> bool:
        """Whether the first word of the following line would not have fitted on this one."""
        if not line or not following:
            return False
        if not self.by_rule:
            return len(line) >= _SHORT * self.longest
        return needed(line, following, self.whole_words) > self.room(level)

    def slack(self, line: str, following: str, level: int = 0) -> bool:
        """Whether there was room for the next word: something ended here."""
        if not line or not following:
            return False
        if not self.by_rule:
            return needed(line, following, True) <= _SHORT * self.longest
        return not self.full(line, following, level)

    def short(self, line: str, following: str) -> bool:
        """Whether a line is so short that it ended, whatever the layout."""
        return needed(line, following, True) <= _VERY_SHORT * self.longest

    def too_long(self, line: str, level: int) -> bool:
        """Whether a line cannot stand at a level of a list, and can outside of it."""
        return self.by_rule and level > 0 and self.room(level) < len(line) <= self.room(0)


def rough_measure(lines: Iterable[str]) -> Measure:
    """What can be said at once: how long the long lines are."""
    lengths = sorted(map(len, lines))
    return Measure(0, False, lengths[min(len(lengths) - 1, int(0.95 * len(lengths)))] if lengths else 0)


# Lines that follow each other, with the level of the list they stand in.
Levelled = tuple[int, Sequence[str]]


def measure(runs: Iterable[Levelled]) -> Measure:
    """The measure of runs of lines, each without a sure end of a block inside."""
    runs = [(level, [words for words in lines if words]) for level, lines in runs]
    longest = rough_measure(words for _, lines in runs for words in lines).longest
    pairs = [
        (level, line, following)
        for level, lines in runs
        for line, following in pairwise(lines)
        if not ends(line) and (midst(following) or len(line) >= _SHORT * longest)
    ]
    best = (-1, 0, 0, False)
    for step, whole in ((INDENT, False), (0, False), (INDENT, True)):
        breaks = [(level, len(line), needed(line, following, whole) - 1) for level, line, following in pairs]
        best = max(best, (*_fit(breaks, step), step, whole), key=lambda fit: fit[0])
        if best[0] == len(pairs):
            break
    votes, width, step, whole = best
    by_rule = len(pairs) >= _ENOUGH_BREAKS and votes >= _BY_RULE_SHARE * len(pairs)
    by_rule = by_rule or (width == DEFAULT_LENGTH and votes == len(pairs) >= _FEW_BREAKS)
    return Measure(width if by_rule else 0, by_rule, longest, step, whole)


def _fit(breaks: Sequence[tuple[int, int, int]], step: int) -> tuple[int, int]:
    """How many breaks the best length explains, and the length; the usual length if it is among the best.

    The depth of a list, and where it ended, may not be known yet, so below an item a break may be of any level.
    """
    own, loose = Counter[int](), Counter[int]()
    for level, low, high in breaks:
        own.update(range(low + step * level, high + step * level + 1))
        depths = range(_LEVELS if level and step else 1)
        loose.update({width for depth in depths for width in range(low + step * depth, high + step * depth + 1)})
    best = max(LENGTHS, key=lambda width: (loose[width], own[width], width == DEFAULT_LENGTH, -width))
    # One break that a slip spoiled must not decide against the length that nearly all texts have.
    usual = loose[DEFAULT_LENGTH] >= loose[best] - _SLIPS * len(breaks)
    width = DEFAULT_LENGTH if usual else best
    return loose[width], width


def needed(line: str, following: str, whole_words: bool = False) -> int:
    """How long a line would be with the first word of the following one, or its part up to a hyphen."""
    match = (_FIRST_WORD if whole_words else _FIRST_UNIT).match(following)
    glue = 0 if line.endswith("-") and not line.endswith(" -") else 1
    return len(line) + glue + (len(match.group()) if match else 0)
