"""What speaks for each pair of an old and a new sentence: words, letters, neighbours, matters.

    (4, 11)  words 0.31  letters 0.22  neighbours 0.18  matters 0.74

Only pairs that share something rare are looked at, so a long programme takes seconds. Knows what sentences tell, the
passages they stand in and the matters they carry; which pairs are shown is decided by ``tiers`` and ``related``.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from libcorpus.topics.telling import GRAMS, NOUN, Telling
from libcorpus.topics.tiers import Likeness, Proof
from libcorpus.topics.vectors import SCALE, Space, rarities

# So many partners of a sentence are looked at by words and by letters, and all by a matter that at most MANY have.
FEW, MANY = 12, 30
# What a sentence tells at least, in tenths: as much as one with two nouns that no other has.
LEAST: Final = 16
# A term is distinctive from here, of 1: a noun that one sentence in five has, another word that one in ten has.
DISTINCTIVE: Final = 0.2
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Side:
    """The sentences of one text: what they tell, the numbers of their passages, and the matters they carry."""

    told: Sequence[Telling]
    passages: Sequence[int]
    matters: Sequence[Collection[str]]


class Pairs:
    """The pairs that were looked at, with what speaks for each."""

    def __init__(self, old: Side, new: Side, allowed: Callable[[Pair], bool]) -> None:
        self._old, self._new = old, new
        self._terms = Space([one.terms for one in old.told], [one.terms for one in new.told], least=LEAST)
        self._grams = Space([one.grams for one in old.told], [one.grams for one in new.told], GRAMS[-1])
        self._rarity = rarities([*old.matters, *new.matters])
        looked_at = sorted(filter(allowed, self._candidates()))
        words = {pair: (self._terms.cosine(*pair), self._grams.cosine(*pair)) for pair in looked_at}
        wording = {pair: sum(both) / 2 for pair, both in words.items()}
        self.found = {
            pair: Likeness(*words[pair], self._beside(pair, wording), self._matter(pair)) for pair in looked_at
        }

    def _candidates(self) -> set[Pair]:
        """Pairs by shared terms, by shared runs of letters, and by shared matters that are not everywhere."""
        by_matter: dict[str, list[int]] = {}
        for j, names in enumerate(self._new.matters):
            for name in names:
                by_matter.setdefault(name, []).append(j)
        pairs: set[Pair] = set()
        for i, names in enumerate(self._old.matters):
            found = self._terms.candidates(i, FEW) | self._grams.candidates(i, FEW)
            for name in names:
                if len(by_matter.get(name, ())) <= MANY:
                    found.update(by_matter.get(name, ()))
            pairs.update((i, j) for j in found)
        return pairs

    def _beside(self, pair: Pair, wording: Mapping[Pair, float]) -> float:
        """How well the sentences before and after find a partner beside the partner."""
        near = _neighbours(pair[1], self._new.passages)
        best = [
            max((wording.get((i, j), 0.0) for j in near), default=0.0) for i in _neighbours(pair[0], self._old.passages)
        ]
        return sum(best) / len(best) if best else 0.0

    def _matter(self, pair: Pair) -> float:
        """How much of what both are about is the same; a matter of many sentences counts little."""
        ours, theirs = self._old.matters[pair[0]], self._new.matters[pair[1]]
        both = set(ours) & set(theirs)
        if not both:
            return 0.0
        shared, rarest = self._worth(both), max(self._rarity[name] for name in both)
        return rarest * shared / sqrt(self._worth(ours) * self._worth(theirs))

    def _worth(self, names: Iterable[str]) -> float:
        return sum(sorted(self._rarity[name] for name in set(names)))

    def matter(self, pair: Pair) -> str:
        """The rarest matter that both carry, or nothing."""
        both = set(self._old.matters[pair[0]]) & set(self._new.matters[pair[1]])
        return min(both, key=lambda name: (-self._rarity[name], name), default="")

    def _shared(self, pair: Pair) -> dict[str, float]:
        """The terms of both, with what each tells: 1 for a noun that no other sentence has."""
        ours, theirs = self._old.told[pair[0]].terms, self._new.told[pair[1]].terms
        return {
            term: min(value, theirs[term]) * self._terms.rarity[term] / (NOUN * SCALE)
            for term, value in ours.items()
            if term in theirs
        }

    def proof(self, pair: Pair) -> Proof:
        """The distinctive words of the new sentence that the old one has too, the most telling first."""
        shared = self._shared(pair)
        written = self._new.told[pair[1]].written
        # A word that is shared as a whole, in its parts and as a notion is one word.
        words: dict[str, float] = {}
        for term, value in shared.items():
            words[written[term]] = max(value, words.get(written[term], 0.0))
        ranked = sorted(words, key=lambda word: (-words[word], word))
        shown = tuple(word for word in ranked if words[word] >= DISTINCTIVE)
        return Proof(shown, self.matter(pair), sum(sorted(words.values())))


def _neighbours(place: int, passages: Sequence[int]) -> list[int]:
    """The places before and after, where they belong to the same passage."""
    return [
        other for other in (place - 1, place + 1) if 0 <= other < len(passages) and passages[other] == passages[place]
    ]
