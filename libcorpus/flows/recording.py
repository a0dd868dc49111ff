"""Puts together what is known about a resolution: what a person says, what its source says, how it was read.

    fields, Reading, Organisation  ->  Resolution

Knows values only; nothing is written here.
"""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from libcorpus.flows.reading import Reading, counted, options_as_text, rule_for
from libcorpus.model.dates import PartialDate
from libcorpus.model.ids import ResolutionId, checked_slug
from libcorpus.model.problems import LibcorpusError, refuse
from libcorpus.model.resolution import STATUSES, RenditionInfo, Resolution, ResolutionKind, SourceInfo
from libcorpus.text.sentences import splitter

MAX_FIELD: Final = 2000
# Control characters, and what a command line holds that was no UTF-8.
_UNFIT: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
# Where a media type has one usual ending, the source gets it; otherwise it keeps its own.
_ENDINGS: Final = {"text/plain": ".txt"}


def resolution_of(
    fields: Mapping[str, str],
    organisation: str,
    reading: Reading,
    slug: str = "",
    gaps_ok: str = "",
    language: str = "de",
) -> Resolution:
    """The metadata of a resolution; refuses one without title or date, and values that no file can hold."""
    file_name = reading.file_name
    title = fields.get("title", "") or fields.get("agenda_title", "")
    if not title.strip():
        raise refuse("no-title", file_name)
    adopted_on = _adopted_on(fields.get("adopted_on", ""), file_name)
    agenda_item = re.sub(r"(?i)^\s*TOP\b\s*", "", fields.get("agenda_item", "")).strip().rstrip(".")
    if slug:
        checked_slug(slug)
    checked = checked_fields({**fields, "title": title})
    return Resolution(
        id=ResolutionId.mint(organisation, adopted_on, agenda_item, slug or title),
        title=checked["title"],
        organisation=organisation,
        adopted_on=adopted_on,
        source=source_of(reading),
        rendition=rendition_of(reading, gaps_ok),
        body=checked.get("body", ""),
        assembly_name=checked.get("assembly_name", ""),
        agenda_item=agenda_item,
        agenda_title=checked.get("agenda_title", ""),
        kind=ResolutionKind(checked.get("kind") or "resolution"),
        status=checked.get("status") or "adopted",
        language=checked.get("language") or language,
        valid_until=PartialDate.read(checked["valid_until"]) if checked.get("valid_until") else None,
        votes=checked.get("votes", ""),
    )


def _adopted_on(text: str, file_name: str) -> PartialDate:
    if not text:
        raise refuse("no-date", file_name)
    try:
        return PartialDate.read(text)
    except LibcorpusError:
        raise refuse("bad-date", file_name, seen=text) from None


def checked_fields(fields: Mapping[str, str]) -> dict[str, str]:
    """Field values on one line each, without control characters; refuses a kind or status that is none."""
    checked = {key: " ".join(value.split()) for key, value in fields.items()}
    for key, choices in (("kind", [kind.value for kind in ResolutionKind]), ("status", list(STATUSES))):
        if checked.get(key) and checked[key] not in choices:
            raise refuse("bad-choice", key=key, seen=checked[key], known=", ".join(choices))
    for key, value in checked.items():
        if _UNFIT.search(value) or len(value) > MAX_FIELD:
            raise refuse("bad-field", excerpt=value.encode("utf-8", "replace").decode(), key=key)
    return checked


def source_of(reading: Reading) -> SourceInfo:
    """What is recorded of the source: file, hash, who read it and how, and what was left out of the words.

    A source that one resolution has for itself lies beside it; a part's is shared and lies in ``sources/``.
    """
    draft = reading.draft
    name = PurePosixPath(reading.file_name)
    ending = _ENDINGS.get(draft.media_type, name.suffix.lower())
    counts, others = counted(draft.left_out)
    return SourceInfo(
        file=f"sources/{reading.digest}{ending}" if draft.part else f"source{ending}",
        media_type=draft.media_type,
        sha256=reading.digest,
        reader=draft.reader,
        splitter=splitter(),
        part=draft.part,
        received_as=name.name,
        options=options_as_text(reading.options),
        left_out=counts,
        left_out_text=tuple((left.place, left.text, left.reason) for left in others),
    )


def rendition_of(reading: Reading, gaps_ok: str = "") -> RenditionInfo:
    """Where the line numbers come from, and how long a line is."""
    draft = reading.draft
    if not draft.numbered:
        length = rule_for(draft, reading.options).length
        return RenditionInfo("computed", length, pages=draft.pages, rule=draft.rule)
    pages = max((start.page or 0 for start in reading.document.lines), default=0)
    return RenditionInfo("printed", reading.rule.length or 0, gaps_ok if draft.gaps else "", draft.pages or pages)
