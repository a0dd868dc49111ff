"""A comparison as rows to be read side by side: sections, cells, words that differ, and where something moved.

    section 4 "Teilhabe"     old cell              new cell
      row, here              Z. 41-42 words        Z. 50-51 words
      row, away              Z. 53-54 words        (stands elsewhere: see the row that came)
      row, came              (stood elsewhere)     Z. 54-55 words

Read down one column and you have the whole text of that side, in its own order. Every report that shows a
comparison reads these rows, so no two of them can disagree. Knows no marks, colours or languages.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from libcorpus.align import Link, LinkKind, WordChange, word_spans
from libcorpus.flows.comparing import Comparison, Side
from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.lines import LineSpan

Span = tuple[int, int]


class Role(StrEnum):
    """Where a row stands: at both places at once, or at one of the two places of something that moved."""

    HERE = "here"
    AWAY = "away"
    CAME = "came"


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence in a cell: its words in pieces, each with whether it differs, and the block it stands in.

    ``index`` counts the sentences of its document from 0; ``opens`` says that it is the first of its block.
    """

    index: int
    pieces: tuple[tuple[str, bool], ...]
    block: Block
    opens: bool

    @property
    def text(self) -> str:
        """The words."""
        return "".join(text for text, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a row: sentences, their printed lines, and the heading they stand under, empty if there is none.

    ``part`` is the title of the resolution where a side takes several together, else empty.
    """

    sentences: tuple[Said, ...]
    lines: tuple[LineSpan, ...]
    section: str
    part: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.sentences[0].block.kind is BlockKind.HEADING

    @property
    def place(self) -> str:
        """Resolution, if there are several, and heading, for a reader."""
        return ": ".join(filter(None, (self.part, self.section)))

    @property
    def opened(self) -> str:
        """The place that begins here, of a heading."""
        return ": ".join(filter(None, (self.part, self.sentences[0].text)))


@dataclass(frozen=True, slots=True)
class Row:
    """One link at one place. A row that came or went away holds both cells, so that it can name the other place.

    ``quiet``: reworded only in what the reader wants ignored. ``form``: the same words in another kind of block.
    ``landmark``: the old heading that the old column is under from here on, where the reader could not know it.
    """

    link: Link
    role: Role
    old: Cell | None
    new: Cell | None
    change: WordChange | None = None
    quiet: bool = False
    form: bool = False
    landmark: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether nothing happened here that a reader must see."""
        return (self.link.kind is LinkKind.KEPT or self.quiet) and not self.link.moved and not self.form

    @property
    def speaks_for_itself(self) -> bool:
        """Whether, of a heading, its words alone say all: it was kept, moved or added, and needs no comparison."""
        return self.link.kind in (LinkKind.KEPT, LinkKind.ADDED)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What happened, by the words of the account; a link that was kept and moved is only called moved."""
        kept = self.kind is LinkKind.KEPT
        said = () if kept and (self.link.moved or self.form) else (self.kind.value,)
        return (*said, *(("moved",) * self.link.moved))

    @property
    def kind(self) -> LinkKind:
        """The kind of the link; kept, where only what the reader wants ignored was reworded."""
        return LinkKind.KEPT if self.quiet else self.link.kind


@dataclass(slots=True)
class Section:
    """Rows under one heading of the new text; ``heading`` is None before the first one.

    ``depth`` counts headings outside of this one, from 0; ``number`` counts sections, from 0. Where a side takes
    several resolutions together, each begins with a section that is named by the resolution.
    """

    number: int
    title: str = ""
    depth: int = 0
    heading: Row | None = None
    rows: list[Row] = field(default_factory=list)

    def counts(self) -> Counter[str]:
        """How many links of each kind stand here, the heading's too, counted as ``Comparison.counts`` does.

        What went away is counted where it came to; ``moved`` counts those that also moved.
        """
        own = [row for row in self.all_rows if row.role is not Role.AWAY]
        return Counter(row.kind.value for row in own) + Counter({"moved": sum(row.link.moved for row in own)})

    @property
    def all_rows(self) -> list[Row]:
        """The heading's row, where there is one, and the others."""
        return [*([self.heading] if self.heading else []), *self.rows]

    @property
    def changed(self) -> bool:
        """Whether there is anything to see."""
        return not all(row.is_plain for row in self.all_rows)


class _Headings:
    """For each block of a document the heading it stands under, and how deep; one walk over the blocks."""

    def __init__(self, document: Document) -> None:
        self.above: list[int | None] = []
        self.depth: list[int] = []
        open_headings: list[int] = []
        for index, block in enumerate(document.blocks):
            if block.kind is BlockKind.HEADING:
                while open_headings and document.blocks[open_headings[-1]].level >= block.level:
                    open_headings.pop()
            self.above.append(open_headings[-1] if open_headings else None)
            self.depth.append(len(open_headings))
            if block.kind is BlockKind.HEADING:
                open_headings.append(index)


def sections_of(comparison: Comparison, ignore: Collection[str] = ()) -> tuple[Section, ...]:
    """The rows of a comparison in the order of the account, under the headings of the new text."""
    new = comparison.new
    headings = _Headings(new.document)
    starts = [part.first_sentence for part in new.parts]
    sections, part = [Section(0)], -1
    for row in _rows(comparison, ignore):
        if row.role is not Role.AWAY and row.link.new and row.new:
            own_part = bisect_right(starts, row.link.new[0]) - 1
            if own_part != part:
                part = own_part
                sections.append(Section(len(sections), new.parts[part].title))
            if row.new.is_heading:
                depth = headings.depth[new.document.block_of(row.link.new[0])] + (1 if starts else 0)
                sections.append(Section(len(sections), row.new.sentences[0].text, depth, row))
                continue
        sections[-1].rows.append(row)
    return tuple(section for section in sections if section.title or section.rows)


def _rows(comparison: Comparison, ignore: Collection[str]) -> Iterator[Row]:
    """Links in the order of the account; what went away stands, like what was removed, where it stood."""
    old = _Cells(comparison.old)
    new = _Cells(comparison.new)
    under = ""
    for link, role in placed(comparison.account.links):
        change = _change(comparison, link, ignore)
        # Where something went away its words are whole: what became of them is shown where they came to.
        shown = None if role is Role.AWAY else change
        old_cell = old.cell(link.old, shown.old if shown else ())
        new_cell = new.cell(link.new, shown.new if shown else ())
        quiet = change is not None and not change.changes and link.kind is LinkKind.REWORDED
        landmark = ""
        if old_cell and role is not Role.CAME:
            if not old_cell.is_heading and old_cell.place != under:
                landmark = old_cell.place
            under = old_cell.opened if old_cell.is_heading else old_cell.place
        yield Row(link, role, old_cell, new_cell, shown, quiet, _form_differs(link, old_cell, new_cell), landmark)


def placed(links: Sequence[Link]) -> list[tuple[Link, Role]]:
    """Links with their roles, in the order of the account; a moved one twice."""
    places: list[tuple[int, int, int, Link, Role]] = []
    last = -1
    for link in sorted((link for link in links if link.old), key=lambda link: link.old):
        if link.moved or not link.new:
            places.append((last, 1, link.old[0], link, Role.AWAY if link.moved else Role.HERE))
        else:
            last = max(last, link.new[0])
    places.extend((link.new[0], 0, 0, link, Role.CAME if link.moved else Role.HERE) for link in links if link.new)
    return [(link, role) for *_, link, role in sorted(places, key=lambda place: place[:3])]


def _change(comparison: Comparison, link: Link, ignore: Collection[str]) -> WordChange | None:
    if link.kind not in (LinkKind.REWORDED, LinkKind.SPLIT, LinkKind.MERGED):
        return None
    return word_spans(comparison.old.text_of(link.old), comparison.new.text_of(link.new), ignore=ignore)


def _form_differs(link: Link, old: Cell | None, new: Cell | None) -> bool:
    """Whether the same words are another kind of block now, or a heading of another level; labels play no part."""
    if link.kind is not LinkKind.KEPT or old is None or new is None:
        return False
    before, after = old.sentences[0].block, new.sentences[0].block
    levels = before.level != after.level and before.kind is BlockKind.HEADING
    return before.kind is not after.kind or levels


class _Cells:
    """Makes the cells of one side."""

    def __init__(self, side: Side) -> None:
        self.side = side
        self.headings = _Headings(side.document)
        self.starts = [part.first_sentence for part in side.parts]

    def cell(self, sentences: tuple[int, ...], spans: Sequence[Span]) -> Cell | None:
        """Sentences with the words that differ; spans count characters of the sentences joined by one blank."""
        if not sentences:
            return None
        document = self.side.document
        block = document.block_of(sentences[0])
        above = self.headings.above[block]
        section = "" if above is None else document.blocks[above].flat
        said, start = [], 0
        for index in sentences:
            text = document.sentences[index]
            own = document.block_of(index)
            opens = document.first_sentences[own] == index
            said.append(Said(index, pieces(text, spans, start), document.blocks[own], opens))
            start += len(text) + 1
        return Cell(tuple(said), self.side.lines_of(sentences), section, self._part(sentences[0]))

    def _part(self, sentence: int) -> str:
        place = bisect_right(self.starts, sentence) - 1
        return self.side.parts[place].title if place >= 0 else ""


def pieces(text: str, spans: Sequence[Span], start: int = 0) -> tuple[tuple[str, bool], ...]:
    """A text cut where a span begins or ends, each piece with whether it is in one; ``start`` is where the text begins.

    >>> pieces("Bis 2030 bauen", [(4, 8)])
    (('Bis ', False), ('2030', True), (' bauen', False))
    """
    result: list[tuple[str, bool]] = []
    done = 0
    for first, last in spans:
        low, high = max(first - start, done), min(last - start, len(text))
        if low >= high:
            continue
        result += [(text[done:low], False)] if done < low else []
        result.append((text[low:high], True))
        done = high
    return (*result, (text[done:], False)) if done < len(text) else tuple(result)
