"""Reads the head of a transcript: what the lines before the first block say about the resolution.

    Beschluss Integration und Teilhabe                        title, kind
    Gremium: Mitgliederversammlung                            body
    Beschluss vom 7. März 2020                                adopted_on
    TOP 5: Verkehr        Antrag A3: Radwege                  agenda_item, title
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
from libcorpus.readers.signs import goes_on, midst

# What people write in front of the colon, in lower case, and the field it fills.
KEYS: Final = {
    "gremium": "body",
    "organ": "body",
    "beschlussgremium": "body",
    "beschlussorgan": "body",
    "beschließendes gremium": "body",
    "beschlossen durch": "body",
    "beschlossen von": "body",
    "beschlossen auf": "assembly_name",
    "body": "body",
    "beschlussdatum": "adopted_on",
    "beschlossen": "adopted_on",
    "beschluss vom": "adopted_on",
    "beschlossen am": "adopted_on",
    "verabschiedet am": "adopted_on",
    "angenommen am": "adopted_on",
    "datum der beschlussfassung": "adopted_on",
    "datum des beschlusses": "adopted_on",
    "sitzungsdatum": "adopted_on",
    "datum": "adopted_on",
    "adopted on": "adopted_on",
    "tagesordnungspunkt": "agenda",
    "top": "agenda",
    "agenda item": "agenda",
    "antragsnummer": "number",
    "beschlussnummer": "number",
    "beschluss-nr.": "number",
    "nummer": "number",
    "titel": "title",
    "title": "title",
    "betreff": "title",
    "beschlusstitel": "title",
    "versammlung": "assembly_name",
    "parteitag": "assembly_name",
    "sitzung": "assembly_name",
    "organisation": "organisation_name",
    "gliederung": "organisation_name",
    "partei": "organisation_name",
    "abstimmung": "votes",
    "abstimmungsergebnis": "votes",
    "gültig bis": "valid_until",
    "befristet bis": "valid_until",
}
_FOLDED: Final = {key.casefold(): field for key, field in KEYS.items()}
_KEYED: Final = re.compile(r"([^\W\d][^:]{0,40}?)\s*:\s*(\S.*)")
_SECTION: Final = frozenset(["text", "antragstext", "beschlusstext", "wortlaut", "beschluss"])
_PREFIX: Final = re.compile(r"(?i)(beschluss|beschlusstext|antrag|entwurf|resolution)\b\s*[:–-]?\s+(?=\S)")
# "2.13", "7b", "5 a": a letter that stands alone belongs to the number.
_ITEM: Final = r"\d[\w.]*?(?:\s[a-z](?=[.:\s]|$))?"
_AGENDA: Final = re.compile(rf"(?:TOP\s*)?([A-ZÄÖÜ]{{0,3}}{_ITEM})\.?(?:[:\s]\s*(?:[–-]\s*)?(\S.*))?")
_TOP: Final = re.compile(rf"(?:TOP|Top|Tagesordnungspunkt)\s*({_ITEM})\.?\s*[:–-]?\s*(?<=[\s:])(\S.*)?")
# "A3: Radwege", "Ä1 - Radwege", "V-07 Radwege": the number of a motion in front of its title.
_NUMBER: Final = re.compile(r"([A-ZÄÖÜ]{1,3}[ -]?\d{1,4}[a-z]?)\s*(?:[:–-]\s+|:\s*)(?=\S)")
_DATE: Final = re.compile(
    r"\b(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.\s?[A-ZÄa-zä]{3,9}\.?\s\d{4})(?!\d)"
)
# "Beschluss der Mitgliederversammlung vom 7. März 2020", "Beschlossen am 07.03.2020", "LDK, 7. März 2020 in Lindenfurt"
_DATED: Final = re.compile(
    r"(?i)(?:(?:beschluss|beschlossen|verabschiedet|angenommen)\b\s*)?(?:(?:der|des|von|durch|auf)\s+(?:der\s+|dem\s+|den\s+)?)?"
    r"(?P<body>[^\d,@]{3,60}?)??\s*,?\s*(?:\b(?:vom|am|von|on|beschlossen\s+am)\s+)?@"
    r"(?:\s+(?:von|durch|auf)\s+(?:der\s+|dem\s+)?(?P<later>\S.*)|\s+in\s+\S.*)?"
)
_DECIDED: Final = re.compile(r"(?i)beschl(?:uss|oss)|verabschiedet|angenommen")
_BODY: Final = re.compile(
    r"(?i)versammlung|parteitag|vorstand|\b[bkldo]*(?:mv|dk|pt|dv|hv)\b|delegiert|konferenz|rat\b|konvent|plenum|ausschuss|kongress"
)
_LONG_TITLE: Final = 60


@dataclass(frozen=True, slots=True)
class Head:
    """The fields a head names, its lines as left out, and remarks on what was not understood."""

    metadata: dict[str, str]
    left_out: tuple[LeftOut, ...]
    remarks: tuple[Problem, ...]


def is_keyed(line: str) -> bool:
    """Whether a line names a field this module knows, with a colon or without."""
    line = " ".join(line.split())
    match = _KEYED.fullmatch(line)
    if match is not None and _field(match[1]):
        return True
    return _TOP.fullmatch(line) is not None or _take_dated(line, {})


def _field(key: str) -> str:
    """The field a key fills, in whatever case it is written: "BESCHLIESSENDES GREMIUM"."""
    return _FOLDED.get(key.casefold(), "")


def is_section_name(line: str) -> bool:
    """Whether a line is the name of the section that holds the text, as motion systems print it."""
    return line.strip().lower() in _SECTION


def read_head(lines: Sequence[tuple[int, str]], file_name: str) -> Head:
    """The metadata in the lines before the text, given with their numbers in the file."""
    metadata: dict[str, str] = {}
    left_out, remarks = [], []
    titled = 0
    for position, (number, raw) in enumerate(lines):
        line, place = " ".join(raw.split()), f"{file_name}:{number}"
        untitled = "title" not in metadata
        kind = _take(line, metadata, first=position == 0)
        if untitled and metadata.get("title") == line:
            titled = number
        if kind == "other" and number == titled + 1 and _goes_on(metadata["title"], line):
            kind, metadata["title"] = "metadata", f"{metadata['title']} {line}"
        if kind == "other":
            remarks.append(Problem.of("head-line", place, line))
        left_out.append(
            LeftOut(kind, place, line, "a line of the head that names no known field" if kind == "other" else "")
        )
    _finish(metadata)
    return Head(metadata, tuple(left_out), tuple(remarks))


def _goes_on(title: str, line: str) -> bool:
    """Whether a title is so long that it goes on in the line below it."""
    return ":" not in line and (len(title) >= _LONG_TITLE or goes_on(title) or midst(line))


def _take(line: str, metadata: dict[str, str], first: bool) -> str:
    """Put what a line says into the fields; returns the kind it is left out as.

    The first line is the title even with a colon in it: "Beschluss Programm 2009: Gemeinsam".
    """
    keyed = _KEYED.fullmatch(line)
    if keyed and (field := _field(keyed[1])):
        metadata.setdefault(field, keyed[2])
        if _DECIDED.match(line):
            metadata["decided"] = line
        return "metadata"
    if is_section_name(line):
        return "section-name"
    if (agenda := _TOP.fullmatch(line)) and "agenda" not in metadata:
        metadata["agenda"] = " ".join(part for part in agenda.groups() if part)
        return "metadata"
    if _take_dated(line, metadata):
        return "metadata"
    if "title" not in metadata and (first or keyed is None or _PREFIX.match(line)):
        metadata["title"] = line
        return "metadata"
    return "other"


def _take_dated(line: str, metadata: dict[str, str]) -> bool:
    """A line that names the date of adoption, and perhaps the body, without a colon."""
    dates = _DATE.findall(line)
    if len(dates) != 1 or "adopted_on" in metadata or not _is_date(dates[0]):
        return False
    match = _DATED.fullmatch(line.replace(dates[0], "@"))
    if match is None:
        return False
    body = (match["body"] or match["later"] or "").strip()
    if body and not _BODY.search(body):
        return False
    metadata["adopted_on"] = dates[0]
    if _DECIDED.match(line):
        metadata["decided"] = line
    if body:
        metadata.setdefault("body", body)
    return True


def _is_date(text: str) -> bool:
    return _date(text) != text or re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) is not None


def _finish(metadata: dict[str, str]) -> None:
    """Take fields apart that hold two things, and tell the kind by the title."""
    _finish_agenda(metadata)
    title = metadata.get("title") or metadata.get("agenda_title", "")
    if match := _PREFIX.match(title):
        # A motion that was adopted is a resolution.
        decided = "decided" in metadata
        metadata["kind"] = (
            "resolution" if decided else {"antrag": "motion", "entwurf": "draft"}.get(match[1].lower(), "resolution")
        )
        title = title[match.end() :]
    metadata.pop("decided", None)
    number = metadata.pop("number", "")
    if match := _NUMBER.match(title):
        number, title = number or match[1], title[match.end() :]
    if number:
        metadata.setdefault("agenda_item", number)
    if title:
        metadata["title"] = title
    if metadata.get("kind", "resolution") == "resolution":
        metadata["kind"] = kind_by_title(title)
    for key in ("adopted_on", "valid_until"):
        if key in metadata:
            metadata[key] = _date(metadata[key])


def _finish_agenda(metadata: dict[str, str]) -> None:
    agenda = metadata.pop("agenda", "")
    if match := _AGENDA.fullmatch(agenda):
        metadata["agenda_item"] = match[1]
        if match[2]:
            metadata["agenda_title"] = match[2]
    elif agenda:
        metadata["agenda_title"] = agenda


def _date(text: str) -> str:
    """A date in ISO form where it can be read; otherwise as it stands, to be refused with its place later."""
    # "07.03.2020 in Lindenfurt", "Samstag, 7. März 2020"
    found = _DATE.findall(text)
    for candidate in (text, *(found if len(found) == 1 else ())):
        try:
            return str(PartialDate.read(candidate))
        except LibcorpusError:
            continue
    return text


def kind_by_title(title: str) -> str:
    """Programme or statutes where the title says so, else resolution."""
    if re.search(r"(?i)(?:programm|programme)\b", title):
        return "programme"
    return "statutes" if re.search(r"(?i)(?:satzung|geschäftsordnung)\b", title) else "resolution"
