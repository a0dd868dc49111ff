"""The process in which pdfium works: a hostile file can end this process and no other.

    stdin:  {"length": 120345, "memory": …} and that many bytes      stdout: a record a line, then {"done": true}

It serves one file after the other until its input ends, so that starting it is paid for once.
"""

import json
import sys
from typing import Any, BinaryIO, Final

from libcorpus.readers.pdf.glyphs import pages

# A book of 5,000 pages takes half a minute.
SECONDS: Final = 600


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Answer until the input ends."""
    while line := source.readline():
        order = json.loads(line)
        _bound(order["memory"])
        data = source.read(order["length"])
        for record in pages(data, order):
            _write(target, record)
        _write(target, {"done": True})


def _write(target: BinaryIO, record: dict[str, Any]) -> None:
    target.write(json.dumps(record, ensure_ascii=True).encode() + b"\n")
    target.flush()


def _bound(memory: int) -> None:
    """No more memory than this, and some minutes, where the system can hold a process to it.

    Who ordered the pages looks at the clock as well; but it may have ended, and then nobody does.
    """
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = resource.getrlimit(resource.RLIMIT_CPU)[1]
        seconds = int(used.ru_utime + used.ru_stime) + SECONDS
        resource.setrlimit(
            resource.RLIMIT_CPU, (seconds if most == resource.RLIM_INFINITY else min(seconds, most), most)
        )
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        limit = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def main() -> None:
    """Serve on the standard streams."""
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
