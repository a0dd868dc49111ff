"""The looser tier."""

from __future__ import annotations

from hypothesis import given

from libcorpus.align import LinkKind, align_sentences
from libcorpus.align.related import related
from tests.align.strategies import texts

OLD = [
    "Unser Ziel sind 400 neue Sozialwohnungen.",
    "Die Musikschule bleibt kommunal.",
    "Nachtbusse sollen häufiger fahren.",
]
NEW = [
    "Der Wochenmarkt wird größer.",
    "Die Stadt schafft bezahlbare Sozialwohnungen.",
    "Alle finden in der Musikschule Platz.",
]


def test_pairs_name_their_evidence() -> None:
    account = align_sentences(OLD, NEW)
    assert {link.kind for link in account.links} == {LinkKind.REMOVED, LinkKind.ADDED}
    found = related(OLD, NEW, account)
    assert [(pair.old, pair.new, pair.shared) for pair in found] == [
        (0, 1, ("sozialwohnungen",)),
        (1, 2, ("musikschule",)),
    ]


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
