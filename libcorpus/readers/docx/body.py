"""The blocks of a Word file: paragraphs, headings, items with their labels, tables, text boxes.

    <w:p> style "heading 2"              heading
    <w:p> list 4, level 1                item "b)"
    <w:tbl>                              table, a row a sentence; one of a single column is a frame around blocks
    <w:p> whose end was deleted          goes on in the next one

Knows the body of a file and of its text boxes; what a paragraph says is the business of ``inline``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from libcorpus.model.document import BlockKind
from libcorpus.model.problems import Problem
from libcorpus.readers.channels import REASONS, Line
from libcorpus.readers.composing import SPLIT, STEP, Composer
from libcorpus.readers.docx.inline import Inline
from libcorpus.readers.docx.labels import Numbering, Printed
from libcorpus.readers.docx.styles import Style, Styles, with_direct
from libcorpus.readers.zipped import Element, attribute, child, tag_of

_CONTAINERS = frozenset(
    ["sdt", "sdtContent", "customXml", "ins", "moveTo", "del", "moveFrom", "AlternateContent", "Choice"]
)


@dataclass(slots=True)
class Body:
    """Reads blocks in order into the composer."""

    styles: Styles
    numbering: Numbering
    inline: Inline
    composer: Composer
    carried: str = ""
    paragraph: int = 0
    outline: int = 0
    listed: list[int] = field(default_factory=list)

    @property
    def place(self) -> str:
        """Where the reading stands: the paragraph, counted from 1."""
        return f"¶{self.paragraph}"

    def read(self, element: Element) -> None:
        """All blocks of a body, a text box, or a cell that is a frame."""
        self._inside(element)
        if self.carried:
            self.composer.add(BlockKind.PARAGRAPH, self.carried, place=self.place)
            self.carried = ""

    def note_line(self, own: Element) -> str:
        """The words of a paragraph in a note."""
        return self._line(own)[1].words

    def _inside(self, element: Element) -> None:
        for own in element:
            name = tag_of(own)
            if name == "p":
                self._paragraph(own)
            elif name == "tbl":
                self._table(own)
            elif name in _CONTAINERS:
                self._container(own, name)

    def _container(self, own: Element, name: str) -> None:
        toc, drop = _is_toc(own), self.inline.drops(name)
        self.inline.toc += toc
        self.inline.dropped += drop
        self._inside(own)
        self.inline.toc -= toc
        self.inline.dropped -= drop

    def _paragraph(self, own: Element) -> None:
        style, line = self._line(own)
        words, self.carried = self.carried + line.words, ""
        if self._runs_on(own):
            self.carried = words
        elif words.strip() or style.number:
            self._add(style, words, line)
        for box in line.boxes:
            self.read(box)

    def _line(self, own: Element) -> tuple[Style, Line]:
        """The style and text of a paragraph; what is no part of the words is left out at once."""
        self.paragraph += 1
        properties = self._properties(own)
        style = with_direct(self.styles.get(attribute(child(properties, "pStyle"), "val")), properties)
        line = self.inline.line(own, style)
        for channel, text in line.left():
            self.composer.leave(channel, text, self.place, REASONS[channel])
        return style, line

    def _properties(self, own: Element) -> Element | None:
        """The properties of a paragraph: as they are, or as they were before a tracked change of them."""
        properties = child(own, "pPr")
        before = child(properties, "pPrChange", "pPr")
        return before if before is not None and self.inline.tracked == "reject" else properties

    def _runs_on(self, own: Element) -> bool:
        """Whether the end of a paragraph is not there in the text that was asked for."""
        mark = child(own, "pPr", "rPr")
        names = {tag_of(change) for change in mark} if mark is not None else set()
        return any(self.inline.drops(name) for name in names & {"ins", "del", "moveFrom", "moveTo"})

    def _add(self, style: Style, words: str, line: Line) -> None:
        printed = self._printed(style, words, line)
        if style.title:
            self.composer.add(BlockKind.HEADING, words, 1, place=self.place, title=True)
        elif style.outline:
            self.outline, self.listed = style.outline, []
            self.composer.add(BlockKind.HEADING, words, style.outline, printed.label, self.place)
        elif printed.label or printed.bullet:
            depth = self._depth(style, printed)
            self.listed = [one for one in self.listed if one < depth] + [depth]
            self.composer.add(BlockKind.ITEM, words, depth, printed.label, self.place)
        elif style.quote:
            self.composer.add(BlockKind.QUOTE, words, place=self.place)
        elif line.looks_like_heading(words):
            self.listed = []
            self.composer.remarks.append(Problem.of("heading-guessed", self.composer.at(self.place), words.strip()))
            self.composer.add(BlockKind.HEADING, words, self.outline + 1, place=self.place)
        else:
            left = (style.left if style.left is not None else printed.left) or 0
            inside = left if self.listed and left >= self.listed[0] else 0
            self.listed = self.listed if inside else []
            self.composer.add(BlockKind.PARAGRAPH, words, inside, place=self.place)

    def _printed(self, style: Style, words: str, line: Line) -> Printed:
        """What the list of a paragraph prints in front of it. What is left out altogether counts nothing."""
        unseen = not words.strip() and any(True for _ in line.left())
        found = None if unseen or style.number in ("", "0") else self.numbering.next(style.number, style.level)
        if found is None:
            return Printed("", False, None)
        label = " ".join(found.label.split())
        return Printed(self.composer.generate(label) if label else "", found.bullet, found.left)

    @staticmethod
    def _depth(style: Style, printed: Printed) -> int:
        """How far in an item stands: by its indent, which is at least one; by its level where none is named."""
        left = style.left if style.left is not None else printed.left
        return max(left if left is not None else STEP * (style.level + 1), 1)

    def _table(self, own: Element) -> None:
        rows = list(_below(own, "tr"))
        if all(len(list(_below(row, "tc"))) <= 1 for row in rows):
            for row in rows:
                for cell in _below(row, "tc"):
                    self.read(cell)
            return
        self.listed = []
        table = [cells for row in rows if any(cells := self._row(row))]
        self.composer.table(table, self.place)

    def _row(self, row: Element) -> list[str]:
        properties = child(row, "trPr")
        drop = any(self.inline.drops(tag_of(change)) for change in (properties if properties is not None else ()))
        self.inline.dropped += drop
        cells: list[str] = []
        for cell in _below(row, "tc"):
            cells.append(SPLIT.join(self._cell(cell)))
            span = attribute(child(cell, "tcPr", "gridSpan"), "val")
            cells += [""] * min(int(span) - 1 if span.isdigit() else 0, 60)
        self.inline.dropped -= drop
        return cells

    def _cell(self, cell: Element) -> Iterator[str]:
        """The paragraphs of a cell with their labels, those of tables in it too."""
        for own in _paragraphs(cell):
            style, line = self._line(own)
            printed = self._printed(style, line.words, line)
            yield f"{printed.label} {line.words}".strip()
            for box in line.boxes:
                yield from self._cell(box)


def _is_toc(own: Element) -> bool:
    gallery = child(own, "sdtPr", "docPartObj", "docPartGallery")
    return "table of contents" in attribute(gallery, "val").lower()


def _below(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table, the cells of a row: also those inside of a content control."""
    for own in element:
        if tag_of(own) == name:
            yield own
        elif tag_of(own) in _CONTAINERS:
            yield from _below(own, name)


def _paragraphs(element: Element) -> Iterator[Element]:
    """Paragraphs in order, those of nested tables too; text boxes hang on their paragraph."""
    for own in element:
        if tag_of(own) == "p":
            yield own
        elif tag_of(own) in _CONTAINERS or tag_of(own) in ("tbl", "tr", "tc"):
            yield from _paragraphs(own)
