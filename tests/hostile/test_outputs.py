"""Escape sequences, marks of direction and HTML in every place that is shown: every output shows them harmless.

a corpus with them in titles, words, bodies, names, labels, reasons, commits and file names
->  each command in each of its forms, in both languages: no control character comes out, and no script
"""

import html
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from tests.cli.conftest import ORGANISATION, TRANSCRIPT, Session
from tests.hostile.reading import DRAFT, READING

BROWSER: Final = shutil.which("chromium") or shutil.which("chromium-browser")
SEQUENCE: Final = "\x1b[31m\x1b]0;neu\x07\x9b2J\u202edrehen\u2066\u200f\x7f\x85\u2028\b"
MARKUP: Final = "<script>document.title='lief'</script><img src=x onerror=document.title='lief'>\"'&amp;</style>"
EVIL: Final = SEQUENCE + MARKUP
# Line ends are ours; everything else that a terminal obeys, and what turns the direction of writing.
OBEYED: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
TOPIC: Final = 'label = {{ de = "{0}", en = "{0}" }}\nterms = ["Sprachkurs*"]\nexclude = ["{0}"]\n'
FORMS: Final[tuple[tuple[str, ...], ...]] = (
    *(("diff", "@2015", "@2018", "--format", form) for form in ("text", "html", "markdown", "json", "amendments")),
    ("diff", "@2015", "@2018", "--all"),
    ("diff", "@2015", "böse\x1b[31m.txt"),
    *(("positions", "boese", "--format", form) for form in ("text", "html", "markdown", "csv", "json")),
    *(("positions", "boese", "--net", "--format", form) for form in ("text", "html", "markdown", "csv", "json")),
    ("positions", "boese", "--all"),
    ("beschlusslage", "boese"),
    ("beschlusslage", "boese", "--json"),
    ("beschlusslage", "boese", "--known-at", "HEAD", "--json"),
    ("novelty", "böse\x1b[31m.txt"),
    ("novelty", "böse\x1b[31m.txt", "--json"),
    ("topics",),
    ("topics", "--json"),
    ("topics", "boese"),
    ("topics", "boese", "--toml"),
    ("topics", "boese", "--in", "@2018", "--missed"),
    ("topics", "boese", "--in", "@2018", "--json"),
    ("read", "böse\x1b[31m.txt"),
    ("read", "böse\x1b[31m.txt", "--json"),
    ("read", "nicht\x1b[31mda.txt"),
    ("archive", "böse\x1b[31m.txt", "--dry-run", "--title", EVIL, "--body", EVIL, "--slug", "neu"),
    ("archive", "böse\x1b[31m.txt", "--dry-run", "--json"),
    ("relate", "@2018"),
    ("link", "@2018", "--json"),
    ("show", EVIL),
    ("list", "--organisation", EVIL),
    ("list", "--from", EVIL),
    ("positions", EVIL),
    (EVIL,),
    ("list", f"--{EVIL}"),
    ("--corpus", EVIL, "list"),
    ("check", "--json"),
    *((command, "@2018", "--json") for command in ("show", "origin", "history")),
    ("cite", "@2018", "--lines", "2"),
    ("cite", "@2018", "--lines", "2", "--json"),
    ("search", "Sprachkurse"),
    ("search", "Sprachkurse", "--json"),
    ("where", "@2015", "--lines", "2", "--in", "@2018", "--json"),
)


def _quoted(text: str) -> str:
    """As TOML and JSON hold it between quotes."""
    return "".join(f"\\u{ord(c):04x}" if OBEYED.match(c) or c in '"\\' else c for c in text)


