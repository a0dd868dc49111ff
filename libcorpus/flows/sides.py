"""What a comparison can be made of: all that an assembly adopted, a file not archived, a text as it was known.

    "2015-03-14"              every resolution of that date
    "entwurf.txt"             a file, read as archive would read it
    "4.1" --known-at HEAD~1   the text as git had it

A single filed resolution needs none of this. Knows the layout of a corpus; git only where
the repository is handed in.
"""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from libcorpus.flows.comparing import Side
from libcorpus.model.ids import ResolutionId
from libcorpus.model.problems import refuse
from libcorpus.model.resolution import Resolution
from libcorpus.patch import apply
from libcorpus.readers.limits import read
from libcorpus.store.layout import Layout, folder_of
from libcorpus.store.records import parse_resolution
from libcorpus.text.build import document_of
from libcorpus.text.linetable import parse_document

if TYPE_CHECKING:
    from libcorpus.store.repository import Repository

_FILES: Final = ("resolution.toml", "text.txt", "lines.tsv")


def assembly(layout: Layout, named: str) -> list[Resolution]:
    """All resolutions a short id means, if one organisation adopted them on one date and the date names them."""
    ids = [own_id for own_id in layout.resolution_ids() if own_id.answers_to(named)]
    meetings = {(own_id.organisation, own_id.adopted_on) for own_id in ids}
    by_date_alone = all(str(own_id.adopted_on) in named for own_id in ids)
    return [layout.resolution(own_id) for own_id in ids] if len(meetings) == 1 and by_date_alone else []


def file_side(data: bytes, path: Path, language: str) -> Side:
    """A file that is not archived, as one side of a comparison."""
    return Side(path.name, document_of(read(data, path.name), language))


def known_at(layout: Layout, own_id: ResolutionId, repository: "Repository", revision: str) -> Side:
    """A resolution as the archive knew it at a git revision or on a day."""
    commit = repository.revision_at(revision)
    folder = repository.relative(layout.root / folder_of(own_id))
    files = {name: _text_at(repository, commit, folder / name) for name in _FILES}
    _agree(layout, files, repository.patch_since(commit, folder / "text.txt"), own_id)
    place = f"{commit[:10]}:{folder}"
    document = parse_document(files["text.txt"], files["lines.tsv"], place)
    resolution = parse_resolution(files["resolution.toml"], own_id, f"{place}/resolution.toml")
    return Side(f"{own_id} ({commit[:10]})", document, resolution)


def _text_at(repository: "Repository", commit: str, path: PurePosixPath) -> str:
    try:
        return repository.show(commit, path).decode("utf-8")
    except UnicodeDecodeError as error:
        seen = error.object[error.start : error.start + 1].hex()
        raise refuse("not-utf8", f"{commit[:10]}:{path}", seen=seen) from None


def _agree(layout: Layout, files: Mapping[str, str], patch: str, own_id: ResolutionId) -> None:
    """Refuse where git's own patch does not turn the text it showed us into the one that is here."""
    relative = folder_of(own_id) / "text.txt"
    if apply(files["text.txt"], patch, layout.place(relative)) != layout.read_text(relative):
        raise refuse("git-disagrees", layout.place(relative))
