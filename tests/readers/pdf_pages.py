"""Draws PDF files whose truth is known: the same invented resolution in several layouts.

    TEXT + Manner(numbers="left", every=5, restart=True)  ->  Drawn(data, blocks, lines)

``lines`` are (page, number, words as printed); ``blocks`` are (kind, level, label, flat text). A ``|`` in TEXT marks
where print may part a word, ``~`` a hyphen of the word itself.
"""

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import reportlab
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path(reportlab.__file__).parent / "fonts"
registerFont(TTFont("Text", FONTS / "Vera.ttf"))
registerFont(TTFont("Text-Bold", FONTS / "VeraBd.ttf"))

Piece = tuple[str, int, str, str]
TEXT: tuple[Piece, ...] = (
    ("heading", 1, "", "Radwege für alle"),
    (
        "paragraph",
        0,
        "",
        "Die Stadt Lindenfurt baut bis zum Jahr 2030 ein Netz von Rad|wegen, das alle Stadt|teile "
        "ver|bindet. Haupt~ und Neben|straßen werden gleich be|handelt, und die Ver|kehrs|betriebe rich|ten "
        "an jeder End|halte|stelle ab|schließ|bare Stell|plätze ein.",
    ),
    ("heading", 2, "", "Sichere Kreuzungen"),
    (
        "paragraph",
        0,
        "",
        "An den 42 größten Kreu|zun|gen wer|den die Am|peln so ge|schal|tet, dass Nicht~Auto|fahrende nicht "
        "länger als 60 Se|kun|den war|ten. Das gilt auch für den Ring – und zwar an allen Ta|gen.",
    ),
    ("paragraph", 0, "", "Wir fordern:"),
    (
        "item",
        1,
        "•",
        "eigene Grün|phasen für den Rad|verkehr an allen Haupt|straßen, auch in den Nacht|stunden und am Wochen|ende,",
    ),
    ("item", 2, "–", "zu|erst im Norden, wo die meis|ten Un|fälle ge|sche|hen und die Wege am schmals|ten sind,"),
    ("item", 2, "–", "da|nach im Süden,"),
    ("item", 1, "•", "Auf|stell|flächen vor den Autos."),
    ("heading", 2, "", "Geld und Zeit"),
    (
        "paragraph",
        0,
        "",
        "Der Rat stellt dafür jedes Jahr drei Mil|lio|nen Euro be|reit. Die Ver|wal|tung be|rich|tet ein|mal im "
        "Jahr, welche Ab|schnitte fer|tig sind und wel|che sich ver|zö|gern.",
    ),
    ("item", 1, "1.", "Im ersten Jahr ent|steht die Achse vom Bahn|hof zur Hoch|schule, die schon ge|plant ist."),
    ("item", 1, "2.", "Im zweiten Jahr folgt der Ring."),
)


@dataclass(frozen=True)
class Manner:
    """How a text is printed."""

    numbers: str = ""  # left or right
    every: int = 1
    restart: bool = False
    first: bool = False  # numbers drawn before the words of the page
    by_word: bool = False
    justified: bool = False
    hyphens: bool = True
    blank_lines: bool = False  # print counts an empty line between blocks
    indent: bool = False  # paragraphs begin set in, without a gap
    head: str = ""
    foot: str = ""
    size: float = 10.0
    width: float = 400.0
    height: float = 420.0  # of the text on a page
    repeat: int = 4
    headings_bold: bool = True
    lift: float = 0.0  # how much higher than the words the numbers stand
    ligatures: bool = False
    columns: int = 1
    mirrored: bool = False  # left and right pages have their margins on the other side
    headings_counted: bool = True
    unmarked: frozenset[int] = frozenset()  # lines whose numbers are not drawn
    lost: frozenset[int] = frozenset()  # lines that are not drawn, though the count goes on
    jumped: frozenset[int] = frozenset()  # numbers that the count leaves out


@dataclass
class Drawn:
    """A file and what it says."""

    data: bytes = b""
    blocks: list[Piece] = field(default_factory=list)
    lines: list[tuple[int, int | None, str]] = field(default_factory=list)
    pages: int = 0


