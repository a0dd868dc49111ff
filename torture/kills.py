"""Kills the program, with its whole process group, before each thing it does to the world outside.

    archive, killed before operation 1, 2, 3, …  ->  check: a remark at most  ->  archive again  ->  done once, clean

The points are those of Python's audit events (each file that is opened, renamed or removed, each process that is
started) and the steps of git at which it calls a hook. None of them is left to chance.
"""

import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from torture.report import EXAMPLES, ORGANISATION, Options, Report, begun, call, environment, git, progress

# Everything is imported and warm before the counting begins: what counts is the command itself.
_PROGRAM = """
import os, signal, sys
os.environ["LIBCORPUS_TEST_GROUP"] = str(os.getpgrp())
from libcorpus.cli import run
limit, warm, arguments = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
import libcorpus.store.acts, libcorpus.flows.filing, libcorpus.flows.changing, libcorpus.flows.many
import libcorpus.cli.app, libcorpus.cli.filing, libcorpus.cli.changing, libcorpus.text.sentences
if warm:
    devnull = open(os.devnull, "w")
    sys.stdout, kept = devnull, sys.stdout
    run(["--corpus", "corpus", "list"])
    sys.stdout = kept
EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.scandir", "os.listdir",
          "subprocess.Popen", "shutil.rmtree", "tempfile.mkstemp", "tempfile.mkdtemp"}
seen = 0
def count(event, values):
    global seen
    if event in EVENTS:
        seen += 1
        if seen == limit:
            os.killpg(0, signal.SIGKILL)
sys.addaudithook(count)
code = run(arguments)
print(f"\\n{seen}", flush=True)
os._exit(code)
"""
_HOOKS = ("pre-commit", "prepare-commit-msg", "commit-msg", "reference-transaction", "post-index-change", "post-commit")
_MANY = 100_000


@dataclass(frozen=True, slots=True)
class Case:
    """A command to be killed. ``again``: exit codes that a second run may end with, once the work is done."""

    name: str
    arguments: tuple[str, ...]
    prepare: Callable[[Path], None] = lambda folder: None
    again: tuple[int, ...] = (0, 2)
    fresh: bool = False


def _edited(folder: Path) -> None:
    text = next((folder / "corpus/resolutions").rglob("2014-*/*/text.txt"))
    text.write_text(text.read_text("utf-8").replace("Einwohner", "Einwohnende", 1), "utf-8", newline="")


CASES = (
    Case("archive", ("archive", str(EXAMPLES / "2019-11-16-vielfalt-und-teilhabe.txt"), *ORGANISATION)),
    Case("archive two", ("archive", *map(str, sorted(EXAMPLES.glob("201[69]*.txt"))), *ORGANISATION)),
    Case("describe", ("describe", "2014", "votes=einstimmig", "--reason", "Protokoll")),
    Case("correct", ("correct", "2014", "--reason", "Abschrift"), _edited),
    Case("organisation", ("organisation", "morgenrot-lindenfurt", "name=Morgenrot", "--reason", "Umbenennung")),
    Case("init", ("init", "corpus", "--title", "Beschlüsse"), fresh=True),
)


def run(options: Options) -> list[Report]:
    """Kill each command at each of its points."""
    with tempfile.TemporaryDirectory(prefix="libcorpus-torture-") as name:
        base = Path(name)
        begun(base / "begun")
        (base / "fresh").mkdir()
        return [_killed(case, base, options) for case in CASES] + [_recovering(base, options)]


def _killed(case: Case, base: Path, options: Options) -> Report:
    report = Report(f"kill points: {case.name}")
    length = _length(case, base)
    points = [("", limit) for limit in range(1, length + 1, options.every)]
    points += [(hook, nth) for hook in _HOOKS for nth in (1, 2, 3)]
    for number, (hook, nth) in enumerate(points, start=1):
        progress(f"{case.name}: {number} of {len(points)}, {len(report.findings)} findings")
        folder = _copy(case, base)
        if _kill(case, folder, hook, nth):
            report.times += 1
            where = f"{hook or 'operation'} {nth}"
            report.findings += [f"{where}: {finding}" for finding in _left(case, folder)]
    return report


def _copy(case: Case, base: Path) -> Path:
    folder = base / "work"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(base / ("fresh" if case.fresh else "begun"), folder, symlinks=True)
    case.prepare(folder)
    return folder


def _length(case: Case, base: Path) -> int:
    """How many operations the command has."""
    done = _start(case, _copy(case, base), _MANY)
    assert done.returncode == 0, done.stderr
    return int(done.stdout.rstrip().rpartition("\n")[2])


