"""What the commands say about relations, links, what holds, and what a draft brings that is new.

A part of the table in ``cli.words``.
"""

from typing import Final

HOLDING: Final[dict[str, tuple[str, str]]] = {
    "beschlusslage": (
        "Show what holds on a topic on a date, since when, and what was left out and why.",
        "Zeigen, was zu einem Thema an einem Tag gilt, seit wann, und was warum nicht berücksichtigt ist.",
    ),
    "help.as_of": (
        "what was adopted up to this date; today if none is given",
        "was bis zu diesem Datum beschlossen war; ohne Angabe heute",
    ),
    "help.holding.known_at": (
        "as the archive knew it: a git revision or a day",
        "wie das Archiv es kannte: eine Git-Revision oder ein Tag",
    ),
    "novelty": (
        "Say of each sentence of a draft whether it is resolved already, and what is new.",
        "Von jedem Satz eines Entwurfs sagen, ob er schon beschlossen ist, und was neu ist.",
    ),
    "help.novelty.file": (
        "the draft, in any form that can be archived",
        "der Entwurf, in jeder Form, die sich ablegen lässt",
    ),
    "help.novelty.topic": ("only what belongs to this topic", "nur, was zu diesem Thema gehört"),
    "relate": (
        "Say what a resolution does to an earlier one, or show its relations.",
        "Sagen, was ein Beschluss mit einem früheren macht, oder seine Beziehungen zeigen.",
    ),
    "help.relate.kind": (
        "supersedes, amends, repeals, continues or reaffirms",
        "supersedes (ersetzt), amends (ändert), repeals (hebt auf), continues (führt fort) oder reaffirms (bekräftigt)",
    ),
    "help.relate.target": ("the earlier resolution", "der frühere Beschluss"),
    "help.relate.lines": (
        "printed lines of the newer text that say so",
        "gedruckte Zeilen des neueren Textes, die es sagen",
    ),
    "help.relate.remove": ("take the relation back", "die Beziehung zurücknehmen"),
    "link": (
        "Say that a sentence became another, or did not; or list what was said.",
        "Sagen, dass aus einem Satz ein anderer wurde oder nicht; oder auflisten, was gesagt wurde.",
    ),
    "help.link.old": (
        "the earlier sentence, such as 4.1@2014:24-25; or a resolution alone, to list its links",
        "der frühere Satz, etwa 4.1@2014:24-25; oder nur ein Beschluss, um seine Verknüpfungen aufzulisten",
    ),
    "help.link.new": ("the newer sentence", "der neuere Satz"),
    "help.link.deny": ("say that it did not become the other", "sagen, dass daraus nicht der andere wurde"),
    "help.link.withdraw": ("take back what was said", "zurücknehmen, was gesagt wurde"),
    "help.link.number": (
        "with --withdraw: the link with this number in the list of a resolution",
        "mit --withdraw: die Verknüpfung mit dieser Nummer aus der Liste eines Beschlusses",
    ),
    "linked.same": ("became:", "wurde zu:"),
    "linked.denied": ("did not become:", "wurde nicht zu:"),
    "linked.gone": ("no longer in the text", "nicht mehr im Text"),
    "no-links": ("nothing was said of its sentences", "über seine Sätze wurde nichts gesagt"),
    "no-relations": ("no relations", "keine Beziehungen"),
    "basis.text": ("says the text", "laut Text"),
    "claim": ("the text says itself:", "der Text sagt selbst:"),
    "claim.take": ("to take this over:", "so übernimmt man das:"),
    "claim.which": ("to take one of these over:", "so übernimmt man eines davon:"),
    "claim.none": (
        "no earlier resolution here has that date or title",
        "kein früherer Beschluss hier hat dieses Datum oder diesen Titel",
    ),
}
