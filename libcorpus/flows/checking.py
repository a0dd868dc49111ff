"""Proves a corpus: every file is what it should be, every source is whole, nothing unknown lies about.

    check  ->  Problems: errors and findings, which change the exit code, and remarks, which do not

One table lists the checks on a resolution. All problems are gathered in one go. Knows
the layout of a corpus; git only where the caller hands its answer in.
"""

import contextlib
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Final

from libcorpus.flows import claims, linking, relating
from libcorpus.flows.correcting import applied
from libcorpus.flows.splitting import drafted
from libcorpus.model.document import BlockKind, Document
from libcorpus.model.ids import ResolutionId
from libcorpus.model.problems import LibcorpusError, Problem
from libcorpus.model.resolution import Resolution
from libcorpus.readers import reader_names
from libcorpus.store.layout import ATTRIBUTES, SHARED_SOURCE, Layout, folder_of, organisation_path
from libcorpus.text.build import document_of
from libcorpus.text.canonical import write_text
from libcorpus.text.linetable import text_lines
from libcorpus.text.numbering import check_by_rule
from libcorpus.text.sentences import splitter
from libcorpus.topics.topic import parse_topic

TOP: Final = frozenset(
    ["corpus.toml", ".gitattributes", "README.md", "organisations", "topics", "sources", "resolutions"]
)


@dataclass(frozen=True, slots=True)
class Filed:
    """A resolution under check, with the layout it lies in."""

    layout: Layout
    resolution: Resolution
    document: Document

    @property
    def folder(self) -> PurePosixPath:
        """Its folder, from the root of the corpus."""
        return folder_of(self.resolution.id)

    def at(self, file: str) -> str:
        """How one of its files is named in messages."""
        return self.layout.place(self.folder / file)


def check(layout: Layout, progress: Callable[[int], None] = lambda done: None) -> Iterator[Problem]:
    """All problems of a corpus, in the order of its files; ``progress`` is told how many resolutions are done."""
    yield from _gathered(lambda: _check_corpus(layout))
    known: dict[str, str] = {}
    ids = list(layout.resolution_ids())
    for done, own_id in enumerate(ids, start=1):
        folded = str(own_id).casefold()
        if folded in known:
            yield Problem.of("ids-alike", layout.place(folder_of(own_id)), other=known[folded])
        known[folded] = str(own_id)
        yield from check_resolution(layout, own_id)
        progress(done)
    yield from _unknown_folders(layout, {str(own_id) for own_id in ids})
    yield from _shared_sources(layout, ids)


def _gathered(job: Callable[[], Iterator[Problem]]) -> Iterator[Problem]:
    try:
        yield from job()
    except LibcorpusError as error:
        yield from error.problems


def _check_corpus(layout: Layout) -> Iterator[Problem]:
    info = layout.info()
    if info.organisation and not layout.exists(organisation_path(info.organisation)):
        yield Problem.of("organisation-missing", layout.place("corpus.toml"), seen=info.organisation)
    if not layout.exists(".gitattributes") or layout.read_text(".gitattributes") != ATTRIBUTES:
        yield Problem.of("attributes", layout.place(".gitattributes"))
    for path in sorted(layout.root.iterdir()):
        if path.name not in TOP and path.name != ".git":
            yield Problem.of("unknown-file", layout.place(path.name))
    yield from _gathered(lambda: _organisations(layout))
    for name, text in layout.topic_files().items():
        yield from _gathered(lambda name=name, text=text: _topic(name, text, layout))  # type: ignore[misc]


def _organisations(layout: Layout) -> Iterator[Problem]:
    layout.organisations()
    return iter(())


def _topic(name: str, text: str, layout: Layout) -> Iterator[Problem]:
    parse_topic(text, name, layout.place(f"topics/{name}.toml"))
    return iter(())


def check_resolution(layout: Layout, own_id: ResolutionId) -> Iterator[Problem]:
    """All problems of one resolution."""
    try:
        resolution = layout.resolution(own_id)
        if not resolution.has_text:
            yield from _tombstone(layout, own_id)
            return
        filed = Filed(layout, resolution, layout.document(own_id))
    except LibcorpusError as error:
        yield from error.problems
        return
    for one in CHECKS:
        yield from _gathered(lambda one=one: one(filed))  # type: ignore[misc]


def _tombstone(layout: Layout, own_id: ResolutionId) -> Iterator[Problem]:
    """Nothing but the tombstone is left of a resolution whose text was removed."""
    folder = folder_of(own_id)
    for path in sorted((layout.root / folder).iterdir()):
        if path.name != "resolution.toml":
            yield Problem.of("withdrawn-file", layout.place(folder / path.name))


def _source(filed: Filed) -> Iterator[Problem]:
    """The source is there, byte for byte."""
    source = filed.resolution.source
    data = filed.layout.source(filed.resolution)
    digest = hashlib.sha256(data).hexdigest()
    if digest != source.sha256:
        yield Problem.of("source-altered", filed.at(source.file), seen=digest[:12], expected=source.sha256[:12])


