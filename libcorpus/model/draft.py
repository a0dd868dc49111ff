"""What a reader made of a file: blocks as lines of print, metadata found, and what was left out.

    bytes --reader--> Draft --text.build--> Document

A draft knows no sentences: cutting them is the next step. Every character of the
source that is not white space stands in a block or in ``left_out``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from libcorpus.model.document import BlockKind
from libcorpus.model.problems import Problem


@dataclass(frozen=True, slots=True)
class DraftLine:
    """Where a line of print begins in its block's flat text: ``offset`` in code points, from 0."""

    offset: int
    number: int | None
    page: int | None = None
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """A block as flat text, with the lines of print it came from; none where the source has no lines of its own."""

    kind: BlockKind
    flat: str
    lines: tuple[DraftLine, ...] = ()
    level: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of the source that is not in the words, and why.

    ``kind`` is a mechanical one (margin-number, list-dash, bullet, metadata, soft-hyphen, hyphen, …), counted in
    ``resolution.toml``, or ``other``, which is kept with ``place`` and ``text``.
    """

    kind: str
    place: str
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The outcome of reading one file.

    ``metadata`` holds field values by their names in ``resolution.toml`` (title, body, adopted_on, …) as text.
    ``numbered``: whether the lines carry printed numbers. ``remarks`` are guesses and oddities for the receipt.
    ``characters`` is all the text that the format's library gave, in any order, to hold the draft against; None for a
    plain text, whose bytes say it themselves. ``pages`` is how many pages the source has, 0 where it has none; ``part``
    names the part of the source this draft is, where one source holds several resolutions. ``rule`` and ``line_length``
    say how the system that printed it wraps, where the source tells: they number a text without printed lines.
    """

    reader: str
    media_type: str
    blocks: tuple[DraftBlock, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    numbered: bool = False
    gaps: tuple[str, ...] = ()
    remarks: tuple[Problem, ...] = ()
    characters: str | None = None
    pages: int = 0
    part: str = ""
    rule: str = ""
    line_length: int = 0
