"""Finds sentences that may say nearly the same, among many: by the beginnings of their words.

    held    "Die Stadt soll 20 Deutschkurse im Jahr anbieten."       deutsc, anbiet, …
    new     "Die Stadt muss 35 Deutschkurse im Jahr anbieten."       most beginnings of words: asked for an account

Only proposes; whether two sentences belong together is for the account to say. Knows words only.
"""

from collections import Counter
from itertools import chain
from typing import Final, Generic, TypeVar

from libcorpus.topics.fulfilled import stems

T = TypeVar("T")
# What so many sentences have finds nobody.
MANY: Final = 64
# Share of the word beginnings of both that have to be the same; two of them have to be rare.
MOST: Final = 0.6


class Nearby(Generic[T]):
    """Sentences by their words; each stands for something, which can be taken out again."""

    def __init__(self) -> None:
        self._things: list[T | None] = []
        self._told: list[frozenset[str]] = []
        self._having: dict[str, list[int]] = {}
        self._saying: dict[str, dict[int, None]] = {}
        self._places: dict[int, int] = {}
        self._texts: list[str] = []

    def put(self, text: str, thing: T) -> None:
        """Add a sentence and what it stands for."""
        place = len(self._things)
        self._places[id(thing)] = place
        self._things.append(thing)
        self._texts.append(text)
        told = frozenset(stems(text))
        self._told.append(told)
        self._saying.setdefault(text, {})[place] = None
        for one in told:
            self._having.setdefault(one, []).append(place)

    def take(self, thing: T) -> None:
        """Take something out; nothing happens where it is not in."""
        place = self._places.pop(id(thing), None)
        if place is not None:
            self._things[place] = None
            del self._saying[self._texts[place]][place]

    def same(self, text: str) -> list[T]:
        """What says exactly the same, first in first."""
        return [thing for place in self._saying.get(text, ()) if (thing := self._things[place]) is not None]

    def near(self, text: str) -> list[T]:
        """What may say nearly the same, first in first."""
        told = frozenset(stems(text))
        finding = [places for one in told if (places := self._having.get(one)) and len(places) <= MANY]
        own, frequent = len(told), len(told) - len(finding)
        near = []
        # Counted first, as a bound: the words in common are compared only where there can be enough of them.
        for place, count in Counter(chain.from_iterable(finding)).items():
            if count > 1 and self._things[place] is not None:
                both = self._told[place]
                enough = MOST * (own + len(both))
                if 2 * (count + frequent) >= enough and 2 * len(told & both) >= enough:
                    near.append(place)
        return [thing for place in sorted(near) if (thing := self._things[place]) is not None]
