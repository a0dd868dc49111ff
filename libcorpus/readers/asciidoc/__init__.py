"""Reads programmes and statutes in AsciiDoc, as far as such texts use it. No file is fetched or taken in.

lines -> blocks -> words -> Draft
"""

import re
from typing import Final

from libcorpus.model.draft import Draft
from libcorpus.model.problems import Problem, refuse
from libcorpus.readers.asciidoc.blocks import Blocks
from libcorpus.readers.asciidoc.inline import Inline
from libcorpus.readers.base import NO_OPTIONS, ReadOptions, suffix_of
from libcorpus.readers.composing import Composer
from libcorpus.readers.encodings import decoded, is_text

MEDIA_TYPE: Final = "text/asciidoc"
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class AsciiDoc:
    """Texts in AsciiDoc."""

    name = "asciidoc 1"
    media_type = MEDIA_TYPE
    suffixes: tuple[str, ...] = (".adoc", ".asciidoc", ".asc")

    def recognises(self, data: bytes, file_name: str) -> bool:
        """By its name: AsciiDoc is text, and nothing in it says that it is more."""
        return suffix_of(file_name) in self.suffixes and is_text(data)

    def read(self, data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS) -> Draft:
        """The draft of the text."""
        found = decoded(data, file_name)
        composer = Composer(file_name)
        composer.remarks += found.remarks
        attributes: dict[str, str] = {}
        inline = Inline(composer, attributes)
        try:
            Blocks(composer, inline, attributes).read([line.expandtabs(4) for line in found.text.split("\n")])
        except RecursionError:
            raise refuse("nested-too-deep", file_name, expected=20) from None
        if inline.pictures:
            composer.remarks.append(Problem.of("pictures-left-out", file_name, count=inline.pictures))
        language = attributes.get("lang", "")
        metadata = {"language": language} if _LANGUAGE.fullmatch(language) else {}
        return composer.draft(self.name, MEDIA_TYPE, found.text, metadata)
