"""Repeated sentences that no neighbour has decided: paired in order first, then as they are left.

    old  W x W y         Both texts begin alike, so the first W's belong together; the third W of the new
    new  W x W z W       text has nobody left and is free to be something else.

As many equal copies are linked as both sides have: the same sentence is never both removed and added.
"""

from __future__ import annotations

from collections.abc import Iterator

from libcorpus.align.board import Board
from libcorpus.align.chain import heaviest_chain
from libcorpus.align.order import in_order

__all__ = ["link_repeats", "repeated", "stretches"]

# How far a copy looks for its partner when one line stands many hundred times on both sides; up to FEW_PAIRS
# pairs all are looked at. Without a limit 3,000 copies would be nine million pairs.
FEW_PAIRS, REACH = 400, 3


def repeated(board: Board) -> dict[str, tuple[list[int], list[int]]]:
    """Texts with free copies on both sides, and where these stand."""
    free: dict[str, list[int]] = {}
    for i in board.free_old():
        free.setdefault(board.old[i], []).append(i)
    both: dict[str, tuple[list[int], list[int]]] = {}
    for j in board.free_new():
        if (copies := free.get(board.new[j])) is not None:
            both.setdefault(board.new[j], (copies, []))[1].append(j)
    return both


def link_repeats(board: Board) -> None:
    """Pair all equal free copies: in order between neighbouring links, then across."""
    copies = repeated(board)
    if not copies:
        return
    texts = set(copies)
    for olds, news in list(stretches(board)):
        _pair_in_order(board, [i for i in olds if board.old[i] in texts], [j for j in news if board.new[j] in texts])
    for olds, news in repeated(board).values():
        pairs = _near_pairs(olds, news)
        pairs.sort(key=lambda p: (-board.same_place(*p), abs(p[0] - p[1]), p[0] + p[1], p))
        for i, j in pairs:
            if board.to_new[i] is None and board.to_old[j] is None:
                board.link(i, j)
        left = [[i for i in olds if board.to_new[i] is None], [j for j in news if board.to_old[j] is None]]
        for i, j in zip(*left, strict=False):
            board.link(i, j)


def stretches(board: Board) -> Iterator[tuple[list[int], list[int]]]:
    """Free sentences of both sides between neighbouring links of those that stay in order."""
    boxes = list(board.links())
    stays = in_order(board, boxes)
    edges = [box for box, stay in zip(boxes, stays, strict=True) if stay]
    edges.append((len(board.old), len(board.old), len(board.new), len(board.new)))
    i0 = j0 = 0
    for first_old, last_old, first_new, last_new in edges:
        if i0 < first_old and j0 < first_new:
            olds = [i for i in range(i0, first_old) if board.to_new[i] is None]
            news = [j for j in range(j0, first_new) if board.to_old[j] is None]
            if olds and news:
                yield olds, news
        i0, j0 = last_old + 1, last_new + 1


def _pair_in_order(board: Board, olds: list[int], news: list[int]) -> None:
    places: dict[str, tuple[list[int], list[int]]] = {}
    for i in olds:
        places.setdefault(board.old[i], ([], []))[0].append(i)
    for j in news:
        places.setdefault(board.new[j], ([], []))[1].append(j)
    pairs = sorted([pair for copies in places.values() for pair in _near_pairs(*copies)])
    weights = [10 + board.same_place(i, j) for i, j in pairs]
    for place in heaviest_chain([(i, i, j, j) for i, j in pairs], weights):
        board.link(*pairs[place])


def _near_pairs(olds: list[int], news: list[int]) -> list[tuple[int, int]]:
    """Pairs of copies; where they are too many, only those of about the same rank."""
    if len(olds) * len(news) <= FEW_PAIRS:
        return [(i, j) for i in olds for j in news]
    pairs = []
    for x, i in enumerate(olds):
        y = x * len(news) // len(olds)
        pairs.extend([(i, j) for j in news[max(0, y - REACH) : y + REACH + 1]])
    return pairs
