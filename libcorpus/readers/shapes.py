"""A block in the making: its lines of print, kind and level, and what was guessed about it.

Knows lines of print only.
"""

from dataclasses import dataclass, field

from libcorpus.model.document import BlockKind
from libcorpus.readers.labels import Marked
from libcorpus.readers.margins import RawLine


@dataclass(slots=True)
class Shape:
    """The lines of a block, and their words without bullet, label or markup.

    ``guess`` is the key of the remark about it; ``markup`` what was taken off, for each line; ``by_length`` whether
    the room on the line before is all that tells that it begins here.
    """

    lines: list[RawLine]
    marked: list[Marked]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    guess: str = ""
    words: list[str] = field(default_factory=list)
    markup: list[tuple[RawLine, str]] = field(default_factory=list)
    by_length: bool = False

    @property
    def bullet(self) -> str:
        """The bullet of an item, as printed."""
        return self.marked[0].bullet

    @property
    def label(self) -> str:
        """The label of an item, as printed."""
        return self.marked[0].label if self.kind is BlockKind.ITEM else ""

    @property
    def numbered(self) -> bool:
        """Whether print numbers its lines."""
        return self.lines[0].number is not None

    @property
    def apart(self) -> bool:
        """Whether a blank line or a list dash stands before it."""
        return self.lines[0].blank_before or self.lines[0].dashed

    @property
    def filled(self) -> list[str]:
        """The words of the lines that have any."""
        return [words for words in self.words if words]

    @property
    def first_words(self) -> str:
        """The words of the first line that has any."""
        return next((words for words in self.words if words), "")

    @property
    def last_words(self) -> str:
        """The words of the last line that has any."""
        return next((words for words in reversed(self.words) if words), "")
