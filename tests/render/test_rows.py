"""Rows: each column is a whole text in its own order, whatever moved; landmarks, folds, forms."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcorpus.flows.comparing import Comparison
from libcorpus.render.folds import Fold, folded
from libcorpus.render.rows import Row, Section, pieces, sections_of
from tests.align.strategies import SENTENCES
from tests.render.pairs import YEARS, assemblies, by_hand, example, hostile, moved_with_a_gap, pair, with_a_gap

BLOCKS = st.tuples(
    st.sampled_from(["# ", "## ", "", "- ", "1. "]),
    st.lists(
        st.sampled_from([one for one in SENTENCES if one and "  " not in one and not one.startswith("|")]),
        min_size=1,
        max_size=3,
    ),
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A canonical text with headings, paragraphs and items."""
    written = []
    for marker, sentences in draw(st.lists(BLOCKS, max_size=7)):
        own = sentences[:1] if marker.startswith("#") else sentences
        deeper = "  " if marker in ("- ", "1. ") else ""
        written.append(f"\n{deeper}".join([marker + own[0], *own[1:]]) + "\n")
    return "\n".join(written)


def all_rows(sections: tuple[Section, ...]) -> list[Row]:
    return [row for section in sections for row in section.all_rows]


def check_columns(comparison: Comparison) -> None:
    rows = all_rows(sections_of(comparison))
    old, new = ([said for row in rows if (cell := row.columns[k]) for said in cell.sentences] for k in (0, 1))
    for said, side in ((old, comparison.old), (new, comparison.new)):
        assert [one.index for one in said] == list(range(len(side.document.sentences)))
        assert [one.text for one in said] == list(side.document.sentences)


@pytest.mark.parametrize("years", YEARS)
def test_each_column_is_the_whole_text_in_its_order(years: tuple[str, str]) -> None:
    check_columns(example(*years))


def test_so_it_is_for_assemblies_and_hostile_texts() -> None:
    check_columns(assemblies())
    check_columns(hostile())


def test_parts_of_a_sentence_with_something_between_them_stand_where_they_stand() -> None:
    for turned in (False, True):
        comparison = with_a_gap(turned)
        assert sum(link.apart for link in comparison.account.links) == 2
        check_columns(comparison)
    rows = [row for row in all_rows(sections_of(with_a_gap())) if not row.is_plain]
    seen = [tuple(cell and " ".join(one.text for one in cell.sentences)[:12] for cell in row.columns) for row in rows]
    assert [(row.kind.value, row.role.value, *said) for row, said in zip(rows, seen, strict=True)] == [
        ("split", "here", "Zahlt ein Ve", "Der Anspruch"),
        ("added", "here", None, "ein Vorstand"),
        ("split", "rest", None, "der Verein d"),
        ("merged", "here", "Der Auslände", "Der Auslände"),
        ("removed", "here", "Näheres steh", None),
        ("merged", "rest", "Er bekommt R", None),
    ]
    lines = [[str(span) for span in cell.lines] for row in rows for cell in row.columns if cell]
    assert lines == [["2-3"], ["2"], ["3"], ["4"], ["6"], ["7-8"], ["6-7"], ["7"]]


def test_a_further_part_is_counted_with_the_first() -> None:
    counts = sum((section.counts() for section in sections_of(with_a_gap())), start=Counter[str]())
    assert counts == {"kept": 4, "split": 1, "merged": 1, "removed": 1, "added": 1}


def test_of_what_moved_each_part_stands_at_both_of_its_places() -> None:
    for turned in (False, True):
        comparison = moved_with_a_gap(turned)
        check_columns(comparison)
        roles = [row.role.value for row in all_rows(sections_of(comparison)) if row.link.apart]
        assert sorted(roles) == (["away", "came", "rest"] if turned else ["away", "away", "came"])


