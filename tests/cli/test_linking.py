"""Sessions: relations between texts, and what a person says of two sentences."""

import tomllib
from typing import Any

import pytest

from tests.cli.conftest import EXAMPLES, ORGANISATION, Session

FOUR = tuple(
    EXAMPLES / f"{name}.txt"
    for name in (
        "2009-03-14-zusammenleben",
        "2014-03-22-vielfalt",
        "2016-11-12-ankommen",
        "2019-11-16-vielfalt-und-teilhabe",
    )
)
BASE = "morgenrot-lindenfurt"
OLD = f"{BASE}/2014-03-22/4.1-kommunalprogramm-2014-vielfalt-und-zusammenleben"
NEW = f"{BASE}/2019-11-16/2.4-kommunalprogramm-2019-vielfalt-und-teilhabe"
AMENDING = f"{BASE}/2016-11-12/5.1-ankommen-ohne-warteschleife"
COURSE_2014 = (
    "Die Stadt muss bis 2020 allen Neuzugewanderten innerhalb von acht Wochen einen Platz im Deutschkurs anbieten."
)
COURSE_2019 = (
    "Die Stadt muss bis 2020 allen Neuzugewanderten innerhalb von vier Wochen einen Platz im Deutschkurs anbieten, "
    "auch wenn über ihren Asylantrag noch nicht entschieden ist."
)


@pytest.fixture
def filed(corpus: Session) -> Session:
    """A session in which the four texts of the examples are filed."""
    corpus.out("archive", *map(str, FOUR), *ORGANISATION)
    return corpus


def toml(session: Session, own_id: str) -> dict[str, Any]:
    path = session.folder / "corpus/resolutions" / own_id / "resolution.toml"
    return tomllib.loads(path.read_text("utf-8"))


# Relations.


def test_a_relation_is_set_with_the_sentence_that_says_so(filed: Session) -> None:
    assert filed.out("relate", "5.1", "amends", "4.1@2014", "--lines", "3-4").startswith("done, commit ")
    (relation,) = toml(filed, AMENDING)["relations"]
    assert relation == {
        "kind": "amends",
        "target": OLD,
        "basis": "text",
        "words": "Das Kommunalprogramm vom 22. März 2014 wird deshalb wie folgt geändert.",
        "lines": "3-4",
    }
    assert filed.git("-C", "corpus", "log", "-1", "--format=%B").split("\n")[:6] == [
        "link: Ankommen ohne Warteschleife (Mitgliederversammlung, 2016-11-12, TOP 5.1)",
        "",
        "Das Kommunalprogramm vom 22. März 2014 wird deshalb wie folgt geändert.",
        "",
        "Act: link",
        f"Resolution: {AMENDING}",
    ]


def test_a_relation_that_a_person_sets_wants_a_reason(filed: Session) -> None:
    before = filed.state()
    assert "it is not said who says so" in filed.refused("relate", "2.4", "supersedes", "4.1@2014")
    assert filed.state() == before
    filed.out("relate", "2.4", "supersedes", "4.1@2014", "--reason", "Beschluss des Vorstands")
    (relation,) = filed.json("relate", "2.4")["relations"]
    assert (relation["basis"], relation["reason"], relation["lines"]) == ("editor", "Beschluss des Vorstands", None)


def test_both_sides_of_a_relation_are_shown(filed: Session) -> None:
    filed.out("relate", "5.1", "amends", "4.1@2014", "--lines", "3-4")
    assert filed.out("relate", "5.1", "--lang", "de") == f"ändert: {OLD} (laut Text, Z. 3-4)\n"
    assert f"geändert durch: {AMENDING} (laut Text, Z. 3-4)\n" in filed.out("relate", "4.1", "--lang", "de")
    assert f"amended by: {AMENDING} (says the text, l. 3-4)\n" in filed.out("show", "4.1@2014")
    (other,) = filed.json("show", "4.1@2014")["related_by"]
    assert (other["id"], other["kind"], other["lines"]) == (AMENDING, "amends", [3, 4])
    (own,) = filed.json("show", "5.1")["relations"]
    assert (own["target"], own["words"][:20]) == (OLD, "Das Kommunalprogramm")


