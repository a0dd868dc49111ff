"""Whole commands, timed as processes in turns: A B C A B C …, so that a slow minute hits all alike."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNS = 15
IDENTITY = {
    f"GIT_{role}_{key}": value
    for role in ("AUTHOR", "COMMITTER")
    for key, value in (("NAME", "Bench"), ("EMAIL", "bench@example.org"))
}
# What issues ask for, in milliseconds on a quiet machine.
WANTED = {"--help": 100, "archive the sample": 250, "diff of two filed": 200}


def run(data: Path | None) -> None:
    """Print medians, and ratios to an empty Python and to git diff --word-diff."""
    del data
    with tempfile.TemporaryDirectory() as folder:
        commands = _commands(Path(folder))
        times: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(RUNS + 1):
            for name, (prepare, command) in commands.items():
                if prepare:
                    subprocess.run(prepare, check=True, env=_environment(), cwd=folder, stdout=subprocess.DEVNULL)
                started = time.perf_counter()
                subprocess.run(command, env=_environment(), cwd=folder, capture_output=True)
                if turn:
                    times[name].append(1000 * (time.perf_counter() - started))
        _report(times)


def _environment() -> dict[str, str]:
    return {**os.environ, **IDENTITY, "GIT_CONFIG_NOSYSTEM": "1", "LIBCORPUS_LANG": "en"}


def _commands(folder: Path) -> dict[str, tuple[list[str] | None, list[str]]]:
    """Name to what has to be done before each run, and what is timed."""
    program = [str(Path(sys.executable).with_name("libcorpus"))]
    sample = next((ROOT / "corpus/resolutions").glob("*/*/*/source.txt"))
    shutil.copy(sample, folder / "sample.txt")
    # The texts themselves, where git finds no repository and no attributes.
    shutil.copytree(ROOT / "examples", folder / "examples")
    _filed(folder / "two", program, [str(folder / "examples")])
    texts = sorted((folder / "two/corpus/resolutions").glob("*/*/*/text.txt"))
    organisation = ["--organisation", "bench", "--organisation-name", "Bench"]
    fresh = ["sh", "-c", f"rm -rf one && mkdir one && {program[0]} init one/corpus"]
    two = ["--corpus", str(folder / "two")]
    return {
        "python -c pass": (None, [sys.executable, "-c", "pass"]),
        "git diff --word-diff": (None, ["git", "diff", "--no-index", "--word-diff", str(texts[0]), str(texts[1])]),
        "--help": (None, [*program, "--help"]),
        "list": (None, [*program, *two, "list"]),
        "show": (None, [*program, *two, "show", "@2014"]),
        "archive the sample": (fresh, [*program, "--corpus", "one", "archive", "sample.txt", *organisation]),
        "diff of two filed": (None, [*program, *two, "diff", "@2009", "@2014"]),
        "positions": (None, [*program, *two, "positions", "integration"]),
    }


def _filed(folder: Path, program: list[str], files: list[str]) -> None:
    folder.mkdir()
    for command in (
        ["init", "corpus"],
        ["archive", *files, "--organisation", "bench", "--organisation-name", "Bench"],
    ):
        subprocess.run([*program, *command], check=True, cwd=folder, env=_environment(), stdout=subprocess.DEVNULL)


def _report(times: dict[str, list[float]]) -> None:
    print(f"{'command':24}{'median ms':>10}{'min':>8}{'max':>8}{'x python':>10}{'x git':>8}  wanted")
    for name, own in times.items():
        python = statistics.median(a / b for a, b in zip(own, times["python -c pass"], strict=True))
        git = statistics.median(a / b for a, b in zip(own, times["git diff --word-diff"], strict=True))
        wanted = f"< {WANTED[name]} ms" if name in WANTED else ""
        median = statistics.median(own)
        print(f"{name:24}{median:>10.0f}{min(own):>8.0f}{max(own):>8.0f}{python:>10.1f}{git:>8.1f}  {wanted}")
