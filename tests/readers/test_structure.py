"""Blocks, kinds and levels, on small pages that one can judge."""

import pytest

from tests.readers.pages import drafted, keys, shown


def test_a_label_counts_and_a_date_does_not() -> None:
    draft = drafted("""
        1 1. Wir fordern Wege.
        2 2. Wir fordern Busse.

        3 Das gilt ab dem
        4 1. Januar 2018 und
        5 2. Februar 2019.
        """)
    assert shown(draft) == [
        "item 1 1. Wir fordern Wege.",
        "item 1 2. Wir fordern Busse.",
        "paragraph 0 Das gilt ab dem 1. Januar 2018 und 2. Februar 2019.",
    ]


@pytest.mark.parametrize(
    "opening", ["1. Januar 2018 ist der Tag.", "1 Keine Armut", "a) allein", "(1) allein", "I. allein"]
)
def test_a_label_that_nothing_counts_on_from_is_words(opening: str) -> None:
    draft = drafted(f"1 {opening}\n\n2 Etwas anderes steht hier.")
    assert draft.blocks[0].flat == opening
    assert draft.blocks[0].label == ""


def test_a_number_between_labels_is_words() -> None:
    draft = drafted("""
        1 1. Ein Punkt in der Erlenstraße
        2 12. Mehr dazu später.
        3 2. Noch ein Punkt.
        """)
    assert shown(draft) == ["item 1 1. Ein Punkt in der Erlenstraße 12. Mehr dazu später.", "item 1 2. Noch ein Punkt."]


def test_a_dash_is_a_bullet_or_stands_in_a_sentence() -> None:
    draft = drafted("""
        1 Wir fordern:
        2 - neue Wege
        3 - neue Busse.

        4 Die Stadt soll die Angebote aller Ämter und Vereine im Jahr und danach
        5 - weiterzuentwickeln.
        """)
    assert shown(draft) == [
        "paragraph 0 Wir fordern:",
        "item 1 neue Wege",
        "item 1 neue Busse.",
        "paragraph 0 Die Stadt soll die Angebote aller Ämter und Vereine im Jahr und danach - weiterzuentwickeln.",
    ]


@pytest.mark.parametrize("indent", ["", "   "])
def test_a_second_bullet_opens_a_list_in_the_list(indent: str) -> None:
    draft = drafted(f"""
        1 • Die Stadt soll bauen:
        2 {indent}◦ Wege,
        3 {indent}◦ Brücken.
        4 • Sie soll pflanzen.
        """)
    assert [(block.kind.value, block.level) for block in draft.blocks] == [
        ("item", 1),
        ("item", 2),
        ("item", 2),
        ("item", 1),
    ]
    assert ("item-level-guessed" in keys(draft)) is (not indent)


def test_indent_tells_depth_where_bullets_are_alike() -> None:
    draft = drafted("1 • Oben.\n2    • Darunter.\n3       • Ganz unten.\n4 • Oben.\n")
    assert [block.level for block in draft.blocks] == [1, 2, 3, 1]


def test_a_list_with_two_styles_of_bullets_is_one_list() -> None:
    """The sample has a dash before the number of some items, and none before others."""
    draft = drafted("- 1 • Ein Punkt.\n - 2 • Ein zweiter.\n\n3 • Ein dritter.\n\n 4 • Ein vierter.\n")
    assert shown(draft) == [f"item 1 Ein {words}." for words in ("Punkt", "zweiter", "dritter", "vierter")]


def test_a_paragraph_in_an_item_stands_below_it() -> None:
    draft = drafted("1 • Ein Punkt.\n\n2   Ein Absatz dazu.\n\n3 Ein anderer Absatz.\n")
    assert [(block.kind.value, block.level) for block in draft.blocks] == [
        ("item", 1),
        ("paragraph", 1),
        ("paragraph", 0),
    ]


def test_headings() -> None:
    draft = drafted("""
        1 GRÜNE Vision

        2 Mitgestalten durch Partizipation

        3 Die Stadt soll ihre Türen öffnen.

        4 Wem gehört die Stadt?

        5 Sie gehört allen, die in ihr leben.

        6 Wir fordern:

        7 • Wege.

        8 Bildung von Anfang an

        9 Die Schule ist ein guter Ort.
        """)
    assert shown(draft) == [
        "heading 1 GRÜNE Vision",
        "heading 2 Mitgestalten durch Partizipation",
        "paragraph 0 Die Stadt soll ihre Türen öffnen.",
        "heading 2 Wem gehört die Stadt?",
        "paragraph 0 Sie gehört allen, die in ihr leben.",
        "paragraph 0 Wir fordern:",
        "item 1 Wege.",
        "heading 2 Bildung von Anfang an",
        "paragraph 0 Die Schule ist ein guter Ort.",
    ]
    assert {"heading-guessed", "heading-level-guessed"} <= keys(draft)


