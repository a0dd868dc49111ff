"""The process in which pdfium works: a hostile file can end this process and no other.

    stdin:  {"length": 120345, "memory": …} and that many bytes      stdout: a record a line, then {"done": true}

It serves one file after the other until its input ends, so that starting it is paid for once.
"""

import json
import sys
from typing import Any, BinaryIO

from libcorpus.readers.pdf.glyphs import pages


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
    """No more memory than this, where the system can hold a process to it."""
    if sys.platform != "win32":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        limit = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def main() -> None:
    """Serve on the standard streams."""
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
