"""Parts of a sentence with something new between them: what is put together, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcorpus.align import Account, LinkKind, align_sentences
from libcorpus.align.links import BETWEEN
from tests.align.strategies import any_texts

WHOLE = "Zahlt ein Verein das Entgelt nach Ablauf der Frist, ruht der Anspruch auf die Hallenzeiten."
BEGIN = "Der Anspruch auf die Hallenzeiten ruht, wenn"
END = "der Verein das Entgelt erst nach Ablauf der vereinbarten Frist zahlt."
NEWS = ("ein Vorstand fehlt oder", "jemand Schlüssel verleiht oder", "Geräte beschädigt wurden oder")
BEFORE, BEHIND = "Sport hält die Stadt zusammen.", "Das Freibad öffnet im Mai."


def parts(account: Account) -> tuple[int, ...]:
    """Where the old sentence 1 went."""
    return account.of_old(1).new


@pytest.mark.parametrize("count", range(len(NEWS) + 1))
@pytest.mark.parametrize("ends", [(BEGIN, END), (END, BEGIN)])
def test_up_to_two_new_sentences_may_stand_between_two_parts(ends: tuple[str, str], count: int) -> None:
    old, new = [BEFORE, WHOLE, BEHIND], [BEFORE, ends[0], *NEWS[:count], ends[1], BEHIND]
    account = align_sentences(old, new)
    if count <= BETWEEN:
        assert parts(account) == (1, count + 2)
        assert account.of_old(1).kind is LinkKind.SPLIT
    else:
        assert len(parts(account)) == 1, "too far away"
    assert all(account.of_new(2 + k).kind is LinkKind.ADDED for k in range(count))


def test_what_stands_between_must_have_no_partner() -> None:
    account = align_sentences([BEFORE, WHOLE, BEHIND], [BEFORE, BEGIN, BEHIND, END])
    assert len(parts(account)) == 1
    assert account.of_old(2).kind is LinkKind.KEPT


@pytest.mark.parametrize(
    "close_by",
    [
        "Der Anspruch auf die Hallenzeiten gilt ein ganzes Jahr und wird vom Sportamt verwaltet.",  # more than a part
        "Der Verein zahlt.",  # too little of the whole
        "Die Frist für das Entgelt und der Ablauf stehen im Vertrag.",  # what the other part says already
    ],
)
def test_a_sentence_close_by_that_is_no_part_stays_new(close_by: str) -> None:
    account = align_sentences([BEFORE, WHOLE, BEHIND], [BEFORE, close_by, NEWS[0], END, BEHIND])
    assert not any(link.apart for link in account.links)
    assert account.of_new(1).kind is LinkKind.ADDED


SIDE = st.lists(st.sampled_from([WHOLE, BEGIN, END, *NEWS, BEFORE, BEHIND]), max_size=9)


@given(st.one_of(SIDE, any_texts), st.one_of(SIDE, any_texts))
def test_between_parts_stands_only_what_is_new_or_gone(old: list[str], new: list[str]) -> None:
    account = align_sentences(old, new)
    for link in account.links:
        if link.apart:
            olds, news = (sorted({*range(side[0], side[-1])} - {*side}) for side in (link.old, link.new))
            assert 0 < len(olds) + len(news) <= BETWEEN
            kinds = {account.of_old(i).kind for i in olds} | {account.of_new(j).kind for j in news}
            assert kinds <= {LinkKind.REMOVED, LinkKind.ADDED}
    assert align_sentences(new, old) == account.mirrored()
