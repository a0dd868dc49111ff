"""Real programmes and statutes, in two versions each: nobody has linked them, so there is no truth to count against.

    programmes/klimaliste-satzung/2020-08-09.adoc   ->   Pair("statutes 2020-08 → 2021-01", old, new)
    programmes/klimaliste-satzung/2021-01-23.adoc

The loader knows as much Markdown, AsciiDoc and plain text as these files have: it takes off the marks of headings,
items and emphasis, joins what a page break cut, and cuts blocks into sentences as the archive does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from pathlib import Path

from libcorpus.text.sentences import split_sentences

__all__ = ["Pair", "pairs", "sentences"]


@dataclass(frozen=True)
class Pair:
    """Two versions of one text, as sentences."""

    name: str
    old: list[str]
    new: list[str]


class Kind(Enum):
    """What a block is."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"


Block = tuple[Kind, str]

# Folders below programmes/ and what the table calls them; the files of a folder are versions, in the order of names.
FOLDERS = {
    "klimaliste-grundsatzprogramm": "Klimaliste, principles",
    "klimaliste-satzung": "Klimaliste, statutes",
    "piraten-bundestagswahl": "Piraten, election",
    "gruene-bundestagswahl-2021": "Grüne, election 2021",
}
# Headings of Markdown and AsciiDoc; items: "- ", "• ", "(1):: ", "(a)::: ".
_MARK = re.compile(r"^(?:(?P<heading>#{1,6}|={1,6}) +|[-*+•] +|\(\w{1,4}\):{2,} *)")
_NUMBERING = re.compile(r"^\d+(?:\.\d+)*\.? +")
_UNDERLINE = re.compile(r"^(?:=+|-+)$")
_NOTHING = re.compile(r"^(?:<!--.*-->|\+|//.*)?$")
_LINK = re.compile(r"https?://[^\s\[\]]+\[([^\]]*)\]")
_ESCAPE = re.compile(r"\\([^\w\s])")


def pairs(data: Path | None) -> Iterator[Pair]:
    """Each version against the next one; what is not there is left out with a word."""
    for folder, title in FOLDERS.items():
        path = data / "programmes" / folder if data else None
        files = sorted(path.glob("*.*")) if path and path.is_dir() else []
        if len(files) < 2:
            print(f"\n{title}: left out, because {path or 'a data folder (--data)'} does not hold two versions")
            continue
        texts = {file: sentences(file.read_text(encoding="utf-8")) for file in files}
        for old, new in pairwise(files):
            yield Pair(f"{title} {_short(old)} → {_short(new)}", texts[old], texts[new])


def _short(file: Path) -> str:
    """The date of a version, or what it is called: 2020-08, draft."""
    return file.stem.split("_")[-1] if "_" in file.stem else file.stem[:7]


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order; a heading is one."""
    found: list[str] = []
    for kind, block in _joined(_blocks(text)):
        found += [block] if kind is Kind.HEADING else split_sentences(block)
    return found


def _blocks(text: str) -> Iterator[Block]:
    """Headings, items and paragraphs without their marks."""
    kind, gathered = Kind.PARAGRAPH, ""
    for raw in [*text.split("\n"), ""]:
        line = raw.strip()
        mark = _MARK.match(line)
        if gathered and _UNDERLINE.match(line):
            yield Kind.HEADING, _plain(Kind.HEADING, gathered)
            gathered = ""
        elif mark or _NOTHING.match(line):
            if gathered:
                yield kind, _plain(kind, gathered)
            kind, gathered = Kind.PARAGRAPH, ""
            if mark:
                kind, gathered = (Kind.HEADING if mark["heading"] else Kind.ITEM), line[mark.end() :]
        else:
            gathered = f"{gathered} {line}"
        # A line that ends with a plus is broken by hand in AsciiDoc, and a heading has one line.
        if gathered and (kind is Kind.HEADING or line.endswith(" +")):
            yield kind, _plain(kind, gathered.removesuffix(" +"))
            kind, gathered = Kind.PARAGRAPH, ""


def _plain(kind: Kind, block: str) -> str:
    words = _ESCAPE.sub(r"\1", _LINK.sub(r"\1", block.replace("**", ""))).strip()
    return " ".join((_NUMBERING.sub("", words) if kind is Kind.HEADING else words).split())


def _joined(blocks: Iterator[Block]) -> Iterator[Block]:
    """A page break cuts a paragraph: what breaks off without an end and goes on in lower case is one."""
    held = ""
    for kind, block in blocks:
        if held and kind is Kind.PARAGRAPH and block[:1].islower() and held[-1] not in ".:;!?,“":
            held = held[:-1] + block if held[-1] == "-" else f"{held} {block}"
            continue
        if held:
            yield Kind.PARAGRAPH, held
        held = block if kind is Kind.PARAGRAPH else ""
        if not held and block:
            yield kind, block
    if held:
        yield Kind.PARAGRAPH, held
