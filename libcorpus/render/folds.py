"""Rows in which nothing happened are folded away, but for some next to a change.

    kept, kept, kept, kept, reworded   ->   Fold(kept, kept, kept), kept, reworded        with one row of context

Knows rows, and not how a fold is shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from libcorpus.render.rows import Row


@dataclass(frozen=True, slots=True)
class Fold:
    """Rows in which nothing happened, to be folded away."""

    rows: tuple[Row, ...]


def folded(rows: Sequence[Row], context: int = 1) -> Iterator[Row | Fold]:
    """Rows with what is plain folded away, but for ``context`` rows next to what is not; two rows at least a fold."""
    runs = [(plain, list(run)) for plain, run in groupby(rows, key=lambda row: row.is_plain)]
    for place, (plain, run) in enumerate(runs):
        if not plain:
            yield from run
            continue
        head = context if place else 0
        tail = len(run) - (context if place + 1 < len(runs) else 0)
        if tail - head < 2:
            yield from run
            continue
        yield from run[:head]
        yield Fold(tuple(run[head:tail]))
        yield from run[tail:]
