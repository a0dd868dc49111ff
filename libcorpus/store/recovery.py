"""What becomes of an act whose process was killed: it is finished if its commit was made, else taken back.

    journal.find(git_dir)  ->  locks it left, removed  ->  its commit is there?  yes: index as HEAD
                                                                                no: files as they stood, by their hashes

Nothing is deleted or put back whose bytes are not those the act wrote. Called under the lock of writers, before
anything else is looked at.
"""

import contextlib
import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from libcorpus.model.problems import Problem, refuse
from libcorpus.store import journal
from libcorpus.store.committing import commit_of, index_as, undisturbed, undo
from libcorpus.store.journal import Journal, Written
from libcorpus.store.placing import put
from libcorpus.store.porcelain import Made, Standing
from libcorpus.store.repository import Repository

_PATIENCE: Final = 10.0
_PROCESSES: Final = Path("/proc")


def recover(repository: Repository) -> tuple[Problem, ...]:
    """Finish or take back an act that was interrupted; what was done, as remarks. The caller holds the lock."""
    journal.sweep(repository.git_dir)
    found = journal.find(repository.git_dir)
    if found is None:
        return ()
    with undisturbed():
        remarks = [*_unlock(repository, found)]
        made = _commit(repository, found)
        if made is not None and _whole(made, found):
            _finish(repository, found)
            remarks.append(Problem.of("act-finished", repository.top, seen=found.subject))
        else:
            remarks += _take_back(repository, found, made)
            remarks.append(Problem.of("act-taken-back", repository.top, seen=found.subject))
        found.close()
    return tuple(remarks)


# Locks.


def _unlock(repository: Repository, found: Journal) -> Iterator[Problem]:
    """Remove the locks that git left when it was killed with the act, never one that stood before it or is in use."""
    locks = [lock for lock in _locks(repository) if _since(lock, found.began)]
    if not locks:
        return
    deadline = time.monotonic() + _PATIENCE
    while _git_runs(repository.top):
        if time.monotonic() > deadline:
            raise refuse("index-locked", locks[0])
        time.sleep(0.05)
    for lock in locks:
        # A git that was still running has removed its own.
        if _since(lock, found.began):
            lock.unlink(missing_ok=True)
            if not lock.name.startswith(("next-index-", "libcorpus-message-")):
                yield Problem.of("lock-removed", lock)


def _locks(repository: Repository) -> list[Path]:
    names = ("index.lock", "HEAD.lock")
    locks = [repository.git_dir / name for name in names]
    branch = repository.ask("symbolic-ref", "--quiet", "HEAD").out.decode("utf-8", "surrogateescape").strip()
    if branch.startswith("refs/"):
        locks.append(repository.common_dir / f"{branch}.lock")
    locks += repository.git_dir.glob("next-index-*.lock")
    return [*locks, *repository.git_dir.glob("libcorpus-message-*")]


def _since(lock: Path, began: float) -> bool:
    try:
        return lock.lstat().st_mtime >= began
    except FileNotFoundError:
        return False


def _git_runs(top: Path) -> bool:
    """Whether a git of this work tree is still at work: one that outlived our process will end by itself.

    Where processes cannot be seen, a git that has just been killed is the likelier case: it is waited for a second.
    """
    if not _PROCESSES.is_dir():
        time.sleep(1.0)
        return False
    return any(_is_git_of(process, top) for process in _PROCESSES.iterdir() if process.name.isdigit())


def _is_git_of(process: Path, top: Path) -> bool:
    with contextlib.suppress(OSError):
        words = (process / "cmdline").read_bytes().split(b"\0")
        if words[0].rpartition(b"/")[2].startswith(b"git"):
            return os.fsencode(str(top)) in words or (process / "cwd").readlink() == top
    return False


# Was it committed?


