"""Follows positions on a topic from one assembly date to the next, as threads of sentences.

    2009 introduced   Z. 14   "20 Kurse im Jahr"
    2014 reworded     Z. 17   "35 Kurse im Jahr"
    2019 dropped

What holds is carried forward, sentence by sentence. ``topics.carrying`` says which earlier texts a later one takes
the place of, ``topics.day`` what becomes of their sentences. Knows documents; the alignment is handed in.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from libcorpus.model.dates import PartialDate
from libcorpus.model.document import BlockKind
from libcorpus.model.resolution import Resolution
from libcorpus.model.validity import Validity
from libcorpus.topics.carrying import Filed, Spot, is_amending, relation_to
from libcorpus.topics.day import Day
from libcorpus.topics.growing import Citations, Event, Growing, Holding
from libcorpus.topics.holding import Aligner, Held, Members
from libcorpus.topics.judged import Judged
from libcorpus.topics.positions import ENDINGS, Assembly, CarriedOn, Positions, Standing, Thread
from libcorpus.topics.topic import Topic

NOBODY = Judged()
# Resolutions without a word on the topic, and whether they only give instructions: they are listed, not followed.
Others = Sequence[tuple[Resolution, bool]]


def follow(
    topic: Topic,
    organisation: str,
    corpus: Sequence[Filed],
    align: Aligner,
    judged: Judged = NOBODY,
    others: Others = (),
    members: Members | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> Positions:
    """The threads of a topic through resolutions of one organisation; ``align`` says what became of sentences.

    ``others`` are further resolutions, known to be of no concern: they only stand in the list of assemblies.
    ``members`` says what ``topic.members`` says, where that is known already; ``progress`` is told how many dates
    are done.
    """
    following = Following(topic, align, judged, members)
    carried: dict[PartialDate, tuple[CarriedOn, ...]] = {}
    amending = {own.id for own, amending in others if amending}
    filed = dict(by_date(corpus))
    for adopted_on in sorted({*filed, *(own.adopted_on for own, _ in others)}):
        # At a date without a word on the topic a text may be seen to have run out.
        instructions, carried[adopted_on] = following.take(adopted_on, filed.get(adopted_on, []))
        progress(sum(date <= adopted_on for date in filed))
        amending |= {resolution.id for resolution, _ in instructions}
    dates = sorted([*(own for own, _ in corpus), *(own for own, _ in others)], key=_by_date)
    assemblies = []
    for adopted_on, group in groupby(dates, key=lambda own: own.adopted_on):
        own_ones = list(group)
        ids = tuple(own.id for own in own_ones)
        body = next((own.body for own in own_ones if own.body), "")
        instructing = tuple(own_id for own_id in ids if own_id in amending)
        assemblies.append(Assembly(adopted_on, body, ids, instructing, carried.get(adopted_on, ())))
    return Positions(topic, organisation, tuple(assemblies), following.topical())


def held_on(
    topic: Topic | None,
    corpus: Sequence[Filed],
    align: Aligner,
    date: PartialDate | None = None,
    judged: Judged = NOBODY,
) -> tuple[Standing, ...]:
    """What holds on a date, or at the end: each sentence with its thread, headings left out, by date and text.

    With a topic only sentences whose thread it claimed at one date at least. A text that is over by then is left out,
    whether or not an assembly met since.
    """
    following = Following(topic, align, judged)
    for adopted_on, adopted in by_date(corpus):
        if date is None or adopted_on <= date or date.covers(adopted_on):
            following.take(adopted_on, adopted)
    return tuple(following.standing(date))


def origins(corpus: Sequence[Filed], align: Aligner, resolution: Resolution) -> list[Thread | None]:
    """For each sentence of a resolution the thread it stands in, up to its date; None for an amending resolution."""
    following = Following(None, align, NOBODY)
    found: list[Thread | None] = []
    for adopted_on, adopted in by_date(corpus):
        if adopted_on <= resolution.adopted_on:
            following.take(adopted_on, adopted)
            for filed in adopted:
                if filed[0].id == resolution.id:
                    found = [following.thread_at((filed, index)) for index in range(len(filed[1].sentences))]
    return found


def by_date(corpus: Sequence[Filed]) -> Iterator[tuple[PartialDate, list[Filed]]]:
    """What was adopted, date after date."""
    dated = sorted(corpus, key=lambda filed: _by_date(filed[0]))
    for adopted_on, group in groupby(dated, key=lambda filed: filed[0].adopted_on):
        yield adopted_on, list(group)


def _by_date(resolution: Resolution) -> tuple[PartialDate, str]:
    return (resolution.adopted_on, str(resolution.id))


class Following:
    """What holds, date after date."""

    def __init__(self, topic: Topic | None, align: Aligner, judged: Judged, members: Members | None = None) -> None:
        self.held = Held(topic, align, judged, members)
        matters = (lambda text: [matter.name for matter, _ in topic.matters_in(text)]) if topic else None
        self.citations = Citations(matters)
        self.known: list[Resolution] = []
        self.over: list[tuple[Filed, list[Holding]]] = []

    def take(self, date: PartialDate, adopted: Sequence[Filed]) -> tuple[list[Filed], tuple[CarriedOn, ...]]:
        """Carry on what holds through what was adopted at one date.

        Returns the texts that only give instructions, and the earlier ones that the others carry on.
        """
        self.known += [resolution for resolution, _ in adopted]
        self._expire(date)
        amending = [filed for filed in adopted if is_amending(*filed)]
        stating = [filed for filed in adopted if filed not in amending]
        self._repeal(date, amending)
        return amending, Day(self.held, date, stating).run() if stating else ()

    def _expire(self, date: PartialDate) -> None:
        """End what was to hold up to a day before this date, and let hold again what was reaffirmed since."""
        limited = [filed for filed in self.held.shelf if filed[0].valid_until]
        if not limited and not self.over:
            return
        validity = Validity(self.known, date)
        for filed in limited:
            ending = validity.ending(filed[0])
            if ending is not None and ending.kind == "expired":
                event = Event(date, "expired", (), basis="valid_until", held_until=ending.last_day)
                self.over.append((filed, self._end(filed, event)))
        for filed, ended in [over for over in self.over if validity.ending(over[0][0]) is None]:
            self.over = [over for over in self.over if over[0] is not filed]
            self._renew(date, filed, ended)

    def _repeal(self, date: PartialDate, amending: Sequence[Filed]) -> None:
        """End what a text repeals that states nothing itself."""
        for new, _ in amending:
            for filed in list(self.held.shelf):
                if relation := relation_to(new, filed[0], ("repeals",)):
                    self._end(filed, Event(date, "repealed", (), basis=relation.basis, by=new.id))

    def _end(self, filed: Filed, event: Event) -> list[Holding]:
        """End a whole text, each sentence by the same event."""
        ended = [one for index in range(len(filed[1].sentences)) if (one := self.held.at((filed, index)))]
        self.held.shelf.take(filed)
        for one in ended:
            self.held.release(one)
            self.held.end(one, replace(event, where=(one.spot,), before=(one.spot,)))
        return ended

    def _renew(self, date: PartialDate, filed: Filed, ended: Sequence[Holding]) -> None:
        """Let a text that had run out hold again."""
        self.held.shelf.put(filed)
        for one in ended:
            self.held.gone.take(one)
            if one.thread.events[-1].kind in ENDINGS:
                one.thread.events.append(Event(date, "resumed", (one.spot,), (one.spot,)))
            self.held.hold(one.thread, (one.spot,))

    def topical(self) -> tuple[Thread, ...]:
        """The threads the topic claimed a sentence of, at any date, in the order in which they began."""
        topical = sorted((one for one in self.held.threads if one.topical), key=_beginning)
        return tuple(self.citations.thread(one) for one in topical)

    def thread_at(self, spot: Spot) -> Thread | None:
        """The thread a sentence that holds stands in."""
        one = self.held.at(spot)
        return self.citations.thread(one.thread) if one else None

    def standing(self, date: PartialDate | None) -> Iterator[Standing]:
        """What holds, by date and text; ``date`` leaves out what is over by then."""
        validity = Validity(self.known, date)
        for filed in sorted(self.held.shelf, key=lambda filed: _by_date(filed[0])):
            if validity.ending(filed[0]) is not None:
                continue
            for index in range(len(filed[1].sentences)):
                spot = (filed, index)
                one = self.held.at(spot)
                if one and (one.thread.topical or self.held.topic is None) and not _is_heading(spot):
                    yield Standing(self.citations.place([spot]), index, self.citations.thread(one.thread))


def _is_heading(spot: Spot) -> bool:
    document = spot[0][1]
    return document.blocks[document.block_of(spot[1])].kind is BlockKind.HEADING


def _beginning(thread: Growing) -> tuple[tuple[PartialDate, str], int, str]:
    filed, index = thread.events[0].where[0]
    return (_by_date(filed[0]), index, thread.mark)
