"""The blocks of a Markdown text: headings, lists in lists, quotes, tables, notes, breaks between sections.

    Wohnen          # Wohnen        headings, underlined or with hashes
    ======
    1. Erstens                      item "1."
       - Innen                      item of a list in it
    > Zitat                         quote
    | Jahr | Kurse |                table, with a row of dashes below its head
    [^1]: Siehe dort.               note

Blocks only: what stands in a line is the business of ``inline``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from libcorpus.model.document import BlockKind
from libcorpus.readers.composing import SPLIT, STEP, Composer
from libcorpus.readers.markdown.inline import inline

Lines = Sequence[tuple[int, str]]
"""Lines of the file with their numbers, from 1."""
_HEADING: Final = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)(.*)")
_CLOSING: Final = re.compile(r"[ \t]+#+[ \t]*$|^#+[ \t]*$")
_UNDERLINE: Final = re.compile(r" {0,3}(=+|-+)[ \t]*")
_RULE: Final = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})[^`]*")
_ITEM: Final = re.compile(
    r"( {0,3})([-*+•]|\d{1,3}(?:\.\d{1,3})*[.)]|[a-z][)]|\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)|#\.)"
    r"(?:([ \t]+)(?=\S)|[ \t]*$)"
)
_NOTE: Final = re.compile(r" {0,3}\[\^([^\]\[\s]{1,20})\]:[ \t]*(.*)")
_DEFINITION: Final = re.compile(
    r" {0,3}\[[^\]\[^][^\]\[]{0,200}\]:[ \t]*\S+(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^)]*\)))?[ \t]*"
)
_QUOTE: Final = re.compile(r" {0,3}(>) ?(.*)")
_DASHES: Final = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_TOC_LINE: Final = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+\[[^\[\]]{1,300}\]\(#[^()\s]{0,300}\)\s*")
_TOC_MARK: Final = re.compile(r"\s*(?:\[TOC\]|\[\[_TOC_\]\]|\{:toc\}|\{\{toc\}\})\s*", re.IGNORECASE)
_MONTH: Final = re.compile(
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)\b"
)
_PIPE: Final = re.compile(r"(\\.)|(\|)")
_DEEPEST: Final = 20


@dataclass(frozen=True, slots=True)
class Where:
    """What lines stand in: how deep in lists, whether in a quote, and the label of the item that begins with them."""

    level: int = 0
    quote: bool = False
    item: bool = False
    label: str = ""


@dataclass(slots=True)
class Blocks:
    """Reads lines into the composer, and the lines of items and quotes in the same way."""

    composer: Composer
    used: list[Where] = field(default_factory=list)

    def read(self, lines: Lines, where: Where = Where()) -> None:
        """All blocks of some lines that stand in the same item or quote."""
        index = 0
        while index < len(lines):
            if not lines[index][1].strip():
                index += 1
                continue
            before = len(self.composer.pieces)
            index = self._block(lines, index, where)
            if len(self.composer.pieces) > before:
                where = Where(where.level, where.quote)

    def _block(self, lines: Lines, index: int, where: Where) -> int:
        """Take up the block that begins at a line; returns the index behind it."""
        line = lines[index][1]
        if match := _HEADING.fullmatch(line):
            self._heading(lines[index], match)
            return index + 1
        if _RULE.fullmatch(line) or _TOC_MARK.fullmatch(line) or _DEFINITION.fullmatch(line):
            self._markup(lines[index], line)
            return index + 1
        for way in (self._fence, self._note, self._toc, self._table, self._quote, self._list):
            if (end := way(lines, index, where)) > index:
                return end
        return self._paragraph(lines, index, where)

    def _markup(self, line: tuple[int, str], text: str) -> None:
        self.composer.leave("markup", text, str(line[0]))

    def _inline(self, text: str, number: int) -> str:
        return inline(text, self.composer, str(number))

    def _heading(self, line: tuple[int, str], match: re.Match[str]) -> None:
        words = _CLOSING.sub("", match[2])
        self._markup(line, match[1] + match[2][len(words) :])
        self.composer.add(BlockKind.HEADING, self._inline(words, line[0]), len(match[1]), place=str(line[0]))

    def _fence(self, lines: Lines, index: int, where: Where) -> int:
        match = _FENCE.fullmatch(lines[index][1])
        if match is None:
            return index
        ends = (at for at in range(index + 1, len(lines)) if lines[at][1].strip().startswith(match[1]))
        end = next(ends, len(lines))
        for line in (lines[index], *lines[end : end + 1]):
            self._markup(line, line[1])
        text = SPLIT.join(line for _, line in lines[index + 1 : end])
        self._add(BlockKind.PARAGRAPH, text, lines[index][0], where)
        return end + 1

    def _note(self, lines: Lines, index: int, where: Where) -> int:
        match = _NOTE.fullmatch(lines[index][1])
        if match is None:
            return index
        end = index + 1
        while end < len(lines) and _goes_on_in_note(lines, end):
            end += 1
        text = "\n".join([match[2], *(line.strip() for _, line in lines[index + 1 : end])])
        number = lines[index][0]
        self._markup(lines[index], "[^]:")
        words = self._inline(re.sub("\n{2,}", "\n", text), number)
        if not self.composer.note(match[1], words, str(number), generated=False):
            self._markup(lines[index], match[1])
        return end

    def _toc(self, lines: Lines, index: int, where: Where) -> int:
        """A list of nothing but links to places in the text: three at least."""
        end = index
        while end < len(lines) and _TOC_LINE.fullmatch(lines[end][1]):
            end += 1
        if end - index < 3 or where.level:
            return index
        text = "\n".join(line for _, line in lines[index:end])
        self.composer.leave("toc", text, str(lines[index][0]), "table of contents")
        return end

    def _table(self, lines: Lines, index: int, where: Where) -> int:
        dashes = lines[index + 1][1] if index + 1 < len(lines) else ""
        if "|" not in lines[index][1] or "-" not in dashes or "|" not in dashes or not _DASHES.fullmatch(dashes):
            return index
        end = index + 2
        while end < len(lines) and "|" in lines[end][1]:
            end += 1
        self._markup(lines[index + 1], dashes)
        rows = [self._row(line) for line in (lines[index], *lines[index + 2 : end])]
        self.composer.table(rows, str(lines[index][0]), STEP * where.level)
        return end

    def _row(self, line: tuple[int, str]) -> list[str]:
        text = line[1].strip()
        cells, begin = [], 0
        for match in _PIPE.finditer(text):
            if match[2]:
                cells.append(text[begin : match.start()])
                begin = match.end()
        cells.append(text[begin:])
        self._markup(line, "|" * (len(cells) - 1))
        inner = cells[1 if not cells[0].strip() else 0 : -1 if not cells[-1].strip() and len(cells) > 1 else None]
        return [self._inline(cell.strip(), line[0]) for cell in inner]

    def _quote(self, lines: Lines, index: int, where: Where) -> int:
        if _QUOTE.fullmatch(lines[index][1]) is None or where.quote:
            return index
        inner: list[tuple[int, str]] = []
        while index < len(lines):
            match = _QUOTE.fullmatch(lines[index][1])
            if match is None and not (inner and inner[-1][1].strip() and _is_plain(lines[index][1])):
                break
            if match:
                self._markup(lines[index], ">")
            inner.append((lines[index][0], match[2] if match else lines[index][1]))
            index += 1
        self.read(inner, Where(where.level, True))
        return index

    def _list(self, lines: Lines, index: int, where: Where) -> int:
        """All items of a list, one after the other; returns where it ends."""
        first = _ITEM.match(lines[index][1])
        if first is None or _is_date(first, lines[index][1]) or where.level >= _DEEPEST:
            return index
        style, value = _style(first[2]), None
        while index < len(lines):
            match = _ITEM.match(lines[index][1])
            if match is None or _style(match[2]) != style or _RULE.fullmatch(lines[index][1]):
                break
            inner, end = _item(lines, index, match)
            value = _value(match[2]) if value is None else value + 1
            label = self._label(lines[index], match[2], value)
            own = Where(where.level + 1, where.quote, True, label)
            self.read(inner, own)
            if label and not any(one is own for one in self.used):
                self.composer.leave("other", label, str(lines[index][0]), "a list number without words of its own")
            index = end
        return index

    def _label(self, line: tuple[int, str], marker: str, value: int) -> str:
        """The label as a page shows it: a list whose items are all "1." counts on."""
        if marker in "-*+•":
            self.composer.leave("bullet", marker, str(line[0]))
            return ""
        own = _value(marker)
        if own == value or not value or "." in marker.strip("().") or not marker.strip("().").isdigit():
            return marker
        self._markup(line, marker)
        return self.composer.generate(marker.replace(str(own), str(value))) if own else ""

    def _paragraph(self, lines: Lines, index: int, where: Where) -> int:
        start = index
        while index < len(lines) and lines[index][1].strip():
            line = lines[index][1]
            if index > start and (underline := _UNDERLINE.fullmatch(line)) and not where.item:
                text = "\n".join(own.strip() for _, own in lines[start:index])
                self._markup(lines[index], line)
                level = 1 if underline[1][0] == "=" else 2
                self.composer.add(BlockKind.HEADING, self._inline(text, start), level, place=str(lines[start][0]))
                return index + 1
            if index > start and _interrupts(lines, index):
                break
            index += 1
        # Blanks at a line's end are a break, those at its start are none.
        text = "\n".join(own.lstrip() for _, own in lines[start:index]).rstrip()
        self._add(BlockKind.PARAGRAPH, self._inline(text, lines[start][0]), lines[start][0], where)
        return index

    def _add(self, kind: BlockKind, words: str, number: int, where: Where) -> None:
        if where.item:
            kind = BlockKind.ITEM
            self.used.append(where)
        elif where.quote:
            kind = BlockKind.QUOTE
        self.composer.add(kind, words, STEP * where.level, where.label, str(number))


def _item(lines: Lines, index: int, match: re.Match[str]) -> tuple[list[tuple[int, str]], int]:
    """The lines of an item without its marker and indent, and the index behind them."""
    number, line = lines[index]
    width = match.end() if match[3] and len(match[3]) < 5 else match.end(2) + 1
    inner = [(number, line[match.end() :] if match[3] else "")]
    index += 1
    while index < len(lines):
        own = lines[index][1]
        indent = len(own) - len(own.lstrip(" "))
        # What stands below a marker belongs to the item, even if it is a blank short.
        outside = own.strip() and indent < min(width, 2 if match[2] in "-*+•" else 3)
        if outside and (not inner[-1][1].strip() or not _is_plain(own)):
            break
        inner.append((lines[index][0], own[min(indent, width) :]))
        index += 1
    return inner, index


def _interrupts(lines: Lines, index: int) -> bool:
    """Whether a line ends the paragraph above it without a blank line between them."""
    line = lines[index][1]
    if any(one.fullmatch(line) for one in (_HEADING, _RULE, _FENCE, _QUOTE, _NOTE)):
        return True
    match = _ITEM.match(line)
    if match is None or not match[3] or _is_date(match, line):
        return False
    # "… im Jahr" | "2019. Und …" is a sentence that was wrapped.
    return match[2] in "-*+•" or _value(match[2]) == 1


def _is_plain(line: str) -> bool:
    """Whether a line can go on with a paragraph it is not indented to."""
    return bool(line.strip()) and not any(
        one.match(line) for one in (_HEADING, _ITEM, _RULE, _FENCE, _QUOTE, _NOTE, _DEFINITION)
    )


def _is_date(match: re.Match[str], line: str) -> bool:
    return match[2][-1] == "." and _MONTH.match(line, match.end()) is not None


def _style(marker: str) -> str:
    return re.sub(r"\d+(?:\.\d+)*|[a-z]+", "1", marker)


def _value(marker: str) -> int:
    core = marker.strip("().#").rpartition(".")[2]
    return int(core) if core.isdigit() else ord(core) - ord("a") + 1 if len(core) == 1 else 0


def _goes_on_in_note(lines: Lines, index: int) -> bool:
    line = lines[index][1]
    if not line.strip():
        return index + 1 < len(lines) and lines[index + 1][1].startswith("    ")
    return line.startswith("    ") or (bool(lines[index - 1][1].strip()) and _is_plain(line))
