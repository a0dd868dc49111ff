"""Reads a file that a test made, holds the draft against the laws, and shows it."""

from collections import Counter

from libcorpus.model.draft import Draft
from libcorpus.model.problems import LibcorpusError
from libcorpus.model.wording import sentence
from libcorpus.readers import ReadOptions, read
from libcorpus.readers.encodings import decode
from libcorpus.text.build import check_laws, document_of
from libcorpus.text.canonical import write_text


def draft_of(data: bytes, name: str, tracked: str = "") -> Draft:
    """The draft of a file; no character may be lost or doubled, and the document reads back as itself."""
    draft = read(data, name, ReadOptions(tracked=tracked))
    source = decode(data, name) if draft.characters is None else draft.characters
    check_laws(draft, document_of(draft), source)
    return draft


def page(draft: Draft) -> str:
    """The text as it would be archived."""
    return write_text(document_of(draft).blocks)


def left(draft: Draft, kind: str) -> list[str]:
    """What was left out of a kind."""
    return [one.text for one in draft.left_out if one.kind == kind]


def keys(draft: Draft) -> Counter[str]:
    """The kinds of remarks, and how many there are of each."""
    return Counter(remark.key for remark in draft.remarks)


def read_or_refuse(data: bytes, name: str, tracked: str = "accept") -> str:
    """The key of the refusal, or an empty string where the file was read with no character lost."""
    try:
        draft_of(data, name, tracked)
    except LibcorpusError as caught:
        problem = caught.problem
    else:
        return ""
    assert sentence(problem, "de")
    assert problem.place.startswith(name), problem
    # Our own laws are no reason to refuse a file: that would be an error of the reader.
    assert not problem.key.startswith(("law-", "bad-block", "bad-label", "bad-level", "sentence-")), problem
    return problem.key
