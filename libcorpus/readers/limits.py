"""Reads files that may be made to harm in a process of its own: with limits of memory, processor time and time.

    plain text                   ->  read here
    PDF, Word, ODT, HTML, JSON   ->  worker process  ->  Draft, Book      or a refusal that names the limit

A process that crashes, or goes on for ever, ends alone. Which of both reads a file never changes what is read. The
limits are no sandbox: the worker may do what its user may. It serves one file after the other, so that its start is
paid for once, and ends with the process that started it.
"""

import json
import os
import pickle
import signal
import subprocess
import sys
import threading
from typing import Any, Final, cast

from libcorpus.model.draft import Draft
from libcorpus.model.problems import LibcorpusError, refuse
from libcorpus.readers import read as _read
from libcorpus.readers import split as _split
from libcorpus.readers.base import NO_OPTIONS, Book, ReadOptions, suffix_of

MEMORY: Final = 3 << 30
PROCESSOR_SECONDS: Final = 300
SECONDS: Final = 600
# A line of text takes some hundred bytes of memory for each of its own; a book has one or two million bytes.
MAX_TEXT: Final = 32 << 20
# As many as a PDF may have: the largest programme there is has a fiftieth of it.
MAX_CHARACTERS: Final = 20_000_000
_PLAIN: Final = frozenset(["", ".txt", ".text", ".md", ".markdown", ".adoc", ".asciidoc"])
_NO_TEXT: Final = (b"PK", b"{", b"[", b"<", b"\xd0\xcf\x11\xe0")
_PAGES: Final = (b"%PDF-", b"<html", b"<HTML", b"<h1", b"<!DOCTYPE", b"<!doctype")
# "-P": a folder of a stranger, in which the program is called, must not bring modules of its own.
_CODE: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from libcorpus.readers.worker import main; main()"
)


_OUT_OF_TIME: Final = -getattr(signal, "SIGXCPU", 1000)


class ReadingFaultError(RuntimeError):
    """A reader failed in its process in a way that is a fault of ours; the text is its traceback."""


def read(data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS) -> Draft:
    """The draft of a file; refuses one that cannot be read, or not within the limits."""
    if _is_plain(data, file_name):
        return bounded(_read(data, file_name, options), file_name)
    return cast(Draft, _asked("read", data, file_name, options))


def split(data: bytes, file_name: str) -> Book:
    """The resolutions of a book; refuses a file that cannot be split, or not within the limits."""
    if _is_plain(data, file_name):
        return _split(data, file_name)
    return cast(Book, _asked("split", data, file_name, NO_OPTIONS))


def bounded(draft: Draft, file_name: str) -> Draft:
    """The draft; refuses one whose words nobody could go through."""
    seen = sum(len(block.flat) for block in draft.blocks)
    if seen > MAX_CHARACTERS:
        raise refuse("text-too-long", file_name, seen=seen, limit=MAX_CHARACTERS)
    return draft


def _is_plain(data: bytes, file_name: str) -> bool:
    """Whether a file is text by its name and looks it; refuses text that is too large."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    plain = suffix_of(file_name) in _PLAIN and not start.startswith(_NO_TEXT)
    if not plain or any(sign in data for sign in _PAGES):
        return False
    if len(data) > MAX_TEXT:
        raise refuse("file-too-large", file_name, limit=MAX_TEXT >> 20)
    return True


class _Worker:
    """The process that reads. ``owner`` started it: a process that was forked since must not write to it."""

    def __init__(self) -> None:
        self.owner, self.late = os.getpid(), False
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own code
            [sys.executable, "-P", "-c", _CODE, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def answer(self, order: tuple[Any, ...]) -> Any:
        """What it answers, or None if it ended, or was ended, before."""
        limit = threading.Timer(SECONDS, self._end_late)
        limit.daemon = True
        limit.start()
        try:
            assert self.process.stdin is not None
            assert self.process.stdout is not None
            pickle.dump(order, self.process.stdin)
            self.process.stdin.flush()
            return pickle.load(self.process.stdout)  # noqa: S301 - what it says is what our own code put together
        except (OSError, EOFError, pickle.UnpicklingError):
            return None
        finally:
            limit.cancel()

    def _end_late(self) -> None:
        self.late = True
        self.process.kill()

    def end(self) -> int:
        """End it, whatever it is doing; how it ended."""
        if self.process.stdin is not None and self.process.stdout is not None:
            self.process.stdout.close()
            try:
                self.process.stdin.close()
            except OSError:
                self.process.kill()
        try:
            return self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


_IDLE: list[_Worker] = []


def _asked(job: str, data: bytes, file_name: str, options: ReadOptions) -> Any:
    used, worker = _next()
    limits = {"memory": MEMORY, "seconds": PROCESSOR_SECONDS}
    try:
        answer = worker.answer((job, data, file_name, options, limits))
    except BaseException:
        # Ctrl-C: what it would answer now belongs to nobody.
        worker.process.kill()
        worker.end()
        raise
    if answer is None and used and not worker.late and worker.end() != _OUT_OF_TIME:
        # It may have ended while nobody asked: the file is tried again, at last by a new one.
        return _asked(job, data, file_name, options)
    if answer is None:
        raise _ended(worker, file_name)
    kind, value = answer
    if kind == "limit":
        # What it holds by now is not given back: the next file gets a process of its own.
        worker.end()
        raise refuse("reading-limit", file_name, expected=value)
    _IDLE.append(worker)
    if kind == "refused":
        raise value
    if kind == "fault":
        raise ReadingFaultError(value)
    return value


def _next() -> tuple[bool, _Worker]:
    """A worker that waits, or a new one; and whether it has served before."""
    while _IDLE:
        worker = _IDLE.pop()
        if worker.owner == os.getpid() and worker.process.poll() is None:
            return True, worker
        if worker.owner == os.getpid():
            worker.end()
    return False, _Worker()


def _ended(worker: _Worker, file_name: str) -> LibcorpusError:
    code = worker.end()
    if worker.late:
        return refuse("reading-limit", file_name, expected=f"{SECONDS} s")
    if code == _OUT_OF_TIME:
        return refuse("reading-limit", file_name, expected=f"{PROCESSOR_SECONDS} s CPU")
    return refuse("reading-crashed", file_name)
