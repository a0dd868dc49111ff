"""An act is one commit of exactly its files, or everything is as it was: on real repositories of every kind."""

import os
import re
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from libcorpus.model.problems import LibcorpusError
from libcorpus.store.acts import ACTS, LOCK, Act, perform
from libcorpus.store.committing import ready
from libcorpus.store.layout import ATTRIBUTES
from libcorpus.store.repository import Repository
from tests.store.conftest import FOLDER, SOURCE, TEXT, WORDS, correcting, filing, git, hook, state

Unchanged = Callable[[Repository], Callable[[], None]]


def held(repository: Repository, commit: str, prefix: str = "") -> dict[str, bytes]:
    """The files a commit changed, with their bytes, as git shows them."""
    out = git(repository.top, "show", "--no-ext-diff", "-z", "--name-only", "--format=", commit)
    names = os.fsdecode(out).split("\0")
    return {
        name.removeprefix(prefix): git(repository.top, "cat-file", "blob", f"{commit}:{name}") for name in names if name
    }


def expected(act: Act) -> dict[str, bytes]:
    return {str(path): content for path, content in act.changes.items() if content is not None}


def trailers(repository: Repository, commit: str = "HEAD") -> str:
    message = git(repository.top, "log", "-1", "--format=%B", commit)
    return git(repository.top, "interpret-trailers", "--parse", data=message).decode()


def refusing(key: str, act: Act, repository: Repository, root: Path | None = None) -> LibcorpusError:
    with pytest.raises(LibcorpusError) as error:
        perform(act, root or repository.top, repository)
    assert error.value.problem.key == key, str(error.value)
    return error.value


# The message.


def test_a_message_has_a_subject_a_body_and_trailers(repository: Repository) -> None:
    act = Act(
        "correct", "Titel\n mit   Umbruch", (("Resolution", "a/b"),), {TEXT: b""}, "Grund: so\n\n---\nmehr\x1b\r\n"
    )
    assert act.message == (
        "correct: Titel mit Umbruch\n\nGrund: so\n\n ---\nmehr\\x1b\n\nAct: correct\nResolution: a/b\n"
    )
    parsed = git(repository.top, "interpret-trailers", "--parse", data=act.message.encode())
    assert parsed == b"Act: correct\nResolution: a/b\n"


@pytest.mark.parametrize(
    "trailer", [("Resolution", "a\nAct: seal"), ("Key:", "a"), ("", "a"), ("Key", " "), ("K", "\x1b")]
)
def test_what_cannot_be_a_trailer(trailer: tuple[str, str]) -> None:
    with pytest.raises(LibcorpusError) as error:
        Act("archive", "x", (trailer,), {})
    assert error.value.problem.key == "bad-trailer"


@pytest.mark.parametrize(
    "path", ["/etc/x", "../x", "a/../../x", ".git/config", "a/.GIT/x", "a/.git./x", "git~1/x", "."]
)
def test_paths_that_leave_the_corpus(path: str) -> None:
    with pytest.raises(LibcorpusError) as error:
        Act("archive", "x", (), {PurePosixPath(path): b""})
    assert error.value.problem.key == "path-outside"


def test_only_acts_of_the_table() -> None:
    assert len(ACTS) == 8
    with pytest.raises(ValueError, match="no such act"):
        Act("delete", "x", (), {})


# Every kind of repository.


def settings(repository: Repository, **values: str) -> None:
    for key, value in values.items():
        git(repository.top, "config", key.replace("_", "."), value)


def on_an_odd_branch(repository: Repository) -> None:
    git(repository.top, "checkout", "-q", "-b", "büro/ablage-2020")


def detached(repository: Repository) -> None:
    git(repository.top, "checkout", "-q", "--detach")


def with_an_ignore_file(repository: Repository) -> None:
    (repository.top / ".gitignore").write_text("*.pdf\nresolutions/\n", "utf-8")


def with_autocrlf(repository: Repository) -> None:
    settings(repository, core_autocrlf="true", core_eol="crlf", core_safecrlf="true")


