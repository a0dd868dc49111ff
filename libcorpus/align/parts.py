"""Sentences that were split or merged: a free neighbour that makes a link more alike joins it.

    old 4  'Wir bauen Schulen und stellen Lehrkräfte ein.'
    new 4  'Wir bauen Schulen.'                                alike with old 4: 640, linked
    new 5  'Wir stellen Lehrkräfte ein.'                       together with new 4: 930, so old 4 was split

A part must find most of its words in the whole, and must add what the other part does not have. What stands in the
whole word for word may be a small part of it.
"""

from __future__ import annotations

import re

from libcorpus.align.board import Board, Box
from libcorpus.align.likeness import FULL, Likeness, inside, own, together
from libcorpus.align.stems import Told

__all__ = ["join_parts"]

# How much more alike a link must become. With 40, a sentence that merely shares words with its neighbour's partner was
# taken for a part of it.
GAIN = 80
# Share of a part's words that the whole must have; half as much must be its own, not another part's.
INSIDE = 600
# A part that was reworded has at least PARTLY of its words in the whole, if it accounts for INSIDE of what the other
# parts leave of the whole: 'und deshalb soll die Bücherei Kinderbücher in zwölf Sprachen führen'.
PARTLY = 450
# A neighbour leaves a partner that is less alike than that for the whole that it completes.
LOOSE = 500
# A part that stands in the whole word for word needs no such gain, however short it is beside the whole: it is all of
# its beginning or end ('Sprachkurse' in 'Sprachkurse; die Gemeinde baut …'), or a passage of so many words is the same.
# Two sentences of more than a thousand words are not looked through for passages.
PASSAGE, TOO_MANY = 15, 1_000_000
# How often a link may grow.
MOST = 4
_WORD = re.compile(r"\w+")


def join_parts(board: Board, likeness: Likeness) -> None:
    """Let neighbours join the links that they complete: free ones, and those that have a much worse partner."""
    for box in list(board.links()):
        if box[0] in likeness.old and box[2] in likeness.new and board.single(box[0], box[2]):
            grown = _grow(board, likeness, box)
            if grown != box:
                _release(board, box, grown)
                board.link_box(grown)


def _grow(board: Board, likeness: Likeness, box: Box) -> Box:
    alike = likeness.of_box(box)
    for _ in range(MOST):
        wider = [(likeness.of_box(w), w) for w in _wider(board, likeness, box) if _completes(likeness, box, w)]
        enough = [w for w in wider if w[0] >= alike + GAIN or (w[0] > alike and _word_for_word(likeness, box, w[1]))]
        best = max(enough, default=None)
        if best is None:
            break
        alike, box = best
    return box


def _release(board: Board, box: Box, grown: Box) -> None:
    """Take those that join away from the partners that they had."""
    left: list[tuple[int | None, int | None]] = [
        (i, board.to_new[i]) for i in range(grown[0], grown[1] + 1) if not box[0] <= i <= box[1]
    ]
    left += [(board.to_old[j], j) for j in range(grown[2], grown[3] + 1) if not box[2] <= j <= box[3]]
    for i, j in left:
        if i is not None and j is not None:
            board.unlink(i, j)


def _wider(board: Board, likeness: Likeness, box: Box) -> list[Box]:
    i0, i1, j0, j1 = box
    found = []
    if i0 == i1:
        if _new_may_join(board, likeness, j0 - 1):
            found.append((i0, i1, j0 - 1, j1))
        if _new_may_join(board, likeness, j1 + 1):
            found.append((i0, i1, j0, j1 + 1))
    if j0 == j1:
        if _old_may_join(board, likeness, i0 - 1):
            found.append((i0 - 1, i1, j0, j1))
        if _old_may_join(board, likeness, i1 + 1):
            found.append((i0, i1 + 1, j0, j1))
    return found


def _old_may_join(board: Board, likeness: Likeness, i: int) -> bool:
    return 0 <= i < len(board.old) and _loose(board, likeness, i, board.to_new[i])


def _new_may_join(board: Board, likeness: Likeness, j: int) -> bool:
    return 0 <= j < len(board.new) and _loose(board, likeness, board.to_old[j], j)


def _loose(board: Board, likeness: Likeness, i: int | None, j: int | None) -> bool:
    """Whether a sentence is free, or its partner shares so little with it that it may leave."""
    if i is None or j is None:
        return True
    if i not in likeness.old or j not in likeness.new or not board.single(i, j) or board.old[i] == board.new[j]:
        return False
    return likeness.anywhere(i, j) < LOOSE


def _completes(likeness: Likeness, box: Box, wider: Box) -> bool:
    """Whether the sentence that is new in the box has its words in the whole, where the box had not used them."""
    part, whole, _ = _joining(likeness, box, wider)
    others = together(
        [likeness.old[i] for i in range(box[0], box[1] + 1)]
        if wider[:2] != box[:2]
        else [likeness.new[j] for j in range(box[2], box[3] + 1)]
    )
    within = inside(part, whole)
    if within >= INSIDE:
        return own(part, whole, others) * 2 * FULL >= part.total * INSIDE
    return within >= PARTLY and own(part, whole, others) * FULL >= _rest(whole, others) * INSIDE


def _word_for_word(likeness: Likeness, box: Box, wider: Box) -> bool:
    """Whether the whole begins or ends with the very words of the part that joins, or has a passage of it."""
    part, whole, first = _joining(likeness, box, wider)
    words, others = _WORD.findall(part.text), _WORD.findall(whole.text)
    if words and words == (others[: len(words)] if first else others[-len(words) :]):
        return True
    if min(len(words), len(others)) < PASSAGE or len(words) * len(others) > TOO_MANY:
        return False
    return _longest_run(words, others) >= PASSAGE


def _joining(likeness: Likeness, box: Box, wider: Box) -> tuple[Told, Told, bool]:
    """The sentence that is new in the box, the whole, and whether it stands before what the box had."""
    for k, parts, whole in ((0, likeness.old, likeness.new[box[2]]), (2, likeness.new, likeness.old[box[0]])):
        if wider[k] < box[k]:
            return parts[wider[k]], whole, True
        if wider[k + 1] > box[k + 1]:
            return parts[wider[k + 1]], whole, False
    raise AssertionError("a wider box has a sentence more")


def _longest_run(words: list[str], others: list[str]) -> int:
    """How many words in a row both have."""
    places: dict[str, list[int]] = {}
    for y, word in enumerate(others):
        places.setdefault(word, []).append(y)
    longest = 0
    ending: dict[int, int] = {}
    for word in words:
        ending = {y: ending.get(y - 1, 0) + 1 for y in places.get(word, ())}
        longest = max(longest, *ending.values(), 0)
    return longest


def _rest(whole: Told, others: Told) -> int:
    """Weight of what the other parts leave of the whole."""
    return sum(w for stem, w in whole.stems.items() if stem not in others.stems)
