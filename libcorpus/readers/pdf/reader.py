"""Reads PDF files with a text in them: one resolution, or a book of several.

    bytes -> pages (a process of its own) -> layout -> draft          read
                                                    -> parts -> Book  split

A scan without text is refused, with the way out. Knows no git and no corpus.
"""

from collections.abc import Sequence

from libcorpus.model.draft import Draft
from libcorpus.model.problems import Problem, refuse
from libcorpus.readers.base import NO_OPTIONS, Book, ReadOptions
from libcorpus.readers.pdf.book import parts_of, split_layout
from libcorpus.readers.pdf.drafting import MEDIA_TYPE, READER, draft_of
from libcorpus.readers.pdf.glyphs import UNKNOWN
from libcorpus.readers.pdf.layout import lay_out
from libcorpus.readers.pdf.pages import read_pages
from libcorpus.readers.pdf.values import Page

_SIGNATURE = b"%PDF-"
_HEAD = 1024
_UNREADABLE = 0.2
_FEW = 8


class Pdf:
    """PDF with text."""

    name = READER
    media_type = MEDIA_TYPE
    suffixes: tuple[str, ...] = (".pdf",)

    def recognises(self, data: bytes, file_name: str) -> bool:
        """Whether the file opens as PDF files do; a broken one of that name is ours to refuse."""
        return _SIGNATURE in data[:_HEAD] or (bool(data.strip()) and file_name.lower().endswith(".pdf"))

    def read(self, data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS) -> Draft:
        """The draft of the whole file, each line with its printed number and page."""
        pages, remarks = _pages(data, file_name)
        layout = lay_out(pages, file_name)
        draft = draft_of(layout, file_name, dated=layout.heads)
        parts = parts_of(layout)
        if len(parts) > 1:
            remarks.append(Problem.of("pdf-book", file_name, count=len(parts)))
        return _with(draft, remarks)

    def split(self, data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS) -> Book:
        """The resolutions of a book, each with its title, its number and its own lines."""
        pages, remarks = _pages(data, file_name)
        return split_layout(lay_out(pages, file_name), remarks, file_name)


def _with(draft: Draft, remarks: Sequence[Problem]) -> Draft:
    from dataclasses import replace

    return replace(draft, remarks=(*remarks, *draft.remarks))


def _pages(data: bytes, file_name: str) -> tuple[list[Page], list[Problem]]:
    """The pages of a file that has a text, and remarks on those that have none."""
    if _SIGNATURE not in data[:_HEAD]:
        raise refuse("pdf-broken", file_name)
    pages = list(read_pages(data, file_name))
    if not pages:
        raise refuse("pdf-no-pages", file_name)
    texts = {page.number: "".join(word.text for word in page.words if word.seen) for page in pages}
    scans = [page.number for page in pages if page.scanned and len(texts[page.number]) < _FEW]
    if not any(texts.values()):
        raise refuse("pdf-scan" if scans else "pdf-no-words", file_name, pages=len(pages))
    whole = "".join(texts.values())
    if whole.count(UNKNOWN) > _UNREADABLE * len(whole):
        raise refuse("pdf-no-letters", file_name, count=whole.count(UNKNOWN), total=len(whole))
    return pages, [*_scanned(scans, pages, file_name)]


def _scanned(scans: Sequence[int], pages: Sequence[Page], file_name: str) -> list[Problem]:
    remarks = []
    # The picture on a cover is no scan.
    inside = [number for number in scans if number not in (1, len(pages))]
    if inside:
        remarks.append(Problem.of("pdf-scanned-pages", file_name, pages=", ".join(map(str, inside[:50]))))
    recognised = [page.number for page in pages if any(word.hidden == "recognised" for word in page.words)]
    if recognised:
        remarks.append(Problem.of("pdf-recognised", file_name, pages=", ".join(map(str, recognised[:50]))))
    return remarks
