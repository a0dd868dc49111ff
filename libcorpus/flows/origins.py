"""Since when a sentence holds: in this wording, and in substance.

    Z. 24-25  wording since 2014-03-22   substance since 2009-03-14 (Z. 15-16)

Walks the threads of a whole organisation back from one resolution. Knows documents and
accounts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from libcorpus.align import Account, align_sentences
from libcorpus.flows.comparing import contexts, spans_as_data
from libcorpus.model.document import Document
from libcorpus.model.lines import LineSpan
from libcorpus.model.resolution import Resolution
from libcorpus.topics import threads
from libcorpus.topics.carrying import Filed, Spot
from libcorpus.topics.positions import Step, Thread

# Steps that leave the wording as it was.
_SAME = ("kept", "moved")


@dataclass(frozen=True, slots=True)
class Origin:
    """One sentence and the steps at which its wording and its substance first stood.

    ``lines`` are its printed lines. Both steps are None for a resolution that only gives instructions. ``earlier`` is
    the step at which it first stood, if it was dropped in between: what was resumed holds since then only.
    """

    sentence: int
    text: str
    lines: LineSpan | None
    wording: Step | None
    substance: Step | None
    earlier: Step | None = None


def align_spots(old: Sequence[Spot], new: Sequence[Spot]) -> Account:
    """The account of the sentences that held and those that were adopted, with their sections as evidence."""
    known: dict[int, list[tuple[str, str]]] = {}
    return align_sentences(
        [filed[1].sentences[index] for filed, index in old],
        [filed[1].sentences[index] for filed, index in new],
        old_context=[_context(spot, known) for spot in old],
        new_context=[_context(spot, known) for spot in new],
    )


def _context(spot: Spot, known: dict[int, list[tuple[str, str]]]) -> tuple[str, str]:
    document = spot[0][1]
    if id(document) not in known:
        known[id(document)] = contexts(document)
    return known[id(document)][spot[1]]


def origins(corpus: Sequence[Filed], resolution: Resolution, document: Document) -> list[Origin]:
    """The origin of every sentence of a resolution, among what its organisation adopted."""
    found = threads.origins(corpus, align_spots, resolution)
    return [
        Origin(index, document.sentences[index], document.lines_of(index), *_first_steps(thread))
        for index, thread in enumerate(found)
    ]


def _first_steps(thread: Thread | None) -> tuple[Step | None, Step | None, Step | None]:
    """The steps since which wording and substance hold, and an earlier stand before a gap."""
    if thread is None:
        return None, None, None
    resumed = max((index for index, step in enumerate(thread.steps) if step.kind == "resumed"), default=0)
    holding = thread.steps[resumed:]
    wording = next((step for step in reversed(holding) if step.kind not in _SAME), holding[0])
    return wording, holding[0], thread.steps[0] if resumed else None


def as_data(origin: Origin) -> dict[str, Any]:
    """An origin as JSON data."""
    return {
        "sentence": origin.sentence,
        **(origin.lines.as_data() if origin.lines else {"lines": None}),
        "text": origin.text,
        "wording_since": _step(origin.wording),
        "substance_since": _step(origin.substance),
        "first_stood": _step(origin.earlier or origin.substance),
    }


def _step(step: Step | None) -> dict[str, Any] | None:
    if step is None:
        return None
    place = step.place
    return {
        "adopted_on": str(step.adopted_on),
        "id": str(place.id),
        **spans_as_data(place.lines),
        "text": place.text,
    }
