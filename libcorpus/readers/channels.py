"""The text of one paragraph of a word processor's file, parted into words and what is left out for a reason.

    Die Stadt baut Wege.        words
    geheim                      hidden
    7                           page-number

Word and ODT files share this; how each says it is the business of their own readers.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from libcorpus.readers.signs import ends, goes_on
from libcorpus.readers.zipped import Element

WORDS: Final = ""
REASONS: Final = {
    "toc": "table of contents",
    "hidden": "hidden text",
    "page-number": "",
    "tracked": "not in the text by the choice about tracked changes",
    "comment": "comment",
    "header": "head of the pages",
    "footer": "foot of the pages",
    "note": "a note that nothing refers to",
}
"""Why a channel is no part of the words; page numbers explain themselves and are only counted."""
_LONGEST_HEADING: Final = 120


@dataclass(slots=True)
class Line:
    """The text of a paragraph by channel, the text boxes that hang on it, and whether all its words are bold."""

    channels: dict[str, list[str]] = field(default_factory=dict)
    boxes: list[Element] = field(default_factory=list)
    bold: bool = True

    @property
    def words(self) -> str:
        """The words as they stand."""
        return "".join(self.channels.get(WORDS, ()))

    def put(self, channel: str, text: str, bold: bool) -> None:
        """Add a piece of text."""
        self.channels.setdefault(channel, []).append(text)
        if channel == WORDS and text.strip():
            self.bold = self.bold and bold

    def left(self) -> Iterator[tuple[str, str]]:
        """What is no part of the words, by channel."""
        for name, parts in self.channels.items():
            if name != WORDS and "".join(parts).strip():
                yield name, "".join(parts)

    def looks_like_heading(self, words: str) -> bool:
        """Whether it is a short bold paragraph that ends like no sentence; ``words`` are all those it begins with."""
        words = words.strip()
        short = len(words) <= _LONGEST_HEADING and not words.endswith(":")
        return self.bold and short and (not ends(words) or words.endswith("?")) and not goes_on(words, alone=True)
