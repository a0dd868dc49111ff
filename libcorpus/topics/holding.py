"""What holds while texts are followed date after date: the texts, their sentences, the threads these stand in.

    shelf      Kommunalprogramm 2014, Radwege 2015        whole texts, found by title, sort, id and sentences
    holding    (Kommunalprogramm 2014, 3) -> a thread
    gone       sentences that held once, for those that come back

Knows sentences by their place; not how they are matched.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from libcorpus.align import Account
from libcorpus.model.document import BlockKind, Document
from libcorpus.topics.carrying import Filed, Shelf, Spot
from libcorpus.topics.growing import Event, Growing, Holding, Key, key, words
from libcorpus.topics.judged import Judged
from libcorpus.topics.nearby import Nearby
from libcorpus.topics.topic import Topic

Aligner = Callable[[Sequence[Spot], Sequence[Spot]], Account]
Members = Callable[[Document], Mapping[int, object]]
NOTHING: Final[Mapping[int, object]] = {}


class Held:
    """The state of a following. Without a topic every sentence is followed, headings too."""

    def __init__(self, topic: Topic | None, align: Aligner, judged: Judged, members: Members | None = None) -> None:
        self.topic = topic
        self._claims = members or (topic.members if topic else None)
        self.align = align
        self.judged = judged
        self.shelf = Shelf()
        self.holding: dict[Key, Holding] = {}
        self.threads: list[Growing] = []
        self.beside: Nearby[Holding] = Nearby()
        self.gone: Nearby[Holding] = Nearby()
        self._members: dict[int, Mapping[int, object]] = {}

    def claimed(self, spot: Spot) -> bool:
        """Whether the topic takes a sentence; without a topic all are taken."""
        return self.topic is None or spot[1] in self.members(spot[0])

    def members(self, filed: Filed) -> Mapping[int, object]:
        """The sentences of a text that the topic takes."""
        known = self._members.get(id(filed[0]))
        if known is None:
            known = self._members[id(filed[0])] = self._claims(filed[1]) if self._claims else NOTHING
        return known

    def followed(self, spot: Spot) -> bool:
        """Headings take no position; they are followed only where every sentence is."""
        document = spot[0][1]
        return self.topic is None or document.blocks[document.block_of(spot[1])].kind is not BlockKind.HEADING

    def at(self, spot: Spot) -> Holding | None:
        """The thread a sentence that holds stands in."""
        found = self.holding.get(key(spot))
        if found is None and self.topic is not None and self.shelf.has(spot[0]) and self.followed(spot):
            # Most sentences without a word on the topic never meet one that has: their threads begin when they do.
            self.begin(Event(spot[0][0].adopted_on, "introduced", (spot,)))
            found = self.holding[key(spot)]
        return found

    def begin(self, event: Event) -> Growing:
        """A new thread."""
        thread = Growing([event])
        self.threads.append(thread)
        self.hold(thread, event.where)
        return thread

    def hold(self, thread: Growing, where: Sequence[Spot]) -> None:
        """Let sentences hold: the first in the thread itself, further parts of a split in threads of their own."""
        claimed = [self.claimed(spot) for spot in where]
        thread.topical = thread.topical or any(claimed)
        for position, spot in enumerate(where):
            own = thread if position == 0 else self._forked(thread)
            one = Holding(spot, own)
            own.holdings.append(one)
            self.holding[key(spot)] = one
            if claimed[position]:
                self.beside.put(words(spot), one)

    def _forked(self, thread: Growing) -> Growing:
        fork = thread.fork()
        self.threads.append(fork)
        return fork

    def release(self, one: Holding) -> None:
        """Let a sentence hold no longer; what becomes of its thread is said elsewhere."""
        del self.holding[key(one.spot)]
        one.thread.holdings.remove(one)
        self.beside.take(one)

    def end(self, one: Holding, event: Event) -> None:
        """End the thread of a sentence that was released, unless the same stands in another text that holds."""
        thread = one.thread
        if thread.into is not None:
            return
        if not thread.holdings:
            thread.events.append(event)
            if self.claimed(one.spot):
                self.gone.put(one.text, one)
        elif key(one.spot) in map(key, thread.events[-1].where):
            other = thread.holdings[-1]
            kind = "kept" if other.text == one.text else "reworded"
            thread.events.append(Event(event.adopted_on, kind, (other.spot,), (one.spot,)))
