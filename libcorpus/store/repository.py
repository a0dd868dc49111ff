"""The one door to git: finds the repository of a folder, runs git in it, and reads.

    Repository.containing(folder)     which repository, whatever its kind
        .history(path)                the commits that touched a path
        .show("v1.2", path)           the bytes of then
        .standing(paths)              how HEAD, index and work tree differ

The ``git`` command is run through GitPython's ``Git``; its objects fail on SHA-256 repositories. Reading never runs a
configured program. Importing this costs 50 to 100 ms, so only what needs git imports it. Knows no corpus and no acts;
paths are relative to the top of the work tree. Commits are made in ``committing``.
"""

import calendar
import contextlib
import datetime
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from libcorpus.model.dates import PartialDate
from libcorpus.model.problems import LibcorpusError, Problem, refuse
from libcorpus.store import porcelain
from libcorpus.store.porcelain import ActRecord, Standing

# GitPython runs "git version" when it is imported and raises without git. We say so ourselves, at the first question.
_chosen = os.environ.get("GIT_PYTHON_REFRESH")
os.environ["GIT_PYTHON_REFRESH"] = "quiet"
from git.cmd import Git  # noqa: E402
from git.exc import GitCommandNotFound  # noqa: E402

del os.environ["GIT_PYTHON_REFRESH"]
os.environ.update({} if _chosen is None else {"GIT_PYTHON_REFRESH": _chosen})

# A hook of another repository calls us with these set, and they would lead us into that repository: the list of
# "git rev-parse --local-env-vars" without configuration (git keeps it for submodules too), and what changes pathspecs.
_MISLEADING: Final = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_CONFIG"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH", "GIT_IMPLICIT_WORK_TREE"),
    *("GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE", "GIT_ATTR_SOURCE"),
    *("GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
)
# Reading takes no lock, asks nobody, and runs no file system monitor, no pager and no hook: a repository can come from
# anywhere, with a configuration somebody else wrote. A bare one could be a folder of the files that were cloned.
_QUIET: Final = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "safe.bareRepository=explicit")
_READING: Final = ("--no-pager", "--no-optional-locks", *(word for one in _QUIET for word in ("-c", one)))
# Objects that are missing stay so: to bring them, git would run what the configuration names.
_READING_ENVIRONMENT: Final = {
    "LC_ALL": "C",
    "LANGUAGE": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "LIBCORPUS_NOTHING": "",
}
_FILTERS: Final = r"^filter\..*\.(clean|smudge|process|required)$"
_PLAIN_DIFF: Final = ("--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv")
# Above so many paths git is asked about their common folder instead: matching is paths times index entries.
_MANY: Final = 100
_MAKING: Final = ".libcorpus-init-"
_environment_lock = threading.Lock()