def with_odd_settings(repository: Repository) -> None:
    (repository.top / ".git" / "template").write_text("# template\nTEMPLATE\n", "utf-8")
    template = str(repository.top / ".git" / "template")
    settings(repository, commit_cleanup="strip", commit_template=template, commit_verbose="true", color_ui="always")
    settings(repository, i18n_commitEncoding="ISO-8859-1", core_editor="false", status_showUntrackedFiles="no")
    settings(repository, i18n_logOutputEncoding="ISO-8859-1", diff_renames="copies", status_relativePaths="true")


def with_programs(repository: Repository) -> None:
    settings(repository, diff_external="false", core_pager="false", core_fsmonitor="false")


def with_a_post_commit_hook(repository: Repository) -> None:
    hook(repository, "post-commit", "echo done; exit 1")


def with_a_hook_that_asks_for_globs(repository: Repository) -> None:
    hook(
        repository,
        "pre-commit",
        "git diff --cached --name-only -- '*.txt' '*.pdf' | grep -q text.txt || git diff --cached --quiet '*.txt'",
    )


KINDS = (
    *(on_an_odd_branch, detached, with_an_ignore_file, with_autocrlf, with_odd_settings, with_programs),
    *(with_a_post_commit_hook, with_a_hook_that_asks_for_globs),
)


@pytest.mark.parametrize("kind", KINDS)
def test_files_and_corrects_exactly_in_any_repository(
    kind: Callable[[Repository], None], repository: Repository
) -> None:
    kind(repository)
    branch = git(repository.top, "symbolic-ref", "-q", "HEAD", check=False)
    filed = perform(filing(), repository.top, repository)
    assert held(repository, filed) == expected(filing())
    assert trailers(repository) == (
        "Act: archive\nResolution: partei/2020-03-07/2.13-integration\nAdopted-On: 2020-03-07\n"
    )
    corrected = perform(correcting(b"Neu \xc3\xa4\r\n"), repository.top, repository)
    assert held(repository, corrected) == {str(TEXT): b"Neu \xc3\xa4\r\n"}
    deleted = perform(correcting(None, SOURCE), repository.top, repository)
    assert repository.dirty([*filing().changes]) == []
    assert [record.commit for record in repository.history(FOLDER)] == [deleted, corrected, filed]
    assert git(repository.top, "symbolic-ref", "-q", "HEAD", check=False) == branch
    assert (repository.top / TEXT).stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_message_is_kept_as_it_is_whatever_the_settings(repository: Repository) -> None:
    with_odd_settings(repository)
    act = Act("describe", "# Für Größe", (("Resolution", "a/b"),), {TEXT: WORDS}, "# Nummer 1\n\n\n#2\n\n\tEnde")
    commit = perform(act, repository.top, repository)
    stored = git(repository.top, "cat-file", "commit", commit)
    assert stored.partition(b"\n\n")[2].decode() == act.message
    assert b"\nencoding" not in stored.partition(b"\n\n")[0]
    (record,) = repository.history(TEXT)
    assert (record.subject, record.body) == ("describe: # Für Größe", "# Nummer 1\n\n\n#2\n\n    Ende")


def test_an_empty_history(unborn: Repository) -> None:
    with_autocrlf(unborn)
    act = Act("init", "Korpus", (), {PurePosixPath(".gitattributes"): ATTRIBUTES.encode(), TEXT: WORDS})
    assert held(unborn, perform(act, unborn.top, unborn)) == expected(act)
    assert git(unborn.top, "symbolic-ref", "HEAD") == b"refs/heads/main\n"


def test_a_corpus_in_a_folder_of_another_repository(busy: Repository) -> None:
    root = busy.top / "Büro: [1]" / "corpus"
    commit = perform(filing(_gitattributes=ATTRIBUTES.encode()), root, busy)
    assert held(busy, commit, "Büro: [1]/corpus/") == expected(filing(_gitattributes=ATTRIBUTES.encode()))


def test_a_linked_worktree(repository: Repository, tmp_path: Path) -> None:
    git(repository.top, "worktree", "add", "-q", "-b", "side", str(tmp_path / "linked"))
    linked, before = Repository.containing(tmp_path / "linked"), state(repository.top)
    assert held(linked, perform(filing(), linked.top, linked)) == expected(filing())
    assert state(repository.top) == before


