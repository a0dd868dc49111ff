"""Withdraws a resolution: a tombstone stays, with the reason; its text may be removed from the tree for legal reasons.

    status = "withdrawn"
    [withdrawn]  on = "2026-05-04"  reason = "Persönliche Daten"  removed = {"text.txt" = "3f…", "source.pdf" = "9a…"}

The id never vanishes, and whoever follows a citation finds the tombstone. Git keeps what was committed before: what has
to be gone from the history as well is a job for git and for everybody who has a clone. Knows the layout of a corpus.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from libcorpus.flows.changing import Parts, parts_of
from libcorpus.model.dates import PartialDate
from libcorpus.model.ids import ResolutionId
from libcorpus.model.problems import refuse
from libcorpus.model.resolution import Resolution, Withdrawal
from libcorpus.store.layout import Layout, folder_of, source_path
from libcorpus.store.records import parse_resolution, write_resolution


def withdrawal(layout: Layout, own_id: ResolutionId, on: PartialDate, reason: str, *, remove_text: bool) -> Parts:
    """Withdraw a resolution; with ``remove_text`` text, lines, corrections and source leave the tree.

    Refuses one that is withdrawn already, unless its text is still to be removed.
    """
    if not reason.strip():
        raise refuse("no-reason")
    relative = folder_of(own_id) / "resolution.toml"
    before = layout.read_text(relative)
    resolution = parse_resolution(before, own_id, layout.place(relative))
    gone = resolution.withdrawn
    if gone is not None and (gone.removed or not remove_text):
        raise refuse("withdrawn-already", layout.place(folder_of(own_id)), seen=str(own_id), on=gone.on)
    files = list(_files(layout, resolution)) if remove_text else []
    removed = {path.name: hashlib.sha256(layout.read(path)).hexdigest() for path in files}
    after = replace(
        resolution,
        status="withdrawn",
        withdrawn=Withdrawal(gone.on if gone else on, " ".join(reason.split()), removed),
        # What was left out, and the words of relations and links, are words of the text too.
        source=replace(resolution.source, left_out_text=()) if remove_text else resolution.source,
        relations=tuple(replace(one, words="") for one in resolution.relations)
        if remove_text
        else resolution.relations,
        links=() if remove_text else resolution.links,
    )
    changes: dict[PurePosixPath, bytes | None] = {relative: write_resolution(after, before).encode()}
    changes |= dict.fromkeys(files)
    return parts_of("withdraw", after, changes)


def _files(layout: Layout, resolution: Resolution) -> Iterator[PurePosixPath]:
    """The files that hold words of a resolution; a source that others share stays for them."""
    folder = folder_of(resolution.id)
    for path in sorted((layout.root / folder).rglob("*")):
        if path.is_file() and path.name != "resolution.toml":
            yield PurePosixPath(path.relative_to(layout.root).as_posix())
    if resolution.source.shared and len(layout.parts(resolution.source.sha256)) == 1:
        yield source_path(resolution.id, resolution.source)