def test_what_a_text_says_is_shown_with_what_to_type_and_then_no_more(filed: Session) -> None:
    assert filed.out("relate", "5.1") == (
        "the text says itself: l. 3-4  Das Kommunalprogramm vom 22. März 2014 wird deshalb wie folgt geändert.\n"
        "  to take this over:\n"
        "    libcorpus relate 5.1@2016 amends 4.1@2014 --lines 3-4\n"
    )
    filed.out(*"relate 5.1@2016 amends 4.1@2014 --lines 3-4".split())
    assert filed.out("relate", "5.1") == f"amends: {OLD} (says the text, l. 3-4)\n"
    assert filed.json("relate", "5.1")["claims"] == []


def test_claims_are_remarks_and_written_by_nobody(filed: Session) -> None:
    code, out, err = filed("check")
    assert code == 0
    assert "text.txt:3: l. 3-4: the text says that it changes an earlier one [text-amends]" in err
    assert "4 resolutions, no findings" in out
    for own_id in (OLD, NEW, AMENDING):
        assert "relations" not in toml(filed, own_id)
    filed.out("relate", "5.1", "amends", "4.1@2014", "--lines", "3-4")
    assert "text-amends" not in filed("check")[2]


def test_the_receipt_names_what_a_text_says_of_itself(corpus: Session) -> None:
    text = "Beschluss Markt\n\nDieser Beschluss ersetzt den Beschluss vom 3. Mai 2012. Er gilt bis zum 31.12.2024.\n"
    receipt = corpus.out(
        *("archive", corpus.write("markt.txt", text), "--organisation", "sandau", "--title", "Markt"),
        *("--adopted-on", "2020-03-07", "--lang", "de"),
    )
    assert "Z. 1: der Text sagt, dass er an die Stelle eines früheren tritt [text-supersedes]" in receipt
    assert "Z. 1-2: der Text sagt, bis wann er gilt [text-expires]" in receipt
    assert "libcorpus describe sandau/2020-03-07/markt valid_until=2024-12-31 --reason TEXT" in receipt
    shown = corpus.out("relate", "markt", "--lang", "de")
    assert "kein früherer Beschluss hier hat dieses Datum oder diesen Titel" in shown
    assert "libcorpus describe markt@2020-03-07 valid_until=2024-12-31 --reason Z.1-2\n" in shown
    corpus.out("describe", "markt", "valid_until=2024-12-31", "--reason", "Z. 2")
    assert corpus.out("relate", "markt", "--lang", "de").startswith("gilt bis 31.12.2024\n")
    assert "gilt bis 31.12.2024\n" in corpus.out("show", "markt", "--lang", "de")


def test_relations_that_cannot_be_are_refused(filed: Session) -> None:
    filed.out("relate", "2.4", "continues", "4.1@2014", "--lines", "11-12")
    before = filed.state()
    for arguments, message in (
        (("2.4", "supersedes", "2.4"), "a resolution cannot have the relation 'supersedes' to itself"),
        (("4.1", "reaffirms", "2.4"), "which was adopted later (2019-11-16) than this text (2014-03-22)"),
        (("2.4", "replaces", "4.1"), "KIND is 'replaces', expected one of supersedes, amends"),
        (("2.4", "supersedes", "9.9"), "no resolution answers to '9.9'"),
        (("2.4", "supersedes"), "a relation wants its kind and another resolution"),
        (("2.4", "continues", "4.1", "--lines", "999"), "999"),
        (("2.4", "continues", "4.1", "--remove", "--lines", "1"), ""),
    ):
        assert message in filed.refused("relate", *arguments, *(() if "--lines" in arguments else ("--reason", "x")))
    assert "leads to" in filed.refused("describe", "4.1", f"supersedes={NEW}", "--reason", "x")
    assert filed.state() == before


def test_relations_in_a_circle_are_refused(corpus: Session) -> None:
    for name in ("eins", "zwei", "drei"):
        path = corpus.write(f"{name}.txt", f"Der Beschluss {name} steht hier.\n")
        corpus.out("archive", path, "--organisation", "sandau", "--title", name, "--adopted-on", "2020-03-07")
    corpus.out("relate", "eins", "amends", "zwei", "--reason", "x")
    corpus.out("relate", "zwei", "reaffirms", "drei", "--reason", "x")
    assert "would close a circle" in corpus.refused("relate", "drei", "supersedes", "eins", "--reason", "x")


