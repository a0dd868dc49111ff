"""Fuzzes every reader and every parser, for the minutes that were asked for.

    TARGETS x seeds  --hypothesis: changes, and the smallest input that still fails-->   findings
                     --atheris, where it is installed: changes that reach new code-->    findings

Only a refusal may come out, the laws hold for what is read, and no input takes longer than its bound. What is found
is written to ``tests/hostile/cases``, where the tests try it again for ever once it is put right.
"""

import hashlib
import importlib
import importlib.util
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from torture.mutating import mutated
from torture.report import ROOT, Options, Report, progress

CASES: Final = ROOT / "tests" / "hostile" / "cases"
# For one input, on a machine that does other things as well.
SECONDS: Final = 30
_ROUND: Final = 60


def run(options: Options) -> list[Report]:
    """Give each target its share of the time; half of it to atheris, where that is there."""
    from tests.hostile.targets import TARGETS

    guided = importlib.util.find_spec("atheris") is not None
    share = options.minutes * 60 / len(TARGETS) / (1 + guided)
    reports = []
    for target in TARGETS:
        report = Report(f"fuzz: {target}")
        _by_hypothesis(target, share, report)
        if guided and not report.findings:
            _by_atheris(target, share, report)
        reports.append(report)
    return reports


class _FoundError(Exception):
    """A finding, with the input that shows it."""


def _by_hypothesis(target: str, seconds: float, report: Report) -> None:
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from hypothesis import strategies as st

    from tests.hostile.seeds import seeds_of

    seeds = seeds_of(target)
    found: dict[str, bytes] = {}

    def attempt(start: bytes, chance: Any) -> None:
        data = mutated(start, chance)
        report.times += 1
        if what := _tried(target, data):
            found[what] = data
            raise _FoundError(what)

    end = time.monotonic() + seconds
    number = 0
    while time.monotonic() < end and not report.findings:
        number += 1
        progress(f"{target}: {report.times} inputs")
        trial = given(st.sampled_from(seeds), st.randoms(use_true_random=False))(attempt)
        trial = settings(
            max_examples=_ROUND,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
        )(seed(int(time.time()) * 1000 + number)(trial))
        try:
            trial()
        except _FoundError as error:
            report.findings.append(_kept(target, found[str(error)], str(error)))
        except Exception as error:
            # Hypothesis tells apart what came of one input at several times, and findings of several kinds.
            what = next(reversed(found), f"{type(error).__name__}: {error}")
            report.findings.append(_kept(target, found.get(what, b""), what))


def _tried(target: str, data: bytes) -> str:
    from tests.hostile.targets import finding

    try:
        with _bounded():
            return finding(target, data)
    except TimeoutError:
        return f"took more than {SECONDS} s"


@contextmanager
def _bounded() -> Iterator[None]:
    """Stop what goes on for too long."""

    def late(signum: int, frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _kept(target: str, data: bytes, what: str) -> str:
    """Write an input down; how it is named in the report."""
    CASES.mkdir(exist_ok=True)
    name = f"{target.replace(' ', '_').replace(',', '')}-{hashlib.sha256(data).hexdigest()[:8]}"
    (CASES / name).write_bytes(data)
    return f"{what[:300]}  (tests/hostile/cases/{name})"


# Guided by what code is reached: libFuzzer ends its process, so each target has one of its own.


def _by_atheris(target: str, seconds: float, report: Report) -> None:
    from tests.hostile.seeds import seeds_of

    with tempfile.TemporaryDirectory(prefix="libcorpus-fuzz-") as name:
        folder = Path(name)
        (folder / "seeds").mkdir()
        for number, data in enumerate(seeds_of(target)):
            (folder / "seeds" / str(number)).write_bytes(data)
        progress(f"{target}: atheris")
        options = [f"-max_total_time={max(1, round(seconds))}", f"-timeout={SECONDS}", f"-artifact_prefix={folder}/"]
        done = subprocess.run(
            [sys.executable, "-m", "torture.fuzz", target, *options, "-max_len=100000", str(folder / "seeds")],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=seconds + 300,
        )
        report.times += _runs(done.stderr)
        for path in sorted(folder.iterdir()):
            if path.is_file():
                data = path.read_bytes()
                report.findings.append(_kept(target, data, _tried(target, data) or path.name))
        if done.returncode and not report.findings:
            report.findings.append(f"atheris ended with {done.returncode}: {done.stderr[-500:]}")


def _runs(said: str) -> int:
    for line in reversed(said.split("\n")):
        if line.startswith("Done ") and " runs" in line:
            return int(line.split(" ")[1])
    return 0


def main() -> None:
    """Fuzz one target in this process, as libFuzzer's arguments say."""
    atheris: Any = importlib.import_module("atheris")
    target = sys.argv[1]
    with atheris.instrument_imports(include=["libcorpus"]):
        from tests.hostile.targets import finding

    def one(data: bytes) -> None:
        if what := finding(target, data):
            raise AssertionError(what)

    atheris.Setup([sys.argv[0], *sys.argv[2:]], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
