"""A process that is killed at any moment leaves nothing that the next act cannot finish or take back."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path, PurePosixPath

import pytest

from libcorpus.model.problems import LibcorpusError
from libcorpus.store import journal
from libcorpus.store.acts import Act, perform, settle
from libcorpus.store.repository import Repository
from libcorpus.store.unfinished import JOURNAL
from tests.store.conftest import FOLDER, TEXT, WORDS, correcting, filing, git, hook, state

# Runs an act and kills its whole process group just before the N-th thing it does to the world outside: an audit event
# stands before every file that is opened, renamed or removed, and before every process that is started.
KILLED = """
import os, signal, sys
from pathlib import Path
os.environ["LIBCORPUS_TEST_GROUP"] = str(os.getpgrp())
from libcorpus.store.repository import Repository
from libcorpus.store.acts import perform
from tests.store import conftest
act, folder, limit = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
repository = Repository.containing(folder)
acts = {
    "file": conftest.filing(),
    "correct": conftest.correcting(b"Neu.\\n"),
    "delete": conftest.correcting(None),
    "more": conftest.filing(lines_tsv=b"printed\\n"),
}
EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "subprocess.Popen", "os.scandir"}
seen = 0
def count(event, arguments):
    global seen
    if event in EVENTS:
        seen += 1
        if seen == limit:
            os.killpg(0, signal.SIGKILL)
sys.addaudithook(count)
perform(acts[act], folder, repository, expect_clean=act != "correct")
print(seen)
"""


KILL = 'kill -9 "-$LIBCORPUS_TEST_GROUP"'


def run_killed(act: str, repository: Repository, limit: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", KILLED, act, str(repository.top), str(limit)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        start_new_session=True,
    )


def acts() -> dict[str, Act]:
    return {"file": filing(), "correct": correcting(b"Neu.\n"), "delete": correcting(None)}


def prepared(act: str, repository: Repository) -> None:
    """A repository in which the act can be done, with a user at work in it."""
    if act != "file":
        perform(filing(), repository.top, repository)
    (repository.top / "mine.txt").write_text("mine\n", "utf-8")
    git(repository.top, "add", "mine.txt")
    (repository.top / "mine.txt").write_text("mine, changed\n", "utf-8")
    if act == "correct":
        (repository.top / TEXT).write_bytes(b"Von Hand.\n")


def clean(repository: Repository) -> None:
    """Nothing of the act lies about, and git is whole."""
    left = [path.name for path in repository.git_dir.iterdir() if path.name.startswith((JOURNAL, "libcorpus-message"))]
    assert left == []
    assert not list(repository.git_dir.glob("*.lock")) or [path.name for path in repository.git_dir.glob("*.lock")] == [
        "libcorpus.lock"
    ]
    assert not [path for path in repository.top.rglob(".libcorpus-*") if ".git" not in path.parts]
    git(repository.top, "fsck", "--strict")


def dirty(repository: Repository) -> set[str]:
    out = git(repository.top, "status", "--porcelain", "-z", "--untracked-files=all")
    return {record[3:] for record in os.fsdecode(out).split("\0") if record}


def check_settled(act: str, repository: Repository, before: dict[str, object]) -> bool:
    """After the next act's first step all is as before or all is done; whether it is done."""
    settle(repository)
    clean(repository)
    after = state(repository.top)
    done = after["head"] != before["head"]
    if not done:
        assert after == before
        return False
    for path, content in acts()[act].changes.items():
        file = repository.top / path
        assert (file.read_bytes() if file.exists() else None) == content
    assert dirty(repository) == {"mine.txt"}
    assert git(repository.top, "diff", "--cached", "--name-only").decode().split() == ["mine.txt"]
    return True


# The points are spread over the whole act: from the first file that is looked at to the end.
POINTS = range(2, 60, 9)


@pytest.mark.parametrize("limit", POINTS)
@pytest.mark.parametrize("act", ["file", "correct", "delete"])
def test_an_act_that_was_killed_is_done_or_was_never_begun(act: str, limit: int, repository: Repository) -> None:
    prepared(act, repository)
    before = state(repository.top)
    run = run_killed(act, repository, limit)
    if run.returncode == 0:
        assert int(run.stdout) < limit
        return
    assert run.returncode == -signal.SIGKILL, run.stderr
    if not check_settled(act, repository, before):
        # The work is done once, and as if nothing had happened.
        perform(acts()[act], repository.top, repository, expect_clean=act != "correct")
        assert dirty(repository) == {"mine.txt"}
    subjects = git(repository.top, "log", "--format=%s").decode().split("\n")
    wanted = acts()[act].message.split("\n")[0]
    assert subjects.count(wanted) == 1


# Git's own steps: a hook that kills the group stands at each of them.
MOMENTS = {
    "pre-commit": "index.lock is held",
    "prepare-commit-msg": "the commit is about to be made",
    "commit-msg": "and its message is known",
    "reference-transaction": "HEAD is locked, or has moved",
    "post-index-change": "the index was written",
    "post-commit": "all is done",
}


@pytest.mark.parametrize("name", MOMENTS)
@pytest.mark.parametrize("nth", [1, 2, 3])
@pytest.mark.parametrize("act", ["file", "correct", "delete"])
def test_git_that_was_killed_at_each_of_its_steps(act: str, name: str, nth: int, repository: Repository) -> None:
    prepared(act, repository)
    before = state(repository.top)
    counter = repository.git_dir / "counter"
    # The hook itself is in the group: it tells the group's leader to go, and all with it.
    script = f'echo x >> "{counter}"\nif [ "$(wc -l < "{counter}")" -eq {nth} ]; then {KILL}; fi'
    hook(repository, name, script)
    run = run_killed(act, repository, 100_000)
    (repository.common_dir / "hooks" / name).unlink()
    if run.returncode == 0:
        assert len(counter.read_text().split()) < nth
        return
    assert run.returncode == -signal.SIGKILL, run.stderr
    counter.unlink()
    check_settled(act, repository, before)


