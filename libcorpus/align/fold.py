"""Differences of form that a reader may want to filter: case, punctuation, gendered forms.

    gender        Schülerinnen und Schüler  =  Schüler*innen  =  SchülerInnen  =  Schüler/-innen
    case          Diese  =  diese
    punctuation   commas, quotes, dashes, hyphens

Folding never changes a text: it says by which key a token is compared. A pair form is one token, from its first
word to its last, because that is what the short form stands for. A masculine form alone is not folded: whether
`Schüler` means all of them is a question of content.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import StrEnum

from libcorpus.align.tokens import Token

__all__ = ["Ignore", "folded"]


class Ignore(StrEnum):
    """What is folded away."""

    CASE = "case"
    PUNCTUATION = "punctuation"
    GENDER = "gender"


# Schüler*innen, Schüler:in, SchülerInnen, Schüler/-innen, Schüler(innen), and what a compound adds: Schüler*innenrat
_SHORT = re.compile(r"(?P<stem>[^\W\d_]{2,})(?:[*:_·]|/-?|\()(?P<end>[iI]n(?:nen)?)\)?(?P<rest>[\w-]*)")
_CAPITAL = re.compile(r"(?P<stem>[^\W\d_]*[a-zäöüß])(?P<end>In(?:nen)?)(?P<rest>[a-z-]*)")
# jede*r, ein*e, Abgeordnete:r
_ENDING = re.compile(r"(?P<stem>[^\W\d_]{2,})(?:[*:_·]|/-?|\()(?P<end>[rnsme]|en|er)\)?")
_FEMALE = re.compile(r"(?P<stem>[^\W\d_]{2,})(?P<end>in(?:nen)?)")
_JOINTS = {"und", "oder", "bzw", "bzw.", "beziehungsweise", "/", "sowie", "&"}
_MALE_ENDINGS = ("", "e", "n", "en", "s", "es", "er", "ern", "r")
_PLAIN = str.maketrans("äöü", "aou")
_HYPHENS = re.compile(r"[-‐‑–]")


def folded(pieces: Sequence[Token], ignore: Collection[Ignore]) -> tuple[list[Token], list[str]]:
    """Tokens, some of them put together, and for each the key by which it is compared."""
    made: list[Token] = []
    keys: list[str] = []
    place = 0
    while place < len(pieces):
        token, key, used = pieces[place], pieces[place].text, 1
        if Ignore.GENDER in ignore:
            pair = _pair(pieces[place : place + 3])
            if pair:
                last = pieces[place + 2]
                text = " ".join(piece.text for piece in pieces[place : place + 3])
                token, key, used = Token(text, token.start, last.end), pair, 3
            else:
                key = _short(key)
        place += used
        if Ignore.PUNCTUATION in ignore:
            if not token.is_word:
                continue
            key = _HYPHENS.sub("", key)
        made.append(token)
        keys.append(key.casefold() if Ignore.CASE in ignore else key)
    return made, keys


def _short(word: str) -> str:
    """The key of a short form: `Schüler*innen` gives `Schuler*innen`; any other word is its own key."""
    for form in (_SHORT, _CAPITAL):
        if match := form.fullmatch(word):
            return f"{_stem(match['stem'])}*{match['end'].lower()}{match['rest']}"
    if match := _ENDING.fullmatch(word):
        return f"{match['stem']}*{match['end']}"
    return word


def _pair(three: Sequence[Token]) -> str | None:
    """The key of `Schülerinnen und Schüler` or `Schüler und Schülerinnen`; nothing if the three are no such pair."""
    if len(three) < 3 or three[1].text.lower() not in _JOINTS:
        return None
    for female, male in ((three[0].text, three[2].text), (three[2].text, three[0].text)):
        match = _FEMALE.fullmatch(female)
        if match and any(_bare(male, ending) == _stem(match["stem"]) for ending in _MALE_ENDINGS):
            return f"{_stem(match['stem'])}*{match['end']}"
    return None


def _bare(word: str, ending: str) -> str | None:
    return _stem(word.removesuffix(ending)) if word.endswith(ending) else None


def _stem(word: str) -> str:
    """Without umlaut, because it comes and goes: Ärztinnen und Ärzte, Bäuerinnen und Bauern."""
    return (
        word[0] + word[1:].translate(_PLAIN)
        if word[0] not in "ÄÖÜ"
        else word.translate(str.maketrans("ÄÖÜäöü", "AOUaou"))
    )
