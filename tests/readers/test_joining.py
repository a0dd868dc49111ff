"""Lines of print become flat text, with the hyphens that belong to the words and no others."""

import pytest

from tests.readers.pages import drafted, keys, shown


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        ("1 den Rahmen für Haupt-\n2 und Ehrenamtliche", "den Rahmen für Haupt- und Ehrenamtliche"),
        ("1 in der Kunst-\n2 bzw. Kulturszene", "in der Kunst- bzw. Kulturszene"),
        ("1 auch für Nicht-\n2 EU-Ausländer", "auch für Nicht-EU-Ausländer"),
        ("1 wir haben es initiiert -\n2 den Rahmen dafür", "wir haben es initiiert - den Rahmen dafür"),
        ("1 die Stadt – und nur sie –\n2 zahlt dafür", "die Stadt – und nur sie – zahlt dafür"),
        ("1 das Programm 2020-\n2 2025 gilt", "das Programm 2020-2025 gilt"),
        ("1 die A-\n2 Klasse", "die A-Klasse"),
        ("1 Haupt-\n2 \n3 und Ehrenamt", "Haupt- und Ehrenamt"),
        ("1 die Grünen/\n2 Bündnis 90", "die Grünen/ Bündnis 90"),
        ("1 Land- (und\n2 Stadt-) Leben", "Land- (und Stadt-) Leben"),
    ],
)
def test_hyphens_at_the_end_of_a_line(text: str, flat: str) -> None:
    (block,) = drafted(text + " hier.").blocks
    assert block.flat == flat + " hier."
    assert not any(line.hyphen for line in block.lines)


def test_a_hyphen_of_print_goes_out_and_is_marked_in_its_line() -> None:
    draft = drafted("1 Wir wollen die Integra-\n2 tion aller.")
    (block,) = draft.blocks
    assert block.flat == "Wir wollen die Integration aller."
    assert [(line.offset, line.number, line.hyphen) for line in block.lines] == [(0, 1, True), (22, 2, False)]
    assert [left.text for left in draft.left_out if left.kind == "hyphen"] == ["-"]


def test_a_word_that_stands_whole_elsewhere_tells_how_it_is_written() -> None:
    with_hyphen = drafted("1 Das ist sozial-ökologisch.\n2 Wir sind sozial-\n3 ökologisch.")
    assert with_hyphen.blocks[-1].flat.endswith("Wir sind sozial-ökologisch.")
    without = drafted("1 Die Integration gelingt.\n2 Wir wollen Integra-\n3 tion.")
    assert without.blocks[-1].flat.endswith("Wir wollen Integration.")


def test_by_the_rule_a_line_ends_with_the_hyphens_of_its_words_alone() -> None:
    lines = [
        "1 Unsere Stadt ist weltoffen, vielfältig und international, sie ist bunt und jung",
        "2 und sie lebt von den vielen Menschen, die hier seit Jahren zusammenkommen, weil",
        "3 sie hier arbeiten, lernen und feiern. Das alles wollen wir weiterhin sozial-",
        "4 ökologisch gestalten und in allen Stadtteilen fördern, auch wenn es mehr kostet",
        "5 und länger dauert.",
    ]
    (block,) = drafted("\n".join(lines)).blocks
    assert "sozial-ökologisch gestalten" in block.flat


def test_a_soft_hyphen_goes_out_wherever_it_stands() -> None:
    draft = drafted("1 Wir wollen die Inte\u00adgra\u00ad\n2 tion aller.")
    (block,) = draft.blocks
    assert block.flat == "Wir wollen die Integration aller."
    assert block.lines[0].hyphen
    assert [left.kind for left in draft.left_out].count("soft-hyphen") == 2


def test_marks_that_nobody_sees_are_left_out_and_counted() -> None:
    draft = drafted("1 Null\u200bbreite und \u2060Fuge.\n2 Ende.")
    assert draft.blocks[0].flat.startswith("Nullbreite und Fuge.")
    assert [left.kind for left in draft.left_out].count("invisible") == 2


@pytest.mark.parametrize(
    "character", ["\u00a0", "\u2028", "\u0085", "\u200d", "👨‍👩‍👧", "ệ", "*", "\\", "|", "[^1]", "#"]
)
def test_characters_of_the_words_stay(character: str) -> None:
    assert drafted(f"1 Ein{character}Wort bleibt\n2 hier.").blocks[0].flat == f"Ein{character}Wort bleibt hier."


def test_a_decomposed_character_is_composed() -> None:
    assert drafted("1 Fu\u0308r alle\n2 da.").blocks[0].flat == "Für alle da."


def test_an_empty_printed_line_stays_a_line() -> None:
    draft = drafted("1 Wir bauen Wege.\n2\n3 Wir bauen Brücken.")
    assert shown(draft) == ["paragraph 0 Wir bauen Wege.", "paragraph 0 Wir bauen Brücken."]
    assert [line.number for block in draft.blocks for line in block.lines] == [1, 2, 3]


def test_a_line_a_mail_wrapped_again_is_one_line() -> None:
    draft = drafted("1 Die Stadt baut in\ndiesem Jahr\n2 neue Wege.\n3 Ende.")
    assert [line.number for line in draft.blocks[0].lines][:2] == [1, 2]
    assert draft.blocks[0].flat.startswith("Die Stadt baut in diesem Jahr neue Wege.")
    assert "line-rejoined" in keys(draft)
