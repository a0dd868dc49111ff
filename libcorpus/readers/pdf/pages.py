"""Pages of a file, read by a process of its own within limits of time, memory, pages and characters.

    bytes -> worker -> Page, Page, …         or a refusal that says which limit, and the page

pdfium is fast and large, and files come from strangers. What crashes or hangs it ends the worker, and this
process says so.
"""

import atexit
import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any, Final

from libcorpus.model.problems import LibcorpusError, refuse
from libcorpus.readers.pdf.values import Page, Style, Word

MAX_PAGES: Final = 5_000
MAX_CHARACTERS: Final = 20_000_000
MAX_ON_PAGE: Final = 100_000
MAX_MEMORY: Final = 4 * 1024**3
SECONDS_A_PAGE: Final = 30
_LAST_WORDS: Final = 10.0
# Starting a second process pays for files of more than some twenty pages.
_SHARED_FROM: Final = 150_000
_CODE: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from libcorpus.readers.pdf.worker import main; main()"
)


class _Worker:
    """A process that reads files, one after the other. A thread takes what it writes, so that it need not wait."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(  # noqa: S603
            # "-P": a folder of a stranger, in which the program is called, must not bring a module "json".
            [sys.executable, "-P", "-c", _CODE, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.records: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self.done = self.late = False
        self.owner = os.getpid()
        self.thread = threading.Thread(target=self._take, daemon=True)
        self.thread.start()

    def _take(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.records.put(line)
        self.records.put(b"")

    def order(self, data: bytes, order: dict[str, Any]) -> None:
        """Hand it a file; a process that has ended shows when it is asked for the records."""
        assert self.process.stdin is not None
        self.done = False
        try:
            self.process.stdin.write(json.dumps({**order, "length": len(data)}).encode() + b"\n" + data)
            self.process.stdin.flush()
        except OSError:
            self.process.kill()

    def answers(self) -> Iterator[dict[str, Any]]:
        """The records for a file; an empty one says that the process ended, or was ended for taking too long."""
        while not self.done:
            try:
                line = self.records.get(timeout=SECONDS_A_PAGE)
            except queue.Empty:
                self.late, line = True, b""
            record = json.loads(line) if line.endswith(b"\n") else {}
            self.done = "done" in record
            if not self.done:
                yield record
            if not record:
                return

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.wait()
        # A stream must not be closed while the thread reads from it: with the process it comes to its end.
        self.thread.join(_LAST_WORDS)
        if self.process.stdin is not None:
            with contextlib.suppress(OSError):
                self.process.stdin.close()
        if self.process.stdout is not None and not self.thread.is_alive():
            self.process.stdout.close()


_IDLE: list[_Worker] = []
# Workers of the process that this one was forked from: not ours to ask, nor to end.
_INHERITED: list[_Worker] = []


def _free_worker() -> _Worker:
    """A worker that waits, or a new one."""
    while _IDLE:
        worker = _IDLE.pop()
        if worker.owner != os.getpid():
            _INHERITED.append(worker)
        elif worker.process.poll() is None:
            return worker
        else:
            # It ended while nobody asked, as where memory ran short: no file is to pay for that.
            worker.end()
    return _Worker()


@atexit.register
def _end_idle() -> None:
    for worker in _IDLE:
        if worker.owner == os.getpid():
            worker.end()


def read_pages(data: bytes, file_name: str) -> Iterator[Page]:
    """The pages of a file in order; refuses what cannot be read, with the page where it is one's fault.

    A long file is shared by two processes.
    """
    _check_installed(file_name)
    # The empty password opens what is only protected against printing or copying.
    limits = {"pages": MAX_PAGES, "characters": MAX_CHARACTERS, "on_page": MAX_ON_PAGE, "memory": MAX_MEMORY}
    order = {"password": "", **limits}
    parts = 2 if len(data) >= _SHARED_FROM and (os.cpu_count() or 1) > 1 else 1
    workers = [_free_worker() for _ in range(parts)]
    page = total = 0
    try:
        for own, worker in enumerate(workers):
            worker.order(data, {**order, "share": [own, parts]})
        for worker in workers:
            for record in worker.answers():
                if not record:
                    raise _ended(worker, file_name, page + 1)
                if "refuse" in record:
                    raise refuse(record["refuse"], file_name, **record.get("values", {}))
                if "words" in record:
                    page = record["page"]
                    total += sum(len(word[0]) for word in record["words"])
                    if total > MAX_CHARACTERS:
                        raise refuse("pdf-too-much-text", file_name, seen=total, limit=MAX_CHARACTERS)
                    yield _page(record)
    finally:
        for worker in workers:
            if worker.done and worker.process.poll() is None:
                _IDLE.append(worker)
            else:
                worker.end()


def idle_processes() -> list[int]:
    """The processes that wait for the next file, for those who measure."""
    return [worker.process.pid for worker in _IDLE]


def _check_installed(file_name: str) -> None:
    from importlib.util import find_spec

    if find_spec("pypdfium2") is None:
        raise refuse("pdf-not-installed", file_name)


def _ended(worker: _Worker, file_name: str, page: int) -> LibcorpusError:
    if worker.late:
        return refuse("pdf-too-slow", file_name, page=page, seconds=SECONDS_A_PAGE)
    return refuse("pdf-crashed", file_name, page=page, memory=MAX_MEMORY // 1024**2)


def _page(record: dict[str, Any]) -> Page:
    styles = [Style(*style) for style in record["styles"]]
    words = tuple(
        Word(text, x0, x1, y, size, styles[style], bool(blank), kind)
        for text, x0, x1, y, size, style, blank, kind in record["words"]
    )
    dots = tuple((left, right, y) for left, right, y in record["dots"])
    size = (record["width"], record["height"])
    return Page(record["page"], *size, words, tuple(record["notes"]), record["scanned"], dots)
