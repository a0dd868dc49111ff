"""How far the likeness of two sentences goes: sure, likely, or a suggestion.

    score  =  half the words and half the letters, a little of the neighbours, a little of the matters

    sure        near wording, and enough that is distinctive
    likely      a high score, and enough that is distinctive; a lower score will do if both carry a matter that is rare
    suggested   the best of the others

The numbers were chosen on programmes of three parties and held on the one that was left out; ``benchmarks.related``
prints that. They lie on the careful side: a link that is not there can be added, a wrong one is believed.
"""

from dataclasses import dataclass
from typing import Final

SURE: Final = "sure"
LIKELY: Final = "likely"
SUGGESTED: Final = "suggested"
TIERS: Final = (SURE, LIKELY, SUGGESTED)
LINKS: Final = (SURE, LIKELY)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for a pair, each from 0 to 1."""

    words: float
    letters: float
    neighbours: float
    matters: float

    @property
    def wording(self) -> float:
        """How near the two wordings are, whatever they are about."""
        return (self.words + self.letters) / 2


@dataclass(frozen=True, slots=True)
class Proof:
    """What can be shown: the distinctive words and the rarest matter of both; ``telling`` weighs what they share."""

    words: tuple[str, ...]
    matter: str
    telling: float


@dataclass(frozen=True, slots=True)
class Measures:
    """From where a pair belongs to a tier, and what counts how much."""

    neighbours: float = 0.2
    matters: float = 0.15
    near: float = 0.5
    likely: float = 0.45
    likely_by_matter: float = 0.42
    telling: float = 1.0
    rare_matter: float = 0.5
    suggested: float = 0.08

    def score(self, likeness: Likeness) -> float:
        """All evidence in one number from 0 to 1."""
        more = self.neighbours * likeness.neighbours + self.matters * likeness.matters
        return round(min(1.0, likeness.wording + more), 4)

    def link(self, likeness: Likeness, proof: Proof) -> str:
        """Whether a pair that is the best for its sentences is ``sure`` or ``likely``; empty if it is neither."""
        score = self.score(likeness)
        # One word in common is a hub more often than a matter: "Abschiebungen lehnen wir ab."
        if len(proof.words) < 2 and likeness.wording < self.near:
            return ""
        if proof.telling >= self.telling:
            if likeness.wording >= self.near:
                return SURE
            if score >= self.likely:
                return LIKELY
        return LIKELY if likeness.matters >= self.rare_matter and score >= self.likely_by_matter else ""