def _derived(filed: Filed) -> Iterator[Problem]:
    """The text is what the recorded reader makes of the source, with the corrections applied."""
    source = filed.resolution.source
    if source.reader not in reader_names() or source.splitter != splitter():
        yield Problem.of("reader-newer", filed.at("text.txt"), reader=source.reader, splitter=source.splitter)
        return
    draft = drafted(filed.layout.source(filed.resolution), filed.resolution)
    text = write_text(document_of(draft, filed.resolution.language).blocks)
    text = applied(text, filed.layout, filed.folder)
    if text != write_text(filed.document.blocks):
        yield Problem.of("text-not-derived", filed.at("text.txt"))


def _organisation(filed: Filed) -> Iterator[Problem]:
    """The organisation has a file, and the id is below it."""
    slug = filed.resolution.organisation
    if not filed.layout.exists(organisation_path(slug)):
        yield Problem.of("organisation-missing", filed.at("resolution.toml"), seen=slug)
    if slug != filed.resolution.id.organisation:
        yield Problem.of(
            "organisation-differs", filed.at("resolution.toml"), seen=slug, expected=filed.resolution.id.organisation
        )


def _relations(filed: Filed) -> Iterator[Problem]:
    """Relations and links name resolutions and sentences that are here; what a text says of itself is taken over."""
    resolution, document, at = filed.resolution, filed.document, filed.at("resolution.toml")
    yield from relating.faults(filed.layout, resolution, document, at)
    yield from linking.faults(filed.layout, resolution, document, at)
    lines = text_lines(document)
    yield from claims.remarks(resolution, document, lambda sentence: filed.at(f"text.txt:{lines[sentence]}"))


def _levels(filed: Filed) -> Iterator[Problem]:
    """No level of headings is left out."""
    lines = text_lines(filed.document)
    level = 0
    for block, first in zip(filed.document.blocks, filed.document.first_sentences, strict=True):
        if block.kind is BlockKind.HEADING:
            if block.level > level + 1:
                yield Problem.of(
                    "heading-levels", filed.at(f"text.txt:{lines[first]}"), block.flat, above=level, seen=block.level
                )
            level = block.level


def _numbers(filed: Filed) -> Iterator[Problem]:
    """Printed numbers go up one by one, unless a reason was given; and they follow the rule of wrapping (a remark)."""
    document = filed.document
    if not document.lines:
        yield Problem.of("no-lines", filed.at("lines.tsv"))
    numbers = [start.number for start in document.lines if start.number is not None]
    for before, after in pairwise(numbers):
        if after != before + 1 and not filed.resolution.rendition.gaps and not document.restarts:
            yield Problem.of("numbers-gap", filed.at("lines.tsv"), seen=after, expected=before + 1)
    if filed.resolution.rendition.numbers == "printed":
        for remark in check_by_rule(document, filed.resolution.rendition.line_length or None).remarks:
            yield replace(remark, place=filed.at("lines.tsv"))


def _files(filed: Filed) -> Iterator[Problem]:
    """Nothing unknown lies in the folder of a resolution."""
    known = {"resolution.toml", "text.txt", "lines.tsv", "corrections", filed.resolution.source.file}
    for path in sorted((filed.layout.root / filed.folder).iterdir()):
        if path.name not in known:
            yield Problem.of("unknown-file", filed.at(path.name))


CHECKS: Final[tuple[Callable[[Filed], Iterator[Problem]], ...]] = (
    _source,
    _derived,
    _organisation,
    _relations,
    _levels,
    _numbers,
    _files,
)


def _shared_sources(layout: Layout, ids: list[ResolutionId]) -> Iterator[Problem]:
    """Some resolution is a part of each file in sources/; whether its bytes are right is checked with the part."""
    used: set[str] = set()
    for own_id in ids:
        # What is wrong with a resolution itself was said before.
        with contextlib.suppress(LibcorpusError):
            used.add(layout.resolution(own_id).source.file)
    for name in layout.shared_sources():
        if not SHARED_SOURCE.fullmatch(name):
            yield Problem.of("unknown-file", layout.place(f"sources/{name}"))
        elif f"sources/{name}" not in used:
            yield Problem.of("source-unused", layout.place(f"sources/{name}"))


def _unknown_folders(layout: Layout, known: set[str]) -> Iterator[Problem]:
    """Folders below resolutions/ that are no resolution."""
    base = layout.root / "resolutions"
    for path in sorted(base.glob("*/*/*")):
        name = path.relative_to(base).as_posix()
        if name not in known:
            yield Problem.of("unknown-file", layout.place(f"resolutions/{name}"))
    for path in sorted([*base.glob("*"), *base.glob("*/*")]):
        if not path.is_dir():
            yield Problem.of("unknown-file", layout.place(path.relative_to(layout.root).as_posix()))
