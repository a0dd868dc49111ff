"""Cuts flat text into sentences: sentencex guesses, a table for German decides where it errs.

    "Das gilt u. a. am 1. Mai. 42 % kamen."   ->   "Das gilt u. a. am 1. Mai."   "42 % kamen."

A cut replaces one single blank, nothing else is touched: " ".join(split_sentences(flat)) == flat. The guess is
made once, when a text is archived; what is stored then is data that a person can correct. Knows no blocks.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from libcorpus.text.abbreviations import BEFORE_NUMBER, MAY_END, NEVER_END, OFTEN_END, STARTERS

SPLITTER: str
"""The cutter and its version, for the record: "sentencex 1.0.32 + de-1". Found out when it is asked for."""

_REPAIR: Final = "de-1"
_WINDOW: Final = 40
_REACH: Final = 300
_CLOSING: Final = "\\])}\"“”»«›‹‘’'*_¹²³⁴⁵⁶⁷⁸⁹⁰"
_OPENING: Final = "\\[({\"“„”»«›‹‚‘’'*_¿¡"
_END: Final = re.compile(rf"[.!?…](?:[{_CLOSING}]|\[\^?\w+\])*$")
_CLOSERS: Final = _CLOSING.replace("\\", "")
_WORD_BREAK: Final = re.compile(rf"[\s{_OPENING}/–-]+")
_LEAD: Final = re.compile(rf"[{_OPENING}]*(?:[–—-] )?[{_OPENING}]*")


def split_sentences(flat: str, language: str = "de") -> tuple[str, ...]:
    """The sentences of a flat text, in order; joined by one blank they are the text again.

    ``language`` is that of the resolution; the table is for German, other languages get what sentencex says.

    >>> split_sentences("Wir sind seit 1990 hier. Am 1. Januar geht es los.")
    ('Wir sind seit 1990 hier.', 'Am 1. Januar geht es los.')
    """
    pieces: list[str] = []
    start = 0
    german = language.lower().split("-")[0] == "de"
    guessed = _guessed(flat, language)
    for blank in _candidates(flat):
        place = _Place(flat, start, blank, blank in guessed)
        if place.is_end if german else place.guess:
            pieces.append(flat[start:blank])
            start = blank + 1
    return (*pieces, flat[start:]) if flat else ()


def _candidates(flat: str) -> Iterator[int]:
    """Single blanks between something that ends sentences and something visible."""
    for match in re.finditer(r"(?<=[^ ]) (?=\S)", flat):
        if _END.search(flat, max(0, match.start() - _WINDOW), match.start()):
            yield match.start()


def _guessed(flat: str, language: str) -> frozenset[int]:
    """The blanks at which sentencex cuts."""
    if not any(mark in flat for mark in ".!?…"):
        return frozenset()
    import sentencex

    ends = (piece["end_index"] for piece in sentencex.get_sentence_boundaries(language, flat))
    return frozenset(end - 1 for end in ends if flat[end - 1 : end] == " ")


@dataclass(frozen=True, slots=True)
class Rule:
    """Whether a sentence ends at a blank: ``before`` is what stands in front of it, a pattern or a list of
    abbreviations; ``next_is`` names what may come behind it (anything if empty). ``example`` shows the blank as "|"
    for a cut and as "_" for none."""

    before: str | tuple[str, ...]
    next_is: str
    cut: bool
    example: str


# The first row that fits decides; where none does, sentencex does.
RULES: Final = (
    Rule("", "lower", False, "mit Mio._teuren Folgen"),
    Rule("", "mark", False, "„Wohin?“_, fragen viele"),
    Rule(r"\([!?]+\)$", "", False, "die Stadt (!)_Neustadt"),
    Rule(r"^[(\[]?(?:\d{1,3}|[IVX]{1,5}|\w)(?:\.\d{1,3})*[.)]{1,2}$", "", False, "1._Wir bauen"),
    Rule(OFTEN_END, "starter capital number", True, "Busse, Bahnen usw.|Züge auch"),
    Rule(NEVER_END, "", False, "in Abs._2"),
    Rule(BEFORE_NUMBER, "number", False, "in Art._3"),
    Rule(BEFORE_NUMBER, "starter capital", True, "Gewalt jeder Art.|Betroffene warten"),
    Rule(r"[Ss]tr\.$", "number", False, "in der Musterstr._5"),
    Rule(MAY_END, "starter", True, "für 3 Mio.|Das reicht"),
    Rule(MAY_END, "", False, "Neues Dach e. V._Neustadt"),
    Rule(r"\b[^\W\d_]\.$", "capital number", False, "von J._Beispiel"),
    Rule(r"\b[IVXLC]{2,6}\.$", "capital number", False, "Ludwig XIV._Straße"),
    Rule(r"\b(?:um|auf) \d{1,3}\.$", "capital", True, "sie stiegen um 4.|Renten gar nicht"),
    Rule(r"(?<![\w.,:/])\d{1,3}\.$", "capital number", False, "am 1._Januar"),
    Rule(r"\d{1,2}\.\d{1,2}\.$", "number", False, "am 1.3._2020"),
    Rule(rf"(?:…|\.\.\.)[{_CLOSING}]*$", "capital", False, "Wohnen, Verkehr …_Umwelt"),
    Rule(r"[!?][“”»«\"’']+$", "capital", False, "das Bündnis „Wohin?“_Neustadt"),
    Rule("", "starter number", True, "verändert.|42 %"),
    Rule(rf"[!?][{_CLOSING}]*$", "capital", True, "Jetzt!|Menschen warten"),
    # In 1,400 such places of three programmes sentencex held back seven cuts, after an unpaired quote: all were due.
    Rule(rf"[^\W\d_]{{4,}}\.[{_CLOSING}]*$", "capital", True, "sie werden gelöscht.|Register bleiben"),
)


# What is open in front of the blank, and how it closes behind it if the sentence goes on: "Die Stadt (s. Anlage. Teil
# 2) baut", "„Wir bleiben. Wir gehen.“, riefen sie". Brackets around whole sentences, and quotes that end one, do not.
_ENCLOSING: Final = (
    (re.compile(r"[^(]\([^)]*$"), re.compile(r"^[^(]*\)")),
    (re.compile(r"„[^“”\"]*$"), re.compile(r"^[^„]*?[“”](?:,| [a-zäöü])")),
    (re.compile(r"^[^\"]*(?:\"[^\"]*\"[^\"]*)*\"[^\"]*$"), re.compile(r"^[^\"]*\"(?:,| [a-zäöü])")),
)


@cache
def _table() -> tuple[tuple[Callable[[str], object], frozenset[str], bool], ...]:
    """The rules, made ready when the first text is cut."""
    return tuple((_test(rule.before), frozenset(rule.next_is.split()), rule.cut) for rule in RULES)


def _test(before: str | tuple[str, ...]) -> Callable[[str], object]:
    """How to tell that a text ends as a rule wants it."""
    if isinstance(before, str):
        return re.compile(before).search
    # Looked up, not searched: one pattern of 200 abbreviations takes 10 ms to compile.
    known = frozenset(entry.replace(" ", "") for entry in before)
    return lambda text: any(ending in known for ending in _endings(text))


def _endings(text: str) -> Iterator[str]:
    """The last words of a text, one, two, up to four, without blanks: "R.", "d.R.", "i.d.R."."""
    ending = ""
    for word in reversed(_WORD_BREAK.split(text.rstrip(_CLOSERS))[-4:]):
        ending = word + ending
        yield ending


@dataclass(frozen=True, slots=True)
class _Place:
    """A blank that may end a sentence which begins at ``start``; ``guess`` is what sentencex says."""

    flat: str
    start: int
    blank: int
    guess: bool

    @property
    def is_end(self) -> bool:
        if self._is_enclosed():
            return False
        before = self.flat[max(self.start, self.blank - _WINDOW) : self.blank]
        after = self.next_is()
        for search, next_is, cut in _table():
            if (not next_is or after in next_is) and search(before):
                return cut
        return self.guess

    def next_is(self) -> str:
        """What comes behind the blank: lower, starter, capital, number (a label is one), mark or other."""
        after = self.flat[self.blank + 1 : self.blank + 1 + _WINDOW]
        word = _LEAD.sub("", after, count=1)
        if not word or word[0] in ",;:)]}%&+=/|":
            return "mark"
        if word[0].isdigit() or word[0] == "§" or re.match(r"[a-z]{1,2}\) ", word):
            return "number"
        if not word[0].isupper():
            camel = re.match(r"[a-z][A-ZÄÖÜ]", word)
            return "capital" if camel else "lower" if word[0].islower() else "other"
        first = re.match(r"[^\W\d_]+", word)
        return "starter" if first and first.group().lower() in STARTERS else "capital"

    def _is_enclosed(self) -> bool:
        """Whether brackets or quotes are open here, and the sentence goes on behind them."""
        # Bounded, so that a text full of brackets that never close takes no longer than any other.
        piece = self.flat[max(self.start, self.blank - _REACH) : self.blank]
        rest = self.flat[self.blank : self.blank + _REACH]
        return any(opened.search(piece) and goes_on.search(rest) for opened, goes_on in _ENCLOSING)


@cache
def splitter() -> str:
    """The name and version that ``SPLITTER`` gives.

    >>> splitter().startswith("sentencex 1."), splitter().endswith(" + de-1")
    (True, True)
    """
    from pathlib import Path

    import sentencex

    # importlib.metadata knows the version too, and costs 50 ms to import; an installed package has it in a folder name.
    places = Path(str(sentencex.__file__)).parents[1].glob("sentencex-*.dist-info")
    found = next((place.name.split("-")[1].removesuffix(".dist") for place in places), "")
    if not found:
        from importlib.metadata import version

        found = version("sentencex")
    return f"sentencex {found} + {_REPAIR}"


def __getattr__(name: str) -> str:
    if name == "SPLITTER":
        return splitter()
    raise AttributeError(name)
