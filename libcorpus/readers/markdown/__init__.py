"""Reads programmes in Markdown, by block rules of our own.

    front matter -> metadata
    lines -> blocks -> words -> Draft

The usual parsers take the star in ``Migrant*innen und Bürger*innen`` for emphasis and drop it. Here only signs at the
edges of words are markup, and every character of the file is in the words or left out.
"""

import re
from typing import Final

from libcorpus.model.draft import Draft
from libcorpus.model.problems import Problem, refuse
from libcorpus.readers.base import NO_OPTIONS, ReadOptions, suffix_of
from libcorpus.readers.composing import Composer
from libcorpus.readers.encodings import decoded, is_text
from libcorpus.readers.head import KEYS, read_head
from libcorpus.readers.markdown.blocks import Blocks

MEDIA_TYPE: Final = "text/markdown"
_FENCE: Final = re.compile(r"-{3}[ \t]*")
_FENCE_END: Final = re.compile(r"(?:-{3}|\.{3})[ \t]*")
_FIELD: Final = re.compile(r"([A-Za-zÄÖÜäöü][\w .-]{0,40}?)[ \t]*:[ \t]*(.*)")
# Keys that front matter has and heads of transcripts do not.
_KEYS: Final = {"date": "datum", "adopted_on": "datum", "adopted-on": "datum", "organization": "organisation"}
_DIRECT: Final = frozenset(["language", "lang", "kind", "status"])
_COMMENT_OPEN: Final = re.compile(r"[ \t]*<!--")


class Markdown:
    """Texts in Markdown."""

    name = "markdown 1"
    media_type = MEDIA_TYPE
    suffixes: tuple[str, ...] = (".md", ".markdown", ".mdown")

    def recognises(self, data: bytes, file_name: str) -> bool:
        """By its name: Markdown is text, and nothing in it says that it is more."""
        return suffix_of(file_name) in self.suffixes and is_text(data)

    def read(self, data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS) -> Draft:
        """The draft of the text, with what its front matter says as metadata."""
        found = decoded(data, file_name)
        lines = [(number, line.expandtabs(4)) for number, line in enumerate(found.text.split("\n"), 1)]
        composer = Composer(file_name)
        composer.remarks += found.remarks
        metadata, lines = _front_matter(lines, composer)
        try:
            Blocks(composer).read(_without_comments(lines, composer))
        except RecursionError:
            raise refuse("nested-too-deep", file_name, expected=20) from None
        return composer.draft(self.name, MEDIA_TYPE, found.text, metadata, sure=True)


def _front_matter(lines: list[tuple[int, str]], composer: Composer) -> tuple[dict[str, str], list[tuple[int, str]]]:
    """The fields between two lines of dashes at the top of a file, and the lines below them."""
    if not lines or _FENCE.fullmatch(lines[0][1]) is None:
        return {}, lines
    end = next((index for index, (_, line) in enumerate(lines[1:], 1) if _FENCE_END.fullmatch(line)), None)
    if end is None or not any(_FIELD.fullmatch(line) for _, line in lines[1:end]):
        return {}, lines
    metadata: dict[str, str] = {}
    for number, line in lines[: end + 1]:
        known = _take(line, metadata) or not line.strip(" -.")
        reason = "" if known else "a line of the front matter that names no known field"
        composer.leave("metadata" if known else "other", line, str(number), reason)
        if not known:
            composer.remarks.append(Problem.of("head-line", composer.at(str(number)), line))
    return metadata, lines[end + 1 :]


def _take(line: str, metadata: dict[str, str]) -> bool:
    """Put what a line of front matter says into the fields; whether it names one that is known."""
    match = _FIELD.fullmatch(line)
    if match is None:
        return False
    key, value = match[1].lower(), match[2].strip().strip("\"'").strip()
    if key in _DIRECT:
        metadata.setdefault("language" if key == "lang" else key, value)
        return True
    key = _KEYS.get(key, key)
    if key not in KEYS:
        return False
    if value:
        for name, own in read_head([(1, f"{key}: {value}")], "").metadata.items():
            metadata.setdefault(name, own)
        if KEYS[key] != "title" and "title" not in metadata:
            metadata.pop("kind", None)
    return True


def _without_comments(lines: list[tuple[int, str]], composer: Composer) -> list[tuple[int, str]]:
    """The lines without comments that stand on lines of their own."""
    kept: list[tuple[int, str]] = []
    inside = False
    for number, line in lines:
        if not inside and _COMMENT_OPEN.match(line) and ("-->" not in line or line.rstrip().endswith("-->")):
            inside = True
        if inside:
            said = re.sub(r"<!--|-->", "", line).strip()
            composer.leave("comment" if said else "markup", line, str(number), "comment" if said else "")
            kept.append((number, ""))
            inside = "-->" not in line
        else:
            kept.append((number, line))
    return kept
