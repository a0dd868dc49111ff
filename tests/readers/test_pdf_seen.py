"""Text on a page that nobody sees, and text that only a machine sees: left out with a word, or read and said."""

import io
from typing import Any

import pytest

from libcorpus.model.draft import Draft
from libcorpus.readers import read
from tests.readers.pdf_pages import canvas_pdf
from tests.readers.test_pdf_bad import WORDS, page, picture, seen


def left_out(draft: Draft, kind: str) -> list[str]:
    return [left.text for left in draft.left_out if left.kind == kind]


def test_what_a_machine_recognised_on_a_scan_is_read_and_said() -> None:
    def draw(pen: Any) -> None:
        pen.drawImage(picture(), 0, 0, 595, 842)
        text = pen.beginText(80, 700)
        text.setFont("Text", 10)
        text.setTextRenderMode(3)
        text.textLines(WORDS)
        pen.drawText(text)

    draft = read(canvas_pdf(draw), "datei.pdf")
    assert seen(draft) == " ".join(WORDS)
    assert "pdf-recognised" in {remark.key for remark in draft.remarks}


def test_numbers_that_a_machine_recognised_count_lines() -> None:
    def draw(pen: Any) -> None:
        pen.drawImage(picture(), 0, 0, 595, 842)
        for index, words in enumerate(WORDS * 4):
            for x, text, size in ((50, str(index + 1), 8), (80, words, 10)):
                own = pen.beginText(x, 700 - 14 * index)
                own.setFont("Text", size)
                own.setTextRenderMode(3)
                own.textOut(text)
                pen.drawText(own)

    draft = read(canvas_pdf(draw), "datei.pdf")
    assert [line.number for block in draft.blocks for line in block.lines] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_hidden_text_is_left_out_with_a_word() -> None:
    def draw(pen: Any) -> None:
        page(pen)
        text = pen.beginText(80, 600)
        text.setTextRenderMode(3)
        text.textLine("Unsichtbar und anders beschlossen.")
        pen.drawText(text)
        pen.setFillColorRGB(1, 1, 1)
        pen.drawString(80, 560, "Weiß auf Weiß.")

    draft = read(canvas_pdf(draw), "datei.pdf")
    assert seen(draft) == " ".join(WORDS)
    assert left_out(draft, "hidden-text") == ["Unsichtbar und anders beschlossen. Weiß auf Weiß."]
    assert "pdf-hidden-text" in {remark.key for remark in draft.remarks}


def test_white_text_in_a_coloured_box_is_seen() -> None:
    def draw(pen: Any) -> None:
        pen.setFillColorRGB(0.8, 0.1, 0.1)
        pen.rect(70, 640, 400, 40, fill=1)
        pen.setFillColorRGB(1, 1, 1)
        pen.setFont("Text", 10)
        pen.drawString(80, 655, "Wir beschließen das heute.")
        pen.setFillColorRGB(0, 0, 0)
        page(pen)

    assert "Wir beschließen das heute." in seen(read(canvas_pdf(draw), "datei.pdf"))


def test_text_beside_the_page_and_text_that_is_turned_are_left_out() -> None:
    def draw(pen: Any) -> None:
        page(pen)
        pen.drawString(900, 400, "Neben dem Blatt.")
        pen.saveState()
        pen.translate(40, 300)
        pen.rotate(90)
        pen.drawString(0, 0, "Entwurf")
        pen.restoreState()
        pen.saveState()
        pen.translate(200, 300)
        pen.rotate(45)
        pen.drawString(0, 0, "Wasserzeichen")
        pen.restoreState()

    draft = read(canvas_pdf(draw), "datei.pdf")
    assert seen(draft) == " ".join(WORDS)
    assert left_out(draft, "off-page") == ["Neben dem Blatt."]
    assert left_out(draft, "rotated-text") == ["Entwurf Wasserzeichen"]


@pytest.mark.parametrize("upright", [True, False])
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_lies(turn: int, upright: bool) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for own in PdfReader(io.BytesIO(canvas_pdf(page))).pages:
        added = writer.add_page(own)
        added.rotate(turn)
        if upright:
            added.transfer_rotation_to_content()
    buffer = io.BytesIO()
    writer.write(buffer)
    assert seen(read(buffer.getvalue(), "datei.pdf")) == " ".join(WORDS)


def test_comments_are_left_out_with_a_word() -> None:
    def draw(pen: Any) -> None:
        page(pen)
        pen.textAnnotation("Bitte noch streichen!", (100, 100, 120, 120))
        pen.linkURL("https://example.org", (80, 700, 200, 720))

    draft = read(canvas_pdf(draw), "datei.pdf")
    assert left_out(draft, "annotation") == ["Bitte noch streichen!"]
    assert seen(draft) == " ".join(WORDS)
