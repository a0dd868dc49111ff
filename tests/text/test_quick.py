"""Sentences read without structure are those of the format, whatever the words look like."""

from hypothesis import given, settings

from libcorpus.model.document import Document
from libcorpus.text.canonical import parse_text, write_text
from libcorpus.text.quick import sentences_of
from tests.text.strategies import documents

LAWS = settings(deadline=None, derandomize=True, max_examples=300)


@LAWS
@given(documents())
def test_quick_sentences_are_the_sentences(document: Document) -> None:
    assert tuple(sentences_of(write_text(document.blocks))) == document.sentences


def test_markers_labels_and_escapes_are_no_words() -> None:
    text = (
        "# Titel\n\nSatz eins.\n\\1. Januar ist Stichtag.\n\n- Punkt.\n  Weiter.\n\na) Erstens.\n\nxviii. Letztens.\n\n"
        "(1) Klein.\n\n> Zitat.\n> Mehr.\n\n| a | b |\n| \\c | d |\n\n\\z. B. hier.\n\n[^1]: Note.\n"
    )
    assert tuple(sentences_of(text)) == tuple(s for block in parse_text(text) for s in block.sentences)
