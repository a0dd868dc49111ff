"""What a report calls a step, its sign, and the citation behind it, in German and English.

    name("unmatched", "de")   "ohne gefundene Entsprechung"          sign("reworded")   "~"

Knows kinds of steps and two languages; no marks, and no markup of any kind of file.
"""

from collections.abc import Callable, Sequence
from typing import Final

from libcorpus.model.dates import PartialDate
from libcorpus.model.harmless import harmless
from libcorpus.render.marking import spans_text
from libcorpus.render.modals import modals
from libcorpus.render.saying import is_german
from libcorpus.topics.positions import Assembly, Evidence, Place, Positions, Step
from libcorpus.topics.timeline import HOLDS

# kind: sign, English, German. In the order in which a reader wants them.
STEPS: Final = {
    "introduced": ("+", "new", "neu"),
    "resumed": ("%", "resumed", "wieder aufgenommen"),
    "dropped": ("-", "dropped", "entfallen"),
    "repealed": ("x", "repealed", "aufgehoben"),
    "expired": ("x", "expired", "ausgelaufen"),
    "unmatched": ("?", "no counterpart found", "keine Entsprechung gefunden"),
    "fulfilled": ("*", "fulfilled", "erfüllt"),
    "reworded": ("~", "reworded", "geändert"),
    "related": ("&", "written anew", "neu gefasst"),
    "split": ("<", "split", "geteilt"),
    "merged": (">", "merged", "zusammengefasst"),
    "moved": ("^", "moved", "verschoben"),
    "kept": ("=", "kept", "unverändert"),
    HOLDS: (".", "holds on", "gilt weiter"),
}
# What stands behind the name of a kind that is a guess, where its cases are shown.
GUESSED: Final = {
    "fulfilled": (
        "a guess: the old text asks, the new one reports",
        "vermutet: der alte Text fordert, der neue berichtet",
    ),
    "related": ("a guess: same subject matter in other words", "vermutet: dieselbe Sache in anderen Worten"),
    "unmatched": (
        "the later text was written anew; that nothing was found does not mean that it was dropped",
        "der spätere Text wurde neu geschrieben; dass nichts gefunden wurde, heißt nicht, dass es entfallen ist",
    ),
}
TIERS: Final = {
    "confirmed": ("confirmed by an editor", "redaktionell bestätigt"),
    "sure": ("sure", "sicher"),
    "likely": ("likely", "wahrscheinlich"),
    "suggested": ("perhaps", "vielleicht"),
}
FUNCTIONS: Final = {
    "demand": ("demand", "Forderung"),
    "commitment": ("commitment", "Selbstverpflichtung"),
    "achievement": ("achievement", "Erreichtes"),
    "finding": ("finding", "Feststellung"),
    "principle": ("principle", "Grundsatz"),
    "refusal": ("refusal", "Ablehnung"),
    "question": ("question", "Frage"),
    "statement": ("statement", "Aussage"),
}
_CARRIED: Final = {
    "relation": ("ends, by a relation,", "beendet, laut Beziehung,"),
    "title": ("taken as the next version, for its title, of", "als neue Fassung genommen, wegen des Titels, von"),
    "programme": ("taken as the next programme after", "als nächstes Programm genommen nach"),
    "shared": (
        "taken as the next version, for the sentences both share, of",
        "als neue Fassung genommen, wegen gemeinsamer Sätze, von",
    ),
}
# Of these both wordings are shown whole; of these the modal words that differ are named.
WHOLE: Final = ("fulfilled", "related")
COMPARED: Final = ("reworded", *WHOLE)
_MONTHS: Final = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
# How to cite a place: its whole citation, with the printed lines.
Cite = Callable[[Place], str]


def sign(kind: str) -> str:
    """The sign of a kind of step; a blank where nothing stands."""
    return STEPS[kind][0] if kind in STEPS else " "


def name(kind: str, lang: str) -> str:
    """What a kind of step is called."""
    return STEPS[kind][1 + is_german(lang)]


def headline(kind: str, lang: str) -> str:
    """A kind with what makes it a guess, where it is one."""
    guess = GUESSED.get(kind)
    return f"{name(kind, lang)} ({guess[is_german(lang)]})" if guess else name(kind, lang)


def carried(basis: str, lang: str) -> str:
    """What says that a text carries an earlier one on; the id of that one follows."""
    return _CARRIED[basis][is_german(lang)]


