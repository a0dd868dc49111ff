"""Blocks and documents made of what texts really hold, and of what misleads a format: markers, marks nobody sees."""

import re
import unicodedata

from hypothesis import strategies as st

from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.lines import LineStart
from libcorpus.model.problems import LibcorpusError

PIECES = (
    *("die", "Stadt", "Migrant*innen", "Bürger:innen", "1. Januar", "42 %", "2.1.", "a)", "(1)", "iv.", "z. B."),
    *("#", "##", "#1", "######", ">", ">>", "-", "–", "--", "*", "+", "\\", "\\\\", "\\-", "|", "||", "| a | b |"),
    *("[^1]", "[^1]:", "[^a]: b", "[x]", "e\u0301\u0323", "\u0301b", "👨‍👩‍👧‍👦", "🇩🇪", "👍🏽", "नमस्ते", "각"),
    *(
        "Soft\u00adhyphen",
        "ein\u00a0Jahr",
        "\u00a0",
        "zwei\u2028Teile",
        "\u2029",
        "a\u0085b",
        "Seite\x0c",
        "\x0b",
        "\t",
    ),
    *(
        "\u200b",
        "\ufeff",
        "\u200d",
        "\u202e",
        "\x1b[2J",
        "“",
        "’",
        "…",
        "Ende.",
        "Wozu?",
        "  zwei  Blanks  ",
        "\U0010fffd",
    ),
)


def refused_at(error: LibcorpusError, place: re.Pattern[str]) -> None:
    """A refusal names its place."""
    assert place.fullmatch(error.problem.place), error


def _sentence(parts: list[str]) -> str:
    return unicodedata.normalize("NFC", " ".join(parts)).strip(" ")


built = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(_sentence)
free = st.text(st.characters(exclude_characters="\n\r\x00", exclude_categories=["Cs"]), min_size=1, max_size=12).map(
    lambda text: unicodedata.normalize("NFC", text).strip(" ")
)
sentences = st.one_of(built, free).filter(lambda text: bool(text.strip()))
"""Whatever a text line can hold."""

labels = st.sampled_from(["", "", "1.", "12.", "2.13.", "a)", "B.", "(1)", "(iv)", "iv.", "x)"])
marks = st.sampled_from(["1", "12", "*", "a", "†", "-", "x:y"])


@st.composite
def blocks(draw: st.DrawFn, notes: bool = True) -> Block:
    """A valid block of any kind."""
    kinds = [kind for kind in BlockKind if notes or kind is not BlockKind.NOTE]
    kind = draw(st.sampled_from(kinds))
    most = 1 if kind is BlockKind.HEADING else 4
    text = tuple(draw(st.lists(sentences, min_size=1, max_size=most)))
    match kind:
        case BlockKind.HEADING:
            return Block(kind, text, draw(st.integers(1, 6)))
        case BlockKind.ITEM:
            return Block(kind, text, draw(st.integers(1, 4)), draw(labels))
        case BlockKind.NOTE:
            return Block(kind, text, 0, draw(marks))
        case _:
            return Block(kind, text, draw(st.integers(0, 3)))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A valid document, with lines that begin anywhere in its words, numbered and not, with and without pages."""
    body = draw(st.lists(blocks(notes=False), max_size=5))
    notes = [Block(BlockKind.NOTE, (draw(sentences),), 0, draw(marks)) for _ in range(draw(st.integers(0, 2)))]
    document = Document((*body, *notes))
    places = {(first, 0) for first in document.first_sentences}
    inside = [(index, offset) for index, text in enumerate(document.sentences) for offset in range(len(text))]
    if inside:
        places |= set(draw(st.lists(st.sampled_from(inside), max_size=12)))
    ordered = sorted([*places, *draw(st.lists(st.sampled_from(sorted(places)), max_size=2))] if places else [])
    ordered += [(len(document.sentences), 0)] * draw(st.integers(0, 1))
    page = draw(st.one_of(st.none(), st.integers(1, 3)))
    lines = tuple(
        LineStart(
            draw(st.one_of(st.none(), st.just(number), st.just(number), st.integers(0, 99))),
            page,
            sentence,
            offset,
            draw(st.booleans()),
        )
        for number, (sentence, offset) in enumerate(ordered, start=1)
    )
    return Document(document.blocks, lines)
