"""The topic integration against passages marked by hand in the examples: precision and recall of sentences."""

import json
from pathlib import Path
from typing import Any

from libcorpus.model.document import BlockKind, Document
from libcorpus.readers import read
from libcorpus.text.build import document_of
from libcorpus.topics.packaged import packaged_topics
from libcorpus.topics.topic import parse_topic

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def run(data: Path | None) -> None:
    """Print one row a file, and the whole."""
    del data
    topic = parse_topic(packaged_topics()["integration"], "integration", "integration.toml")
    marked = json.loads((EXAMPLES / "passages.json").read_text("utf-8"))
    total = [0, 0, 0]
    print(f"{'file':42}{'marked':>8}{'found':>8}{'precision':>11}{'recall':>8}")
    for name, passages in _files(marked).items():
        path = EXAMPLES / name
        document = document_of(read(path.read_bytes(), name))
        found = {document.sentences[index] for index in topic.members(document)}
        wanted = set(passages["integration"]) - _headings(document)
        right = len(found & wanted)
        total = [total[0] + right, total[1] + len(found), total[2] + len(wanted)]
        _row(name, right, len(found), len(wanted))
    _row("all", *total)


def _files(marked: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in marked.get("files", marked).items() if name.endswith(".txt")}


def _headings(document: Document) -> set[str]:
    return {block.flat for block in document.blocks if block.kind is BlockKind.HEADING}


def _row(name: str, right: int, found: int, wanted: int) -> None:
    precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
    print(f"{name:42}{wanted:>8}{found:>8}{precision:>11.3f}{recall:>8.3f}")
