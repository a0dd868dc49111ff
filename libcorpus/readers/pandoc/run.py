"""Runs pandoc on bytes, in its sandbox and in a process of its own: with a limit of time, memory and output.

bytes, "rtf"  ->  pandoc --sandbox  ->  JSON tree

The sandbox keeps pandoc from files and the network, whatever a text tells it to take in.
"""

import json
import os
import subprocess
import tempfile
from typing import Any, Final

from libcorpus.model.problems import refuse

SECONDS: Final = 120
MEMORY: Final = "1g"
MAX_OUTPUT: Final = 512 << 20
# GHC's own code for a heap that is full.
_HEAP_FULL: Final = 251


def tree_of(data: bytes, form: str, file_name: str) -> Any:
    """The tree that pandoc makes of bytes; refuses what it cannot read, or takes too long over."""
    command = [_program(file_name), "--sandbox", "--from", form, "--to", "json", "+RTS", f"-M{MEMORY}", "-RTS"]
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        # Into files: what does not fit is seen by its size, not by memory that runs out here.
        try:
            done = subprocess.run(  # noqa: S603 - the program is pandoc, and its arguments are ours
                command,
                input=data,
                stdout=out,
                stderr=err,
                cwd=folder,
                env=_environment(),
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise refuse("pandoc-limit", file_name, expected=f"{SECONDS} s") from None
        except OSError:
            raise _missing(file_name) from None
        if done.returncode == _HEAP_FULL or out.tell() > MAX_OUTPUT:
            raise refuse("pandoc-limit", file_name, expected=f"{MEMORY} / {MAX_OUTPUT >> 20} MB")
        out.seek(0)
        err.seek(0)
        said = err.read(4000).decode("utf-8", "replace").strip().split("\n")[0]
        return _parsed(out.read(), done.returncode, said, form, file_name)


def _parsed(out: bytes, code: int, said: str, form: str, file_name: str) -> Any:
    try:
        tree = json.loads(out) if code == 0 else None
    except (ValueError, RecursionError):
        tree = None
    if not isinstance(tree, dict) or "blocks" not in tree:
        raise refuse("pandoc-failed", file_name, expected=form, seen=said or f"exit code {code}")
    return tree


def _program(file_name: str) -> str:
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        raise _missing(file_name) from None


def _missing(file_name: str) -> Exception:
    return refuse("missing-extra", file_name, seen="this kind of file", package="pypandoc_binary", extra="pandoc")


def _environment() -> dict[str, str]:
    """What a program needs to start, and nothing of what the user's shell says."""
    return {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP") if name in os.environ} | {
        "LANG": "C.UTF-8",
        "GHCRTS": "",
    }
