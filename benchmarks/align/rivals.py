"""Other ways to link sentences, brought to the same form: a function from two texts to pairs of indices.

difflib            equal blocks, and inside a replaced block one to one by place
difflib words      one stream of words; a pair of sentences is linked that shares half of its words
rapidfuzz greedy   all pairs, best first, from a ratio of 0.5
n-grams in order   dynamic programming over the cosine of character 3- to 5-grams (TF-IDF), one to one, one to two
git --word-diff    the same stream of words, cut by git
git --color-moved  lines that git calls kept or moved
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from math import log, sqrt
from pathlib import Path

from libcorpus.align import align_sentences

__all__ = ["RIVALS", "SLOW", "SLOWEST", "Aligner", "Pairs", "git_word_lines", "libcorpus"]

Pairs = set[tuple[int, int]]
# What a pair must be worth to be linked by n-grams: the best of 0.2, 0.25, 0.3 and 0.35 on the essays.
THRESHOLD = 0.25
Aligner = Callable[[Sequence[str], Sequence[str]], Pairs]


def libcorpus(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """Ours."""
    return {(i, j) for link in align_sentences(old, new).links for i in link.old for j in link.new}


def difflib_sentences(old: Sequence[str], new: Sequence[str]) -> Pairs:
    pairs: Pairs = set()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            pairs.update(zip(range(i1, i2), range(j1, j2), strict=False))
    return pairs


def difflib_words(old: Sequence[str], new: Sequence[str]) -> Pairs:
    old_words, old_homes = _stream(old)
    new_words, new_homes = _stream(new)
    blocks = SequenceMatcher(None, old_words, new_words, autojunk=False).get_matching_blocks()
    common = Counter((old_homes[a + k], new_homes[b + k]) for a, b, size in blocks for k in range(size))
    return _half(common, old, new)


def rapidfuzz_greedy(old: Sequence[str], new: Sequence[str]) -> Pairs:
    from rapidfuzz.fuzz import ratio

    scored = [(-ratio(a, b), i, j) for i, a in enumerate(old) for j, b in enumerate(new)]
    pairs: Pairs = set()
    taken_old, taken_new = set(), set()
    for score, i, j in sorted(scored):
        if -score >= 50 and i not in taken_old and j not in taken_new:
            pairs.add((i, j))
            taken_old.add(i)
            taken_new.add(j)
    return pairs


def ngrams_in_order(old: Sequence[str], new: Sequence[str]) -> Pairs:
    cosine, old_norms, new_norms = _cosines(old, new)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    step = [[(0, 0)] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) + 1):
        for j in range(len(new) + 1):
            ways = [(best[i - 1][j], (1, 0))] if i else []
            if j:
                ways.append((best[i][j - 1], (0, 1)))
            for a, b in ((1, 1), (1, 2), (2, 1)):
                if i >= a and j >= b and cosine[i - 1].get(j - 1):
                    dot = sum(cosine[x].get(y, 0.0) for x in range(i - a, i) for y in range(j - b, j))
                    # The norm of two sentences put together, as if they shared nothing.
                    norm = sum(n * n for n in old_norms[i - a : i]) * sum(n * n for n in new_norms[j - b : j])
                    ways.append((best[i - a][j - b] + dot / sqrt(norm) - THRESHOLD, (a, b)))
            best[i][j], step[i][j] = max(ways, default=(0.0, (0, 0)))
    pairs: Pairs = set()
    i, j = len(old), len(new)
    while i or j:
        a, b = step[i][j]
        pairs.update((x, y) for x in range(i - a, i) for y in range(j - b, j))
        i, j = i - a, j - b
    return pairs


def _cosines(old: Sequence[str], new: Sequence[str]) -> tuple[list[dict[int, float]], list[float], list[float]]:
    """Scalar products of all pairs that share a run of letters, and the norms of both sides."""
    grams = [[_grams(text) for text in side] for side in (old, new)]
    found = Counter(gram for side in grams for counted in side for gram in counted)
    count = len(old) + len(new)
    weighed = [
        [{gram: times * log(1 + count / found[gram]) for gram, times in counted.items()} for counted in side]
        for side in grams
    ]
    index: dict[str, list[tuple[int, float]]] = {}
    for j, vector in enumerate(weighed[1]):
        for gram, weight in vector.items():
            index.setdefault(gram, []).append((j, weight))
    products: list[dict[int, float]] = []
    for vector in weighed[0]:
        row: dict[int, float] = {}
        for gram, weight in vector.items():
            for j, other in index.get(gram, ()):
                row[j] = row.get(j, 0.0) + weight * other
        products.append(row)
    norms = [[sqrt(sum(w * w for w in vector.values())) or 1.0 for vector in side] for side in weighed]
    return products, norms[0], norms[1]


def _grams(text: str) -> Counter[str]:
    low = f" {' '.join(text.lower().split())} "
    return Counter(low[k : k + size] for size in (3, 4, 5) for k in range(len(low) - size + 1))


def git_words(old: Sequence[str], new: Sequence[str]) -> Pairs:
    old_homes, new_homes = _stream(old)[1], _stream(new)[1]
    common: Counter[tuple[int, int]] = Counter()
    x = y = 0
    for line in git_word_lines(old, new):
        count = len(line[1:].split())
        if line.startswith(" "):
            common.update((old_homes[x + k], new_homes[y + k]) for k in range(count))
        x += count if line[:1] in " -" else 0
        y += count if line[:1] in " +" else 0
    return _half(common, old, new)


def git_word_lines(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """What git's word diff prints of two texts: runs of words, with a blank, a minus or a plus in front."""
    return _git(["--word-diff=porcelain", "--word-diff-regex=[^[:space:]]+"], old, new)


