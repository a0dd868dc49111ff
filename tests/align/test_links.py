"""What an account refuses, and the order of its links."""

from __future__ import annotations

import subprocess
import sys

import pytest

from libcorpus.align import Account, AccountError, Link, LinkKind, align_sentences

KEPT, REMOVED, ADDED = LinkKind.KEPT, LinkKind.REMOVED, LinkKind.ADDED


@pytest.mark.parametrize(
    ("kind", "moved", "old", "new"),
    [
        (LinkKind.KEPT, False, (0,), ()),
        (LinkKind.SPLIT, False, (0,), (0,)),
        (LinkKind.MERGED, False, (0,), (0, 1)),
        (LinkKind.REMOVED, True, (0,), ()),
        (LinkKind.SPLIT, False, (0,), (2, 1)),
        (LinkKind.KEPT, False, (-1,), (0,)),
    ],
)
def test_a_link_that_cannot_be(kind: LinkKind, moved: bool, old: tuple[int, ...], new: tuple[int, ...]) -> None:
    with pytest.raises(AccountError):
        Link(kind, moved, old, new)


def test_an_account_that_is_not_full_says_what_is_missing() -> None:
    with pytest.raises(AccountError, match=r"2 old sentences .* without a link: \[1\]"):
        Account.of([Link(KEPT, False, (0,), (0,))], 2, 1)


def test_an_account_in_which_a_sentence_stands_twice() -> None:
    with pytest.raises(AccountError, match=r"in several: \[0\]"):
        Account.of([Link(KEPT, False, (0,), (0,)), Link(REMOVED, False, (0,), ())], 1, 1)


def test_links_out_of_order() -> None:
    with pytest.raises(AccountError, match="order"):
        Account((Link(KEPT, False, (1,), (1,)), Link(KEPT, False, (0,), (0,))), 2, 2)


def test_what_was_removed_stands_where_it_stood() -> None:
    account = align_sentences(["A", "X", "B"], ["A", "Y", "B"])
    assert [(str(link.kind), link.old, link.new) for link in account.links] == [
        ("kept", (0,), (0,)),
        ("removed", (1,), ()),
        ("added", (), (1,)),
        ("kept", (2,), (2,)),
    ]


def test_each_sentence_can_be_asked_for() -> None:
    account = align_sentences(["A", "X", "B"], ["B", "A"])
    assert account.of_old(1).kind is REMOVED
    assert account.of_new(0) == account.of_old(2)
    assert [account.of_old(i) for i in range(3)] == account.by_old()
    assert [account.of_new(j) for j in range(2)] == account.by_new()
    with pytest.raises(IndexError, match="there are 3"):
        account.of_old(3)


def test_near_and_far() -> None:
    text = ["Eins ist hier.", "Zwei kommt dann.", "Drei folgt darauf.", "Vier schließt ab."]
    assert align_sentences(text, [*text, "Ende."]).revision == "near"
    assert align_sentences(text, ["Ganz anderes Zeug!", "Nichts davon?"]).revision == "far"
    assert align_sentences([], []).revision == "near"
    assert (align_sentences(text, text).changed, align_sentences(text, []).changed) == (0.0, 1.0)


def test_contexts_break_ties_only() -> None:
    old, new = ["Wir fordern:", "A a a", "Wir fordern:", "B b b"], ["C c c", "Wir fordern:", "D d d"]
    first = align_sentences(old, new, old_context=["x", "x", "y", "y"], new_context=["z", "x", "x"])
    second = align_sentences(old, new, old_context=["x", "x", "y", "y"], new_context=["z", "y", "y"])
    assert (first.of_new(1).old, second.of_new(1).old) == ((0,), (2,))
    with pytest.raises(ValueError, match="each needs one"):
        align_sentences(old, new, old_context=["x"])


def test_importing_the_package_loads_neither_rapidfuzz_nor_numpy() -> None:
    code = (
        "import sys, libcorpus.align as a; a.align_sentences('A', 'A'); print({*sys.modules} & {'rapidfuzz', 'numpy'})"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"


def test_related_is_a_function_whatever_was_imported_first() -> None:
    code = (
        "import libcorpus.align.looser; from libcorpus.align import RelatedPair, related, LineMap, Carried, Fate; "
        "import libcorpus.align; print(callable(related), libcorpus.align.related is related, LineMap.__module__)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["True", "True", "libcorpus.align.linemap"]


def test_rows_of_a_long_table_are_linked_in_order_when_every_number_changed() -> None:
    old = [f"Haushaltsstelle {row}: {row * 37 % 9000 + 100} Euro" for row in range(2000)]
    new = [f"Haushaltsstelle {row}: {row * 53 % 9100 + 20_000} Euro" for row in range(2000)]
    assert all(link.old == link.new and not link.moved for link in align_sentences(old, new).links)


def test_rows_without_a_name_are_linked_in_order() -> None:
    old = [f"Zuschuss: {amount} Euro" for amount in (100, 250, 300, 420, 580)]
    new = [f"Zuschuss: {amount} Euro" for amount in (120, 240, 330, 410, 600)]
    assert [(link.old, link.new) for link in align_sentences(old, new).links] == [((k,), (k,)) for k in range(5)]
