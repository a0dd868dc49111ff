"""The command that follows positions through the assemblies: ``positions``.

libcorpus positions integration --from 2014 --format html --output positionen.html
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from libcorpus.cli.shell import Progress, corpus, echo, json_text, style, write_bytes, write_file
from libcorpus.cli.words import language, say
from libcorpus.model.problems import refuse
from libcorpus.render.style import Style

if TYPE_CHECKING:
    from libcorpus.corpus import Corpus
    from libcorpus.render.positions import Report
    from libcorpus.render.steps import Cite
    from libcorpus.store.many import RawText
    from libcorpus.topics.positions import Positions

PLOTS: Final = (".svg", ".png")


@dataclass(frozen=True, slots=True)
class Shown:
    """How positions are to be shown."""

    report: "Report"
    style: Style
    lang: str
    cite: "Cite"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the call asks for."""

    topic: str
    organisation: str
    since: str
    until: str
    net: bool
    everything: bool
    form: str
    to_file: bool

    @property
    def style(self) -> Style:
        """Colours and width: none in a file."""
        return Style() if self.to_file else style()

    def parts(self) -> list[str]:
        """All that the answer depends on beside the corpus."""
        dates = (self.topic, self.organisation, self.since, self.until, self.form)
        return ["positions", *dates, repr((self.net, self.everything, self.to_file)), repr(self.style), language()]


def _text(positions: "Positions", shown: Shown) -> str:
    from libcorpus.render.positions import render_positions

    return "\n".join(render_positions(positions, shown.style, shown.lang, shown.report))


def _html(positions: "Positions", shown: Shown) -> str:
    from libcorpus.render.positions_html import render_positions_html

    return render_positions_html(positions, shown.lang, shown.report, shown.cite)


def _markdown(positions: "Positions", shown: Shown) -> str:
    from libcorpus.render.positions_markdown import render_positions_markdown

    return render_positions_markdown(positions, shown.lang, shown.report, shown.cite)


def _csv(positions: "Positions", shown: Shown) -> str:
    from libcorpus.render.positions_data import as_csv

    return as_csv(_narrowed(positions, shown.report), shown.cite)


def _json(positions: "Positions", shown: Shown) -> str:
    from libcorpus.render.positions_data import as_data

    return json_text(as_data(_narrowed(positions, shown.report), shown.cite))


FORMATS: Final[dict[str, Callable[["Positions", Shown], str]]] = {
    "text": _text,
    "html": _html,
    "markdown": _markdown,
    "csv": _csv,
    "json": _json,
}


def _narrowed(positions: "Positions", report: "Report") -> "Positions":
    """The positions with the steps of the dates that are shown."""
    if not report.dates or report.dates[0] == positions.assemblies[0]:
        return positions
    return positions.since(report.dates[0].adopted_on)


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""

    @app.command("positions", help=say("positions"))
    def positions(
        topic: Annotated[str, typer.Argument(metavar="TOPIC", help=say("help.topic_name"))],
        organisation: Annotated[str, typer.Option("--organisation", help=say("help.organisation"))] = "",
        since: Annotated[str, typer.Option("--from", help=say("help.since"))] = "",
        until: Annotated[str, typer.Option("--to", help=say("help.until"))] = "",
        net: Annotated[bool, typer.Option("--net", help=say("help.net"))] = False,
        everything: Annotated[bool, typer.Option("--all", help=say("help.positions.all"))] = False,
        form: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help=say("help.format"))] = "text",
        output: Annotated[Path | None, typer.Option("--output", "-o", help=say("help.output"))] = None,
        plot: Annotated[Path | None, typer.Option("--plot", metavar="FILE.svg|png", help=say("help.plot"))] = None,
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        form = "json" if as_json else form
        if form not in FORMATS:
            raise refuse("bad-choice", key="--format", seen=form, known=", ".join(FORMATS))
        if plot is not None and plot.suffix.lower() not in PLOTS:
            raise refuse("bad-choice", key="--plot", seen=plot.name, known=", ".join(PLOTS))
        source = corpus()
        asked = Asked(topic, organisation, since, until, net, everything, form, output is not None)
        if plot is not None:
            _plot(source, asked, plot)
            if output is None and form == "text":
                return
        text = source.answered(asked.parts(), lambda texts: _answer(source, asked, texts))
        if output is None:
            echo(text.removesuffix("\n"))
        else:
            write_file(output, text if text.endswith("\n") else f"{text}\n")


def _found(source: "Corpus", asked: Asked, texts: "Sequence[RawText] | None" = None) -> "tuple[Positions, Shown]":
    from libcorpus.model.dates import PartialDate
    from libcorpus.render.positions import Report

    low = PartialDate.read(asked.since) if asked.since else None
    high = PartialDate.read(asked.until) if asked.until else None
    if low and high and high < low and not (low.covers(high) or high.covers(low)):
        raise refuse("dates-reversed", first=low, last=high)
    progress = Progress("following")

    def tell(done: int, total: int) -> None:
        progress.total = total
        progress(done)

    found = source.positions(asked.topic, asked.organisation, until=asked.until, texts=texts, progress=tell)
    progress.close()
    dates = found.since(low).assemblies if low else found.assemblies
    name = source.organisation_name(found.organisation)
    report = Report(name, dates, asked.net, asked.everything, source.linker())
    return found, Shown(report, asked.style, language(), source.citer())


def _answer(source: "Corpus", asked: Asked, texts: "Sequence[RawText]") -> str:
    found, shown = _found(source, asked, texts)
    return FORMATS[asked.form](found, shown)


def _plot(source: "Corpus", asked: Asked, path: Path) -> None:
    from libcorpus.render.lanes import render_lanes

    positions, shown = _found(source, asked)
    title = f"{positions.topic.label(shown.lang)}: {shown.report.organisation}"
    write_bytes(path, render_lanes(_narrowed(positions, shown.report), shown.lang, title, path.suffix.lower()))