def _commit(repository: Repository, found: Journal) -> Made | None:
    """The commit of the act, if it was made: the first one after what HEAD was, with its message."""
    head = repository.head()
    before = found.before.head
    if head is None or head == before:
        return None
    since = [head, f"^{before}"] if before else [head]
    commits = repository.told("rev-list", "--first-parent", "--reverse", *since, "--").decode("ascii").split()
    if not commits:
        return None
    made = commit_of(repository, commits[0])
    trailers = found.message.rstrip("\n").rpartition("\n\n")[2].split("\n")
    ours = made.parents == ((before,) if before else ()) and set(trailers) <= set(made.message.split("\n"))
    return made if ours else None


def _whole(made: Made, found: Journal) -> bool:
    """Whether a commit holds just what the act was to write."""
    wanted = {one.path: one.blob for one in found.written}
    return made.changes.keys() <= wanted.keys() and all(
        change.oid.strip("0") == wanted[path] for path, change in made.changes.items()
    )


def _finish(repository: Repository, found: Journal) -> None:
    """Git was killed between the commit and its index: the entries of our paths become those of HEAD."""
    head = repository.head()
    index_as(repository, Standing(head, found.before.paths, {}))
    _remove_asides(repository.top, found)


# Taking back.


def _take_back(repository: Repository, found: Journal, made: Made | None) -> Iterator[Problem]:
    head = repository.head()
    if made is not None and made.commit == head:
        undo(repository, found.before, made=True)
        head = found.before.head
    else:
        # Somebody may have committed since; then what was staged before is not put back over it.
        dirty = found.before.dirty if head == found.before.head else {}
        index_as(repository, Standing(head, found.before.paths, dirty))
    for one in found.written:
        yield from _put_back(repository, found, one, head)
    _remove_asides(repository.top, found)
    _remove_folders(repository.top, found)


def _put_back(repository: Repository, found: Journal, one: Written, head: str | None) -> Iterator[Problem]:
    place = repository.top / one.path
    now = _hash(place)
    if now == one.old or (head != found.before.head and _holds(repository, head, one)):
        return
    if now not in ("", one.new):
        yield Problem.of("left-as-is", place)
    elif not one.old:
        place.unlink(missing_ok=True)
    else:
        place.parent.mkdir(parents=True, exist_ok=True)
        put(place, (found.folder / one.backup).read_bytes(), one.mode, found.token)


def _holds(repository: Repository, head: str | None, one: Written) -> bool:
    """Whether somebody has committed a file at this path meanwhile."""
    return head is not None and repository.ask("cat-file", "-e", f"{head}:{one.path}").code == 0


def _hash(place: Path) -> str:
    """Hex SHA-256 of a file, empty where none is; of a link or a folder something that no file has."""
    if place.is_symlink() or place.is_dir():
        return "-"
    try:
        return hashlib.sha256(place.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


def _remove_asides(top: Path, found: Journal) -> None:
    """Remove what was made ready beside its place; in a folder only files of the act, whatever else stays."""
    for place, aside in found.asides.items():
        ready = top / aside
        if ready.is_dir() and not ready.is_symlink():
            ours = {ready / one.path.relative_to(place) for one in found.written if _below(one.path, place)}
            for file in ours:
                file.unlink(missing_ok=True)
            _remove_empty(ready)
        else:
            ready.unlink(missing_ok=True)
    for folder in {(top / one.path).parent for one in found.written}:
        (folder / f"{found.token}-back").unlink(missing_ok=True)


def _below(path: PurePosixPath, folder: PurePosixPath) -> bool:
    return folder in path.parents


def _remove_folders(top: Path, found: Journal) -> None:
    """Remove the folders the act made, where they are empty now."""
    for place in found.asides:
        if any(_below(one.path, place) for one in found.written):
            _remove_empty(top / place)


def _remove_empty(folder: Path) -> None:
    for place, _, _ in os.walk(folder, topdown=False):
        with contextlib.suppress(OSError):
            Path(place).rmdir()
