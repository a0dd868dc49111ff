"""The inputs: made-up texts, the examples of this project, tables, and real pairs from a folder.

Each is a list of cases: old, new, the true links, and those of them that moved.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random

from benchmarks.align.generate import EDITS, generate

__all__ = ["Case", "Input", "inputs", "made", "sample", "strangers", "table"]

Pair = tuple[int, int]
ROOT = Path(__file__).parents[2]
# A sentence takes about two printed lines.
LINES = {200: 10, 3_000: 2}


@dataclass(frozen=True)
class Case:
    """Two texts and the truth about them."""

    name: str
    old: list[str]
    new: list[str]
    links: set[Pair]
    moved: set[Pair]

    def contradicted(self) -> set[Pair]:
        """True links to a sentence that reads otherwise, though the very words stand elsewhere on the other side.

        Links by number say so where a law was renumbered: item 3 became item 3, and its words became item 2.
        """
        old, new = ({" ".join(text.split()) for text in side} for side in (self.old, self.new))
        found = set()
        for i, j in self.links:
            a, b = " ".join(self.old[i].split()), " ".join(self.new[j].split())
            if a != b and (a in new or b in old):
                found.add((i, j))
        return found

    def legible(self) -> set[Pair]:
        """Pairs that were moved and share two thirds of the words of the longer one.

        With less, a moved sentence cannot be told from any other that has the same frame ('Die Stadt … im Rahmen des
        Haushalts'). Halves of a split count as what they are: pairs that share little.
        """
        return {(i, j) for i, j in self.moved if 3 * _in_common(self.old[i], self.new[j]) >= 2}


def _in_common(old: str, new: str) -> float:
    words = [Counter(re.findall(r"\w+", text.lower())) for text in (old, new)]
    return (words[0] & words[1]).total() / max(words[0].total(), words[1].total(), 1)


Input = tuple[str, list[Case]]


def inputs(data: Path | None) -> Iterator[Input]:
    """All inputs there are, by name."""
    for edits in EDITS:
        for lines, seeds in LINES.items():
            yield f"generated, {edits} edits, {lines} lines", [made(seed, lines // 2, edits) for seed in range(seeds)]
    # The parameters of the engine were chosen while looking at the seeds above; these were not looked at.
    yield "generated, heavy edits, 3000 lines, other seeds", [made(seed, 1_500, "heavy") for seed in range(200, 203)]
    yield "examples", list(_examples())
    for name, halve in (("argrewrite", _by_hash), ("law_silver", None)):
        path = data / "alignment" / f"{name}.jsonl" if data else None
        if not path or not path.is_file():
            print(f"\n{name}: left out, because {path or 'a data folder (--data)'} is not there")
            continue
        cases = list(_read(path))
        yield name, cases
        if halve:
            yield f"{name}, half A", [case for case in cases if not halve(case.name)]
            yield f"{name}, half B", [case for case in cases if halve(case.name)]


def made(seed: int, sentences: int, edits: str) -> Case:
    """A made-up case."""
    case = generate(seed, sentences, EDITS[edits])
    return Case(f"{edits} {seed}", case.old, case.new, case.links, case.moved)


def _by_hash(name: str) -> bool:
    return bool(sha256(name.encode()).digest()[0] % 2)


def _read(path: Path) -> Iterator[Case]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            pair = json.loads(line)
            yield Case(pair["id"], pair["old"], pair["new"], {(i, j) for i, j in pair["links"]}, set())


def _examples() -> Iterator[Case]:
    truth = json.loads((ROOT / "examples" / "truth.json").read_text(encoding="utf-8"))
    texts = {name: [sentence["text"] for sentence in file["sentences"]] for name, file in truth["files"].items()}
    for pair in truth["pairs"]:
        old, new = texts[pair["old"]], texts[pair["new"]]
        find_old, find_new = _finder(old), _finder(new)
        links: set[Pair] = set()
        moved: set[Pair] = set()
        for link in pair["links"]:
            olds, news = [find_old(text) for text in link["old"]], [find_new(text) for text in link["new"]]
            pairs = {(i, j) for i in olds for j in news}
            links |= pairs
            moved |= pairs if link["moved"] else set()
        yield Case(pair["old"], old, new, links, moved)


def _finder(texts: list[str]) -> Callable[[str], int]:
    """Finds where a text stands; one that stands twice is found at each place in turn."""
    left: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        left.setdefault(text, []).append(place)
    return lambda text: left[text].pop(0)


def sample() -> Case:
    """The sample of this project against an edited copy: numbers raised, one line dropped, six moved."""
    path = next((ROOT / "corpus" / "resolutions").glob("*/*/*/text.txt"))
    old = [line.strip() for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    edited = [text.replace("1", "2") if place % 9 == 0 else text for place, text in enumerate(old)]
    edited = [text.replace(" und ", " sowie ", 1) if place % 11 == 0 else text for place, text in enumerate(edited)]
    return Case("sample", old, [*edited[:20], *edited[26:50], *edited[20:26], *edited[51:]], set(), set())


def table(rows: int) -> Case:
    """A table in which every number changed."""
    draw = Random(1)

    def side() -> list[str]:
        amounts = [f"{draw.randrange(100, 900_000):,}".replace(",", ".") for _ in range(rows)]
        return [f"Haushaltsstelle {row + 1}: {amount} Euro" for row, amount in enumerate(amounts)]

    return Case("table", side(), side(), {(row, row) for row in range(rows)}, set())


def strangers(count: int) -> Case:
    """Two texts of random words, as frequent as words are (Zipf); nothing is shared."""
    draw = Random(1)
    words = ["".join(draw.choices("abdefghiklmnoprstuz", k=draw.randrange(3, 13))) for _ in range(30_000)]
    frequent = [1 / (rank + 1) for rank in range(len(words))]
    old, new = (
        [" ".join(draw.choices(words, frequent, k=draw.randrange(8, 26))) for _ in range(count)] for _ in range(2)
    )
    return Case("strangers", old, new, set(), set())
