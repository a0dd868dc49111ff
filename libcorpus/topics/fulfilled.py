"""Finds demands that stand later as achievements.

    2009  "Wir wollen in der alten Feuerwache ein Haus der Sprachen einrichten."
    2014  "Das Haus der Sprachen in der alten Feuerwache haben wir 2012 eingerichtet."

The old sentence asks, the new one reports, and they share their distinctive words. That
is a guess, and its evidence is named. Knows sentences only.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from libcorpus.topics.functions import Function, function_of

_WORD: Final = re.compile(r"[^\W\d_][\w*:-]{3,}")
_COMMON: Final = frozenset(
    """
    alle allen aller alles auch aber beim dass dafür damit dazu deren dessen diese diesem diesen dieser dieses
    durch eine einem einen einer eines gegen haben hier ihre ihren ihrer immer jede jeden jeder jedes kann können
    mehr mindestens müssen nach nicht noch oder ohne seit sich sind soll sollen sollte sollten sowie stadt unsere
    unserem unseren unserer weiter weiterhin werden wird wollen worden wurde wurden zwischen über unter für wir
    uns
    """.split()
)
MIN_SHARED: Final = 2
MIN_SHARE: Final = 0.5
_STEM: Final = 6


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """A demand (index ``old``) that stands as an achievement (index ``new``); ``evidence`` are the shared words."""

    old: int
    new: int
    evidence: str


def fulfilments(old: Mapping[int, str], new: Mapping[int, str]) -> list[Fulfilment]:
    """Pairs of an old demand or commitment and a new achievement, best first, each sentence in one pair at most."""
    asked = {
        i: _stems(text) for i, text in old.items() if function_of(text)[0] in (Function.DEMAND, Function.COMMITMENT)
    }
    reported = {j: _stems(text) for j, text in new.items() if function_of(text)[0] is Function.ACHIEVEMENT}
    common = Counter(stem for stems in (*asked.values(), *reported.values()) for stem in stems)
    pairs = []
    for i, ours in asked.items():
        for j, theirs in reported.items():
            shared = sorted(set(ours) & set(theirs))
            share = len(shared) / max(1, min(len(ours), len(theirs)))
            rare = any(common[stem] == 2 for stem in shared)
            if len(shared) >= MIN_SHARED and share >= MIN_SHARE and rare:
                pairs.append((-share, -len(shared), old[i], new[j], i, j, ", ".join(ours[stem] for stem in shared)))
    found: list[Fulfilment] = []
    for *_, i, j, evidence in sorted(pairs):
        if all(i != other.old and j != other.new for other in found):
            found.append(Fulfilment(i, j, evidence))
    return found


def reports(old: str, new: str) -> bool:
    """Whether the old wording asks for something and the new wording reports it as done."""
    asks = function_of(old)[0] in (Function.DEMAND, Function.COMMITMENT)
    return asks and function_of(new)[0] is Function.ACHIEVEMENT


def _stems(text: str) -> dict[str, str]:
    """The distinctive words by their first letters: enough to join Sprachkurs with Sprachkurse."""
    words = [word for word in _WORD.findall(text) if word.lower() not in _COMMON]
    return {word.lower()[:_STEM]: word for word in words}