class Answer(NamedTuple):
    """What a git command ended with."""

    code: int
    out: bytes
    err: str

    @property
    def said(self) -> str:
        """What git and its hooks printed, on one line."""
        lines = (self.err + "\n" + self.out.decode("utf-8", "replace")).split("\n")
        return " | ".join(line.strip() for line in lines if line.strip())


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository with a work tree: the top of the work tree, its own git folder, and the one all work trees share."""

    top: Path
    git_dir: Path
    common_dir: Path

    @classmethod
    def containing(cls, folder: Path) -> "Repository":
        """The repository whose work tree holds the folder, or the nearest folder above it that exists."""
        folder = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.is_dir())
        # A folder's name may hold a line end, so "false", known from the first answer, stands between the paths.
        between = "--is-bare-repository"
        question = (between, "--is-inside-git-dir", "--absolute-git-dir", between, "--git-common-dir", between)
        answer = _ask(folder, "rev-parse", *question, "--show-toplevel")
        if answer.code:
            raise _no_work_tree(folder, answer)
        _, _, paths = os.fsdecode(answer.out).removesuffix("\n").split("\n", 2)
        git_dir, common_dir, top = paths.split("\nfalse\n")
        return cls(Path(top), Path(git_dir), (folder / common_dir).resolve())

    @classmethod
    def create(cls, folder: Path) -> "Repository":
        """A new repository in a folder, which is made if need be; without an identity nothing is left of it."""
        folder = folder.absolute()
        made = [place for place in (folder, *folder.parents) if not os.path.lexists(place)]
        nearest = made[-1].parent if made else folder
        if not nearest.is_dir():
            raise refuse("in-the-way", nearest)
        if os.path.lexists(folder / ".git"):
            raise refuse("in-the-way", folder / ".git")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _init(folder)
            repository = cls.containing(folder)
            repository.author()
        except BaseException:
            shutil.rmtree(folder / ".git", ignore_errors=True)
            for place in made:
                with contextlib.suppress(OSError):
                    place.rmdir()
            raise
        return repository

    def relative(self, path: Path) -> PurePosixPath:
        """A path as git names it, from the top of the work tree."""
        try:
            return PurePosixPath(path.resolve().relative_to(self.top.resolve()).as_posix())
        except ValueError:
            raise refuse("path-outside", path, root=self.top) from None

    # Reading.

    def ask(self, *arguments: str) -> Answer:
        """Run a git command that only reads."""
        return _ask(self.top, *arguments)

    def ask_all(self, *questions: tuple[str, ...]) -> list[Answer]:
        """Ask several questions at once; git spends its time starting up, so three cost hardly more than one."""
        running = [_start(self.top, question) for question in questions]
        return [_finish(process) for process in running]

    def told(self, *arguments: str) -> bytes:
        """What a git command that only reads prints; refused if it fails."""
        return self._checked(self.ask(*arguments), arguments[0]).out

    def run(self, *arguments: str, data: bytes = b"") -> Answer:
        """Run a git command that writes, with hooks in the user's own language; ``data`` is its standard input."""
        return _ask(self.top, *arguments, reading=False, data=data)

    def dirty(self, paths: Iterable[PurePosixPath]) -> list[PurePosixPath]:
        """The files at or below the paths that differ between HEAD, index and work tree; ignored ones count."""
        status = self._checked(self.ask(*self._unfiltered(), *status_question(tuple(paths))), "status")
        return sorted(porcelain.parse_status(status.out)[1])

    def standing(self, paths: Sequence[PurePosixPath], status: Answer) -> Standing:
        """How these paths stand, from the answer to ``status_question``."""
        head, dirty = porcelain.parse_status(self._checked(status, "status").out)
        wanted = set(paths)
        return Standing(head, tuple(paths), {path: entry for path, entry in dirty.items() if path in wanted})

    def head(self) -> str | None:
        """The commit id of HEAD; None while the history is empty."""
        answer = self.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        return None if answer.code else answer.out.decode("ascii").strip()

    def author(self) -> tuple[str, str]:
        """Name and mail address under which git would commit now."""
        answer = self.ask("var", "GIT_AUTHOR_IDENT")
        if answer.code:
            raise refuse("no-identity", self.top, answer.said.rpartition(" | ")[2])
        return porcelain.parse_ident(answer.out)

    def history(self, path: PurePosixPath, since: str = "") -> tuple[ActRecord, ...]:
        """The commits that touched a file or folder, newest first; with ``since``, a commit id, those after it."""
        options = ("--no-follow", "--no-show-signature", "--no-patch", "--no-color", "--encoding=UTF-8")
        no_programs = ("--no-ext-diff", "--no-textconv", "--no-mailmap")
        after = (f"{since}..HEAD",) if porcelain.FULL_ID.fullmatch(since) else ()
        form = f"--format={porcelain.LOG_FORMAT}"
        question = ("log", "-z", *options, *no_programs, form, *after, "--", *pathspecs([path]))
        answer = self.ask("-c", "trailer.separators=:", *question)
        if answer.code and self.head() is None:
            return ()
        return tuple(porcelain.parse_history(self._checked(answer, "log").out))

    def show(self, revision: str, path: PurePosixPath) -> bytes:
        """The exact bytes of a file at a revision."""
        commit = self.revision_at(revision)
        answer = self.ask("cat-file", "blob", f"{commit}:{path}")
        if answer.code:
            raise refuse("not-at-revision", path, revision=revision)
        return answer.out

    def tree(self, commit: str, folder: PurePosixPath) -> dict[str, tuple[str, str]]:
        """All files below a folder at a commit, by their paths from there: mode and id of the blob."""
        # ls-tree takes its paths literally, and knows no pathspec magic.
        where = [] if str(folder) == "." else [str(folder)]
        out = self.told("ls-tree", "-r", "-z", "--full-tree", commit, "--", *where)
        prefix = f"{folder}/" if where else ""
        found = {}
        for record in filter(None, os.fsdecode(out).split("\0")):
            fields, path = record.split("\t", 1)
            mode, kind, oid = fields.split(" ")
            if kind == "blob":
                found[path.removeprefix(prefix)] = (mode, oid)
        return found

    def blobs(self, oids: Iterable[str]) -> dict[str, bytes]:
        """The bytes of many blobs at once, by id; one process brings them all."""
        wanted = list(dict.fromkeys(oids))
        if not wanted:
            return {}
        answer = _ask(self.top, "cat-file", "--batch", data="".join(f"{oid}\n" for oid in wanted).encode("ascii"))
        return porcelain.parse_blobs(self._checked(answer, "cat-file").out)

    def patch_since(self, commit: str, path: PurePosixPath) -> str:
        """Git's own unified patch of a text from a commit to the work tree; empty where nothing changed."""
        options = ("--no-ext-diff", "--no-textconv", "--no-color", "--no-renames", "--unified=3", "--text")
        question = (*self._unfiltered(), "diff", *options, commit, "--", *pathspecs([path]))
        return self._checked(self.ask(*question), "diff").out.decode("utf-8")

    def revision_at(self, text: str) -> str:
        """The commit id that a revision names, or the last commit of HEAD's history up to the end of a date."""
        if porcelain.FULL_ID.fullmatch(text) is None and (text.startswith("-") or not text.isprintable() or not text):
            raise refuse("bad-revision", seen=text)
        answer = self.ask("rev-parse", "--verify", "--quiet", f"{text}^{{commit}}")
        found = answer.out.decode("ascii", "replace").strip()
        if answer.code == 0 and porcelain.FULL_ID.fullmatch(found):
            return found
        if (end := _end_of(text)) is None:
            raise refuse("bad-revision", seen=text)
        answer = self.ask("rev-list", "-1", f"--before={end}", "HEAD", "--")
        if answer.code or not answer.out:
            raise refuse("nothing-archived-yet", seen=text)
        return answer.out.decode("ascii").strip()

    def tracked(self, path: PurePosixPath) -> bool:
        """Whether the index has this file, or something in this folder."""
        return bool(self.told("ls-files", "-z", "--", *pathspecs([path])))

    def _unfiltered(self) -> list[str]:
        """Options that switch off each filter that is configured: git would run it to see whether a file changed."""
        answer = self.ask("config", "--null", "--name-only", "--get-regexp", _FILTERS)
        names = filter(None, os.fsdecode(answer.out).split("\0"))
        # "-c" ends a name at the first "=", and a filter may be called "a=b".
        return [f"--config-env={name}=LIBCORPUS_NOTHING" for name in dict.fromkeys(names)]

    def _checked(self, answer: Answer, command: str) -> Answer:
        if answer.code:
            raise refuse("git-failed", self.top, answer.said, command=command)
        return answer


