"""Commands that put things in: ``init`` and ``archive``.

libcorpus archive FILE --organisation gruene-duesseldorf
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from libcorpus.cli.receipts import Report
from libcorpus.cli.running import BAD, DONE
from libcorpus.cli.shell import Progress, corpus, echo
from libcorpus.cli.words import say
from libcorpus.model.harmless import harmless
from libcorpus.model.problems import refuse

if TYPE_CHECKING:
    from libcorpus.corpus import Corpus
    from libcorpus.flows.filing import ArchiveRequest
    from libcorpus.flows.many import Row

# Files that stand beside others to say what they are.
_ABOUT: Final = frozenset(["readme", "liesmich", "license", "licence", "lizenz", "changelog", "contributing"])
_FIRST = typer.Option("--first-line", min=1, metavar="N", help=say("help.first_line"))
_LENGTH = typer.Option("--line-length", min=0, metavar="N", help=say("help.line_length"))


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
        split: Annotated[bool, typer.Option("--split", help=say("help.split"))] = False,
        tracked: Annotated[str, typer.Option("--tracked", metavar="accept|reject", help=say("help.tracked"))] = "",
        first_line: Annotated[int, _FIRST] = 1,
        line_length: Annotated[int, _LENGTH] = 0,
        dry_run: Annotated[bool, typer.Option("--dry-run", help=say("help.dry_run"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=say("help.json"))] = False,
    ) -> None:
        from libcorpus.flows.filing import ArchiveRequest
        from libcorpus.readers import ReadOptions
        from libcorpus.store.layout import is_folder

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
        options = ReadOptions(tracked=tracked, first_line=first_line, line_length=line_length)
        request = ArchiveRequest(organisation, organisation_name, fields, slug, gaps_ok, options)
        sources = sources_in(files)
        if split and (title or slug):
            raise refuse("not-with-split", option="--title" if title else "--slug")
        if len(sources) > 1 and (title or slug):
            raise refuse("one-file-only", option="--title" if title else "--slug", count=len(sources))
        alone = len(files) == 1 and not is_folder(files[0]) and not split
        raise typer.Exit(file_and_tell(corpus(), sources, request, Report(alone, dry_run, as_json), split))


def sources_in(files: list[Path]) -> list[Path]:
    """The files to read: those that were named, and in folders those a reader is for, hidden ones left out."""
    from libcorpus.store.layout import is_folder

    sources: list[Path] = []
    for path in files:
        if not is_folder(path):
            sources.append(path)
            continue
        inside = sorted(entry for entry in path.rglob("*") if entry.is_file() and not entry.is_symlink())
        found = [entry for entry in inside if _is_source(entry) and not _left_alone(entry, path)]
        if not found:
            raise refuse("nothing-to-read", str(path))
        sources += found
    return sources


def _is_source(entry: Path) -> bool:
    """Whether a file of a folder is one to be filed: by its name, and where that says little by what is in it."""
    from libcorpus.readers import can_read, is_ours
    from libcorpus.store.layout import read_bytes

    if entry.suffix.lower() == ".json":
        return is_ours(read_bytes(entry), entry.name)
    return can_read(entry.name)


def _left_alone(entry: Path, base: Path) -> bool:
    """Whether a file is hidden, tells about the folder, or is part of a corpus, whose texts are no sources."""
    below = entry.relative_to(base).parents
    hidden = any(part.startswith(".") for part in entry.relative_to(base).parts)
    about = entry.stem.casefold() in _ABOUT
    return hidden or about or any((base / folder / "corpus.toml").is_file() for folder in below)


def file_and_tell(
    target: "Corpus", sources: list[Path], request: "ArchiveRequest", report: Report, split: bool = False
) -> int:
    """File sources and report; a bad one among many is told at the end and does not stop the others."""
    if report.alone:
        report.add(_only(target, sources[0], request, report.dry_run))
        report.end()
        return DONE
    progress = Progress("reading", len(sources))
    try:
        for row in target.archive_all(sources, request, split=split, dry_run=report.dry_run, progress=progress):
            report.add(row)
    finally:
        # Also when it is interrupted, or git says no: what is committed by then stays, and is told.
        progress.close()
        report.end()
    return BAD if report.refused else DONE


def _only(target: "Corpus", path: Path, request: "ArchiveRequest", dry_run: bool) -> "Row":
    from libcorpus.corpus import read_file
    from libcorpus.flows.many import FILED, Row

    prepared = target.prepare(read_file(path), path.name, request)
    return Row(path, FILED, prepared.receipt if dry_run else target.file([prepared])[0])
