"""Finds the numbers that print sets beside the lines, wherever the file draws them.

      83 Viele Menschen machen sich       left or right, on each line or on each fifth
      84 noch schlimmer: …                in their own strip of the page, one below the other
                                          counting on, or from 1 again
Numbers inside of the text, in lists, tables and contents stand in no strip of their own, or do not count lines.

Knows words and places; which line a number belongs to is found in ``counting``.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from libcorpus.readers.pdf.values import Page, Word, main_size

STEPS: Final = (1, 5, 10, 2, 3, 4)
_ALIGNED: Final = 1.2
_NEAR: Final = 2.5
# The share of the lines of print that numbers must count, in the pages that have any.
_COVERED: Final = 0.4
_OVERALL: Final = 0.3
_FAR: Final = 20
_MANY: Final = 20
_BLANK: Final = 0.5
# A page number in a corner stands higher or lower than the text.
_ZONE: Final = 0.08
_MIN_MARKS: Final = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A number in the margin."""

    number: int
    word: Word


@dataclass(frozen=True, slots=True)
class Strip:
    """The numbers of one strip of a page, from top to bottom, and how they are set."""

    page: int
    marks: tuple[Mark, ...]
    left: float
    right: float

    @property
    def look(self) -> tuple[str, float]:
        """The font and size of most of the numbers."""
        looks = Counter((mark.word.style.font, mark.word.size) for mark in self.marks)
        return looks.most_common(1)[0][0]


@dataclass(frozen=True, slots=True)
class Margins:
    """The strips of each page by its number, and the step at which print shows numbers (0: it has none)."""

    strips: dict[int, tuple[Strip, ...]]
    step: int = 0

    def heights(self, page: int) -> list[float]:
        """The heights of the numbers of a page, from top to bottom."""
        return sorted(mark.word.y for strip in self.strips.get(page, ()) for mark in strip.marks)

    def words(self, page: int) -> frozenset[Word]:
        """The words of a page that are margin numbers."""
        return frozenset(mark.word for strip in self.strips.get(page, ()) for mark in strip.marks)


def find_margins(pages: Sequence[Page]) -> Margins:
    """The margin numbers of a file; none where numbers do not count lines of print."""
    found: list[tuple[int, Strip]] = []
    rows = 0
    for page in pages:
        seen = [word for word in page.words if word.seen]
        strips = _strips(page.number, seen)
        found.extend(strips)
        rows += len({round(word.y / 4) for word in seen}) if strips else 0
    weight = Counter[int]()
    for step, strip in found:
        weight[step] += len(strip.marks) * step
    step, lines = weight.most_common(1)[0] if weight else (1, 0)
    if lines < _OVERALL * rows or lines < _MIN_MARKS * step:
        return _few_tens(pages)
    kept = _same_manner([strip for own, strip in found if own == step])
    return Margins(_with_few(pages, kept, step), step)


def _few_tens(pages: Sequence[Page]) -> Margins:
    """The numbers of a short text, 5 and 10 or 10 alone: small ones beside all of the text, and multiples of five."""
    found: list[Strip] = []
    for page in pages:
        own = [word for word in page.words if word.seen]
        inside = [word for word in own if _ZONE * page.height < word.y < (1 - _ZONE) * page.height]
        text = [word for word in inside if not _is_number(word)]
        marks = [Mark(int(word.text), word) for word in inside if _is_number(word) and int(word.text) % 5 == 0]
        if not text:
            continue
        left, right, size = min(word.x0 for word in text), max(word.x1 for word in text), main_size(text)
        beside = [mark for mark in marks if mark.word.size < size and (mark.word.x1 < left or mark.word.x0 > right)]
        if beside:
            beside.sort(key=lambda mark: mark.word.y)
            ends = (min(mark.word.x0 for mark in beside), max(mark.word.x1 for mark in beside))
            found.append(Strip(page.number, tuple(beside), *ends))
    numbers = [mark.number for strip in found for mark in strip.marks]
    step = 10 if all(number % 10 == 0 for number in numbers) else 5
    counts = all(after in (before + step, step) for before, after in pairwise(numbers))
    if not numbers or numbers[0] != step or not counts:
        return Margins({})
    return Margins({strip.page: (strip,) for strip in found}, step)


def _is_number(word: Word) -> bool:
    return word.text.isascii() and word.text.isdigit() and len(word.text) <= 5


def _strips(page: int, words: Sequence[Word]) -> list[tuple[int, Strip]]:
    """The strips of a page that hold three numbers or more, each with its step; a word stands in one strip alone."""
    numbers = [word for word in words if _is_number(word)]
    strips: list[tuple[int, Strip]] = []
    taken: set[Word] = set()
    for group in sorted(_aligned(numbers), key=len, reverse=True):
        free = [word for word in group if word not in taken]
        step, marks = _counted(free)
        # Of tens there may be two on a page.
        if len(marks) < (_MIN_MARKS if step < 5 else 2) or not _alone(marks, step, words):
            continue
        taken.update(mark.word for mark in marks)
        left, right = min(mark.word.x0 for mark in marks), max(mark.word.x1 for mark in marks)
        strips.append((step, Strip(page, marks, left, right)))
    return strips


def _aligned(numbers: Sequence[Word]) -> list[list[Word]]:
    """Numbers that share their right ends, or their left ends. A heading may have its number in a look of its own."""
    groups: list[list[Word]] = []
    for end in (_right, _left):
        run: list[Word] = []
        for word in sorted(numbers, key=end):
            if not run or end(word) - end(run[-1]) > _ALIGNED:
                run = []
                groups.append(run)
            run.append(word)
    return groups


