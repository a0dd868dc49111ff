"""Blocks on their way from a format to a draft, and what can be told of them: head and title, bullets, levels.

    heading 1 "Wohnen", paragraph "Datum: 07.03.2020", heading 2 …     the head is two pieces long
    depths 720, 1440, 1420, 720                                        levels 1, 2, 2, 1

Knows pieces only: no format, and nothing of how a draft is put together.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from libcorpus.model.document import BlockKind
from libcorpus.readers.head import is_keyed, is_section_name
from libcorpus.readers.signs import ends
from libcorpus.text.canonical import cells_of

BREAK: Final = "\n"
"""A forced break inside of a paragraph, in the text that is given to ``add``."""
SPLIT: Final = "\x1e"
"""A paragraph's end inside of such a text, which nobody has to be told."""
_HEAD_BLOCKS: Final = 20
_LONG: Final = 200
_LONG_TITLE: Final = 120
STEP: Final = 720
"""How much deeper a level of a list stands, for formats that count levels: half an inch, as word processors have it."""
# Depths that differ by less stand at one level.
_NEAR: Final = 60
_BULLET: Final = re.compile(r"([•◦▪▫■□●○‣⁃∙·▸►▶✓✔➢➔❖◆◇\uf000-\uf0ff])[ \u00a0]+(?=\S)")
_DASH: Final = re.compile(r"([-–—*+])[ \u00a0]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as its format gives it: ``depth`` of a heading is its outline level, of anything else how far in it
    stands, ``STEP`` for each level or what a word processor measures, 0 outside of lists. ``title``: a format calls it
    so."""

    kind: BlockKind
    text: str
    depth: int = 0
    label: str = ""
    place: str = ""
    title: bool = False


def bullet_of(piece: Piece) -> re.Match[str] | None:
    """The bullet that somebody typed in front of a paragraph."""
    return _BULLET.match(piece.text) if piece.kind is BlockKind.PARAGRAPH and not piece.title else None


def dash_of(piece: Piece) -> re.Match[str] | None:
    """The dash in front of a paragraph: a bullet only beside another one."""
    return _DASH.match(piece.text) if piece.kind is BlockKind.PARAGRAPH and not piece.title else None


def outline_level(open_levels: list[int], level: int) -> int:
    """The level of a heading among those it stands below; ``open_levels`` are theirs, and its own is added."""
    while open_levels and open_levels[-1] >= level:
        open_levels.pop()
    open_levels.append(level)
    return len(open_levels)


def list_level(lists: list[int], piece: Piece) -> int:
    """The level of an item, or of what belongs to one; ``lists`` are the depths of the lists that are open."""
    if piece.kind is not BlockKind.ITEM:
        if piece.depth <= 0:
            lists.clear()
        return sum(depth <= piece.depth + _NEAR for depth in lists) if piece.depth > 0 else 0
    while lists and lists[-1] > piece.depth + _NEAR:
        lists.pop()
    if not lists or lists[-1] < piece.depth - _NEAR:
        lists.append(piece.depth)
    return len(lists)


def head_end(pieces: Sequence[Piece], titled: bool) -> int:
    """The index of the first piece of the text: behind the title and the last line of the head that names a field."""
    end = 0
    first = pieces[0] if pieces else None
    if first is not None and not titled and (first.title or _is_title(pieces)):
        end = 1
    for index, piece in enumerate(pieces[:_HEAD_BLOCKS]):
        if piece.kind is BlockKind.ITEM or len(piece.text) > _LONG:
            break
        lines = lines_of(piece)
        keyed = any(is_keyed(line) for line in lines)
        named = any(is_section_name(line) for line in lines) and index > 0
        # A heading below the title begins the text, unless it is the name of the section that holds it.
        if piece.kind is BlockKind.HEADING and (index or titled) and not keyed and not named and not piece.title:
            break
        if keyed or named or (piece.title and index == end):
            end = index + 1
    return end if end < len(pieces) else 0


def _is_title(pieces: Sequence[Piece]) -> bool:
    """Whether the first piece is the title of the text: a heading above all others, one with nothing below it, or a
    line that stands above the first heading and ends no sentence."""
    first, *rest = pieces
    if not rest:
        return False
    if first.kind is BlockKind.PARAGRAPH:
        short = len(first.text) <= _LONG_TITLE and not ends(first.text)
        return short and rest[0].kind is BlockKind.HEADING
    if first.kind is not BlockKind.HEADING:
        return False
    empty = rest[0].kind is BlockKind.HEADING and rest[0].depth <= first.depth
    return empty or all(piece.depth > first.depth for piece in rest if piece.kind is BlockKind.HEADING)


def lines_of(piece: Piece) -> list[str]:
    """The lines of a head: of a table each row, with a colon between its two cells."""
    if piece.kind is not BlockKind.TABLE:
        return [f"{piece.label} {piece.text}".strip()]
    rows = (cells_of(row) for row in piece.text.split("\n"))
    return [" ".join(cell for cell in row if cell) for row in rows]
