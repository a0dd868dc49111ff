"""Acts of archiving: each is one commit of exactly its own files, or nothing at all.

    Act("archive", "Integration (Mitgliederversammlung, 2020-03-07, TOP 2.13)", trailers, changes)
        -> perform(act, corpus_root, repository) -> commit id

    archive: Integration (Mitgliederversammlung, 2020-03-07, TOP 2.13)

    Act: archive
    Resolution: partei/2020-03-07/2.13-integration
    Adopted-On: 2020-03-07

Knows the order of the steps: how files get into place is in ``placing``, how git is asked in ``committing``.
Needs git and filelock, so only commands that write import it.
"""

import contextlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final

from filelock import FileLock, Timeout

from libcorpus.model.harmless import harmless
from libcorpus.model.problems import LibcorpusError, Problem, refuse
from libcorpus.store import journal
from libcorpus.store.committing import commit, id_length, ready, undisturbed, undo
from libcorpus.store.placing import Placing
from libcorpus.store.porcelain import Standing
from libcorpus.store.recovery import recover
from libcorpus.store.repository import Repository

ACTS: Final = ("init", "archive", "correct", "describe", "reread", "link", "withdraw", "seal")
LOCK: Final = "libcorpus.lock"
_KEY: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Act:
    """One act: what is written, and what its commit says.

    ``subject`` comes without the name in front, ``trailers`` without ``Act:``. ``changes`` are paths from the root of
    the corpus and their bytes, None to delete. Paths in ``creates`` must not be there before.
    """

    name: str
    subject: str
    trailers: tuple[tuple[str, str], ...]
    changes: Mapping[PurePosixPath, bytes | None]
    body: str = ""
    creates: Set[PurePosixPath] = frozenset()

    def __post_init__(self) -> None:
        if self.name not in ACTS or not self.creates <= self.changes.keys():
            raise ValueError(f"no such act: {self.name}, or it creates what it does not change")
        object.__setattr__(self, "changes", MappingProxyType(dict(self.changes)))
        for key, value in self.trailers:
            if not _KEY.fullmatch(key) or not value.strip() or harmless(value) != value:
                raise refuse("bad-trailer", seen=f"{key}: {value}")
        for path in self.changes:
            _check_path(path)

    @property
    def message(self) -> str:
        """The commit message; ``git interpret-trailers --parse`` reads its trailers.

        >>> print(Act("seal", "2020", (("Adopted-On", "2020-03-07"),), {}).message, end="")
        seal: 2020
        <BLANKLINE>
        Act: seal
        Adopted-On: 2020-03-07
        """
        subject = harmless(" ".join(f"{self.name}: {self.subject}".split()))
        trailers = "\n".join(f"{key}: {value.strip()}" for key, value in (("Act", self.name), *self.trailers))
        return "\n\n".join(filter(None, (subject, _body(self.body), trailers))) + "\n"


def _body(text: str) -> str:
    # "---" begins the patch of a mailed commit; git would look for trailers above it and not find ours.
    lines = [harmless(line.rstrip().expandtabs(4)) for line in text.replace("\r\n", "\n").strip().split("\n")]
    return "\n".join(f" {line}" if line.startswith("---") else line for line in lines)


def _check_path(path: PurePosixPath) -> None:
    """Refuses a path that leaves the corpus or leads into git's own folder, however a file system may fold it."""
    folded = [unicodedata.normalize("NFKC", part).casefold().rstrip(". ") for part in path.parts]
    leaves = path.is_absolute() or not path.parts or "\0" in str(path) or "" in folded
    if leaves or any(part in (".git", "git~1") for part in folded):
        raise refuse("path-outside", path, root="corpus")


def perform(
    act: Act, corpus_root: Path, repository: Repository, *, expect_clean: bool = True, wait: float = 60.0
) -> str:
    """Do an act: write its files and commit them; the commit id. On any failure all is as it was before.

    With ``expect_clean`` the user's own uncommitted changes of these files are a reason to refuse; without it the
    act takes their place. ``wait`` is how many seconds another writer may take.
    """
    with _refusing_os_errors(corpus_root), _one_writer(repository, wait):
        recover(repository)
        placing = _looked(act, corpus_root, repository)
        before = ready(repository, placing.changes)
        if expect_clean and before.dirty:
            raise refuse("paths-dirty", min(before.dirty), count=len(before.dirty))
        _leave_out_unchanged(placing, before)
        like = "0" * id_length(repository, before.head)
        noted = journal.begin(repository.git_dir, placing, before, act.message, like)
        try:
            placing.stage()
            placing.place()
            made = commit(repository, placing.changes, act.message, before)
            if altered := placing.altered():
                raise refuse("commit-altered", altered[0], count=len(altered))
        except BaseException as error:
            # The journal stays if that fails, so that the next act tries again.
            _take_back(placing, repository, before, error)
            noted.close()
            raise
        noted.close()
        return made


def settle(repository: Repository, *, wait: float = 60.0) -> tuple[Problem, ...]:
    """Finish or take back an act whose process was killed; what was done, as remarks, empty where there was none."""
    if not journal.left(repository.git_dir):
        return ()
    with _refusing_os_errors(repository.top), _one_writer(repository, wait):
        return recover(repository)


def is_writing(repository: Repository) -> bool:
    """Whether another process is doing an act at this moment."""
    try:
        with FileLock(repository.common_dir / LOCK, timeout=0):
            return False
    except Timeout:
        return True


def _looked(act: Act, corpus_root: Path, repository: Repository) -> Placing:
    prefix = repository.relative(corpus_root)
    placing = Placing(repository.top, {prefix / path: content for path, content in act.changes.items()})
    placing.look()
    for path in sorted(act.creates):
        if placing.old[prefix / path] is not None:
            raise refuse("already-there", prefix / path)
    return placing


def _leave_out_unchanged(placing: Placing, before: Standing) -> None:
    for path, content in list(placing.changes.items()):
        old = placing.old[path]
        if path not in before.dirty and content == (old.content if old else None):
            placing.drop(path)
    if not placing.changes:
        raise refuse("nothing-changed")


def _take_back(placing: Placing, repository: Repository, before: Standing, error: BaseException) -> None:
    """Put everything back; if that fails too, say so together with what went wrong first."""
    steps: tuple[Callable[[], None], ...] = (lambda: undo(repository, before), placing.take_back)
    failures: list[Problem] = []
    with undisturbed():
        for step in steps:
            try:
                step()
            except LibcorpusError as failure:
                failures += failure.problems
            except OSError as failure:
                failures.append(Problem.of("undo-failed", repository.top, str(failure), head=before.head or "-"))
    if failures:
        first = error.problems if isinstance(error, LibcorpusError) else ()
        raise LibcorpusError((*first, *failures)) from error


@contextlib.contextmanager
def _one_writer(repository: Repository, wait: float) -> Iterator[None]:
    """One act at a time in all work trees of a repository; the lock goes with the process that holds it."""
    lock = repository.common_dir / LOCK
    try:
        with FileLock(lock, timeout=wait):
            yield
    except Timeout:
        raise refuse("locked", lock, seconds=f"{wait:g}") from None


@contextlib.contextmanager
def _refusing_os_errors(corpus_root: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise refuse("cannot-write", error.filename or corpus_root, why=error.strerror or str(error)) from error
