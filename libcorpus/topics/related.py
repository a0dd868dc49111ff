"""Which old sentence a new one takes up, where a programme was written anew and shares hardly a sentence.

    old  4  "Der Integrationsrat bekommt ein Rederecht in allen Ausschüssen."
    new 11  "Dem Integrationsrat wollen wir in jedem Ausschuss ein Rederecht geben."     sure
    old  5  "Wer seit acht Jahren hier lebt, soll den deutschen Pass bekommen."
    new 30  "Die Einbürgerung wird nach acht Jahren angeboten."                          suggested

The whole new text is searched. Two sentences are linked if each is the other's best: so a sentence that is a little
like many collects no crowd. What both say is compared and nothing else: whether a demand was turned round is for the
reader to judge, who sees both. Knows sentences only: no files, no git, no dates.
"""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from libcorpus.topics.pairs import Pair, Pairs, Side
from libcorpus.topics.telling import tellings
from libcorpus.topics.tiers import SUGGESTED, Measures

# So many suggestions are shown for a sentence, and so many words as evidence.
SUGGESTIONS: Final = 3
EVIDENCE: Final = 6
CHOSEN: Final = Measures()


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence to be related, the heading above it, and the number of the passage it stands in."""

    words: str
    section: str = ""
    passage: int = 0


@dataclass(frozen=True, slots=True)
class Counterpart:
    """An old and a new sentence that are about the same thing, and what speaks for it.

    ``old`` and ``new`` count from 0 in the texts that were given. ``score`` runs from 0 to 1: how alike the two are in
    their rarer words and runs of letters, with a little for what stands beside them and for the matters both carry; it
    is no probability. ``shared`` are words of the new sentence that the old one has too, in another form or by another
    name, the most telling first; ``matter`` is the rarest matter of both, or empty.
    """

    old: int
    new: int
    tier: str
    score: float
    shared: tuple[str, ...]
    matter: str


def relate(
    old: Sequence[Text],
    new: Sequence[Text],
    matters: Callable[[str], Sequence[str]],
    denied: Container[tuple[str, str]] = (),
    measures: Measures = CHOSEN,
) -> tuple[Counterpart, ...]:
    """The counterparts of the old sentences among the new ones, in the order of the old text, best first.

    What is linked already is not to be among the texts. ``matters`` names what a sentence is about; ``denied`` are
    pairs of an old and a new wording that a person said no to. A sentence without a counterpart was not dropped: none
    was found.
    """
    if not old or not new:
        return ()
    pairs = Pairs(*_sides(old, new, matters), lambda pair: (old[pair[0]].words, new[pair[1]].words) not in denied)
    scores = {pair: measures.score(likeness) for pair, likeness in pairs.found.items()}
    of_old = _ranked(scores, 0)
    best = _best(of_old, _ranked(scores, 1), lambda pair: (old[pair[0]].passage, new[pair[1]].passage))
    links = {pair: measures.link(pairs.found[pair], pairs.proof(pair)) for pair in best}
    found: list[Counterpart] = []
    for ranked in of_old.values():
        linked = [pair for pair in ranked if links.get(pair)]
        others = [pair for pair in ranked[:SUGGESTIONS] if scores[pair] >= measures.suggested]
        for pair in linked or others:
            proof = pairs.proof(pair)
            tier = links.get(pair) or SUGGESTED
            found.append(Counterpart(*pair, tier, scores[pair], proof.words[:EVIDENCE], proof.matter))
    return tuple(found)


def _sides(old: Sequence[Text], new: Sequence[Text], matters: Callable[[str], Sequence[str]]) -> tuple[Side, Side]:
    told = tellings([text.words for text in (*old, *new)])
    named = [frozenset(matters(text.words)) for text in (*old, *new)]
    passages = [text.passage for text in (*old, *new)]
    cut = len(old)
    return Side(told[:cut], passages[:cut], named[:cut]), Side(told[cut:], passages[cut:], named[cut:])


def _ranked(scores: Mapping[Pair, float], side: int) -> dict[int, list[Pair]]:
    """For each sentence of a side its pairs, best first."""
    ranked: dict[int, list[Pair]] = {}
    for pair in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        ranked.setdefault(pair[side], []).append(pair)
    return dict(sorted(ranked.items()))


def _best(
    of_old: Mapping[int, list[Pair]], of_new: Mapping[int, list[Pair]], passages: Callable[[Pair], tuple[int, int]]
) -> set[Pair]:
    """Pairs that are the best for both sentences; and, right beside one, the best for one: a split, a merge."""
    firsts = [{ranked[0] for ranked in side.values()} for side in (of_old, of_new)]
    mutual = firsts[0] & firsts[1]
    best = set(mutual)
    # What is the best for the old sentence may be merged with the old one beside it; for the new one, split off.
    for pairs, (down, across) in zip(firsts, ((1, 0), (0, 1)), strict=True):
        for pair in pairs - mutual:
            beside = [(pair[0] + step * down, pair[1] + step * across) for step in (-1, 1)]
            if any(other in mutual and passages(other) == passages(pair) for other in beside):
                best.add(pair)
    return best
