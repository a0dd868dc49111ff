"""Other ways to link sentences, brought to the same form: a function from two texts to pairs of indices.

difflib            equal blocks, and inside a replaced block one to one by place
difflib words      one stream of words; a pair of sentences is linked that shares half of its words
rapidfuzz greedy   all pairs, best first, from a ratio of 0.5
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
from pathlib import Path

from libcorpus.align import align_sentences

__all__ = ["RIVALS", "libcorpus"]

Pairs = set[tuple[int, int]]
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


def git_words(old: Sequence[str], new: Sequence[str]) -> Pairs:
    old_homes, new_homes = _stream(old)[1], _stream(new)[1]
    common: Counter[tuple[int, int]] = Counter()
    x = y = 0
    for line in _git(["--word-diff=porcelain", "--word-diff-regex=[^[:space:]]+"], old, new):
        count = len(line[1:].split())
        if line.startswith(" "):
            common.update((old_homes[x + k], new_homes[y + k]) for k in range(count))
        x += count if line[:1] in " -" else 0
        y += count if line[:1] in " +" else 0
    return _half(common, old, new)


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


RIVALS: dict[str, Aligner] = {
    "libcorpus": libcorpus,
    "difflib": difflib_sentences,
    "difflib words": difflib_words,
    "rapidfuzz greedy": rapidfuzz_greedy,
    "git --word-diff": git_words,
    "git --color-moved": git_moved,
}
