"""Where things lie in a corpus, and reading them. Needs no git.

    corpus/corpus.toml
    corpus/organisations/<slug>.toml
    corpus/topics/<name>.toml
    corpus/sources/<sha256>.<ext>
    corpus/resolutions/<organisation>/<date>/<name>/{resolution.toml,text.txt,lines.tsv,source.*,corrections/}

Reads the files of the work tree; writing goes through ``store.acts``.
"""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

from libcorpus.model.document import Document
from libcorpus.model.ids import ResolutionId, checked_slug
from libcorpus.model.problems import LibcorpusError, NotFoundError, Problem, refuse
from libcorpus.model.resolution import Organisation, Resolution, SourceInfo
from libcorpus.store.records import check_format, parse_resolution
from libcorpus.text.linetable import parse_document
from libcorpus.toml import Record, parse_toml, updated

_SHA256: Final = re.compile(rb'(?m)^\s*sha256\s*=\s*"([0-9a-f]{64})"')
_SHARED: Final = re.compile(rb'(?m)^\s*file\s*=\s*"sources/([0-9a-f]{64})[^"/]*"')
SHARED_SOURCE: Final = re.compile(r"[0-9a-f]{64}(?:\.[a-z0-9]{1,16})?")
CORPUS_FILE: Final = "corpus.toml"
# More than any scan of a book; what goes on without end, as a device does, ends there.
MAX_FILE: Final = 512 << 20
ATTRIBUTES: Final = "* -text -filter -ident -working-tree-encoding\n"


@dataclass(frozen=True, slots=True)
class CorpusInfo:
    """What ``corpus.toml`` says."""

    title: str = ""
    language: str = "de"
    organisation: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


def find_corpus(start: Path, named: str = "") -> Path:
    """The root of the corpus: the folder that was named, or upwards from ``start`` the first that holds one.

    At each level ``corpus.toml`` is looked for first, then ``corpus/corpus.toml``.
    """
    if named:
        root = Path(named)
        for candidate in (root, root / "corpus"):
            if is_file(candidate / CORPUS_FILE):
                return candidate
        raise NotFoundError(Problem.of("no-corpus", named))
    for folder in (start, *start.parents):
        for candidate in (folder, folder / "corpus"):
            if is_file(candidate / CORPUS_FILE):
                return candidate
    raise NotFoundError(Problem.of("no-corpus", str(start)))


