"""Passages: consecutive sentences of a topic within one block, with all that a reader needs to judge them.

    Z. 43-46  Flucht, Asyl und Ankommen
      "Der Integrationsrat soll Rederecht erhalten."    term "Integrationsrat"    demand "soll"    integration-council
      "Außerdem braucht er ein eigenes Budget."         carried "Außerdem"        demand "braucht"

Knows a topic and a document; nothing of files.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from libcorpus.model.document import BlockKind, Document
from libcorpus.model.lines import LineSpan
from libcorpus.topics.functions import Function, functions_in
from libcorpus.topics.matters import Matter
from libcorpus.topics.topic import Reason, Topic


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence of a passage: ``sentence`` counts from 0 over the document, ``lines`` are those of print.

    ``cue`` are the words that tell its function, ``matters`` the matters it names, each with the words that say so.
    """

    sentence: int
    text: str
    lines: LineSpan | None
    reason: Reason
    function: Function
    cue: str
    matters: tuple[tuple[Matter, str], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive sentences of a topic within a block; ``section`` are all headings above it, outermost first."""

    block: int
    section: tuple[str, ...]
    lines: LineSpan | None
    sentences: tuple[Spoken, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(spoken.text for spoken in self.sentences)

    @property
    def matters(self) -> tuple[Matter, ...]:
        """The matters its sentences name, each once, in the order of the text."""
        return tuple(dict.fromkeys(matter for spoken in self.sentences for matter, _ in spoken.matters))


@dataclass(frozen=True, slots=True)
class Missed:
    """A sentence that a topic does not take."""

    sentence: int
    text: str
    lines: LineSpan | None
    section: tuple[str, ...]


def passages(topic: Topic, document: Document) -> tuple[Passage, ...]:
    """The passages of a document on a topic, in its order."""
    return tuple(_passages(topic, document))


def _passages(topic: Topic, document: Document) -> Iterator[Passage]:
    members = topic.members(document)
    functions = functions_in(document) if members else ()
    for (block, _), run in groupby(
        enumerate(sorted(members)), lambda one: (document.block_of(one[1]), one[1] - one[0])
    ):
        own = [sentence for _, sentence in run]
        last = document.sentences[own[-1]]
        yield Passage(
            block,
            section_of(document, block),
            document.lines_between((own[0], 0), (own[-1], len(last) - 1)),
            tuple(_spoken(topic, document, index, members[index], functions[index]) for index in own),
        )


def _spoken(topic: Topic, document: Document, index: int, reason: Reason, does: tuple[Function, str]) -> Spoken:
    text = document.sentences[index]
    return Spoken(index, text, document.lines_of(index), reason, *does, topic.matters_in(text))


def section_of(document: Document, block: int) -> tuple[str, ...]:
    """The words of all headings above a block, outermost first."""
    return tuple(document.blocks[heading].flat for heading in document.section_path(block))


def missed(topic: Topic, document: Document) -> tuple[Missed, ...]:
    """The sentences that a topic does not take, headings left out: where a term may be missing."""
    members = topic.members(document)
    return tuple(
        Missed(index, document.sentences[index], document.lines_of(index), section_of(document, number))
        for number, block in enumerate(document.blocks)
        if block.kind is not BlockKind.HEADING
        for index in document.sentences_of(number)
        if index not in members
    )
