"""Encodings are found by what is in a file; what is in none is refused with its line; mojibake is named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libcorpus.model.problems import LibcorpusError
from libcorpus.model.wording import sentence
from libcorpus.readers import read
from libcorpus.readers.encodings import decode, decoded, is_text
from tests.readers.drafts import draft_of, keys, page

TEXT = "Über Straßen\n\nDie Stadt baut für alle – „überall“, für 5 €.\n"
PLAIN = "Über Straßen\n\nDie Stadt baut für alle Bürger.\n"


@pytest.mark.parametrize(
    ("data", "encoding", "told"),
    [
        (TEXT.encode(), "utf-8", ""),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8-sig", ""),
        (PLAIN.encode("latin-1"), "latin-1", "Latin-1"),
        (TEXT.encode("cp1252"), "cp1252", "Windows-1252"),
        (TEXT.encode("utf-16"), "utf-16", "UTF-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16", "UTF-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le", "UTF-16"),
        (TEXT.encode("utf-16-be"), "utf-16-be", "UTF-16"),
        (b"Nur ASCII.\n", "utf-8", ""),
    ],
)
def test_the_encoding_is_found_and_told(data: bytes, encoding: str, told: str) -> None:
    found = decoded(data, "a.txt")
    assert found.encoding == encoding
    assert found.text == (PLAIN if encoding == "latin-1" else "Nur ASCII.\n" if b"ASCII" in data else TEXT)
    assert [remark.values["seen"] for remark in found.remarks] == ([told] if told else [])
    if encoding != "utf-8" or "Stadt" in found.text:
        assert keys(draft_of(data, "a.txt"))["encoding-found"] == bool(told)


def test_the_ends_of_lines_are_one() -> None:
    assert decode(b"a\r\nb\rc\n", "a.txt") == "a\nb\nc\n"
    assert decode("e\u0301".encode(), "a.txt") == "é"


@pytest.mark.parametrize(
    ("data", "key", "place"),
    [
        (b"", "empty-file", "a.txt"),
        (b"1 Wir\r2 al\xffle\r\n", "not-utf8", "a.txt:2"),
        (b"Wir\nbauen\x00\x01\x02 Wege", "binary-file", "a.txt:2"),
        # A text in UTF-8 with one byte that is broken is not read as another encoding.
        ("Für alle\nund für\n".encode() + b"jede\xff\n", "not-utf8", "a.txt:3"),
        # DOS and old Macs have other numbers for the same letters.
        ("Für alle Straßen\n".encode("cp850"), "not-utf8", "a.txt:1"),
        ("Für alle Straßen, schön\n".encode("mac-roman"), "not-utf8", "a.txt:1"),
        (b"\xff\xfeW\x00i", "not-utf8", "a.txt:1"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "binary-file", "a.txt:3"),
    ],
)
def test_what_is_in_no_encoding_is_refused_with_its_line(data: bytes, key: str, place: str) -> None:
    with pytest.raises(LibcorpusError) as caught:
        decode(data, "a.txt")
    assert (caught.value.problem.key, caught.value.problem.place) == (key, place)
    assert not is_text(data)


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_mojibake_is_named_with_its_line_and_the_way_out(wrong: str) -> None:
    text = "Wege\n\nDie Stadt baut.\nSie baut für alle, überall.\n"
    spoilt = text.encode().decode(wrong)
    draft = draft_of(spoilt.encode(), "a.txt")
    remark = next(one for one in draft.remarks if one.key == "mojibake")
    assert remark.place == "a.txt:4"
    assert (remark.values["seen"], remark.values["count"]) == ("Ã¼", 2)
    assert "UTF-8" in sentence(remark, "de").split("Ausweg")[1]
    # It stays as it stands: whoever reads it may know better.
    assert "fÃ¼r" in page(draft)


def test_quotation_marks_read_wrong_are_mojibake_too() -> None:
    assert [one.key for one in decoded("Die â€žStadtâ€œ baut.\n".encode(), "a.txt").remarks] == ["mojibake"]


def test_letters_that_look_like_mojibake_and_are_none() -> None:
    assert decoded("São Paulo, Ângela, 20 £, § 3, « Ça va »\n".encode(), "a.txt").remarks == ()


@settings(deadline=None, derandomize=True)
@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    if is_text(data):
        assert "\x00" not in decode(data, "a.txt")
        return
    with pytest.raises(LibcorpusError) as caught:
        decode(data, "a.txt")
    assert caught.value.problem.key in ("empty-file", "binary-file", "not-utf8")


@settings(deadline=None, derandomize=True)
@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=80))
def test_utf_8_is_always_utf_8(text: str) -> None:
    if text.strip():
        assert decoded(text.encode(), "a.txt").encoding in ("utf-8", "utf-8-sig")


def test_numbered_lines_in_another_encoding() -> None:
    text = "Beschluss Wege\nBeschlussdatum: 07.03.2020\n\n1 Für\n2 alle\n3 Bürger\n"
    draft = read(text.encode("cp1252"), "a.txt")
    assert draft.reader == "numbered-text 1"
    assert keys(draft)["encoding-found"] == 1
