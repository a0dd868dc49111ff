"""The main clauses of a German sentence: what is left without subordinate clauses, asides and quoted words.

    "Wer vor Krieg flieht, braucht zuerst Sicherheit."       ->  "braucht zuerst Sicherheit."
    "Wir wollen, dass die Stadt mehr tun muss."              ->  "Wir wollen"

So "muss" in a relative clause is not taken for a demand. A guess by commas and first words; knows one sentence.
"""

import re
from typing import Final

_QUOTED: Final = re.compile(r"„[^“”\"]*[“”\"]|\"[^\"]*\"|»[^«]*«")
_ASIDE: Final = re.compile(r"\([^()]*\)")
_COMMA: Final = re.compile(r"\s*[,;:]\s+|\s+[–—-]\s+")
_PREPOSITION: Final = (
    "an|auf|aus|bei|durch|für|gegen|hinter|in|mit|mithilfe|nach|ohne|über|um|unter|von|vor|wegen|zu|zwischen|anhand"
)
_CONJUNCTION: Final = (
    r"dass|weil|wenn|damit(?=\s+(?:\w+\s+){2})|ob|obwohl|obgleich|sodass|so dass|während|bis|nachdem|bevor|ehe|indem"
    r"|solange|sobald|falls|sofern|soweit|anstatt|statt|ohne|um(?=.*\bzu\b|.*\w+zu\w+)|da"
)
_QUESTION: Final = "wer|wem|wen|wessen|was|wo|wohin|woher|wodurch|womit|wofür|woran|worauf|wie|warum|weshalb"
_RELATIVE: Final = "der|die|das|dem|den|denen|deren|dessen|welche[rsmn]?"
# What a clause begins with whose verb stands at its end.
_SUBORDINATE: Final = re.compile(
    r"(?i)(?:(?:und|oder|aber|sondern|auch|nur|selbst|insbesondere|vor allem|so lange)\s+)?"
    rf"(?:{_CONJUNCTION}|{_QUESTION}|{_RELATIVE}|(?:{_PREPOSITION})\s+(?:{_RELATIVE}))\b"
)
# At the beginning of a sentence an article is none of these, and only these words begin a subordinate clause.
_AT_START: Final = re.compile(
    r"(?i)(?:dass|weil|wenn|damit(?=\s+(?:\w+\s+){3,}\w+$)|ob|obwohl|obgleich|während(?!\s+(?:der|des|dem))|nachdem"
    r"|bevor|ehe|indem|solange|sobald|falls|sofern|soweit|wer|wem|wen|wessen|was|wo|wohin|woher|wie"
    r"|da(?=\s+(?:\w+\s+){2})|sollten?|um(?=.*\bzu\b))\b"
)


def main_clauses(sentence: str) -> str:
    """The main clauses of a sentence, parted by `` | ``; the whole sentence where none is found."""
    text = without_quotes(_ASIDE.sub(" ", sentence))
    parts = [part for part in _COMMA.split(text) if part]
    kept = [part for index, part in enumerate(parts) if not _is_subordinate(part, index, len(parts))]
    return " | ".join(kept) if kept else text


def without_quotes(sentence: str) -> str:
    """A sentence without what it quotes; one that is a quotation as a whole stays, without its marks."""
    rest = _QUOTED.sub(" … ", sentence)
    return rest if len(re.findall(r"\w+", rest)) > 2 else sentence.strip('„“”"»«')


def _is_subordinate(part: str, index: int, parts: int) -> bool:
    if index == 0:
        return parts > 1 and _AT_START.match(part) is not None
    return _SUBORDINATE.match(part) is not None
