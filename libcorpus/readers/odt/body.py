"""The blocks of an ODT file: paragraphs, headings, lists in lists with their labels, tables, text boxes.

    <text:h text:outline-level="2">          heading
    <text:list><text:list-item><text:p>      item "b)"; a further paragraph of it stands at its level
    <table:table>                            table, a row a sentence; one of a single column is a frame around blocks

Knows the body of a file; what a paragraph says is the business of ``inline``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from libcorpus.model.document import BlockKind
from libcorpus.model.problems import Problem
from libcorpus.readers.channels import REASONS, Line
from libcorpus.readers.composing import SPLIT, STEP, Composer
from libcorpus.readers.odt.inline import INDEXES, SKIPPED, Inline
from libcorpus.readers.odt.styles import Counting, Style, Styles
from libcorpus.readers.zipped import Element, attribute, tag_of

_MOST_REPEATS = 60


@dataclass(frozen=True, slots=True)
class _InList:
    """Where a paragraph stands in lists: how deep, in which style, and the label that waits for its first words."""

    level: int = 0
    style: str = ""
    label: str | None = None


@dataclass(slots=True)
class Body:
    """Reads blocks in order into the composer."""

    styles: Styles
    inline: Inline
    composer: Composer
    counting: Counting = field(default_factory=Counting)
    carried: str = ""
    paragraph: int = 0
    outline: int = 0

    @property
    def place(self) -> str:
        """Where the reading stands: the paragraph, counted from 1."""
        return f"¶{self.paragraph}"

    def read(self, element: Element, where: _InList = _InList()) -> None:
        """All blocks of a body, a section, a text box, or a cell that is a frame."""
        for own in element:
            self._block(own, where)

    def flush(self) -> None:
        """The text ends: what waited for a paragraph to go on is one."""
        if self.carried:
            self.composer.add(BlockKind.PARAGRAPH, self.carried, place=self.place)
            self.carried = ""

    def note_line(self, own: Element) -> str:
        """The words of a paragraph in a note."""
        return self._line(own)[1].words

    def _block(self, own: Element, where: _InList) -> None:
        name = tag_of(own)
        if name in ("p", "h"):
            self._paragraph(own, where)
        elif name == "list":
            self._list(own, where)
        elif name == "table":
            self._table(own, where)
        elif name in ("change-start", "change-end", "change"):
            self._change(own)
        elif name in INDEXES:
            self.inline.toc += 1
            self.read(own, where)
            self.inline.toc -= 1
        elif name == "text-box" or name not in SKIPPED:
            self.read(own, where)

    def _change(self, own: Element) -> None:
        """A tracked change between paragraphs."""
        line = Line()
        self.inline.change(own, line, Style())
        for channel, text in line.left():
            self.composer.leave(channel, text, self.place, REASONS[channel])
        if line.words.strip():
            self.composer.add(BlockKind.PARAGRAPH, line.words, place=self.place)

    def _paragraph(self, own: Element, where: _InList) -> None:
        style, line = self._line(own)
        words, self.carried = self.carried + line.words, ""
        if self.inline.dropping:
            # The end of the paragraph was inserted too, and that was refused: it goes on in the next one.
            self.carried = words
        elif words.strip():
            self._add(own, style, words, line, where)
        for box in line.boxes:
            self.read(box)

    def _line(self, own: Element) -> tuple[Style, Line]:
        """The style and text of a paragraph; what is no part of the words is left out at once."""
        self.paragraph += 1
        style = self.styles.get(attribute(own, "style-name"))
        line = self.inline.line(own, style)
        for channel, text in line.left():
            self.composer.leave(channel, text, self.place, REASONS[channel])
        return style, line

    def _add(self, own: Element, style: Style, words: str, line: Line, where: _InList) -> None:
        level = attribute(own, "outline-level")
        outline = int(level) if level.isdigit() and tag_of(own) == "h" else style.outline
        if style.title:
            self.composer.add(BlockKind.HEADING, words, 1, place=self.place, title=True)
        elif tag_of(own) == "h" or outline:
            self._heading(words, max(outline, 1), where)
        elif where.level and where.label is not None:
            self.composer.add(BlockKind.ITEM, words, STEP * where.level, self._generated(where.label), self.place)
        elif style.quote:
            self.composer.add(BlockKind.QUOTE, words, STEP * where.level, place=self.place)
        elif not where.level and line.looks_like_heading(words):
            self.composer.remarks.append(Problem.of("heading-guessed", self.composer.at(self.place), words.strip()))
            self.composer.add(BlockKind.HEADING, words, self.outline + 1, place=self.place)
        else:
            self.composer.add(BlockKind.PARAGRAPH, words, STEP * where.level, place=self.place)

    def _heading(self, words: str, outline: int, where: _InList) -> None:
        self.outline = outline
        label = self._generated(where.label or "")
        if self.styles.outline and not where.level:
            label = self._generated(self.counting.label("", self.styles.outline, outline, None))
        self.composer.add(BlockKind.HEADING, words, outline, label, self.place)

    def _list(self, own: Element, where: _InList) -> None:
        style = attribute(own, "style-name") or where.style
        level = where.level + 1
        if attribute(own, "continue-numbering") != "true" and not attribute(own, "continue-list"):
            self.counting.begin(style, level)
        for item in own:
            if tag_of(item) == "list-item":
                self._item(item, _InList(level, style))
            else:
                self._block_of_list(item, _InList(level, style))

    def _block_of_list(self, item: Element, where: _InList) -> None:
        """The header of a list has no label, and belongs to it."""
        if tag_of(item) == "list-header":
            self.read(item, where)
        else:
            self._block(item, where)

    def _item(self, item: Element, where: _InList) -> None:
        first = True
        restart = attribute(item, "start-value")
        for own in item:
            if tag_of(own) in ("p", "h") and first and self._has_words(own):
                label = self._label(where, restart)
                self._block(own, _InList(where.level, where.style, label))
                first = False
            else:
                self._block(own, where)

    def _has_words(self, own: Element) -> bool:
        return bool("".join(own.itertext()).strip()) and not self.inline.toc and not self.inline.dropping

    def _generated(self, label: str) -> str:
        return self.composer.generate(label) if label else ""

    def _table(self, own: Element, where: _InList) -> None:
        rows = list(_below(own, "table-row"))
        for stray in _strays(own):
            self._block(stray, where)
        cells = [list(_below(row, "table-cell")) for row in rows]
        if all(len(row) <= 1 for row in cells):
            for row in cells:
                for cell in row:
                    self.read(cell)
            return
        table = [self._row(row) for row in rows]
        width = max((index + 1 for row in table for index, words in enumerate(row) if words.strip()), default=0)
        # A sheet may claim hundreds of empty columns to the right.
        self.composer.table([(row + [""] * width)[:width] for row in table], self.place, STEP * where.level)

    def _row(self, row: Element) -> list[str]:
        made: list[str] = []
        for cell in row:
            if tag_of(cell) not in ("table-cell", "covered-table-cell"):
                continue
            words = SPLIT.join(self._cell(cell))
            repeated = attribute(cell, "number-columns-repeated")
            made.append(words)
            if repeated.isdigit() and not words.strip():
                made += [""] * min(int(repeated) - 1, _MOST_REPEATS)
        return made

    def _cell(self, cell: Element, where: _InList = _InList()) -> Iterator[str]:
        """The paragraphs of a cell, those of lists and tables in it too, with the labels of items."""
        for own in cell:
            name = tag_of(own)
            if name in ("p", "h"):
                _, line = self._line(own)
                yield line.words
                for box in line.boxes:
                    yield from self._cell(box)
            elif name == "list":
                inner = _InList(where.level + 1, attribute(own, "style-name") or where.style)
                self.counting.begin(inner.style, inner.level)
                yield from self._cell(own, inner)
            elif name == "list-item" and self._has_words(own):
                label = self._label(where, attribute(own, "start-value"))
                words = list(self._cell(own, where))
                yield from [f"{self._generated(label)} {one}".strip() for one in words[:1]]
                yield from words[1:]
            elif name not in SKIPPED:
                yield from self._cell(own, where)

    def _label(self, where: _InList, restart: str) -> str:
        """The label of the next item of a list."""
        levels = self.styles.lists.get(where.style, {})
        number = int(restart) if restart.isdigit() else None
        return self.counting.label(where.style, levels, where.level, number)


def _strays(element: Element) -> Iterator[Element]:
    """What stands in a table and in no cell of it: no format has that, and some files do."""
    for own in element:
        if not tag_of(own).startswith("table-"):
            yield own
        elif tag_of(own) not in ("table-cell", "covered-table-cell"):
            yield from _strays(own)


def _below(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table, the cells of a row: those in groups and header rows too, not those of tables in it."""
    for own in element:
        if tag_of(own) == name:
            yield own
        elif tag_of(own).startswith("table-") and tag_of(own) not in ("table-cell", "table-row"):
            yield from _below(own, name)
