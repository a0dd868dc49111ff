"""What a resolution is, beside its words: who adopted it, when, under which agenda item, from which source.

    Organisation 1 --- n Resolution (metadata) --- 1 Document (words)

These are values; ``store.records`` reads and writes them as TOML, by the tables of
keys there. Knows no files.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from libcorpus.model.dates import PartialDate
from libcorpus.model.ids import ResolutionId, checked_slug


class ResolutionKind(StrEnum):
    """What was adopted; motions and drafts are archived too, and are no resolutions."""

    RESOLUTION = "resolution"
    PROGRAMME = "programme"
    STATUTES = "statutes"
    MOTION = "motion"
    DRAFT = "draft"


RELATION_KINDS = ("supersedes", "amends", "repeals", "continues", "reaffirms")
# After one of these the target holds no longer: what of it stands again stands in the newer text.
REPLACING = ("supersedes", "repeals", "continues")
# After one of these a text that ran out holds again.
RENEWING = ("reaffirms", "continues")
BASES = ("text", "editor", "inferred")
VERDICTS = ("same", "denied")
STATUSES = ("adopted", "rejected", "withdrawn", "superseded", "pending")


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed edge to another resolution, with who says so: the text itself, an editor, or an inference.

    ``words`` are the sentence of the own text that says so, and ``lines`` where it was printed when that was noted;
    ``reason`` is a person's.
    """

    kind: str
    target: str
    basis: Literal["text", "editor", "inferred"] = "editor"
    reason: str = ""
    words: str = ""
    lines: str = ""


@dataclass(frozen=True, slots=True)
class SentenceLink:
    """A person's word on whether a sentence of an earlier text (``target``) became one of this text.

    ``words`` and ``target_words`` are the two sentences, and what tells them: the printed lines beside them are those
    of the day on which it was said.
    """

    words: str
    target: str
    target_words: str
    verdict: Literal["same", "denied"] = "same"
    basis: Literal["text", "editor", "inferred"] = "editor"
    reason: str = ""
    lines: str = ""
    target_lines: str = ""


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """The file as received, and the reader that read it.

    ``sha256`` is the hex digest of the bytes; ``options`` what the reader was told beside them; ``left_out`` counts
    mechanical kinds; ``left_out_text`` holds (place, text, reason) of everything else.
    """

    file: str
    media_type: str
    sha256: str
    reader: str
    splitter: str
    part: str = ""
    received_as: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, int] = field(default_factory=dict)
    left_out_text: tuple[tuple[str, str, str], ...] = ()

    @property
    def shared(self) -> bool:
        """Whether several resolutions share the file, which then stands in the folder ``sources`` of the corpus."""
        return self.file.startswith("sources/")


@dataclass(frozen=True, slots=True)
class RenditionInfo:
    """Where the printed numbers come from. ``line_length`` is L of the wrapping rule, 0 where it is not known;
    ``rule`` names the rule that computed the numbers where it is not Antragsgrün's; ``gaps`` is the reason an editor
    gave for numbers that are missing or repeated."""

    numbers: Literal["printed", "computed"]
    line_length: int = 0
    gaps: str = ""
    pages: int = 0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That a resolution was withdrawn from the archive, since when and why.

    ``removed`` are the files that were taken out of the tree, each with the hex SHA-256 of its bytes; empty where the
    text stays.
    """

    on: PartialDate
    reason: str
    removed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Resolution:
    """The metadata of one adopted text. Texts are empty where nothing is known; ``extra`` holds unknown keys."""

    id: ResolutionId
    title: str
    organisation: str
    adopted_on: PartialDate
    source: SourceInfo
    rendition: RenditionInfo
    body: str = ""
    assembly_name: str = ""
    assembly_days: tuple[PartialDate, ...] = ()
    agenda_item: str = ""
    agenda_title: str = ""
    kind: ResolutionKind = ResolutionKind.RESOLUTION
    status: str = "adopted"
    language: str = "de"
    topics: tuple[str, ...] = ()
    valid_until: PartialDate | None = None
    votes: str = ""
    relations: tuple[Relation, ...] = ()
    links: tuple[SentenceLink, ...] = ()
    withdrawn: Withdrawal | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def has_text(self) -> bool:
        """Whether its words are here; of one that was withdrawn they may have been removed."""
        return self.withdrawn is None or not self.withdrawn.removed

    def cite(self, lines: str = "", organisation_name: str = "") -> str:
        """The citation in the form of the resolution's language; ``lines`` is a printed span or empty.

        German: ``Organisation, Titel (Mitgliederversammlung, 07.03.2020, TOP 2.13), Z. 94-99``.
        """
        german = self.language.split("-")[0] == "de"
        date = self.adopted_on.german() if german else str(self.adopted_on)
        agenda = (f"TOP {self.agenda_item}" if german else f"item {self.agenda_item}") if self.agenda_item else ""
        details = ", ".join(part for part in (self.body, date, agenda) if part)
        mark = ""
        if lines:
            several = "-" in lines
            mark = f", Z. {lines}" if german else f", {'ll.' if several else 'l.'} {lines}"
            # Numbers that no print shows must not pass for printed ones.
            if self.rendition.numbers == "computed":
                mark += " (berechnete Zählung)" if german else " (computed numbers)"
        return f"{organisation_name or self.organisation}, {self.title} ({details}){mark}"


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who adopts: a slug that never changes, the name it has, the names it had, and its bodies."""

    slug: str
    name: str
    former_names: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        checked_slug(self.slug)
