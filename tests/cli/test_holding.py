"""Sessions: what holds on a date, what the archive knew of it, and what a draft brings."""

import json
from pathlib import Path

import pytest

from libcorpus.store.repository import Repository
from libcorpus.store.revision import Revision
from tests.cli.conftest import EXAMPLES, ORGANISATION, Session
from tests.cli.test_linking import FOUR

BASE = "morgenrot-lindenfurt"
OLD = f"{BASE}/2014-03-22/4.1-kommunalprogramm-2014-vielfalt-und-zusammenleben"
NEW = f"{BASE}/2019-11-16/2.4-kommunalprogramm-2019-vielfalt-und-teilhabe"


@pytest.fixture
def filed(corpus: Session) -> Session:
    """A session in which the four texts of the examples are filed."""
    corpus.out("archive", *map(str, FOUR), *ORGANISATION)
    return corpus


def test_the_report_names_places_and_since_when(filed: Session) -> None:
    lines = filed.out("beschlusslage", "integration", "--as-of", "2018-01-01", "--lang", "de").split("\n")
    assert lines[0] == "Integration und Migration: Beschlusslage am 01.01.2018"
    assert lines[2].startswith("[1] Bürgerliste Morgenrot Lindenfurt, Kommunalprogramm 2014")
    at = lines.index("  [1] Z. 24-25  Forderung (muss)")
    assert lines[at + 1 : at + 4] == [
        "    Die Stadt muss bis 2020 allen Neuzugewanderten innerhalb von acht Wochen einen Platz im",
        "    Deutschkurs anbieten.",
        "    in diesem Wortlaut seit 22.03.2014, in der Sache seit 14.03.2009",
    ]


def test_json_cites_each_position_and_names_what_was_left_out(filed: Session) -> None:
    filed.out("relate", "2.4", "continues", "4.1@2014", "--lines", "11-12")
    data = filed.json("beschlusslage", "integration", "--as-of", "2020")
    assert (data["as_of"], data["known_at"], data["organisation"]) == ("2020", None, BASE)
    positions = [one for matter in data["matters"] for one in matter["positions"]]
    (course,) = [one for one in positions if one["lines"] == [[30, 32]]]
    assert course["citation"].endswith("(Mitgliederversammlung, 16.11.2019, TOP 2.4), Z. 30-32")
    assert (course["wording_since"]["adopted_on"], course["substance_since"]["adopted_on"]) == (
        "2019-11-16",
        "2009-03-14",
    )
    left = {one["id"]: one for one in data["left_out"]}
    assert (left[OLD]["why"], left[OLD]["basis"], left[OLD]["by"]) == ("continues", "text", [NEW])
    assert all(one["id"] == NEW for one in positions)


def test_every_sentence_stands_once(filed: Session) -> None:
    data = filed.json("beschlusslage", "integration")
    places = [(one["id"], one["sentence"]) for matter in data["matters"] for one in matter["positions"]]
    assert len(places) == len(set(places)) > 30


def test_what_the_archive_knew_is_read_from_git(filed: Session) -> None:
    before = filed.git("-C", "corpus", "rev-parse", "HEAD").strip()
    then = filed.json("beschlusslage", "integration", "--as-of", "2020")
    filed.out("describe", "2.4", "status=rejected", "--reason", "falsch abgelegt")
    now = filed.json("beschlusslage", "integration", "--as-of", "2020")
    assert {one["id"] for matter in now["matters"] for one in matter["positions"]} == {OLD}
    known = filed.json("beschlusslage", "integration", "--as-of", "2020", "--known-at", before)
    assert known.pop("known_at") == before
    assert {**then, "known_at": before} == {**known, "known_at": before}


def test_a_revision_without_a_corpus_and_one_that_is_none_are_refused(session: Session) -> None:
    session.git("init", "-q")
    (session.folder / "liesmich.txt").write_text("hier kommt ein Archiv hin\n", "utf-8")
    session.git("add", "-A")
    session.git("commit", "-qm", "Anfang")
    session.out("init", "corpus", "--organisation", "sandau")
    assert "there was no corpus here" in session.refused("beschlusslage", "integration", "--known-at", "HEAD~1")
    assert "'nirgends'" in session.refused("beschlusslage", "integration", "--known-at", "nirgends")


