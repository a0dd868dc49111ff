"""Format 1, the lines: the table reads back, and every line of print can be put together again."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.lines import LineStart
from libcorpus.model.problems import LibcorpusError
from libcorpus.text.linetable import HEADER, parse_document, parse_lines, text_lines, write_document, write_lines
from libcorpus.text.numbering import number_by_rule
from tests.text.strategies import documents, refused_at

LAWS = settings(deadline=None, derandomize=True, max_examples=200)


@LAWS
@given(documents())
def test_a_document_reads_back(document: Document) -> None:
    assert parse_document(*write_document(document)) == document


@LAWS
@given(documents())
def test_the_lines_of_print_hold_all_words_once(document: Document) -> None:
    flat = " ".join(document.sentences)
    together = "".join(words.removesuffix("-") if start.hyphen else words for start, words in document.printed())
    if document.lines:
        assert together.replace(" ", "") == flat.replace(" ", "")


@LAWS
@given(documents())
def test_a_row_points_at_the_words_in_the_file(document: Document) -> None:
    text, table = write_document(document)
    lines = text.split("\n")
    for row, start in zip(table.split("\n")[1:], document.lines, strict=False):
        text_line, column = (int(cell) for cell in row.split("\t")[2:4])
        if start.sentence < len(document.sentences):
            sentence = document.sentences[start.sentence]
            assert lines[text_line - 1][column - 1 :].startswith(sentence[start.offset :])


@LAWS
@given(documents(), st.integers(20, 100))
def test_numbers_by_the_rule_read_back(document: Document, length: int) -> None:
    numbered = number_by_rule(Document(document.blocks), length)
    assert parse_document(*write_document(numbered)) == numbered


@LAWS
@given(documents(), st.data())
def test_a_changed_table_is_refused_with_its_place_or_means_something_else(
    document: Document, data: st.DataObject
) -> None:
    text, table = write_document(document)
    place = data.draw(st.integers(0, len(table) - 1))
    changed = table[:place] + data.draw(st.sampled_from(["", "9", "\t", "\n", "-", " ", "x"])) + table[place + 1 :]
    try:
        read = parse_document(text, changed)
    except LibcorpusError as error:
        refused_at(error, re.compile(r"lines\.tsv(:\d+)?"))
    else:
        assert write_lines(read) == changed


TEXT = (Block(BlockKind.HEADING, ("GRÜN wirkt",), 1), Block(BlockKind.ITEM, ("- Für uns.", "1. Mai."), 2, "a)"))


def test_columns_count_marker_indent_and_escape() -> None:
    lines = (LineStart(1, None, 0, 0), LineStart(2, None, 1, 0), LineStart(3, None, 2, 3, hyphen=True))
    document = Document(TEXT, lines)
    text, table = write_document(document)
    assert text == "# GRÜN wirkt\n\n  a) \\- Für uns.\n    \\1. Mai.\n"
    assert table == f"{HEADER}\n1\t\t1\t3\t\n2\t\t3\t7\t\n3\t\t4\t9\t-\n"
    assert [words for _, words in document.printed()] == ["GRÜN wirkt", "- Für uns. 1.", "Mai.-"]
    assert text_lines(document) == [1, 3, 4]


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("1\t\t1\t3", "bad-line-row"),
        ("1\t\t1\t3\tx", "bad-line-row"),
        ("01\t\t1\t3\t", "bad-line-row"),
        ("1\t\t\t3\t", "bad-line-row"),
        ("1\t\t1\t\t", "bad-line-row"),
        ("-1\t\t1\t3\t", "bad-line-row"),
        ("²\t\t1\t3\t", "bad-line-row"),
        ("1\t\t1\t2\t", "line-outside-text"),
        ("1\t\t2\t1\t", "line-outside-text"),
        ("1\t\t99\t1\t", "line-outside-text"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(row: str, key: str) -> None:
    with pytest.raises(LibcorpusError) as caught:
        parse_lines(f"{HEADER}\n1\t\t1\t3\t\n{row}\n", TEXT, "a/lines.tsv")
    assert (caught.value.problem.key, caught.value.problem.place) == (key, "a/lines.tsv:3")


@pytest.mark.parametrize("table", ["", HEADER, "nummer\n", f"{HEADER}\n1\t\t1\t3\t"])
def test_a_table_without_its_header_or_last_line_end_is_refused(table: str) -> None:
    with pytest.raises(LibcorpusError) as caught:
        parse_lines(table, TEXT)
    assert caught.value.problem.key == "bad-line-table"


def test_each_block_needs_a_line() -> None:
    with pytest.raises(LibcorpusError) as caught:
        parse_document("# GRÜN wirkt\n\nText.\n", f"{HEADER}\n1\t\t1\t3\t\n", "x")
    assert (caught.value.problem.key, caught.value.problem.place) == ("block-without-line", "x/lines.tsv")


def test_lines_stand_in_the_order_of_the_text() -> None:
    with pytest.raises(LibcorpusError) as caught:
        parse_document("Ein Wort.\n", f"{HEADER}\n1\t\t1\t5\t\n2\t\t1\t1\t\n")
    assert caught.value.problem.key == "lines-out-of-order"
