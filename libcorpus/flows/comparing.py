"""Compares two documents: one account, with the printed lines of both sides.

    old, new  ->  Comparison  ->  terminal, JSON

Knows documents; whether they are filed resolutions or drafts makes no difference.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from libcorpus.align import Account, Link, LinkKind, RelatedPair, align_sentences, related, word_spans
from libcorpus.align.paragraphs import BlockChange, block_changes
from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.lines import LineSpan, LineStart
from libcorpus.model.resolution import Resolution
from libcorpus.store.layout import folder_of


@dataclass(frozen=True, slots=True)
class Part:
    """One resolution of a side that takes several together: its id, its title, and its first sentence there."""

    name: str
    title: str
    first_sentence: int


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: what it is called, its words, and its metadata where it is filed.

    ``parts`` names the resolutions of an assembly taken together; it is empty for a single text.
    """

    name: str
    document: Document
    resolution: Resolution | None = None
    parts: tuple[Part, ...] = ()

    def lines_of(self, sentences: Iterable[int]) -> tuple[LineSpan, ...]:
        """The printed lines of sentences, each span once, in order; both ends included."""
        spans = (self.document.lines_of(index) for index in sentences)
        return tuple(dict.fromkeys(span for span in spans if span is not None))

    def text_of(self, sentences: Iterable[int]) -> str:
        """The words of sentences, joined by one blank."""
        return " ".join(self.document.sentences[index] for index in sentences)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of every sentence of ``old`` in ``new``: each sentence of either side is in one link."""

    old: Side
    new: Side
    account: Account
    form_only: frozenset[int] = frozenset()

    @property
    def differs(self) -> bool:
        """Whether anything is not simply kept in its place, differences of form that were folded away left out."""
        return any(link.kind is not LinkKind.KEPT or link.moved for link in self.account.links)

    def counts(self) -> dict[str, int]:
        """How many links of each kind there are; ``moved`` counts those that also moved."""
        counts = {kind.value: 0 for kind in LinkKind}
        for link in self.account.links:
            counts[link.kind.value] += 1
        return {**counts, "moved": sum(link.moved for link in self.account.links)}


def together(name: str, texts: Sequence[tuple[Resolution, Document]]) -> Side:
    """One side of all that an assembly adopted, one text after the other; notes come last, as a document wants them."""
    blocks: list[Block] = []
    lines: list[LineStart] = []
    parts: list[Part] = []
    count = 0
    for resolution, document in texts:
        parts.append(Part(str(resolution.id), resolution.title, count))
        blocks += [_unnoted(block) for block in document.blocks]
        lines += [replace(start, sentence=start.sentence + count) for start in document.lines]
        count += len(document.sentences)
    return Side(name, Document(tuple(blocks), tuple(lines)), None, tuple(parts))


def _unnoted(block: Block) -> Block:
    """A note as a paragraph: behind it stands another text."""
    return replace(block, kind=BlockKind.PARAGRAPH, label="") if block.kind is BlockKind.NOTE else block


def path_of(side: Side) -> str:
    """The path of a side's text in the corpus, as a patch names it; the file's own name for a draft."""
    return f"{folder_of(side.resolution.id)}/text.txt" if side.resolution else "text.txt"


def compare(old: Side, new: Side) -> Comparison:
    """Say of every sentence of two texts what became of it."""
    return Comparison(old, new, align_documents([old.document], [new.document]))


def folded(comparison: Comparison, ignore: Collection[str]) -> Comparison:
    """The comparison with reworded sentences taken as kept where they differ only in what is ignored.

    ``ignore`` holds ``case``, ``punctuation`` and ``gender``. ``form_only`` names the new sentences this was done to.
    """
    if not ignore:
        return comparison
    links: list[Link] = []
    form_only: set[int] = set()
    for link in comparison.account.links:
        old, new = comparison.old.text_of(link.old), comparison.new.text_of(link.new)
        if link.kind is LinkKind.REWORDED and not word_spans(old, new, ignore=ignore).changes:
            link = replace(link, kind=LinkKind.KEPT)
            form_only.update(link.new)
        links.append(link)
    account = Account.of(links, comparison.account.old_count, comparison.account.new_count)
    return replace(comparison, account=account, form_only=frozenset(form_only))


def align_documents(old: Sequence[Document], new: Sequence[Document]) -> Account:
    """The account of documents taken together, one after the other, with sections and kinds of blocks as evidence."""
    return align_sentences(
        [sentence for document in old for sentence in document.sentences],
        [sentence for document in new for sentence in document.sentences],
        old_context=[context for document in old for context in contexts(document)],
        new_context=[context for document in new for context in contexts(document)],
    )


def contexts(document: Document) -> list[tuple[str, str]]:
    """For each sentence the heading it stands under and the kind of its block."""
    result: list[tuple[str, str]] = []
    for index, block in enumerate(document.blocks):
        path = document.section_path(index)
        heading = document.blocks[path[-1]].flat if path else ""
        result.extend([(heading, block.kind.value)] * len(block.sentences))
    return result


def spans_as_data(spans: Iterable[LineSpan]) -> dict[str, list[list[int | None]]]:
    """Spans for JSON: ``lines`` as pairs, both ends included, and ``pages`` where numbers restart on each page."""
    each = [span.as_data() for span in spans]
    data = {"lines": [one["lines"] for one in each]}
    return {**data, "pages": [one["pages"] for one in each]} if each and "pages" in each[0] else data


def as_data(comparison: Comparison, with_related: bool = True) -> dict[str, Any]:
    """A comparison as JSON data, schema 1; see docs/reference.md."""
    return {
        "schema": 1,
        "old": comparison.old.name,
        "new": comparison.new.name,
        "counts": comparison.counts(),
        "revision": comparison.account.revision,
        **_parts(comparison),
        "links": [_link(link, comparison) for link in comparison.account.links],
        "blocks": [_block_change(change, comparison) for change in blocks_of(comparison)],
        "related": [_related(pair) for pair in (related_pairs(comparison) if with_related else ())],
    }


def blocks_of(comparison: Comparison) -> tuple[BlockChange, ...]:
    """What became of paragraphs and sections: split, merged, moved, another level, another kind."""
    return block_changes(comparison.account, comparison.old.document, comparison.new.document)


def _block_change(change: BlockChange, comparison: Comparison) -> dict[str, Any]:
    return {
        "change": change.fate.value,
        "old": {"blocks": list(change.old), **spans_as_data(_block_lines(comparison.old, change.old))},
        "new": {"blocks": list(change.new), **spans_as_data(_block_lines(comparison.new, change.new))},
        "before": change.before,
        "after": change.after,
    }


def _block_lines(side: Side, blocks: Iterable[int]) -> list[LineSpan]:
    return [span for block in blocks if (span := side.document.lines_of_block(block)) is not None]


def related_pairs(comparison: Comparison) -> tuple[RelatedPair, ...]:
    """The looser tier: a removed and an added sentence about the same matter, with the terms they share."""
    return related(comparison.old.document.sentences, comparison.new.document.sentences, comparison.account)


def _related(pair: RelatedPair) -> dict[str, Any]:
    return {"old": pair.old, "new": pair.new, "score": round(pair.score, 3), "shared": list(pair.shared)}


def _parts(comparison: Comparison) -> dict[str, Any]:
    """The resolutions a side takes together, with the index of their first sentence; nothing for single texts."""
    sides = {"old_parts": comparison.old.parts, "new_parts": comparison.new.parts}
    return {
        key: [{"id": part.name, "first_sentence": part.first_sentence} for part in parts]
        for key, parts in sides.items()
        if parts
    }


def _link(link: Link, comparison: Comparison) -> dict[str, Any]:
    return {
        "kind": link.kind.value,
        "moved": link.moved,
        **({"form_only": True} if comparison.form_only.intersection(link.new) else {}),
        "old": _side(comparison.old, link.old),
        "new": _side(comparison.new, link.new),
    }


def _side(side: Side, sentences: tuple[int, ...]) -> dict[str, Any] | None:
    if not sentences:
        return None
    spans = spans_as_data(side.lines_of(sentences))
    return {"sentences": list(sentences), **spans, "text": side.text_of(sentences)}
