"""Reads ODT files (LibreOffice): headings, lists with their labels, notes, tables, tracked changes.

    content.xml, styles.xml, meta.xml  ->  Draft

The XML is read directly, as that of Word files is.
"""

from typing import Final
from xml.etree import ElementTree as ET

from libcorpus.model.draft import Draft
from libcorpus.model.problems import Problem, refuse
from libcorpus.readers.base import NO_OPTIONS, ReadOptions
from libcorpus.readers.channels import REASONS
from libcorpus.readers.composing import SPLIT, Composer
from libcorpus.readers.odt.body import Body
from libcorpus.readers.odt.inline import Inline, all_text
from libcorpus.readers.odt.styles import Styles
from libcorpus.readers.zipped import Element, Parts, attribute, child, has_part, tag_of

MEDIA_TYPE: Final = "application/vnd.oasis.opendocument.text"
_KIND: Final = "ODT"


class Odt:
    """Files of LibreOffice and other programs that write OpenDocument texts."""

    name = "odt 1"
    media_type = MEDIA_TYPE
    suffixes: tuple[str, ...] = (".odt", ".ott")

    def recognises(self, data: bytes, file_name: str) -> bool:
        """Whether it is an archive that says it is an OpenDocument text."""
        return has_part(data, "content.xml") and b"application/vnd.oasis.opendocument.text" in data[:4096]

    def read(self, data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS) -> Draft:
        """The draft; refuses a file that is broken, encrypted or too large, or has tracked changes nobody chose on."""
        parts = Parts(data, file_name, _KIND)
        manifest = parts.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in parts else b""
        if b"encryption-data" in manifest:
            raise refuse("encrypted-file", file_name)
        try:
            return _File(parts, options).draft(self.name)
        except RecursionError:
            raise refuse("nested-too-deep", file_name, expected=200) from None


class _File:
    """One ODT file, with its parts opened."""

    def __init__(self, parts: Parts, options: ReadOptions) -> None:
        self.parts, self.tracked = parts, options.tracked
        self.content = parts.xml("content.xml")
        self.around = parts.maybe_xml("styles.xml")
        self.composer = Composer(parts.file_name)
        text = child(self.content, "body", "text")
        if text is None:
            raise refuse("broken-file", parts.file_name, expected=_KIND, seen="no office:text")
        self.text = text
        styles = Styles.of(self.around, self.content)
        self.regions = self._regions()
        self.inline = Inline(styles, self.composer, self.tracked)
        self.inline.insertions = frozenset(own_id for own_id, own in self.regions if tag_of(own) == "insertion")
        self.inline.deletions = {own_id: own for own_id, own in self.regions if tag_of(own) == "deletion"}
        self.body = Body(styles, self.inline, self.composer)

    def _regions(self) -> list[tuple[str, Element]]:
        """The tracked changes that concern words, each with its id."""
        changes = child(self.text, "tracked-changes")
        return [
            (attribute(region, "id"), own)
            for region in (changes if changes is not None else ())
            for own in region
            if tag_of(own) in ("insertion", "deletion")
        ]

    def draft(self, reader: str) -> Draft:
        """The draft of the file."""
        self._check_tracked()
        self.body.read(self.text)
        self.body.flush()
        for mark, note in self.inline.notes:
            lines = [self.body.note_line(own) for own in note.iter() if tag_of(own) in ("p", "h")]
            self.composer.note(mark, SPLIT.join(lines), f"[^{mark}]")
        for own in self.inline.deletions.values():
            self.composer.leave("tracked", " ".join(all_text(own)), "", REASONS["tracked"])
        characters = ["".join(all_text(self.text)), *self._pages()]
        if self.inline.pictures:
            count = self.inline.pictures
            self.composer.remarks.append(Problem.of("pictures-left-out", self.parts.file_name, count=count))
        return self.composer.draft(reader, MEDIA_TYPE, "\n".join(characters), self._metadata())

    def _check_tracked(self) -> None:
        count = len(self.regions)
        if count and not self.tracked:
            raise refuse("tracked-changes", self.parts.file_name, count=count)
        if count:
            taken = Problem.of("tracked-taken", self.parts.file_name, count=count, seen=self.tracked)
            self.composer.remarks.append(taken)

    def _pages(self) -> list[str]:
        """Heads and feet of pages, left out one by one; returns their text."""
        found = []
        for own in child(self.around, "master-styles") or ():
            for around in own:
                kind = tag_of(around).split("-")[0]
                if kind in ("header", "footer"):
                    text = " ".join(all_text(around))
                    found.append(text)
                    self.composer.leave(kind, text, attribute(own, "name"), REASONS[kind])
        return found

    def _metadata(self) -> dict[str, str]:
        """The title among the properties of the file, for a text that names none."""
        meta = self.parts.maybe_xml("meta.xml")
        title: ET.Element | None = child(meta, "meta", "title")
        return {"title": " ".join((title.text or "").split())} if title is not None else {}
