"""What changed between two dates, whatever happened on the way: one change for each thread.

    2009 "20 Kurse"  ->  2014 "35 Kurse"  ->  2019 "40 Kurse"      between 2009 and 2019: reworded, 20 -> 40

Knows threads and their steps.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from libcorpus.model.dates import PartialDate
from libcorpus.topics.positions import ENDINGS, Place, Positions, Step, Thread
from libcorpus.topics.timeline import main_matter

# Of several steps on the way the one that tells most; any other mixture is a rewording.
_WEIGHTY = ("fulfilled", "related")


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one thread between two dates: a kind of step, the words before and after, and the steps.

    ``old`` is None for what is new, ``new`` for what is gone. ``steps`` are those between the dates, the first date
    not included.
    """

    kind: str
    thread: Thread
    old: Place | None
    new: Place | None
    steps: tuple[Step, ...]

    @property
    def last(self) -> Step | None:
        """The step that made it so; None for what no assembly on the way touched."""
        return self.steps[-1] if self.steps else None

    @property
    def matter(self) -> str:
        """The matter it is shown under."""
        return main_matter(self.thread)


def between(positions: Positions, low: PartialDate | None, high: PartialDate) -> tuple[Change, ...]:
    """What changed from what held on ``low`` to what held on ``high``, both dates of assemblies.

    Without ``low`` nothing held before. A thread that neither held nor was touched is left out.
    """
    return tuple(_once(_changes(positions.threads, low, high)))


def _changes(threads: Sequence[Thread], low: PartialDate | None, high: PartialDate) -> Iterator[Change]:
    for thread in threads:
        before = [step for step in thread.steps if low is not None and step.adopted_on <= low]
        steps = tuple(step for step in thread.steps if step not in before and step.adopted_on <= high)
        old, new = _held(before), _held([*before, *steps])
        if not steps and thread.into and before:
            continue
        if old or new:
            yield Change(_kind(old, new, steps, bool(before)), thread, old, new, steps)


def _held(steps: Sequence[Step]) -> Place | None:
    """Where a thread stood after some steps; None before its first and after one that ended it."""
    return None if not steps or steps[-1].kind in ENDINGS else steps[-1].place


def _kind(old: Place | None, new: Place | None, steps: Sequence[Step], known: bool) -> str:
    if old is None:
        return "resumed" if known else "introduced"
    if new is None:
        return steps[-1].kind
    kinds = [step.kind for step in steps]
    for kind in _WEIGHTY:
        if kind in kinds:
            return kind
    told = [kind for kind in kinds if kind not in ("kept", "moved")]
    if old.text == new.text and not {"split", "merged"} & set(told):
        return "moved" if "moved" in kinds or any(step.moved for step in steps) else "kept"
    return told[0] if len(told) == 1 else "reworded"


def _once(changes: Iterator[Change]) -> Iterator[Change]:
    """Each change once: a sentence that two texts said stands in two threads, which one step merged."""
    seen: set[tuple[str, Place | None, Place | None]] = set()
    for change in changes:
        key = (change.kind, change.old, change.new)
        if key not in seen:
            seen.add(key)
            yield change
