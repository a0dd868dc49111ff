"""A topic as a person writes it down, and the sentences that belong to it, each with its reason.

    terms = ["integration*", "*sprachkurs*", "zweite Muttersprache"]
    exclude = ["europäische Integration", "integrationstest*"]

A term is a word or several; ``*`` stands for any letters, so ``*sprachkurs*`` finds
Sprachkurse and Deutschsprachkurs. A hit inside an exclusion does not count. Knows documents
and TOML text, no files.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from libcorpus.model.document import BlockKind, Document
from libcorpus.model.ids import checked_slug
from libcorpus.model.problems import refuse
from libcorpus.toml import parse_toml

# Inside a word: letters, digits, and what gendered forms and compounds are written with.
_LETTERS: Final = r"[\w*:·’-]*"
# A sentence that begins so goes on about what the one before was about.
_CARRIES_ON: Final = re.compile(
    r"(?:Sie|Dies|Diese[rsmn]?|Das|Dazu|Dafür|Damit|Dabei|Davon|Daran|Darin|Hier|Hierfür|Hierzu|Deshalb|Daher|Darum|Außerdem"
    r"|Auch|Dort|Ihnen|Ihre[nrms]?|Er|Es)\b"
)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence belongs to a topic: ``term`` with the words that were found, ``heading``, or ``carried``."""

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

    def label(self, language: str) -> str:
        """The label in a language, the other one where it has none."""
        return (self.label_de if language == "de" else self.label_en) or self.label_de or self.label_en or self.name

    @cached_property
    def _term(self) -> re.Pattern[str]:
        return _pattern(self.terms)

    @cached_property
    def _exclusion(self) -> re.Pattern[str] | None:
        return _pattern(self.exclude) if self.exclude else None

    @cached_property
    def _heading(self) -> re.Pattern[str] | None:
        return _pattern(self.headings) if self.headings else None

    def found_in(self, sentence: str) -> str:
        """The first words of a sentence that a term finds outside of every exclusion, or nothing."""
        excluded = [match.span() for match in self._exclusion.finditer(sentence)] if self._exclusion else []
        for match in self._term.finditer(sentence):
            if not any(start <= match.start() and match.end() <= end for start, end in excluded):
                return match.group()
        return ""

    def members(self, document: Document) -> dict[int, Reason]:
        """The sentences of a document that belong to the topic, by index, each with its reason; headings are none."""
        members: dict[int, Reason] = {}
        for index, block in enumerate(document.blocks):
            if block.kind is BlockKind.HEADING:
                continue
            claim = self._claimed(document, index)
            for sentence in document.sentences_of(index):
                reason = self._reason(document.sentences[sentence], sentence - 1 in members, claim, sentence)
                # The first sentence of a block follows one of another block, which carries nothing over.
                if reason and not (reason.kind == "carried" and sentence == document.sentences_of(index)[0]):
                    members[sentence] = reason
        return members

    def _claimed(self, document: Document, block: int) -> str:
        if self._heading is None:
            return ""
        for heading in reversed(document.section_path(block)):
            words = document.blocks[heading].flat
            if self._heading.search(words) and not (self._exclusion and self._exclusion.search(words)):
                return words
        return ""

    def _reason(self, text: str, after_member: bool, claim: str, sentence: int) -> Reason | None:
        if found := self.found_in(text):
            return Reason("term", found)
        if claim:
            return Reason("heading", claim)
        if after_member and (match := _CARRIES_ON.match(text)):
            return Reason("carried", match.group())
        return None


def _pattern(terms: Sequence[str]) -> re.Pattern[str]:
    """One pattern for all terms; longer ones first, so that the words shown as evidence are the fullest."""
    parts = [_term_pattern(term) for term in sorted(terms, key=lambda term: (-len(term), term))]
    return re.compile("|".join(parts), re.IGNORECASE)


def _term_pattern(term: str) -> str:
    words = r"\s+".join(re.escape(word).replace(r"\*", _LETTERS) for word in term.split())
    start = "" if term.startswith("*") else r"(?<![\w-])"
    end = "" if term.endswith("*") else r"(?![\w-])"
    return f"{start}{words}{end}"


def parse_topic(text: str, name: str, place: str) -> Topic:
    """The topic a TOML text holds; refuses a broken one with file, line and key."""
    record = parse_toml(text, place)
    checked_slug(name)
    record.check("label", "table", False, ())
    record.check("terms", "texts", True, ())
    for key in ("exclude", "headings"):
        record.check(key, "texts", False, ())
    terms = record.texts("terms")
    for term in (*terms, *record.texts("exclude"), *record.texts("headings")):
        if len(term.replace("*", "").strip()) < 3 or len(term) > 200 or term.count("*") > 8:
            raise refuse("bad-term", record.at("terms"), term)
    if not terms:
        raise refuse("key-missing", record.at("terms"), key="terms")
    sdgs = record.get("sdgs") or []
    return Topic(
        name,
        record.text("label.de"),
        record.text("label.en"),
        terms,
        record.texts("exclude"),
        record.texts("headings"),
        tuple(number for number in sdgs if isinstance(number, int)),
    )
