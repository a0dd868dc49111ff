"""The blocks of a page: headings, paragraphs, lists in lists with their numbers, quotes, tables, footnotes.

    <ol type="a" start="3"><li>Mieten</li></ol>     item "c."
    Wir<br>alle                                     two paragraphs, and told
    <table>                                         table, a row a sentence; one for layout is a frame around blocks

Everything is taken up or left out with a kind. Knows the tree of a page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from libcorpus.model.document import BlockKind
from libcorpus.readers.composing import BREAK, SPLIT, STEP, Composer
from libcorpus.readers.counters import counted
from libcorpus.readers.html.main_text import MACHINE, furniture, hidden, mostly_links
from libcorpus.readers.html.notes import Notes
from libcorpus.readers.html.tables import grid
from libcorpus.readers.html.tree import Node

HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_INLINE: Final = frozenset(
    """a abbr acronym b bdi bdo big cite code data dfn em font i kbd label mark meter nobr output progress q rb rp rt
    ruby s samp small span strike strong sub sup time tt u var wbr ins del center input img picture source audio video
    map area canvas""".split()
)
_PICTURES: Final = frozenset(["img", "svg", "video", "audio", "canvas", "object", "embed"])
_REASONS: Final = {"navigation": "", "script": "", "style": "", "hidden": "hidden text", "tracked": "tracked change"}
_FORMS: Final = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "lower-roman": "i", "upper-roman": "I"}
_MOST: Final = 100_000


@dataclass(frozen=True, slots=True)
class _Where:
    """What a block stands in: how deep in lists, whether in a quote, and the label of the item that begins."""

    level: int = 0
    quote: bool = False
    item: bool = False
    label: str = ""


@dataclass(slots=True)
class Blocks:
    """Reads a page into the composer. Inline text gathers until a block begins or ends.

    ``said``: the page itself says where its text is, so nothing in it is guessed to be a menu.
    """

    composer: Composer
    notes: Notes
    tracked: str = ""
    said: bool = True
    pictures: int = 0
    guessed: bool = False
    _text: list[str] = field(default_factory=list)
    _where: _Where = field(default_factory=_Where)
    _found: list[tuple[str, Node]] = field(default_factory=list)

    def read(self, root: Node) -> None:
        """All blocks of the main text, and the notes behind them."""
        self._inside(root, _Where())
        self._flush()
        for mark, node in self._found:
            self._text = []
            self._gather(node)
            self.composer.note(mark, "".join(self._text), f"[^{mark}]", generated=True)
        self._text = []

    def outside(self, node: Node) -> None:
        """Leave out an element that stands outside of the main text, but for the notes in it."""
        notes = [one for one in node.walk() if id(one) in self.notes.bodies]
        if not notes:
            self.leave(node, MACHINE.get(node.tag) or ("metadata" if node.tag == "head" else "navigation"))
            return
        for one in node.children:
            if isinstance(one, str):
                self.composer.leave("navigation", one)
            elif id(one) in self.notes.bodies:
                self._found.append((self.notes.bodies[id(one)], one))
            else:
                self.outside(one)

    def leave(self, node: Node, kind: str) -> None:
        """Leave an element out, whole."""
        self.composer.leave(kind, " ".join(node.texts()), f"<{node.tag}>", _REASONS.get(kind, ""))

    def _inside(self, node: Node, where: _Where) -> None:
        for one in node.children:
            if isinstance(one, str):
                self._put(one, where)
            else:
                self._element(one, where)

    @property
    def _begun(self) -> bool:
        """Whether words are gathered that no block has yet."""
        return any(text.strip() for text in self._text)

    def _put(self, text: str, where: _Where) -> None:
        if not self._begun:
            # Line ends between elements are no words yet.
            self._text.clear()
            self._where = where
        # What looks like a line's end in the file is a blank on the page.
        self._text.append(text if text in (BREAK, SPLIT) else text.replace(BREAK, " "))

    def _flush(self) -> None:
        text, where = "".join(self._text), self._where
        self._text = []
        if text.strip():
            kind = BlockKind.ITEM if where.item else BlockKind.QUOTE if where.quote else BlockKind.PARAGRAPH
            label = self.composer.generate(where.label) if where.label else ""
            self.composer.add(kind, text, STEP * where.level, label)

    def _left_out(self, node: Node) -> bool:
        """Leave out what is no part of the text; whether it was left out."""
        kind = self._kind_of(node)
        if kind:
            self.leave(node, kind)
        return bool(kind)

    def _kind_of(self, node: Node) -> str:
        if node.tag in MACHINE:
            return MACHINE[node.tag]
        if hidden(node):
            return "hidden"
        if node.tag == ("del" if self.tracked == "accept" else "ins") and self.tracked:
            return "tracked"
        if furniture(node):
            self.guessed = self.guessed or node.tag not in ("nav", "aside", "header", "footer", "button")
            return "navigation"
        return ""

    def _element(self, node: Node, where: _Where) -> None:
        self.pictures += node.tag in _PICTURES
        if id(node) in self.notes.bodies:
            self._flush()
            self._found.append((self.notes.bodies[id(node)], node))
        elif self._left_out(node):
            return
        elif node.tag == "br":
            self._put(BREAK, self._where if self._begun else where)
        elif id(node) in self.notes.marks:
            self._mark(node, where)
        elif node.tag in _INLINE:
            self._inside(node, self._where if self._begun else where)
        else:
            self._flush()
            self._block(node, where)
            self._flush()

    def _mark(self, node: Node, where: _Where) -> None:
        mark = self.notes.marks[id(node)]
        self.composer.leave("markup", node.text)
        self._put(self.composer.generate(f"[^{mark}]"), where)

    def _block(self, node: Node, where: _Where) -> None:
        if node.tag in HEADINGS or node.attributes.get("role") == "heading":
            self._heading(node)
        elif node.tag in ("ul", "ol", "menu"):
            self._list(node, where)
        elif node.tag == "table":
            self._table(node, where)
        elif node.tag == "blockquote":
            self._inside(node, _Where(where.level, True))
        elif node.tag == "pre":
            for index, line in enumerate(node.text.split("\n")):
                self._put(SPLIT if index else "", where)
                self._put(line, where)
        elif self._is_menu(node, where):
            return
        else:
            self._inside(node, where)

    def _is_menu(self, node: Node, where: _Where) -> bool:
        """Leave out a menu that nobody called one, where the page does not say what its text is; kept, as a guess."""
        if self.said or where.level or not mostly_links(node):
            return False
        self.guessed = True
        self.composer.leave("other", " ".join(node.texts()), f"<{node.tag}>", "taken for a menu; that is a guess")
        return True

    def _heading(self, node: Node) -> None:
        level = node.attributes.get("aria-level", "")
        self._gather(node)
        text, self._text = "".join(self._text), []
        self.composer.add(BlockKind.HEADING, text, HEADINGS.get(node.tag, int(level) if level.isdigit() else 2))

    def _gather(self, node: Node) -> None:
        """The text of an element as one paragraph, whatever blocks stand in it."""
        for one in node.children:
            if isinstance(one, str):
                self._put(one, _Where())
            elif id(one) in self.notes.backs:
                self.composer.leave("markup", one.text)
            elif id(one) in self.notes.marks:
                self._mark(one, _Where())
            elif not self._left_out(one):
                self.pictures += one.tag in _PICTURES
                self._put(BREAK if one.tag == "br" else "" if one.tag in _INLINE else SPLIT, _Where())
                self._gather(one)
                self._put("" if one.tag in _INLINE or one.tag == "br" else SPLIT, _Where())

    def _list(self, node: Node, where: _Where) -> None:
        if self._is_menu(node, where):
            return
        labels = _labels(node)
        inner = where.level + 1
        for one in node.children:
            if isinstance(one, str):
                self._put(one, _Where(inner, where.quote))
            elif one.tag == "li" and id(one) not in self.notes.bodies and not self._left_out(one):
                self._item(one, _Where(inner, where.quote, True, next(labels, "")))
            elif one.tag != "li" or id(one) in self.notes.bodies:
                # Lists that stand right in lists, as some editors write them, are lists of the item above.
                self._element(one, _Where(inner if one.tag in ("ul", "ol") else where.level, where.quote))
        self._flush()

    def _item(self, node: Node, where: _Where) -> None:
        """The first words of an item carry its label; whatever follows in it stands at its level."""
        before = len(self.composer.pieces)
        first = _Where(where.level, where.quote, True, where.label)
        after = _Where(where.level, where.quote)
        for one in node.children:
            begun = len(self.composer.pieces) > before or self._begun
            if isinstance(one, str):
                self._put(one, first if not begun else self._where if self._begun else after)
            else:
                nested = one.tag in ("ul", "ol") and not begun
                self._element(one, after if begun or nested else first)
        self._flush()

    def _table(self, node: Node, where: _Where) -> None:
        rows = grid(node)
        if all(sum(cell is not None for cell in row) <= 1 for row in rows) or _is_frame(rows):
            self._inside(node, where)
            return
        for one in node.elements():
            if one.tag == "caption":
                self._element(one, where)
        self._flush()
        self.composer.table([[self._cell(cell) for cell in row] for row in rows], depth=STEP * where.level)

    def _cell(self, cell: Node | None) -> str:
        if cell is None:
            return ""
        self._text = []
        self._gather(cell)
        text, self._text = "".join(self._text), []
        return text


def _is_frame(rows: list[list[Node | None]]) -> bool:
    """Whether a table is there for layout: its cells hold headings, or many paragraphs."""
    cells = [cell for row in rows for cell in row if cell is not None]
    return any(one.tag in HEADINGS for cell in cells for one in cell.walk())


def _labels(node: Node) -> Iterator[str]:
    """The labels of the items of a list, one after the other; empty ones for bullets."""
    items = [one for one in node.elements() if one.tag == "li"]
    if node.tag != "ol":
        yield from ("" for _ in items)
        return
    down = "reversed" in node.attributes
    form = node.attributes.get("type") or _form(node.attributes.get("style", ""))
    value = _number(node.attributes.get("start"), len(items) if down else 1)
    for item in items:
        value = _number(item.attributes.get("value"), value)
        yield "" if form == "none" else f"{counted(value, form)}."
        value += -1 if down else 1


def _form(style: str) -> str:
    return next((form for name, form in _FORMS.items() if name in style), "none" if "none" in style else "decimal")


def _number(text: str | None, default: int) -> int:
    try:
        return max(min(int(text), _MOST), -_MOST) if text else default
    except ValueError:
        return default
