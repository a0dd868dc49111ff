"""The blocks of an AsciiDoc text: headings, lists, statutes' paragraphs with their labels, tables, quotes.

    == § 1 Name                       heading of level 1: the title above it has level 0
    (1):: Die Partei trägt …          item "(1)"
    (a)::: im Land                    item "(a)" of a list in it
    . Erstens   .. Innen              items "1." and "a."
    |===                              table
    // so nicht                       a comment, left out
    include::anhang.adoc[]            not read, and told

Knows what programmes and statutes use; any other line is a line of a paragraph. Words in a line are for ``inline``.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from libcorpus.model.document import LABEL, BlockKind
from libcorpus.model.problems import Problem
from libcorpus.readers.asciidoc.inline import Inline
from libcorpus.readers.composing import SPLIT, STEP, Composer
from libcorpus.readers.counters import counted

_HEADING: Final = re.compile(r"(={1,6}|#{1,6})[ \t]+(\S.*?)(?:[ \t]+(\1))?[ \t]*")
_ATTRIBUTE: Final = re.compile(r":(!?[\w-]{1,60}!?):(?:[ \t]+(.*))?")
_BULLET: Final = re.compile(r"[ \t]*(\*{1,5}|-)[ \t]+(?=\S)")
_NUMBER: Final = re.compile(r"[ \t]*(\.{1,5})[ \t]+(?=\S)")
_EXPLICIT: Final = re.compile(r"[ \t]*(\d{1,3}\.|[a-zA-Z]\.|[ivx]{1,5}\))[ \t]+(?=\S)")
_TERM: Final = re.compile(r"[ \t]*(\S[^\n]{0,300}?)(:{2,4}|;;)(?:[ \t]+(.*)|[ \t]*)")
_BLOCK_ATTRIBUTES: Final = re.compile(r"\[(?!\[)[^\[\]]{0,300}\]|\[\[[^\[\]]{1,200}\]\]")
_TITLE: Final = re.compile(r"\.(?![.\s])(\S.*)")
_DELIMITERS: Final = re.compile(r"={4,}|-{4,}|\.{4,}|\*{4,}|_{4,}|\+{4,}|--|/{4,}|\|===|,===|:===|!===")
_COMMENT: Final = re.compile(r"//(?!/)(.*)")
_INCLUDE: Final = re.compile(r"include::.*\[.*\]")
_DIRECTIVE: Final = re.compile(
    r"(?:ifdef|ifndef|ifeval|endif)::.*\[.*\]|(?:toc|image|video|audio)::.*\[.*\]|'{3,}|<{3,}"
)
_CELL: Final = re.compile(r"(?:(?:\d+(?:\.\d+)?|\.\d+)[+*])?[<^>]?(?:\.[<^>])?[adehlmsv]?(?<!\\)\|")
_FORMS: Final = ("decimal", "a", "i", "A", "I")
_STYLES: Final = {"arabic": "decimal", "loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I"}


@dataclass(slots=True)
class Blocks:
    """Reads the lines of a file, one after the other, into the composer."""

    composer: Composer
    inline: Inline
    attributes: dict[str, str]
    styles: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    pending: list[str] = field(default_factory=list)
    first: int = 1
    kind: BlockKind = BlockKind.PARAGRAPH
    label: str = ""
    quote: bool = False
    continued: bool = False
    start: int = 0
    form: str = ""
    forms: dict[str, str] = field(default_factory=dict)

    def read(self, lines: list[str]) -> None:
        """All blocks of a file."""
        index = 0
        while index < len(lines):
            index = self._line(lines, index)
        self._flush()

    def _line(self, lines: list[str], index: int) -> int:
        """Take up a line, or the lines between two delimiters; returns the index behind them."""
        line = lines[index]
        number = index + 1
        if not line.strip():
            self._flush()
            return index + 1
        if _DELIMITERS.fullmatch(line.strip()):
            return self._delimited(lines, index)
        if self.pending and _BLOCK_ATTRIBUTES.fullmatch(line.strip()) and _begins_list(lines, index + 1):
            self._flush()
            self.continued = True
        if self._aside(line.strip(), number):
            return index + 1
        if match := _HEADING.fullmatch(line):
            self._heading(match, number)
        elif line.strip() == "+":
            self._flush()
            self.continued = True
            self._markup("+", number)
        elif not self._item(line, number):
            self._more(line, number)
        return index + 1

    def _markup(self, text: str, number: int) -> None:
        self.composer.leave("markup", text, str(number))

    def _aside(self, line: str, number: int) -> bool:
        """Take up a line that is no text; whether it was one."""
        if match := _COMMENT.fullmatch(line):
            self.composer.leave("comment" if match[1].strip() else "markup", line, str(number), "comment")
        elif _INCLUDE.fullmatch(line):
            self.composer.leave("other", line, str(number), "takes in another file, which is not read")
            self.composer.remarks.append(Problem.of("include-ignored", self.composer.at(str(number)), line))
        elif (match := _ATTRIBUTE.fullmatch(line)) and not self.pending:
            self.attributes[match[1].strip("!")] = (match[2] or "").strip()
            self.composer.leave("metadata", line, str(number))
        elif _DIRECTIVE.fullmatch(line):
            self.inline.pictures += line.startswith("image")
            self._flush()
            self._markup(line, number)
        elif _BLOCK_ATTRIBUTES.fullmatch(line) and not self.pending:
            self._block_attributes(line, number)
        elif (match := _TITLE.fullmatch(line)) and not self.pending and not _NUMBER.match(line):
            # The title of a table or a block stands above it.
            self._markup(".", number)
            self.composer.add(BlockKind.PARAGRAPH, self.inline.words(match[1], str(number)), place=str(number))
        else:
            return False
        return True

    def _block_attributes(self, line: str, number: int) -> None:
        inside = line.strip("[]")
        self.quote = inside.split(",")[0].strip() in ("quote", "verse")
        self.form = next((_STYLES[word] for word in re.split(r"[,.\s]+", inside) if word in _STYLES), "")
        if match := re.search(r"\bstart\s*=\s*\"?(\d{1,3})", inside):
            self.start = int(match[1])
        self._markup(line, number)

    def _heading(self, match: re.Match[str], number: int) -> None:
        self._flush()
        self._end_lists()
        depth = len(match[1])
        self._markup(match[1] + (match[3] or ""), number)
        self.composer.add(BlockKind.HEADING, self.inline.words(match[2], str(number)), depth, place=str(number))

    def _end_lists(self) -> None:
        self.styles.clear()
        self.counts.clear()
        self.continued = False

    def _item(self, line: str, number: int) -> bool:
        """Begin an item if the line does; whether it did."""
        for pattern in (_BULLET, _NUMBER, _EXPLICIT):
            if (match := pattern.match(line)) and not (pattern is _EXPLICIT and self._is_sentence(match)):
                self._begin(match[1], number)
                self.label = self._label(match[1], number)
                self.pending = [line[match.end() :]]
                return True
        match = _TERM.fullmatch(line)
        if match is None or (self.pending and self.kind is not BlockKind.ITEM):
            return False
        self._begin(match[2], number)
        self._markup(match[2], number)
        self._term(match[1], match[3] or "", number)
        return True

    def _is_sentence(self, match: re.Match[str]) -> bool:
        """Whether "1. Januar" goes on with a paragraph rather than begins an item."""
        return bool(self.pending) and self.kind is BlockKind.PARAGRAPH and match[1] not in ("1.", "a.", "A.", "i)")

    def _begin(self, style: str, number: int) -> None:
        self._flush()
        style = re.sub(r"\d+\.|[a-zA-Z]\.|[ivx]+\)", "1.", style)
        if style in self.styles:
            gone = self.styles[self.styles.index(style) + 1 :]
            del self.styles[self.styles.index(style) + 1 :]
            for one in gone:
                self.counts.pop(one, None)
        else:
            self.styles.append(style)
        self.kind, self.first, self.continued = BlockKind.ITEM, number, False

    def _label(self, marker: str, number: int) -> str:
        """The label as a page shows it: dots count, a number is what it is, a star is a bullet."""
        if marker[0] in "*-":
            self.composer.leave("bullet", marker, str(number))
            return ""
        if marker[0] != ".":
            return marker
        if marker not in self.counts:
            self.forms[marker] = self.form or _FORMS[min(len(marker), 5) - 1]
        value = self.counts.get(marker, (self.start or 1) - 1) + 1
        self.counts[marker], self.start, self.form = value, 0, ""
        self._markup(marker, number)
        return self.composer.generate(f"{counted(value, self.forms[marker])}.")

    def _term(self, term: str, rest: str, number: int) -> None:
        """A described term: a label such as "(1)", or words that stand above what describes them."""
        if LABEL.fullmatch(term):
            self.label, self.pending = term, [rest] if rest else []
            if not rest:
                self.pending = [""]
            return
        self.pending = [term]
        self._flush()
        self.kind, self.continued = BlockKind.PARAGRAPH, True
        self.first = number
        self.pending = [rest] if rest else []

    def _more(self, line: str, number: int) -> None:
        """A line that goes on with what is gathered, or begins a paragraph."""
        if not self.pending:
            # A blank line ends an item, and a paragraph behind it ends the list.
            if not self.continued:
                self._end_lists()
            self.kind, self.label, self.first = BlockKind.PARAGRAPH, "", number
        self.pending.append(line.strip() if not line.rstrip().endswith(" +") else line.lstrip())

    def _flush(self) -> None:
        """The block that was gathered ends."""
        lines, self.pending = [line for line in self.pending if line.strip()], []
        depth = STEP * len(self.styles)
        if lines or (self.label and self.kind is BlockKind.ITEM):
            words = self.inline.words("\n".join(lines), str(self.first))
            kind = BlockKind.QUOTE if self.quote and self.kind is BlockKind.PARAGRAPH else self.kind
            label = self.label if self.kind is BlockKind.ITEM else ""
            self.composer.add(kind, words, depth, label, str(self.first))
            self.quote = False
        self.kind, self.label = BlockKind.PARAGRAPH, ""

    def _delimited(self, lines: list[str], index: int) -> int:
        """What stands between two delimiters: a comment, a table, text as it stands, or blocks as anywhere."""
        mark = lines[index].strip()
        end = next((at for at in range(index + 1, len(lines)) if lines[at].strip() == mark), len(lines))
        self._flush()
        inner = lines[index + 1 : end]
        for number in (index + 1, *([end + 1] if end < len(lines) else [])):
            self._markup(mark, number)
        if mark.startswith("//"):
            self.composer.leave("comment", "\n".join(inner), str(index + 2), "comment")
        elif mark[0] in "|!,:":
            self._table(inner, index + 2)
        elif mark[0] in "-.+" and mark != "--":
            self.composer.add(BlockKind.PARAGRAPH, SPLIT.join(inner), place=str(index + 2))
        else:
            self._open_block(inner, index + 1, quote=mark[0] == "_" or self.quote)
        self.quote = False
        return end + 1

    def _open_block(self, inner: list[str], offset: int, *, quote: bool) -> None:
        """Blocks inside of delimiters: the same as outside of them, all of them quotes in a quote."""
        before = len(self.composer.pieces)
        blocks = Blocks(self.composer, self.inline, self.attributes)
        blocks.read([""] * offset + inner)
        if quote:
            self.composer.quote_from(before)

    def _table(self, inner: list[str], number: int) -> None:
        """Rows of a table: the cells of a line are one; where each has its own line, the first row tells how many."""
        rows: list[list[str]] = []
        for offset, line in enumerate(inner):
            matches = list(_CELL.finditer(line))
            if not matches:
                if line.strip() and rows:
                    rows[-1][-1] += f"\n{line.strip()}"
                elif line.strip():
                    self._markup(line, number + offset)
                continue
            before = line[: matches[0].start()].strip()
            if before and rows:
                rows[-1][-1] += f"\n{before}"
            elif before:
                self._markup(before, number + offset)
            self._markup("".join(match.group() for match in matches), number + offset)
            ends = [*(match.start() for match in matches[1:]), len(line)]
            rows.append([line[match.end() : end] for match, end in zip(matches, ends, strict=True)])
        made = [[self._cell(cell, number) for cell in row] for row in _in_rows(rows, inner)]
        self.composer.table(made, str(number))

    def _cell(self, cell: str, number: int) -> str:
        self._markup("\\" * cell.count("\\|"), number)
        return self.inline.words(cell.replace("\\|", "|"), str(number))


def _begins_list(lines: list[str], index: int) -> bool:
    """Whether a line is the first one of a list or of a delimited block."""
    line = lines[index] if index < len(lines) else ""
    return any(one.match(line) for one in (_BULLET, _NUMBER, _EXPLICIT)) or bool(_DELIMITERS.fullmatch(line.strip()))


def _in_rows(rows: list[list[str]], inner: list[str]) -> list[list[str]]:
    """The cells in rows of one width: that of the first line, or up to the first blank line."""
    if not rows:
        return []
    width = len(rows[0])
    if width == 1:
        blank = next((at for at, line in enumerate(inner) if not line.strip() and at), len(inner))
        width = max(sum(bool(_CELL.match(line)) for line in inner[:blank]), 1)
    cells = [cell for row in rows for cell in row]
    return [cells[at : at + width] for at in range(0, len(cells), width)]
