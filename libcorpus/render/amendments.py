"""A comparison as the amendments an assembly would vote on: what to do to the old text, by its printed lines.

    In Zeile 31 ersetzen: „spätestens zwölf Monaten“ durch: „spätestens sechs Monaten“
    Zeile 52 streichen.
    Zeile 53 bis 54 verschieben nach Zeile 44.
    Nach Zeile 66 als Punkt einfügen: „…“

In the order of the old lines, which all numbers mean. Only words that change are quoted, with as many around them as
it takes to find them on the lines named. ``quoting`` finds the words, ``instructions`` has the sentences.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from libcorpus.align import Link, LinkKind, word_spans
from libcorpus.flows.comparing import Comparison
from libcorpus.model.document import Document
from libcorpus.render.instructions import Instructions, Place
from libcorpus.render.placing import Role, placed
from libcorpus.render.quoting import Print, Quote, quotes
from libcorpus.render.saying import details, is_german, title

FIRST = -1
_REWRITES = (LinkKind.REWORDED, LinkKind.SPLIT, LinkKind.MERGED)

Order = tuple[int, int, int]
"""Where an instruction stands in the list: old sentence, then what is done to it before what comes behind it."""


@dataclass(slots=True)
class Insertion:
    """What comes behind an old sentence, or before all of them with ``FIRST``: links that are new or moved there."""

    after: int
    parts: list[Link] = field(default_factory=list)


def render_amendments(comparison: Comparison, lang: str) -> str:
    """The whole list, one instruction a line; what is listed below an instruction is indented."""
    german = is_german(lang)
    found = [text for _, text in sorted(_Amendments(comparison, Instructions(lang)).all(), key=lambda one: one[0])]
    more = details(comparison.old, lang)
    head = title(comparison.old) + (f" ({more})" if more else "")
    label, none = ("Änderungen an", "Keine Änderungen.") if german else ("Amendments to", "No amendments.")
    return "\n".join([f"{label}: {head}", "", *(found or [none])]) + "\n"


class _Amendments:
    """Collects the instructions of one comparison; what stands between parts of a sentence is told with it."""

    def __init__(self, comparison: Comparison, say: Instructions) -> None:
        self.comparison = comparison
        self.say = say
        self.old: Document = comparison.old.document
        self.new: Document = comparison.new.document
        self.page = Print(self.old)
        self.links = told_alone(comparison.account.links)
        self.insertions = insertions_of(self.links)

    def all(self) -> Iterator[tuple[Order, str]]:
        """Every instruction with its place in the list."""
        yield from self.removals()
        for insertion in self.insertions:
            yield from self.insertion(insertion)
        for link in self.links:
            if link.kind in _REWRITES:
                yield from self.rewrite(link)
            elif link.kind is LinkKind.KEPT:
                yield from self.form(link)

    def place(self, first: int, last: int) -> Place:
        """The place of old sentences, both included."""
        lines = self.old.lines_between((first, 0), (last, len(self.old.sentences[last]) - 1))
        whole = begins_line(self.old, first) and ends_line(self.old, last)
        return Place(lines, " ".join(self.old.sentences[first : last + 1]), self.part(first), whole)

    def part(self, sentence: int) -> str:
        """The resolution a sentence is of, where the old side takes several together."""
        return next((one.title for one in reversed(self.comparison.old.parts) if one.first_sentence <= sentence), "")

    def removals(self) -> Iterator[tuple[Order, str]]:
        """Runs of sentences that are gone, none over the end of a resolution."""
        gone = sorted(link.old[0] for link in self.links if link.kind is LinkKind.REMOVED)
        for _, run in groupby(enumerate(gone), key=lambda pair: (pair[1] - pair[0], self.part(pair[1]))):
            own = [index for _, index in run]
            yield (own[0], 0, 0), self.say.say("strike", self.place(own[0], own[-1]))

    def target(self, after: int) -> str:
        """Where something is put."""
        if after == FIRST:
            return self.say.ahead(self.place(0, 0) if self.old.sentences else None)
        end = len(self.old.sentences[after]) - 1
        lines = self.old.lines_between((after, end), (after, end))
        words = self.old.sentences[after]
        return self.say.behind(Place(lines, words, self.part(after), ends_line(self.old, after)))

    def insertion(self, insertion: Insertion) -> Iterator[tuple[Order, str]]:
        """What is put behind a sentence; what moves there is told at its old lines, and listed here for the order."""
        several = len(insertion.parts) > 1
        target = self.target(insertion.after)
        listed: list[tuple[str, str]] = []
        for moved, run in groupby(insertion.parts, key=lambda link: link.moved):
            if not moved:
                listed += self.blocks([link.new[0] for link in run])
                continue
            for link in run:
                place = self.place(link.old[0], link.old[-1])
                listed.append(("", self.say.say("taken", place)))
                yield (link.old[0], 0, 0), self.say.move(place, target, several)
        if several or not insertion.parts[0].moved:
            yield (insertion.after, 1, 0), self.say.insert(target, listed)

    def blocks(self, sentences: Sequence[int]) -> Iterator[tuple[str, str]]:
        """New sentences, those of one block together, with the form of the block they open."""
        for block, run in groupby(sentences, key=self.new.block_of):
            own = list(run)
            opens = own[0] == self.new.first_sentences[block]
            words = self.say.quoted(" ".join(self.new.sentences[index] for index in own))
            yield self.say.form(self.new.blocks[block].kind.value if opens else ""), words

    def rewrite(self, link: Link) -> Iterator[tuple[Order, str]]:
        """The words that change in a sentence, or the whole of it."""
        if link.apart:
            yield (link.old[0], 0, 1), self.whole(link)
            return
        old, new = self.comparison.old.text_of(link.old), self.comparison.new.text_of(link.new)
        change, place = word_spans(old, new), self.place(link.old[0], link.old[-1])
        if change.replaced:
            yield (link.old[0], 0, 1), self.say.say("replace", place, new=new)
        else:
            for quote in quotes(self.page, link.old, old, new, change.changes):
                yield (quote.sentence, 0, quote.offset + 1), self.quote(quote)
        for index in link.new[1:]:
            block = self.new.block_of(index)
            if index == self.new.first_sentences[block]:
                form = self.say.form(self.new.blocks[block].kind.value)
                words = " ".join(self.new.sentences[index].split(" ")[:3]) + " …"
                yield (link.old[-1], 0, len(old) + 2), self.say.say("begin", place, new=words, form=form)

    def whole(self, link: Link) -> str:
        """A split or a merge from its first to its last part, with what was put in or went between the parts."""
        place = self.place(link.old[0], link.old[-1])
        whole = range(link.new[0], link.new[-1] + 1)
        form, words = next(listed := self.blocks(whole))
        more = list(listed)
        if not more:
            return self.say.say("replace", place, new=" ".join(self.new.sentences[index] for index in whole))
        # What stays the kind of block that it was needs no form.
        before = self.say.form(self.old.blocks[self.old.block_of(link.old[0])].kind.value)
        return self.say.replace(place, [("" if form == before else form, words), *more])

    def quote(self, quote: Quote) -> str:
        """One change of words."""
        place = Place(quote.lines, self.old.sentences[quote.sentence], self.part(quote.sentence))
        return self.say.say(quote.kind, place, quote.old, quote.new)

    def form(self, link: Link) -> Iterator[tuple[Order, str]]:
        """The same words in another kind of block."""
        before = self.old.blocks[self.old.block_of(link.old[0])].kind.value
        after = self.new.blocks[self.new.block_of(link.new[0])].kind.value
        if before != after:
            place = self.place(link.old[0], link.old[0])
            said = self.say.say("form", place, form=self.say.form(after), before=self.say.form(before))
            yield (link.old[0], 0, 1), said


def told_alone(links: Sequence[Link]) -> list[Link]:
    """The links without what is new or gone between the parts of a split or a merge, in their order."""
    olds = {i for link in links if link.apart for i in range(link.old[0], link.old[-1])}
    news = {j for link in links if link.apart for j in range(link.new[0], link.new[-1])}
    own = {LinkKind.REMOVED: olds, LinkKind.ADDED: news}
    return [link for link in links if not own.get(link.kind, set()).intersection(link.old or link.new)]


def insertions_of(links: Sequence[Link]) -> list[Insertion]:
    """What is put where: behind the nearest sentence before it in the new text that stayed in place."""
    found: list[Insertion] = []
    after = FIRST
    for link, role, _ in placed(links):
        if not link.new or role in (Role.AWAY, Role.REST):
            continue
        if link.old and not link.moved:
            after = max(link.old)
        elif found and found[-1].after == after:
            found[-1].parts.append(link)
        else:
            found.append(Insertion(after, [link]))
    return found


def begins_line(document: Document, sentence: int) -> bool:
    """Whether a sentence begins with a line of print."""
    start = document.line_at(sentence, 0)
    return sentence == 0 or (start is not None and start.position == (sentence, 0))


def ends_line(document: Document, sentence: int) -> bool:
    """Whether nothing else stands behind a sentence on its line of print."""
    return sentence + 1 >= len(document.sentences) or begins_line(document, sentence + 1)
