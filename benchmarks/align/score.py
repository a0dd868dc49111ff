"""Precision, recall and F1 of links, in several countings.

    all             every pair of an old and a new sentence that is linked; a split in two is two pairs
    changed         those whose texts differ; identical sentences flatter the first
    undisputed      changed, without true links of a sentence whose very words stand elsewhere on the other side
    each text       the mean of the F1 of each pair of texts, so that a long text counts no more than a short one

Sums over all texts are the rule here; the mean is shown beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.align.inputs import Case

__all__ = ["Quality", "Score", "judged"]

Pair = tuple[int, int]


@dataclass
class Score:
    """Counts that can be added up over many pairs of texts."""

    right: int = 0
    made: int = 0
    true: int = 0

    def add(self, made: set[Pair], true: set[Pair]) -> None:
        """Count one more pair of texts."""
        self.right += len(made & true)
        self.made += len(made)
        self.true += len(true)

    @property
    def precision(self) -> float:
        """Share of the links made that are true."""
        return self.right / self.made if self.made else 1.0

    @property
    def recall(self) -> float:
        """Share of the true links that were made."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.right / (self.made + self.true) if self.made + self.true else 1.0


@dataclass
class Quality:
    """What one way of linking is worth on one input."""

    every: Score = field(default_factory=Score)
    changed: Score = field(default_factory=Score)
    # The same without links that the truth has for a sentence whose very words stand elsewhere.
    undisputed: Score = field(default_factory=Score)
    moved: Score = field(default_factory=Score)
    each: list[float] = field(default_factory=list)
    each_changed: list[float] = field(default_factory=list)

    def add(self, case: Case, made: set[Pair]) -> None:
        """Count one more pair of texts."""
        changed, true = _changed(case, made), _changed(case, case.links)
        self.every.add(made, case.links)
        self.changed.add(changed, true)
        self.undisputed.add(changed, true - case.contradicted())
        self.moved.add(made & case.moved, case.moved)
        self.each.append(_f1(made, case.links))
        self.each_changed.append(_f1(changed, true))


def judged(cases: Sequence[Case], found: Sequence[set[Pair]]) -> Quality:
    """The quality of the links found for these cases."""
    quality = Quality()
    for case, made in zip(cases, found, strict=True):
        quality.add(case, made)
    return quality


def _changed(case: Case, pairs: set[Pair]) -> set[Pair]:
    return {(i, j) for i, j in pairs if case.old[i].split() != case.new[j].split()}


def _f1(made: set[Pair], true: set[Pair]) -> float:
    one = Score()
    one.add(made, true)
    return one.f1
