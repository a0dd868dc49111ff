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


def file_all(prepared: Sequence[Prepared], perform: Callable[..., str]) -> list[Receipt]:
    """Write resolutions in commits of at most 500; ``perform`` does one act and returns its commit."""
    receipts = []
    written: set[PurePosixPath] = set()
    for start in range(0, len(prepared), MAX_PER_COMMIT):
        batch = prepared[start : start + MAX_PER_COMMIT]
        changes: dict[PurePosixPath, bytes] = {}
        for one in batch:
            # Each brings a new organisation along, which the first commit has made.
            changes.update({path: data for path, data in one.changes.items() if path not in written})
        written |= changes.keys()
        commit = perform(
            name="archive",
            subject=_subject(batch),
            trailers=_trailers(batch),
            changes=changes,
            creates=frozenset(changes),
        )
        receipts += [replace(one.receipt, commit=commit) for one in batch]
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
