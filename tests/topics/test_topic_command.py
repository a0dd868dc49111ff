"""Sessions with ``libcorpus topics``: a topic read, tried on a text, changed and tried again before it is filed."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from libcorpus.cli import run

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
DRAFT = """Antrag Ankommen

Text

1 Ankommen

2 Die Stadt soll mehr Sprachkurse anbieten. Dafür braucht sie Räume.

3 Der Bus fährt nicht.

4 Die Lotsenhilfe arbeitet gut.
"""
CHANGED = """label = { de = "Ankommen", en = "Arriving" }
terms = ["Sprachkurs", "Lotsenhilfe"]

[[matters]]
name = "courses"
label = { de = "Kurse", en = "Courses" }
terms = ["*kurs*"]
"""


@dataclass
class Session:
    """A folder, and what is typed there."""

    folder: Path
    capture: Callable[[], Any]

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        self.capture()
        code = run(list(arguments))
        seen = self.capture()
        return code, seen.out, seen.err

    def json(self, *arguments: str) -> Any:
        code, out, err = self(*arguments, "--json")
        assert code == 0, err
        return json.loads(out)

    def write(self, name: str, text: str) -> str:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Session:
    monkeypatch.delenv("LIBCORPUS_CORPUS", raising=False)
    monkeypatch.setenv("LIBCORPUS_LANG", "de")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    return Session(tmp_path, capsys.readouterr)


def with_corpus(session: Session) -> Session:
    """A corpus in the session's folder, made with git."""
    for command in (["init", "-q"], ["config", "user.name", "Archiv"], ["config", "user.email", "archiv@example.org"]):
        subprocess.run(["git", *command], cwd=session.folder, check=True)
    assert session("init", "corpus")[0] == 0
    return session


def test_topics_are_listed_with_their_counts(session: Session) -> None:
    code, out, _ = session("topics")
    assert code == 0
    (line,) = [line for line in out.split("\n") if line.startswith("integration ")]
    assert "Integration und Migration" in line
    assert "Begriffe" in line
    assert "Gegenstände" in line
    assert len(session.json("topics")["topics"]) == len(out.strip().split("\n")) >= 12


def test_a_topic_is_shown_with_its_matters(session: Session) -> None:
    _, out, _ = session("topics", "verkehr")
    assert "Radverkehr  cycling" in out
    assert "nicht gemeint" in out
    (topic,) = session.json("topics", "verkehr")["topics"]
    assert topic["matters"][0] == {
        "name": "cycling",
        "label": {"de": "Radverkehr", "en": "Cycling"},
        "terms": topic["matters"][0]["terms"],
        "exclude": [],
    }


def test_a_topic_is_tried_on_a_file_that_is_not_archived(session: Session) -> None:
    draft = session.write("antrag.txt", DRAFT)
    code, out, _ = session("topics", "integration", "--in", draft, "--missed")
    assert code == 0
    assert out.split("\n") == [
        "Integration und Migration in antrag.txt: 1 Textstelle, 2 von 4 Sätzen (2 × Forderung)",
        "Z. 2  Ankommen",
        "  Die Stadt soll mehr Sprachkurse anbieten.",
        "    Begriff „Sprachkurse“; Forderung „soll“; Gegenstand: Sprachkurse „Sprachkurse“",
        "  Dafür braucht sie Räume.",
        "    gehört zu „Dafür“; Forderung „braucht“",
        "Nicht erfasst: 2",
        "Z. 3  Ankommen",
        "  Der Bus fährt nicht.",
        "Z. 4  Ankommen",
        "  Die Lotsenhilfe arbeitet gut.",
        "",
    ]