def test_a_relation_is_taken_back(filed: Session) -> None:
    filed.out("relate", "2.4", "continues", "4.1@2014", "--lines", "11-12")
    assert "a reason is missing" in filed.refused("relate", "2.4", "continues", "4.1@2014", "--remove")
    filed.out("relate", "2.4", "continues", "4.1@2014", "--remove", "--reason", "doch ein neuer Text")
    assert "relations" not in toml(filed, NEW)
    assert "there is no relation 'continues' to" in filed.refused(
        "relate", "2.4", "continues", "4.1@2014", "--remove", "--reason", "x"
    )


def test_describe_keeps_who_says_so_and_unknown_keys_of_a_relation(filed: Session) -> None:
    filed.out("relate", "2.4", "continues", "4.1@2014", "--lines", "11-12")
    path = filed.folder / "corpus/resolutions" / NEW / "resolution.toml"
    path.write_text(path.read_text("utf-8") + 'ablage = "Ordner 7"  # von Hand\n', "utf-8")
    filed.git("-C", "corpus", "commit", "-qam", "von Hand")
    other = f"{BASE}/2009-03-14/3.2-kommunalprogramm-2009-lindenfurt-gemeinsam-gestalten"
    filed.out("describe", "2.4", f"continues={OLD},{other}", "votes=einstimmig", "--reason", "Protokoll")
    first, second = toml(filed, NEW)["relations"]
    assert (first["basis"], first["lines"], first["ablage"]) == ("text", "11-12", "Ordner 7")
    assert (second["target"], second["basis"]) == (other, "editor")
    assert "# von Hand" in path.read_text("utf-8")


def test_a_hand_that_writes_nonsense_is_found(filed: Session) -> None:
    path = filed.folder / "corpus/resolutions" / OLD / "resolution.toml"
    text = path.read_text("utf-8")
    path.write_text(f'{text}\n[[relations]]\nkind = "supersedes"\ntarget = "{NEW}"\n', "utf-8")
    code, _, err = filed("check")
    assert code == 1
    assert "[relation-later]" in err
    path.write_text(f'{text}\n[[relations]]\nkind = "supersedes"\ntarget = "{NEW}"\nlines = "zwölf"\n', "utf-8")
    assert "[bad-lines]" in filed("check")[2]
    path.write_text(f'{text}\n[[links]]\nverdict = "same"\ntarget = "{NEW}"\nwords = "x"\n', "utf-8")
    assert "the key links.target_words is missing or empty" in filed("check")[2]


# Sentences.


def test_a_person_confirms_a_link_and_sees_both_sentences(filed: Session) -> None:
    out = filed.out("link", "4.1@2014:24-25", "2.4@2019:30-32", "--reason", "dieselbe Forderung")
    assert out.split("\n")[:4] == [
        f"4.1@2014:24-25  {COURSE_2014}",
        "became:",
        f"2.4@2019:30-32  {COURSE_2019}",
        "dieselbe Forderung",
    ]
    (link,) = toml(filed, NEW)["links"]
    assert link == {
        "verdict": "same",
        "words": COURSE_2019,
        "lines": "30-32",
        "target": OLD,
        "target_words": COURSE_2014,
        "target_lines": "24-25",
        "basis": "editor",
        "reason": "dieselbe Forderung",
    }
    assert filed.git("-C", "corpus", "log", "-1", "--format=%s").startswith("link: Kommunalprogramm 2019")
    assert filed("check")[0] == 0


def test_what_was_said_can_be_denied_and_withdrawn(filed: Session) -> None:
    places = ("4.1@2014:24-25", "2.4@2019:30-32")
    filed.out("link", *places)
    assert "nothing would change" in filed.refused("link", *places)
    filed.out("link", *places, "--deny", "--reason", "andere Frist")
    (link,) = filed.json("link", "2.4")["links"]
    assert (link["verdict"], link["reason"], link["stands"]) == ("denied", "andere Frist", True)
    filed.out("link", *places, "--withdraw")
    assert filed.json("link", "2.4")["links"] == []
    assert "nothing was said of these two sentences" in filed.refused("link", *places, "--withdraw")


