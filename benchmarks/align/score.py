"""Precision, recall and F1 of links, over all and over the changed ones alone.

Identical sentences flatter the first, so the second is the one to look at: pairs whose texts differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Score", "score"]

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


def score(made: Iterable[Pair], true: Iterable[Pair], old: Sequence[str], new: Sequence[str]) -> tuple[Score, Score]:
    """The score over all links and over the changed ones."""
    both = []
    made, true = set(made), set(true)
    for keep in (lambda _: True, lambda p: old[p[0]].split() != new[p[1]].split()):
        counted = Score()
        counted.add({p for p in made if keep(p)}, {p for p in true if keep(p)})
        both.append(counted)
    return both[0], both[1]
