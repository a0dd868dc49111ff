"""Commands that say what holds, and what a draft brings: ``beschlusslage``, ``novelty``.

libcorpus beschlusslage integration --as-of 2018-01-01
libcorpus novelty antrag.docx
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from libcorpus.cli.shell import corpus, echo, echo_json, style
from libcorpus.cli.words import language, say

if TYPE_CHECKING:
    from libcorpus.corpus.holds import Holds
    from libcorpus.model.resolution import Resolution


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""

    @app.command("beschlusslage", help=say("beschlusslage"))
    def beschlusslage(
        topic: Annotated[str, typer.Argument(metavar="TOPIC", help=say("help.topic_name"))],
        as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=say("help.as_of"))] = "",
        organisation: Annotated[str, typer.Option("--organisation", help=say("help.organisation"))] = "",
        known_at: Annotated[str, typer.Option("--known-at", metavar="REV", help=say("help.holding.known_at"))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        from libcorpus.render.holding import as_data, render_beschlusslage

        source = corpus().at(known_at) if known_at else corpus()
        found = source.beschlusslage(topic, as_of, organisation)
        cite = _citing(source)
        if as_json:
            echo_json(as_data(found, cite))
            return
        for line in render_beschlusslage(found, style(), language(), lambda one: cite(one, "")):
            echo(line)

    @app.command("novelty", help=say("novelty"))
    def novelty(
        file: Annotated[Path, typer.Argument(metavar="FILE", help=say("help.novelty.file"))],
        topic: Annotated[str, typer.Option("--topic", help=say("help.novelty.topic"))] = "",
        as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help=say("help.as_of"))] = "",
        organisation: Annotated[str, typer.Option("--organisation", help=say("help.organisation"))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        from libcorpus.render.novelty import as_data, render_novelty

        source = corpus()
        found = source.novelty(file, topic, as_of, organisation)
        cite = _citing(source)
        if as_json:
            echo_json(as_data(found, cite))
            return
        for line in render_novelty(found, style(), language(), lambda one: cite(one, "")):
            echo(line)


def _citing(source: "Holds") -> "Callable[[Resolution, str], str]":
    """What cites a resolution, with printed lines; the name of each organisation is looked up once."""
    from functools import cache

    name = cache(source.organisation_name)
    return lambda one, lines: one.cite(lines, name(one.organisation))
