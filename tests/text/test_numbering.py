"""The wrapping rule: to number, to infer the line length, to check a print."""

import random
import sys
import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest
import regex
from hypothesis import assume, given
from hypothesis import strategies as st

from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.lines import LineStart
from libcorpus.model.problems import LibcorpusError, Severity
from libcorpus.text.graphemes import _JOINING, Shape, count
from libcorpus.text.numbering import (
    HEADING_FACTORS,
    RuleCheck,
    check_by_rule,
    effective_length,
    infer_length,
    number_by_rule,
    wrap,
)

# Words as they stand in resolutions, and what Unicode can do to them.
PIECES = (
    *("die", "Stadt", "Migrant*innen", "Haupt-", "und", "Nicht-EU-Ausländer", "1. Januar", "42 %", "–", "-", "--"),
    *("Bürger:innen", "Krankenkassen-Karte", "Donaudampfschifffahrtsgesellschaft" * 3, "https://example.org/a-b/c"),
    *(
        "e\u0301\u0323",
        "\u0301b",
        "👨‍👩‍👧‍👦",
        "🇩🇪",
        "👍🏽",
        "Soft\u00adhyphen",
        "ein\u00a0Jahr",
        "zwei\u2028Teile",
        "Seite\x0c",
    ),
    *("नमस्ते", "각", "\u200d", "\u200b", " ", "z. B.", "¹"),
)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map(lambda parts: nfc(" ".join(parts)))
sentences = texts.map(lambda text: nfc(text.strip(" "))).filter(lambda text: bool(text.strip()))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    kinds = draw(st.lists(st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.NOTE]), max_size=5))
    blocks = [
        Block(
            kind,
            tuple(draw(st.lists(sentences, min_size=1, max_size=1 if kind is BlockKind.HEADING else 3))),
            draw(st.integers(1, 6)) if kind in (BlockKind.HEADING, BlockKind.ITEM) else draw(st.integers(0, 2)),
        )
        for kind in kinds
    ]
    notes = [Block(BlockKind.NOTE, (draw(sentences),), 0, str(n + 1)) for n in range(draw(st.integers(0, 2)))]
    return Document((*blocks, *notes))


def words(text: str, length: int) -> list[str]:
    return [text[line.start : line.end].rstrip(" ") + ("-" if line.hyphen else "") for line in wrap(text, length)]


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("Wir bauen Wege", 14, ["Wir bauen Wege"]),
        ("Wir bauen Wege", 13, ["Wir bauen", "Wege"]),
        ("Wir bauen Wege", 9, ["Wir bauen", "Wege"]),
        # A line ends behind a hyphen, which stays, and needs no blank.
        ("für Nicht-EU-Ausländer", 12, ["für Nicht-", "EU-Ausländer"]),
        ("Haupt- und Ehrenamt", 7, ["Haupt-", "und", "Ehrenam-", "t"]),
        # A dash and a star end no line.
        ("Wege – Ziele*Pfade", 7, ["Wege –", "Ziele*P-", "fade"]),
        # A long word begins on a line of its own, is cut after L characters, and what is left goes on as usual.
        ("Das Abcdefghijklmn ist da", 6, ["Das", "Abcdef-", "ghijkl-", "mn ist", "da"]),
        ("Abcdef ist", 6, ["Abcdef", "ist"]),
        # Several blanks belong to the line that ends; no-break spaces hold together.
        ("Wege  und   Ziele", 5, ["Wege", "und", "Ziele"]),
        ("20\u00a0Euro im Jahr", 8, ["20\u00a0Euro", "im Jahr"]),
        # Characters are what a reader counts: a family of four is one.
        ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦 da", 2, ["👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "da"]),
        ("   Wege und Ziele", 4, ["   Wege", "und", "Ziel-", "e"]),
        ("", 5, []),
        ("   ", 5, []),
    ],
)
def test_lines_of_a_text(text: str, length: int, expected: list[str]) -> None:
    assert words(text, length) == expected


@given(texts, st.integers(1, 100))
def test_the_lines_cover_the_text_and_none_is_too_long(text: str, length: int) -> None:
    lines = wrap(text, length)
    assert "".join(text[line.start : line.end] for line in lines) == (text if text.strip(" ") else "")
    for line in lines:
        assert 1 <= len(regex.findall(r"\X", text[line.start : line.end].strip(" "))) <= length


@given(texts, st.integers(1, 100))
def test_a_line_ends_behind_a_blank_or_hyphen_unless_a_word_fills_it(text: str, length: int) -> None:
    text = text.lstrip(" ")
    for line, after in pairwise(wrap(text, length)):
        own = regex.findall(r"\X", text[line.start : line.end])
        rest = regex.findall(r"\X", text[after.start :])
        if line.hyphen:
            assert len(own) == length
            assert not {" ", "-"} & set(own) or length == 1
        else:
            assert own[-1] in (" ", "-")
            piece = next((i for i, c in enumerate(rest) if c == " "), len(rest))
            piece = min(piece, next((i + 1 for i, c in enumerate(rest) if c == "-"), piece))
            assert len(own) + piece > length


