"""The acts that change what is filed: what each writes, and what its commit says.

    describe, correct  ->  name, subject, trailers, changes  ->  one commit

Everything is refused here, before anything is written. Knows the layout of a corpus; the
repository is handed in where git is asked.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypedDict

from libcorpus.flows import describing
from libcorpus.flows.correcting import corrected, correction_files, correction_names
from libcorpus.flows.reading import rule_of
from libcorpus.flows.relating import speaks_against
from libcorpus.flows.writing import described
from libcorpus.model.ids import ResolutionId
from libcorpus.model.problems import LibcorpusError, refuse
from libcorpus.model.resolution import RELATION_KINDS, Organisation, Resolution
from libcorpus.store.layout import Layout, folder_of, organisation_path, parse_organisation, write_organisation
from libcorpus.store.records import parse_resolution, write_resolution
from libcorpus.text.linetable import parse_document

if TYPE_CHECKING:
    from libcorpus.store.repository import Repository


class Parts(TypedDict):
    """What an act consists of, beside its reason."""

    name: str
    subject: str
    trailers: tuple[tuple[str, str], ...]
    changes: Mapping[PurePosixPath, bytes | None]


def parts_of(name: str, resolution: Resolution, changes: Mapping[PurePosixPath, bytes | None]) -> Parts:
    """An act on one resolution, with the subject and the trailers that go with it."""
    trailers = (("Resolution", str(resolution.id)), ("Adopted-On", str(resolution.adopted_on)))
    return Parts(name=name, subject=described(resolution), trailers=trailers, changes=dict(changes))


def description(
    layout: Layout, own_id: ResolutionId, assignments: list[str], find: Callable[[str], ResolutionId]
) -> Parts:
    """New metadata of a resolution; ``find`` says what a short id in a relation means."""
    relative = folder_of(own_id) / "resolution.toml"
    before = layout.read_text(relative)
    resolution = parse_resolution(before, own_id, layout.place(relative))
    values = describing.parse_assignments(assignments, describing.KEYS)
    for kind in RELATION_KINDS:
        if values.get(kind):
            values[kind] = ",".join(str(find(target.strip())) for target in values[kind].split(","))
    after = describing.described(resolution, values)
    if after == resolution:
        raise refuse("nothing-changes", str(own_id))
    for relation in after.relations:
        new = relation not in resolution.relations
        if new and (problem := speaks_against(layout, after, relation.kind, ResolutionId.parse(relation.target))):
            raise LibcorpusError(problem)
    return parts_of("describe", after, {relative: write_resolution(after, before).encode()})


def organisation_description(layout: Layout, slug: str, assignments: list[str]) -> Parts:
    """New data of an organisation, or a new one."""
    path = organisation_path(slug)
    known = layout.exists(path)
    before = layout.read_text(path) if known else ""
    organisation = parse_organisation(before, slug, layout.place(path)) if known else Organisation(slug, slug)
    values = describing.parse_assignments(assignments, describing.ORGANISATION_KEYS)
    after = describing.described_organisation(organisation, values)
    if known and after == organisation:
        raise refuse("nothing-changes", slug)
    changes = {path: write_organisation(after, before).encode()}
    subject = f"{after.name} ({slug})"
    return Parts(name="describe", subject=subject, trailers=(("Organisation", slug),), changes=changes)


def rereading(resolution: Resolution, changes: dict[PurePosixPath, bytes]) -> Parts:
    """A text as today's reader reads its source."""
    return parts_of("reread", resolution, changes)


def correction(
    layout: Layout, own_id: ResolutionId, repository: "Repository", text: str | None, reason: str, now: datetime
) -> Parts:
    """A corrected transcript, from ``text`` or the edited file; the committed line table is carried along."""
    folder = folder_of(own_id)
    resolution = layout.resolution(own_id)
    before_text, before_table = (
        repository.show("HEAD", repository.relative(layout.root / folder / name)).decode("utf-8")
        for name in ("text.txt", "lines.tsv")
    )
    # The act writes the line table anew: what somebody changed in it by hand would be lost.
    if layout.read_text(folder / "lines.tsv") != before_table:
        raise refuse("lines-edited", layout.place(folder / "lines.tsv"))
    given = layout.read_text(folder / "text.txt") if text is None else text
    after_text = given.replace("\r\n", "\n").rstrip("\n") + "\n"
    if after_text == before_text:
        raise refuse("nothing-changes", str(own_id))
    place = layout.place(folder / "text.txt")
    computed = resolution.rendition.numbers == "computed"
    before = parse_document(before_text, before_table, layout.place(folder))
    after = corrected(before, after_text, place, computed, rule_of(resolution))
    number = len(correction_names(layout, folder)) + 1
    person, date = repository.author()[0], now.isoformat(timespec="seconds")
    files = correction_files(folder, number, before_text, after, reason, person, date)
    return parts_of("correct", resolution, files)
