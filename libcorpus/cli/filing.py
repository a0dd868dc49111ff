"""Commands that put things in: ``init`` and ``archive``.

libcorpus archive FILE --organisation gruene-duesseldorf
"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from libcorpus.cli.running import BAD, DONE, tell
from libcorpus.cli.shell import Progress, corpus, echo, echo_json
from libcorpus.cli.words import language, say
from libcorpus.model.harmless import harmless
from libcorpus.model.problems import AlreadyFiledError, LibcorpusError, Problem, refuse

if TYPE_CHECKING:
    from libcorpus.corpus import Corpus
    from libcorpus.flows.filing import ArchiveRequest, Prepared, Receipt

_SHOWN_REMARKS = 3


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""

    @app.command("init", help=say("init"))
    def init(
        folder: Annotated[Path, typer.Argument(metavar="DIR", help=say("help.init.dir"))],
        title: Annotated[str, typer.Option("--title", help=say("help.title"))] = "",
        organisation: Annotated[str, typer.Option("--organisation", help=say("help.organisation"))] = "",
        organisation_name: Annotated[str, typer.Option("--organisation-name", help=say("help.organisation_name"))] = "",
    ) -> None:
        from libcorpus.corpus import Corpus

        made = Corpus.init(folder, title, organisation, organisation_name)
        echo(say("made", path=harmless(made.root)))

    @app.command("archive", help=say("archive"))
    def archive(
        files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=say("help.archive.files"))],
        organisation: Annotated[str, typer.Option("--organisation", help=say("help.organisation"))] = "",
        organisation_name: Annotated[str, typer.Option("--organisation-name", help=say("help.organisation_name"))] = "",
        title: Annotated[str, typer.Option("--title", help=say("help.title"))] = "",
        body: Annotated[str, typer.Option("--body", help=say("help.body"))] = "",
        adopted_on: Annotated[str, typer.Option("--adopted-on", "--date", help=say("help.adopted_on"))] = "",
        assembly: Annotated[str, typer.Option("--assembly", help=say("help.assembly"))] = "",
        agenda_item: Annotated[str, typer.Option("--agenda-item", help=say("help.agenda_item"))] = "",
        agenda_title: Annotated[str, typer.Option("--agenda-title", help=say("help.agenda_title"))] = "",
        kind: Annotated[str, typer.Option("--kind", help=say("help.kind"))] = "",
        status: Annotated[str, typer.Option("--status", help=say("help.status"))] = "",
        text_language: Annotated[str, typer.Option("--language", help=say("help.language"))] = "",
        valid_until: Annotated[str, typer.Option("--valid-until", help=say("help.valid_until"))] = "",
        votes: Annotated[str, typer.Option("--votes", help=say("help.votes"))] = "",
        slug: Annotated[str, typer.Option("--slug", help=say("help.slug"))] = "",
        gaps_ok: Annotated[str, typer.Option("--gaps-ok", metavar="REASON", help=say("help.gaps_ok"))] = "",
        dry_run: Annotated[bool, typer.Option("--dry-run", help=say("help.dry_run"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        from libcorpus.flows.filing import ArchiveRequest

        fields = {
            "title": title,
            "body": body,
            "adopted_on": adopted_on,
            "assembly_name": assembly,
            "agenda_item": agenda_item,
            "agenda_title": agenda_title,
            "kind": kind,
            "status": status,
            "language": text_language,
            "valid_until": valid_until,
            "votes": votes,
        }
        sources = _sources(files)
        if len(sources) > 1 and (title or slug):
            raise refuse("one-file-only", option="--title" if title else "--slug", count=len(sources))
        request = ArchiveRequest(organisation, organisation_name, fields, slug, gaps_ok)
        alone = len(files) == 1 and not files[0].is_dir()
        raise typer.Exit(_archive(corpus(), sources, request, alone, dry_run, as_json))


def _sources(files: list[Path]) -> list[Path]:
    """The files to read: those that were named, and in folders those a reader is for, hidden ones left out."""
    from libcorpus.readers import can_read

    sources: list[Path] = []
    for path in files:
        if not path.is_dir():
            sources.append(path)
            continue
        inside = sorted(entry for entry in path.rglob("*") if entry.is_file() and not entry.is_symlink())
        found = [entry for entry in inside if can_read(entry.name) and not _left_alone(entry, path)]
        if not found:
            raise refuse("nothing-to-read", str(path))
        sources += found
    return sources


def _left_alone(entry: Path, base: Path) -> bool:
    """Whether a file is hidden, or part of a corpus: its texts are no sources to be filed again."""
    below = entry.relative_to(base).parents
    hidden = any(part.startswith(".") for part in entry.relative_to(base).parts)
    return hidden or any((base / folder / "corpus.toml").is_file() for folder in below)


def _archive(
    target: "Corpus", sources: list[Path], request: "ArchiveRequest", alone: bool, dry_run: bool, as_json: bool
) -> int:
    """File sources and report; a bad one among many is told at the end and does not stop the others."""
    prepared, skipped, refused = _prepare(target, sources, request, alone)
    receipts = [one.receipt for one in prepared] if dry_run else target.file(prepared) if prepared else []
    if as_json:
        _echo_receipts(receipts, skipped, refused, dry_run)
    else:
        for receipt in receipts:
            _tell_receipt(receipt, dry_run)
        for name, own_id in skipped:
            echo(say("skipped", file=harmless(name), id=own_id))
    for _, problems in refused:
        tell(problems)
    if not alone and not as_json:
        echo(say("many", filed=len(receipts), skipped=len(skipped), refused=len(refused)))
    return BAD if refused else DONE


Refused = list[tuple[str, tuple[Problem, ...]]]


def _prepare(
    target: "Corpus", sources: list[Path], request: "ArchiveRequest", alone: bool
) -> "tuple[list[Prepared], list[tuple[str, str]], Refused]":
    from libcorpus.corpus import read_file

    prepared: list[Prepared] = []
    skipped: list[tuple[str, str]] = []
    refused: Refused = []
    seen: dict[str, str] = {}
    known = target.layout.sources()
    progress = Progress("reading", len(sources))
    for done, path in enumerate(sources, start=1):
        progress(done)
        try:
            one = target.prepare(read_file(path), path.name, request, known)
            _check_new(one, seen, path.name)
            prepared.append(one)
        except AlreadyFiledError as error:
            if alone:
                raise
            skipped.append((path.name, error.resolution_id))
        except LibcorpusError as error:
            if alone:
                raise
            refused.append((str(path), tuple(_with_folder(problem, path) for problem in error.problems)))
    progress.close()
    return prepared, skipped, refused


def _with_folder(problem: Problem, path: Path) -> Problem:
    """A problem that names its file with the folder: two of them may have the same name."""
    if not problem.place.startswith(path.name):
        return problem
    return replace(problem, place=str(path.parent / problem.place))


def _check_new(one: "Prepared", seen: dict[str, str], name: str) -> None:
    """Refuse two files of one call that are the same, or would get the same id."""
    digest, own_id = one.receipt.resolution.source.sha256, str(one.receipt.id)
    if digest in seen:
        raise AlreadyFiledError(Problem.of("already-filed", name, seen=seen[digest]), seen[digest])
    if own_id in seen.values():
        raise refuse("id-taken", name, seen=own_id)
    seen[digest] = own_id


def _tell_receipt(receipt: "Receipt", dry_run: bool) -> None:
    echo(f"{harmless(receipt.file_name)}: {say('would-file' if dry_run else 'filed', id=receipt.id)}")
    detail = say("filed-detail", lines=receipt.printed_lines, blocks=receipt.blocks, sentences=receipt.sentences)
    commit = "" if dry_run else f", {say('commit', commit=receipt.commit[:10])}"
    echo(f"  {detail}{commit}")
    _tell_remarks(receipt.remarks)


def _tell_remarks(remarks: tuple[Problem, ...]) -> None:
    """Remarks by kind, a few of each: a long list would hide the one that matters."""
    from libcorpus.model.wording import sentence

    by_key: dict[str, list[Problem]] = {}
    for remark in remarks:
        by_key.setdefault(remark.key, []).append(remark)
    for own in by_key.values():
        for remark in own[:_SHOWN_REMARKS]:
            for line in sentence(remark, language()).split("\n"):
                echo(f"  {line}")
        if len(own) > _SHOWN_REMARKS:
            echo(f"  {say('more-remarks', count=len(own) - _SHOWN_REMARKS)}")


def _echo_receipts(receipts: "list[Receipt]", skipped: list[tuple[str, str]], refused: Refused, dry_run: bool) -> None:
    from libcorpus.flows.filing import as_data

    echo_json(
        {
            "schema": 1,
            "dry_run": dry_run,
            "filed": [as_data(receipt) for receipt in receipts],
            "skipped": [{"file": name, "id": own_id} for name, own_id in skipped],
            "refused": [
                {"file": name, "problems": [{"key": problem.key, "text": str(problem)} for problem in problems]}
                for name, problems in refused
            ],
        }
    )