def sweep(folder: Path) -> None:
    """Remove what is left in a folder of a repository that was being made when the process was killed."""
    for left in folder.glob(f"{_MAKING}*"):
        shutil.rmtree(left, ignore_errors=True)


def _init(folder: Path) -> None:
    """Make a git folder: beside its place, and renamed, so that one that was killed leaves no half of one."""
    sweep(folder)
    making = Path(tempfile.mkdtemp(prefix=_MAKING, dir=folder))
    try:
        answer = _ask(making, "init", "--quiet", reading=False)
        if answer.code:
            raise refuse("git-failed", folder, answer.said, command="init")
        (making / ".git").rename(folder / ".git")
    finally:
        shutil.rmtree(making, ignore_errors=True)


def status_question(paths: Sequence[PurePosixPath]) -> tuple[str, ...]:
    """The git command whose answer ``Repository.standing`` reads."""
    options = ("--porcelain=v2", "--branch", "-z", "--no-renames", "--untracked-files=all", "--ignored=traditional")
    # Without paths only HEAD is wanted; "git status -- .git" looks at nothing else.
    return ("status", *options, "--ignore-submodules=all", "--", *(pathspecs(paths) or [":(literal).git"]))


def pathspecs(paths: Sequence[PurePosixPath]) -> list[str]:
    """The paths as git takes them, glob characters meaning nothing; for many paths the folder that holds them all."""
    if len(paths) > _MANY:
        paths = [PurePosixPath(os.path.commonpath([path.parent for path in paths]) or ".")]
    return [f":(literal){path}" for path in paths]


