"""Adoption dates: a day, a month or a year, because old minutes often say no more.

    1959 < 1959-03 < 1959-03-14 < 2020-03-07

Dates of git commits are not these: see DESIGN, two clocks. Knows no clock and no time zone.
"""

import datetime
import re
from dataclasses import dataclass
from typing import Final

from libcorpus.model.problems import LibcorpusError, refuse

_ISO: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_NUMERIC: Final = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
_WORDED: Final = re.compile(r"(?:(\d{1,2})\.\s*)?([A-Za-zäÄ]{3,9})\.?\s+(\d{4})")
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("januar", "jan", "jänner"),
            ("februar", "feb"),
            ("märz", "mär", "mrz", "maerz"),
            ("april", "apr"),
            ("mai",),
            ("juni", "jun"),
            ("juli", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("oktober", "okt"),
            ("november", "nov"),
            ("dezember", "dez"),
        ),
        start=1,
    )
    for name in names
}


@dataclass(frozen=True, order=True, slots=True)
class PartialDate:
    """A date of adoption as exact as it is known; ``month`` and ``day`` are 0 where they are not.

    >>> str(PartialDate.parse("2020-03-07")), str(PartialDate.parse("1959-03"))
    ('2020-03-07', '1959-03')
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        try:
            datetime.date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            raise refuse("bad-date", seen=f"{self.year}-{self.month}-{self.day}") from None
        if self.day and not self.month:
            raise refuse("bad-date", seen=f"{self.year}-{self.month}-{self.day}")

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read ``2020-03-07``, ``2020-03`` or ``2020``; refuses everything else."""
        match = _ISO.fullmatch(text)
        if match is None or not text.isascii():
            raise refuse("bad-date", seen=text)
        try:
            return cls(int(match[1]), int(match[2] or 0), int(match[3] or 0)).written_as(text)
        except LibcorpusError:
            raise refuse("bad-date", seen=text) from None

    def written_as(self, text: str) -> "PartialDate":
        """Itself if it prints as ``text``: ``2020-00`` is no month."""
        if str(self) != text:
            raise refuse("bad-date", seen=text)
        return self

    @classmethod
    def read(cls, text: str) -> "PartialDate":
        """Read a date as people write it: ``07.03.2020``, ``7. März 2020``, ``März 1959``, or ISO.

        >>> str(PartialDate.read("7. März 2020"))
        '2020-03-07'
        """
        text = text.strip()
        if match := _NUMERIC.fullmatch(text):
            return cls._checked(text, int(match[3]), int(match[2]), int(match[1]))
        if (match := _WORDED.fullmatch(text)) and match[2].lower() in _MONTHS:
            return cls._checked(text, int(match[3]), _MONTHS[match[2].lower()], int(match[1] or 0), bool(match[1]))
        return cls.parse(text)

    @classmethod
    def _checked(cls, text: str, year: int, month: int, day: int, has_day: bool = True) -> "PartialDate":
        if not month or (has_day and not day):
            raise refuse("bad-date", seen=text)
        try:
            datetime.date(year, month, day or 1)
        except ValueError:
            raise refuse("bad-date", seen=text) from None
        return cls(year, month, day)

    def covers(self, other: "PartialDate") -> bool:
        """Whether ``other`` lies in this day, month or year: 2020 covers 2020-03-07."""
        return (
            self.year == other.year
            and (not self.month or self.month == other.month)
            and (not self.day or self.day == other.day)
        )

    def german(self) -> str:
        """As German texts write it: ``07.03.2020``, ``03/1959``, ``1959``."""
        if self.day:
            return f"{self.day:02d}.{self.month:02d}.{self.year:04d}"
        return f"{self.month:02d}/{self.year:04d}" if self.month else f"{self.year:04d}"

    def __str__(self) -> str:
        # Asked for many thousands of times, as every id has a date in it.
        if self.day:
            return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        return f"{self.year:04d}-{self.month:02d}" if self.month else f"{self.year:04d}"
