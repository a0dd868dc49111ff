"""Amendments: the wording of assemblies, the printed lines of the old text, and nothing that is not in the account."""

import re

import pytest
from hypothesis import given, settings

from libcorpus.align import Account, Link, LinkKind, word_spans
from libcorpus.flows.comparing import Comparison, Side
from libcorpus.render.amendments import render_amendments
from libcorpus.render.instructions import SENTENCES
from libcorpus.render.quoting import Print, Quote, quotes
from tests.render.pairs import (
    YEARS,
    assemblies,
    by_hand,
    document,
    example,
    hostile,
    moved_with_a_gap,
    pair,
    with_a_gap,
)
from tests.render.test_rows import texts


def lines(comparison: Comparison, lang: str = "de") -> list[str]:
    return render_amendments(comparison, lang).split("\n")[2:-1]


@pytest.mark.parametrize(
    "instruction",
    [
        "In Zeile 15 ersetzen: „Stadt soll bis 2015 allen“ durch: „Stadt muss bis 2020 allen“",
        "In Zeile 6 nach „ist es“ einfügen: „mehr als“",
        "In Zeile 19 streichen: „sein“",
        "Zeile 23 bis 24 streichen.",
        "Zeile 53 bis 54 verschieben nach Zeile 44.",
        "In Zeile 67 vor „Rad und“ einfügen: „Unterwegs mit“",
        "In Zeile 21 ersetzen: „werden, und jede Kita soll dafür“ durch: „werden. Jede Kita muss dafür“",
        "Von Zeile 30 bis 31 ersetzen: „Die Sammelunterkunft am Güterbahnhof bietet weder das eine noch das andere.“ "
        "durch: „Dass sie noch immer in die enge und laute Sammelunterkunft am Güterbahnhof ziehen müssen, ist "
        "unwürdig, und deshalb muss dieses Haus geschlossen werden.“",
        "Zeile 72 verschieben nach Zeile 69 (Reihenfolge: siehe dort).",
    ],
)
def test_the_example_says(instruction: str) -> None:
    assert instruction in lines(by_hand("2009", "2014"))


def test_what_comes_together_is_one_list_in_its_order() -> None:
    found = lines(by_hand("2009", "2014"))
    start = found.index("Nach Zeile 69 einfügen:")
    assert [line[:30] for line in found[start + 1 : start + 4]] == [
        "    von Zeile 74 bis 75 hierhe",
        "    von Zeile 73 hierher: „Die",
        "    von Zeile 72 hierher: „Am ",
    ]


def test_english() -> None:
    found = lines(by_hand("2009", "2014"), "en")
    assert "In line 15 replace: “Stadt soll bis 2015 allen” with: “Stadt muss bis 2020 allen”" in found
    assert "Delete lines 23 to 24." in found
    assert "Move lines 53 to 54 to after line 44." in found


@pytest.mark.parametrize("years", YEARS)
def test_instructions_stand_in_the_order_of_the_old_lines(years: tuple[str, str]) -> None:
    found = [line for line in lines(example(*years)) if not line.startswith("    ") and "neu beginnen" not in line]
    numbers = [int(match[1]) for line in found if (match := re.search(r"Zeile (\d+)", line))]
    assert len(numbers) == len(found)
    assert numbers == sorted(numbers)


def applied(old: str, found: list[tuple[int, Quote]]) -> str:
    """The old sentences after the quoted changes; white space is left out, as the quotes do not speak of it."""
    for place, quote in sorted(found, key=lambda one: one[0], reverse=True):
        assert old[place : place + len(quote.old)] == quote.old
        end = place + len(quote.old)
        new = {
            "replace-words": quote.new,
            "strike-words": "",
            "insert-after": quote.old + quote.new,
            "insert-before": quote.new + quote.old,
        }[quote.kind]
        old = old[:place] + new + old[end:]
    return "".join(old.split())


def check_quotes(comparison: Comparison) -> None:
    """Whoever does what the quotes say has the new words; and the quotes stand on the lines they name."""
    document = comparison.old.document
    for link in comparison.account.links:
        if link.kind not in (LinkKind.REWORDED, LinkKind.SPLIT, LinkKind.MERGED):
            continue
        old, new = comparison.old.text_of(link.old), comparison.new.text_of(link.new)
        change = word_spans(old, new)
        if change.replaced or link.apart:
            # Told as a whole.
            continue
        starts = dict(zip(link.old, _starts([document.sentences[index] for index in link.old]), strict=True))
        found = [
            (starts[quote.sentence] + quote.offset, quote)
            for quote in quotes(Print(document), link.old, old, new, change.changes)
        ]
        assert applied(old, found) == "".join(new.split())
        for _, quote in found:
            if quote.lines is not None:
                assert quote.old in document.words_on(quote.lines)


def _starts(sentences: list[str]) -> list[int]:
    return [sum(len(one) + 1 for one in sentences[:number]) for number in range(len(sentences))]


