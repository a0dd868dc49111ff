"""A resolution is withdrawn: a tombstone stays, its text may go, and every command still says what there is."""

import hashlib
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, ORGANISATION, Session

REASON = "Enthält personenbezogene Daten"


def folder_of(session: Session) -> Path:
    return next((session.folder / "corpus/resolutions").rglob("2014-*/*/resolution.toml")).parent


@pytest.fixture
def removed(filed: Session) -> Session:
    filed.out("withdraw", "2014", "--reason", REASON, "--on", "04.05.2026", "--remove-text")
    return filed


def test_a_tombstone_stays_and_says_why(filed: Session) -> None:
    folder = folder_of(filed)
    sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    filed.out("withdraw", "2014", "--reason", REASON, "--on", "04.05.2026", "--remove-text")
    assert [path.name for path in folder.iterdir()] == ["resolution.toml"]
    shown = filed.json("show", "2014")
    assert shown["status"] == "withdrawn"
    assert shown["withdrawn"] == {
        "on": "2026-05-04",
        "reason": REASON,
        "removed": {name: value for name, value in sorted(sums.items()) if name != "resolution.toml"},
    }
    assert shown["blocks"] == []


def test_ids_and_citations_still_lead_to_the_tombstone(removed: Session) -> None:
    for command in (("show", "2014"), ("show", "2014", "--lines", "24-25"), ("cite", "2014", "--lines", "24-25")):
        out = removed.out("--lang", "de", *command)
        assert "Kommunalprogramm 2014" in out
        assert f"zurückgezogen seit 2026-05-04: {REASON}" in out
        assert "der Wortlaut wurde aus dem Archiv entfernt" in out
    assert "Z. 24-25" in removed.out("cite", "2014", "--lines", "24-25")
    assert REASON in removed.out("list")


def test_what_needs_the_text_says_that_it_is_gone(removed: Session) -> None:
    for command in (("diff", "2009", "2014"), ("where", "2014", "--lines", "24", "--in", "2019"), ("origin", "2014")):
        err = removed.refused(*command)
        assert "text-withdrawn" in err
        assert REASON in err


@pytest.mark.parametrize(
    "command",
    [
        ("positions", "integration"),
        ("search", "Sprachkurs"),
        ("list", "--topic", "integration"),
        ("origin", "2019"),
    ],
)
def test_everything_else_goes_on_without_it(command: tuple[str, ...], removed: Session) -> None:
    assert "Kommunalprogramm 2014" not in removed.out(*command).replace("2014: Vielfalt und Zusammenleben  [", "")


def test_what_holds_goes_on_without_it_and_names_it_among_what_was_left_out(removed: Session) -> None:
    data = removed.json("beschlusslage", "integration", "--as-of", "2015")
    standing = {place["id"][:30] for matter in data["matters"] for place in matter["positions"]}
    assert not any("2014-03-22" in own_id for own_id in standing)
    assert any("2014-03-22" in one["id"] and one["why"] == "withdrawn" for one in data["left_out"])


def test_the_archive_is_whole_and_git_is_clean(removed: Session) -> None:
    assert removed("check")[0] == 0
    assert removed.git("-C", "corpus", "status", "--porcelain") == ""
    assert removed.git("-C", "corpus", "log", "-1", "--format=%(trailers:key=Act,valueonly)").strip() == "withdraw"
    (folder_of(removed) / "text.txt").write_text("wieder da\n", "utf-8")
    assert "withdrawn-file" in removed("check")[2]


def test_the_same_text_cannot_slip_in_again_unseen(removed: Session) -> None:
    file = next(EXAMPLES.glob("2014-*.txt"))
    assert "already-filed" in removed.refused("archive", str(file), *ORGANISATION)


def test_without_removal_the_words_stay_and_it_holds_no_longer(filed: Session) -> None:
    filed.out("withdraw", "2019", "--reason", "Beschluss war nichtig")
    assert "Beschluss war nichtig" in filed.out("list")
    assert "Beschluss war nichtig" in filed.out("search", "Kinderbetreuung")
    assert filed.json("show", "2019")["blocks"]
    assert "2019-11-16" not in filed.out("positions", "integration")
    assert filed("check")[0] == 0
    # The text may still be removed later; twice is once too many.
    filed.out("withdraw", "2019", "--reason", "Persönliche Daten", "--remove-text")
    assert "withdrawn-already" in filed.refused("withdraw", "2019", "--reason", "noch einmal", "--remove-text")


def test_a_reason_is_wanted_and_a_bad_date_refused(filed: Session) -> None:
    before = filed.state()
    assert "no-reason" in filed.refused("withdraw", "2014")
    assert "bad-date" in filed.refused("withdraw", "2014", "--reason", "x", "--on", "gestern")
    assert filed.state() == before
