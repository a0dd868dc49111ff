"""Does a job for many files in several processes, with the results in the order of the files.

    a.pdf, b.txt, c.docx  ->  two processes  ->  result of a, of b, of c

A process that dies of one file (a library that crashes, memory that runs out) costs that file alone: it is
tried once more by itself, and named if it ends its process again. Knows nothing of what the job is.
"""

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, Final, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Below that, starting processes takes longer than they spare.
FEW: Final = 8
# Results that wait for the one before them: many small ones, so that nobody idles while a batch is committed; of large
# ones few, because they are kept in memory.
_IN_FLIGHT: Final = 1000
_HEAVY: Final = 64 << 20
_MOST: Final = 8


def worker_count(items: int) -> int:
    """How many processes are worth their start for so many items: 1 means none beside our own.

    Processes are forked, which is quick, and needs no guard in the script of whoever calls. But a process that has
    threads must not be forked: the copy would wait for ever for locks that no thread of it holds.
    """
    if items < FEW or not _may_fork():
        return 1
    return min(len(os.sched_getaffinity(0)), _MOST)


def _may_fork() -> bool:
    """Whether this process has one thread only, those of libraries counted, which Python does not know."""
    try:
        return sum(1 for _ in Path("/proc/self/task").iterdir()) == 1
    except OSError:
        return False


def in_order(
    items: Sequence[Item],
    job: Callable[[Item], Result],
    crashed: Callable[[Item], Result],
    workers: int,
    weigh: Callable[[Item], int] = lambda item: 0,
) -> Iterator[Result]:
    """The result of a job for each item, in order; ``crashed`` stands in for one that ended its process.

    Items and results go between processes, the job does not. ``weigh`` says how many bytes an item takes, so that not
    too many are under way at a time.
    """
    if workers < 2:
        yield from map(job, items)
        return
    start = 0
    while start < len(items):
        for result in _pooled(items[start:], job, workers, weigh):
            start += 1
            yield result
        if start < len(items):
            # The pool broke. This file may be the reason, or only stood beside it: by itself it will show.
            yield _alone(items[start], job, crashed)
            start += 1


def _pooled(
    items: Sequence[Item], job: Callable[[Item], Result], workers: int, weigh: Callable[[Item], int]
) -> Iterator[Result]:
    """Results in order, up to the first that is lost because a process died."""
    running: deque[tuple[Future[Result], int]] = deque()
    weight = 0
    pool = _pool(workers, job)
    try:
        for item in items:
            own = weigh(item)
            while running and (len(running) >= _IN_FLIGHT or weight + own > _HEAVY):
                future, before = running.popleft()
                weight -= before
                yield future.result()
            running.append((pool.submit(_do, item), own))
            weight += own
        while running:
            yield running.popleft()[0].result()
    except BrokenProcessPool:
        return
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _alone(item: Item, job: Callable[[Item], Result], crashed: Callable[[Item], Result]) -> Result:
    with _pool(1, job) as pool:
        try:
            done: Future[Result] = pool.submit(_do, item)
            return done.result()
        except BrokenProcessPool:
            return crashed(item)


def _pool(workers: int, job: Callable[[Any], Any]) -> ProcessPoolExecutor:
    # A job may know ten thousand sources. The forked processes have it from their start; with each file it would have
    # to be sent again, which took longer than all else.
    arguments: dict[str, Any] = {"initializer": _begin, "initargs": (os.getpid(), job)}
    return ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), **arguments)


# What the processes of a pool do with each item.
_job: list[Callable[[Any], Any]] = []


def _do(item: Any) -> Any:
    return _job[0](item)


def _begin(parent: int, job: Callable[[Any], Any]) -> None:
    """What each process does first: Ctrl-C is for the parent, and without it there is nothing left to do."""
    _job[:] = [job]
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()


def _leave_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
