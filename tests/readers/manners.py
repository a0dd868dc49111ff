"""Made-up transcripts: blocks that are known, wrapped by the rule, and written down in one of many manners.

    Known(paragraph, "Lindenfurt wächst …")  --Manner-->  "- 1 Lindenfurt wächst seit …\n2 und mit der Stadt …"

What a manner varies is what tools do that copy a resolution out of a PDF or a web page. So a reader's
outcome can be held against the truth, block by block and line by line.
"""

import random
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from libcorpus.model.document import BlockKind
from libcorpus.text.numbering import effective_length, wrap
from tests.readers.stock import ENDED_HEADINGS, HEADINGS, ITEMS, LONG_HEADINGS, SENTENCES

SAMPLE_HEAD = (
    "",
    "Beschluss Leben in Lindenfurt",
    "",
    "Gremium: Mitgliederversammlung",
    "Beschlussdatum: 07.03.2020",
    "Tagesordnungspunkt: 2.13. Leben in Lindenfurt",
    "",
    "Text",
    "",
)


@dataclass(frozen=True)
class Known:
    """A block whose kind, level and label are known; ``bullet`` is how print marks an item without a label."""

    kind: BlockKind
    text: str
    level: int = 0
    label: str = ""


@dataclass(frozen=True)
class Manner:
    """How a transcript is written down; the values that stand here are those of the plainest one."""

    length: int = 80
    heading_factor: float = 1.0
    dashes: str = "none"  # before the number of a block's first line: none, all, items, half
    after_number: str = " "
    right_aligned: bool = False
    blanks: str = "all"  # between blocks: all, some, none, headings
    page: int = 0  # printed lines on a page
    page_marks: tuple[str, ...] = ("",)  # lines between two pages; {page} and {pages} are filled in
    bullets: tuple[str, ...] = ("•", "◦", "▪")
    indent: int = 0  # of an item's words, a level
    hang: bool = False  # whether an item's further lines stand below its words
    empty_lines: bool = False  # whether print numbers an empty line between blocks
    heading_form: str = "{}"
    head: tuple[str, ...] = SAMPLE_HEAD
    foot: tuple[str, ...] = ()
    trailing: str = ""
    line_end: str = "\n"
    first: int = 1
    layout: str = "rule"  # how lines break: rule, proportional, hyphenated
    spaced: int = 0  # blank lines between all lines
    wrapped: int = 0  # characters after which a mail wraps each line of the file again
    number_above: bool = False  # whether the number stands on a line of its own, above the words


@dataclass
class Transcript:
    """A file and the truth about it: for each block its kind, level, label and its printed lines, by number."""

    text: str
    blocks: list[tuple[Known, list[int]]] = field(default_factory=list)
    printed: dict[int, str] = field(default_factory=dict)


def render(blocks: Sequence[Known], manner: Manner, rng: random.Random) -> Transcript:
    """The blocks as a transcript in that manner."""
    made = Transcript("")
    rows: list[tuple[int, str, bool, Known | None]] = []
    number = manner.first
    for position, block in enumerate(blocks):
        if manner.empty_lines and position:
            rows.append((number, "", False, None))
            number += 1
        own = []
        for index, words in enumerate(_LAYOUTS[manner.layout](block, manner)):
            rows.append((number, _decorated(block, words, index, manner), index == 0, block))
            made.printed[number] = words.rstrip(" ")
            own.append(number)
            number += 1
        made.blocks.append((block, own))
    body = list(_body(rows, manner, rng))
    made.text = manner.line_end.join((*manner.head, *body, *manner.foot)) + manner.line_end
    return made


def _by_rule(block: Known, manner: Manner) -> Iterator[str]:
    length = effective_length(block.kind, block.level, manner.length, manner.heading_factor)
    for line in wrap(block.text, length):
        yield block.text[line.start : line.end] + ("-" if line.hyphen else "")


def _proportional(block: Known, manner: Manner) -> Iterator[str]:
    """As a word processor sets lines: narrow and wide letters, no breaks behind hyphens inside of words."""
    room = effective_length(block.kind, block.level, manner.length, manner.heading_factor) * 10
    line = ""
    for word in block.text.split(" "):
        if line and _width(f"{line} {word}") > room:
            yield line
            line = ""
        line = f"{line} {word}" if line else word
    yield line


def _width(text: str) -> int:
    return sum(5 if letter in "fijlrtI .,;:-()" else 16 if letter in "mwMWÄÖÜGOQ%" else 10 for letter in text)


_SYLLABLES = re.compile(r"(?<=[a-zäöüß]{2})[bcdfgklmnprst](?=[aeiouäöü][a-zäöüß])")