@given(texts, st.integers(1, 100))
def test_wrapping_what_was_printed_gives_the_same_lines(text: str, length: int) -> None:
    lines = wrap(text, length)
    assume(len(lines) > 1)
    # Any line can be the first one: what follows does not depend on what stands above.
    rest = text[lines[1].start :]
    assert [replace(line, start=line.start - lines[1].start, end=line.end - lines[1].start) for line in lines[1:]] == [
        *wrap(rest, length)
    ]


def test_characters_taken_for_single_never_join() -> None:
    """Holds for every character, alone and beside a letter, a twin, a pictogram and a regional letter."""
    plain = [c for c in map(chr, range(0x3000)) if not _JOINING.search(c)]
    assert len(plain) > 4500
    for other in ("a", "…", "❤", "\u200b", "©"):
        text = other + other.join(c + c for c in plain) + other
        assert len(regex.findall(r"\X", text)) == len(text)
    assert all(_JOINING.search(c) for c in "\r\u0301\u200d\ufe0f\u20e3🏽🇩각ก")
    assert len(Shape.of("".join(map(chr, range(32, 0x250)))).clusters) == 0x250 - 32
    assert sys.maxunicode > 0xFFFF


@pytest.mark.parametrize(
    ("kind", "level", "factor", "expected"),
    [
        (BlockKind.PARAGRAPH, 0, 1.0, 80),
        (BlockKind.ITEM, 1, 1.0, 74),
        (BlockKind.ITEM, 2, 1.0, 68),
        (BlockKind.PARAGRAPH, 1, 1.0, 74),
        (BlockKind.QUOTE, 0, 1.0, 74),
        (BlockKind.QUOTE, 1, 1.0, 68),
        (BlockKind.HEADING, 1, 0.6, 48),
        (BlockKind.HEADING, 3, 0.75, 60),
        (BlockKind.HEADING, 3, 1.0, 80),
        (BlockKind.ITEM, 20, 1.0, 10),
    ],
)
def test_length_of_a_kind_of_block(kind: BlockKind, level: int, factor: float, expected: int) -> None:
    assert effective_length(kind, level, 80, factor) == expected


@given(documents(), st.integers(10, 120), st.integers(0, 500), st.sampled_from(HEADING_FACTORS))
def test_every_line_is_numbered_but_notes(document: Document, length: int, first: int, factor: float) -> None:
    numbered = number_by_rule(document, length, first, factor)
    assert numbered.sentences == document.sentences
    numbers = [row.number for row in numbered.lines if row.number is not None]
    assert numbers == list(range(first, first + len(numbers)))
    for row, own in numbered.printed():
        block = numbered.blocks[numbered.block_of(row.sentence)]
        assert (row.number is None) == (block.kind is BlockKind.NOTE)
        if row.number is not None:
            assert count(own) <= effective_length(block.kind, block.level, length, factor) + row.hyphen
    # Joined again, character by character.
    for index, block in enumerate(numbered.blocks):
        rows = [(row, own) for row, own in numbered.printed() if numbered.block_of(row.sentence) == index]
        bare = "".join(own[:-1] if row.hyphen else own for row, own in rows)
        assert bare.replace(" ", "") == block.flat.replace(" ", "")


@given(documents(), st.integers(10, 120), st.sampled_from(HEADING_FACTORS))
def test_what_the_rule_printed_it_never_contradicts(document: Document, length: int, factor: float) -> None:
    check = check_by_rule(number_by_rule(document, length, heading_factor=factor), length)
    assert check.remarks == ()
    assert check.reproduced == check.lines


VOCABULARY = """
    die der das und für in wir Stadt fordern Schulen Kinder Teilhabe Verkehrswende Bürger*innen Klimaschutz mit von
    Beratungsangebote sozial gerecht ein neues Konzept gemeinsam Haupt- und Ehrenamtliche ausbauen stärken Wohnraum
    Gleichstellungsbeauftragte Radwege 2030 zu auf bis alle Nicht-EU-Ausländer
"""


def long_document(seed: int, blocks: int = 12) -> Document:
    """Paragraphs and items of invented words, long enough to give a line length away."""
    chance = random.Random(seed)
    made = []
    for index in range(blocks):
        kind = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ITEM)[index % 3]
        flat = " ".join(chance.choices(VOCABULARY.split(), k=chance.randrange(40, 90)))
        made.append(Block(kind, (flat + ".",), {BlockKind.ITEM: 1 + index % 2}.get(kind, 0)))
    return Document((Block(BlockKind.HEADING, ("Eine Überschrift",), 1), *made))


