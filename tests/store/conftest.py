"""Real git in temporary folders, with a home of its own; the state of a repository, byte for byte."""

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from libcorpus.store.acts import Act
from libcorpus.store.layout import ATTRIBUTES
from libcorpus.store.repository import Repository

FOLDER = PurePosixPath("resolutions/partei/2020-03-07/2.13-integration")
TEXT = FOLDER / "text.txt"
SOURCE = FOLDER / "source.pdf"
# Nothing of an act stays in the git folder but its lock file, which is empty and stays for the next.
LEFT = re.compile(r"libcorpus-.*|(?!libcorpus\.).*\.lock")
WORDS = "Für *innen.\r\n  Größe\x0c 5 €\u2028\n".encode()


def git(folder: Path, *arguments: str, data: bytes = b"", check: bool = True) -> bytes:
    """What git prints, run as a person would run it."""
    done = subprocess.run(["git", *arguments], cwd=folder, input=data, capture_output=True)
    assert not check or done.returncode == 0, done.stderr.decode()
    return done.stdout


def hook(repository: Repository, name: str, script: str) -> None:
    """Put a shell script in place as a hook."""
    path = repository.common_dir / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)


def state(folder: Path) -> dict[str, Any]:
    """All that an act must not change: branch, history, index entries, what is staged, files with bytes and modes."""
    top = Path(os.fsdecode(git(folder, "rev-parse", "--show-toplevel")).removesuffix("\n"))
    git_dir = Path(os.fsdecode(git(folder, "rev-parse", "--absolute-git-dir")).removesuffix("\n"))
    files = [path for path in sorted(top.rglob("*")) if ".git" not in path.relative_to(top).parts]
    return {
        "branch": git(top, "symbolic-ref", "-q", "HEAD", check=False),
        "head": git(top, "rev-parse", "-q", "--verify", "HEAD", check=False),
        "index": git(top, "ls-files", "-s", "-t", "-v", "-z"),
        "staged": git(top, "diff", "--cached", "--raw", "--no-abbrev", "-z"),
        "status": git(top, "status", "--porcelain=v2", "-z", "-uall", "--ignored"),
        "files": {path: (path.lstat().st_mode, path.read_bytes() if path.is_file() else None) for path in files},
        "left": sorted(path.name for path in git_dir.iterdir() if LEFT.fullmatch(path.name)),
    }


def filing(**files: bytes) -> Act:
    """An act that files a small resolution; further files by name with ``_`` for a dot."""
    changes = {TEXT: WORDS, SOURCE: b"%PDF\r\n\x00\xff"}
    changes |= {FOLDER / name.replace("_", "."): content for name, content in files.items()}
    trailers = (("Resolution", "partei/2020-03-07/2.13-integration"), ("Adopted-On", "2020-03-07"))
    subject = "Integration für alle (Mitgliederversammlung, 2020-03-07, TOP 2.13)"
    return Act("archive", subject, trailers, dict(changes), creates=frozenset(changes))


def correcting(content: bytes | None, path: PurePosixPath = TEXT) -> Act:
    """An act that changes one file that is there, or deletes it."""
    return Act("correct", "Integration", (("Resolution", "partei/2020-03-07/2.13-integration"),), {path: content})


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with an identity and nothing else, whatever the machine has."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / ".gitconfig").write_text("[user]\n\tname = Zoë Archiv\n\temail = zoe@example.org\n", "utf-8")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return folder


@pytest.fixture
def unborn(tmp_path: Path) -> Repository:
    """A repository without a commit."""
    git(tmp_path, "init", "-q", "-b", "main", "own")
    return Repository.containing(tmp_path / "own")


@pytest.fixture
def repository(unborn: Repository) -> Repository:
    """A repository with a corpus at its top and one commit."""
    (unborn.top / ".gitattributes").write_text(ATTRIBUTES, "utf-8")
    git(unborn.top, "add", ".")
    git(unborn.top, "commit", "-qm", "init")
    return unborn


@pytest.fixture
def busy(repository: Repository) -> Repository:
    """A repository whose user has staged, changed, deleted, added and ignored files of all kinds."""
    top = repository.top
    for name in ("staged", "changed", "both", "gone", "removed", "noted"):
        (top / name).write_text(f"{name}\n", "utf-8")
    git(top, "add", "staged", "changed", "both", "gone", "removed")
    git(top, "commit", "-qm", "mine")
    for name in ("staged", "both"):
        (top / name).write_text("staged now\n", "utf-8")
    git(top, "add", "staged", "both")
    for name in ("changed", "both"):
        (top / name).write_text("changed now\n", "utf-8")
    (top / "gone").unlink()
    git(top, "rm", "-q", "removed")
    git(top, "add", "-N", "noted")
    (top / "staged").chmod(0o755)
    (top / ".gitignore").write_text("*.pdf\n*.log\n", "utf-8")
    (top / "my.log").write_text("log\n", "utf-8")
    (top / "new file").write_text("new\n", "utf-8")
    return repository


@pytest.fixture
def unchanged() -> Callable[[Repository], Callable[[], None]]:
    """Remember the state of a repository, and assert later that it is that."""

    def remember(repository: Repository) -> Callable[[], None]:
        before = state(repository.top)

        def compare() -> None:
            assert state(repository.top) == before

        return compare

    return remember
