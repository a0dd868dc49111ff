"""What holds and what is new, as text: whatever was archived is shown harmless, in both languages."""

import pytest

from libcorpus.flows.beschlusslage import Beschlusslage, LeftOut
from libcorpus.flows.comparing import Side
from libcorpus.flows.novelty import Found, Near, Novelty
from libcorpus.flows.standing import Position
from libcorpus.model.dates import PartialDate
from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.ids import ResolutionId
from libcorpus.model.lines import LineSpan
from libcorpus.model.resolution import Relation, RenditionInfo, Resolution, SourceInfo
from libcorpus.model.validity import Ending
from libcorpus.render.holding import render_beschlusslage
from libcorpus.render.novelty import render_novelty
from libcorpus.render.relations import render_relations
from libcorpus.render.style import Style
from libcorpus.topics.positions import Place, Step
from libcorpus.topics.topic import Topic

EVIL = "Hafen\x1b[2J\u202eneu"


def resolution(title: str, adopted_on: str, **more: object) -> Resolution:
    date = PartialDate.parse(adopted_on)
    own_id = ResolutionId.mint("sandau", date, "", title)
    source = SourceInfo("source.txt", "text/plain", "0" * 64, "plain 1", "x")
    return Resolution(own_id, title, "sandau", date, source, RenditionInfo("printed"), **more)  # type: ignore[arg-type]


def position(one: Resolution, text: str, **more: object) -> Position:
    place = Place(one.id, (LineSpan(3, 4),), text)
    step = Step(one.adopted_on, "introduced", place)
    return Position(one, place, 0, step, step, **more)  # type: ignore[arg-type]


def cite(one: Resolution) -> str:
    return one.cite()


TOPIC = Topic("hafen", "Hafen", "Harbour", ("hafen*",))


@pytest.mark.parametrize("lang", ["de", "en"])
def test_nothing_that_was_archived_reaches_the_terminal_as_a_command(lang: str) -> None:
    own = resolution(EVIL, "2015-05-09", relations=(Relation("amends", "sandau/2012/kai", reason=EVIL),))
    old = resolution("Alt " + EVIL, "2012", status="rejected")
    found = Beschlusslage(
        TOPIC,
        "sandau",
        PartialDate(2020),
        "0123456789abcdef",
        (position(own, EVIL),),
        (LeftOut(old, 1, Ending("rejected"), "metadata"),),
    )
    document = Document((Block(BlockKind.PARAGRAPH, (EVIL,)),))
    near = Near(position(own, EVIL), "likely", 0.5, (EVIL,))
    draft = Novelty(Side(EVIL, document), "sandau", PartialDate(2020), None, (Found("related", (0,), (near,)),), 1)
    lines = [
        *render_beschlusslage(found, Style(), lang, cite),
        *render_novelty(draft, Style(), lang, cite),
        *render_relations(own, [(old, Relation("repeals", str(own.id), reason=EVIL))], Style(), lang),
    ]
    assert len(lines) > 12
    assert not [line for line in lines if "\x1b" in line or "\u202e" in line]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("de", ["Hafen: Beschlusslage Ende 03/2020", "1 Position in 1 Text", "    gilt bis 31.12.2022"]),
        ("en", ["Harbour: what holds at the end of 2020-03", "1 position in 1 text", "    holds until 2022-12-31"]),
    ],
)
def test_the_head_says_when_how_many_and_until_when(lang: str, said: list[str]) -> None:
    own = resolution("Hafen", "2015-05-09")
    until = PartialDate.parse("2022-12-31")
    found = Beschlusslage(TOPIC, "sandau", PartialDate(2020, 3), "", (position(own, "Er bleibt.", until=until),))
    lines = list(render_beschlusslage(found, Style(), lang, cite))
    assert [lines[0], lines[1], lines[3]] == said


def test_relations_say_who_says_so_in_both_directions() -> None:
    own = resolution(
        "Neu",
        "2020-03-07",
        valid_until=PartialDate(2025),
        relations=(Relation("supersedes", "sandau/2014/alt", "text", words="Er ersetzt …", lines="3-4"),),
    )
    later = resolution("Später", "2022-01-01")
    others = [(later, Relation("reaffirms", str(own.id), "editor", reason="Protokoll"))]
    assert list(render_relations(own, others, Style(), "de")) == [
        "gilt bis 2025",
        "ersetzt: sandau/2014/alt (laut Text, Z. 3-4)",
        "bekräftigt durch: sandau/2022-01-01/spaeter (laut Archiv: Protokoll)",
    ]
    assert list(render_relations(own, others, Style(), "en")) == [
        "holds until 2025",
        "supersedes: sandau/2014/alt (says the text, l. 3-4)",
        "reaffirmed by: sandau/2022-01-01/spaeter (says the archive: Protokoll)",
    ]
