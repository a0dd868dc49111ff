"""The modal words that two wordings do not share, as a reader would underline them."""

from itertools import pairwise

import pytest

from libcorpus.render.modals import Modals, modals


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Die Stadt soll Kurse anbieten.", "Die Stadt muss Kurse anbieten.", "soll → muss"),
        ("Die Stadt soll Kurse anbieten.", "Kurse sollten angeboten werden.", ""),
        (
            "Die Verwaltung soll prüfen, ob eine Karte möglich ist.",
            "Die Verwaltung muss eine Karte einführen.",
            "soll, prüfen → muss, einführen",
        ),
        ("Wir führen im Herbst die Karte ein.", "Die Karte wird eingeführt.", ""),
        ("Die Karte ist einzuführen.", "Wir führen, wie versprochen, die Karte ein.", ""),
        ("Große Lager lehnen wir ab.", "Große Lager begrüßen wir.", "lehnen … ab → begrüßen"),
        ("Die Gebühr schaffen wir ab und danken allen.", "Die Gebühr bleibt.", "schaffen … ab → –"),
        ("Abschieben darf man sie nie.", "Abschieben darf man sie.", "nie → –"),
        ("Es gibt keine Gebühr.", "Die Gebühr gibt es nicht.", ""),
        ("Menschen aus Nicht-EU-Staaten wählen.", "Menschen aus allen Staaten wählen.", ""),
        ("Es braucht mindestens zehn Kurse.", "Es braucht höchstens zehn Kurse.", "mindestens → höchstens"),
        ("Die Stadt fördert den Verein.", "Die Stadt kürzt den Zuschuss.", "fördert → kürzt"),
        # A word that only looks like one: a stage curtain is no demand, and "ein" alone introduces nothing.
        ("Der Musssaal bleibt.", "Der Saal bleibt.", ""),
        ("Wir führen ein Haus.", "Wir haben ein Haus.", ""),
        ("", "", ""),
    ],
)
def test_the_words_that_only_one_wording_has(old: str, new: str, said: str) -> None:
    found = modals(old, new)
    assert (str(found) if found else "") == said
    assert bool(found) is bool(said)


def test_the_spans_are_those_of_the_words() -> None:
    old, new = "Wir lehnen, wie früher, Lager ab.", "Lager sollen schrittweise und SOFORT enden."
    found = modals(old, new)
    assert [old[start:end] for start, end in found.old] == ["lehnen", "ab"]
    assert [new[start:end] for start, end in found.new] == ["sollen", "schrittweise", "SOFORT"]
    assert found == Modals(found.old, found.new, ("lehnen … ab",), ("sollen", "schrittweise", "SOFORT"))


def test_marked_words_never_overlap() -> None:
    # Two verbs share what stands apart: it is marked once, and no letter is marked twice.
    text = "Wir führen und bauen, setzen und streben Kurse ein, aus, um, an."
    spans = modals(text, "Nichts.").old
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
