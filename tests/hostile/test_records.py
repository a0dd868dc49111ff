"""Records made to harm: TOML and JSON bombs, texts and tables of a corpus, what git is told to hold.

attack: what stands in a file of the corpus  ->  a refusal that names the file, and never a fault of ours
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from libcorpus.store.unfinished import JOURNAL
from tests.cli.conftest import ORGANISATION, TRANSCRIPT, Session

BOMBS: Final[dict[str, Callable[[], str]]] = {
    "arrays in arrays": lambda: "a = " + "[" * 100_000 + "]" * 100_000,
    "tables in tables": lambda: "a = " + "{ b = " * 50_000 + "1" + " }" * 50_000,
    "dotted keys": lambda: "a" + ".a" * 100_000 + " = 1",
    "dotted headers": lambda: "[" + ".".join(["a"] * 100_000) + "]",
    "dotted headers, each deeper": lambda: "".join(f"[{'.'.join(['a'] * n)}]\n" for n in range(1, 800)),
    "a large array": lambda: "a = [" + "1," * 200_000 + "]",
    "an array of tables": lambda: "[[a]]\n" * 50_000,
    "a large text": lambda: 'a = "' + "x" * 3_000_000 + '"',
    "a text that is too large": lambda: 'a = "' + "x" * 5_000_000 + '"',
    "a large key": lambda: "x" * 1_000_000 + " = 1",
    "many keys": lambda: "".join(f"k{n} = {n}\n" for n in range(20_000)),
    "a number without end": lambda: "a = " + "9" * 1_000_000,
    "a hexadecimal number without end": lambda: "a = 0x" + "f" * 1_000_000,
    "a date that is none": lambda: "adopted_on = 9999-99-99",
    "not a number": lambda: "format = nan",
    "infinity": lambda: "format = inf",
    "format of truth": lambda: "format = true",
    "format of the future": lambda: "format = 99999999999999999999",
    "a key twice": lambda: "format = 1\nformat = 1",
    "bytes that are no UTF-8": lambda: "\udcff\udcfe",
    "NUL": lambda: "a = 1\0",
    "only line ends": lambda: "\n" * 100_000,
    "carriage returns": lambda: "format = 1\r" * 1000,
    "byte order mark": lambda: "\ufeffformat = 1",
    "HTML": lambda: "<!DOCTYPE html><script>",
    "nothing": lambda: "",
    "backslashes": lambda: 'a = "' + "\\\\" * 500_000 + '"',
    "open text": lambda: 'a = """' + '""' * 500_000,
}
CALLS: Final = (("check",), ("list",), ("show", "4.1"), ("topics",), ("positions", "integration"), ("history", "4.1"))


def _places(session: Session) -> dict[str, Path]:
    root = session.folder / "corpus"
    folder = next((root / "resolutions").glob("*/*/*"))
    (root / "topics").mkdir()
    (folder / "corrections").mkdir()
    return {
        "corpus.toml": root / "corpus.toml",
        "organisation": next((root / "organisations").iterdir()),
        "topic": root / "topics/verkehr.toml",
        "resolution.toml": folder / "resolution.toml",
        "text.txt": folder / "text.txt",
        "lines.tsv": folder / "lines.tsv",
        "correction": folder / "corrections/001.patch",
        ".gitattributes": root / ".gitattributes",
    }


@pytest.mark.parametrize(
    "place",
    [
        "corpus.toml",
        "organisation",
        "topic",
        "resolution.toml",
        "text.txt",
        "lines.tsv",
        "correction",
        ".gitattributes",
    ],
)
def test_a_record_made_to_harm_is_refused_or_read(corpus: Session, place: str) -> None:
    corpus.out("archive", corpus.write("a.txt", TRANSCRIPT), *ORGANISATION)
    file = _places(corpus)[place]
    for name, make in BOMBS.items():
        file.write_bytes(make().encode("utf-8", "surrogateescape"))
        for arguments in CALLS if name in ("arrays in arrays", "bytes that are no UTF-8", "nothing") else CALLS[:1]:
            code, out, err = corpus(*arguments)
            assert code in (0, 1, 2), (name, arguments, out[-500:], err[-3000:])
            assert len(out) + len(err) < 20_000, (name, arguments)
            if arguments == ("check",) and place not in ("topic", "organisation"):
                assert code in (1, 2), name


