"""The process in which files are read that may be made to harm: see ``limits``.

    standard input:  ("read", bytes, "a.docx", options, limits)     standard output:  ("done", Draft)

It answers one order after the other until its input ends.
"""

import os
import pickle
import sys
import traceback
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO, Final

from libcorpus.model.problems import LibcorpusError, refuse
from libcorpus.readers import read, split
from libcorpus.readers.limits import bounded

_DEPTH: Final = 1000
JOBS: Final[Mapping[str, Callable[..., Any]]] = {
    "read": lambda data, file_name, options: bounded(read(data, file_name, options), file_name),
    "split": lambda data, file_name, options: split(data, file_name),
}


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Answer until the input ends."""
    while True:
        try:
            job, data, file_name, options, limits = pickle.load(source)  # noqa: S301 - our own process wrote it
        except EOFError:
            return
        _bound(limits)
        answer = _answer(job, data, file_name, options, limits)
        del data
        _unbound()
        pickle.dump(answer, target)
        target.flush()


def _answer(job: str, data: bytes, file_name: str, options: Any, limits: Mapping[str, int]) -> tuple[str, Any]:
    try:
        return "done", JOBS[job](data, file_name, options)
    except LibcorpusError as error:
        return "refused", error
    except MemoryError:
        return "limit", f"{limits['memory'] >> 20} MB"
    except RecursionError:
        return "refused", refuse("nested-too-deep", file_name, expected=_DEPTH)
    except Exception:
        return "fault", traceback.format_exc()


def _bound(limits: Mapping[str, int]) -> None:
    """No more memory and processor time than this, where the system can hold a process to it."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = int(used.ru_utime + used.ru_stime) + limits["seconds"]
        for kind, wanted in ((resource.RLIMIT_AS, limits["memory"]), (resource.RLIMIT_CPU, seconds)):
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


def _unbound() -> None:
    """To hand an answer over is no reading; and a process that is started later has limits of its own."""
    if sys.platform != "win32":
        import resource

        for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU):
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (hard, hard))


def main() -> None:
    """Serve on the standard streams; what a library prints goes nowhere."""
    target = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    serve(sys.stdin.buffer, target)
    # The processes it started end with their input.
    os._exit(0)


if __name__ == "__main__":
    main()
