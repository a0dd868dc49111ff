"""What git says, read as values: how paths stand, what a commit changed, which acts there were.

    1 .M N... 100644 100644 100644 <id> <id> text.txt   ->  {text.txt: Entry(".M", "100644", <id>)}
    <id> NUL Kim NUL 2026-05-04T10:00:00+02:00 NUL ...  ->  ActRecord(commit=<id>, author="Kim", ...)

Only formats that git separates by NUL are read, so any file name and any text may stand in them.
Knows nothing about running git.
"""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final, NamedTuple

FULL_ID: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_IDENT: Final = re.compile(r"(.*?) ?<(.*)> \d+ [+-]\d{4}", re.DOTALL)

#: A field of ``--format`` for each field of ``ActRecord``; the last two hold the trailers, as they stand and unfolded.
LOG_FORMAT: Final = "%x00".join(("%H", "%an", "%aI", "%cI", "%s", "%b", "%(trailers)", "%(trailers:only,unfold)"))
_LOG_FIELDS: Final = 8


class Entry(NamedTuple):
    """How a path that differs between HEAD, index and work tree stands; ``mode`` and ``oid`` are its index entry.

    ``state`` is git's XY pair, ``??`` for an untracked and ``!!`` for an ignored file; those have no entry.
    """

    state: str
    mode: str = ""
    oid: str = ""


class Standing(NamedTuple):
    """HEAD and index as they stood for some paths before an act, so that they can be put back.

    A path that is not in ``dirty`` is the same in HEAD, index and work tree, or in none of them.
    """

    head: str | None
    paths: tuple[PurePosixPath, ...]
    dirty: Mapping[PurePosixPath, Entry]


class Change(NamedTuple):
    """One path that a commit changed: the modes and blob ids before and after, zeros where there is none."""

    old_mode: str
    mode: str
    old_oid: str
    oid: str


class Made(NamedTuple):
    """A commit as it came out: its id, its parents, its message, and what it changed."""

    commit: str
    parents: tuple[str, ...]
    message: str
    changes: Mapping[PurePosixPath, Change]


@dataclass(frozen=True, slots=True)
class ActRecord:
    """One commit that touched a path: an act of archiving, or something people did by hand (then ``act`` is empty).

    Dates are ISO 8601 with offset. ``body`` is the message without subject and trailers.
    """

    commit: str
    author: str
    authored_at: str
    committed_at: str
    subject: str
    body: str
    trailers: Mapping[str, tuple[str, ...]]

    @property
    def act(self) -> str:
        """The kind of act, from the trailer ``Act``."""
        return next(iter(self.trailers.get("Act", ())), "")


def blob_id(content: bytes, like: str) -> str:
    """The id git gives these bytes, SHA-1 or SHA-256 as the id ``like`` is.

    >>> blob_id(b"", "0" * 40)
    'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'
    """
    header = b"blob %d\0" % len(content)
    if len(like) == 64:
        return hashlib.sha256(header + content).hexdigest()
    return hashlib.sha1(header + content, usedforsecurity=False).hexdigest()


def parse_status(out: bytes) -> tuple[str | None, dict[PurePosixPath, Entry]]:
    """HEAD and the differing paths, from ``git status --porcelain=v2 --branch --no-renames -z``."""
    head: str | None = None
    entries: dict[PurePosixPath, Entry] = {}
    for record in filter(None, os.fsdecode(out).split("\0")):
        kind = record[0]
        if record.startswith("# branch.oid "):
            head = _id_or_none(record.removeprefix("# branch.oid "))
        elif kind == "1":
            _, state, _, _, mode, _, _, oid, path = record.split(" ", 8)
            entries[PurePosixPath(path)] = Entry(state, mode, oid)
        elif kind == "u":
            entries[PurePosixPath(record.split(" ", 10)[10])] = Entry("UU")
        elif kind in "?!":
            entries[PurePosixPath(record[2:])] = Entry(kind * 2)
    return head, entries


def _id_or_none(text: str) -> str | None:
    return text if FULL_ID.fullmatch(text) else None


def parse_changes(out: bytes) -> dict[PurePosixPath, Change]:
    """The changed paths, from ``--raw -z --no-renames`` of any git diff command."""
    fields = iter(os.fsdecode(out).split("\0"))
    changes = {}
    for record in fields:
        # "git log -z" puts one more NUL between the message and the first record.
        if record.strip("\n"):
            old_mode, mode, old_oid, oid, _ = record.strip("\n").removeprefix(":").split(" ")
            changes[PurePosixPath(next(fields))] = Change(old_mode, mode, old_oid, oid)
    return changes


def parse_made(out: bytes) -> Made:
    """A commit, from ``git diff-tree --root -r -z --raw --format=%H%x00%P%x00%B%x00``."""
    commit, parents, message, rest = out.split(b"\0", 3)
    return Made(
        commit.decode("ascii"),
        tuple(parents.decode("ascii").split()),
        message.decode("utf-8", "replace"),
        parse_changes(rest),
    )


def parse_history(out: bytes) -> Iterator[ActRecord]:
    """The commits of ``git log -z --format=LOG_FORMAT``, in its order."""
    fields = out.decode("utf-8", "replace").split("\0")
    for start in range(0, len(fields) - _LOG_FIELDS + 1, _LOG_FIELDS):
        commit, author, authored_at, committed_at, subject, body, block, unfolded = fields[start : start + _LOG_FIELDS]
        text = body.rstrip("\n").removesuffix(block.rstrip("\n")).rstrip("\n")
        yield ActRecord(commit, author, authored_at, committed_at, subject, text, _trailers(unfolded))


def _trailers(unfolded: str) -> dict[str, tuple[str, ...]]:
    trailers: dict[str, tuple[str, ...]] = {}
    for line in filter(None, unfolded.split("\n")):
        key, _, value = line.partition(":")
        trailers[key] = (*trailers.get(key, ()), value.strip())
    return trailers


def parse_blobs(out: bytes) -> dict[str, bytes]:
    """The blobs that ``git cat-file --batch`` printed, by id; those that are missing are left out."""
    blobs: dict[str, bytes] = {}
    place = 0
    while place < len(out):
        end = out.index(b"\n", place)
        fields = out[place:end].split(b" ")
        place = end + 1
        if len(fields) == 3 and fields[1] == b"blob":
            size = int(fields[2])
            blobs[fields[0].decode("ascii")] = out[place : place + size]
            place += size + 1
    return blobs


def parse_ident(out: bytes) -> tuple[str, str]:
    """Name and mail address, from ``git var GIT_AUTHOR_IDENT``.

    >>> parse_ident("Zoë Öz <zoe@example.org> 1700000000 +0100".encode())
    ('Zoë Öz', 'zoe@example.org')
    """
    match = _IDENT.fullmatch(out.decode("utf-8", "replace").strip())
    return (match[1], match[2]) if match else ("", "")
