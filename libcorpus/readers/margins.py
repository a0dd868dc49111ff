"""Parts a numbered transcript into its lines of print and what stands between them.

    - 1 Unsere Stadt ist weltoffen,        number 1, begins with a list dash
    2 vielfältig und international.        number 2
                                           (blank)
     177 • Das Integrationskonzept         number 177, words "• Das …"
    Seite 3 von 7                          foot of a page: left out, counted

Blank lines and list dashes are noted as hints. Knows no blocks and no bullets.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from libcorpus.model.draft import LeftOut
from libcorpus.model.problems import Problem
from libcorpus.readers.counting import PAGE_MARK, Count, Numbered
from libcorpus.readers.signs import ends, midst, opens

_INVISIBLE: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
_ADDRESS: Final = re.compile(r"(?i)(?:https?://|www\.)\S+")
# The foot of a page that holds more than its number: "Beschluss A3, 7. März 2020 · Seite 2 von 4".
_FOOT: Final = re.compile(
    r"(?i)(?:.{0,120}[\W_])?(?:seite|page)\s+\d{1,4}(?:\s*(?:von|of|/)\s*\d{1,4})?(?:[\W_].{0,120})?"
)
_WRAPPED: Final = 3
SOFT_HYPHEN: Final = "\u00ad"
# A hint that stands in the midst of a sentence this often says nothing: a dash before each line, blank lines between
# all lines, blank lines at page breaks alone.
_MIDST_SHARE: Final = 0.2


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line of print as it stands in the file. ``place`` is its line in the file, from 1.

    ``dashed``: a list dash stands before its number; ``blank_before``: a blank line does; ``page_break``: a page
    ended before it, with a foot, a head or a form feed. ``indent`` counts blanks between the number and the words.
    ``soft`` marks a soft hyphen at its end.
    """

    place: int
    number: int | None
    words: str
    indent: int = 0
    dashed: bool = False
    blank_before: bool = False
    page: int | None = None
    soft: bool = False
    page_break: bool = False


@dataclass(frozen=True, slots=True)
class Margins:
    """A transcript taken apart: the head before the first number, the lines, what was left out, remarks."""

    head: tuple[tuple[int, str], ...]
    lines: tuple[RawLine, ...]
    left_out: tuple[LeftOut, ...]
    remarks: tuple[Problem, ...] = ()


def take_apart(lines: Sequence[str], count: Count, file_name: str) -> Margins:
    """Part a transcript whose count is known into head and lines of print."""
    head = tuple((number, line) for number, line in enumerate(lines[: count.start], start=1) if line.strip())
    reading = _Reading(lines, count, file_name)
    for index in range(count.start, len(lines)):
        reading.take(index)
    raw = telling(reading.lines, reading.blanks)
    return Margins(head, raw, tuple(reading.left_out), tuple(reading.remarks))


def telling(lines: Sequence[RawLine], blanks: Sequence[int]) -> tuple[RawLine, ...]:
    """The lines with those hints alone that tell something; ``blanks`` counts the blank lines before each.

    Where blank lines stand between all lines, two of them may still part blocks.
    """
    dashes = _tells(lines, [line.dashed for line in lines])
    enough = next((least for least in (1, 2, 3) if _tells(lines, [count >= least for count in blanks])), 0)
    return tuple(
        replace(
            line,
            dashed=line.dashed and dashes,
            blank_before=bool(enough and count >= enough) and not line.page_break,
            # Blank lines in the midst of sentences, now and then: the breaks of pages without a foot.
            page_break=line.page_break or bool(count and not enough),
        )
        for line, count in zip(lines, blanks, strict=True)
    )


def _tells(lines: Sequence[RawLine], hints: Sequence[bool]) -> bool:
    hinted = [index for index, hint in enumerate(hints) if hint and index and not lines[index].page_break]
    inside = sum(midst(lines[index].words) and not ends(lines[index - 1].words) for index in hinted)
    return inside <= _MIDST_SHARE * len(hinted)


def invisible(words: str, place: str) -> tuple[str, bool, tuple[LeftOut, ...]]:
    """The words without marks that nobody sees, whether a soft hyphen stood at their end, and the marks as left out."""
    words = words.replace("\t", " ").strip(" \f\v")
    marks = _INVISIBLE.findall(words)
    left = tuple(LeftOut("soft-hyphen" if mark == SOFT_HYPHEN else "invisible", place, mark) for mark in marks)
    bare = _INVISIBLE.sub("", words).strip(" ")
    return bare if bare.strip() else "", words.endswith(SOFT_HYPHEN), left


def is_page_mark(words: str) -> bool:
    """Whether a line is the foot or head of a page, by the page number in it."""
    if PAGE_MARK.fullmatch(words):
        return True
    return _FOOT.fullmatch(words) is not None and not words.endswith((".", ",", ":", ";"))


