"""A looser tier beside the account: removed and added sentences that are about the same matter.

    removed  old 12  Wir bauen 400.000 Wohnungen im Jahr.
    added    new 80  Bezahlbarer Wohnraum: Wir schaffen Wohnungen für alle.        shared: wohnungen

It never changes the account and never says "reworded": it names the distinctive words that both have as its
evidence, so that a reader can judge. Two sentences are related if each is the other's best partner, so one general
sentence does not collect a crowd. Whoever does not want it does not call it.

Likeness is the cosine over runs of three to five letters, weighted by how rare they are: the best single measure on
programmes written anew, where three quarters of the true partners have less than half of their letters in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from libcorpus.align.board import collapse
from libcorpus.align.links import Account, LinkKind
from libcorpus.align.stems import ENDINGS

__all__ = ["RelatedPair", "related"]

# At 0.3 six of seven pairs are right on programmes written anew, at 0.25 five of seven, at 0.2 three of five.
LEAST = 0.3
GRAMS = (3, 4, 5)
# A run of letters that more sentences have does not look for partners, and of those found the best FEW are compared.
MANY, FEW = 60, 8
# A term is distinctive if at most one sentence in RARE has it, but RARELY many may always.
RARE, RARELY = 40, 4
SHORTEST_TERM = 4
_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*\d|\d")

Grams = dict[str, int]


@dataclass(frozen=True, slots=True)
class RelatedPair:
    """A removed and an added sentence about the same matter; ``score`` from 0 to 1, and the terms that both have."""

    old: int
    new: int
    score: float
    shared: tuple[str, ...]


def related(
    old: Sequence[str], new: Sequence[str], account: Account, *, least: float = LEAST
) -> tuple[RelatedPair, ...]:
    """Pairs of a removed and an added sentence with a score of at least ``least``, in the order of the old text."""
    removed = {link.old[0]: collapse(old[link.old[0]]) for link in account.links if link.kind is LinkKind.REMOVED}
    added = {link.new[0]: collapse(new[link.new[0]]) for link in account.links if link.kind is LinkKind.ADDED}
    if not removed or not added:
        return ()
    scores = _scores(removed, added)
    rare = _distinctive([*map(collapse, old), *map(collapse, new)])
    pairs = []
    for i, j in sorted(_best_of_each_other(scores)):
        if scores[i, j] >= least and (shared := _shared(removed[i], added[j], rare)):
            pairs.append(RelatedPair(i, j, round(scores[i, j], 3), shared))
    return tuple(pairs)


def _scores(removed: Mapping[int, str], added: Mapping[int, str]) -> dict[tuple[int, int], float]:
    old_grams = {i: _grams(text) for i, text in removed.items()}
    new_grams = {j: _grams(text) for j, text in added.items()}
    found: dict[str, int] = {}
    for grams in (*old_grams.values(), *new_grams.values()):
        for gram in grams:
            found[gram] = found.get(gram, 0) + 1
    count = len(old_grams) + len(new_grams)
    weights = {gram: (count // times).bit_length() for gram, times in found.items()}
    olds = {i: _weighed(grams, weights) for i, grams in old_grams.items()}
    news = {j: _weighed(grams, weights) for j, grams in new_grams.items()}
    return {(i, j): _cosine(olds[i], news[j]) for i, j in _candidates(olds, news)}


def _grams(sentence: str) -> Grams:
    """Runs of letters inside each word with its ends, and how often they come."""
    grams: Grams = {}
    for word in _WORD.findall(sentence.lower()):
        marked = f" {word} "
        for size in GRAMS:
            for place in range(len(marked) - size + 1):
                gram = marked[place : place + size]
                grams[gram] = grams.get(gram, 0) + 1
    return grams


def _weighed(grams: Grams, weights: Mapping[str, int]) -> tuple[Grams, float]:
    weighed = {gram: times * weights[gram] for gram, times in grams.items()}
    return weighed, sqrt(sum(value * value for value in weighed.values()))


def _cosine(a: tuple[Grams, float], b: tuple[Grams, float]) -> float:
    if not a[1] or not b[1]:
        return 0.0
    other = b[0]
    return sum(value * other[gram] for gram, value in a[0].items() if gram in other) / (a[1] * b[1])


def _candidates(
    olds: Mapping[int, tuple[Grams, float]], news: Mapping[int, tuple[Grams, float]]
) -> set[tuple[int, int]]:
    """The best few partners of each sentence of either side, by the rare runs of letters that they share."""
    index: dict[str, list[int]] = {}
    for j, (grams, _) in news.items():
        for gram in grams:
            if len(gram) == GRAMS[-1]:
                index.setdefault(gram, []).append(j)
    of_old: dict[int, list[tuple[float, int]]] = {}
    of_new: dict[int, list[tuple[float, int]]] = {}
    for i, (grams, length) in olds.items():
        common: dict[int, int] = {}
        for gram, value in grams.items():
            places = index.get(gram, ())
            if len(places) <= MANY:
                for j in places:
                    common[j] = common.get(j, 0) + value * news[j][0][gram]
        for j, value in common.items():
            score = value / (length * news[j][1])
            of_old.setdefault(i, []).append((-score, j))
            of_new.setdefault(j, []).append((-score, i))
    pairs = {(i, j) for i, ranked in of_old.items() for _, j in sorted(ranked)[:FEW]}
    return pairs | {(i, j) for j, ranked in of_new.items() for _, i in sorted(ranked)[:FEW]}


def _best_of_each_other(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    best_old: dict[int, tuple[float, int]] = {}
    best_new: dict[int, tuple[float, int]] = {}
    for (i, j), score in scores.items():
        best_old[i] = max(best_old.get(i, (0.0, 0)), (score, -j))
        best_new[j] = max(best_new.get(j, (0.0, 0)), (score, -i))
    return [(i, -j) for i, (_, j) in best_old.items() if best_new[-j][1] == -i]


def _stem(word: str) -> str:
    return word[:SHORTEST_TERM] + word[SHORTEST_TERM:].rstrip(ENDINGS)


def _distinctive(sentences: Iterable[str]) -> set[str]:
    """Stems that few sentences of both texts have."""
    found: dict[str, int] = {}
    count = 0
    for sentence in sentences:
        count += 1
        for stem in {_stem(word) for word in _WORD.findall(sentence.lower())}:
            found[stem] = found.get(stem, 0) + 1
    most = max(RARELY, count // RARE)
    return {stem for stem, times in found.items() if times <= most and len(stem) >= SHORTEST_TERM}


def _shared(a: str, b: str, rare: set[str]) -> tuple[str, ...]:
    """Distinctive terms of both; of two forms of a word the shorter one is named."""
    forms = [{_stem(word): word for word in _WORD.findall(text.lower())} for text in (a, b)]
    stems = sorted(stem for stem in forms[0] if stem in forms[1] and stem in rare)
    return tuple(min(forms[0][stem], forms[1][stem], key=lambda form: (len(form), form)) for stem in stems)
