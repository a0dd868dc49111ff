"""Every command that only reads, with the options that lead to git: what a stranger's corpus is looked at with."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tests.cli.conftest import EXAMPLES, Session

DRAFT: Final = str(EXAMPLES / "2024-01-13-lindenfurt-fuer-alle.txt")
READING: Final[tuple[tuple[str, ...], ...]] = (
    ("list",),
    ("list", "--json"),
    ("show", "@2014"),
    ("show", "@2014", "--numbered"),
    ("show", "@2014", "--json"),
    ("cite", "@2014", "--lines", "3"),
    ("search", "Stadt"),
    ("diff", "@2009", "@2014"),
    ("diff", "@2014", "--known-at", "HEAD"),
    ("where", "@2009", "--lines", "3", "--in", "@2014"),
    ("origin", "@2014"),
    ("positions", "integration"),
    ("topics",),
    ("beschlusslage", "integration", "--as-of", "2020"),
    ("beschlusslage", "integration", "--as-of", "2020", "--known-at", "HEAD"),
    ("novelty", DRAFT, "--as-of", "2020"),
    ("history", "@2014"),
    ("check",),
    ("check", "--sealed"),
    ("read", DRAFT),
    ("reread", "@2014", "--dry-run"),
    ("archive", DRAFT, "--dry-run"),
)
"""Commands that write only where they are told to stand here with what makes them read only."""

WITH_GIT: Final = tuple(
    arguments for arguments in READING if arguments[0] in ("history", "check") or "--known-at" in arguments
)
"""Those that ask git."""


def read_everything(
    session: Session, commands: Iterable[tuple[str, ...]] = READING
) -> dict[tuple[str, ...], tuple[int, str, str]]:
    """What each reading command ends with; none of them may be a fault of ours."""
    seen = {arguments: session(*arguments) for arguments in commands}
    faults = {arguments: answer for arguments, answer in seen.items() if answer[0] not in (0, 1, 2)}
    assert not faults
    return seen


def planted(folder: Path, then: str = "cat") -> tuple[Path, Path]:
    """A program that leaves a mark when somebody runs it, and the mark; what it does ``then`` is what a filter does."""
    mark, program = folder / "evil.ran", folder / "evil.sh"
    program.write_text(f'#!/bin/sh\necho "$0 $*" >> "{mark}"\n{then}\nexit 0\n', "utf-8")
    program.chmod(0o755)
    return program, mark
