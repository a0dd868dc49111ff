"""A comparison as rows to be read side by side: sections, cells, words that differ, and where something moved.

    section 4 "Teilhabe"     old cell              new cell
      row, here              Z. 41-42 words        Z. 50-51 words
      row, away              Z. 53-54 words        (stands elsewhere: see the row that came)
      row, came              (stood elsewhere)     Z. 54-55 words
      row, here              Z. 60-61 words        Z. 62 first part
      row, here              -                     Z. 63 new words
      row, rest              (belongs to Z. 60-61) Z. 64 second part

Read down one column and you have the whole text of that side, in its own order. Every report that shows a
comparison reads these rows, so no two of them can disagree. Knows no marks, colours or languages.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from libcorpus.align import Link, LinkKind, WordChange, word_spans
from libcorpus.flows.comparing import Comparison, Side
from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.lines import LineSpan
from libcorpus.render.placing import Role, placed, runs_of

Span = tuple[int, int]


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

    ``part`` is the title of the resolution where a side takes several together, else empty. ``runs`` are the cells of
    sentences that follow each other, where something else stands between some of these; else it is empty.
    """

    sentences: tuple[Said, ...]
    lines: tuple[LineSpan, ...]
    section: str
    part: str = ""
    runs: tuple["Cell", ...] = ()

    def run(self, number: int) -> "Cell":
        """The sentences that follow each other, counted from 0: the whole cell, if all do."""
        return self.runs[number] if self.runs else self

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
    """One link at one place, with both whole cells, so that it can name the other place; ``columns`` has what is here.

    ``run``: which of the runs stands here, where a cell has several; counted from 0.
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
    run: int = 0

    @property
    def columns(self) -> tuple[Cell | None, Cell | None]:
        """What stands here in the old and in the new column; read down, each is the whole text of its side."""
        old, new = self.old, self.new
        if self.role is Role.REST:
            split = bool(new and new.runs)
            return (None, new.run(self.run)) if split and new else (old.run(self.run) if old else None, None)
        return (
            old.run(self.run) if old and self.role is not Role.CAME else None,
            new.run(0) if new and self.role is not Role.AWAY else None,
        )

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

        What went away is counted where it came to, and a further part with the first; ``moved`` counts those that also
        moved.
        """
        own = [row for row in self.all_rows if row.role not in (Role.AWAY, Role.REST)]
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
        here = row.columns[1]
        if here:
            first = here.sentences[0].index
            own_part = bisect_right(starts, first) - 1
            if own_part != part:
                part = own_part
                sections.append(Section(len(sections), new.parts[part].title))
            if here.is_heading:
                depth = headings.depth[new.document.block_of(first)] + (1 if starts else 0)
                sections.append(Section(len(sections), here.sentences[0].text, depth, row))
                continue
        sections[-1].rows.append(row)
    return tuple(section for section in sections if section.title or section.rows)


def _rows(comparison: Comparison, ignore: Collection[str]) -> Iterator[Row]:
    """Links in the order of the account; what went away stands, like what was removed, where it stood."""
    old = _Cells(comparison.old)
    new = _Cells(comparison.new)
    under = ""
    for link, role, run in placed(comparison.account.links):
        change = _change(comparison, link, ignore)
        # Where something went away its words are whole: what became of them is shown where they came to.
        shown = None if role is Role.AWAY else change
        old_cell = old.cell(link.old, shown.old if shown else ())
        new_cell = new.cell(link.new, shown.new if shown else ())
        quiet = change is not None and not change.changes and link.kind is LinkKind.REWORDED
        form = _form_differs(link, old_cell, new_cell)
        row = Row(link, role, old_cell, new_cell, shown, quiet, form, run=run)
        here = row.columns[0]
        landmark = here.place if here and not here.is_heading and here.place != under else ""
        if here:
            under = here.opened if here.is_heading else here.place
        yield replace(row, landmark=landmark) if landmark else row


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
        said: dict[int, Said] = {}
        start = 0
        for index in sentences:
            text = document.sentences[index]
            own = document.block_of(index)
            opens = document.first_sentences[own] == index
            said[index] = Said(index, pieces(text, spans, start), document.blocks[own], opens)
            start += len(text) + 1
        runs = [self._cell([said[index] for index in run]) for run in runs_of(sentences)]
        return replace(self._cell([*said.values()]), runs=tuple(runs)) if len(runs) > 1 else runs[0]

    def _cell(self, said: Sequence[Said]) -> Cell:
        first = said[0].index
        above = self.headings.above[self.side.document.block_of(first)]
        section = "" if above is None else self.side.document.blocks[above].flat
        return Cell(tuple(said), self.side.lines_of(one.index for one in said), section, self._part(first))

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
