"""The heaviest chain: the links that can stand together without crossing.

    old  A B C D         A-A, C-C and D-D cross nothing; B-B crosses C-C and D-D.
    new  A C D B         The chain is A, C, D: B is what moved.

Boxes carry whole numbers as weights, so that sums are the same on every machine and in every order.
Knows intervals only, not what is in them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from libcorpus.align.board import Box

__all__ = ["heaviest_chain"]


def heaviest_chain(boxes: Sequence[Box], weights: Sequence[int]) -> list[int]:
    """Positions of the boxes of the heaviest chain, in its order. Of equal chains the one met first is taken.

    Takes O(k log k) for k boxes: a Fenwick tree over the new side holds the best chain that ends at or before it.

    >>> heaviest_chain([(0, 0, 0, 0), (1, 1, 3, 3), (2, 2, 1, 1), (3, 3, 2, 2)], [1, 1, 1, 1])
    [0, 2, 3]
    """
    ends = sorted({box[3] for box in boxes})
    tree: list[tuple[int, int]] = [(0, -1)] * (len(ends) + 1)
    before: list[int] = [-1] * len(boxes)
    totals: list[int] = [0] * len(boxes)
    # A box may be used as a predecessor only once its old side has ended, so endings wait for the next start.
    by_start = sorted(range(len(boxes)), key=lambda k: (boxes[k][0], k))
    by_end = sorted(range(len(boxes)), key=lambda k: (boxes[k][1], k))
    done = 0
    best, last = 0, -1
    for k in by_start:
        start, _, left, _ = boxes[k]
        while done < len(by_end) and boxes[by_end[done]][1] < start:
            _raise(tree, bisect_left(ends, boxes[by_end[done]][3]) + 1, totals[by_end[done]], by_end[done])
            done += 1
        total, before[k] = _best(tree, bisect_left(ends, left))
        totals[k] = total + weights[k]
        if totals[k] > best:
            best, last = totals[k], k
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def _raise(tree: list[tuple[int, int]], place: int, total: int, k: int) -> None:
    while place < len(tree):
        if tree[place][0] < total:
            tree[place] = (total, k)
        place += place & -place


def _best(tree: list[tuple[int, int]], place: int) -> tuple[int, int]:
    best = (0, -1)
    while place:
        if tree[place][0] > best[0]:
            best = tree[place]
        place -= place & -place
    return best
