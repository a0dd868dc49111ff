"""Counterparts in programmes written anew, against links marked by hand: precision, recall, and the first three.

    precision   of the links called sure or likely, how many are right; pairs marked "weak" count neither way
    recall      of the old sentences that have a partner, how many have a right link
    first       the right partner stands first, or among the first three of what is shown

The file is ``related/dev.jsonl`` below ``--data``. Baselines take the best partner of each other, above the threshold
that finds as many right links as possible at a precision of 0.9 on this very file: they are given more than they would
have. "Left out": thresholds are chosen on all pairs but one, and measured on that one.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import product
from math import log, sqrt
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from libcorpus.topics.packaged import packaged_topics
from libcorpus.topics.related import CHOSEN, Text, relate
from libcorpus.topics.telling import plain, tellings
from libcorpus.topics.tiers import SUGGESTED, Measures
from libcorpus.topics.topic import parse_topic

Pair = tuple[int, int]
Matters = Callable[[str], Sequence[str]]
Ranked = Mapping[int, Sequence[int]]
WANTED = 0.9
LIKELY = (0.36, 0.39, 0.42, 0.45, 0.48, 0.51)


class Marked(NamedTuple):
    """A pair of programmes with the links that a person marked."""

    name: str
    old: list[Text]
    new: list[Text]
    same: frozenset[Pair]
    weak: frozenset[Pair]


class Counts(NamedTuple):
    """What was found; counts of links and of old sentences, so that pairs can be added up."""

    links: int = 0
    right: int = 0
    found: int = 0
    first: int = 0
    three: int = 0
    partnered: int = 0

    def row(self, name: str) -> str:
        """One line of the table."""
        precision = f"{self.right / self.links:.3f}" if self.links else "-"
        shares = [value / self.partnered for value in (self.found, self.first, self.three)]
        return f"{name:44}{self.links:>6}{precision:>11}" + "".join(f"{share:>9.3f}" for share in shares)


def run(data: Path | None) -> None:
    """Print the tables."""
    path = data / "related" / "dev.jsonl" if data else None
    if path is None or not path.is_file():
        print("needs --data FOLDER with related/dev.jsonl; left out")
        return
    pairs = [_marked(json.loads(line)) for line in path.read_text("utf-8").splitlines()]
    for pair in pairs:
        print(f"{pair.name}: {len(pair.old)} old and {len(pair.new)} new sentences, {len(pair.same)} links")
    lexicons: dict[str, Matters] = {"with matters": _lexicon(), "without matters": lambda _: ()}
    print(f"\n{'':44}{'links':>6}{'precision':>11}{'recall':>9}{'first':>9}{'three':>9}")
    for name, matters in lexicons.items():
        _table(name, [(pair.name, _measure(pair, matters, CHOSEN)) for pair in pairs])
    for name, matters in lexicons.items():
        _table(f"left out, {name}", [(pair.name, _left_out(pair, pairs, matters)) for pair in pairs])
    for name, score in BASELINES.items():
        _table(name, _baseline(pairs, score))
    _strangers(pairs, lexicons)
    _pace(pairs)


def _table(name: str, rows: Sequence[tuple[str, Counts]]) -> None:
    for pair, counts in rows:
        print(counts.row(f"  {pair}"))
    print(_sum([counts for _, counts in rows]).row(name) + "\n")


def _sum(rows: Sequence[Counts]) -> Counts:
    return Counts(*map(sum, zip(*rows, strict=True)))


def _marked(row: dict[str, Any]) -> Marked:
    old, new = (_texts(row[side]) for side in ("old", "new"))
    same, weak = (frozenset((i, j) for i, j in row["labels"][kind]) for kind in ("same", "weak"))
    return Marked(row["id"], old, new, same, weak)


def _texts(rows: Sequence[dict[str, str]]) -> list[Text]:
    """The sentences; the file has no passages, so a section is one."""
    texts: list[Text] = []
    passage = 0
    for place, row in enumerate(rows):
        passage += place > 0 and rows[place - 1]["section"] != row["section"]
        texts.append(Text(row["text"], row["section"], passage))
    return texts


def _lexicon() -> Matters:
    topic = parse_topic(packaged_topics()["integration"], "integration", "integration.toml")
    known: dict[str, tuple[str, ...]] = {}

    def matters(sentence: str) -> tuple[str, ...]:
        if sentence not in known:
            known[sentence] = tuple(matter.name for matter, _ in topic.matters_in(sentence))
        return known[sentence]

    return matters


def _measure(pair: Marked, matters: Matters, measures: Measures) -> Counts:
    found = relate(pair.old, pair.new, matters, measures=measures)
    ranked: dict[int, list[int]] = {}
    for one in found:
        ranked.setdefault(one.old, []).append(one.new)
    return _counts(pair, [(one.old, one.new) for one in found if one.tier != SUGGESTED], ranked)


def _counts(pair: Marked, links: Sequence[Pair], ranked: Ranked) -> Counts:
    judged = [link for link in links if link not in pair.weak]
    right = [link for link in judged if link in pair.same]
    partnered = {i for i, _ in pair.same}
    hits = {
        first: sum(any((i, j) in pair.same for j in ranked.get(i, ())[:first]) for i in partnered) for first in (1, 3)
    }
    return Counts(len(judged), len(right), len({i for i, _ in right}), hits[1], hits[3], len(partnered))


def _left_out(pair: Marked, pairs: Sequence[Marked], matters: Matters) -> Counts:
    """Thresholds with the most right links at the wanted precision on the other pairs, measured on this one."""
    options = [replace(CHOSEN, likely=a, likely_by_matter=b) for a, b in product(LIKELY, LIKELY) if a >= b]

    def worth(measures: Measures) -> tuple[bool, int, float]:
        others = _sum([_measure(other, matters, measures) for other in pairs if other is not pair])
        return others.right >= WANTED * others.links, others.found, measures.likely

    return _measure(pair, matters, max(options, key=worth))


Score = Callable[[Sequence[str], Sequence[str]], list[list[float]]]


def _by(ratio: Callable[[str, str], float]) -> Score:
    return lambda old, new: [[ratio(ours, theirs) / 100 for theirs in new] for ours in old]


def _tfidf(old: Sequence[str], new: Sequence[str]) -> list[list[float]]:
    """The cosine over words in small letters, weighted by how rare they are."""
    bags = [Counter(map(plain, sentence.split())) for sentence in (*old, *new)]
    return _cosines(bags, len(old))


def _gram_cosine(old: Sequence[str], new: Sequence[str]) -> list[list[float]]:
    """The cosine over runs of three to five letters."""
    return _cosines([Counter(told.grams) for told in tellings([*old, *new])], len(old))


def _cosines(bags: Sequence[Counter[str]], cut: int) -> list[list[float]]:
    times = Counter(term for bag in bags for term in bag)
    weighed = [{term: count * log((len(bags) + 1) / times[term]) for term, count in bag.items()} for bag in bags]
    lengths = [sqrt(sum(value * value for value in bag.values())) or 1.0 for bag in weighed]

    def cosine(i: int, j: int) -> float:
        shared = weighed[i].keys() & weighed[j].keys()
        return sum(weighed[i][term] * weighed[j][term] for term in shared) / (lengths[i] * lengths[j])

    return [[cosine(i, j) for j in range(cut, len(bags))] for i in range(cut)]


BASELINES: dict[str, Score] = {
    "rapidfuzz token_set_ratio": _by(fuzz.token_set_ratio),
    "rapidfuzz ratio of characters": _by(fuzz.ratio),
    "TF-IDF cosine of words": _tfidf,
    "TF-IDF cosine of letters, 3 to 5": _gram_cosine,
}


def _baseline(pairs: Sequence[Marked], score: Score) -> list[tuple[str, Counts]]:
    tables = [score([text.words for text in pair.old], [text.words for text in pair.new]) for pair in pairs]
    options = []
    for threshold in range(5, 100):
        rows = [_greedy(pair, table, threshold / 100) for pair, table in zip(pairs, tables, strict=True)]
        total = _sum(rows)
        options.append((total.right >= WANTED * total.links, total.found, threshold, rows))
    best = max(options, key=lambda option: option[:3])[3]
    return [(pair.name, counts) for pair, counts in zip(pairs, best, strict=True)]


def _greedy(pair: Marked, table: Sequence[Sequence[float]], threshold: float) -> Counts:
    """Best pairs first, each sentence once."""
    ordered = sorted(
        ((-value, i, j) for i, row in enumerate(table) for j, value in enumerate(row) if value >= threshold)
    )
    links: dict[int, int] = {}
    for _, i, j in ordered:
        if i not in links and j not in links.values():
            links[i] = j
    ranked = {i: sorted(range(len(row)), key=lambda j: (-row[j], j))[:3] for i, row in enumerate(table)}
    return _counts(pair, list(links.items()), ranked)


def _strangers(pairs: Sequence[Marked], lexicons: Mapping[str, Matters]) -> None:
    """Links between programmes of different parties: what they agree in by chance and in truth."""
    for name, matters in lexicons.items():
        links = asked = 0
        for one, other in ((one, other) for one in pairs for other in pairs if one is not other):
            found = relate(one.old, other.new, matters)
            links += sum(counterpart.tier != SUGGESTED for counterpart in found)
            asked += len(one.old)
        print(f"different parties, {name}: {links} links for {asked} old sentences, {100 * links / asked:.1f} %")


def _pace(pairs: Sequence[Marked]) -> None:
    words = [text.words for pair in pairs for text in (*pair.old, *pair.new)]
    for size in (500, 2000):
        texts = [Text(words[place * 7 % len(words)], passage=place // 4) for place in range(2 * size)]
        start = process_time()
        relate(texts[:size], texts[size:], lambda _: ())
        print(f"{size} x {size} sentences: {process_time() - start:.2f} s of the processor")
