"""Makes a document of a draft: sentences cut, lines of print carried over, numbered by the rule where print did not.

    DraftBlock "A b. C d." with lines at 0 and 5  ->  sentences "A b." "C d.", lines at (0, 0) and (1, 0)

The laws that bind an archived text to its source are checked here, before anything is
filed. Knows no files.
"""

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from itertools import accumulate

from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.draft import Draft, DraftBlock
from libcorpus.model.lines import LineStart
from libcorpus.model.problems import refuse
from libcorpus.text.canonical import cells_of
from libcorpus.text.linetable import parse_document, write_document
from libcorpus.text.numbering import DEFAULT_LENGTH, Rule, number_by_rule
from libcorpus.text.sentences import split_sentences

Splitter = Callable[[str], tuple[str, ...]]
# Kinds of blocks that are one text line, whatever stands in them.
_WHOLE = (BlockKind.HEADING, BlockKind.TABLE)


def document_of(
    draft: Draft,
    language: str = "de",
    split: Splitter | None = None,
    *,
    rule: Rule | int = DEFAULT_LENGTH,
    first_line: int = 1,
) -> Document:
    """The document of a draft; a text without printed numbers is numbered by the rule, on from ``first_line``."""
    splitter = split or (lambda flat: split_sentences(flat, language))
    blocks: list[Block] = []
    lines: list[LineStart] = []
    count = 0
    for draft_block in draft.blocks:
        block = _block_of(draft_block, splitter)
        lines.extend(_line_starts(draft_block, block, count))
        blocks.append(block)
        count += len(block.sentences)
    document = Document(tuple(blocks), tuple(lines))
    return document if draft.numbered else number_by_rule(document, rule, first_line)


def _block_of(draft: DraftBlock, split: Splitter) -> Block:
    if draft.kind is BlockKind.TABLE:
        sentences = tuple(draft.flat.split("\n"))
    else:
        sentences = (draft.flat,) if draft.kind in _WHOLE else split(draft.flat)
    return Block(draft.kind, sentences, draft.level, draft.label)


def _line_starts(draft: DraftBlock, block: Block, first_sentence: int) -> list[LineStart]:
    """The block's lines of print as places in its sentences."""
    starts = list(accumulate((len(sentence) + 1 for sentence in block.sentences[:-1]), initial=0))
    result = []
    for line in draft.lines:
        index = bisect_right(starts, line.offset) - 1
        offset = line.offset - starts[index]
        # A line that begins in the blank between two sentences begins with the second one.
        if offset == len(block.sentences[index]):
            index, offset = index + 1, 0
        result.append(LineStart(line.number, line.page, first_sentence + index, offset, line.hyphen))
    return result


def check_laws(draft: Draft, document: Document, source_text: str) -> None:
    """Refuse a document that does not read back as itself, or that lost or doubled a character of its source.

    ``source_text`` is the source as text. White space is not counted, nor what parts the cells of a table, and all text
    is compared in NFC.
    """
    if parse_document(*write_document(document)) != document:
        raise refuse("law-roundtrip")
    have: Counter[str] = Counter()
    for text in (*map(_words, document.blocks), *(left.text for left in draft.left_out)):
        have.update(_visible(text))
    wanted = Counter(_visible(source_text))
    labels = Counter(_visible("".join(block.label for block in document.blocks)))
    have.update(labels)
    if have != wanted:
        lost, doubled = (_named(wanted - have), _named(have - wanted))
        raise refuse("law-characters", lost=lost or "-", doubled=doubled or "-")


def _words(block: Block) -> str:
    if block.kind is BlockKind.TABLE:
        return " ".join(cell for row in block.sentences for cell in cells_of(row))
    return block.flat


def _visible(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def _named(characters: Counter[str]) -> str:
    return " ".join(f"{character}×{count}" for character, count in sorted(characters.items())[:10])
