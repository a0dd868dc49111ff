"""Where German sentences end: cases marked by hand, the table's own examples, and the laws."""

import re
import unicodedata
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcorpus.text import sentences
from libcorpus.text.abbreviations import BEFORE_NUMBER, MAY_END, NEVER_END, OFTEN_END, STARTERS
from libcorpus.text.sentences import RULES, Rule, split_sentences

CASES = [
    line
    for line in (Path(__file__).parent / "cases" / "sentences_de.txt").read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("case", CASES)
def test_a_paragraph_is_cut_as_marked(case: str) -> None:
    assert "|".join(split_sentences(case.replace("|", " "))) == case


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_a_rule_does_what_its_example_shows(rule: Rule) -> None:
    flat = rule.example.replace("|", " ").replace("_", " ")
    assert "|".join(split_sentences(flat)) == rule.example.replace("_", " ")
    assert ("|" in rule.example) == rule.cut
    assert set(rule.next_is.split()) <= {"lower", "starter", "capital", "number", "mark", "other"}


@pytest.mark.parametrize("entry", NEVER_END)
def test_no_sentence_ends_at_these(entry: str) -> None:
    for word in (entry, entry.replace(" ", ""), entry.replace(" ", "\u00a0"), f"({entry}"):
        for following in ("Die", "Haus", "42", "„Haus“"):
            assert len(split_sentences(f"Wir nennen {word} {following} hier)")) == 1


@pytest.mark.parametrize("entry", [*MAY_END, *OFTEN_END])
def test_a_sentence_may_end_at_these(entry: str) -> None:
    assert len(split_sentences(f"Wir nennen das {entry} Die Stadt auch.")) == 2
    assert len(split_sentences(f"Wir nennen das {entry} und mehr.")) == 1


def test_the_lists_say_nothing_twice() -> None:
    lists = (NEVER_END, BEFORE_NUMBER, MAY_END, OFTEN_END)
    entries = [entry for entries in lists for entry in entries]
    assert sorted(set(entries)) == sorted(entries)
    assert all(entry == entry.strip() and entry for entry in entries)
    assert all(word == word.lower() for word in STARTERS)


@pytest.mark.parametrize(
    ("flat", "pieces"),
    [
        # A cut is made at a single U+0020 and nowhere else.
        ("Das gilt.  Hier stehen zwei Blanks.", 1),
        ("Das gilt.\u00a0Hier steht ein festes.", 1),
        ("Das gilt.\u2028Hier beginnt eine Zeile.", 1),
        ("Das gilt.\u202fHier.\u2009Hier.\u200bHier.", 1),
        ("Geht das?Ja.Nein!Doch.", 1),
        ("Das gilt. \u00a0", 1),
        ("Das gilt. \u2028 Hier.", 1),
        ("Ja. Nein.", 2),
        ("Ja.", 1),
        ("", 0),
    ],
)
def test_only_a_single_blank_is_a_cut(flat: str, pieces: int) -> None:
    assert len(split_sentences(flat)) == pieces


def test_other_languages_are_left_to_sentencex() -> None:
    assert split_sentences("Mr. Smith came. He was late.", "en") == ("Mr. Smith came.", "He was late.")
    assert split_sentences("Wir sind hier. 42 % auch.", "de-AT") == ("Wir sind hier.", "42 % auch.")


def test_the_splitter_says_its_version() -> None:
    assert f"sentencex {version('sentencex')} + de-1" == sentences.SPLITTER
    with pytest.raises(AttributeError):
        _ = sentences.NOTHING


PIECES = (
    *("Wir", "wollen", "das.", "Das!", "Warum?", "So …", "...", "42", "%", "1. Januar", "z. B.", "e.V.", "usw.", "Nr."),
    *("„Ja.“", "„Nein", "nicht.“", "(siehe", "oben.)", "(!)", "–", "a)", "1.", "II.", "§", "Art.", "[^1]", "Ende.[^1]"),
    *(
        "Bürger*innen.",
        "Schüler:innen",
        "e\u0301.",
        "\u0301a",
        "👨‍👩‍👧",
        "👍.",
        "So\u00adft.",
        "ein\u00a0Jahr.",
        "\u00a0",
    ),
    *("x.\u2028Y", "Seite.\x0c", "\x0c", "Geht?Ja.", "", "", "Ä.", '"', "'", "\u200b", "\x85", "नमस्ते।", "。", "a.b."),
)
flats = st.one_of(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map(" ".join),
    st.text(st.characters(exclude_characters="\n\r\0", exclude_categories=["Cs"])),
).map(lambda text: unicodedata.normalize("NFC", text.strip(" ")))


@given(flats, st.sampled_from(["de", "en", "fr", "xx", ""]))
def test_the_sentences_are_the_text(flat: str, language: str) -> None:
    pieces = split_sentences(flat, language)
    assert " ".join(pieces) == flat
    for piece in pieces:
        assert piece
        assert piece == piece.strip(" ")
        assert piece.strip() or len(pieces) == 1
        assert unicodedata.is_normalized("NFC", piece)
    for piece in pieces[:-1]:
        assert re.search(r"[.!?…][^\w\s]*", piece)
