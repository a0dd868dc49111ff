"""The timeline for a terminal: a thread a row, an assembly a column.

                                          2009-03-14   2014-03-22   2019-11-16
    Sprachkurse
      Die Stadt muss bis 2020 allen …     + 15-16      ~ 24-25      ~ 30-32

A cell is a sign with the printed lines where it stands then. Where the screen is too narrow for all assemblies,
the newest are shown, and it says so.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from libcorpus.model.harmless import harmless
from libcorpus.render.marking import spans_text
from libcorpus.render.saying import is_german
from libcorpus.render.steps import STEPS, date, matter_label, name, sign, touched
from libcorpus.render.style import Style
from libcorpus.topics.positions import ENDINGS, Positions
from libcorpus.topics.timeline import ABSENT, HOLDS, Cell, Row, timeline

_LABEL: Final = 34
_LEAST: Final = 11
_GAP: Final = 2


def render_grid(positions: Positions, style: Style, lang: str) -> Iterator[str]:
    """The lines of the timeline, with what the signs mean."""
    columns = touched(positions)
    groups = timeline(positions)
    cells = (cell for group in groups for row in group.rows for cell in row.cells if cell.steps)
    wide = max([_LEAST, *(len(_words(cell)) for cell in cells)]) + _GAP
    shown = columns[-max(1, (style.width - _LABEL) // wide) :]
    if len(shown) < len(columns):
        yield style.quiet(_left_out(len(columns) - len(shown), lang))
    label = style.width - wide * len(shown)
    yield " " * label + style.strong("".join(f"{date(one.adopted_on, lang):<{wide}}" for one in shown).rstrip())
    places = [place for place, one in enumerate(positions.assemblies) if one in shown]
    for group in groups:
        yield style.strong(_cut(matter_label(positions, group.matter, lang), style.width))
        for row in group.rows:
            yield _row(row, [row.cells[place] for place in places], style, label, wide)
    kinds = {cell.kind for group in groups for row in group.rows for cell in row.cells}
    yield from map(style.quiet, _legend(kinds, style.width, lang))


def _row(row: Row, shown: Sequence[Cell], style: Style, label: int, wide: int) -> str:
    cells = "".join(_painted(f"{_words(cell):<{wide}}", cell.kind, style) for cell in shown)
    return f"  {_cut(harmless(row.thread.label), label - 4):<{label - 2}}{cells}".rstrip()


def _painted(text: str, kind: str, style: Style) -> str:
    if kind in ENDINGS:
        return style.removed(text)
    if kind in ("introduced", "resumed"):
        return style.added(text)
    return style.quiet(text) if kind in (HOLDS, "kept", ABSENT) else style.changed(text)


def _words(cell: Cell) -> str:
    """The sign, and the printed lines where it stands from then on; of an end those where it last stood."""
    if not cell.steps:
        return sign(cell.kind).rstrip()
    return f"{sign(cell.kind)} {spans_text(cell.steps[-1].place.lines)}".rstrip()


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(1, width - 1)].rstrip() + "…"


def _left_out(count: int, lang: str) -> str:
    if is_german(lang):
        versammlungen = "frühere Versammlung passt" if count == 1 else "frühere Versammlungen passen"
        return f"{count} {versammlungen} nicht in die Breite; --format html zeigt alle"
    noun = "earlier assembly does" if count == 1 else "earlier assemblies do"
    return f"{count} {noun} not fit the width; --format html shows all"


def _legend(kinds: set[str], width: int, lang: str) -> Iterator[str]:
    """What the signs mean, on as many lines as they need; a sign stays with its word."""
    line = ""
    for one in (f"{sign(kind)} {name(kind, lang)}" for kind in STEPS if kind in kinds):
        if line and len(line) + 3 + len(one) > width:
            yield line
            line = ""
        line = f"{line}   {one}" if line else one
    yield line
