"""What has happened on one date so far: what was removed and is not accounted for, what was added and has no past yet.

    removed   "Die Stadt soll 20 Kurse anbieten."       until something says where it went
    added     "Die Stadt muss 35 Kurse anbieten."       until something says where it came from

The steps of ``topics.day`` read and shorten both; whatever is left at the end was dropped, or is new. Knows sentences
by their place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from libcorpus.align import Link, LinkKind
from libcorpus.model.dates import PartialDate
from libcorpus.topics.carrying import Filed, Spot
from libcorpus.topics.fulfilled import reports
from libcorpus.topics.growing import Event, Found, Holding, Key, key, words
from libcorpus.topics.holding import Held


@dataclass(slots=True, eq=False)
class Removal:
    """A sentence of a text that was carried on, without a link; ``near``: that text was revised, not written anew."""

    one: Holding
    near: bool
    added: Sequence[Spot]
    suggestions: tuple[Found, ...] = ()


class Ledger:
    """The books of one date."""

    def __init__(self, held: Held, date: PartialDate, adopted: Sequence[Filed]) -> None:
        self.held = held
        self.date = date
        self.adopted = adopted
        self.removed: dict[Key, Removal] = {}
        self.added: dict[Key, Spot] = {}
        self._on_topic: dict[Key, Spot] = {}
        # A sentence that stands twice is found where it stands last.
        self.standing = {text: (filed, i) for filed in adopted for i, text in enumerate(filed[1].sentences)}

    def add(self, where: Iterable[Spot]) -> None:
        """Note what was adopted and has no past yet."""
        for spot in where:
            if self.held.followed(spot):
                self.added[key(spot)] = spot
                if self.held.claimed(spot):
                    self._on_topic[key(spot)] = spot

    def claimed(self) -> list[Spot]:
        """What was adopted on the topic and has no past yet, in order."""
        return [spot for own, spot in self._on_topic.items() if own in self.added]

    def topical(self) -> list[Removal]:
        """What was removed and is of the topic, now or once."""
        return [one for one in self.removed.values() if one.one.thread.topical or self.held.claimed(one.one.spot)]

    def is_link(self, link: Link, before: Sequence[Spot], after: Sequence[Spot]) -> bool:
        """Whether a link of the account counts: a person may have said otherwise."""
        if not (before and after):
            return False
        if link.kind is not LinkKind.REWORDED:
            return True
        old, new = words(before[0]), words(after[0])
        said = {other for own, other in self.held.judged.confirmed if own == old and other in self.standing}
        return (old, new) not in self.held.judged.denied and (not said or new in said)

    def go_on(self, held: Sequence[Holding], where: tuple[Spot, ...], kind: str, moved: bool) -> None:
        """Add a step to every thread that ends in it; the first of them goes on there."""
        before = tuple(one.spot for one in held)
        old, new = " ".join(map(words, before)), " ".join(map(words, where))
        kind, cue = ("moved" if kind == "kept" and moved else kind), ""
        if old != new and (done := reports(old, new)):
            kind, cue = "fulfilled", done
        self.step(held, Event(self.date, kind, where, before, moved, cue=cue))

    def step(self, held: Sequence[Holding], event: Event) -> None:
        """Add an event to the threads of sentences, the first of which goes on in it."""
        threads = list(dict.fromkeys(one.thread for one in held))
        for thread in threads:
            thread.events.append(event)
        for merged in threads[1:]:
            if not merged.holdings:
                merged.into = threads[0]
        for spot in event.where:
            self.added.pop(key(spot), None)
        self.held.hold(threads[0], event.where)

    def merge(self, one: Holding, event: Event) -> None:
        """End a thread in a sentence that another thread stands in already."""
        target = self.held.at(event.where[0])
        if target is None or target.thread is one.thread:
            return
        one.thread.events.append(event)
        if not one.thread.holdings:
            one.thread.into = target.thread

    def relate(self, removal: Removal, found: Found) -> None:
        """Let a thread go on in a counterpart."""
        del self.removed[key(removal.one.spot)]
        event = Event(self.date, "related", (found.new,), (found.old,), found=found)
        self.arrive(removal.one, event)

    def arrive(self, one: Holding, event: Event) -> None:
        """Let a thread go on in a sentence of this date, alone or together with the one that stands there."""
        if key(event.where[0]) in self.added:
            self.step([one], event)
        else:
            self.merge(one, event)
