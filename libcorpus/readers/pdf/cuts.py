"""Tells where a block ends between two lines, by what is seen: gaps, sizes, weight, lines that were not full.

    … ein gutes Leben ermöglicht.      room was left, and a sentence ended: a block ends
                                       (a gap)
    Neue Wege                          larger: a block of its own
    Die Stadt soll bis zum Ende des    full, and goes on

Knows lines of print; bullets and labels are the job of ``structure``.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from libcorpus.readers.pdf.counting import usual_pitch
from libcorpus.readers.pdf.notes import body_size
from libcorpus.readers.pdf.values import Line
from libcorpus.readers.signs import ends, goes_on, midst, opens

_GAP: Final = 1.13
_WIDE_GAP: Final = 1.7
_OTHER_SIZE: Final = 0.07
_BLANK: Final = 0.24
_SHORT: Final = 0.7
# Where the lines of a text do not share their left edge, as in a centred one, there is none.
_EDGE_SHARE: Final = 0.04


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: the size of its body, the pitch of its lines, the edges of each column on each kind of page.

    ``edges`` are the left and right ends by (odd or even page, column).
    """

    size: float
    pitch: float
    bold: bool
    edges: dict[tuple[int, int], tuple[float, float]]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Setting":
        """The setting of a text."""
        filled = [line for line in lines if line.words]
        size = body_size(filled)
        body = [line for line in filled if abs(line.size - size) <= _OTHER_SIZE * size]
        bold = sum(len(line.text) for line in body if line.bold) > 0.5 * sum(len(line.text) for line in body)
        edges = {}
        groups: dict[tuple[int, int], list[Line]] = defaultdict(list)
        for line in body:
            groups[line.page % 2, line.column].append(line)
        for key, own in groups.items():
            edges[key] = (_left(own), _right(own))
        return cls(size, usual_pitch(body), bold, edges)

    def edge(self, line: Line) -> tuple[float, float]:
        """The left and right end of the text around a line."""
        key = (line.page % 2, line.column)
        return self.edges.get(key) or self.edges.get((1 - key[0], key[1])) or (line.x0, line.x1)

    def indent(self, line: Line) -> float:
        """How far a line is set in."""
        return line.x0 - self.edge(line)[0]

    def full(self, line: Line, following: Line) -> bool:
        """Whether the first word of the following line would not have fitted on this one."""
        right = max(self.edge(line)[1], line.x1)
        return line.x1 + _BLANK * line.size + _first_word(following) > right - 0.2 * line.size

    def short(self, line: Line) -> bool:
        """Whether a line ends well before the right edge."""
        left, right = self.edge(line)
        return line.x1 - left < _SHORT * (right - left)

    def other_size(self, one: Line, other: Line) -> bool:
        """Whether two lines are set in sizes that differ to the eye."""
        return abs(one.size - other.size) > _OTHER_SIZE * max(one.size, other.size)


def _left(lines: Sequence[Line]) -> float:
    """The outermost left end that more than a few lines have."""
    counts = Counter(round(line.x0) for line in lines)
    wanted = max(_EDGE_SHARE * len(lines), 1)
    common = [place for place, times in counts.items() if times + counts[place + 1] + counts[place - 1] >= wanted]
    return float(min(common, default=min(counts)))


def _right(lines: Sequence[Line]) -> float:
    ordered = sorted(line.x1 for line in lines)
    return ordered[min(len(ordered) - 1, int(0.98 * len(ordered)))]


def _first_word(line: Line) -> float:
    """The width of what stands before the first blank of a line."""
    end = line.words[0].x1
    for before, word in zip(line.words, line.words[1:], strict=False):
        if word.blank or word.x0 - before.x1 > 0.14 * word.size:
            break
        end = word.x1
    return end - line.words[0].x0


def cut(before: Line, after: Line, setting: Setting) -> bool:
    """Whether a block ends between two lines that have words."""
    if setting.other_size(before, after):
        return True
    if (before.page, before.column) != (after.page, after.column) or after.y <= before.y:
        return _cut_at_page(before, after, setting)
    gap = (after.y - before.y) / _pitch(before, after, setting)
    ended, full = ends(before.text), setting.full(before, after)
    if gap > _GAP:
        return not (gap < _WIDE_GAP and full and not ended and midst(after.text))
    if before.bold is not after.bold and (not full or (before.bold and not ended and opens(after.text))):
        return not (full and not ended and not opens(after.text))
    if full:
        return False
    return ended or (opens(after.text) and not goes_on(before.text) and setting.short(before))


def _pitch(before: Line, after: Line, setting: Setting) -> float:
    """The pitch to be expected: larger letters stand further apart."""
    size = max(before.size, after.size)
    return setting.pitch * size / setting.size if size > setting.size * (1 + _OTHER_SIZE) else setting.pitch


def _cut_at_page(before: Line, after: Line, setting: Setting) -> bool:
    """Between two pages or columns no gap is seen; a full line goes on, a sentence that has not ended too."""
    if midst(after.text):
        return ends(before.text) and not setting.full(before, after)
    if before.bold is not after.bold and (setting.short(before) or before.bold):
        return True
    if ends(before.text):
        return not setting.full(before, after)
    return not (setting.full(before, after) or goes_on(before.text))
