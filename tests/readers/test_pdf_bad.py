"""PDF files that cannot be read as they are, and text on them that nobody sees: refused, or left out with a word."""

import io
import sys
from typing import Any

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from libcorpus.model.draft import Draft
from libcorpus.model.problems import LibcorpusError
from libcorpus.readers import read
from libcorpus.readers.pdf import pages as limits
from libcorpus.text.build import check_laws, document_of
from tests.readers.pdf_pages import Manner, canvas_pdf, drawn, scan

WORDS = ["Die Stadt pflanzt bis zum Jahr 2030 in jeder Straße", "mindestens zehn Bäume und pflegt sie dauerhaft."]


def refused(data: bytes) -> LibcorpusError:
    with pytest.raises(LibcorpusError) as caught:
        read(data, "datei.pdf")
    return caught.value


def page(pen: Any) -> None:
    pen.setFont("Text", 10)
    for index, words in enumerate(WORDS):
        pen.drawString(80, 760 - 14 * index, words)


def seen(draft: Draft) -> str:
    assert draft.characters is not None
    check_laws(draft, document_of(draft), draft.characters)
    return " ".join(block.flat for block in draft.blocks)


def picture() -> ImageReader:
    from PIL import Image

    return ImageReader(Image.new("RGB", (60, 80), (230, 230, 220)))


def test_a_scan_without_text_is_refused_and_names_ocrmypdf() -> None:
    error = refused(scan())
    assert error.problem.key == "pdf-scan"
    assert "ocrmypdf" in str(error)


def test_a_scanned_page_among_others_is_named() -> None:
    def draw(pen: Any) -> None:
        page(pen)
        pen.showPage()
        pen.drawImage(picture(), 0, 0, 595, 842)
        pen.showPage()
        page(pen)

    draft = read(canvas_pdf(draw), "datei.pdf")
    remark = next(remark for remark in draft.remarks if remark.key == "pdf-scanned-pages")
    assert remark.values["pages"] == "2"
    assert "ocrmypdf" in str(remark)


def locked(user: str) -> bytes:
    buffer = io.BytesIO()
    pen = Canvas(buffer, encrypt=StandardEncryption(user, ownerPassword="vorstand", canPrint=0))
    page(pen)
    pen.save()
    return buffer.getvalue()


def test_a_file_that_only_may_not_be_printed_is_read() -> None:
    assert seen(read(locked(""), "datei.pdf")) == " ".join(WORDS)


def test_a_file_with_a_password_is_refused_with_the_way_out() -> None:
    error = refused(locked("geheim"))
    assert error.problem.key == "pdf-encrypted"
    assert "qpdf --decrypt" in str(error)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.97])
def test_a_file_that_is_cut_short_is_refused_or_read_whole(share: float) -> None:
    data = drawn(Manner(numbers="left")).data
    assert outcome(data[: int(share * len(data))]) in ("pdf-broken", "pdf-no-pages", "pdf-no-words", 4)


def outcome(data: bytes) -> str | int:
    """The key of the refusal, or how many pages were read."""
    try:
        return read(data, "datei.pdf").pages
    except LibcorpusError as error:
        return error.problem.key


@pytest.mark.parametrize("seed", range(24))
def test_a_file_with_wrong_bytes_is_refused_or_read_without_loss(seed: int) -> None:
    import random

    chance = random.Random(seed)
    data = bytearray(drawn(Manner(numbers="left", repeat=1)).data)
    for _ in range(chance.choice([1, 3, 10, 60])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        draft = read(bytes(data), "datei.pdf")
    except LibcorpusError as error:
        told = error.problem.key
        assert told.startswith("pdf-") or told == "no-text"
    else:
        seen(draft)


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n", b"%PDF-1.4\n" + b"\x00\xff" * 5000, b"kein PDF", b"%PDF-1.4\n1 0 obj\n<< /Length 99999999999 >>"],
)
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    assert refused(data).problem.key == "pdf-broken"


def test_a_file_without_pages_is_refused() -> None:
    from pypdf import PdfWriter

    buffer = io.BytesIO()
    PdfWriter().write(buffer)
    assert refused(buffer.getvalue()).problem.key in ("pdf-no-pages", "pdf-broken")


def test_an_empty_page_is_refused() -> None:
    assert refused(canvas_pdf(lambda pen: pen.showPage())).problem.key == "pdf-no-words"


