"""The table on which two texts are laid out, and what has been linked so far.

    old   0  1  2  3           to_new   [0, 2, None, None]
          |   \
    new   0  1  2  3           to_old   [0, None, 1, None]

Each step of the engine reads it and links some sentences that were free. A split or a merge is a box: one sentence
on one side, a run of neighbours on the other. Only the last step leaves free ones between the parts of a box. Knows no
similarity and makes no choice.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence

__all__ = ["Board", "Box", "collapse"]

Box = tuple[int, int, int, int]
"""Old sentences from, up to and including; new sentences from, up to and including."""


def collapse(sentence: str) -> str:
    """The sentence as it is compared: each run of white space is one blank.

    >>> collapse("  Wir\\u00a0fordern: ")
    'Wir fordern:'
    """
    return " ".join(sentence.split())


class Board:
    """Both texts, collapsed, and the links made so far."""

    __slots__ = ("boxes", "new", "new_context", "old", "old_context", "to_new", "to_old")

    def __init__(
        self,
        old: Sequence[str],
        new: Sequence[str],
        old_context: Sequence[Hashable] | None = None,
        new_context: Sequence[Hashable] | None = None,
    ) -> None:
        self.old = old
        self.new = new
        self.old_context = old_context
        self.new_context = new_context
        self.to_new: list[int | None] = [None] * len(old)
        self.to_old: list[int | None] = [None] * len(new)
        self.boxes: dict[tuple[int, int], Box] = {}
        """Splits and merges only, by the first old and the first new sentence."""

    def link(self, i: int, j: int) -> None:
        """Say that old sentence ``i`` became new sentence ``j``; both must be free."""
        assert self.to_new[i] is None
        assert self.to_old[j] is None
        self.to_new[i] = j
        self.to_old[j] = i

    def link_box(self, box: Box) -> None:
        """Say that a run of old sentences became a run of new ones; one of the runs has one sentence."""
        i0, i1, j0, j1 = box
        for i in range(i0, i1 + 1):
            self.to_new[i] = j0
        for j in range(j0, j1 + 1):
            self.to_old[j] = i0
        if (i0, j0) != (i1, j1):
            self.boxes[i0, j0] = box

    def link_apart(self, box: Box, wider: Box, between: Collection[int]) -> None:
        """Widen a link on its longer side by what stands further off; the sentences ``between`` stay free."""
        self.boxes.pop((box[0], box[2]), None)
        self.link_box(wider)
        side = self.to_new if wider[0] < wider[1] else self.to_old
        for place in between:
            side[place] = None

    def unlink(self, i: int, j: int) -> None:
        """Take back the link of one old and one new sentence."""
        assert self.to_new[i] == j
        assert (i, j) not in self.boxes
        self.to_new[i] = None
        self.to_old[j] = None

    def single(self, i: int, j: int) -> bool:
        """Whether these two are linked to each other and to nobody else."""
        return self.to_new[i] == j and self.to_old[j] == i and (i, j) not in self.boxes

    def sentences(self, box: Box) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The old and the new sentences of a link, without those that are free between its parts."""
        i0, i1, j0, j1 = box
        old = tuple(i for i in range(i0, i1 + 1) if self.to_new[i] is not None)
        return old, tuple(j for j in range(j0, j1 + 1) if self.to_old[j] is not None)

    def links(self) -> Iterator[Box]:
        """All links so far as boxes, in the order of the old text."""
        last = -1
        for i, j in enumerate(self.to_new):
            if j is None or i <= last:
                continue
            box = self.boxes.get((i, j), (i, i, j, j))
            last = box[1]
            yield box

    def free_old(self) -> list[int]:
        """Old sentences without a link, ascending."""
        return [i for i, j in enumerate(self.to_new) if j is None]

    def free_new(self) -> list[int]:
        """New sentences without a link, ascending."""
        return [j for j, i in enumerate(self.to_old) if i is None]

    def same_place(self, i: int, j: int) -> int:
        """How much the two stand in the same place of the document's structure: a count of agreeing keys."""
        if self.old_context is None or self.new_context is None:
            return 0
        a, b = self.old_context[i], self.new_context[j]
        if isinstance(a, tuple) and isinstance(b, tuple):
            return sum(x == y for x, y in zip(a, b, strict=False))
        return int(a == b)
