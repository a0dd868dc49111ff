"""How much alike two sentences are, from 0 to 1000.

    Die Stadt fördert 20 Sprachkurse.     letters in the same order:  lower case, common subsequence
    Die Stadt fördert 35 Sprachkurse.     words, whatever their order: stems, weighted by how much they tell

The likeness is the mean of the two: letters see inflection, words see that two sentences are about another matter
though they share half of their letters, as any two German sentences do. Symmetric in its two sides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from libcorpus.align.board import Board, Box
from libcorpus.align.candidates import candidates
from libcorpus.align.stems import Told, Vocabulary, told

__all__ = ["FULL", "Likeness"]

FULL = 1000


class Likeness:
    """Likeness of the sentences of a board; each pair is computed once."""

    __slots__ = ("_anywhere", "_candidates", "_letters", "_made", "new", "old")

    def __init__(self, board: Board, olds: Iterable[int], news: Iterable[int]) -> None:
        # Imported here, because two texts with the same sentences need no likeness, and the import takes 15 ms.
        from rapidfuzz.distance.Indel import normalized_similarity

        olds, news = list(olds), list(news)
        self._letters: Callable[[str, str], float] = normalized_similarity
        self._made: dict[tuple[int, int], int] = {}
        self._candidates: dict[int, list[int]] | None = None
        self._anywhere: dict[tuple[int, int], int] = {}
        vocabulary = Vocabulary([*(board.old[i] for i in olds), *(board.new[j] for j in news)])
        self.old = {i: vocabulary.told(board.old[i]) for i in olds}
        self.new = {j: vocabulary.told(board.new[j]) for j in news}

    def of(self, i: int, j: int) -> int:
        """Likeness of old sentence ``i`` and new sentence ``j``."""
        found = self._made.get((i, j))
        if found is None:
            found = self._made[i, j] = self.compare(self.old[i], self.new[j])
        return found

    def anywhere(self, i: int, j: int) -> int:
        """The same for sentences whose place says nothing: rare words decide, frames that many share do not."""
        found = self._anywhere.get((i, j))
        if found is None:
            a, b = self.old[i], self.new[j]
            found = self._anywhere[i, j] = (int(FULL * self._letters(a.text, b.text)) + 2 * rare(a, b)) // 3
        return found

    def candidates(self, i: int) -> list[int]:
        """The new sentences that could be the partner of old sentence ``i`` wherever it stands, ascending."""
        if self._candidates is None:
            self._candidates = candidates(self.old, self.new)
        return self._candidates[i]

    def of_box(self, box: Box) -> int:
        """Likeness of neighbouring sentences put together."""
        old = [self.old[i] for i in range(box[0], box[1] + 1)]
        new = [self.new[j] for j in range(box[2], box[3] + 1)]
        return self.compare(together(old), together(new))

    def compare(self, a: Told, b: Told) -> int:
        """Likeness of two sentences."""
        letters = int(FULL * self._letters(a.text, b.text))
        return (letters + shared(a, b)) // 2


def shared(a: Told, b: Told) -> int:
    """Weight of the words in common as a share of all, from 0 to 1000."""
    total = a.total + b.total
    return 2 * FULL * common(a, b) // total if total else 0


def rare(a: Told, b: Told) -> int:
    """Squared weight of the words in common as a share of all, from 0 to 1000."""
    total = a.squares + b.squares
    others = b.stems
    in_common = sum([weight * weight for stem, weight in a.stems.items() if stem in others])
    return 2 * FULL * in_common // total if total else 0


def common(a: Told, b: Told) -> int:
    """Weight of the words in common."""
    others = b.stems
    return sum([weight for stem, weight in a.stems.items() if stem in others])


def inside(part: Told, whole: Told) -> int:
    """Weight of the words of the part that the whole has too, as a share of the part, from 0 to 1000."""
    return FULL * common(part, whole) // part.total if part.total else 0


def own(part: Told, whole: Told, others: Told) -> int:
    """Weight of what the part shares with the whole and the other parts do not have."""
    return sum(w for stem, w in part.stems.items() if stem in whole.stems and stem not in others.stems)


def together(sentences: list[Told]) -> Told:
    """Neighbouring sentences as one."""
    if len(sentences) == 1:
        return sentences[0]
    words = {stem: weight for sentence in sentences for stem, weight in sentence.stems.items()}
    return told(" ".join(sentence.text for sentence in sentences), words)
