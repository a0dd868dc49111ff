"""One commit of given paths, all or nothing.

    ready(repository, paths)                      refuses while nothing is written yet; how the paths stand
    commit(repository, changes, message, before)  HEAD holds exactly these bytes and no other change, or
    undo(repository, before)                      HEAD and our index entries are as they were

``git add -f`` and ``git commit --only`` do it, so hooks and signing are honoured and whatever else the user has
staged stays as it is. Knows nothing of what the files mean, and does not touch them: the caller writes them and
puts them back.
"""

import contextlib
import os
import signal
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from libcorpus.model.problems import refuse
from libcorpus.store.porcelain import Entry, Made, Standing, blob_id, parse_changes, parse_made
from libcorpus.store.repository import Repository, pathspecs, status_question

Changes = Mapping[PurePosixPath, bytes | None]

# "commit --only" refuses during a merge and a cherry-pick and would end a revert; what is committed during a rebase or
# a bisect goes with it. (file in the git folder, operation); the state is that of this work tree alone.
_IN_PROGRESS: Final = (
    ("MERGE_HEAD", "merge"),
    ("CHERRY_PICK_HEAD", "cherry-pick"),
    ("REVERT_HEAD", "revert"),
    ("rebase-merge", "rebase"),
    ("rebase-apply/applying", "am"),
    ("rebase-apply", "rebase"),
    ("sequencer", "cherry-pick"),
    ("BISECT_LOG", "bisect"),
)
# "git commit" removes these, which hold what "merge --squash" or "cherry-pick -n" prepared for the user's own commit.
_PREPARED_MESSAGES: Final = ("MERGE_MSG", "SQUASH_MSG")
_DIFF: Final = ("-r", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv")
_LOCK_SECONDS: Final = 10.0
# Known to every git without being stored.
_EMPTY_TREES: Final = {
    40: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
    64: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
}


# Before anything is written.


def ready(repository: Repository, paths: Iterable[PurePosixPath] = ()) -> Standing:
    """How these paths stand; refuses, with the way out, whatever would prevent a commit of them."""
    _refuse_operations(repository)
    _refuse_index_lock(repository)
    paths = tuple(paths)
    questions = [("ls-files", "-u", "-z"), status_question(paths), *(("var", ident) for ident in _idents())]
    unmerged, status, *identities = repository.ask_all(*questions)
    for answer in identities:
        if answer.code:
            raise refuse("no-identity", repository.top, answer.said.rpartition(" | ")[2])
    records = filter(None, os.fsdecode(unmerged.out).split("\0"))
    if conflicts := sorted({record.split("\t", 1)[1] for record in records}):
        raise refuse("unmerged", conflicts[0], count=len(conflicts))
    return repository.standing(paths, status)


def _idents() -> list[str]:
    """Author, and committer only where it can lack what the author has; else a commit that fails is taken back."""
    names = ["GIT_AUTHOR_IDENT"]
    if any(name.startswith(("GIT_AUTHOR_", "GIT_COMMITTER_")) for name in os.environ):
        names.append("GIT_COMMITTER_IDENT")
    return names


def _refuse_operations(repository: Repository) -> None:
    for name, operation in _IN_PROGRESS:
        if os.path.lexists(repository.git_dir / name):
            key = "bisect-in-progress" if operation == "bisect" else "operation-in-progress"
            raise refuse(key, repository.top, operation=operation)


def _refuse_index_lock(repository: Repository) -> None:
    # An editor that asks git for the state holds this lock for some milliseconds.
    lock, deadline = repository.git_dir / "index.lock", time.monotonic() + _LOCK_SECONDS
    while os.path.lexists(lock):
        if time.monotonic() > deadline:
            raise refuse("index-locked", lock)
        time.sleep(0.05)


# The commit.


def commit(repository: Repository, changes: Changes, message: str, before: Standing) -> str:
    """Commit these paths as they lie in the work tree, and nothing else; the commit id.

    ``changes`` says what the blobs must be, None for a path that is gone. If they come out otherwise, or
    the commit fails, HEAD and index are put back as they stood ``before``, and it is refused.
    """
    made = False
    try:
        with _keeping_prepared_messages(repository.git_dir):
            # Forced, because a .gitignore of the user ("*.pdf") would drop a source without a word.
            _write(
                repository, "add", "--force", paths=[path for path, content in changes.items() if content is not None]
            )
            _commit_only(repository, list(changes), message)
        made = True
        return _verified(repository, changes, message, before).commit
    except BaseException:
        with undisturbed():
            undo(repository, before, made=made)
        raise


def _commit_only(repository: Repository, paths: Sequence[PurePosixPath], message: str) -> None:
    # The message comes by file because the paths come by standard input, and thousands fit nowhere else.
    handle, name = tempfile.mkstemp(prefix="libcorpus-message-", dir=repository.git_dir)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(message.encode("utf-8"))
        _write(repository, "commit", "--only", "--cleanup=verbatim", "--quiet", f"--file={name}", paths=paths)
    finally:
        Path(name).unlink(missing_ok=True)


def _write(repository: Repository, command: str, *options: str, paths: Sequence[PurePosixPath]) -> None:
    if not paths:
        return
    # ":(literal)" for each path rather than GIT_LITERAL_PATHSPECS, which the user's hooks would inherit.
    data = b"\0".join(b":(literal)" + os.fsencode(str(path)) for path in paths)
    from_input = ("--pathspec-from-file=-", "--pathspec-file-nul")
    answer = repository.run("-c", "i18n.commitEncoding=UTF-8", command, *options, *from_input, data=data)
    if answer.code:
        raise refuse("commit-refused", repository.top, answer.said, command=command)


@contextlib.contextmanager
def _keeping_prepared_messages(git_dir: Path) -> Iterator[None]:
    files = [git_dir / name for name in _PREPARED_MESSAGES]
    kept = {file: file.read_bytes() for file in files if file.is_file()}
    try:
        yield
    finally:
        for file, content in kept.items():
            if not file.exists():
                file.write_bytes(content)


# Is it what it should be? Hooks, filters and attributes have had their say.


def _verified(repository: Repository, changes: Changes, message: str, before: Standing) -> Made:
    made = commit_of(repository, "HEAD")
    if made.parents != ((before.head,) if before.head else ()):
        raise refuse("commit-moved", repository.top, made.message.split("\n")[0], commit=made.commit)
    if wrong := _wrong_paths(repository, changes, made):
        raise refuse("commit-altered", wrong[0], count=len(wrong))
    # A commit-msg hook may add to the message and reword its subject; the trailers are what the archive reads again.
    kept = set(made.message.split("\n"))
    if lost := [line for line in message.rstrip("\n").rpartition("\n\n")[2].split("\n") if line not in kept]:
        raise refuse("message-altered", repository.top, lost[0])
    return made


def commit_of(repository: Repository, revision: str) -> Made:
    """A commit with its parents, its message and what it changed."""
    # "--always", because a hook may have left an empty commit, of which git would print nothing.
    options = ("--root", "--always", "--encoding=UTF-8", "--format=%H%x00%P%x00%B%x00")
    return parse_made(repository.told("diff-tree", *_DIFF, *options, revision, "--"))


def _wrong_paths(repository: Repository, changes: Changes, made: Made) -> list[PurePosixPath]:
    """Paths that are not as they should be: other bytes, not in the commit, or in it without being ours."""
    oids = {path: change.oid for path, change in made.changes.items()}
    if missing := changes.keys() - oids.keys():
        # The act left these as HEAD had them, which is right if the bytes agree.
        oids |= _oids_at(repository, made.commit, sorted(missing))
    nothing = "0" * len(made.commit)
    wrong = made.changes.keys() - changes.keys()
    for path, content in changes.items():
        expected = nothing if content is None else blob_id(content, made.commit)
        if oids.get(path, nothing) != expected:
            wrong.add(path)
    return sorted(wrong)


def _oids_at(repository: Repository, revision: str, paths: Sequence[PurePosixPath]) -> dict[PurePosixPath, str]:
    out = repository.told("ls-tree", "-r", "-z", "--full-tree", revision, "--", *pathspecs(paths))
    records = [record.split("\t", 1) for record in os.fsdecode(out).split("\0") if record]
    return {PurePosixPath(path): fields.split(" ")[2] for fields, path in records}


# Taking back.


def undo(repository: Repository, before: Standing, *, made: bool = False) -> None:
    """Put HEAD and the index entries of our paths back as they stood; everything else stays as it is now.

    HEAD goes back if its commit is known to be ours (``made``) or touches one of our paths: otherwise
    somebody else has committed meanwhile, and that stays.
    """
    head = repository.head()
    base = before.head or _EMPTY_TREES[id_length(repository, head)]
    if head is not None and head != before.head and (made or _touched(repository, before, base, head)):
        where = ("HEAD", before.head, head) if before.head else ("-d", "HEAD", head)
        _put_back(repository, before, "update-ref", "-m", "libcorpus: taken back", *where)
    _undo_index(repository, before, base)


def id_length(repository: Repository, head: str | None) -> int:
    """How many digits an object id has in this repository; ``head`` is one of them, where there is one."""
    return (
        len(head)
        if head
        else {b"sha1": 40, b"sha256": 64}[repository.told("rev-parse", "--show-object-format").strip()]
    )


def _touched(repository: Repository, before: Standing, base: str, head: str) -> bool:
    out = repository.told("diff-tree", *_DIFF, base, head, "--", *pathspecs(before.paths))
    return not parse_changes(out).keys().isdisjoint(before.paths)


def index_as(repository: Repository, standing: Standing) -> None:
    """Let the index entries of our paths be those of HEAD, or what the user had staged, as ``standing`` says."""
    _undo_index(repository, standing, standing.head or _EMPTY_TREES[id_length(repository, standing.head)])


def _undo_index(repository: Repository, before: Standing, base: str) -> None:
    """Entries of clean paths become those of HEAD again; those the user had staged otherwise, what they were."""
    ours = set(before.paths)
    out = repository.told("diff-index", "--cached", *_DIFF, base, "--", *pathspecs(before.paths))
    now = parse_changes(out)
    wanted = {path: Entry("", change.old_mode, change.old_oid) for path, change in now.items() if path in ours}
    wanted.update(before.dirty)
    data = b"".join(_index_line(path, entry, len(base)) for path, entry in wanted.items())
    if data:
        _put_back(repository, before, "update-index", "-z", "--index-info", data=data)
    if noted := [str(path) for path, entry in before.dirty.items() if entry.state == ".A"]:
        _put_back(
            repository, before, "add", "--force", "--intent-to-add", "--", *(f":(literal){path}" for path in noted)
        )


def _put_back(repository: Repository, before: Standing, *arguments: str, data: bytes = b"") -> None:
    answer = repository.run(*arguments, data=data)
    if answer.code:
        raise refuse("undo-failed", repository.top, answer.said, head=before.head or "-")


def _index_line(path: PurePosixPath, entry: Entry, width: int) -> bytes:
    gone = not entry.oid.strip("0")
    fields = f"0 {'0' * width}" if gone else f"{entry.mode} {entry.oid} 0"
    return fields.encode("ascii") + b"\t" + os.fsencode(str(path)) + b"\0"


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """No Ctrl-C while things are put back, neither here nor in the git commands that are started meanwhile."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
