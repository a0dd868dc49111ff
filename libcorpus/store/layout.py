"""Where things lie in a corpus, and reading them. Needs no git.

    corpus/corpus.toml
    corpus/organisations/<slug>.toml
    corpus/topics/<name>.toml
    corpus/resolutions/<organisation>/<date>/<name>/{resolution.toml,text.txt,lines.tsv,source.*,corrections/}

Reads the files of the work tree; writing goes through ``store.acts``.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

from libcorpus.model.document import Document
from libcorpus.model.ids import ResolutionId, checked_slug
from libcorpus.model.problems import LibcorpusError, NotFoundError, Problem, refuse
from libcorpus.model.resolution import Organisation, Resolution
from libcorpus.store.records import check_format, parse_resolution
from libcorpus.text.linetable import parse_document
from libcorpus.toml import Record, parse_toml, updated

_SHA256: Final = re.compile(rb'(?m)^\s*sha256\s*=\s*"([0-9a-f]{64})"')
CORPUS_FILE: Final = "corpus.toml"
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
            if (candidate / CORPUS_FILE).is_file():
                return candidate
        raise NotFoundError(Problem.of("no-corpus", named))
    for folder in (start, *start.parents):
        for candidate in (folder, folder / "corpus"):
            if (candidate / CORPUS_FILE).is_file():
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
        path = self.root / relative
        if path.is_symlink():
            raise refuse("symlink", self.place(relative))
        try:
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
        text, table = self.read_text(folder / "text.txt"), self.read_text(folder / "lines.tsv")
        return parse_document(text, table, self.place(folder))

    def sources(self) -> dict[str, ResolutionId]:
        """The hashes of all sources, and whose they are."""
        found: dict[str, ResolutionId] = {}
        for own_id in self.resolution_ids():
            # Found by its shape: to parse thousands of files for one line each takes minutes.
            text = (self.root / folder_of(own_id) / "resolution.toml").read_bytes()
            for match in _SHA256.finditer(text):
                found.setdefault(match[1].decode(), own_id)
        return found


def _folders(path: Path) -> list[str]:
    try:
        with os.scandir(path) as entries:
            return sorted(entry.name for entry in entries if entry.is_dir(follow_symlinks=False))
    except FileNotFoundError:
        return []


def folder_of(own_id: ResolutionId) -> PurePosixPath:
    """The folder of a resolution, from the root of the corpus."""
    return PurePosixPath("resolutions") / str(own_id)


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
