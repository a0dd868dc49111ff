"""Which links stay in order, and which moved.

    old  A B C D E       A, D, E stay; B and C were moved as one block.
    new  A D E B C

Links that follow each other on both sides are one block: they stay or move together. What moved is the lighter
part; a short line that is found everywhere weighs little. Knows the board only.
"""

from __future__ import annotations

from collections.abc import Sequence

from libcorpus.align.board import Board, Box
from libcorpus.align.chain import heaviest_chain

__all__ = ["in_order"]

# A long sentence weighs more than a short one, but at most twice as much: a reader counts sentences, not letters,
# yet 'Wir fordern:' should give way to a demand of three lines that stands on the other side of it.
BASE, MOST = 60, 60


def in_order(board: Board, boxes: Sequence[Box]) -> list[bool]:
    """For each link (in the order of the old text) whether it stays in order."""
    blocks = _blocks(boxes)
    single = [_weight(board, box) for box in boxes]
    weights = [sum(single[first : last + 1]) for first, last in blocks]
    spans = [(boxes[a][0], boxes[b][1], boxes[a][2], boxes[b][3]) for a, b in blocks]
    stays = [False] * len(boxes)
    for place in heaviest_chain(spans, weights):
        first, last = blocks[place]
        stays[first : last + 1] = [True] * (last - first + 1)
    return stays


def _blocks(boxes: Sequence[Box]) -> list[tuple[int, int]]:
    """Runs of links that follow each other on both sides, whatever stands between them that has no link."""
    by_new = sorted(range(len(boxes)), key=lambda k: boxes[k][2])
    rank = [0] * len(boxes)
    for place, k in enumerate(by_new):
        rank[k] = place
    blocks: list[tuple[int, int]] = []
    for k in range(len(boxes)):
        if blocks and rank[k] == rank[k - 1] + 1:
            blocks[-1] = (blocks[-1][0], k)
        else:
            blocks.append((k, k))
    return blocks


def _weight(board: Board, box: Box) -> int:
    i0, i1, j0, j1 = box
    letters = len(board.old[i0]), len(board.new[j0])
    if i0 != i1 or j0 != j1:
        letters = sum(map(len, board.old[i0 : i1 + 1])), sum(map(len, board.new[j0 : j1 + 1]))
    return BASE + min(*letters, MOST)
