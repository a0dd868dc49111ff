"""The words of one paragraph of a Word file: runs, fields, marks of notes, tracked changes, hidden text.

    <w:r><w:t>Haupt</w:t></w:r><w:r><w:noBreakHyphen/><w:t>Satz</w:t></w:r>     "Haupt-Satz"
    <w:fldSimple w:instr="PAGE">…                                              left out: page-number
    <w:del>…                                                                   words, or left out: tracked

Every piece of text goes into a channel: the words, or what is left out for a reason. Knows no blocks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from libcorpus.readers.channels import WORDS, Line
from libcorpus.readers.composing import BREAK, Composer
from libcorpus.readers.docx.styles import Style, Styles, is_on
from libcorpus.readers.zipped import Element, attribute, child, tag_of

INSERTED: Final = frozenset(["ins", "moveTo"])
DELETED: Final = frozenset(["del", "moveFrom"])
# A picture of the same text box for old programs, instructions of fields, and properties: no text.
_SKIPPED: Final = frozenset(
    ["Fallback", "instrText", "delInstrText", "rPr", "pPr", "sdtPr", "sdtEndPr", "tblPr", "tcPr", "trPr", "sectPr"]
)
_PICTURES: Final = frozenset(["blip", "imagedata", "OLEObject", "altChunk"])
_TOC_FIELDS: Final = frozenset(["TOC", "INDEX", "TOA", "RD"])
_PAGE_FIELDS: Final = frozenset(["PAGE", "NUMPAGES", "SECTIONPAGES"])


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction, and whether its result has begun."""

    instruction: str = ""
    result: bool = False

    @property
    def channel(self) -> str:
        name = (self.instruction.split() or [""])[0].upper()
        return "toc" if name in _TOC_FIELDS else "page-number" if name in _PAGE_FIELDS else WORDS


@dataclass(slots=True)
class Inline:
    """Reads paragraphs one after the other; a field may run on from one to the next."""

    styles: Styles
    composer: Composer
    tracked: str
    fields: list[_Field] = field(default_factory=list)
    marks: dict[tuple[str, str], str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    toc: int = 0
    dropped: int = 0
    pictures: int = 0
    follow_fields: bool = True

    def line(self, paragraph: Element, style: Style) -> Line:
        """The text of a paragraph."""
        line = Line()
        self.toc += style.toc
        self._walk(paragraph, line, bool(style.bold), bool(style.hidden))
        self.toc -= style.toc
        return line

    def _walk(self, element: Element, line: Line, bold: bool, hidden: bool) -> None:
        for own in element:
            name = tag_of(own)
            if name in _SKIPPED:
                self._instruct(own, name)
            elif name == "r":
                self._run(own, line, bold, hidden)
            elif name == "fldSimple":
                self.fields.append(_Field(attribute(own, "instr"), True))
                self._walk(own, line, bold, hidden)
                self.fields.pop()
            elif name == "txbxContent":
                line.boxes.append(own)
            elif name in INSERTED | DELETED:
                drop = self.drops(name)
                self.dropped += drop
                self._walk(own, line, bold, hidden)
                self.dropped -= drop
            else:
                self.pictures += name in _PICTURES
                self._text(own, name, line, bold, hidden)
                self._walk(own, line, bold, hidden)

    def drops(self, name: str) -> bool:
        """Whether what a tracked change of this kind holds is no part of the text that was asked for."""
        return name in (DELETED if self.tracked == "accept" else INSERTED)

    def _instruct(self, own: Element, name: str) -> None:
        if name == "instrText" and self.fields and not self.fields[-1].result:
            self.fields[-1].instruction += own.text or ""

    def _run(self, run: Element, line: Line, bold: bool, hidden: bool) -> None:
        properties = child(run, "rPr")
        name = attribute(child(properties, "rStyle"), "val")
        style = self.styles.get(name) if name else Style()
        said = (is_on(properties, "b"), style.bold, bold)
        unseen = (is_on(properties, "vanish"), style.hidden, hidden)
        bold = next(bool(value) for value in said if value is not None)
        self._walk(run, line, bold, next(bool(value) for value in unseen if value is not None))

    def _text(self, own: Element, name: str, line: Line, bold: bool, hidden: bool) -> None:
        if name in ("t", "delText"):
            self._put(line, own.text or "", bold, hidden)
        elif name in ("tab", "ptab"):
            self._put(line, " ", bold, hidden)
        elif name in ("br", "cr"):
            # A page break stands between words, or alone; only a line break parts what belongs together.
            forced = attribute(own, "type", "textWrapping") == "textWrapping"
            self._put(line, BREAK if forced else " ", bold, hidden)
        elif name in ("footnoteReference", "endnoteReference"):
            self._mark(own, name.removesuffix("Reference"), line, hidden)
        elif name == "fldChar":
            self._field(attribute(own, "fldCharType"))
        elif character := character_of(own):
            self._put(line, character, bold, hidden)

    def _field(self, kind: str) -> None:
        if not self.follow_fields:
            return
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].result = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _put(self, line: Line, text: str, bold: bool, hidden: bool) -> None:
        line.put(self._channel(hidden), text, bold)

    def _channel(self, hidden: bool) -> str:
        if self.dropped:
            return "tracked"
        found = [own.channel for own in self.fields if own.result]
        if self.toc or "toc" in found:
            return "toc"
        return "page-number" if "page-number" in found else "hidden" if hidden else WORDS

    def _mark(self, own: Element, kind: str, line: Line, hidden: bool) -> None:
        """The mark of a note, numbered as they come: footnotes 1, 2, 3, endnotes i, ii, iii."""
        from libcorpus.readers.counters import roman

        if self._channel(hidden) != WORDS:
            return
        key = (kind, attribute(own, "id"))
        if key not in self.marks:
            number = self.numbers[kind] = self.numbers.get(kind, 0) + 1
            self.marks[key] = str(number) if kind == "footnote" else roman(number)
        self._put(line, self.composer.generate(f"[^{self.marks[key]}]"), line.bold, hidden)


def character_of(own: Element) -> str:
    """The character that an element of a run stands for, empty where it is none."""
    match tag_of(own):
        case "noBreakHyphen":
            return "-"
        case "softHyphen":
            return "\u00ad"
        case "sym":
            code = attribute(own, "char")
            return chr(int(code, 16)) if _is_code(code) else ""
        case _:
            return ""


def _is_code(code: str) -> bool:
    try:
        return 0x20 < int(code, 16) < 0x110000 and not 0xD800 <= int(code, 16) < 0xE000
    except ValueError:
        return False


def all_text(tree: Element | None, inside: bool = False) -> Iterator[str]:
    """Every piece of text in the paragraphs of a part, whatever they stand in: to hold the draft against.

    ``inside``: the element stands in a paragraph. Text outside of paragraphs is shown by no program.
    """
    for own in tree if tree is not None else ():
        name = tag_of(own)
        if name == "Fallback":
            continue
        within = name == "p" or (inside and name != "txbxContent")
        if name in ("t", "delText") and within:
            yield own.text or ""
        elif within and (character := character_of(own)):
            yield character
        yield from all_text(own, within)
