"""Two wordings with the words that differ in brackets, wrapped and coloured for a terminal.

    Die Stadt [-soll-] bis [-2015-] Kurse anbieten.
    Die Stadt {+muss+} bis {+2020+} Kurse anbieten.

The brackets read without colour; a span that goes over a line end is coloured on both
lines. Two wordings that share few words are shown whole, with only the modal words marked
that one of them has alone. Knows two texts, no places.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final

from libcorpus.align import word_spans
from libcorpus.align.linemap import joined
from libcorpus.model.lines import LineSpan
from libcorpus.render.modals import modals
from libcorpus.render.style import Style, wrapped

OLD_MARKS: Final = ("[-", "-]")
NEW_MARKS: Final = ("{+", "+}")


def wordings(old: str, new: str, style: Style, indent: str, ignore: Collection[str] = ()) -> Iterator[str]:
    """The lines of both wordings; where they share too little each is one change from its first word to its last."""
    change = word_spans(old, new, ignore=ignore)
    old_spans = [(0, len(old))] if change.replaced else change.old
    new_spans = [(0, len(new))] if change.replaced else change.new
    yield from _lines(old, old_spans, OLD_MARKS, style.removed, style.width, indent)
    yield from _lines(new, new_spans, NEW_MARKS, style.added, style.width, indent)


def whole_wordings(old: str, new: str, style: Style, indent: str, leads: tuple[str, str]) -> Iterator[str]:
    """The lines of both wordings, each behind its lead; of their words only the modal ones that differ are marked."""
    found = modals(old, new)
    for lead, text, spans, marks, paint in (
        (leads[0], old, found.old, OLD_MARKS, style.removed),
        (leads[1], new, found.new, NEW_MARKS, style.added),
    ):
        hanging = indent + " " * len(lead)
        first, *rest = _lines(text, spans, marks, paint, style.width, hanging)
        yield indent + paint(lead) + first[len(hanging) :]
        yield from rest


def _lines(
    text: str,
    spans: Sequence[tuple[int, int]],
    marks: tuple[str, str],
    paint: Callable[[str], str],
    width: int,
    indent: str,
) -> Iterator[str]:
    inside = False
    for line in wrapped(_marked(text, spans, marks), width, indent):
        painted, run = "", ""
        for piece in re.split(f"({re.escape(marks[0])}|{re.escape(marks[1])})", line[len(indent) :]):
            # A mark is coloured with the words it encloses.
            if piece == marks[inside]:
                painted, run = (painted + paint(run + piece), "") if inside else (painted + run, piece)
                inside = not inside
            else:
                run += piece
        yield indent + painted + (paint(run) if inside else run)


def _marked(text: str, spans: Sequence[tuple[int, int]], marks: tuple[str, str]) -> str:
    result, done = "", 0
    for start, end in spans:
        if start < end:
            result += text[done:start] + marks[0] + text[start:end] + marks[1]
            done = end
    return result + text[done:]


def spans_text(spans: Sequence[LineSpan]) -> str:
    """Printed lines as a citation names them: ``94-99, 104``; neighbours are joined."""
    return ", ".join(map(str, joined(spans)))
