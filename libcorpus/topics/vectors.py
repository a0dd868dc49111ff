"""Which sentences of two texts are alike, by what they tell, rare things counting more.

    old 4  {"kurs": 7, "gefluchtet": 10}
    new 9  {"kurs": 10, "unterricht": 10}      cosine 0.41 where all are as rare; less where many have "kurs"

All sums are sums of whole numbers, so they do not depend on an order. Knows bags of terms only, no words.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import log, sqrt
from typing import Final

Bag = Mapping[str, int]
# What is rare cannot be told from ten sentences: they are counted as if SOFTENING others stood beside them.
SOFTENING: Final = 100
SCALE: Final = 100
# So many mentions of a sentence's terms are looked up, from the rarest on: what comes everywhere finds nobody.
BUDGET: Final = 500


class Space:
    """The bags of an old and a new text, weighed together.

    A bag counts as if it told ``least`` at least; candidates are found by terms of the length ``only``, or by all.
    """

    __slots__ = ("_bags", "_floor", "_index", "_lengths", "rarity")

    def __init__(self, old: Sequence[Bag], new: Sequence[Bag], only: int | None = None, least: int = 0) -> None:
        self.rarity = _rarity([*old, *new])
        self._bags = (old, new)
        self._lengths: tuple[dict[int, int], dict[int, int]] = ({}, {})
        # A short sentence would be like any that has one of its words.
        self._floor = (least * SCALE) ** 2
        # No other term is ever looked up.
        asked = {term for term in set().union(*old) if only is None or len(term) == only}
        self._index: dict[str, list[int]] = {}
        for place, bag in enumerate(new):
            for term in asked.intersection(bag):
                self._index.setdefault(term, []).append(place)

    def _length(self, side: int, place: int) -> int:
        """The length of a bag of the old (0) or new (1) text, squared; most are never asked for."""
        found = self._lengths[side].get(place)
        if found is None:
            rarity, bag = self.rarity, self._bags[side][place]
            found = max(self._floor, sum([(value * rarity[term]) ** 2 for term, value in bag.items()]))
            self._lengths[side][place] = found
        return found

    def cosine(self, i: int, j: int) -> float:
        """How alike old sentence ``i`` and new sentence ``j`` are, from 0 to 1."""
        product = self._length(0, i) * self._length(1, j)
        if not product:
            return 0.0
        ours, theirs, rarity = self._bags[0][i], self._bags[1][j], self.rarity
        both = [ours[term] * theirs[term] * rarity[term] ** 2 for term in ours.keys() & theirs.keys()]
        return sum(both) / sqrt(product)

    def candidates(self, i: int, few: int) -> set[int]:
        """The ``few`` new sentences that share the most with old sentence ``i``, looked up by its rarest terms."""
        sums: dict[int, int] = {}
        left = BUDGET
        ours = self._bags[0][i]
        for term in sorted(ours.keys() & self._index.keys(), key=lambda term: (len(self._index[term]), term)):
            places = self._index[term]
            left -= len(places)
            if left < 0 and sums:
                break
            value = ours[term] * self.rarity[term]
            for j in places:
                sums[j] = sums.get(j, 0) + value
        return set(sorted(sums, key=lambda j: (-sums[j], j))[:few])


def _rarity(bags: Sequence[Bag]) -> dict[str, int]:
    """For each term from 0 to ``SCALE``: how much it tells that two sentences have it."""
    found = Counter(chain.from_iterable(bags))
    count = len(bags) + SOFTENING
    worth = {times: round(SCALE * log(count / (times + 0.5)) / log(count)) for times in set(found.values())}
    return {term: worth[times] for term, times in found.items()}


def rarities(names: Iterable[Iterable[str]]) -> dict[str, float]:
    """How much it tells that two sentences have a name, from 0 to 1."""
    return {name: value / SCALE for name, value in _rarity([dict.fromkeys(of_one, 1) for of_one in names]).items()}