@pytest.fixture
def hostile(session: Session) -> Session:
    """A corpus of two resolutions that somebody has written by hand, to do harm to who looks at it."""
    session.out("init", "corpus", "--title", "Beschlüsse")
    later = TRANSCRIPT.replace("14.03.2015", "14.03.2018").replace("20 Sprachkurse", "35 Sprachkurse")
    for name, text in (("a.txt", TRANSCRIPT), ("b.txt", later)):
        session.out("archive", session.write(name, text), *ORGANISATION)
    corpus = session.folder / "corpus"
    quoted = _quoted(EVIL)
    for folder in corpus.glob("resolutions/*/*/*"):
        text = (folder / "text.txt").read_text("utf-8").replace("Sprachkurse anbieten", f"Sprachkurse {EVIL} anbieten")
        (folder / "text.txt").write_text(text, "utf-8", newline="")
        record = (folder / "resolution.toml").read_text("utf-8")
        for key in ("title", "body", "agenda_title"):
            record = re.sub(rf'(?m)^{key} = "(.*)"', lambda found: f'{found[0][:-1]} {quoted}"', record)
        record = record.replace('kind = "', f'votes = "{quoted}"\nkind = "', 1)
        record = record.replace("[source]", f'[assembly]\nname = "{quoted}"\n\n[source]', 1)
        if folder.parent.name == "2018-03-14":
            target = next(corpus.glob("resolutions/*/2015*/*")).relative_to(corpus / "resolutions").as_posix()
            edge = f'[[relations]]\nkind = "supersedes"\ntarget = "{target}"\nbasis = "editor"\nreason = "{quoted}"\n'
            record += "\n" + edge
        (folder / "resolution.toml").write_text(record, "utf-8", newline="")
        (folder / f"unbekannt{SEQUENCE}").write_text("x", "utf-8")
    organisation = next(corpus.glob("organisations/*.toml"))
    organisation.write_text(f'name = "{quoted}"\nbodies = ["{quoted}"]\n', "utf-8")
    (corpus / "topics").mkdir()
    (corpus / "topics/boese.toml").write_text(TOPIC.format(quoted), "utf-8")
    session.git("-C", "corpus", "add", "-A")
    author = f"--author={SEQUENCE.replace(chr(8), '')}{MARKUP.replace('<', '')} <x@example.org>"
    session.git("-C", "corpus", "commit", "-qm", f"{EVIL}\n\n{EVIL}", author)
    session.write("böse\x1b[31m.txt", later.replace("14.03.2018", "14.03.2021"))
    return session


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("arguments", [*FORMS, *READING], ids=lambda arguments: " ".join(map(ascii, arguments))[:60])
def test_no_output_holds_what_a_terminal_obeys(hostile: Session, arguments: tuple[str, ...], lang: str) -> None:
    own = tuple(argument.replace("@2014", "@2018").replace("@2009", "@2015") for argument in arguments)
    code, out, err = hostile("--lang", lang, *own)
    assert code in (0, 1, 2), (out, err)
    for shown in (out, err):
        # The lines of comma-separated values end with CRLF.
        assert OBEYED.findall(shown.replace("\r\n", "\n") if "csv" in own else shown) == [], shown[:3000]
    assert out + err


def test_what_is_meant_to_be_shown_is_shown(hostile: Session) -> None:
    """The loop above would be content with commands that refuse."""
    assert "\\x1b[31m" in hostile.out("list")
    assert "\\x9b2J\\u202edrehen" in hostile.out("show", "@2018")
    assert "35" in hostile.out("diff", "@2015", "@2018")
    assert hostile.json("show", "@2018")["title"].endswith(EVIL)
    assert "\\u202e" in hostile.out("positions", "boese")


def test_a_patch_is_exact_in_a_file_and_not_given_to_a_terminal(hostile: Session) -> None:
    assert "[patch-control]" in hostile.refused("diff", "@2015", "@2018", "--format", "patch")
    hostile("diff", "@2015", "@2018", "--format", "patch", "-o", "a.patch")
    assert SEQUENCE in (hostile.folder / "a.patch").read_bytes().decode()
    subprocess.run(["git", "apply", "../a.patch"], cwd=hostile.folder / "corpus", check=True)


PAGES: Final = (
    ("diff", "@2015", "@2018", "--format", "html"),
    ("positions", "boese", "--format", "html"),
    ("positions", "boese", "--net", "--format", "html"),
)


@pytest.mark.parametrize("arguments", PAGES, ids=" ".join)
def test_a_page_allows_nothing_but_its_own_style(hostile: Session, arguments: tuple[str, ...]) -> None:
    page = hostile.out(*arguments)
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    rules = dict(rule.strip().split(" ", 1) for rule in html.unescape(policy).split(";") if rule.strip())
    assert rules["default-src"] == "'none'"
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    assert re.fullmatch(r"'sha256-[A-Za-z0-9+/=]+'", rules["style-src"])
    assert set(rules) <= {"default-src", "style-src", "base-uri", "form-action", "img-src"}
    assert "<script" not in page
    assert "<img" not in page
    assert " onerror=" not in re.sub(r"&lt;.*?&gt;", "", page)
    assert "&lt;script&gt;" in page


@pytest.mark.slow
@pytest.mark.skipif(BROWSER is None, reason="no chromium is installed")
@pytest.mark.parametrize("arguments", PAGES, ids=" ".join)
def test_in_a_browser_nothing_runs(hostile: Session, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    from tests.render.test_browser import browse

    dom, complaints = browse(hostile.out(*arguments), tmp_path, "--dump-dom")
    assert "Content Security Policy" not in complaints
    assert "<title>lief" not in dom
    assert "<script" not in dom
    assert "<img" not in dom
    assert "Sprachkurse" in dom
    # The control: without policy and with the markup as it is, the title changes.
    bare = f"<!DOCTYPE html><title>x</title><body>{MARKUP}"
    assert "<title>lief" in browse(bare, tmp_path, "--dump-dom")[0]


def test_the_draft_that_is_read_is_there() -> None:
    assert Path(DRAFT).is_file()
