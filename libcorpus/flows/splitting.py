"""Splits a book of resolutions: one source, a resolution for each part, and what belongs to none.

    book.pdf  ->  sources/<sha256>.pdf                      the source, once
                  resolutions/…/b3-radwege/  part = "B3"    a resolution for each part, with its own printed lines

A part is known again by the hash of the book and its own name, so a second run files what is missing.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from libcorpus.flows.filing import ArchiveRequest, Prepared, prepared
from libcorpus.flows.reading import NO_OPTIONS, Reading, counted, options_of, reading_of, shown_name
from libcorpus.model.draft import Draft, LeftOut
from libcorpus.model.ids import MAX_SLUG, ResolutionId, slugify
from libcorpus.model.problems import AlreadyFiledError, LibcorpusError, Problem, refuse
from libcorpus.model.resolution import Resolution
from libcorpus.readers import ReadOptions
from libcorpus.readers.limits import read, split
from libcorpus.store.layout import Layout

Part = Prepared | LibcorpusError


@dataclass(frozen=True, slots=True)
class BookReading:
    """A book that was read: its parts in order, those that cannot be filed as what is wrong with them, and the rest.

    ``left_out`` belongs to no part: title pages, contents, page heads.
    """

    file_name: str
    digest: str
    reader: str
    media_type: str
    parts: tuple[Reading | LibcorpusError, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def rest(self) -> tuple[LeftOut, ...]:
        """What belongs to no part and is more than heads and numbers of pages."""
        return counted(self.left_out)[1]


def read_book(
    data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS, language: str = "", otherwise: str = "de"
) -> BookReading:
    """Read a source as a book; refuses a kind of file that cannot be split."""
    name, digest = shown_name(file_name), hashlib.sha256(data).hexdigest()
    book = split(data, name)
    parts: list[Reading | LibcorpusError] = []
    for draft in book.drafts:
        try:
            own_language = language or draft.metadata.get("language") or otherwise
            parts.append(reading_of(draft, draft.characters or "", name, digest, own_language, options))
        except LibcorpusError as error:
            parts.append(_of_part(error, draft.part))
    first = book.drafts[0]
    return BookReading(name, digest, first.reader, first.media_type, tuple(parts), book.left_out)


def _of_part(error: LibcorpusError, part: str) -> LibcorpusError:
    """A refusal that names the part: all parts have the same file."""
    return LibcorpusError([replace(problem, place=f"{problem.place} ({part})") for problem in error.problems])


def prepare_book(
    data: bytes, book: BookReading, request: ArchiveRequest, layout: Layout, language: str = "de"
) -> Iterator[Part]:
    """The files of each part; one that is filed already, or cannot be filed, stands in its place as the refusal."""
    filed = layout.parts(book.digest)
    whole = None if filed else layout.sources().get(book.digest)
    if whole is not None:
        raise AlreadyFiledError(Problem.of("already-filed", book.file_name, seen=str(whole)), str(whole))
    taken: set[str] = set()
    for reading in book.parts:
        one = (
            reading
            if isinstance(reading, LibcorpusError)
            else _prepared(reading, data, request, layout, language, filed, taken)
        )
        if isinstance(one, Prepared):
            taken.add(str(one.receipt.id))
        yield one


def _prepared(
    reading: Reading,
    data: bytes,
    request: ArchiveRequest,
    layout: Layout,
    language: str,
    filed: Mapping[str, ResolutionId],
    taken: set[str],
) -> Part:
    part = reading.draft.part
    if part in filed:
        own_id = str(filed[part])
        return AlreadyFiledError(Problem.of("already-filed", f"{reading.file_name} ({part})", seen=own_id), own_id)
    try:
        return _without_clash(reading, data, request, layout, language, taken)
    except LibcorpusError as error:
        return _of_part(error, part)


def _without_clash(
    reading: Reading, data: bytes, request: ArchiveRequest, layout: Layout, language: str, taken: set[str]
) -> Prepared:
    """A part whose id another one has gets a number behind its title: nobody could give each a slug."""
    title = reading.draft.metadata.get("title", "") or reading.draft.metadata.get("agenda_title", "")
    count = 1
    while True:
        slug = "" if count == 1 else f"{slugify(title)[: MAX_SLUG - 4].rstrip('-')}-{count}"
        try:
            one = prepared(reading, data, request, layout, language, slug)
        except LibcorpusError as error:
            if error.problem.key != "id-taken":
                raise
        else:
            if str(one.receipt.id) not in taken:
                return one
        count += 1
        if count > 999:
            raise refuse("id-taken", reading.file_name, seen=title)


# What a filed resolution is derived from.


def drafted(data: bytes, resolution: Resolution) -> Draft:
    """What today's reader makes of a resolution's source, or of its part of a book."""
    source = resolution.source
    options = options_of(source.options)
    # By the name it was received under: what a reader guesses from a name it guesses again.
    name = source.received_as or source.file
    if not source.part:
        return read(data, name, options)
    drafts = _parts_of(data, name)
    if source.part not in drafts:
        raise refuse("part-missing", str(resolution.id), seen=source.part)
    return drafts[source.part]


# Parts of one book are checked one after the other, and reading a book takes a second.
@lru_cache(maxsize=2)
def _parts_of(data: bytes, name: str) -> Mapping[str, Draft]:
    return {draft.part: draft for draft in split(data, name).drafts}
