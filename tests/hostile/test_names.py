"""Names made to harm: ids, slugs, titles, dates and file names. Each is refused, or becomes a plain name in the corpus.

attack: what is tried  ->  what must be seen
"""

import os
import re
import unicodedata
from pathlib import Path
from typing import Final

import pytest

from libcorpus.cli.app import COMMANDS
from libcorpus.model.dates import PartialDate
from libcorpus.model.ids import ResolutionId, agenda_slug, checked_slug, slugify
from libcorpus.model.problems import LibcorpusError
from tests.cli.conftest import ORGANISATION, TRANSCRIPT, Session

NAMES: Final[dict[str, str]] = {
    "parent folder": "..",
    "parents": "../../../etc/passwd",
    "parents, of Windows": "..\\..\\windows",
    "absolute path": "/etc/nirgends",
    "absolute path, of Windows": "C:\\Windows\\win.ini",
    "share of Windows": "\\\\server\\share",
    "stream of Windows": "name.txt:stream",
    "dot": ".",
    "hidden": ".git",
    "git folder by case": ".GIT",
    "git folder by short name": "git~1",
    "git folder by ignored letters": ".g\u200cit",
    "nothing": "",
    "blank": " ",
    "no-break space": "\u00a0",
    "NUL": "a\0b",
    "line end": "a\nb",
    "carriage return": "a\rb",
    "tab": "a\tb",
    "escape": "a\x1b[2Jb",
    "option": "-rf",
    "long option": "--output=x",
    "reserved: device": "con",
    "reserved: device by case": "CON",
    "reserved: printer": "lpt1",
    "reserved: with an end": "nul.txt",
    "reserved: superscript": "com¹",
    "10,000 characters": "a" * 10_000,
    "10,000 words": "wort " * 10_000,
    "10,000 dots": "." * 10_000,
    "right to left": "abc\u202etxt.exe",
    "direction marks": "\u200f\u200e\u2066abc",
    "Cyrillic a": "p\u0430rtei",
    "Greek o": "k\u03bfmmune",
    "fullwidth": "ｐａｒｔｅｉ",
    "ligature": "ﬀ",
    "combining": "e\u0301" * 50,
    "no UTF-8": "a\udcffb",
    "not a character": "a\uffffb",
    "tags": "a\U000e0041",
    "emoji": "🏴‍☠️",
    "shell": "$(touch evil); `touch evil` && touch evil",
    "percent": "%2e%2e%2f",
    "glob": "*",
    "question marks": "????-??-??",
    "brackets": "[a-z]",
    "pathspec": ":(top)*",
    "revision": "HEAD@{1}",
    "format": "{0.__class__} %s %n",
    "JSON": '"}],{"',
    "TOML": 'x"\nformat = 9\n[source]',
    "trailer": "x\n\nAct: withdraw\nResolution: a/2020/b",
    "digits of another script": "٢٠٢٠-٠٣-٠٧",
    "date with a path": "2020-03-07/../../x",
}
SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DEVICES: Final = {"con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10))}
each_name = pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)


@each_name
def test_a_slug_is_plain_whatever_the_title_is(name: str) -> None:
    slug = slugify(name)
    assert SLUG.fullmatch(slug)
    assert len(slug) <= 80
    assert slug not in DEVICES
    assert slugify(slug) == slug


@each_name
def test_an_agenda_number_is_plain(name: str) -> None:
    slug = agenda_slug(name)
    assert re.fullmatch(r"([a-z0-9]+(\.[a-z0-9]+)*)?", slug)
    assert len(slug) <= 24
    assert slug.split(".")[0] not in DEVICES


def _short(error: LibcorpusError) -> None:
    assert len(str(error)) < 2000


@each_name
def test_a_name_that_is_no_slug_id_or_date_is_none(name: str) -> None:
    for text in (name, f"{name}/2020-03-07/x", f"partei/{name}/x", f"partei/2020-03-07/{name}"):
        try:
            own_id = ResolutionId.parse(text)
        except LibcorpusError:
            continue
        assert str(own_id) == text
        assert all(SLUG.fullmatch(part) for part in (own_id.organisation, own_id.name))
    for read in (checked_slug, PartialDate.parse):
        try:
            found = str(read(name))
        except LibcorpusError as error:
            _short(error)
        else:
            assert found == name
            assert re.fullmatch("[a-z0-9-]+", found)
            assert name not in DEVICES


def _plain_tree(corpus: Path) -> None:
    """Each name in the corpus is one that every disk can hold, and tells it from each other."""
    seen: dict[str, str] = {}
    for path in corpus.rglob("*"):
        relative = path.relative_to(corpus).as_posix()
        if relative.startswith(".git/"):
            continue
        assert not path.is_symlink()
        folded = unicodedata.normalize("NFKC", relative).casefold()
        assert seen.setdefault(folded, relative) == relative
        for part in relative.split("/"):
            assert part in (".git", ".gitattributes", "README.md") or re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,85}", part)
            assert part.split(".")[0] not in DEVICES


