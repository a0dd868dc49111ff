"""Finds sentences by their words: a plain scan of the whole corpus, hits with citations.

    search("sprachkurs", "kostenlos")  ->  sentences that hold both, in any form of case

Knows documents; prints nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from libcorpus.model.document import Document
from libcorpus.model.lines import LineSpan
from libcorpus.model.problems import refuse
from libcorpus.model.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds all words that were asked for; ``lines`` are printed lines, both included."""

    resolution: Resolution
    sentence: int
    lines: LineSpan | None
    text: str


def search(words: Sequence[str], corpus: Iterable[tuple[Resolution, Document]]) -> Iterator[Hit]:
    """Sentences in which every word occurs, in whole or as a part; upper and lower case are the same."""
    wanted = [" ".join(word.casefold().split()) for word in words]
    if not all(wanted) or not wanted:
        raise refuse("no-words")
    for resolution, document in corpus:
        for index, sentence in enumerate(document.sentences):
            folded = sentence.casefold().replace("\u00a0", " ")
            if all(word in folded for word in wanted):
                yield Hit(resolution, index, document.lines_of(index), sentence)
