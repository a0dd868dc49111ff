"""Reads all other kinds of texts through pandoc: RTF, EPUB, DocBook, LaTeX, Org, reStructuredText and more.

    bytes  ->  pandoc --sandbox  ->  tree  ->  Draft

Needs the extra ``pandoc``. What pandoc drops by itself cannot be seen here: the draft is held against all that it gave.
"""

from typing import Any, Final

from libcorpus.model.draft import Draft
from libcorpus.model.problems import Problem, refuse
from libcorpus.readers.base import NO_OPTIONS, ReadOptions, suffix_of
from libcorpus.readers.composing import Composer
from libcorpus.readers.encodings import decoded, is_text
from libcorpus.readers.pandoc.ast import Tree, strings
from libcorpus.readers.pandoc.run import tree_of
from libcorpus.readers.zipped import Parts

_RTF: Final = b"{\\rtf"
_EPUB: Final = b"application/epub+zip"
FORMATS: Final = {
    ".rtf": ("rtf", "application/rtf"),
    ".epub": ("epub", "application/epub+zip"),
    ".dbk": ("docbook", "application/docbook+xml"),
    ".docbook": ("docbook", "application/docbook+xml"),
    ".fb2": ("fb2", "application/x-fictionbook+xml"),
    ".tex": ("latex", "application/x-tex"),
    ".latex": ("latex", "application/x-tex"),
    ".org": ("org", "text/org"),
    ".rst": ("rst", "text/x-rst"),
    ".textile": ("textile", "text/x-textile"),
    ".wiki": ("mediawiki", "text/x-mediawiki"),
    ".mediawiki": ("mediawiki", "text/x-mediawiki"),
    ".opml": ("opml", "text/x-opml"),
    ".typ": ("typst", "text/x-typst"),
}
"""What pandoc is asked for, by the end of the name: pandoc's own name of the format, and the media type."""


class Pandoc:
    """All that pandoc reads and no reader of our own does."""

    name = "pandoc 1"
    media_type = "application/x-pandoc"
    suffixes: tuple[str, ...] = tuple(FORMATS)

    def recognises(self, data: bytes, file_name: str) -> bool:
        """RTF and EPUB by their first bytes, texts with signs in them by their name."""
        suffix = suffix_of(file_name)
        if data.startswith(_RTF) or (data.startswith(b"PK") and _EPUB in data[:200]):
            return True
        return suffix in FORMATS and suffix not in (".rtf", ".epub") and is_text(data)

    def read(self, data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS) -> Draft:
        """The draft of what pandoc makes of the file."""
        form, media_type = _format(data, file_name)
        composer = Composer(file_name)
        if form == "epub":
            Parts(data, file_name, "EPUB")  # refuses an archive that holds too much
        elif form != "rtf":
            found = decoded(data, file_name)
            composer.remarks += found.remarks
            data = found.text.encode()
        parsed = tree_of(data, form, file_name)
        try:
            return _draft(parsed, composer, self.name, media_type)
        except RecursionError:
            raise refuse("nested-too-deep", file_name, expected=100) from None
        except (KeyError, TypeError, IndexError, ValueError) as error:
            seen = f"{type(error).__name__}: {error}"
            raise refuse("pandoc-failed", file_name, expected=form, seen=seen) from None


def _format(data: bytes, file_name: str) -> tuple[str, str]:
    if data.startswith(_RTF):
        return FORMATS[".rtf"]
    return FORMATS[".epub"] if data.startswith(b"PK") else FORMATS[suffix_of(file_name)]


def _draft(parsed: Any, composer: Composer, reader: str, media_type: str) -> Draft:
    metadata = {}
    for name, value in parsed.get("meta", {}).items():
        words = " ".join(strings(value))
        composer.leave("metadata", words, name)
        if name == "title":
            metadata["title"] = " ".join(words.split())
        elif name == "lang":
            metadata["language"] = words
    tree = Tree(composer)
    tree.read(parsed["blocks"])
    if tree.pictures:
        composer.remarks.append(Problem.of("pictures-left-out", composer.file_name, count=tree.pictures))
    characters = "\n".join(strings([parsed.get("meta", {}), parsed["blocks"]]))
    return composer.draft(reader, media_type, characters, metadata, sure=True)