@pytest.mark.parametrize("years", YEARS)
def test_doing_what_the_quotes_say_gives_the_new_words(years: tuple[str, str]) -> None:
    check_quotes(example(*years))


def test_so_it_does_for_hostile_texts() -> None:
    check_quotes(hostile())


@given(texts(), texts())
@settings(max_examples=200)
def test_so_it_does_for_any_text(old: str, new: str) -> None:
    comparison = pair(old, new)
    check_quotes(comparison)
    for lang in ("de", "en"):
        render_amendments(comparison, lang)


def test_a_word_that_stands_twice_on_a_line_is_quoted_with_more_around_it() -> None:
    comparison = pair(
        "Die Stadt soll hier und die Stadt soll dort bauen.\n", "Die Stadt soll hier und die Stadt muss dort bauen.\n"
    )
    # „Stadt soll dort“ is there once; „soll“ alone would not say which.
    assert lines(comparison) == ["In Zeile 1 ersetzen: „Stadt soll dort“ durch: „Stadt muss dort“"]


def test_nothing_to_amend() -> None:
    assert lines(example("2009", "2009")) == ["Keine Änderungen."]
    assert lines(example("2009", "2009"), "en") == ["No amendments."]


def test_into_an_empty_text_and_before_all_others() -> None:
    assert lines(pair("", "Neu.\n")) == ["Am Anfang als Absatz einfügen: „Neu.“"]
    found = lines(pair("Wir bauen neue Schulen.\n", "# Bildung\n\nWir bauen neue Schulen.\n"))
    assert found == ["Vor Zeile 1 als Überschrift einfügen: „Bildung“"]


def test_another_form_and_a_part_that_begins_a_block() -> None:
    assert lines(pair("Wir bauen Schulen.\n", "- Wir bauen Schulen.\n")) == [
        "Zeile 1 als Punkt setzen, nicht als Absatz."
    ]
    old = Side("alt", document("- Wir bauen neue Schulen, und wir stellen mehr Lehrkräfte ein.\n"))
    new = Side("neu", document("- Wir bauen neue Schulen.\n\n- Wir stellen mehr Lehrkräfte ein.\n"))
    split = Comparison(old, new, Account.of([Link(LinkKind.SPLIT, False, (0,), (0, 1))], 1, 2))
    assert lines(split) == [
        "In Zeile 1 ersetzen: „Schulen, und wir stellen“ durch: „Schulen. Wir stellen“",
        "In Zeile 1 „Wir stellen mehr …“ als Punkt neu beginnen.",
    ]


def test_what_stands_between_the_parts_of_a_sentence_is_told_with_it() -> None:
    # A merge goes with what stood between its parts; a split comes with what stands there now.
    assert lines(with_a_gap()) == [
        "Zeile 2 bis 3 ersetzen durch:",
        "    „Der Anspruch auf die Hallenzeiten ruht, wenn“",
        "    als Punkt: „ein Vorstand fehlt oder“",
        "    als Punkt: „der Verein das Entgelt erst nach Ablauf der vereinbarten Frist zahlt.“",
        "Von Zeile 6 bis 7 ersetzen: „Der Ausländerbeirat erhält ein eigenes … den Ausschüssen des Rates.“ durch: "
        "„Der Ausländerbeirat erhält ein eigenes Budget und bekommt Rederecht in den Ausschüssen des Rates.“",
    ]
    assert lines(with_a_gap(turned=True))[-1] == (
        "Von Zeile 7 bis 8 ersetzen: „Der Ausländerbeirat erhält ein eigenes … den Ausschüssen des Rates.“ durch: "
        "„Der Ausländerbeirat erhält ein eigenes Budget. Näheres steht in einer Anlage zu diesem Programm. "
        "Er bekommt Rederecht in den Ausschüssen des Rates.“"
    )


def test_what_moves_with_a_gap_is_moved_and_replaced_as_a_whole() -> None:
    assert lines(moved_with_a_gap()) == [
        "Zeile 1 bis 3 verschieben nach Zeile 4.",
        "Zeile 1 bis 3 ersetzen durch: „Eins und drei nun.“",
    ]
    assert lines(moved_with_a_gap(turned=True), "en") == [
        "Move line 2 to before line 1.",
        "Replace line 2 with:",
        "    “Eins war hier.”",
        "    as a paragraph: “Zwei auch.”",
        "    as a paragraph: “Drei ebenso.”",
    ]


def test_several_texts_are_told_apart() -> None:
    found = lines(assemblies())
    assert "In Zeile 15 (Kommunalprogramm 2009) ersetzen: „Stadt soll bis 2015 allen“" in "\n".join(found)


def test_nothing_in_the_words_reaches_a_terminal() -> None:
    shown = render_amendments(hostile(), "de")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202a-\u202e]", shown)
    assert "{lines} %s {0}" in shown


def test_both_languages_say_the_same_of_the_same() -> None:
    for english, german in SENTENCES.values():
        names = [set(re.findall(r"{(\w+)}", text)) - {"lines", "inside"} for text in (english, german)]
        assert names[0] == names[1]
