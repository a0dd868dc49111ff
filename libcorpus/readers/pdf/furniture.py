"""Takes off what stands on each page beside the text: heads, feet, page numbers.

    Beschlussbuch 2024               Antrag A3      the same on most pages, but for figures: a head
    …
                     - 7 -                          counts pages: a page number

Only lines at the upper and lower end of a page can be such, and none that print numbers. Knows lines of pages.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from libcorpus.readers.pdf.notes import body_size
from libcorpus.readers.pdf.values import Line

_PAGE_MARK: Final = re.compile(
    r"(?i)[-–—|\[(]?\s*(?:(?P<word>seite|page|s\.|blatt)\s*)?(?P<number>\d{1,4}|[ivxlc]{1,6})"
    r"(?P<of>\s*(?:von|of|/|\|)\s*\d{1,4})?\s*[-–—|\])]?"
)
_ADDRESS: Final = re.compile(
    r"(?i)(?:https?://|file:///|www\.)\S+\s+(?:(?:seite|page)\s+)?\d{1,4}\s*(?:/|von|of)\s*\d{1,4}"
)
_CLOCK: Final = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4},? \d{1,2}:\d{2}")
_DEPTH: Final = 6
_ZONE: Final = 0.22
_NEAR: Final = 5.0
_SHARE: Final = 0.5
_WIDE_GAP: Final = 2.0
_LARGE: Final = 1.3
_APART: Final = 1.8

Key = tuple[bool, str]


def find_furniture(pages: Mapping[int, Sequence[Line]], heights: Mapping[int, float], kept: set[Line]) -> set[Line]:
    """The lines that are heads, feet and page numbers; ``kept`` are lines that print numbers."""
    size = body_size([line for lines in pages.values() for line in lines])
    edges = {page: _edges(lines, heights[page], kept, size) for page, lines in pages.items()}
    repeated = _repeated(edges, size)
    counting = _page_offsets(edges)
    found: set[Line] = set()
    for page, sides in edges.items():
        for lines in sides:
            found.update(_from_the_edge(lines, page, repeated, counting, heights[page]))
    return found | _same_place(edges, found)


def _edges(lines: Sequence[Line], height: float, kept: set[Line], size: float) -> tuple[list[Line], list[Line]]:
    """The lines that may be head or foot, each from the edge of the page inwards."""
    top: list[Line] = []
    bottom: list[Line] = []
    for order, side in ((lines, top), (lines[::-1], bottom)):
        for line, inner in zip(order[:_DEPTH], [*order[1:], None], strict=False):
            inside = line.y < _ZONE * height if side is top else line.y > (1 - _ZONE) * height
            if line in kept or not inside or (inner is not None and _is_text(line, inner, size)):
                break
            side.append(line)
    return top, bottom


def _is_text(line: Line, inner: Line, size: float) -> bool:
    """Whether a line at the edge belongs to a paragraph: as large as the text, as wide, and close to it.

    On forms and in books of short resolutions the same sentence may open each page.
    """
    alike = abs(line.size - size) < 0.07 * size and abs(inner.size - size) < 0.07 * size
    close = abs(inner.y - line.y) < _APART * size
    wide = line.x1 - line.x0 > 0.6 * (inner.x1 - inner.x0)
    return alike and close and wide


def _segments(line: Line) -> Iterable[str]:
    """The parts of a line that wide gaps set apart, with figures made the same."""
    start = 0
    for index in range(1, len(line.words) + 1):
        if index == len(line.words) or line.words[index].x0 - line.words[index - 1].x1 > _WIDE_GAP * line.size:
            part = Line(line.page, 0, line.y, line.words[start:index]).text
            yield re.sub(r"\d+", "0", part).casefold()
            start = index


def _repeated(edges: Mapping[int, tuple[list[Line], list[Line]]], size: float) -> dict[Key, list[Line]]:
    """What stands at one height on most of the pages from its first to its last."""
    places: dict[Key, list[Line]] = defaultdict(list)
    for sides in edges.values():
        for side, lines in enumerate(sides):
            for line in lines:
                for shape in _segments(line):
                    if shape.strip(" 0.-–/|"):
                        places[side == 0, shape].append(line)
    result = {}
    filled = sorted(page for page, sides in edges.items() if any(sides))
    for key, lines in places.items():
        near = _at_one_height(lines)
        # "B4" and "B5", large above their resolutions, are no head of pages.
        if len({line.text for line in near}) > 1 and min(line.size for line in near) > _LARGE * size:
            continue
        held = {line.page for line in near}
        span = [page for page in filled if min(held) <= page <= max(held)] if held else []
        # Left and right pages may have heads of their own.
        mirrored = len({page % 2 for page in held}) == 1
        wanted = _SHARE * (len([page for page in span if page % 2 == min(held) % 2]) if mirrored else len(span))
        few = len(held) == 2 and len(filled) > 4 and max(held) - min(held) > 2
        if len(held) >= 2 and len(held) >= wanted and not few and not (mirrored and len(held) == 2 < len(filled) / 4):
            result[key] = near
    return result


def _at_one_height(lines: Sequence[Line]) -> list[Line]:
    """Those lines that stand where most of them do."""
    heights = sorted(line.y for line in lines)
    best = max(heights, key=lambda y: sum(abs(other - y) <= _NEAR for other in heights))
    return [line for line in lines if abs(line.y - best) <= _NEAR]


def _page_offsets(edges: Mapping[int, tuple[list[Line], list[Line]]]) -> set[int]:
    """By how much printed page numbers differ from the count of pages, where two pages agree."""
    offsets: dict[int, int] = defaultdict(int)
    for page, sides in edges.items():
        values = {value - page for lines in sides for line in lines[:2] if (value := _page_number(line)) is not None}
        for value in values:
            offsets[value] += 1
    return {value for value, times in offsets.items() if times >= 2}


def _page_number(line: Line) -> int | None:
    match = _PAGE_MARK.fullmatch(line.text)
    if match is None:
        return None
    number = match["number"]
    return int(number) if number.isdigit() else _roman(number.lower())


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[letter] for letter in text]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


def _from_the_edge(
    lines: Sequence[Line], page: int, repeated: Mapping[Key, list[Line]], offsets: set[int], height: float
) -> list[Line]:
    """The furniture at one end of a page: all lines from the edge down to the last that is known as such."""
    known = 0
    for index, line in enumerate(lines):
        top = line.y < height / 2
        again = any(line in repeated.get((top, shape), ()) for shape in _segments(line))
        if again or _counts_pages(line, page, offsets, outermost=index == known) or _from_browser(line):
            if index > known:
                break
            known = index + 1
    return list(lines[:known])


def _counts_pages(line: Line, page: int, offsets: set[int], outermost: bool) -> bool:
    number = _page_number(line)
    if number is None or not outermost:
        return False
    match = _PAGE_MARK.fullmatch(line.text)
    assert match is not None
    dashed = not line.text[0].isalnum()
    return number - page in offsets or bool(match["word"] or match["of"]) or (dashed and number == page)


def _from_browser(line: Line) -> bool:
    """Whether a browser set it: the address and the page, or the date and the title."""
    words = line.text
    return _ADDRESS.fullmatch(words) is not None or _CLOCK.match(words) is not None


def _same_place(edges: Mapping[int, tuple[list[Line], list[Line]]], found: set[Line]) -> set[Line]:
    """Outermost lines that look like heads and stand where heads of other pages do: a chapter's name, once."""
    places = {(round(line.y), line.size, line.words[0].style.font) for line in found if line.words}
    often = {place for place in places if sum((round(line.y), line.size) == place[:2] for line in found) >= 3}
    body = {line.size for sides in edges.values() for lines in sides for line in lines if line not in found}
    return {
        line
        for sides in edges.values()
        for lines in sides
        for line in lines[:1]
        if (round(line.y), line.size, line.words[0].style.font) in often and len(body) > 1
    }