def test_a_changed_topic_is_tried_before_it_is_filed(session: Session) -> None:
    draft, topic = session.write("antrag.txt", DRAFT), session.write("Ankommen.toml", CHANGED)
    data = session.json("topics", "--topic-file", topic, "--in", draft, "--missed")
    assert (data["topic"], data["id"]) == ("ankommen", "antrag.txt")
    assert [(one["passage"], one["text"], one["found"]) for one in data["passages"]] == [
        (0, "Die Stadt soll mehr Sprachkurse anbieten.", "Sprachkurse"),
        (0, "Dafür braucht sie Räume.", "Dafür"),
        (1, "Die Lotsenhilfe arbeitet gut.", "Lotsenhilfe"),
    ]
    first = data["passages"][0]
    assert (first["function"], first["cue"], first["lines"], first["section"]) == (
        "demand",
        "soll",
        [2, 2],
        ["Ankommen"],
    )
    assert first["matters"] == [{"name": "courses", "found": "Sprachkurse"}]
    assert data["missed"] == [{"section": ["Ankommen"], "sentence": 3, "lines": [3, 3], "text": "Der Bus fährt nicht."}]


def test_a_filed_resolution_is_named_as_before_or_with_in(session: Session) -> None:
    with_corpus(session)
    example = str(EXAMPLES / "2009-03-14-zusammenleben.txt")
    assert session("archive", example, "--organisation", "morgenrot", "--organisation-name", "Morgenrot")[0] == 0
    (one,) = [session.json("topics", "integration", "3.2"), session.json("topics", "integration", "--in", "3.2")][:1]
    assert one == session.json("topics", "integration", "--in", "3.2")
    assert one["id"].startswith("morgenrot/2009-03-14/3.2-")
    assert "Asylsuchende sollen Bargeld statt Gutscheinen erhalten." in [row["text"] for row in one["passages"]]


def test_a_topic_of_the_corpus_is_listed_and_taken(session: Session) -> None:
    with_corpus(session)
    session.write("corpus/topics/ankommen.toml", CHANGED)
    assert "ankommen" in session("topics")[1]
    draft = session.write("antrag.txt", DRAFT)
    assert len(session.json("topics", "ankommen", "--in", draft)["passages"]) == 3


def test_the_file_of_a_topic_is_printed_to_begin_with(session: Session) -> None:
    _, out, _ = session("topics", "verkehr", "--toml")
    copy = session.write("verkehr.toml", out)
    assert out.startswith("# Verkehr und Mobilität.")
    assert session.json("topics", "--topic-file", copy) == session.json("topics", "verkehr")
    with_corpus(session)
    session.write("corpus/topics/verkehr.toml", CHANGED)
    assert session("topics", "verkehr", "--toml")[1] == CHANGED


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("topics", "nix"), "kein Thema „nix“"),
        (("topics", "--missed"), "--missed sagt ohne einen Text nichts"),
        (("topics", "--in", "antrag.txt"), "welches Thema? Es gibt bildung"),
        (("topics", "integration", "a", "--in", "b"), "zwei Texte sind genannt"),
        (("topics", "--topic-file", "fehlt.toml"), "fehlt.toml"),
        (("topics", "--topic-file", "falsch.toml"), "falsch.toml:2: „colour“ ist kein Schlüssel eines Themas"),
        (("topics", "--topic-file", "latin1.toml"), "nicht in UTF-8"),
        (("--corpus", "fehlt", "topics"), "fehlt"),
    ],
)
def test_what_is_refused(session: Session, arguments: tuple[str, ...], said: str) -> None:
    session.write("antrag.txt", DRAFT)
    session.write("falsch.toml", 'terms = ["kurs"]\ncolour = "rot"\n')
    (session.folder / "latin1.toml").write_bytes('terms = ["Bücherei"]\n'.encode("latin-1"))
    code, _, err = session(*arguments)
    assert (code, said in err) == (2, True), err


def test_topics_loads_neither_git_nor_numpy() -> None:
    code = "import sys; from libcorpus.cli import run; run(['--corpus', 'corpus', 'topics']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not {"git", "numpy", "rapidfuzz"} & {name.split(".")[0] for name in done.stdout.split()}