class _Reading:
    """The state of one pass over the lines: the page, and what stood between this line and the one before."""

    def __init__(self, lines: Sequence[str], count: Count, file_name: str) -> None:
        self.all = lines
        self.count = count
        self.file_name = file_name
        self.last_index = max(count.lines)
        self.running = _running_heads(lines, count)
        self.fed = any("\f" in line for line in lines)
        # Without form feeds a page begins where the count does.
        self.paged = self.fed or bool(count.restarts)
        self.page = 1 + sum(line.count("\f") for line in lines[: count.start])
        self.blank = 0
        self.broken = False
        self.above = _nearest(count, range(len(lines)))
        self.below = _nearest(count, range(len(lines) - 1, -1, -1))
        self.wrapped = self._is_wrapped()
        self.lines: list[RawLine] = []
        self.blanks: list[int] = []
        self.left_out: list[LeftOut] = []
        self.remarks: list[Problem] = list(count.breaks)

    def take(self, index: int) -> None:
        line = self.all[index]
        self.page += line.count("\f") if self.fed else index in self.count.restarts
        self.broken = self.broken or "\f" in line or index in self.count.restarts
        if not line.strip():
            self.blank += 1
        elif numbered := self.count.lines.get(index):
            self._numbered(index, numbered)
        else:
            self._unnumbered(index, line)

    def _numbered(self, index: int, own: Numbered) -> None:
        where = f"{self.file_name}:{index + 1}"
        if own.mark:
            self.left_out.append(LeftOut("margin-number", where, own.mark))
        if own.dash:
            self.left_out.append(LeftOut("list-dash", where, own.dash))
        self._add(index, own.number, own.rest, bool(own.dash))

    def _unnumbered(self, index: int, line: str) -> None:
        words, where = line.strip(), f"{self.file_name}:{index + 1}"
        address = index > self.last_index and _ADDRESS.fullmatch(words)
        rest = self.wrapped and self._is_rest(index)
        mark = is_page_mark(words) or (not rest and (words.isdigit() or _shape(line) in self.running))
        if mark or address:
            self.left_out.append(LeftOut("page-head", where, words))
            self.broken = True
        elif self._is_rest(index):
            self._rejoin(index, line)
        elif self._between_numbers(index) and self._inside(index):
            self.left_out.append(LeftOut("other", where, words, "a line without number inside a sentence"))
            self.remarks.append(Problem.of("line-interrupts", where, words))
            self.broken = True
        else:
            self._add(index, None, line, False)

    def _between_numbers(self, index: int) -> bool:
        """Whether the count goes on over a line without a number: then print did not count it."""
        before, after = self.above[index], self.below[index]
        return before is not None and after is not None and after.number == before.number + 1

    def _inside(self, index: int) -> bool:
        """Whether the sentence goes on behind the line: it is the head of a page, or the rest of a line of print."""
        before, after = self.above[index], self.below[index]
        return bool(before and after and not ends(before.rest.strip()) and midst(after.rest.strip()))

    def _is_rest(self, index: int) -> bool:
        """Whether a mail or a form wrapped a line of print once more, and this is its rest."""
        if self.wrapped and index <= self.last_index + 1 and self._filled(index - 1):
            return self._between_numbers(index) or index > self.last_index
        return self._is_sure_rest(index)

    def _is_sure_rest(self, index: int) -> bool:
        around = self._filled(index - 1) and self._filled(index + 1)
        return around and self._between_numbers(index) and self._inside(index)

    def _filled(self, index: int) -> bool:
        return (
            self.count.start <= index < len(self.all) and bool(self.all[index].strip()) and "\f" not in self.all[index]
        )

    def _rejoin(self, index: int, line: str) -> None:
        where = f"{self.file_name}:{index + 1}"
        words, soft, left = invisible(line, where)
        before = self.lines[-1]
        glue = "" if before.soft else " "
        self.left_out.extend(left)
        self.lines[-1] = replace(before, words=f"{before.words}{glue}{words}".strip(" "), soft=soft)
        self.remarks.append(Problem.of("line-rejoined", where, words))

    def _is_wrapped(self) -> bool:
        """Whether lines of print were wrapped again throughout; then the rest of one may end a sentence as well."""
        between = (index for index in range(self.count.start, self.last_index) if index not in self.count.lines)
        sure = [index for index in between if self.all[index].strip() and self._is_sure_rest(index)]
        return len(sure) >= _WRAPPED

    def _add(self, index: int, number: int | None, rest: str, dashed: bool) -> None:
        words, soft, left = invisible(rest, f"{self.file_name}:{index + 1}")
        self.left_out.extend(left)
        indent = len(rest) - len(rest.lstrip(" \t\u00a0")) if words else 0
        page = self.page if self.paged else None
        raw = RawLine(index + 1, number, words.strip("\u00a0"), indent, dashed, False, page, soft, self.broken)
        self.lines.append(raw)
        self.blanks.append(self.blank)
        self.blank, self.broken = 0, False


def _nearest(count: Count, indices: range) -> dict[int, Numbered | None]:
    """For each line the last numbered one that was passed on the way to it."""
    last: Numbered | None = None
    result = {}
    for index in indices:
        result[index] = last
        last = count.lines.get(index, last)
    return result


def _running_heads(lines: Sequence[str], count: Count) -> frozenset[str]:
    """Lines without a number that come again and again, with other digits or the same: heads and feet of pages.

    A line of the head counts too: the title is often what runs on top of each page.
    """
    last = max(count.lines)
    shapes = Counter(
        _shape(line)
        for index, line in enumerate(lines[: last + 1])
        if index not in count.lines and _may_run(line) and (index >= count.start or len(line.strip()) > 8)
    )
    return frozenset(shape for shape, times in shapes.items() if times > 1)


def _may_run(line: str) -> bool:
    """Whether a line may be what runs on top of pages: it begins like a title, and ends no sentence."""
    return opens(line.strip()) and not line.rstrip().endswith(".")


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()))
