"""The Synopse in a real browser, where one is installed: the style is allowed, nothing runs, paper shows all."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from libcorpus.render.positions import Report
from libcorpus.render.positions_html import render_positions_html
from libcorpus.render.synopsis import SynopsisOptions, render_html
from tests.render.pairs import example, hostile
from tests.render.test_positions import hostile as evil_positions

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(BROWSER is None, reason="no chromium is installed")]


def browse(page: str, folder: Path, *options: str) -> tuple[str, str]:
    """What the browser prints, and what it complains about."""
    assert BROWSER is not None
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8", newline="")
    quiet = "--no-first-run --disable-background-networking --disable-component-update --disable-sync --disable-quic"
    done = subprocess.run(
        [
            BROWSER,
            *("--headless", "--no-sandbox", "--disable-gpu", *quiet.split()),
            *("--enable-logging=stderr", f"--user-data-dir={folder / 'profile'}", *options, file.as_uri()),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stdout, done.stderr


def test_the_style_is_allowed_and_nothing_hostile_runs(tmp_path: Path) -> None:
    page = render_html(hostile(), "de")
    dom, complaints = browse(page, tmp_path, "--dump-dom")
    assert "Content Security Policy" not in complaints
    assert "<script" not in dom
    assert dom.count("<tr") == page.count("<tr")
    # The policy itself is at work: a style sheet that was tampered with is refused.
    _, complaints = browse(page.replace("<style>", "<style> "), tmp_path, "--dump-dom")
    assert "Content Security Policy" in complaints


def pages(pdf: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))


def test_paper_shows_what_a_screen_folds(tmp_path: Path) -> None:
    sizes = []
    for options in (SynopsisOptions(), SynopsisOptions(everything=True)):
        pdf = tmp_path / "page.pdf"
        page = render_html(example("2019", "2019"), "de", options)
        browse(page, tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
        sizes.append(pages(pdf))
    assert sizes[0] == sizes[1] > 2


def test_the_page_of_positions_loads_nothing_and_unfolds_on_paper(tmp_path: Path) -> None:
    positions = evil_positions()
    page = render_positions_html(positions, "de", Report("<b>x</b>", positions.assemblies), lambda place: "<i>y</i>")
    dom, complaints = browse(page, tmp_path, "--dump-dom")
    assert "Content Security Policy" not in complaints
    assert "<script" not in dom
    assert "<b>x</b>" not in dom
    assert dom.count("<details") == page.count("<details")
    pdf = tmp_path / "page.pdf"
    browse(page, tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    closed = pages(pdf)
    browse(page.replace("<details>", "<details open>"), tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    assert closed == pages(pdf)
