"""A command that was killed: ``check`` names it, the next command that writes puts it right, and it is done once."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from libcorpus.cli.app import COMMANDS, WRITES
from tests.cli.conftest import ORGANISATION, ROOT, TRANSCRIPT, Session

KILL = 'kill -9 "-$LIBCORPUS_TEST_GROUP"'
PROGRAM = "import os; os.environ['LIBCORPUS_TEST_GROUP'] = str(os.getpgrp())\nfrom libcorpus.cli import main; main()"


def killed(session: Session, moment: str, *arguments: str) -> None:
    """Run a command whose git is killed with it, by a hook."""
    top = Path(session.git("-C", "corpus", "rev-parse", "--show-toplevel").strip())
    hook = top / ".git" / "hooks" / moment
    hook.write_text(f"#!/bin/sh\n{KILL}\n", "utf-8")
    hook.chmod(0o755)
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=session.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        start_new_session=True,
    )
    hook.unlink()
    assert run.returncode == -signal.SIGKILL, run.stderr


def commits(session: Session) -> list[str]:
    return session.git("-C", "corpus", "log", "--format=%s").split("\n")[:-1]


@pytest.mark.parametrize("moment", ["pre-commit", "reference-transaction", "post-commit"])
def test_archive_again_after_it_was_killed(moment: str, corpus: Session) -> None:
    session = corpus
    file = session.write("kurse.txt", TRANSCRIPT)
    before = commits(session)
    killed(session, moment, "archive", file, *ORGANISATION)

    code, out, _ = session("check")
    assert code == 0
    _, _, remarks = session("--lang", "de", "check")
    assert "ein Vorgang wurde unterbrochen und ist halb fertig: archive: " in remarks
    assert "not-committed" not in remarks

    code, out, told = session("archive", file, *ORGANISATION)
    made = len(commits(session)) - len(before)
    assert made == 1, commits(session)
    if "act-taken-back" in told:
        assert code == 0
        assert "filed as" in out
    else:
        # Its commit had been made: filing it again is refused, for it is there.
        assert "act-finished" in told
        assert "already-filed" in told
    assert session("check")[0] == 0
    assert session.git("-C", "corpus", "status", "--porcelain") == ""


def test_a_dry_run_settles_nothing(corpus: Session) -> None:
    session = corpus
    file = session.write("kurse.txt", TRANSCRIPT)
    killed(session, "pre-commit", "archive", file, *ORGANISATION)
    before = session.git("-C", "corpus", "status", "--porcelain", "-uall")
    session("archive", file, *ORGANISATION, "--dry-run")
    session("list")
    assert session.git("-C", "corpus", "status", "--porcelain", "-uall") == before


def test_every_command_is_one_that_writes_or_one_that_only_reads() -> None:
    reading = {
        *("init", "read", "list", "show", "cite", "search", "diff", "where", "origin", "positions", "topics"),
        *("beschlusslage", "novelty", "history", "check"),
    }
    assert not reading & WRITES
    assert set(COMMANDS) <= reading | WRITES


def test_what_is_left_of_a_repository_that_was_being_made_is_removed(session: Session) -> None:
    (session.folder / "corpus/.libcorpus-init-abc/.git").mkdir(parents=True)
    session.out("init", "corpus")
    assert session("check")[0] == 0
    assert not list((session.folder / "corpus").glob(".libcorpus-*"))
