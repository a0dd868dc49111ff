"""When a later text takes the place of an earlier one, and when it only gives instructions for it.

    "Kommunalprogramm 2014" after "Kommunalprogramm 2009"     the next programme: what is missing was dropped
    "Ankommen" after "Kommunalprogramm 2014"                  stands beside: nothing is dropped
    "In Zeile 41 ersetzen: …"                                 instructions: listed, never applied by guess

All but what a relation says is a guess, and carries its basis. Two texts are compared only where a relation, a title,
their sort, or a tenth of the old sentences word for word gives a reason to; so what becomes of a text never depends
on how many others are filed. Knows metadata, links and sentences.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from libcorpus.align import Account, LinkKind
from libcorpus.model.document import Document
from libcorpus.model.resolution import Relation, Resolution, ResolutionKind
from libcorpus.topics.functions import INSTRUCTION

# A later text carries an earlier one on if it shares this part of its sentences, as the account finds them.
SHARED_ENOUGH: Final = 0.3
# The account is asked for only if so many of its sentences stand again word for word.
SAME_ENOUGH: Final = 0.1
# Shorter sentences ("Wir fordern:") stand in many texts, and say nothing of where one comes from.
LONG_ENOUGH: Final = 25
CARRIES_ON: Final = ("supersedes", "repeals", "continues")
Filed = tuple[Resolution, Document]
# One sentence of a filed resolution.
Spot = tuple[Filed, int]


def is_amending(resolution: Resolution, document: Document) -> bool:
    """Whether a text only gives instructions for another one: it says so, or a quarter of its sentences do."""
    return amends(resolution) or instructs(document.sentences)


def amends(resolution: Resolution) -> bool:
    """Whether a text says itself, or somebody says of it, that it amends another one."""
    return any(relation.kind == "amends" for relation in resolution.relations)


def instructs(sentences: Sequence[str]) -> bool:
    """Whether a quarter of the sentences are instructions for another text."""
    # Few texts have enough sentences with what "Zeile" or "Z." is made of, and only these are read for a pattern.
    calling = [sentence for sentence in sentences if _may_call(sentence.lower())]
    if 4 * len(calling) < len(sentences):
        return False
    told = sum(INSTRUCTION.search(sentence) is not None for sentence in calling)
    return told > 0 and 4 * told >= len(sentences)


def _may_call(folded: str) -> bool:
    # Without the "i", which has more than two shapes for a pattern that passes over case.
    return "z." in folded or ("ze" in folded and "le" in folded)


def long_ones(sentences: Iterable[str]) -> set[str]:
    """The sentences that are long enough to tell where a text comes from."""
    return {sentence for sentence in sentences if len(sentence) >= LONG_ENOUGH}


def alike(shared: int, of: int) -> bool:
    """Whether ``shared`` of the ``of`` long sentences of an old text are a reason to compare it with a new one."""
    return shared > 0 and shared >= SAME_ENOUGH * of


def names(resolution: Resolution) -> list[str]:
    """What a text goes by: a later one that goes by the same carries it on. The first is its title."""
    sort = sort_of(resolution)
    return [f"title:{resolution.title.casefold()}", *([f"sort:{sort}"] if sort else [])]


def sort_of(resolution: Resolution) -> str:
    """What sort of programme or statutes it is: basic principles are not replaced by a programme for an election."""
    if resolution.kind is ResolutionKind.STATUTES:
        return f"statutes {resolution.title.casefold()}"
    if resolution.kind is not ResolutionKind.PROGRAMME:
        return ""
    return "grundsatz" if re.search("(?i)grundsatz|grundprogramm", resolution.title) else "programme"


def relation_to(new: Resolution, old: Resolution, kinds: Sequence[str] = CARRIES_ON) -> Relation | None:
    """The relation by which a new text takes the place of an old one, if there is one."""
    target = str(old.id)
    return next((one for one in new.relations if one.kind in kinds and one.target == target), None)


def basis_of(new: Resolution, old: Resolution) -> str:
    """What says, beside their sentences, that a text is carried on: a relation, its title or its sort; or nothing."""
    if relation_to(new, old):
        return "relation"
    if new.title.casefold() == old.title.casefold():
        return "title"
    return "programme" if sort_of(new) and sort_of(new) == sort_of(old) else ""


@dataclass(slots=True)
class Family:
    """Earlier texts that hold and texts of one date that have to be compared with each other.

    ``bases`` says by the identity of an earlier resolution what says that it is carried on, beside its sentences.
    """

    old: list[Filed] = field(default_factory=list)
    new: list[Filed] = field(default_factory=list)
    bases: dict[int, str] = field(default_factory=dict)

    def carried_on(self, account: Account, old: Sequence[Spot]) -> dict[int, str]:
        """What says of each earlier text that it is carried on; those that stand beside are left out."""
        linked: dict[int, list[bool]] = {}
        for (filed, _), link in zip(old, account.by_old(), strict=True):
            linked.setdefault(id(filed[0]), []).append(link.kind is not LinkKind.REMOVED)
        found = {own: self.bases.get(own) or _shared(flags) for own, flags in linked.items()}
        # A text without a sentence can be carried on by its name alone.
        found = {**{own: basis for own, basis in self.bases.items() if own not in found}, **found}
        return {own: basis for own, basis in found.items() if basis}


def _shared(linked: Sequence[bool]) -> str:
    return "shared" if sum(linked) >= SHARED_ENOUGH * len(linked) else ""


class Shelf:
    """The texts that hold, found by what they go by, by their id, and by their sentences."""

    def __init__(self) -> None:
        self._texts: dict[int, tuple[Filed, set[str]]] = {}
        self._ids: dict[str, Filed] = {}
        self._named: dict[str, dict[int, Filed]] = {}
        self._saying: dict[str, dict[int, Filed]] = {}

    def __iter__(self) -> Iterator[Filed]:
        return iter([filed for filed, _ in self._texts.values()])

    def __len__(self) -> int:
        return len(self._texts)

    def find(self, own_id: str) -> Filed | None:
        """The text of an id, if it holds."""
        return self._ids.get(own_id)

    def has(self, filed: Filed) -> bool:
        """Whether a text holds."""
        return id(filed[0]) in self._texts

    def put(self, filed: Filed) -> None:
        """Let a text hold."""
        own, said = id(filed[0]), long_ones(filed[1].sentences)
        self._texts[own] = (filed, said)
        self._ids[str(filed[0].id)] = filed
        for name in names(filed[0]):
            self._named.setdefault(name, {})[own] = filed
        for sentence in said:
            self._saying.setdefault(sentence, {})[own] = filed

    def take(self, filed: Filed) -> None:
        """Let a text hold no longer."""
        own = id(filed[0])
        _, said = self._texts.pop(own)
        del self._ids[str(filed[0].id)]
        for name in names(filed[0]):
            del self._named[name][own]
        for sentence in said:
            del self._saying[sentence][own]

    def families(self, adopted: Sequence[Filed]) -> list[Family]:
        """What was adopted at one date, with the earlier texts it has to be compared with, in groups.

        Texts that share an earlier one are in one group: several chapters, one programme.
        """
        families: list[Family] = []
        for filed in adopted:
            family = Family([], [filed], {})
            for earlier in self._earlier(filed):
                family.old.append(earlier)
                if basis := basis_of(filed[0], earlier[0]):
                    family.bases[id(earlier[0])] = basis
            families = _joined(families, family)
        return families

    def _earlier(self, filed: Filed) -> list[Filed]:
        """The texts that hold and that there is a reason to compare a new one with, oldest first."""
        found: dict[int, Filed] = {}
        for relation in filed[0].relations:
            if relation.kind in CARRIES_ON and (target := self._ids.get(relation.target)):
                found[id(target[0])] = target
        for name in names(filed[0]):
            found |= self._named.get(name, {})
        said = Counter(own for sentence in long_ones(filed[1].sentences) for own in self._saying.get(sentence, ()))
        for own, count in said.items():
            if alike(count, len(self._texts[own][1])):
                found[own] = self._texts[own][0]
        return sorted(found.values(), key=in_order)


_BASES: Final = ("relation", "title", "programme")


def _joined(families: list[Family], new: Family) -> list[Family]:
    """The groups with one more, which joins all those that share an earlier text with it."""
    own = {id(filed[0]) for filed in new.old}
    apart: list[Family] = []
    together = Family()
    for family in families:
        if own.isdisjoint(id(filed[0]) for filed in family.old):
            apart.append(family)
        else:
            together = _union(together, family)
    return [*apart, _union(together, new)]


def _union(one: Family, other: Family) -> Family:
    old = {id(filed[0]): filed for filed in (*one.old, *other.old)}
    bases = dict(one.bases)
    for own, basis in other.bases.items():
        bases[own] = min(bases.get(own, basis), basis, key=_BASES.index)
    return Family(sorted(old.values(), key=in_order), [*one.new, *other.new], bases)


def in_order(filed: Filed) -> tuple[object, str]:
    """Texts sort by their date of adoption, then by id."""
    return (filed[0].adopted_on, str(filed[0].id))
