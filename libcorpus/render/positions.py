"""The positions on a topic, date by date: what a reader asks first stands first.

    22.03.2014  Mitgliederversammlung
      neu                    Z. 41-43   „Wir wollen …“
      geändert   Z. 14 ->    Z. 17      20 -> 35
      entfallen  Z. 60-61               „…“
      unverändert: 12 Sätze

Reads threads; the words that differ are marked as in a comparison.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from libcorpus.flows.comparing import spans_as_data
from libcorpus.model.harmless import harmless
from libcorpus.render.marking import spans_text, wordings
from libcorpus.render.style import Style, wrapped
from libcorpus.topics.positions import Assembly, Place, Positions, Step

# In the order a reader wants: what is new, what is gone, what changed, what only stands elsewhere.
STEPS: Final = {
    "introduced": ("new", "neu"),
    "resumed": ("resumed", "wieder aufgenommen"),
    "dropped": ("dropped", "entfallen"),
    "fulfilled": (
        "fulfilled (a guess: the old text asks, the new one reports)",
        "erfüllt (vermutet: der alte Text fordert, der neue berichtet)",
    ),
    "reworded": ("reworded", "geändert"),
    "split": ("split", "geteilt"),
    "merged": ("merged", "zusammengefasst"),
    "moved": ("moved", "verschoben"),
    "kept": ("kept", "unverändert"),
}
_INDENT: Final = "    "


def render_positions(positions: Positions, style: Style, lang: str, organisation: str) -> Iterator[str]:
    """The lines of the report."""
    german = lang == "de"
    topic = positions.topic.label(lang)
    yield style.strong(harmless(f"{topic}: {organisation}"))
    if not positions.assemblies:
        yield "keine Versammlungen gefunden" if german else "no assemblies found"
        return
    if not positions.threads:
        yield "keine Textstellen zu diesem Thema" if german else "no passages on this topic"
        return
    for index, assembly in enumerate(positions.assemblies):
        yield ""
        yield style.strong(_head(assembly, german))
        for one in assembly.amending:
            yield _INDENT + style.quiet(_amending(str(one), german))
        for carried in assembly.carried_on:
            yield _INDENT + style.quiet(f"{_carried(carried.basis, german)}: {carried.id}")
        steps = [
            step for thread in positions.threads for step in thread.steps if step.adopted_on == assembly.adopted_on
        ]
        yield from _date(_once(steps), style, german, first=index == 0 and not positions.continued)


def _once(steps: Sequence[Step]) -> list[Step]:
    """Each step once: several threads that merge share one."""
    return list({id(step): step for step in steps}.values())


def _head(assembly: Assembly, german: bool) -> str:
    date = assembly.adopted_on.german() if german else str(assembly.adopted_on)
    count = len(assembly.resolutions)
    noun = ("Beschluss" if count == 1 else "Beschlüsse") if german else ("resolution" if count == 1 else "resolutions")
    return harmless(f"{date}  {assembly.body}  ({count} {noun})")


def _amending(own_id: str, german: bool) -> str:
    if german:
        return f"nur Änderungsanweisungen, nicht eingearbeitet: {own_id}"
    return f"instructions for another text only, not applied: {own_id}"


_CARRIED: Final = {
    "relation": ("takes the place of", "tritt an die Stelle von"),
    "title": ("taken as the next version, for its title, of", "als neue Fassung genommen, wegen des Titels, von"),
    "programme": ("taken as the next programme after", "als nächstes Programm genommen nach"),
    "shared": (
        "taken as the next version, for the sentences both share, of",
        "als neue Fassung genommen, wegen gemeinsamer Sätze, von",
    ),
}


def _carried(basis: str, german: bool) -> str:
    return _CARRIED[basis][german]


def _date(steps: Sequence[Step], style: Style, german: bool, first: bool) -> Iterator[str]:
    if first:
        introduced = len(steps)
        yield _INDENT + (
            f"{introduced} Sätze, die erste Fassung" if german else f"{introduced} sentences, the first version"
        )
        return
    for kind, labels in STEPS.items():
        own = sorted((step for step in steps if step.kind == kind), key=_by_lines)
        if not own:
            continue
        yield f"  {style.strong(labels[german])}: {len(own)}"
        if kind != "kept":
            for step in own:
                yield from _step(step, style, german)


def _by_lines(step: Step) -> tuple[str, int, str]:
    return (str(step.place.id), step.place.lines[0].first if step.place.lines else 0, step.place.text)


def _step(step: Step, style: Style, german: bool) -> Iterator[str]:
    sign = "Z." if german else "l."
    new = f"{sign} {spans_text(step.place.lines)}"
    if step.kind in ("introduced", "dropped"):
        paint = style.added if step.kind == "introduced" else style.removed
        yield _INDENT + style.quiet(f"{new}  {harmless(step.place.section)}")
        yield from (
            f"{_INDENT}  {paint(line.strip())}" for line in wrapped(step.place.text, style.width, _INDENT + "  ")
        )
        return
    assert step.before is not None
    old = f"{sign} {spans_text(step.before.lines)}"
    yield _INDENT + style.quiet(f"{old} -> {new}  {_sections(step.before, step.place)}{_moved(step, german)}")
    yield from _words(step, style)
    for label, words in (
        ("gemeinsam" if german else "shared", step.shared),
        ("Hinweis" if german else "cue", step.cue),
    ):
        if words:
            yield f"{_INDENT}  {style.quiet(f'{label}: {harmless(words)}')}"


def _sections(before: Place, after: Place) -> str:
    if before.section == after.section:
        return harmless(after.section)
    return harmless(f"{before.section or '-'} -> {after.section or '-'}")


def _moved(step: Step, german: bool) -> str:
    return (" (verschoben)" if german else " (moved)") if step.moved and step.kind != "moved" else ""


def _words(step: Step, style: Style) -> Iterator[str]:
    assert step.before is not None
    old, new, indent = step.before.text, step.place.text, _INDENT + "  "
    if old == new:
        yield from wrapped(new, style.width, indent)
        return
    yield from wordings(old, new, style, indent, whole=step.kind == "fulfilled")


def as_data(positions: Positions) -> dict[str, Any]:
    """Positions as JSON data, schema 1; see docs/reference.md."""
    return {
        "schema": 1,
        "topic": positions.topic.name,
        "organisation": positions.organisation,
        "assemblies": [
            {
                "adopted_on": str(assembly.adopted_on),
                "body": assembly.body,
                "resolutions": [str(own_id) for own_id in assembly.resolutions],
                "amending": [str(own_id) for own_id in assembly.amending],
                "carries_on": [{"id": str(one.id), "basis": one.basis} for one in assembly.carried_on],
            }
            for assembly in positions.assemblies
        ],
        "threads": [
            {"label": thread.label, "steps": [_step_data(step) for step in thread.steps]}
            for thread in positions.threads
        ],
    }


def _step_data(step: Step) -> dict[str, Any]:
    return {
        "adopted_on": str(step.adopted_on),
        "step": step.kind,
        "moved": step.moved,
        **_place_data(step.place),
        "before": _place_data(step.before) if step.before else None,
        "shared": step.shared,
        "cue": step.cue,
    }


def _place_data(place: Place) -> dict[str, Any]:
    return {
        "id": str(place.id),
        **spans_as_data(place.lines),
        "section": place.section,
        "text": place.text,
    }
