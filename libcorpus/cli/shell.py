"""What every command needs of its surroundings: the corpus, the terminal, JSON, progress.

    corpus() -> the corpus that --corpus, LIBCORPUS_CORPUS or the current folder means

Knows the terminal; no command knows it otherwise.
"""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from libcorpus.cli.words import say
from libcorpus.model.harmless import escaped, harmless
from libcorpus.model.problems import refuse
from libcorpus.render.style import Style

if TYPE_CHECKING:
    from libcorpus.corpus import Corpus


class Settings:
    """What was said before the command: which corpus, and whether the command writes."""

    corpus = ""
    writes = False


def corpus() -> "Corpus":
    """The corpus the call means; before a command that writes, an act that was interrupted is settled and told."""
    from libcorpus.cli.running import tell
    from libcorpus.corpus import Corpus

    opened = Corpus.open(Settings.corpus)
    if Settings.writes:
        tell(opened.settle())
    return opened


def echo(text: str = "") -> None:
    """Print a line on standard output, without blanks at its end."""
    typer.echo(text.rstrip(" "))


def note(text: str) -> None:
    """Print a line on standard error."""
    typer.echo(text, err=True)


def echo_json(data: object) -> None:
    """Print data as JSON, in a form that is the same every time."""
    typer.echo(json_text(data))


def json_text(data: object) -> str:
    """Data as JSON, in a form that is the same every time, with nothing in it that a terminal obeys."""
    import json

    return escaped(json.dumps(data, ensure_ascii=False, indent=2))


def write_file(path: Path, text: str) -> None:
    """Write a report to a file, in UTF-8 with the line ends it has; refuses a place that cannot be written."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file and say so; refuses a place that cannot be written."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise refuse("unwritable", str(path), why=error.strerror or "") from None
    note(say("written", path=harmless(path)))


def style() -> Style:
    """How standard output is to be coloured and how wide it is."""
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Style(colour, max(60, min(shutil.get_terminal_size((100, 24)).columns, 120)))


class Progress:
    """A line on standard error that counts; nothing where standard error is no terminal."""

    def __init__(self, key: str, total: int = 0) -> None:
        self.key = key
        self.total = total
        self.shown = sys.stderr.isatty()

    def __call__(self, done: int) -> None:
        """Show how many are done."""
        if self.shown:
            typer.echo(f"\r{say(self.key, done=done, total=self.total)}", err=True, nl=False)

    def close(self) -> None:
        """End the line."""
        if self.shown:
            typer.echo("\r\x1b[K", err=True, nl=False)


def own_version() -> str:
    """The version of libcorpus."""
    from libcorpus import __version__

    return f"libcorpus {__version__}"
