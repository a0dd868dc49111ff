"""Forms blocks of lines: where one ends, what kind it is, and how deep.

    31 GRÜN wirkt                             heading: one line, no final punctuation
    38 … den Rahmen für Haupt-                paragraph
    39 und Ehrenamtliche …, Kirchen und
       (blank: a page break)                  not a boundary: the line is full and the sentence goes on
    40 Wohlfahrtsverbänden, um …
    89 • Für die kommunale Demokratie …       item

A blank line or a list dash is a boundary, unless the line before is full and its sentence
unfinished. Knows lines of print; nothing of files or sentences.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from libcorpus.model.document import BlockKind
from libcorpus.readers.labels import Marked, mark
from libcorpus.readers.margins import RawLine
from libcorpus.readers.measure import Measure, measure

_CLOSING: Final = "\"'”“’‘»«)]}›‹"
_TERMINAL: Final = ".!?…:;"
_MAX_HEADING_LINES: Final = 2
# Words no heading ends with: the sentence goes on.
_OPEN_END: Final = re.compile(
    r"(?:[,–-]|\b(?:und|oder|sowie|der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|mit|von|vom|für|zu|zur|zum"
    r"|in|im|an|am|auf|aus|bei|durch|nach|über|um|unter|vor|als|wie|dass|ob|wenn|weil|nicht|auch|sich|wir|ist|sind))$"
)


@dataclass(slots=True)
class Shape:
    """A block in the making: its lines, their words without bullet or label, kind and level; ``guess`` says why."""

    lines: list[RawLine]
    marked: list[Marked]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    guess: str = ""
    words: list[str] = field(default_factory=list)

    @property
    def bullet(self) -> str:
        """The bullet of an item, as printed."""
        return self.marked[0].bullet

    @property
    def label(self) -> str:
        """The label of an item, as printed."""
        return self.marked[0].label

    @property
    def last_words(self) -> str:
        """The words of the last line that has any."""
        return next((words for words in reversed(self.words) if words), "")


def shapes_of(lines: Sequence[RawLine]) -> tuple[list[Shape], Measure]:
    """The blocks of a transcript, with kinds and levels, and the measure of its lines."""
    marked = mark(lines)
    runs = list(_runs(lines, marked))
    by_kind = {
        is_item: measure(
            [[replace(line, words=m.words) for line, m in run] for run in runs if run[0][1].item is is_item]
        )
        for is_item in (True, False)
    }
    shapes = [_shape(part) for run in runs for part in _parted(run, by_kind[run[0][1].item])]
    shapes = _continued(shapes, by_kind)
    _find_headings(shapes)
    _set_levels(shapes)
    return shapes, by_kind[False] if by_kind[False].width else by_kind[True]


Run = list[tuple[RawLine, Marked]]


def _runs(lines: Sequence[RawLine], marked: Sequence[Marked]) -> Iterator[Run]:
    """Lines up to the next blank line, list dash, bullet, label or empty printed line."""
    run: Run = []
    after_empty = False
    for line, own in zip(lines, marked, strict=True):
        boundary = line.blank_before or line.dashed or own.item or after_empty
        if boundary and any(before.words for before, _ in run):
            yield run
            run = []
        run.append((line, own))
        after_empty = not line.words and len(run) > 1
    if run:
        yield run


def _parted(run: Run, length: Measure) -> Iterator[Run]:
    """Parts a run where a line ended though there was room for the next word, if its sentence ended there.

    Some transcripts have no blank lines between blocks; only the rule of wrapping tells.
    """
    part: Run = []
    for index, (line, own) in enumerate(run):
        part.append((line, own))
        following = run[index + 1][1].words if index + 1 < len(run) else ""
        if length.slack(own.words, following) and (_ends(own.words) or _heading_like(part, following)):
            yield part
            part = []
    if part:
        yield part


def _heading_like(part: Run, following: str) -> bool:
    """One short line that does not end a sentence, before one that begins with a capital."""
    words = part[0][1].words
    return len(part) == 1 and not part[0][1].item and following[:1].isupper() and not _goes_on(words)


def _shape(run: Run) -> Shape:
    lines, marked = [line for line, _ in run], [own for _, own in run]
    kind = BlockKind.ITEM if marked[0].item else BlockKind.PARAGRAPH
    return Shape(lines, marked, kind, words=[own.words for own in marked])


def _continued(shapes: list[Shape], by_kind: dict[bool, Measure]) -> list[Shape]:
    """Joins what a page break parted: the line before is full, its sentence unfinished, and no item begins."""
    result: list[Shape] = []
    for shape in shapes:
        if result and _goes_on_in(result[-1], shape, by_kind[result[-1].kind is BlockKind.ITEM]):
            before = result[-1]
            before.lines += shape.lines
            before.marked += shape.marked
            before.words += shape.words
        else:
            result.append(shape)
    return result


def _goes_on_in(before: Shape, after: Shape, length: Measure) -> bool:
    last, following = before.last_words, next((words for words in after.words if words), "")
    if after.kind is BlockKind.ITEM or not last or not following or _ends(last) or not before.lines[-1].words:
        return False
    if not length.full(last, following):
        return False
    return len(before.lines) > 1 or following[0].islower() or _goes_on(last)


def _ends(words: str) -> bool:
    """Whether a line ends a sentence."""
    bare = words.rstrip(_CLOSING)
    return bare.endswith(tuple(_TERMINAL)) or (not bare and bool(words))


def _goes_on(words: str) -> bool:
    return _OPEN_END.search(words) is not None


def _find_headings(shapes: list[Shape]) -> None:
    """A heading is one line, or two, without final punctuation, that something follows."""
    for index, shape in enumerate(shapes[:-1]):
        filled = [words for words in shape.words if words]
        if shape.kind is not BlockKind.PARAGRAPH or not 1 <= len(filled) <= _MAX_HEADING_LINES:
            continue
        if _ends(filled[-1]) or _goes_on(filled[-1]) or not (filled[0][0].isupper() or filled[0][0].isdigit()):
            continue
        shape.kind = BlockKind.HEADING
        if len(filled) > 1 or (shapes[index + 1].kind is BlockKind.ITEM and not shape.lines[0].blank_before):
            shape.guess = "heading-guessed"


def _set_levels(shapes: list[Shape]) -> None:
    """Outline levels of headings, depths of items, and the items that paragraphs belong to."""
    current = 0
    items: list[tuple[int, str]] = []
    for index, shape in enumerate(shapes):
        if shape.kind is BlockKind.HEADING:
            current = _heading_level(shapes, index, current)
            shape.level = current
            items = []
        elif shape.kind is BlockKind.ITEM:
            shape.level = _item_level(shape, items)
        elif items and shape.lines[0].indent > items[0][0] and shape.lines[0].indent > 0:
            shape.level = min(len(items), sum(indent < shape.lines[0].indent for indent, _ in items))
        else:
            items = []


def _heading_level(shapes: list[Shape], index: int, current: int) -> int:
    """Two headings with nothing between them stand one above the other; all else is a guess: as the one before."""
    above = index > 0 and shapes[index - 1].kind is BlockKind.HEADING
    below = index + 1 < len(shapes) and shapes[index + 1].kind is BlockKind.HEADING
    if above:
        return min(current + 1, 6)
    if below:
        return max(current - 1, 1)
    shapes[index].guess = shapes[index].guess or "heading-level-guessed"
    return current or 1


def _item_level(shape: Shape, items: list[tuple[int, str]]) -> int:
    """Depth by indent, then by bullet: a new bullet inside a list opens a list in it."""
    style = shape.bullet or re.sub(r"[0-9]+|[A-Za-z]+", "1", shape.label)
    place = (shape.lines[0].indent, style)
    for depth, known in enumerate(items):
        if known == place or (known[1] == style and known[0] >= place[0]):
            del items[depth + 1 :]
            return depth + 1
    while items and items[-1][0] > place[0]:
        items.pop()
    if items and items[-1][0] == place[0]:
        shape.guess = "item-level-guessed"
    items.append(place)
    return len(items)