@pytest.mark.parametrize("empty", [True, False])
def test_a_repository_with_sha_256(empty: bool, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--object-format=sha256", "long")
    repository = Repository.containing(tmp_path / "long")
    if not empty:
        git(repository.top, "commit", "-qm", "first", "--allow-empty")
    before = state(repository.top)
    hook(repository, "post-commit", f"echo other >> '{TEXT}'")
    refusing("commit-altered", filing(), repository)
    assert state(repository.top) == before
    (repository.git_dir / "hooks" / "post-commit").unlink()
    commit = perform(filing(), repository.top, repository)
    assert len(commit) == 64
    assert held(repository, commit) == expected(filing())


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_LITERAL_PATHSPECS"])
def test_called_by_a_hook_of_another_repository(
    name: str, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "-q", "other")
    monkeypatch.setenv(name, "1" if "SPECS" in name else str(tmp_path / "other" / ".git"))
    commit = perform(filing(), repository.top, repository)
    monkeypatch.delenv(name)
    assert held(repository, commit) == expected(filing())
    assert git(tmp_path / "other", "status", "--porcelain") == b""


def test_paths_of_any_kind(repository: Repository) -> None:
    names = [
        "a b",
        "\u00fc",
        "u\u0308",
        "*",
        "[a]",
        "?x",
        '"quoted"',
        "back\\slash",
        "line\nend",
        ":(top)x",
        "-n",
        "a;b",
    ]
    act = Act("archive", "x", (), {PurePosixPath("odd") / name: name.encode() for name in names})
    other = repository.top / "xx"
    other.write_text("mine", "utf-8")
    assert held(repository, perform(act, repository.top, repository)) == expected(act)
    changes = dict.fromkeys(act.changes, b"neu")
    assert len(held(repository, perform(Act("correct", "x", (), changes), repository.top, repository))) == len(names)
    assert git(repository.top, "status", "--porcelain") == b"?? xx\n"


def test_many_paths(repository: Repository, unchanged: Unchanged) -> None:
    changes = {
        PurePosixPath(f"resolutions/partei/2020/{number:04}/text.txt"): b"%d\n" % number for number in range(600)
    }
    act = Act("archive", "Buch", (), dict(changes), creates=frozenset(changes))
    compare = unchanged(repository)
    hook(repository, "post-commit", "exit 0")
    hook(repository, "commit-msg", "exit 1")
    refusing("commit-refused", act, repository)
    compare()
    (repository.git_dir / "hooks" / "commit-msg").unlink()
    commit = perform(act, repository.top, repository)
    assert len(git(repository.top, "show", "--name-only", "--format=", commit).splitlines()) == 600


def test_modes_are_kept(repository: Repository) -> None:
    perform(filing(), repository.top, repository)
    (repository.top / TEXT).chmod(0o755)
    git(repository.top, "commit", "-qam", "mode")
    perform(correcting(b"Neu.\n"), repository.top, repository)
    assert (repository.top / TEXT).stat().st_mode & 0o777 == 0o755
    assert git(repository.top, "ls-tree", "HEAD", str(TEXT)).startswith(b"100755")


def test_signing_is_honoured(repository: Repository, tmp_path: Path, unchanged: Unchanged) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    settings(repository, gpg_format="ssh", user_signingKey=str(key), commit_gpgSign="true")
    commit = perform(filing(), repository.top, repository)
    assert b"\ngpgsig" in git(repository.top, "cat-file", "commit", commit)
    settings(repository, user_signingKey=str(tmp_path / "none"))
    compare = unchanged(repository)
    refusing("commit-refused", correcting(b"Neu.\n"), repository)
    compare()


# What is the user's own stays as it is.


def test_what_the_user_has_staged_and_changed_stays(busy: Repository) -> None:
    before = state(busy.top)
    perform(filing(), busy.top, busy)
    perform(correcting(b"Neu.\n"), busy.top, busy)
    after = state(busy.top)
    ours = {path for path in after["files"] if busy.top / "resolutions" in (path, *path.parents)}
    for key in ("branch", "staged", "status"):
        assert after[key] == before[key]
    assert {path: seen for path, seen in after["files"].items() if path not in ours} == before["files"]
    entries = [entry for entry in after["index"].split(b"\0") if b"\tresolutions/" not in entry]
    assert entries == before["index"].split(b"\0")


def test_a_message_prepared_for_the_users_own_commit_stays(repository: Repository) -> None:
    prepared = repository.git_dir / "SQUASH_MSG"
    prepared.write_text("Meins\n", "utf-8")
    perform(filing(), repository.top, repository)
    assert prepared.read_text("utf-8") == "Meins\n"


def change(top: Path) -> None:
    (top / TEXT).write_text("von Hand\n", "utf-8")


def stage(top: Path) -> None:
    change(top)
    git(top, "add", "-A")


def delete(top: Path) -> None:
    (top / TEXT).unlink()


def untrack(top: Path) -> None:
    git(top, "rm", "-q", "--cached", str(TEXT))


def stage_and_change(top: Path) -> None:
    stage(top)
    (top / TEXT).write_text("noch einmal\n", "utf-8")


def note(top: Path) -> None:
    untrack(top)
    git(top, "commit", "-qm", "untracked")
    git(top, "add", "--intent-to-add", str(TEXT))


HANDS = (change, stage, delete, untrack, stage_and_change, note)


@pytest.mark.parametrize("hand", HANDS)
def test_own_changes_of_the_same_file_are_a_reason_to_refuse(
    hand: Callable[[Path], None], repository: Repository, unchanged: Unchanged
) -> None:
    perform(filing(), repository.top, repository)
    hand(repository.top)
    compare = unchanged(repository)
    assert "git stash" in str(refusing("paths-dirty", correcting(b"Neu.\n"), repository))
    compare()


@pytest.mark.parametrize("hand", HANDS)
def test_own_changes_may_be_taken_over_and_come_back_on_failure(
    hand: Callable[[Path], None], repository: Repository, unchanged: Unchanged
) -> None:
    perform(filing(), repository.top, repository)
    hand(repository.top)
    compare = unchanged(repository)
    hook(repository, "commit-msg", "exit 1")
    with pytest.raises(LibcorpusError):
        perform(correcting(b"Neu.\n"), repository.top, repository, expect_clean=False)
    compare()
    (repository.git_dir / "hooks" / "commit-msg").unlink()
    commit = perform(correcting(b"Neu.\n"), repository.top, repository, expect_clean=False)
    assert held(repository, commit) == {str(TEXT): b"Neu.\n"}
    assert repository.dirty([TEXT]) == []


def test_a_hand_made_change_can_be_committed_as_it_is(repository: Repository) -> None:
    perform(filing(), repository.top, repository)
    change(repository.top)
    commit = perform(correcting(b"von Hand\n"), repository.top, repository, expect_clean=False)
    assert held(repository, commit) == {str(TEXT): b"von Hand\n"}


# Refused before anything is written.


def merging(repository: Repository) -> None:
    top = repository.top
    git(top, "checkout", "-q", "-b", "side")
    git(top, "commit", "-q", "--allow-empty", "-m", "side")
    git(top, "checkout", "-q", "main")
    git(top, "commit", "-q", "--allow-empty", "-m", "main")
    git(top, "merge", "--no-commit", "--no-ff", "side")


def conflict(repository: Repository) -> Path:
    """Two branches that disagree about a file; "main" is checked out."""
    top = repository.top
    git(top, "branch", "side")
    for branch in ("side", "main"):
        git(top, "checkout", "-q", branch)
        (top / "file").write_text(branch, "utf-8")
        git(top, "add", "file")
        git(top, "commit", "-qm", branch)
    return top


def picking(repository: Repository) -> None:
    top = conflict(repository)
    git(top, "cherry-pick", "side", check=False)
    git(top, "add", "file")


def rebasing(repository: Repository) -> None:
    git(conflict(repository), "rebase", "side", check=False)


def reverting(repository: Repository) -> None:
    (repository.top / "file").write_text("a", "utf-8")
    git(repository.top, "add", "file")
    git(repository.top, "commit", "-qm", "file")
    git(repository.top, "revert", "--no-commit", "HEAD")


def bisecting(repository: Repository) -> None:
    git(repository.top, "bisect", "start")


def stashed(repository: Repository) -> None:
    top = conflict(repository)
    (top / "file").write_text("stashed", "utf-8")
    git(top, "stash")
    git(top, "checkout", "-q", "side")
    git(top, "stash", "pop", check=False)


def nameless(repository: Repository) -> None:
    Path(os.environ["HOME"], ".gitconfig").unlink()
    settings(repository, user_useConfigOnly="true")


def half_named(repository: Repository) -> None:
    nameless(repository)
    os.environ.update(GIT_AUTHOR_NAME="Zoë", GIT_AUTHOR_EMAIL="zoe@example.org")


def test_a_lock_of_somebody_else_is_waited_for(repository: Repository) -> None:
    # Another git holds the index for a moment, as an editor does that asks for the state.
    lock = repository.git_dir / "index.lock"
    lock.touch()
    with subprocess.Popen(["sh", "-c", f'sleep 1.5; rm "{lock}"']):
        assert perform(filing(), repository.top, repository)
    assert not lock.exists()


def locked_index(repository: Repository) -> None:
    (repository.git_dir / "index.lock").touch()


WRONG = (
    (merging, "operation-in-progress", "git merge --abort"),
    (picking, "operation-in-progress", "git cherry-pick --continue"),
    (rebasing, "operation-in-progress", "git rebase --abort"),
    (reverting, "operation-in-progress", "git revert --continue"),
    (bisecting, "bisect-in-progress", "git bisect reset"),
    (stashed, "unmerged", "git add FILE"),
    (nameless, "no-identity", "user.email"),
    (half_named, "no-identity", "user.email"),
    (locked_index, "index-locked", "index.lock"),
)


@pytest.mark.parametrize(("wrong", "key", "way_out"), WRONG)
def test_refused_before_anything_is_written(
    wrong: Callable[[Repository], None],
    key: str,
    way_out: str,
    repository: Repository,
    unchanged: Unchanged,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"):
        monkeypatch.setenv(name, "x")
        monkeypatch.delenv(name)
    wrong(repository)
    compare = unchanged(repository)
    assert way_out in str(refusing(key, filing(), repository))
    compare()


def test_a_merge_in_another_work_tree_is_none_of_ours(repository: Repository, tmp_path: Path) -> None:
    merging(repository)
    git(repository.top, "worktree", "add", "-q", "-b", "calm", str(tmp_path / "linked"))
    linked = Repository.containing(tmp_path / "linked")
    assert held(linked, perform(filing(), linked.top, linked)) == expected(filing())


def test_ready_alone_says_how_things_stand(unborn: Repository) -> None:
    assert ready(unborn).head is None
    git(unborn.top, "commit", "-q", "--allow-empty", "-m", "x")
    assert ready(unborn).head == unborn.head()


def test_nothing_is_overwritten_that_an_act_creates(busy: Repository, unchanged: Unchanged) -> None:
    (busy.top / FOLDER).mkdir(parents=True)
    (busy.top / SOURCE).write_text("ignored and mine", "utf-8")
    compare = unchanged(busy)
    refusing("already-there", filing(), busy)
    refusing("paths-dirty", correcting(b"x", SOURCE), busy)
    compare()


def test_links_and_files_in_the_way(repository: Repository, tmp_path: Path, unchanged: Unchanged) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    top = repository.top
    (top / "resolutions").symlink_to(outside)
    refusing("symlink-in-the-way", filing(), repository)
    (top / "resolutions").unlink()
    (top / "resolutions").write_text("file", "utf-8")
    refusing("in-the-way", filing(), repository)
    (top / "resolutions").unlink()
    (top / TEXT).mkdir(parents=True)
    refusing("in-the-way", correcting(b"x"), repository)
    (top / TEXT).rmdir()
    (top / TEXT).symlink_to(tmp_path / "nowhere")
    compare = unchanged(repository)
    refusing("symlink-in-the-way", filing(), repository)
    compare()
    assert list(outside.iterdir()) == []
    refusing("path-outside", filing(), repository, outside)


def test_nothing_new_is_no_act(repository: Repository, unchanged: Unchanged) -> None:
    perform(filing(), repository.top, repository)
    compare = unchanged(repository)
    refusing("nothing-changed", correcting(WORDS), repository)
    refusing("nothing-changed", correcting(None, FOLDER / "nowhere"), repository)
    compare()
    both = Act("correct", "x", (), {TEXT: WORDS, SOURCE: b"neu"})
    assert held(repository, perform(both, repository.top, repository)) == {str(SOURCE): b"neu"}


# Taken back when it fails.

# A hook that commits is called again for its own commit.
ONCE = '[ -e "$(git rev-parse --git-dir)/once" ] || { touch "$(git rev-parse --git-dir)/once"; '
HOOKS = (
    ("pre-commit", "echo Prüfung nicht bestanden; exit 1", "commit-refused"),
    ("pre-commit", f"echo x >> '{TEXT}'; exit 1", "commit-refused"),
    ("pre-commit", f"echo x >> '{TEXT}'; git add '{TEXT}'", "commit-altered"),
    ("pre-commit", f"echo x >> '{TEXT}'", "commit-altered"),
    ("pre-commit", f"git rm -q -f --cached '{TEXT}'", "commit-altered"),
    ("pre-commit", f"rm '{TEXT}'; git add -u .", "commit-altered"),
    (
        "pre-commit",
        "echo y > /tmp/$$; h=$(git hash-object -w /tmp/$$); rm /tmp/$$; "
        "git update-index --add --cacheinfo 100644,$h,extra",
        "commit-altered",
    ),
    ("commit-msg", "echo Form; exit 1", "commit-refused"),
    ("commit-msg", 'echo anders > "$1"', "message-altered"),
    ("commit-msg", ': > "$1"', "commit-refused"),
    ("post-commit", ONCE + "git commit -q --allow-empty -m more; }", "commit-moved"),
    ("post-commit", f"rm '{TEXT}'", "commit-altered"),
    (
        "post-commit",
        ONCE + "git commit -q --amend --no-verify -m anders; }",
        "commit-altered",
    ),
    ("reference-transaction", '[ "$1" != prepared ] || [ -e .git/off ]', "commit-refused"),
)


ACT_KINDS = {"file": filing(), "correct": correcting(b"Neu.\n"), "delete": correcting(None)}
# A hook that works on a file has nothing to do where that file is deleted.
CASES = [
    pytest.param(*case, act, id=f"{kind}-{number}-{case[0]}")
    for number, case in enumerate(HOOKS)
    for kind, act in ACT_KINDS.items()
    if kind != "delete" or str(TEXT) not in case[1]
]


@pytest.mark.parametrize(("name", "script", "key", "act"), CASES)
def test_a_hook_that_fails_or_meddles(
    name: str, script: str, key: str, act: Act, busy: Repository, unchanged: Unchanged
) -> None:
    if not act.creates:
        perform(filing(), busy.top, busy)
    compare = unchanged(busy)
    hook(busy, name, script)
    error = refusing(key, act, busy)
    assert "undo-failed" not in str(error)
    (busy.git_dir / "hooks" / name).unlink()
    compare()
    assert perform(act, busy.top, busy) == busy.head()


def test_the_hook_is_heard(repository: Repository) -> None:
    hook(repository, "pre-commit", "echo 'Prüfung: nicht bestanden'; echo Zeile 2 >&2; exit 1")
    error = refusing("commit-refused", filing(), repository)
    assert error.problem.excerpt == "Prüfung: nicht bestanden | Zeile 2"


def test_a_hook_may_add_to_the_message_and_sees_the_users_language(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    hook(repository, "commit-msg", 'sed -i "1s/^/[AB-1] /" "$1"; echo "Change-Id: $LC_ALL" >> "$1"')
    perform(filing(), repository.top, repository)
    (record,) = repository.history(FOLDER)
    assert record.subject.startswith("[AB-1] archive: Integration")
    assert record.act == "archive"
    assert record.trailers["Change-Id"] == ("C.UTF-8",)


@pytest.mark.parametrize("name", ["pre-commit", "post-commit"])
def test_an_empty_history_is_empty_again(name: str, unborn: Repository, unchanged: Unchanged) -> None:
    (unborn.top / "mine").write_text("staged", "utf-8")
    git(unborn.top, "add", "mine")
    compare = unchanged(unborn)
    hook(unborn, name, f"echo x >> '{TEXT}'; exit 1")
    with pytest.raises(LibcorpusError):
        perform(filing(), unborn.top, unborn)
    compare()
    assert unborn.head() is None


def test_an_attribute_that_changes_bytes_is_found_out(repository: Repository, unchanged: Unchanged) -> None:
    (repository.git_dir / "info" / "attributes").write_text("*.txt text eol=lf\n", "utf-8")
    compare = unchanged(repository)
    assert ".gitattributes" in str(refusing("commit-altered", filing(), repository))
    compare()


def test_an_empty_commit_on_top_of_ours_is_found_out(repository: Repository, unchanged: Unchanged) -> None:
    compare = unchanged(repository)
    hook(repository, "post-commit", ONCE + "git commit -q --allow-empty -m more; }")
    refusing("commit-moved", filing(), repository)
    compare()


def test_a_folder_that_becomes_empty_goes_too(repository: Repository, unchanged: Unchanged) -> None:
    perform(filing(), repository.top, repository)
    act = Act("withdraw", "x", (), {TEXT: None, SOURCE: None})
    compare = unchanged(repository)
    hook(repository, "commit-msg", "exit 1")
    refusing("commit-refused", act, repository)
    compare()
    (repository.git_dir / "hooks" / "commit-msg").unlink()
    perform(act, repository.top, repository)
    assert [path.name for path in repository.top.iterdir() if path.name != ".git"] == [".gitattributes"]


def test_what_a_hook_left_beside_our_files_is_not_deleted(repository: Repository) -> None:
    hook(repository, "pre-commit", f"echo log > '{FOLDER}/hook.log'; exit 1")
    refusing("commit-refused", filing(), repository)
    assert [path.name for path in (repository.top / FOLDER).iterdir()] == ["hook.log"]


def test_a_commit_of_somebody_else_meanwhile_stays(repository: Repository) -> None:
    other = "[ -e .git/once ] || { touch .git/once; env -u GIT_INDEX_FILE git commit-tree HEAD^{tree} -p HEAD -m theirs"
    hook(repository, "pre-commit", other + " | xargs git update-ref HEAD; }; exit 1")
    refusing("commit-refused", filing(), repository)
    assert git(repository.top, "log", "-1", "--format=%s") == b"theirs\n"
    assert git(repository.top, "status", "--porcelain") == b""


# In a process of its own.

RUN = """
import os, resource, signal, sys
from pathlib import Path, PurePosixPath
from libcorpus.model.problems import LibcorpusError
from libcorpus.store.acts import Act, perform
from libcorpus.store.repository import Repository
top, number = Path(sys.argv[1]), sys.argv[2]
changes = {PurePosixPath(f"resolutions/partei/2020/{number}/{name}"): b"x" * 20000 for name in "abcd"}
act = Act("archive", number, (), changes, creates=frozenset(changes))
os.environ["LIBCORPUS_PID"] = str(os.getpid())
repository = Repository.containing(top)
"""


def running(top: Path, number: str, code: str) -> "subprocess.Popen[bytes]":
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    program = RUN + textwrap.dedent(code)
    return subprocess.Popen([sys.executable, "-c", program, str(top), number], env=environment, stdout=-1, stderr=-1)


@pytest.mark.parametrize("name", ["pre-commit", "commit-msg", "post-commit"])
def test_interrupted(name: str, busy: Repository, unchanged: Unchanged) -> None:
    compare = unchanged(busy)
    hook(busy, name, "kill -INT $LIBCORPUS_PID; sleep 1; kill -INT $LIBCORPUS_PID; exit 0")
    code = """
        try: perform(act, top, repository)
        except KeyboardInterrupt: print("interrupted")
    """
    out, errors = running(busy.top, "1", code).communicate()
    assert out == b"interrupted\n", errors.decode()
    (busy.git_dir / "hooks" / name).unlink()
    compare()


def test_interrupted_again_while_it_is_taken_back(busy: Repository, unchanged: Unchanged) -> None:
    compare = unchanged(busy)
    hook(busy, "reference-transaction", "[ ! -e .git/once ] || kill -INT $LIBCORPUS_PID; exit 0")
    hook(busy, "post-commit", "touch .git/once; kill -INT $LIBCORPUS_PID; sleep 1")
    code = """
        try: perform(act, top, repository)
        except KeyboardInterrupt: print("interrupted")
    """
    out, errors = running(busy.top, "1", code).communicate()
    assert out == b"interrupted\n", errors.decode()
    for name in ("reference-transaction", "post-commit"):
        (busy.git_dir / "hooks" / name).unlink()
    compare()


def test_a_full_disk(busy: Repository, unchanged: Unchanged) -> None:
    compare = unchanged(busy)
    code = """
        resource.setrlimit(resource.RLIMIT_FSIZE, (10000, 10000))
        try: perform(act, top, repository)
        except LibcorpusError as error: print(error.problem.key)
    """
    out, errors = running(busy.top, "1", code).communicate()
    assert out == b"cannot-write\n", errors.decode()
    compare()


def test_many_files_are_written_by_several_threads_of_which_none_is_left(repository: Repository) -> None:
    """A process with threads must not be forked afterwards, as the next files are read in such processes."""
    many = {f"teil{number:03}_txt": f"Satz {number}.\n".encode() * number for number in range(200)}
    act = filing(**many)
    before = threading.active_count()
    commit = perform(act, repository.top, repository)
    assert held(repository, commit) == expected(act)
    assert {str(path): (repository.top / path).read_bytes() for path in act.changes} == expected(act)
    assert threading.active_count() == before


def test_a_full_disk_among_many_files(busy: Repository, unchanged: Unchanged) -> None:
    compare = unchanged(busy)
    code = """
        resource.setrlimit(resource.RLIMIT_FSIZE, (10000, 10000))
        paths = [PurePosixPath(f"resolutions/partei/2020/many/{name}.txt") for name in range(99)]
        changes = {path: b"x" * (20000 if path == paths[70] else 9) for path in paths}
        act = Act("archive", number, (), changes, creates=frozenset(changes))
        try: perform(act, top, repository)
        except LibcorpusError as error: print(error.problem.key)
    """
    out, errors = running(busy.top, "1", code).communicate()
    assert out == b"cannot-write\n", errors.decode()
    compare()


def test_two_at_once(busy: Repository) -> None:
    processes = [running(busy.top, str(number), "print(perform(act, top, repository))") for number in range(4)]
    answers = [process.communicate() for process in processes]
    commits = {out.decode().strip() for out, _ in answers}
    assert all(re.fullmatch(r"[0-9a-f]{40}", commit) for commit in commits), answers
    assert {record.commit for record in busy.history(PurePosixPath("resolutions"))} == commits
    assert len(commits) == 4


def test_another_writer_is_waited_for_and_then_named(repository: Repository, unchanged: Unchanged) -> None:
    code = """
        from filelock import FileLock
        with FileLock(repository.common_dir / "libcorpus.lock"):
            print("held", flush=True)
            signal.pause()
    """
    other = running(repository.top, "1", code + "\n")
    assert other.stdout is not None
    other.stdout.readline()
    compare = unchanged(repository)
    with pytest.raises(LibcorpusError) as error:
        perform(filing(), repository.top, repository, wait=0.1)
    assert error.value.problem.key == "locked"
    assert str(repository.common_dir / LOCK) in str(error.value)
    other.kill()
    other.communicate()
    compare()
    perform(filing(), repository.top, repository)
