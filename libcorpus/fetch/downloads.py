"""Keeps what was taken from a server, and what has to be known to take only what changed.

    DIR/a3-sichere-radwege.json     as it came
    DIR/.libcorpus-fetch.json       of each address: file, hash, ETag, Last-Modified

An interrupted call has whole files and a true record of them; the next one goes on there. Knows no motions.
"""

import hashlib
import json
import os
import secrets
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final

from libcorpus.model.problems import refuse

STATE_FILE: Final = ".libcorpus-fetch.json"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one address. ``sha256`` is that of the file as it was written; texts are empty if not said."""

    file: str = ""
    sha256: str = ""
    etag: str = ""
    last_modified: str = ""


class Downloads:
    """A folder of downloads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known = _read(folder / STATE_FILE)

    def conditions(self, url: str) -> dict[str, str]:
        """The headers that ask for a file only if it changed; none if the one here is not what was written."""
        known = self.known.get(url)
        if known is None or not self._whole(known):
            return {}
        asked = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        return {name: value for name, value in asked.items() if value}

    def _whole(self, known: Known) -> bool:
        try:
            data = (self.folder / known.file).read_bytes()
        except OSError:
            return False
        return hashlib.sha256(data).hexdigest() == known.sha256

    def content(self, url: str) -> bytes | None:
        """What an address gave last time, if it is here, whole."""
        known = self.known.get(url)
        return (self.folder / known.file).read_bytes() if known and self._whole(known) else None

    def keep(self, url: str, file: str, data: bytes, headers: dict[str, str]) -> bool:
        """Write a file and what is known of it; returns whether it is new or other than it was."""
        digest = hashlib.sha256(data).hexdigest()
        before = self.known.get(url)
        changed = before is None or before.sha256 != digest or not self._whole(before)
        name = before.file if before is not None else self._free(file, data)
        if changed:
            _write(self.folder / name, data)
        self.known[url] = Known(name, digest, headers.get("etag", ""), headers.get("last-modified", ""))
        self._save()
        return changed

    def _free(self, file: str, data: bytes) -> str:
        """A name under which nothing else lies: another address may have given a file of the same name."""
        path = Path(file)
        count = 1
        while os.path.lexists(self.folder / file):
            owned = any(known.file == file for known in self.known.values())
            if not owned and (self.folder / file).is_file() and (self.folder / file).read_bytes() == data:
                break
            count += 1
            file = f"{path.stem}-{count}{path.suffix}"
        return file

    def _save(self) -> None:
        state = {"schema": 1, "files": {url: asdict(known) for url, known in sorted(self.known.items())}}
        _write(self.folder / STATE_FILE, (json.dumps(state, ensure_ascii=False, indent=1) + "\n").encode())


def _write(path: Path, data: bytes) -> None:
    """A file, whole or not at all: it is written beside its place and renamed."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        raise refuse("unwritable", str(path), why=error.strerror or "") from None
    finally:
        if os.path.lexists(beside):
            beside.unlink()


def _read(path: Path) -> dict[str, Known]:
    """What is known; a record that cannot be read is none: then everything is taken again."""
    names = {one.name for one in fields(Known)}
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        return {
            str(url): Known(**{name: str(value) for name, value in one.items() if name in names})
            for url, one in data["files"].items()
            if _is_plain(str(one["file"]))
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _is_plain(name: str) -> bool:
    """Whether a name of the record is a file of this folder: somebody may have written the record."""
    return bool(name) and Path(name).name == name and not name.startswith(".")