def test_what_is_written_to_such_a_record_is_not_lost(corpus: Session) -> None:
    """A writing command does not turn a record that cannot be read into one that can."""
    corpus.out("archive", corpus.write("a.txt", TRANSCRIPT), *ORGANISATION)
    file = _places(corpus)["resolution.toml"]
    for name, make in BOMBS.items():
        data = make().encode("utf-8", "surrogateescape")
        file.write_bytes(data)
        code, _, err = corpus("describe", "4.1", "votes=einstimmig", "--reason", "x")
        assert code == 2, (name, err[-2000:])
        assert file.read_bytes() == data


JSON: Final[dict[str, Callable[[], str]]] = {
    "arrays in arrays": lambda: "[" * 500_000 + "]" * 500_000,
    "objects in objects": lambda: '{"a":' * 500_000 + "1" + "}" * 500_000,
    "a number without end": lambda: '{"version": ' + "9" * 1_000_000 + "}",
    "not a number": lambda: '{"version": NaN}',
    "another kind": lambda: '["version"]',
    "a path that leads out": lambda: json.dumps(
        {
            "version": 1,
            "message": "x",
            "head": None,
            "dirty": {},
            "token": "a",
            "asides": {},
            "written": [{"path": "../../x", "old": "", "new": "", "blob": "", "mode": 0, "backup": "../../../x"}],
        }
    ),
    "nothing": lambda: "",
}


@pytest.mark.parametrize("bomb", JSON)
def test_a_journal_made_to_harm_is_named(corpus: Session, bomb: str) -> None:
    corpus.out("archive", corpus.write("a.txt", TRANSCRIPT), *ORGANISATION)
    folder = corpus.folder / "corpus/.git" / JOURNAL
    folder.mkdir()
    (folder / "act.json").write_text(JSON[bomb](), "utf-8")
    for arguments in (("check",), ("describe", "4.1", "votes=1", "--reason", "x")):
        code, out, err = corpus(*arguments)
        assert code in (1, 2), (out, err[-2000:])
        assert "[journal-broken]" in err
    assert corpus("list")[0] == 0


@pytest.mark.parametrize("bomb", JSON)
def test_a_record_of_downloads_made_to_harm_is_none(tmp_path: Path, bomb: str) -> None:
    from libcorpus.fetch.downloads import STATE_FILE, Downloads

    (tmp_path / STATE_FILE).write_text(JSON[bomb](), "utf-8")
    assert Downloads(tmp_path).known == {}


@pytest.mark.parametrize(
    "name", ["../../../../tmp/evil", "/etc/passwd", "resolution.toml", "..", "sources/../../x", ""]
)
def test_a_source_cannot_lie_elsewhere(corpus: Session, name: str) -> None:
    corpus.out("archive", corpus.write("a.txt", TRANSCRIPT), *ORGANISATION)
    file = _places(corpus)["resolution.toml"]
    file.write_text(file.read_text("utf-8").replace('file = "source.txt"', f'file = "{name}"'), "utf-8")
    code, out, err = corpus("check")
    assert code == 1
    assert "root:" not in out + err
    for arguments in (("reread", "4.1", "--dry-run"), ("check", "--sealed")):
        code, out, err = corpus(*arguments)
        assert code in (1, 2), err
        assert "root:" not in out + err


@pytest.mark.parametrize("commit", ["--output=evil", "-h", "HEAD", "HEAD --output=evil", "$(touch evil)", "0" * 39])
def test_a_manifest_names_a_commit_and_no_option(corpus: Session, commit: str) -> None:
    corpus.out("archive", corpus.write("a.txt", TRANSCRIPT), *ORGANISATION)
    corpus.out("seal", "-o", "siegel.txt")
    text = (corpus.folder / "siegel.txt").read_text("utf-8")
    line = next(line for line in text.split("\n") if line.startswith("commit: "))
    corpus.write("anders.txt", text.replace(line, f"commit: {commit}"))
    assert "[seal-broken]" in corpus.refused("check", "--manifest", "anders.txt")
    assert corpus("check", "--manifest", "siegel.txt")[0] == 0
    assert not (corpus.folder / "corpus/evil").exists()
