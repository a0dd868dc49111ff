"""Looks at the history of a corpus: every commit that touched it is an act of archiving, or is remarked on.

    3f2c91d0aa  "Tippfehler"  ->  2 commits touched the corpus and are no acts: 3f2c91d0aa Tippfehler, …

A person may well have changed a topic file by hand; who reads the archive should know.
"""

from collections.abc import Iterator
from typing import Final

from libcorpus.model.problems import LibcorpusError, Problem
from libcorpus.store.acts import ACTS
from libcorpus.store.layout import Layout
from libcorpus.store.repository import Repository

_SHOWN: Final = 5


def foreign_commits(layout: Layout, repository: Repository) -> Iterator[Problem]:
    """One remark for all commits that touched the corpus and are no known acts, the newest of them by name."""
    try:
        history = repository.history(repository.relative(layout.root))
    except LibcorpusError as error:
        yield Problem.of("no-git-check", layout.root.name, why=str(error).split("\n")[0])
        return
    foreign = [record for record in history if record.act not in ACTS]
    if foreign:
        named = tuple(f"{record.commit[:10]} {record.subject}" for record in foreign[:_SHOWN])
        yield Problem.of("foreign-commits", layout.root.name, count=len(foreign), commits=named)