def test_numbered_headings_are_no_list_and_tell_their_level() -> None:
    draft = drafted("""
        1 1. Wohnen

        2 Die Stadt soll bauen.

        3 1.1 Mieten

        4 Die Mieten sollen sinken.

        5 2. Verkehr

        6 Der Bus soll fahren.
        """)
    assert shown(draft)[::2] == ["heading 1 1. Wohnen", "heading 2 1.1 Mieten", "heading 1 2. Verkehr"]


@pytest.mark.parametrize(
    ("heading", "level"),
    [("**Verkehr**", 1), ("__Verkehr__", 1), ("## Verkehr", 2), ("**Wir fordern:**", 1), ("**Los!**", 1)],
)
def test_markup_of_headings_is_taken_off_and_counted(heading: str, level: int) -> None:
    draft = drafted(f"1 {heading}\n\n2 Der Bus soll fahren.\n")
    block = draft.blocks[0]
    assert (block.kind.value, block.level, block.flat) == ("heading", level, heading.strip("*_# "))
    assert any(left.kind == "markup" for left in draft.left_out)


@pytest.mark.parametrize(
    "words", ["**Wir fordern** mehr.", "Migrant*innen und Schüler*innen", "#wirsindmehr", "5 * 3 ** 2"]
)
def test_stars_and_hashes_in_words_stay(words: str) -> None:
    assert drafted(f"1 {words}\n\n2 Der Bus soll fahren.\n").blocks[0].flat == words


PAGES = {
    "blank": "",
    "form feed": "\f",
    "foot": "Seite 1 von 2",
    "foot and head": "1 / 2\n\fBürgerliste Morgenrot, Seite 2",
    "number": "- 1 -",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_break_parts_no_sentence(page: str) -> None:
    """As in the sample before Z. 40, 131 and 218: the next line begins with a capital."""
    draft = drafted(
        f"1 Wir haben in dieser Stadt den Rahmen geschaffen, der von allen Initiativen,\n{page}\n"
        "2 Wohlfahrtsverbänden und Kirchen getragen wird.\n"
    )
    assert len(draft.blocks) == 1
    assert [line.number for line in draft.blocks[0].lines] == [1, 2]


def test_form_feeds_count_pages() -> None:
    draft = drafted("1 Die Stadt baut einen Weg.\n\f2 Sie baut eine Brücke.\n\f\n3 Ende.\n")
    assert [line.page for block in draft.blocks for line in block.lines] == [1, 2, 3]


def test_what_runs_on_top_of_pages_is_left_out() -> None:
    draft = drafted("""
        1 Die Stadt baut einen Weg.

        Bürgerliste Morgenrot 12

        2 Sie baut eine Brücke.

        Bürgerliste Morgenrot 13

        3 Ende.
        """)
    assert [left.text for left in draft.left_out if left.kind == "page-head"] == [
        "Bürgerliste Morgenrot 12",
        "Bürgerliste Morgenrot 13",
    ]
    assert len(draft.blocks) == 3


def test_a_line_without_number_inside_a_sentence_is_kept_aside_and_remarked() -> None:
    draft = drafted("1 Die Stadt baut\n\nBürgerliste Morgenrot\n\n2 einen Weg.\n")
    assert draft.blocks[0].flat == "Die Stadt baut einen Weg."
    assert [(left.kind, left.text) for left in draft.left_out if left.kind == "other"] == [
        ("other", "Bürgerliste Morgenrot")
    ]
    assert "line-interrupts" in keys(draft)


def test_a_reason_below_the_text_is_words_without_numbers() -> None:
    numbered = "1 Die Stadt baut.\n2 Sie pflanzt.\n3 Sie lebt.\n4 Sie ruht.\n5 Ende.\n"
    reason = "\nBegründung\n\nEs ist nötig. 2019 war\nes zu heiß.\n\nhttps://a.example/x\n"
    draft = drafted(numbered + reason)
    assert shown(draft)[-2:] == ["heading 1 Begründung", "paragraph 0 Es ist nötig. 2019 war es zu heiß."]
    assert {line.number for block in draft.blocks[-2:] for line in block.lines} == {None}
    assert "line-unnumbered" in keys(draft)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_change_nothing(line_end: str, mark: str) -> None:
    from libcorpus.readers import read

    text = "Beschluss Wege\nBeschlussdatum: 07.03.2020\n\n1 Verkehr\n\n2 Der Bus\n3 fährt.\n"
    draft = read((mark + text.replace("\n", line_end)).encode(), "a.txt")
    assert shown(draft) == ["heading 1 Verkehr", "paragraph 0 Der Bus fährt."]
    assert draft.metadata["title"] == "Wege"
    assert [left.place for left in draft.left_out if left.kind == "margin-number"] == ["a.txt:4", "a.txt:6", "a.txt:7"]
