r"""The sentences of a canonical text without its structure: for looking through thousands of files.

    - 1. Die Stadt soll werben.          "Die Stadt soll werben."
    \1. Januar ist der Stichtag.         "1. Januar ist der Stichtag."

Says what ``text.canonical`` says of the same text, ten times as fast, and refuses nothing: whoever needs the text reads
it there. Knows one line at a time.
"""

import re
from typing import Final

from libcorpus.model.document import LABEL, NOTE_LABEL

_MARKER: Final = re.compile(rf" *(?:#{{1,6}} |- |> |{LABEL.pattern} |\[\^{NOTE_LABEL.pattern}\]: )?\\?")
_ROW: Final = re.compile(r" *\| ")
_LABEL_ENDS: Final = frozenset(".)")
# A label that begins with a letter ("a)", "xviii.") ends within so many characters.
_LABEL_LENGTH: Final = 6


def sentences_of(text: str) -> list[str]:
    """All sentences of a canonical text in order, headings, notes and rows of tables included."""
    no_label = _LABEL_ENDS.isdisjoint
    # Most lines are plain words; looking at their beginning is cheaper than a pattern, or than a call.
    return [
        line if line[0].isalpha() and no_label(line[:_LABEL_LENGTH]) else _words(line)
        for line in text.split("\n")
        if line
    ]


def _words(line: str) -> str:
    if row := _ROW.match(line):
        return line[row.end() :].removesuffix(" |")
    return line[_MARKER.match(line).end() :]  # type: ignore[union-attr]
