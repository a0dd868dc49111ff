"""Who could be whose partner: an index from rare words, and from pairs of neighbouring words, to sentences.

    old 7  'Sprachkurse für Geflüchtete'    sprachku -> new 3, 12    für+geflücht -> new 3
                                            best: new 3

Comparing all with all is out of the question for long texts (15,000 sentences a side are 225 million pairs). What
more than MANY sentences have finds nobody; of those found, the best FEW by weight in common are handed on. Pairs of
words are there because in a long text every single word of a short sentence can be frequent.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from libcorpus.align.stems import Told

__all__ = ["candidates"]

MANY = 64
FEW = 6
# What has less than a quarter of the best one's weight in common is not worth ranking.
WORTH = 4

Index = dict[int, tuple[int, list[int]]]
"""For each mark what it tells and the sentences that have it."""


def candidates(old: Mapping[int, Told], new: Mapping[int, Told]) -> dict[int, list[int]]:
    """For each old sentence the best few new ones that share rare words with it, ascending."""
    index = _index(new)
    return {i: _best(i, _in_common(told, index), told, new) for i, told in old.items()}


def _in_common(told: Told, index: Index) -> dict[int, int]:
    """New sentences that share a mark, and the weight of all that they share."""
    score: dict[int, int] = {}
    for mark in _marks(told):
        if (found := index.get(mark)) is not None:
            gain, places = found
            for j in places:
                score[j] = score.get(j, 0) + gain
    return score


def _best(i: int, score: Mapping[int, int], told: Told, new: Mapping[int, Told]) -> list[int]:
    if len(score) <= FEW:
        return sorted(score)
    least = max(score.values()) // WORTH
    total = told.total
    ranked = [(-2000 * s // (total + new[j].total), abs(i - j), j) for j, s in score.items() if s > least]
    ranked.sort()
    return sorted([j for _, _, j in ranked[:FEW]])


def _marks(told: Told) -> list[int]:
    """Stems by their number, and neighbouring pairs by a number that no stem has."""
    stems = list(told.stems)
    return stems + [-1 - ((a << 32) | b) for a, b in pairwise(stems)]


def _index(sentences: Mapping[int, Told]) -> Index:
    """For each mark that is not too frequent what it tells and the sentences that have it."""
    index: dict[int, list[int]] = {}
    for place, told in sentences.items():
        for mark in _marks(told):
            if mark in index:
                index[mark].append(place)
            else:
                index[mark] = [place]
    count = len(sentences)
    return {
        mark: ((count // len(places)).bit_length() + 1, places) for mark, places in index.items() if len(places) <= MANY
    }
