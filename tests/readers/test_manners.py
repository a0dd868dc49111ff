"""Transcripts nobody has shown us: known blocks, written down in many manners, come back as they were.

Where a manner hides a boundary (no blank line, and a paragraph that ends on a full line) no reader can find it:
the floors below say how much may be missed. Each is a little under what was reached when it was written.
"""

import random

import pytest

from libcorpus.model.document import BlockKind
from tests.readers.manners import Known, Manner, invented, render
from tests.readers.scoring import Score, score
from tests.readers.stock import SENTENCES

NONE = "none"
FOOT = ("", "Seite {page} von {pages}", "")
RUNNING = ("", "{page} / {pages}", "\fBürgerliste Morgenrot Lindenfurt", "")
REASON = ("", "Begründung", "", " ".join(SENTENCES[:8]), "", " ".join(SENTENCES[8:20]))

SURE = {
    "plain": Manner(),
    "72 characters": Manner(length=72),
    "narrow headings": Manner(heading_factor=0.6),
    "dashes, no blanks": Manner(dashes="all", blanks=NONE),
    "dashes and blanks here and there": Manner(dashes="half", blanks="some"),
    "a dash before each line": Manner(dashes="every"),
    "right-aligned": Manner(after_number="   ", right_aligned=True),
    "tab": Manner(after_number="\t"),
    "no-break space": Manner(after_number="\u00a0"),
    "full stop behind the number": Manner(after_number=". "),
    "indented": Manner(after_number="  ", right_aligned=True, indent=4, hang=True),
    "feet of pages": Manner(page=25, page_marks=FOOT),
    "feet without blanks": Manner(page=25, page_marks=FOOT[1:2]),
    "running heads": Manner(page=25, page_marks=RUNNING),
    "bare page numbers": Manner(page=25, page_marks=("", "{page}", "")),
    "form feeds": Manner(page=25, page_marks=("\f",)),
    "title on each page": Manner(page=25, page_marks=("", "Beschluss Leben in Lindenfurt", "")),
    "dashes for bullets": Manner(bullets=("-", "–", "*")),
    "o for bullets": Manner(bullets=("o", "•", "▪")),
    "symbol font": Manner(bullets=("\uf0b7", "o", "\uf0a7")),
    "empty numbered lines": Manner(empty_lines=True, blanks=NONE),
    "bold headings": Manner(heading_form="**{}**"),
    "trailing blanks": Manner(trailing="   "),
    "crlf": Manner(line_end="\r\n"),
    "cr": Manner(line_end="\r"),
    "begins at 17": Manner(first=17),
    "address below": Manner(foot=("", "https://antrag.morgenrot.example/motion/12", "")),
    "reason below": Manner(foot=REASON),
}
UNSURE = {
    "no blanks": (Manner(blanks=NONE), 0.98),
    "no blanks, 95 characters": (Manner(blanks=NONE, length=95), 0.97),
    "blanks around headings": (Manner(blanks="headings"), 0.985),
    "blanks above headings": (Manner(blanks="above"), 0.98),
    "blanks here and there": (Manner(blanks="some"), 0.985),
    "dashes for bullets, no blanks": (Manner(bullets=("-", "–", "*"), blanks=NONE), 0.98),
    "feet, no blanks": (Manner(page=25, page_marks=FOOT, blanks=NONE), 0.98),
    "blanks at page breaks alone": (Manner(page=30, blanks=NONE), 0.975),
    "blanks between all lines": (Manner(spaced=1, blanks=NONE), 0.97),
    "wrapped again by a mail": (Manner(wrapped=72), 0.98),
    "wrapped again, no blanks": (Manner(wrapped=72, blanks=NONE), 0.95),
    "numbers above": (Manner(number_above=True), 0.98),
    "proportional": (Manner(layout="proportional"), 0.985),
    "proportional, no blanks": (Manner(layout="proportional", blanks=NONE), 0.88),
    "hyphenated": (Manner(layout="hyphenated", length=60), 0.98),
    "hyphenated, no blanks": (Manner(layout="hyphenated", length=60, blanks=NONE), 0.95),
}


def scores(manner: Manner, ended: bool = False, times: int = 8) -> list[Score]:
    result = []
    for seed in range(times):
        rng = random.Random(seed)
        result.append(score(render(invented(rng, ended=ended), manner, rng)))
    return result


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


@pytest.mark.parametrize("manner", SURE.values(), ids=SURE)
def test_where_every_boundary_shows_each_is_found(manner: Manner) -> None:
    for found in scores(manner):
        assert (found.lines, found.boundaries) == (1.0, 1.0), found.unsure
        assert found.kinds > 0.9, found.unsure


@pytest.mark.parametrize(("manner", "floor"), UNSURE.values(), ids=UNSURE)
def test_where_boundaries_hide_few_are_missed(manner: Manner, floor: float) -> None:
    found = scores(manner, times=12)
    assert mean([one.lines for one in found]) > 0.998
    assert mean([one.boundaries for one in found]) > floor, [one.unsure for one in found]


def test_headings_that_ask_and_call_are_told_from_sentences() -> None:
    assert mean([one.kinds for one in scores(Manner(), ended=True, times=12)]) > 0.95


@pytest.mark.parametrize("blanks", ["all", NONE])
def test_quotes_with_their_mark_are_quotes(blanks: str) -> None:
    rng = random.Random(3)
    blocks = invented(rng)
    blocks[2:2] = [Known(BlockKind.QUOTE, " ".join(SENTENCES[:3])), Known(BlockKind.PARAGRAPH, SENTENCES[4])]
    found = score(render(blocks, Manner(blanks=blanks), rng))
    assert found.lines == 1.0
    assert found.kinds > 0.85, found.unsure
