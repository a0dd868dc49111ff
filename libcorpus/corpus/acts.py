"""Acts on a corpus: file, describe, correct, and the proof that all is whole. Every change is one commit.

corpus.archive("beschluss.txt", organisation="gruene-duesseldorf")
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from libcorpus.corpus.reads import Reads, read_file
from libcorpus.model.dates import PartialDate
from libcorpus.model.ids import ResolutionId
from libcorpus.model.problems import LibcorpusError, Problem, refuse
from libcorpus.store.layout import folder_of

if TYPE_CHECKING:
    from libcorpus.flows.filing import ArchiveRequest, Prepared, Receipt
    from libcorpus.flows.many import Row
    from libcorpus.flows.rereading import Reread
    from libcorpus.flows.sealing import Manifest
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

        self.settle()
        return file_all(prepared, self._performer())

    def archive(self, path: str | Path, request: "ArchiveRequest | None" = None, **fields: str) -> "Receipt":
        """File one source and commit it. ``fields`` are title, body, adopted_on, …, and those of ``ArchiveRequest``.

        Raises ``LibcorpusError`` and changes nothing where it cannot be filed truly, or a field is unknown.
        """
        from libcorpus.flows.filing import ArchiveRequest

        self.settle()
        own = {key: fields.pop(key, "") for key in ("organisation", "organisation_name", "slug", "gaps_ok")}
        wanted = request or ArchiveRequest(
            own["organisation"], own["organisation_name"], fields, own["slug"], own["gaps_ok"]
        )
        prepared = self.prepare(read_file(Path(path)), Path(path).name, wanted)
        return self.file([prepared])[0]

    def archive_all(
        self,
        paths: Sequence[Path],
        request: "ArchiveRequest",
        *,
        split: bool = False,
        dry_run: bool = False,
        progress: Callable[[int], None] = lambda done: None,
    ) -> "Iterator[Row]":
        """File many sources, read by several processes, in commits of at most 500; a bad one does not stop the others.

        Yields what became of each source, or with ``split`` of each part of it, in the order given and not before it
        is committed: what was yielded stays when the rest is interrupted.
        """
        from libcorpus.flows.many import Job, file_many

        if not dry_run:
            self.settle()
        job = Job(self.layout, request, split, self.info().language, self.layout.sources())
        return file_many(paths, job, None if dry_run else self._performer(), progress)

    def describe(self, short: str, assignments: list[str], reason: str) -> str:
        """Change metadata by ``key=value``; returns the commit. Raises ``LibcorpusError`` for a wrong key or value."""
        from libcorpus.flows.changing import description

        self.settle()
        return self._perform(**description(self.layout, self.find(short), assignments, self.find), body=reason)

    def describe_organisation(self, slug: str, assignments: list[str], reason: str) -> str:
        """Change or create an organisation by ``key=value``; returns the commit."""
        from libcorpus.flows.changing import organisation_description

        self.settle()
        return self._perform(**organisation_description(self.layout, slug, assignments), body=reason)

    def relate(self, short: str, kind: str, target: str, reason: str = "", lines: str = "") -> str:
        """Say what a resolution does to an earlier one: supersedes, amends, repeals, continues or reaffirms.

        With ``lines`` it is the text that says so on these printed lines, else the person who calls, with a reason.
        Returns the commit. Raises ``LibcorpusError`` for a relation that cannot be.
        """
        from libcorpus.flows import relating

        if not (reason.strip() or lines):
            raise refuse("relation-wants-who")
        self.settle()
        own_id = self.find(short)
        relation = relating.relation_of(self.layout, own_id, kind, self.find(target), reason, lines)
        return self._perform(**relating.relating(self.layout, own_id, relation), body=reason or relation.words)

    def unrelate(self, short: str, kind: str, target: str, reason: str) -> str:
        """Take a relation back; returns the commit."""
        from libcorpus.flows.relating import unrelating

        if not reason.strip():
            raise refuse("no-reason")
        self.settle()
        # A target that is not here any more can be named by its full id.
        own_id, known = self.find(short), [one.target for one in self.resolution(short).relations]
        other = ResolutionId.parse(target) if target in known else self.find(target)
        return self._perform(**unrelating(self.layout, own_id, kind, other), body=reason)

    def link(self, old: str, new: str, deny: bool = False, reason: str = "") -> str:
        """Say that a sentence became another, or with ``deny`` that it did not; returns the commit.

        Sentences are named as ``2.4@2019:30-32``: a short id and printed lines; ``#2`` behind them means the second
        sentence there.
        """
        from libcorpus.flows import linking

        self.settle()
        ends = linking.ends_of(self.layout, old, new, self.find)
        link = ends.link("denied" if deny else "same", reason)
        return self._perform(**linking.linking(self.layout, link, ends.new.id), body=reason)

    def unlink(self, old: str, new: str, reason: str = "") -> str:
        """Take back what was said of two sentences; returns the commit."""
        from libcorpus.flows import linking

        self.settle()
        ends = linking.ends_of(self.layout, old, new, self.find)
        return self._perform(**linking.unlinking(self.layout, ends.new.id, ends.link("same", "")), body=reason)

    def unlink_number(self, short: str, number: int, reason: str = "") -> str:
        """Take back the link of a resolution with this number, from 1; returns the commit."""
        from libcorpus.flows import linking

        self.settle()
        own_id = self.find(short)
        link = linking.numbered(self.layout, own_id, number)
        return self._perform(**linking.unlinking(self.layout, own_id, link), body=reason)

    def correct(self, short: str, text: str | None, reason: str, now: datetime) -> str:
        """Correct the transcript of a resolution; the printed lines follow the words. Returns the commit.

        ``text`` is the new canonical text; without it the edited ``text.txt`` of the work tree is taken.
        """
        from libcorpus.flows.changing import correction

        self.settle()
        parts = correction(self.layout, self.find(short), self.repository(), text, reason, now)
        return self._perform(**parts, body=reason, expect_clean=text is not None)

    def download_folder(self, url: str) -> Path:
        """Where what is fetched from an address is kept until it is filed, so that a second call can go on there."""
        from libcorpus.model.ids import slugify

        return self.repository().common_dir / "libcorpus-fetch" / slugify(url.partition("://")[2].partition("?")[0])

    def read_again(self, short: str, dropped: Sequence[int] = ()) -> "Reread":
        """What today's reader makes of the source of a resolution, with its corrections made again. Writes nothing.

        Raises ``LibcorpusError`` naming each correction that no longer fits and is not among the ``dropped`` ones.
        """
        from libcorpus.flows.rereading import reread

        self.settle()
        return reread(self.layout, self.find(short), dropped)

    def reread(self, found: "Reread", reason: str = "") -> str:
        """Commit what ``read_again`` found; returns the commit."""
        from libcorpus.flows.changing import rereading

        return self._perform(**rereading(found.new, found.changes), body=reason)

    def withdraw(self, short: str, on: PartialDate, reason: str, *, remove_text: bool = False) -> str:
        """Withdraw a resolution, which leaves a tombstone; with ``remove_text`` its words go. Returns the commit."""
        from libcorpus.flows.withdrawing import withdrawal

        self.settle()
        parts = withdrawal(self.layout, self.find(short), on, reason, remove_text=remove_text)
        return self._perform(**parts, body=reason)

    def history(self, short: str) -> "tuple[ActRecord, ...]":
        """The acts on a resolution, newest first, with who did them and when they were archived."""
        repository = self.repository()
        return repository.history(repository.relative(self.root / folder_of(self.find(short))))

    def seal(self, *, sign: bool = False, progress: Callable[[int], None] = lambda done: None) -> "Manifest":
        """Seal what is committed: a manifest of every resolution in an annotated tag, chained to the seal before.

        With ``sign`` the tag is signed as git is configured to. Refuses while something is not committed.
        """
        from libcorpus.flows.sealing import seal

        self.settle()
        return seal(self.layout, self.repository(), sign=sign, progress=progress)

    def check_seals(self, manifest: str = "", progress: Callable[[int], None] = lambda done: None) -> Iterator[Problem]:
        """What was removed, replaced or rewritten since it was sealed; ``manifest`` is a copy kept elsewhere."""
        from libcorpus.flows.sealed import check_seals
        from libcorpus.flows.sealing import Manifest

        kept = Manifest.parse(manifest, "manifest") if manifest else None
        return check_seals(self.layout, self.repository(), kept, progress)

    def settle(self) -> tuple[Problem, ...]:
        """Finish or take back an act whose process was killed; what was done, as remarks, empty where there was none.

        Every act does this first.
        """
        from libcorpus.store.unfinished import unfinished

        if unfinished(self.root) is None:
            return ()
        from libcorpus.store.acts import settle

        return settle(self.repository())

    def check(self, progress: Callable[[int], None] = lambda done: None) -> Iterator[Problem]:
        """All problems of the corpus: errors, findings and remarks."""
        from libcorpus.flows.checking import check
        from libcorpus.flows.halfdone import half_done
        from libcorpus.store.unfinished import unfinished

        problems = chain(check(self.layout, progress), self._uncommitted())
        if unfinished(self.root) is None:
            yield from problems
        else:
            yield from half_done(self.repository(), self.layout, problems)

    def _uncommitted(self) -> Iterator[Problem]:
        from libcorpus.flows.auditing import foreign_commits

        try:
            repository = self.repository()
            dirty = repository.dirty([repository.relative(self.root)])
        except LibcorpusError as error:
            yield Problem.of("no-git-check", self.root.name, why=str(error).split("\n")[0])
            return
        for path in dirty:
            yield Problem.of("not-committed", self.layout.place(self._relative(repository.top / path)))
        yield from foreign_commits(self.layout, repository)

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
        changes: Mapping[PurePosixPath, bytes | None],
        body: str = "",
        creates: frozenset[PurePosixPath] = frozenset(),
        expect_clean: bool = True,
        repository: "Repository | None" = None,
    ) -> str:
        from libcorpus.store.acts import Act, perform

        act = Act(name, subject, trailers, changes, body, creates)
        return perform(act, self.root, repository or self.repository(), expect_clean=expect_clean)
