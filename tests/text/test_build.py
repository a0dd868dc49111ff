"""From a draft to a document: sentences cut, lines carried over, no character lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.draft import Draft, DraftBlock, DraftLine, LeftOut
from libcorpus.model.lines import LineStart
from libcorpus.model.problems import LibcorpusError
from libcorpus.text.build import check_laws, document_of

LAWS = settings(deadline=None, derandomize=True, max_examples=150)


def draft(*blocks: DraftBlock, numbered: bool = True, left_out: tuple[LeftOut, ...] = ()) -> Draft:
    return Draft("test 1", "text/plain", blocks, {}, left_out, numbered)


def at_stops(flat: str) -> tuple[str, ...]:
    return tuple(flat.replace(". ", ".\n").split("\n"))


def test_lines_go_with_the_sentences_they_begin_in() -> None:
    # Z. 1 "Eins zwei. Drei", Z. 2 "vier.", Z. 3 "Fünf.": the third begins in the blank before its sentence.
    lines = (DraftLine(0, 1, 1), DraftLine(16, 2, 1, hyphen=True), DraftLine(21, 3, 2))
    made = document_of(draft(DraftBlock(BlockKind.PARAGRAPH, "Eins zwei. Drei vier. Fünf.", lines)), split=at_stops)
    assert made.sentences == ("Eins zwei.", "Drei vier.", "Fünf.")
    assert made.lines == (LineStart(1, 1, 0, 0), LineStart(2, 1, 1, 5, True), LineStart(3, 2, 2, 0))


def test_headings_and_rows_stay_whole() -> None:
    blocks = (
        DraftBlock(BlockKind.HEADING, "Erstens. Zweitens", (DraftLine(0, 1),), 1),
        DraftBlock(BlockKind.TABLE, "a. B | c\nd. E | f", (DraftLine(0, 2), DraftLine(9, 3))),
    )
    made = document_of(draft(*blocks), split=at_stops)
    assert made.sentences == ("Erstens. Zweitens", "a. B | c", "d. E | f")
    assert [words for _, words in made.printed()] == ["Erstens. Zweitens", "a. B | c", "d. E | f"]


def test_a_text_without_numbers_is_numbered_by_the_rule() -> None:
    flat = "Wort " * 40 + "Ende."
    made = document_of(draft(DraftBlock(BlockKind.PARAGRAPH, flat), numbered=False))
    assert [start.number for start in made.lines] == [1, 2, 3]
    assert all(len(words) <= 80 for _, words in made.printed())


@LAWS
@given(
    st.lists(st.sampled_from(["Ja.", "Nein.", "die", "Stadt", "1. Mai", "ein\u00a0Jahr", "\u1eb9"]), min_size=1),
    st.data(),
)
def test_cutting_sentences_moves_no_line(words: list[str], data: st.DataObject) -> None:
    flat = " ".join(words)
    offsets = sorted({0, *data.draw(st.lists(st.integers(0, len(flat) - 1), max_size=6))})
    offsets = [offset for offset in offsets if flat[offset] != " "]
    lines = tuple(DraftLine(offset, number) for number, offset in enumerate(offsets, start=1))
    made = document_of(draft(DraftBlock(BlockKind.PARAGRAPH, flat, lines)))
    printed = [flat[start:end].strip(" ") for start, end in zip(offsets, [*offsets[1:], len(flat)], strict=True)]
    assert [text for _, text in made.printed()] == printed


def document(*sentences: str) -> Document:
    starts = tuple(LineStart(index + 1, None, index, 0) for index in range(len(sentences)))
    return Document((Block(BlockKind.PARAGRAPH, sentences),), starts)


@pytest.mark.parametrize("source", ["Ein Satz.", "E i n\tSatz\n.", "\u00a0Ein\u2028Satz.\x0c"])
def test_white_space_does_not_count(source: str) -> None:
    check_laws(draft(), document("Ein Satz."), source)


@pytest.mark.parametrize(
    ("source", "left_out", "lost", "doubled"),
    [
        ("Ein Satzz.", "", "z×1", "-"),
        ("Ein Sat.", "", "-", "z×1"),
        ("1 Ein Satz.", "", "1×1", "-"),
        ("Ein Satz.", "1", "-", "1×1"),
        ("Ein Sa\u00adtz.", "", "\u00ad×1", "-"),
        ("Ein\u200b Satz.", "", "\u200b×1", "-"),
    ],
)
def test_a_lost_or_doubled_character_is_refused(source: str, left_out: str, lost: str, doubled: str) -> None:
    left = (LeftOut("margin-number", "f:1", left_out),) if left_out else ()
    with pytest.raises(LibcorpusError) as caught:
        check_laws(draft(left_out=left), document("Ein Satz."), source)
    assert caught.value.problem.key == "law-characters"
    assert (caught.value.problem.values["lost"], caught.value.problem.values["doubled"]) == (lost, doubled)


def test_left_out_and_labels_are_counted() -> None:
    item = Document((Block(BlockKind.ITEM, ("Satz",), 1, "(a)"),), (LineStart(1, None, 0, 0),))
    check_laws(draft(left_out=(LeftOut("margin-number", "f:1", "17"),)), item, "17 (a) Satz")


def test_composed_and_decomposed_are_the_same_character() -> None:
    check_laws(draft(), document("für"), "fu\u0308r")
