"""The topic integration and the functions of sentences, against what was marked by hand in the examples and the sample.

    python -m benchmarks topics     precision and recall of sentences; functions; seconds for 200,000 sentences

The marks were made by reading: ``examples/passages.json`` and ``functions.json`` beside this file.
"""

import json
import random
import time
from collections import Counter
from pathlib import Path
from typing import Any

from libcorpus.model.document import BlockKind, Document
from libcorpus.readers import read
from libcorpus.text.build import document_of
from libcorpus.topics.functions import functions_in
from libcorpus.topics.packaged import packaged_topic, packaged_topics
from libcorpus.topics.topic import Topic, parse_topic

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
FUNCTIONS = "functions.json"
SENTENCES = 200_000


def run(data: Path | None) -> None:
    """Print one row a file, and the whole; then the functions, and the time it takes."""
    del data
    _members(packaged_topic("integration"))
    _functions()
    _speed()


def document(name: str) -> Document:
    """The text of a file, as ``archive`` reads it."""
    path = ROOT / name
    return document_of(read(path.read_bytes(), path.name))


def marked(file: str) -> dict[str, Any]:
    """What was marked by hand, by text."""
    folder = Path(__file__).parent if file == FUNCTIONS else EXAMPLES
    found: dict[str, Any] = json.loads((folder / file).read_text("utf-8"))
    return found


def wanted() -> dict[str, tuple[Document, set[str]]]:
    """For each marked text its document and the sentences that belong to the topic integration, headings left out."""
    texts = {}
    passages = marked("passages.json")
    for name, value in passages.get("files", passages).items():
        if name.endswith(".txt"):
            own = document(f"examples/{name}")
            texts[name] = (own, set(value["integration"]) - _headings(own))
    sample = marked(FUNCTIONS)["texts"]["sample"]
    belongs = {text for _, text in sample["functions"]} - set(sample["not_integration"])
    return texts | {"sample": (document(sample["path"]), belongs)}


def _members(topic: Topic) -> None:
    total = [0, 0, 0]
    print(f"{'integration':42}{'marked':>8}{'found':>8}{'precision':>11}{'recall':>8}")
    for name, (own, belongs) in wanted().items():
        found = {own.sentences[index] for index in topic.members(own)}
        row = [len(found & belongs), len(found), len(belongs)]
        total = [a + b for a, b in zip(total, row, strict=True)]
        _row(name, *row)
    _row("all", *total)


def _headings(own: Document) -> set[str]:
    return {block.flat for block in own.blocks if block.kind is BlockKind.HEADING}


def _row(name: str, right: int, found: int, belong: int) -> None:
    precision, recall = right / found if found else 0.0, right / belong if belong else 0.0
    print(f"{name:42}{belong:>8}{found:>8}{precision:>11.3f}{recall:>8.3f}")


def _functions() -> None:
    """Each function over all marked texts, then each text."""
    right, found, belong = Counter[str](), Counter[str](), Counter[str]()
    rows = []
    for name, text in marked(FUNCTIONS)["texts"].items():
        told = told_by_text(document(text["path"]))
        hits = 0
        for function, sentence in text["functions"]:
            belong[function] += 1
            found[told[sentence]] += 1
            right[function] += told[sentence] == function
            hits += told[sentence] == function
        rows.append((name, hits, len(text["functions"])))
    print(f"\n{'what sentences do':42}{'marked':>8}{'found':>8}{'precision':>11}{'recall':>8}")
    for function in belong:
        _row(function, right[function], found[function], belong[function])
    for name, hits, count in rows:
        print(f"{name:42}{count:>8}  {hits / count:.3f} told as by hand")


def told_by_text(own: Document) -> dict[str, str]:
    """What the cues say each sentence does, by its words."""
    return {text: told[0].value for text, told in zip(own.sentences, functions_in(own), strict=True)}


def _speed() -> None:
    """Sentences made of the words of the examples, so that most of them have to be looked at."""
    words = [word for own, _ in wanted().values() for text in own.sentences for word in text.split()]
    chance = random.Random(1)
    sentences = [" ".join(chance.choices(words, k=chance.randint(6, 24))) for _ in range(SENTENCES)]
    start = time.process_time()
    parts = sum(len(sentence.split()) for sentence in sentences)
    split = time.process_time() - start
    topic = parse_topic(packaged_topics()["integration"], "integration", "as if new")
    start = time.process_time()
    found = sum(map(bool, topic.found_in_each(sentences)))
    taken = time.process_time() - start
    print(
        f"\n{SENTENCES} sentences, {parts} words: {found} taken in {taken:.2f} s, {taken / split:.1f} times str.split"
    )