@each_name
def test_what_is_filed_under_a_name_lies_in_the_corpus(corpus: Session, name: str) -> None:
    """As title, agenda item, body, organisation, slug, date and file name."""
    outside = sorted(path.name for path in corpus.folder.parent.iterdir())
    plain = corpus.write("a.txt", TRANSCRIPT)
    fields = ("--title", "--agenda-item", "--body", "--assembly", "--slug", "--adopted-on", "--votes", "--kind")
    for number, option in enumerate((*fields, "--organisation")):
        text = corpus.write(f"b{number}.txt", TRANSCRIPT.replace("20 Sprachkurse", f"{number + 30} Sprachkurse"))
        code, _, err = corpus("archive", text, *ORGANISATION, "--title", f"Titel {number}", option, name)
        assert code in (0, 2), err
        assert "Traceback" not in err
        assert len(err) < 4000
    for arguments in (
        ("archive", plain, *ORGANISATION, "--organisation-name", name),
        ("describe", "4.1", "votes=einstimmig", "--reason", name),
        ("describe", "4.1", f"votes={name}", "--reason", "Protokoll"),
        ("organisation", "morgenrot-lindenfurt", f"name={name}", "--reason", name),
        ("init", f"neu-{number}", "--title", name, "--organisation-name", name),
    ):
        code, _, err = corpus(*arguments)
        assert code in (0, 2), err
    _plain_tree(corpus.folder / "corpus")
    assert corpus("check")[0] == 0
    assert corpus.git("-C", "corpus", "status", "--porcelain") == ""
    assert corpus.git("-C", "corpus", "log", "--format=%(trailers:key=Act,valueonly)").split() != []
    assert set(corpus.git("-C", "corpus", "log", "--format=%(trailers:key=Act,valueonly)").split()) <= {
        "init",
        "archive",
        "describe",
    }
    assert sorted(path.name for path in corpus.folder.parent.iterdir()) == outside
    assert not (corpus.folder / "evil").exists()


@each_name
def test_a_file_of_that_name_is_filed_under_a_plain_one(corpus: Session, name: str) -> None:
    folder = corpus.folder / "eingang"
    folder.mkdir()
    try:
        path = folder / f"{name.replace('/', '∕')[:80]}.txt"
        path.write_bytes(TRANSCRIPT.encode())
    except (OSError, ValueError):
        pytest.skip("this disk has no such name")
    code, _, err = corpus("archive", *ORGANISATION, "--", str(path))
    assert code == 0, err
    _plain_tree(corpus.folder / "corpus")
    assert corpus("check")[0] == 0


@each_name
def test_a_name_of_a_file_that_is_not_there_is_refused(corpus: Session, name: str) -> None:
    if "\0" in name:
        pytest.skip("no program can be given such an argument")
    for arguments in (
        ("read", "--", name),
        ("archive", "--", name),
        ("diff", "--", name, name),
        ("novelty", "--", name),
    ):
        code, _, err = corpus(*arguments)
        assert code in (1, 2), (arguments, err)
        assert "Traceback" not in err


# Ids that are alike.


def test_a_look_alike_id_finds_nothing(filed: Session) -> None:
    own = filed.json("list")["resolutions"][0]["id"]
    for letter, other in (("a", "\u0430"), ("e", "\u0435"), ("o", "\u043e"), ("i", "\u0456")):
        assert "[no-resolution]" in filed.refused("show", own.replace(letter, other))


def test_a_look_alike_slug_is_no_organisation(filed: Session) -> None:
    err = filed.refused("archive", filed.write("a.txt", TRANSCRIPT), "--organisation", "morgenrot-lindenf\u0443rt")
    assert "[bad-slug]" in err


def test_a_look_alike_in_a_title_takes_no_other_place(corpus: Session) -> None:
    """A Cyrillic letter is no letter of a slug: it is left out, and the id shows it."""
    corpus.out("archive", corpus.write("a.txt", TRANSCRIPT), *ORGANISATION)
    again = TRANSCRIPT.replace("Sprachkurse für alle", "Spr\u0430chkurse für alle").replace("20 Spr", "30 Spr")
    code, _, err = corpus("archive", corpus.write("b.txt", again), *ORGANISATION)
    assert code == 0, err
    ids = [one["id"] for one in corpus.json("list")["resolutions"]]
    assert len(set(ids)) == 2
    assert all(own.isascii() for own in ids)


@pytest.mark.skipif(os.path.normcase("A") == "a", reason="this disk does not tell them apart")
@pytest.mark.parametrize(
    "other",
    [
        "4.1-Sprachkurse-fuer-alle",
        "4.1-sprachkurse-fuer-alle ",
        "4.1-sprachkurse-f\u00fcr-alle",
        "4.1-ｓprachkurse-fuer-alle",
    ],
)
def test_folders_that_fold_to_one_id_are_told(corpus: Session, other: str) -> None:
    corpus.out("archive", corpus.write("a.txt", TRANSCRIPT), *ORGANISATION)
    folder = next((corpus.folder / "corpus/resolutions").glob("*/*/*"))
    copy = folder.with_name(other)
    copy.mkdir()
    for path in folder.iterdir():
        (copy / path.name).write_bytes(path.read_bytes())
    code, _, err = corpus("check")
    assert code == 1
    assert "[unknown-file]" in err or "[ids-alike]" in err
    assert len(corpus.json("list")["resolutions"]) == 1


