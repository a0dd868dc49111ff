"""The journal of an act: what it is about to change, written before the first change and gone after the last.

    .git/libcorpus-journal/
        act.json     the message, HEAD and index as they stood, each path with the hashes of what stood and what shall
        old-0 …      the bytes that stood there, where they are to be replaced

A process that is killed leaves it behind, and ``recovery`` reads from it what stands half-done. Knows files of the git
folder and values; runs no git.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from libcorpus.model.problems import refuse
from libcorpus.store.placing import Placing
from libcorpus.store.porcelain import Entry, Standing, blob_id
from libcorpus.store.unfinished import JOURNAL

_RECORD: Final = "act.json"
_VERSION: Final = 1
# Bigger is none of ours: a call that files many makes acts of at most 500 resolutions.
_MAX_RECORD: Final = 64_000_000


@dataclass(frozen=True, slots=True)
class Written:
    """One path of an act: hex SHA-256 of what stood there and of what is to stand, empty where nothing is.

    ``blob`` is git's id of what is to stand, ``mode`` the permissions of what stood, ``backup`` the file of the journal
    that holds its bytes.
    """

    path: PurePosixPath
    old: str
    new: str
    blob: str
    mode: int
    backup: str


@dataclass(frozen=True, slots=True)
class Journal:
    """An act under way, or one that was interrupted."""

    folder: Path
    message: str
    before: Standing
    token: str
    written: tuple[Written, ...]
    asides: Mapping[PurePosixPath, PurePosixPath]

    @property
    def subject(self) -> str:
        """The first line of its message."""
        return self.message.split("\n", 1)[0]

    @property
    def began(self) -> float:
        """When it was written, in seconds since 1970, by the clock of the file system."""
        return (self.folder / _RECORD).stat().st_mtime

    def close(self) -> None:
        """The act is done or taken back: the journal goes in one step, and then its files."""
        done = self.folder.with_name(f"{JOURNAL}.{self.token}.done")
        self.folder.rename(done)
        shutil.rmtree(done, ignore_errors=True)


def begin(git_dir: Path, placing: Placing, before: Standing, message: str, like: str) -> Journal:
    """Write down an act that is about to begin; ``like`` is an id of this repository, for the length of its ids.

    It appears whole or not at all.
    """
    made = git_dir / f"{JOURNAL}.{placing.token}.new"
    made.mkdir()
    try:
        written = tuple(_written(made, placing, like))
        record = {
            "version": _VERSION,
            "message": message,
            "head": before.head,
            "dirty": {str(path): list(entry) for path, entry in before.dirty.items()},
            "token": placing.token,
            "written": [_plain(one) for one in written],
            "asides": {str(place): str(aside) for place, aside in placing.asides().items()},
        }
        _keep(made / _RECORD, json.dumps(record).encode("ascii"))
        made.rename(git_dir / JOURNAL)
        _force(git_dir)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return Journal(git_dir / JOURNAL, message, before, placing.token, written, placing.asides())


def _written(folder: Path, placing: Placing, like: str) -> Iterator[Written]:
    for number, (path, content) in enumerate(placing.changes.items()):
        old = placing.old[path]
        backup = f"old-{number}" if old else ""
        if old:
            _keep(folder / backup, old.content)
        yield Written(
            path,
            hashlib.sha256(old.content).hexdigest() if old else "",
            "" if content is None else hashlib.sha256(content).hexdigest(),
            "" if content is None else blob_id(content, like),
            old.mode if old else 0,
            backup,
        )


def _plain(one: Written) -> dict[str, Any]:
    return {
        "path": str(one.path),
        "old": one.old,
        "new": one.new,
        "blob": one.blob,
        "mode": one.mode,
        "backup": one.backup,
    }


def _keep(place: Path, content: bytes) -> None:
    """Write a file and force it to disk: what it describes comes after it."""
    with place.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _force(folder: Path) -> None:
    """Force a rename to disk, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def find(git_dir: Path) -> Journal | None:
    """The journal of an act that was begun and neither done nor taken back; refuses one that cannot be read."""
    folder = git_dir / JOURNAL
    if not os.path.lexists(folder):
        return None
    try:
        if (folder / _RECORD).stat().st_size > _MAX_RECORD:
            raise ValueError("too big")
        return _parsed(folder, json.loads((folder / _RECORD).read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        if not os.path.lexists(folder):
            return None
        raise refuse("journal-broken", folder, why=str(error)) from None


def _parsed(folder: Path, record: dict[str, Any]) -> Journal:
    if record["version"] != _VERSION:
        raise ValueError(f"version {record['version']}")
    written = tuple(
        Written(
            _inside(one["path"]),
            str(one["old"]),
            str(one["new"]),
            str(one["blob"]),
            int(one["mode"]),
            str(one["backup"]),
        )
        for one in record["written"]
    )
    dirty = {PurePosixPath(path): Entry(*map(str, entry)) for path, entry in record["dirty"].items()}
    head = None if record["head"] is None else str(record["head"])
    before = Standing(head, tuple(one.path for one in written), dirty)
    asides = {_inside(place): _inside(aside) for place, aside in record["asides"].items()}
    return Journal(folder, str(record["message"]), before, str(record["token"]), written, asides)


def _inside(text: str) -> PurePosixPath:
    """A path of a journal; one that leads out of the work tree was not written by us."""
    path = PurePosixPath(text)
    if path.is_absolute() or ".." in path.parts or not path.parts or ".git" in path.parts:
        raise ValueError(text)
    return path


def left(git_dir: Path) -> bool:
    """Whether an act left anything behind; quick, for the beginning of every act."""
    return os.path.lexists(git_dir / JOURNAL) or any(git_dir.glob(f"{JOURNAL}.*"))


def sweep(git_dir: Path) -> None:
    """Remove journals that were not finished being written, or not finished being removed: nothing hangs on them."""
    for left in git_dir.glob(f"{JOURNAL}.*"):
        shutil.rmtree(left, ignore_errors=True)
