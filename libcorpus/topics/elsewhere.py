"""Where sentences went, and came from, beyond the text that carries theirs on.

    confirmed   a person said that the two belong together
    elsewhere   it left one text and stands word for word in another of the same date
    restated    a text that stands beside said nearly the same
    back        it had gone, and stands again, in the same words or nearly so

Each reads the books of one date and writes what it found into them. Knows sentences by their place.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from libcorpus.align.links import BETWEEN
from libcorpus.topics.carrying import LONG_ENOUGH, Spot, in_order
from libcorpus.topics.growing import Event, Found, Holding, key, words
from libcorpus.topics.ledger import Ledger
from libcorpus.topics.nearby import Nearby

Take = Callable[[list[Holding], tuple[Spot, ...], str], None]


def confirmed(day: Ledger) -> None:
    """Link what a person said belongs together."""
    pairs: dict[str, list[str]] = {}
    for old, new in sorted(day.held.judged.confirmed):
        pairs.setdefault(old, []).append(new)
    for old, news in pairs.items():
        spots = [day.standing[new] for new in news if new in day.standing]
        for removal in [one for one in day.removed.values() if one.one.text == old]:
            for spot in spots[:1]:
                day.relate(removal, Found("confirmed", 1.0, (), "", removal.one.spot, spot))
        for gone in day.held.gone.same(old):
            for spot in spots[:1]:
                day.held.gone.take(gone)
                found = Found("confirmed", 1.0, (), "", gone.spot, spot)
                day.arrive(gone, Event(day.date, "related", (spot,), (gone.spot,), found=found))


def elsewhere(day: Ledger) -> None:
    """What left one text and stands word for word in another of the same date was not dropped."""
    for removal in list(day.removed.values()):
        one = removal.one
        spot = day.standing.get(one.text)
        if spot is None or not _tells(day, one.spot) or not day.held.followed(spot):
            continue
        del day.removed[key(one.spot)]
        if key(spot) in day.added:
            day.step([one], Event(day.date, "moved", (spot,), (one.spot,), True))
        else:
            day.merge(one, Event(day.date, "merged", (spot,), (one.spot,)))


def _tells(day: Ledger, spot: Spot) -> bool:
    return day.held.topic is None or (day.held.claimed(spot) and len(words(spot)) >= LONG_ENOUGH)


def restated(day: Ledger) -> None:
    """Link what a text says that stands beside with what was adopted, and what was removed with what stands."""
    for removal in day.removed.values():
        if day.held.claimed(removal.one.spot):
            day.held.beside.put(removal.one.text, removal.one)

    def restate(held: list[Holding], where: tuple[Spot, ...], kind: str) -> None:
        left = [day.removed.pop(key(one.spot), None) for one in held]
        day.go_on(held, where, kind, any(left))

    _match(day, day.held.beside, restate)
    for removal in day.removed.values():
        day.held.beside.take(removal.one)


def back(day: Ledger) -> None:
    """Take up again what had gone, in the same words or nearly so."""

    def resume(held: list[Holding], where: tuple[Spot, ...], kind: str) -> None:
        del kind
        for one in held:
            day.held.gone.take(one)
        day.step(held, Event(day.date, "resumed", where, tuple(one.spot for one in held)))

    _match(day, day.held.gone, resume)


def _match(day: Ledger, known: Nearby[Holding], take: Take) -> None:
    """Link what was adopted with sentences that are known: first what says the same, then what nearly does."""
    for spot in day.claimed():
        if same := [one for one in known.same(words(spot)) if _earlier(day, one)]:
            # What was removed goes on where it stands now, before what stands beside goes on twice.
            take([next((one for one in same if key(one.spot) in day.removed), same[-1])], (spot,), "kept")
    near = {key(spot): [one for one in known.near(words(spot)) if _earlier(day, one)] for spot in day.claimed()}
    news = [spot for spot in day.claimed() if near[key(spot)]]
    olds = sorted({key(one.spot): one for found in near.values() for one in found}.values(), key=_place_of)
    if not news:
        return
    spots = [one.spot for one in olds]
    for link in day.held.align(spots, news).links:
        before, after = [olds[i] for i in link.old], tuple(news[j] for j in link.new)
        sides = ([one.spot for one in before], after)
        if day.is_link(link, *sides) and all(map(_together, sides)):
            take(before, after, link.kind.value)


def _earlier(day: Ledger, one: Holding) -> bool:
    return one.filed[0].adopted_on != day.date and one.thread.into is None


def _place_of(one: Holding) -> tuple[object, int]:
    return (in_order(one.filed), one.spot[1])


def _together(spots: Sequence[Spot]) -> bool:
    """Whether sentences stand together in one text: only then one can have been made of them."""
    steps = [(a[0] is b[0], b[1] - a[1]) for a, b in pairwise(spots)]
    return all(same and 0 < step <= BETWEEN + 1 for same, step in steps)
