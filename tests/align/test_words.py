"""Word spans: what is cut and what never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcorpus.align import WordChange, word_spans
from libcorpus.align.tokens import tokens
from tests.align.strategies import SENTENCES


def shown(old: str, new: str, *ignore: str) -> str:
    """The new sentence with its changes in it."""
    text, place = "", 0
    for change in word_spans(old, new, ignore=ignore).changes:
        text += new[place : change.new[0]] + f"[{old[slice(*change.old)]}→{new[slice(*change.new)]}]"
        place = change.new[1]
    return text + new[place:]


@pytest.mark.parametrize(
    "piece",
    [
        "2030",
        "07.03.2020",
        "7. März 2020",
        "1. Januar",
        "1,5 Mio. Euro",
        "42 %",
        "42\u00a0%",
        "1.250.000",
        "3 000 Euro",
        "100 Prozent",
        "10:30",
        "§ 16a",
        "Art. 5",
        "Migrant*innen",
        "Bürger:innen",
        "Schüler_innen",
        "Lehrer/-innen",
        "SchülerInnen",
        "Kolleg(innen)",
        "Nicht-EU-Ausländer",
        "Haupt-",
        "z. B.",
        "geht's",
        "CO2-Preis",
        "20-jährige",
        "9-Euro-Ticket",
        "1,5-Grad-Ziel",
        "50%-Quote",
        "Z. 94-99",
        "2.13",
        "2 Mio Euro",
        "2020/21",
        "1990er-Jahre",
        "und/oder",
        "§§ 18",
    ],
)
def test_one_piece(piece: str) -> None:
    found = [token.text for token in tokens(f"Wort {piece} Wort.")]
    assert found == ["Wort", piece, "Wort", "."]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Bis 2030 klimaneutral.", "Bis 2035 klimaneutral.", "Bis [2030→2035] klimaneutral."),
        (
            "Wir geben 1,5 Mio. Euro dafür.",
            "Wir geben 2 Mio. Euro dafür.",
            "Wir geben [1,5 Mio. Euro→2 Mio. Euro] dafür.",
        ),
        (
            "Rechte der Migranten stärken",
            "Rechte der Migrant*innen stärken",
            "Rechte der [Migranten→Migrant*innen] stärken",
        ),
        ("Wir stärken den Sport.", "Wir stärken den Sport vor Ort.", "Wir stärken den Sport[→vor Ort]."),
        ("Wir stärken auch den Sport.", "Wir stärken den Sport.", "Wir stärken[auch→] den Sport."),
        ("20 von 50 Plätzen sind frei", "30 von 60 Plätzen sind frei", "[20→30] von [50→60] Plätzen sind frei"),
    ],
)
def test_changes(old: str, new: str, expected: str) -> None:
    assert shown(old, new).replace("Sport [→", "Sport[→") == expected


def test_islands_inside_a_rewrite_are_joined() -> None:
    old = "Die Stadt prüft den Bau neuer Schulen in allen Bezirken und berichtet dem Rat darüber."
    new = "Das Land plant den Umbau alter Schulen in allen Bezirken und berichtet dem Rat darüber."
    change = word_spans(old, new)
    assert not change.replaced
    assert [old[slice(*span)] for span in change.old] == ["Die Stadt prüft den Bau neuer"]


def test_a_sentence_that_is_mostly_new_is_replaced_as_a_whole() -> None:
    old, new = "Die Stadt baut drei neue Schulen.", "Wir wollen mehr Personal für Kitas und Schulen."
    assert word_spans(old, new).replaced
    assert (word_spans(old, new).old, word_spans(old, new).new) == (((0, len(old)),), ((0, len(new)),))


@pytest.mark.parametrize(
    ("old", "new", "ignore"),
    [
        ("Schülerinnen und Schüler lernen.", "Schüler*innen lernen.", "gender"),
        ("Schüler und Schülerinnen lernen.", "Schüler:innen lernen.", "gender"),
        ("für Ärztinnen und Ärzte", "für Ärzt_innen", "gender"),
        ("mit den Bürgerinnen und Bürgern", "mit den Bürger*innen", "gender"),
        ("Kolleginnen und Kollegen", "KollegInnen", "gender"),
        ("die Wählerin oder der Wähler", "die Wählerin oder der Wähler", "gender"),
        ("jede*r Lehrer/-in", "jede:r Lehrer*in", "gender"),
        ("Der Bürger*innenrat tagt", "Der Bürger:innenrat tagt", "gender"),
        ("Wir wollen, dass es gilt.", "Wir wollen dass es gilt", "punctuation"),
        ("„Soziale“ Stadt – jetzt", '"Soziale" Stadt, jetzt', "punctuation"),
        ("Die Soziale Stadt", "die soziale Stadt", "case"),
    ],
)
def test_forms_that_are_folded_away(old: str, new: str, ignore: str) -> None:
    assert word_spans(old, new, ignore=[ignore]) == WordChange((), False)


def test_folding_one_thing_shows_the_others() -> None:
    assert shown("Die Schülerinnen und Schüler.", "Die Schüler*innen!", "gender") == "Die Schüler*innen[.→!]"
    assert word_spans("Der Schüler lernt", "Der Schüler*innen lernt", ignore=["gender"]).changes


def test_what_is_ignored_must_be_known() -> None:
    with pytest.raises(ValueError, match="colour"):
        word_spans("a", "b", ignore=["colour"])


mixed = st.one_of(st.sampled_from(SENTENCES), st.text(alphabet="ab 1.,*- ÄinU", max_size=20))


@given(mixed, mixed)
def test_the_other_way_round_is_the_mirror(old: str, new: str) -> None:
    assert word_spans(new, old) == word_spans(old, new).mirrored()


@given(mixed, mixed)
def test_what_is_outside_the_spans_is_the_same_on_both_sides(old: str, new: str) -> None:
    change = word_spans(old, new)
    for one, other in zip(change.changes, change.changes[1:], strict=False):
        assert one.old[1] <= other.old[0]
        assert one.new[1] <= other.new[0]
    assert outside(old, [c.old for c in change.changes]) == outside(new, [c.new for c in change.changes])


def outside(text: str, spans: list[tuple[int, int]]) -> list[str]:
    kept, place = [], 0
    for start, end in [*spans, (len(text), len(text))]:
        kept.append("".join(text[place:start].split()))
        place = end
    return kept


@given(mixed)
def test_nothing_changed(text: str) -> None:
    assert word_spans(text, text) == WordChange((), False)


@given(mixed)
def test_tokens_leave_out_white_space_alone(text: str) -> None:
    place = 0
    for token in tokens(text):
        assert not text[place : token.start].strip()
        assert text[token.start : token.end] == token.text
        place = token.end
    assert not text[place:].strip()
