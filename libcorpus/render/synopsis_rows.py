"""The rows of the Synopse as HTML: line numbers, words with their marks, links between the places of what moved.

    <tr><th>geändert</th> <td>15-16</td><td>… <del>soll</del> …</td> <td>24-25</td><td>… <ins>muss</ins> …</td></tr>

Everything from a corpus is made harmless and escaped here. Knows rows; the page around them is ``synopsis``.
"""

from html import escape
from typing import Final

from libcorpus.align import LinkKind
from libcorpus.flows.comparing import Comparison, Side
from libcorpus.model.document import BlockKind
from libcorpus.model.harmless import harmless
from libcorpus.render.account import MARKS
from libcorpus.render.marking import spans_text
from libcorpus.render.placing import Role
from libcorpus.render.rows import Cell, Row, Said, Section
from libcorpus.render.saying import is_german, lines, names

WORDS: Final = {
    "synopsis": ("Synopsis", "Synopse"),
    "skip": ("Skip to the comparison", "Zum Vergleich springen"),
    "old": ("old", "alt"),
    "new": ("new", "neu"),
    "changes": ("Changes by section", "Änderungen nach Abschnitten"),
    "same": ("Nothing changed.", "Nichts hat sich geändert."),
    "far": (
        "The new text is written anew: few sentences have a counterpart.",
        "Der neue Text ist neu geschrieben: Nur wenige Sätze haben eine Entsprechung.",
    ),
    "computed": (
        "Line numbers are computed, not taken from print.",
        "Die Zeilennummern sind berechnet und stehen nicht im Druck.",
    ),
    "what": ("What", "Was"),
    "line": ("l.", "Z."),
    "left": ("moved away from here", "von hier verschoben"),
    "further": ("further parts of sentences", "weitere Teile von Sätzen"),
    "start": ("Before the first heading", "Vor der ersten Überschrift"),
    "deleted": ("deleted:", "gestrichen:"),
    "inserted": ("inserted:", "eingefügt:"),
    "end": ("end of change", "Ende der Änderung"),
    "nothing": ("not in this text", "steht nicht in diesem Text"),
    "now": ("now stands at", "steht jetzt in"),
    "stood": ("stood at", "stand in"),
    "rest": ("belongs to", "gehört zu"),
    "under": ("old section:", "alter Abschnitt:"),
    "caption": ("Sentences side by side, with printed lines", "Satz für Satz nebeneinander, mit den gedruckten Zeilen"),
    "made": ("Made with libcorpus.", "Erstellt mit libcorpus."),
}
SIGNS: Final = {**{kind.value: sign for kind, sign in MARKS.items()}, "moved": "↕", "removed": "−"}
_DEEPEST: Final = 6


