"""Whether an act left something behind that is to be put right: a look at the names in the git folder, without git.

    unfinished(corpus_root)  ->  .git/libcorpus-journal, or None

Quick enough for the beginning of every command.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

JOURNAL: Final = "libcorpus-journal"
_POINTER: Final = b"gitdir: "


def unfinished(folder: Path) -> Path | None:
    """A journal in the git folder of the work tree that holds ``folder``, or what is left of one, if any lies there."""
    for place in (folder, *folder.parents):
        if os.path.lexists(place / ".git"):
            return next(_journals(_git_folder(place / ".git")), None)
    return None


def _journals(git_folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError), os.scandir(git_folder) as entries:
        yield from sorted(git_folder / entry.name for entry in entries if entry.name.startswith(JOURNAL))


def _git_folder(dot_git: Path) -> Path:
    """The folder itself, or the one a linked work tree or a submodule points to."""
    if dot_git.is_dir():
        return dot_git
    try:
        text = dot_git.read_bytes()
    except OSError:
        return dot_git
    return (
        dot_git.parent / os.fsdecode(text.removeprefix(_POINTER).rstrip(b"\r\n")) if text[:8] == _POINTER else dot_git
    )
