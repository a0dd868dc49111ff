"""Commands that read: ``list``, ``show``, ``cite``, ``search``.

libcorpus show 2.13 --lines 94-99
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from libcorpus.cli.shell import corpus, echo, echo_json, style
from libcorpus.cli.words import language, say
from libcorpus.model.document import Document
from libcorpus.model.harmless import harmless
from libcorpus.model.lines import LineSpan

if TYPE_CHECKING:
    from libcorpus.model.resolution import Relation, Resolution


@dataclass(frozen=True, slots=True)
class Opened:
    """A resolution as a command names it, with the printed lines it names, if any."""

    resolution: "Resolution"
    document: "Document"
    span: LineSpan | None
    organisation: str

    @classmethod
    def of(cls, short: str, lines: str) -> "Opened":
        """The resolution a short id means; refuses lines that are not printed there."""
        source = corpus()
        own_id = source.find(short)
        resolution = source.layout.resolution(own_id)
        if not resolution.has_text:
            # The lines cannot be looked up any more; who cites them is shown the tombstone.
            span = LineSpan.parse(lines) if lines else None
            return cls(resolution, Document(()), span, source.organisation_name(resolution.organisation))
        document = source.layout.document(own_id)
        span = document.existing(LineSpan.parse(lines)) if lines else None
        return cls(resolution, document, span, source.organisation_name(resolution.organisation))

    def others(self) -> "Sequence[tuple[Resolution, Relation]]":
        """The relations of other resolutions to this one."""
        from libcorpus.flows.relating import related_to

        return related_to(corpus().layout, self.resolution.id).others


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""

    @app.command("list", help=say("list"))
    def list_(
        organisation: Annotated[str, typer.Option("--organisation", help=say("help.organisation"))] = "",
        body: Annotated[str, typer.Option("--body", help=say("help.body"))] = "",
        since: Annotated[str, typer.Option("--from", help=say("help.since"))] = "",
        until: Annotated[str, typer.Option("--to", help=say("help.until"))] = "",
        topic: Annotated[str, typer.Option("--topic", help=say("help.topic"))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        from libcorpus.render.documents import metadata_as_data

        source = corpus()
        if organisation:
            source.layout.organisation(organisation)
        found = source.resolutions(organisation, body, since, until, topic)
        if as_json:
            echo_json({"schema": 1, "resolutions": [metadata_as_data(one) for one in found]})
            return
        empty = True
        for one in found:
            empty = False
            agenda = f"TOP {one.agenda_item} " if one.agenda_item else ""
            echo(harmless(f"{one.adopted_on!s:<10}  {agenda}{one.title}  [{one.body or one.organisation}]"))
            echo(f"            {one.id}")
            if one.withdrawn:
                echo(f"            {harmless(say('withdrawn', on=one.withdrawn.on, reason=one.withdrawn.reason))}")
        if empty:
            echo(say("nothing" if any((organisation, body, since, until, topic)) else "no-resolutions"))

    @app.command("show", help=say("show"))
    def show(
        own_id: Annotated[str, typer.Argument(metavar="ID", help=say("help.id"))],
        lines: Annotated[str, typer.Option("--lines", metavar="94-99", help=say("help.lines"))] = "",
        numbered: Annotated[bool, typer.Option("--numbered", help=say("help.numbered"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        from libcorpus.render import documents

        opened = Opened.of(own_id, lines)
        resolution, document, span = opened.resolution, opened.document, opened.span
        others = () if numbered or (span and not as_json) else opened.others()
        if as_json:
            echo_json(documents.as_data(resolution, document, span, others))
        elif not resolution.has_text:
            echo(harmless(resolution.cite(str(span or ""), opened.organisation)))
            _tell_withdrawn(resolution)
        elif numbered or span is not None:
            for line in documents.render_printed(document, span):
                echo(line)
        else:
            name = opened.organisation
            for line in documents.render_document(resolution, document, style(), language(), name, others):
                echo(line)

    @app.command("cite", help=say("cite"))
    def cite(
        own_id: Annotated[str, typer.Argument(metavar="ID", help=say("help.id"))],
        lines: Annotated[str, typer.Option("--lines", metavar="94-99", help=say("help.lines"))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        from libcorpus.render.documents import withdrawn_as_data

        opened = Opened.of(own_id, lines)
        resolution, document, span = opened.resolution, opened.document, opened.span
        citation = resolution.cite(str(span or ""), opened.organisation)
        words = document.words_on(span) if span and resolution.has_text else ""
        if as_json:
            shown = span.as_data() if span else {"lines": None}
            gone = withdrawn_as_data(resolution)
            data = {"schema": 1, "id": str(resolution.id), **shown, "citation": citation, "text": words}
            echo_json({**data, "withdrawn": gone})
            return
        if words:
            echo(harmless(_quoted(words, resolution.language)))
        echo(harmless(citation))
        _tell_withdrawn(resolution)

    @app.command("search", help=say("search"))
    def search(
        words: Annotated[list[str], typer.Argument(metavar="WORDS...", help=say("help.words"))],
        organisation: Annotated[str, typer.Option("--organisation", help=say("help.organisation"))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        source = corpus()
        hits = list(source.search(*words, organisation=organisation))
        if as_json:
            data = [
                {
                    "id": str(hit.resolution.id),
                    "adopted_on": str(hit.resolution.adopted_on),
                    "sentence": hit.sentence,
                    **(hit.lines.as_data() if hit.lines else {"lines": None}),
                    "text": hit.text,
                    "citation": hit.resolution.cite(
                        str(hit.lines or ""), source.organisation_name(hit.resolution.organisation)
                    ),
                }
                for hit in hits
            ]
            echo_json({"schema": 1, "words": words, "hits": data})
            return
        names = {one.slug: one.name for one in source.organisations()}
        for hit in hits:
            organisation_name = names.get(hit.resolution.organisation, "")
            echo(style().strong(harmless(hit.resolution.cite(str(hit.lines or ""), organisation_name))))
            echo(f"  {harmless(hit.text)}")
            if gone := hit.resolution.withdrawn:
                echo(f"  {harmless(say('withdrawn', on=gone.on, reason=gone.reason))}")
        echo(say("hits", count=len(hits)) if hits else say("nothing"))


def _quoted(words: str, language: str) -> str:
    """Words as a quotation; quotation marks inside become the inner ones, as printers do."""
    if language.startswith("de"):
        return f"„{words.replace('„', '‚').replace('“', '‘')}“"
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


def _tell_withdrawn(resolution: "Resolution") -> None:
    """Say that a resolution was withdrawn, and whether its text is gone."""
    gone = resolution.withdrawn
    if gone is not None:
        echo(harmless(say("withdrawn", on=gone.on, reason=gone.reason)))
        if gone.removed:
            echo(say("withdrawn-removed"))
