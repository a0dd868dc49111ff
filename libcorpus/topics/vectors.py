"""Which sentences of two texts are alike, by what they tell, rare things counting more.

    old 4  {"kurs": 7, "gefluchtet": 10}
    new 9  {"kurs": 10, "unterricht": 10}      cosine 0.41 where all are as rare; less where many have "kurs"

All sums are sums of whole numbers, so they do not depend on an order. Knows bags of terms only, no words.
"""

from collections.abc import Iterable, Mapping, Sequence
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

    __slots__ = ("_index", "_lengths", "new", "old", "rarity")

    def __init__(self, old: Sequence[Bag], new: Sequence[Bag], only: int | None = None, least: int = 0) -> None:
        self.rarity = _rarity([*old, *new])
        self.old = [self._weighed(bag) for bag in old]
        self.new = [self._weighed(bag) for bag in new]
        # A short sentence would be like any that has one of its words.
        floor = (least * SCALE) ** 2
        self._lengths = tuple([max(floor, _length(bag)) for bag in side] for side in (self.old, self.new))
        self._index: dict[str, list[int]] = {}
        for place, bag in enumerate(self.new):
            for term in bag if only is None else (term for term in bag if len(term) == only):
                self._index.setdefault(term, []).append(place)

    def _weighed(self, bag: Bag) -> dict[str, int]:
        return {term: value * self.rarity[term] for term, value in bag.items()}

    def cosine(self, i: int, j: int) -> float:
        """How alike old sentence ``i`` and new sentence ``j`` are, from 0 to 1."""
        product = self._lengths[0][i] * self._lengths[1][j]
        if not product:
            return 0.0
        ours, theirs = self.old[i], self.new[j]
        return sum([ours[term] * theirs[term] for term in ours.keys() & theirs.keys()]) / sqrt(product)

    def candidates(self, i: int, few: int) -> set[int]:
        """The ``few`` new sentences that share the most with old sentence ``i``, looked up by its rarest terms."""
        sums: dict[int, int] = {}
        left = BUDGET
        ours = self.old[i]
        for term in sorted(ours.keys() & self._index.keys(), key=lambda term: (len(self._index[term]), term)):
            places = self._index[term]
            left -= len(places)
            if left < 0 and sums:
                break
            value = ours[term]
            for j in places:
                sums[j] = sums.get(j, 0) + value
        return set(sorted(sums, key=lambda j: (-sums[j], j))[:few])


def _rarity(bags: Sequence[Bag]) -> dict[str, int]:
    """For each term from 0 to ``SCALE``: how much it tells that two sentences have it."""
    found: dict[str, int] = {}
    for bag in bags:
        for term in bag:
            found[term] = found.get(term, 0) + 1
    count = len(bags) + SOFTENING
    return {term: round(SCALE * log(count / (times + 0.5)) / log(count)) for term, times in found.items()}


def rarities(names: Iterable[Iterable[str]]) -> dict[str, float]:
    """How much it tells that two sentences have a name, from 0 to 1."""
    return {name: value / SCALE for name, value in _rarity([dict.fromkeys(of_one, 1) for of_one in names]).items()}


def _length(bag: Bag) -> int:
    return sum([value * value for value in bag.values()])
