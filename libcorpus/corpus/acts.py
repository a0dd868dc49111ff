"""Acts on a corpus: file, describe, correct, and the proof that all is whole. Every change is one commit.

corpus.archive("beschluss.txt", organisation="gruene-duesseldorf")
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from libcorpus.corpus.reads import Reads, read_file
from libcorpus.model.ids import ResolutionId
from libcorpus.model.problems import LibcorpusError, Problem
from libcorpus.store.layout import folder_of

if TYPE_CHECKING:
    from libcorpus.flows.filing import ArchiveRequest, Prepared, Receipt
    from libcorpus.store.porcelain import ActRecord
    from libcorpus.store.repository import Repository


class Acts(Reads):
    """What changes a corpus, and what was done to it."""

    __slots__ = ()

    def prepare(
        self,
        data: bytes,
        file_name: str,
        request: "ArchiveRequest",
        known: Mapping[str, ResolutionId] | None = None,
    ) -> "Prepared":
        """Read a source and put its files together without writing; raises ``LibcorpusError`` if it cannot be filed.

        ``known`` are hashes of sources that are filed, for a caller who prepares many: ``corpus.layout.sources()``.
        """
        from libcorpus.flows.filing import prepare

        return prepare(data, file_name, request, self.layout, self.info().language, known)

    def file(self, prepared: Sequence["Prepared"]) -> "list[Receipt]":
        """Write what was prepared, in commits of at most 500 resolutions."""
        from libcorpus.flows.writing import file_all

        return file_all(prepared, self._performer())

    def archive(self, path: str | Path, request: "ArchiveRequest | None" = None, **fields: str) -> "Receipt":
        """File one source and commit it. ``fields`` are title, body, adopted_on, …, and those of ``ArchiveRequest``.

        Raises ``LibcorpusError`` and changes nothing where it cannot be filed truly, or a field is unknown.
        """
        from libcorpus.flows.filing import ArchiveRequest

        own = {key: fields.pop(key, "") for key in ("organisation", "organisation_name", "slug", "gaps_ok")}
        wanted = request or ArchiveRequest(**own, fields=fields)
        prepared = self.prepare(read_file(Path(path)), Path(path).name, wanted)
        return self.file([prepared])[0]

    def describe(self, short: str, assignments: list[str], reason: str) -> str:
        """Change metadata by ``key=value``; returns the commit. Raises ``LibcorpusError`` for a wrong key or value."""
        from libcorpus.flows.changing import description

        return self._perform(**description(self.layout, self.find(short), assignments, self.find), body=reason)

    def describe_organisation(self, slug: str, assignments: list[str], reason: str) -> str:
        """Change or create an organisation by ``key=value``; returns the commit."""
        from libcorpus.flows.changing import organisation_description

        return self._perform(**organisation_description(self.layout, slug, assignments), body=reason)

    def correct(self, short: str, text: str | None, reason: str, now: datetime) -> str:
        """Correct the transcript of a resolution; the printed lines follow the words. Returns the commit.

        ``text`` is the new canonical text; without it the edited ``text.txt`` of the work tree is taken.
        """
        from libcorpus.flows.changing import correction

        parts = correction(self.layout, self.find(short), self.repository(), text, reason, now)
        return self._perform(**parts, body=reason, expect_clean=text is not None)

    def history(self, short: str) -> "tuple[ActRecord, ...]":
        """The acts on a resolution, newest first, with who did them and when they were archived."""
        repository = self.repository()
        return repository.history(repository.relative(self.root / folder_of(self.find(short))))

    def check(self, progress: Callable[[int], None] = lambda done: None) -> Iterator[Problem]:
        """All problems of the corpus: errors, findings and remarks."""
        from libcorpus.flows.checking import check

        yield from check(self.layout, progress)
        yield from self._uncommitted()

    def _uncommitted(self) -> Iterator[Problem]:
        try:
            repository = self.repository()
            dirty = repository.dirty([repository.relative(self.root)])
        except LibcorpusError as error:
            yield Problem.of("no-git-check", self.root.name, why=str(error).split("\n")[0])
            return
        for path in dirty:
            yield Problem.of("not-committed", self.layout.place(self._relative(repository.top / path)))

    def _relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)

    def _performer(self) -> Callable[..., str]:
        repository = self.repository()
        return lambda **act: self._perform(repository=repository, **act)

    def _perform(
        self,
        name: str,
        subject: str,
        trailers: tuple[tuple[str, str], ...],
        changes: dict[PurePosixPath, bytes],
        body: str = "",
        creates: frozenset[PurePosixPath] = frozenset(),
        expect_clean: bool = True,
        repository: "Repository | None" = None,
    ) -> str:
        from libcorpus.store.acts import Act, perform

        act = Act(name, subject, trailers, changes, body, creates)
        return perform(act, self.root, repository or self.repository(), expect_clean=expect_clean)
