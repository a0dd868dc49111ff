"""A large archive: 2,000 generated resolutions of 200 printed lines each, in 40 assemblies, and ``positions`` over it.

Whole commands as processes, from the start of Python to the last line, with an empty cache, with what the first call
kept, and after a correction of one resolution. The corpus is made up anew from its seed, in a temporary folder.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.bulk import write

ASSEMBLIES, PER_ASSEMBLY, LINES = 40, 50, 200
TOPIC = "feld-1"
RUNS = 5
WANTED = {"nothing cached": "< 3 s", "cached": "< 0.5 s"}


def run(data: Path | None) -> None:
    """Print medians in seconds, and ratios to an empty Python."""
    del data
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        started = time.perf_counter()
        count = write(root, 1, ASSEMBLIES, PER_ASSEMBLY, LINES)
        size = sum(path.stat().st_size for path in (root / "corpus/resolutions").rglob("text.txt"))
        lines = _printed(root)
        print(f"{count} resolutions in {ASSEMBLIES} assemblies, {lines:,} printed lines, {size / 1e6:.1f} MB of words")
        print(f"written and committed in {time.perf_counter() - started:.1f} s\n")
        _report(_times(root))


def _printed(root: Path) -> int:
    return sum(path.read_bytes().count(b"\n") - 1 for path in (root / "corpus/resolutions").rglob("lines.tsv"))


def _times(root: Path) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {"python -c pass": [], "nothing cached": [], "cached": [], "one text changed": []}
    changed = next((root / "corpus/resolutions").glob("*/*/1-*/text.txt"))
    answers = set()
    for turn in range(RUNS):
        cache = root / f"cache-{turn}"
        times["python -c pass"].append(_timed([sys.executable, "-c", "pass"], root, cache)[0])
        for name in ("nothing cached", "cached"):
            seconds, answer = _timed(_command(root), root, cache)
            times[name].append(seconds)
            answers.add(answer)
        words = changed.read_bytes()
        changed.write_bytes(words.replace(b" und ", b" oder ", turn + 1))
        times["one text changed"].append(_timed(_command(root), root, cache)[0])
        subprocess.run(["git", "checkout", "--quiet", "."], cwd=root, check=True)
    if len(answers) != 1:
        raise SystemExit("the same question had several answers")
    print(f"the answer: {next(iter(answers)).count(chr(10)):,} lines\n")
    return times


def _command(root: Path) -> list[str]:
    program = str(Path(sys.executable).with_name("libcorpus"))
    return [program, "--corpus", str(root / "corpus"), "positions", TOPIC]


def _timed(command: list[str], root: Path, cache: Path) -> tuple[float, str]:
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "LIBCORPUS_LANG": "en", "COLUMNS": "100"}
    environment.pop("LIBCORPUS_CACHE", None)
    started = time.perf_counter()
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    seconds = time.perf_counter() - started
    if done.returncode > 1:
        raise SystemExit(done.stderr)
    return seconds, done.stdout


def _report(times: dict[str, list[float]]) -> None:
    print(f"{'positions':20}{'median s':>10}{'min':>8}{'max':>8}{'x python':>10}  wanted")
    for name, own in times.items():
        ratio = statistics.median(a / b for a, b in zip(own, times["python -c pass"], strict=True))
        row = f"{name:20}{statistics.median(own):>10.2f}{min(own):>8.2f}{max(own):>8.2f}{ratio:>10.1f}"
        print(f"{row}  {WANTED.get(name, '')}".rstrip())
