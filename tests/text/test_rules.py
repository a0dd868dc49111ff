"""Rules of other systems, headings by their level, tables row by row, and counts that run on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.draft import Draft, DraftBlock
from libcorpus.model.problems import LibcorpusError
from libcorpus.text.build import document_of
from libcorpus.text.canonical import cells_of, parse_text, row_of, write_text
from libcorpus.text.numbering import Rule, check_by_rule, infer_length, number_by_rule, number_on

TITLE = "Wege für alle Menschen in unserer Stadt, heute und an jedem Tag danach"
ITEM = "Die Stadt soll die Wege ausbauen, und zwar alle, auch die am Rand, und sie soll Bäume pflanzen."


def printed(document: Document) -> list[tuple[int | None, str]]:
    return [(row.number, words) for row, words in document.printed()]


def heading(level: int) -> Block:
    return Block(BlockKind.HEADING, (TITLE,), level)


def test_headings_take_the_share_of_their_level() -> None:
    numbered = number_by_rule(Document((heading(1), heading(2), heading(3), heading(6))))
    assert printed(numbered) == [
        (1, "Wege für alle Menschen in unserer Stadt, heute"),
        (2, "und an jedem Tag danach"),
        (3, "Wege für alle Menschen in unserer Stadt, heute"),
        (4, "und an jedem Tag danach"),
        (5, "Wege für alle Menschen in unserer Stadt, heute und an jedem"),
        (6, "Tag danach"),
        (7, "Wege für alle Menschen in unserer Stadt, heute und an jedem"),
        (8, "Tag danach"),
    ]


def test_another_system_has_other_figures() -> None:
    rule = Rule(50, indent_per_level=5, heading_factors=(1.0,))
    numbered = number_by_rule(Document((heading(1), Block(BlockKind.ITEM, (ITEM,), 2))), rule, first_line=17)
    assert printed(numbered) == [
        (17, "Wege für alle Menschen in unserer Stadt, heute und"),
        (18, "an jedem Tag danach"),
        (19, "Die Stadt soll die Wege ausbauen, und"),
        (20, "zwar alle, auch die am Rand, und sie"),
        (21, "soll Bäume pflanzen."),
    ]
    assert max(len(words) for number, words in printed(numbered) if number and number > 18) <= 40


def test_a_rule_has_lines_of_one_character_at_least() -> None:
    with pytest.raises(LibcorpusError):
        Rule(0)


def test_each_row_of_a_table_begins_a_line() -> None:
    table = Block(BlockKind.TABLE, ("Jahr | Kurse in unserer Stadt", "2019 | 35", "2020 | 40"))
    numbered = number_by_rule(Document((table, Block(BlockKind.PARAGRAPH, ("Ende.",)))), 20)
    assert printed(numbered) == [
        (1, "Jahr | Kurse in"),
        (2, "unserer Stadt"),
        (3, "2019 | 35"),
        (4, "2020 | 40"),
        (5, "Ende."),
    ]
    assert check_by_rule(numbered, 20).remarks == ()


def test_a_whole_consultation_has_one_count() -> None:
    note = Block(BlockKind.NOTE, ("Siehe dort.",), 0, "1")
    sections = [Document((Block(BlockKind.PARAGRAPH, (ITEM,)), note)), Document((heading(1),)), Document(())]
    numbered = number_on(sections, 80, first_line=5)
    assert [[row.number for row in document.lines] for document in numbered] == [[5, 6, None], [7, 8], []]


def test_a_draft_is_numbered_on_from_a_line_and_by_a_rule() -> None:
    draft = Draft("x 1", "text/plain", (DraftBlock(BlockKind.PARAGRAPH, ITEM),))
    document = document_of(draft, rule=Rule(50), first_line=321)
    assert printed(document) == [
        (321, "Die Stadt soll die Wege ausbauen, und zwar alle,"),
        (322, "auch die am Rand, und sie soll Bäume pflanzen."),
    ]


def test_headings_of_two_levels_are_checked_at_their_own_shares() -> None:
    document = number_by_rule(Document((heading(1), heading(3), Block(BlockKind.PARAGRAPH, (ITEM,)))))
    check = check_by_rule(document, 80)
    assert (check.remarks, check.reproduced, check.lines) == ((), 6, 6)
    assert (check.heading_factors[0], check.heading_factors[2]) == (0.6, 0.75)


def test_the_length_is_found_with_the_indent_of_another_system() -> None:
    flat = " ".join([ITEM] * 12)
    blocks = tuple(Block(BlockKind.ITEM, (flat,), 1 + level % 3) for level in range(3))
    document = number_by_rule(Document(blocks), Rule(90, indent_per_level=5))
    found = infer_length(document, indent=5)
    assert found is not None
    assert 90 in found
    assert found.fits == found.breaks
    assert check_by_rule(document, 90, indent=5).remarks == ()
    assert check_by_rule(document, 90).remarks != ()


CELLS = st.lists(
    st.text(st.characters(exclude_characters="\n\r\x00", exclude_categories=["Cs"]), max_size=8)
    .map(str.split)
    .map(" ".join)
    | st.sampled_from(["|", "\\", "\\|", "\\\\", "a|b", "|a", "a\\", "\\|\\", "a | b", ""]),
    min_size=1,
    max_size=5,
)


@settings(deadline=None, derandomize=True)
@given(CELLS)
def test_cells_come_back_as_they_were(cells: list[str]) -> None:
    row = row_of(cells)
    assert cells_of(row) == tuple(cells)


@settings(deadline=None, derandomize=True)
@given(CELLS)
def test_a_row_of_cells_reads_back_from_the_file(cells: list[str]) -> None:
    import unicodedata

    row = unicodedata.normalize("NFC", row_of(cells))
    if not any(cell.strip() for cell in cells) or not row.strip():
        return
    block = Block(BlockKind.TABLE, (row, row))
    assert parse_text(write_text([block])) == (block,)
