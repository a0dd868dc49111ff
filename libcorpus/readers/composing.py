"""Puts a draft together from what a format with structure of its own says: headings, items, notes, tables.

    heading 2 "Wohnen"                     heading, level closed up to the outline
    item, depth 720, "a)", "Mieten ¶ …"    item level 1, label "a)"; a forced break begins a paragraph of the item
    note "1" "Siehe dort."                 at the end, whatever place it stood at
    head: title, "Datum: 07.03.2020"       metadata

Each format's reader calls ``add`` in the order of its text. What is no word goes to ``leave``. Knows no format.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from libcorpus.model.document import LABEL, NOTE_LABEL, BlockKind
from libcorpus.model.draft import Draft, DraftBlock, LeftOut
from libcorpus.model.problems import Problem
from libcorpus.readers.head import read_head
from libcorpus.readers.pieces import (
    BREAK,
    SPLIT,
    STEP,
    Piece,
    bullet_of,
    dash_of,
    head_end,
    lines_of,
    list_level,
    outline_level,
)
from libcorpus.text.canonical import row_of

_BLANKS: Final = re.compile("[ \t\r\f\v\x00]+")
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
_DEEPEST: Final = {BlockKind.HEADING: 6}
_DEEPEST_ITEM: Final = 20
# "Geändert am 23. Januar 2021", "Zuletzt geändert durch Beschluss des Parteitags vom 3.4.2019"
_AMENDED: Final = re.compile(
    r"(?i)(?:zuletzt )?(?:geändert|ergänzt|neu gefasst)[^\d]{1,100}?(\d{1,2}\. ?(?:\d{1,2}\. ?|[a-zä]{3,9} )\d{4})[.,]?"
)

__all__ = ["BREAK", "SPLIT", "STEP", "Composer", "Piece"]


@dataclass(slots=True)
class Composer:
    """What was found so far in one file; ``generated`` is what stands in the words and in no text of the source."""

    file_name: str
    pieces: list[Piece] = field(default_factory=list)
    notes: list[Piece] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    generated: list[str] = field(default_factory=list)
    breaks: int = 0
    odd_labels: list[str] = field(default_factory=list)

    def add(
        self, kind: BlockKind, text: str, depth: int = 0, label: str = "", place: str = "", *, title: bool = False
    ) -> None:
        """Take a block up; its text may hold blanks of any kind, ``BREAK`` and ``SPLIT``."""
        where = self.at(place)
        self.breaks += text.strip(f"{BREAK}{SPLIT} \t").count(BREAK)
        parts = [words for part in re.split(f"[{BREAK}{SPLIT}]", text) if (words := self.clean(part, where))]
        if not parts:
            # An item without words, whose number print would show: the number is all there is.
            parts = [label] if label else []
            label = ""
        if label and (kind is not BlockKind.ITEM or LABEL.fullmatch(label) is None):
            if kind is BlockKind.ITEM:
                self.odd_labels.append(label)
            parts[0], label = f"{label} {parts[0]}", ""
        if not parts:
            return
        self.pieces.append(Piece(kind, parts[0], depth, label, where, title))
        # What follows a break in an item is a paragraph of it; a heading goes on below itself.
        rest = kind if kind is BlockKind.QUOTE else BlockKind.PARAGRAPH
        if kind is BlockKind.HEADING:
            self.pieces[-1] = replace(self.pieces[-1], text=" ".join(parts))
            return
        self.pieces += [Piece(rest, words, depth, "", where) for words in parts[1:]]

    def table(self, rows: Sequence[Sequence[str]], place: str = "", depth: int = 0) -> None:
        """Take a table up, row by row; cells are text as ``add`` takes it, breaks in them are blanks."""
        where = self.at(place)
        clean = [[self.clean(re.sub(f"[{BREAK}{SPLIT}]", " ", cell), where) for cell in row] for row in rows]
        filled = [row_of(row) for row in clean if any(row)]
        if filled:
            self.pieces.append(Piece(BlockKind.TABLE, "\n".join(filled), depth, "", where))

    def quote_from(self, index: int) -> None:
        """The paragraphs from a place on stand in a quote."""
        own = self.pieces[index:]
        plain = BlockKind.PARAGRAPH
        self.pieces[index:] = [replace(one, kind=BlockKind.QUOTE) if one.kind is plain else one for one in own]

    def note(self, mark: str, text: str, place: str = "", *, generated: bool = True) -> bool:
        """Take a foot- or endnote up; its paragraphs become one. Whether it has words, and so was taken up.

        ``generated``: its mark is no text of the source.
        """
        words = self.clean(re.sub(f"[{BREAK}{SPLIT}]", " ", text), self.at(place))
        if NOTE_LABEL.fullmatch(mark) is None:
            mark, generated = str(len(self.notes) + 1), True
        if words:
            self.generated += [mark] * generated
            self.notes.append(Piece(BlockKind.NOTE, words, 0, mark, self.at(place)))
        else:
            self.remarks.append(Problem.of("note-missing", self.at(place), seen=mark))
        return bool(words)

    def leave(self, kind: str, text: str, place: str = "", reason: str = "") -> None:
        """Leave something out of the words, and say why."""
        text = text.replace(SPLIT, "\n")
        if text.strip():
            self.left_out.append(LeftOut(kind, self.at(place), _one_line(text), reason))

    def generate(self, text: str) -> str:
        """Words that the program prints and no text of the source has: a list's number, the mark of a note."""
        self.generated.append(text)
        return text

    def at(self, place: str) -> str:
        """How a place in the file is named in messages."""
        if place.startswith(self.file_name):
            return place
        return f"{self.file_name}:{place}" if place else self.file_name

    def clean(self, text: str, where: str) -> str:
        """Words with single blanks, in NFC, without marks that nobody sees, which are left out."""
        for mark in _INVISIBLE.findall(text):
            self.left_out.append(LeftOut("soft-hyphen" if mark == "\u00ad" else "invisible", where, mark))
        words = unicodedata.normalize("NFC", _BLANKS.sub(" ", _INVISIBLE.sub("", text))).strip(" ")
        return words if words.strip() else ""

    def draft(
        self,
        reader: str,
        media_type: str,
        characters: str,
        metadata: Mapping[str, str] | None = None,
        *,
        sure: bool = False,
    ) -> Draft:
        """The draft of all that was taken up. ``characters`` is the text of the source, gathered another way.

        ``metadata`` is what the format says beside the text. It gives way to what the head of the text says, unless it
        is ``sure``: then a heading above the text is no title if there is one already.
        """
        pieces = self._hand_made(self.pieces)
        head, pieces = self._head(pieces, dict(metadata or {}), sure)
        blocks = [*self._blocks(pieces), *self._blocks(self.notes)]
        self._tell(pieces)
        return Draft(
            reader,
            media_type,
            tuple(blocks),
            head,
            tuple(self.left_out),
            remarks=tuple(self.remarks),
            characters=unicodedata.normalize("NFC", characters) + "".join(self.generated),
        )

    def _hand_made(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Paragraphs that begin with a bullet that somebody typed become items; with a dash, if another one does."""
        result = []
        for index, piece in enumerate(pieces):
            beside = (*pieces[max(index - 1, 0) : index], *pieces[index + 1 : index + 2])
            match = bullet_of(piece) or (dash_of(piece) if any(map(dash_of, beside)) else None)
            if match:
                self.left_out.append(LeftOut("bullet", piece.place, match[1]))
                words = piece.text[match.end() :]
                piece = replace(piece, kind=BlockKind.ITEM, text=words, depth=piece.depth or STEP)
            result.append(piece)
        return result

    def _head(self, pieces: list[Piece], known: dict[str, str], sure: bool) -> tuple[dict[str, str], list[Piece]]:
        """The metadata, and the pieces below those that held it."""
        end = head_end(pieces, sure and bool(known.get("title")))
        lines = [(index, line) for index, piece in enumerate(pieces[:end]) for line in lines_of(piece)]
        head = read_head(lines, self.file_name)
        self.left_out += [replace(left, place=_place(pieces, left.place)) for left in head.left_out]
        self.remarks += [replace(one, place=_place(pieces, one.place)) for one in head.remarks]
        end = self._amended(pieces, end, head.metadata)
        if sure and known.get("title") and head.metadata.get("title", known["title"]) != known["title"]:
            self._keep(head.metadata["title"])
        found = {key: value for key, value in known.items() if value}
        if "title" in found:
            # "Beschluss: Wohnen für alle" says its kind, and is called "Wohnen für alle".
            found = {**read_head([(1, found["title"])], "").metadata, **found, **_titled(found["title"])}
            if not sure and "title" not in head.metadata:
                self.remarks.append(Problem.of("title-guessed", self.file_name, found["title"]))
        return ({**head.metadata, **found} if sure else {**found, **head.metadata}), pieces[end:]

    def _keep(self, line: str) -> None:
        """A line of the head that was taken for the title is none, as there is a title: it is kept, and told."""
        for index, left in enumerate(self.left_out):
            if left.kind == "metadata" and left.text == line:
                self.left_out[index] = replace(
                    left, kind="other", reason="a line of the head that names no known field"
                )
                self.remarks.append(Problem.of("head-line", left.place, line))
                return

    def _amended(self, pieces: Sequence[Piece], end: int, metadata: dict[str, str]) -> int:
        """Pass over lines below the head that tell when the text was changed: the last of them is its date."""
        if not end or "adopted_on" not in metadata:
            return end
        while end < len(pieces) - 1 and (match := _AMENDED.fullmatch(pieces[end].text)):
            date = read_head([(1, f"Datum: {match[1]}")], "").metadata.get("adopted_on", "")
            piece = pieces[end]
            metadata["adopted_on"] = max(metadata["adopted_on"], date)
            self.left_out.append(LeftOut("other", piece.place, piece.text, "a date on which the text was changed"))
            self.remarks.append(Problem.of("amended-on", piece.place, piece.text, seen=metadata["adopted_on"]))
            end += 1
        return end

    def _blocks(self, pieces: Sequence[Piece]) -> list[DraftBlock]:
        """The blocks, with the levels of headings closed up and the depths of lists turned into levels."""
        outline: list[int] = []
        lists: list[int] = []
        moved = deep = 0
        blocks = []
        for piece in pieces:
            if piece.kind is BlockKind.HEADING:
                lists.clear()
                level = outline_level(outline, piece.depth)
                moved += level != piece.depth - min(outline) + 1
            elif piece.kind is BlockKind.NOTE:
                level = 0
            else:
                level = list_level(lists, piece)
            highest = _DEEPEST.get(piece.kind, _DEEPEST_ITEM)
            deep += level > highest
            blocks.append(DraftBlock(piece.kind, piece.text, (), min(level, highest), piece.label))
        if moved:
            self.remarks.append(Problem.of("levels-closed", self.file_name, count=moved))
        if deep:
            self.remarks.append(Problem.of("level-too-deep", self.file_name, count=deep, expected=_DEEPEST_ITEM))
        return blocks

    def _tell(self, pieces: Sequence[Piece]) -> None:
        """Remarks about what was done throughout the file."""
        if self.breaks:
            self.remarks.append(Problem.of("forced-break", self.file_name, count=self.breaks))
        if self.odd_labels:
            seen = self.odd_labels[0]
            self.remarks.append(Problem.of("label-in-words", self.file_name, seen=seen, count=len(self.odd_labels)))
        for kind, count in Counter(left.kind for left in self.left_out if left.reason).items():
            if kind not in ("other", "markup"):
                self.remarks.append(Problem.of("part-left-out", self.file_name, seen=kind, count=count))


def _titled(title: str) -> dict[str, str]:
    """The title without what stands in front of it."""
    words = read_head([(1, title)], "").metadata.get("title", "")
    return {"title": words} if words else {}


def _place(pieces: Sequence[Piece], place: str) -> str:
    index = place.rpartition(":")[2]
    return pieces[int(index)].place if index.isdigit() and int(index) < len(pieces) else place


def _one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
