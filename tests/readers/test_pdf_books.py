"""A book of resolutions in one file: where each begins, what belongs to it, and what belongs to none."""

import io
import unicodedata
from collections import Counter
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from libcorpus.model.draft import Draft
from libcorpus.model.problems import LibcorpusError
from libcorpus.readers import read, split
from libcorpus.text.build import check_laws, document_of
from tests.readers.pdf_books import MOTIONS, book
from tests.readers.pdf_pages import TEXT, Manner, drawn


def numbers(draft: Draft) -> list[int]:
    return [line.number for block in draft.blocks for line in block.lines if line.number is not None]


def test_each_resolution_has_its_number_title_and_own_lines() -> None:
    drafts = split(book(), "buch.pdf").drafts
    assert [draft.part for draft in drafts] == ["A1", "A2", "B1", "B12"]
    assert [draft.metadata["agenda_item"] for draft in drafts] == ["A1", "A2", "B1", "B12"]
    assert [draft.metadata["title"] for draft in drafts] == [title for _, title, _ in MOTIONS]
    for draft in drafts:
        assert numbers(draft) == list(range(1, len(numbers(draft)) + 1))
        assert len(numbers(draft)) >= 20
        assert draft.gaps == ()
        wanted = [piece[3].replace("|", "").replace("~Auto", "-Auto").replace("~", "-") for piece in TEXT[1:]]
        assert [block.flat for block in draft.blocks] == wanted


def test_the_date_on_the_pages_is_taken_and_said_to_be_a_guess() -> None:
    for draft in split(book(), "buch.pdf").drafts:
        assert draft.metadata["adopted_on"] == "2020-03-07"
        assert "pdf-date-guessed" in {remark.key for remark in draft.remarks}


def test_what_belongs_to_none_is_told() -> None:
    found = split(book(), "buch.pdf").left_out
    words = [left.text for left in found if left.kind == "other"]
    assert words == ["Beschlussbuch", "B", "Baden und Bäume", "Impressum"]
    assert {left.reason for left in found if left.kind == "other"} == {"belongs to none of the resolutions of the book"}
    assert sum(left.kind == "toc" for left in found) == 5
    pages = {left.place for left in found if left.kind == "page-head"}
    assert pages == {"buch.pdf:1", "buch.pdf:2", "buch.pdf:5", "buch.pdf:8"}


def visible(text: str) -> Counter[str]:
    return Counter("".join(unicodedata.normalize("NFC", text).split()))


@pytest.mark.parametrize("side", ["left", ""])
def test_the_parts_and_what_belongs_to_none_are_all_of_the_file(side: str) -> None:
    data = book(side)
    found = split(data, "buch.pdf")
    together: Counter[str] = Counter()
    for draft in found.drafts:
        assert draft.characters is not None
        check_laws(draft, document_of(draft), draft.characters)
        together.update(visible(draft.characters))
    for left in found.left_out:
        together.update(visible(left.text))
    assert together == visible(read(data, "buch.pdf").characters or "")


def test_a_book_without_numbers_is_parted_at_its_heads() -> None:
    drafts = split(book(""), "buch.pdf").drafts
    assert [draft.part for draft in drafts] == ["A1", "A2", "B1", "B12"]
    assert [draft.metadata["title"] for draft in drafts] == [title for _, title, _ in MOTIONS]


def test_a_book_read_as_one_says_that_it_is_a_book() -> None:
    draft = read(book(), "buch.pdf")
    remark = next(remark for remark in draft.remarks if remark.key == "pdf-book")
    assert remark.values["count"] == 4
    assert numbers(draft).count(1) == 4


def motions_in_a_row() -> bytes:
    """Heads such as "Antrag A1: Radwege", one below the other, without numbers in the margin."""
    buffer = io.BytesIO()
    pen: Any = Canvas(buffer, pagesize=A4, invariant=True)
    y = 780
    for code, title, _ in MOTIONS:
        pen.setFont("Text-Bold", 13)
        pen.drawString(80, y, f"Antrag {code}: {title[:20]}")
        pen.setFont("Text", 10)
        for index, words in enumerate(
            ["Die Versammlung möge beschließen, dass die Stadt", "dafür sorgt und das Geld dazu gibt."]
        ):
            pen.drawString(80, y - 24 - 14 * index, words)
        y -= 90
    pen.save()
    return buffer.getvalue()


def test_several_resolutions_on_one_page_are_parted() -> None:
    drafts = split(motions_in_a_row(), "buch.pdf").drafts
    assert [draft.part for draft in drafts] == ["A1", "A2", "B1", "B12"]
    assert [draft.metadata["title"] for draft in drafts] == [title[:20].strip() for _, title, _ in MOTIONS]
    text = "Die Versammlung möge beschließen, dass die Stadt dafür sorgt und das Geld dazu gibt."
    assert [[block.flat for block in draft.blocks] for draft in drafts] == [[text]] * 4


def test_one_resolution_is_no_book() -> None:
    with pytest.raises(LibcorpusError) as caught:
        split(drawn(Manner(numbers="left", restart=True)).data, "radwege.pdf")
    assert caught.value.problem.key == "pdf-no-book"
    assert "--split" in str(caught.value)