@given(texts(), texts())
def test_so_it_is_for_any_text(old: str, new: str) -> None:
    comparison = pair(old, new)
    rows = all_rows(sections_of(comparison))
    for k, side in enumerate((comparison.old, comparison.new)):
        seen = sorted(said.index for row in rows if (cell := row.columns[k]) for said in cell.sentences)
        assert seen == list(range(len(side.document.sentences)))


@pytest.mark.parametrize("years", YEARS)
def test_the_counts_are_those_of_the_account(years: tuple[str, str]) -> None:
    comparison = example(*years)
    counts = sum((section.counts() for section in sections_of(comparison)), start=Counter[str]())
    assert +counts == {key: count for key, count in comparison.counts().items() if count}


def test_rows_stand_under_the_headings_of_the_new_text() -> None:
    sections = sections_of(by_hand("2009", "2014"))
    assert [section.title for section in sections][:3] == [
        "Lindenfurt gemeinsam gestalten",
        "Was wir erreicht haben",
        "Sprache öffnet Türen",
    ]
    heading = sections[1].heading
    assert heading is not None
    assert heading.kinds == ("added",)


def test_an_old_heading_is_named_where_the_reader_could_not_know_it() -> None:
    old = "# Bildung\n\nWir bauen neue Schulen.\n\n# Verkehr\n\nBusse fahren nachts stündlich.\n"
    new = "# Bildung\n\nWir bauen neue Schulen.\nBusse fahren nachts stündlich.\n"
    rows = all_rows(sections_of(pair(old, new)))
    bus = next(row for row in rows if row.old and "Busse" in row.old.sentences[0].text)
    removed = next(row for row in rows if row.kinds == ("removed",))
    assert removed.old is not None
    assert removed.old.sentences[0].text == "Verkehr"
    # The heading itself stands in the column, so nothing needs to be said again.
    assert bus.landmark == ""


def test_several_resolutions_begin_with_their_titles() -> None:
    sections = sections_of(assemblies())
    titles = [section.title for section in sections if section.heading is None]
    assert titles == ["Kommunalprogramm 2014", "Kommunalprogramm 2019"]
    heading = sections[1].heading
    assert heading is not None
    assert heading.new is not None
    assert heading.new.part == "Kommunalprogramm 2014"
    assert sections[1].depth == 1


def test_the_same_words_in_another_form_are_seen() -> None:
    comparison = pair("Wir bauen neue Schulen.\n", "- Wir bauen neue Schulen.\n")
    row = all_rows(sections_of(comparison))[0]
    assert (row.form, row.is_plain, row.kinds) == (True, False, ())


def test_what_a_reader_wants_ignored_is_plain() -> None:
    comparison = pair(
        "Die Schülerinnen und Schüler der Stadt lernen gern.\n", "Die Schüler*innen der Stadt lernen gern.\n"
    )
    assert [row.is_plain for row in all_rows(sections_of(comparison))] == [False]
    assert [row.is_plain for row in all_rows(sections_of(comparison, ["gender"]))] == [True]


def test_folds_keep_what_stands_next_to_a_change() -> None:
    sentences = [f"Satz Nummer {number} bleibt so stehen." for number in range(9)]
    changed = [*sentences[:4], "Dies hier ist völlig neu geschrieben worden.", *sentences[4:]]
    comparison = pair("\n".join(sentences) + "\n", "\n".join(changed) + "\n")
    rows = all_rows(sections_of(comparison))
    shown = [len(item.rows) if isinstance(item, Fold) else item.kinds for item in folded(rows)]
    assert shown == [3, ("kept",), ("added",), ("kept",), 4]
    assert [row for item in folded(rows) for row in (item.rows if isinstance(item, Fold) else (item,))] == rows


def test_pieces_are_the_text_again() -> None:
    assert pieces("abc def", [(0, 3), (4, 7)]) == (("abc", True), (" ", False), ("def", True))
    # The second sentence of a joined text: spans count from the beginning of the first.
    assert pieces("def", [(2, 5)], start=4) == (("d", True), ("ef", False))
    assert pieces("def", [(0, 3)], start=4) == (("def", False),)
