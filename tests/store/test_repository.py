"""Finding a repository whatever its kind, and reading it without running anybody's programs."""

import os
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from libcorpus.model.problems import LibcorpusError
from libcorpus.store.acts import perform
from libcorpus.store.repository import Repository
from tests.store.conftest import FOLDER, SOURCE, TEXT, WORDS, correcting, filing, git


def refused(error: pytest.ExceptionInfo[LibcorpusError]) -> str:
    return error.value.problem.key


# Which repository.


def test_a_folder_belongs_to_the_repository_around_it(repository: Repository) -> None:
    folder = repository.top / "a" / "b"
    folder.mkdir(parents=True)
    assert Repository.containing(folder) == repository
    assert Repository.containing(folder / "not" / "there yet") == repository
    assert repository.relative(folder) == PurePosixPath("a/b")


def test_a_linked_worktree_has_a_git_folder_of_its_own_and_shares_one(repository: Repository, tmp_path: Path) -> None:
    git(repository.top, "worktree", "add", "-q", str(tmp_path / "linked"))
    linked = Repository.containing(tmp_path / "linked")
    assert (linked.top, linked.common_dir) == (tmp_path / "linked", repository.common_dir)
    assert linked.git_dir == repository.git_dir / "worktrees" / "linked"


def test_folder_names_may_hold_anything(tmp_path: Path) -> None:
    folder = tmp_path / "Beschlüsse [alt]\n*"
    repository = Repository.create(folder)
    assert repository.top == folder
    assert repository.git_dir == folder / ".git"


def test_a_folder_without_a_repository(tmp_path: Path) -> None:
    with pytest.raises(LibcorpusError) as error:
        Repository.containing(tmp_path)
    assert refused(error) == "no-repository"


def test_a_bare_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "bare.git")
    with pytest.raises(LibcorpusError) as error:
        Repository.containing(tmp_path / "bare.git")
    assert refused(error) == "bare-repository"


def test_a_folder_of_git_itself(repository: Repository) -> None:
    with pytest.raises(LibcorpusError) as error:
        Repository.containing(repository.git_dir / "hooks")
    assert refused(error) == "inside-git-dir"


