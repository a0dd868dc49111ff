"""Files many sources: read by several processes, written in commits, each with what became of it.

    a.txt, book.pdf, broken.docx  ->  filed …, filed part 1 …, filed part 2 …, refused: it is encrypted

While one batch is committed the next is read. A bad source does not stop the others, and what was
committed stays: a second run passes it over. Knows no terminal.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from libcorpus.flows.filing import ArchiveRequest, Prepared, Receipt, prepare
from libcorpus.flows.splitting import Part, prepare_book, read_book
from libcorpus.flows.workers import in_order, worker_count
from libcorpus.flows.writing import MAX_PER_COMMIT, Writing
from libcorpus.model.draft import LeftOut
from libcorpus.model.ids import ResolutionId
from libcorpus.model.problems import AlreadyFiledError, LibcorpusError, Problem, refuse
from libcorpus.store.layout import Layout, read_bytes

FILED: Final = "filed"
SKIPPED: Final = "skipped"
REFUSED: Final = "refused"


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done with each source. ``known`` are the sources that are filed already, by their hash."""

    layout: Layout
    request: ArchiveRequest
    split: bool = False
    language: str = "de"
    known: Mapping[str, ResolutionId] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What became of a source, or of one part of a book: a receipt, the id it has already, or what is wrong with it.

    ``rest`` stands with the last part of a book and is what belongs to none of them.
    """

    path: Path
    state: str
    receipt: Receipt | None = None
    filed_as: str = ""
    problems: tuple[Problem, ...] = ()
    rest: tuple[LeftOut, ...] = ()

    @property
    def name(self) -> str:
        """The name of the file, with its part where it is a book."""
        part = self.receipt.resolution.source.part if self.receipt else ""
        if part:
            return f"{self.path.name} ({part})"
        # What was not filed names its part in the place of the problem.
        _, _, named = (self.problems[0].place if self.problems else "").partition(f"{self.path.name} (")
        return f"{self.path.name} ({named}" if named.endswith(")") else self.path.name


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading one source came to: each part ready to be written, or why not; and what belongs to no part."""

    path: Path
    parts: tuple[Part, ...]
    rest: tuple[LeftOut, ...] = ()


def file_many(
    paths: Sequence[Path],
    job: Job,
    perform: Callable[..., str] | None,
    progress: Callable[[int], None] = lambda done: None,
) -> Iterator[Row]:
    """File sources and say what became of each, in their order, and not before it is committed.

    ``perform`` does one act; without it nothing is written. ``progress`` is told how many sources were read.
    """
    writing = Writing(perform) if perform else None
    gathered = _Gathered()
    workers = worker_count(len(paths))
    outcomes = in_order(paths, partial(prepare_one, job=job), _crashed, workers, _size)
    for done, outcome in enumerate(outcomes, start=1):
        progress(done)
        for part in outcome.parts:
            gathered.add(outcome.path, part)
            if len(gathered.batch) == MAX_PER_COMMIT:
                yield from gathered.written(writing)
        gathered.close(outcome.rest)
    yield from gathered.written(writing)


def prepare_one(path: Path, job: Job) -> Outcome:
    """Read one source and put its files together; what is wrong with it is part of the outcome."""
    try:
        data = read_bytes(path)
        if not job.split:
            return Outcome(path, (prepare(data, path.name, job.request, job.layout, job.language, job.known),))
        fields, options = job.request.fields, job.request.options
        book = read_book(data, path.name, options, fields.get("language", ""), job.language)
        parts = tuple(prepare_book(data, book, job.request, job.layout, job.language))
        return Outcome(path, parts, book.rest)
    except LibcorpusError as error:
        return Outcome(path, (error,))
    except Exception as error:
        # A fault of ours in one file of hundreds: it is named as such, and the others are filed.
        why = str(error).strip().rpartition("\n")[2] or type(error).__name__
        return Outcome(path, (refuse("reading-fault", path.name, why=why),))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _crashed(path: Path) -> Outcome:
    return Outcome(path, (refuse("reading-crashed", path.name),))


class _Gathered:
    """What is ready to be committed, and the rows that wait for it."""

    def __init__(self) -> None:
        self.batch: list[Prepared] = []
        self.rows: list[Row] = []
        # Sources, by hash and part, and ids of this call: two of its files may be the same, or be called the same.
        self.seen: dict[tuple[str, str], str] = {}
        self.ids: set[str] = set()

    def add(self, path: Path, part: Part) -> None:
        """Take in one source, or one part of it."""
        if isinstance(part, Prepared):
            part = self._new(part, path.name)
        if isinstance(part, Prepared):
            self.batch.append(part)
            self.rows.append(Row(path, FILED, part.receipt))
        elif isinstance(part, AlreadyFiledError):
            self.rows.append(Row(path, SKIPPED, filed_as=part.resolution_id, problems=part.problems))
        else:
            problems = tuple(_with_folder(problem, path) for problem in part.problems)
            self.rows.append(Row(path, REFUSED, problems=problems))

    def _new(self, one: Prepared, name: str) -> Part:
        source, own_id = one.receipt.resolution.source, str(one.receipt.id)
        key = (source.sha256, source.part)
        if key in self.seen:
            earlier = self.seen[key]
            return AlreadyFiledError(Problem.of("already-filed", name, seen=earlier), earlier)
        if own_id in self.ids:
            return refuse("id-taken", name, seen=own_id)
        self.seen[key] = own_id
        self.ids.add(own_id)
        return one

    def close(self, rest: tuple[LeftOut, ...]) -> None:
        """A book ends: what belongs to no part is told with its last one."""
        if rest and self.rows:
            self.rows[-1] = replace(self.rows[-1], rest=rest)

    def written(self, writing: Writing | None) -> Iterator[Row]:
        """Commit what is gathered, and say what became of it."""
        receipts = iter(writing.commit(self.batch) if writing and self.batch else [one.receipt for one in self.batch])
        rows, self.rows, self.batch = self.rows, [], []
        for row in rows:
            yield replace(row, receipt=next(receipts)) if row.state == FILED else row


def _with_folder(problem: Problem, path: Path) -> Problem:
    """A problem that names its file with the folder: two of them may have the same name."""
    if not problem.place.startswith(path.name):
        return problem
    return replace(problem, place=str(path.parent / problem.place))
