"""A second look, when all links are made: who keeps better company with somebody else.

    old  A x B        x was linked to new 90, a near-duplicate that reads a little better. Its neighbours are linked
    new  A x' B       to those of x': the two suit each other better than their partners, so they are linked instead.

Two rules. Of equal copies, those trade places that keep better company after it. Of reworded sentences, two that suit
each other better than each suits its partner leave their partners. What is kept word for word is never given up for
what is reworded, so the same sentence is never both removed and added.
"""

from __future__ import annotations

from collections import Counter

from libcorpus.align.board import Board
from libcorpus.align.company import company, nearest
from libcorpus.align.frames import same_frame
from libcorpus.align.likeness import Likeness

__all__ = ["change_partners", "trade_copies"]

# A line goes with what follows it rather than with what precedes it: most lines that are repeated introduce something.
BEFORE, BEHIND = 2, 3
# What each neighbour adds to the likeness of two sentences, how alike they have to be with it, and how much better
# than their partners.
VOUCHED, LEAST, BETTER = 70, 600, 60


def trade_copies(board: Board, likeness: Likeness) -> None:
    """Let equal copies that are linked to the wrong one of their kind change places, as long as company improves."""
    counts = (Counter(board.old), Counter(board.new))
    for i, text in enumerate(board.old):
        if counts[0][text] > 1 or counts[1][text] > 1:
            for j in _proposed(board, i):
                _trade(board, likeness, i, j)


def _proposed(board: Board, i: int) -> list[int]:
    """Copies of an old sentence that stand next to where its neighbours went."""
    found = []
    for step in (-1, 1):
        x = nearest(board.to_new, i, step)
        y = board.to_new[x] if x is not None else None
        if y is not None:
            places = range(max(0, y - 2), min(len(board.new), y + 3))
            found.extend([j for j in places if board.new[j] == board.old[i] and board.to_new[i] != j])
    return sorted(set(found))


def _trade(board: Board, likeness: Likeness, i: int, j: int) -> None:
    """Link the two, and the partners that they had to each other, if that keeps better company."""
    b, a = board.to_new[i], board.to_old[j]
    if b == j or (b is None and a is None) or not _may_leave(board, i, b, a, j):
        return
    # Who is left alone must be ready for another partner.
    if (a is None and b not in likeness.new) or (b is None and a not in likeness.old):
        return
    before = _merit(board, i, b) + _merit(board, a, j)
    if _merit(board, i, j) + _merit(board, a, b) > before:
        if b is not None:
            board.unlink(i, b)
        if a is not None:
            board.unlink(a, j)
        board.link(i, j)
        if a is not None and b is not None:
            board.link(a, b)


def _may_leave(board: Board, i: int, b: int | None, a: int | None, j: int) -> bool:
    """Whether both are free or linked to a copy of themselves."""
    return all(
        x is None or y is None or (board.single(x, y) and board.old[x] == board.new[y]) for x, y in ((i, b), (a, j))
    )


def _merit(board: Board, i: int | None, j: int | None) -> int:
    if i is None or j is None:
        return 0
    before, behind = company(board, i, j)
    return BEFORE * before + BEHIND * behind


def change_partners(board: Board, likeness: Likeness) -> bool:
    """Link reworded sentences that suit each other better than their partners; say whether there were any."""
    found = []
    for i in likeness.old:
        if _bound(board, i, board.to_new[i]):
            continue
        for j in likeness.candidates(i):
            if board.to_new[i] == j or _bound(board, board.to_old[j], j) or not _suit(board, likeness, i, j):
                continue
            found.append((-_value(board, likeness, i, j), abs(i - j), i, j))
    changed = False
    for _, _, i, j in sorted(found):
        if board.to_new[i] != j and _suit(board, likeness, i, j):
            _pair_off(board, likeness, i, j)
            changed = True
    return changed


def _pair_off(board: Board, likeness: Likeness, i: int, j: int) -> None:
    """Link the two; the partners that they leave are linked to each other, if they are alike enough."""
    b, a = board.to_new[i], board.to_old[j]
    if b is not None:
        board.unlink(i, b)
    if a is not None:
        board.unlink(a, j)
    board.link(i, j)
    if a is not None and b is not None and _value(board, likeness, a, b) >= LEAST:
        board.link(a, b)


def _bound(board: Board, i: int | None, j: int | None) -> bool:
    """Whether the two are linked and must stay so: kept but for numbers, or part of a split or a merge."""
    return i is not None and j is not None and (not board.single(i, j) or same_frame(board.old[i], board.new[j]))


def _suit(board: Board, likeness: Likeness, i: int, j: int) -> bool:
    """Whether the two suit each other better than either suits its partner, one of whom at least there must be."""
    b, a = board.to_new[i], board.to_old[j]
    if (b is None and a is None) or likeness.anywhere(i, j) < LEAST - 2 * VOUCHED:
        return False
    if _bound(board, i, b) or _bound(board, a, j):
        return False
    value = _value(board, likeness, i, j)
    had_old = _value(board, likeness, i, b) if b is not None else 0
    had_new = _value(board, likeness, a, j) if a is not None else 0
    if value >= max(LEAST, had_old + BETTER, had_new + BETTER):
        return True
    # Two pairs that change partners crosswise.
    if value < LEAST or a is None or b is None:
        return False
    return value + _value(board, likeness, a, b) >= had_old + had_new + BETTER


def _value(board: Board, likeness: Likeness, i: int, j: int) -> int:
    return likeness.anywhere(i, j) + VOUCHED * sum(company(board, i, j))
