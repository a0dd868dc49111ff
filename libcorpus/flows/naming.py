"""Sentences by the places people type, and the shortest name that means one text only.

    2.4@2019:30-32      the sentence on the printed lines 30 to 32
    2.4@2019:9#2        the second of those on line 9
    2.4@2019#17         the seventeenth of the text, where print numbers no line

What is printed as a suggestion reads back as the same sentence. Knows ids and documents.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from libcorpus.model.document import Document
from libcorpus.model.ids import ResolutionId
from libcorpus.model.lines import LineSpan
from libcorpus.model.problems import refuse

_PLACE: Final = re.compile(r"([^:#]+)(?::([^#]*))?(?:#(\d{1,6}))?")
_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence as typed: a short id, printed lines, and which of the sentences there, from 1; 0 if not said."""

    short: str
    lines: str
    number: int = 0

    @classmethod
    def parse(cls, text: str) -> "Named":
        """Read ``ID:LINES``, ``ID:LINES#N`` or ``ID#N``; refuses what names no place in a text."""
        match = _PLACE.fullmatch(text.strip())
        if match is None or not (match[2] or match[3]) or (match[3] and not int(match[3])):
            raise refuse("bad-place", seen=text)
        return cls(match[1].strip(), (match[2] or "").strip(), int(match[3] or 0))


def sentence_at(document: Document, named: Named) -> int:
    """The one sentence a place means; refuses, with all that stand there, a place that means several."""
    if not named.lines:
        return _numbered(range(len(document.sentences)), document, named)
    span = document.existing(LineSpan.parse(named.lines))
    there = document.sentences_on(span)
    if named.number:
        return _numbered(there, document, named)
    exact = [index for index in there if document.lines_of(index) == span]
    found = exact or [index for index in there if _inside(document.lines_of(index), span)] or list(there)
    if len(found) == 1:
        return found[0]
    names = tuple(
        f"{named.short}:{span}#{number}  {document.sentences[index]}"
        for number, index in list(enumerate(there, start=1))[:_SHOWN]
    )
    raise refuse("several-sentences", f"{named.short}:{span}", count=len(there), candidates=names)


def _numbered(there: Iterable[int], document: Document, named: Named) -> int:
    indices = list(there)
    if not 1 <= named.number <= len(indices):
        raise refuse("no-such-sentence", named.short, seen=named.number, count=len(indices))
    return indices[named.number - 1]


def _inside(own: LineSpan | None, span: LineSpan) -> bool:
    if own is None:
        return False
    first, last = (own.page or 0, own.first), (own.last_page or 0, own.last)
    return first >= (span.page or 0, span.first) and last <= (span.last_page or 0, span.last)


def sentences_within(document: Document, span: LineSpan) -> tuple[int, ...]:
    """The sentences that stand wholly on printed lines; where there are none, those that stand there in part."""
    there = document.sentences_on(span)
    return tuple(index for index in there if _inside(document.lines_of(index), span)) or there


def place_of(document: Document, sentence: int) -> str:
    """Where a sentence stands, behind the id, so that ``sentence_at`` finds it again: ``:30-32``, ``:9#2``, ``#17``."""
    span = document.lines_of(sentence)
    if span is None or span.empty:
        return f"#{sentence + 1}"
    there = document.sentences_on(span)
    alone = [index for index in there if document.lines_of(index) == span] == [sentence]
    return f":{span}" if alone else f":{span}#{there.index(sentence) + 1}"


def shortener(ids: Iterable[ResolutionId]) -> Callable[[ResolutionId], str]:
    """What gives each id its shortest name among these: ``2.4@2019``, the title with its year, or the id itself."""
    known = list(ids)
    names: dict[ResolutionId, str] = {}

    def short(own_id: ResolutionId) -> str:
        if own_id not in names:
            names[own_id] = next(name for name in _names(own_id) if _means_only(name, own_id, known))
        return names[own_id]

    return short


def _names(own_id: ResolutionId) -> Iterable[str]:
    date, words = own_id.adopted_on, own_id.name.split("-")
    if any(letter.isdigit() for letter in words[0]):
        yield f"{words[0]}@{date.year}"
        yield f"{words[0]}@{date}"
    yield f"{own_id.name}@{date}"
    yield str(own_id)


def _means_only(name: str, own_id: ResolutionId, known: Iterable[ResolutionId]) -> bool:
    # A full id always means itself.
    return name == str(own_id) or all(other == own_id or not other.answers_to(name) for other in known)
