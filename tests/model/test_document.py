"""A document answers which sentences stand on which printed lines, and the other way round."""

import pytest

from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.lines import LineSpan, LineStart
from libcorpus.model.problems import LibcorpusError

HEADING, PARAGRAPH, ITEM, NOTE = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.NOTE

# 1  Verkehr
# 2  Der Bus fährt. Er fährt oft.       (two sentences on one line, the third goes on to line 3)
# 3  Nachts fährt
# 4  (an empty line)
#    auch einer.                        is line 5
#    Ohne Nummer                        a heading that print does not number
# 6  Radwege für alle Menschen-         a hyphen of print
# 7  kinder.
DOCUMENT = Document(
    (
        Block(HEADING, ("Verkehr",), 1),
        Block(PARAGRAPH, ("Der Bus fährt.", "Er fährt oft.", "Nachts fährt auch einer.")),
        Block(HEADING, ("Ohne Nummer",), 2),
        Block(ITEM, ("Radwege für alle Menschenkinder.",), 1),
        Block(NOTE, ("Eine Fußnote.",), 0, "1"),
    ),
    (
        LineStart(1, None, 0, 0),
        LineStart(2, None, 1, 0),
        LineStart(3, None, 3, 0),
        LineStart(4, None, 3, 13),
        LineStart(5, None, 3, 13),
        LineStart(None, None, 4, 0),
        LineStart(6, None, 5, 0, hyphen=True),
        LineStart(7, None, 5, 25),
        LineStart(None, None, 6, 0),
    ),
)


def restarting() -> Document:
    words = Block(PARAGRAPH, ("Eins zwei drei.", "Vier fünf."))
    starts = ((1, 1, 0, 0), (2, 1, 0, 5), (1, 2, 0, 10), (2, 2, 1, 5))
    return Document((words,), tuple(LineStart(*start) for start in starts))


def test_every_line_is_put_together_again() -> None:
    assert [(start.number, words) for start, words in DOCUMENT.printed()] == [
        (1, "Verkehr"),
        (2, "Der Bus fährt. Er fährt oft."),
        (3, "Nachts fährt"),
        (4, ""),
        (5, "auch einer."),
        (None, "Ohne Nummer"),
        (6, "Radwege für alle Menschen-"),
        (7, "kinder."),
        (None, "Eine Fußnote."),
    ]


def test_lines_of_a_sentence() -> None:
    assert [str(DOCUMENT.lines_of(index)) for index in range(7)] == ["1", "2", "2", "3-5", "None", "6-7", "None"]
    assert [str(DOCUMENT.lines_of_block(index)) for index in range(5)] == ["1", "2-5", "None", "6-7", "None"]


@pytest.mark.parametrize(
    ("lines", "sentences"),
    [("1", (0,)), ("2", (1, 2)), ("2-3", (1, 2, 3)), ("4", (3,)), ("5-6", (3, 5)), ("1-7", (0, 1, 2, 3, 5))],
)
def test_sentences_on_lines(lines: str, sentences: tuple[int, ...]) -> None:
    assert DOCUMENT.sentences_on(LineSpan.parse(lines)) == sentences


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("2", "Der Bus fährt. Er fährt oft."),
        ("3", "Nachts fährt"),
        ("3-5", "Nachts fährt auch einer."),
        ("4", ""),
        ("6", "Radwege für alle Menschen"),
        ("6-7", "Radwege für alle Menschenkinder."),
    ],
)
def test_words_on_lines(lines: str, words: str) -> None:
    assert DOCUMENT.words_on(LineSpan.parse(lines)) == words


@pytest.mark.parametrize("lines", ["0", "8", "6-8"])
def test_lines_that_are_not_there_are_refused(lines: str) -> None:
    with pytest.raises(LibcorpusError) as caught:
        DOCUMENT.sentences_on(LineSpan.parse(lines))
    assert caught.value.problem.key == "no-such-line"
    assert (caught.value.problem.values["low"], caught.value.problem.values["high"]) == (1, 7)


def test_where_numbers_run_on_a_page_is_refused() -> None:
    with pytest.raises(LibcorpusError) as caught:
        DOCUMENT.sentences_on(LineSpan.parse("3:1"))
    assert caught.value.problem.key == "lines-want-no-page"


