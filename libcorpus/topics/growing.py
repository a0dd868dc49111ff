"""A thread while it is followed: events on sentences; at the end it is read off as a frozen ``Thread``.

    grow:  introduced 2009  +  reworded 2014  +  dropped 2019     ->     Thread("3f9a…", three steps, holds=False)

Most threads are followed without ever being shown, so citations are made only when one is read. Knows sentences by
their place in a document; not how they are matched.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TypeVar

from libcorpus.model.dates import PartialDate
from libcorpus.model.ids import ResolutionId
from libcorpus.topics.carrying import Filed, Spot
from libcorpus.topics.positions import ENDINGS, Evidence, Place, Step, Thread

T = TypeVar("T")
Key = tuple[int, int]
Matters = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Found:
    """A counterpart in a text written anew: its tier, what speaks for it, and the two sentences."""

    tier: str
    score: float
    shared: tuple[str, ...]
    matter: str
    old: Spot
    new: Spot


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """A step before it is cited; ``where`` are the sentences that hold from then on, ``before`` those that did."""

    adopted_on: PartialDate
    kind: str
    where: tuple[Spot, ...]
    before: tuple[Spot, ...] = ()
    moved: bool = False
    shared: str = ""
    cue: str = ""
    found: Found | None = None
    suggestions: tuple[Found, ...] = ()
    basis: str = ""
    by: ResolutionId | None = None
    held_until: PartialDate | None = None


@dataclass(slots=True, eq=False)
class Growing:
    """A thread that is still followed.

    ``into`` is the one in which it goes on after a merger; ``mark`` tells threads apart that were one sentence once.
    """

    events: list[Event]
    topical: bool = False
    mark: str = ""
    forks: int = 0
    into: "Growing | None" = None
    holdings: "list[Holding]" = field(default_factory=list)

    def fork(self) -> "Growing":
        """A thread with the same past: what becomes of one part of a split sentence is not said of the other."""
        self.forks += 1
        return Growing(list(self.events), self.topical, f"{self.mark}.{self.forks}")


@dataclass(slots=True, eq=False)
class Holding:
    """A sentence of a text that holds, with its thread."""

    spot: Spot
    thread: Growing

    @property
    def text(self) -> str:
        """Its words."""
        return words(self.spot)

    @property
    def filed(self) -> Filed:
        """The text it stands in."""
        return self.spot[0]


def words(spot: Spot) -> str:
    """The words of a sentence."""
    return spot[0][1].sentences[spot[1]]


def key(spot: Spot) -> Key:
    """What tells a sentence from all others."""
    return (id(spot[0][0]), spot[1])


class Citations:
    """Events as steps and threads as values, each place and step made once."""

    def __init__(self, matters: Matters | None = None) -> None:
        self._matters = matters
        self._places: dict[tuple[Key, ...], Place] = {}
        self._steps: dict[Event, Step] = {}
        self._known: dict[str, tuple[str, ...]] = {}

    def thread(self, growing: Growing) -> Thread:
        """A thread as a value."""
        steps = tuple(self.step(event) for event in growing.events)
        holds = growing.into is None and steps[-1].kind not in ENDINGS
        into = self.id_of(growing.into) if growing.into else ""
        named = dict.fromkeys(name for step in steps for name in self.matters(step.place.text))
        own = [one.spot for one in growing.holdings if len(growing.events[-1].where) > 1 and holds]
        now = self.place(own[:1]) if own else None
        return Thread(steps, self.id_of(growing), growing.topical, holds, into, tuple(named), now)

    def id_of(self, growing: Growing) -> str:
        """Made of where and with which words it was introduced: the same in every run, whatever is filed later."""
        first = self.step(growing.events[0]).place
        lines = ",".join(map(str, first.lines))
        return sha256(f"{first.id}\n{lines}\n{first.text}\n{growing.mark}".encode()).hexdigest()[:12]

    def matters(self, text: str) -> tuple[str, ...]:
        """The matters a wording is about."""
        if self._matters is None:
            return ()
        if text not in self._known:
            self._known[text] = tuple(self._matters(text))
        return self._known[text]

    def step(self, event: Event) -> Step:
        """An event with its citations. Threads that merge share an event, and so the step."""
        if event not in self._steps:
            self._steps[event] = Step(
                adopted_on=event.adopted_on,
                kind=event.kind,
                place=self.place(event.where),
                before=self.place(event.before) if event.before else None,
                moved=event.moved,
                shared=event.shared,
                cue=event.cue,
                evidence=self._evidence(event.found) if event.found else None,
                suggestions=tuple(map(self._evidence, event.suggestions)),
                basis=event.basis,
                by=event.by,
                held_until=event.held_until,
            )
        return self._steps[event]

    def _evidence(self, found: Found) -> Evidence:
        old, new = self.place((found.old,)), self.place((found.new,))
        return Evidence(found.tier, found.score, found.shared, found.matter, old, new)

    def place(self, where: Sequence[Spot]) -> Place:
        """The place of sentences, in the resolution of the first of them."""
        known = tuple(map(key, where))
        if known not in self._places:
            self._places[known] = _place(where)
        return self._places[known]


def _place(where: Sequence[Spot]) -> Place:
    resolution, document = where[0][0]
    own = [index for filed, index in where if filed[0] is resolution]
    spans = [span for index in own if (span := document.lines_of(index)) is not None]
    path = document.section_path(document.block_of(own[0]))
    headings = tuple(document.blocks[block].flat for block in path)
    text = " ".join(map(words, where))
    section = headings[-1] if headings else ""
    return Place(resolution.id, tuple(dict.fromkeys(spans)), text, section, headings)
