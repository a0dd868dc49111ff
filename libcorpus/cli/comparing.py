"""Commands that compare: ``diff``, ``positions``, ``topics``.

libcorpus positions integration
"""

from typing import Annotated

import typer

from libcorpus.cli.running import DONE, FOUND
from libcorpus.cli.shell import corpus, echo, echo_json, style
from libcorpus.cli.words import language, say
from libcorpus.model.harmless import harmless


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""

    @app.command("diff", help=say("diff"))
    def diff(
        old: Annotated[str, typer.Argument(metavar="OLD", help=say("help.old"))],
        new: Annotated[str, typer.Argument(metavar="NEW", help=say("help.new"))],
        everything: Annotated[bool, typer.Option("--all", help=say("help.all"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        comparison = corpus().compare(old, new)
        if as_json:
            from libcorpus.flows.comparing import as_data

            echo_json(as_data(comparison))
        else:
            from libcorpus.render.account import render_comparison

            for line in render_comparison(comparison, style(), language(), everything):
                echo(line)
        raise typer.Exit(FOUND if comparison.differs else DONE)

    @app.command("positions", help=say("positions"))
    def positions(
        topic: Annotated[str, typer.Argument(metavar="TOPIC", help=say("help.topic_name"))],
        organisation: Annotated[str, typer.Option("--organisation", help=say("help.organisation"))] = "",
        since: Annotated[str, typer.Option("--from", help=say("help.since"))] = "",
        until: Annotated[str, typer.Option("--to", help=say("help.until"))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        from libcorpus.render.positions import as_data, render_positions

        source = corpus()
        found = source.positions(topic, organisation, since, until)
        if as_json:
            echo_json(as_data(found))
            return
        name = source.organisation_name(found.organisation)
        for line in render_positions(found, style(), language(), name):
            echo(line)

    @app.command("topics", help=say("topics"))
    def topics(
        name: Annotated[str, typer.Argument(metavar="[TOPIC]", help=say("help.topic_name"))] = "",
        own_id: Annotated[str, typer.Argument(metavar="[ID]", help=say("help.id"))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        if own_id:
            _passages(name, own_id, as_json)
        else:
            _topics(name, as_json)


def _topics(name: str, as_json: bool) -> None:
    source = corpus()
    found = source.topics() if not name else {name: source.topic(name)}
    if as_json:
        data = [
            {
                "name": topic.name,
                "label": {"de": topic.label_de, "en": topic.label_en},
                "terms": list(topic.terms),
                "exclude": list(topic.exclude),
                "headings": list(topic.headings),
                "sdgs": list(topic.sdgs),
            }
            for topic in found.values()
        ]
        echo_json({"schema": 1, "topics": data})
        return
    for topic in found.values():
        echo(harmless(f"{topic.name}  {topic.label(language())}"))
        if name:
            echo(harmless(f"  {', '.join(topic.terms)}"))
            echo(harmless(f"  - {', '.join(topic.exclude)}"))
            echo(harmless(f"  # {', '.join(topic.headings)}"))


def _passages(name: str, own_id: str, as_json: bool) -> None:
    """The sentences of a resolution that a topic takes, each with its reason."""
    source = corpus()
    found = source.find(own_id)
    document = source.layout.document(found)
    members = source.topic(name).members(document)
    if as_json:
        data = [
            {
                "sentence": index,
                "lines": [span.first, span.last] if (span := document.lines_of(index)) else None,
                "text": document.sentences[index],
                "reason": reason.kind,
                "found": reason.found,
            }
            for index, reason in members.items()
        ]
        echo_json({"schema": 1, "topic": name, "id": str(found), "passages": data})
        return
    for index, reason in members.items():
        place = f"{say('line')} {document.lines_of(index) or '-'}"
        echo(f"{style().quiet(place)}  {harmless(document.sentences[index])}")
        echo(f"    {say('why')} {say(f'why.{reason.kind}')}: {harmless(reason.found)}")
    if not members:
        echo(say("nothing"))
