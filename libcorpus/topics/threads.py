"""Follows positions on a topic from one assembly date to the next, as threads of sentences.

    2009 introduced   Z. 14   "20 Kurse im Jahr"
    2014 reworded     Z. 17   "35 Kurse im Jahr"
    2019 dropped

What holds is carried forward, sentence by sentence; ``topics.carrying`` says which earlier
texts a later one takes the place of, so that what is missing in it was dropped.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from libcorpus.align import Account, Link, LinkKind
from libcorpus.model.dates import PartialDate
from libcorpus.model.document import BlockKind, Document
from libcorpus.model.resolution import Resolution
from libcorpus.topics.carrying import Filed, Spot, is_amending, replaced_by
from libcorpus.topics.fulfilled import Fulfilment, fulfilments, reports
from libcorpus.topics.functions import function_of
from libcorpus.topics.positions import Assembly, CarriedOn, Place, Positions, Step, Thread
from libcorpus.topics.topic import Topic

# A sentence that holds, by the identity of its resolution and its index there.
Key = tuple[int, int]
Aligner = Callable[[Sequence[Spot], Sequence[Spot]], Account]


@dataclass(slots=True)
class _Holding:
    """A sentence that holds, with its thread."""

    filed: Filed
    sentence: int
    thread: Thread

    @property
    def key(self) -> "Key":
        return (id(self.filed[0]), self.sentence)

    @property
    def text(self) -> str:
        return self.filed[1].sentences[self.sentence]


def follow(topic: Topic, organisation: str, corpus: Sequence[Filed], align: Aligner) -> Positions:
    """The threads of a topic through resolutions of one organisation; ``align`` says what became of sentences."""
    following = _Following(topic, align)
    assemblies = []
    for adopted_on, adopted in by_date(corpus):
        amending, carried_on = following.take(adopted_on, adopted)
        body = next((resolution.body for resolution, _ in adopted if resolution.body), "")
        ids = tuple(resolution.id for resolution, _ in adopted)
        assemblies.append(
            Assembly(adopted_on, body, ids, tuple(resolution.id for resolution, _ in amending), carried_on)
        )
    return Positions(topic, organisation, tuple(assemblies), tuple(following.topical()))


def origins(corpus: Sequence[Filed], align: Aligner, resolution: Resolution) -> list[Thread | None]:
    """For each sentence of a resolution the thread it stands in, up to its date; None for an amending resolution."""
    following = _Following(None, align)
    document = Document(())
    for adopted_on, adopted in by_date(corpus):
        if adopted_on <= resolution.adopted_on:
            following.take(adopted_on, adopted)
            document = next((filed[1] for filed in adopted if filed[0].id == resolution.id), document)
    held = {one.sentence: one.thread for one in following.holding.values() if one.filed[0].id == resolution.id}
    return [held.get(index) for index in range(len(document.sentences))]


def by_date(corpus: Sequence[Filed]) -> Iterator[tuple[PartialDate, list[Filed]]]:
    """What was adopted, date after date."""
    dated = sorted(corpus, key=lambda filed: (filed[0].adopted_on, str(filed[0].id)))
    for adopted_on, group in groupby(dated, key=lambda filed: filed[0].adopted_on):
        yield adopted_on, list(group)


class _Following:
    """What holds, date after date. Without a topic every sentence is followed, headings too."""

    def __init__(self, topic: Topic | None, align: Aligner) -> None:
        self.topic = topic
        self.align = align
        self.holding: dict[Key, _Holding] = {}
        self.gone: dict[str, _Holding] = {}
        self.threads: list[Thread] = []

    def topical(self) -> Iterator[Thread]:
        """The threads the topic claimed a sentence of, at any date."""
        return (thread for thread in self.threads if thread.topical)

    def take(self, date: PartialDate, adopted: Sequence[Filed]) -> tuple[list[Filed], tuple[CarriedOn, ...]]:
        """Carry on what holds through what was adopted at one date.

        Returns the texts that only give instructions, and the earlier ones that the others carry on.
        """
        amending = [filed for filed in adopted if is_amending(*filed)]
        stating = [filed for filed in adopted if filed not in amending]
        return amending, self._carry_on(date, stating) if stating else ()

    def _carry_on(self, date: PartialDate, adopted: list[Filed]) -> tuple[CarriedOn, ...]:
        # Only what still holds is compared: a copy that was replaced long ago must not take a link from one that holds.
        old = sorted(((one.filed, one.sentence) for one in self.holding.values()), key=_in_order)
        new = [(filed, index) for filed in adopted for index in range(len(filed[1].sentences))]
        account = self.align(old, new)
        replaced = replaced_by(old, adopted, account)
        done = _Date(self, date, old, new, self._members(adopted))
        done.fulfil(account, replaced)
        for link in account.links:
            done.take(link, replaced)
        return tuple(replaced.values())

    def _members(self, adopted: list[Filed]) -> dict[int, Mapping[int, object]]:
        return {id(filed[0]): self.topic.members(filed[1]) if self.topic else {} for filed in adopted}


def _in_order(spot: Spot) -> tuple[PartialDate, str, int]:
    resolution = spot[0][0]
    return (resolution.adopted_on, str(resolution.id), spot[1])


class _Date:
    """The links of one date, turned into steps."""

    def __init__(
        self,
        following: _Following,
        date: PartialDate,
        old: list[Spot],
        new: list[Spot],
        members: Mapping[int, Mapping[int, object]],
    ) -> None:
        self.following = following
        self.date = date
        self.current = following.holding
        self.old = old
        self.new = new
        self.members = members
        self.standing = {filed[1].sentences[index]: (filed, index) for filed, index in new}
        self.fulfilled: dict[int, Fulfilment] = {}

    def fulfil(self, account: Account, replaced: Mapping[int, CarriedOn]) -> None:
        """Find demands that are gone and stand now as achievements."""
        removed = {i: self.old[i] for link in account.links if link.kind is LinkKind.REMOVED for i in link.old}
        removed = {i: place for i, place in removed.items() if id(place[0][0]) in replaced}
        added = {j: self.new[j] for link in account.links if link.kind is LinkKind.ADDED for j in link.new}
        found = fulfilments(
            {i: filed[1].sentences[index] for i, (filed, index) in removed.items()},
            {j: filed[1].sentences[index] for j, (filed, index) in added.items()},
        )
        for fulfilment in found:
            self.fulfilled[fulfilment.new] = fulfilment

    def take(self, link: Link, replaced: Mapping[int, CarriedOn]) -> None:
        """Turn one link into a step of its thread."""
        if link.kind is LinkKind.REMOVED:
            self._removed(link, replaced)
        elif link.kind is LinkKind.ADDED:
            self._added(link)
        else:
            self._linked(link)

    def _holdings(self, link: Link) -> list[_Holding]:
        places = (self.old[i] for i in link.old)
        return [one for filed, index in places if (one := self.current.get((id(filed[0]), index)))]

    def _removed(self, link: Link, replaced: Mapping[int, CarriedOn]) -> None:
        for one in self._holdings(link):
            if any(fulfilment.old == link.old[0] for fulfilment in self.fulfilled.values()):
                continue
            if id(one.filed[0]) in replaced and one.text in self.standing:
                # Two texts said the same, and the new one says it once: that is not dropped.
                place = _place([(one.filed, one.sentence)])
                one.thread.steps.append(Step(self.date, "merged", _place([self.standing[one.text]]), place))
                del self.current[one.key]
            elif id(one.filed[0]) in replaced:
                place = _place([(one.filed, one.sentence)])
                one.thread.steps.append(Step(self.date, "dropped", place, place))
                del self.current[one.key]
                self.following.gone[one.text] = one

    def _added(self, link: Link) -> None:
        where = [self.new[j] for j in link.new]
        if self._passed_over(where):
            return
        fulfilment = self.fulfilled.get(link.new[0])
        if fulfilment is not None:
            filed, index = self.old[fulfilment.old]
            held = self.current.get((id(filed[0]), index))
            if held is not None:
                before = _place([(held.filed, held.sentence)])
                self._step(
                    [held], where, Step(self.date, "fulfilled", _place(where), before, shared=fulfilment.evidence)
                )
                return
        text = where[0][0][1].sentences[where[0][1]]
        resumed = self.following.gone.pop(text, None)
        if resumed is not None:
            before = _place([(resumed.filed, resumed.sentence)])
            resumed.thread.steps.append(Step(self.date, "resumed", _place(where), before))
            self._hold([resumed.thread], where)
            return
        self._introduce(where)

    def _passed_over(self, where: list[Spot]) -> bool:
        """Headings take no position; they are followed only where every sentence is."""
        return self.following.topic is not None and _is_heading(*where[0])

    def _introduce(self, where: list[Spot]) -> None:
        thread = Thread([Step(self.date, "introduced", _place(where))])
        self.following.threads.append(thread)
        self._hold([thread], where)

    def _linked(self, link: Link) -> None:
        held, where = self._holdings(link), [self.new[j] for j in link.new]
        if not held:
            if not self._passed_over(where):
                self._introduce(where)
            return
        before, after = _place([(one.filed, one.sentence) for one in held]), _place(where)
        kind = "moved" if link.kind is LinkKind.KEPT and link.moved else link.kind.value
        cue = ""
        if reports(before.text, after.text):
            kind, cue = "fulfilled", function_of(after.text)[1]
        self._step(held, where, Step(self.date, kind, after, before, link.moved, cue=cue))

    def _step(self, held: list[_Holding], where: list[Spot], step: Step) -> None:
        """Add a step to every thread that ends in it, the first of which goes on."""
        threads: list[Thread] = []
        for one in held:
            if not any(one.thread is thread for thread in threads):
                threads.append(one.thread)
            del self.current[one.key]
        for thread in threads:
            thread.steps.append(step)
        self._hold(threads, where)

    def _hold(self, threads: Sequence[Thread], where: list[Spot]) -> None:
        """Let sentences hold in the first of the threads that end in them."""
        claimed = any(index in self.members[id(filed[0])] for filed, index in where)
        for thread in threads:
            thread.topical = thread.topical or claimed
        for position, (filed, index) in enumerate(where):
            # A sentence that was split goes on as several threads with one past: what becomes of one part
            # is not said of the other.
            thread = threads[0] if position == 0 else self._forked(threads[0])
            one = _Holding(filed, index, thread)
            self.current[one.key] = one

    def _forked(self, thread: Thread) -> Thread:
        fork = Thread(list(thread.steps), thread.topical)
        self.following.threads.append(fork)
        return fork


def _is_heading(filed: Filed, sentence: int) -> bool:
    document = filed[1]
    return document.blocks[document.block_of(sentence)].kind is BlockKind.HEADING


def _place(where: Sequence[Spot]) -> Place:
    """The place of sentences, in the resolution of the first of them."""
    resolution, document = where[0][0]
    own = [index for filed, index in where if filed[0] is resolution]
    spans = [span for index in own if (span := document.lines_of(index)) is not None]
    path = document.section_path(document.block_of(own[0]))
    section = document.blocks[path[-1]].flat if path else ""
    text = " ".join(filed[1].sentences[index] for filed, index in where)
    return Place(resolution.id, tuple(dict.fromkeys(spans)), text, section)
