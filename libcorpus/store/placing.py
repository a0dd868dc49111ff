"""Puts files into a work tree and takes them back, so that nothing the user had is lost.

    look()       what stands at each path now; links and folders in the way are refused
    stage()      new content is written beside its place and forced to disk
    place()      renamed into place; a new folder appears whole, at once
    take_back()  from any point on the way: what stood there stands there again

The four steps stand here, in one place; the journal against a killed process is written between the first two.
Names on the way begin with ``.libcorpus-``. Knows no git.
"""

import contextlib
import os
import secrets
import shutil
import stat
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from libcorpus.model.problems import refuse

ASIDE: Final = ".libcorpus-"


# To force a file to disk is waiting: of many files, several wait at a time. Few are not worth a thread.
_MANY: Final = 32
_THREADS: Final = 8
_Order = tuple[Path, bytes, int | None]


class _Old(NamedTuple):
    content: bytes
    mode: int


class Placing:
    """Changes on their way into the work tree below ``top``; None for content deletes."""

    def __init__(self, top: Path, changes: Mapping[PurePosixPath, bytes | None]) -> None:
        self.top = top
        self.changes = dict(changes)
        self.old: dict[PurePosixPath, _Old | None] = {}
        # New folders, and files of folders that exist, with the names under which they are made ready.
        self._folders: dict[Path, Path] = {}
        self._files: dict[PurePosixPath, Path] = {}
        self.token = f"{ASIDE}{os.getpid()}-{secrets.token_hex(4)}"

    def look(self) -> None:
        """Remember what stands at each path; refuses what could lead the writing elsewhere."""
        looked: dict[Path, bool] = {self.top: True}
        for path in self.changes:
            missing = self._first_missing(path, looked)
            self.old[path] = None if missing else self._read(self.top / path)
            self._choose_aside(path, missing)

    def drop(self, path: PurePosixPath) -> None:
        """Leave a path out: it holds what it should already."""
        del self.changes[path], self.old[path]
        self._files.pop(path, None)

    def stage(self) -> None:
        """Write all new content beside its place, and have it on disk at the end; a full disk is found out here."""
        orders: list[_Order] = []
        for path, content in self.changes.items():
            if content is not None:
                target = self._staged(path)
                if path not in self._files:
                    target.parent.mkdir(parents=True, exist_ok=True)
                old = self.old[path]
                orders.append((target, content, old.mode if old else None))
        _write_all(orders)

    def place(self) -> None:
        """Rename everything into place, and remove what is to go together with folders that become empty."""
        for folder, aside in self._folders.items():
            aside.rename(folder)
        for path, aside in self._files.items():
            aside.replace(self.top / path)
        for path, content in self.changes.items():
            if content is None and self.old[path] is not None:
                (self.top / path).unlink()
                self._prune(path)

    def altered(self) -> list[PurePosixPath]:
        """Paths that do not hold what was placed: a hook may have rewritten them."""
        return [path for path, content in self.changes.items() if _now(self.top / path) != content]

    def take_back(self) -> None:
        """What stood at each path stands there again; our own files and folders are gone."""
        for path in self.changes:
            old, target = self.old[path], self.top / path
            if old is None:
                if _is_file(target):
                    target.unlink()
            elif _now(target) != old.content or stat.S_IMODE(target.stat().st_mode) != old.mode:
                target.parent.mkdir(parents=True, exist_ok=True)
                put(target, old.content, old.mode, self.token)
        self._remove_asides()
        for folder in self._folders:
            _remove_empty(folder)

    def asides(self) -> dict[PurePosixPath, PurePosixPath]:
        """The names under which things are made ready, by the folder or file they are for, from ``top``."""
        both = {**self._folders, **{self.top / path: aside for path, aside in self._files.items()}}
        return {PurePosixPath(a.relative_to(self.top)): PurePosixPath(b.relative_to(self.top)) for a, b in both.items()}

    # Where things go.

    def _first_missing(self, path: PurePosixPath, looked: dict[Path, bool]) -> Path | None:
        """The first folder on the way that is not there, or the file itself; None if it stands there."""
        place = self.top
        for part in path.parts[:-1]:
            place = place / part
            if place not in looked:
                looked[place] = self._is_folder(place)
            if not looked[place]:
                return place
        return None if os.path.lexists(place / path.name) else place / path.name

    def _is_folder(self, place: Path) -> bool:
        if place.is_symlink():
            raise refuse("symlink-in-the-way", place)
        if os.path.lexists(place) and not place.is_dir():
            raise refuse("in-the-way", place)
        return place.is_dir()

    def _read(self, place: Path) -> _Old:
        if place.is_symlink():
            raise refuse("symlink-in-the-way", place)
        if not place.is_file():
            raise refuse("in-the-way", place)
        return _Old(place.read_bytes(), stat.S_IMODE(place.stat().st_mode))

    def _choose_aside(self, path: PurePosixPath, missing: Path | None) -> None:
        if self.changes[path] is None:
            return
        if missing and missing != self.top / path:
            self._folders.setdefault(missing, missing.with_name(f"{self.token}-{len(self._folders)}"))
        else:
            self._files[path] = (self.top / path).with_name(f"{self.token}-f{len(self._files)}")

    def _staged(self, path: PurePosixPath) -> Path:
        if path in self._files:
            return self._files[path]
        place = self.top / path
        folder = next(folder for folder in place.parents if folder in self._folders)
        return self._folders[folder] / place.relative_to(folder)

    # Cleaning up.

    def _prune(self, path: PurePosixPath) -> None:
        """A clone has no empty folders, so none are left here either."""
        with contextlib.suppress(OSError):
            for folder in list(path.parents)[:-1]:
                (self.top / folder).rmdir()

    def _remove_asides(self) -> None:
        for aside in self._folders.values():
            shutil.rmtree(aside, ignore_errors=True)
        for aside in self._files.values():
            aside.unlink(missing_ok=True)


def put(place: Path, content: bytes, mode: int, token: str) -> None:
    """Write a file over another in one step; ``token`` begins the name under which it is made ready."""
    beside = place.with_name(f"{token}-back")
    beside.unlink(missing_ok=True)
    _write(beside, content, mode)
    beside.replace(place)


def _write_all(orders: Sequence[_Order]) -> None:
    """Write files and force them to disk; when this returns all are there, and no thread is left."""
    if len(orders) < _MANY:
        for order in orders:
            _write(*order)
        return
    with ThreadPoolExecutor(_THREADS) as pool:
        # The first that fails is raised, after those under way have ended and the others were called off.
        for _ in pool.map(lambda order: _write(*order), orders):
            pass


def _write(place: Path, content: bytes, mode: int | None) -> None:
    # 0o666 lets the umask decide, as for any file a person makes; a temporary file's 0o600 would stay.
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        place.chmod(mode)


def _is_file(place: Path) -> bool:
    return place.is_symlink() or place.is_file()


def _now(place: Path) -> bytes | None:
    return place.read_bytes() if place.is_file() and not place.is_symlink() else None


def _remove_empty(folder: Path) -> None:
    """Remove a folder with the empty folders in it; what a hook has put there stays."""
    for place, _, _ in os.walk(folder, topdown=False):
        with contextlib.suppress(OSError):
            Path(place).rmdir()
