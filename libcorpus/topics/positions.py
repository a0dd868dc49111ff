"""Threads of positions as values: what became of one demand, date after date, each step with its citation.

    Thread    2009 introduced Z. 14   ->   2014 reworded Z. 17   ->   2019 dropped

Made by ``topics.threads``; knows nothing of how a text is matched.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from libcorpus.model.dates import PartialDate
from libcorpus.model.ids import ResolutionId
from libcorpus.model.lines import LineSpan
from libcorpus.topics.functions import Function, function_of
from libcorpus.topics.topic import Topic

# Steps after which a thread has no words that hold; ``unmatched`` says only that no counterpart was found.
ENDINGS: Final = ("dropped", "unmatched", "repealed", "expired")
# The kinds of a step, in the order in which a reader wants to see them.
KINDS: Final = (
    "introduced",
    "resumed",
    "dropped",
    "repealed",
    "expired",
    "unmatched",
    "fulfilled",
    "reworded",
    "related",
    "split",
    "merged",
    "moved",
    "kept",
)


@lru_cache(maxsize=100_000)
def told(text: str) -> tuple[Function, str]:
    """What words do, and what tells it. Most are asked about at many dates."""
    return function_of(text)


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: the resolution, its printed lines (both included), the words, and what they do.

    ``path`` are the headings above, outermost first, and ``section`` the nearest of them.
    """

    id: ResolutionId
    lines: tuple[LineSpan, ...]
    text: str
    section: str = ""
    path: tuple[str, ...] = ()

    def __hash__(self) -> int:
        # Values nest here, and their hashes are asked for often: the words alone tell nearly all apart.
        return hash(self.text)

    @property
    def function(self) -> Function:
        """What the words do."""
        return told(self.text)[0]

    @property
    def cue(self) -> str:
        """The words that tell what they do; empty for a statement."""
        return told(self.text)[1]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for two sentences that share few words being about the same thing.

    ``tier`` is ``confirmed`` (a person said so), ``sure``, ``likely`` or, of a suggestion, ``suggested``. ``score``
    runs from 0 to 1. ``old`` and ``new`` are the best pair of sentences.
    """

    tier: str
    score: float
    shared: tuple[str, ...]
    matter: str
    old: Place
    new: Place


@dataclass(frozen=True, slots=True)
class Step:
    """What became of a position at an assembly date; ``kind`` is one of ``KINDS``.

    ``place`` cites the words that hold from then on; of a step that ends a thread it is where they last stood, as
    ``before`` is for every other step that has one. ``shared`` are the words a fulfilment rests on, ``cue`` those that
    report it as done. ``evidence`` says why a ``related`` step is one; ``suggestions``, at most three, are for a person
    to confirm or deny where no counterpart was found. Of a step that ends a whole text ``basis`` says who says so
    (``text``, ``editor``, ``inferred``, or ``valid_until``), ``by`` the text that repealed it, and ``held_until`` the
    last day on which it held.
    """

    adopted_on: PartialDate
    kind: str
    place: Place
    before: Place | None = None
    moved: bool = False
    shared: str = ""
    cue: str = ""
    evidence: Evidence | None = None
    suggestions: tuple[Evidence, ...] = ()
    basis: str = ""
    by: ResolutionId | None = None
    held_until: PartialDate | None = None

    def __hash__(self) -> int:
        return hash((self.kind, self.place))


@dataclass(frozen=True, slots=True)
class Thread:
    """One position through the assembly dates; its label is its newest wording.

    ``id`` is made of what it was introduced with, so it stays the same when later texts are filed. ``topical``: the
    topic claimed it at one date at least. ``holds``: its newest wording stands in a text that holds. ``into`` is the
    thread in which a merged one goes on; ``matters`` are those its wordings are about. ``own`` is the part of the last
    step's words that a thread follows alone, where that is not all of them.
    """

    steps: tuple[Step, ...]
    id: str = ""
    topical: bool = False
    holds: bool = True
    into: str = ""
    matters: tuple[str, ...] = ()
    own: Place | None = None

    def __hash__(self) -> int:
        return hash((self.id, len(self.steps)))

    @property
    def now(self) -> Place:
        """Where it stands, or last stood; of a sentence that was split only the part that this thread follows."""
        return self.own or self.steps[-1].place

    @property
    def label(self) -> str:
        """The newest wording."""
        return self.now.text

    @property
    def since(self) -> PartialDate:
        """The date at which it was introduced."""
        return self.steps[0].adopted_on

    @property
    def ended(self) -> PartialDate | None:
        """The date from which on its words hold no longer; None while they do, or where they go on in another."""
        last = self.steps[-1]
        return last.adopted_on if last.kind in ENDINGS else None


@dataclass(frozen=True, slots=True)
class Standing:
    """A sentence that holds on a date: where it stands, its index in that text, from 0, and its thread."""

    place: Place
    sentence: int
    thread: Thread


@dataclass(frozen=True, slots=True)
class CarriedOn:
    """An earlier text that a later one takes the place of, and what says so.

    ``basis``: ``relation`` (an editor or the text), ``title`` (the same), ``programme`` (both are), or ``shared`` (a
    good part of its sentences stands again). All but the first are guesses. ``near``: it was revised, so what is
    missing was dropped; else it was written anew, and what is missing has no counterpart that was found.
    """

    id: ResolutionId
    basis: str
    near: bool = True


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

    def __hash__(self) -> int:
        return hash(self.adopted_on)

    @property
    def account_near(self) -> bool:
        """Whether what it carries on was revised; False where a text was written anew."""
        return all(one.near for one in self.carried_on)


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
        cut = (
            replace(thread, steps=steps)
            for thread in self.threads
            if (steps := tuple(step for step in thread.steps if step.adopted_on in dates))
        )
        return replace(self, assemblies=shown, threads=tuple(cut), continued=len(shown) < len(self.assemblies))

    def by_matter(self) -> Iterator[tuple[str, tuple[Thread, ...]]]:
        """The threads of each matter, by its name; last, under an empty name, those that are about none."""
        names = dict.fromkeys(name for thread in self.threads for name in thread.matters)
        for name in sorted(names):
            yield name, tuple(thread for thread in self.threads if name in thread.matters)
        if rest := tuple(thread for thread in self.threads if not thread.matters):
            yield "", rest
