"""Quality and time of the account, against what else there is: ``python -m benchmarks.align --data ../shared/data``.

Prints, for each input, F1 over all and over changed links, how many of the moved pairs were linked, and the median
time with its ratio to difflib on sentences in the same run. Inputs: generated texts with their truth, and the pairs
in the data folder, if there is one. Growth is shown last; ``--grow`` adds the long ones.
"""

from __future__ import annotations

import argparse
import json
import resource
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from benchmarks.align.generate import EDITS, generate
from benchmarks.align.rivals import RIVALS, Aligner, libcorpus
from benchmarks.align.score import Score, score

Pair = tuple[int, int]
Case = tuple[list[str], list[str], set[Pair], set[Pair]]
"""Old, new, the true links, and those of them that moved."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.align", description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, help="folder with alignment/*.jsonl")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is timed (default 5)")
    parser.add_argument("--grow", action="store_true", help="show growth up to 300,000 printed lines")
    options = parser.parse_args()
    for name, cases in inputs(options.data):
        report(name, list(cases), options.rounds)
    candidate_recall()
    growth([1_500, 15_000, 150_000] if options.grow else [1_500, 15_000], shared=True)
    growth([1_500, 5_000, 15_000] if options.grow else [1_500], shared=False)


def inputs(data: Path | None) -> Iterable[tuple[str, Iterable[Case]]]:
    # A sentence takes about two printed lines.
    for edits in EDITS:
        for lines, seeds in ((200, 10), (3_000, 2)):
            yield f"generated, {edits} edits, {lines} lines", [made(seed, lines // 2, edits) for seed in range(seeds)]
    for name in ("argrewrite", "law_silver"):
        path = data / "alignment" / f"{name}.jsonl" if data else None
        if path and path.is_file():
            yield name, read(path)
        else:
            print(f"\n{name}: left out, because {path or 'a data folder (--data)'} is not there")


def made(seed: int, sentences: int, edits: str) -> Case:
    case = generate(seed, sentences, EDITS[edits])
    return case.old, case.new, case.links, case.moved


def read(path: Path) -> list[Case]:
    cases: list[Case] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            pair = json.loads(line)
            cases.append((pair["old"], pair["new"], {(i, j) for i, j in pair["links"]}, set()))
    return cases


def report(name: str, cases: list[Case], rounds: int) -> None:
    print(f"\n{name} ({len(cases)} pairs of texts)")
    print(
        f"  {'':18} {'F1':>6} {'prec.':>6} {'recall':>6}   {'changed':>7} {'moved':>6}   {'median ms':>9} {'ratio':>7}"
    )
    base = 0.0
    for rival in sorted(RIVALS, key=lambda rival: rival != "difflib"):
        few = 1 if rival in ("rapidfuzz greedy", "difflib words") else rounds
        took = median(_time(RIVALS[rival], cases) for _ in range(few))
        base = base or took
        every, changed, moved = judge(RIVALS[rival], cases)
        share = f"{moved:6.3f}" if moved is not None else f"{'-':>6}"
        print(
            f"  {rival:18} {every.f1:6.4f} {every.precision:6.4f} {every.recall:6.4f}   {changed.f1:7.4f} {share}   "
            f"{took * 1000 / len(cases):9.2f} {took / base:7.2f}"
        )


def judge(aligner: Aligner, cases: Sequence[Case]) -> tuple[Score, Score, float | None]:
    every, changed, found, moves = Score(), Score(), 0, 0
    for old, new, links, moved in cases:
        pairs = aligner(old, new)
        for total, part in zip((every, changed), score(pairs, links, old, new), strict=True):
            total.right, total.made, total.true = (
                total.right + part.right,
                total.made + part.made,
                total.true + part.true,
            )
        found += len(pairs & moved)
        moves += len(moved)
    return every, changed, found / moves if moves else None


def _time(aligner: Callable[[list[str], list[str]], object], cases: Sequence[Case]) -> float:
    start = perf_counter()
    for old, new, _, _ in cases:
        aligner(old, new)
    return perf_counter() - start


def candidate_recall() -> None:
    """How many true pairs whose text differs the index of rare words finds."""
    from libcorpus.align.board import Board
    from libcorpus.align.likeness import Likeness

    print("\ncandidates: share of the true changed pairs that the index names, wherever they stand")
    for edits in EDITS:
        found = true = 0
        for seed in range(2):
            old, new, links, _ = made(seed, 1_500, edits)
            both = set(old) & set(new)
            free = [[k for k, text in enumerate(side) if text not in both] for side in (old, new)]
            changed = {(i, j) for i, j in links if old[i] not in both and new[j] not in both}
            likeness = Likeness(Board(old, new), *free)
            found += sum(j in likeness.candidates(i) for i, j in changed)
            true += len(changed)
        print(f"  {edits:6} {found / true:.4f} of {true}")


def growth(counts: Sequence[int], *, shared: bool) -> None:
    print(f"\ngrowth, {'most is shared' if shared else 'nothing is shared'} (one sentence is about two printed lines)")
    for count in counts:
        old, new = made(3, count, "light")[:2] if shared else _strangers(count)
        took = _time(libcorpus, [(old, new, set(), set())])
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"  {count * 2:7} lines {took * 1000:8.0f} ms {took / count * 1e6:7.1f} µs a sentence, "
            f"{memory} MB at most so far"
        )


def _strangers(count: int) -> tuple[list[str], list[str]]:
    """Two texts of random words, as frequent as words are (Zipf)."""
    draw = Random(1)
    words = ["".join(draw.choices("abdefghiklmnoprstuz", k=draw.randrange(3, 13))) for _ in range(30_000)]
    frequent = [1 / (rank + 1) for rank in range(len(words))]
    old, new = (
        [" ".join(draw.choices(words, frequent, k=draw.randrange(8, 26))) for _ in range(count)] for _ in range(2)
    )
    return old, new


if __name__ == "__main__":
    main()
