"""Made-up texts with their truth: the quality that the account must not fall below."""

from __future__ import annotations

import pytest

from benchmarks.align.generate import EDITS, generate
from benchmarks.align.score import Score
from libcorpus.align import align_sentences


@pytest.mark.parametrize(
    ("edits", "least", "moves"), [("light", 0.998, 1.0), ("usual", 0.997, 1.0), ("heavy", 0.995, 1.0)]
)
def test_links_of_generated_texts(edits: str, least: float, moves: float) -> None:
    every, moved = Score(), Score()
    for seed in range(8):
        case = generate(seed, 100, EDITS[edits])
        account = align_sentences(case.old, case.new)
        pairs = {(i, j) for link in account.links for i in link.old for j in link.new}
        every.add(pairs, case.links)
        moved.add(pairs & case.moved, case.moved)
    assert every.f1 >= least
    assert moved.recall >= moves


def test_the_generator_is_the_same_each_time() -> None:
    assert generate(1, 60, EDITS["heavy"]) == generate(1, 60, EDITS["heavy"])
    assert generate(1, 60, EDITS["heavy"]) != generate(2, 60, EDITS["heavy"])
