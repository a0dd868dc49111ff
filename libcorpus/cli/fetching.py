"""The command that takes resolutions from a server: ``fetch``.

libcorpus fetch https://antraege.example/mv-2020 --into antraege
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from libcorpus.cli.filing import file_and_tell
from libcorpus.cli.receipts import Report
from libcorpus.cli.running import BAD, DONE, tell
from libcorpus.cli.shell import Progress, corpus, echo, echo_json, own_version
from libcorpus.cli.words import language, say
from libcorpus.model.harmless import harmless
from libcorpus.model.problems import refuse

if TYPE_CHECKING:
    from libcorpus.fetch.client import Client
    from libcorpus.flows.fetching import Consultation, Fetched, Link
    from libcorpus.flows.filing import ArchiveRequest

_WIDEST: Final = 44
_PAUSE = typer.Option("--pause", min=0, metavar="SECONDS", help=say("help.pause"))
_TIMEOUT = typer.Option("--timeout", min=1, metavar="SECONDS", help=say("help.timeout"))


def add_to(app: typer.Typer) -> None:
    """Add the command of this module."""

    @app.command("fetch", help=say("fetch"))
    def fetch(
        url: Annotated[str, typer.Argument(metavar="URL", help=say("help.fetch.url"))],
        into: Annotated[Path | None, typer.Option("--into", metavar="DIR", help=say("help.into"))] = None,
        archive: Annotated[bool, typer.Option("--archive", help=say("help.fetch.archive"))] = False,
        everything: Annotated[bool, typer.Option("--all", help=say("help.fetch.all"))] = False,
        organisation: Annotated[str, typer.Option("--organisation", help=say("help.organisation"))] = "",
        organisation_name: Annotated[str, typer.Option("--organisation-name", help=say("help.organisation_name"))] = "",
        body: Annotated[str, typer.Option("--body", help=say("help.body"))] = "",
        adopted_on: Annotated[str, typer.Option("--adopted-on", "--date", help=say("help.adopted_on"))] = "",
        pause: Annotated[float, _PAUSE] = 1.0,
        timeout: Annotated[float, _TIMEOUT] = 30.0,
        allow_http: Annotated[bool, typer.Option("--allow-http", help=say("help.allow_http"))] = False,
        allow_private: Annotated[bool, typer.Option("--allow-private", help=say("help.allow_private"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        from libcorpus.fetch.client import Client, Manners
        from libcorpus.flows.fetching import look
        from libcorpus.flows.filing import ArchiveRequest

        agent = f"{own_version().replace(' ', '/')} (archives party resolutions; asks one thing at a time)"
        manners = Manners(pause=pause, timeout=timeout, allow_http=allow_http, allow_private=allow_private, agent=agent)
        client = Client(manners)
        target = corpus() if archive else None
        consultation = look(url, client)
        wanted = [link for link in consultation.links if everything or link.adopted]
        if not wanted:
            raise refuse("fetch-nothing", url, count=len(consultation.links))
        if into is None and target is None:
            raise typer.Exit(_list(consultation, as_json))
        folder = into or target.download_folder(consultation.url)  # type: ignore[union-attr]
        fetched = _take(consultation, wanted, client, folder)
        request = ArchiveRequest(organisation, organisation_name, {"body": body, "adopted_on": adopted_on})
        raise typer.Exit(_end(fetched, consultation, request if archive else None, as_json))


def _list(consultation: "Consultation", as_json: bool) -> int:
    """What there is, without taking it."""
    if as_json:
        motions = [_link_as_data(link) for link in consultation.links]
        echo_json({"schema": 1, "url": consultation.url, "title": consultation.title, "motions": motions})
        return DONE
    for link in consultation.links:
        echo(harmless(f"{link.state:<14}  {link.number:<8}  {link.title}"))
        echo(f"                {harmless(link.url)}")
    tell(consultation.remarks)
    adopted = sum(link.adopted for link in consultation.links)
    title = harmless(consultation.title or consultation.url)
    echo(say("fetch-listed", title=title, count=adopted, total=len(consultation.links)))
    return DONE


def _take(consultation: "Consultation", wanted: "list[Link]", client: "Client", folder: Path) -> "list[Fetched]":
    from libcorpus.flows.fetching import take

    progress = Progress("fetching", len(wanted))
    try:
        return list(take(consultation, wanted, client, folder, progress))
    finally:
        progress.close()


def _end(
    fetched: "list[Fetched]", consultation: "Consultation", request: "ArchiveRequest | None", as_json: bool
) -> int:
    """Tell what became of each, and file them where that is wanted."""
    failed = any(one.problems for one in fetched)
    if not as_json:
        _tell(fetched, consultation)
    elif request is None:
        echo_json(_as_data(fetched, consultation))
    code = DONE
    if request is not None:
        paths = sorted(one.path for one in fetched if one.path is not None)
        code = file_and_tell(corpus(), paths, request, Report(alone=False, dry_run=False, as_json=as_json))
    return BAD if failed else code


def _tell(fetched: "list[Fetched]", consultation: "Consultation") -> None:
    from libcorpus.model.wording import sentence

    states = {state: say(f"fetch-state.{state}") for state in ("new", "changed", "unchanged", "failed")}
    width = max(map(len, states.values()))
    for one in fetched:
        title = harmless(" ".join(part for part in (one.link.number, one.link.title) if part))[:_WIDEST]
        said = harmless(one.path.name) if one.path else sentence(one.problems[0], language()).split("\n")[0]
        echo(f"{states[one.state]:<{width}}  {title:<{_WIDEST}}  {said}")
    tell(consultation.remarks)
    echo(say("fetched", **{state: sum(one.state == state for one in fetched) for state in states}))


def _as_data(fetched: "list[Fetched]", consultation: "Consultation") -> dict[str, object]:
    return {
        "schema": 1,
        "url": consultation.url,
        "title": consultation.title,
        "fetched": [
            {
                **_link_as_data(one.link),
                "outcome": one.state,
                "file": one.path.name if one.path else None,
                "problems": [{"key": problem.key, "text": str(problem)} for problem in one.problems],
            }
            for one in fetched
        ],
    }


def _link_as_data(link: "Link") -> dict[str, object]:
    return {
        "url": link.url,
        "number": link.number,
        "title": link.title,
        "state": link.state,
        "adopted": link.adopted,
    }
