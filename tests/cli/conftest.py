"""A session at the command line, in a fresh git repository with an identity of its own."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from libcorpus.cli import run

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
ORGANISATION = ("--organisation", "morgenrot-lindenfurt", "--organisation-name", "Bürgerliste Morgenrot Lindenfurt")

TRANSCRIPT = """Beschluss Sprachkurse für alle

Gremium: Mitgliederversammlung
Beschlussdatum: 14.03.2015
Tagesordnungspunkt: 4.1. Sprachkurse für alle

Text

- 1 Sprache öffnet Türen
- 2 Die Stadt soll jedes Jahr 20 Sprachkurse anbieten. Sie sollen für alle offen
3 sein, die in Lindenfurt leben.
- 4 • Haupt- und Ehrenamtliche brauchen dafür Räume.
- 5 • Am 1. Januar 2016 soll der erste Kurs beginnen.
"""


@dataclass
class Session:
    """What a user types and sees: exit code, standard output, standard error."""

    folder: Path
    capture: Callable[[], Any]

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        self.capture()
        code = run(list(arguments))
        seen = self.capture()
        return code, seen.out, seen.err

    def out(self, *arguments: str) -> str:
        code, out, err = self(*arguments)
        assert code in (0, 1), err
        return out

    def json(self, *arguments: str) -> Any:
        return json.loads(self.out(*arguments, "--json"))

    def refused(self, *arguments: str) -> str:
        code, out, err = self(*arguments)
        assert code == 2, (code, out, err)
        return err

    def write(self, name: str, text: str | bytes) -> str:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return str(path)

    def git(self, *arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=self.folder, capture_output=True, text=True, check=True)
        return done.stdout

    def state(self) -> dict[str, bytes]:
        """Every file of the corpus with its bytes, and HEAD: what a refusal must leave as it was."""
        corpus = self.folder / "corpus"
        files = {
            path.relative_to(corpus).as_posix(): path.read_bytes()
            for path in sorted(corpus.rglob("*"))
            if path.is_file() and ".git" not in path.relative_to(corpus).parts
        }
        head = self.git("-C", "corpus", "rev-parse", "HEAD").encode()
        status = self.git("-C", "corpus", "status", "--porcelain").encode()
        return {**files, "HEAD": head, "status": status}


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Session:
    for variable in ("LIBCORPUS_CORPUS", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LIBCORPUS_LANG", "en")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Archiv")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "archiv@example.org")
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Session(folder, capsys.readouterr)


@pytest.fixture
def corpus(session: Session) -> Session:
    """A session in which a corpus was made."""
    session.out("init", "corpus", "--title", "Beschlüsse")
    return session


@pytest.fixture
def filed(corpus: Session) -> Session:
    """A session in which the examples are filed."""
    corpus.out("archive", str(EXAMPLES), *ORGANISATION)
    return corpus
