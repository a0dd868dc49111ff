"""What a draft says that is already resolved, what it words otherwise, what is near to it, and what is new.

    1  resolved   "Die Stadt fördert 20 Kurse."      2.4@2019, Z. 30, since 2009
    2  differs    "Die Stadt fördert 35 Kurse."      [20→35]
    3  related    "Kurse für alle, ohne Gebühr."     a guess, with the words that speak for it
    4  new

Each sentence of the draft is compared with all that holds, not only with one text. Headings are left out. Knows
documents and positions; the draft is archived nowhere.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from libcorpus.align import LinkKind, align_sentences, word_spans
from libcorpus.flows.comparing import Side
from libcorpus.flows.standing import Position
from libcorpus.model.dates import PartialDate
from libcorpus.model.document import BlockKind, Document
from libcorpus.topics.related import Text, relate
from libcorpus.topics.tiers import LINKS
from libcorpus.topics.topic import Topic

# In the order a reader wants: what has been decided already, what would change, what may be near, what is new.
KINDS: Final = ("resolved", "nearly", "differs", "related", "new")
FORM: Final = ("case", "punctuation", "gender")
# A sentence that the draft has twice, or that two of its sentences reword, is found in a further round.
ROUNDS: Final = 3
# A suggestion counts from this score on: below it nearly all are chance, and hide that a sentence is new.
NEAR_ENOUGH: Final = 0.25
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Near:
    """A position near to a sentence of a draft; ``tier``, ``score`` and ``shared`` are empty for a wording."""

    position: Position
    tier: str = ""
    score: float = 0.0
    shared: tuple[str, ...] = ()
    matter: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a sentence of the draft is beside all that holds; ``kind`` is one of ``KINDS``.

    ``sentences`` are the draft's own that belong together: several where they stand for one that holds. ``held`` are
    the positions, the one whose wording is compared first; where the same words hold in several texts, all of them.
    """

    kind: str
    sentences: tuple[int, ...]
    held: tuple[Near, ...] = ()


@dataclass(frozen=True, slots=True)
class Novelty:
    """A draft beside what holds. ``passed_over`` counts sentences that are not on the topic that was asked for."""

    draft: Side
    organisation: str
    as_of: PartialDate
    topic: Topic | None
    found: tuple[Found, ...]
    positions: int
    passed_over: int = 0

    def counts(self) -> dict[str, int]:
        """How many sentences of the draft there are of each kind."""
        return {kind: sum(len(one.sentences) for one in self.found if one.kind == kind) for kind in KINDS}


def compared(
    draft: Side,
    held: Sequence[Position],
    organisation: str,
    as_of: PartialDate,
    topic: Topic | None = None,
    topics: Iterable[Topic] = (),
) -> Novelty:
    """Say of every sentence of a draft what it is beside what holds; ``topics`` know the matters."""
    document = draft.document
    sentences = [index for index in range(len(document.sentences)) if not _is_heading(document, index)]
    members = topic.members(document) if topic else None
    wanted = sentences if members is None else [index for index in sentences if index in members]
    found = list(_worded(document, wanted, held))
    left = sorted(set(wanted) - {index for one in found for index in one.sentences})
    found += _related(document, left, held, (topic,) if topic else tuple(topics))
    in_order = tuple(sorted(found, key=lambda one: one.sentences))
    return Novelty(draft, organisation, as_of, topic, in_order, len(held), len(sentences) - len(wanted))


def _is_heading(document: Document, sentence: int) -> bool:
    return document.blocks[document.block_of(sentence)].kind is BlockKind.HEADING


# The same words, or nearly.


def _worded(document: Document, wanted: Sequence[int], held: Sequence[Position]) -> Iterator[Found]:
    """The sentences of the draft with a wording that holds, round by round."""
    standing: dict[str, list[Position]] = {}
    for position in held:
        standing.setdefault(_plain(position.place.text), []).append(position)
    left = []
    for index in wanted:
        same = standing.get(_plain(document.sentences[index]), [])
        if same:
            yield Found("resolved", (index,), tuple(map(Near, same)))
        else:
            left.append(index)
    for _ in range(ROUNDS):
        found = list(_round(document, left, held))
        yield from found
        taken = {index for one in found for index in one.sentences}
        left = [index for index in left if index not in taken]
        # What another sentence of the draft took may be near to a second one; all else was free, and is not.
        held = [near.position for one in found for near in one.held]
        if not (left and held):
            return


def _plain(text: str) -> str:
    return " ".join(text.split())


def _round(document: Document, left: Sequence[int], held: Sequence[Position]) -> Iterator[Found]:
    account = align_sentences([position.place.text for position in held], [document.sentences[index] for index in left])
    for link in account.links:
        if link.kind not in (LinkKind.REMOVED, LinkKind.ADDED):
            sentences = tuple(left[index] for index in link.new)
            found = Found("differs", sentences, tuple(Near(held[index]) for index in link.old))
            yield replace(found, kind="nearly") if _only_form(found, document) else found


def _only_form(found: Found, document: Document) -> bool:
    return not word_spans(old_words(found), new_words(found, document), ignore=FORM).changes


def old_words(found: Found) -> str:
    """What holds, of a sentence that is worded otherwise in the draft."""
    return " ".join(near.position.place.text for near in found.held)


def new_words(found: Found, document: Document) -> str:
    """What the draft says."""
    return " ".join(document.sentences[index] for index in found.sentences)


# About the same thing, a guess.


def _related(
    document: Document, left: Sequence[int], held: Sequence[Position], topics: Sequence[Topic]
) -> Iterator[Found]:
    found: dict[int, list[Near]] = {index: [] for index in left}
    ours = [Text(document.sentences[index], passage=document.block_of(index)) for index in left]
    theirs = [Text(position.place.text, passage=number) for number, position in enumerate(held)]
    for one in relate(ours, theirs, _matters_of(topics, ours)) if held else ():
        if one.tier in LINKS or one.score >= NEAR_ENOUGH:
            found[left[one.old]].append(Near(held[one.new], one.tier, one.score, one.shared, one.matter))
    for index, nears in found.items():
        yield Found("related" if nears else "new", (index,), tuple(nears[:_SHOWN]))


def _matters_of(topics: Iterable[Topic], ours: Sequence[Text]) -> Callable[[str], Sequence[str]]:
    """What names the matters of a sentence, over all topics of which the draft has a matter: no other can be shared."""
    wanted = [topic for topic in topics if any(topic.matters_in(text.words) for text in ours)]

    def matters(words: str) -> list[str]:
        named = (matter.name for topic in wanted for matter, _ in topic.matters_in(words))
        return list(dict.fromkeys(named))

    return matters
