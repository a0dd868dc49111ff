"""The cells of a table in rows, each in the column where a reader sees it.

    <td rowspan="2">Jahr</td><td>Kurse</td>      Jahr    Kurse
    <td>Plätze</td>                              (none)  Plätze

Cells of tables in the table are theirs. Knows the tree of a page.
"""

from collections.abc import Iterator
from typing import Final

from libcorpus.readers.html.tree import Node

_MOST_COLUMNS: Final = 60


def grid(table: Node) -> list[list[Node | None]]:
    """The rows of a table; None where another cell reaches over."""
    rows: list[list[Node | None]] = []
    reaching: dict[int, int] = {}
    for row in _rows(table):
        made: list[Node | None] = []
        for cell in (one for one in row.elements() if one.tag in ("td", "th")):
            while reaching.get(len(made), 0) > 0:
                reaching[len(made)] -= 1
                made.append(None)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(made), len(made) + width):
                reaching[column] = height - 1
            made += [cell, *[None] * (width - 1)]
        for column in list(reaching):
            if column >= len(made) and reaching[column] > 0:
                reaching[column] -= 1
        rows.append(made)
    return rows


def _rows(node: Node) -> Iterator[Node]:
    for one in node.elements():
        if one.tag == "tr":
            yield one
        elif one.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(one)


def _span(cell: Node, name: str) -> int:
    text = cell.attributes.get(name, "")
    return max(min(int(text), _MOST_COLUMNS), 1) if text.isascii() and text.isdigit() else 1
