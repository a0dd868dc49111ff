"""Corpora as they come to somebody in thirty years: clones of all kinds are read, or it is said clearly why not.

clone, shallow clone, archive without .git, bare repository, SHA-256 repository  ->  list, show, diff, positions, check
"""

import subprocess
from pathlib import Path
from typing import Final

import pytest

from tests.cli.conftest import EXAMPLES, ORGANISATION, Session

FILES: Final = ("2009-03-14-zusammenleben.txt", "2014-03-22-vielfalt.txt")
READ: Final = (("list",), ("show", "@2014"), ("diff", "@2009", "@2014"), ("positions", "integration"))


@pytest.fixture
def two(corpus: Session) -> Session:
    """A corpus of two resolutions, one corrected, and sealed."""
    for name in FILES:
        corpus.out("archive", str(EXAMPLES / name), *ORGANISATION)
    text = next((corpus.folder / "corpus/resolutions").glob("*/2014*/*/text.txt"))
    text.write_bytes(text.read_bytes().replace(b"Einwohner", b"Bewohner", 1))
    corpus.out("correct", "@2014", "--reason", "Abschrift")
    corpus.out("seal")
    return corpus


def _read(session: Session, place: str) -> None:
    """All reads as in the corpus it comes from."""
    for arguments in READ:
        there = session(*arguments)
        here = session("--corpus", place, *arguments)
        assert here == there
        assert here[0] in (0, 1)


def test_a_clone_is_whole(two: Session) -> None:
    two.git("clone", "-q", "corpus", "klon")
    _read(two, "klon")
    assert two("--corpus", "klon", "check", "--sealed")[0] == 0
    assert len(two.json("--corpus", "klon", "history", "@2014")["acts"]) == 2
    assert two("--corpus", "klon", "diff", "@2014", "--known-at", "HEAD~1")[0] == 1


def test_a_shallow_clone_is_read_and_says_what_it_lacks(two: Session) -> None:
    two.git("clone", "-q", "--depth=1", f"file://{two.folder}/corpus", "flach")
    _read(two, "flach")
    code, out, err = two("--corpus", "flach", "check")
    assert code == 0, (out, err)
    err = two.refused("--corpus", "flach", "diff", "@2014", "--known-at", "HEAD~1")
    assert "[bad-revision]" in err
    code, out, err = two("--corpus", "flach", "check", "--sealed")
    assert code in (0, 1)
    assert "Traceback" not in err


def test_an_archive_without_git_is_read(two: Session, tmp_path: Path) -> None:
    packed = two.folder / "a.tar"
    two.git("-C", "corpus", "archive", "--prefix=lesen/", "-o", str(packed), "HEAD")
    # Outside of every repository.
    subprocess.run(["tar", "-xf", str(packed), "-C", str(tmp_path)], check=True)
    place = str(tmp_path / "lesen")
    _read(two, place)
    code, out, err = two("--corpus", place, "check")
    assert code == 0, (out, err)
    assert "[no-git-check]" in err
    for arguments in (("history", "@2014"), ("check", "--sealed"), ("diff", "@2014", "--known-at", "HEAD")):
        assert "[no-repository]" in two.refused("--corpus", place, *arguments)
    text = (EXAMPLES / "2019-11-16-vielfalt-und-teilhabe.txt").read_bytes()
    before = sorted(tmp_path.joinpath("lesen").rglob("*"))
    assert "[no-repository]" in two.refused("--corpus", place, "archive", two.write("neu.txt", text))
    assert sorted(tmp_path.joinpath("lesen").rglob("*")) == before


def test_a_read_only_archive_is_read(two: Session, tmp_path: Path) -> None:
    two.git("clone", "-q", "corpus", "lesen")
    for path in [two.folder / "lesen", *(two.folder / "lesen").rglob("*")]:
        path.chmod(path.stat().st_mode & ~0o222)
    try:
        _read(two, "lesen")
        assert two("--corpus", "lesen", "check")[0] == 0
    finally:
        for path in [two.folder / "lesen", *(two.folder / "lesen").rglob("*")]:
            path.chmod(path.stat().st_mode | 0o200)


def test_a_bare_repository_says_why_not(two: Session) -> None:
    two.git("clone", "-q", "--bare", "corpus", "nackt.git")
    for arguments in (*READ, ("check",)):
        err = two.refused("--corpus", "nackt.git", *arguments)
        assert "[no-corpus]" in err


def test_a_work_tree_of_a_bare_repository_is_read(two: Session) -> None:
    two.git("clone", "-q", "--bare", "corpus", "nackt.git")
    two.git("-C", "nackt.git", "worktree", "add", "-q", "../baum", "HEAD")
    _read(two, "baum")
    assert two("--corpus", "baum", "check", "--sealed")[0] == 0
    assert two("--corpus", "baum", "diff", "@2014", "--known-at", "HEAD~1")[0] == 1


def test_a_sha_256_repository_does_all_of_it(session: Session) -> None:
    session.git("init", "-q", "--object-format=sha256", "corpus")
    session.out("init", "corpus", "--title", "Beschlüsse")
    for name in FILES:
        session.out("archive", str(EXAMPLES / name), *ORGANISATION)
    session.out("seal")
    assert len(session.git("-C", "corpus", "rev-parse", "HEAD").strip()) == 64
    for arguments in READ:
        assert session(*arguments)[0] in (0, 1)
    assert session("check", "--sealed")[0] == 0
    assert session("diff", "@2014", "--known-at", "HEAD")[0] == 0
    assert len(session.json("history", "@2014")["acts"]) == 1


def test_keys_that_are_not_known_survive_every_rewrite(two: Session) -> None:
    """What a later version, or a person, writes into a file stays where it stands, with its comment."""
    root = two.folder / "corpus"
    (root / "topics").mkdir(exist_ok=True)
    own = '\n# von Hand\nspaeter = "bleibt"  # auch dies\n'
    table = '\n[eigenes]\nzahl = 7\nliste = ["a", { b = 1 }]\n'
    record = next((root / "resolutions").glob("*/2014*/*/resolution.toml"))
    organisation = next((root / "organisations").iterdir())
    for file in (record, organisation, root / "corpus.toml"):
        text = file.read_text("utf-8")
        head, sign, rest = text.partition("\n[")
        file.write_text(head.rstrip("\n") + own + sign + rest + table, "utf-8")
    two.git("-C", "corpus", "commit", "-qam", "von Hand")
    two.out("describe", "@2014", "votes=einstimmig", "topics=integration", "--reason", "Protokoll")
    two.out("organisation", organisation.stem, "name=Neuer Name", "--reason", "Umbenennung")
    words = record.with_name("text.txt")
    words.write_bytes(words.read_bytes().replace(b"Stadt", b"Kommune", 1))
    two.out("correct", "@2014", "--reason", "Abschrift")
    two("relate", "@2014", "supersedes", "@2009", "--reason", "steht so im Protokoll")
    two.out("archive", str(EXAMPLES / "2019-11-16-vielfalt-und-teilhabe.txt"))
    for file in (record, organisation, root / "corpus.toml"):
        now = file.read_text("utf-8")
        assert '# von Hand\nspaeter = "bleibt"  # auch dies\n' in now, file
        assert '[eigenes]\nzahl = 7\nliste = ["a", { b = 1 }]' in now, file
    assert 'votes = "einstimmig"' in record.read_text("utf-8")
    assert "Neuer Name" in organisation.read_text("utf-8")
    assert two.git("-C", "corpus", "status", "--porcelain") == ""
