"""Sentences as rows, for pandas and polars: one row a sentence, with dates, lines, topics, matter, function, thread.

    id                                  adopted_on   lines      topics           function   thread
    gruene/2020-03-07/2.13-integration  2020-03-07   94..97     [integration]    demand     4776f0eb9811

The rows are plain dictionaries; pandas and polars are imported only by who wants a frame (extra ``frame``).
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, Final

from libcorpus.model.document import BlockKind, Document
from libcorpus.model.problems import refuse
from libcorpus.model.resolution import Resolution
from libcorpus.topics.functions import function_of
from libcorpus.topics.positions import ENDINGS, Positions, Step, Thread
from libcorpus.topics.topic import Topic

LIBRARIES: Final = ("pandas", "polars")
COLUMNS: Final = (
    "id",
    "organisation",
    "body",
    "adopted_on",
    "kind",
    "status",
    "title",
    "sentence",
    "line_first",
    "line_last",
    "numbers",
    "section",
    "text",
    "topics",
    "matters",
    "function",
    "cue",
    "thread",
    "step",
    "since",
)
Row = dict[str, Any]
Filed = tuple[Resolution, Document]


def rows(filed: Sequence[Filed], topics: Mapping[str, Topic], positions: Positions | None = None) -> Iterator[Row]:
    """A row for each sentence, headings left out; with ``positions`` only those of its topic, with their threads.

    ``sentence`` counts from 0; ``line_first`` and ``line_last`` are printed lines, both included, None where print has
    none. ``adopted_on`` is text, since a date may be a month or a year only.
    """
    threads = _threads(positions) if positions else {}
    for resolution, document in filed:
        members = {name: topic.members(document) for name, topic in topics.items()}
        for index in range(len(document.sentences)):
            own = [name for name, found in members.items() if index in found]
            if positions is not None and positions.topic.name not in own:
                continue
            if document.blocks[document.block_of(index)].kind is not BlockKind.HEADING:
                yield _row(resolution, document, index, [topics[name] for name in own], threads)


def _threads(positions: Positions) -> dict[str, list[tuple[Thread, Step]]]:
    """The steps by the resolution they stand in; those that end a thread stand nowhere."""
    found: dict[str, list[tuple[Thread, Step]]] = {}
    for thread in positions.threads:
        for step in thread.steps:
            if step.kind not in ENDINGS:
                found.setdefault(str(step.place.id), []).append((thread, step))
    return found


def _row(
    resolution: Resolution,
    document: Document,
    index: int,
    topics: Sequence[Topic],
    threads: Mapping[str, list[tuple[Thread, Step]]],
) -> Row:
    text, span = document.sentences[index], document.lines_of(index)
    path = document.section_path(document.block_of(index))
    function, cue = function_of(text)
    thread, step = _step_of(threads.get(str(resolution.id), ()), text, span)
    values = (
        str(resolution.id),
        resolution.organisation,
        resolution.body,
        str(resolution.adopted_on),
        resolution.kind.value,
        resolution.status,
        resolution.title,
        index,
        span.first if span else None,
        span.last if span else None,
        resolution.rendition.numbers,
        document.blocks[path[-1]].flat if path else "",
        text,
        [topic.name for topic in topics],
        list(dict.fromkeys(matter.name for topic in topics for matter, _ in topic.matters_in(text))),
        function.value,
        cue,
        thread.id if thread else None,
        step.kind if step else None,
        str(thread.since) if thread else None,
    )
    return dict(zip(COLUMNS, values, strict=True))


def _step_of(steps: Sequence[tuple[Thread, Step]], text: str, span: object) -> tuple[Thread, Step] | tuple[None, None]:
    """The thread and the step at which a sentence came to stand where it does."""
    for thread, step in steps:
        if text in step.place.text and (span is None or span in step.place.lines):
            return thread, step
    return None, None


def frame(found: Iterator[Row], library: str) -> Any:
    """The rows as a data frame of pandas or polars. Refuses another library, and one that is not installed."""
    if library not in LIBRARIES:
        raise refuse("bad-choice", key="library", seen=library, known=", ".join(LIBRARIES))
    try:
        module = import_module(library)
    except ModuleNotFoundError:
        raise refuse("extra-missing", seen=library, extra="frame") from None
    taken = list(found)
    if library == "pandas":
        return module.DataFrame(taken, columns=list(COLUMNS)).astype({"line_first": "Int64", "line_last": "Int64"})
    kinds = dict.fromkeys(COLUMNS, module.String)
    kinds |= {"sentence": module.Int64, "line_first": module.Int64, "line_last": module.Int64}
    kinds |= {"topics": module.List(module.String), "matters": module.List(module.String)}
    return module.DataFrame(taken, schema=kinds)
