"""Topics and what they find in a text, for a terminal and as data.

    Z. 47-48  Flucht und Asyl                                  the passage: its lines, all headings above
      Die Stadt soll eine Gesundheitskarte einführen, …        the sentence
        Begriff „Asylsuchende“; Forderung „soll“; Gesundheitskarte „Gesundheitskarte“

Reads passages; what was found is always shown with the words it rests on.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from libcorpus.model.document import BlockKind, Document
from libcorpus.model.harmless import harmless
from libcorpus.model.lines import LineSpan
from libcorpus.render.saying import is_german, quoted
from libcorpus.render.steps import FUNCTIONS
from libcorpus.render.style import Style, wrapped
from libcorpus.topics.matters import Matter
from libcorpus.topics.passages import Missed, Passage, Spoken
from libcorpus.topics.topic import Reason, Topic

_REASONS: Final = {
    "term": ("term", "Begriff"),
    "heading": ("heading", "Überschrift"),
    "carried": ("goes on about", "gehört zu"),
}
_PARTS: Final = {
    "terms": ("terms", "Begriffe"),
    "exclude": ("not meant", "nicht gemeint"),
    "headings": ("headings that claim their section", "Überschriften, die ihren Abschnitt erfassen"),
    "matters": ("matters", "Gegenstände"),
}


def render_topics(topics: Sequence[Topic], lang: str) -> Iterator[str]:
    """One line a topic: name, label, how many terms and matters."""
    name = max((len(topic.name) for topic in topics), default=0)
    label = max((len(topic.label(lang)) for topic in topics), default=0)
    for topic in topics:
        counts = f"{_count(topic.terms, 'terms', lang)}, {_count(topic.matters, 'matters', lang)}"
        yield harmless(f"{topic.name:<{name}}  {topic.label(lang):<{label}}  {counts}")


def _count(found: Sequence[object], part: str, lang: str) -> str:
    return f"{len(found)} {_PARTS[part][is_german(lang)]}"


def render_topic(topic: Topic, style: Style, lang: str) -> Iterator[str]:
    """A topic with all that its file holds."""
    yield style.strong(harmless(f"{topic.name}  {topic.label(lang)}"))
    if topic.sdgs:
        yield f"  SDG: {', '.join(map(str, topic.sdgs))}"
    for part in ("terms", "exclude", "headings"):
        terms: tuple[str, ...] = getattr(topic, part)
        if terms:
            yield f"  {_PARTS[part][is_german(lang)]} ({len(terms)}):"
            yield from wrapped(", ".join(terms), style.width, "    ")
    if topic.matters:
        yield f"  {_PARTS['matters'][is_german(lang)]} ({len(topic.matters)}):"
    for matter in topic.matters:
        yield from _matter(matter, style, lang)


def _matter(matter: Matter, style: Style, lang: str) -> Iterator[str]:
    yield f"    {style.strong(harmless(matter.label(lang)))}  {style.quiet(harmless(matter.name))}"
    yield from wrapped(", ".join(matter.terms), style.width, "      ")
    if matter.exclude:
        terms = f"{_PARTS['exclude'][is_german(lang)]}: {', '.join(matter.exclude)}"
        yield from (style.quiet(line) for line in wrapped(terms, style.width, "      "))


def render_passages(found: Sequence[Passage], style: Style, lang: str) -> Iterator[str]:
    """Each passage with its lines and headings, each sentence with why it was taken and what it does."""
    for passage in found:
        yield style.quiet(_where(passage.lines, passage.section, lang))
        for spoken in passage.sentences:
            yield from wrapped(spoken.text, style.width, "  ")
            for line in wrapped("; ".join(_told(spoken, lang)), style.width, "    "):
                yield style.quiet(line)


def _told(spoken: Spoken, lang: str) -> Iterator[str]:
    german = is_german(lang)
    yield f"{_REASONS[spoken.reason.kind][german]} {quoted(spoken.reason.found, lang)}"
    yield f"{FUNCTIONS[spoken.function.value][german]} {quoted(spoken.cue, lang) if spoken.cue else ''}".strip()
    if spoken.matters:
        named = ", ".join(f"{matter.label(lang)} {quoted(words, lang)}" for matter, words in spoken.matters)
        yield f"{'Gegenstand' if german else 'matter'}: {named}"


def _where(lines: LineSpan | None, section: Sequence[str], lang: str) -> str:
    sign = "Z." if is_german(lang) else "l."
    return harmless(f"{sign} {lines or '-'}  {' > '.join(section)}").rstrip()


def render_missed(found: Sequence[Missed], style: Style, lang: str) -> Iterator[str]:
    """The sentences that were not taken."""
    german = is_german(lang)
    yield style.strong(f"{'Nicht erfasst' if german else 'Not taken'}: {len(found)}")
    for missed in found:
        yield style.quiet(_where(missed.lines, missed.section, lang))
        yield from wrapped(missed.text, style.width, "  ")


def summary(topic: Topic, name: str, found: Sequence[Passage], document: Document, lang: str) -> str:
    """How much of a text a topic takes, and what the sentences do."""
    german = is_german(lang)
    taken = [spoken for passage in found for spoken in passage.sentences]
    headings = sum(block.kind is BlockKind.HEADING for block in document.blocks)
    whole = len(document.sentences) - headings
    said = Counter(spoken.function.value for spoken in taken)
    does = ", ".join(f"{said[key]} × {names[german]}" for key, names in FUNCTIONS.items() if said[key])
    if german:
        count = f"{len(found)} {'Textstelle' if len(found) == 1 else 'Textstellen'}"
        words = f"{count}, {len(taken)} von {whole} Sätzen"
    else:
        count = f"{len(found)} passage{'' if len(found) == 1 else 's'}"
        words = f"{count}, {len(taken)} of {whole} sentences"
    return harmless(f"{topic.label(lang)} in {name}: {words}{f' ({does})' if does else ''}")


def topic_as_data(topic: Topic) -> dict[str, Any]:
    """A topic as JSON data; see docs/reference.md."""
    return {
        "name": topic.name,
        "label": {"de": topic.label_de, "en": topic.label_en},
        "terms": list(topic.terms),
        "exclude": list(topic.exclude),
        "headings": list(topic.headings),
        "sdgs": list(topic.sdgs),
        "matters": [_matter_as_data(matter) for matter in topic.matters],
    }


def _matter_as_data(matter: Matter) -> dict[str, Any]:
    return {
        "name": matter.name,
        "label": {"de": matter.label_de, "en": matter.label_en},
        "terms": list(matter.terms),
        "exclude": list(matter.exclude),
    }


def passages_as_data(found: Sequence[Passage]) -> list[dict[str, Any]]:
    """The sentences of passages as JSON data, each with the number of its passage; see docs/reference.md."""
    return [
        {
            "passage": number,
            "section": list(passage.section),
            "sentence": spoken.sentence,
            **_lines(spoken.lines),
            "text": spoken.text,
            **_reason(spoken.reason),
            "function": spoken.function.value,
            "cue": spoken.cue,
            "matters": [{"name": matter.name, "found": words} for matter, words in spoken.matters],
        }
        for number, passage in enumerate(found)
        for spoken in passage.sentences
    ]


def _reason(reason: Reason) -> dict[str, str]:
    return {"reason": reason.kind, "found": reason.found}


def _lines(span: LineSpan | None) -> dict[str, Any]:
    return span.as_data() if span else {"lines": None}


def missed_as_data(found: Sequence[Missed]) -> list[dict[str, Any]]:
    """The sentences that were not taken, as JSON data."""
    return [
        {"section": list(one.section), "sentence": one.sentence, **_lines(one.lines), "text": one.text} for one in found
    ]
