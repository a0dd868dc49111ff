"""Made-up texts with their truth: the quality that the account must not fall below."""

from __future__ import annotations

import re
from collections import Counter

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


@pytest.mark.parametrize(("edits", "seed"), [("usual", 20), ("usual", 21), ("heavy", 30)])
def test_what_moved_and_kept_two_thirds_of_its_words_is_found(edits: str, seed: int) -> None:
    case = generate(seed, 1_500, EDITS[edits])
    pairs = {(i, j) for link in align_sentences(case.old, case.new).links for i in link.old for j in link.new}
    kept = [(i, j) for i, j in case.moved if words_kept(case.old[i], case.new[j]) >= 2 / 3]
    assert len(kept) > 80
    assert [(case.old[i], case.new[j]) for i, j in kept if (i, j) not in pairs] == []


def words_kept(old: str, new: str) -> float:
    words = [Counter(re.findall(r"\w+", text.lower())) for text in (old, new)]
    return (words[0] & words[1]).total() / max(words[0].total(), words[1].total())


def test_the_generator_is_the_same_each_time() -> None:
    assert generate(1, 60, EDITS["heavy"]) == generate(1, 60, EDITS["heavy"])
    assert generate(1, 60, EDITS["heavy"]) != generate(2, 60, EDITS["heavy"])
