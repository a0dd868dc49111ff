"""What holds on a date on a topic, since when, and what was left out for which reason.

    Sprachkurse
      2.4@2019, Z. 30-32   demand   this wording since 2019-11-16, in substance since 2009-03-14
    left out
      4.1@2014             continued by 2.4@2019 (says the text, l. 11-12)

Reads the files of a corpus that were read at once; only what can matter to the topic is looked at in full. Knows no
clock: the date is handed in.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from libcorpus.flows import claims
from libcorpus.flows.following import Archived
from libcorpus.flows.linking import judged
from libcorpus.flows.standing import Followed, Position, filed_of, followed, for_readers, positions_of, texts_of
from libcorpus.model.dates import PartialDate
from libcorpus.model.ids import ResolutionId
from libcorpus.model.lines import LineSpan
from libcorpus.model.resolution import RELATION_KINDS, Relation, Resolution
from libcorpus.model.validity import Ending, Validity
from libcorpus.store.many import RawText
from libcorpus.topics.carrying import alike, basis_of
from libcorpus.topics.topic import Topic

Passage = tuple[LineSpan | None, str]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A text with passages on the topic that does not hold, and why.

    ``basis`` is that of the relation (text, editor, inferred), ``metadata`` for a status or a date, or how a later
    text was taken as its next version: title, programme, shared, all three guesses. ``later`` are the texts of then.
    """

    resolution: Resolution
    passages: int
    ending: Ending
    basis: str
    later: tuple[ResolutionId, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """A text that only gives instructions for another, with its passages on the topic; never applied.

    ``targets`` are the texts it changes, each with who says so; empty where nobody says.
    """

    resolution: Resolution
    passages: tuple[Passage, ...]
    targets: tuple[tuple[Resolution, str], ...]


@dataclass(frozen=True, slots=True)
class Beschlusslage:
    """What holds on a topic in one organisation. ``known_at`` is the commit that was read, empty for the work tree."""

    topic: Topic
    organisation: str
    as_of: PartialDate
    known_at: str
    standing: tuple[Position, ...]
    left_out: tuple[LeftOut, ...] = ()
    beside: tuple[Beside, ...] = ()
    related: tuple[tuple[Resolution, Resolution, Relation], ...] = ()

    def by_matter(self) -> Iterator[tuple[str, tuple[Position, ...]]]:
        """The positions of each matter, in the order of the topic, each under the first it is about; then the rest."""
        names = [matter.name for matter in self.topic.matters]
        for name in [*names, ""]:
            own = [one for one in self.standing if (one.matters[0] if one.matters else "") == name]
            if own:
                yield name, tuple(sorted(own, key=for_readers))

    @property
    def texts(self) -> tuple[ResolutionId, ...]:
        """The resolutions in which what holds stands, oldest first."""
        ids = {one.resolution.id: one.resolution.adopted_on for one in self.standing}
        return tuple(sorted(ids, key=lambda own_id: (ids[own_id], str(own_id))))


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the topic, the date, and all texts of the organisation up to then, with their files."""

    topic: Topic
    as_of: PartialDate
    texts: Mapping[ResolutionId, Resolution]
    raw: Mapping[ResolutionId, RawText]

    def passages(self, own_id: ResolutionId) -> tuple[Passage, ...]:
        """The sentences of a text on the topic, with their printed lines."""
        raw = self.raw[own_id]
        if not self.texts[own_id].has_text:
            return ()
        if not self.topic.touches(raw.words()):
            return ()
        document = raw.document()
        members = self.topic.members(document)
        return tuple((document.lines_of(index), document.sentences[index]) for index in members)


def beschlusslage(
    raw: Iterable[RawText], topic: Topic, slug: str, as_of: PartialDate, known_at: str = ""
) -> Beschlusslage:
    """What holds on a topic in one organisation on a date, and what was left out of all it has filed."""
    files, texts = texts_of(raw, slug, as_of)
    asked, validity = Asked(topic, as_of, texts, files), Validity(texts.values(), as_of)
    found = followed(topic, filed_of(files, validity, topic), as_of, judged(texts.values()))
    standing = tuple(positions_of(topic, found.standing, validity))
    beside, moot = _instructions(asked, found, validity)
    left_out = (*_ended(asked, validity), *_carried_on(asked, found, validity), *moot)
    once = {one.resolution.id: one for one in reversed(left_out)}
    in_order = sorted(once.values(), key=lambda one: (one.resolution.adopted_on, str(one.resolution.id)))
    related = tuple(_related(validity, {one.resolution.id for one in standing}))
    return Beschlusslage(topic, slug, as_of, known_at, standing, tuple(in_order), beside, related)


# What was left out.


def _ended(asked: Asked, validity: Validity) -> Iterator[LeftOut]:
    """The texts that do not hold by what is noted of them."""
    for one in asked.texts.values():
        ending = validity.ending(one)
        # Whether a text that was removed was on the topic nobody can tell any more, so it is named.
        if ending is not None and ((count := len(asked.passages(one.id))) or not one.has_text):
            yield LeftOut(one, count, ending, ending.relation.basis if ending.relation else "metadata")


def _carried_on(asked: Asked, found: Followed, validity: Validity) -> Iterator[LeftOut]:
    """The texts that a later one was taken to carry on; what a relation says stands already under what ended."""
    for carried, later in found.carried_on:
        one = asked.texts.get(carried.id)
        if one is not None and validity.ending(one) is None and (count := len(asked.passages(one.id))):
            yield LeftOut(one, count, Ending("carried-on"), carried.basis, _next(asked, one, later))


def _next(asked: Asked, one: Resolution, later: tuple[ResolutionId, ...]) -> tuple[ResolutionId, ...]:
    """Of the texts of a later date those that carry one on: not what was adopted on the same day on something else."""
    named = tuple(own for own in later if own in asked.texts and basis_of(asked.texts[own], one))
    if named:
        return named
    told = Archived(asked.raw[one.id], one).long
    sharing = (own for own in later if own in asked.raw and alike(_shared(asked, own, told), len(told)))
    return tuple(sharing) or later


def _shared(asked: Asked, own_id: ResolutionId, told: set[str]) -> int:
    return len(Archived(asked.raw[own_id], asked.texts[own_id]).long & told)


def _instructions(asked: Asked, found: Followed, validity: Validity) -> tuple[tuple[Beside, ...], tuple[LeftOut, ...]]:
    """The texts that only give instructions: those that stand beside, and those whose text holds no more."""
    carried = {one.id for one, _ in found.carried_on}
    beside, moot = [], []
    for own_id in found.instructions:
        one = asked.texts.get(own_id)
        passages = asked.passages(own_id) if one else ()
        if one is None or not passages or validity.ending(one) is not None:
            continue
        targets = _targets(one, asked)
        if targets and all(target.id in carried or validity.ending(target) for target, _ in targets):
            moot.append(LeftOut(one, len(passages), Ending("amends", targets[0][0]), targets[0][1]))
        else:
            beside.append(Beside(one, passages, targets))
    return tuple(beside), tuple(moot)


def _targets(own: Resolution, asked: Asked) -> tuple[tuple[Resolution, str], ...]:
    """The texts that a text changes: by relations, else by what it says itself where that means one text only."""
    texts = {str(one.id): one for one in asked.texts.values()}
    named = [(texts[one.target], one.basis) for one in own.relations if one.kind == "amends" and one.target in texts]
    if named or not own.has_text:
        return tuple(named)
    said = (one for one in claims.claims(asked.raw[own.id].document()) if one.kind == "amends")
    meant = [claims.meant(one, own, texts.values()) for one in said]
    found = {only[0].id: only[0] for only in meant if len(only) == 1}
    return tuple((one, "inferred") for one in found.values())


def _related(validity: Validity, standing: Iterable[ResolutionId]) -> Iterator[tuple[Resolution, Resolution, Relation]]:
    """What later texts that hold say of those in which positions stand, without ending them: (text, by, relation)."""
    own = {str(own_id): validity.texts[own_id] for own_id in standing}
    for by in sorted(validity.texts.values(), key=lambda one: (one.adopted_on, str(one.id))):
        for relation in by.relations:
            says = relation.kind in RELATION_KINDS and relation.target in own and validity.adopted(by)
            if says and validity.ending(by) is None:
                yield own[relation.target], by, relation
