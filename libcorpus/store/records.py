"""Reads and writes ``resolution.toml``, by one table of its keys.

    adopted_on = "2020-03-07"     <->   Resolution.adopted_on = PartialDate(2020, 3, 7)

Unknown keys and a person's comments survive a rewrite. Every refusal names the file,
the line and the key. Knows TOML and values; no folders, no git.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from libcorpus.model.ids import ResolutionId
from libcorpus.model.lines import LineSpan
from libcorpus.model.problems import LibcorpusError, refuse
from libcorpus.model.resolution import (
    BASES,
    RELATION_KINDS,
    STATUSES,
    VERDICTS,
    Relation,
    RenditionInfo,
    Resolution,
    ResolutionKind,
    SentenceLink,
    SourceInfo,
    Withdrawal,
)
from libcorpus.store.plaintoml import plain_toml
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
    Key("relations", "tables", "edges to other resolutions: kind, target, basis, reason, words, lines"),
    Key("links", "tables", "which sentence of an earlier text became one of this: verdict, words of both, target"),
    Key("withdrawn.on", "date", "day on which it was withdrawn from the archive"),
    Key("withdrawn.reason", "text", "why it was withdrawn"),
    Key("withdrawn.removed", "table", "files that were taken out of the tree, with the hex SHA-256 of their bytes"),
    Key(
        "source.file", "text", "name of the source beside this file, or sources/… of one that is shared", required=True
    ),
    Key("source.received_as", "text", "name of the file as it was received"),
    Key("source.part", "text", "which part of the source this is, where several resolutions share it"),
    Key("source.media_type", "text", "media type of the source", required=True),
    Key("source.sha256", "text", "hex SHA-256 of the bytes of the source", required=True),
    Key("source.reader", "text", "name and version of the reader", required=True),
    Key("source.splitter", "text", "name and version of what cut the sentences", required=True),
    Key("source.options", "table", "what the reader was told beside the bytes, as text"),
    Key("source.left_out", "table", "counts by mechanical kind; under other: place, text and reason"),
    Key("rendition.numbers", "choice", "where printed numbers come from", True, ("printed", "computed")),
    Key("rendition.line_length", "integer", "characters on a full line by the wrapping rule, where known"),
    Key("rendition.rule", "text", "name of the rule that computed the numbers, where it is not Antragsgrün's"),
    Key("rendition.gaps", "text", "the reason given for missing or repeated numbers"),
    Key("rendition.pages", "integer", "number of pages, where known"),
)
_TOP: Final = frozenset(key.name.partition(".")[0] for key in KEYS)


def parse_resolution(text: str, own_id: ResolutionId, place: str) -> Resolution:
    """The metadata a ``resolution.toml`` holds; ``place`` is the file's name for refusals."""
    values = plain_toml(text)
    record = parse_toml(text, place) if values is None else Record(values, text, place)
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
            links=_links(record),
            withdrawn=_withdrawal(record),
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
    if not isinstance(others, list):
        raise refuse(
            "key-type", record.at("source.left_out"), str(others), key="source.left_out.other", expected="tables"
        )
    return SourceInfo(
        file=record.text("source.file"),
        media_type=record.text("source.media_type"),
        sha256=record.text("source.sha256"),
        reader=record.text("source.reader"),
        splitter=record.text("source.splitter"),
        part=record.text("source.part"),
        received_as=record.text("source.received_as"),
        options={str(name): str(value) for name, value in (record.get("source.options") or {}).items()},
        left_out={str(kind): count for kind, count in left_out.items() if type(count) is int and count},
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
        rule=record.text("rendition.rule"),
    )


# The keys of the tables in [[relations]] and [[links]], in the order in which they are written.
RELATION_KEYS: Final = ("kind", "target", "basis", "reason", "words", "lines")
LINK_KEYS: Final = ("verdict", "words", "lines", "target", "target_words", "target_lines", "basis", "reason")


def _relations(record: Record) -> tuple[Relation, ...]:
    relations = []
    for table in record.values.get("relations", []):
        values = _texts_of(record, "relations", table, RELATION_KEYS)
        _choice(record, "relations.kind", values["kind"], RELATION_KINDS)
        ResolutionId.parse(values["target"])
        values["basis"] = _choice(record, "relations.basis", values["basis"] or "editor", BASES)
        relations.append(Relation(**values))  # type: ignore[arg-type]
    return tuple(relations)


def _links(record: Record) -> tuple[SentenceLink, ...]:
    links = []
    for table in record.values.get("links", []):
        values = _texts_of(record, "links", table, LINK_KEYS)
        _choice(record, "links.verdict", values["verdict"], VERDICTS)
        ResolutionId.parse(values["target"])
        values["basis"] = _choice(record, "links.basis", values["basis"] or "editor", BASES)
        for key in ("words", "target_words"):
            if not values[key].strip():
                raise refuse("key-missing", record.at("links"), key=f"links.{key}")
        links.append(SentenceLink(**values))  # type: ignore[arg-type]
    return tuple(links)


def _withdrawal(record: Record) -> Withdrawal | None:
    on = record.date("withdrawn.on")
    if on is None:
        return None
    removed = {str(name): str(value) for name, value in (record.get("withdrawn.removed") or {}).items()}
    return Withdrawal(on, record.text("withdrawn.reason"), removed)


def _texts_of(record: Record, name: str, table: Mapping[str, Any], keys: tuple[str, ...]) -> dict[str, str]:
    """The known keys of one table in an array of them; refuses one that is no text."""
    for key in keys:
        if not isinstance(table.get(key, ""), str):
            raise refuse("key-type", record.at(name), str(table[key]), key=f"{name}.{key}", expected="text")
        if key.endswith("lines") and table.get(key):
            LineSpan.parse(table[key])
    return {key: table.get(key, "") for key in keys}


def _choice(record: Record, name: str, seen: str, known: tuple[str, ...]) -> str:
    if seen not in known:
        raise refuse("bad-choice", record.at(name.partition(".")[0]), key=name, seen=seen, known=", ".join(known))
    return seen


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
        "relations": [_table_of(relation, RELATION_KEYS) for relation in resolution.relations],
        "links": [_table_of(link, LINK_KEYS) for link in resolution.links],
        "withdrawn": {
            "on": str(resolution.withdrawn.on),
            "reason": resolution.withdrawn.reason,
            "removed": dict(resolution.withdrawn.removed),
        }
        if resolution.withdrawn
        else {},
        "source": {
            "file": source.file,
            "received_as": source.received_as,
            "part": source.part,
            "media_type": source.media_type,
            "sha256": source.sha256,
            "reader": source.reader,
            "splitter": source.splitter,
            "options": dict(source.options),
            "left_out": {**source.left_out, "other": others},
        },
        "rendition": {
            "numbers": rendition.numbers,
            "line_length": rendition.line_length,
            "rule": rendition.rule,
            "gaps": rendition.gaps,
            "pages": rendition.pages,
        },
    }


def _table_of(value: Relation | SentenceLink, keys: tuple[str, ...]) -> dict[str, str]:
    """One table of an array; a key that is empty is not written."""
    return {key: str(getattr(value, key)) for key in keys}
