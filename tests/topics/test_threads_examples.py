"""Every thread of the examples, held in full: against the account by hand, and against pages that a reader can judge.

``pages/threads.txt`` is every sentence of the programmes of 2009, 2014 and 2019 through its dates, a thread a block.
Written anew, when the engine has learned something and every changed line was read: ``python -m
tests.topics.test_threads_examples``.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from libcorpus.flows.origins import align_spots
from libcorpus.model.dates import PartialDate
from libcorpus.model.document import BlockKind, Document
from libcorpus.model.ids import ResolutionId
from libcorpus.model.resolution import RenditionInfo, Resolution, ResolutionKind, SourceInfo
from libcorpus.readers import read
from libcorpus.text.build import document_of
from libcorpus.topics.carrying import Filed
from libcorpus.topics.packaged import packaged_topics
from libcorpus.topics.positions import Positions, Step, Thread
from libcorpus.topics.threads import follow
from libcorpus.topics.topic import Topic, parse_topic

ROOT = Path(__file__).resolve().parents[2]
PAGES = Path(__file__).with_name("pages")
TRUTH: dict[str, Any] = json.loads((ROOT / "examples/truth.json").read_text("utf-8"))
NAMES = sorted(TRUTH["files"])
ANEW = TRUTH["anew"]["new"]


@cache
def filed(name: str) -> Filed:
    """An example as it would be filed."""
    document = document_of(read((ROOT / "examples" / name).read_bytes(), name))
    programme = "ankommen.txt" not in name or "vielfalt" in name
    resolution = Resolution(
        ResolutionId.parse(f"morgenrot/{name[:10]}/programm"),
        f"Programm {name[:4]}",
        "morgenrot",
        PartialDate.parse(name[:10]),
        SourceInfo("source.txt", "text/plain", "0" * 64, "test", "test"),
        RenditionInfo("printed"),
        kind=ResolutionKind.PROGRAMME if programme else ResolutionKind.RESOLUTION,
    )
    return resolution, document


@cache
def integration() -> Topic:
    """The topic that the package ships."""
    return parse_topic(packaged_topics()["integration"], "integration", "integration.toml")


def everything(document: Document) -> dict[int, str]:
    """Every sentence but headings, whatever it is about."""
    kinds = [document.blocks[document.block_of(index)].kind for index in range(len(document.sentences))]
    return {index: "all" for index, kind in enumerate(kinds) if kind is not BlockKind.HEADING}


@cache
def all_threads() -> Positions:
    """Every sentence of the programmes up to 2019, followed."""
    corpus = [filed(name) for name in NAMES if name != ANEW]
    return follow(integration(), "morgenrot", corpus, align_spots, members=everything)


# Against the account by hand.

Told = tuple[str, str, tuple[str, ...], tuple[str, ...]]


def by_hand() -> Iterator[Told]:
    """What a person says happened: date, kind, old and new sentences, headings left out."""
    for pair in TRUTH["pairs"]:
        date, headings = pair["new"][:10], _headings(pair["old"]) | _headings(pair["new"])
        fulfilled = {(one["old"], one["new"]) for one in pair["fulfilled"]}
        back = {one["text"] for one in pair["resumed"]}
        done = {words for one in fulfilled for words in one}
        for link in pair["links"]:
            old, new = tuple(link["old"]), tuple(link["new"])
            if headings & {*old, *new}:
                continue
            if (old, new) in {((a,), (b,)) for a, b in fulfilled} or not done.isdisjoint((*old, *new)):
                continue
            kind = {"removed": "dropped", "added": "introduced"}.get(link["kind"], link["kind"])
            if kind == "introduced" and new[0] in back:
                kind, old = "resumed", new
            yield date, "moved" if kind == "kept" and link["moved"] else kind, old, new
        yield from ((date, "fulfilled", (old,), (new,)) for old, new in fulfilled)
    first = TRUTH["files"][NAMES[0]]["sentences"]
    yield from ((NAMES[0][:10], "introduced", (), (one["text"],)) for one in first if one["kind"] != "heading")


def _headings(name: str) -> set[str]:
    return {one["text"] for one in TRUTH["files"][name]["sentences"] if one["kind"] == "heading"}


def followed() -> Iterator[Told]:
    """The same of the threads; threads that merge, and parts of a split, share their steps."""
    steps = {id(step): step for thread in all_threads().threads for step in thread.steps}
    for step in steps.values():
        before = step.before.text if step.before else ""
        after = "" if step.kind == "dropped" else step.place.text
        yield str(step.adopted_on), step.kind, (before,) if before else (), (after,) if after else ()


def _joined(told: Iterator[Told]) -> list[tuple[str, str, str, str]]:
    return sorted((date, kind, " ".join(old), " ".join(new)) for date, kind, old, new in told)


def test_every_step_is_one_that_a_person_saw_and_none_is_missing() -> None:
    assert _joined(followed()) == _joined(by_hand())


def test_no_step_says_words_that_its_text_does_not_have() -> None:
    flat = {str(one[0].id): " ".join(one[1].sentences) for one in map(filed, NAMES)}
    for thread in all_threads().threads:
        for step in thread.steps:
            assert step.place.text in flat[str(step.place.id)]
            assert step.before is None or step.before.text in flat[str(step.before.id)]


def test_the_resolution_of_2016_only_stands_beside() -> None:
    amended = next(one for one in all_threads().assemblies if one.adopted_on.year == 2016)
    assert amended.amending == amended.resolutions
    assert not any(step.adopted_on.year == 2016 for thread in all_threads().threads for step in thread.steps)


# Against pages.


def page(thread: Thread) -> str:
    """A thread as a reader would check it against the texts."""
    part = [f"    of which this thread follows: {thread.own.text}"] if thread.own else []
    return "\n".join([*(line for step in thread.steps for line in _lines(step)), *part])


def _lines(step: Step) -> Iterator[str]:
    lines = ", ".join(map(str, step.place.lines))
    section = step.place.section or "-"
    yield f"{step.adopted_on}  {step.kind:<10}  Z. {lines:<8}  {section}"
    if step.kind not in ("kept", "moved", "dropped"):
        yield f"    {step.place.text}"
    if step.shared or step.cue:
        yield f"    ({'; '.join(filter(None, (step.shared, step.cue)))})"


def pages() -> str:
    """All threads, in the order in which they began."""
    return "\n\n".join(page(thread) for thread in all_threads().threads) + "\n"


def test_the_pages_hold() -> None:
    assert pages() == (PAGES / "threads.txt").read_text("utf-8")


# The programme written anew.


@cache
def to_2024() -> Positions:
    """The positions on integration over all five dates."""
    return follow(integration(), "morgenrot", [filed(name) for name in NAMES], align_spots)


def test_links_into_a_text_written_anew_are_those_a_person_saw() -> None:
    counterparts = {(one["old"], one["new"]) for one in TRUTH["anew"]["counterparts"]}
    steps = [step for thread in to_2024().threads for step in thread.steps if step.adopted_on.year == 2024]
    linked = [step for step in steps if step.kind not in ("introduced", "unmatched")]
    for step in linked:
        assert step.before is not None
        assert (step.before.text, step.place.text) in counterparts, step
    assert len(linked) >= 7
    assert any(step.kind == "related" and step.evidence and step.evidence.tier == "sure" for step in linked)
    assert not any(step.kind in ("dropped", "kept", "moved") for step in steps)


def test_what_has_no_counterpart_says_so_and_suggests_at_most_three() -> None:
    steps = [thread.steps[-1] for thread in to_2024().threads]
    unmatched = [step for step in steps if step.kind == "unmatched"]
    assert unmatched
    assert all(len(step.suggestions) <= 3 for step in unmatched)
    assert not to_2024().assemblies[-1].account_near


if __name__ == "__main__":
    PAGES.mkdir(exist_ok=True)
    (PAGES / "threads.txt").write_text(pages(), "utf-8")
