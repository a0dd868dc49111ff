"""Words of German as one looks for them: case, gendered spelling, hyphens and endings out of the way.

    Migrant*innen, Migrant:innen, MigrantInnen   ->  migrantinnen
    Nicht-EU-Bürger                              ->  nichteubürger
    Pass                                         ->  pass, passes, pässe, pässen …

Knows words only, nothing of what is looked for.
"""

import re
from functools import lru_cache
from typing import Final

# A gender sign joins a word to its ending: Migrant*innen, Geflüchtete:r, Migrant/-innen, Migrant(inn)en.
_GENDER: Final = r"[*:_·•](?=[^\W\d_A-ZÄÖÜ])|/-?(?=in)|\((?=in)|(?<=[nN])\)(?=[^\W\d_])"
# Letters and digits, joined by gender signs, hyphens and what else stands inside of words; a hyphen at the end or the
# beginning stands for the other half of a compound ("Flucht- und Migrationsgeschichte").
WORD: Final = re.compile(rf"(?:(?<=\s)[-–](?=[^\W\d_]))?[^\W_]+(?:(?:{_GENDER}|['’\u00ad&]|-+)[^\W_]+)*-?")
_INSIDE: Final = re.compile(r"[^\w&]|_")
# What German words end in: of nouns, of adjectives, of persons in both genders.
ENDINGS: Final = ("", "e", "en", "em", "er", "es", "ern", "n", "s", "ns", "in", "innen")
_UMLAUT_ENDINGS: Final = ("", "e", "en", "er", "ern", "n")
_VOWEL: Final = re.compile(r"au(?!.*[aou])|[aou](?!.*[aou])")
_UMLAUTS: Final = {"a": "ä", "o": "ö", "u": "ü", "au": "äu"}


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """A word as it is compared: small letters, no signs and no hyphens.

    >>> folded("Migrant*innen"), folded("Nicht-EU-Bürger"), folded("GROSS"), folded("groß")
    ('migrantinnen', 'nichteubürger', 'gross', 'gross')
    """
    return _INSIDE.sub("", word.casefold())


def with_endings(word: str) -> frozenset[str]:
    """A folded word with the endings it may take, and with its vowel changed where a plural changes it.

    >>> sorted(with_endings("pass") & {"passes", "pässe", "pässen", "passierschein"})
    ['passes', 'pässe', 'pässen']
    """
    plain = {word + ending for ending in ENDINGS}
    changed = _VOWEL.sub(lambda vowel: _UMLAUTS[vowel[0]], word, count=1)
    return frozenset(plain if changed == word else plain | {changed + ending for ending in _UMLAUT_ENDINGS})


def compounds(head: str, whole: str) -> tuple[str, ...]:
    """What a head with a hyphen may stand for before a whole compound, both folded.

    >>> "sprachkurse" in compounds("sprach", "integrationskurse")
    True
    """
    return tuple(head + whole[cut:] for cut in range(1, len(whole) - 2))
