"""Threads as a table: a thread a row, an assembly a column, the rows by what they are about.

                                   2009        2014        2019
    Sprachkurse
      Die Stadt muss bis 2020 …    new         reworded    reworded
      Asylsuchende sollen …        new         holds       dropped

Each thread stands in one row, under the first of its matters. Knows positions; not how a table is shown.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from libcorpus.model.dates import PartialDate
from libcorpus.topics.positions import ENDINGS, KINDS, Assembly, Positions, Step, Thread

# What a cell says where no step was taken: it holds on, or it does not stand there.
HOLDS: Final = "holds"
ABSENT: Final = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What became of a thread at one assembly: the kind of its step, ``HOLDS``, or ``ABSENT``.

    ``steps`` are those taken at that date, in order; the last one counts for ``kind``, unless it only says "kept".
    """

    kind: str
    steps: tuple[Step, ...] = ()


HOLDS_CELL: Final = Cell(HOLDS)
ABSENT_CELL: Final = Cell(ABSENT)
Places = dict[PartialDate, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One thread with a cell for each assembly that is shown."""

    thread: Thread
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The threads about one matter, by its name; the name is empty where a thread is about none."""

    matter: str
    rows: tuple[Row, ...]


def timeline(positions: Positions) -> tuple[Group, ...]:
    """The threads as rows, by matter in the order of the topic's file, then by where they first stood."""
    groups: dict[str, list[Row]] = {}
    places = places_of(positions.assemblies)
    for thread in sorted(positions.threads, key=_place_of):
        groups.setdefault(main_matter(thread), []).append(
            Row(thread, tuple(cells(thread, positions.assemblies, places)))
        )
    return tuple(Group(name, tuple(groups[name])) for name in in_order(positions, groups))


def main_matter(thread: Thread) -> str:
    """The matter a thread is shown under: the first one, so that no thread is counted twice."""
    return thread.matters[0] if thread.matters else ""


def in_order(positions: Positions, names: Iterator[str] | Sequence[str] | dict[str, list[Row]]) -> list[str]:
    """Names of matters in the order of the topic's file, what is about none at the end."""
    rank = {matter.name: place for place, matter in enumerate(positions.topic.matters)}
    return sorted(names, key=lambda name: (name == "", rank.get(name, len(rank)), name))


def cells(thread: Thread, assemblies: Sequence[Assembly], places: Places | None = None) -> Iterator[Cell]:
    """A cell for each assembly: the step taken there, or whether the thread holds on.

    ``places`` are those of the assemblies, for who asks about many threads.
    """
    places = places_of(assemblies) if places is None else places
    taken: dict[int, list[Step]] = {}
    for step in thread.steps:
        if (place := places.get(step.adopted_on)) is not None:
            taken.setdefault(place, []).append(step)
    begins = bisect_left(assemblies, thread.steps[0].adopted_on, key=lambda one: one.adopted_on)
    last: Step | None = None
    between = ABSENT_CELL
    for place in range(len(assemblies)):
        if place in taken:
            last = taken[place][-1]
            yield Cell(_telling(taken[place]), tuple(taken[place]))
            between = ABSENT_CELL if _over(thread, last) else HOLDS_CELL
        else:
            yield HOLDS_CELL if place >= begins and last is None else between


def places_of(assemblies: Sequence[Assembly]) -> Places:
    """The place of each date among assemblies."""
    return {one.adopted_on: place for place, one in enumerate(assemblies)}


def _telling(steps: Sequence[Step]) -> str:
    """The kind that says most of several steps at one date: an end, else the first by the order of kinds."""
    if steps[-1].kind in ENDINGS:
        return steps[-1].kind
    return min((step.kind for step in steps), key=KINDS.index)


def _over(thread: Thread, last: Step | None) -> bool:
    """Whether a thread holds no longer after a step: it ended, or it went into another one."""
    if last is None:
        return False
    return last.kind in ENDINGS or (bool(thread.into) and last is thread.steps[-1])


def _place_of(thread: Thread) -> tuple[str, str, int, str]:
    first = thread.steps[0]
    line = first.place.lines[0].first if first.place.lines else 0
    return (str(first.adopted_on), str(first.place.id), line, thread.id)
