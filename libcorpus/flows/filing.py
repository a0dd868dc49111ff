"""Files resolutions: bytes to draft, draft to document, laws checked, one commit.

    bytes -> readers: Draft -> text: Document -> laws -> changes -> one act -> Receipt

Everything that can be refused is refused before the first byte is written. Knows no
terminal; the repository is opened by the caller.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any, Final

from libcorpus.model.dates import PartialDate
from libcorpus.model.document import Document
from libcorpus.model.draft import Draft, LeftOut
from libcorpus.model.ids import ResolutionId, checked_slug
from libcorpus.model.lines import LineSpan
from libcorpus.model.problems import AlreadyFiledError, LibcorpusError, Problem, refuse
from libcorpus.model.resolution import Organisation, RenditionInfo, Resolution, ResolutionKind, SourceInfo
from libcorpus.readers import decode, read
from libcorpus.store.layout import Layout, folder_of, organisation_path, write_organisation
from libcorpus.store.records import write_resolution
from libcorpus.text.build import check_laws, document_of
from libcorpus.text.linetable import write_document
from libcorpus.text.numbering import RuleCheck, check_by_rule
from libcorpus.text.sentences import splitter

MAX_FIELD: Final = 2000
# Control characters, and what a command line holds that was no UTF-8.
_UNFIT: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
# Kinds of left-out text that a reader takes off mechanically: counted, not kept.
_MECHANICAL: Final = frozenset(
    [
        "margin-number",
        "list-dash",
        "bullet",
        "metadata",
        "section-name",
        "soft-hyphen",
        "invisible",
        "hyphen",
        "page-head",
        "markup",
    ]
)
_BREAKS: Final = ("margin-gap", "margin-repeat")
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
    """

    organisation: str = ""
    organisation_name: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    slug: str = ""
    gaps_ok: str = ""

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
    # A name that is no UTF-8 on disk cannot be written down; its odd bytes are shown as "?".
    file_name = file_name.encode("utf-8", "replace").decode()
    draft = read(data, file_name)
    if (filed := (layout.sources() if known is None else known).get(digest)) is not None:
        problem = Problem.of("already-filed", file_name, seen=str(filed))
        raise AlreadyFiledError(problem, str(filed))
    _check_gaps(draft, request, file_name)
    fields = {**draft.metadata, **{key: value for key, value in request.fields.items() if value}}
    organisation = _organisation(request, fields, layout, file_name)
    document = document_of(draft, fields.get("language", language))
    check_laws(draft, document, decode(data, file_name) if draft.characters is None else draft.characters)
    reading = _Reading(file_name, digest, draft, document, check_by_rule(document))
    resolution = _resolution(fields, organisation, reading, request, language)
    if layout.exists(folder_of(resolution.id)):
        raise refuse("id-taken", file_name, seen=str(resolution.id))
    changes = {**_files(resolution, document, data), **_new_organisation(organisation, layout)}
    return Prepared(_receipt(resolution, reading, organisation, layout), changes)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was made of one source: draft, document, and how its lines agree with the rule of wrapping."""

    file_name: str
    digest: str
    draft: Draft
    document: Document
    rule: RuleCheck


def _check_gaps(draft: Draft, request: ArchiveRequest, file_name: str) -> None:
    breaks = [problem for problem in draft.remarks if problem.key in _BREAKS]
    if breaks and not request.gaps_ok:
        raise LibcorpusError(breaks)


def _organisation(request: ArchiveRequest, fields: Mapping[str, str], layout: Layout, file_name: str) -> Organisation:
    slug = request.organisation or layout.info().organisation
    if not slug:
        known = [organisation.slug for organisation in layout.organisations()]
        if len(known) != 1:
            raise refuse("no-organisation-given", file_name, known=", ".join(known) or "-")
        slug = known[0]
    if layout.exists(organisation_path(slug)):
        return layout.organisation(slug)
    return Organisation(checked_slug(slug), request.organisation_name or fields.get("organisation_name") or slug)


def _new_organisation(organisation: Organisation, layout: Layout) -> dict[PurePosixPath, bytes]:
    path = organisation_path(organisation.slug)
    return {} if layout.exists(path) else {path: write_organisation(organisation).encode()}


def _resolution(
    fields: Mapping[str, str],
    organisation: Organisation,
    reading: _Reading,
    request: ArchiveRequest,
    language: str,
) -> Resolution:
    file_name = reading.file_name
    title = fields.get("title", "") or fields.get("agenda_title", "")
    if not title.strip():
        raise refuse("no-title", file_name)
    adopted_on = _adopted_on(fields.get("adopted_on", ""), file_name)
    agenda_item = re.sub(r"(?i)^\s*TOP\b\s*", "", fields.get("agenda_item", "")).strip().rstrip(".")
    if request.slug:
        checked_slug(request.slug)
    checked = checked_fields({**fields, "title": title})
    return Resolution(
        id=ResolutionId.mint(organisation.slug, adopted_on, agenda_item, request.slug or title),
        title=checked["title"],
        organisation=organisation.slug,
        adopted_on=adopted_on,
        source=_source(reading),
        rendition=_rendition(reading, request),
        body=checked.get("body", ""),
        assembly_name=checked.get("assembly_name", ""),
        agenda_item=agenda_item,
        agenda_title=checked.get("agenda_title", ""),
        kind=ResolutionKind(checked.get("kind") or "resolution"),
        status=checked.get("status") or "adopted",
        language=checked.get("language") or language,
        valid_until=PartialDate.read(checked["valid_until"]) if checked.get("valid_until") else None,
        votes=checked.get("votes", ""),
    )


def _adopted_on(text: str, file_name: str) -> PartialDate:
    if not text:
        raise refuse("no-date", file_name)
    try:
        return PartialDate.read(text)
    except LibcorpusError:
        raise refuse("bad-date", file_name, seen=text) from None


def checked_fields(fields: Mapping[str, str]) -> dict[str, str]:
    """Field values on one line each, without control characters; refuses a kind or status that is none."""
    from libcorpus.model.resolution import STATUSES

    checked = {key: " ".join(value.split()) for key, value in fields.items()}
    for key, choices in (("kind", [kind.value for kind in ResolutionKind]), ("status", list(STATUSES))):
        if checked.get(key) and checked[key] not in choices:
            raise refuse("bad-choice", key=key, seen=checked[key], known=", ".join(choices))
    for key, value in checked.items():
        if _UNFIT.search(value) or len(value) > MAX_FIELD:
            raise refuse("bad-field", excerpt=value.encode("utf-8", "replace").decode(), key=key)
    return checked


def _source(reading: _Reading) -> SourceInfo:
    draft = reading.draft
    name = PurePosixPath(reading.file_name)
    counts: dict[str, int] = {}
    others: list[LeftOut] = []
    for left in draft.left_out:
        if left.kind in _MECHANICAL:
            counts[left.kind] = counts.get(left.kind, 0) + 1
        else:
            others.append(left)
    return SourceInfo(
        file=f"source{_extension(draft.media_type, name.suffix.lower())}",
        media_type=draft.media_type,
        sha256=reading.digest,
        reader=draft.reader,
        splitter=splitter(),
        received_as=name.name,
        left_out=counts,
        left_out_text=tuple((left.place, left.text, left.reason) for left in others),
    )


def _extension(media_type: str, suffix: str) -> str:
    return {"text/plain": ".txt"}.get(media_type, suffix)


def _rendition(reading: _Reading, request: ArchiveRequest) -> RenditionInfo:
    draft = reading.draft
    if not draft.numbered:
        return RenditionInfo("computed", 80)
    pages = max((start.page or 0 for start in reading.document.lines), default=0)
    return RenditionInfo("printed", reading.rule.length or 0, request.gaps_ok if draft.gaps else "", pages)


def _files(resolution: Resolution, document: Document, data: bytes) -> dict[PurePosixPath, bytes]:
    folder = folder_of(resolution.id)
    text, table = write_document(document)
    return {
        folder / "resolution.toml": write_resolution(resolution).encode(),
        folder / "text.txt": text.encode(),
        folder / "lines.tsv": table.encode(),
        folder / resolution.source.file: data,
    }


def _receipt(resolution: Resolution, reading: _Reading, organisation: Organisation, layout: Layout) -> Receipt:
    draft, document, file_name = reading.draft, reading.document, reading.file_name
    new = not layout.exists(organisation_path(organisation.slug))
    remarks = [remark for remark in draft.remarks if remark.key not in _BREAKS]
    if draft.gaps:
        remarks.append(Problem.of("gaps-filed", file_name, seen=", ".join(draft.gaps)))
    if draft.numbered:
        remarks += [replace(remark, place=file_name) for remark in reading.rule.remarks]
    else:
        remarks.append(Problem.of("numbers-computed", file_name, length=80))
    if new and organisation.name == organisation.slug:
        remarks.append(Problem.of("organisation-created", file_name, seen=resolution.organisation))
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
    return {
        "id": str(receipt.id),
        "file": receipt.file_name,
        "title": receipt.resolution.title,
        "adopted_on": str(receipt.resolution.adopted_on),
        "blocks": receipt.blocks,
        "sentences": receipt.sentences,
        "printed_lines": receipt.printed_lines,
        "commit": receipt.commit,
        "remarks": [{"key": remark.key, "place": remark.place, "text": str(remark)} for remark in receipt.remarks],
    }