# Links.

LINKS: Final = (
    "corpus.toml",
    "organisations",
    "topics",
    "sources",
    "resolutions",
    "resolution.toml",
    "text.txt",
    "lines.tsv",
    "source.txt",
    "corrections",
)


@pytest.mark.parametrize("what", LINKS)
def test_a_link_in_the_corpus_is_not_followed(corpus: Session, tmp_path: Path, what: str) -> None:
    corpus.out("archive", corpus.write("a.txt", TRANSCRIPT), *ORGANISATION)
    root = corpus.folder / "corpus"
    folder = next((root / "resolutions").glob("*/*/*"))
    place = (folder if what.endswith((".txt", ".tsv", "tion.toml", "corrections")) else root) / what
    outside = tmp_path / "outside"
    secret = "Geheimer Satz von draußen."
    if place.is_dir() or not place.suffix:
        outside.mkdir()
        if place.exists():
            place.rename(outside / "was")
        (outside / "001.patch").write_text(f"Reason: {secret}\n", "utf-8")
        (outside / "evil.toml").write_text(
            f'label = {{ de = "{secret}", en = "{secret}" }}\nterms = ["Kurs"]\n', "utf-8"
        )
        place.symlink_to(outside if what != "resolutions" else outside / "was")
    else:
        outside.write_text(place.read_text("utf-8").replace("Sprachkurse", secret), "utf-8")
        place.unlink()
        place.symlink_to(outside)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and "outside" in path.parts}
    code, out, err = corpus("check")
    assert code in (1, 2), (out, err)
    assert "Traceback" not in err
    for command in (("show", "4.1"), ("list",), ("topics",), ("search", "Geheimer"), ("history", "4.1")):
        code, out, err = corpus(*command)
        assert code in (0, 1, 2), err
        assert secret not in out + err
    again = corpus.write("b.txt", TRANSCRIPT.replace("20 Spr", "30 Spr").replace("2015", "2016"))
    for arguments in (
        ("archive", again),
        ("describe", "4.1", "votes=einstimmig", "--reason", "x"),
        ("correct", "4.1", "--reason", "x"),
        ("organisation", "morgenrot-lindenfurt", "name=Neu", "--reason", "x"),
    ):
        code, out, err = corpus(*arguments)
        assert code in (0, 1, 2), err
    now = {path: path.read_bytes() for path in before}
    assert now == before
    assert {path for path in outside.rglob("*") if path.is_file()} <= set(before)


@pytest.mark.parametrize("kind", ["file", "folder", "loop", "broken", "device", "pipe"])
def test_a_link_as_input(corpus: Session, kind: str) -> None:
    """A link that a person names is followed; one that lies in a folder is not, and one that leads nowhere is told."""
    text = corpus.write("echt/a.txt", TRANSCRIPT)
    link = corpus.folder / "link.txt"
    target = {"file": text, "folder": "echt", "loop": "link.txt", "broken": "nirgends", "device": "/dev/zero"}
    if kind == "pipe":
        os.mkfifo(corpus.folder / "echt/pipe.txt")
        assert "filed 1," in corpus.out("archive", "echt", *ORGANISATION, "--dry-run")
        return
    if kind == "device" and not Path("/dev/zero").exists():
        pytest.skip("no such device")
    link.symlink_to(target[kind])
    code, out, err = corpus("archive", str(link), *ORGANISATION)
    assert code == (0 if kind in ("file", "folder") else 2), (out, err)
    assert "Traceback" not in err
    _plain_tree(corpus.folder / "corpus")


def test_a_link_in_a_folder_of_sources_is_left_alone(corpus: Session, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text(TRANSCRIPT.replace("20 ", "77 "), "utf-8")
    corpus.write("eingang/a.txt", TRANSCRIPT)
    (corpus.folder / "eingang/b.txt").symlink_to(secret)
    corpus.out("archive", "eingang", *ORGANISATION)
    assert len(corpus.json("list")["resolutions"]) == 1


@pytest.mark.parametrize("file", ["resolution.toml", "text.txt", "lines.tsv"])
def test_a_pipe_in_the_corpus_keeps_nobody_waiting(corpus: Session, file: str) -> None:
    corpus.out("archive", corpus.write("a.txt", TRANSCRIPT), *ORGANISATION)
    place = next((corpus.folder / "corpus/resolutions").glob("*/*/*")) / file
    place.unlink()
    os.mkfifo(place)
    for command in (("check",), ("show", "4.1"), ("list",), ("positions", "integration"), ("search", "Stadt")):
        code, _, err = corpus(*command)
        assert code in (0, 1, 2), err
    assert corpus("check")[0] == 1


def test_no_command_was_forgotten() -> None:
    assert {"archive", "read", "show", "describe"} <= set(COMMANDS)
