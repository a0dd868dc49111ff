"""What the styles of an ODT file say: headings, quotes, hidden and bold text, and how lists count.

    <style:style style:name="P3" style:parent-style-name="Heading_20_2">  ->  outline level 2

A style takes what it does not say from its parent. Knows the XML of styles; nothing of text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from libcorpus.readers.counters import counted
from libcorpus.readers.zipped import Element, attribute, child, tag_of

_TITLE: Final = re.compile(r"(?i)(?:title|titel)")
_QUOTE: Final = re.compile(r"(?i)(?:quotations?|zitat|block_20_quotation|quote)")
_HEADING: Final = re.compile(r"(?i)(?:heading|überschrift)(?:_20_)?([1-9]|10)")
_CODE: Final = re.compile(r"_([0-9a-fA-F]{2,4})_")
_DEPTH: Final = 20


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs or characters; None where neither it nor a parent says anything."""

    name: str = ""
    outline: int = 0
    lists: str = ""
    bold: bool | None = None
    hidden: bool | None = None

    @property
    def title(self) -> bool:
        """Whether it is the style of the title of a text."""
        return _TITLE.fullmatch(self.name) is not None

    @property
    def quote(self) -> bool:
        """Whether it is a style for quotes."""
        return _QUOTE.fullmatch(self.name) is not None


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts (empty for a bullet), and what stands around the number."""

    form: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    bullet: bool = True


@dataclass(slots=True)
class Styles:
    """All styles of a file by name, and the levels of its lists by name and level, from 1."""

    elements: dict[str, Element] = field(default_factory=dict)
    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    outline: dict[int, Level] = field(default_factory=dict)
    known: dict[str, Style] = field(default_factory=dict)

    @classmethod
    def of(cls, *trees: Element | None) -> "Styles":
        """The styles of several parts; what a later one says wins."""
        styles = cls()
        for tree in trees:
            for own in tree.iter() if tree is not None else ():
                name = attribute(own, "name")
                if tag_of(own) == "style":
                    styles.elements[name] = own
                elif tag_of(own) == "list-style":
                    styles.lists[name] = _levels(own)
                elif tag_of(own) == "outline-style":
                    styles.outline = _levels(own)
        return styles

    def get(self, name: str, depth: int = 0) -> Style:
        """A style by its name, with what its parents say."""
        if name not in self.elements:
            return Style(name)
        if name not in self.known:
            own = self.elements[name]
            parent = attribute(own, "parent-style-name")
            below = self.get(parent, depth + 1) if parent and depth < _DEPTH else Style()
            self.known[name] = _style(name, own, below)
        return self.known[name]


def _style(name: str, own: Element, below: Style) -> Style:
    text = child(own, "text-properties")
    weight, display = attribute(text, "font-weight"), attribute(text, "display")
    level = attribute(own, "default-outline-level")
    # An automatic style has a number for a name; what it is says its parent.
    plain = name if not re.fullmatch(r"[PT]\d+", name) else below.name or name
    match = _HEADING.fullmatch(plain)
    return Style(
        below.name if below.title or below.quote else plain,
        int(level) if level.isdigit() else int(match[1]) if match else below.outline,
        attribute(own, "list-style-name") or below.lists,
        weight in ("bold", "600", "700", "800", "900") if weight else below.bold,
        display == "none" if display else below.hidden,
    )


def _levels(own: Element) -> dict[int, Level]:
    levels = {}
    for level in own:
        place = attribute(level, "level")
        if not place.isdigit():
            continue
        start, shown = attribute(level, "start-value"), attribute(level, "display-levels")
        levels[int(place)] = Level(
            attribute(level, "num-format"),
            attribute(level, "num-prefix"),
            attribute(level, "num-suffix"),
            int(start) if start.isdigit() else 1,
            int(shown) if shown.isdigit() else 1,
            tag_of(level) in ("list-level-style-bullet", "list-level-style-image"),
        )
    return levels


@dataclass(slots=True)
class Counting:
    """How far the lists of a file have counted, by style and level."""

    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def label(self, name: str, levels: dict[int, Level], level: int, restart: int | None) -> str:
        """The label of the next item of a list; empty for a bullet."""
        own = levels.get(level, Level())
        now = self.counts.get((name, level))
        self.counts[name, level] = restart if restart is not None else own.start if now is None else now + 1
        for key in [key for key in self.counts if key[0] == name and key[1] > level]:
            del self.counts[key]
        if own.bullet or not own.form:
            return ""
        return f"{own.prefix}{'.'.join(self._shown(name, levels, level, own.shown))}{own.suffix}".strip()

    def _shown(self, name: str, levels: dict[int, Level], level: int, shown: int) -> Iterator[str]:
        for one in range(max(level - shown + 1, 1), level + 1):
            form = levels.get(one, Level()).form
            if form:
                yield counted(self.counts.get((name, one), 1), form)

    def begin(self, name: str, level: int) -> None:
        """A list begins anew, at a level and below."""
        for key in [key for key in self.counts if key[0] == name and key[1] >= level]:
            del self.counts[key]


def shown_name(name: str) -> str:
    """A style's name as people see it: "Heading_20_2" is "Heading 2"."""
    return _CODE.sub(lambda match: chr(int(match[1], 16)), name)
