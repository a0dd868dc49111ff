"""A resolution as a person reads it: whole with its printed lines in the margin, as printed, or as data.

    94-97   • Die Stadt soll sich dafür einsetzen, dass …

Reads documents and metadata; prints nothing itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from libcorpus.flows.relating import as_data as relation_as_data
from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.harmless import harmless
from libcorpus.model.lines import LineSpan
from libcorpus.model.resolution import Relation, Resolution
from libcorpus.render.relations import render_relations
from libcorpus.render.style import Style, wrapped
from libcorpus.text.linetable import text_lines

_GUTTER: Final = 9


def render_document(
    resolution: Resolution,
    document: Document,
    style: Style,
    lang: str,
    organisation: str,
    others: Sequence[tuple[Resolution, Relation]] = (),
) -> Iterator[str]:
    """The whole text, with the printed lines of each block in front; ``others`` are relations to it."""
    yield from _head(resolution, style, organisation)
    if rows := list(render_relations(resolution, others, style, lang)):
        yield from (*rows, "")
    yield from render_blocks(document, range(len(document.blocks)), style)


def _head(resolution: Resolution, style: Style, organisation: str) -> Iterator[str]:
    yield style.strong(harmless(resolution.title))
    yield harmless(resolution.cite(organisation_name=organisation))
    yield style.quiet(str(resolution.id))
    yield ""


def render_blocks(document: Document, blocks: Iterable[int], style: Style) -> Iterator[str]:
    """Blocks with their printed lines."""
    for index in blocks:
        block = document.blocks[index]
        if block.kind is BlockKind.TABLE:
            # A row is a line of its own, as it was printed.
            for row in document.sentences_of(index):
                yield from _block(document.lines_of(row), document.sentences[row], block, style)
        else:
            yield from _block(document.lines_of_block(index), _lead(block) + block.flat, block, style)
        yield ""


def _block(span: LineSpan | None, text: str, block: Block, style: Style) -> Iterator[str]:
    inner = 2 * (block.level - 1) if block.kind is BlockKind.ITEM else 0
    lines = wrapped(text, style.width, " " * (_GUTTER + inner))
    first = f"{span or ''!s:<{_GUTTER}}"
    body = lines[0][_GUTTER:]
    yield style.quiet(first) + (style.strong(body) if block.kind is BlockKind.HEADING else body)
    yield from lines[1:]


def _lead(block: Block) -> str:
    match block.kind:
        case BlockKind.HEADING:
            return "#" * block.level + " "
        case BlockKind.ITEM:
            return (block.label or "•") + " "
        case BlockKind.QUOTE:
            return "> "
        case BlockKind.NOTE:
            return f"[{block.label}] "
        case _:
            return ""


def render_printed(document: Document, span: LineSpan | None = None) -> Iterator[str]:
    """The lines as they were printed, with their numbers; only those of ``span`` where one is given."""
    wanted = None if span is None else document.existing(span)
    for start, words in document.printed():
        if wanted is not None and not document.is_on(start, wanted):
            continue
        number = "" if start.number is None else str(start.number)
        place = f"{start.page}:{number}" if document.restarts else number
        yield f"{place:>6} {harmless(words)}".rstrip()


def metadata_as_data(resolution: Resolution) -> dict[str, Any]:
    """The metadata as JSON data, in ``list`` and ``show`` the same."""
    return {
        "id": str(resolution.id),
        "title": resolution.title,
        "organisation": resolution.organisation,
        "body": resolution.body,
        "adopted_on": str(resolution.adopted_on),
        "assembly": {"name": resolution.assembly_name, "days": [str(day) for day in resolution.assembly_days]},
        "agenda_item": resolution.agenda_item,
        "agenda_title": resolution.agenda_title,
        "kind": resolution.kind.value,
        "status": resolution.status,
        "language": resolution.language,
        "topics": list(resolution.topics),
        "valid_until": str(resolution.valid_until) if resolution.valid_until else None,
        "votes": resolution.votes,
        "relations": [relation_as_data(relation) for relation in resolution.relations],
        "numbers": resolution.rendition.numbers,
        "line_length": resolution.rendition.line_length or None,
        "withdrawn": withdrawn_as_data(resolution),
    }


def withdrawn_as_data(resolution: Resolution) -> dict[str, Any] | None:
    """Since when and why a resolution was withdrawn, and which of its files were removed; None for any other."""
    gone = resolution.withdrawn
    if gone is None:
        return None
    return {"on": str(gone.on), "reason": gone.reason, "removed": dict(gone.removed)}


def as_data(
    resolution: Resolution,
    document: Document,
    span: LineSpan | None = None,
    others: Sequence[tuple[Resolution, Relation]] = (),
) -> dict[str, Any]:
    """A resolution with its blocks as JSON data, schema 1; only sentences on ``span`` if one is given."""
    related_by = [{"id": str(other.id), **relation_as_data(relation)} for other, relation in others]
    blocks = blocks_as_data(document, span)
    return {"schema": 1, **metadata_as_data(resolution), "related_by": related_by, "blocks": blocks}


def blocks_as_data(document: Document, span: LineSpan | None = None) -> list[dict[str, Any]]:
    """The blocks of a text as JSON data; only sentences on ``span`` if one is given."""
    wanted = None if span is None else set(document.sentences_on(span))
    lines = text_lines(document)
    blocks = []
    for index, block in enumerate(document.blocks):
        sentences = [own for own in document.sentences_of(index) if wanted is None or own in wanted]
        if not sentences:
            continue
        span_of_block = document.lines_of_block(index)
        data: dict[str, Any] = {
            "kind": block.kind.value,
            "level": block.level,
            "label": block.label,
            **_span(span_of_block, document),
            "sentences": [
                {
                    "text": document.sentences[own],
                    "text_line": lines[own],
                    **_span(document.lines_of(own), document),
                }
                for own in sentences
            ],
        }
        blocks.append(data)
    return blocks


def _span(span: LineSpan | None, document: Document) -> dict[str, Any]:
    data: dict[str, Any] = {"lines": [span.first, span.last] if span else None}
    if document.restarts:
        data["pages"] = [span.page, span.last_page] if span else None
    return data
