"""The measuring tools of the benchmark, on texts that a reader can judge."""

from __future__ import annotations

import pytest

from benchmarks.align.cuts import MARKERS, Cuts, counted, forms
from benchmarks.align.inputs import Case
from benchmarks.align.programmes import sentences


@pytest.mark.parametrize(
    ("marked", "cut"),
    [
        ("Es gibt [1,5] Mio. Euro.", True),
        ("Es gibt [1,5 Mio. Euro].", False),
        ("Es gibt [1,5 Mio. Euro für alle].", False),
        ("Bis zum 1. [März] 2027 ist Zeit.", True),
        ("Alle Mieter[*]innen stimmen ab.", True),
        ("Alle [Mieter*innen] stimmen ab.", False),
        ("Das [Nicht]-EU-Programm läuft.", True),
        ("Das 1,[5]-Grad-Ziel gilt.", True),
        ("[Am] Markt ist Ruhe.", False),
        ("Bis 20[30] ist Zeit.", True),
    ],
)
def test_a_mark_that_leaves_a_part_of_a_piece_is_a_cut(marked: str, cut: bool) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = counted([(text, "")], lambda _: [([(start, end)], [])])
    assert (found.links, found.marks) == (int(cut), 1)


def test_words_are_never_cut_by_ours_and_letters_by_difflib() -> None:
    pairs = forms(3, 60)
    assert counted(pairs, MARKERS["libcorpus"]).pieces == 0
    assert counted(pairs, MARKERS["difflib letters"]).inside > 100
    assert counted(pairs, MARKERS["git --word-diff"]) != Cuts()


def test_git_marks_the_words_that_it_says_it_marks() -> None:
    pairs = [("Wir bauen 20 Schulen.", "Wir bauen 35 Schulen."), ("Das gilt.", "Das gilt ab Mai.")]
    assert MARKERS["git --word-diff"](pairs) == [([(10, 12)], [(10, 12)]), ([(4, 9)], [(4, 16)])]


def test_programmes_are_read_without_their_marks() -> None:
    text = """= Satzung

Beschlossen am 1. Mai +
Geändert am 2. Juni

== § 1 Name

(1):: Der Verein heißt *Wir*. Er sitzt in Altwied.
(a)::: und wirkt dort,
(b)::: auch im Umland.

Ziele
-----

<!-- -->
### 1.2. **Häfen** und \\"Fähren\\"

-   Der Steg bleibt.
• Die Wege pflegt der Bau-

hof im Winter, auch
am Sonntag.
"""
    assert sentences(text) == [
        "Satzung",
        "Beschlossen am 1. Mai",
        "Geändert am 2. Juni",
        "§ 1 Name",
        "Der Verein heißt *Wir*.",
        "Er sitzt in Altwied.",
        "und wirkt dort,",
        "auch im Umland.",
        "Ziele",
        'Häfen und "Fähren"',
        "Der Steg bleibt.",
        "Die Wege pflegt der Bau-",
        "hof im Winter, auch am Sonntag.",
    ]
    assert sentences("Die Wege pflegt der Bau-\n\nhof im Winter.") == ["Die Wege pflegt der Bauhof im Winter."]


def test_what_moved_is_legible_with_two_thirds_of_its_words() -> None:
    old = ["Der Rat prüft neue Wege.", "Der Rat prüft neue Wege.", "Der Rat berät."]
    new = ["Der Rat baut neue Wege.", "Der Kreis baut gute Wege.", "Der Rat berät."]
    case = Case("by hand", old, new, {(0, 0), (1, 1), (2, 2)}, {(0, 0), (1, 1)})
    assert case.legible() == {(0, 0)}
