"""Names that never change: slugs, resolution ids, and the short forms people type.

    gruene-duesseldorf/2020-03-07/2.13-integration-und-teilhabe      an id
    2.13      integration@2020      gruene-duesseldorf/2020-03-07    short ids

An id is a path below ``resolutions/``, minted once. Everything in it is
lower-case ASCII, so it is the same on every disk. Knows no files.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from libcorpus.model.dates import PartialDate
from libcorpus.model.problems import refuse

MAX_SLUG: Final = 60
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NAME: Final = re.compile(r"(?:[a-z0-9]+(?:\.[a-z0-9]+)*-)?[a-z0-9]+(?:-[a-z0-9]+)*")
_GERMAN: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d"}
)
# Characters inside a word that join it rather than part it: Migrant*innen, Bürger:innen, a soft hyphen.
_INSIDE: Final = re.compile("(?<=\\w)[*:\u00ad\u200b’'](?=\\w)|[\u00ad\u200b]")
_RESERVED: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10))]
)


def slugify(text: str, fallback: str = "beschluss") -> str:
    """A slug for a title: lower-case ASCII, at most 60 characters, cut between words, never empty or reserved.

    >>> slugify("Schüler*innen: Größe & Maß"), slugify("***"), slugify("Aux")
    ('schuelerinnen-groesse-mass', 'beschluss', 'aux-beschluss')
    """
    plain = unicodedata.normalize("NFKC", _INSIDE.sub("", text)).lower().translate(_GERMAN)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain)) or fallback
    if len(slug) > MAX_SLUG:
        cut = slug[: MAX_SLUG + 1].rpartition("-")[0]
        slug = (cut or slug[:MAX_SLUG]).strip("-")
    return f"{slug}-{fallback}" if slug in _RESERVED else slug


def agenda_slug(agenda_item: str) -> str:
    """The agenda number as it stands in an id: ``2.13.`` becomes ``2.13``, ``TOP 5 a`` becomes ``5a``.

    >>> agenda_slug("2.13."), agenda_slug("TOP 5 a"), agenda_slug("Ä1")
    ('2.13', '5a', 'ae1')
    """
    plain = re.sub(r"(?i)^\s*top\b", "", agenda_item).lower().translate(_GERMAN)
    parts = [re.sub(r"[^a-z0-9]+", "", part) for part in plain.split(".")]
    slug = ".".join(part for part in parts if part)[:20].strip(".")
    return f"top{slug}" if slug.split(".")[0] in _RESERVED else slug


def checked_slug(text: str) -> str:
    """The slug itself, or a refusal that says what a slug may hold."""
    if _SLUG.fullmatch(text) is None or len(text) > MAX_SLUG or text in _RESERVED:
        raise refuse("bad-slug", seen=text)
    return text


@dataclass(frozen=True, order=True, slots=True)
class ResolutionId:
    """``organisation/adopted_on/name``; reads back what it prints, and sorts by organisation, date and name.

    >>> str(ResolutionId.parse("partei/2020-03/2.1-titel"))
    'partei/2020-03/2.1-titel'
    """

    organisation: str
    adopted_on: PartialDate
    name: str

    def __post_init__(self) -> None:
        checked_slug(self.organisation)
        long = len(self.name) > MAX_SLUG + 21
        if _NAME.fullmatch(self.name) is None or self.name.split(".")[0] in _RESERVED or long:
            raise refuse("bad-id", seen=f"{self.organisation}/{self.adopted_on}/{self.name}")

    @classmethod
    def parse(cls, text: str) -> "ResolutionId":
        """Read a full id; refuses anything that is not one, dots and slashes in odd places among it."""
        parts = text.split("/")
        if len(parts) != 3:
            raise refuse("bad-id", seen=text)
        return cls(parts[0], PartialDate.parse(parts[1]), parts[2])

    @classmethod
    def mint(cls, organisation: str, adopted_on: PartialDate, agenda_item: str, title_or_slug: str) -> "ResolutionId":
        """A new id by the rule of format 1: agenda number without its last dot, then the title's slug."""
        agenda = agenda_slug(agenda_item)
        title = slugify(title_or_slug)
        return cls(organisation, adopted_on, f"{agenda}-{title}" if agenda else title)

    def answers_to(self, short: str) -> bool:
        """Whether a short id means this one: whole parts only, so ``2.1`` never means ``2.13``.

        A short id is ``[organisation/][date/]words[@date]``: any whole words of the name that
        stand side by side, the agenda number among them.
        """
        wanted, at, date = short.lower().partition("@")
        if at and not self._on(date):
            return False
        if "/" in wanted:
            parts = [part for part in wanted.split("/") if part]
            own = [self.organisation, str(self.adopted_on), self.name]
            return any(self._path(parts, own[start:]) for start in range(len(own)))
        return not wanted or wanted == self.organisation or self._words(wanted) or (not at and self._on(wanted))

    def _path(self, wanted: list[str], own: list[str]) -> bool:
        if len(wanted) > len(own):
            return False
        return all(
            want == have or (have == self.name and self._words(want)) for want, have in zip(wanted, own, strict=False)
        )

    def _on(self, text: str) -> bool:
        return str(self.adopted_on) == text or str(self.adopted_on).startswith(text + "-") if text else False

    def _words(self, wanted: str) -> bool:
        own, want = self.name.split("-"), wanted.split("-")
        return any(own[start : start + len(want)] == want for start in range(len(own) - len(want) + 1))

    def __str__(self) -> str:
        return f"{self.organisation}/{self.adopted_on}/{self.name}"
