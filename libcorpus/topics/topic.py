"""A topic as a person writes it down, and the sentences that belong to it, each with its reason.

    terms = ["integration*", "*sprachkurs*", "zweite Muttersprache"]
    exclude = ["europäische Integration", "integrationstest*"]
    [[matters]] …          what one decides on within the topic: ``topics.matters``

``topics.terms`` says what a term means. A hit inside an exclusion does not count. Knows documents and TOML text, no
files.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.ids import checked_slug
from libcorpus.model.problems import refuse
from libcorpus.toml import parse_toml
from libcorpus.topics.matching import EVERYONE, Matcher
from libcorpus.topics.matters import Matter, Places, labels, matters_of, term_list, unknown

KEYS: Final = ("label", "terms", "exclude", "headings", "sdgs", "matters")
# A sentence that begins so goes on about what the one before was about, and so does one that refers to it early on.
_CARRIES_ON: Final = re.compile(
    r"(?:Sie|Dies|Diese[rsmn]?|Das(?!\s+[A-ZÄÖÜ])|Die Betroffenen|Dazu|Dafür|Damit|Dabei|Davon|Daran|Darin|Hier|Hierfür"
    r"|Hierzu|Deshalb|Daher|Darum|Außerdem|Auch|Dort|Ihnen|Ihre[nrms]?|Er|Es)\b"
    r"|(?:[^\s,]+\s+){1,5}(?P<word>dafür|dabei|dazu|davon|daran|darin|hierfür|hierzu|denen)\b(?!.*,\s+(?:dass|zu|wie)\b)"
)
# In a paragraph so many sentences between two of the topic belong to it.
_BRIDGED: Final = 2


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence belongs to a topic.

    ``term`` with the words that were found; ``heading`` with the heading that claims it; ``carried`` with the word by
    which it goes on about the sentence before, or the words of a neighbour where it stands between two of the topic or
    in one point of a list with them.
    """

    kind: str
    found: str


@dataclass(frozen=True)
class Topic:
    """A named subject. ``headings`` are words in a heading that claim the whole section below it."""

    name: str
    label_de: str
    label_en: str
    terms: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    sdgs: tuple[int, ...] = ()
    matters: tuple[Matter, ...] = ()

    def __hash__(self) -> int:
        return hash(self.name)

    def label(self, language: str) -> str:
        """The label in a language, the other one where it has none."""
        return (self.label_de if language == "de" else self.label_en) or self.label_de or self.label_en or self.name

    @cached_property
    def _terms(self) -> Matcher:
        return Matcher(((0, term) for term in self.terms), _for_all(self.exclude))

    @cached_property
    def _headings(self) -> Matcher:
        return Matcher(((0, term) for term in self.headings), _for_all(self.exclude))

    @cached_property
    def _matters(self) -> Matcher:
        wanted = ((number, term) for number, matter in enumerate(self.matters) for term in matter.terms)
        own = [(number, term) for number, matter in enumerate(self.matters) for term in matter.exclude]
        return Matcher(wanted, [*_for_all(self.exclude), *own])

    def found_in(self, sentence: str) -> str:
        """The first words of a sentence that a term finds outside of every exclusion, or nothing."""
        return self._terms.first(sentence)

    def found_in_each(self, sentences: Sequence[str]) -> list[str]:
        """``found_in`` for many sentences at once."""
        return self._terms.first_in_each(sentences)

    def touches(self, text: str) -> bool:
        """Whether a text may have a sentence on the topic. Quick for a whole file; False is certain."""
        return self._terms.touches(text) or self._headings.touches(text)

    def matters_in(self, text: str) -> tuple[tuple[Matter, str], ...]:
        """The matters a text names, each with the words that say so, in the order of the file."""
        found: dict[int, str] = {}
        for hit in self._matters.hits(text):
            found.setdefault(hit.owner, text[hit.start : hit.end])
        return tuple((self.matters[number], found[number]) for number in sorted(found))

    def members(self, document: Document) -> dict[int, Reason]:
        """The sentences of a document that belong to the topic, by index, each with its reason; headings are none."""
        return dict(self._members(document))

    def _members(self, document: Document) -> Iterator[tuple[int, Reason]]:
        found = self.found_in_each(document.sentences)
        claims = self._claims(document)
        if not claims and not any(found):
            return
        for index, block in enumerate(document.blocks):
            own = document.sentences_of(index)
            claim = _nearest(claims, document.section_path(index)) if claims else ""
            if block.kind is not BlockKind.HEADING and (claim or any(found[own.start : own.stop])):
                reasons = _reasons(block, found[own.start : own.stop], claim)
                yield from ((sentence, reason) for sentence, reason in zip(own, reasons, strict=True) if reason)

    def _claims(self, document: Document) -> dict[int, str]:
        """The headings that claim their section, by block."""
        headings = ((index, block) for index, block in enumerate(document.blocks) if block.kind is BlockKind.HEADING)
        return {index: block.flat for index, block in headings if self._headings.first(block.flat)}


def _nearest(claims: Mapping[int, str], path: Sequence[int]) -> str:
    """The nearest heading of a path that claims, or nothing."""
    return next((claims[heading] for heading in reversed(path) if heading in claims), "")


def _reasons(block: Block, found: Sequence[str], claim: str) -> list[Reason | None]:
    """Why each sentence of a block belongs to a topic, if it does; ``found`` are the words a term finds in each."""
    reasons: list[Reason | None] = []
    for text, words in zip(block.sentences, found, strict=True):
        reasons.append(_reason(text, words, claim, reasons[-1] if reasons else None))
    members = [place for place, reason in enumerate(reasons) if reason]
    whole = block.kind is BlockKind.ITEM and 2 * len(members) >= len(reasons)
    for place in (place for place, reason in enumerate(reasons) if reason is None):
        before = max((other for other in members if other < place), default=-1)
        after = min((other for other in members if other > place), default=-1)
        if whole or (before >= 0 <= after and after - before <= _BRIDGED + 1):
            reasons[place] = Reason("carried", found[before] or found[after] or next(filter(None, found)))
    return reasons


def _reason(text: str, found: str, claim: str, before: Reason | None) -> Reason | None:
    """Why a sentence belongs to a topic by itself, its heading, or its first word after one that belongs to it."""
    if found:
        return Reason("term", found)
    if claim:
        return Reason("heading", claim)
    if before and (match := _CARRIES_ON.match(text)):
        return Reason("carried", match["word"] or match.group())
    return None


def _for_all(terms: Iterable[str]) -> list[tuple[int, str]]:
    return [(EVERYONE, term) for term in terms]


@lru_cache(maxsize=64)
def parse_topic(text: str, name: str, place: str) -> Topic:
    """The topic a TOML text holds; refuses a broken one with file, line and key."""
    record = parse_toml(text, place)
    checked_slug(name)
    places = Places(record)
    for key in unknown(record.values, KEYS):
        raise refuse("topic-key", places.at(key), seen=key, known=", ".join(KEYS))
    return Topic(
        name,
        *labels(record.get("label"), places),
        term_list(record.values, "terms", places, wanted=True),
        term_list(record.values, "exclude", places),
        term_list(record.values, "headings", places),
        _sdgs(record.get("sdgs"), places),
        matters_of(record),
    )


def _sdgs(value: object, places: Places) -> tuple[int, ...]:
    """Numbers of the Sustainable Development Goals."""
    numbers = [] if value is None else value
    if not isinstance(numbers, list) or not all(type(number) is int and 1 <= number <= 17 for number in numbers):
        raise refuse("key-type", places.at("sdgs"), str(value), key="sdgs", expected="1 – 17")
    return tuple(numbers)
