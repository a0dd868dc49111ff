"""The corpus as a caller sees it: open, read, archive, compare, follow positions, check.

    corpus = Corpus.open("corpus")
    for resolution in corpus.resolutions(organisation="gruene-duesseldorf"):
        print(resolution.cite("94-99"))

Reading takes the files of the work tree and needs no git; every change is one commit.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from libcorpus.model.dates import PartialDate
from libcorpus.model.document import Document
from libcorpus.model.ids import ResolutionId
from libcorpus.model.lines import LineSpan
from libcorpus.model.problems import LibcorpusError, NotFoundError, Problem, refuse
from libcorpus.model.resolution import Organisation, Resolution
from libcorpus.store.layout import CorpusInfo, Layout, find_corpus, folder_of

if TYPE_CHECKING:
    from libcorpus.align.linemap import Carried
    from libcorpus.flows.comparing import Comparison, Side
    from libcorpus.flows.filing import ArchiveRequest, Prepared, Receipt
    from libcorpus.flows.origins import Origin
    from libcorpus.flows.searching import Hit
    from libcorpus.store.porcelain import ActRecord
    from libcorpus.store.repository import Repository
    from libcorpus.topics.positions import Positions
    from libcorpus.topics.topic import Topic

NOT_ADOPTED = ("motion", "draft")


@dataclass(frozen=True, slots=True)
class Corpus:
    """A git-backed corpus of resolutions below ``root``. Make one with ``Corpus.open`` or ``Corpus.init``."""

    root: Path

    @classmethod
    def open(cls, path: str | Path = "") -> "Corpus":
        """The corpus at ``path``, or found upwards from the current folder. Raises ``NotFoundError``.

        Refuses a format this program cannot read with ``LibcorpusError``.
        """
        root = find_corpus(Path.cwd(), str(path))
        corpus = cls(root.resolve())
        corpus.info()
        return corpus

    @classmethod
    def init(cls, path: str | Path, title: str = "", organisation: str = "", organisation_name: str = "") -> "Corpus":
        """Make a corpus in a folder, in the repository around it or a new one, and commit it.

        Raises ``LibcorpusError`` where a corpus is already, or git refuses.
        """
        from libcorpus.flows.beginning import begin

        return cls(begin(Path(path), title, organisation, organisation_name))

    @property
    def layout(self) -> Layout:
        """Where the files of this corpus lie."""
        return Layout(self.root)

    def info(self) -> CorpusInfo:
        """What ``corpus.toml`` says."""
        return self.layout.info()

    # Reading.

    def __iter__(self) -> Iterator[Resolution]:
        return self.resolutions()

    def resolutions(
        self,
        organisation: str = "",
        body: str = "",
        since: PartialDate | str | None = None,
        until: PartialDate | str | None = None,
        topic: str = "",
    ) -> Iterator[Resolution]:
        """The resolutions, oldest first, narrowed to an organisation (slug), a body, adoption dates (both ends
        included; ``2020`` means the whole year), or those with passages on a topic."""
        low, high = _date(since), _date(until)
        found = self.topic(topic) if topic else None
        ids = sorted(self.layout.resolution_ids(), key=lambda own: (own.adopted_on, str(own)))
        for own_id in ids:
            resolution = self.layout.resolution(own_id)
            fits = organisation in ("", resolution.organisation) and body in ("", resolution.body)
            if not fits or not _within(resolution.adopted_on, low, high):
                continue
            if found is None or topic in resolution.topics or found.members(self.layout.document(own_id)):
                yield resolution

    def find(self, short: str) -> ResolutionId:
        """The id a full or short id means; raises ``NotFoundError`` naming the candidates where it means several."""
        ids = list(self.layout.resolution_ids())
        exact = [own_id for own_id in ids if str(own_id) == short]
        found = exact or [own_id for own_id in ids if own_id.answers_to(short)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise NotFoundError(Problem.of("no-resolution", seen=short))
        names = tuple(map(str, found[:20]))
        raise NotFoundError(Problem.of("ambiguous-id", seen=short, count=len(found), candidates=names))

    def resolution(self, short: str | ResolutionId) -> Resolution:
        """The metadata of a resolution by full or short id."""
        return self.layout.resolution(self.find(str(short)))

    def document(self, short: str | ResolutionId) -> Document:
        """The words of a resolution, and its printed lines, by full or short id."""
        return self.layout.document(self.find(str(short)))

    def organisations(self) -> tuple[Organisation, ...]:
        """All organisations."""
        return self.layout.organisations()

    def organisation_name(self, slug: str) -> str:
        """The name of an organisation, its slug where it has no file."""
        try:
            return self.layout.organisation(slug).name
        except LibcorpusError:
            return slug

    def search(self, *words: str, organisation: str = "") -> Iterator["Hit"]:
        """Sentences that hold all the words, oldest resolution first."""
        from libcorpus.flows.searching import search

        filed = ((one, self.layout.document(one.id)) for one in self.resolutions(organisation=organisation))
        return search(words, filed)

    # Comparing.

    def compare(self, old: str | ResolutionId, new: str | ResolutionId) -> "Comparison":
        """Say of every sentence of two texts what became of it, old first; ``side`` says what may be named."""
        from libcorpus.flows.comparing import compare

        return compare(self.side(str(old)), self.side(str(new)))

    def side(self, named: str) -> "Side":
        """One side of a comparison: a resolution, all that an assembly adopted, or a file that is not archived.

        A date, or ``organisation/date``, under which several were adopted means the assembly; a path to a file that
        exists and is no id means that file, read as ``archive`` would.
        """
        from libcorpus.flows.comparing import Side, together

        try:
            own_id = self.find(named)
        except NotFoundError as error:
            from libcorpus.flows import sides

            if adopted := sides.assembly(self.layout, named):
                return together(named, [(one, self.layout.document(one.id)) for one in adopted])
            if error.problem.key == "no-resolution" and Path(named).is_file():
                return sides.file_side(read_file(Path(named)), Path(named), self.info().language)
            raise
        return Side(str(own_id), self.layout.document(own_id), self.layout.resolution(own_id))

    def known_at(self, short: str, revision: str) -> "Side":
        """One side of a comparison: a resolution as the archive knew it at a git revision or on a day."""
        from libcorpus.flows import sides

        return sides.known_at(self.layout, self.find(short), self.repository(), revision)

    def where(self, short: str, lines: str, other: str) -> "Carried":
        """Where printed lines of one text stand in another: kept, moved, changed or gone."""
        from libcorpus.align.linemap import LineMap

        comparison = self.compare(short, other)
        line_map = LineMap.of(comparison.account, comparison.old.document, comparison.new.document)
        return line_map.carry(LineSpan.parse(lines))

    def origin(self, short: str) -> "list[Origin]":
        """For every sentence of a resolution since which assembly it holds, in this wording and in substance.

        Looks at what the same organisation adopted up to that date.
        """
        from libcorpus.flows.origins import origins

        own_id = self.find(short)
        return origins(self._adopted(own_id.organisation), self.layout.resolution(own_id), self.layout.document(own_id))

    def topics(self) -> dict[str, "Topic"]:
        """The topics by name: those the package ships, and those of this corpus in place of them."""
        from libcorpus.topics.packaged import packaged_topics
        from libcorpus.topics.topic import parse_topic

        own = self.layout.topic_files()
        texts = {name: (text, f"libcorpus/topics/{name}.toml") for name, text in packaged_topics().items()}
        texts |= {name: (text, self.layout.place(f"topics/{name}.toml")) for name, text in own.items()}
        return {name: parse_topic(text, name, place) for name, (text, place) in sorted(texts.items())}

    def topic(self, name: str) -> "Topic":
        """One topic; raises ``NotFoundError`` with those there are."""
        topics = self.topics()
        if name not in topics:
            raise NotFoundError(Problem.of("no-topic", seen=name, known=", ".join(topics)))
        return topics[name]

    def positions(
        self,
        topic: str,
        organisation: str = "",
        since: PartialDate | str | None = None,
        until: PartialDate | str | None = None,
    ) -> "Positions":
        """How the positions of one organisation on a topic changed between its assembly dates.

        Motions and drafts are left out. Without ``organisation`` it is the default one of the corpus, or the only one.
        ``since`` and ``until`` narrow the dates that are shown; what held before is known all the same.
        """
        from libcorpus.flows.origins import align_spots
        from libcorpus.topics.threads import follow

        slug = organisation or self.info().organisation or self._only_organisation()
        self.layout.organisation(slug)
        found = follow(self.topic(topic), slug, self._adopted(slug, until=until), align_spots)
        low = _date(since)
        return found.since(low) if low else found

    def _adopted(self, slug: str, until: PartialDate | str | None = None) -> list[tuple[Resolution, Document]]:
        """What an organisation adopted, motions and drafts left out."""
        return [
            (one, self.layout.document(one.id))
            for one in self.resolutions(organisation=slug, until=until)
            if one.kind.value not in NOT_ADOPTED and one.status == "adopted"
        ]

    def _only_organisation(self) -> str:
        slugs = [organisation.slug for organisation in self.organisations()]
        if len(slugs) != 1:
            raise refuse("which-organisation", known=", ".join(slugs) or "-")
        return slugs[0]

    # Acts.

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

    # Git, opened only where an act or its history needs it.

    def repository(self) -> "Repository":
        """The git repository around the corpus; raises ``LibcorpusError`` where there is none."""
        from libcorpus.store.repository import Repository

        return Repository.containing(self.root)

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


def read_file(path: Path) -> bytes:
    """The bytes of a source; refuses what is no plain file."""
    if path.is_dir():
        raise refuse("is-folder", str(path))
    try:
        return path.read_bytes()
    except OSError as error:
        raise refuse("unreadable", str(path), why=error.strerror or "") from None


def _date(value: PartialDate | str | None) -> PartialDate | None:
    return PartialDate.read(value) if isinstance(value, str) and value else value or None


def _within(date: PartialDate, low: PartialDate | None, high: PartialDate | None) -> bool:
    after = low is None or date >= low or low.covers(date)
    return after and (high is None or date <= high or high.covers(date))
