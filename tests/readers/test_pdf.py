"""PDF files in several layouts, drawn with a known truth: words, blocks, printed lines, and what is left out."""

import io
import unicodedata
from collections import Counter
from functools import cache

import pytest

from libcorpus.model.document import BlockKind
from libcorpus.model.draft import Draft
from libcorpus.readers import read
from libcorpus.text.build import check_laws, document_of
from tests.readers.pdf_pages import MANNERS, TEXT, Drawn, Manner, Piece, drawn


@cache
def printed(name: str) -> tuple[Drawn, Draft]:
    own = drawn(MANNERS[name])
    return own, read(own.data, "radwege.pdf")


def shown(draft: Draft) -> list[Piece]:
    return [(block.kind.value, block.level, block.label, block.flat) for block in draft.blocks]


def printed_lines(draft: Draft) -> list[tuple[int | None, int | None, str]]:
    """The numbered lines of a draft, with the words that stand on each."""
    found = []
    for block in draft.blocks:
        ends = [line.offset for line in block.lines[1:]] + [len(block.flat)]
        for line, end in zip(block.lines, ends, strict=True):
            words = block.flat[line.offset : end].strip() + ("-" if line.hyphen else "")
            found.append((line.page, line.number, words))
    return [line for line in found if line[1] is not None]


def reads_back(draft: Draft) -> None:
    assert draft.characters is not None
    check_laws(draft, document_of(draft), draft.characters)


@pytest.mark.parametrize("name", MANNERS)
def test_the_blocks_are_those_that_were_set(name: str) -> None:
    own, draft = printed(name)
    # A title above the first counted line is no line of the text.
    in_text = MANNERS[name].numbers and MANNERS[name].headings_counted
    assert shown(draft) == (own.blocks if in_text else own.blocks[1:])


@pytest.mark.parametrize("name", MANNERS)
def test_the_title_is_the_first_heading(name: str) -> None:
    assert printed(name)[1].metadata["title"] == "Radwege für alle"


@pytest.mark.parametrize("name", [name for name, manner in MANNERS.items() if manner.numbers])
def test_each_printed_line_has_its_number_its_page_and_its_words(name: str) -> None:
    own, draft = printed(name)
    assert printed_lines(draft) == [line for line in own.lines if line[1] is not None]
    assert draft.gaps == ()
    assert draft.numbered


@pytest.mark.parametrize("name", MANNERS)
def test_no_character_is_lost_or_doubled(name: str) -> None:
    own, draft = printed(name)
    reads_back(draft)
    assert visible(draft.characters or "") == visible(by_another_reader(own.data))


def visible(text: str) -> Counter[str]:
    # Ligatures and raised digits stand for the same letters; the two libraries name them differently.
    return Counter("".join(unicodedata.normalize("NFKC", text).split()))


def by_another_reader(data: bytes) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


@pytest.mark.parametrize("name", MANNERS)
def test_heads_feet_and_numbers_are_counted_as_left_out(name: str) -> None:
    own, draft = printed(name)
    manner = MANNERS[name]
    kinds = Counter(left.kind for left in draft.left_out)
    assert kinds["page-head"] == own.pages * (bool(manner.head) + bool(manner.foot))
    assert kinds["margin-number"] == sum(
        number is not None and number % manner.every == 0 for _, number, _ in own.lines
    )
    assert draft.pages == own.pages


def test_a_document_is_made_of_a_text_whose_numbers_begin_again_on_each_page() -> None:
    document = document_of(printed("from 1 on each page")[1])
    assert document.restarts
    assert [start.page for start in document.lines if start.number == 1] == [1, 2, 3, 4]


def test_numbers_between_the_printed_ones_are_counted_and_said() -> None:
    draft = printed("each fifth, running on")[1]
    assert [str(remark.key) for remark in draft.remarks] == ["pdf-step"]
    assert [line[1] for line in printed_lines(draft)] == list(range(1, 89))


def test_a_count_that_does_not_come_out_at_the_next_fifth_number_is_said_and_not_made_up() -> None:
    own = drawn(Manner(numbers="left", every=5, repeat=1, jumped=frozenset({8})))
    draft = read(own.data, "radwege.pdf")
    differing = [remark for remark in draft.remarks if remark.key == "pdf-count-differs"]
    assert [(remark.values["number"], remark.values["wanted"], remark.values["seen"]) for remark in differing] == [
        (10, 4, 3)
    ]
    assert [number for _, number, _ in printed_lines(draft)][:6] == [1, 2, 3, 4, 5, 10]


def test_an_empty_line_between_two_fifth_numbers_is_counted() -> None:
    own = drawn(Manner(numbers="left", every=5, repeat=1, lost=frozenset({7})))
    found = printed_lines(read(own.data, "radwege.pdf"))
    assert [number for _, number, _ in found] == list(range(1, own.lines[-1][1] + 1))  # type: ignore[operator]
    assert next(words for _, number, words in found if number == 7) == ""


def test_a_gap_in_the_margin_numbers_is_named_with_its_page() -> None:
    draft = read(drawn(Manner(numbers="left", repeat=1, unmarked=frozenset({7, 8}))).data, "radwege.pdf")
    assert draft.gaps == ("9",)
    problem = next(remark for remark in draft.remarks if remark.key == "margin-gap")
    assert (problem.place, problem.values["seen"], problem.values["expected"]) == ("radwege.pdf:1", 9, 7)


def test_a_paragraph_goes_on_over_a_page() -> None:
    draft = printed("left")[1]
    over = [block for block in draft.blocks if len({line.page for line in block.lines}) == 2]
    assert over
    assert all(
        block.flat[0].isupper() and block.flat.endswith(".") for block in over if block.kind is BlockKind.PARAGRAPH
    )


def test_real_hyphens_at_the_end_of_a_line_stay() -> None:
    flats = [block.flat for block in printed("narrow")[1].blocks]
    assert any("Haupt- und Nebenstraßen" in flat and "verbindet" in flat for flat in flats)
    assert any("dass Nicht-Autofahrende nicht" in flat and "Ring – und zwar" in flat for flat in flats)


def test_ligatures_are_letters() -> None:
    flats = " ".join(block.flat for block in printed("like LaTeX with lineno")[1].blocks)
    assert "Aufstellflächen" in flats
    assert "ﬂ" not in flats


def test_the_text_of_the_fixtures_is_worth_reading() -> None:
    """The fixtures part words, hold real hyphens, and break pages inside of sentences; otherwise they show nothing."""
    own, draft = printed("left")
    assert sum(left.kind == "hyphen" for left in draft.left_out) >= 4
    assert sum(left.kind == "hyphen" for left in printed("narrow")[1].left_out) >= 16
    pages = [{line.page for line in block.lines} for block in draft.blocks]
    assert any(len(on) == 2 for on in pages)
    assert len(TEXT) * MANNERS["left"].repeat == len(own.blocks)