class Press:
    """Sets a text line by line."""

    left, top = 110.0, 760.0

    def __init__(self, manner: Manner) -> None:
        self.manner, self.drawn, self.buffer = manner, Drawn(), io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=A4, invariant=True)
        self.page, self.number, self.y = 1, 0, self.top
        self.later: list[tuple[Any, ...]] = []
        self.marks: list[tuple[float, int, float]] = []
        self.column = 0

    def done(self) -> Drawn:
        self._end_page()
        self.canvas.save()
        self.drawn.data, self.drawn.pages = self.buffer.getvalue(), self.page
        return self.drawn

    def block(self, piece: Piece) -> None:
        kind, level, label, marked = piece
        size = {("heading", 1): 16.0, ("heading", 2): 12.0}.get((kind, level), self.manner.size)
        font = "Text-Bold" if kind == "heading" and self.manner.headings_bold else "Text"
        indent = 18.0 * level if kind == "item" else 0.0
        first = 14.0 if kind == "paragraph" and self.manner.indent else 0.0
        lines = broken(marked, font, size, self.manner.width - indent, first, self.manner.hyphens)
        gap = 0.0 if self.manner.indent and kind == "paragraph" else 0.6 * size
        if self.manner.blank_lines and self.drawn.lines:
            self._line([], "", size, font, 0.0, counted=True)
        elif self.y < self.top:
            self.y -= gap
        counted = kind != "heading" or self.manner.headings_counted
        for index, words in enumerate(lines):
            start = indent + (first if index == 0 else 0.0)
            self._line(words, label if index == 0 else "", size, font, start, index == len(lines) - 1, counted)
        flat = marked.replace("|", "").replace("~Auto", "-Auto").replace("~", "-")
        self.drawn.blocks.append((kind, level, label if label.endswith(".") else "", flat))

    def _line(
        self,
        words: list[str],
        label: str,
        size: float,
        font: str,
        indent: float,
        last: bool = True,
        counted: bool = True,
    ) -> None:
        self.y -= 1.35 * size
        if self.y < self.top - self.manner.height:
            self._next_column(1.35 * size)
        text = " ".join(words)
        number = None
        if self.manner.numbers and counted:
            self.number += 2 if self.number + 1 in self.manner.jumped else 1
            number = self.number
            if number % self.manner.every == 0 and number not in self.manner.unmarked:
                self.marks.append((self.y + self.manner.lift, number, self.left))
        if number in self.manner.lost:
            return
        self.later.append((words, label, size, font, self.left + indent, self.manner.width - indent, self.y, last))
        if text or number:
            self.drawn.lines.append((self.page, number, text))

    def _next_column(self, line: float) -> None:
        self.y, self.column = self.top - line, self.column + 1
        if self.column < self.manner.columns:
            self.left += self.manner.width + 50
            return
        self._end_page()
        self.canvas.showPage()
        self.page, self.later, self.marks, self.column = self.page + 1, [], [], 0
        self.left = 80.0 if self.manner.mirrored and self.page % 2 == 0 else Press.left
        self.number = 0 if self.manner.restart else self.number

    def _end_page(self) -> None:
        if self.manner.first:
            self._numbers()
        for line in self.later:
            self._words(*line)
        if not self.manner.first:
            self._numbers()
        self.canvas.setFont("Text", 8)
        if self.manner.head:
            self.canvas.drawString(self.left, 800, self.manner.head.replace("#", str(self.page)))
        if self.manner.foot:
            self.canvas.drawCentredString(300, 40, self.manner.foot.replace("#", str(self.page)))

    def _numbers(self) -> None:
        outside = self.manner.mirrored and self.page % 2 == 0
        for y, number, left in self.marks:
            self.canvas.setFont("Text", 7)
            if self.manner.numbers == "left" and not outside:
                self.canvas.drawRightString(left - 14, y, str(number))
            else:
                self.canvas.drawString(left + self.manner.width + 16, y, str(number))

    def _words(
        self, words: list[str], label: str, size: float, font: str, x: float, room: float, y: float, last: bool
    ) -> None:
        self.canvas.setFont(font, size)
        if label:
            self.canvas.drawString(x - 14, y, label)
        words = [
            word.replace("fl", "\ufb02").replace("fi", "\ufb01") if self.manner.ligatures else word for word in words
        ]
        natural = sum(stringWidth(word, font, size) for word in words)
        blank = stringWidth(" ", font, size)
        if self.manner.justified and not last and len(words) > 1:
            blank = (room - natural) / (len(words) - 1)
        if not self.manner.by_word and not self.manner.justified:
            self.canvas.drawString(x, y, " ".join(words))
            return
        for word in words:
            self.canvas.drawString(x, y, word)
            x += stringWidth(word, font, size) + blank


