"""The looser tier."""

from __future__ import annotations

from hypothesis import given

from libcorpus.align import Account, Link, LinkKind, align_sentences, related
from tests.align.strategies import texts

OLD = [
    "Unser Ziel sind 400 neue Sozialwohnungen im Jahr.",
    "Die Musikschule bleibt kommunal.",
    "Nachtbusse sollen häufiger fahren.",
]
NEW = [
    "Der Wochenmarkt wird größer.",
    "Die Stadt schafft mit einem Fonds bezahlbare Sozialwohnungen für Familien.",
    "Wer singen will, findet in der Musikschule Platz.",
]
ANEW = Account.of(
    [Link(LinkKind.REMOVED, False, (i,), ()) for i in range(3)]
    + [Link(LinkKind.ADDED, False, (), (j,)) for j in range(3)],
    3,
    3,
)


def test_pairs_name_their_evidence() -> None:
    found = related(OLD, NEW, ANEW, least=0.15)
    assert [(pair.old, pair.new, pair.shared) for pair in found] == [
        (0, 1, ("sozialwohnungen",)),
        (1, 2, ("musikschule",)),
    ]


def test_the_engine_does_not_call_them_reworded() -> None:
    assert align_sentences(OLD, NEW) == ANEW


@given(texts, texts)
def test_only_what_was_removed_is_related_to_what_was_added(old: list[str], new: list[str]) -> None:
    account = align_sentences(old, new)
    for pair in related(old, new, account, least=0.0):
        assert account.of_old(pair.old).kind is LinkKind.REMOVED
        assert account.of_new(pair.new).kind is LinkKind.ADDED
        assert pair.shared


@given(texts, texts)
def test_related_seen_from_the_other_side(old: list[str], new: list[str]) -> None:
    forth = related(old, new, align_sentences(old, new))
    back = related(new, old, align_sentences(new, old))
    assert sorted((p.old, p.new, p.score, p.shared) for p in forth) == sorted(
        (p.new, p.old, p.score, p.shared) for p in back
    )
