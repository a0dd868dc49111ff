"""Threads of positions as values: what became of one demand, date after date, each step with its citation.

    Thread    2009 introduced Z. 14   ->   2014 reworded Z. 17   ->   2019 dropped

Made by ``topics.threads``; knows nothing of how a text is matched.
"""

from dataclasses import dataclass, field, replace

from libcorpus.model.dates import PartialDate
from libcorpus.model.ids import ResolutionId
from libcorpus.model.lines import LineSpan
from libcorpus.topics.topic import Topic


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: the resolution, its printed lines (both included), the words."""

    id: ResolutionId
    lines: tuple[LineSpan, ...]
    text: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What became of a position at an assembly date.

    ``place`` cites the words that hold from then on; of a dropped step it is where they last stood, as ``before`` is
    for every other step that has one. ``shared`` are the words a guess rests on, ``cue`` those that report it as done.
    """

    adopted_on: PartialDate
    kind: str
    place: Place
    before: Place | None = None
    moved: bool = False
    shared: str = ""
    cue: str = ""


@dataclass(slots=True)
class Thread:
    """One position through the assembly dates; its label is its newest wording.

    ``topical``: the topic claimed it at one date at least.
    """

    steps: list[Step] = field(default_factory=list)
    topical: bool = False

    @property
    def label(self) -> str:
        """The newest wording."""
        return self.steps[-1].place.text

    @property
    def since(self) -> PartialDate:
        """The date at which it was introduced."""
        return self.steps[0].adopted_on


@dataclass(frozen=True, slots=True)
class CarriedOn:
    """An earlier text that a later one takes the place of, and what says so.

    ``basis``: ``relation`` (an editor or the text), ``title`` (the same), ``programme`` (both are), or ``shared`` (a
    good part of its sentences stands again). All but the first are guesses.
    """

    id: ResolutionId
    basis: str


@dataclass(frozen=True, slots=True)
class Assembly:
    """One date of adoption with what was adopted then.

    ``amending`` are resolutions that only give instructions; ``carried_on`` earlier ones that hold no longer beside it.
    """

    adopted_on: PartialDate
    body: str
    resolutions: tuple[ResolutionId, ...]
    amending: tuple[ResolutionId, ...] = ()
    carried_on: tuple[CarriedOn, ...] = ()


@dataclass(frozen=True, slots=True)
class Positions:
    """All threads of a topic in one organisation, over its assembly dates in order."""

    topic: Topic
    organisation: str
    assemblies: tuple[Assembly, ...]
    threads: tuple[Thread, ...]
    continued: bool = False

    def since(self, date: PartialDate) -> "Positions":
        """Only what happened from a date on; ``continued`` then says that something held before."""
        shown = tuple(one for one in self.assemblies if one.adopted_on >= date or date.covers(one.adopted_on))
        dates = {one.adopted_on for one in shown}
        threads = []
        for thread in self.threads:
            steps = [step for step in thread.steps if step.adopted_on in dates]
            if steps:
                threads.append(Thread(steps, thread.topical))
        return replace(self, assemblies=shown, threads=tuple(threads), continued=len(shown) < len(self.assemblies))
