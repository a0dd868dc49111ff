"""Prints the figures: quality and time on each input, real programmes, marks of words, the index's recall, growth.

Times are processor time, taken in turns (A B C A B C …); medians are shown with their ratio to difflib on sentences,
and slow rivals are timed once. Nothing fails by time.
"""

from __future__ import annotations

import resource
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean, median

from benchmarks.align.clock import seconds
from benchmarks.align.cuts import MARKERS, counted, forms, reworded
from benchmarks.align.generate import EDITS
from benchmarks.align.inputs import Case, inputs, made, sample, strangers, table
from benchmarks.align.real import report_real
from benchmarks.align.rivals import RIVALS, SLOW, SLOWEST, Aligner, Pairs, libcorpus
from benchmarks.align.score import judged

__all__ = ["measure"]

BASE, OURS = "difflib", "libcorpus"
# The slowest rival, which compares runs of letters of all with all, is left out beyond so many sentences a side.
TOO_LONG = 1_000
ABSENT = f"{'-':>6}"


def measure(data: Path | None, rounds: int = 5, *, grow: bool = False) -> None:
    """Print everything."""
    print(
        "F1 over all links and over changed ones (texts differ), summed over all texts; 'each' is the mean over texts. "
        "Times are processor time."
    )
    for name, cases in inputs(data):
        report(name, cases, rounds)
    report_real(data, rounds)
    changed_forms()
    short()
    rows()
    candidate_recall()
    growth([1_500, 15_000, 150_000] if grow else [1_500, 15_000], shared=True)
    growth([1_500, 5_000, 15_000] if grow else [1_500], shared=False)


def report(name: str, cases: Sequence[Case], rounds: int) -> None:
    """One table: quality and time of all rivals on one input."""
    odd = sum(len(case.contradicted()) for case in cases)
    print(f"\n{name} ({len(cases)} pairs of texts)")
    print(
        f"  {'':18} {'F1':>6} {'prec.':>6} {'recall':>6}   {'changed':>7} {'undisp.':>7} {'moved':>6} {'cut':>5}   "
        f"{'each':>6} {'chang.':>6}   {'median ms':>9} {'ratio':>7}"
    )
    names = [rival for rival in RIVALS if rival != SLOWEST or _mean_length(cases) <= TOO_LONG]
    times: dict[str, list[float]] = {rival: [] for rival in names}
    found: dict[str, list[Pairs]] = {}
    for turn in range(rounds):
        for rival in names:
            if not turn or rival not in SLOW:
                took, found[rival] = timed(RIVALS[rival], cases)
                times[rival].append(took)
    base = median(times[BASE])
    changed = reworded(cases)
    for rival in names:
        quality = judged(cases, found[rival])
        every, took = quality.every, median(times[rival])
        undisputed = f"{quality.undisputed.f1:7.4f}" if odd else f"{'-':>7}"
        cut = f"{counted(changed, MARKERS[rival]).links:5}" if rival in MARKERS else f"{'-':>5}"
        moved = f"{quality.moved.recall:6.4f}" if quality.moved.true else ABSENT
        print(
            f"  {rival:18} {every.f1:6.4f} {every.precision:6.4f} {every.recall:6.4f}   {quality.changed.f1:7.4f} "
            f"{undisputed} {moved} {cut}   {fmean(quality.each):6.4f} {fmean(quality.each_changed):6.4f}   "
            f"{took * 1000 / len(cases):9.2f} {took / base:7.2f}"
        )
    print(
        f"  'cut': of {len(changed)} links reworded by the truth, how many have marks that cut a number, date or form"
    )
    legible = [case.legible() for case in cases]
    if any(legible):
        seen = sum(len(pairs & links) for pairs, links in zip(legible, found[OURS], strict=True))
        count = sum(map(len, legible))
        print(f"  moved and two thirds of the words left: {seen} of {count} found by {OURS}")
    if odd:
        print(
            f"  'undisp.': changed, without {odd} true links of sentences whose words stand elsewhere on the other side"
        )


def changed_forms() -> None:
    """Links cut wrongly where dates, amounts, gendered forms and compounds are what changed."""
    pairs = forms(1, 500)
    print(f"\nmarks of changed words ({len(pairs)} pairs of sentences with other dates, amounts, forms, compounds)")
    print(f"  {'':18} {'links cut':>9} {'pieces cut':>10} {'in a word':>9} {'marks':>6}")
    for name, marker in MARKERS.items():
        cuts = counted(pairs, marker)
        print(f"  {name:18} {cuts.links:9} {cuts.pieces:10} {cuts.inside:9} {cuts.marks:6}")


def _mean_length(cases: Sequence[Case]) -> float:
    return fmean(len(case.old) + len(case.new) for case in cases) / 2


def timed(aligner: Aligner, cases: Sequence[Case]) -> tuple[float, list[Pairs]]:
    """Seconds for all cases, and the links found."""
    start = seconds()
    found = [aligner(case.old, case.new) for case in cases]
    return seconds() - start, found


def short() -> None:
    """The sample of this project against an edited copy."""
    case = sample()
    took = median(timed(libcorpus, [case])[0] for _ in range(15))
    print(f"\nsample against an edited copy ({len(case.old)} sentences): {took * 1000:.2f} ms, median of 15")


def rows() -> None:
    """A table in which every number changed."""
    for count in (20, 2_000):
        case = table(count)
        took, found = timed(libcorpus, [case])
        every = judged([case], found).every
        print(
            f"table of {count} rows, every number changed: recall {every.recall:.4f}, "
            f"precision {every.precision:.4f}, {took * 1000:.0f} ms"
        )


def candidate_recall() -> None:
    """How many true pairs whose text differs the index of rare words finds."""
    from libcorpus.align.board import Board
    from libcorpus.align.likeness import Likeness

    print("\ncandidates: share of the true changed pairs that the index names, wherever they stand")
    for edits in EDITS:
        found = true = 0
        for seed in range(2):
            case = made(seed, 1_500, edits)
            both = set(case.old) & set(case.new)
            free = [[k for k, text in enumerate(side) if text not in both] for side in (case.old, case.new)]
            changed = {(i, j) for i, j in case.links if case.old[i] not in both and case.new[j] not in both}
            likeness = Likeness(Board(case.old, case.new), *free)
            found += sum(j in likeness.candidates(i) for i, j in changed)
            true += len(changed)
        print(f"  {edits:6} {found / true:.4f} of {true}")


def growth(counts: Sequence[int], *, shared: bool) -> None:
    """Time and memory as texts grow."""
    print(f"\ngrowth, {'most is shared' if shared else 'nothing is shared'} (one sentence is about two printed lines)")
    for count in counts:
        case = made(3, count, "light") if shared else strangers(count)
        took = median(timed(libcorpus, [case])[0] for _ in range(5 if count <= 5_000 else 1))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"  {count * 2:7} lines {took * 1000:8.0f} ms {took / count * 1e6:7.1f} µs a sentence, "
            f"{memory} MB at most so far"
        )
