"""The blocks of a text as pandoc understood it: its tree of blocks and inlines, taken up into a draft.

    {"t": "Header", "c": [2, …, [{"t": "Str", "c": "Wohnen"}]]}     heading of level 2

Knows pandoc's tree, as its JSON has it since version 1.22; runs nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from libcorpus.model.document import BlockKind
from libcorpus.readers.composing import BREAK, SPLIT, STEP, Composer
from libcorpus.readers.counters import counted

_FORMS: Final = {
    "LowerAlpha": "a",
    "UpperAlpha": "A",
    "LowerRoman": "i",
    "UpperRoman": "I",
}
_AROUND: Final = {"OneParen": ("", ")"), "TwoParens": ("(", ")")}
_QUOTES: Final = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}
# Inlines whose content is their last part.
_NESTED: Final = frozenset(
    ["Emph", "Underline", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps", "Span", "Cite", "Link"]
)


@dataclass(frozen=True, slots=True)
class _Where:
    """What a block stands in: how deep in lists, whether in a quote, and the label of the item that begins."""

    level: int = 0
    quote: bool = False
    item: bool = False
    label: str = ""


@dataclass(slots=True)
class Tree:
    """Reads pandoc's blocks into the composer."""

    composer: Composer
    notes: list[tuple[str, list[Any]]] = field(default_factory=list)
    pictures: int = 0
    block: int = 0

    def read(self, blocks: list[Any]) -> None:
        """All blocks of a text, and its notes behind them."""
        self._blocks(blocks, _Where())
        for mark, inner in self.notes:  # a note in a note comes behind it
            self.composer.note(mark, SPLIT.join(self._flat(inner)), f"[^{mark}]")

    @property
    def _place(self) -> str:
        return f"¶{self.block}"

    def _blocks(self, blocks: list[Any], where: _Where) -> None:
        for block in blocks:
            self.block += 1
            before = len(self.composer.pieces)
            self._one(block.get("t", ""), block.get("c"), where)
            if where.item and len(self.composer.pieces) > before:
                where = _Where(where.level, where.quote)

    def _one(self, kind: str, content: Any, where: _Where) -> None:
        if kind in ("Para", "Plain"):
            self._paragraph(self._inlines(content), where)
        elif kind == "LineBlock":
            self._paragraph(SPLIT.join(self._inlines(line) for line in content), where)
        elif kind == "Header":
            self.composer.add(BlockKind.HEADING, self._inlines(content[2]), content[0], place=self._place)
        elif kind == "CodeBlock":
            self._paragraph(content[1].replace("\n", SPLIT), where)
        elif kind == "BlockQuote":
            self._blocks(content, _Where(where.level, True))
        elif kind == "BulletList":
            for item in content:
                self._blocks(item, _Where(where.level + 1, where.quote, True))
        elif kind == "OrderedList":
            self._ordered(content, where)
        elif kind == "DefinitionList":
            self._definitions(content, where)
        elif kind == "Table":
            self._table(content, where)
        elif kind in ("Div", "Figure"):
            self._blocks(content[-1], where)
            if kind == "Figure":
                self._blocks(content[1][1], where)
        elif kind == "RawBlock":
            self.composer.leave("other", content[1], self._place, f"{content[0]}, which says nothing in words")

    def _paragraph(self, words: str, where: _Where) -> None:
        kind = BlockKind.ITEM if where.item else BlockKind.QUOTE if where.quote else BlockKind.PARAGRAPH
        if words.strip():
            label = self.composer.generate(where.label) if where.label else ""
            self.composer.add(kind, words, STEP * where.level, label, self._place)

    def _ordered(self, content: Any, where: _Where) -> None:
        (start, style, around), items = content
        before, after = _AROUND.get(around["t"], ("", "."))
        for number, item in enumerate(items, start=start):
            label = f"{before}{counted(number, _FORMS.get(style['t'], 'decimal'))}{after}"
            self._blocks(item, _Where(where.level + 1, where.quote, True, label))

    def _definitions(self, content: Any, where: _Where) -> None:
        for term, descriptions in content:
            self._paragraph(self._inlines(term), where)
            for description in descriptions:
                self._blocks(description, _Where(where.level, where.quote))

    def _table(self, content: Any, where: _Where) -> None:
        _, caption, _, head, bodies, foot = content
        self._blocks(caption[1], where)
        rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
        table = [[cell for one in row[1] for cell in self._cell(one)] for row in rows]
        self.composer.table(table, self._place, STEP * where.level)

    def _cell(self, cell: Any) -> list[str]:
        return [SPLIT.join(self._flat(cell[4])), *[""] * (min(cell[3], 60) - 1)]

    def _flat(self, blocks: list[Any]) -> Iterator[str]:
        """The words of blocks one after the other, whatever they are."""
        for block in blocks:
            kind, content = block.get("t", ""), block.get("c")
            if kind in ("Para", "Plain"):
                yield self._inlines(content)
            elif kind == "Header":
                yield self._inlines(content[2])
            elif kind == "CodeBlock":
                yield content[1]
            elif kind == "LineBlock":
                yield from (self._inlines(line) for line in content)
            elif kind in ("BulletList", "OrderedList"):
                for item in content if kind == "BulletList" else content[1]:
                    yield from self._flat(item)
            elif kind == "BlockQuote":
                yield from self._flat(content)
            elif kind in ("Div", "Figure"):
                yield from self._flat(content[-1])
            elif content is not None and kind != "HorizontalRule":
                # Tables in cells and the like: their words, one after the other.
                yield " ".join(strings(content))

    def _inlines(self, inlines: list[Any]) -> str:
        return "".join(self._inline(one.get("t", ""), one.get("c")) for one in inlines)

    def _inline(self, kind: str, content: Any) -> str:
        if kind == "Str":
            return str(content)
        if kind in ("Space", "SoftBreak"):
            return " "
        if kind == "LineBreak":
            return BREAK
        if kind in _NESTED:
            return self._inlines(content if isinstance(content[0], dict) else content[1]) if content else ""
        if kind in ("Code", "Math"):
            return str(content[1]).replace("\n", " ")
        if kind == "Quoted":
            before, after = _QUOTES[content[0]["t"]]
            return self.composer.generate(before) + self._inlines(content[1]) + self.composer.generate(after)
        if kind == "Note":
            mark = str(len(self.notes) + 1)
            self.notes.append((mark, content))
            return self.composer.generate(f"[^{mark}]")
        if kind == "Image":
            self.pictures += 1
            self.composer.leave("markup", self._inlines(content[1]), self._place)
        if kind == "RawInline":
            self.composer.leave("other", content[1], self._place, f"{content[0]}, which says nothing in words")
        return ""


def strings(tree: Any) -> Iterator[str]:
    """Every string of text in a tree, whatever it stands in: to hold the draft against."""
    stack = [tree]
    while stack:
        one = stack.pop()
        if isinstance(one, list):
            stack.extend(reversed(one))
        elif isinstance(one, dict):
            kind, content = one.get("t"), one.get("c", [])
            if kind in ("Str", "MetaString"):
                yield str(content)
            elif kind in ("Code", "CodeBlock", "Math", "RawInline", "RawBlock"):
                yield str(content[1])
            elif kind in ("Cite", "Link", "Image", "Span"):
                stack.append(content[1])
            else:
                stack.append(content if "t" in one else list(one.values()))
