"""Holds a corpus against its seals: what was removed, replaced or rewritten since, however the history looks now.

    seal 1 <- seal 2 <- seal 3   the chain           is each seal the one the next names?
    seal 3 <-> corpus            every resolution    as sealed, or changed by acts that stand in the history

What an act has changed since (a correction, a description, a withdrawal) is no finding; what changed without one is.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from libcorpus.flows.sealing import FILES, NOTHING, TAG, Manifest, hashes_of, seals
from libcorpus.model.ids import ResolutionId
from libcorpus.model.problems import Problem
from libcorpus.store.acts import ACTS
from libcorpus.store.layout import Layout, folder_of
from libcorpus.store.repository import Repository


def check_seals(
    layout: Layout, repository: Repository, kept: Manifest | None, progress: Callable[[int], None]
) -> Iterator[Problem]:
    """All problems of a corpus against its seals, and against a manifest that was ``kept`` elsewhere."""
    found = seals(repository)
    yield from _chain(found)
    if kept is not None:
        yield from _against_kept(found, kept)
    if not found and kept is None:
        yield Problem.of("not-sealed", layout.root.name)
        return
    # The copy counts by itself: somebody who replaces a seal may have put a newer one on top.
    for one in dict.fromkeys([*([kept] if kept else []), *found[-1:]]):
        yield from _against(layout, repository, one, progress)


def _chain(found: Sequence[Manifest]) -> Iterator[Problem]:
    """Each seal names the one before it, and none of them has lost an id."""
    for number, one in enumerate(found, start=1):
        if one.number != number:
            yield Problem.of("seal-missing", f"{TAG}{number}")
            break
    for before, after in pairwise(found):
        if after.number == before.number + 1 and after.previous != before.digest:
            yield Problem.of(
                "seal-chain", f"{TAG}{after.number}", seen=before.digest[:12], expected=after.previous[:12]
            )
        for own_id in sorted(before.hashes.keys() - after.hashes.keys()):
            yield Problem.of("seal-lost", f"{TAG}{after.number}", own_id, seen=own_id)


def _against_kept(found: Sequence[Manifest], kept: Manifest) -> Iterator[Problem]:
    """The seal of that number is the one that was kept."""
    same = [one for one in found if one.number == kept.number]
    if not same:
        yield Problem.of("seal-missing", f"{TAG}{kept.number}")
    elif same[0].digest != kept.digest:
        yield Problem.of("seal-replaced", f"{TAG}{kept.number}", seen=same[0].digest[:12], expected=kept.digest[:12])


def _against(
    layout: Layout, repository: Repository, last: Manifest, progress: Callable[[int], None]
) -> Iterator[Problem]:
    rewritten = repository.ask("merge-base", "--is-ancestor", last.commit, "HEAD").code != 0
    if rewritten:
        yield Problem.of("history-rewritten", layout.root.name, seen=last.commit[:12], seal=f"{TAG}{last.number}")
    now = dict(hashes_of(layout, progress))
    for own_id, hashes in sorted(last.hashes.items()):
        place = layout.place(folder_of(ResolutionId.parse(own_id)))
        if own_id not in now:
            yield Problem.of("sealed-removed", place, seal=f"{TAG}{last.number}")
        elif now[own_id] != hashes and (rewritten or not _by_acts(layout, repository, last, own_id)):
            yield Problem.of("sealed-changed", place, seen=_which(hashes, now[own_id]), seal=f"{TAG}{last.number}")


def _which(before: Sequence[str], after: Sequence[str]) -> str:
    """The files that differ, those that are gone marked."""
    names = (*FILES, "source")
    told = (
        f"{name} ({NOTHING})" if b == NOTHING else name
        for name, a, b in zip(names, before, after, strict=True)
        if a != b
    )
    return ", ".join(told)


def _by_acts(layout: Layout, repository: Repository, last: Manifest, own_id: str) -> bool:
    """Whether every commit since the seal that touched a resolution is an act on it."""
    folder = repository.relative(layout.root / folder_of(ResolutionId.parse(own_id)))
    since = repository.history(folder, since=last.commit)
    return bool(since) and all(one.act in ACTS and own_id in one.trailers.get("Resolution", ()) for one in since)