def _hyphenated(block: Known, manner: Manner) -> Iterator[str]:
    """As a typesetter does: by the rule, but a word that does not fit is parted before a consonant."""
    room = effective_length(block.kind, block.level, manner.length, manner.heading_factor)
    line = ""
    for word in block.text.split(" "):
        if line and len(line) + 1 + len(word) > room:
            left = room - len(line) - 2
            cuts = [match.start() for match in _SYLLABLES.finditer(word) if match.start() <= left]
            if cuts and block.kind is not BlockKind.HEADING and word.isalpha():
                yield f"{line} {word[: cuts[-1]]}-"
                line, word = "", word[cuts[-1] :]
            else:
                yield line
                line = ""
        line = f"{line} {word}" if line else word
    yield line


_LAYOUTS = {"rule": _by_rule, "proportional": _proportional, "hyphenated": _hyphenated}


def _decorated(block: Known, words: str, index: int, manner: Manner) -> str:
    if block.kind is BlockKind.HEADING:
        return manner.heading_form.format(words.rstrip(" "))
    if block.kind is BlockKind.QUOTE:
        return "> " + words.rstrip(" ")
    if block.kind is not BlockKind.ITEM:
        return words.rstrip(" ")
    marker = (block.label or manner.bullets[block.level - 1]) + " "
    indent = " " * manner.indent * block.level
    if index:
        return indent + (" " * len(marker) if manner.hang else "") + words.rstrip(" ")
    return indent + marker + words.rstrip(" ")


def _body(rows: Sequence[tuple[int, str, bool, Known | None]], manner: Manner, rng: random.Random) -> Iterator[str]:
    width = len(str(rows[-1][0])) if manner.right_aligned else 0
    pages = 1 + (len(rows) - 1) // manner.page if manner.page else 1
    previous: Known | None = None
    for position, (number, words, first, block) in enumerate(rows):
        if manner.page and position and position % manner.page == 0:
            page = position // manner.page
            yield from (mark.format(page=page, next=page + 1, pages=pages) for mark in manner.page_marks)
        elif first and position and _blank(manner, block, previous, rng):
            yield ""
        elif position:
            yield from [""] * manner.spaced
        dash = "- " if manner.dashes == "every" or (first and _dashed(manner, block, rng)) else ""
        separator = ("\n" if manner.number_above else manner.after_number) if words else ""
        whole = f"{dash}{number:>{width}}{separator}{words}{manner.trailing}"
        yield from textwrap.wrap(whole, manner.wrapped, break_on_hyphens=False) if manner.wrapped else (whole,)
        previous = block or previous


def _blank(manner: Manner, block: Known | None, previous: Known | None, rng: random.Random) -> bool:
    if manner.blanks == "some":
        return rng.random() < 0.5
    if manner.blanks == "headings":
        return any(one is not None and one.kind is BlockKind.HEADING for one in (block, previous))
    if manner.blanks == "above":
        return block is not None and block.kind is BlockKind.HEADING
    return manner.blanks == "all"


def _dashed(manner: Manner, block: Known | None, rng: random.Random) -> bool:
    if manner.dashes == "half":
        return rng.random() < 0.5
    if manner.dashes == "items":
        return block is not None and block.kind is BlockKind.ITEM
    return manner.dashes == "all"


def invented(rng: random.Random, nested: bool = True, ended: bool = False, labels: bool = True) -> list[Known]:
    """Sections of an invented resolution: headings, paragraphs, lists."""
    blocks: list[Known] = []
    for section in range(rng.randint(3, 5)):
        stock = HEADINGS + (LONG_HEADINGS if rng.random() < 0.3 else ()) + (ENDED_HEADINGS * 2 if ended else ())
        level = 2 if section and rng.random() < 0.7 else 1
        blocks.append(Known(BlockKind.HEADING, rng.choice(stock), level))
        if rng.random() < 0.15:
            blocks.append(Known(BlockKind.HEADING, rng.choice(HEADINGS), min(level + 1, 2)))
        blocks.extend(Known(BlockKind.PARAGRAPH, _paragraph(rng)) for _ in range(rng.randint(1, 4)))
        blocks.extend(_list(rng, nested, labels))
    return blocks


def _paragraph(rng: random.Random) -> str:
    return " ".join(rng.choice(SENTENCES) for _ in range(rng.choice((1, 1, 2, 3, 4, 5))))


def _list(rng: random.Random, nested: bool, labels: bool) -> Iterator[Known]:
    if rng.random() < 0.3:
        return
    style = rng.choice(("1.", "a)", "(1)")) if labels and rng.random() < 0.3 else ""
    for index in range(rng.randint(2, 6)):
        label = style.replace("1", str(index + 1)).replace("a", "abcdef"[index]) if style else ""
        text = rng.choice(ITEMS) if rng.random() < 0.4 else _paragraph(rng)
        yield Known(BlockKind.ITEM, text, 1, label)
        if nested and not style and rng.random() < 0.15:
            for _ in range(rng.randint(1, 3)):
                yield Known(BlockKind.ITEM, rng.choice(ITEMS), 2)
