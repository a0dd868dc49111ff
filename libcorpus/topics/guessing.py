"""Guesses with evidence, on what the books of one date have left: what was done, and what was written anew.

    done   "Wir wollen ein Haus der Sprachen einrichten."  ->  "Das Haus der Sprachen haben wir eingerichtet."
    anew   counterparts in the whole new text, as links where they are likely, else as suggestions

Knows sentences by their place.
"""

from collections.abc import Sequence
from typing import Final

from libcorpus.topics.carrying import Spot
from libcorpus.topics.fulfilled import fulfilments
from libcorpus.topics.growing import Event, Found, key, words
from libcorpus.topics.ledger import Ledger, Removal
from libcorpus.topics.related import Text, relate

LINKED: Final = ("sure", "likely")
SUGGESTIONS: Final = 3


def done(day: Ledger) -> None:
    """Find demands that are gone and stand now as achievements."""
    groups: dict[int, list[Removal]] = {}
    for removal in day.topical():
        groups.setdefault(id(removal.added), []).append(removal)
    for group in groups.values():
        own = {key(spot): spot for spot in group[0].added if key(spot) in day.added}
        spots = list({**own, **{key(spot): spot for spot in day.claimed()}}.values())
        asked = {i: removal.one.text for i, removal in enumerate(group)}
        for found in fulfilments(asked, {j: words(spot) for j, spot in enumerate(spots)}):
            one, spot = group[found.old].one, spots[found.new]
            if (one.text, words(spot)) not in day.held.judged.denied:
                del day.removed[key(one.spot)]
                day.step([one], Event(day.date, "fulfilled", (spot,), (one.spot,), shared=found.evidence))


def anew(day: Ledger) -> None:
    """Find counterparts of what a text written anew left behind, among all that was adopted on the topic."""
    topic = day.held.topic
    olds = [one for one in day.topical() if not one.near]
    if topic is None or not olds:
        return
    news = day.claimed()
    found = relate(
        _texts([one.one.spot for one in olds]),
        _texts(news),
        lambda text: [matter.name for matter, _ in topic.matters_in(text)],
        day.held.judged.denied,
    )
    for one in found:
        removal = olds[one.old]
        proof = Found(one.tier, one.score, one.shared, one.matter, removal.one.spot, news[one.new])
        if one.tier not in LINKED:
            removal.suggestions = (*removal.suggestions, proof)[:SUGGESTIONS]
        elif key(removal.one.spot) in day.removed:
            day.relate(removal, proof)


def _texts(spots: Sequence[Spot]) -> list[Text]:
    """Sentences as they are to be related: each with its heading and the number of its passage."""
    texts: list[Text] = []
    passage, last = 0, (0, -1, -1)
    for filed, index in spots:
        document = filed[1]
        block = document.block_of(index)
        if (id(document), block, index - 1) != last:
            passage += 1
        last = (id(document), block, index)
        path = document.section_path(block)
        texts.append(Text(document.sentences[index], document.blocks[path[-1]].flat if path else "", passage))
    return texts