def test_the_limits_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    data = drawn(Manner(numbers="left")).data
    monkeypatch.setattr(limits, "MAX_PAGES", 3)
    error = refused(data)
    assert (error.problem.key, error.problem.values["seen"], error.problem.values["limit"]) == ("pdf-too-long", 4, 3)
    monkeypatch.setattr(limits, "MAX_PAGES", 5000)
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 900)
    assert refused(data).problem.key == "pdf-too-much-text"
    monkeypatch.setattr(limits, "MAX_ON_PAGE", 300)
    error = refused(data)
    assert (error.problem.key, error.problem.values["page"]) == ("pdf-crowded-page", 1)


def test_without_the_extra_the_way_to_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    error = refused(canvas_pdf(page))
    assert error.problem.key == "pdf-not-installed"
    assert "libcorpus[pdf]" in str(error)


def test_a_process_that_ends_or_stands_still_is_said_and_the_next_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = drawn(Manner(numbers="left")).data
    monkeypatch.setattr(limits, "SECONDS_A_PAGE", 1e-6)
    assert refused(data).problem.key == "pdf-too-slow"
    monkeypatch.setattr(limits, "SECONDS_A_PAGE", 30)
    monkeypatch.setattr(limits, "MAX_MEMORY", 40 * 1024**2)
    large = data + b"%" + b"x" * 60_000_000
    assert refused(large).problem.key == "pdf-crashed"
    monkeypatch.setattr(limits, "MAX_MEMORY", 4 * 1024**3)
    assert read(data, "datei.pdf").pages == 4


@pytest.mark.skipif(sys.platform == "win32", reason="processes are not forked there")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_process_starts_a_worker_of_its_own() -> None:
    import multiprocessing

    data = drawn(Manner(numbers="left")).data
    own = read(data, "datei.pdf")
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.starmap(read, [(data, "datei.pdf")] * 4) == [own] * 4


def letters(number: int) -> str:
    return "".join("abcdefghij"[int(figure)] for figure in str(number))


def test_a_file_of_two_thousand_pages_is_read() -> None:
    def draw(pen: Any) -> None:
        for number in range(2000):
            pen.setFont("Text", 10)
            pen.drawString(80, 760, f"Auf Blatt {letters(number)} steht ein Satz, und er endet hier.")
            pen.showPage()

    draft = read(canvas_pdf(draw), "datei.pdf")
    assert draft.pages == 2000
    assert f"Auf Blatt {letters(1999)} steht ein Satz, und er endet hier." in seen(draft)


def with_table(letters: str) -> bytes:
    """A file whose font has a table of letters as given: codes from 1 on, in the order in which they are drawn."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DecodedStreamObject, NameObject

    entries = "\n".join(f"<{code:02x}> <{ord(letter):04x}>" for code, letter in enumerate(letters))
    table = DecodedStreamObject()
    table.set_data(
        b"/CIDInit /ProcSet findresource begin begincmap /CMapType 2 def 1 begincodespacerange <00> <ff> "
        b"endcodespacerange " + f"{len(letters)} beginbfchar\n{entries}\nendbfchar endcmap end".encode()
    )
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(canvas_pdf(page))))
    place = writer._add_object(table)
    for font in writer.pages[0]["/Resources"]["/Font"].values():  # type: ignore[index]
        if "/ToUnicode" in font.get_object():
            font.get_object()[NameObject("/ToUnicode")] = place
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_file_that_names_hardly_any_letter_is_refused() -> None:
    error = refused(with_table("\x01" * 60))
    assert error.problem.key == "pdf-no-letters"
    assert "ocrmypdf --force-ocr" in str(error)


def test_a_worker_that_ended_while_it_waited_costs_no_file() -> None:
    data = canvas_pdf(page)
    seen(read(data, "datei.pdf"))
    assert limits.idle_processes()
    for worker in limits._IDLE:
        worker.process.kill()
        worker.process.wait()
    assert seen(read(data, "datei.pdf")) == " ".join(WORDS)


def test_a_worker_that_is_ended_leaves_no_open_stream_and_no_thread() -> None:
    """Its streams are closed after the thread that reads from them, which would fail otherwise."""
    worker = limits._Worker()
    worker.order(canvas_pdf(page), {"password": "", "memory": 1 << 30})
    worker.end()
    assert not worker.thread.is_alive()
    assert worker.process.stdin is not None
    assert worker.process.stdout is not None
    assert worker.process.stdin.closed
    assert worker.process.stdout.closed
