"""Forms blocks of lines: where one ends, and which lines are one item.

    38 … den Rahmen für Haupt-                paragraph
    39 und Ehrenamtliche …, Kirchen und
       (blank: a page break)                  not a boundary: the line is full and the sentence goes on
    40 Wohlfahrtsverbänden, um …
    89 • Für die kommunale Demokratie …       item
    93 oder Fachausschüssen unserer Stadt.    not full: something ends here

Bullets and labels open a block, and so do blank lines and list dashes, unless the line before is full and its
sentence unfinished. Where they are missing, the measure of the lines tells. Knows lines of print;
nothing of files or sentences.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from libcorpus.model.document import BlockKind
from libcorpus.readers.headings import find_headings, join_headings
from libcorpus.readers.labels import Marked, mark
from libcorpus.readers.levels import depths, set_levels
from libcorpus.readers.margins import RawLine
from libcorpus.readers.measure import Measure, measure, needed, rough_measure
from libcorpus.readers.shapes import Shape
from libcorpus.readers.signs import ends, goes_on, midst, opens

Run = list[tuple[RawLine, Marked]]
# A heading of more lines is none.
_MAX_TAIL: Final = 2
_SLIP: Final = 15


def shapes_of(lines: Sequence[RawLine]) -> tuple[list[Shape], Measure]:
    """The blocks of a transcript, with kinds and levels, and the measure of its lines."""
    rough = rough_measure(line.words for line in lines)
    length = _measure(_runs(lines, mark(lines, rough), rough))
    if length.by_rule:
        # Now that full lines are known from others, more dashes prove to be bullets.
        length = _measure(_runs(lines, mark(lines, length), length))
    runs = _runs(lines, mark(lines, length), length)
    levels = [_fitted(run, level, length) for run, level in zip(runs, depths(runs), strict=True)]
    runs, levels = _continued(runs, levels, length)
    shapes = [shape for run, level in zip(runs, levels, strict=True) for shape in _parted(run, level, length)]
    shapes = join_headings(shapes, length)
    find_headings(shapes, length)
    set_levels(shapes, length)
    return shapes, length


def _measure(runs: Sequence[Run]) -> Measure:
    """The measure of the lines that surely stand in one block: of an item those of its first sentence, since a
    paragraph may follow it without any sign."""
    levelled = []
    for run, level in zip(runs, depths(runs), strict=True):
        words = [own.words for line, own in run if line.number is not None or len(own.words) < 200]
        end = next((index for index, text in enumerate(words) if ends(text)), len(words)) if level else len(words)
        levelled.append((level, words[: end + 1]))
    return measure(levelled)


def _fitted(run: Run, level: int, length: Measure) -> int:
    """The level of a list at which the first sentence of an item breaks as it does; ``level`` if that will do."""
    if not length.by_rule or not length.step or not level:
        return level
    words = [own.words for _, own in run if own.words]
    end = next((index for index, text in enumerate(words) if ends(text)), len(words) - 1)
    pairs = [pair for pair in pairwise(words[: end + 1]) if midst(pair[1])]

    longest = max(map(len, words[: end + 1]), default=0)

    def fits(depth: int) -> bool:
        return longest <= length.room(depth) and all(length.full(*pair, depth) for pair in pairs)

    return next((depth for depth in (level, *range(1, level + 2)) if fits(depth)), level)


def _runs(lines: Sequence[RawLine], marked: Sequence[Marked], length: Measure) -> list[Run]:
    """Lines up to the next blank line, list dash, bullet, label, empty printed line, or line without a number."""
    runs: list[Run] = [[]]
    for line, own in zip(lines, marked, strict=True):
        run = runs[-1]
        if any(before.words for before, _ in run) and _opens_run(run, line, own, length):
            runs.append([])
        runs[-1].append((line, own))
    return runs if runs[0] else []


def _opens_run(run: Run, line: RawLine, own: Marked, length: Measure) -> bool:
    before, words = run[-1][0], run[-1][1].words
    if line.blank_before or line.dashed or own.item or (line.number is None) is not (before.number is None):
        return True
    if bool(own.quote) is not bool(run[-1][1].quote):
        return True
    # A page ended here. Where full lines can be told from others they decide, as on any page.
    if line.page_break and not length.by_rule:
        return ends(words)
    return not words and len(run) > 1


def _parted(run: Run, level: int, length: Measure) -> Iterator[Shape]:
    """Parts a run where a line ended though there was room for the next word.

    Some transcripts have no blank lines between blocks; only the rule of wrapping tells.
    """
    start = 0
    while start < len(run):
        end = _end_of_part(run, start, level, length)
        for shape in _tail_parted(run[start:end], level, length):
            shape.by_length = start > 0
            yield shape
        start, level = end, level if run[start][1].quote else 0


def _end_of_part(run: Run, start: int, level: int, length: Measure) -> int:
    """The index behind the last line of the block that begins at ``start``."""
    sentence_end = 0
    for index in range(start, len(run) - 1):
        words, following = run[index][1].words, run[index + 1][1].words
        if length.slack(words, following, level) and _may_end(words, following, level, length):
            return index + 1
        if ends(words) and opens(following):
            sentence_end = index + 1
        # A line that is too long for the item stands below it, in a paragraph that begins behind a full stop.
        if sentence_end and index + 1 > sentence_end - 1 and length.too_long(following, level):
            return sentence_end
    return len(run)


def _may_end(words: str, following: str, level: int, length: Measure) -> bool:
    """Whether a block may end on a line that had room left."""
    if not opens(following):
        return False
    if ends(words):
        return True
    if not length.by_rule:
        return not goes_on(words) and length.short(words, following)
    # "… und Krankenhäusern und": the last point but one of a list may end so. A slip in a transcript may cost a line
    # some characters, but hardly a whole word.
    far = needed(words, following, whole_words=True) + _SLIP <= length.room(level)
    return far or not goes_on(words, alone=True)


def _tail_parted(run: Run, level: int, length: Measure) -> Iterator[Shape]:
    """Parts a heading from the paragraph above it whose last line is full.

    What begins behind a full stop, at the start of a line, and never ends, is no sentence of that paragraph.
    """
    tail = next((index for index in range(len(run) - 1, 0, -1) if ends(run[index - 1][1].words)), 0)
    last = run[-1][1].words
    inside = length.by_rule and tail > 0 and len(run) - tail <= _MAX_TAIL and not ends(last)
    if inside and opens(run[tail][1].words) and length.slack(last, "Xxxxx", level) and not goes_on(last):
        yield _shape(run[:tail], level)
        shape = _shape(run[tail:], 0)
        shape.guess = "heading-guessed"
        yield shape
    else:
        yield _shape(run, level)


def _shape(run: Run, level: int) -> Shape:
    lines, marked = [line for line, _ in run], [own for _, own in run]
    kind = BlockKind.ITEM if marked[0].item else BlockKind.QUOTE if marked[0].quote else BlockKind.PARAGRAPH
    quotes = [(line, own.quote) for line, own in run if own.quote]
    level = level if kind is BlockKind.ITEM else 0
    return Shape(lines, marked, kind, level, words=[own.words for own in marked], markup=quotes)


def _continued(runs: Sequence[Run], levels: Sequence[int], length: Measure) -> tuple[list[Run], list[int]]:
    """Joins what a page break parted: the line before is full, its sentence unfinished, and no item begins."""
    joined: list[Run] = []
    kept: list[int] = []
    for run, level in zip(runs, levels, strict=True):
        if joined and _goes_on_in(joined[-1], kept[-1], run, length):
            joined[-1] = [*joined[-1], *run]
        else:
            joined.append(run)
            kept.append(level)
    return joined, kept


def _goes_on_in(before: Run, level: int, after: Run, length: Measure) -> bool:
    last = next((own.words for _, own in reversed(before) if own.words), "")
    following = next((own.words for _, own in after if own.words), "")
    numbered = [run[0][0].number is not None for run in (before, after)]
    if after[0][1].item or not last or not following or ends(last) or numbered[0] is not numbered[1]:
        return False
    if not before[-1][1].words:  # print may number an empty line at the end of a page
        return midst(following)
    if not numbered[0]:
        return midst(following)
    if not length.full(last, following, level):
        return False
    return len(before) > 1 or midst(following) or goes_on(last)
