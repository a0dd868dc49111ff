"""Finds what opens a list item: a bullet, or a label that counts on.

    • Die Stadt soll …         bullet
    1. Wir fordern …           label, because 2. follows
    1. Januar 2018 …           words: no label counts on from it
    - weiterzuentwickeln.      words: a dash in the middle of a sentence

Knows lines of print.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from libcorpus.model.document import LABEL
from libcorpus.readers.margins import RawLine

_SURE_BULLET: Final = re.compile(r"([•◦▪▫■□●○‣⁃∙·▸►✓➢])[ \u00a0]+(?=\S)")
_DASH_BULLET: Final = re.compile(r"([-–—*+])[ \u00a0]+(?=\S)")
_LABEL: Final = re.compile(rf"({LABEL.pattern})[ \u00a0]+(?=\S)")
_ENDED: Final = re.compile(r"[.:;,!?…][\"'”“’‘»«)\]]*$")
_MONTH: Final = re.compile(
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)\b"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A line's words without the bullet or label in front of them."""

    words: str
    bullet: str = ""
    label: str = ""

    @property
    def item(self) -> bool:
        """Whether an item begins here."""
        return bool(self.bullet or self.label)


def mark(lines: Sequence[RawLine]) -> list[Marked]:
    """For each line its words, with the bullet or label of an item that begins there taken off."""
    result = [_bullet(line, lines[index - 1] if index else None) for index, line in enumerate(lines)]
    for index in _counting(lines, result):
        match = _LABEL.match(lines[index].words)
        assert match is not None
        result[index] = Marked(lines[index].words[match.end() :], label=match[1])
    return result


def _bullet(line: RawLine, before: RawLine | None) -> Marked:
    match = _SURE_BULLET.match(line.words)
    if match is None and _may_open(line, before):
        match = _DASH_BULLET.match(line.words)
    return Marked(line.words[match.end() :], bullet=match[1]) if match else Marked(line.words)


def _may_open(line: RawLine, before: RawLine | None) -> bool:
    """Whether a dash or a label at the start of this line can open an item: something ended before it."""
    if before is None or line.blank_before or line.dashed or not before.words:
        return True
    return _ENDED.search(before.words) is not None or _DASH_BULLET.match(before.words) is not None


def _counting(lines: Sequence[RawLine], marked: Sequence[Marked]) -> list[int]:
    """The lines whose labels count: at least two of one style, each one more than the one before."""
    candidates: dict[str, list[tuple[int, int]]] = {}
    for index, line in enumerate(lines):
        match = None if marked[index].item else _LABEL.match(line.words)
        before = lines[index - 1] if index else None
        if match and _may_open(line, before) and not _MONTH.match(line.words, match.end()):
            for style, value in _readings(match[1]):
                candidates.setdefault(style, []).append((index, value))
    return sorted({index for found in candidates.values() for index in _runs_of(found)})


def _readings(label: str) -> list[tuple[str, int]]:
    """The ways to count with a label, each as its style and value: ``i)`` is a letter or a roman one."""
    core = label.strip("().")
    style = label.replace(core, "{}")
    readings = []
    if core.isdigit():
        readings.append((style, int(core)))
    elif "." in core:
        head, _, last = core.rpartition(".")
        readings.append((f"{style}{head}", int(last)))
    if len(core) == 1 and core.isalpha():
        readings.append((f"{style}{'A' if core.isupper() else 'a'}", ord(core.lower()) - ord("a") + 1))
    if re.fullmatch("[ivx]+", core.lower()):
        readings.append((f"{style}{'I' if core.isupper() else 'i'}", _roman(core.lower())))
    return readings


def _roman(numeral: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in numeral]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


def _runs_of(found: list[tuple[int, int]]) -> list[int]:
    """The lines in runs of two or more that begin with the first value and count on by one."""
    result: list[int] = []
    run: list[tuple[int, int]] = []
    for index, value in [*found, (-1, -1)]:
        if run and value == run[-1][1] + 1:
            run.append((index, value))
            continue
        if len(run) > 1:
            result.extend(line for line, _ in run)
        run = [(index, value)] if value == 1 else []
    return result
