"""Commands that compare: ``diff``, ``positions``, ``topics``.

libcorpus positions integration
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from libcorpus.cli.running import DONE, FOUND
from libcorpus.cli.shell import corpus, echo, echo_json, json_text, style, write_file
from libcorpus.cli.words import language, say
from libcorpus.model.harmless import harmless
from libcorpus.model.problems import refuse
from libcorpus.render.style import Style

if TYPE_CHECKING:
    from libcorpus.flows.comparing import Comparison

IGNORABLE: Final = ("case", "punctuation", "gender")


@dataclass(frozen=True, slots=True)
class Shown:
    """How a comparison is to be shown."""

    style: Style
    lang: str
    everything: bool
    related: bool
    ignore: tuple[str, ...] = ()


def _text(comparison: "Comparison", shown: Shown) -> str:
    from libcorpus.render.account import render_comparison
    from libcorpus.render.paragraphs import render_paragraphs
    from libcorpus.render.related import render_related

    lines = list(render_comparison(comparison, shown.style, shown.lang, shown.everything, shown.ignore))
    lines += render_paragraphs(comparison, shown.style, shown.lang)
    if shown.related:
        lines += render_related(comparison, shown.style, shown.lang)
    return "\n".join(lines)


def _html(comparison: "Comparison", shown: Shown) -> str:
    from libcorpus.render.synopsis import SynopsisOptions, render_html

    return render_html(comparison, shown.lang, SynopsisOptions(everything=shown.everything, ignore=shown.ignore))


def _markdown(comparison: "Comparison", shown: Shown) -> str:
    from libcorpus.render.markdown import render_markdown

    return render_markdown(comparison, shown.lang, shown.ignore)


def _json(comparison: "Comparison", shown: Shown) -> str:
    from libcorpus.flows.comparing import as_data

    return json_text(as_data(comparison, shown.related))


def _patch(comparison: "Comparison", shown: Shown) -> str:
    from libcorpus.flows.comparing import path_of
    from libcorpus.render.unified import render_patch

    return render_patch(comparison, path_of(comparison.old))


def _amendments(comparison: "Comparison", shown: Shown) -> str:
    from libcorpus.render.amendments import render_amendments

    return render_amendments(comparison, shown.lang)


FORMATS: Final[dict[str, Callable[["Comparison", Shown], str]]] = {
    "text": _text,
    "html": _html,
    "markdown": _markdown,
    "json": _json,
    "patch": _patch,
    "amendments": _amendments,
}


def _kinds(ignore: str) -> list[str]:
    """The kinds of differences to fold away, as typed: case,punctuation,gender."""
    kinds = [kind.strip() for kind in ignore.split(",") if kind.strip()]
    for kind in kinds:
        if kind not in IGNORABLE:
            raise refuse("bad-choice", key="--ignore", seen=kind, known=", ".join(IGNORABLE))
    return kinds


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""

    @app.command("diff", help=say("diff"))
    def diff(
        old: Annotated[str, typer.Argument(metavar="OLD", help=say("help.old"))],
        new: Annotated[str, typer.Argument(metavar="[NEW]", help=say("help.new"))] = "",
        form: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help=say("help.format"))] = "text",
        output: Annotated[Path | None, typer.Option("--output", "-o", help=say("help.output"))] = None,
        everything: Annotated[bool, typer.Option("--all", help=say("help.all"))] = False,
        ignore: Annotated[str, typer.Option("--ignore", metavar="KINDS", help=say("help.ignore"))] = "",
        with_related: Annotated[bool, typer.Option("--related/--no-related", help=say("help.related"))] = True,
        known_at: Annotated[str, typer.Option("--known-at", metavar="REV", help=say("help.known_at"))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        from libcorpus.flows.comparing import compare, folded

        form = "json" if as_json else form
        kinds = _kinds(ignore)
        if form not in FORMATS:
            raise refuse("bad-choice", key="--format", seen=form, known=", ".join(FORMATS))
        if bool(new) == bool(known_at):
            raise refuse("diff-wants-two")
        if form == "patch" and kinds:
            raise refuse("patch-is-exact")
        source = corpus()
        before = source.known_at(old, known_at) if known_at else source.side(old)
        comparison = folded(compare(before, source.side(new or old)), kinds)
        if form == "patch" and (comparison.old.parts or comparison.new.parts):
            raise refuse("patch-wants-two-texts")
        shown = Shown(style() if output is None else Style(), language(), everything, with_related, tuple(kinds))
        text = FORMATS[form](comparison, shown)
        if output is None:
            echo(text.removesuffix("\n"))
        else:
            write_file(output, text)
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
                **(span.as_data() if (span := document.lines_of(index)) else {"lines": None}),
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
