"""Colours for a terminal, switched off where there is none; the marks of a report also read without them.

    Style(True).removed("- alt")   ->   red
    Style(False).removed("- alt")  ->   as it is

Knows the escape sequences, and nothing of what is shown. Text from a corpus is made
harmless before it is coloured.
"""

from dataclasses import dataclass

from libcorpus.model.harmless import harmless


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is coloured; ``width`` is the number of columns to fill."""

    colour: bool = False
    width: int = 100

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text

    def strong(self, text: str) -> str:
        """Headlines."""
        return self._in("1", text)

    def quiet(self, text: str) -> str:
        """Places and what is beside the point."""
        return self._in("2", text)

    def removed(self, text: str) -> str:
        """What is gone."""
        return self._in("31", text)

    def added(self, text: str) -> str:
        """What is new."""
        return self._in("32", text)

    def changed(self, text: str) -> str:
        """What is worded otherwise."""
        return self._in("33", text)

    def moved(self, text: str) -> str:
        """What stands elsewhere."""
        return self._in("36", text)


def wrapped(text: str, width: int, indent: str) -> list[str]:
    """Words on lines of at most ``width`` characters behind ``indent``; control characters are made harmless.

    White space is folded, except no-break spaces, which stay inside their word.
    """
    lines: list[str] = []
    line = ""
    for word in harmless(" ".join(text.split(" "))).split(" "):
        if line and len(indent) + len(line) + 1 + len(word) > width:
            lines.append(indent + line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, indent + line]
