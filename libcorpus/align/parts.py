"""Sentences that were split or merged: a free neighbour that makes a link more alike joins it.

    old 4  'Wir bauen Schulen und stellen Lehrkräfte ein.'
    new 4  'Wir bauen Schulen.'                                alike with old 4: 640, linked
    new 5  'Wir stellen Lehrkräfte ein.'                       together with new 4: 930, so old 4 was split

A part must find most of its words in the whole, and must add what the other part does not have.
"""

from __future__ import annotations

from libcorpus.align.board import Board, Box
from libcorpus.align.likeness import FULL, Likeness, inside, together
from libcorpus.align.stems import Told

__all__ = ["join_parts"]

# How much more alike a link must become. With 40, a sentence that merely shares words with its neighbour's partner was
# taken for a part of it.
GAIN = 80
# Share of a part's words that the whole must have; half as much must be its own, not another part's.
INSIDE = 600
# How often a link may grow.
MOST = 4


def join_parts(board: Board, likeness: Likeness) -> None:
    """Let free neighbours join the links that they complete."""
    for box in list(board.links()):
        if box[0] in likeness.old and box[2] in likeness.new and (box[0], box[2]) not in board.boxes:
            grown = _grow(board, likeness, box)
            if grown != box:
                board.link_box(grown)


def _grow(board: Board, likeness: Likeness, box: Box) -> Box:
    alike = likeness.of_box(box)
    for _ in range(MOST):
        wider = [(likeness.of_box(w), w) for w in _wider(board, box) if _completes(likeness, box, w)]
        best = max(wider, key=lambda found: (found[0], found[1]), default=(0, box))
        if best[0] < alike + GAIN:
            break
        alike, box = best
    return box


def _wider(board: Board, box: Box) -> list[Box]:
    i0, i1, j0, j1 = box
    found = []
    if i0 == i1:
        if j0 > 0 and board.to_old[j0 - 1] is None:
            found.append((i0, i1, j0 - 1, j1))
        if j1 + 1 < len(board.new) and board.to_old[j1 + 1] is None:
            found.append((i0, i1, j0, j1 + 1))
    if j0 == j1:
        if i0 > 0 and board.to_new[i0 - 1] is None:
            found.append((i0 - 1, i1, j0, j1))
        if i1 + 1 < len(board.old) and board.to_new[i1 + 1] is None:
            found.append((i0, i1 + 1, j0, j1))
    return found


def _completes(likeness: Likeness, box: Box, wider: Box) -> bool:
    """Whether the sentence that is new in the box has its words in the whole, where the box had not used them."""
    old = [likeness.old[i] for i in range(box[0], box[1] + 1)]
    new = [likeness.new[j] for j in range(box[2], box[3] + 1)]
    joins = [likeness.old[i] for i in range(wider[0], wider[1] + 1) if not box[0] <= i <= box[1]]
    if joins:
        part, whole, others = joins[0], together(new), together(old)
    else:
        joins = [likeness.new[j] for j in range(wider[2], wider[3] + 1) if not box[2] <= j <= box[3]]
        part, whole, others = joins[0], together(old), together(new)
    return inside(part, whole) >= INSIDE and _own(part, whole, others) * 2 * FULL >= part.total * INSIDE


def _own(part: Told, whole: Told, others: Told) -> int:
    """Weight of what the part shares with the whole and the other parts do not have."""
    return sum(w for stem, w in part.stems.items() if stem in whole.stems and stem not in others.stems)