def _start(case: Case, folder: Path, limit: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(limit), "" if case.fresh else "warm", *case.arguments],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        start_new_session=True,
        timeout=120,
    )


def _kill(case: Case, folder: Path, hook: str, nth: int) -> bool:
    """Run the command and kill it; whether it came so far."""
    if not hook:
        return _start(case, folder, nth).returncode == -signal.SIGKILL
    # A hook of the machine: init makes its repository only in the course of the act.
    hooks = folder.parent / "hooks"
    shutil.rmtree(hooks, ignore_errors=True)
    hooks.mkdir()
    counter = hooks / "counter"
    test = f'[ "$(wc -l < "{counter}")" -eq {nth} ]'
    (hooks / hook).write_text(f'#!/bin/sh\necho x >> "{counter}"\n{test} && kill -9 "-$LIBCORPUS_TEST_GROUP"\nexit 0\n')
    (hooks / hook).chmod(0o755)
    (folder / ".gitconfig").write_text(f"[core]\n\thooksPath = {hooks}\n", "utf-8")
    done = _start(case, folder, _MANY)
    (folder / ".gitconfig").unlink()
    return done.returncode == -signal.SIGKILL


def _left(case: Case, folder: Path) -> Iterator[str]:
    """What is wrong after a kill: before anything is put right, and after the command was given again."""
    if (folder / "corpus/corpus.toml").exists():
        seen = call(folder, "check")
        # What a person has edited for a correction is a finding before the act as well.
        if seen.returncode != 0 and not (case.name == "correct" and seen.returncode == 1):
            yield f"check before: {seen.returncode} {seen.stdout[-300:]} {seen.stderr[-600:]}"
    again = call(folder, *case.arguments)
    if again.returncode not in case.again:
        yield f"again: {again.returncode} {again.stderr[-600:]}"
    seen = call(folder, "check")
    if seen.returncode != 0 or "interrupted" in seen.stderr:
        yield f"check after: {seen.returncode} {seen.stdout[-300:]} {seen.stderr[-600:]}"
    yield from _git(case, folder)


def _git(case: Case, folder: Path) -> Iterator[str]:
    corpus = folder / "corpus"
    top = Path(git(corpus, "rev-parse", "--show-toplevel").strip())
    if status := git(corpus, "status", "--porcelain", "-uall", "--ignored"):
        yield f"status: {status}"
    subjects = git(corpus, "log", "--format=%s").split("\n")[:-1]
    if len(subjects) != len(set(subjects)):
        yield f"done twice: {subjects}"
    wanted = {"archive two": 2, "init": 1}.get(case.name, 4)
    if case.name not in ("archive two",) and len(subjects) != wanted:
        yield f"commits: {subjects}"
    left = [path.name for path in (top / ".git").iterdir() if path.name.startswith("libcorpus-")]
    if left:
        yield f"left in .git: {left}"
    subprocess.run(["git", "fsck", "--strict"], cwd=corpus, check=True, capture_output=True)


def _recovering(base: Path, options: Options) -> Report:
    """Kill the putting right as well, at each of its points, and put that right."""
    report = Report("kill points: putting right")
    case = CASES[0]
    for limit in range(1, _MANY, options.every):
        folder = _copy(case, base)
        if not _kill(case, folder, "pre-commit", 1):
            raise AssertionError("the act was not interrupted")
        second = _start(Case("describe", CASES[2].arguments), folder, limit)
        if second.returncode == 0:
            break
        progress(f"putting right: {limit}, {len(report.findings)} findings")
        report.times += 1
        report.findings += [f"operation {limit}: {finding}" for finding in _after_two(folder)]
    return report


def _after_two(folder: Path) -> Iterator[str]:
    call(folder, *CASES[2].arguments)
    done = call(folder, *CASES[0].arguments)
    if done.returncode not in (0, 2):
        yield f"again: {done.returncode} {done.stderr[-600:]}"
    seen = call(folder, "check")
    if seen.returncode != 0 or "interrupted" in seen.stderr:
        yield f"check after: {seen.stdout[-300:]} {seen.stderr[-600:]}"
    if status := git(folder / "corpus", "status", "--porcelain", "-uall"):
        yield f"status: {status}"
    subjects = git(folder / "corpus", "log", "--format=%s").split("\n")[:-1]
    if len(subjects) != len(set(subjects)) or len(subjects) != 5:
        yield f"commits: {subjects}"
