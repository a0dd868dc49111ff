"""A seal finds what was removed, replaced or rewritten, also when the history looks clean; acts are no findings."""

from collections.abc import Callable
from pathlib import Path

import pytest

from libcorpus.flows.sealing import Manifest
from libcorpus.model.problems import LibcorpusError
from tests.cli.conftest import EXAMPLES, ORGANISATION, Session


def text_of(session: Session, year: str) -> Path:
    return next((session.folder / "corpus/resolutions").rglob(f"{year}-*/*/text.txt"))


def by_hand(session: Session, year: str) -> None:
    """Somebody changes a word and commits it with git."""
    path = text_of(session, year)
    path.write_bytes(path.read_bytes().replace(b"Lindenfurt", b"Lindenfort", 1))
    session.git("-C", "corpus", "commit", "-qam", "Tippfehler")


def removed(session: Session) -> None:
    folder = text_of(session, "2014").parent
    session.git("-C", "corpus", "rm", "-rq", str(folder))
    session.git("-C", "corpus", "commit", "-qm", "aufgeräumt")


def rewritten(session: Session) -> None:
    """The whole history is made anew, as one clean act, with another word in it."""
    path = text_of(session, "2014")
    path.write_bytes(path.read_bytes().replace(b"soll", b"kann", 1))
    session.git("-C", "corpus", "checkout", "-q", "--orphan", "neu")
    session.git("-C", "corpus", "add", "-f", ".")
    session.git("-C", "corpus", "commit", "-qm", "archive: alles\n\nAct: archive")
    session.git("-C", "corpus", "branch", "-q", "-D", "main")


def corrected(session: Session) -> None:
    path = text_of(session, "2014")
    session.write("neu.txt", path.read_bytes().replace(b"Lindenfurt", b"Lindenfort", 1))
    session.out("correct", "2014", "neu.txt", "--reason", "Abschrift")
    session.out("describe", "2019", "votes=einstimmig", "--reason", "Protokoll")


@pytest.fixture
def sealed(filed: Session) -> Session:
    session = filed
    session.git("-C", "corpus", "branch", "-M", "main")
    session.out("seal", "--output", "kept.txt")
    return session


def keys(session: Session, *arguments: str) -> list[str]:
    code, out, err = session("check", *arguments)
    found = [problem for problem in session.json("check", *arguments)["problems"] if problem["severity"] == "finding"]
    assert code == bool(found), (out, err)
    return [problem["key"] for problem in found]


def test_an_untouched_corpus_is_as_it_was_sealed(sealed: Session) -> None:
    assert keys(sealed, "--sealed") == []
    assert keys(sealed, "--manifest", "kept.txt") == []


def test_what_acts_have_changed_since_is_no_finding(sealed: Session) -> None:
    corrected(sealed)
    assert keys(sealed, "--sealed") == []
    sealed.out("seal")
    assert keys(sealed, "--sealed", "--manifest", "kept.txt") == []


@pytest.mark.parametrize(
    ("harm", "expected"),
    [
        (lambda session: by_hand(session, "2014"), ["text-not-derived", "sealed-changed"]),
        (removed, ["sealed-removed"]),
        (rewritten, ["text-not-derived", "history-rewritten", "sealed-changed"]),
    ],
)
def test_what_was_changed_otherwise_is_found(
    harm: Callable[[Session], None], expected: list[str], sealed: Session
) -> None:
    harm(sealed)
    found = keys(sealed, "--sealed")
    assert [key for key in found if key != "relation-target-missing"] == expected


def test_a_source_that_was_replaced_together_with_its_hash_is_found(sealed: Session) -> None:
    folder = text_of(sealed, "2009").parent
    old = (folder / "source.txt").read_bytes()
    sealed.git("-C", "corpus", "rm", "-rq", str(folder))
    sealed.git("-C", "corpus", "commit", "-qm", "weg")
    sealed.write("neu/2009-03-14-zusammenleben.txt", old.replace(b"soll", b"kann"))
    sealed.out("archive", "neu/2009-03-14-zusammenleben.txt", *ORGANISATION)
    assert keys(sealed) == []
    assert keys(sealed, "--sealed") == ["sealed-changed"]


def test_a_seal_that_was_deleted_or_made_anew_is_found_by_the_copy(sealed: Session) -> None:
    sealed.git("-C", "corpus", "tag", "-d", "libcorpus-seal-1")
    assert keys(sealed, "--sealed") == ["not-sealed"]
    assert keys(sealed, "--manifest", "kept.txt") == ["seal-missing"]
    by_hand(sealed, "2014")
    sealed.out("seal")
    assert "sealed-changed" not in keys(sealed, "--sealed")
    assert {"seal-replaced", "sealed-changed"} <= set(keys(sealed, "--manifest", "kept.txt"))


def test_the_chain_shows_an_earlier_seal_that_was_replaced(sealed: Session) -> None:
    corrected(sealed)
    sealed.out("seal")
    assert keys(sealed, "--sealed") == []
    first = sealed.git("-C", "corpus", "rev-list", "-1", "libcorpus-seal-1").strip()
    forged = (sealed.folder / "kept.txt").read_text("utf-8").replace("\tb", "\tc")
    assert forged != (sealed.folder / "kept.txt").read_text("utf-8")
    sealed.write("forged.txt", forged)
    sealed.git(
        "-C",
        "corpus",
        "tag",
        "-f",
        "-a",
        "--cleanup=verbatim",
        "-F",
        str(sealed.folder / "forged.txt"),
        "libcorpus-seal-1",
        first,
    )
    assert "seal-chain" in keys(sealed, "--sealed")
    sealed.git("-C", "corpus", "tag", "-d", "libcorpus-seal-1")
    assert "seal-missing" in keys(sealed, "--sealed")


def test_only_what_is_committed_is_sealed(sealed: Session) -> None:
    assert "sealed-already" in sealed.refused("seal")
    text_of(sealed, "2014").write_bytes(b"Neu.\n")
    assert "seal-wants-clean" in sealed.refused("seal")


def test_a_tag_that_is_no_manifest_is_refused(sealed: Session) -> None:
    sealed.git("-C", "corpus", "tag", "-a", "-m", "libcorpus seal 2", "libcorpus-seal-2")
    assert "seal-broken" in sealed.refused("check", "--sealed")


@pytest.mark.parametrize(
    "harm",
    [
        lambda text: "",
        lambda text: text + "x\n",
        lambda text: text.replace("resolutions: ", "resolutions: 1"),
        lambda text: text.replace("morgenrot-lindenfurt/2009", "../2009"),
        lambda text: text.replace("\t", " ", 1),
        lambda text: text.replace("previous: -", "previous: -\nmore: x"),
        lambda text: text.replace("libcorpus seal 1", "libcorpus seal x"),
    ],
)
def test_a_manifest_reads_as_it_was_written_or_not_at_all(harm: Callable[[str], str], sealed: Session) -> None:
    text = (sealed.folder / "kept.txt").read_text("utf-8")
    assert str(Manifest.parse(text, "kept.txt")) == text
    with pytest.raises(LibcorpusError) as error:
        Manifest.parse(harm(text), "kept.txt")
    assert error.value.problem.key == "seal-broken"


def test_a_seal_is_the_same_for_a_clone(sealed: Session) -> None:
    sealed.git("clone", "-q", "corpus", "clone")
    code, out, err = sealed("--corpus", "clone", "check", "--manifest", "kept.txt", "--sealed")
    assert code == 0, (out, err)
    assert EXAMPLES.is_dir()
