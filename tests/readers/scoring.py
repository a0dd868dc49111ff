"""Holds what a reader made of a transcript against the truth: lines, boundaries, kinds, levels."""

from collections.abc import Mapping
from dataclasses import dataclass

from libcorpus.model.document import BlockKind, Document
from libcorpus.model.draft import Draft
from libcorpus.readers import decode, read
from libcorpus.text.build import check_laws, document_of
from tests.readers.manners import Transcript


@dataclass(frozen=True)
class Score:
    """Shares from 0 to 1; ``boundaries`` is F1 over the first lines of blocks, kinds and levels count right blocks."""

    lines: float
    boundaries: float
    kinds: float
    item_levels: float
    heading_levels: float
    unsure: tuple[str, ...] = ()


def whole(flat: str) -> tuple[str, ...]:
    """Cuts nothing: sentences play no part here, and cutting takes most of the time."""
    return (flat,)


def document_from(made: Transcript) -> tuple[Draft, Document]:
    """Reads a transcript; no character may be lost."""
    data = made.text.encode()
    draft = read(data, "made.txt")
    document = document_of(draft, split=whole)
    check_laws(draft, document, decode(data, "made.txt"))
    return draft, document


def score(made: Transcript) -> Score:
    """How close a reader came."""
    _, document = document_from(made)
    printed = {start.number: words for start, words in document.printed() if start.number is not None}
    lines = sum(printed.get(number) == words for number, words in made.printed.items())
    have = _first_lines(document)
    want = {own[0]: known for known, own in made.blocks}
    common = [number for number in want if number in have]
    wrong = [
        f"{number}: {made.printed.get(number, '')[:60]!r} {'missed' if number in want else 'invented'}"
        for number in sorted(set(want) ^ set(have))
    ]
    kinds = [number for number in common if have[number][0] is want[number].kind]
    wrong += [f"{n}: {made.printed[n][:60]!r} is {have[n][0]}, not {want[n].kind}" for n in set(common) - set(kinds)]
    items = [number for number in kinds if want[number].kind is BlockKind.ITEM]
    headings = [number for number in kinds if want[number].kind is BlockKind.HEADING]
    wrong += [f"{n}: {made.printed[n][:60]!r} level {have[n][1]}" for n in items if have[n][1] != want[n].level]
    return Score(
        _share(lines, len(made.printed)),
        _share(2 * len(common), len(have) + len(want)),
        _share(len(kinds), len(want)),
        _share(sum(have[number][1] == want[number].level for number in items), len(items)),
        _share(sum(have[number][1] == want[number].level for number in headings), len(headings)),
        tuple(wrong),
    )


def _first_lines(document: Document) -> Mapping[int, tuple[BlockKind, int]]:
    """The first line with words of each block; empty printed lines belong to no block in particular."""
    firsts: dict[int, tuple[BlockKind, int]] = {}
    for index, block in enumerate(document.blocks):
        begin = (document.first_sentences[index], 0)
        numbers = [start.number for start in document.lines if start.position == begin and start.number is not None]
        if numbers:
            firsts[numbers[-1]] = (block.kind, block.level)
    return firsts


def _share(part: int, total: int) -> float:
    return part / total if total else 1.0
