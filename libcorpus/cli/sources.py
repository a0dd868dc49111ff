"""Commands about sources: ``read``, ``reread``, ``fetch``.

libcorpus read beschluss.pdf
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from libcorpus.cli.receipts import tell_remarks
from libcorpus.cli.running import BAD, DONE, tell
from libcorpus.cli.shell import corpus, echo, echo_json, style
from libcorpus.cli.words import language, say
from libcorpus.model.harmless import harmless
from libcorpus.model.problems import LibcorpusError, refuse

if TYPE_CHECKING:
    from libcorpus.flows.rereading import Reread
    from libcorpus.readers import ReadOptions

_FIRST = typer.Option("--first-line", min=1, metavar="N", help=say("help.first_line"))
_LENGTH = typer.Option("--line-length", min=0, metavar="N", help=say("help.line_length"))


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""

    @app.command("read", help=say("read"))
    def read(
        file: Annotated[Path | None, typer.Argument(metavar="FILE", help=say("help.read.file"))] = None,
        split: Annotated[bool, typer.Option("--split", help=say("help.read.split"))] = False,
        tracked: Annotated[str, typer.Option("--tracked", metavar="accept|reject", help=say("help.tracked"))] = "",
        first_line: Annotated[int, _FIRST] = 1,
        line_length: Annotated[int, _LENGTH] = 0,
        text_language: Annotated[str, typer.Option("--language", help=say("help.language"))] = "",
        readers: Annotated[bool, typer.Option("--readers", help=say("help.readers"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        from libcorpus.readers import ReadOptions

        if readers or file is None:
            raise typer.Exit(_list_readers(as_json) if readers else _no_file())
        options = ReadOptions(tracked=tracked, first_line=first_line, line_length=line_length)
        raise typer.Exit((_read_book if split else _read)(file, options, text_language, as_json))

    @app.command("reread", help=say("reread"))
    def reread(
        own_id: Annotated[str, typer.Argument(metavar="ID", help=say("help.id"))],
        drop: Annotated[list[int] | None, typer.Option("--drop", metavar="N", help=say("help.drop"))] = None,
        dry_run: Annotated[bool, typer.Option("--dry-run", help=say("help.reread.dry_run"))] = False,
        yes: Annotated[bool, typer.Option("--yes", help=say("help.yes"))] = False,
        reason: Annotated[str, typer.Option("--reason", help=say("help.reason"))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        source = corpus()
        found = source.read_again(own_id, drop or [])
        commit = ""
        if not as_json:
            _tell_reread(found)
        if found.changes and not dry_run and _agreed(yes, as_json):
            commit = source.reread(found, reason)
            if not as_json:
                echo(say("done", commit=commit[:10]))
        if as_json:
            _reread_json(found, commit)


def _no_file() -> int:
    raise refuse("read-wants-file")


def _read(file: Path, options: "ReadOptions", text_language: str, as_json: bool) -> int:
    from libcorpus.flows.reading import read_source
    from libcorpus.render.drafts import reading_as_data, render_reading
    from libcorpus.store.layout import read_bytes

    reading = read_source(read_bytes(file), file.name, options, text_language)
    if as_json:
        echo_json({"schema": 1, **reading_as_data(reading)})
    else:
        for line in render_reading(reading, style(), language()):
            echo(line)
    return DONE


def _read_book(file: Path, options: "ReadOptions", text_language: str, as_json: bool) -> int:
    from libcorpus.flows.splitting import read_book
    from libcorpus.render.drafts import book_as_data, render_book
    from libcorpus.store.layout import read_bytes

    book = read_book(read_bytes(file), file.name, options, text_language)
    if as_json:
        echo_json({"schema": 1, **book_as_data(book)})
    else:
        for line in render_book(book, style(), language()):
            echo(line)
    return BAD if any(isinstance(part, LibcorpusError) for part in book.parts) else DONE


def _list_readers(as_json: bool) -> int:
    """The readers there are, in the order in which they are asked, and what is wrong with those of other packages."""
    from libcorpus.readers import READERS, plugged

    others, broken = plugged()
    found = [(reader, getattr(reader, "package", "libcorpus")) for reader in (*READERS, *others)]
    if as_json:
        data = [
            {
                "reader": reader.name,
                "media_type": reader.media_type,
                "suffixes": [suffix for suffix in reader.suffixes if suffix],
                "package": package,
            }
            for reader, package in found
        ]
        problems = [{"key": problem.key, "text": str(problem)} for problem in broken]
        echo_json({"schema": 1, "readers": data, "problems": problems})
    else:
        for reader, package in found:
            suffixes = " ".join(suffix for suffix in reader.suffixes if suffix)
            own = "" if package == "libcorpus" else f"  ({package})"
            echo(harmless(f"{reader.name:<20}  {reader.media_type:<24}  {suffixes}{own}"))
        tell(broken)
    return BAD if broken else DONE


# Reading again.


def _tell_reread(found: "Reread") -> None:
    from libcorpus.render.account import render_comparison
    from libcorpus.render.paragraphs import render_paragraphs

    old, new = found.old.source.reader, found.new.source.reader
    if not found.changes:
        echo(say("reread-same", reader=harmless(new)))
    elif found.same_words:
        echo(say("reread-record", old=harmless(old), new=harmless(new)))
    else:
        echo(say("reread-read", old=harmless(old), new=harmless(new)))
        for line in render_comparison(found.comparison, style(), language(), False, ()):
            echo(line)
        for line in render_paragraphs(found.comparison, style(), language()):
            echo(line)
    tell_remarks(found.remarks)


def _agreed(yes: bool, as_json: bool) -> bool:
    """Whether the difference is to be committed; where nobody can be asked, it has to be said beforehand."""
    if yes:
        return True
    if as_json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise refuse("wants-yes")
    echo(say("reread-ask"))
    if sys.stdin.readline().strip().lower() in ("y", "yes", "j", "ja"):
        return True
    echo(say("reread-left"))
    return False


def _reread_json(found: "Reread", commit: str) -> None:
    from libcorpus.flows.comparing import as_data

    echo_json(
        {
            "schema": 1,
            "id": str(found.old.id),
            "readers": [found.old.source.reader, found.new.source.reader],
            "changed_files": [path.name for path in found.changes],
            "comparison": as_data(found.comparison, with_related=False),
            "remarks": [{"key": one.key, "place": one.place, "text": str(one)} for one in found.remarks],
            "commit": commit,
        }
    )