def test_a_corpus_that_was_empty_then_says_so(corpus: Session) -> None:
    corpus.out("organisation", "sandau", "name=Ortsverein Sandau", "--reason", "Gründung")
    corpus.out("archive", *map(str, FOUR), *ORGANISATION)
    out = corpus.out("beschlusslage", "integration", "--organisation", "sandau", "--known-at", "HEAD~1")
    assert out.endswith("nothing holds on this topic\n")
    assert "no organisation" in corpus.refused(
        "beschlusslage", "integration", "--organisation", BASE, "--known-at", "HEAD~1"
    )


def test_a_whole_corpus_of_then_is_what_lay_there(filed: Session) -> None:
    root = filed.folder / "corpus"
    path = root / "resolutions" / OLD / "text.txt"
    before = path.read_bytes()
    path.write_bytes(before.replace(b"acht Wochen", b"neun Wochen"))
    filed.out("correct", "4.1@2014", "--reason", "Zahl verlesen")
    then = Revision.of(Repository.containing(root), root.resolve(), "HEAD~1")
    now = Revision.of(Repository.containing(root), root.resolve(), "HEAD")
    assert then.read(f"resolutions/{OLD}/text.txt") == before
    assert now.read(f"resolutions/{OLD}/text.txt") == path.read_bytes()
    files = {
        file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file() and ".git" not in file.parts
    }
    assert set(now.tree) == files
    for name in files:
        assert now.read(name) == (root / name).read_bytes()
    assert [str(own_id) for own_id in now.resolution_ids()][1] == OLD
    assert then.exists("organisations")
    assert not then.exists("organisationen")


def test_a_corpus_in_a_folder_of_a_larger_repository_is_read_as_it_was(session: Session) -> None:
    session.git("init", "-q")
    session.out("init", "archiv/corpus", "--organisation", BASE)
    arguments = ("archive", *map(str, FOUR), "--corpus", "archiv/corpus")
    session.out(*arguments)
    known = session.json("beschlusslage", "integration", "--corpus", "archiv/corpus", "--known-at", "HEAD")
    plain = session.json("beschlusslage", "integration", "--corpus", "archiv/corpus")
    assert known["matters"] == plain["matters"]
    assert known["left_out"] == plain["left_out"]


def draft(session: Session, text: str) -> str:
    return session.write("antrag.txt", f"Antrag Ankommen\n\nBeschlussdatum: 01.02.2020\n\nText\n\n{text}\n")


def test_a_draft_is_compared_with_all_that_holds(filed: Session) -> None:
    text = "In den Grundschulen ist es fast jedes zweite Kind. Auf dem Marktplatz pflanzen wir hundert Linden."
    out = filed.out("novelty", draft(filed, text), "--as-of", "2020", "--lang", "de").split("\n")
    assert out[0] == "antrag.txt: 2 Sätze: 1 schon beschlossen, 1 neu"
    assert "  Z. 1  schon beschlossen" in out
    assert "      [1] Z. 5-6, in diesem Wortlaut seit 16.11.2019, in der Sache seit 14.03.2009" in out
    assert "  Z. 1-2  neu" in out


def test_novelty_as_json_counts_and_cites(filed: Session) -> None:
    text = "In den Grundschulen ist es fast jedes zweite Kind. Auf dem Marktplatz pflanzen wir hundert Linden."
    code, out, err = filed("novelty", draft(filed, text), "--as-of", "2020", "--json")
    assert (code, err) == (0, "")
    data = json.loads(out)
    assert data["counts"] == {"resolved": 1, "nearly": 0, "differs": 0, "related": 0, "new": 1}
    first, second = data["sentences"]
    assert (first["kind"], first["lines"], first["held"][0]["lines"]) == ("resolved", [[1, 1]], [[5, 6]])
    assert first["held"][0]["citation"].endswith(", Z. 5-6")
    assert (second["kind"], second["held"]) == ("new", [])


def test_a_filed_text_brings_nothing_new(filed: Session) -> None:
    data = filed.json("novelty", str(EXAMPLES / "2019-11-16-vielfalt-und-teilhabe.txt"))
    assert {one["kind"] for one in data["sentences"]} <= {"resolved", "new"}
    # What only speaks of resolutions is no position, and so held by nobody.
    assert data["counts"]["new"] == 0


def test_bad_calls_are_refused(filed: Session, tmp_path: Path) -> None:
    before = filed.state()
    assert "no topic" in filed.refused("beschlusslage", "nirgends")
    assert "gestern" in filed.refused("beschlusslage", "integration", "--as-of", "gestern")
    assert "fehlt.txt" in filed.refused("novelty", str(tmp_path / "fehlt.txt"))
    assert "no topic" in filed.refused("novelty", draft(filed, "Ein Satz."), "--topic", "nirgends")
    assert filed.state() == before
