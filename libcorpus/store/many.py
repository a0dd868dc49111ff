"""Reads a whole corpus at once, as bytes, and tells by one digest whether anything in it has changed.

    snapshot(layout)   ->   Snapshot   texts: (id, resolution.toml, text.txt, lines.tsv) …   digest: 9f60…

Opening thousands of files through ``pathlib`` takes longer than reading them. Knows no git.
"""

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from libcorpus.model.document import Document
from libcorpus.model.ids import ResolutionId
from libcorpus.model.problems import LibcorpusError, refuse
from libcorpus.model.resolution import Resolution
from libcorpus.store.layout import CORPUS_FILE, Layout, folder_of
from libcorpus.store.records import parse_resolution
from libcorpus.text.linetable import parse_document

_FILES: Final = ("resolution.toml", "text.txt", "lines.tsv")
# A link is not followed: what it leads to is no part of the corpus.
# Nor does a pipe keep anybody waiting.
_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


# What a file looked like when it was read: device, node, size, and when words and node were last changed.
Stamp = tuple[int, int, int, int, int]
# A change sooner after the one before than this may carry the same time, on the coarsest of file systems.
TICK: Final = 5_000_000_000


@dataclass(frozen=True, slots=True)
class RawText:
    """The files of one resolution, byte for byte; None for one that cannot be read, as of a text that was withdrawn."""

    layout: Layout
    id: ResolutionId
    record: bytes | None
    text: bytes | None
    lines: bytes | None
    stamps: tuple[Stamp | None, ...] = ()

    def looks_the_same(self, read_at: int) -> bool:
        """Whether no file can have been changed since it was read: each looks so, and had long been as it was then.

        ``read_at`` is the time before the first was read, in nanoseconds.
        """
        for file, stamp in zip(_FILES, self.stamps, strict=True):
            path = f"{self.layout.root}/resolutions/{self.id}/{file}"
            if stamp is None or max(stamp[3:]) > read_at - TICK or _stamp(os.lstat(path)) != stamp:
                return False
        return True

    def resolution(self) -> Resolution:
        """Its metadata."""
        return parse_resolution(self._decoded("resolution.toml", self.record), self.id, self._place("resolution.toml"))

    def words(self) -> str:
        """Its text, as it is."""
        return self._decoded("text.txt", self.text)

    def document(self) -> Document:
        """Its words and printed lines."""
        table = self._decoded("lines.tsv", self.lines)
        return parse_document(self.words(), table, self.layout.place(folder_of(self.id)))

    def _decoded(self, file: str, data: bytes | None) -> str:
        """The text of a file; refuses what cannot be read, and what is not UTF-8."""
        if data is None:
            return self.layout.read_text(folder_of(self.id) / file)
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            byte = error.object[error.start : error.start + 1].hex()
            raise refuse("not-utf8", self._place(file), seen=byte) from None

    def _place(self, file: str) -> str:
        return self.layout.place(folder_of(self.id) / file)


def read_all(layout: Layout) -> list[RawText]:
    """The files of all resolutions."""
    found = []
    for own_id in layout.resolution_ids():
        folder = f"resolutions/{own_id}"
        files = [_read(layout, f"{folder}/{file}") for file in _FILES]
        record, text, lines = (data for data, _ in files)
        found.append(RawText(layout, own_id, record, text, lines, tuple(stamp for _, stamp in files)))
    return found


def unchanged(layout: Layout, texts: Sequence[RawText], read_at: int) -> bool:
    """Whether the texts of a corpus are certainly those that were read; False where that cannot be told."""
    try:
        same = all(own.looks_the_same(read_at) for own in texts)
    except OSError:
        return False
    return same and [own.id for own in texts] == list(layout.resolution_ids())


def digest(layout: Layout, texts: Iterable[RawText]) -> str:
    """The hex SHA-256 of all that an answer can depend on: texts, organisations, topics, the corpus itself."""
    total = hashlib.sha256()
    for own in texts:
        _add(total, str(own.id).encode())
        for part in (own.record, own.text, own.lines):
            _add(total, b"" if part is None else part)
            _add(total, b"none" if part is None else b"")
    for folder in ("organisations", "topics"):
        for path in sorted((layout.root / folder).glob("*.toml")):
            _add(total, f"{folder}/{path.name}".encode())
            _add(total, layout.read(f"{folder}/{path.name}"))
    _add(total, layout.read(CORPUS_FILE))
    return total.hexdigest()


def _add(total: "hashlib._Hash", part: bytes) -> None:
    # With its length in front, so that no two rows of parts look the same.
    total.update(len(part).to_bytes(8, "big"))
    total.update(part)


def _read(layout: Layout, relative: str) -> tuple[bytes | None, Stamp | None]:
    # A corpus of another time lies in git and not on the disk.
    if type(layout) is not Layout:
        return _read_there(layout, relative), None
    try:
        file = os.open(f"{layout.root}/{relative}", _FLAGS)
    except OSError:
        return _read_there(layout, relative), None
    try:
        stamp = _stamp(os.fstat(file))
        parts = []
        while part := os.read(file, 1 << 20):
            parts.append(part)
        return b"".join(parts), stamp
    except OSError:
        # A folder can be opened, and refuses to be read.
        return None, None
    finally:
        os.close(file)


def _read_there(layout: Layout, relative: str) -> bytes | None:
    try:
        return layout.read(PurePosixPath(relative))
    except LibcorpusError:
        return None


def _stamp(seen: os.stat_result) -> Stamp:
    return (seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)