def _left(word: Word) -> float:
    return word.x0


def _right(word: Word) -> float:
    return word.x1


def _counted(words: Sequence[Word]) -> tuple[int, tuple[Mark, ...]]:
    """The step at which numbers count from top to bottom, and those that take part in it."""
    if len(words) < 2:
        return 1, ()
    marks = [Mark(int(word.text), word) for word in sorted(words, key=lambda word: word.y)]
    best: tuple[int, tuple[Mark, ...]] = (1, ())
    for step in STEPS:
        kept = [
            mark
            for index, mark in enumerate(marks)
            if any(
                0 <= other < len(marks) and _follows(marks[min(index, other)], marks[max(index, other)], step)
                for other in (index - 1, index + 1)
            )
        ]
        if len(kept) > len(best[1]) and (step == 1 or all(mark.number % step == 0 for mark in kept)):
            best = (step, tuple(kept))
    return best[0], _with_strays(marks, best[1], best[0])


def _follows(before: Mark, after: Mark, step: int) -> bool:
    return after.number == before.number + step or (after.number == max(step, 1) and before.number >= after.number)


def _with_strays(marks: Sequence[Mark], kept: tuple[Mark, ...], step: int) -> tuple[Mark, ...]:
    """The numbers that count, and those between them that would, if one before or behind was not missing."""
    if not kept:
        return ()
    result: list[Mark] = []
    for mark in marks:
        if mark in kept or (
            result and 0 <= mark.number - result[-1].number <= _FAR * step and mark.number % max(step, 1) == 0
        ):
            result.append(mark)
    return tuple(result)


def _alone(marks: Sequence[Mark], step: int, words: Sequence[Word]) -> bool:
    """Whether numbers have their strip for themselves, and are as many as the lines beside them."""
    own = {mark.word for mark in marks}
    top, bottom = marks[0].word.y, marks[-1].word.y
    left, right = min(word.x0 for word in own), max(word.x1 for word in own)
    beside = [word for word in words if top - 2 <= word.y <= bottom + 2 and word not in own]
    inside = sum(word.x1 > left + 0.5 and word.x0 < right - 0.5 for word in beside)
    # The lines beside them on one side: in two columns each has its own numbers.
    after = len(_baselines(word for word in beside if word.x0 >= right))
    before = len(_baselines(word for word in beside if word.x1 <= left))
    lines = min(max(after, 1), max(before, 1)) if after and before else max(after, before)
    leaders = sum(set(word.text) <= {".", "…", "_"} and len(word.text) > 3 for word in beside)
    if len(own) < _MANY and marks[0].number > step and not _set_off(marks, beside):
        return False
    return inside <= max(1, len(own) // 20) and len(marks) * step >= _COVERED * lines and leaders < len(marks) / 3


def _set_off(marks: Sequence[Mark], beside: Sequence[Word]) -> bool:
    """Whether numbers are parted from the words by more than a blank, or look otherwise; years at the left do not."""
    gaps: list[float] = []
    for mark in marks:
        own = mark.word
        level = [word for word in beside if abs(word.y - own.y) < 0.4 * own.size]
        if any((word.style, word.size) != (own.style, own.size) for word in level):
            return True
        gaps += sorted(max(word.x0 - own.x1, own.x0 - word.x1) for word in level)[:1]
    return not gaps or sorted(gaps)[len(gaps) // 2] > _BLANK * marks[0].word.size


def _baselines(words: object) -> list[float]:
    heights = sorted(word.y for word in words)  # type: ignore[attr-defined]
    return [after for before, after in pairwise([-100.0, *heights]) if after - before > 3]


def _same_manner(strips: Sequence[Strip]) -> list[Strip]:
    """The strips that look like most of them; a table with a count of its own is none."""
    looks = Counter[tuple[str, float]]()
    for strip in strips:
        looks[strip.look] += len(strip.marks)
    main = looks.most_common(1)[0][0]
    return [strip for strip in strips if strip.look == main]


def _with_few(pages: Sequence[Page], strips: Sequence[Strip], step: int) -> dict[int, tuple[Strip, ...]]:
    """The strips by page, with those of one or two numbers that stand where the others do and count on."""
    by_page = {page: list(group) for page, group in groupby(strips, key=lambda strip: strip.page)}
    places = {(round(strip.left), round(strip.right)) for strip in strips}
    look = strips[0].look
    last = 0
    for page in pages:
        if page.number in by_page:
            last = by_page[page.number][-1].marks[-1].number
            continue
        few = [
            Mark(int(word.text), word)
            for word in sorted(page.words, key=lambda word: word.y)
            if word.text.isascii()
            and word.text.isdigit()
            and (word.style.font, word.size) == look
            and any(left - _NEAR <= word.x0 and word.x1 <= right + _NEAR for left, right in places)
        ]
        counting = []
        for mark in few:
            if mark.number in (last + step, step, 1):
                counting.append(mark)
                last = mark.number
        if counting and _outermost(counting, page):
            own = (min(mark.word.x0 for mark in counting), max(mark.word.x1 for mark in counting))
            by_page[page.number] = [Strip(page.number, tuple(counting), *own)]
    return {number: tuple(found) for number, found in by_page.items()}


def _outermost(marks: Sequence[Mark], page: Page) -> bool:
    """Whether a text stands beside each number, at about its height, on one side only."""
    for mark in marks:
        own = mark.word
        near = [word for word in page.words if word != own and abs(word.y - own.y) < own.size]
        if any(word.x0 < own.x0 for word in near) and any(word.x1 > own.x1 for word in near):
            return False
    return True