def ended(step: Step, lang: str) -> str:
    """Why a text holds no longer: repealed by which, or until when it held; empty for any other step."""
    german = is_german(lang)
    if step.kind == "repealed" and step.by:
        return f"{'aufgehoben durch' if german else 'repealed by'} {harmless(step.by)}"
    if step.kind == "expired" and step.held_until:
        return f"{'galt bis' if german else 'held until'} {date(step.held_until, lang)}"
    return ""


def why(positions: Positions, step: Step, lang: str) -> list[str]:
    """What a step rests on, where it is a guess or was judged: tier, matter, shared words, score, cue."""
    german = is_german(lang)
    said = [evidence(positions, step.evidence, lang)] if step.evidence else []
    if step.shared:
        said.append(f"{'gemeinsam' if german else 'shared'}: {harmless(step.shared)}")
    if step.cue:
        said.append(f"{'Hinweis' if german else 'cue'}: {harmless(step.cue)}")
    if words := ended(step, lang):
        said.append(words)
    return said


def evidence(positions: Positions, one: Evidence, lang: str) -> str:
    """Why two sentences are taken to be about the same: how sure, the matter, the shared words, the score."""
    german = is_german(lang)
    parts = [TIERS[one.tier][german]]
    if one.matter:
        parts.append(f"{'Sache' if german else 'matter'}: {matter_label(positions, one.matter, lang)}")
    if one.shared:
        parts.append(f"{'gemeinsam' if german else 'shared'}: {harmless(', '.join(one.shared))}")
    if one.tier != "confirmed":
        parts.append(f"{'Wert' if german else 'score'} {one.score:.2f}".replace(".", "," if german else "."))
    return "; ".join(parts)


def lines(place: Place, lang: str) -> str:
    """Printed lines of a place: ``Z. 94-99`` or ``l. 94-99``; ``ohne Zeile`` where print has none."""
    if not place.lines:
        return "ohne Zeile" if is_german(lang) else "no line"
    return f"{'Z.' if is_german(lang) else 'l.'} {spans_text(place.lines)}"


def date(one: PartialDate, lang: str) -> str:
    """A date as the language writes it."""
    return one.german() if is_german(lang) else str(one)


def on_date(one: PartialDate, lang: str) -> str:
    """When something happened: ``am 05.05.2001``, ``im Juni 2005``, ``2010``; ``on 2001-05-05``, ``in 2005-06``."""
    if not is_german(lang):
        return f"{'on' if one.day else 'in'} {one}"
    if one.day:
        return f"am {one.german()}"
    return f"im {_MONTHS[one.month - 1]} {one.year}" if one.month else str(one.year)


def sides(lang: str) -> tuple[str, str]:
    """What stands before an old and a new wording that are shown whole."""
    return ("alt: ", "neu: ") if is_german(lang) else ("old: ", "new: ")


def modal_words(kind: str, old: Place | None, new: Place | None, lang: str) -> str:
    """The modal words that only one of two wordings has, in one line: ``soll → muss``; empty where there are none.

    Nothing is said of a sentence that was split or merged, where words stay away with the other part.
    """
    if kind not in COMPARED or old is None or new is None or not (found := modals(old.text, new.text)):
        return ""
    return f"{'Modalwörter' if is_german(lang) else 'modal words'}: {harmless(found)}"


def matter_label(positions: Positions, matter: str, lang: str) -> str:
    """What a matter is called; what is about none in particular stands under a name of its own."""
    labels = {one.name: one.label("de" if is_german(lang) else "en") for one in positions.topic.matters}
    return harmless(labels.get(matter, matter)) or ("Allgemeines" if is_german(lang) else "General")


def touched(positions: Positions) -> list[Assembly]:
    """The assemblies at which the topic came up, or which adopted something that is shown beside."""
    dates = {step.adopted_on for thread in positions.threads for step in thread.steps}
    return [one for one in positions.assemblies if one.adopted_on in dates]


def counted(count: int, one: tuple[str, str], several: tuple[str, str], lang: str) -> str:
    """A number with its noun."""
    return f"{count} {(one if count == 1 else several)[is_german(lang)]}"


def by_lines(place: Place) -> tuple[str, int, str]:
    """Places in the order of the text."""
    return (str(place.id), place.lines[0].first if place.lines else 0, place.text)


def tally(kinds: Sequence[str], lang: str) -> str:
    """How many of each kind, in the order a reader wants."""
    return ", ".join(f"{kinds.count(kind)} {name(kind, lang)}" for kind in STEPS if kind in kinds)