def test_judged_names_pairs_of_words_the_older_first(filed: Session) -> None:
    from libcorpus import Corpus

    filed.out("link", "4.1@2014:24-25", "2.4@2019:30-32")
    filed.out("link", "4.1@2014:36-37", "2.4@2019:30-32", "--deny")
    corpus = Corpus.open(filed.folder / "corpus")
    judged = corpus.judged(BASE)
    assert judged.confirmed == {(COURSE_2014, COURSE_2019)}
    ((old, new),) = judged.denied
    assert old.startswith("Seit 2011 hat sich die Zahl der Asylsuchenden")
    assert new == COURSE_2019
    assert corpus.judged("andernorts").confirmed == frozenset()


def test_a_link_whose_words_were_corrected_is_found_and_taken_back_by_number(filed: Session) -> None:
    filed.out("link", "4.1@2014:24-25", "2.4@2019:30-32")
    path = filed.folder / "corpus/resolutions" / OLD / "text.txt"
    path.write_text(path.read_text("utf-8").replace("innerhalb von acht Wochen", "binnen acht Wochen"), "utf-8")
    filed.out("correct", "4.1@2014", "--reason", "Wort verlesen")
    code, _, err = filed("check")
    assert code == 1
    assert f"link 1 names a sentence that is not in {OLD} any more [link-words-gone]" in err
    assert f"libcorpus link {NEW} --withdraw --number 1" in err
    assert "4.1@2014 (no longer in the text)" in filed.out("link", "2.4")
    filed.out("link", "4.1@2014:24-25", "2.4@2019:30-32")
    filed.out("link", NEW, "--withdraw", "--number", "1")
    assert filed("check")[0] == 0
    assert len(filed.json("link", "2.4")["links"]) == 1


def test_a_correction_that_shifts_lines_leaves_a_link_as_it_is(filed: Session) -> None:
    filed.out("link", "4.1@2014:24-25", "2.4@2019:30-32")
    path = filed.folder / "corpus/resolutions" / OLD / "text.txt"
    path.write_text(path.read_text("utf-8").replace("Das ist zu lang, denn", "Das ist viel zu lang, denn"), "utf-8")
    filed.out("correct", "4.1@2014", "--reason", "Wort vergessen")
    assert filed("check")[0] == 0
    assert filed.json("link", "2.4")["links"][0]["stands"] is True


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("4.1@2014:24-25", "4.1@2014:26-27"), "both sentences stand in the same text"),
        (("2.4@2019:30-32", "4.1@2014:24-25"), "the earlier one comes first"),
        (("4.1@2014:9", "2.4@2019:9", "--deny"), "both sentences have the same words"),
        (("4.1@2014:35-36", "2.4@2019"), "'2.4@2019' names no sentence"),
        (("4.1@2014:999", "2.4@2019:30-32"), "999"),
        (("4.1@2014:24-25", "9.9:1"), "no resolution answers to '9.9'"),
        (("2.4", "--deny"), "a link wants two sentences"),
        (("2.4", "--withdraw"), "a link wants two sentences"),
        (("2.4", "--withdraw", "--number", "7"), "the resolution has 0 links"),
        (("4.1@2014:24-25", "2.4@2019:30-32", "--deny", "--withdraw"), "a link wants two sentences"),
    ],
)
def test_links_that_make_no_sense_are_refused(filed: Session, arguments: tuple[str, ...], message: str) -> None:
    before = filed.state()
    assert message in filed.refused("link", *arguments)
    assert filed.state() == before


def test_lines_with_several_sentences_are_refused_with_how_to_say_which(filed: Session) -> None:
    err = filed.refused("link", "4.1@2014:3", "2.4@2019:5-6")
    assert "2 sentences stand there:" in err
    assert "4.1@2014:3#2  Ob sie mit den Flößern" in err
    out = filed.out("link", "4.1@2014:3#1", "2.4@2019:5-6", "--deny")
    assert out.startswith("4.1@2014:3#1  Lindenfurt an der Sölve ist gewachsen")
