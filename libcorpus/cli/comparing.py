"""The command that compares: ``diff``.

libcorpus diff 4.1@2014 2.4@2019
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from libcorpus.cli.running import DONE, FOUND
from libcorpus.cli.shell import corpus, echo, json_text, style, write_file
from libcorpus.cli.words import language, say
from libcorpus.model.harmless import is_harmless
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
        if form == "patch" and output is None and not is_harmless(text):
            raise refuse("patch-control")
        if output is None:
            echo(text.removesuffix("\n"))
        else:
            write_file(output, text)
        raise typer.Exit(FOUND if comparison.differs else DONE)
