"""What the words of a line tell about their sentence: whether it ended there, goes on, or began.

    "… entscheiden."            ends
    "… für Haupt-"  "… und"     goes on
    "weiterzuentwickeln."       begins in the midst of one

Knows words only.
"""

import re
from typing import Final

_CLOSING: Final = "\"'”“’‘»«)]}›‹*_"
_TERMINAL: Final = (".", "!", "?", "…", ":", ";")
# Words no block ends with: the sentence goes on.
_OPEN_END: Final = re.compile(
    r"(?:[,–-]|\b(?:und|oder|sowie|der|die|das|den|dem|des|eine|einen|einem|einer|eines|vom|für|zur|zum"
    r"|im|am|beim|als|wie|dass|ob|wenn|weil|sich|wir|ist|sind|bzw|sein|ihre|ihrer|ihren|unsere|unserer|unseren))$"
)
# Words that open a phrase or part from a verb: "Bildung von Anfang an", "Wir mischen uns ein", "Macht mit".
_MAY_OPEN: Final = re.compile(
    r"\b(?:an|auf|aus|bei|durch|ein|in|mit|nach|über|um|unter|von|vor|zu|nicht|auch|bis|gegen|ohne|seit)$"
)
_PARTICLE: Final = re.compile(r"\b(?:an|auf|aus|ein|mit|nach|um|vor|zu|nicht|durch|über|unter|bei)$")


def ends(words: str) -> bool:
    """Whether a line ends a sentence, a clause before a list, or a list item."""
    bare = words.rstrip(_CLOSING)
    return bare.endswith(_TERMINAL) or (not bare and bool(words))


def stops(words: str) -> bool:
    """Whether a line ends with the full stop or semicolon that no heading has."""
    return words.rstrip(_CLOSING).endswith((".", ";", "…"))


def goes_on(words: str, alone: bool = False) -> bool:
    """Whether a sentence cannot end here; ``alone``: the line stands apart, so "von Anfang an" may be its end.

    >>> goes_on("Bildung von Anfang an"), goes_on("Bildung von Anfang an", alone=True), goes_on("Rat und")
    (True, False, True)
    """
    if _OPEN_END.search(words):
        return True
    return _MAY_OPEN.search(words) is not None and not (alone and _PARTICLE.search(words) is not None)


def midst(words: str) -> bool:
    """Whether a line begins in the midst of a sentence: with a small letter, or a mark that closes something."""
    return words[:1].islower() or words[:1] in (",", ";", ")", "]", "%")


def opens(words: str) -> bool:
    """Whether a block may begin with these words."""
    bare = words.lstrip("„“\"'»«‚‘(*_[…")
    return bool(bare) and (bare[0].isupper() or bare[0].isdigit() or bare[0] in "§#")
