"""Terms as a person writes them, and whether a word is what one of them means.

    Sprachkurs          the word and its endings: Sprachkurs, Sprachkurse, Sprachkursen
    integration*        begins so:  Integrationsrat
    *sprachkurs*        has it inside:  Deutschsprachkurse
    =KI                 this form and no other
    kommunales Wahlrecht    words that follow each other, each with its endings

Knows single words; ``topics.matching`` looks for terms in sentences.
"""

import re
from dataclasses import dataclass
from typing import Final

from libcorpus.topics.words import ENDINGS, folded, with_endings

MIN_LETTERS: Final = 3
MAX_LENGTH: Final = 200
MAX_STARS: Final = 8
_ADJECTIVE: Final = re.compile(r"(?<=\w{4})e[nmrs]?$")


@dataclass(frozen=True, slots=True)
class WordPattern:
    """One word of a term: the pieces between its stars, or the forms it may have where it has none.

    ``pieces`` of ``*sprachkurs*`` are ``("", "sprachkurs", "")``; of a word without a star there are none.
    """

    forms: frozenset[str]
    pieces: tuple[str, ...] = ()

    def fits(self, word: str) -> bool:
        """Whether a folded word is meant."""
        if not self.pieces:
            return word in self.forms
        first, *middle, last = self.pieces
        if not word.startswith(first):
            return False
        place = len(first)
        for piece in middle:
            place = word.find(piece, place)
            if place < 0:
                return False
            place += len(piece)
        return not last or any(word.endswith(form) and len(word) - len(form) >= place for form in self.forms)

    @property
    def keys(self) -> frozenset[str]:
        """Three letters each, one of which every word that is meant has in it; none where it lists its words."""
        longest = max(self.pieces, key=len, default="")
        if len(longest) < MIN_LETTERS:
            return frozenset()
        if longest == self.pieces[-1]:
            # The plural of the last piece may have another vowel.
            return frozenset(form[:MIN_LETTERS] for form in self.forms)
        return frozenset([longest[:MIN_LETTERS]])

    @property
    def begins(self) -> bool:
        """Whether it says how a word begins."""
        return not self.pieces or bool(self.pieces[0])

    @property
    def sample(self) -> str:
        """A word it means."""
        return "".join(self.pieces) or min(self.forms, key=lambda form: (len(form), form))


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a topic: the words it consists of, and how it was written."""

    written: str
    words: tuple[WordPattern, ...]


def is_term(written: str) -> bool:
    """Whether a term can be looked for: enough letters, and in one piece where it has stars; not endless."""
    if len(written) > MAX_LENGTH or written.count("*") > MAX_STARS:
        return False
    exact = written.startswith("=")
    words = [[folded(piece) for piece in word.split("*")] for word in written.lstrip("=").split()]
    whole = sum(len(pieces[0]) for pieces in words if len(pieces) == 1)
    longest = max((len(piece) for pieces in words for piece in pieces), default=0)
    return longest >= MIN_LETTERS or whole >= MIN_LETTERS - exact


def term_of(written: str) -> Term:
    """The term that was written; ``is_term`` says whether it is one."""
    exact = written.startswith("=")
    words = written.lstrip("=").split()
    patterns = (_pattern(word, exact, phrase=len(words) > 1) for word in words)
    return Term(written, tuple(pattern for pattern in patterns if pattern is not None))


def _pattern(word: str, exact: bool, phrase: bool) -> WordPattern | None:
    pieces = tuple(folded(piece) for piece in word.split("*"))
    if not any(pieces):
        return WordPattern(frozenset([""]), ("", "")) if "*" in word else None
    if len(pieces) == 1:
        return WordPattern(frozenset(pieces) if exact else _forms(word, pieces[0], phrase))
    last = pieces[-1]
    return WordPattern(frozenset([last]) if exact or not last else with_endings(last), pieces)


def _forms(word: str, plain: str, phrase: bool) -> frozenset[str]:
    """The forms of a word; an adjective of a phrase may end otherwise than it is written."""
    if phrase and word[:1].islower():
        stem = _ADJECTIVE.sub("", plain)
        return frozenset([plain, *(stem + ending for ending in ENDINGS)])
    return with_endings(plain)