def test_a_repository_of_somebody_else(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(LibcorpusError) as error:
        Repository.containing(repository.top)
    assert refused(error) == "dubious-ownership"
    assert f"safe.directory '{repository.top}'" in str(error.value)


def test_without_git_it_says_so(repository: Repository, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from libcorpus.store.repository import Repository\n"
        "from libcorpus.model.problems import LibcorpusError\n"
        "try: Repository.containing(Path(sys.argv[1]))\n"
        "except LibcorpusError as error: print(error.problem.key)"
    )
    environment = os.environ | {"PATH": str(tmp_path), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", code, str(repository.top)], env=environment, capture_output=True)
    assert done.stdout == b"no-git\n", done.stderr


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR"])
def test_a_calling_hook_does_not_lead_elsewhere(
    name: str, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "-q", "other")
    monkeypatch.setenv(name, str(tmp_path / "other" / ".git"))
    assert Repository.containing(repository.top) == repository
    assert repository.head() is not None
    assert os.environ[name] == str(tmp_path / "other" / ".git")


# A new repository.


def test_a_new_repository_keeps_the_branch_name_the_user_wants(tmp_path: Path, home: Path) -> None:
    with (home / ".gitconfig").open("a", encoding="utf-8") as file:
        file.write("[init]\n\tdefaultBranch = stamm\n")
    repository = Repository.create(tmp_path / "new" / "corpus")
    assert git(repository.top, "symbolic-ref", "HEAD") == b"refs/heads/stamm\n"
    assert repository.head() is None
    assert repository.history(PurePosixPath()) == ()


def test_a_new_repository_is_refused_where_something_stands(tmp_path: Path, repository: Repository) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "below", repository.top):
        with pytest.raises(LibcorpusError) as error:
            Repository.create(folder)
        assert refused(error) == "in-the-way"
    assert (tmp_path / "file").read_text("utf-8") == "mine"
    assert repository.head() is not None


def test_without_an_identity_nothing_is_left_of_a_new_repository(tmp_path: Path, home: Path) -> None:
    (home / ".gitconfig").write_text("[user]\n\tuseConfigOnly = true\n", "utf-8")
    with pytest.raises(LibcorpusError) as error:
        Repository.create(tmp_path / "new" / "corpus")
    assert refused(error) == "no-identity"
    assert not (tmp_path / "new").exists()


# Reading.


def test_dirty_names_what_differs(busy: Repository) -> None:
    paths = [PurePosixPath(name) for name in ("staged", "changed", "gone", "removed", "noted", "new file", "my.log")]
    clean = [PurePosixPath(name) for name in (".gitattributes", "nowhere", "nowhere/at/all")]
    assert busy.dirty([*clean, *paths]) == sorted(paths)
    # A folder stands for all that is in it.
    assert set(paths) <= set(busy.dirty([PurePosixPath()]))


def test_author_is_who_git_would_commit_as(repository: Repository) -> None:
    assert repository.author() == ("Zoë Archiv", "zoe@example.org")


def test_history_reads_acts_newest_first(repository: Repository) -> None:
    filed = perform(filing(), repository.top, repository)
    corrected = perform(correcting(b"Neu.\n"), repository.top, repository)
    records = repository.history(TEXT)
    assert [record.commit for record in records] == [corrected, filed]
    assert [record.act for record in records] == ["correct", "archive"]
    assert records[1].subject == "archive: Integration für alle (Mitgliederversammlung, 2020-03-07, TOP 2.13)"
    assert records[1].body == ""
    assert records[1].trailers["Adopted-On"] == ("2020-03-07",)
    assert records[0].author == "Zoë Archiv"
    assert records[0].authored_at[10] == "T"
    assert [record.commit for record in repository.history(SOURCE)] == [filed]
    assert len(repository.history(FOLDER)) == 2


def test_history_is_safe_for_any_message(repository: Repository) -> None:
    message = "Betreff\x1b[2J \x1e\x1f\n\nErster Absatz: ja\n\n---\n\nFixes: a\nFixes: b:\n  c\n"
    git(repository.top, "commit", "-q", "--allow-empty", "--cleanup=verbatim", "-F", "-", data=message.encode())
    git(repository.top, "commit", "-q", "--allow-empty", "--allow-empty-message", "-m", "")
    (repository.top / "file").write_text("x", "utf-8")
    git(repository.top, "add", "file")
    git(repository.top, "commit", "-q", "--cleanup=verbatim", "-F", "-", data=message.encode())
    (record,) = repository.history(PurePosixPath("file"))
    assert record.subject == "Betreff\x1b[2J \x1e\x1f"
    assert record.body == "Erster Absatz: ja\n\n---"
    assert record.trailers == {"Fixes": ("a", "b: c")}
    assert record.act == ""


def test_show_gives_the_exact_bytes_of_then(repository: Repository) -> None:
    filed = perform(filing(), repository.top, repository)
    perform(correcting(b"Neu.\n"), repository.top, repository)
    assert repository.show(filed, TEXT) == WORDS
    assert repository.show("HEAD~1", TEXT) == WORDS
    assert repository.show("HEAD", TEXT) == b"Neu.\n"
    with pytest.raises(LibcorpusError) as error:
        repository.show("HEAD", FOLDER / "lines.tsv")
    assert refused(error) == "not-at-revision"


def test_a_revision_or_a_date(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    dates = ("2021-05-04T23:30:00", "2021-05-05T08:00:00", "2022-01-01T00:00:00")
    commits: list[str | None] = []
    for date in dates:
        monkeypatch.setenv("GIT_COMMITTER_DATE", date)
        git(repository.top, "commit", "-q", "--amend" if not commits else "--allow-empty", "--allow-empty", "-m", date)
        commits.append(repository.head())
    git(repository.top, "tag", "-a", "-m", "x", "v1", "HEAD~1")
    asked = ("HEAD", "main", "v1", "2021-05-04", "2021-05", "2021", "2021-05-05T07:59:59", "2030-12-31")
    answers = [commits[2], commits[2], commits[1], commits[0], commits[1], commits[1], commits[0], commits[2]]
    assert [repository.revision_at(text) for text in asked] == answers
    git(repository.top, "tag", "2021-05-04", "HEAD")
    assert repository.revision_at("2021-05-04") == commits[2]
    with pytest.raises(LibcorpusError) as error:
        repository.revision_at("2019-12-31")
    assert refused(error) == "nothing-archived-yet"


@pytest.mark.parametrize("text", ["", "--all", "-1", "--output=x", "HEAD..HEAD", "^HEAD", "nobody", "a\nb", "2020-13"])
def test_what_is_no_revision(text: str, repository: Repository) -> None:
    with pytest.raises(LibcorpusError) as error:
        repository.revision_at(text)
    assert refused(error) == "bad-revision"


def test_tracked(busy: Repository) -> None:
    names = {"staged": True, "gone": True, "removed": False, "new file": False, "nowhere": False, "sta*": False}
    assert {name: busy.tracked(PurePosixPath(name)) for name in names} == names


def test_reading_runs_no_configured_program(repository: Repository, tmp_path: Path) -> None:
    filed = perform(filing(), repository.top, repository)
    program, ran = tmp_path / "program", tmp_path / "ran"
    program.write_text(f"#!/bin/sh\necho $0 >> '{ran}'\n", "utf-8")
    program.chmod(0o755)
    (repository.top / ".git" / "info" / "attributes").write_text("* diff=evil\n", "utf-8")
    for key in (
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "diff.evil.textconv",
        "diff.evil.command",
        "gpg.program",
    ):
        git(repository.top, "config", key, str(program))
    git(repository.top, "config", "log.showSignature", "true")
    git(repository.top, "config", "color.ui", "always")
    git(repository.top, "config", "log.follow", "true")
    (record,) = repository.history(TEXT)
    assert record.commit == filed
    assert repository.show("HEAD", TEXT) == WORDS
    assert repository.dirty([TEXT]) == []
    assert not ran.exists()
