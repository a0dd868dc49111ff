"""Commands that trace and prove: ``where``, ``origin``, ``history``, ``seal``, ``check``.

libcorpus where 4.1@2014 --lines 24-25 --in 2.4@2019
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from libcorpus.cli.running import DONE, FOUND, tell
from libcorpus.cli.shell import Progress, corpus, echo, echo_json, note, style, write_file
from libcorpus.cli.words import say
from libcorpus.model.harmless import harmless
from libcorpus.model.lines import LineSpan
from libcorpus.model.problems import Problem, Severity

# How many remarks of one kind `check` shows.
_SHOWN_REMARKS = 5


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""

    @app.command("where", help=say("where"))
    def where(
        own_id: Annotated[str, typer.Argument(metavar="ID", help=say("help.id"))],
        lines: Annotated[str, typer.Option("--lines", metavar="94-99", help=say("help.lines"))],
        other: Annotated[str, typer.Option("--in", metavar="OTHER", help=say("help.other"))],
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        from libcorpus.flows.comparing import spans_as_data

        source = corpus()
        carried = source.where(own_id, lines, other)
        if as_json:
            new = spans_as_data(carried.new)
            echo_json({"schema": 1, **carried.old.as_data(), "fate": carried.fate.value, "new": new})
            return
        target = source.side(other)
        places = ", ".join(map(str, carried.new))
        echo(say(f"fate.{carried.fate.value}", old=carried.old, new=places, other=harmless(target.name)))
        for index in carried.sentences:
            span = target.document.lines_of(index)
            echo(_placed(span, target.document.sentences[index]))

    @app.command("origin", help=say("origin"))
    def origin(
        own_id: Annotated[str, typer.Argument(metavar="ID", help=say("help.id"))],
        lines: Annotated[str, typer.Option("--lines", metavar="94-99", help=say("help.lines"))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        from libcorpus.flows.origins import as_data

        source = corpus()
        found = source.origin(own_id)
        if lines:
            wanted = set(source.document(own_id).sentences_on(LineSpan.parse(lines)))
            found = [one for one in found if one.sentence in wanted]
        if as_json:
            echo_json({"schema": 1, "id": str(source.find(own_id)), "sentences": [as_data(one) for one in found]})
            return
        for one in found:
            echo(_placed(one.lines, one.text))
            if one.wording is None or one.substance is None:
                echo(f"    {say('origin-unknown')}")
            elif one.wording is one.substance:
                echo(f"    {say('origin-same', date=one.wording.adopted_on)}")
            else:
                first = one.substance.place
                place = ", ".join(map(str, first.lines)) or "-"
                echo(f"    {say('origin-both', wording=one.wording.adopted_on, substance=one.substance.adopted_on)}")
                echo(f"    {say('line')} {place}: {harmless(first.text)}")
            if one.earlier is not None:
                echo(f"    {say('origin-earlier', date=one.earlier.adopted_on)}")

    @app.command("history", help=say("history"))
    def history(
        own_id: Annotated[str, typer.Argument(metavar="ID", help=say("help.id"))],
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        source = corpus()
        records = source.history(own_id)
        if as_json:
            acts = [
                {
                    "act": record.act,
                    "archived_at": record.authored_at,
                    "person": record.author,
                    "commit": record.commit,
                    "subject": record.subject,
                    "reason": record.body,
                }
                for record in records
            ]
            echo_json({"schema": 1, "id": str(source.find(own_id)), "acts": acts})
            return
        for record in records:
            echo(harmless(f"{record.authored_at}  {record.act or '?':<9} {record.author}  {record.commit[:10]}"))
            echo(harmless(f"  {record.subject}"))
            for line in record.body.split("\n") if record.body else ():
                echo(f"  {harmless(line)}")

    @app.command("seal", help=say("seal"))
    def seal(
        sign: Annotated[bool, typer.Option("--sign", help=say("help.sign"))] = False,
        output: Annotated[Path | None, typer.Option("--output", "-o", help=say("help.seal.output"))] = None,
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        from libcorpus.flows.sealing import TAG

        progress = Progress("sealing")
        made = corpus().seal(sign=sign, progress=progress)
        progress.close()
        if output is not None:
            write_file(output, str(made))
        name, count = f"{TAG}{made.number}", len(made.hashes)
        if as_json:
            echo_json({"schema": 1, "seal": name, "commit": made.commit, "sha256": made.digest, "resolutions": count})
            return
        echo(say("sealed", seal=name, count=count))
        echo(f"  sha256 {made.digest}")

    @app.command("check", help=say("check"))
    def check(
        sealed: Annotated[bool, typer.Option("--sealed", help=say("help.sealed"))] = False,
        manifest: Annotated[Path | None, typer.Option("--manifest", metavar="FILE", help=say("help.manifest"))] = None,
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        source = corpus()
        progress = Progress("checking")
        problems = list(source.check(progress))
        if sealed or manifest:
            problems += source.check_seals(_manifest(manifest), progress)
        progress.close()
        count = sum(1 for _ in source.layout.resolution_ids())
        errors = sum(problem.severity is Severity.ERROR for problem in problems)
        findings = sum(problem.severity is Severity.FINDING for problem in problems)
        remarks = len(problems) - errors - findings
        if as_json:
            data = [
                {"key": problem.key, "severity": problem.severity.value, "place": problem.place, "text": str(problem)}
                for problem in problems
            ]
            echo_json({"schema": 1, "resolutions": count, "problems": data})
        else:
            _tell(problems)
            found = say("check-found", count=count, errors=errors, findings=findings)
            echo(found if errors or findings else say("check-clean", count=count))
            if remarks:
                echo(say("check-remarks", count=remarks))
        raise typer.Exit(FOUND if errors or findings else DONE)


def _tell(problems: Sequence[Problem]) -> None:
    """Problems in their order; of each kind of remark a few, since many would hide what matters."""
    seen: Counter[str] = Counter()
    for problem in problems:
        seen[problem.key] += problem.severity is Severity.REMARK
        if seen[problem.key] <= _SHOWN_REMARKS:
            tell([problem])
    if more := sum(max(0, count - _SHOWN_REMARKS) for count in seen.values()):
        note(say("more-remarks-json", count=more))


def _manifest(path: Path | None) -> str:
    """The copy of a manifest that was kept elsewhere; empty where none was named."""
    from libcorpus.corpus import read_file

    return read_file(path).decode("utf-8", "replace") if path else ""


def _placed(span: LineSpan | None, text: str) -> str:
    """A sentence behind its printed lines."""
    place = f"{say('line')} {span or '-'}"
    return f"{style().quiet(place)}  {harmless(text)}"
