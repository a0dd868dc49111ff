"""What the parts of the torture have in common: options, a report, a line of progress, a corpus to begin with."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
ORGANISATION = ("--organisation", "morgenrot-lindenfurt", "--organisation-name", "Bürgerliste Morgenrot Lindenfurt")


@dataclass(frozen=True, slots=True)
class Options:
    """How hard to try: minutes of fuzzing, and which share of the kill points."""

    minutes: float
    every: int


@dataclass(slots=True)
class Report:
    """What was tried, how often, and what was found."""

    what: str
    times: int = 0
    findings: list[str] = field(default_factory=list)


def progress(words: str) -> None:
    """Show how far it is, on one line; nothing where nobody looks."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)


def environment(home: Path) -> dict[str, str]:
    """A surrounding with an identity and nothing else of the machine's git."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "LIBCORPUS_"))}
    ident = {
        f"GIT_{role}_{part}": "archiv@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
    }
    return {
        **kept,
        **ident,
        "HOME": str(home),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PYTHONPATH": str(ROOT),
        "LIBCORPUS_LANG": "en",
    }


def call(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a person would."""
    code = "from libcorpus.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        timeout=300,
    )


def git(folder: Path, *arguments: str) -> str:
    """What git prints."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment(folder), capture_output=True, text=True, check=True
    )
    return done.stdout


def begun(folder: Path) -> Path:
    """A corpus with two resolutions in it, one of them corrected by nobody yet."""
    folder.mkdir(parents=True)
    for arguments in (
        ("init", "corpus", "--title", "Beschlüsse"),
        ("archive", str(EXAMPLES / "2009-03-14-zusammenleben.txt"), *ORGANISATION),
        ("archive", str(EXAMPLES / "2014-03-22-vielfalt.txt"), *ORGANISATION),
    ):
        done = call(folder, *arguments)
        assert done.returncode == 0, done.stderr
    return folder
