"""The laws of the account, for any two texts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from libcorpus.align import Account, LinkKind, align_sentences
from libcorpus.align.board import collapse
from tests.align.strategies import any_texts, free_texts, texts


@given(any_texts, any_texts)
def test_each_sentence_stands_in_exactly_one_link(old: list[str], new: list[str]) -> None:
    account = align_sentences(old, new)
    assert sorted(i for link in account.links for i in link.old) == list(range(len(old)))
    assert sorted(j for link in account.links for j in link.new) == list(range(len(new)))


@given(any_texts)
def test_a_text_against_itself_is_kept_and_in_place(text: list[str]) -> None:
    account = align_sentences(text, text)
    assert [(link.kind, link.moved, link.old, link.new) for link in account.links] == [
        (LinkKind.KEPT, False, (i,), (i,)) for i in range(len(text))
    ]


@given(any_texts, any_texts)
def test_the_other_way_round_is_the_mirror(old: list[str], new: list[str]) -> None:
    assert align_sentences(new, old) == align_sentences(old, new).mirrored()


@given(texts, texts, st.data())
def test_the_other_way_round_is_the_mirror_with_contexts_too(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    keys = st.tuples(st.integers(0, 3), st.sampled_from("ab"))
    a = data.draw(st.lists(keys, min_size=len(old), max_size=len(old)))
    b = data.draw(st.lists(keys, min_size=len(new), max_size=len(new)))
    forth = align_sentences(old, new, old_context=a, new_context=b)
    back = align_sentences(new, old, old_context=b, new_context=a)
    assert back == forth.mirrored()


@given(any_texts, any_texts)
def test_as_many_equal_sentences_are_kept_as_both_sides_have(old: list[str], new: list[str]) -> None:
    account = align_sentences(old, new)
    kept = Counter(collapse(old[link.old[0]]) for link in account.links if link.kind is LinkKind.KEPT)
    assert kept == Counter(map(collapse, old)) & Counter(map(collapse, new))


@given(any_texts, any_texts)
def test_kept_means_the_same_words_and_reworded_means_others(old: list[str], new: list[str]) -> None:
    for link in align_sentences(old, new).links:
        if len(link.old) == len(link.new) == 1:
            same = collapse(old[link.old[0]]) == collapse(new[link.new[0]])
            assert same == (link.kind is LinkKind.KEPT)


@given(any_texts, any_texts)
def test_either_text_can_be_put_together_from_the_account(old: list[str], new: list[str]) -> None:
    account = align_sentences(old, new)
    assert put_together(account, old, new) == [collapse(sentence) for sentence in new]
    assert put_together(account.mirrored(), new, old) == [collapse(sentence) for sentence in old]


def put_together(account: Account, old: list[str], new: list[str]) -> list[str]:
    """The new text: what was kept is copied from the old one, the rest is handed over sentence by sentence."""
    text = [""] * account.new_count
    for link in account.links:
        for j in link.new:
            text[j] = collapse(old[link.old[0]] if link.kind is LinkKind.KEPT else new[j])
    return text


@given(any_texts, any_texts)
def test_what_is_not_moved_stands_in_order(old: list[str], new: list[str]) -> None:
    stay = [link for link in align_sentences(old, new).links if link.old and link.new and not link.moved]
    ends = [(link.old[0], link.old[-1], link.new[0], link.new[-1]) for link in stay]
    assert all(a[1] < b[0] and a[3] < b[2] for a, b in pairwise(ends))


@given(free_texts, free_texts)
def test_white_space_changes_nothing(old: list[str], new: list[str]) -> None:
    spread = [" " + s.replace(" ", " \n") + "\u00a0" for s in new]
    assert align_sentences(old, spread) == align_sentences(old, new)


@given(texts, texts)
@settings(max_examples=50)
def test_the_same_answer_each_time(old: list[str], new: list[str]) -> None:
    assert align_sentences(old, new) == align_sentences(list(old), list(new))


ROOT = Path(__file__).parents[2]
SCRIPT = """
import random
from libcorpus.align import align_sentences, word_spans
from tests.align.strategies import SENTENCES
draw = random.Random(7)
for _ in range(60):
    old, new = ([draw.choice(SENTENCES) for _ in range(draw.randrange(14))] for _ in "ab")
    print(align_sentences(old, new))
    print([word_spans(a, b) for a, b in zip(old, new)])
"""


def test_the_answer_does_not_depend_on_the_order_of_hashes() -> None:
    answers = set()
    for seed in ("0", "1", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        found = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, cwd=ROOT, capture_output=True, check=True
        )
        answers.add(found.stdout)
    assert len(answers) == 1
