"""What the sentences of two texts are compared by: word stems and how much each one tells.

    'Die Stadt fördert 20 Sprachkurse.'  ->  die, stad, förd, 20, sprachku      'die' tells little, 'sprachku' a lot

A stem is a word in lower case without the letters that endings are made of: rough, good enough for German and
English, and it sees that `Sprachkurs` and `Sprachkursen` are the same matter while `Sprachmittlung` is another.
Weights are whole numbers, so sums are the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Told", "Vocabulary", "told"]

ENDINGS = "enrsmt"
SHORTEST = 3
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Told:
    """One sentence as it is compared."""

    text: str
    stems: dict[int, int]
    """Each stem by its number, with its weight, in the order of the words; one that is repeated counts once."""
    total: int
    squares: int
    """Sum of the squared weights: rare words alone, as good as."""


def told(text: str, weights: dict[int, int]) -> Told:
    """A sentence in lower case with the weights of its stems."""
    return Told(text, weights, sum(weights.values()), sum([weight * weight for weight in weights.values()]))


class Vocabulary:
    """The stems of all sentences that are compared, numbered, and how much each tells."""

    __slots__ = ("_numbers", "_words", "weights")

    def __init__(self, sentences: Iterable[str]) -> None:
        self._numbers: dict[str, int] = {}
        self._words: dict[str, int] = {}
        found: dict[int, int] = {}
        count = 0
        for sentence in sentences:
            count += 1
            for number in set(self._stems(sentence.lower())):
                found[number] = found.get(number, 0) + 1
        # 2 if more than half of the sentences have it, and 1 more each time half as many have it.
        self.weights = {number: 1 + (count // times).bit_length() for number, times in found.items()}

    def told(self, text: str) -> Told:
        """A sentence of those, ready for comparing."""
        low = text.lower()
        return told(low, {number: self.weights[number] for number in self._stems(low)})

    def _stems(self, low: str) -> list[int]:
        words, numbers = self._words, self._numbers
        stems = []
        for word in _WORD.findall(low):
            number = words.get(word)
            if number is None:
                stem = word[:SHORTEST] + word[SHORTEST:].rstrip(ENDINGS)
                number = words[word] = numbers.setdefault(stem, len(numbers))
            stems.append(number)
        return stems
