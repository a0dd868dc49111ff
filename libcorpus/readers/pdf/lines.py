"""Puts words on one baseline together, whatever the order in which the file draws them.

    "Stadt" y=120.4   "Die" y=120.5   "1" y=116.1, small, right behind "Stadt"
    ->  Line "Die Stadt¹"

Knows words of one page.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from libcorpus.readers.pdf.values import Line, Word

_SAME: Final = 0.22
_SMALL: Final = 0.86
_RAISED, _LOWERED, _BESIDE = 0.62, 0.35, 0.45
_SUPERSCRIPT: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LETTERS_APART: Final = 4
_DIAERESIS: Final = {"¨": "\u0308", "´": "\u0301", "ˆ": "\u0302", "˚": "\u030a", "¸": "\u0327"}


def rows_of(page: int, words: Iterable[Word]) -> tuple[list[Line], list[Word]]:
    """The lines of a page from top to bottom, over its whole width, and words that were drawn twice."""
    rows = _gathered(sorted(words, key=lambda word: word.y))
    rows = _with_raised(rows)
    lines: list[Line] = []
    twice: list[Word] = []
    for row in rows:
        row.sort(key=lambda word: (word.x0, word.x1))
        kept = _once(row, twice)
        level = baseline(kept)
        lines.append(Line(page, 0, level, tuple(_closed(_composed(_superscripts(kept, level))))))
    return sorted(lines, key=lambda line: line.y), twice


def baseline(words: Sequence[Word]) -> float:
    """The height of the largest of words side by side; smaller ones may be raised."""
    return max(words, key=lambda word: word.size).y


def _gathered(words: Sequence[Word]) -> list[list[Word]]:
    """Words from top to bottom in groups of one baseline; a hair's breadth does not part them."""
    rows: list[list[Word]] = []
    for word in words:
        if rows and word.y - rows[-1][0].y <= _SAME * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


def _with_raised(rows: list[list[Word]]) -> list[list[Word]]:
    """The rows with small words above or below a baseline moved to the words they stand beside."""
    sizes = [max(word.size for word in row) for row in rows]
    for index, row in enumerate(rows):
        for near in (index + 1, index - 1):
            if not 0 <= near < len(rows) or sizes[index] > _SMALL * sizes[near] or not row or not rows[near]:
                continue
            lift = rows[near][0].y - row[0].y
            if not -_LOWERED * sizes[near] <= lift <= _RAISED * sizes[near]:
                continue
            moved = [word for word in row if _beside(word, rows[near], sizes[near])]
            rows[near].extend(moved)
            row[:] = [word for word in row if word not in moved]
    return [row for row in rows if row]


def _beside(word: Word, row: Sequence[Word], size: float) -> bool:
    room = _BESIDE * size
    return any(-room <= word.x0 - other.x1 <= room or -room <= other.x0 - word.x1 <= room for other in row)


def _once(row: Sequence[Word], twice: list[Word]) -> list[Word]:
    """The words without those that are drawn a second time at the same place, for a shadow or a poor man's bold."""
    kept: list[Word] = []
    for word in row:
        same = any(
            other.text == word.text and abs(other.x0 - word.x0) < 0.25 * word.size and abs(other.y - word.y) < 2
            for other in kept[-3:]
        )
        (twice if same else kept).append(word)
    return kept


def _superscripts(row: Sequence[Word], level: float) -> list[Word]:
    """Small raised digits behind a word as such: "Stadt¹", "m²"; plain ones would read as "Stadt1"."""
    result: list[Word] = []
    for index, word in enumerate(row):
        raised = index and word.text.isdigit() and word.size <= _SMALL * row[index - 1].size
        if raised and level - word.y > 0.12 * word.size and word.x0 - row[index - 1].x1 < _BESIDE * word.size:
            word = word._replace(text=word.text.translate(_SUPERSCRIPT), blank=False)
        result.append(word)
    return result


def _composed(row: Sequence[Word]) -> list[Word]:
    """Words with accents that are drawn apart put onto their letters, as old TeX does: "¨" and "a" are "ä"."""
    import unicodedata

    result: list[Word] = []
    for word in row:
        text = word.text
        if text.isascii():
            result.append(word)
            continue
        for mark, combining in _DIAERESIS.items():
            if mark in text:
                text = re.sub(f"{mark}([^\\W\\d_])", rf"\1{combining}", text)
        result.append(word._replace(text=unicodedata.normalize("NFC", text)))
    return result


def _closed(row: Sequence[Word]) -> list[Word]:
    """Letters set apart for emphasis put together again: "S T A D T  und" are two words."""
    result: list[Word] = []
    start = 0
    while start < len(row):
        end = start
        while end < len(row) and len(row[end].text) == 1 and row[end].text.isalpha():
            end += 1
        if end - start >= _LETTERS_APART:
            result.extend(_joined_letters(row[start:end]))
        else:
            result.extend(row[start : end + 1])
            end += 1
        start = end
    return result


def _joined_letters(letters: Sequence[Word]) -> list[Word]:
    gaps = sorted(after.x0 - before.x1 for before, after in pairwise(letters))
    usual = gaps[len(gaps) // 2]
    result: list[Word] = []
    for index, letter in enumerate(letters):
        gap = letter.x0 - letters[index - 1].x1 if index else 0.0
        apart = index == 0 or gap > usual + 0.2 * letter.size
        if apart:
            result.append(letter)
        else:
            result[-1] = result[-1]._replace(text=result[-1].text + letter.text, x1=letter.x1)
    return result
