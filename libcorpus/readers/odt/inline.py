"""The words of one paragraph of an ODT file: spans, blanks, marks of notes, fields, tracked changes, hidden text.

    Haupt<text:s text:c="2"/>Satz<text:line-break/>neu     "Haupt  Satz", a forced break, "neu"
    <text:change-start/>…<text:change-end/>                words, or left out: tracked
    <text:change text:change-id="c1"/>                     nothing, or what was deleted here

Every piece of text goes into a channel: the words, or what is left out for a reason. Knows no blocks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from libcorpus.readers.channels import REASONS, WORDS, Line
from libcorpus.readers.composing import BREAK, SPLIT, Composer
from libcorpus.readers.counters import roman
from libcorpus.readers.odt.styles import Style, Styles
from libcorpus.readers.zipped import Element, attribute, child, tag_of

INDEXES: Final = frozenset(
    ["table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index", "user-index"]
)
_PAGE_FIELDS: Final = frozenset(["page-number", "page-count", "page-continuation"])
_HIDDEN: Final = frozenset(["hidden-text", "hidden-paragraph"])
# Text in pictures' descriptions, scripts and marks of rubies is no text of the page.
SKIPPED: Final = frozenset(["tracked-changes", "desc", "title", "event-listeners", "forms", "sequence-decls", "script"])


@dataclass(slots=True)
class Inline:
    """Reads paragraphs one after the other; a tracked insertion may run on from one to the next."""

    styles: Styles
    composer: Composer
    tracked: str
    insertions: frozenset[str] = frozenset()
    deletions: dict[str, Element] = field(default_factory=dict)
    open_insertions: set[str] = field(default_factory=set)
    notes: list[tuple[str, Element]] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    toc: int = 0
    pictures: int = 0

    @property
    def dropping(self) -> bool:
        """Whether the place that is read lies in an insertion that was refused."""
        return self.tracked == "reject" and bool(self.open_insertions)

    def line(self, paragraph: Element, style: Style) -> Line:
        """The text of a paragraph."""
        line = Line()
        self._walk(paragraph, line, style, "")
        return line

    def _walk(self, element: Element, line: Line, style: Style, channel: str) -> None:
        self._put(line, element.text or "", style, channel)
        for own in element:
            self._one(own, line, style, channel)
            self._put(line, own.tail or "", style, channel)

    def _one(self, own: Element, line: Line, style: Style, channel: str) -> None:
        name = tag_of(own)
        if name in SKIPPED or not name:
            return
        if name == "s" or name == "tab":
            self._put(line, " ", style, channel)
        elif name == "line-break":
            self._put(line, BREAK, style, channel)
        elif name == "note":
            self._note(own, line, style, channel)
        elif name in ("annotation", "annotation-end"):
            self._comment(own)
        elif name == "text-box":
            line.boxes.append(own)
        elif name in ("change-start", "change-end", "change"):
            self.change(own, line, style)
        elif name == "ruby-text":
            self._walk(own, line, style, "hidden")
        else:
            self.pictures += name in ("image", "object", "object-ole", "plugin")
            below = "page-number" if name in _PAGE_FIELDS else "hidden" if name in _HIDDEN else channel
            self._walk(own, line, self._styled(own, style), below)

    def _styled(self, own: Element, style: Style) -> Style:
        name = attribute(own, "style-name") if tag_of(own) in ("span", "a") else ""
        if not name:
            return style
        said = self.styles.get(name)
        bold = said.bold if said.bold is not None else style.bold
        hidden = said.hidden if said.hidden is not None else style.hidden
        return Style(style.name, style.outline, style.lists, bold, hidden)

    def _put(self, line: Line, text: str, style: Style, channel: str) -> None:
        if not text:
            return
        if self.dropping:
            channel = "tracked"
        elif self.toc:
            channel = "toc"
        elif not channel and style.hidden:
            channel = "hidden"
        # Line ends in the file are blanks: what breaks a line is an element.
        plain = text if text in (BREAK, SPLIT) else text.replace("\n", " ")
        line.put(channel, plain, bool(style.bold))

    def _note(self, own: Element, line: Line, style: Style, channel: str) -> None:
        """A note stands where its mark does; the mark it shows is in the file, and is what the program last drew."""
        citation, body = child(own, "note-citation"), child(own, "note-body")
        shown = "".join(citation.itertext()).strip() if citation is not None else ""
        kind = attribute(own, "note-class", "footnote")
        if self.dropping or self.toc or channel:
            text = " ".join(all_text(own, True))
            self.composer.leave("tracked" if self.dropping else "toc" if self.toc else channel, text, "", "a note")
            return
        number = self.numbers[kind] = self.numbers.get(kind, 0) + 1
        mark = str(number) if kind == "footnote" else roman(number)
        if shown:
            self.composer.leave("markup", shown)
        self._put(line, self.composer.generate(f"[^{mark}]"), style, channel)
        if body is not None:
            self.notes.append((mark, body))

    def _comment(self, own: Element) -> None:
        author = "".join(child(own, "creator").itertext()) if child(own, "creator") is not None else ""  # type: ignore[union-attr]
        text = " ".join(all_text(own, True))
        self.composer.leave("comment", text, "", f"{REASONS['comment']}: {author}" if author else REASONS["comment"])

    def change(self, own: Element, line: Line | None, style: Style) -> None:
        """The begin or end of an insertion, or the place of a deletion."""
        name, own_id = tag_of(own), attribute(own, "change-id")
        if name == "change-start" and own_id in self.insertions:
            self.open_insertions.add(own_id)
        elif name == "change-end":
            self.open_insertions.discard(own_id)
        elif name == "change" and self.tracked == "reject" and own_id in self.deletions and line is not None:
            self._restore(self.deletions.pop(own_id), line, style)

    def _restore(self, deletion: Element, line: Line, style: Style) -> None:
        """Put back what was deleted: its paragraphs, the first and the last of which join what stands around."""
        for index, paragraph in enumerate(own for own in deletion.iter() if tag_of(own) in ("p", "h")):
            if index:
                self._put(line, SPLIT, style, WORDS)
            self._walk(paragraph, line, style, WORDS)


def all_text(tree: Element, inside: bool = False) -> Iterator[str]:
    """Every piece of text in the paragraphs of an element, whatever they stand in: to hold the draft against.

    ``inside``: the element stands in a paragraph itself. Text outside of paragraphs is shown by no program.
    """
    name = tag_of(tree)
    if name in _METADATA:
        return
    inside = name in ("p", "h") or (inside and name not in ("text-box", "note-body"))
    if inside:
        yield tree.text or ""
    for own in tree:
        yield from all_text(own, inside)
        if inside:
            yield own.tail or ""


# Who wrote a comment or a change, and when; and descriptions of pictures.
_METADATA: Final = frozenset(
    ["creator", "date", "change-info", "creator-initials", "meta-creator-initials", "sender-initials"]
) | (SKIPPED - {"tracked-changes"})
