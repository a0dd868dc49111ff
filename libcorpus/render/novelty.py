"""A draft beside what holds, sentence by sentence: what is resolved already, what differs, what is near, what is new.

    antrag.txt: 4 Sätze; 1 schon beschlossen, 1 anders beschlossen, 2 neu

      Z. 3    schon beschlossen: [1] Z. 30-32, gilt seit 16.11.2019
              Die Stadt muss …
      Z. 5    anders beschlossen: [1] Z. 40
              Die Stadt soll [-20-] Kurse anbieten.
              Die Stadt soll {+35+} Kurse anbieten.

Reads what was found; the words that differ are marked as in a comparison.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from libcorpus.flows.comparing import spans_as_data
from libcorpus.flows.novelty import KINDS, Found, Near, Novelty, new_words, old_words
from libcorpus.model.harmless import harmless
from libcorpus.model.ids import ResolutionId
from libcorpus.model.resolution import Resolution
from libcorpus.render.holding import on_day, position_as_data, since
from libcorpus.render.marking import spans_text, wordings
from libcorpus.render.saying import is_german
from libcorpus.render.steps import TIERS, lines
from libcorpus.render.style import Style, wrapped

# What a kind is called: in the summary, and at the sentence.
SAID: Final = {
    "resolved": ("already resolved", "schon beschlossen"),
    "nearly": ("resolved but for its form", "bis auf die Form schon beschlossen"),
    "differs": ("resolved otherwise", "anders beschlossen"),
    "related": ("similar to what is resolved (a guess)", "ähnlich beschlossen (vermutet)"),
    "new": ("new", "neu"),
}
_INDENT: Final = " " * 6


def render_novelty(found: Novelty, style: Style, lang: str, cite: Callable[[Resolution], str]) -> Iterator[str]:
    """The lines of the report, the summary first."""
    german = is_german(lang)
    yield style.strong(_summary(found, german))
    yield style.quiet(_against(found, lang))
    texts = _texts(found)
    numbers = {one.id: number for number, one in enumerate(texts, start=1)}
    for text in texts:
        yield harmless(f"[{numbers[text.id]}] {cite(text)}")
    for one in found.found:
        yield ""
        yield from _sentence(one, found, numbers, style, lang)


def _summary(found: Novelty, german: bool) -> str:
    count = sum(found.counts().values())
    noun = ("Satz" if count == 1 else "Sätze") if german else ("sentence" if count == 1 else "sentences")
    parts = [f"{number} {SAID[kind][german]}" for kind, number in found.counts().items() if number]
    said = f"{count} {noun}" + (f": {', '.join(parts)}" if parts else "")
    return f"{harmless(found.draft.name)}: {said}"


def _against(found: Novelty, lang: str) -> str:
    german = is_german(lang)
    day = on_day(found.as_of, lang)
    one = found.positions == 1
    said = (
        f"verglichen mit {found.positions} {'Satz, der' if one else 'Sätzen, die'} {day} {'gilt' if one else 'gelten'}"
        if german
        else f"compared with {found.positions} {'sentence that holds' if one else 'sentences that hold'} {day}"
    )
    if found.topic is None:
        return said
    label = harmless(found.topic.label(lang))
    over = found.passed_over
    noun = ("sentence", "Satz") if over == 1 else ("sentences", "Sätze")
    more = (
        f"{over} {noun[1]} zu anderen Themen übergangen" if german else f"{over} {noun[0]} on other topics passed over"
    )
    return f"{said} ({'Thema' if german else 'topic'} {label}; {more})"


def _texts(found: Novelty) -> list[Resolution]:
    """The texts that are named, oldest first."""
    texts = {near.position.resolution.id: near.position.resolution for one in found.found for near in one.held}
    return sorted(texts.values(), key=lambda one: (one.adopted_on, str(one.id)))


def _sentence(
    one: Found, found: Novelty, numbers: Mapping[ResolutionId, int], style: Style, lang: str
) -> Iterator[str]:
    german = is_german(lang)
    document = found.draft.document
    spans = found.draft.lines_of(one.sentences)
    place = f"{'Z.' if german else 'l.'} {spans_text(spans) if spans else '-'}"
    paint = style.added if one.kind == "new" else style.changed
    yield f"  {style.quiet(place)}  {paint(SAID[one.kind][german])}"
    words = new_words(one, document)
    if one.kind in ("differs", "nearly"):
        yield from wordings(old_words(one), words, style, _INDENT)
    else:
        yield from wrapped(words, style.width, _INDENT)
    for near in one.held:
        yield from _near(one, near, numbers, style, lang)


def _near(one: Found, near: Near, numbers: Mapping[ResolutionId, int], style: Style, lang: str) -> Iterator[str]:
    position = near.position
    where = f"[{numbers[position.resolution.id]}] {lines(position.place, lang)}"
    if one.kind != "related":
        yield _INDENT + style.quiet(f"{where}, {since(position, lang)}")
        return
    yield _INDENT + style.quiet(f"{where}, {_evidence(near, lang)}")
    yield from (line for line in wrapped(position.place.text, style.width, _INDENT + "  "))


def _evidence(near: Near, lang: str) -> str:
    german = is_german(lang)
    shared = f", {'gemeinsam' if german else 'shared'}: {', '.join(near.shared)}" if near.shared else ""
    return harmless(f"{TIERS[near.tier][german]}{shared}")


def as_data(found: Novelty, cite: Callable[[Resolution, str], str]) -> dict[str, Any]:
    """A draft beside what holds as JSON data, schema 1; see docs/reference.md."""
    return {
        "schema": 1,
        "file": found.draft.name,
        "organisation": found.organisation,
        "topic": found.topic.name if found.topic else None,
        "as_of": str(found.as_of),
        "held": found.positions,
        "passed_over": found.passed_over,
        "counts": {kind: found.counts()[kind] for kind in KINDS},
        "sentences": [_found_data(one, found, cite) for one in found.found],
    }


def _found_data(one: Found, found: Novelty, cite: Callable[[Resolution, str], str]) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "sentences": list(one.sentences),
        **spans_as_data(found.draft.lines_of(one.sentences)),
        "text": new_words(one, found.draft.document),
        "held": [_near_data(near, cite) for near in one.held],
    }


def _near_data(near: Near, cite: Callable[[Resolution, str], str]) -> dict[str, Any]:
    evidence: dict[str, Any] = {}
    if near.tier:
        evidence = {
            "tier": near.tier,
            "score": round(near.score, 3),
            "shared": list(near.shared),
            "matter": near.matter,
        }
    return {**position_as_data(near.position, cite), **evidence}
