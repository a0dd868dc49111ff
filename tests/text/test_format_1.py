"""Files of format 1, kept as they are, open for ever: to these values, and back to the same bytes.

Whoever must change a file below ``tests/corpora/format-1`` to pass has broken the format.
"""

from pathlib import Path

import pytest

from libcorpus import Corpus
from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.lines import LineSpan
from libcorpus.text.linetable import parse_document, write_document

KEPT = Path(__file__).resolve().parents[1] / "corpora" / "format-1"
ALL = "morgenrot-lindenfurt/2019-11-16/4.2-alles-was-ein-text-hat"
PAGED = "morgenrot-lindenfurt/1959-03/zaehlung-je-seite"

HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM
QUOTE, TABLE, NOTE = BlockKind.QUOTE, BlockKind.TABLE, BlockKind.NOTE

BLOCKS = (
    Block(HEADING, ("Alles, was ein Text hat",), 1),
    Block(PARAGRAPH, ("Lindenfurt gehört allen, auch den Migrant*innen.", "Der 1. Mai bleibt.")),
    Block(
        PARAGRAPH,
        (
            "1. Januar, so beginnt ein Satz ohne Nummer.",
            "\\ und - sind Zeichen.",
            "- auch das ist keines.",
            "#1 ist keine Überschrift, *innen keine Betonung, 5 > 4 kein Zitat und [^1] hier nur ein Zeichen.",
        ),
    ),
    Block(HEADING, ("Ohne Nummer gedruckt",), 2),
    Block(PARAGRAPH, ("Wir fordern:",)),
    Block(ITEM, ("Die Stadt soll Haupt- und Ehrenamtliche fördern.", "Das gilt auch für Nicht-EU-Ausländer."), 1),
    Block(ITEM, ("einen Bus in der Nacht",), 2),
    Block(ITEM, ("1 Keine Armut",), 2),
    Block(PARAGRAPH, ("Ein Absatz, der zum ersten Punkt gehört.",), 1),
    Block(ITEM, ("Erstens.",), 1, "1."),
    Block(ITEM, ("Zweitens – mit 42 %.", "2. ist hier kein Punkt."), 1, "2."),
    Block(ITEM, ("die Donaudampfschifffahrtsgesellschaft", "(b) steht im Satz."), 2, "(a)"),
    Block(HEADING, ("Zitat und Tabelle",), 3),
    Block(QUOTE, ("„Die Stadt“, sagte sie, „gehört allen.“", "> Und sie meinte es so.")),
    Block(TABLE, ("Jahr | Kurse", "2009 | 20", "2019 | \\ | -")),
    Block(
        PARAGRAPH,
        (
            "Zum\u00a0Schluss: \U0001f468\u200d\U0001f469\u200d\U0001f467, \u1ec7 und Weich\u00adzeichen, "
            "zwei\u2028Zeilen\u0085in\x0ceiner.",
        ),
    ),
    Block(NOTE, ("Eine Fußnote.", "Mit zweitem Satz."), 0, "1"),
    Block(NOTE, ("Noch eine.",), 0, "*"),
)

PRINTED = (
    (1, 1, "Alles, was ein Text hat"),
    (2, 1, "Lindenfurt gehört allen, auch den"),
    (3, 1, "Migrant*innen. Der 1. Mai bleibt."),
    (4, 1, "1. Januar, so beginnt ein Satz ohne Nummer. \\"),
    (5, 1, "und - sind Zeichen. - auch das ist keines. #1 ist keine"),
    (6, 1, "Überschrift, *innen keine Betonung, 5 > 4 kein Zitat und [^1] hier nur ein Zeichen."),
    (None, 1, "Ohne Nummer gedruckt"),
    (7, 1, "Wir fordern:"),
    (8, 1, "Die Stadt soll Haupt- und"),
    (9, 1, "Ehrenamtliche fördern. Das gilt auch für Nicht-"),
    (10, 1, "EU-Ausländer."),
    (11, 1, "einen Bus in der Nacht"),
    (12, 2, "1 Keine Armut"),
    (13, 2, ""),
    (14, 2, "Ein Absatz, der zum ersten Punkt gehört."),
    (15, 2, "Erstens."),
    (16, 2, "Zweitens – mit 42 %."),
    (17, 2, "2. ist hier kein Punkt."),
    (18, 2, "die"),
    (19, 2, "Donaudampfschifffahrts-"),
    (20, 2, "gesellschaft"),
    (21, 2, "(b) steht im Satz."),
    (22, 2, "Zitat und Tabelle"),
    (23, 2, "„Die Stadt“, sagte sie, „gehört allen.“"),
    (24, 2, "> Und sie meinte es so."),
    (25, 2, "Jahr | Kurse"),
    (26, 2, "2009 | 20"),
    (27, 2, "2019 | \\ | -"),
    (28, 2, "Zum\u00a0Schluss: \U0001f468\u200d\U0001f469\u200d\U0001f467, \u1ec7 und"),
    (29, 2, "Weich\u00adzeichen, zwei\u2028Zeilen\u0085in\x0ceiner."),
    (None, 2, "Eine Fußnote. Mit zweitem Satz."),
    (None, 2, "Noch eine."),
)


def kept(resolution: str) -> tuple[str, str]:
    folder = KEPT / "resolutions" / resolution
    return tuple((folder / name).read_bytes().decode() for name in ("text.txt", "lines.tsv"))  # type: ignore[return-value]


def opened(resolution: str) -> Document:
    return parse_document(*kept(resolution))


def test_the_words_are_these() -> None:
    assert opened(ALL).blocks == BLOCKS


def test_the_lines_of_print_are_these() -> None:
    assert tuple((start.number, start.page, words) for start, words in opened(ALL).printed()) == PRINTED
    assert [start.number for start in opened(ALL).lines if start.hyphen] == [19]


@pytest.mark.parametrize("resolution", [ALL, PAGED])
def test_they_are_written_byte_for_byte_as_they_are(resolution: str) -> None:
    assert write_document(opened(resolution)) == kept(resolution)


def test_numbers_that_restart_are_named_with_their_page() -> None:
    document = opened(PAGED)
    assert document.restarts
    assert [str(document.lines_of(index)) for index in range(3)] == ["1:1-2", "1:2-2:1", "2:2"]
    assert document.words_on(LineSpan.parse("1:2-2:1")) == "Wohnungen. Sie stehen an der Sölve."


def test_the_corpus_opens() -> None:
    corpus = Corpus.open(KEPT)
    assert {str(resolution.id) for resolution in corpus} == {ALL, PAGED}
    assert corpus.document(ALL).blocks == BLOCKS
