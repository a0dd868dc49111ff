"""The positions on a topic for a terminal: what a reader asks first stands first.

    Was sich vom 22.03.2014 bis zum 16.11.2019 änderte
      neu: 8
        Sprachkurse
          Z. 41-43  Sprache öffnet Türen
            Wir wollen …
      geändert: 3
        …
          Z. 14 -> Z. 17
            [-20-] {+35+}

For two dates that report; for more a timeline, and the report of the last step. Reads threads; the words that
differ are marked as in a comparison.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from libcorpus.model.harmless import harmless
from libcorpus.render.grid import render_grid
from libcorpus.render.marking import whole_wordings, wordings
from libcorpus.render.saying import is_german
from libcorpus.render.steps import (
    STEPS,
    WHOLE,
    by_lines,
    carried,
    counted,
    date,
    evidence,
    headline,
    lines,
    matter_label,
    modal_words,
    on_date,
    sides,
    tally,
    touched,
    why,
)
from libcorpus.render.style import Style, wrapped
from libcorpus.topics.between import Change, between
from libcorpus.topics.positions import Assembly, Place, Positions
from libcorpus.topics.timeline import in_order

_INDENT: Final = "      "
# More texts that hold no longer than these are only counted.
MANY: Final = 8
CONFIRM: Final = (
    "where a suggestion is right, the command below it confirms that; with --deny behind it never comes back",
    "stimmt ein Vorschlag, bestätigt ihn der Befehl darunter; mit --deny dahinter erscheint er nie wieder",
)
Command = Callable[[Place, Place], str]


@dataclass(frozen=True, slots=True)
class Report:
    """What of the positions is shown: ``dates`` are the assemblies that were asked for, in order.

    ``net``: what changed from the first to the last date, whatever happened on the way. ``everything``: a report for
    each date, with what was kept. ``command`` is what a person types to say that two places belong together.
    """

    organisation: str
    dates: tuple[Assembly, ...]
    net: bool = False
    everything: bool = False
    command: "Command | None" = None


def render_positions(positions: Positions, style: Style, lang: str, report: Report) -> Iterator[str]:
    """The lines of the report. ``positions`` hold all dates up to the last; ``report`` says which of them are shown."""
    yield style.strong(harmless(f"{positions.topic.label(lang)}: {report.organisation}"))
    dates = report.dates
    if told := nothing(positions, dates, lang):
        yield told
        return
    yield style.quiet(summary(positions, dates, lang))
    yield from _beside(dates, style, lang, report.everything)
    if told := quiet_dates(positions, dates, lang):
        yield told
        return
    if len(dates) > 2 and not report.net:
        yield ""
        yield from render_grid(_only(positions, dates), style, lang)
    for low, high in pairs(positions, report):
        yield from _changes(positions, low, high, style, lang, report)


def _only(positions: Positions, dates: Sequence[Assembly]) -> Positions:
    return positions if len(dates) == len(positions.assemblies) else positions.since(dates[0].adopted_on)


def pairs(positions: Positions, report: Report) -> list[tuple[Assembly | None, Assembly]]:
    """The pairs of dates a report is given for: first and last, every step, or the last one.

    Only assemblies count at which the topic came up. The first of all stands alone; before the first that is shown
    stands the one that was there before, if any.
    """
    known = touched(positions)
    shown = [one for one in known if one in report.dates]
    if report.net and len(shown) > 1:
        return [(shown[0], shown[-1])]
    steps: list[tuple[Assembly | None, Assembly]] = list(pairwise(shown))
    if not steps or report.everything:
        earlier = [None, *known]
        steps = [(earlier[known.index(one)], one) for one in shown[:1]] + steps
    return steps if report.everything else steps[-1:]


def nothing(positions: Positions, dates: Sequence[Assembly], lang: str) -> str:
    """What is said where there is nothing to show; empty where there is something."""
    german = is_german(lang)
    if not dates and positions.assemblies:
        last = date(positions.assemblies[-1].adopted_on, lang)
        return (
            f"keine Versammlung in diesem Zeitraum; die letzte davor: {last}"
            if german
            else f"no assembly within these dates; the last one before: {last}"
        )
    if not dates:
        return "keine Versammlungen gefunden" if german else "no assemblies found"
    if not positions.threads:
        where = counted(len(dates), ("assembly", "Versammlung"), ("assemblies", "Versammlungen"), lang)
        return f"keine Textstellen zu diesem Thema ({where})" if german else f"no passages on this topic ({where})"
    return ""


def quiet_dates(positions: Positions, dates: Sequence[Assembly], lang: str) -> str:
    """What is said where the topic did not come up at any of the dates; empty where it did."""
    if any(one in dates for one in touched(positions)):
        return ""
    if is_german(lang):
        return "in diesem Zeitraum wurde nichts zu diesem Thema beschlossen; was galt, gilt weiter"
    return "nothing was adopted on this topic within these dates; what held holds on"


def summary(positions: Positions, dates: Sequence[Assembly], lang: str) -> str:
    """How many positions, and how many of them hold at the last date."""
    german = is_german(lang)
    span = date(dates[0].adopted_on, lang)
    if len(dates) > 1:
        span += f"{' bis ' if german else ' to '}{date(dates[-1].adopted_on, lang)}"
    assemblies = counted(len(dates), ("assembly", "Versammlung"), ("assemblies", "Versammlungen"), lang)
    count = counted(len(positions.threads), ("position", "Position"), ("positions", "Positionen"), lang)
    holding = sum(thread.holds and not thread.into for thread in positions.threads)
    verb = ("hold", "gelten") if holding != 1 else ("holds", "gilt")
    held = f"davon {verb[1]} {holding}" if german else f"{holding} of which {verb[0]}"
    return f"{assemblies} ({span}), {count}, {held}"


def _beside(dates: Sequence[Assembly], style: Style, lang: str, everything: bool) -> Iterator[str]:
    """What was taken for the next version of what, if that is not too much; and what only gives instructions."""
    count = sum(len(one.carried_on) for one in dates)
    many = count > MANY and not everything
    if many:
        told = (
            f"{count} frühere Texte gelten nicht mehr, seit spätere sie fortführen oder beenden; --all nennt sie"
            if is_german(lang)
            else f"{count} earlier texts hold no longer since later ones carry them on or end them; --all names them"
        )
        yield from _quiet(told, style, "")
    for one in dates:
        for text in () if many else one.carried_on:
            yield style.quiet(f"{date(one.adopted_on, lang)}: {carried(text.basis, lang)} {harmless(text.id)}")
        for own_id in one.amending:
            only = (
                "nur Änderungsanweisungen, nicht eingearbeitet" if is_german(lang) else "instructions only, not applied"
            )
            yield style.quiet(f"{date(one.adopted_on, lang)}: {only}: {harmless(own_id)}")


def _changes(
    positions: Positions, low: Assembly | None, high: Assembly, style: Style, lang: str, report: Report
) -> Iterator[str]:
    changes = between(positions, low.adopted_on if low else None, high.adopted_on)
    yield ""
    yield style.strong(title(low, high, lang, report.net))
    if not changes:
        yield "  nichts zu diesem Thema" if is_german(lang) else "  nothing on this topic"
        return
    yield from wrapped(tally([change.kind for change in changes], lang), style.width, "  ")
    for kind in STEPS:
        own = [change for change in changes if change.kind == kind]
        if own and (kind != "kept" or report.everything or len(changes) == len(own)):
            for line in wrapped(f"{headline(kind, lang)}: {len(own)}", style.width, "  "):
                yield f"  {style.strong(line[2:])}"
            if report.command and any(change.last and change.last.suggestions for change in own if not change.new):
                yield from _quiet(CONFIRM[is_german(lang)], style, "    ")
            yield from _by_matter(positions, own, style, lang, report.command)


def title(low: Assembly | None, high: Assembly, lang: str, net: bool = False) -> str:
    """The headline over what changed at a date; ``net``: from one date to another."""
    body = harmless(f", {high.body}") if high.body else ""
    german = is_german(lang)
    if low is None:
        when = on_date(high.adopted_on, lang)
        return f"Was {when} beschlossen wurde{body}" if german else f"What was adopted {when}{body}"
    if not net:
        when = on_date(high.adopted_on, lang)
        return f"Was sich {when} änderte{body}" if german else f"What changed {when}{body}"
    old, new = date(low.adopted_on, lang), date(high.adopted_on, lang)
    return f"Was sich von {old} bis {new} änderte" if german else f"What changed from {old} to {new}"


def _by_matter(
    positions: Positions, changes: Sequence[Change], style: Style, lang: str, command: Command | None
) -> Iterator[str]:
    matters = in_order(positions, list(dict.fromkeys(change.matter for change in changes)))
    for matter in matters:
        yield f"    {style.strong(matter_label(positions, matter, lang))}"
        own = [change for change in changes if change.matter == matter]
        for change in sorted(own, key=lambda change: by_lines(_place(change))):
            yield from _change(positions, change, style, lang, command)


def _quiet(words: str, style: Style, indent: str) -> Iterator[str]:
    yield from (indent + style.quiet(line[len(indent) :]) for line in wrapped(words, style.width, indent))


def _where(place: Place, lang: str) -> str:
    """Its printed lines, and the heading above where there is one."""
    return f"{lines(place, lang)}  {harmless(place.section)}".rstrip()


def _place(change: Change) -> Place:
    """Where it stands now, or where it last stood."""
    return change.new or change.old or change.thread.steps[0].place


def _change(positions: Positions, change: Change, style: Style, lang: str, command: Command | None) -> Iterator[str]:
    old, new = change.old, change.new
    if old is None or new is None:
        place = _place(change)
        paint = style.added if new else style.removed
        yield _INDENT + style.quiet(_where(place, lang))
        yield from (f"{_INDENT}  {paint(line.strip())}" for line in wrapped(place.text, style.width, _INDENT + "  "))
    else:
        moved = _moved(change, lang)
        where = f"{lines(old, lang)} -> {lines(new, lang)}  {_sections(old, new)}".rstrip()
        yield _INDENT + style.quiet(f"{where}{moved}")
        yield from _words(change, old, new, style, lang)
    if change.last is not None:
        for words in why(positions, change.last, lang):
            yield from _quiet(words, style, _INDENT + "  ")
        for one in change.last.suggestions if new is None else ():
            where = _where(one.new, lang)
            yield from _quiet(f"{evidence(positions, one, lang)}: {where}", style, _INDENT + "  ")
            yield from wrapped(one.new.text, style.width, _INDENT + "    ")
            if command is not None:
                yield f"{_INDENT}    {style.quiet(harmless(command(one.old, one.new)))}"


def _words(change: Change, old: Place, new: Place, style: Style, lang: str) -> Iterator[str]:
    indent = _INDENT + "  "
    if old.text == new.text:
        yield from wrapped(new.text, style.width, indent)
        return
    if change.kind in WHOLE:
        yield from whole_wordings(old.text, new.text, style, indent, sides(lang))
    else:
        yield from wordings(old.text, new.text, style, indent)
    if said := modal_words(change.kind, old, new, lang):
        yield indent + style.quiet(said)


def _moved(change: Change, lang: str) -> str:
    if change.kind == "moved" or not any(step.moved for step in change.steps):
        return ""
    return " (verschoben)" if is_german(lang) else " (moved)"


def _sections(old: Place, new: Place) -> str:
    if old.section == new.section:
        return harmless(new.section)
    return harmless(f"{old.section or '-'} -> {new.section or '-'}")
