"""Walks the HTML of a motion system's text: blocks with their words, and where each printed line begins.

    <li><span data-line-number="3"></span>Jedes Jahr sollen          item, Z. 3 at character 0,
        10 km Wege <br><span data-line-number="4"></span>…           Z. 4 where the words go on

What a <br> is, the end of a full line or a forced break, is told later, in ``printed``. Knows no motion, no
metadata and no file. The tree is made by selectolax, by the rules of HTML 5.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple

from libcorpus.model.document import LABEL, BlockKind
from libcorpus.model.draft import DraftLine, LeftOut
from libcorpus.model.problems import refuse
from libcorpus.readers.counters import counted

_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
# Elements that end the words before them and begin others.
_BLOCKS: Final = frozenset(["p", "div", "section", "article", "ul", "ol", "dl", "dt", "dd", "pre", "table", "tr"])
_SILENT: Final = frozenset(["script", "style", "template", "head", "noscript"])
_HIDDEN: Final = re.compile("[\u00ad\u200b\u200c\u2060\ufeff]")
_BLANKS: Final = " \t\r\n\f"
_MAX_DEPTH: Final = 100
MAX_LEVEL: Final = 20


class Break(NamedTuple):
    """A <br> in the words of a block."""

    offset: int
    numbered: bool
    blank: bool


@dataclass(slots=True)
class Walked:
    """A block as it was found. ``breaks`` are the places of its <br>: the offset of the words behind, whether a printed
    line begins there, and whether a blank stood in front."""

    kind: BlockKind
    level: int = 0
    label: str = ""
    flat: str = ""
    lines: list[DraftLine] = field(default_factory=list)
    breaks: list["Break"] = field(default_factory=list)


@dataclass(slots=True)
class Walk:
    """All blocks of some HTML in order; ``generated`` are labels that a browser counts and no text has."""

    place: str
    blocks: list[Walked] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    generated: list[str] = field(default_factory=list)
    _open: Walked | None = None
    _blank: bool = False
    _waiting: list[int] = field(default_factory=list)
    _broken: bool = False

    # Words.

    def say(self, text: str) -> None:
        """Words of the open block; runs of blanks become one, and a line begins at the first character behind it."""
        for hidden in _HIDDEN.findall(text):
            self.left_out.append(LeftOut("soft-hyphen" if hidden == "\u00ad" else "invisible", self.place, hidden))
        for piece in re.split(rf"([{_BLANKS}]+)", _HIDDEN.sub("", text)):
            if piece and piece.strip(_BLANKS):
                self._put(piece)
            elif piece:
                self._blank = True

    def _put(self, words: str) -> None:
        if self._open is None:
            self._open = Walked(BlockKind.PARAGRAPH)
        own = self._open
        blank, broken, self._blank, self._broken = self._blank, self._broken, False, False
        # A line ends behind a blank, or behind a hyphen ("Nicht-" + "EU") that needs none.
        if own.flat and (blank or (broken and not own.flat.endswith("-"))):
            own.flat += " "
        if broken and own.flat:
            own.breaks.append(Break(len(own.flat), bool(self._waiting), blank))
        self._begin_lines(own)
        own.flat += words

    def _begin_lines(self, own: Walked) -> None:
        own.lines += [DraftLine(len(own.flat), number) for number in self._waiting]
        self._waiting.clear()

    def number(self, text: str) -> None:
        """A printed line begins here."""
        self._waiting.append(int(text))

    def line_end(self) -> None:
        """A <br>."""
        self._broken = True

    # Blocks.

    def begin(self, kind: BlockKind, level: int = 0, label: str = "") -> None:
        """End the open block, and open another."""
        self.end()
        self._open = Walked(kind, level, label)

    def end(self) -> None:
        """End the open block; one without words is none, and its lines belong to the next."""
        own, self._open = self._open, None
        self._blank = self._broken = False
        if own is not None and (own.flat or own.label):
            if not own.flat:
                # An item of which print shows nothing but its number.
                own.flat, own.label = own.label, ""
                self._begin_lines(own)
            self.blocks.append(own)

    def finish(self) -> list[Walked]:
        """The blocks; lines that end the text without words stand behind the last of them."""
        self.end()
        if self._waiting and self.blocks:
            self._begin_lines(self.blocks[-1])
        self.blocks[:] = [_in_nfc(block) for block in self.blocks]
        return self.blocks


def _in_nfc(block: Walked) -> Walked:
    """A block in NFC; accents that were letters of their own take the lines behind them along."""
    if unicodedata.is_normalized("NFC", block.flat):
        return block

    def moved(offset: int) -> int:
        return len(unicodedata.normalize("NFC", block.flat[:offset]))

    lines = [replace(line, offset=moved(line.offset)) for line in block.lines]
    breaks = [one._replace(offset=moved(one.offset)) for one in block.breaks]
    return replace(block, flat=unicodedata.normalize("NFC", block.flat), lines=lines, breaks=breaks)


def walk(html: str, place: str) -> Walk:
    """The blocks of a piece of HTML."""
    from selectolax.lexbor import LexborHTMLParser

    found = Walk(place)
    body = LexborHTMLParser(html).body
    if body is not None:
        for node in _children(body):
            _visit(node, found, _Place())
    found.finish()
    return found


def plain(html: str) -> str:
    """All text of a piece of HTML that a reader sees, gathered without regard to blocks: to hold a walk against."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    tree.strip_tags([*_SILENT])
    return tree.body.text(deep=True, separator=" ") if tree.body is not None else ""


