"""Tells how deep blocks stand: headings in the outline, items in their list.

    • Die Stadt soll            1
      ◦ einen Nachtbus          2, by its indent or its bullet
    2.1 Mieten                  below "2 Wohnen"

A level that nothing tells is a guess, and is marked as one.
"""

import re
from collections.abc import Sequence
from typing import Final

from libcorpus.model.document import BlockKind
from libcorpus.readers.labels import Marked
from libcorpus.readers.margins import RawLine
from libcorpus.readers.measure import Measure
from libcorpus.readers.shapes import Shape

Place = tuple[int, str]
_NUMBERED: Final = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.? +(?=[^\W\d_])")


def depths(runs: Sequence[Sequence[tuple[RawLine, Marked]]]) -> list[int]:
    """For each run of lines the depth of the item that opens it, 0 if none does; a first view, by indent and bullet."""
    items: list[Place] = []
    result = []
    for run in runs:
        line, own = run[0]
        if not own.item:
            items = items if line.page_break else []
        # A quote is set in as an item is.
        result.append(_depth(_place(line, own), items)[0] if own.item else int(bool(own.quote)))
    return result


def set_levels(shapes: Sequence[Shape], length: Measure) -> None:
    """Outline levels of headings, depths of items, and the items that paragraphs belong to."""
    numbered = _numbered_levels(shapes)
    current = 0
    items: list[Place] = []
    for index, shape in enumerate(shapes):
        if shape.kind is BlockKind.HEADING:
            current = shape.level or numbered.get(index) or _heading_level(shapes, index, current)
            shape.level = current
            items = []
        elif shape.kind is BlockKind.ITEM:
            shape.level, guessed = _depth(_place(shape.lines[0], shape.marked[0]), items)
            shape.guess = "item-level-guessed" if guessed else shape.guess
        elif items and shape.lines[0].indent > items[0][0] and shape.lines[0].indent > 0:
            shape.level = min(len(items), sum(indent < shape.lines[0].indent for indent, _ in items))
        else:
            items = []
    _deepen(shapes, length)


def _numbered_levels(shapes: Sequence[Shape]) -> dict[int, int]:
    """Levels by the numbers of headings, where they count: 1, 1.1, 1.2, 2."""
    found = {
        index: match[1].count(".") + 1
        for index, shape in enumerate(shapes)
        if shape.kind is BlockKind.HEADING and (match := _NUMBERED.match(shape.first_words))
    }
    return found if len(found) > 1 else {}


def _heading_level(shapes: Sequence[Shape], index: int, current: int) -> int:
    """Two headings with nothing between them stand one above the other; all else is a guess: as the one before."""
    above = index > 0 and shapes[index - 1].kind is BlockKind.HEADING
    below = index + 1 < len(shapes) and shapes[index + 1].kind is BlockKind.HEADING
    if above:
        return min(current + 1, 6)
    if below:
        return max(current - 1, 1)
    shapes[index].guess = shapes[index].guess or "heading-level-guessed"
    return current or 1


def _place(line: RawLine, own: Marked) -> Place:
    return line.indent, own.bullet or re.sub(r"[0-9]+|[A-Za-z]+", "1", own.label)


def _depth(place: Place, items: list[Place]) -> tuple[int, bool]:
    """Depth by indent, then by bullet: a new bullet inside a list opens a list in it; whether that is a guess.

    ``items`` are the lists that are open; this one is added.
    """
    for depth, known in enumerate(items):
        if known == place or (known[1] == place[1] and known[0] >= place[0]):
            del items[depth + 1 :]
            return depth + 1, False
    while items and items[-1][0] > place[0]:
        items.pop()
    guessed = bool(items) and items[-1][0] == place[0]
    items.append(place)
    return len(items), guessed


def _deepen(shapes: Sequence[Shape], length: Measure) -> None:
    """An item whose lines all break six characters early stands a level deeper, though its bullet is the same."""
    if not length.by_rule or not length.step:
        return
    above = 0
    for shape in shapes:
        if shape.kind is not BlockKind.ITEM:
            above = 0
            continue
        pairs = list(zip(shape.filled, shape.filled[1:], strict=False))
        early = any(length.slack(line, following, shape.level) for line, following in pairs)
        deeper = shape.level + 1
        fits = all(length.full(line, following, deeper) for line, following in pairs)
        if pairs and early and fits and above and max(map(len, shape.filled)) <= length.room(deeper):
            shape.level, shape.guess = deeper, "item-level-guessed"
        above = shape.level
