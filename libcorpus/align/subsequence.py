"""The tokens that two sentences have in common, in order; where several answers are as long, the one that reads best.

    old   die Stadt  und  die Kreise  fördern
    new   die Kreise fördern              'die Kreise fördern' (one run), not 'die … Kreise fördern' (two)

A word weighs as much as it has letters, punctuation next to nothing, and tokens that follow each other weigh more.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["common_subsequence"]

RUN_ON = 3
# Beyond that many pairs of tokens (two sentences of 300 words) the plain subsequence in C++ has to do.
TOO_MANY = 90_000


def common_subsequence(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Places of the tokens in common, ascending on both sides."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    start = [(k, k) for k in range(head)]
    end = [(len(old) - k, len(new) - k) for k in range(tail, 0, -1)]
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    find = _plain if len(middle_old) * len(middle_new) > TOO_MANY else _weighed
    return start + [(head + x, head + y) for x, y in find(middle_old, middle_new)] + end


def _weighed(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Two tables: the best from here on, and the best from here on if this pair is taken."""
    width = len(new) + 1
    best = [[0] * width for _ in range(len(old) + 1)]
    taken = [[0] * width for _ in range(len(old) + 1)]
    for x in range(len(old) - 1, -1, -1):
        row, below, mine, next_taken = best[x], best[x + 1], taken[x], taken[x + 1]
        word, weight = old[x], _weight(old[x])
        for y in range(len(new) - 1, -1, -1):
            value = max(below[y], row[y + 1])
            if word == new[y]:
                after = below[y + 1]
                if next_taken[y + 1]:
                    after = max(after, next_taken[y + 1] + RUN_ON)
                mine[y] = weight + after
                value = max(value, mine[y])
            row[y] = value
    return _walk(old, new, best, taken)


def _walk(
    old: Sequence[str], new: Sequence[str], best: list[list[int]], taken: list[list[int]]
) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    x = y = 0
    while x < len(old) and y < len(new):
        run_on = pairs and pairs[-1] == (x - 1, y - 1) and taken[x][y] and taken[x][y] + RUN_ON >= best[x][y]
        if run_on or (taken[x][y] and taken[x][y] == best[x][y]):
            pairs.append((x, y))
            x, y = x + 1, y + 1
        elif best[x + 1][y] == best[x][y]:
            x += 1
        else:
            y += 1
    return pairs


def _weight(token: str) -> int:
    return 4 + 2 * min(len(token), 12) if any(c.isalnum() for c in token) else 2


def _plain(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    from rapidfuzz.distance import LCSseq

    found = LCSseq.opcodes(old, new)
    return [
        (op.src_start + k, op.dest_start + k)
        for op in found
        if op.tag == "equal"
        for k in range(op.src_end - op.src_start)
    ]