def _end_of(text: str) -> str | None:
    """The last second of a day, month or year, or the moment itself, with the offset of local time."""
    try:
        date = PartialDate.parse(text)
    except LibcorpusError:
        return _moment(text)
    month = date.month or 12
    day = date.day or calendar.monthrange(date.year, month)[1]
    return _moment(f"{date.year:04d}-{month:02d}-{day:02d}T23:59:59")


def _moment(text: str) -> str | None:
    try:
        return datetime.datetime.fromisoformat(text).astimezone().isoformat()
    except (ValueError, OverflowError):
        return None


def _no_work_tree(folder: Path, answer: Answer) -> LibcorpusError:
    bare, _, inside = answer.out.decode("utf-8", "replace").partition("\n")
    if "dubious ownership" in answer.err:
        owner = answer.err.partition("'")[2].partition("'")[0] or folder
        return refuse("dubious-ownership", folder, path=owner)
    if "safe.bareRepository" in answer.err:
        inner = answer.err.partition("'")[2].partition("'")[0]
        return refuse("inside-git-dir" if Path(inner).name == ".git" else "bare-repository", folder)
    if bare == "true":
        return refuse("bare-repository", folder)
    if inside.startswith("true"):
        return refuse("inside-git-dir", folder)
    if "not a git repository" in answer.err:
        return refuse("no-repository", folder)
    return refuse("git-failed", folder, answer.said, command="rev-parse")


# Running git.


def _ask(folder: Path, *arguments: str, reading: bool = True, data: bytes = b"") -> Answer:
    return _finish(_start(folder, arguments, reading=reading, data=data), data)


def _start(folder: Path, arguments: Sequence[str], *, reading: bool = True, data: bytes = b"") -> Git.AutoInterrupt:
    # "-C", because GitPython would silently run in our own folder if it could not enter the repository's.
    command = [Git.GIT_PYTHON_GIT_EXECUTABLE or "git", "-C", str(folder), *(_READING if reading else ()), *arguments]
    try:
        with _own_environment():
            stdin = subprocess.PIPE if data else None
            return Git().execute(command, istream=stdin, as_process=True, env=_environment(reading))
    except (GitCommandNotFound, PermissionError):
        raise LibcorpusError(Problem.of("no-git")) from None


def _environment(reading: bool) -> dict[str, str]:
    # GitPython sets both to C. A hook speaks the user's language; an empty variable is as good as none.
    users = {name: os.environ.get(name, "") for name in ("LC_ALL", "LANGUAGE")}
    return dict(_READING_ENVIRONMENT) if reading else users


@contextlib.contextmanager
def _own_environment() -> Iterator[None]:
    """Hide the misleading variables while a process starts: GitPython can add to the environment, not take away."""
    with _environment_lock:
        hidden = {name: os.environ.pop(name) for name in _MISLEADING if name in os.environ}
        try:
            yield
        finally:
            os.environ.update(hidden)


def _finish(process: Git.AutoInterrupt, data: bytes = b"") -> Answer:
    try:
        out, err = process.communicate(data or None)
    except BaseException:
        # Ctrl-C: git is told to stop, which makes it remove its locks, and has ended before anything is put back.
        if process.proc is not None:
            process.proc.terminate()
            process.proc.wait()
        raise
    return Answer(process.returncode, out or b"", (err or b"").decode("utf-8", "replace"))
