"""Files as people have them become drafts. One table lists the readers; the first that recognises a file reads it.

bytes  ->  READERS  ->  Draft
"""

from dataclasses import replace

from libcorpus.model.draft import Draft
from libcorpus.model.problems import LibcorpusError, Problem, refuse
from libcorpus.readers.antragsgruen import AntragsgruenMotion
from libcorpus.readers.antragsgruen_page import AntragsgruenPage
from libcorpus.readers.asciidoc import AsciiDoc
from libcorpus.readers.base import NO_OPTIONS, Book, Reader, ReadOptions, Splitting, decode, suffix_of
from libcorpus.readers.docx import Docx
from libcorpus.readers.html import Html
from libcorpus.readers.markdown import Markdown
from libcorpus.readers.numbered import NumberedText
from libcorpus.readers.odt import Odt
from libcorpus.readers.openslides import OpenSlidesMotions
from libcorpus.readers.pandoc import Pandoc
from libcorpus.readers.pdf import Pdf
from libcorpus.readers.plain import PlainText
from libcorpus.readers.plugins import plugged
from libcorpus.readers.unreadable import NAMED, no_archive, why_unreadable

# Files that say what they are by their first bytes come first, those that only look like something come last.
READERS: tuple[Reader, ...] = (
    Pdf(),
    Docx(),
    Odt(),
    AntragsgruenMotion(),
    OpenSlidesMotions(),
    AntragsgruenPage(),
    Html(),
    Markdown(),
    AsciiDoc(),
    Pandoc(),
    NumberedText(),
    PlainText(),
)


def reader_for(data: bytes, file_name: str) -> Reader:
    """The reader for a file, by what is in it; refuses a kind of file that none reads."""
    if not data.strip():
        raise refuse("empty-file", file_name)
    for reader in READERS:
        if reader.recognises(data, file_name):
            if ".txt" in reader.suffixes and (ruin := no_archive(data, file_name)) is not None:
                raise ruin
            return reader
    readers, broken = plugged()
    for reader in readers:
        if reader.recognises(data, file_name):
            return reader
    if (told := why_unreadable(data, file_name) or no_archive(data, file_name)) is not None:
        raise told
    suffix = suffix_of(file_name)
    known = {suffix for reader in (*READERS, *readers) for suffix in reader.suffixes if suffix}
    if suffix in known or not suffix:
        decode(data, file_name)  # says what is wrong with it, and where
    none = Problem.of("no-reader", file_name, seen=suffix or file_name, known=", ".join(sorted(known)))
    raise LibcorpusError([none, *broken])


def read(data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS) -> Draft:
    """The draft of a file; refuses it with its name and the place where it cannot be read."""
    reader = reader_for(data, file_name)
    draft = reader.read(data, file_name, options)
    if not draft.blocks:
        raise refuse("no-text", file_name)
    suffix = suffix_of(file_name)
    if suffix and suffix not in reader.suffixes:
        wrong = Problem.of("suffix-differs", file_name, seen=suffix, expected=draft.media_type)
        draft = replace(draft, remarks=(wrong, *draft.remarks))
    return draft


def split(data: bytes, file_name: str) -> Book:
    """The resolutions of a book; refuses a kind of file that cannot be split, and one in which none were found."""
    reader = reader_for(data, file_name)
    if not isinstance(reader, Splitting):
        raise refuse("no-book", file_name)
    book = reader.split(data, file_name)
    if not book.drafts:
        raise refuse("no-parts", file_name)
    return book


def can_read(file_name: str) -> bool:
    """Whether the name of a file looks like one that a reader is for."""
    suffix = suffix_of(file_name)
    if suffix in NAMED or any(suffix in reader.suffixes for reader in READERS if suffix):
        return True
    return bool(suffix) and any(suffix in reader.suffixes for reader in plugged()[0])


def is_ours(data: bytes, file_name: str) -> bool:
    """Whether a reader knows a file whose name says little: JSON may be anything."""
    return any(reader.recognises(data, file_name) for reader in READERS if suffix_of(file_name) in reader.suffixes)


def reader_names() -> frozenset[str]:
    """The names of the readers there are, with their versions."""
    return frozenset(reader.name for reader in (*READERS, *plugged()[0]))


__all__ = [
    "READERS",
    "Book",
    "ReadOptions",
    "Reader",
    "can_read",
    "decode",
    "is_ours",
    "plugged",
    "read",
    "reader_for",
    "reader_names",
    "split",
]
