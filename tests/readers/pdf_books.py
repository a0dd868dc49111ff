"""Draws a book of resolutions: a cover, contents, four motions with numbers of their own, an imprint."""

import textwrap

from tests.readers.pdf_pages import TEXT, Manner, Press

MOTIONS = (
    ("A1", "Radwege für alle", "Ortsverband Nord"),
    ("A2", "Büchereien am Sonntag öffnen und besser ausstatten, in jedem Stadtteil und für alle", "Vorstand"),
    ("B1", "Ein Bad für den Süden", "Ortsverband Süd"),
    ("B12", "Bäume", "Jugend"),
)


class BookPress(Press):
    """Sets a book: each motion on a page of its own, below a head with its number."""

    def fresh(self) -> None:
        if self.later or self.drawn.lines:
            self._end_page()
            self.canvas.showPage()
            self.page += 1
        self.y, self.number, self.later, self.marks = self.top, 0, [], []

    def plain(self, x: float, y: float, size: float, words: str, bold: bool = False) -> None:
        self.canvas.setFont("Text-Bold" if bold else "Text", size)
        self.canvas.drawString(x, y, words)

    def motion(self, code: str, title: str, by: str) -> None:
        self.fresh()
        self.plain(480, 780, 24, code, bold=True)
        self.plain(self.left, 740, 10, "Titel", bold=True)
        for index, words in enumerate(textwrap.wrap(title, 48)):
            self.plain(self.left + 120, 740 - 13 * index, 10, words)
        self.plain(self.left, 705, 10, "Eingereicht von", bold=True)
        self.plain(self.left + 120, 705, 10, by)
        self.y = 680
        for piece in TEXT[1:]:
            self.block(piece)

    def lone(self, *words: str) -> None:
        self.fresh()
        for index, line in enumerate(words):
            self.plain(self.left, 700 - 30 * index, 18, line, bold=True)
        self.later = [([], "", 10.0, "Text", 0.0, 0.0, 0.0, True)]


def book(numbers: str = "left") -> bytes:
    press = BookPress(Manner(numbers=numbers, head="Parteitag in Lindenfurt, 7. März 2020", foot="#", height=640.0))
    press.plain(press.left, 600, 30, "Beschlussbuch", bold=True)
    press.later = [([], "", 10.0, "Text", 0.0, 0.0, 0.0, True)]
    press.fresh()
    press.plain(press.left, 740, 14, "Inhalt", bold=True)
    for index, (code, title, _) in enumerate(MOTIONS):
        press.plain(press.left, 700 - 20 * index, 10, f"{code}  {title[:40]} {'.' * 20}")
        press.canvas.drawRightString(510, 700 - 20 * index, str(3 + index))
    press.later = [([], "", 10.0, "Text", 0.0, 0.0, 0.0, True)]
    for index, motion in enumerate(MOTIONS):
        if index == 2:
            press.lone("B", "Baden und Bäume")
        press.motion(*motion)
    press.lone("Impressum")
    return press.done().data
