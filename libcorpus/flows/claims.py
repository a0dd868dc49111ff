"""What a text says of itself: which earlier text it replaces, changes or affirms, and how long it holds.

    "Der Beschluss „Radwege“ vom 12.3.2014 wird aufgehoben."    repeals, 2014-03-12, Radwege
    "Dieser Beschluss gilt bis zum 31.12.2022."                 holds until 2022-12-31

Found by cues and shown with the sentence; a person takes it over or leaves it. Where the words are not plain
nothing is said. Knows documents and dates.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from libcorpus.model.dates import PartialDate
from libcorpus.model.document import BlockKind, Document
from libcorpus.model.ids import slugify
from libcorpus.model.lines import LineSpan
from libcorpus.model.problems import LibcorpusError, Problem
from libcorpus.model.resolution import Resolution

_TEXTS: Final = (
    r"\w*(?:beschl[uü]ss|programm|satzung|resolution|papier|leitlinie|leitbild|ordnung|erklärung|konzept)\w*"
)
_NOUN: Final = re.compile(rf"(?i)\b{_TEXTS}")
_MONTHS: Final = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_DATE: Final = re.compile(
    rf"\b(\d{{1,2}}\.\s?(?:\d{{1,2}}\.\s?|(?:{_MONTHS})\s)\d{{4}}|(?:{_MONTHS})\s\d{{4}}|(?:19|20)\d{{2}})\b"
)
_OF: Final = re.compile(r"(?i)\b(?:vom|von|aus dem jahre?|des jahres|aus|im jahre?)\s$")
_QUOTED: Final = re.compile(r"[„‚«»\"]([^„“‚‘«»\"]{3,200})[“‘»«\"]")
# (kind, what has to stand in the sentence); the first row that fits decides.
_CUES: Final = (
    ("repeals", re.compile(r"(?i)\b(?:aufgehoben|außer kraft gesetzt)\b|\b(?:hebt|heben)\b.{0,300}\bauf\b")),
    (
        "amends",
        re.compile(
            r"(?i)\b(?:zeilen?|absatz|abschnitt|satz|ziffer|wort|wörter|worte)\b.{0,300}\b(?:ersetzt|gestrichen)\b"
        ),
    ),
    (
        "amends",
        re.compile(r"(?i)\b(?:wird|werden)\b.{0,300}\b(?:geändert|ergänzt)\b|\b(?:ändert|ändern wir|ergänzt)\b"),
    ),
    (
        "supersedes",
        re.compile(r"(?i)\bersetz(?:t|en)\b|\ban die stelle\b|\blös(?:t|en)\b.{0,300}\bab\b|\bnicht mehr gültig\b"),
    ),
    ("continues", re.compile(r"(?i)\bschreib(?:t|en)\b.{0,300}\bfort\b|\bfortschreibung\b|\bfortgeschrieben\b")),
    (
        "reaffirms",
        re.compile(
            r"(?i)\bbekräftig\w*|\bbestätig(?:t|en)\b|\bverlänger(?:t|n)\b|\b(?:gilt|gelten)\b.{0,60}\b(?:fort|weiter|weiterhin)\b"
            r"|\b(?:hält|halten)\b.{0,300}\bfest\b"
        ),
    ),
)
# Not this text: somebody shall do it, somebody else has, or it is denied.
_OTHERS: Final = re.compile(
    r"(?i)\b(?:soll|sollen|sollte|sollten|muss|müssen|müsste|fordern|fordert|verlangen|verlangt|möge|würde)\b"
    r"|\b(?:stadtrats?|gemeinderats?|kreistags?|landtags?|bundestags?|bundesrats?|landesregierung|bundesregierung|kommission|gerichts?)\b"
)
_DENIED: Final = re.compile(r"(?i)\b(?:nicht|kein\w*|weder)\b")
_SELF: Final = re.compile(
    rf"(?i)\b(?:dieser?s?|vorliegende[rs]?)\s+{_TEXTS}"
    r"|\b(?:der beschluss|die resolution|die satzung|das (?:kommunal|wahl|grundsatz)?programm)\b"
)
_PRONOUN: Final = re.compile(r"(?i)(?:er|sie|es|das)\s+(?:gilt|tritt|ist)\b")
_UNTIL: Final = re.compile(
    rf"(?i)\b(?:gilt|gelten|gültig|befristet|gültigkeit|ist)\b(?:.{{0,80}}?\b)?bis\b.{{0,40}}?(?P<date>{_DATE.pattern})"
)
_OUT: Final = re.compile(
    rf"(?i)\b(?:tritt|treten)\b(?P<how>.{{0,80}}?)(?P<date>{_DATE.pattern}).{{0,40}}\baußer kraft\b"
)
_SPAN: Final = re.compile(
    r"(?i)\b(?:befristet auf|gilt für|gilt auf|gültig für|für die dauer von)\s+(?:die dauer von\s+)?"
    r"(?P<count>\d{1,2}|einem|ein|zwei|drei|vier|fünf|sechs|acht|zehn)\s+jahre?n?\b"
)
_COUNTS: Final = {"ein": 1, "einem": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "acht": 8, "zehn": 10}


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that says what the text does to an earlier one: the kind of relation, dates and titles it names."""

    kind: str
    sentence: int
    words: str
    lines: LineSpan | None
    dates: tuple[PartialDate, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sunset:
    """A sentence that says how long the text holds; ``until`` is the last day."""

    sentence: int
    words: str
    lines: LineSpan | None
    until: PartialDate


def claims(document: Document) -> Iterator[Claim]:
    """The sentences that say what this text does to an earlier one, and name that one by date or title."""
    for index, words in _plain(document):
        if said := _said(words):
            yield Claim(said[0], index, words, document.lines_of(index), said[1], said[2])


def _said(words: str) -> tuple[str, tuple[PartialDate, ...], tuple[str, ...]] | None:
    """What a sentence says that its text does to an earlier one, with the dates and titles it names; or nothing."""
    if _OTHERS.search(words) or not _NOUN.search(words):
        return None
    found = next(((kind, match) for kind, cue in _CUES if (match := cue.search(words))), None)
    if found is None or _denied(words, found[1].span()):
        return None
    dates, titles = _dates(words, found[0]), tuple(match[1].strip() for match in _QUOTED.finditer(words))
    return (found[0], dates, titles) if dates or titles else None


def about_texts(words: str) -> bool:
    """Whether a sentence only says until when a text holds, or which dated one ends or changes: that is no position."""
    ends = _SELF.search(words) and not _OTHERS.search(words) and _until(words, PartialDate(1)) is not None
    said = _said(words)
    return bool(ends) or (said is not None and said[0] in ("repeals", "supersedes", "amends") and bool(said[1]))


def _plain(document: Document) -> Iterator[tuple[int, str]]:
    """The sentences of a text that are no headings and no quotes."""
    for number, block in enumerate(document.blocks):
        if block.kind not in (BlockKind.HEADING, BlockKind.QUOTE):
            yield from ((index, document.sentences[index]) for index in document.sentences_of(number))


def _denied(words: str, span: tuple[int, int]) -> bool:
    return _DENIED.search(words, max(0, span[0] - 25), span[1] + 15) is not None


def _dates(words: str, kind: str) -> tuple[PartialDate, ...]:
    """The dates of earlier texts in a sentence; a bare year only where nothing is told more exactly.

    A text is named by "vom" and the like ("der Beschluss vom 12.3.2014"); what is carried on, also by a bare year.
    """
    matches = [match for match in _DATE.finditer(words) if kind == "continues" or _OF.search(words[: match.start()])]
    found = [date for match in matches if (date := _date(match[1]))]
    exact = [date for date in found if date.month]
    return tuple(dict.fromkeys(exact or found))


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.read(text)
    except LibcorpusError:
        return None


def sunsets(document: Document, adopted_on: PartialDate) -> Iterator[Sunset]:
    """The sentences that say until when this text holds."""
    before = ""
    for index, words in _plain(document):
        own = _SELF.search(words) or (_PRONOUN.match(words) and _SELF.search(before))
        before = words
        if not own or _OTHERS.search(words):
            continue
        until = _until(words, adopted_on)
        if until is not None and until >= adopted_on:
            yield Sunset(index, words, document.lines_of(index), until)


def _until(words: str, adopted_on: PartialDate) -> PartialDate | None:
    if match := _OUT.search(words):
        date = _date(match["date"])
        # "am 1.1.2023" it is already out of force; "mit Ablauf des 31.12.2022" and "Ende 2022" name the last day.
        last = re.search(r"(?i)\b(?:ablauf|ende)\b", match["how"])
        return date if date is None or last or not date.day else _day_before(date)
    if match := _UNTIL.search(words):
        return _date(match["date"]) if re.search(r"(?i)gilt|gelten|gültig|befristet", words) else None
    if match := _SPAN.search(words):
        count = _COUNTS.get(match["count"].lower()) or int(match["count"])
        return _later(adopted_on, count)
    return None


def _day_before(date: PartialDate) -> PartialDate:
    day = datetime.date(date.year, date.month, date.day) - datetime.timedelta(days=1)
    return PartialDate(day.year, day.month, day.day)


def _later(date: PartialDate, years: int) -> PartialDate | None:
    try:
        return PartialDate(date.year + years, date.month, date.day)
    except LibcorpusError:
        # From the 29th of February on.
        return PartialDate(date.year + years, date.month, date.day - 1)


def meant(claim: Claim, own: Resolution, earlier: Iterable[Resolution]) -> list[Resolution]:
    """The resolutions a claim may mean, by date and title: none that was adopted later; several if unsure."""
    known = [one for one in earlier if one.id != own.id and one.adopted_on <= own.adopted_on]
    dated = [one for one in known if any(date.covers(one.adopted_on) for date in claim.dates)]
    titled = [one for one in known if any(_titled(one, title) for title in claim.titles)]
    both = [one for one in dated if one in titled]
    found = both or (titled if claim.titles and titled else dated)
    return _narrowed(found, claim, own)


def _titled(resolution: Resolution, title: str) -> bool:
    ours, theirs = slugify(resolution.title), slugify(title)
    return f"-{theirs}-" in f"-{ours}-" or f"-{ours}-" in f"-{theirs}-"


def _narrowed(found: list[Resolution], claim: Claim, own: Resolution) -> list[Resolution]:
    """Of several, those of the own organisation, and those whose title has the very noun of the sentence."""
    nouns = {slugify(match.group()) for match in _NOUN.finditer(claim.words)}
    for fits in (
        lambda one: one.organisation == own.organisation,
        lambda one: any(word in nouns for word in slugify(one.title).split("-")),
    ):
        fitting = [one for one in found if fits(one)]
        found = fitting or found
    return found


def taken(claim: Claim, own: Resolution) -> bool:
    """Whether a relation says already what a claim says: by the same sentence, or to a text of the date it names."""
    for relation in own.relations:
        date = relation.target.split("/")[1]
        named = any(_covers(each, date) for each in claim.dates)
        if relation.words == claim.words or named or (not claim.dates and relation.kind == claim.kind):
            return True
    return False


def _covers(date: PartialDate, text: str) -> bool:
    other = _date(text)
    return other is not None and date.covers(other)


def open_claims(own: Resolution, document: Document) -> Sequence[Claim]:
    """The claims of a text that no relation takes up yet."""
    return [claim for claim in claims(document) if not taken(claim, own)]


def open_sunset(own: Resolution, document: Document) -> Sunset | None:
    """Until when a text says it holds, where its metadata say nothing of that yet."""
    return None if own.valid_until else next(sunsets(document, own.adopted_on), None)


def remarks(own: Resolution, document: Document, place: Callable[[int], str]) -> Iterator[Problem]:
    """What a text says of itself that its metadata do not say yet; ``place`` names the file for a sentence."""
    for claim in open_claims(own, document):
        if claim.dates:
            lines = claim.lines or "-"
            yield Problem.of(f"text-{claim.kind}", place(claim.sentence), claim.words, lines=lines, id=own.id)
    if sunset := open_sunset(own, document):
        where, lines = place(sunset.sentence), sunset.lines or "-"
        yield Problem.of("text-expires", where, sunset.words, lines=lines, id=own.id, until=sunset.until)


def as_data(claim: Claim, texts: Iterable[Resolution]) -> dict[str, Any]:
    """A claim as JSON data, with the resolutions it may mean."""
    return {
        "kind": claim.kind,
        "sentence": claim.sentence,
        **(claim.lines.as_data() if claim.lines else {"lines": None}),
        "text": claim.words,
        "candidates": [str(one.id) for one in texts],
    }


def sunset_as_data(sunset: Sunset) -> dict[str, Any]:
    """What a text says of its own end, as JSON data."""
    return {
        "sentence": sunset.sentence,
        **(sunset.lines.as_data() if sunset.lines else {"lines": None}),
        "text": sunset.words,
        "valid_until": str(sunset.until),
    }
