"""Sentences that are the same on both sides: first those that are the only one of their kind, then their neighbours.

    old  A  W  B  W  C       A, B and C stand once on each side: linked.
    new  A  W  C  W  B       W stands twice. The W before C belongs to C's, the W before B to B's.

What is repeated ("Wir fordern:") is paired by the company it keeps, never by counting from the top. What no
neighbour decides is left to ``repeats``. Knows equal and not equal, no similarity.
"""

from __future__ import annotations

from collections.abc import Iterable

from libcorpus.align.board import Board

__all__ = ["extend", "link_unique"]


def link_unique(board: Board) -> list[tuple[int, int]]:
    """Link what stands once on each side; say which pairs these are."""
    pairs = _once(board.old)
    others = _once(board.new)
    linked = [(i, others[text]) for text, i in pairs.items() if text in others]
    for i, j in linked:
        board.link(i, j)
    return linked


def _once(texts: Iterable[str]) -> dict[str, int]:
    """Texts that stand once, with their places."""
    seen: dict[str, int] = {}
    for place, text in enumerate(texts):
        seen[text] = -1 if text in seen else place
    return {text: place for text, place in seen.items() if place >= 0}


def extend(board: Board, linked: Iterable[tuple[int, int]]) -> None:
    """Link equal free neighbours of links, and their neighbours, until there are none.

    A pair that two links vouch for goes before a pair that has one; of those with one, a line goes with what follows
    it, because most lines that are repeated introduce something.
    """
    frontier = list(linked)
    while frontier:
        votes: dict[tuple[int, int], int] = {}
        for i, j in frontier:
            for step, weight in ((-1, 3), (1, 2)):
                if _equal_and_free(board, i + step, j + step):
                    pair = (i + step, j + step)
                    votes[pair] = votes.get(pair, 0) + weight
        frontier = []
        for i, j in sorted(votes, key=lambda p: (-votes[p], -board.same_place(*p), abs(p[0] - p[1]), p[0] + p[1], p)):
            if board.to_new[i] is None and board.to_old[j] is None:
                board.link(i, j)
                frontier.append((i, j))


def _equal_and_free(board: Board, i: int, j: int) -> bool:
    return (
        0 <= i < len(board.old)
        and 0 <= j < len(board.new)
        and board.to_new[i] is None
        and board.to_old[j] is None
        and board.old[i] == board.new[j]
    )
