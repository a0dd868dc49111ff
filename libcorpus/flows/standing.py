"""Positions that hold on a date: each sentence with its place, since when it stands, and until when its text holds.

    2.4@2019, Z. 30-32   demand   this wording since 2019-11-16, in substance since 2009-03-14

Made of the threads that were followed and of what is noted of the texts; judges nothing itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from libcorpus.flows import claims
from libcorpus.flows.following import Archived, Members, concerned
from libcorpus.flows.linking import judged
from libcorpus.flows.origins import align_spots
from libcorpus.model.dates import PartialDate
from libcorpus.model.ids import ResolutionId
from libcorpus.model.lines import LineSpan
from libcorpus.model.resolution import Resolution
from libcorpus.model.validity import Validity
from libcorpus.store.many import RawText
from libcorpus.topics.carrying import Filed
from libcorpus.topics.functions import Function
from libcorpus.topics.judged import Judged
from libcorpus.topics.positions import CarriedOn, Place, Standing, Step, Thread
from libcorpus.topics.threads import Following, by_date
from libcorpus.topics.topic import Topic

# What a reader asks for comes first.
RANKS: Final = (
    Function.DEMAND,
    Function.COMMITMENT,
    Function.PRINCIPLE,
    Function.ACHIEVEMENT,
    Function.FINDING,
    Function.STATEMENT,
)
# Steps that leave the wording as it was.
SAME: Final = ("kept", "moved")
# Steps that rest on a guess, if nobody confirmed it.
GUESSED: Final = ("related", "fulfilled")


@dataclass(frozen=True, slots=True)
class Position:
    """A position that holds: its words and where they stand, since when, and until when.

    ``wording`` is the step since which it stands in these words, ``substance`` the one since which it is followed;
    ``guessed`` if a step between rests on a guess. ``earlier`` is the first step before it was dropped and taken up
    again. ``until`` is the last day on which its text holds, ``gap`` the last day before that text ran out and the day
    on which a later one let it hold again. ``matters`` are the names of those it is about.
    """

    resolution: Resolution
    place: Place
    sentence: int
    wording: Step
    substance: Step
    guessed: bool = False
    earlier: Step | None = None
    until: PartialDate | None = None
    gap: tuple[PartialDate, PartialDate] | None = None
    matters: tuple[str, ...] = ()
    thread: str = ""


def for_readers(one: Position) -> tuple[int, PartialDate, str, int, int, str]:
    """What positions are sorted by: what they do, then where they stand."""
    lines = one.place.lines[0] if one.place.lines else LineSpan(0, 0)
    rank = RANKS.index(one.place.function)
    return (rank, one.resolution.adopted_on, str(one.resolution.id), lines.page or 0, lines.first, one.place.text)


Files = dict[ResolutionId, RawText]


def texts_of(raw: Iterable[RawText], slug: str, as_of: PartialDate) -> tuple[Files, dict[ResolutionId, Resolution]]:
    """The files and the metadata of all that an organisation has filed up to a date of adoption, by id."""
    files: Files = {}
    texts: dict[ResolutionId, Resolution] = {}
    for one in raw:
        resolution = one.resolution()
        in_time = resolution.adopted_on <= as_of or as_of.covers(resolution.adopted_on)
        if resolution.organisation == slug and in_time:
            files[one.id], texts[one.id] = one, resolution
    return files, texts


def filed_of(files: Files, validity: Validity, topic: Topic | None) -> list[Filed]:
    """The texts to follow, with their documents; with a topic only those that can matter to it."""
    texts = [Archived(files[one.id], one) for one in validity.followed()]
    if topic is not None:
        needed = concerned(Members(topic), texts, judged(one.resolution for one in texts))
        texts = [texts[number] for number in sorted(needed)]
    return [(one.resolution, one.document) for one in texts]


@dataclass(frozen=True, slots=True)
class Followed:
    """What was followed up to the date: what holds, the texts that only give instructions, those carried on."""

    standing: tuple[Standing, ...]
    instructions: tuple[ResolutionId, ...]
    carried_on: tuple[tuple[CarriedOn, tuple[ResolutionId, ...]], ...]


def followed(topic: Topic | None, filed: Sequence[Filed], as_of: PartialDate, said: Judged) -> Followed:
    """Follow texts date after date up to one that is asked for; without a topic every sentence."""
    following = Following(topic, align_spots, said)
    instructions: list[ResolutionId] = []
    carried: list[tuple[CarriedOn, tuple[ResolutionId, ...]]] = []
    for adopted_on, adopted in by_date(filed):
        instructing, carried_on = following.take(adopted_on, adopted)
        instructions += [resolution.id for resolution, _ in instructing]
        stating = tuple(one.id for one, _ in adopted if one.id not in instructions)
        carried += [(one, stating) for one in carried_on]
    return Followed(tuple(following.standing(as_of)), tuple(instructions), tuple(carried))


def positions_of(topic: Topic | None, standing: Iterable[Standing], validity: Validity) -> Iterator[Position]:
    """What holds as positions, each with since when; left out are texts that are over by what is noted of them, and
    sentences that only speak of resolutions ("Dieser Beschluss gilt bis …")."""
    for one in standing:
        resolution = validity.texts.get(one.place.id)
        if resolution is None or validity.ending(resolution) is not None or claims.about_texts(one.place.text):
            continue
        wording, substance, guessed, earlier = since(one.thread, validity.texts)
        matters = tuple(matter.name for matter, _ in topic.matters_in(one.place.text)) if topic else ()
        until, gap = validity.last_day(resolution), validity.gap(resolution)
        yield Position(
            resolution,
            one.place,
            one.sentence,
            wording,
            substance,
            guessed,
            earlier,
            until,
            gap,
            matters,
            one.thread.id,
        )


def since(thread: Thread, texts: Mapping[ResolutionId, Resolution]) -> tuple[Step, Step, bool, Step | None]:
    """The steps since which wording and substance stand, whether a guess lies between, and the first before a gap."""
    gaps = [index for index, step in enumerate(thread.steps) if step.kind == "resumed" or _after_a_gap(step, texts)]
    first = max(gaps, default=0)
    holding = thread.steps[first:]
    wording = next((step for step in reversed(holding) if step.kind not in SAME), holding[0])
    guessed = any(step.kind in GUESSED and not _confirmed(step) for step in holding[1:])
    return wording, holding[0], guessed, thread.steps[0] if first else None


def _confirmed(step: Step) -> bool:
    return step.evidence is not None and step.evidence.tier == "confirmed"


def _after_a_gap(step: Step, texts: Mapping[ResolutionId, Resolution]) -> bool:
    """Whether the words before a step stood in a text that had run out by then."""
    before = texts.get(step.before.id) if step.before else None
    if before is None or before.valid_until is None:
        return False
    earlier = [one for one in texts.values() if one.adopted_on < step.adopted_on]
    ending = Validity(earlier, step.adopted_on).ending(before)
    return ending is not None and ending.kind == "expired"
