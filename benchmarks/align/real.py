"""Real programmes and statutes: what can be said of an account without a truth to hold it against.

    sentences   how many there are, and how many stand on both sides word for word
    links       how many of each kind, and how many moved
    checks      what must hold of any account, whatever the texts: see CHECKS
    lost        sentences that stand on both sides word for word and that a tool shows as removed and as added

Times are processor time, medians of turns (A B C A B C …); who compares all with all is left out on long texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

from benchmarks.align.clock import seconds
from benchmarks.align.programmes import Pair, pairs
from benchmarks.align.rivals import RIVALS, SLOW, SLOWEST
from libcorpus.align import Account, LinkKind, align_sentences

__all__ = ["CHECKS", "report_real"]

KINDS = tuple(LinkKind)
# Beyond so many sentences a side the slow rivals would take minutes.
TOO_LONG = 1_000


def report_real(data: Path | None, rounds: int) -> None:
    """Print one line for each pair of versions: the account, then the rivals."""
    found = list(pairs(data))
    if not found:
        return
    print(f"\nreal programmes, no truth: the account ({len(found)} pairs of versions)")
    print(
        f"  {'':42} {'old':>5} {'new':>5} {'same':>5}   "
        + " ".join(f"{kind:>8}" for kind in KINDS)
        + f" {'moved':>5}   checks"
    )
    for pair in found:
        account = align_sentences(pair.old, pair.new)
        counts = Counter(link.kind for link in account.links)
        failed = [name for name, holds in CHECKS.items() if not holds(pair, account)]
        print(
            f"  {pair.name:42} {len(pair.old):5} {len(pair.new):5} {_same(pair).total():5}   "
            + " ".join(f"{counts[kind]:8}" for kind in KINDS)
            + f" {sum(link.moved for link in account.links):5}   {', '.join(failed) or 'all hold'}"
        )
    print(f"  checks: {'; '.join(CHECKS)}")
    _rivals(found, rounds)


def _rivals(found: Sequence[Pair], rounds: int) -> None:
    names = [name for name in RIVALS if name != SLOWEST]
    print("\nreal programmes, no truth: sentences lost that stand on both sides word for word, and median ms")
    print(f"  {'':42}" + "".join(f"{name:>19}" for name in names))
    for pair in found:
        long = max(len(pair.old), len(pair.new)) > TOO_LONG
        here = [name for name in names if not (long and name in SLOW)]
        times: dict[str, list[float]] = {name: [] for name in here}
        lost: dict[str, int] = {}
        for turn in range(rounds):
            for name in here:
                if not turn or name not in SLOW:
                    start = seconds()
                    links = RIVALS[name](pair.old, pair.new)
                    times[name].append(seconds() - start)
                    lost[name] = _lost(pair, links)
        cells = [f"{lost[name]:8} {median(times[name]) * 1000:10.1f}" if name in here else "-" for name in names]
        print(f"  {pair.name:42}" + "".join(f"{cell:>19}" for cell in cells))
    print(f"  '-': more than {TOO_LONG:,} sentences, which it would compare with each other for minutes")


def _collapsed(texts: Sequence[str]) -> list[str]:
    return [" ".join(text.split()) for text in texts]


def _same(pair: Pair) -> Counter[str]:
    """Sentences that stand on both sides word for word, each as often as on the side that has it less often."""
    return Counter(_collapsed(pair.old)) & Counter(_collapsed(pair.new))


def _lost(pair: Pair, links: set[tuple[int, int]]) -> int:
    """How many of those are not linked to their like."""
    old, new = _collapsed(pair.old), _collapsed(pair.new)
    kept = {(i, j) for i, j in links if old[i] == new[j]}
    return _same(pair).total() - min(len({i for i, _ in kept}), len({j for _, j in kept}))


def _full(pair: Pair, account: Account) -> bool:
    olds = sorted(i for link in account.links for i in link.old)
    news = sorted(j for link in account.links for j in link.new)
    return olds == list(range(len(pair.old))) and news == list(range(len(pair.new)))


def _nothing_lost(pair: Pair, account: Account) -> bool:
    old, new = _collapsed(pair.old), _collapsed(pair.new)
    removed = {old[link.old[0]] for link in account.links if link.kind is LinkKind.REMOVED}
    added = {new[link.new[0]] for link in account.links if link.kind is LinkKind.ADDED}
    return removed.isdisjoint(added)


def _together_again(pair: Pair, account: Account) -> bool:
    """The new text from the old one and what the account says is new in it; and the old text in the same way."""
    sides = ((account, pair.old, pair.new), (account.mirrored(), pair.new, pair.old))
    return all(_put(side, _collapsed(old), _collapsed(new)) == _collapsed(new) for side, old, new in sides)


def _put(account: Account, old: Sequence[str], new: Sequence[str]) -> list[str]:
    text = [""] * account.new_count
    for link in account.links:
        for j in link.new:
            text[j] = old[link.old[0]] if link.kind is LinkKind.KEPT else new[j]
    return text


def _mirrors(pair: Pair, account: Account) -> bool:
    return align_sentences(pair.new, pair.old) == account.mirrored()


def _in_order(_: Pair, account: Account) -> bool:
    """What is not called moved stands in the same order on both sides."""
    stay = [link for link in account.links if link.old and link.new and not link.moved]
    return all(a.old[-1] < b.old[0] and a.new[-1] < b.new[0] for a, b in pairwise(stay))


CHECKS: dict[str, Callable[[Pair, Account], bool]] = {
    "each sentence in one link": _full,
    "no sentence both removed and added": _nothing_lost,
    "either text put together from the account": _together_again,
    "the other way round is the mirror": _mirrors,
    "what is not moved stands in order": _in_order,
}
