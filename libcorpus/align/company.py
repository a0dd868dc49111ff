"""The company a sentence keeps: what its neighbours became says where it belongs.

    old  .. A  x  B ..        x could be new 5 or, word for word as good, new 90. Its neighbours A and B
    new  .. A  x' B ..        became new 4 and new 6: so x became new 5.

Sentences without a link are passed over, a few at most. Knows links only, no words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from libcorpus.align.board import Board

__all__ = ["company", "gaps", "nearest"]

# So many sentences without a link may stand between a sentence and the neighbour that vouches for it.
PASSED = 2


def company(board: Board, i: int, j: int) -> tuple[bool, bool]:
    """Whether the nearest linked neighbours of the two, before and behind, are linked to each other."""
    return _meet(board, i, j, -1), _meet(board, i, j, 1)


def _meet(board: Board, i: int, j: int, step: int) -> bool:
    x = nearest(board.to_new, i, step)
    if x is None:
        return False
    y = nearest(board.to_old, j, step)
    return y is not None and (board.to_new[x] == y or board.to_old[y] == x)


def nearest(partners: Sequence[int | None], place: int, step: int) -> int | None:
    """The nearest sentence in that direction that has a link, if it is near enough."""
    for away in range(1, PASSED + 2):
        there = place + step * away
        if not 0 <= there < len(partners):
            return None
        if partners[there] is not None:
            return there
    return None


def gaps(board: Board) -> Iterator[tuple[list[int], list[int]]]:
    """Free sentences of both sides between links that follow each other on both sides, wherever these stand.

    In a paragraph that moved, place tells as much as in one that stayed.
    """
    boxes = list(board.links())
    behind = {box[2]: k for k, box in enumerate(boxes)}
    starts = sorted(behind)
    follows = {behind[a]: behind[b] for a, b in pairwise(starts)}
    for k in range(len(boxes) - 1):
        if follows.get(k) == k + 1:
            olds = list(range(boxes[k][1] + 1, boxes[k + 1][0]))
            news = list(range(boxes[k][3] + 1, boxes[k + 1][2]))
            if olds and news:
                yield olds, news