def git_moved(old: Sequence[str], new: Sequence[str]) -> Pairs:
    pairs: Pairs = set()
    gone: dict[str, list[int]] = {}
    come: dict[str, list[int]] = {}
    x = y = 0
    for coloured in _git(["--color=always", "--color-moved=plain"], old, new):
        line = re.sub(r"\x1b\[[\d;]*m", "", coloured)
        moved = any(code in coloured for code in ("\x1b[1;35m", "\x1b[1;36m", "\x1b[1;34m", "\x1b[1;33m"))
        if line.startswith("-"):
            if moved:
                gone.setdefault(line[1:], []).append(x)
            x += 1
        elif line.startswith("+"):
            if moved:
                come.setdefault(line[1:], []).append(y)
            y += 1
        elif line.startswith(" "):
            pairs.add((x, y))
            x, y = x + 1, y + 1
    for text, places in gone.items():
        pairs.update(zip(places, come.get(text, []), strict=False))
    return pairs


def _stream(sentences: Sequence[str]) -> tuple[list[str], list[int]]:
    words, homes = [], []
    for place, sentence in enumerate(sentences):
        for word in sentence.split():
            words.append(word)
            homes.append(place)
    return words, homes


def _half(common: Counter[tuple[int, int]], old: Sequence[str], new: Sequence[str]) -> Pairs:
    lengths = ([len(s.split()) for s in old], [len(s.split()) for s in new])
    return {(i, j) for (i, j), n in common.items() if 2 * n >= min(lengths[0][i], lengths[1][j])}


def _git(options: list[str], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The body of a diff with the whole text as context."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / "old.txt", Path(folder) / "new.txt"]
        for file, sentences in zip(files, (old, new), strict=True):
            file.write_text("".join(" ".join(s.split()) + "\n" for s in sentences), encoding="utf-8", newline="")
        command = ["git", "diff", "--no-index", "-U1000000", *options, "--", *map(str, files)]
        found = subprocess.run(command, capture_output=True, check=False).stdout.decode("utf-8")
    inside = False
    for line in found.split("\n"):
        if inside:
            yield line
        elif "@@ " in line:
            inside = True
    if not found:
        yield from (" " + " ".join(s.split()) for s in old)


SLOWEST = "n-grams in order"
SLOW = {"rapidfuzz greedy", "difflib words", SLOWEST}
RIVALS: dict[str, Aligner] = {
    "libcorpus": libcorpus,
    "difflib": difflib_sentences,
    "difflib words": difflib_words,
    "rapidfuzz greedy": rapidfuzz_greedy,
    "n-grams in order": ngrams_in_order,
    "git --word-diff": git_words,
    "git --color-moved": git_moved,
}
