"""What a reader takes as one piece of a sentence: words, dates, amounts; never cut by a diff.

    Am | 1. Januar 2026 | fördert | die | Stadt | 1,5 Mio. Euro | für | Bürger*innen | , | z. B. | Nicht-EU-Ausländer

A token has the place where it begins and ends, in code points. White space belongs to no token.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Token", "tokens"]

_MONTH = (
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"
    r"January|February|March|May|June|July|October|December|Jan\.|Feb\.|Apr\.|Aug\.|Sept?\.|Okt\.|Oct\.|Nov\.|Dez\.|Dec\.)"
)
_MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
_BLANK = r"[ \u00a0\u2009\u202f]"
_NUMBER = r"[+\-−]?\d+(?:[.,:/'’–-]\d+|[ \u00a0\u2009\u202f]\d{3}(?!\d))*"
_SCALE = r"(?:Tsd\.?|Tausend|Mio\.?|Mrd\.?|Million(?:en)?|Milliarden?|million|billion|thousand)"
_UNIT = (
    r"(?:%|‰|°C?|€|\$|£|Euro|EUR|Cent|Prozentpunkte?n?|Prozent|percent|Dollar|"
    r"(?:k|M|G|T)Wh?|kWp|(?:k|c|m)?m[²³2]?|km/h|kg|ha|t)(?!\w)"
)

_REFERENCE = r"(?:§§?|Art\.|Artikel|Abs\.|Absatz|Nr\.|Ziff\.|Ziffer|Z\.|Zeilen?)"

# In the order in which they are tried: what holds more comes first. `20-jährig`, `1,5-Grad-Ziel` and `50%-Quote` are
# words that begin with an amount, so an amount takes what is tied to it by a hyphen.
_KINDS = (
    # 1. Januar 2026, 7. 3. 2020
    rf"(?<!\w)\d{{1,2}}\.{_BLANK}?(?:{_MONTH}(?!\w)|{_MONTH_NUMBER}\.)(?:{_BLANK}?\d{{4}}(?!\d))?",
    # 07.03.2020, 7.3.
    rf"(?<!\w)\d{{1,2}}\.{_MONTH_NUMBER}\.(?:\d{{2,4}})?(?!\d)",
    # § 5, Art. 16a, Z. 94-99
    rf"(?<!\w){_REFERENCE}{_BLANK}?\d+[a-z]?(?:[-–]\d+[a-z]?)?(?!\w)",
    # 2030, 1,5 Mio. Euro, 42 %, € 30
    rf"(?:[€$£]{_BLANK}?)?(?<!\w){_NUMBER}(?:{_BLANK}?{_SCALE}(?!\w))?(?:{_BLANK}?{_UNIT})?(?:[-‐‑]\w+)*(?!\w)",
    # z. B., i. d. R.
    rf"(?<!\w)(?:[^\W\d_]\.{_BLANK}?){{1,3}}[^\W\d_]\.",
    # Bürger:innen, Lehrer/-innen, Kolleg(innen), Nicht-EU-Ausländer, Haupt-, geht's
    r"\w+(?:(?:[-‐‑–'’.*:·@]|/-?)(?=\w)\w+|\(\w{1,7}\))*[-‐‑]?",
    # a mark, or a run of the same
    r"(?P<mark>[^\w\s])(?P=mark)*",
)
_TOKEN = re.compile("|".join(_KINDS))


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a sentence: its text, and the code points from ``start`` up to but without ``end``."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is more than punctuation."""
        return any(c.isalnum() for c in self.text)


def tokens(sentence: str) -> list[Token]:
    """The tokens of a sentence, in order; only white space is between them.

    >>> [token.text for token in tokens("Bis 1. Januar gibt die Stadt 1,5 Mio. Euro (42 %) für Bürger:innen.")]
    ['Bis', '1. Januar', 'gibt', 'die', 'Stadt', '1,5 Mio. Euro', '(', '42 %', ')', 'für', 'Bürger:innen', '.']
    """
    return [Token(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(sentence)]
