"""What became of every sentence: the values that all of libcorpus reads.

An account is full: every sentence of either side stands in exactly one link,
so a reader can ask about any sentence and get an answer.

    kept      old 0    -> new 0       the same words (white space aside)
    reworded  old 1    -> new 3       moved: it stands elsewhere now
    split     old 2    -> new 1, 2
    merged    old 3, 4 -> new 4
    removed   old 5    -> -
    added     -        -> new 5

The parts of a split or a merge stand side by side as a rule; something new, or gone, may stand between them.
Numbers are indices of sentences, from 0. Knows nothing about the words, files or printed lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Literal

__all__ = ["Account", "AccountError", "Link", "LinkKind", "Revision"]

Revision = Literal["near", "far"]

# Measured: a draft and its adopted text share 34 to 86 % of their sentences word for word, a programme and the one
# of the next election 0 to 8 %. Whatever lies between is nearer to the second, because a partner that is only
# reworded counts as well.
NEAR_FROM = 0.25

# At most so many sentences stand between two parts of a split or a merge.
BETWEEN = 2


class LinkKind(StrEnum):
    """What became of the sentences of one link."""

    KEPT = "kept"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    REMOVED = "removed"
    ADDED = "added"

    @property
    def mirrored(self) -> LinkKind:
        """The kind of the same link when old and new change places.

        >>> LinkKind.SPLIT.mirrored
        <LinkKind.MERGED: 'merged'>
        """
        return _MIRRORED.get(self, self)


_MIRRORED = {
    LinkKind.SPLIT: LinkKind.MERGED,
    LinkKind.MERGED: LinkKind.SPLIT,
    LinkKind.REMOVED: LinkKind.ADDED,
    LinkKind.ADDED: LinkKind.REMOVED,
}

_MANY = 2
# How many sentences each side of a link holds; _MANY stands for two or more.
_SIDES: dict[LinkKind, tuple[int, int]] = {
    LinkKind.KEPT: (1, 1),
    LinkKind.REWORDED: (1, 1),
    LinkKind.SPLIT: (1, _MANY),
    LinkKind.MERGED: (_MANY, 1),
    LinkKind.REMOVED: (1, 0),
    LinkKind.ADDED: (0, 1),
}


class AccountError(ValueError):
    """A link or an account that would not be true."""


@dataclass(frozen=True, slots=True)
class Link:
    """What became of one sentence, or of the few that were split or merged.

    >>> Link(LinkKind.SPLIT, False, (2,), (1, 2)).mirrored()
    Link(kind=<LinkKind.MERGED: 'merged'>, moved=False, old=(1, 2), new=(2,))
    """

    kind: LinkKind
    moved: bool
    old: tuple[int, ...]
    new: tuple[int, ...]

    def __post_init__(self) -> None:
        sides = (min(len(self.old), _MANY), min(len(self.new), _MANY))
        if sides != _SIDES[self.kind]:
            raise AccountError(f"a link cannot be {self.kind}: old {self.old}, new {self.new}")
        if self.moved and not (self.old and self.new):
            raise AccountError(f"only what stands on both sides can be moved: old {self.old}, new {self.new}")
        for side in (self.old, self.new):
            if (side and side[0] < 0) or any(a >= b for a, b in pairwise(side)):
                raise AccountError(f"indices must ascend from 0 or above: {side}")

    @property
    def apart(self) -> bool:
        """Whether something that is no part of it stands between its parts, on the side that has several.

        >>> Link(LinkKind.SPLIT, False, (8,), (8, 10)).apart
        True
        """
        return any(side and side[-1] - side[0] >= len(side) for side in (self.old, self.new))

    def mirrored(self) -> Link:
        """The same link when old and new change places."""
        return Link(self.kind.mirrored, self.moved, self.new, self.old)


@dataclass(frozen=True, slots=True)
class Account:
    """What became of all sentences of two texts; always full, in one order.

    Links stand in the order of the new text; a removed sentence stands where it stood: behind the link of the
    nearest sentence before it that stayed in place (or first of all), before what was added there. There is only
    one such order, so two accounts of the same links are equal. ``Account.of`` brings links into it.

    >>> account = Account.of([Link(LinkKind.ADDED, False, (), (0,)), Link(LinkKind.REMOVED, False, (0,), ())], 1, 1)
    >>> [str(link.kind) for link in account.links], account.revision
    (['removed', 'added'], 'far')
    """

    links: tuple[Link, ...]
    old_count: int
    new_count: int

    def __post_init__(self) -> None:
        _check_full("old", [i for link in self.links for i in link.old], self.old_count)
        _check_full("new", [j for link in self.links for j in link.new], self.new_count)
        if self.links != _in_order(self.links):
            raise AccountError("links are not in the order of the account; Account.of() sorts them")

    @classmethod
    def of(cls, links: Iterable[Link], old_count: int, new_count: int) -> Account:
        """The account of these links, whatever order they come in."""
        return cls(_in_order(links), old_count, new_count)

    def of_old(self, i: int) -> Link:
        """The link in which sentence ``i`` of the old text stands; who asks about many takes ``by_old``."""
        return _find(self.links, i, self.old_count, "old")

    def of_new(self, j: int) -> Link:
        """The link in which sentence ``j`` of the new text stands; who asks about many takes ``by_new``."""
        return _find(self.links, j, self.new_count, "new")

    def by_old(self) -> list[Link]:
        """The link of every old sentence, in their order; for those who ask about all of them."""
        found: list[Link | None] = [None] * self.old_count
        for link in self.links:
            for i in link.old:
                found[i] = link
        return [link for link in found if link]

    def by_new(self) -> list[Link]:
        """The link of every new sentence, in their order."""
        found: list[Link | None] = [None] * self.new_count
        for link in self.links:
            for j in link.new:
                found[j] = link
        return [link for link in found if link]

    def mirrored(self) -> Account:
        """The account of new to old."""
        return Account.of([link.mirrored() for link in self.links], self.new_count, self.old_count)

    @property
    def changed(self) -> float:
        """Share of the sentences of both sides, from 0 to 1, that do not stand word for word on the other side.

        A sentence that was only moved is not changed.
        """
        total = self.old_count + self.new_count
        kept = sum(link.kind is LinkKind.KEPT for link in self.links)
        return 1 - 2 * kept / total if total else 0.0

    @property
    def linked(self) -> float:
        """Share of the sentences of the side that has fewer, from 0 to 1, that have a partner; 1 if there are none."""
        shorter = min(self.old_count, self.new_count)
        if not shorter:
            return 1.0 if self.old_count == self.new_count else 0.0
        partners = [(len(link.old), len(link.new)) for link in self.links if link.old and link.new]
        return min(sum(a for a, _ in partners), sum(b for _, b in partners)) / shorter

    @property
    def revision(self) -> Revision:
        """``near``: a revised text; ``far``: one written anew, where few sentences have a partner."""
        return "near" if self.linked >= NEAR_FROM else "far"


def _check_full(side: str, seen: list[int], count: int) -> None:
    if sorted(seen) == list(range(count)):
        return
    missing = sorted(set(range(count)) - set(seen))
    twice = sorted({i for i in seen if seen.count(i) > 1}) if len(seen) < 10_000 else []
    raise AccountError(
        f"each of {count} {side} sentences must stand in exactly one link; without a link: {missing[:5]}, "
        f"in several: {twice[:5]}, unknown: {sorted(set(seen) - set(range(count)))[:5]}"
    )


def _in_order(links: Iterable[Link]) -> tuple[Link, ...]:
    """In the order of the new text, and what was removed behind the last sentence before it that stayed in place."""
    links = tuple(links)
    placed: list[tuple[int, int, int, Link]] = []
    by_old = sorted((link for link in links if link.old), key=lambda link: link.old)
    last = -1
    for link in by_old:
        if not link.new:
            placed.append((last, 1, link.old[0], link))
        elif not link.moved:
            last = link.new[0]
    placed.extend((link.new[0], 0, 0, link) for link in links if link.new)
    return tuple(link for *_, link in sorted(placed, key=lambda place: place[:3]))


def _find(links: Sequence[Link], index: int, count: int, side: Literal["old", "new"]) -> Link:
    if not 0 <= index < count:
        raise IndexError(f"{side} sentence {index}: there are {count}, numbered from 0")
    for link in links:
        if index in (link.old if side == "old" else link.new):
            return link
    raise AssertionError("an account is full")