def test_what_was_done_is_told(repository: Repository) -> None:
    prepared("file", repository)
    hook(repository, "pre-commit", KILL)
    run_killed("file", repository, 100_000)
    (repository.common_dir / "hooks" / "pre-commit").unlink()
    assert [problem.key for problem in settle(repository)] == ["lock-removed", "act-taken-back"]
    assert settle(repository) == ()


def test_a_git_that_is_still_at_work_is_waited_for(repository: Repository) -> None:
    # Only our own process is killed; its git goes on for a while, and then has done the commit.
    prepared("file", repository)
    hook(repository, "pre-commit", 'kill -9 "$LIBCORPUS_TEST_PARENT"; sleep 1')
    code = "import os; os.environ['LIBCORPUS_TEST_PARENT'] = str(os.getpid())\n" + KILLED
    run = subprocess.run(
        [sys.executable, "-c", code, "file", str(repository.top), "100000"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
    )
    assert run.returncode == -signal.SIGKILL
    assert [problem.key for problem in settle(repository)] == ["act-finished"]
    clean(repository)
    assert dirty(repository) == {"mine.txt"}


def interrupted(repository: Repository) -> None:
    """An act that was killed when its files had been placed and nothing was committed."""
    hook(repository, "pre-commit", KILL)
    assert run_killed("file", repository, 100_000).returncode == -signal.SIGKILL
    (repository.common_dir / "hooks" / "pre-commit").unlink()
    assert (repository.top / TEXT).read_bytes() == WORDS


def test_what_a_person_changed_meanwhile_stays(repository: Repository) -> None:
    interrupted(repository)
    (repository.top / TEXT).write_text("Inzwischen von Hand.\n", "utf-8")
    (repository.top / FOLDER / "notiz.txt").write_text("meine\n", "utf-8")
    keys = [problem.key for problem in settle(repository)]
    assert keys == ["lock-removed", "left-as-is", "act-taken-back"]
    assert (repository.top / TEXT).read_text("utf-8") == "Inzwischen von Hand.\n"
    assert (repository.top / FOLDER / "notiz.txt").read_text("utf-8") == "meine\n"
    assert not (repository.top / FOLDER / "source.pdf").exists()


def test_what_a_person_committed_meanwhile_stays(repository: Repository) -> None:
    interrupted(repository)
    (repository.git_dir / "index.lock").unlink()
    git(repository.top, "add", "-f", ".")
    git(repository.top, "commit", "-qm", "von Hand")
    head = git(repository.top, "rev-parse", "HEAD")
    settle(repository)
    clean(repository)
    assert git(repository.top, "rev-parse", "HEAD") == head
    assert dirty(repository) == set()


def test_a_lock_that_stood_before_the_act_is_not_ours(repository: Repository) -> None:
    interrupted(repository)
    lock = repository.git_dir / "index.lock"
    os.utime(lock, (time.time() - 3600, time.time() - 3600))
    with pytest.raises(LibcorpusError):
        settle(repository)
    assert lock.exists()
    assert (repository.git_dir / JOURNAL).is_dir()


@pytest.mark.parametrize(
    "record",
    [
        b"",
        b"{}",
        b"[]",
        b'{"version": 2}',
        b"\xff",
        json.dumps(
            {
                "version": 1,
                "message": "x",
                "head": None,
                "dirty": {},
                "token": "t",
                "asides": {},
                "written": [{"path": "../../etc/passwd", "old": "", "new": "", "blob": "", "mode": 0, "backup": ""}],
            }
        ).encode(),
    ],
)
def test_a_journal_that_cannot_be_read_is_named_and_nothing_is_touched(record: bytes, repository: Repository) -> None:
    before = state(repository.top)
    (repository.git_dir / JOURNAL).mkdir()
    (repository.git_dir / JOURNAL / "act.json").write_bytes(record)
    for call in (lambda: settle(repository), lambda: perform(filing(), repository.top, repository)):
        with pytest.raises(LibcorpusError) as error:
            call()
        assert error.value.problem.key == "journal-broken"
    (repository.git_dir / JOURNAL / "act.json").unlink()
    (repository.git_dir / JOURNAL).rmdir()
    assert state(repository.top) == before


def test_a_journal_holds_what_stood_and_what_shall(repository: Repository) -> None:
    perform(filing(), repository.top, repository)
    seen: list[journal.Journal | None] = []
    hook(repository, "pre-commit", "cp -r .git/libcorpus-journal ../kept")
    perform(correcting(b"Neu.\n"), repository.top, repository)
    kept = repository.top.parent / "kept"
    (kept.parent / JOURNAL).mkdir()
    kept.rename(kept.parent / JOURNAL / "x")
    (kept.parent / JOURNAL / "x").rename(kept.parent / "libcorpus-kept")
    (kept.parent / JOURNAL).rmdir()
    (kept.parent / "libcorpus-kept").rename(kept.parent / JOURNAL)
    seen.append(journal.find(kept.parent))
    found = seen[0]
    assert found is not None
    assert found.subject == "correct: Integration"
    assert [one.path for one in found.written] == [TEXT]
    assert (found.folder / found.written[0].backup).read_bytes() == WORDS
    assert found.written[0].path == PurePosixPath(TEXT)
