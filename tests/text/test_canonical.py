"""Format 1, the words: what is written reads back, what is canonical is written again, all else is refused."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libcorpus.model.document import Block, BlockKind
from libcorpus.model.problems import LibcorpusError
from libcorpus.text.canonical import escape, parse_text, write_text
from tests.text.strategies import PIECES, blocks, refused_at

LAWS = settings(deadline=None, derandomize=True, max_examples=250)

PLACED = re.compile(r"text\.txt:\d+")


@LAWS
@given(st.lists(blocks(), max_size=6))
def test_what_is_written_reads_back(written: list[Block]) -> None:
    assert parse_text(write_text(written)) == tuple(written)


def broken_lines() -> st.SearchStrategy[str]:
    starts = ["", "", "# ", "####### ", "- ", "  - ", "    ", " ", "   x", "> ", "  > ", "1. ", "a) ", "| ", "|", "\\"]
    words = [*PIECES, "Wort", "Ein Satz.", "x |", "", "", "\r", "\x00", "e\u0301", "[^1]: Note", "| a | b |"]
    line = st.tuples(st.sampled_from(starts), st.sampled_from(words), st.sampled_from(["", "", " ", " |"]))
    return st.lists(line.map("".join), max_size=7).map("\n".join)


@LAWS
@given(broken_lines(), st.sampled_from(["\n", "\n", "", "\n\n"]))
def test_a_text_is_canonical_or_refused_with_its_place(text: str, ending: str) -> None:
    text = text + ending
    try:
        read = parse_text(text)
    except LibcorpusError as error:
        refused_at(error, PLACED)
    else:
        assert write_text(read) == text


@LAWS
@given(st.text(max_size=30))
def test_any_text_is_canonical_or_refused_with_its_place(text: str) -> None:
    try:
        read = parse_text(text)
    except LibcorpusError as error:
        refused_at(error, PLACED)
    else:
        assert write_text(read) == text


@LAWS
@given(st.lists(blocks(), min_size=1, max_size=4), st.data())
def test_one_changed_character_is_noticed_or_means_something_else(written: list[Block], data: st.DataObject) -> None:
    text = write_text(written)
    place = data.draw(st.integers(0, len(text) - 1))
    changed = text[:place] + data.draw(st.sampled_from(" \n\\-#>|1.x")) + text[place + 1 :]
    try:
        read = parse_text(changed)
    except LibcorpusError as error:
        refused_at(error, PLACED)
    else:
        assert write_text(read) == changed


PAGES = {
    "# GRÜN wirkt\n": Block(BlockKind.HEADING, ("GRÜN wirkt",), 1),
    "###### Ganz unten\n": Block(BlockKind.HEADING, ("Ganz unten",), 6),
    "Satz eins.\nSatz zwei.\n": Block(BlockKind.PARAGRAPH, ("Satz eins.", "Satz zwei.")),
    "\\1. Januar ist der Stichtag.\n": Block(BlockKind.PARAGRAPH, ("1. Januar ist der Stichtag.",)),
    "1 Keine Armut\n": Block(BlockKind.PARAGRAPH, ("1 Keine Armut",)),
    "\\- so nicht\n": Block(BlockKind.PARAGRAPH, ("- so nicht",)),
    "\\\\ ein Backslash\n": Block(BlockKind.PARAGRAPH, ("\\ ein Backslash",)),
    "#1 ist keine Überschrift\n": Block(BlockKind.PARAGRAPH, ("#1 ist keine Überschrift",)),
    ">so auch nicht\n": Block(BlockKind.PARAGRAPH, (">so auch nicht",)),
    "*innen, [^1] und 5 > 4\n": Block(BlockKind.PARAGRAPH, ("*innen, [^1] und 5 > 4",)),
    "|a|\n": Block(BlockKind.PARAGRAPH, ("|a|",)),
    "\\| a\n": Block(BlockKind.PARAGRAPH, ("| a",)),
    "\\[^1]: keine Fußnote\n": Block(BlockKind.PARAGRAPH, ("[^1]: keine Fußnote",)),
    "- Punkt.\n  Noch ein Satz.\n": Block(BlockKind.ITEM, ("Punkt.", "Noch ein Satz."), 1),
    "(1) Punkt.\n  Noch ein Satz.\n": Block(BlockKind.ITEM, ("Punkt.", "Noch ein Satz."), 1, "(1)"),
    "    2.13. Tief\n": Block(BlockKind.ITEM, ("Tief",), 3, "2.13."),
    "- \\- ein Strich\n  \\a) ein Buchstabe\n": Block(BlockKind.ITEM, ("- ein Strich", "a) ein Buchstabe"), 1),
    "  Absatz des Punkts.\n": Block(BlockKind.PARAGRAPH, ("Absatz des Punkts.",), 1),
    "> Zitat.\n> \\> darin\n": Block(BlockKind.QUOTE, ("Zitat.", "> darin")),
    "| a | b |\n| \\ | - |\n": Block(BlockKind.TABLE, ("a | b", "\\ | -")),
    "[^1]: Siehe dort.\n  \\1. Auflage.\n": Block(BlockKind.NOTE, ("Siehe dort.", "1. Auflage."), 0, "1"),
    "zwei\u2028Zeilen\x0cin\u0085einer\n": Block(BlockKind.PARAGRAPH, ("zwei\u2028Zeilen\x0cin\u0085einer",)),
}


@pytest.mark.parametrize(("text", "block"), PAGES.items(), ids=range(len(PAGES)))
def test_each_kind_is_written_in_its_way(text: str, block: Block) -> None:
    assert write_text([block]) == text
    assert parse_text(text) == (block,)


REFUSED = {
    "Kein Zeilenende": ("no-final-newline", 1),
    "Absatz.\n\n\nAbsatz.\n": ("extra-blank-line", 3),
    "\nAbsatz.\n": ("extra-blank-line", 1),
    "Absatz.\n\n": ("extra-blank-line", 2),
    "\n": ("extra-blank-line", 1),
    "1. Januar ist ein Punkt,\naber so steht er falsch.\n": ("not-canonical", 2),
    "# Überschrift\nmit zweiter Zeile\n": ("bad-block", 1),
    "Gut.\n\n- Punkt\nohne Einzug\n": ("not-canonical", 4),
    "Ein Satz.\n \n": ("sentence-blank", 2),
    "Ein Satz.\nBlank am Ende \n": ("sentence-blank", 2),
    "Gut.\n\nWagen\rrücklauf\n": ("sentence-control", 3),
    "Gut.\nnicht e\u0301 NFC\n": ("sentence-not-nfc", 2),
    "\\Wort\n": ("not-canonical", 1),
    "| a | b\n": ("not-canonical", 1),
    "####### sieben\n": None,
    " Einzug\n": ("sentence-blank", 1),
    "   - Einzug drei\n": ("sentence-blank", 1),
}


@pytest.mark.parametrize("text", REFUSED)
def test_anything_else_is_refused_with_file_and_line(text: str) -> None:
    expected = REFUSED[text]
    if expected is None:
        assert parse_text(text)[0].kind is BlockKind.PARAGRAPH
        return
    with pytest.raises(LibcorpusError) as caught:
        parse_text(text, "resolutions/x/text.txt")
    assert (caught.value.problem.key, caught.value.problem.place) == (
        expected[0],
        f"resolutions/x/text.txt:{expected[1]}",
    )


def test_a_byte_order_mark_is_a_character_of_the_words() -> None:
    assert parse_text("\ufeffWort\n")[0].sentences == ("\ufeffWort",)


@LAWS
@given(st.sampled_from(PIECES))
def test_an_escape_is_one_backslash_and_goes_off_again(piece: str) -> None:
    words = unicodedata.normalize("NFC", piece).strip(" ")
    assert escape(words) in (words, "\\" + words)
    if words.strip():
        assert parse_text(write_text([Block(BlockKind.PARAGRAPH, (words,))]))[0].sentences == (words,)
