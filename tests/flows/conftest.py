"""A corpus in a fresh git repository, filled with short invented texts."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from libcorpus import Corpus
from libcorpus.flows.filing import ArchiveRequest

SLUG = "ortsverein-sandau"


@dataclass
class Shelf:
    """A corpus and what is filed in it, by agenda number."""

    corpus: Corpus
    folder: Path

    def file(self, title: str, adopted_on: str, text: str, agenda_item: str = "", **fields: str) -> str:
        """File a text without printed numbers; its id."""
        path = self.folder / "texte" / f"{title}-{adopted_on}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{text}\n", "utf-8")
        known = {"title": title, "adopted_on": adopted_on, "agenda_item": agenda_item, "body": "Ortsversammlung"}
        request = ArchiveRequest(organisation=SLUG, organisation_name="Ortsverein Sandau", fields={**known, **fields})
        return str(self.corpus.archive(path, request).id)

    def topic(self, name: str, toml: str) -> None:
        """Put a topic of the corpus in place."""
        path = self.corpus.root / "topics" / f"{name}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(toml, "utf-8")
        self.git("add", "-A")
        self.git("commit", "-qm", f"topics: {name}")

    def git(self, *arguments: str) -> str:
        """What git prints, run as a person would run it."""
        done = subprocess.run(["git", *arguments], cwd=self.corpus.root, capture_output=True, text=True, check=True)
        return done.stdout


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    for variable in ("LIBCORPUS_CORPUS", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Archiv")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "archiv@example.org")
    return Shelf(Corpus.init(tmp_path / "corpus", "Beschlüsse"), tmp_path)
