"""A whole corpus as the archive knew it: the files of one git revision, read without touching the work tree.

    Revision.of(repository, root, "2026-05-04")     the last commit of that day
        .resolution_ids()  .resolution(id)  .document(id)      as of any layout

One ``git ls-tree`` lists the files, one ``git cat-file --batch`` brings all that a question needs. Sources are brought
one by one, when somebody asks. Knows git only through the repository.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from libcorpus.model.ids import ResolutionId
from libcorpus.model.problems import LibcorpusError, NotFoundError, Problem, refuse
from libcorpus.store.layout import CORPUS_FILE, Layout

if TYPE_CHECKING:
    from libcorpus.store.repository import Repository

# What nearly every question needs; the rest is read when it is asked for.
_TEXTS: Final = ("corpus.toml", "resolution.toml", "text.txt", "lines.tsv")
_LINK: Final = "120000"


@dataclass(frozen=True, slots=True, eq=False)
class Revision(Layout):
    """The files of a corpus at one commit; ``tree`` has mode and blob of each path, from the root of the corpus."""

    repository: "Repository"
    commit: str
    tree: dict[str, tuple[str, str]]
    folders: frozenset[str]
    known: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, repository: "Repository", root: Path, revision: str) -> "Revision":
        """The corpus at a git revision, or at the end of a day; refuses one in which it was not there yet."""
        commit = repository.revision_at(revision)
        prefix = repository.relative(root)
        tree = repository.tree(commit, prefix)
        if CORPUS_FILE not in tree:
            raise NotFoundError(Problem.of("no-corpus-then", root.name, seen=revision, commit=commit[:10]))
        folders = frozenset(str(folder) for path in tree for folder in PurePosixPath(path).parents)
        found = cls(root, repository, commit, tree, folders)
        found._bring([oid for path, (_, oid) in tree.items() if _is_text(path)])
        return found

    def _bring(self, oids: list[str]) -> None:
        self.known.update(self.repository.blobs(oids))

    def place(self, relative: PurePosixPath | str) -> str:
        """How a file is named in messages: with the commit it comes from."""
        return f"{self.commit[:10]}:{self.root.name or 'corpus'}/{relative}"

    def read(self, relative: PurePosixPath | str) -> bytes:
        """The bytes of a file then."""
        mode, oid = self.tree.get(str(relative), ("", ""))
        if not oid:
            raise refuse("not-at-revision", self.place(relative), revision=self.commit[:10])
        if mode == _LINK:
            raise refuse("symlink", self.place(relative))
        if oid not in self.known:
            self._bring([oid])
        return self.known[oid]

    def exists(self, relative: PurePosixPath | str) -> bool:
        """Whether a file or folder was there then."""
        return str(relative) in self.tree or str(relative) in self.folders

    def resolution_ids(self) -> Iterator[ResolutionId]:
        """The ids of all resolutions then, by organisation, date and name."""
        for path in self._below("resolutions"):
            parts = path.split("/")
            if len(parts) == 5 and parts[4] == "resolution.toml":
                try:
                    yield ResolutionId.parse("/".join(parts[1:4]))
                except LibcorpusError:
                    continue

    def sources(self) -> dict[str, ResolutionId]:
        """The hashes of all sources then, and whose they are."""
        return {self.resolution(own_id).source.sha256: own_id for own_id in self.resolution_ids()}

    def shared_sources(self) -> list[str]:
        """What lay in ``sources/`` then, by name."""
        return sorted({path.split("/")[1] for path in self._below("sources")})

    def _below(self, folder: str) -> list[str]:
        return sorted(path for path in self.tree if path.startswith(f"{folder}/"))

    def _files(self, folder: str) -> list[Path]:
        names = (path.split("/") for path in self._below(folder))
        return [self.root / folder / name[1] for name in names if len(name) == 2 and name[1].endswith(".toml")]


def _is_text(path: str) -> bool:
    return path.rpartition("/")[2] in _TEXTS or path.startswith(("organisations/", "topics/"))
