"""Reads the head of a transcript: what the lines before the first block say about the resolution.

    Beschluss Integration und Teilhabe                        title, kind
    Gremium: Mitgliederversammlung                            body
    Beschlussdatum: 07.03.2020                                adopted_on
    Tagesordnungspunkt: 2.13. Integration und Teilhabe        agenda_item, agenda_title
    Text                                                      the name of a section, no words of the text

Knows lines of text; values stay text, their checking is not done here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from libcorpus.model.dates import PartialDate
from libcorpus.model.draft import LeftOut
from libcorpus.model.problems import LibcorpusError, Problem

# What people write in front of the colon, in lower case, and the field it fills.
KEYS: Final = {
    "gremium": "body",
    "organ": "body",
    "body": "body",
    "beschlussdatum": "adopted_on",
    "beschlossen am": "adopted_on",
    "beschlossen": "adopted_on",
    "datum": "adopted_on",
    "adopted on": "adopted_on",
    "tagesordnungspunkt": "agenda",
    "top": "agenda",
    "agenda item": "agenda",
    "titel": "title",
    "title": "title",
    "versammlung": "assembly_name",
    "parteitag": "assembly_name",
    "organisation": "organisation_name",
    "gliederung": "organisation_name",
    "partei": "organisation_name",
    "abstimmung": "votes",
    "abstimmungsergebnis": "votes",
    "gültig bis": "valid_until",
    "befristet bis": "valid_until",
}
_KEYED: Final = re.compile(r"([^\W\d][^:]{0,40}?)\s*:\s*(\S.*)")
_SECTION: Final = frozenset(["text", "antragstext", "beschlusstext", "wortlaut", "beschluss"])
_PREFIX: Final = re.compile(r"(?i)(beschluss|beschlusstext|antrag|entwurf|resolution)\b\s*[:–-]?\s+(?=\S)")
_AGENDA: Final = re.compile(r"(?:TOP\s*)?([A-ZÄÖÜ]{0,3}\d[\w.]*?)\.?(?:[:\s]\s*(\S.*))?")


@dataclass(frozen=True, slots=True)
class Head:
    """The fields a head names, its lines as left out, and remarks on what was not understood."""

    metadata: dict[str, str]
    left_out: tuple[LeftOut, ...]
    remarks: tuple[Problem, ...]


def is_keyed(line: str) -> bool:
    """Whether a line names a field this module knows."""
    match = _KEYED.fullmatch(line.strip())
    return match is not None and match[1].lower() in KEYS


def is_section_name(line: str) -> bool:
    """Whether a line is the name of the section that holds the text, as motion systems print it."""
    return line.strip().lower() in _SECTION


def read_head(lines: Sequence[tuple[int, str]], file_name: str) -> Head:
    """The metadata in the lines before the text, given with their numbers in the file."""
    metadata: dict[str, str] = {}
    left_out, remarks = [], []
    for position, (number, raw) in enumerate(lines):
        line, place = " ".join(raw.split()), f"{file_name}:{number}"
        kind = _take(line, metadata, first=position == 0)
        if kind == "other":
            remarks.append(Problem.of("head-line", place, line))
        left_out.append(
            LeftOut(kind, place, line, "a line of the head that names no known field" if kind == "other" else "")
        )
    _finish(metadata)
    return Head(metadata, tuple(left_out), tuple(remarks))


def _take(line: str, metadata: dict[str, str], first: bool) -> str:
    """Put what a line says into the fields; returns the kind it is left out as.

    The first line is the title even with a colon in it: "Beschluss Programm 2009: Gemeinsam".
    """
    keyed = _KEYED.fullmatch(line)
    if keyed and keyed[1].lower() in KEYS:
        metadata.setdefault(KEYS[keyed[1].lower()], keyed[2])
        return "metadata"
    if is_section_name(line):
        return "section-name"
    if "title" not in metadata and (first or keyed is None):
        metadata["title"] = line
        return "metadata"
    return "other"


def _finish(metadata: dict[str, str]) -> None:
    """Take fields apart that hold two things, and tell the kind by the title."""
    agenda = metadata.pop("agenda", "")
    if match := _AGENDA.fullmatch(agenda):
        metadata["agenda_item"] = match[1]
        if match[2]:
            metadata["agenda_title"] = match[2]
    elif agenda:
        metadata["agenda_title"] = agenda
    title = metadata.get("title") or metadata.get("agenda_title", "")
    if match := _PREFIX.match(title):
        metadata["kind"] = {"antrag": "motion", "entwurf": "draft"}.get(match[1].lower(), "resolution")
        title = title[match.end() :]
    if title:
        metadata["title"] = title
    if metadata.get("kind", "resolution") == "resolution":
        metadata["kind"] = kind_by_title(title)
    for key in ("adopted_on", "valid_until"):
        if key in metadata:
            metadata[key] = _date(metadata[key])


def _date(text: str) -> str:
    """A date in ISO form where it can be read; otherwise as it stands, to be refused with its place later."""
    try:
        return str(PartialDate.read(text))
    except LibcorpusError:
        return text


def kind_by_title(title: str) -> str:
    """Programme or statutes where the title says so, else resolution."""
    if re.search(r"(?i)(?:programm|programme)\b", title):
        return "programme"
    return "statutes" if re.search(r"(?i)(?:satzung|geschäftsordnung)\b", title) else "resolution"
