"""Plain text without printed numbers."""

from tests.readers.pages import drafted, keys, shown

HEAD = "Beschluss Wege\n\nGremium: Rat\nBeschlussdatum: 07.03.2020\n\n"


def test_paragraphs_between_blank_lines_are_joined() -> None:
    draft = drafted(
        """
        Verkehr

        Die Stadt soll Wege für Haupt-
        und Ehrenamtliche ausbauen. Das gilt
        auch für Nicht-
        EU-Ausländer.

        - Wege
        - Brücken
        """,
        HEAD,
    )
    assert not draft.numbered
    assert shown(draft) == [
        "heading 1 Verkehr",
        "paragraph 0 Die Stadt soll Wege für Haupt- und Ehrenamtliche ausbauen. Das gilt auch für Nicht-EU-Ausländer.",
        "item 1 Wege",
        "item 1 Brücken",
    ]
    assert all(not block.lines for block in draft.blocks)
    assert draft.metadata["adopted_on"] == "2020-03-07"


def test_each_paragraph_is_one_long_line() -> None:
    long = 2 * "Die Stadt soll die Wege ausbauen, und zwar alle, auch die am Rand. "
    long = long.strip()
    draft = drafted(f"Verkehr\n{long}\n{long}\nWohnen\n{long}\n", HEAD)
    assert [block.kind.value for block in draft.blocks] == ["heading", "paragraph", "paragraph", "heading", "paragraph"]
    assert [block.flat for block in draft.blocks if block.kind.value == "paragraph"] == [long] * 3


def test_the_title_stands_alone_above_the_text() -> None:
    draft = drafted("Wege: ein Anfang\n\nDie Stadt soll bauen. Sie kann es.\n", "")
    assert draft.metadata["title"] == "Wege: ein Anfang"
    assert shown(draft) == ["paragraph 0 Die Stadt soll bauen. Sie kann es."]


def test_a_numbered_list_of_points_is_no_print() -> None:
    draft = drafted(
        "Ziele:\n\n1 Keine Armut\n2 Kein Hunger\n3 Gesundheit\n\nDas ist alles,\nwas wir wollen,\nund mehr\nnicht.\n",
        HEAD,
    )
    assert "Keine Armut" in " ".join(block.flat for block in draft.blocks)


def test_feet_of_pages_are_left_out() -> None:
    draft = drafted("Die Stadt soll bauen, und\n\nSeite 1 von 2\n\nsie soll pflanzen.\n", HEAD)
    assert shown(draft) == ["paragraph 0 Die Stadt soll bauen, und sie soll pflanzen."]
    assert [left.text for left in draft.left_out if left.kind == "page-head"] == ["Seite 1 von 2"]


def test_guesses_are_remarked() -> None:
    assert "heading-level-guessed" in keys(drafted("Verkehr\n\nDie Stadt soll bauen.\n", HEAD))
