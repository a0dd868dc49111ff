"""When a later text takes the place of an earlier one, and when it only gives instructions for it.

    "Kommunalprogramm 2014" after "Kommunalprogramm 2009"     the next programme: what is missing was dropped
    "Ankommen" after "Kommunalprogramm 2014"                  stands beside: nothing is dropped
    "In Zeile 41 ersetzen: …"                                 instructions: listed, never applied by guess

All but what a relation says is a guess, and carries its basis. Knows metadata, links and sentences.
"""

import re
from collections.abc import Sequence
from typing import Final

from libcorpus.align import Account, LinkKind
from libcorpus.model.document import Document
from libcorpus.model.resolution import Resolution, ResolutionKind
from libcorpus.topics.functions import INSTRUCTION
from libcorpus.topics.positions import CarriedOn

# A later text carries an earlier one on if it shares this part of its sentences, as the account finds them.
SHARED_ENOUGH: Final = 0.3
Filed = tuple[Resolution, Document]
# One sentence of a filed resolution.
Spot = tuple[Filed, int]


def is_amending(resolution: Resolution, document: Document) -> bool:
    """Whether a text only gives instructions for another one: it says so, or a quarter of its sentences do."""
    if any(relation.kind == "amends" for relation in resolution.relations):
        return True
    told = sum(INSTRUCTION.search(sentence) is not None for sentence in document.sentences)
    return told > 0 and 4 * told >= len(document.sentences)


def replaced_by(old: Sequence[Spot], adopted: Sequence[Filed], account: Account) -> dict[int, CarriedOn]:
    """The earlier resolutions that what was adopted carries on, so that what is missing there was dropped."""
    shares: dict[int, list[bool]] = {}
    earlier: dict[int, Resolution] = {}
    for (filed, _), link in zip(old, account.by_old(), strict=True):
        shares.setdefault(id(filed[0]), []).append(link.kind is not LinkKind.REMOVED)
        earlier[id(filed[0])] = filed[0]
    found = {key: _basis(earlier[key], adopted, linked) for key, linked in shares.items()}
    return {key: CarriedOn(earlier[key].id, basis) for key, basis in found.items() if basis}


def _basis(old: Resolution, adopted: Sequence[Filed], linked: Sequence[bool]) -> str:
    """What says that a text is carried on: a relation, its title, its sort, or how much of it stands again."""
    bases = {_carries_on(new[0], old) for new in adopted}
    for basis in ("relation", "title", "programme"):
        if basis in bases:
            return basis
    return "shared" if sum(linked) >= SHARED_ENOUGH * len(linked) else ""


def _carries_on(new: Resolution, old: Resolution) -> str:
    if any(
        relation.kind in ("supersedes", "repeals", "continues") and relation.target == str(old.id)
        for relation in new.relations
    ):
        return "relation"
    if new.title.casefold() == old.title.casefold():
        return "title"
    programmes = new.kind is old.kind and new.kind in (ResolutionKind.PROGRAMME, ResolutionKind.STATUTES)
    return "programme" if programmes and _sort(new) == _sort(old) else ""


def _sort(resolution: Resolution) -> str:
    """What sort of programme or statutes it is: basic principles are not replaced by a programme for an election."""
    if resolution.kind is ResolutionKind.STATUTES:
        return resolution.title.casefold()
    return "grundsatz" if re.search("(?i)grundsatz|grundprogramm", resolution.title) else "programme"
