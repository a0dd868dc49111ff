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
from libcorpus.readers.measure import Measure

# Word and many PDFs set bullets from symbol fonts, U+F0B7 among them, and a lone "o" for the second level.
_SURE_BULLET: Final = re.compile(r"([•◦▪▫■□●○‣⁃∙·▸►▶✓✔➢➔❖◆◇\u2043\uf000-\uf0ff]|o(?= +[^\W_]))[ \u00a0]+(?=\S)")
_DASH_BULLET: Final = re.compile(r"([-–—*+‐−→⇒])[ \u00a0]+(?=\S)")
_QUOTE: Final = re.compile(r"(>) +(?=\S)")
_LABEL: Final = re.compile(rf"({LABEL.pattern})[ \u00a0]+(?=\S)")
_ENDED: Final = re.compile(r"[.:;,!?…][\"'”“’‘»«)\]*_]*$")
_MONTH: Final = re.compile(
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)\b"
)
# Three labels that count on, each at a line's start, are no chance.
_SURE_COUNT: Final = 3


@dataclass(frozen=True, slots=True)
class Marked:
    """A line's words without the bullet, label or quote mark in front of them."""

    words: str
    bullet: str = ""
    label: str = ""
    quote: str = ""

    @property
    def item(self) -> bool:
        """Whether an item begins here."""
        return bool(self.bullet or self.label)


def mark(lines: Sequence[RawLine], length: Measure) -> list[Marked]:
    """For each line its words, with the bullet or label of an item that begins there taken off.

    A dash opens an item below what ended, and below a line that was not full.
    """
    result = [_bullet(line, before, length) for line, before in zip(lines, (None, *lines), strict=False)]
    for index in _counting(lines, result, length):
        match = _LABEL.match(lines[index].words)
        assert match is not None
        result[index] = Marked(lines[index].words[match.end() :], label=match[1])
    return result


def _bullet(line: RawLine, before: RawLine | None, length: Measure) -> Marked:
    if quote := _QUOTE.match(line.words):
        return Marked(line.words[quote.end() :], quote=quote[1])
    match = _SURE_BULLET.match(line.words)
    if match is None and _may_open(line, before, length):
        match = _DASH_BULLET.match(line.words)
    return Marked(line.words[match.end() :], bullet=match[1]) if match else Marked(line.words)


def _may_open(line: RawLine, before: RawLine | None, length: Measure) -> bool:
    """Whether a dash or a label at the start of this line can open an item: something ended before it."""
    if before is None or line.blank_before or line.dashed or not before.words:
        return True
    if _ENDED.search(before.words) is not None:
        return True
    # "ein Nachtbus am Wochenende" | "- barrierefreie Haltestellen": no full stop, but room for the dash.
    return length.slack(before.words, "-", level=1)


def _counting(lines: Sequence[RawLine], marked: Sequence[Marked], length: Measure) -> list[int]:
    """The lines whose labels count: two of one style where items may open, or three at any line's start."""
    sure: dict[str, list[tuple[int, int]]] = {}
    every: dict[str, list[tuple[int, int]]] = {}
    for index, line in enumerate(lines):
        match = None if marked[index].words != line.words else _LABEL.match(line.words)
        if match is None or _MONTH.match(line.words, match.end()):
            continue
        for style, value in _readings(match[1]):
            every.setdefault(style, []).append((index, value))
            if _may_open(line, lines[index - 1] if index else None, length):
                sure.setdefault(style, []).append((index, value))
    runs = [run for found in sure.values() for run in _runs_of(found)]
    runs += [run for found in every.values() for run in _runs_of(found) if len(run) >= _SURE_COUNT]
    return sorted({index for run in runs for index in run})


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


def _runs_of(found: list[tuple[int, int]]) -> list[list[int]]:
    """The lines in runs of two or more that begin with the first value and count on by one.

    What does not count on is words: "Erlenstraße" | "12. Unser Ziel" between 2. and 3.
    """
    result: list[list[int]] = []
    run: list[tuple[int, int]] = []
    for index, value in [*found, (-1, 1)]:
        if run and value == run[-1][1] + 1:
            run.append((index, value))
        elif value == 1:
            if len(run) > 1:
                result.append([line for line, _ in run])
            run = [(index, value)]
    return result
