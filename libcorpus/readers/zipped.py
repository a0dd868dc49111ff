"""Opens files that are archives of XML, DOCX and ODT: with limits, without entities, and nothing fetched.

    bytes  ->  Parts  ->  xml("word/document.xml")  ->  tree of elements

What such a file may hold is bounded before a byte of it is unpacked; a part is read no further than its bound,
whatever the archive says. Archives in the archive stay closed. Knows no document.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from libcorpus.model.problems import refuse

MAX_MEMBERS: Final = 10_000
MAX_TOTAL: Final = 1 << 30
MAX_PART: Final = 128 << 20
# Word's XML packs to a twentieth, a bomb to a thousandth. Small parts may pack well.
MAX_RATIO: Final = 400
SMALL_PART: Final = 1 << 20
_ENCRYPTED: Final = 1
_BROKEN: Final = (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError)

Element = ET.Element


class Parts:
    """The members of an archive, by name."""

    def __init__(self, data: bytes, file_name: str, expected: str) -> None:
        self.file_name, self.expected = file_name, expected
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            members = self._archive.infolist()
        except _BROKEN as error:
            raise refuse("broken-file", file_name, expected=expected, seen=_short(error)) from None
        self._members = {member.filename: member for member in members}
        self._check(members)

    def _check(self, members: list[zipfile.ZipInfo]) -> None:
        if len(members) > MAX_MEMBERS:
            raise refuse("archive-too-large", self.file_name, seen=f"{len(members)} parts", expected=MAX_MEMBERS)
        total = sum(member.file_size for member in members)
        if total > MAX_TOTAL:
            raise refuse("archive-too-large", self.file_name, seen=_megabytes(total), expected=_megabytes(MAX_TOTAL))
        for member in members:
            packed = max(member.compress_size, 1)
            if member.file_size > SMALL_PART and member.file_size // packed > MAX_RATIO:
                seen = f"{member.filename} 1:{member.file_size // packed}"
                raise refuse("archive-too-large", self.file_name, seen=seen, expected=f"1:{MAX_RATIO}")
            if member.flag_bits & _ENCRYPTED:
                raise refuse("encrypted-file", self.file_name)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def names(self) -> Iterator[str]:
        """The names of the members, in the order of the archive."""
        return iter(self._members)

    def read(self, name: str) -> bytes:
        """The bytes of a member; refuses one that is broken or larger than it may be."""
        try:
            with self._archive.open(self._members[name]) as member:
                data = member.read(MAX_PART + 1)
        except (KeyError, zlib.error, RuntimeError, *_BROKEN) as error:
            raise refuse("broken-file", self._at(name), expected=self.expected, seen=_short(error)) from None
        if len(data) > MAX_PART:
            seen, most = f"{name} > {_megabytes(MAX_PART)}", _megabytes(MAX_PART)
            raise refuse("archive-too-large", self.file_name, seen=seen, expected=most)
        return data

    def xml(self, name: str) -> Element:
        """A member as a tree of elements; refuses entities, a document type, and what is no XML."""
        parser = ET.XMLParser(target=_NoDoctype(self._at(name)))  # noqa: S314 - a document type is refused
        try:
            parser.feed(self.read(name))
            tree: Element = parser.close()
        except (ET.ParseError, ValueError, LookupError, AssertionError) as error:
            raise refuse("broken-file", self._at(name), expected=self.expected, seen=_short(error)) from None
        return tree

    def maybe_xml(self, name: str) -> Element | None:
        """The same for a member that a file need not have."""
        return self.xml(name) if name in self else None

    def _at(self, name: str) -> str:
        return f"{self.file_name}:{name}"


class _NoDoctype(ET.TreeBuilder):
    """Builds a tree and stops at a document type, before an entity in it could be declared or used."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        """A document type was found."""
        raise refuse("xml-doctype", self.place, name)


def has_part(data: bytes, *names: str) -> bool:
    """Whether bytes are an archive that has all of these members; answers for any bytes."""
    if not data.startswith(b"PK"):
        return False
    try:
        found = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except _BROKEN:
        return False
    return all(name in found for name in names)


def tag_of(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """An attribute by its name without a namespace."""
    if element is None:
        return default
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), default)


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of a name, or its first child of the next name, and so on."""
    for name in path:
        if element is None:
            return None
        element = next((own for own in element if tag_of(own) == name), None)
    return element


def _megabytes(count: int) -> str:
    return f"{count >> 20} MB"


def _short(error: BaseException) -> str:
    return str(error).split("\n")[0][:120] or type(error).__name__
