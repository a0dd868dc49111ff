"""Resolutions written in a test, filed as values: the words as they stand in text.txt, and what is known of them."""

from libcorpus.flows.origins import align_spots
from libcorpus.model.dates import PartialDate
from libcorpus.model.document import Document
from libcorpus.model.ids import ResolutionId
from libcorpus.model.resolution import Relation, RenditionInfo, Resolution, ResolutionKind, SourceInfo
from libcorpus.text.canonical import parse_text
from libcorpus.text.numbering import number_by_rule
from libcorpus.topics.carrying import Filed
from libcorpus.topics.judged import Judged
from libcorpus.topics.positions import Positions, Standing, Thread
from libcorpus.topics.threads import NOBODY, follow, held_on
from libcorpus.topics.topic import parse_topic

TOPIC = parse_topic(
    'label = { de = "Sprache", en = "Language" }\nterms = ["*kurs*", "*dolmetsch*", "*bücherei*"]\n'
    '[[matters]]\nname = "courses"\nlabel = { de = "Kurse", en = "Courses" }\nterms = ["*kurs*"]\n',
    "sprache",
    "sprache.toml",
)
RADWEGE = "Entlang der Uferstraße soll ein zwei Meter breiter Radweg gebaut werden.\n"


def filed(
    day: str,
    name: str,
    text: str,
    *,
    title: str = "",
    kind: str = "resolution",
    relations: tuple[Relation, ...] = (),
    valid_until: str = "",
) -> Filed:
    """A resolution adopted on a day; its title is its name unless it has another."""
    own_id = ResolutionId.parse(f"morgenrot/{day}/{name}")
    source = SourceInfo("source.txt", "text/plain", "0" * 64, "test", "test")
    resolution = Resolution(
        own_id,
        title or name,
        "morgenrot",
        PartialDate.parse(day),
        source,
        RenditionInfo("printed"),
        body="Mitgliederversammlung",
        kind=ResolutionKind(kind),
        relations=relations,
        valid_until=PartialDate.parse(valid_until) if valid_until else None,
    )
    blocks = parse_text(text)
    return resolution, number_by_rule(Document(blocks), 80)


def followed(*corpus: Filed, judged: Judged = NOBODY) -> Positions:
    """The positions on the topic of these tests."""
    return follow(TOPIC, "morgenrot", corpus, align_spots, judged)


def standing(*corpus: Filed, day: str = "", everything: bool = False) -> tuple[Standing, ...]:
    """What holds on a day, or at the end."""
    date = PartialDate.parse(day) if day else None
    return held_on(None if everything else TOPIC, corpus, align_spots, date)


def thread(positions: Positions, words: str) -> Thread:
    """The one thread that said these words at a date."""
    found = [one for one in positions.threads if any(words in step.place.text for step in one.steps)]
    assert len(found) == 1, [one.label for one in positions.threads]
    return found[0]


def told(thread: Thread) -> list[str]:
    """A thread as "date kind: words", a step a line."""
    return [f"{step.adopted_on} {step.kind}: {step.place.id.name}: {step.place.text}" for step in thread.steps]
