"""Sentences by the places people type: what is printed reads back as the same sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcorpus.flows.naming import Named, place_of, sentence_at, sentences_within, shortener
from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.ids import ResolutionId
from libcorpus.model.lines import LineSpan
from libcorpus.model.problems import LibcorpusError
from libcorpus.text.numbering import number_by_rule

PAGE = number_by_rule(
    Document(
        (
            Block(BlockKind.HEADING, ("Hafen",), 1),
            Block(
                BlockKind.PARAGRAPH,
                ("Kurz.", "Auch kurz.", "Der Hafen von Sandau " + "bleibt offen " * 8 + "für alle."),
            ),
            Block(BlockKind.PARAGRAPH, ("Das gilt ab sofort.",)),
        )
    ),
    60,
)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("4.1:1", "Hafen"),
        ("4.1:5", "Das gilt ab sofort."),
        ("4.1:2-4", "Der Hafen"),
        ("4.1:2#1", "Kurz."),
        ("4.1:2#2", "Auch kurz."),
        ("4.1#3", "Auch kurz."),
    ],
)
def test_a_place_means_one_sentence(place: str, words: str) -> None:
    assert PAGE.sentences[sentence_at(PAGE, Named.parse(place))].startswith(words)


def test_a_place_with_several_sentences_is_refused_with_how_to_say_which() -> None:
    with pytest.raises(LibcorpusError) as refusal:
        sentence_at(PAGE, Named.parse("4.1@2014:2"))
    assert "3 sentences stand there:" in str(refusal.value)
    assert "4.1@2014:2#2  Auch kurz." in str(refusal.value)


@pytest.mark.parametrize(
    ("place", "key"),
    [
        ("4.1", "bad-place"),
        ("", "bad-place"),
        (":2", "bad-place"),
        ("4.1:2#x", "bad-place"),
        ("4.1:zwei", "bad-lines"),
        ("4.1:99", "no-such-line"),
        ("4.1:2#9", "no-such-sentence"),
        ("4.1#0", "bad-place"),
    ],
)
def test_what_names_no_sentence_is_refused(place: str, key: str) -> None:
    with pytest.raises(LibcorpusError) as refusal:
        sentence_at(PAGE, Named.parse(place))
    assert refusal.value.problem.key == key


def test_printed_places_read_back() -> None:
    for index in range(len(PAGE.sentences)):
        assert sentence_at(PAGE, Named.parse(f"4.1@2014{place_of(PAGE, index)}")) == index


@given(st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=5), min_size=1, max_size=4), st.integers(12, 40))
def test_every_printed_place_reads_back(shape: list[list[int]], length: int) -> None:
    blocks = [Block(BlockKind.PARAGRAPH, tuple("ab " * count + "c." for count in counts)) for counts in shape]
    document = number_by_rule(Document(tuple(blocks)), length)
    for index in range(len(document.sentences)):
        assert sentence_at(document, Named.parse(f"x{place_of(document, index)}")) == index


def test_a_sentence_without_printed_lines_is_named_by_its_number() -> None:
    bare = Document((Block(BlockKind.PARAGRAPH, ("Eins.", "Zwei.")),))
    assert [place_of(bare, index) for index in (0, 1)] == ["#1", "#2"]


def test_sentences_that_stand_wholly_on_lines_come_before_those_that_only_touch_them() -> None:
    assert sentences_within(PAGE, LineSpan(2, 4)) == (1, 2, 3)
    assert sentences_within(PAGE, LineSpan(2, 2)) == (1, 2)
    assert sentences_within(PAGE, LineSpan(3, 3)) == (3,)


def test_ids_get_the_shortest_name_that_means_only_them() -> None:
    ids = [
        ResolutionId.parse(text)
        for text in (
            "sandau/2014-03-22/4.1-hafen",
            "sandau/2014-11-01/4.1-hafen",
            "sandau/2019-03-22/4.1-hafen",
            "sandau/2019-03-22/radwege",
            "andernorts/2019-03-22/radwege",
        )
    ]
    short = shortener(ids)
    assert [short(own_id) for own_id in ids] == [
        "4.1@2014-03-22",
        "4.1@2014-11-01",
        "4.1@2019",
        "sandau/2019-03-22/radwege",
        "andernorts/2019-03-22/radwege",
    ]
    for own_id in ids:
        assert [other for other in ids if other.answers_to(short(own_id))] in ([own_id], []) or "/" in short(own_id)
