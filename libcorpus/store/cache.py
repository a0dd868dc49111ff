"""Keeps answers that took long, outside of the corpus: one file each, named by all that the answer depends on.

    ~/.cache/libcorpus/answers/9f60…   ->   libcorpus answer 1
                                            <sha256 of name and answer>
                                            Integration: …

Nothing here is ever needed: a file that is missing, cut off, altered or too large counts as not there, and a folder
that cannot be written is passed over. It is the user's own cache folder and not the one of the repository, because a
repository can come from anywhere, with answers somebody else wrote into it; for the same reason the folder has to
belong to the user and to nobody else. Knows bytes and names, nothing of what they mean.
"""

import contextlib
import hashlib
import os
import re
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HEAD: Final = b"libcorpus answer 1\n"
LARGEST: Final = 64_000_000
# So many answers are kept, and so many bytes; what was not made lately goes first.
MOST: Final = 64
MOST_BYTES: Final = 256_000_000
HOUR: Final = 3_600_000_000_000
OFF: Final = "off"
# What a report holds of control characters: line ends, tabs, and colours. Anything else is no report.
_COLOUR: Final = re.compile("\x1b\\[[0-9;]*m")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def cache_folder() -> Path | None:
    """The user's folder for what can be made again, or None where there is none or none is wanted."""
    named = os.environ.get("LIBCORPUS_CACHE", "")
    if named == OFF:
        return None
    if named:
        return Path(named).absolute()
    shared = os.environ.get("XDG_CACHE_HOME", "") or os.environ.get("LOCALAPPDATA", "")
    if shared and Path(shared).is_absolute():
        return Path(shared) / "libcorpus" / "answers"
    try:
        return Path.home() / ".cache" / "libcorpus" / "answers"
    except RuntimeError:
        return None


@dataclass(frozen=True, slots=True)
class Cache:
    """Answers in a folder, by the name of all they depend on: a hex digest."""

    folder: Path

    def get(self, name: str) -> str | None:
        """The answer of a name, if it is there and whole."""
        data = self._read(name)
        if data is None or not data.startswith(HEAD):
            return None
        proof, _, body = data[len(HEAD) :].partition(b"\n")
        if not secrets.compare_digest(proof, _proof(name, body)):
            return None
        try:
            answer = body.decode("utf-8")
        except UnicodeDecodeError:
            return None
        return answer if is_report(answer) else None

    def put(self, name: str, answer: str) -> None:
        """Keep an answer, whole or not at all."""
        body = answer.encode("utf-8", "surrogatepass")
        if len(body) > LARGEST or not is_report(answer) or not self._ready():
            return
        aside = self.folder / f".{os.getpid()}-{secrets.token_hex(8)}"
        with contextlib.suppress(OSError):
            try:
                aside.write_bytes(HEAD + _proof(name, body) + b"\n" + body)
                aside.replace(self.folder / name)
            finally:
                aside.unlink(missing_ok=True)
            self._prune()

    def _read(self, name: str) -> bytes | None:
        if not self._own():
            return None
        try:
            file = os.open(self.folder / name, _FLAGS)
        except OSError:
            return None
        try:
            seen = os.fstat(file)
            if not stat.S_ISREG(seen.st_mode) or seen.st_size > LARGEST + 1000:
                return None
            with open(file, "rb", closefd=False) as stream:
                return stream.read(LARGEST + 1000)
        except OSError:
            return None
        finally:
            os.close(file)

    def _ready(self) -> bool:
        with contextlib.suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self._own()

    def _own(self) -> bool:
        """Whether the folder is one, is the user's, and nobody else can write to it."""
        try:
            seen = self.folder.lstat()
        except OSError:
            return False
        private = not seen.st_mode & 0o022 and seen.st_uid == os.geteuid() if hasattr(os, "geteuid") else True
        return stat.S_ISDIR(seen.st_mode) and private

    def _prune(self) -> None:
        """Take away what was made longest ago, beyond what is to be kept, and what a killed process left half made."""
        seen = sorted(((path.stat(), path) for path in self.folder.iterdir()), key=lambda one: -one[0].st_mtime_ns)
        kept = number = 0
        for found, path in seen:
            if path.name.startswith("."):
                if found.st_mtime_ns < seen[0][0].st_mtime_ns - HOUR:
                    path.unlink(missing_ok=True)
                continue
            number, kept = number + 1, kept + found.st_size
            if number > MOST or kept > MOST_BYTES:
                path.unlink(missing_ok=True)


def _proof(name: str, body: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + body).hexdigest().encode()


def is_report(text: str) -> bool:
    """Whether a text has no control characters but those of a report."""
    return _CONTROL.search(_COLOUR.sub("", text)) is None
