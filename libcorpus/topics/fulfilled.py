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
from functools import lru_cache
from typing import Final

from libcorpus.topics.functions import Function, may_report
from libcorpus.topics.positions import told

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
ASKING: Final = (Function.DEMAND, Function.COMMITMENT)
# "Kurse sollen dort zu finden sein" is done where "Kurse sind dort seitdem zu finden".
_SINCE: Final = re.compile(r"(?i)\b(?:seitdem|seither|inzwischen|mittlerweile)\b")
MIN_SHARED: Final = 2
MIN_SHARE: Final = 0.5
# A word is rare if no third sentence of those that are looked at has it.
MOST_RARE: Final = 2
_STEM: Final = 6


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """A demand (index ``old``) that stands as an achievement (index ``new``); ``evidence`` are the shared words."""

    old: int
    new: int
    evidence: str


def fulfilments(old: Mapping[int, str], new: Mapping[int, str]) -> list[Fulfilment]:
    """Pairs of an old demand or commitment and a new achievement, best first, each sentence in one pair at most."""
    ours, theirs = ({i: stems(text) for i, text in side.items()} for side in (old, new))
    common = Counter(stem for side in (ours, theirs) for own in side.values() for stem in own)
    pairs = []
    for i, j in _sharing(ours, theirs):
        shared = sorted(set(ours[i]) & set(theirs[j]))
        share = len(shared) / max(1, min(len(ours[i]), len(theirs[j])))
        if share < MIN_SHARE or all(common[stem] > MOST_RARE for stem in shared) or not reports(old[i], new[j]):
            continue
        pairs.append((-share, -len(shared), old[i], new[j], i, j, ", ".join(ours[i][stem] for stem in shared)))
    found: list[Fulfilment] = []
    for *_, i, j, evidence in sorted(pairs):
        if all(i != other.old and j != other.new for other in found):
            found.append(Fulfilment(i, j, evidence))
    return found


def _sharing(ours: Mapping[int, Mapping[str, str]], theirs: Mapping[int, Mapping[str, str]]) -> list[tuple[int, int]]:
    """Pairs that share enough stems to be looked at."""
    having: dict[str, list[int]] = {}
    for j, own in theirs.items():
        for stem in own:
            having.setdefault(stem, []).append(j)
    shared = Counter((i, j) for i, own in ours.items() for stem in own for j in having.get(stem, ()))
    return [pair for pair, count in shared.items() if count >= MIN_SHARED]


def reports(old: str, new: str) -> str:
    """The words by which the new wording reports as done what the old one asks for; empty if it does not."""
    since = _SINCE.search(new)
    # Few report anything, and most are known not to before all that they may do is looked at.
    if not (since or may_report(new)) or told(old)[0] not in ASKING or told(new)[0] in ASKING:
        return ""
    return told(new)[1] if told(new)[0] is Function.ACHIEVEMENT else since.group() if since else ""


@lru_cache(maxsize=100_000)
def stems(text: str) -> Mapping[str, str]:
    """The distinctive words by their first letters: enough to join Sprachkurs with Sprachkurse."""
    words = [(word.lower(), word) for word in _WORD.findall(text)]
    return {lower[:_STEM]: word for lower, word in words if lower not in _COMMON}
