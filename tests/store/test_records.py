"""resolution.toml is rewritten without losing a word that a person put there."""

import tomllib
from dataclasses import replace

import pytest

from libcorpus.model.ids import ResolutionId
from libcorpus.model.problems import LibcorpusError
from libcorpus.model.resolution import Relation, SentenceLink
from libcorpus.store.records import parse_resolution, write_resolution
from libcorpus.toml import updated

OWN_ID = ResolutionId.parse("sandau/2020-03-07/hafen")
TEXT = """# Von Hand angelegt.
format = 1
title = "Hafen"
organisation = "sandau"
adopted_on = "2020-03-07"

[source]
file = "source.txt"
media_type = "text/plain"
sha256 = "00"
reader = "plain-text 1"
splitter = "x"

[rendition]
numbers = "computed"

[[relations]]
kind = "amends" # so im Protokoll
target = "sandau/2015-05-09/faehre"
basis = "text"
seite = "4"

# Dazu fehlt noch der Beleg.
[[relations]]
kind = "reaffirms"
target = "sandau/2012/kai"
basis = "editor"

[[fundstellen]]
regal = 7
"""


def rewritten(text: str, **changes: object) -> str:
    """The file after a change of its values, with what stood there before."""
    resolution = replace(parse_resolution(text, OWN_ID, "resolution.toml"), **changes)  # type: ignore[arg-type]
    return write_resolution(resolution, text)


def test_nothing_that_stands_there_is_lost_when_something_else_changes() -> None:
    once = rewritten(TEXT)
    assert rewritten(once) == once
    after = rewritten(TEXT, votes="einstimmig")
    assert [line for line in TEXT.split("\n") if line not in after.split("\n")] == []


def test_a_relation_is_added_behind_the_others_which_stay_as_they_are() -> None:
    old = parse_resolution(TEXT, OWN_ID, "resolution.toml").relations
    new = Relation("supersedes", "sandau/2010/alt", "text", words="Er ersetzt den Beschluss von 2010.", lines="3-4")
    after = rewritten(TEXT, relations=(*old, new))
    assert parse_resolution(after, OWN_ID, "resolution.toml").relations == (*old, new)
    for line in ('kind = "amends" # so im Protokoll', 'seite = "4"', "# Dazu fehlt noch der Beleg.", "regal = 7"):
        assert line in after


def test_a_relation_that_gets_a_reason_keeps_what_else_it_had() -> None:
    first, second = parse_resolution(TEXT, OWN_ID, "resolution.toml").relations
    reasoned = Relation(first.kind, first.target, first.basis, reason="Anlage 2")
    after = tomllib.loads(rewritten(TEXT, relations=(reasoned, second)))
    assert after["relations"][0] == {
        "kind": "amends",
        "target": "sandau/2015-05-09/faehre",
        "basis": "text",
        "seite": "4",
        "reason": "Anlage 2",
    }


def test_the_right_one_of_several_is_taken_out() -> None:
    first, second = parse_resolution(TEXT, OWN_ID, "resolution.toml").relations
    after = tomllib.loads(rewritten(TEXT, relations=(second,)))
    assert [table["kind"] for table in after["relations"]] == ["reaffirms"]
    assert "relations" not in tomllib.loads(rewritten(TEXT, relations=()))
    assert tomllib.loads(rewritten(TEXT, relations=(first,)))["relations"][0]["seite"] == "4"


def test_links_read_back_as_they_were_written() -> None:
    links = (
        SentenceLink("Sie fährt.", "sandau/2015-05-09/faehre", "Sie soll fahren.", lines="1", target_lines="2"),
        SentenceLink('Der „Kai“ \\ "bleibt".', "sandau/2012/kai", "Anders.", "denied", reason="andere Mauer"),
    )
    once = rewritten(TEXT, links=links[:1])
    after = rewritten(once, links=links)
    assert parse_resolution(after, OWN_ID, "resolution.toml").links == links
    assert "links" not in tomllib.loads(rewritten(after, links=()))


def test_a_table_that_this_program_does_not_know_survives() -> None:
    # As [[links]] does in a program that is older than it.
    assert tomllib.loads(rewritten(TEXT, title="Neu"))["fundstellen"] == [{"regal": 7}]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ('[[relations]]\nkind = "ersetzt"\ntarget = "sandau/2012/kai"', "relations.kind is 'ersetzt'"),
        ('[[relations]]\nkind = "amends"\ntarget = "kai"', "'kai' is no"),
        ('[[relations]]\nkind = "amends"\ntarget = "sandau/2012/kai"\nbasis = "wir"', "relations.basis is 'wir'"),
        ('[[relations]]\nkind = "amends"\ntarget = 7', "relations.target"),
        ('[[links]]\nverdict = "ja"\nwords = "x"\ntarget = "sandau/2012/kai"', "links.verdict is 'ja'"),
        ('[[links]]\nverdict = "same"\nwords = ""\ntarget = "sandau/2012/kai"', "links.words is missing or empty"),
        ('[[links]]\nverdict = "same"\nwords = ["x"]\ntarget = "sandau/2012/kai"', "links.words"),
        ("links = 3", "links"),
    ],
)
def test_tables_that_say_nothing_are_refused_with_file_and_key(table: str, message: str) -> None:
    text = TEXT.split("[[relations]]")[0].replace("[source]", f"{table}\n\n[source]")
    with pytest.raises(LibcorpusError) as refusal:
        parse_resolution(text, OWN_ID, "resolution.toml")
    assert message in str(refusal.value)
    assert str(refusal.value).startswith("resolution.toml")


def test_tables_in_line_are_rewritten_as_tables_of_their_own() -> None:
    before = 'title = "x"\nrelations = [{kind = "amends", target = "a/2010/b"}]\n'
    tables = [{"kind": "amends", "target": "a/2010/b"}, {"kind": "repeals", "target": "q"}]
    assert tomllib.loads(updated(before, {"relations": tables}))["relations"] == tables
