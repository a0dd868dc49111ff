"""Sentences that were written anew in their place: what stands right beside a link needs less to be the same one.

    old  A   Die Leistung zahlt das Amt am Wohnort.            B      A and B have partners beside which both stand:
    new  A   Die Leistung zahlt die Kasse, die jemand          B      what is between them shares letters that are
             gewählt hat, sonst die des letzten Wohnortes.            rare in these texts.

Words and whole sentences of letters say little where one is three times as long as the other. Runs of four letters,
weighted by how few sentences have them, also see what inflection, a compound or a short part of a long sentence
leaves of a word. They decide only here, where the neighbours say that the two belong together. Whole numbers only,
so the answer is the same on every machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import isqrt

from libcorpus.align.board import Board
from libcorpus.align.likeness import FULL, Likeness

__all__ = ["link_nearby"]

# How alike two have to be, from 0 to 1000, if both their neighbours are linked to each other, and if one is. Chosen on
# essays, laws and two versions of programmes; what reached it there was read: about four in five are right.
BETWEEN, BESIDE = 180, 260
# Without weights, which cost a look at every sentence, a pair that is linked has at least that.
SIEVE = 250
RUN = 4

Pair = tuple[int, int]
Vector = Mapping[str, int]


def link_nearby(board: Board, likeness: Likeness) -> None:
    """Link free sentences that stand right beside a link on both sides, the most alike first."""
    places = {
        (i, j): least
        for (i, j), least in _places(board)
        if i in likeness.old and j in likeness.new and _plain(likeness, i, j) >= SIEVE
    }
    if not places:
        return
    weights = _weights([told.text for told in (*likeness.old.values(), *likeness.new.values())])
    found = []
    for (i, j), least in places.items():
        alike = cosine(*(_weighed(text, weights) for text in (likeness.old[i].text, likeness.new[j].text)))
        if alike >= least:
            found.append((-alike, -board.same_place(i, j), abs(i - j), i, j))
    for *_, i, j in sorted(found):
        if board.to_new[i] is None and board.to_old[j] is None:
            board.link(i, j)


def _places(board: Board) -> Iterator[tuple[Pair, int]]:
    """Pairs of free sentences whose neighbours are linked to each other, and how alike they have to be."""
    beside: Counter[Pair] = Counter()
    for i in board.free_old():
        for step in (-1, 1):
            j = _across(board, i, step)
            if 0 <= j < len(board.new) and board.to_old[j] is None:
                beside[i, j] += 1
    for pair, links in beside.items():
        yield pair, (BETWEEN if links > 1 else BESIDE)


def _across(board: Board, i: int, step: int) -> int:
    """Where in the new text the sentence stands that has the same neighbour in that direction; -1 if nowhere."""
    neighbour = i + step
    j = board.to_new[neighbour] if 0 <= neighbour < len(board.old) else None
    first = board.to_old[j] if j is not None else None
    if j is None or first is None:
        return -1
    _, _, j0, j1 = board.boxes.get((first, j), (neighbour, neighbour, j, j))
    return j1 + 1 if step < 0 else j0 - 1


def cosine(one: Vector, other: Vector) -> int:
    """How much the two point the same way, from 0 to 1000."""
    product = sum([weight * other[run] for run, weight in one.items() if run in other])
    squares = _square(one) * _square(other)
    return isqrt(product * product * FULL * FULL // squares) if squares else 0


def _square(vector: Vector) -> int:
    return sum([weight * weight for weight in vector.values()])


def _runs(text: str) -> list[str]:
    padded = f" {text} "
    return [padded[k : k + RUN] for k in range(len(padded) - RUN + 1)]


def _plain(likeness: Likeness, i: int, j: int) -> int:
    return cosine(Counter(_runs(likeness.old[i].text)), Counter(_runs(likeness.new[j].text)))


def _weighed(text: str, weights: Vector) -> Vector:
    return {run: times * weights[run] for run, times in Counter(_runs(text)).items()}


def _weights(texts: Iterable[str]) -> Vector:
    """For each run eight times the binary logarithm of how rare it is."""
    texts = list(texts)
    found = Counter(run for text in texts for run in set(_runs(text)))
    by_count = {count: ((len(texts) + count) ** 8 // count**8).bit_length() for count in set(found.values())}
    return {run: by_count[count] for run, count in found.items()}
