"""Commands that change what is known: ``organisation``, ``describe``, ``correct``, ``withdraw``.

libcorpus describe 2.13 votes="einstimmig" --reason "Protokoll nachgereicht"
"""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from libcorpus.cli.shell import corpus, echo, echo_json
from libcorpus.cli.words import say
from libcorpus.model.dates import PartialDate
from libcorpus.model.harmless import harmless
from libcorpus.model.problems import refuse


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""

    @app.command("organisation", help=say("organisation"))
    def organisation(
        slug: Annotated[str, typer.Argument(metavar="[SLUG]", help=say("help.organisation"))] = "",
        assignments: Annotated[
            list[str] | None, typer.Argument(metavar="[KEY=VALUE...]", help=say("help.assignments"))
        ] = None,
        reason: Annotated[str, typer.Option("--reason", help=say("help.reason"))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        if assignments:
            commit = corpus().describe_organisation(slug, assignments, reason)
            echo(say("done", commit=commit[:10]))
        else:
            _show_organisations(slug, as_json)

    @app.command("describe", help=say("describe"))
    def describe(
        own_id: Annotated[str, typer.Argument(metavar="ID", help=say("help.id"))],
        assignments: Annotated[list[str], typer.Argument(metavar="KEY=VALUE...", help=say("help.assignments"))],
        reason: Annotated[str, typer.Option("--reason", help=say("help.reason"))] = "",
    ) -> None:
        if not reason.strip():
            raise refuse("no-reason")
        commit = corpus().describe(own_id, assignments, reason)
        echo(say("done", commit=commit[:10]))

    @app.command("withdraw", help=say("withdraw"))
    def withdraw(
        own_id: Annotated[str, typer.Argument(metavar="ID", help=say("help.id"))],
        reason: Annotated[str, typer.Option("--reason", help=say("help.reason"))] = "",
        on: Annotated[str, typer.Option("--on", metavar="DATE", help=say("help.withdrawn_on"))] = "",
        remove_text: Annotated[bool, typer.Option("--remove-text", help=say("help.remove_text"))] = False,
    ) -> None:
        day = PartialDate.read(on or datetime.now().astimezone().date().isoformat())
        commit = corpus().withdraw(own_id, day, reason, remove_text=remove_text)
        echo(say("done", commit=commit[:10]))

    @app.command("correct", help=say("correct"))
    def correct(
        own_id: Annotated[str, typer.Argument(metavar="ID", help=say("help.id"))],
        file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help=say("help.correct.file"))] = None,
        reason: Annotated[str, typer.Option("--reason", help=say("help.reason"))] = "",
    ) -> None:
        if not reason.strip():
            raise refuse("no-reason")
        text = None if file is None else _text_of(file)
        commit = corpus().correct(own_id, text, reason, datetime.now().astimezone())
        echo(say("done", commit=commit[:10]))


def _text_of(file: Path) -> str:
    from libcorpus.corpus import read_file
    from libcorpus.readers import decode

    return decode(read_file(file), file.name)


def _show_organisations(slug: str, as_json: bool) -> None:
    found = [one for one in corpus().organisations() if slug in ("", one.slug)]
    if slug and not found:
        corpus().layout.organisation(slug)
    if as_json:
        organisations = [
            {"slug": one.slug, "name": one.name, "former_names": list(one.former_names), "bodies": list(one.bodies)}
            for one in found
        ]
        echo_json({"schema": 1, "organisations": organisations})
        return
    for one in found:
        former = f" ({', '.join(one.former_names)})" if one.former_names else ""
        echo(harmless(f"{one.slug}  {one.name}{former}"))
        if one.bodies:
            echo(harmless(f"  {', '.join(one.bodies)}"))