def test_numbers_that_restart_want_a_page() -> None:
    document = restarting()
    assert document.restarts
    assert [str(document.lines_of(index)) for index in (0, 1)] == ["1:1-2:1", "2:1-2"]
    assert document.sentences_on(LineSpan.parse("2:1")) == (0, 1)
    assert document.sentences_on(LineSpan.parse("2:2")) == (1,)
    assert document.words_on(LineSpan.parse("1:2-2:1")) == "zwei drei. Vier"
    for lines, key in (("1", "lines-want-page"), ("1:3", "no-such-line"), ("3:1", "no-such-line")):
        with pytest.raises(LibcorpusError) as caught:
            document.sentences_on(LineSpan.parse(lines))
        assert caught.value.problem.key == key


def test_without_pages_repeated_numbers_do_not_restart() -> None:
    document = Document(restarting().blocks, tuple(LineStart(n, None, 0, n) for n in (0, 1, 2, 1)[:3]))
    assert not document.restarts


def test_headings_lead_to_a_block() -> None:
    assert DOCUMENT.section_path(3) == (0, 2)
    assert DOCUMENT.section_path(1) == (0,)
    assert DOCUMENT.section_path(2) == (0,)
    assert DOCUMENT.section_path(0) == ()
    assert [DOCUMENT.block_of(index) for index in range(7)] == [0, 1, 1, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        (((1, 0, 0), (2, 3, 0), (3, 1, 0)), "lines-out-of-order"),
        (((1, 0, 0), (2, 1, 99)), "line-outside"),
        (((1, 0, 0), (2, 9, 0)), "line-outside"),
        (((1, 0, 0), (2, 1, 0)), "block-without-line"),
        (((1, 0, 1),), "block-without-line"),
    ],
)
def test_lines_that_cannot_be_are_refused(lines: tuple[tuple[int, int, int], ...], key: str) -> None:
    starts = tuple(LineStart(number, None, sentence, offset) for number, sentence, offset in lines)
    with pytest.raises(LibcorpusError) as caught:
        Document(DOCUMENT.blocks, starts)
    assert caught.value.problem.key == key


@pytest.mark.parametrize(
    ("kind", "sentences", "level", "label", "key"),
    [
        (HEADING, ("A",), 0, "", "bad-level"),
        (HEADING, ("A",), 7, "", "bad-level"),
        (ITEM, ("A",), 0, "", "bad-level"),
        (NOTE, ("A",), 1, "1", "bad-level"),
        (HEADING, ("A", "B"), 1, "", "bad-block"),
        (PARAGRAPH, (), 0, "", "bad-block"),
        (PARAGRAPH, ("A",), 0, "1.", "bad-label"),
        (ITEM, ("A",), 1, "1", "bad-label"),
        (ITEM, ("A",), 1, "1234.", "bad-label"),
        (NOTE, ("A",), 0, "", "bad-label"),
        (NOTE, ("A",), 0, "a b", "bad-label"),
        (PARAGRAPH, ("",), 0, "", "sentence-blank"),
        (PARAGRAPH, ("\u00a0",), 0, "", "sentence-blank"),
        (PARAGRAPH, (" A",), 0, "", "sentence-blank"),
        (PARAGRAPH, ("A\nB",), 0, "", "sentence-control"),
        (PARAGRAPH, ("A\rB",), 0, "", "sentence-control"),
        (PARAGRAPH, ("A\x00B",), 0, "", "sentence-control"),
        (PARAGRAPH, ("e\u0301",), 0, "", "sentence-not-nfc"),
    ],
)
def test_a_block_is_checked_when_it_is_made(
    kind: BlockKind, sentences: tuple[str, ...], level: int, label: str, key: str
) -> None:
    with pytest.raises(LibcorpusError) as caught:
        Block(kind, sentences, level, label)
    assert caught.value.problem.key == key


def test_notes_stand_at_the_end() -> None:
    with pytest.raises(LibcorpusError) as caught:
        Document((Block(NOTE, ("A",), 0, "1"), Block(PARAGRAPH, ("B",))))
    assert caught.value.problem.key == "notes-not-last"
