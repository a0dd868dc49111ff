"""Since when a sentence holds: in this wording, and in substance.

    Z. 24-25  wording since 2014-03-22   substance since 2009-03-14 (Z. 15-16)

Walks the threads of a whole organisation back from one resolution. Knows documents and
accounts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from libcorpus.align import Account
from libcorpus.flows.comparing import align_documents, spans_as_data
from libcorpus.model.document import Document
from libcorpus.model.lines import LineSpan
from libcorpus.model.resolution import Resolution
from libcorpus.topics import threads
from libcorpus.topics.positions import Step, Thread

# Steps that leave the wording as it was.
_SAME = ("kept", "moved", "dropped", "resumed")


@dataclass(frozen=True, slots=True)
class Origin:
    """One sentence and the steps at which its wording and its substance first stood.

    ``lines`` are its printed lines. Both steps are None for a resolution that only gives instructions.
    """

    sentence: int
    text: str
    lines: LineSpan | None
    wording: Step | None
    substance: Step | None


def align_filed(old: Sequence[threads.Filed], new: Sequence[threads.Filed]) -> Account:
    """The account of what held and what was adopted, each taken together."""
    return align_documents([document for _, document in old], [document for _, document in new])


def origins(corpus: Sequence[threads.Filed], resolution: Resolution, document: Document) -> list[Origin]:
    """The origin of every sentence of a resolution, among what its organisation adopted."""
    found = threads.origins(corpus, align_filed, resolution)
    return [
        Origin(index, document.sentences[index], document.lines_of(index), *_first_steps(thread))
        for index, thread in enumerate(found)
    ]


def _first_steps(thread: Thread | None) -> tuple[Step | None, Step | None]:
    if thread is None:
        return None, None
    wording = thread.steps[0]
    for step in reversed(thread.steps):
        if step.kind not in _SAME:
            wording = step
            break
    return wording, thread.steps[0]


def as_data(origin: Origin) -> dict[str, Any]:
    """An origin as JSON data."""
    return {
        "sentence": origin.sentence,
        "lines": [origin.lines.first, origin.lines.last] if origin.lines else None,
        "text": origin.text,
        "wording_since": _step(origin.wording),
        "substance_since": _step(origin.substance),
    }


def _step(step: Step | None) -> dict[str, Any] | None:
    if step is None:
        return None
    place = step.place
    return {
        "adopted_on": str(step.adopted_on),
        "id": str(place.id),
        "lines": spans_as_data(place.lines),
        "text": place.text,
    }
