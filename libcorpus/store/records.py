"""Reads and writes ``resolution.toml``, by one table of its keys.

    adopted_on = "2020-03-07"     <->   Resolution.adopted_on = PartialDate(2020, 3, 7)

Unknown keys and a person's comments survive a rewrite. Every refusal names the file,
the line and the key. Knows TOML and values; no folders, no git.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from libcorpus.model.ids import ResolutionId
from libcorpus.model.problems import LibcorpusError, refuse
from libcorpus.model.resolution import (
    RELATION_KINDS,
    STATUSES,
    Relation,
    RenditionInfo,
    Resolution,
    ResolutionKind,
    SourceInfo,
)
from libcorpus.toml import Record, parse_toml, updated

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Key:
    """A key of ``resolution.toml``: its dotted name, what it holds, and what it means (for docs/format.md)."""

    name: str
    holds: str
    meaning: str
    required: bool = False
    choices: tuple[str, ...] = ()


KEYS: Final = (
    Key("format", "integer", "number of the format, 1", required=True),
    Key("title", "text", "title of the resolution, without the word Beschluss", required=True),
    Key("organisation", "slug", "who adopted it; a file in organisations/", required=True),
    Key("body", "text", "the organ that decided, as it calls itself"),
    Key("adopted_on", "date", "day, month or year of adoption", required=True),
    Key("assembly.name", "text", "name of the assembly, if it has one"),
    Key("assembly.days", "dates", "days of an assembly of several days"),
    Key("agenda_item", "text", "number of the agenda item, without its last dot"),
    Key("agenda_title", "text", "title of the agenda item"),
    Key("kind", "choice", "what was adopted", choices=tuple(kind.value for kind in ResolutionKind)),
    Key("status", "choice", "what became of it", choices=STATUSES),
    Key("language", "text", "language of the words, as a BCP 47 tag"),
    Key("topics", "texts", "names of topics an editor gave it"),
    Key("valid_until", "date", "last day on which it holds, where it says so"),
    Key("votes", "text", "result of the vote, as printed"),
    Key("relations", "tables", "edges to other resolutions: kind, target, basis (text, editor or inferred)"),
    Key("source.file", "text", "name of the source beside this file", required=True),
    Key("source.received_as", "text", "name of the file as it was received"),
    Key("source.part", "text", "which part of the source this is, where several resolutions share it"),
    Key("source.media_type", "text", "media type of the source", required=True),
    Key("source.sha256", "text", "hex SHA-256 of the bytes of the source", required=True),
    Key("source.reader", "text", "name and version of the reader", required=True),
    Key("source.splitter", "text", "name and version of what cut the sentences", required=True),
    Key("source.left_out", "table", "counts by mechanical kind; under other: place, text and reason"),
    Key("rendition.numbers", "choice", "where printed numbers come from", True, ("printed", "computed")),
    Key("rendition.line_length", "integer", "characters on a full line by the wrapping rule, where known"),
    Key("rendition.gaps", "text", "the reason given for missing or repeated numbers"),
    Key("rendition.pages", "integer", "number of pages, where known"),
)
_TOP: Final = frozenset(key.name.partition(".")[0] for key in KEYS)


def parse_resolution(text: str, own_id: ResolutionId, place: str) -> Resolution:
    """The metadata a ``resolution.toml`` holds; ``place`` is the file's name for refusals."""
    record = parse_toml(text, place)
    check_format(record)
    for key in KEYS:
        record.check(key.name, key.holds, key.required, key.choices)
    optional = record.text
    try:
        return Resolution(
            id=own_id,
            title=optional("title"),
            organisation=optional("organisation"),
            adopted_on=record.date("adopted_on") or own_id.adopted_on,
            source=_source(record),
            rendition=_rendition(record),
            body=optional("body"),
            assembly_name=optional("assembly.name"),
            assembly_days=record.dates("assembly.days"),
            agenda_item=optional("agenda_item"),
            agenda_title=optional("agenda_title"),
            kind=ResolutionKind(optional("kind") or "resolution"),
            status=optional("status") or "adopted",
            language=optional("language") or "de",
            topics=record.texts("topics"),
            valid_until=record.date("valid_until"),
            votes=optional("votes"),
            relations=_relations(record),
            extra={key: value for key, value in record.values.items() if key not in _TOP},
        )
    except LibcorpusError as error:
        raise refuse(
            error.problem.key, error.problem.place or place, error.problem.excerpt, **error.problem.values
        ) from None


