"""Printed lines, as people cite them: "Z. 94-99". Never lines of a file.

    LineSpan(94, 99)   lines 94 up to and including 99
    LineSpan(94, 93)   the place after line 93, where something is inserted
    3:4-9              lines 4 to 9 on page 3, where numbers restart on each page

Knows numbers only, no words.
"""

import re
from dataclasses import dataclass
from typing import Final

from libcorpus.model.problems import refuse

_SPAN: Final = re.compile(r"(?:(\d{1,6}):)?(\d{1,7})(?:\s*[-–]\s*(?:(\d{1,6}):)?(\d{1,7}))?")


@dataclass(frozen=True, order=True, slots=True)
class LineSpan:
    """Printed lines ``first`` up to and including ``last``, as people cite them.

    An insertion point, the place after line ``n``, is ``LineSpan(n + 1, n)``: empty, and it says so.
    ``page`` and ``last_page`` are set only where printed numbers restart on each page.

    >>> str(LineSpan(94, 99)), str(LineSpan(18, 18)), str(LineSpan(94, 93)), str(LineSpan(1, 0))
    ('94-99', '18', 'after 93', 'before 1')
    """

    first: int
    last: int
    page: int | None = None
    last_page: int | None = None

    def __post_init__(self) -> None:
        same_page = self.page is None or self.last_page in (None, self.page)
        if self.first < 0 or self.last < 0 or (same_page and self.last < self.first - 1):
            raise refuse("bad-lines", seen=f"{self.first}-{self.last}")

    @classmethod
    def parse(cls, text: str) -> "LineSpan":
        """Read ``94-99``, ``18``, ``3:4-9`` (page 3) or ``3:40-4:2``, with hyphen or en dash; both ends inclusive."""
        match = _SPAN.fullmatch(text.strip())
        if match is None:
            raise refuse("bad-lines", seen=text)
        page = int(match[1]) if match[1] else None
        last_page = int(match[3]) if match[3] else page
        first = int(match[2])
        last = int(match[4]) if match[4] else first
        if (last < first and last_page == page) or (match[3] and not match[1]):
            raise refuse("bad-lines", seen=text)
        return cls(first, last, page, last_page)

    def as_data(self) -> dict[str, list[int | None]]:
        """The span for JSON: ``lines``, both ends included, and ``pages`` where numbers restart on each page."""
        data: dict[str, list[int | None]] = {"lines": [self.first, self.last]}
        return data if self.page is None else {**data, "pages": [self.page, self.last_page]}

    @property
    def empty(self) -> bool:
        """Whether it is an insertion point and holds no line."""
        return self.last < self.first and self.page == self.last_page

    def __contains__(self, number: int) -> bool:
        return self.first <= number <= self.last

    def __str__(self) -> str:
        if self.empty:
            return f"after {self.last}" if self.last else "before 1"
        start = f"{self.page}:{self.first}" if self.page is not None else str(self.first)
        if (self.page, self.first) == (self.last_page, self.last):
            return start
        end = f"{self.last_page}:{self.last}" if self.last_page != self.page else str(self.last)
        return f"{start}-{end}"


@dataclass(frozen=True, slots=True)
class LineStart:
    """Where one line of print begins in the words of a document.

    ``number`` is the printed number, None for a line that print does not number; ``page`` the page, from 1,
    where known. ``sentence`` is a 0-based index over all sentences of the document and ``offset`` a 0-based
    count of code points in it; a line without words has the position of the line after it, at the very end
    ``(number of sentences, 0)``. ``hyphen``: the line ends with a hyphen that is not part of the word.
    """

    number: int | None
    page: int | None
    sentence: int
    offset: int
    hyphen: bool = False

    @property
    def position(self) -> tuple[int, int]:
        """Sentence and offset, for comparing places."""
        return (self.sentence, self.offset)
