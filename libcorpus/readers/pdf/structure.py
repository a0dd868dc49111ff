"""Forms blocks of lines by their places: paragraphs, items with their depth, headings with their level.

    Wohnen                              larger, or bold: a heading
    • Die Stadt soll bauen              a bullet: an item
      und sanieren.                     set in as the words of the item: goes on
      – zuerst im Norden                set in further: an item of the second level
    1.1 Mieten                          bold, with a number: a heading of a lower level

What was guessed says so. Knows lines of print and how they are set.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from libcorpus.model.document import BlockKind
from libcorpus.readers.labels import Marked, mark
from libcorpus.readers.margins import RawLine
from libcorpus.readers.measure import rough_measure
from libcorpus.readers.pdf.cuts import Setting, cut
from libcorpus.readers.pdf.glyphs import UNKNOWN
from libcorpus.readers.pdf.values import Line
from libcorpus.readers.shapes import Shape
from libcorpus.readers.signs import ends, opens, stops

_HEADING: Final = 1.06
_LARGE: Final = 1.3
_MAX_HEADING: Final = 4
_INDENT: Final = 0.8
_SAME: Final = 0.55
_NUMBER: Final = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=\S)")
_RECURRING: Final = 3


@dataclass(slots=True)
class _Run:
    """A block in the making: its lines, where its words begin if it is an item, and where its first line does."""

    items: list[tuple[Line, RawLine, Marked]]
    text_x: float | None = None
    start_x: float = 0.0
    empty: list[tuple[Line, RawLine]] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        return [line for line, _, _ in self.items if line.words]


def shapes_of(pairs: Sequence[tuple[Line, RawLine]], setting: Setting) -> list[Shape]:
    """The blocks of lines, given with their words as they will be read."""
    pairs = _with_cuts(pairs, setting)
    raw = [own for _, own in pairs]
    marked = _marked(pairs, mark(raw, rough_measure(own.words for own in raw)))
    runs = _runs(pairs, marked, setting)
    shapes = [_shape(run) for run in runs]
    _find_headings(runs, shapes, setting)
    _set_levels(runs, shapes, setting)
    return shapes


def _with_cuts(pairs: Sequence[tuple[Line, RawLine]], setting: Setting) -> list[tuple[Line, RawLine]]:
    """The lines with a note of where a block ends before them, for bullets and labels can only stand there."""
    from dataclasses import replace

    result: list[tuple[Line, RawLine]] = []
    before: Line | None = None
    for line, own in pairs:
        if not own.words:
            result.append((line, own))
            continue
        apart = before is None or cut(before, line, setting)
        turned = before is not None and before.page != line.page
        result.append((line, replace(own, blank_before=apart, page_break=turned)))
        before = line
    return result


def _marked(pairs: Sequence[tuple[Line, RawLine]], marked: list[Marked]) -> list[Marked]:
    """With the bullets that are letters of a font of signs, "l" or "§" in Wingdings, or that the file does not name."""
    result = []
    for (line, own), found in zip(pairs, marked, strict=True):
        first = line.words[0] if len(line.words) > 1 else None
        sign = first is not None and len(first.text) == 1 and (first.style.symbols or first.text == UNKNOWN)
        if first is not None and sign and own.words.startswith(first.text):
            rest = own.words[1:].strip()
            found = Marked(rest, bullet=first.text) if rest else found
        result.append(found)
    return result


def _runs(pairs: Sequence[tuple[Line, RawLine]], marked: Sequence[Marked], setting: Setting) -> list[_Run]:
    runs: list[_Run] = []
    lead: list[tuple[Line, RawLine, Marked]] = []
    for (line, own), found in zip(pairs, marked, strict=True):
        if not own.words:
            # An empty line that print counts stands behind what is above it.
            (runs[-1].items if runs else lead).append((line, own, found))
        elif not runs or own.blank_before or found.item or line.dot is not None or _set_apart(runs[-1], line, setting):
            start = line.x0 if line.dot is None else line.dot
            runs.append(_Run([*lead, (line, own, found)], _words_at(line, found), start))
            lead = []
        else:
            runs[-1].items.append((line, own, found))
    if lead and runs:
        runs[-1].items += lead
    return runs


def _words_at(line: Line, found: Marked) -> float | None:
    """Where the words of an item begin, behind its bullet or label."""
    if line.dot is not None:
        return line.x0
    return line.words[1].x0 if found.item and len(line.words) > 1 else None


def _set_apart(run: _Run, line: Line, setting: Setting) -> bool:
    """Whether a line begins a block because it is set in, or set out, against the one above."""
    lines = run.lines
    before, first = lines[-1], lines[0]
    step = _INDENT * line.size
    indent, above = setting.indent(line), setting.indent(before)
    full = setting.full(before, line)
    if run.text_x is not None:
        words = run.text_x - setting.edge(first)[0]
        # The words of this item hang: a line that is set out further is none of it.
        hangs = len(lines) > 1 and abs(setting.indent(lines[1]) - words) <= _SAME * line.size
        return indent < words - _SAME * line.size and (hangs or (len(lines) == 1 and ends(before.text) and not full))
    if indent > above + step:
        return ends(before.text) or not full
    if indent < above - step and len(lines) > 1:
        return ends(before.text) or opens(line.text)
    return indent < above - step and not full


def _shape(run: _Run) -> Shape:
    raw, marked = [own for _, own, _ in run.items], [found for _, _, found in run.items]
    first = next((index for index, own in enumerate(raw) if own.words), 0)
    item = marked[first].item or run.items[first][0].dot is not None
    # Empty printed lines in front of the item: its bullet is looked for on the first line.
    if item and first:
        marked = [marked[first], *marked[1:]]
    words = [found.words for _, _, found in run.items]
    return Shape(raw, marked, BlockKind.ITEM if item else BlockKind.PARAGRAPH, words=words)


def _find_headings(runs: Sequence[_Run], shapes: Sequence[Shape], setting: Setting) -> None:
    looks: dict[tuple[bool, int], int] = {}
    for run in runs:
        if len(run.lines) == 1:
            looks[run.lines[0].look] = looks.get(run.lines[0].look, 0) + 1
    for index, (run, shape) in enumerate(zip(runs, shapes, strict=True)):
        following = shapes[index + 1] if index + 1 < len(shapes) else None
        if shape.bullet or run.lines[0].dot is not None or not _is_heading(run, shape, following, looks, setting):
            continue
        if shape.kind is BlockKind.ITEM:
            if _in_list(shapes, index):
                continue
            shape.words[0] = shape.lines[0].words
            shape.marked[0] = Marked(shape.lines[0].words)
        shape.kind = BlockKind.HEADING
        if max(line.size for line in run.lines) <= _HEADING * setting.size and ends(shape.last_words):
            shape.guess = "heading-guessed"


def _is_heading(
    run: _Run, shape: Shape, following: Shape | None, looks: dict[tuple[bool, int], int], setting: Setting
) -> bool:
    """Larger than the body, or bold and short; a bold sentence only where it stands out in colour again and again."""
    lines = run.lines
    size = min(line.size for line in lines)
    if size >= _LARGE * setting.size and len(lines) <= 2 * _MAX_HEADING:
        return True
    if size >= _HEADING * setting.size:
        return len(lines) <= _MAX_HEADING
    if setting.bold or not all(line.bold for line in lines) or len(lines) > _MAX_HEADING - 1:
        return False
    if following is None or size < setting.size * (2 - _HEADING):
        return False
    if not stops(shape.last_words):
        return opens(shape.first_words)
    italic, colour = lines[0].look
    coloured = (italic or colour != 0) and looks.get((italic, colour), 0) >= _RECURRING
    return len(lines) <= 2 and (coloured or _NUMBER.match(shape.lines[0].words) is not None)


def _in_list(shapes: Sequence[Shape], index: int) -> bool:
    """Whether the item next to this one is of the same list: two bold items side by side are no headings."""
    own = re.sub(r"[^\W_]+", "x", shapes[index].label)
    beside = [shapes[at] for at in (index - 1, index + 1) if 0 <= at < len(shapes)]
    return any(re.sub(r"[^\W_]+", "x", other.label) == own for other in beside)


def _set_levels(runs: Sequence[_Run], shapes: Sequence[Shape], setting: Setting) -> None:
    _set_heading_levels(runs, shapes)
    open_items: list[tuple[float, float]] = []
    for run, shape in zip(runs, shapes, strict=True):
        first = run.lines[0]
        indent, near = run.start_x - setting.edge(first)[0], _SAME * first.size
        if shape.kind is BlockKind.HEADING:
            open_items = []
        elif shape.kind is BlockKind.ITEM:
            while open_items and open_items[-1][0] > indent + near:
                open_items.pop()
            words = (run.text_x or first.x0) - setting.edge(first)[0]
            if open_items and open_items[-1][0] >= indent - near:
                open_items[-1] = (open_items[-1][0], words)
            else:
                open_items.append((indent, words))
            shape.level = min(len(open_items), 20)
        else:
            depths = [depth for depth, (_, words) in enumerate(open_items, 1) if abs(words - indent) <= near]
            shape.level = depths[-1] if depths and indent > near else 0
            if not shape.level:
                open_items = []


def _set_heading_levels(runs: Sequence[_Run], shapes: Sequence[Shape]) -> None:
    """The largest is the first; of one size bold stands above plain, and "1" above "1.1"."""
    found = [(run, shape) for run, shape in zip(runs, shapes, strict=True) if shape.kind is BlockKind.HEADING]

    def manner(run: _Run, shape: Shape) -> tuple[float, bool, bool, int]:
        lines = run.lines
        number = _NUMBER.match(shape.first_words)
        depth = number[1].count(".") if number else 0
        return (-max(line.size for line in lines), not lines[0].bold, lines[0].look[0], depth)

    manners = sorted({manner(run, shape) for run, shape in found})
    # Sizes that differ by rounding only are one.
    ranks: dict[tuple[float, bool, bool, int], int] = {}
    rank, last = 0, None
    for own in manners:
        if last is None or own[0] - last[0] > 0.3 or own[1:] != last[1:]:
            rank += 1
        ranks[own], last = rank, own
    for run, shape in found:
        shape.level = min(ranks[manner(run, shape)], 6)