def check_format(record: Record) -> None:
    """Refuse a format this program cannot read, with the one it can."""
    seen = record.values.get("format")
    if seen != FORMAT or isinstance(seen, bool):
        raise refuse("unknown-format", record.at("format"), seen=seen, known=FORMAT)


def _source(record: Record) -> SourceInfo:
    left_out = record.get("source.left_out") or {}
    others = left_out.get("other", [])
    return SourceInfo(
        file=record.text("source.file"),
        media_type=record.text("source.media_type"),
        sha256=record.text("source.sha256"),
        reader=record.text("source.reader"),
        splitter=record.text("source.splitter"),
        part=record.text("source.part"),
        received_as=record.text("source.received_as"),
        left_out={str(kind): count for kind, count in left_out.items() if isinstance(count, int)},
        left_out_text=tuple(
            (str(other.get("place", "")), str(other.get("text", "")), str(other.get("reason", "")))
            for other in others
            if isinstance(other, Mapping)
        ),
    )


def _rendition(record: Record) -> RenditionInfo:
    return RenditionInfo(
        numbers="computed" if record.text("rendition.numbers") == "computed" else "printed",
        line_length=record.integer("rendition.line_length"),
        gaps=record.text("rendition.gaps"),
        pages=record.integer("rendition.pages"),
    )


def _relations(record: Record) -> tuple[Relation, ...]:
    relations = []
    for table in record.values.get("relations", []):
        kind, target, basis = (str(table.get(name, "")) for name in ("kind", "target", "basis"))
        if kind not in RELATION_KINDS:
            raise refuse(
                "bad-choice", record.at("relations"), key="relations.kind", seen=kind, known=", ".join(RELATION_KINDS)
            )
        ResolutionId.parse(target)
        basis = basis or "editor"
        if basis not in ("text", "editor", "inferred"):
            raise refuse(
                "bad-choice", record.at("relations"), key="relations.basis", seen=basis, known="text, editor, inferred"
            )
        relations.append(Relation(kind, target, basis))  # type: ignore[arg-type]
    return tuple(relations)


def write_resolution(resolution: Resolution, before: str = "") -> str:
    """The text of ``resolution.toml``; comments, order and unknown keys of ``before`` are kept."""
    return updated(before, _plain(resolution))


def _plain(resolution: Resolution) -> dict[str, Any]:
    """The known keys with their values as TOML holds them; None or empty for what is not written."""
    source, rendition = resolution.source, resolution.rendition
    others = [{"place": place, "text": text, "reason": reason} for place, text, reason in source.left_out_text]
    return {
        "format": FORMAT,
        "title": resolution.title,
        "organisation": resolution.organisation,
        "body": resolution.body,
        "adopted_on": str(resolution.adopted_on),
        "agenda_item": resolution.agenda_item,
        "agenda_title": resolution.agenda_title,
        "kind": resolution.kind.value,
        "status": resolution.status,
        "language": resolution.language,
        "topics": list(resolution.topics),
        "valid_until": str(resolution.valid_until or ""),
        "votes": resolution.votes,
        "assembly": {"name": resolution.assembly_name, "days": [str(day) for day in resolution.assembly_days]},
        "relations": [
            {"kind": relation.kind, "target": relation.target, "basis": relation.basis}
            for relation in resolution.relations
        ],
        "source": {
            "file": source.file,
            "received_as": source.received_as,
            "part": source.part,
            "media_type": source.media_type,
            "sha256": source.sha256,
            "reader": source.reader,
            "splitter": source.splitter,
            "left_out": {**source.left_out, "other": others},
        },
        "rendition": {
            "numbers": rendition.numbers,
            "line_length": rendition.line_length,
            "gaps": rendition.gaps,
            "pages": rendition.pages,
        },
    }
