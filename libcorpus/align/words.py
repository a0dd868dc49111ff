"""Which words of a reworded sentence changed: few spans that read well, the same seen from either side.

    old   Die Stadt fördert [20] Sprachkurse im Jahr.
    new   Die Stadt fördert [35] Sprachkurse im Jahr [für alle].

Spans are code points of the sentences as they were handed in, from ``start`` up to but without ``end``, and never cut
a token (see ``tokens``). Knows two sentences only.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from libcorpus.align.fold import Ignore, folded
from libcorpus.align.subsequence import common_subsequence
from libcorpus.align.tokens import Token, tokens

__all__ = ["Change", "Ignore", "Span", "WordChange", "word_spans"]

Span = tuple[int, int]

REPLACED = 0.6
# An island joins the rewrite around it if it has at most ISLAND words and the changes next to it have REWRITE words
# or more: '[20] von [50]' stays two numbers, 'Die Stadt prüft | den | Bau neuer' does not leave 'den' standing.
ISLAND, REWRITE = 2, 3


@dataclass(frozen=True, slots=True)
class Change:
    """A place where the two differ. An empty span is the place where the other side has something more."""

    old: Span
    new: Span


@dataclass(frozen=True, slots=True)
class WordChange:
    """What changed between two sentences, in order. ``replaced``: so much that the whole is shown as one change.

    >>> word_spans("Bis 2030 bauen wir Schulen.", "Bis 2035 bauen wir Schulen.").changes
    (Change(old=(4, 8), new=(4, 8)),)
    """

    changes: tuple[Change, ...]
    replaced: bool

    @property
    def old(self) -> tuple[Span, ...]:
        """What the old sentence has and the new one has not."""
        return tuple(change.old for change in self.changes if change.old[0] < change.old[1])

    @property
    def new(self) -> tuple[Span, ...]:
        """What the new sentence has and the old one has not."""
        return tuple(change.new for change in self.changes if change.new[0] < change.new[1])

    def mirrored(self) -> WordChange:
        """The same when old and new change places."""
        return WordChange(tuple(Change(change.new, change.old) for change in self.changes), self.replaced)


def word_spans(old: str, new: str, *, ignore: Collection[Ignore | str] = ()) -> WordChange:
    """Say which words changed; differences of white space are none, and those in ``ignore`` are folded away."""
    if old > new:
        return word_spans(new, old, ignore=ignore).mirrored()
    kinds = {Ignore(kind) for kind in ignore}
    old_tokens, old_keys = folded(tokens(old), kinds)
    new_tokens, new_keys = folded(tokens(new), kinds)
    same = common_subsequence(old_keys, new_keys)
    if len(same) == len(old_keys) == len(new_keys):
        return WordChange((), False)
    runs = _join_islands(_runs(same, len(old_tokens), len(new_tokens)), old_tokens, new_tokens)
    if _share_changed(runs, old_tokens, new_tokens) > REPLACED:
        return WordChange((Change(_all(old_tokens), _all(new_tokens)),), True)
    return WordChange(tuple(Change(_span(old_tokens, a, b), _span(new_tokens, c, d)) for a, b, c, d in runs), False)


Run = tuple[int, int, int, int]
"""Old tokens from, up to but without; new tokens from, up to but without."""


def _runs(same: Sequence[tuple[int, int]], old_count: int, new_count: int) -> list[Run]:
    """What lies between the tokens that are the same."""
    runs = []
    a = b = 0
    for x, y in [*same, (old_count, new_count)]:
        if a < x or b < y:
            runs.append((a, x, b, y))
        a, b = x + 1, y + 1
    return runs


def _join_islands(runs: list[Run], old: Sequence[Token], new: Sequence[Token]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        if joined:
            before = joined[-1]
            words = _words(old, before[1], run[0])
            around = _size(before, old, new) + _size(run, old, new)
            if words == 0 or (words <= ISLAND and around >= max(REWRITE, words + 1)):
                joined[-1] = (before[0], run[1], before[2], run[3])
                continue
        joined.append(run)
    # A join makes the rewrite longer, so an island before it may join now.
    return joined if len(joined) == len(runs) else _join_islands(joined, old, new)


def _size(run: Run, old: Sequence[Token], new: Sequence[Token]) -> int:
    return max(_words(old, run[0], run[1]), _words(new, run[2], run[3]))


def _words(pieces: Sequence[Token], start: int, end: int) -> int:
    return sum(token.is_word for token in pieces[start:end])


def _share_changed(runs: Sequence[Run], old: Sequence[Token], new: Sequence[Token]) -> float:
    """Share of the words of both sides that changed."""
    total = _words(old, 0, len(old)) + _words(new, 0, len(new))
    changed = sum(_words(old, a, b) + _words(new, c, d) for a, b, c, d in runs)
    return changed / total if total else 0.0


def _all(pieces: Sequence[Token]) -> Span:
    return (pieces[0].start, pieces[-1].end) if pieces else (0, 0)


def _span(pieces: Sequence[Token], start: int, end: int) -> Span:
    """From the first to the last token; an empty one stands right behind the token before it."""
    if start < end:
        return pieces[start].start, pieces[end - 1].end
    place = pieces[start - 1].end if start else 0
    return place, place
