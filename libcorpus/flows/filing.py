"""Files resolutions: bytes to draft, draft to document, laws checked, one commit.

    bytes -> reading: Reading -> recording: Resolution -> changes -> one act -> Receipt

Everything that can be refused is refused before the first byte is written. Knows no
terminal; the repository is opened by the caller.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, Final

from libcorpus.flows.claims import remarks as said_of_itself
from libcorpus.flows.reading import NO_OPTIONS, Reading, read_source, shown_name
from libcorpus.flows.recording import checked_fields, resolution_of
from libcorpus.model.document import Document
from libcorpus.model.ids import ResolutionId, checked_slug
from libcorpus.model.lines import LineSpan
from libcorpus.model.problems import AlreadyFiledError, LibcorpusError, Problem, refuse
from libcorpus.model.resolution import Organisation, Resolution
from libcorpus.readers import ReadOptions
from libcorpus.store.layout import Layout, folder_of, organisation_path, source_path, write_organisation
from libcorpus.store.records import write_resolution
from libcorpus.text.linetable import write_document

FIELDS: Final = (
    "title",
    "body",
    "adopted_on",
    "assembly_name",
    "agenda_item",
    "agenda_title",
    "kind",
    "status",
    "language",
    "valid_until",
    "votes",
)


@dataclass(frozen=True, slots=True)
class ArchiveRequest:
    """What the archivist says about files to be filed; ``fields`` win over what a source says (see ``FIELDS``).

    ``organisation`` is a slug; an unknown one is created, with ``organisation_name``. ``slug`` replaces the title's
    part of the id. ``gaps_ok`` is the reason why missing or repeated margin numbers are filed all the same.
    ``options`` are for the reader.
    """

    organisation: str = ""
    organisation_name: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    slug: str = ""
    gaps_ok: str = ""
    options: ReadOptions = NO_OPTIONS

    def __post_init__(self) -> None:
        for key in self.fields:
            if key not in FIELDS:
                raise refuse("bad-assignment", seen=key, known=", ".join(FIELDS))


@dataclass(frozen=True, slots=True)
class Receipt:
    """What filing one source came to. ``lines`` are its printed lines; ``commit`` is empty for a dry run."""

    id: ResolutionId
    resolution: Resolution
    file_name: str
    blocks: int
    sentences: int
    printed_lines: int
    lines: LineSpan | None
    remarks: tuple[Problem, ...] = ()
    new_organisation: bool = False
    commit: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A resolution ready to be written: the receipt so far and the files, from the root of the corpus."""

    receipt: Receipt
    changes: Mapping[PurePosixPath, bytes]


def prepare(
    data: bytes,
    file_name: str,
    request: ArchiveRequest,
    layout: Layout,
    language: str = "de",
    known: Mapping[str, ResolutionId] | None = None,
) -> Prepared:
    """Read one source and put its files together, without writing; refuses what cannot be filed truly.

    ``known`` are the sources that are filed already (``Layout.sources``), for a caller who prepares many.
    """
    digest = hashlib.sha256(data).hexdigest()
    file_name = shown_name(file_name)
    filed = (layout.sources() if known is None else known).get(digest)
    if filed is not None:
        raise AlreadyFiledError(Problem.of("already-filed", file_name, seen=str(filed)), str(filed))
    reading = read_source(data, file_name, request.options, request.fields.get("language", ""), language)
    return prepared(reading, data, request, layout, language)


def prepared(
    reading: Reading, data: bytes, request: ArchiveRequest, layout: Layout, language: str = "de", slug: str = ""
) -> Prepared:
    """The files of a resolution that was read, ready to be written; ``slug`` is what tells it from another."""
    if reading.breaks and not request.gaps_ok:
        raise LibcorpusError(reading.breaks)
    fields = {**reading.draft.metadata, **{key: value for key, value in request.fields.items() if value}}
    organisation = organisation_of(request, fields, layout, reading.file_name)
    resolution = resolution_of(fields, organisation.slug, reading, slug or request.slug, request.gaps_ok, language)
    if layout.exists(folder_of(resolution.id)):
        raise refuse("id-taken", reading.file_name, seen=str(resolution.id))
    changes = {**_files(resolution, reading.document, data, layout), **_new_organisation(organisation, layout)}
    return Prepared(_receipt(resolution, reading, organisation, layout), changes)


def organisation_of(
    request: ArchiveRequest, fields: Mapping[str, str], layout: Layout, file_name: str = ""
) -> Organisation:
    """Who adopted it: whom the request names, else the default of the corpus, else the only one there is."""
    slug = request.organisation or layout.info().organisation
    if not slug:
        known = [organisation.slug for organisation in layout.organisations()]
        if len(known) != 1:
            raise refuse("no-organisation-given", file_name, known=", ".join(known) or "-")
        slug = known[0]
    if layout.exists(organisation_path(slug)):
        return layout.organisation(slug)
    named = request.organisation_name or fields.get("organisation_name") or ""
    name = checked_fields({"organisation_name": named})["organisation_name"]
    return Organisation(checked_slug(slug), name or slug)


def _new_organisation(organisation: Organisation, layout: Layout) -> dict[PurePosixPath, bytes]:
    path = organisation_path(organisation.slug)
    return {} if layout.exists(path) else {path: write_organisation(organisation).encode()}


def _files(resolution: Resolution, document: Document, data: bytes, layout: Layout) -> dict[PurePosixPath, bytes]:
    folder = folder_of(resolution.id)
    text, table = write_document(document)
    files = {
        folder / "resolution.toml": write_resolution(resolution).encode(),
        folder / "text.txt": text.encode(),
        folder / "lines.tsv": table.encode(),
    }
    source = source_path(resolution.id, resolution.source)
    # A shared source is there already once one of its parts is.
    if not (resolution.source.shared and layout.exists(source)):
        files[source] = data
    return files


def _receipt(resolution: Resolution, reading: Reading, organisation: Organisation, layout: Layout) -> Receipt:
    draft, document, file_name = reading.draft, reading.document, reading.file_name
    new = not layout.exists(organisation_path(organisation.slug))
    remarks = list(reading.remarks)
    if draft.gaps:
        remarks.append(Problem.of("gaps-filed", file_name, seen=", ".join(draft.gaps)))
    if new and organisation.name == organisation.slug:
        remarks.append(Problem.of("organisation-created", file_name, seen=resolution.organisation))
    remarks += said_of_itself(resolution, document, lambda sentence: file_name)
    numbers = [start.number for start in document.lines if start.number is not None]
    whole = LineSpan(min(numbers), max(numbers)) if numbers else None
    return Receipt(
        resolution.id,
        resolution,
        file_name,
        len(document.blocks),
        len(document.sentences),
        len(numbers),
        whole,
        tuple(remarks),
        new,
    )


def as_data(receipt: Receipt) -> dict[str, Any]:
    """A receipt as JSON data."""
    part = {"part": receipt.resolution.source.part} if receipt.resolution.source.part else {}
    return {
        "id": str(receipt.id),
        "file": receipt.file_name,
        **part,
        "title": receipt.resolution.title,
        "adopted_on": str(receipt.resolution.adopted_on),
        "blocks": receipt.blocks,
        "sentences": receipt.sentences,
        "printed_lines": receipt.printed_lines,
        "commit": receipt.commit,
        "remarks": [{"key": remark.key, "place": remark.place, "text": str(remark)} for remark in receipt.remarks],
    }
