"""Writes prepared resolutions: commits of at most 500, each with what it files in subject and trailers.

    archive: Integration und Teilhabe (Mitgliederversammlung, 2020-03-07, TOP 2.13)

Knows what was prepared; how an act is done is handed in.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from libcorpus.flows.filing import Prepared, Receipt
from libcorpus.model.resolution import Resolution

MAX_PER_COMMIT: Final = 500


class Writing:
    """What one call writes, commit after commit; ``perform`` does one act and returns its commit."""

    def __init__(self, perform: Callable[..., str]) -> None:
        self.perform = perform
        # A new organisation, or a source that is shared: each resolution brings it along, the first commit makes it.
        self.written: set[PurePosixPath] = set()

    def commit(self, batch: Sequence[Prepared]) -> list[Receipt]:
        """Write some resolutions in one commit."""
        changes: dict[PurePosixPath, bytes] = {}
        for one in batch:
            changes.update({path: data for path, data in one.changes.items() if path not in self.written})
        commit = self.perform(
            name="archive",
            subject=_subject(batch),
            trailers=_trailers(batch),
            changes=changes,
            creates=frozenset(changes),
        )
        self.written |= changes.keys()
        return [replace(one.receipt, commit=commit) for one in batch]


def file_all(prepared: Sequence[Prepared], perform: Callable[..., str]) -> list[Receipt]:
    """Write resolutions in commits of at most 500; ``perform`` does one act and returns its commit."""
    writing = Writing(perform)
    receipts = []
    for start in range(0, len(prepared), MAX_PER_COMMIT):
        receipts += writing.commit(prepared[start : start + MAX_PER_COMMIT])
    return receipts


def _subject(batch: Sequence[Prepared]) -> str:
    if len(batch) > 1:
        return f"{len(batch)} resolutions"
    return described(batch[0].receipt.resolution)


def described(resolution: Resolution) -> str:
    """A resolution as the subject of a commit names it: title, body, date, agenda item."""
    agenda = f"TOP {resolution.agenda_item}" if resolution.agenda_item else ""
    details = ", ".join(part for part in (resolution.body, str(resolution.adopted_on), agenda) if part)
    return f"{resolution.title} ({details})"


def _trailers(batch: Sequence[Prepared]) -> tuple[tuple[str, str], ...]:
    trailers: list[tuple[str, str]] = []
    for one in batch:
        trailers.append(("Resolution", str(one.receipt.id)))
        trailers.append(("Adopted-On", str(one.receipt.resolution.adopted_on)))
    return tuple(trailers)