class RowWriter:
    """Writes rows; holds the language, so that the writing functions need not hand it on."""

    def __init__(self, comparison: Comparison, lang: str, language: str) -> None:
        self.comparison = comparison
        self.lang = lang
        self.unknown = language

    def say(self, key: str) -> str:
        """What libcorpus itself says, escaped."""
        return escape(WORDS[key][is_german(self.lang)])

    def language(self, side: Side) -> str:
        """The language of a side's words, where it is known."""
        known = side.resolution.language if side.resolution else self.unknown
        return f' lang="{escape(harmless(known))}"' if known else ""

    def title(self, section: Section) -> str:
        """The heading of a section, escaped."""
        if not section.title:
            return self.say("start")
        return f"<span{self.language(self.comparison.new)}>{escape(harmless(section.title))}</span>"

    def landmark(self, section: Section) -> str:
        """A section's heading over both columns; what became of the heading, where that needs no comparison."""
        level = min(section.depth + 2, _DEEPEST)
        row = section.heading
        where = ""
        own_id = ""
        if row:
            told = row.speaks_for_itself
            own_id = f' id="{_anchor(row)}"' if told else ""
            both = [self.lines(cell) for cell in (row.old, row.new) if cell]
            sign = (
                f"{self.sign(row)} {escape(names(row, self.lang))}{',' * (row.role is Role.HERE)} "
                if told and not row.is_plain
                else ""
            )
            link = f" {self.fromto(row)}" if row.role is Role.CAME and told else " → ".join(both)
            where = f" <small>{sign}{link}</small>"
        heading = f'<h{level} id="s{section.number}">{self.title(section)}{where}</h{level}>'
        return f'<tr role="row" class="landmark"{own_id}><td role="cell" colspan="5">{heading}</td></tr>\n'

    def row(self, row: Row) -> str:
        """A whole row."""
        own_id = f' id="{_anchor(row)}"'
        kinds = f"row {'plain' if row.is_plain else ' '.join(row.kinds)} {row.role.value}"
        old, new = row.columns
        # Where something came to, its old words stand beside the new ones.
        before = row.old if row.role is Role.CAME else old
        cells = self.cells(row, before, self.comparison.old, "old") + self.cells(row, new, self.comparison.new, "new")
        return f'<tr role="row" class="{kinds}"{own_id}>{self.what(row)}{cells}</tr>\n'

    def what(self, row: Row) -> str:
        """What happened, as the heading of the row."""
        words = escape(names(row, self.lang))
        if row.role is Role.CAME:
            words += f" {self.fromto(row)}"
        hidden = ' class="vh"' if row.is_plain else ""
        return f'<th role="rowheader" scope="row" class="k">{self.sign(row)}<span{hidden}> {words}</span></th>'

    def sign(self, row: Row) -> str:
        """The signs of what happened; the words stand beside them for those who cannot see."""
        signs = "".join(SIGNS[kind] for kind in row.kinds) or "="
        return f'<span class="sign" aria-hidden="true">{escape(signs)}</span>'

    def fromto(self, row: Row) -> str:
        """From where to where, with a link to the place it came from."""
        words = ("from", "to") if not is_german(self.lang) else ("von", "nach")
        place = f'<a href="#o{row.link.old[0]}">{self.lines(row.old)}</a>'
        return f"{words[0]} {place} {words[1]} {self.lines(row.new)}"

    def lines(self, cell: Cell | None) -> str:
        """Printed lines, whose sign and number stay together; the name of a resolution behind them may be wrapped."""
        number, opening, part = escape(lines(cell, self.lang)).partition(" (")
        return f'<span class="nb">{number}</span>{opening}{part}'

    def cells(self, row: Row, cell: Cell | None, side: Side, key: str) -> str:
        """The line numbers and the words of one side."""
        elsewhere = (row.role is Role.AWAY and key == "new") or (row.role is Role.CAME and key == "old")
        elsewhere = elsewhere or (row.role is Role.REST and cell is None)
        if cell is None and not elsewhere:
            empty = f'<span class="vh">{self.say("nothing")}</span>'
            return f'<td role="cell" class="z none"></td><td role="cell" class="{key} none">{empty}</td>'
        if cell is None or (elsewhere and row.link.kind is LinkKind.KEPT):
            link = self.elsewhere(row)
            return f'<td role="cell" class="z none"></td><td role="cell" class="{key}">{link}</td>'
        under = ""
        if key == "old" and row.landmark and row.role is not Role.CAME:
            own = f"<span{self.language(side)}>{escape(harmless(row.landmark))}</span>"
            under = f'<span class="under" lang="{self.lang}">{self.say("under")} {own}</span>'
        words = "".join(self.sentence(said, row, key) for said in cell.sentences)
        numbers = escape(spans_text(cell.lines))
        return (
            f'<td role="cell" class="z" data-side="{self.say(key)} {self.say("line")}">{numbers}</td>'
            f'<td role="cell" class="{key}"{self.language(side)}>{under}{words}</td>'
        )

    def elsewhere(self, row: Row) -> str:
        """A link from one place of something that moved to the other, or from a further part to the first."""
        rest, old_side = row.role is Role.REST, row.columns[0] is None
        away = row.role is Role.AWAY or (rest and not old_side)
        words = f"{self.say('rest' if rest else 'now' if away else 'stood')} "
        words += escape(lines(row.new if away else row.old, self.lang))
        target = f"n{row.link.new[0]}" if away or rest else f"o{row.link.old[0]}"
        return f'<p class="quiet" lang="{self.lang}">{"→" if away else "←"} <a href="#{target}">{words}</a></p>'

    def sentence(self, said: Said, row: Row, key: str) -> str:
        """One sentence with its marks; a whole one that is gone or new is framed, since long strikes cannot be read."""
        kind = "deleted" if key == "old" else "inserted"
        whole = row.link.kind in (LinkKind.REMOVED, LinkKind.ADDED) or (row.change is not None and row.change.replaced)
        if whole:
            words = self.marked(kind, escape(harmless(said.text)))
        else:
            words = "".join(
                self.marked(kind, escape(harmless(text))) if differs else escape(harmless(text))
                for text, differs in said.pieces
            )
        style = _classes(said) + (" whole gone" if whole and key == "old" else " whole" if whole else "")
        return f'<p class="{style}">{_label(said)}{words}</p>'

    def marked(self, kind: str, words: str) -> str:
        """Words that are gone or new, for the eye and for the ear."""
        tag = "del" if kind == "deleted" else "ins"
        before, after = f"{self.say(kind)} ", f" {self.say('end')} "
        ear = f'<span class="vh" lang="{self.lang}">'
        return f'<{tag}>{ear}{before}</span><span class="w">{words}</span>{ear}{after}</span></{tag}>'


def _anchor(row: Row) -> str:
    """The id of a row: by the first new sentence that stands there, else by the first old one."""
    old, new = row.columns
    cell = new or old
    assert cell is not None, "a row has words"
    return f"{'n' if new else 'o'}{cell.sentences[0].index}"


def _classes(said: Said) -> str:
    deep = f" l{min(said.block.level, 3)}" if said.block.kind is BlockKind.ITEM else ""
    return said.block.kind.value + deep


def _label(said: Said) -> str:
    """The bullet, number or note mark in front of a block's first sentence."""
    if not said.opens or said.block.kind not in (BlockKind.ITEM, BlockKind.NOTE):
        return ""
    note = said.block.kind is BlockKind.NOTE
    label = f"[{said.block.label}]" if note else said.block.label or "•"
    return f'<span class="label">{escape(harmless(label))} </span>'
