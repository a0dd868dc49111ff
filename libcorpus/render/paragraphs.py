"""Changes of paragraphs and sections, for the terminal: one line each, with the printed lines of both sides.

    paragraphs:
      l. 14-19 -> l. 21-22, 24-27   split in 2
      l. 87    -> l. 91             level 1 -> 2

Reads what follows from an account; changes nothing.
"""

from collections.abc import Iterator
from typing import Final

from libcorpus.align.paragraphs import BlockChange, BlockFate
from libcorpus.flows.comparing import Comparison, Side, blocks_of
from libcorpus.render.marking import spans_text
from libcorpus.render.style import Style

_SAID: Final = {
    BlockFate.SPLIT: ("split in {count}", "geteilt in {count}"),
    BlockFate.MERGED: ("merged from {count}", "zusammengefasst aus {count}"),
    BlockFate.MOVED: ("moved", "verschoben"),
    BlockFate.LEVEL: ("level {before} -> {after}", "Ebene {before} -> {after}"),
    BlockFate.KIND: ("{before} -> {after}", "{before} -> {after}"),
}
_KINDS: Final = {
    "heading": "Überschrift",
    "paragraph": "Absatz",
    "item": "Punkt",
    "quote": "Zitat",
    "note": "Fußnote",
    "table": "Tabelle",
}


def render_paragraphs(comparison: Comparison, style: Style, lang: str) -> Iterator[str]:
    """The lines of the report; none where no block changed."""
    german = lang == "de"
    changes = blocks_of(comparison)
    if not changes:
        return
    yield ""
    yield style.strong("Absätze und Abschnitte:" if german else "paragraphs and sections:")
    sign = "Z." if german else "l."
    for change in changes:
        old, new = _place(comparison.old, change.old), _place(comparison.new, change.new)
        yield f"  {style.quiet(f'{sign} {old} -> {sign} {new}')}  {_said(change, german)}"


def _place(side: Side, blocks: tuple[int, ...]) -> str:
    spans = (side.document.lines_of_block(block) for block in blocks)
    return spans_text([span for span in spans if span is not None]) or "-"


def _said(change: BlockChange, german: bool) -> str:
    before, after = (_KINDS.get(word, word) if german else word for word in (change.before, change.after))
    count = max(len(change.old), len(change.new))
    return _SAID[change.fate][german].format(count=count, before=before, after=after)
