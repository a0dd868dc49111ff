"""Relations between resolutions: setting them, taking them back, and what speaks against one.

    relate 2.4@2019 supersedes 4.1@2014   ->   [[relations]] in resolution.toml, one commit "link: …"

Who says so stands with each: the text itself (``basis`` text, with its sentence), or a person. Nothing is
written without a person. Knows the layout of a corpus; no git.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from libcorpus.flows.naming import sentences_within
from libcorpus.model.document import Document
from libcorpus.model.ids import ResolutionId
from libcorpus.model.lines import LineSpan
from libcorpus.model.problems import LibcorpusError, Problem, refuse
from libcorpus.model.resolution import RELATION_KINDS, Relation, Resolution
from libcorpus.store.layout import Layout, folder_of
from libcorpus.store.records import parse_resolution, write_resolution

if TYPE_CHECKING:
    from libcorpus.flows.changing import Parts


@dataclass(frozen=True, slots=True)
class Related:
    """What a resolution is to others: what it says of them (``own``), and what they say of it (``others``)."""

    own: tuple[Relation, ...]
    others: tuple[tuple[Resolution, Relation], ...]


def speaks_against(layout: Layout, own: Resolution, kind: str, target: ResolutionId) -> Problem | None:
    """What makes a relation impossible: to itself, to a later text, or round in a circle; None where nothing does."""
    if target == own.id:
        return Problem.of("relation-itself", str(own.id), kind=kind)
    other = layout.resolution(target)
    if other.adopted_on > own.adopted_on and not own.adopted_on.covers(other.adopted_on):
        dates = {"seen": str(other.adopted_on), "own": str(own.adopted_on)}
        return Problem.of("relation-later", str(own.id), kind=kind, target=target, **dates)
    if own.id in _reached(layout, target):
        return Problem.of("relation-circle", str(own.id), kind=kind, target=target)
    return None


def _reached(layout: Layout, start: ResolutionId) -> set[ResolutionId]:
    """All texts that a text names by relations, and those that they name; what is not here leads nowhere."""
    seen: set[ResolutionId] = set()
    waiting = [start]
    while waiting:
        own_id = waiting.pop()
        if own_id in seen:
            continue
        seen.add(own_id)
        if layout.exists(folder_of(own_id)):
            waiting += [ResolutionId.parse(one.target) for one in layout.resolution(own_id).relations]
    return seen


def relation_of(
    layout: Layout, own_id: ResolutionId, kind: str, target: ResolutionId, reason: str, lines: str
) -> Relation:
    """A new relation; with ``lines`` it is the text that says so there, else the person who calls."""
    if kind not in RELATION_KINDS:
        raise refuse("bad-choice", key="KIND", seen=kind, known=", ".join(RELATION_KINDS))
    if not lines:
        return Relation(kind, str(target), "editor", " ".join(reason.split()))
    document = layout.document(own_id)
    span = document.existing(LineSpan.parse(lines))
    words = " ".join(document.sentences[index] for index in sentences_within(document, span))
    return Relation(kind, str(target), "text", " ".join(reason.split()), words, str(span))


def relating(layout: Layout, own_id: ResolutionId, relation: Relation) -> "Parts":
    """The act that sets a relation; one of the same kind to the same text is replaced."""
    before, resolution = _read(layout, own_id)
    target = ResolutionId.parse(relation.target)
    if problem := speaks_against(layout, resolution, relation.kind, target):
        raise LibcorpusError(problem)
    others = [one for one in resolution.relations if (one.kind, one.target) != (relation.kind, relation.target)]
    at = next((index for index, one in enumerate(resolution.relations) if one not in others), len(others))
    return _act(resolution, (*others[:at], relation, *others[at:]), before)


def unrelating(layout: Layout, own_id: ResolutionId, kind: str, target: ResolutionId) -> "Parts":
    """The act that takes a relation back; refuses one that is not there."""
    before, resolution = _read(layout, own_id)
    kept = tuple(one for one in resolution.relations if (one.kind, one.target) != (kind, str(target)))
    if len(kept) == len(resolution.relations):
        known = ", ".join(f"{one.kind} {one.target}" for one in resolution.relations)
        raise refuse("no-such-relation", str(own_id), kind=kind, seen=target, known=known or "-")
    return _act(resolution, kept, before)


def _read(layout: Layout, own_id: ResolutionId) -> tuple[str, Resolution]:
    relative = folder_of(own_id) / "resolution.toml"
    before = layout.read_text(relative)
    return before, parse_resolution(before, own_id, layout.place(relative))


def _act(resolution: Resolution, relations: Sequence[Relation], before: str) -> "Parts":
    from libcorpus.flows.changing import parts_of

    after = replace(resolution, relations=tuple(relations))
    if after == resolution:
        raise refuse("nothing-changes", str(resolution.id))
    relative = folder_of(resolution.id) / "resolution.toml"
    return parts_of("link", after, {relative: write_resolution(after, before).encode()})


def related_to(layout: Layout, own_id: ResolutionId) -> Related:
    """The relations of a resolution, and those of all others to it, oldest first."""
    own = layout.resolution(own_id).relations
    others = [(one, relation) for one in _naming(layout, own_id) for relation in one.relations]
    others = [(one, relation) for one, relation in others if relation.target == str(own_id)]
    return Related(own, tuple(sorted(others, key=lambda pair: (pair[0].adopted_on, str(pair[0].id)))))


def _naming(layout: Layout, own_id: ResolutionId) -> Iterator[Resolution]:
    """The resolutions whose metadata name an id; found by its letters: to parse thousands of files takes seconds."""
    wanted = str(own_id).encode()
    for other in layout.resolution_ids():
        if other != own_id and wanted in layout.read(folder_of(other) / "resolution.toml"):
            yield layout.resolution(other)


def faults(layout: Layout, own: Resolution, document: Document, at: str) -> Iterator[Problem]:
    """What is wrong with the relations in a file: one that cannot be, or whose sentence is gone."""
    for relation in own.relations:
        target = ResolutionId.parse(relation.target)
        if not layout.exists(folder_of(target)):
            yield Problem.of("relation-unknown", at, kind=relation.kind, seen=relation.target)
        elif problem := speaks_against(layout, own, relation.kind, target):
            yield replace(problem, place=at)
        if relation.words and relation.words not in " ".join(document.sentences):
            yield Problem.of("relation-words-gone", at, relation.words, kind=relation.kind, seen=relation.target)


def as_data(relation: Relation) -> dict[str, Any]:
    """A relation as JSON data."""
    return {
        "kind": relation.kind,
        "target": relation.target,
        "basis": relation.basis,
        "reason": relation.reason,
        "words": relation.words,
        **printed_as_data(relation.lines),
    }


def printed_as_data(lines: str, name: str = "lines") -> dict[str, Any]:
    """Printed lines as they are noted in a file, for JSON: as pairs, null where none are noted."""
    if not lines:
        return {name: None}
    prefix = name.removesuffix("lines")
    return {prefix + key: value for key, value in LineSpan.parse(lines).as_data().items()}
