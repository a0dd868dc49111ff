"""Carries printed lines from one version to another, and over several.

    Z. 94-99 of 2014   ->   Z. 101-107 of 2019, changed

A line goes where its sentences went. Where a sentence is the same, the very words of the
line are found again; where it was reworded, all the lines of its new form are meant.
Raw diff runs would go wrong in a tenth of cases; links of sentences do not. Knows
documents and an account.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from libcorpus.align.links import Account, LinkKind
from libcorpus.model.document import Document
from libcorpus.model.lines import LineSpan


class Fate(StrEnum):
    """What became of printed lines: the gravest of what became of their sentences."""

    KEPT = "kept"
    MOVED = "moved"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Target:
    """Where one sentence went: indices in the later document; ``same`` if its words are the same."""

    sentences: tuple[int, ...]
    same: bool
    moved: bool


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of printed lines. ``new`` are printed lines of the later version, both ends included, in its order.

    ``fate`` is ``gone`` only if no sentence on the lines has a partner, ``changed`` if any was reworded or is gone.
    """

    old: LineSpan
    fate: Fate
    new: tuple[LineSpan, ...]
    sentences: tuple[int, ...]


@dataclass(frozen=True)
class LineMap:
    """From the printed lines of ``before`` to those of ``after``; one target a sentence of ``before``."""

    before: Document
    after: Document
    targets: tuple[Target, ...]

    @classmethod
    def of(cls, account: Account, before: Document, after: Document) -> LineMap:
        """The map an account of two documents gives."""
        targets = [Target((), False, False)] * account.old_count
        for link in account.links:
            for index in link.old:
                same = link.kind is LinkKind.KEPT
                targets[index] = Target(link.new, same, link.moved)
        return cls(before, after, tuple(targets))

    def then(self, later: LineMap) -> LineMap:
        """This map and a later one, one after the other: from the first version to the last."""
        if self.after != later.before:
            raise ValueError("the later map does not begin where this one ends")
        return LineMap(self.before, later.after, tuple(self._followed(target, later) for target in self.targets))

    @staticmethod
    def _followed(target: Target, later: LineMap) -> Target:
        further = [later.targets[index] for index in target.sentences]
        sentences = tuple(sorted({index for step in further for index in step.sentences}))
        same = target.same and all(step.same for step in further)
        return Target(sentences, same and bool(sentences), target.moved or any(step.moved for step in further))

    def carry(self, span: LineSpan) -> Carried:
        """What became of printed lines, both ends included; refuses lines that are not there."""
        wanted = self.before.existing(span)
        on = self.before.sentences_on(wanted)
        targets = [self.targets[index] for index in on]
        spans = [found for index in on for found in self._spans(index, wanted)]
        sentences = tuple(sorted({index for target in targets for index in target.sentences}))
        return Carried(wanted, _fate(targets), joined(spans), sentences)

    def _spans(self, index: int, wanted: LineSpan) -> list[LineSpan]:
        target = self.targets[index]
        if target.same and len(target.sentences) == 1:
            (new,) = target.sentences
            first, last = self._part(index, wanted)
            # The same words up to white space: only then do characters count alike.
            if self.before.sentences[index] == self.after.sentences[new]:
                found = self.after.lines_between((new, first), (new, last))
                return [found] if found else []
        spans = (self.after.lines_of(new) for new in target.sentences)
        return [span for span in spans if span is not None]

    def _part(self, index: int, wanted: LineSpan) -> tuple[int, int]:
        """The first and last character of a sentence that stand on the wanted lines."""
        last = len(self.before.sentences[index]) - 1
        lines = self.before.lines
        parts = []
        for start, following in zip_longest(lines, lines[1:]):
            end = following.position if following else (len(self.before.sentences), 0)
            if start.position <= (index, last) and end > (index, 0) and self.before.is_on(start, wanted):
                begin = start.offset if start.sentence == index else 0
                parts.append((begin, end[1] - 1 if end[0] == index else last))
        return min(begin for begin, _ in parts), max(end for _, end in parts)


def _fate(targets: Sequence[Target]) -> Fate:
    if not any(target.sentences for target in targets):
        return Fate.GONE
    if not all(target.same for target in targets):
        return Fate.CHANGED
    return Fate.MOVED if any(target.moved for target in targets) else Fate.KEPT


def joined(spans: Sequence[LineSpan]) -> tuple[LineSpan, ...]:
    """Spans in order, neighbours and overlapping ones joined."""
    result: list[LineSpan] = []
    for span in sorted(spans, key=lambda one: (one.page or 0, one.first, one.last)):
        before = result[-1] if result else None
        if before and before.last_page == span.page == span.last_page and span.first <= before.last + 1:
            result[-1] = LineSpan(before.first, max(before.last, span.last), before.page, span.last_page)
        else:
            result.append(span)
    return tuple(result)
