"""Made-up resolutions with their truth: which sentence became which.

    old  A B C D E F         kept A, C reworded, B split, D and E merged, F moved, X added
    new  F' A B1 B2 C' X DE

Everything comes from the seed. Sentences are put together from words and patterns, so that any two share frame and
function words, as in real resolutions; paragraphs come in near-duplicates, and lines such as "Wir fordern:" repeat.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from random import Random

__all__ = ["EDITS", "Edits", "Generated", "generate"]

STARTS = (
    "Schul Wohn Rad Klima Kinder Sprach Kultur Sport Stadt Bürger Jugend Pflege Wasser Energie Verkehrs Bildungs"
).split()
MIDDLES = "bau platz förder wege schutz raum planungs betreuungs versorgungs berichts dienst beteiligungs".split()
ENDS = "programme konzepte mittel stellen angebote flächen verträge gruppen netze ziele räume gesetze preise".split()
ADJECTIVES = (
    "neue kommunale bezahlbare öffentliche barrierefreie gemeinsame verbindliche dezentrale kostenlose unabhängige "
    "regionale ökologische soziale digitale wohnortnahe vielfältige inklusive nachhaltige faire sichere"
).split()
ACTORS = (
    "Die Stadt|Der Rat|Die Verwaltung|Das Land|Der Bund|Die Fraktion|Der Kreisverband|Die Region|Das Jugendamt|"
    "Der Ausschuss|Die Bezirksvertretung|Das Schulamt|Die Gemeinde|Der Vorstand"
).split("|")
VERBS = (
    "fördert prüft schafft plant finanziert stärkt baut sichert erweitert entwickelt unterstützt ermöglicht "
    "beschließt verhindert begrenzt kontrolliert veröffentlicht"
).split()
PURPOSES = (
    "damit niemand ausgeschlossen wird|weil der Bedarf seit Jahren steigt|ohne dass die Mieten steigen|"
    "und legt dem Rat jährlich einen Bericht vor|in allen Stadtteilen|gemeinsam mit den Verbänden vor Ort|"
    "für Familien mit geringem Einkommen|nach dem Vorbild anderer Städte|in enger Abstimmung mit den Schulen|"
    "auch gegen den Widerstand der Betreiber|mit Vorrang für benachteiligte Quartiere|im Rahmen des Haushalts"
).split("|")
AWAY = 12
BOILERPLATE = ["Wir fordern:", "Deshalb beschließen wir:", "Begründung:", "Das lehnen wir ab.", "Dazu gehört:"]


@dataclass(frozen=True)
class Edits:
    """How often each thing happens to a sentence, and how often a paragraph is moved."""

    reword: float
    rewrite: float
    split: float
    merge: float
    drop: float
    add: float
    move: float
    move_paragraph: float


EDITS = {
    "light": Edits(0.05, 0.01, 0.01, 0.01, 0.02, 0.02, 0.01, 0.02),
    "usual": Edits(0.15, 0.04, 0.04, 0.04, 0.06, 0.06, 0.03, 0.05),
    "heavy": Edits(0.30, 0.12, 0.08, 0.08, 0.12, 0.12, 0.08, 0.10),
}


@dataclass
class Generated:
    """Two texts and what became of what: pairs of indices, and those of them that were moved on purpose."""

    old: list[str]
    new: list[str]
    links: set[tuple[int, int]] = field(default_factory=set)
    moved: set[tuple[int, int]] = field(default_factory=set)


Piece = tuple[str, tuple[int, ...], bool]
"""A sentence of the new text, the old sentences it comes from, and whether it was moved."""


def generate(seed: int, sentences: int, edits: Edits) -> Generated:
    """An old and a new text of about so many sentences each."""
    draw = Random(seed)
    paragraphs = _paragraphs(draw, sentences)
    old = [sentence for paragraph in paragraphs for sentence in paragraph]
    made: list[list[Piece]] = []
    first = 0
    for paragraph in paragraphs:
        made.append(_edit_paragraph(draw, paragraph, first, edits))
        first += len(paragraph)
    pieces = _move(draw, made, set(old), edits)
    result = Generated(old, [text for text, _, _ in pieces])
    for j, (_, origins, moved) in enumerate(pieces):
        for i in origins:
            result.links.add((i, j))
            if moved:
                result.moved.add((i, j))
    return result


def _noun(draw: Random) -> str:
    middle = draw.choice(MIDDLES) if draw.random() < 0.5 else ""
    return draw.choice(STARTS) + middle + draw.choice(ENDS)


def _phrase(draw: Random) -> str:
    amount = draw.choice(["", "", f"{draw.randrange(2, 90)} ", f"{draw.randrange(2, 90)} Prozent mehr "])
    return f"{amount}{draw.choice(ADJECTIVES)} {_noun(draw)}"


def _sentence(draw: Random) -> str:
    clause = f"{draw.choice(ACTORS)} {draw.choice(VERBS)} {_phrase(draw)}"
    if draw.random() < 0.7:
        clause += f" und {_phrase(draw)}"
    if draw.random() < 0.3:
        clause += f" bis {draw.randrange(2024, 2045)}"
    if draw.random() < 0.6:
        clause += f", {draw.choice(PURPOSES)}"
    if draw.random() < 0.35:
        clause += f"; {_lower(draw.choice(ACTORS))} {draw.choice(VERBS)} dafür {_phrase(draw)}"
    return clause + "."


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def _paragraphs(draw: Random, sentences: int) -> list[list[str]]:
    made: list[list[str]] = []
    count = 0
    while count < sentences:
        if made and draw.random() < 0.06:
            paragraph = [_reword(draw, s, 1) for s in draw.choice(made)]
        else:
            paragraph = [_sentence(draw) for _ in range(draw.randrange(1, 7))]
            if draw.random() < 0.25:
                paragraph.insert(0, draw.choice(BOILERPLATE))
        made.append(paragraph)
        count += len(paragraph)
    return made


def _reword(draw: Random, sentence: str, changes: int) -> str:
    words = sentence.split(" ")
    for _ in range(changes):
        place = draw.randrange(len(words))
        kind = draw.randrange(4)
        if kind == 0 and len(words) > 5:
            del words[place]
        elif kind == 1:
            words.insert(place, draw.choice(["auch", "künftig", "dauerhaft", "zusätzlich", draw.choice(ADJECTIVES)]))
        elif kind == 2 and any(word.isdigit() for word in words):
            where = draw.choice([k for k, word in enumerate(words) if word.isdigit()])
            words[where] = str(int(words[where]) + draw.randrange(1, 9))
        else:
            words[place] = draw.choice([_noun(draw), draw.choice(VERBS), draw.choice(ADJECTIVES)])
    text = " ".join(words)
    return text if text != sentence else _reword(draw, sentence, changes)


def _rewrite(draw: Random, sentence: str) -> str:
    """About half of the words others, or the halves in the other order."""
    words = sentence.rstrip(".").split(" ")
    if draw.random() < 0.3 and len(words) > 7:
        cut = draw.randrange(3, len(words) - 3)
        return _upper(" ".join(words[cut:])) + " – " + _lower(" ".join(words[:cut])) + "."
    return _reword(draw, sentence, max(2, len(words) * 2 // 5))


def _halves(draw: Random, sentence: str) -> list[str]:
    words = sentence.rstrip(".").split(" ")
    if len(words) < 8:
        return [sentence]
    cuts = [k for k in range(3, len(words) - 3) if words[k] == "und" or words[k - 1][-1] in ",;"]
    cut = draw.choice(cuts) if cuts else len(words) // 2
    head, tail = words[:cut], words[cut + (words[cut] == "und") :]
    if len(tail) < 3:
        return [sentence]
    return [" ".join(head).rstrip(",;") + ".", _upper(" ".join(tail)) + "."]


def _edit_paragraph(draw: Random, paragraph: list[str], first: int, edits: Edits) -> list[Piece]:
    pieces: list[Piece] = []
    k = 0
    while k < len(paragraph):
        sentence, i = paragraph[k], first + k
        k += 1
        roll = draw.random()
        if sentence in BOILERPLATE:
            pieces.append((sentence, (i,), False))
        elif (roll := roll - edits.drop) < 0:
            pass
        elif (roll := roll - edits.split) < 0:
            pieces.extend((half, (i,), False) for half in _halves(draw, sentence))
        elif (roll := roll - edits.merge) < 0 and k < len(paragraph):
            joint = draw.choice([", ", "; ", " und "])
            pieces.append((sentence.rstrip(".") + joint + _lower(paragraph[k]), (i, i + 1), False))
            k += 1
        elif (roll := roll - edits.rewrite) < 0:
            pieces.append((_rewrite(draw, sentence), (i,), False))
        elif (roll := roll - edits.reword) < 0:
            pieces.append((_reword(draw, sentence, draw.randrange(1, 4)), (i,), False))
        else:
            pieces.append((sentence, (i,), False))
        if draw.random() < edits.add:
            pieces.append((_sentence(draw), (), False))
    return pieces


def _move(draw: Random, paragraphs: list[list[Piece]], untouched: set[str], edits: Edits) -> list[Piece]:
    """Move whole paragraphs and single sentences to a place that is well away.

    Half of the single sentences are reworded as well, if they were not before: what is reworded twice and moved is a
    new sentence to any reader.
    """
    out: list[list[Piece]] = []
    away: list[list[Piece]] = []
    for paragraph in paragraphs:
        if draw.random() < edits.move_paragraph:
            away.append([(text, origins, True) for text, origins, _ in paragraph])
            continue
        stays = []
        # The halves of a split sentence stand together, so they move together.
        for origins, group in groupby(paragraph, key=lambda piece: piece[1]):
            pieces = list(group)
            # A line that is found everywhere cannot be seen to have moved.
            if origins and pieces[0][0] not in BOILERPLATE and draw.random() < edits.move:
                again = len(pieces) == 1 and pieces[0][0] in untouched and draw.random() < 0.5
                away.append([(_reword(draw, text, 2) if again else text, origins, True) for text, _, _ in pieces])
            else:
                stays.extend(pieces)
        out.append(stays)
    homes = [next((origins[0] for _, origins, _ in paragraph if origins), 0) for paragraph in out]
    arrivals: dict[int, list[list[Piece]]] = {}
    for paragraph in away:
        arrivals.setdefault(_place_away_from(draw, paragraph, homes), []).append(paragraph)
    pieces_in_order: list[Piece] = []
    for place in range(len(out) + 1):
        for paragraph in [*arrivals.get(place, []), *out[place : place + 1]]:
            pieces_in_order.extend(paragraph)
    return pieces_in_order


def _place_away_from(draw: Random, paragraph: list[Piece], homes: list[int]) -> int:
    """A paragraph before which it would stand well away from where it stood."""
    home = next((origins[0] for _, origins, _ in paragraph if origins), 0)
    for _ in range(50):
        place = draw.randrange(len(homes) + 1)
        if place == len(homes) or abs(homes[place] - home) > AWAY:
            return place
    return len(homes)
