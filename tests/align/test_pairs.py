"""Pairs of texts with the account that a delegate would give."""

from __future__ import annotations

from pathlib import Path

import pytest

from libcorpus.align import align_sentences
from tests.align.page import CASES, Page, printed


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_account(path: Path) -> None:
    page = Page.read(path)
    assert printed(align_sentences(page.old, page.new), page.old, page.new) == page.account, page.title


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_account_from_the_other_side(path: Path) -> None:
    page = Page.read(path)
    back = align_sentences(page.new, page.old).mirrored()
    assert printed(back, page.old, page.new) == page.account, page.title
