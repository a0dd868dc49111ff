"""One date of adoption: what became of all that held, through what was adopted then.

    families    each new text with the earlier ones it carries on: an account says what was kept, reworded, …
    elsewhere   what left one text and stands in another of the same date; what a text beside it said before
    back        what had gone and stands again
    done        demands that are gone and stand as achievements
    anew        where a text was written anew, its counterparts in the whole new text
    the rest    dropped, or without a counterpart; introduced

Each step only takes what the one before left. Knows sentences by their place; no files.
"""

from collections.abc import Sequence
from typing import Final

from libcorpus.align import Link, LinkKind
from libcorpus.model.dates import PartialDate
from libcorpus.model.ids import ResolutionId
from libcorpus.topics.carrying import Family, Filed, Spot, relation_to
from libcorpus.topics.elsewhere import back, confirmed, elsewhere, restated
from libcorpus.topics.fulfilled import stems
from libcorpus.topics.growing import Event, Holding, key, words
from libcorpus.topics.guessing import anew, done
from libcorpus.topics.holding import Held
from libcorpus.topics.ledger import Ledger, Removal
from libcorpus.topics.positions import CarriedOn

# In a text written anew, the account's weaker links are coincidence as often as not.
CLOSE: Final = 0.5
STEPS: Final = (confirmed, elsewhere, restated, back, done, anew)


class Day:
    """What happens to what holds on one date."""

    def __init__(self, held: Held, date: PartialDate, adopted: Sequence[Filed]) -> None:
        self.held = held
        self.books = Ledger(held, date, adopted)
        self.carried_on: list[CarriedOn] = []
        self.asked = {old for old, _ in held.judged.confirmed}

    def run(self) -> tuple[CarriedOn, ...]:
        """Carry on what holds; returns the earlier texts that were carried on where the topic has a say."""
        for family in self.held.shelf.families(self.books.adopted):
            self._family(family)
        for filed in self.books.adopted:
            self.held.shelf.put(filed)
        for step in STEPS:
            step(self.books)
        self._end()
        self._introduce()
        return tuple(sorted(self.carried_on, key=lambda one: str(one.id)))

    def _family(self, family: Family) -> None:
        new = [(filed, index) for filed in family.new for index in range(len(filed[1].sentences))]
        if not family.old:
            self.books.add(new)
            return
        old = [(filed, index) for filed in family.old for index in range(len(filed[1].sentences))]
        account = self.held.align(old, new)
        bases = family.carried_on(account, old)
        near = account.revision == "near"
        added: list[Spot] = []
        for link in account.links:
            before, after = [old[i] for i in link.old], [new[j] for j in link.new]
            if self.books.is_link(link, before, after) and (near or self._is_close(link, before, after)):
                self._link(link, before, after, bases)
                continue
            added += after
            self.books.add(after)
            for spot in before:
                self._remove(spot, bases, near, added)
        for filed in family.old:
            if id(filed[0]) in bases:
                self.held.shelf.take(filed)
        if any(self.held.members(filed) for filed in (*family.old, *family.new)):
            carried = [(filed[0].id, bases[id(filed[0])]) for filed in family.old if id(filed[0]) in bases]
            self.carried_on += [CarriedOn(own_id, basis, near) for own_id, basis in carried]

    @staticmethod
    def _is_close(link: Link, before: Sequence[Spot], after: Sequence[Spot]) -> bool:
        """Whether a reworded sentence of a text written anew has most of its words: else it is at best related."""
        if link.kind is not LinkKind.REWORDED:
            return True
        old, new = (set(stems(words(spots[0]))) for spots in (before, after))
        return 2 * len(old & new) >= CLOSE * (len(old) + len(new))

    def _remove(self, spot: Spot, bases: dict[int, str], near: bool, added: Sequence[Spot]) -> None:
        if id(spot[0][0]) in bases and (one := self._known(spot)):
            self.held.release(one)
            self.books.removed[key(spot)] = Removal(one, near, added)

    def _known(self, spot: Spot) -> Holding | None:
        """The thread of a sentence that is gone, if it can be of concern that it is."""
        concern = self.held.claimed(spot) or words(spot) in self.asked
        return self.held.at(spot) if concern else self.held.holding.get(key(spot))

    def _link(self, link: Link, before: Sequence[Spot], after: Sequence[Spot], bases: dict[int, str]) -> None:
        held = [one for spot in before if (one := self.held.at(spot))]
        where = tuple(spot for spot in after if self.held.followed(spot))
        if not held or not where:
            self.books.add(where)
            return
        for one in held:
            # A text that stands beside the new one goes on to say what it said.
            if id(one.filed[0]) in bases:
                self.held.release(one)
        self.books.go_on(held, where, link.kind.value, link.moved)

    def _end(self) -> None:
        """End the threads of what is gone."""
        for removal in self.books.removed.values():
            spot = removal.one.spot
            if by := self._repealed_by(spot[0]):
                event = Event(self.books.date, "repealed", (spot,), (spot,), basis=by[0], by=by[1])
            elif removal.near:
                event = Event(self.books.date, "dropped", (spot,), (spot,))
            else:
                event = Event(self.books.date, "unmatched", (spot,), (spot,), suggestions=removal.suggestions)
            self.held.end(removal.one, event)

    def _repealed_by(self, filed: Filed) -> tuple[str, ResolutionId] | None:
        for new, _ in self.books.adopted:
            if relation := relation_to(new, filed[0], ("repeals",)):
                return relation.basis, new.id
        return None

    def _introduce(self) -> None:
        """Begin threads with what is new; what two texts of the date say alike is one thread."""
        for spot in self.books.claimed():
            if same := self.held.beside.same(words(spot)):
                self.held.hold(same[0].thread, (spot,))
            else:
                self.held.begin(Event(self.books.date, "introduced", (spot,)))