@given(st.integers(0, 10_000), st.integers(40, 120))
def test_the_length_is_found_again(seed: int, length: int) -> None:
    found = infer_length(number_by_rule(long_document(seed), length, first_line=17))
    assert found is not None
    assert length in found
    assert found.fits == found.breaks
    assert found.low <= found.likely <= found.high


def test_a_short_text_says_nothing_about_its_length() -> None:
    assert infer_length(number_by_rule(long_document(1, 1), 80)) is None
    assert infer_length(Document(())) is None
    assert check_by_rule(number_by_rule(long_document(1, 1), 80)) == RuleCheck(None, 1.0, 7, 0)


# Widths of a common sans serif, in thousandths of its size; what is not here is 556 wide.
WIDTHS = {" ": 278, "i": 222, "l": 222, "j": 222, "f": 278, "t": 278, "r": 333, "-": 333, "I": 278, ".": 278, "m": 833}
WIDTHS |= dict.fromkeys("csxyzvk", 500) | dict.fromkeys("ABKESPVXY", 667) | dict.fromkeys("CDHNRUGO", 750)


def proportional(document: Document, width: int) -> Document:
    """The document as a word processor would break it: by the width of letters."""
    starts: list[LineStart] = []
    for index, block in enumerate(document.blocks):
        used = width
        offset = 0
        for word in block.flat.split(" "):
            own = sum(WIDTHS.get(letter, 556) for letter in word) + 278
            if used + own > width + 278:
                starts.append(LineStart(len(starts) + 1, None, document.first_sentences[index], offset))
                used = 0
            used += own
            offset += len(word) + 1
    return Document(document.blocks, tuple(starts))


@pytest.mark.parametrize("width", range(30_000, 60_000, 3_000))
@pytest.mark.parametrize("seed", range(3))
def test_a_proportional_font_has_no_length(width: int, seed: int) -> None:
    assert infer_length(proportional(long_document(seed, 40), width)) is None


def spoiled(document: Document, number: int, words_more: int) -> Document:
    """The document with one line that took words from the next one, as a slip of a transcript does."""
    rows = list(document.lines)
    index = next(i for i, row in enumerate(rows) if row.number == number + 1)
    sentence = document.sentences[rows[index].sentence]
    offset = rows[index].offset
    for _ in range(words_more):
        offset = sentence.index(" ", offset) + 1
    rows[index] = replace(rows[index], offset=offset)
    return Document(document.blocks, tuple(rows))


def test_a_slip_is_named_with_its_cause_and_changes_no_length() -> None:
    document = spoiled(number_by_rule(long_document(5), 80), 4, 2)
    found = infer_length(document)
    assert found is not None
    assert 80 in found
    assert found.breaks - 2 <= found.fits < found.breaks
    check = check_by_rule(document)
    assert check.length == 80
    assert len(check.remarks) == 1
    remark = check.remarks[0]
    assert remark.key == "line-contradicts-rule"
    assert remark.severity is Severity.REMARK
    assert remark.values["cause"] == 4
    assert remark.values["first"] == 2
    assert remark.values["lines"].startswith("4-5")
    assert remark.values["seen"] > 80 >= remark.values["expected"]
    assert check.lines - check.reproduced >= 2
    assert "line 4, which has" in str(remark)


def test_headings_take_the_share_that_contradicts_least() -> None:
    heading = Block(BlockKind.HEADING, ("Wege für alle Menschen in unserer Stadt, heute und an jedem Tag danach",), 2)
    document = Document((heading, *long_document(3).blocks))
    for factor in HEADING_FACTORS:
        check = check_by_rule(number_by_rule(document, 80, heading_factor=factor))
        assert (check.heading_factor, check.remarks) == (factor, ())


def test_lines_without_numbers_and_without_words_are_no_evidence() -> None:
    numbered = number_by_rule(long_document(8), 72)
    first = replace(numbered.lines[0], number=None)
    empty = replace(numbered.lines[5], number=0)
    end = LineStart(999, None, len(numbered.sentences), 0)
    document = Document(numbered.blocks, (first, *numbered.lines[1:5], empty, *numbered.lines[5:], end))
    check = check_by_rule(document)
    assert (check.length, check.remarks) == (72, ())
    assert check.lines == check.reproduced == len(numbered.lines) - 1


def test_where_numbers_restart_the_lines_are_named_with_their_page() -> None:
    document = spoiled(number_by_rule(long_document(5), 80), 4, 2)
    rows = [replace(row, page=1 + index // 40, number=1 + index % 40) for index, row in enumerate(document.lines)]
    remarks = check_by_rule(Document(document.blocks, tuple(rows))).remarks
    assert [remark.values["lines"][:5] for remark in remarks] == ["1:4-5"]


def test_a_line_has_at_least_one_character() -> None:
    with pytest.raises(LibcorpusError, match="cannot have 0 characters"):
        wrap("Wege", 0)
