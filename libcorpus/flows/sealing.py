"""Seals a corpus: a manifest of every resolution with its hashes, in an annotated tag, chained to the seal before.

    libcorpus seal 3
    commit: <id of the commit that is sealed>
    previous: <hex SHA-256 of seal 2>
    corpus: corpus
    resolutions: 2

    partei/2020-03-07/2.13-integration  <resolution.toml>  <text.txt>  <lines.tsv>  <source>

The parts of a line are parted by tabs; hashes are hex SHA-256 of bytes. A copy of the manifest that is kept elsewhere
proves the corpus even against somebody who can rewrite its history and its tags.
"""

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from libcorpus.model.ids import ResolutionId
from libcorpus.model.problems import LibcorpusError, refuse
from libcorpus.store.layout import Layout, folder_of, source_path
from libcorpus.store.repository import Repository

TAG: Final = "libcorpus-seal-"
FILES: Final = ("resolution.toml", "text.txt", "lines.tsv")
NOTHING: Final = "-"
_FIRST: Final = re.compile(r"libcorpus seal (\d{1,6})")
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_COMMIT: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Manifest:
    """One seal: its number from 1, the commit, the seal before (hex SHA-256, or ``-``), and the hashes by id.

    Hashes stand in the order of ``FILES``, that of the source last; ``-`` where there is no file.
    """

    number: int
    commit: str
    previous: str
    folder: str
    hashes: Mapping[str, tuple[str, ...]]

    def __hash__(self) -> int:
        return hash(self.digest)

    def __str__(self) -> str:
        head = (
            f"libcorpus seal {self.number}",
            f"commit: {self.commit}",
            f"previous: {self.previous}",
            f"corpus: {self.folder}",
            f"resolutions: {len(self.hashes)}",
            "",
        )
        rows = ("\t".join((own_id, *hashes)) for own_id, hashes in sorted(self.hashes.items()))
        return "\n".join((*head, *rows)) + "\n"

    @property
    def digest(self) -> str:
        """Hex SHA-256 of the manifest as text: what the next seal names."""
        return hashlib.sha256(str(self).encode()).hexdigest()

    @classmethod
    def parse(cls, text: str, place: str) -> "Manifest":
        """A manifest from its text; refuses one that is not just as it would be written."""
        head, _, rows = text.partition("\n\n")
        lines = head.split("\n")
        first = _FIRST.fullmatch(lines[0])
        fields = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
        if first is None or not {"commit", "previous", "corpus"} <= fields.keys():
            raise refuse("seal-broken", place, lines[0])
        hashes = {own_id: tuple(others) for own_id, *others in (row.split("\t") for row in rows.split("\n") if row)}
        made = cls(int(first[1]), fields["commit"], fields["previous"], fields["corpus"], hashes)
        # The commit goes to git: it is an id, and no option.
        whole = str(made) == text and _COMMIT.fullmatch(made.commit)
        if not whole or not all(_is_row(own_id, row) for own_id, row in hashes.items()):
            raise refuse("seal-broken", place, lines[0])
        return made


def _is_row(own_id: str, hashes: tuple[str, ...]) -> bool:
    try:
        ResolutionId.parse(own_id)
    except LibcorpusError:
        return False
    return len(hashes) == len(FILES) + 1 and all(one == NOTHING or _HASH.fullmatch(one) for one in hashes)


def seal(layout: Layout, repository: Repository, *, sign: bool, progress: Callable[[int], None]) -> Manifest:
    """Seal what is committed; refuses while something is not, or the corpus is as it was sealed last."""
    if dirty := repository.dirty([repository.relative(layout.root)]):
        raise refuse("seal-wants-clean", layout.place(dirty[0]), count=len(dirty))
    head = repository.head()
    if head is None:
        raise refuse("nothing-to-seal", layout.root)
    before = seals(repository)
    last = before[-1] if before else None
    folder = str(repository.relative(layout.root))
    hashes = dict(hashes_of(layout, progress))
    if last and last.hashes == hashes and last.folder == folder:
        raise refuse("sealed-already", layout.root, seen=f"{TAG}{last.number}")
    made = Manifest(last.number + 1 if last else 1, head, last.digest if last else NOTHING, folder, hashes)
    _tag(repository, made, sign=sign)
    return made


def _tag(repository: Repository, made: Manifest, *, sign: bool) -> None:
    options = ("--sign" if sign else "--annotate", "--cleanup=verbatim", "--file=-")
    name = f"{TAG}{made.number}"
    # "-c tag.gpgSign", because the user's configuration would sign what is asked to be unsigned.
    settings = () if sign else ("-c", "tag.gpgSign=false")
    answer = repository.run(*settings, "tag", *options, "--", name, made.commit, data=str(made).encode())
    if answer.code:
        raise refuse("git-failed", repository.top, answer.said, command="tag")


def hashes_of(layout: Layout, progress: Callable[[int], None]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The hashes of every resolution, as its files lie there; ``progress`` is told how many are done."""
    for done, own_id in enumerate(layout.resolution_ids(), start=1):
        yield str(own_id), tuple(_hash(layout, path) for path in paths_of(layout, own_id))
        progress(done)


def paths_of(layout: Layout, own_id: ResolutionId) -> list[PurePosixPath | None]:
    """The files of a resolution that are sealed, from the root of the corpus; None for a source that is not named."""
    folder = folder_of(own_id)
    paths: list[PurePosixPath | None] = [folder / name for name in FILES]
    try:
        return [*paths, source_path(own_id, layout.resolution(own_id).source)]
    except LibcorpusError:
        return [*paths, None]


def _hash(layout: Layout, path: PurePosixPath | None) -> str:
    if path is None or not layout.exists(path):
        return NOTHING
    return hashlib.sha256(layout.read(path)).hexdigest()


def seals(repository: Repository) -> list[Manifest]:
    """The seals of a repository, oldest first; refuses a tag of that name that holds no manifest."""
    out = repository.told("for-each-ref", "--format=%(objectname) %(refname)", f"refs/tags/{TAG}*")
    found = []
    for line in filter(None, os.fsdecode(out).split("\n")):
        oid, _, name = line.partition(" ")
        raw = repository.told("cat-file", "tag", oid)
        found.append(_of_tag(raw, name.removeprefix("refs/tags/")))
    return sorted(found, key=lambda one: one.number)


def _of_tag(raw: bytes, name: str) -> Manifest:
    """The manifest in an annotated tag: behind its headers, and before a signature."""
    headers, _, message = raw.partition(b"\n\n")
    text = re.split(rb"(?m)^-----BEGIN ", message, maxsplit=1)[0].decode("utf-8", "replace")
    made = Manifest.parse(text, name)
    target = headers.split(b"\n")[0].removeprefix(b"object ").decode("ascii", "replace")
    if name != f"{TAG}{made.number}" or target != made.commit or not _COMMIT.fullmatch(made.commit):
        raise refuse("seal-broken", name, f"{made.commit[:12]} / {target[:12]}")
    return made
