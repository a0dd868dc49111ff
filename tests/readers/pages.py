"""Reads a transcript that stands in a test, and shows its blocks as a reader would describe them."""

from textwrap import dedent

from libcorpus.model.draft import Draft
from libcorpus.readers import decode, read
from libcorpus.text.build import check_laws, document_of
from tests.readers.scoring import whole

HEAD = "Beschluss Leben in Lindenfurt\nBeschlussdatum: 07.03.2020\nText\n\n"


def drafted(text: str, head: str = HEAD) -> Draft:
    """The draft of a transcript; no character may be lost."""
    data = (head + dedent(text).strip("\n") + "\n").encode()
    draft = read(data, "a.txt")
    check_laws(draft, document_of(draft, split=whole), decode(data, "a.txt"))
    return draft


def shown(draft: Draft) -> list[str]:
    """Each block as kind, level, label and words: ``item 1 a) Die Stadt …``."""
    return [
        " ".join(str(part) for part in (block.kind.value, block.level, block.label, block.flat) if part != "")
        for block in draft.blocks
    ]


def keys(draft: Draft) -> set[str]:
    """The kinds of remarks."""
    return {remark.key for remark in draft.remarks}
