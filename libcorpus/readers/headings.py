"""Tells headings from paragraphs, and takes off the markup that some tools leave around them.

    GRÜN wirkt                     heading: a line or two, no full stop, something follows
    **Wem gehört die Stadt?**      heading: marked as one
    Wem gehört die Stadt?          heading, guessed: short, and stands apart
    Wir fordern:                   paragraph: it leads to what follows
    1. Wohnen                      heading: a label, but no list

Knows shapes and the measure of lines.
"""

import re
from collections.abc import Sequence
from typing import Final

from libcorpus.model.document import BlockKind
from libcorpus.readers.labels import Marked
from libcorpus.readers.measure import Measure
from libcorpus.readers.shapes import Shape
from libcorpus.readers.signs import ends, goes_on, opens, stops

_MAX_LINES: Final = 2
_MAX_NARROW_LINES: Final = 3
# Shares of a line that headings may have to themselves.
_FACTORS: Final = (0.6, 0.75)
_MAX_CALL: Final = 60
_HASHES: Final = re.compile(r"(#{1,6}) +")
_BOLD: Final = re.compile(r"(\*\*|__)(\S(?:.*\S)?)\1(:?)")


def find_headings(shapes: Sequence[Shape], length: Measure) -> None:
    """Set the kind of headings; whatever was guessed says so."""
    _unlabel(shapes)
    for index, shape in enumerate(shapes):
        following = shapes[index + 1] if index + 1 < len(shapes) else None
        if shape.kind is not BlockKind.PARAGRAPH:
            continue
        if _marked_up(shape):
            shape.kind = BlockKind.HEADING
        elif following and _looks_like_heading(shape, length):
            shape.kind = BlockKind.HEADING
            if len(shape.filled) > 1 or (following.kind is BlockKind.ITEM and not shape.lines[0].blank_before):
                shape.guess = "heading-guessed"
        elif following and _is_call(shape, following, length):
            shape.kind, shape.guess = BlockKind.HEADING, "heading-guessed"


def _looks_like_heading(shape: Shape, length: Measure) -> bool:
    """One line, or two, that begin like a title and do not end like a sentence."""
    filled = shape.filled
    narrow = length.by_rule and all(len(words) <= _FACTORS[1] * length.width for words in filled)
    if not 1 <= len(filled) <= (_MAX_NARROW_LINES if narrow else _MAX_LINES):
        return False
    return not ends(filled[-1]) and not goes_on(filled[-1], alone=True) and opens(filled[0])


def _is_call(shape: Shape, following: Shape, length: Measure) -> bool:
    """A short question or call on a line of its own, between others: "Wem gehört die Stadt?"."""
    words = shape.first_words
    if len(shape.filled) != 1 or stops(words) or words.endswith(":") or len(words) > _MAX_CALL or not opens(words):
        return False
    return following.numbered is shape.numbered and following.kind is not BlockKind.HEADING


def _marked_up(shape: Shape) -> bool:
    """Take off hashes or stars around a heading; whether there were any."""
    filled = [index for index, words in enumerate(shape.words) if words]
    if not filled or len(filled) > _MAX_NARROW_LINES:
        return False
    first, last = filled[0], filled[-1]
    if match := _HASHES.match(shape.words[first]):
        shape.level = len(match[1])
        _take_off(shape, first, shape.words[first][match.end() :], match[1])
        return True
    if len(filled) > _MAX_LINES:
        return False
    each = [_BOLD.fullmatch(shape.words[index]) for index in filled]
    if all(each) and not stops(shape.words[last].rstrip("*_")):
        for index, bold in zip(filled, each, strict=True):
            assert bold is not None
            _take_off(shape, index, bold[2] + bold[3], bold[1] * 2)
        return True
    return _bold_over_lines(shape, first, last)


def _bold_over_lines(shape: Shape, first: int, last: int) -> bool:
    """Take off stars that open on one line and close on the next."""
    bold = _BOLD.fullmatch(f"{shape.words[first]} {shape.words[last]}")
    if first == last or bold is None or bold[1] in bold[2] or stops(bold[2]):
        return False
    _take_off(shape, first, shape.words[first].removeprefix(bold[1]), bold[1])
    _take_off(shape, last, shape.words[last].removesuffix(bold[1] + bold[3]) + bold[3], bold[1])
    return True


def _take_off(shape: Shape, index: int, words: str, markup: str) -> None:
    shape.words[index] = words
    shape.markup.append((shape.lines[index], markup))


def join_headings(shapes: Sequence[Shape], length: Measure) -> list[Shape]:
    """Joins two short lines to one heading, where the first is as full as headings of this text can be.

    Headings take 0.6 or 0.75 of a line: "Gemeinsam für eine Stadt, in der Kinder" | "Gehör finden".
    """
    result: list[Shape] = []
    for shape in shapes:
        before = result[-1] if result else None
        if before and not shape.apart and _one_heading(before, shape, length):
            before.lines += shape.lines
            before.marked += shape.marked
            before.words += shape.words
        else:
            result.append(shape)
    return result


def _one_heading(before: Shape, after: Shape, length: Measure) -> bool:
    lines = (*before.filled, *after.filled)
    plain = before.kind is after.kind is BlockKind.PARAGRAPH
    if not length.by_rule or not plain or len(lines) > _MAX_NARROW_LINES:
        return False
    if any(ends(words) for words in lines) or not opens(lines[0]):
        return False
    for factor in _FACTORS:
        room = int(length.width * factor)
        narrow = Measure(room, True, room, 0)
        if max(map(len, lines)) <= room and narrow.full(before.last_words, after.first_words):
            return True
    return False


def _unlabel(shapes: Sequence[Shape]) -> None:
    """Labels that count headings are words of them: "1. Wohnen" with paragraphs between it and "2. Verkehr"."""
    heads: dict[str, list[int]] = {}
    for index in range(len(shapes) - 1):
        if _heads_text(shapes, index):
            heads.setdefault(_style(shapes[index]), []).append(index)
    for found in heads.values():
        # "14.1.4. Familie" needs no second one to be a heading.
        for index in found if len(found) > 1 or "." in shapes[found[0]].label.strip("().") else ():
            shape = shapes[index]
            shape.words[0] = shape.lines[0].words
            shape.marked[0] = Marked(shape.lines[0].words)
            shape.kind, shape.level = BlockKind.PARAGRAPH, 0


def _heads_text(shapes: Sequence[Shape], index: int) -> bool:
    """Whether a labelled line stands over text, and next to no item of its own list."""
    shape, style = shapes[index], _style(shapes[index])
    if not style or len(shape.filled) > _MAX_LINES or ends(shape.last_words):
        return False
    beside = (shapes[index - 1] if index else None, shapes[index + 1])
    return not any(other is not None and _style(other) == style for other in beside)


def _style(shape: Shape) -> str:
    return re.sub(r"[^\W_]+", "x", shape.label)
