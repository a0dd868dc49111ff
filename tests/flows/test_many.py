"""Many sources at once: in order, in several processes, with what is committed staying whatever comes after."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from libcorpus.corpus import Corpus
from libcorpus.flows.filing import ArchiveRequest
from libcorpus.flows.many import FILED, REFUSED, SKIPPED, Job, Row, file_many, prepare_one
from libcorpus.flows.workers import in_order
from libcorpus.model.problems import AlreadyFiledError, LibcorpusError, Problem
from libcorpus.readers.numbered import NumberedText

TEXT = """Beschluss Platz {number}

Gremium: Rat
Beschlussdatum: {date}

Text

1 Auf Platz {number} in Lindenfurt stehen {number} Bänke.
"""


def text(number: int) -> str:
    return TEXT.format(number=number, date=f"{1 + number % 28:02}.{1 + number % 12:02}.2001")


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Archiv")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "archiv@example.org")
    return Corpus.init(tmp_path / "corpus", "Beschlüsse", "rat", "Rat")


def sources(folder: Path, count: int) -> list[Path]:
    folder.mkdir()
    paths = [folder / f"{number:04}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(text(number), encoding="utf-8")
    return paths


def subjects(corpus: Corpus) -> list[str]:
    done = subprocess.run(["git", "log", "--format=%s"], cwd=corpus.root, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_rows_come_in_the_order_of_the_files(corpus: Corpus, tmp_path: Path) -> None:
    paths = sources(tmp_path / "viele", 30)
    paths[7].write_bytes(b"\x00\x01")
    paths[11].write_text(text(3), encoding="utf-8")
    paths[12].unlink()
    rows = list(corpus.archive_all(paths, ArchiveRequest()))
    assert [row.path for row in rows] == paths
    states = {number: row.state for number, row in enumerate(rows) if row.state != FILED}
    assert states == {7: REFUSED, 11: SKIPPED, 12: REFUSED}
    assert rows[11].filed_as == str(rows[3].receipt.id if rows[3].receipt else "")
    assert [problem.key for problem in rows[12].problems] == ["unreadable"]
    assert len(list(corpus)) == 27
    assert {row.state for row in corpus.archive_all(paths[:7], ArchiveRequest())} == {SKIPPED}


def test_what_is_committed_stays_when_the_rest_is_interrupted(corpus: Corpus, tmp_path: Path) -> None:
    """A batch is written as soon as it is full, before the next is read to its end."""
    paths = sources(tmp_path / "viele", 620)
    rows: list[Row] = []
    found = corpus.archive_all(paths, ArchiveRequest())
    for row in found:
        rows.append(row)
        if len(rows) == 500:
            break
    found.close()  # type: ignore[attr-defined]
    assert subjects(corpus)[0] == "archive: 500 resolutions"
    assert {row.receipt.commit for row in rows if row.receipt} != {""}
    again = list(corpus.archive_all(paths, ArchiveRequest()))
    assert [row.state for row in again] == [SKIPPED] * 500 + [FILED] * 120
    assert subjects(corpus)[0] == "archive: 120 resolutions"


def test_a_dry_run_writes_nothing(corpus: Corpus, tmp_path: Path) -> None:
    rows = list(corpus.archive_all(sources(tmp_path / "viele", 12), ArchiveRequest(), dry_run=True))
    assert [row.state for row in rows] == [FILED] * 12
    assert list(corpus) == []
    assert len(subjects(corpus)) == 1


def test_a_commit_that_git_refuses_leaves_the_earlier_ones(corpus: Corpus, tmp_path: Path) -> None:
    paths = sources(tmp_path / "viele", 510)
    job = Job(corpus.layout, ArchiveRequest(), known={})
    performed = corpus._performer()
    calls: list[str] = []

    def perform(**act: object) -> str:
        calls.append(str(act["subject"]))
        if len(calls) == 2:
            hook = corpus.root / ".git" / "hooks" / "pre-commit"
            hook.write_text("#!/bin/sh\nexit 1\n")
            hook.chmod(0o755)
        return performed(**act)

    rows: list[Row] = []

    def run() -> None:
        for row in file_many(paths, job, perform):
            rows.append(row)

    with pytest.raises(LibcorpusError):
        run()
    assert len(rows) == len(list(corpus)) == 500


# Processes.


def square(number: int) -> int:
    return number * number


def dies(number: int, *, of: frozenset[int]) -> int:
    if number in of:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def crashed(number: int) -> int:
    return -number


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_are_in_order(workers: int) -> None:
    assert list(in_order(list(range(200)), square, crashed, workers)) == [number**2 for number in range(200)]


@pytest.mark.parametrize("of", [{0}, {9}, {3, 4}, {0, 5, 9}])
def test_a_process_that_dies_costs_its_own_item_alone(of: set[int]) -> None:
    job: Callable[[int], int] = partial(dies, of=frozenset(of))
    found = list(in_order(list(range(10)), job, crashed, 2))
    assert found == [-number if number in of else number for number in range(10)]


def test_no_process_is_left_when_the_caller_stops() -> None:
    # Readers of other tests may wait in processes of their own.
    before = set(_children(os.getpid()))
    found: Iterator[int] = in_order(list(range(500)), square, crashed, 2)
    assert next(found) == 0
    assert len(set(_children(os.getpid())) - before) == 2
    found.close()  # type: ignore[attr-defined]
    assert not set(_children(os.getpid())) - before


def test_no_process_is_left_when_the_caller_is_killed(tmp_path: Path) -> None:
    code = (
        "import sys, time\n"
        "from libcorpus.flows.workers import in_order\n"
        "found = in_order(list(range(9)), time.sleep, str, 2)\n"
        "next(found); print('ready', flush=True); next(found)\n"
    )
    # Waits for an item that takes long, and is killed meanwhile.
    code = code.replace("list(range(9))", "[0, 60, 60, 60]")
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as caller:
        assert caller.stdout is not None
        assert caller.stdout.readline() == "ready\n"
        workers = _children(caller.pid)
        assert workers
        caller.kill()
    for _ in range(100):
        if not any(Path(f"/proc/{one}").exists() for one in workers):
            break
        time.sleep(0.1)
    assert not any(Path(f"/proc/{one}").exists() for one in workers)


def _children(pid: int) -> list[int]:
    task = Path(f"/proc/{pid}/task/{pid}/children")
    if not task.exists():
        pytest.skip("no /proc here")
    return [int(one) for one in task.read_text().split()]


def test_problems_survive_the_way_between_processes(tmp_path: Path) -> None:
    import pickle

    problem = Problem.of("margin-gap", "a.txt:3", "4 Wort", seen=4, expected=3)
    error = AlreadyFiledError(problem, "rat/2020/wege")
    again = pickle.loads(pickle.dumps(error))
    assert (again.problem, again.resolution_id, str(again)) == (problem, "rat/2020/wege", str(error))
    assert isinstance(again, AlreadyFiledError)


def test_a_fault_of_ours_in_one_file_does_not_stop_the_others(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = NumberedText.read

    def read(self: NumberedText, data: bytes, *rest: Any) -> Any:
        if b"Platz 3 " in data:
            raise ZeroDivisionError("drei")
        return old(self, data, *rest)

    monkeypatch.setattr(NumberedText, "read", read)
    rows = list(corpus.archive_all(sources(tmp_path / "viele", 6), ArchiveRequest()))
    assert [row.state for row in rows] == [FILED] * 3 + [REFUSED] + [FILED] * 2
    assert [(one.key, one.values["why"]) for one in rows[3].problems] == [("reading-fault", "drei")]


def test_one_source_is_prepared_without_any_process(corpus: Corpus, tmp_path: Path) -> None:
    (path,) = sources(tmp_path / "eine", 1)
    outcome = prepare_one(path, Job(corpus.layout, ArchiveRequest(), known={}))
    assert [getattr(part, "receipt", None) is not None for part in outcome.parts] == [True]
