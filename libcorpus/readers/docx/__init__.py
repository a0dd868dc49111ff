"""Reads Word files (DOCX): headings, lists with the numbers Word prints, notes, tables, tracked changes.

    [Content_Types].xml, word/document.xml, styles, numbering, notes  ->  Draft

The XML is read directly: libraries for it drop text boxes, numbers of lists, or the other side of tracked changes.
Line numbers of Word depend on fonts and the printer, and stand nowhere in the file.
"""

import posixpath
from typing import Final

from libcorpus.model.draft import Draft
from libcorpus.model.problems import Problem, refuse
from libcorpus.readers.base import NO_OPTIONS, ReadOptions
from libcorpus.readers.channels import REASONS
from libcorpus.readers.composing import SPLIT, Composer
from libcorpus.readers.docx.body import Body
from libcorpus.readers.docx.inline import DELETED, INSERTED, Inline, all_text
from libcorpus.readers.docx.labels import Numbering
from libcorpus.readers.docx.styles import Styles
from libcorpus.readers.zipped import Element, Parts, attribute, child, has_part, tag_of

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_KIND: Final = "DOCX"
_NOTES: Final = {"footnote": "footnotes.xml", "endnote": "endnotes.xml"}
# Lines that part the notes from the page: no notes.
_SEPARATORS: Final = frozenset(["separator", "continuationSeparator", "continuationNotice"])


class Docx:
    """Word files."""

    name = "docx 1"
    media_type = MEDIA_TYPE
    suffixes: tuple[str, ...] = (".docx", ".docm", ".dotx")

    def recognises(self, data: bytes, file_name: str) -> bool:
        """Whether it is an archive with a Word document in it."""
        return has_part(data, "[Content_Types].xml", "_rels/.rels") and b"word/document" in data

    def read(self, data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS) -> Draft:
        """The draft; refuses a file that is broken, encrypted or too large, or has tracked changes nobody chose on."""
        parts = Parts(data, file_name, _KIND)
        try:
            return _File(parts, options).draft(self.name)
        except RecursionError:
            raise refuse("nested-too-deep", file_name, expected=200) from None


class _File:
    """One Word file, with its parts opened."""

    def __init__(self, parts: Parts, options: ReadOptions) -> None:
        self.parts, self.tracked = parts, options.tracked
        main = _main(parts)
        self.folder = posixpath.dirname(main)
        self.document = parts.xml(main)
        self.notes = {kind: self._part(name) for kind, name in _NOTES.items()}
        self.comments = self._part("comments.xml")
        self.composer = Composer(parts.file_name)
        styles = Styles.of(self._part("styles.xml"))
        numbered = {name: style.number for name, style in styles.known.items() if style.number}
        self.inline = Inline(styles, self.composer, self.tracked)
        self.body = Body(styles, Numbering(self._part("numbering.xml"), numbered), self.inline, self.composer)

    def _part(self, name: str) -> Element | None:
        return self.parts.maybe_xml(posixpath.join(self.folder, name))

    def draft(self, reader: str) -> Draft:
        """The draft of the file."""
        self._check_tracked()
        self.inline.follow_fields = _balanced(self.document)
        body = child(self.document, "body")
        if body is None:
            raise refuse("broken-file", self.parts.file_name, expected=_KIND, seen="no body")
        self.body.read(body)
        for kind, tree in self.notes.items():
            self._notes(kind, tree)
        self._comments()
        around = list(self._around())
        if self.inline.pictures:
            self.composer.remarks.append(
                Problem.of("pictures-left-out", self.parts.file_name, count=self.inline.pictures)
            )
        trees = (self.document, *self.notes.values(), self.comments, *around)
        # Without anything between them: an accent may stand in another run than its letter.
        characters = "\n".join("".join(all_text(tree)) for tree in trees)
        return self.composer.draft(reader, MEDIA_TYPE, characters, self._metadata())

    def _check_tracked(self) -> None:
        trees = [tree for tree in (self.document, *self.notes.values()) if tree is not None]
        count = sum(tag_of(own) in INSERTED | DELETED for tree in trees for own in tree.iter())
        if not count:
            return
        if not self.tracked:
            raise refuse("tracked-changes", self.parts.file_name, count=count)
        taken = Problem.of("tracked-taken", self.parts.file_name, count=count, seen=self.tracked)
        self.composer.remarks.append(taken)

    def _notes(self, kind: str, tree: Element | None) -> None:
        """The notes in the order of their marks; those that no mark names are left out."""
        found = {attribute(own, "id"): own for own in (tree if tree is not None else ()) if tag_of(own) == kind}
        marks = {own_id: mark for (own_kind, own_id), mark in self.inline.marks.items() if own_kind == kind}
        for own_id, mark in marks.items():
            text = self._note_text(found.pop(own_id)) if own_id in found else ""
            self.composer.note(mark, text, f"[^{mark}]")
        for own in found.values():
            if attribute(own, "type") in _SEPARATORS:
                continue
            self.composer.leave("note", "\n".join(all_text(own)), kind, REASONS["note"])

    def _note_text(self, own: Element) -> str:
        paragraphs = [self.body.note_line(paragraph) for paragraph in own.iter() if tag_of(paragraph) == "p"]
        return SPLIT.join(paragraphs)

    def _comments(self) -> None:
        for own in self.comments if self.comments is not None else ():
            author = attribute(own, "author")
            reason = f"{REASONS['comment']}: {author}" if author else REASONS["comment"]
            self.composer.leave("comment", "\n".join(all_text(own)), "comments", reason)

    def _around(self) -> list[Element]:
        """Heads and feet of pages, left out one by one."""
        trees = []
        for name in sorted(self.parts.names()):
            base = posixpath.basename(name)
            kind = next((kind for kind in ("header", "footer") if base.startswith(kind) and base.endswith(".xml")), "")
            if kind and posixpath.dirname(name) == self.folder:
                tree = self.parts.xml(name)
                trees.append(tree)
                self.composer.leave(kind, " ".join(all_text(tree)), base.removesuffix(".xml"), REASONS[kind])
        return trees

    def _metadata(self) -> dict[str, str]:
        """The title among the properties of the file, for a text that names none."""
        core = self.parts.maybe_xml("docProps/core.xml")
        title = child(core, "title")
        return {"title": " ".join((title.text or "").split())} if title is not None else {}


def _main(parts: Parts) -> str:
    """The name of the part that holds the text, as the file itself says."""
    for own in parts.xml("_rels/.rels"):
        if attribute(own, "Type").endswith("/officeDocument"):
            target = attribute(own, "Target").lstrip("/")
            if target in parts:
                return target
    return "word/document.xml"


def _balanced(tree: Element) -> bool:
    """Whether every field that begins ends: one that does not would swallow all text behind it."""
    open_fields = 0
    for own in tree.iter():
        if tag_of(own) == "fldChar":
            open_fields += {"begin": 1, "end": -1}.get(attribute(own, "fldCharType"), 0)
            if open_fields < 0:
                return False
    return open_fields == 0