@dataclass(frozen=True, slots=True)
class Layout:
    """The files of one corpus below ``root``."""

    root: Path

    def place(self, relative: PurePosixPath | str) -> str:
        """How a file of the corpus is named in messages: from the corpus folder's own name on."""
        return f"{self.root.name or 'corpus'}/{relative}"

    def read(self, relative: PurePosixPath | str) -> bytes:
        """The bytes of a file; refuses one that is not there or not a plain file."""
        path = self.root
        try:
            # A folder on the way may be a link as well: what it leads to is no part of the corpus.
            for part in PurePosixPath(relative).parts:
                path = path / part
                mode = path.lstat().st_mode
                if stat.S_ISLNK(mode):
                    raise refuse("symlink", self.place(path.relative_to(self.root).as_posix()))
            if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                raise refuse("no-plain-file", self.place(relative))
            return path.read_bytes()
        except OSError as error:
            raise refuse("unreadable", self.place(relative), why=error.strerror or "") from None

    def read_text(self, relative: PurePosixPath | str) -> str:
        """The text of a file, split nowhere and changed nowhere; refuses what is not UTF-8."""
        try:
            return self.read(relative).decode("utf-8")
        except UnicodeDecodeError as error:
            raise refuse(
                "not-utf8", self.place(relative), seen=error.object[error.start : error.start + 1].hex()
            ) from None

    def exists(self, relative: PurePosixPath | str) -> bool:
        """Whether something stands at a place, a dangling link included."""
        return os.path.lexists(self.root / relative)

    # The corpus itself.

    def info(self) -> CorpusInfo:
        """``corpus.toml``; refuses a format that this program does not know."""
        record = parse_toml(self.read_text(CORPUS_FILE), self.place(CORPUS_FILE))
        check_format(record)
        for key in ("title", "language", "organisation"):
            record.check(key, "text", False, ())
        known = ("format", "title", "language", "organisation")
        extra = {key: value for key, value in record.values.items() if key not in known}
        return CorpusInfo(record.text("title"), record.text("language") or "de", record.text("organisation"), extra)

    # Organisations.

    def organisations(self) -> tuple[Organisation, ...]:
        """All organisations, by slug."""
        return tuple(self.organisation(path.stem) for path in self._files("organisations"))

    def organisation(self, slug: str) -> Organisation:
        """One organisation; refuses a slug without a file."""
        relative = organisation_path(slug)
        if not self.exists(relative):
            known = ", ".join(path.stem for path in self._files("organisations"))
            raise NotFoundError(Problem.of("no-organisation", seen=slug, known=known or "-"))
        return parse_organisation(self.read_text(relative), slug, self.place(relative))

    def topic_files(self) -> dict[str, str]:
        """The topic files of this corpus: name to text."""
        return {path.stem: self.read_text(f"topics/{path.name}") for path in self._files("topics")}

    def _files(self, folder: str) -> list[Path]:
        return sorted(path for path in (self.root / folder).glob("*.toml") if path.is_file())

    # Resolutions.

    def resolution_ids(self) -> Iterator[ResolutionId]:
        """The ids of all resolutions, by organisation, date and name; other folders are passed over."""
        base = self.root / "resolutions"
        for organisation in _folders(base):
            for date in _folders(base / organisation):
                for name in _folders(base / organisation / date):
                    if (base / organisation / date / name / "resolution.toml").is_file():
                        try:
                            yield ResolutionId.parse(f"{organisation}/{date}/{name}")
                        except LibcorpusError:
                            continue

    def resolution(self, own_id: ResolutionId) -> Resolution:
        """The metadata of a resolution."""
        relative = folder_of(own_id) / "resolution.toml"
        return parse_resolution(self.read_text(relative), own_id, self.place(relative))

    def document(self, own_id: ResolutionId) -> Document:
        """The words of a resolution and its printed lines."""
        folder = folder_of(own_id)
        if not self.exists(folder / "text.txt"):
            self._refuse_withdrawn(own_id)
        text, table = self.read_text(folder / "text.txt"), self.read_text(folder / "lines.tsv")
        return parse_document(text, table, self.place(folder))

    def _refuse_withdrawn(self, own_id: ResolutionId) -> None:
        """Say so where a text is not here because it was withdrawn."""
        withdrawn = self.resolution(own_id).withdrawn
        if withdrawn is not None and withdrawn.removed:
            place = self.place(folder_of(own_id))
            raise refuse("text-withdrawn", place, seen=str(own_id), on=withdrawn.on, reason=withdrawn.reason)

    def sources(self) -> dict[str, ResolutionId]:
        """The hashes of all sources, and whose they are."""
        found: dict[str, ResolutionId] = {}
        for own_id in self.resolution_ids():
            # Found by its shape: to parse thousands of files for one line each takes minutes.
            text = (self.root / folder_of(own_id) / "resolution.toml").read_bytes()
            for match in _SHA256.finditer(text):
                found.setdefault(match[1].decode(), own_id)
        return found

    def parts(self, sha256: str) -> dict[str, ResolutionId]:
        """The resolutions that share a source, by the part of it that each is."""
        found: dict[str, ResolutionId] = {}
        for own_id in self.resolution_ids():
            text = (self.root / folder_of(own_id) / "resolution.toml").read_bytes()
            if any(match[1].decode() == sha256 for match in _SHARED.finditer(text)):
                found[self.resolution(own_id).source.part] = own_id
        return found

    def shared_sources(self) -> list[str]:
        """What lies in ``sources/``, by name."""
        try:
            return sorted(path.name for path in (self.root / "sources").iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []

    def source(self, resolution: Resolution) -> bytes:
        """The bytes of a resolution's source."""
        return self.read(source_path(resolution.id, resolution.source))


def _folders(path: Path) -> list[str]:
    try:
        with os.scandir(path) as entries:
            return sorted(entry.name for entry in entries if entry.is_dir(follow_symlinks=False))
    except FileNotFoundError:
        return []


def is_file(path: Path) -> bool:
    """Whether a name is that of a file; one that is too long, or no name at all, is none."""
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises on a name that is too long


def is_folder(path: Path) -> bool:
    """Whether a name is that of a folder; one that is too long, or no name at all, is none."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises on a name that is too long


def read_bytes(path: Path) -> bytes:
    """The bytes of a file outside of a corpus; refuses what is no plain file."""
    try:
        if is_folder(path):
            raise refuse("is-folder", str(path))
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except (OSError, ValueError) as error:
        # A name with NUL in it is a ValueError.
        raise refuse("unreadable", str(path), why=getattr(error, "strerror", "") or str(error)) from None
    if len(data) > MAX_FILE:
        raise refuse("file-too-large", str(path), limit=MAX_FILE >> 20)
    return data


def folder_of(own_id: ResolutionId) -> PurePosixPath:
    """The folder of a resolution, from the root of the corpus."""
    return PurePosixPath("resolutions") / str(own_id)


def source_path(own_id: ResolutionId, source: SourceInfo) -> PurePosixPath:
    """The file of a source, from the root of the corpus; refuses a name that leads elsewhere.

    It lies beside the resolution, or in ``sources/`` under its own hash where several resolutions share it.
    """
    name = PurePosixPath(source.file)
    if source.shared:
        if len(name.parts) != 2 or name.stem != source.sha256:
            raise refuse("bad-source-path", str(own_id), seen=source.file)
        return name
    if len(name.parts) != 1 or name.name in ("..", "resolution.toml", "text.txt", "lines.tsv"):
        raise refuse("bad-source-path", str(own_id), seen=source.file)
    return folder_of(own_id) / name


def organisation_path(slug: str) -> PurePosixPath:
    """The file of an organisation, from the root of the corpus."""
    return PurePosixPath("organisations") / f"{checked_slug(slug)}.toml"


def parse_organisation(text: str, slug: str, place: str) -> Organisation:
    """The organisation a file holds."""
    record: Record = parse_toml(text, place)
    record.check("name", "text", True, ())
    for key in ("former_names", "bodies"):
        record.check(key, "texts", False, ())
    known = ("name", "former_names", "bodies")
    extra = {key: value for key, value in record.values.items() if key not in known}
    return Organisation(slug, record.text("name"), record.texts("former_names"), record.texts("bodies"), extra)


def write_organisation(organisation: Organisation, before: str = "") -> str:
    """The text of an organisation's file; what a person wrote in ``before`` is kept."""
    values = {
        "name": organisation.name,
        "former_names": list(organisation.former_names),
        "bodies": list(organisation.bodies),
    }
    return updated(before, values)


def write_info(info: CorpusInfo, before: str = "") -> str:
    """The text of ``corpus.toml``."""
    values = {"format": 1, "title": info.title, "language": info.language, "organisation": info.organisation}
    return updated(before, values)
