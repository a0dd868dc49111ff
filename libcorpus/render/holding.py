"""The Beschlusslage for a reader: what holds, by matter, with places and since when; then what was left out and why.

    Integration: Beschlusslage am 01.01.2018
    2 Positionen in 1 Text
    [1] Bürgerliste, Kommunalprogramm 2014 (Mitgliederversammlung, 22.03.2014, TOP 4.1)

    Sprachkurse
      [1] Z. 24-25  Forderung (muss)
        Die Stadt muss bis 2020 …
        in diesem Wortlaut seit 22.03.2014, in der Sache seit 14.03.2009

Reads positions that were found; judges nothing itself.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from libcorpus.flows.beschlusslage import Beschlusslage, Beside, LeftOut
from libcorpus.flows.comparing import spans_as_data
from libcorpus.flows.relating import as_data as relation_as_data
from libcorpus.flows.standing import Position
from libcorpus.model.dates import PartialDate
from libcorpus.model.harmless import harmless
from libcorpus.model.ids import ResolutionId
from libcorpus.model.resolution import Resolution
from libcorpus.render.relations import BASES, KINDS, basis
from libcorpus.render.saying import is_german
from libcorpus.render.steps import FUNCTIONS, date, lines
from libcorpus.render.style import Style, wrapped
from libcorpus.topics.positions import Step

# The citation of a resolution as a whole.
Citation = Callable[[Resolution], str]
_INDENT: Final = "    "
# Why a text does not hold, where no other text has ended it.
ENDINGS: Final = {
    "rejected": ("rejected", "abgelehnt"),
    "withdrawn": ("withdrawn", "zurückgezogen"),
    "pending": ("not decided yet", "noch nicht entschieden"),
    "superseded": ("noted as superseded, not by what", "als ersetzt vermerkt, ohne Angabe wodurch"),
    "motion": ("a motion, not a resolution", "ein Antrag, kein Beschluss"),
    "draft": ("a draft, not a resolution", "ein Entwurf, kein Beschluss"),
}
# How a later text was taken as the next version; all of these are guesses.
CARRIED: Final = {
    "relation": ("carried on by", "fortgeführt durch"),
    "title": ("a later version of the same title", "spätere Fassung gleichen Titels"),
    "programme": ("the next programme", "das nächste Programm"),
    "shared": ("many of its sentences stand again in", "viele seiner Sätze stehen wieder in"),
}


def render_beschlusslage(found: Beschlusslage, style: Style, lang: str, cite: Citation) -> Iterator[str]:
    """The lines of the report."""
    german = is_german(lang)
    yield style.strong(harmless(f"{found.topic.label(lang)}: {_on(found, lang)}"))
    if found.known_at:
        said = "wie das Archiv es kannte, Commit" if german else "as the archive knew it, commit"
        yield style.quiet(f"{said} {found.known_at[:10]}")
    yield _count(found, german)
    numbers = {own_id: number for number, own_id in enumerate(found.texts, start=1)}
    texts = {one.resolution.id: one.resolution for one in found.standing}
    for own_id, number in numbers.items():
        yield from _text(number, texts[own_id], found, style, lang, cite)
    labels = {matter.name: matter.label(lang) for matter in found.topic.matters}
    for name, positions in found.by_matter():
        yield ""
        yield style.strong(harmless(labels.get(name, "") or ("Übriges" if german else "Other")))
        for one in positions:
            yield from _position(one, numbers, labels, style, lang)
    yield from _beside(found, style, lang)
    yield from _left_out(found, style, lang)


def _on(found: Beschlusslage, lang: str) -> str:
    day, german = on_day(found.as_of, lang), is_german(lang)
    return f"Beschlusslage {day}" if german else f"what holds {day}"


def on_day(day: PartialDate, lang: str) -> str:
    """A date as it is asked for: a month or a year means its end."""
    if is_german(lang):
        return f"{'am' if day.day else 'Ende'} {date(day, lang)}"
    return f"{'on' if day.day else 'at the end of'} {date(day, lang)}"


def _count(found: Beschlusslage, german: bool) -> str:
    positions, texts = len(found.standing), len(found.texts)
    if not positions:
        return "zu diesem Thema gilt nichts" if german else "nothing holds on this topic"
    if german:
        return f"{positions} Position{'' if positions == 1 else 'en'} in {texts} Text{'' if texts == 1 else 'en'}"
    return f"{positions} position{'' if positions == 1 else 's'} in {texts} text{'' if texts == 1 else 's'}"


def _text(number: int, one: Resolution, found: Beschlusslage, style: Style, lang: str, cite: Citation) -> Iterator[str]:
    german = is_german(lang)
    yield harmless(f"[{number}] {cite(one)}")
    own = [position for position in found.standing if position.resolution.id == one.id]
    if until := own[0].until:
        yield _INDENT + style.changed(f"{'gilt bis' if german else 'holds until'} {date(until, lang)}")
    if gap := own[0].gap:
        last, again = (date(day, lang) for day in gap)
        said = f"galt bis {last} und wieder ab {again}" if german else f"held until {last}, and again from {again}"
        yield _INDENT + style.changed(said)
    for text, by, relation in found.related:
        if text.id == one.id:
            said = f"{KINDS[relation.kind][2 + german]}: {short(by, lang)} ({basis(relation, lang)})"
            yield _INDENT + style.changed(harmless(said))


def short(one: Resolution, lang: str) -> str:
    """A resolution in a line: title, date, agenda item."""
    agenda = f", TOP {one.agenda_item}" if one.agenda_item and is_german(lang) else ""
    agenda = agenda or (f", item {one.agenda_item}" if one.agenda_item else "")
    return f"{one.title} ({date(one.adopted_on, lang)}{agenda})"


def _position(
    one: Position, numbers: Mapping[ResolutionId, int], labels: Mapping[str, str], style: Style, lang: str
) -> Iterator[str]:
    german = is_german(lang)
    place = one.place
    cue = f" ({harmless(place.cue)})" if place.cue else ""
    what = f"{FUNCTIONS[place.function.value][german]}{cue}"
    yield f"  {style.quiet(f'[{numbers[one.resolution.id]}] {lines(place, lang)}')}  {what}"
    yield from wrapped(place.text, style.width, _INDENT)
    yield _INDENT + style.quiet(since(one, lang))
    if others := [labels[name] for name in one.matters[1:]]:
        yield _INDENT + style.quiet(harmless(f"{'auch' if german else 'also'}: {', '.join(others)}"))


def since(one: Position, lang: str) -> str:
    """Since when a position stands: in this wording, and in substance."""
    german = is_german(lang)
    wording, substance = date(one.wording.adopted_on, lang), date(one.substance.adopted_on, lang)
    guess = (" (vermutet)" if german else " (a guess)") if one.guessed else ""
    if wording == substance:
        said = f"gilt seit {wording}" if german else f"holds since {wording}"
    elif german:
        said = f"in diesem Wortlaut seit {wording}, in der Sache seit {substance}{guess}"
    else:
        said = f"in this wording since {wording}, in substance since {substance}{guess}"
    if one.earlier is None:
        return said
    first = date(one.earlier.adopted_on, lang)
    return said + (f"; zuerst {first}, dazwischen nicht" if german else f"; first {first}, not in between")


# What does not hold, or not by itself.


def _beside(found: Beschlusslage, style: Style, lang: str) -> Iterator[str]:
    german = is_german(lang)
    if not found.beside:
        return
    yield ""
    head = (
        "Daneben, nicht eingearbeitet (nur Änderungsanweisungen):"
        if german
        else ("Beside it, not applied (instructions for another text only):")
    )
    yield style.strong(head)
    for one in found.beside:
        yield f"  {harmless(short(one.resolution, lang))}: {_targets(one, lang)}"
        for span, text in one.passages:
            place = f"{'Z.' if german else 'l.'} {span or '-'}"
            indent = " " * (len(_INDENT) + len(place) + 2)
            first, *rest = wrapped(text, style.width, indent)
            yield f"{_INDENT}{style.quiet(place)}  {first.strip()}"
            yield from rest


def _targets(one: Beside, lang: str) -> str:
    german = is_german(lang)
    if not one.targets:
        return "welchen Text, ist nicht vermerkt" if german else "of which text is not noted"
    named = [f"{short(target, lang)} [{BASES[who][german]}]" for target, who in one.targets]
    return harmless(f"{'ändert' if german else 'amends'} {', '.join(named)}")


def _left_out(found: Beschlusslage, style: Style, lang: str) -> Iterator[str]:
    if not found.left_out:
        return
    yield ""
    yield style.strong("Nicht berücksichtigt:" if is_german(lang) else "Left out:")
    for one in found.left_out:
        yield f"  {harmless(short(one.resolution, lang))}: {why(one, lang, _titles(found))}"


def _titles(found: Beschlusslage) -> Mapping[ResolutionId, Resolution]:
    held = {one.resolution.id: one.resolution for one in found.standing}
    return held | {one.resolution.id: one.resolution for one in found.left_out}


def why(one: LeftOut, lang: str, known: Mapping[ResolutionId, Resolution]) -> str:
    """Why a text was left out, and who says so."""
    german = is_german(lang)
    ending = one.ending
    if ending.kind == "expired" and ending.last_day:
        return f"{'galt bis' if german else 'held until'} {date(ending.last_day, lang)}"
    if ending.kind == "amends" and ending.by:
        target = harmless(short(ending.by, lang))
        return f"änderte {target}; das gilt nicht mehr" if german else f"amended {target}, which holds no longer"
    if ending.by and ending.relation:
        said = f"{KINDS[ending.relation.kind][2 + german]} {short(ending.by, lang)}"
        return harmless(f"{said} ({basis(ending.relation, lang)})")
    if ending.kind == "carried-on":
        later = ", ".join(short(known[own], lang) if own in known else str(own) for own in one.later)
        return harmless(f"{CARRIED[one.basis][german]}: {later} ({BASES['inferred'][german]})")
    return ENDINGS[ending.kind][german]


# Data.


def as_data(found: Beschlusslage, cite: Callable[[Resolution, str], str]) -> dict[str, Any]:
    """What holds as JSON data, schema 1; see docs/reference.md."""
    return {
        "schema": 1,
        "topic": found.topic.name,
        "organisation": found.organisation,
        "as_of": str(found.as_of),
        "known_at": found.known_at or None,
        "texts": [_text_data(own_id, found, cite) for own_id in found.texts],
        "matters": [
            {
                "matter": name,
                "label": {matter.name: matter.label("de") for matter in found.topic.matters}.get(name, ""),
                "positions": [position_as_data(one, cite) for one in positions],
            }
            for name, positions in found.by_matter()
        ],
        "beside": [
            {
                "id": str(one.resolution.id),
                "targets": [{"id": str(target.id), "basis": who} for target, who in one.targets],
                "passages": [
                    {**(span.as_data() if span else {"lines": None}), "text": text} for span, text in one.passages
                ],
            }
            for one in found.beside
        ],
        "left_out": [_left_out_data(one) for one in found.left_out],
    }


def _text_data(own_id: ResolutionId, found: Beschlusslage, cite: Callable[[Resolution, str], str]) -> dict[str, Any]:
    one = next(position for position in found.standing if position.resolution.id == own_id)
    return {
        "id": str(own_id),
        "citation": cite(one.resolution, ""),
        "valid_until": str(one.until) if one.until else None,
        "gap": [str(day) for day in one.gap] if one.gap else None,
        "related_by": [
            {"id": str(by.id), **relation_as_data(relation)}
            for text, by, relation in found.related
            if text.id == own_id
        ],
    }


def position_as_data(one: Position, cite: Callable[[Resolution, str], str]) -> dict[str, Any]:
    """A position that holds as JSON data."""
    return {
        "id": str(one.resolution.id),
        "sentence": one.sentence,
        **spans_as_data(one.place.lines),
        "text": one.place.text,
        "section": one.place.section,
        "function": one.place.function.value,
        "cue": one.place.cue,
        "matters": list(one.matters),
        "wording_since": _step(one.wording),
        "substance_since": _step(one.substance),
        "guessed": one.guessed,
        "first_stood": _step(one.earlier or one.substance),
        "valid_until": str(one.until) if one.until else None,
        "thread": one.thread,
        "citation": cite(one.resolution, ", ".join(map(str, one.place.lines))),
    }


def _step(step: Step) -> dict[str, Any]:
    place = step.place
    return {"adopted_on": str(step.adopted_on), "id": str(place.id), **spans_as_data(place.lines), "text": place.text}


def _left_out_data(one: LeftOut) -> dict[str, Any]:
    ending = one.ending
    return {
        "id": str(one.resolution.id),
        "passages": one.passages,
        "why": ending.kind,
        "basis": one.basis,
        "by": [str(ending.by.id)] if ending.by else [str(own) for own in one.later],
        "held_until": str(ending.last_day) if ending.last_day else None,
    }
