"""What ``check`` says while an act stands half-done: one remark that names it, in place of a finding for each file.

    resolutions/…/text.txt is not committed  (x 3)   ->   an act was interrupted: archive: Integration (…)

Knows the journal and problems.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from libcorpus.model.problems import Problem
from libcorpus.store import journal
from libcorpus.store.acts import is_writing
from libcorpus.store.journal import Journal
from libcorpus.store.layout import Layout
from libcorpus.store.repository import Repository


def half_done(repository: Repository, layout: Layout, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of a corpus, those of an interrupted act gathered into a remark."""
    found = journal.find(repository.git_dir)
    if found is None:
        yield from problems
        return
    key = "act-under-way" if is_writing(repository) else "interrupted-act"
    yield Problem.of(key, layout.root.name, seen=found.subject)
    mine = _places(found, repository.relative(layout.root), layout)
    for problem in problems:
        if not any(problem.place == place or problem.place.startswith((f"{place}/", f"{place}:")) for place in mine):
            yield problem


def _places(found: Journal, prefix: PurePosixPath, layout: Layout) -> set[str]:
    """How the files and folders of an act are named in messages, also those that are only made ready."""
    paths = [one.path for one in found.written] + list(found.asides.values()) + list(found.asides)
    below = [path.relative_to(prefix) for path in paths if path.is_relative_to(prefix)]
    return {layout.place(path) for path in below}
