"""What the styles of a Word file say about a paragraph: heading, title, quote, list, indent, bold, hidden.

    <w:pStyle w:val="berschrift2"/>  ->  name "heading 2", outline level 2

A style takes what it does not say from the one it is based on. Knows the XML of styles; nothing of text.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from libcorpus.readers.zipped import Element, attribute, child, tag_of

_HEADING: Final = re.compile(r"(?i)(?:heading|überschrift|berschrift|titre|título)\s*([1-9])")
_TOC: Final = re.compile(
    r"(?i)(?:toc|verzeichnis|inhaltsverzeichnis|table of figures|abbildungsverzeichnis)\s*(?:\d*|heading|überschrift)"
)
_QUOTE: Final = re.compile(r"(?i)(?:intense )?quote|(?:intensives )?zitat|block text|blocktext")
_TITLE: Final = re.compile(r"(?i)titel|title")
# A paragraph is not in the outline.
_BODY_LEVEL: Final = 9
_DEPTH: Final = 20


@dataclass(frozen=True, slots=True)
class Style:
    """``outline`` is 1 to 9 for a heading, 0 for none; ``left`` the indent in twentieths of a point, None if unsaid."""

    name: str = ""
    outline: int = 0
    number: str = ""
    level: int = 0
    left: int | None = None
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

    @property
    def toc(self) -> bool:
        """Whether it is a style of tables of contents."""
        return _TOC.fullmatch(self.name) is not None


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether a switch such as ``w:b`` is on, off, or None where nothing is said."""
    switch = child(properties, name)
    return None if switch is None else attribute(switch, "val", "1") not in ("0", "false", "off", "none")


def number_of(properties: Element | None) -> tuple[str, int | None]:
    """The list of a paragraph and its level in it; "0" takes a paragraph out of the list of its style."""
    found = child(properties, "numPr")
    level = attribute(child(found, "ilvl"), "val")
    return attribute(child(found, "numId"), "val"), int(level) if level.isdigit() else None


def indent_of(properties: Element | None) -> int | None:
    """The left indent in twentieths of a point."""
    indent = child(properties, "ind")
    value = attribute(indent, "left") or attribute(indent, "start")
    return int(float(value)) if re.fullmatch(r"-?\d{1,6}(?:\.\d*)?", value) else None


@dataclass(slots=True)
class Styles:
    """All styles of a file by their id, and what a style that is not there says: nothing."""

    known: dict[str, Style] = field(default_factory=dict)
    default: str = ""

    @classmethod
    def of(cls, tree: Element | None) -> "Styles":
        """The styles in ``styles.xml``."""
        elements = {
            attribute(own, "styleId"): own for own in (tree if tree is not None else ()) if tag_of(own) == "style"
        }
        styles = cls({name: _style(name, elements, 0) for name in elements})
        for name, own in elements.items():
            if attribute(own, "type") == "paragraph" and attribute(own, "default") in ("1", "true"):
                styles.default = name
        return styles

    def get(self, name: str) -> Style:
        """The style of an id; the default one for the empty id."""
        return self.known.get(name or self.default, Style())


def _style(name: str, elements: dict[str, Element], depth: int) -> Style:
    own = elements[name]
    based = attribute(child(own, "basedOn"), "val")
    # Styles that are based on each other would never end.
    below = _style(based, elements, depth + 1) if based in elements and depth < _DEPTH else Style()
    paragraph, run = child(own, "pPr"), child(own, "rPr")
    number, level = number_of(paragraph)
    indent, bold, hidden = indent_of(paragraph), is_on(run, "b"), is_on(run, "vanish")
    title = attribute(child(own, "name"), "val") or name
    return Style(
        title,
        _outline(paragraph, title, below),
        number or below.number,
        level if level is not None else below.level,
        indent if indent is not None else below.left,
        bold if bold is not None else below.bold,
        hidden if hidden is not None else below.hidden,
    )


def _outline(properties: Element | None, title: str, below: Style) -> int:
    said = outline_of(properties)
    if said is not None:
        return said
    match = _HEADING.fullmatch(title)
    return int(match[1]) if match else below.outline


def outline_of(properties: Element | None) -> int | None:
    """The outline level that a paragraph or style names: 1 to 9, 0 for body text, None where it names none."""
    value = attribute(child(properties, "outlineLvl"), "val")
    if not value.isdigit():
        return None
    return 0 if int(value) >= _BODY_LEVEL else int(value) + 1


def with_direct(style: Style, properties: Element | None) -> Style:
    """The style with what the paragraph itself says."""
    number, level = number_of(properties)
    indent, outline = indent_of(properties), outline_of(properties)
    if number:
        style = replace(style, number=number, level=level or 0)
    elif level is not None:
        style = replace(style, level=level)
    if indent is not None:
        style = replace(style, left=indent)
    return style if outline is None else replace(style, outline=outline)