def closed_up(blocks: list[Walked]) -> None:
    """Levels of headings become those of the outline: the first is 1, and none is left out."""
    above: list[int] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
            block.level = min(len(above), 6)


def walk_node(node: Any, place: str) -> Walk:
    """The blocks below one node of a tree."""
    found = Walk(place)
    for child in _children(node):
        _visit(child, found, _Place())
    found.finish()
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in lists and quotes a node stands."""

    level: int = 0
    quote: bool = False
    depth: int = 0

    def below(self, *, level: int = 0, quote: bool = False) -> "_Place":
        return _Place(self.level + level, self.quote or quote, self.depth + 1)


def _children(node: Any) -> Iterator[Any]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _visit(node: Any, found: Walk, where: _Place) -> None:
    tag = str(node.tag)
    if tag == "-text":
        if found._open is None and node.text_content.strip(_BLANKS):
            found.begin(*_kind(where))
        found.say(node.text_content)
    elif tag in _SILENT or tag.startswith(("-", "!")):
        return
    elif where.depth > _MAX_DEPTH:
        raise refuse("nested-too-deep", found.place, expected=_MAX_DEPTH)
    elif tag == "br":
        found.line_end()
    elif (number := (node.attributes.get("data-line-number") or "").strip()).isdecimal():
        _numbered(node, number, found)
    else:
        _element(node, tag, found, where)


def _numbered(node: Any, number: str, found: Walk) -> None:
    """A printed number: mostly an empty element; what is written in it is the number again."""
    found.number(number)
    for shown in node.text(deep=True).split():
        found.left_out.append(LeftOut("margin-number", found.place, shown))


def _element(node: Any, tag: str, found: Walk, where: _Place) -> None:
    if tag in _HEADINGS:
        found.begin(BlockKind.HEADING, _HEADINGS[tag])
        _inside(node, found, where.below())
        found.end()
    elif tag in ("ul", "ol"):
        found.end()
        _list(node, tag, found, where)
    elif tag == "blockquote":
        found.end()
        _inside(node, found, where.below(quote=True))
        found.end()
    elif tag in _BLOCKS:
        # The paragraph of an item that has no words yet is the item.
        if found._open is not None and (found._open.flat or found._open.kind is not BlockKind.ITEM):
            found.end()
        _inside(node, found, where.below())
        if found._open is None or found._open.flat:
            found.end()
    elif tag in ("td", "th"):
        found.say(" ")
        _inside(node, found, where.below())
        found.say(" ")
    else:
        _inside(node, found, where.below())


def _inside(node: Any, found: Walk, where: _Place) -> None:
    for child in _children(node):
        _visit(child, found, where)


def _list(node: Any, tag: str, found: Walk, where: _Place) -> None:
    count = _whole(node.attributes.get("start"), 1)
    form = (node.attributes.get("type") or "1").strip()
    inner = where.below(level=1)
    for child in _children(node):
        if str(child.tag) != "li":
            _visit(child, found, inner)
            continue
        label = ""
        if tag == "ol":
            count = _whole(child.attributes.get("value"), count)
            label = f"{counted(count, form if form in ('a', 'A', 'i', 'I') else '1')}."
            label = label if LABEL.fullmatch(label) else ""
            count += 1
        found.generated += [label] * bool(label)
        found.begin(BlockKind.ITEM, min(inner.level, MAX_LEVEL), label)
        _inside(child, found, inner)
        found.end()


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.strip().isdecimal() and len(text) < 6 else otherwise


def _kind(where: _Place) -> tuple[BlockKind, int]:
    """What words are that begin outside of any block of their own."""
    if where.quote:
        return BlockKind.QUOTE, min(where.level, MAX_LEVEL)
    return BlockKind.PARAGRAPH, min(where.level, MAX_LEVEL)