def broken(marked: str, font: str, size: float, width: float, first: float, hyphens: bool) -> list[list[str]]:
    """Lines of words that fit, parted at the marks where print hyphenates."""
    lines: list[list[str]] = [[]]
    room = width - first
    for word in marked.split():
        lines, room = _placed(lines, word, font, size, width, room, hyphens)
    return lines


def _placed(
    lines: list[list[str]], word: str, font: str, size: float, width: float, room: float, hyphens: bool
) -> tuple[list[list[str]], float]:
    bare = word.replace("|", "").replace("~", "-")
    used = stringWidth(" ".join([*lines[-1], bare]), font, size)
    if used <= room:
        lines[-1].append(bare)
        return lines, room
    for place in range(len(word) - 1, 0, -1):
        if (word[place] == "|" and hyphens) or (word[place] == "~" and place < len(word) - 1):
            head = word[:place].replace("|", "").replace("~", "-") + "-"
            if stringWidth(" ".join([*lines[-1], head]), font, size) <= room:
                lines[-1].append(head)
                return _placed([*lines, []], word[place + 1 :], font, size, width, width, hyphens)
    return [*lines, [bare]], width


def drawn(manner: Manner, text: tuple[Piece, ...] = TEXT) -> Drawn:
    """The text, several times over, in one manner."""
    press = Press(manner)
    for _ in range(manner.repeat):
        for piece in text:
            press.block(piece)
    return press.done()


def canvas_pdf(draw: Any) -> bytes:
    """A file that a function draws on a canvas."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def scan() -> bytes:
    """A page that is a picture of grey paper, and no text."""
    from PIL import Image

    picture = ImageReader(Image.new("RGB", (60, 80), (230, 230, 220)))
    return canvas_pdf(lambda pen: pen.drawImage(picture, 0, 0, *A4))


MANNERS: dict[str, Manner] = {
    "left": Manner(numbers="left", foot="# / 9"),
    "left, drawn first": Manner(numbers="left", first=True, head="Beschluss A3 · Seite #"),
    "right, drawn last": Manner(numbers="right", foot="Seite #"),
    "each fifth, running on": Manner(numbers="left", every=5, foot="– # –"),
    "each fifth on the right, from 1 on each page": Manner(numbers="right", every=5, restart=True, foot="#"),
    "from 1 on each page": Manner(numbers="left", restart=True, head="Parteitag in Lindenfurt", foot="#"),
    "empty lines counted": Manner(numbers="left", blank_lines=True, foot="# / 9"),
    "word by word, justified": Manner(numbers="left", justified=True, by_word=True, head="Antragsbuch, Seite #"),
    "raised numbers": Manner(numbers="left", lift=3.0, size=11.0),
    "like LaTeX with lineno": Manner(numbers="left", justified=True, indent=True, ligatures=True, foot="#"),
    "browser print": Manner(head="7.3.2020, 14:05 Radwege für alle", foot="https://example.org/antrag/7 #/4"),
    "no numbers, set in": Manner(indent=True, justified=True, foot="#"),
    "narrow": Manner(numbers="left", width=230.0, restart=True, foot="#"),
    "plain headings": Manner(numbers="left", headings_bold=False, foot="Seite # von 9"),
    "two columns": Manner(numbers="left", columns=2, width=195.0, height=600.0, justified=True, foot="#"),
    "two columns, each fifth": Manner(numbers="left", columns=2, width=195.0, height=600.0, every=5, foot="#"),
    "mirrored pages": Manner(numbers="left", mirrored=True, head="Kapitel #", foot="#", repeat=6),
    "headings not counted": Manner(numbers="left", headings_counted=False, foot="#"),
    "headings not counted, each fifth": Manner(numbers="left", every=5, headings_counted=False, foot="#"),
    "each tenth, from 1 on each page": Manner(numbers="left", every=10, restart=True, foot="#"),
    "no hyphens": Manner(hyphens=False, foot="#", height=440.0),
}
