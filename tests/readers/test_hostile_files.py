"""Whatever bytes come under whatever name: they are read whole, or refused with a reason; never anything else."""

import random
import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from libcorpus.readers import READERS
from tests.readers.drafts import read_or_refuse
from tests.readers.office import docx, listed, odt, p, r, zipped

# Pandoc is a process for each file, and PDF has tests of its own.
NAMES = ("a.txt", "a.docx", "a.odt", "a.html", "a.md", "a.adoc", "a", "a.doc", "a.zip")
OURS = tuple(reader for reader in READERS if reader.name.split()[0] in ("docx", "odt", "html", "markdown", "asciidoc"))
LAWS = settings(deadline=None, derandomize=True, max_examples=150, suppress_health_check=[HealthCheck.too_slow])

WORD = docx(
    p("Wohnen", "Titel")
    + listed("Mieten.", 1)
    + p(r("Text") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    + f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>",
    footnotes=f'<w:footnote w:id="2">{p("Note.")}</w:footnote>',
)
OPEN = odt(
    '<text:h text:outline-level="1">Mieten</text:h><text:list text:style-name="L1"><text:list-item>'
    "<text:p>Eins.</text:p></text:list-item></text:list><text:p>Text.</text:p>"
)
PAGE = b"<html><body><nav>x</nav><main><h1>Wohnen</h1><ol><li>Eins.<p>Zwei.</ol><table><tr><td>a<td>b</table></main>"
WHOLE = {"a.docx": WORD, "a.odt": OPEN, "a.html": PAGE}


@LAWS
@given(st.binary(max_size=300), st.sampled_from(NAMES))
def test_any_bytes(data: bytes, name: str) -> None:
    read_or_refuse(data, name)


SIGNS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>", b"\xff\xfe", b"---\n")


@LAWS
@given(st.sampled_from(SIGNS), st.binary(max_size=200), st.sampled_from(NAMES))
def test_any_bytes_behind_a_sign(sign: bytes, data: bytes, name: str) -> None:
    read_or_refuse(sign + data, name)


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_cut_off_anywhere(name: str) -> None:
    data = WHOLE[name]
    keys = {read_or_refuse(data[:end], name) for end in range(0, len(data), max(len(data) // 120, 1))}
    assert "empty-file" in keys
    assert read_or_refuse(data, name) == ""


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("seed", range(120))
def test_a_file_with_bytes_changed(name: str, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(WHOLE[name])
    for _ in range(chance.randrange(1, 6)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    read_or_refuse(bytes(data), name)


WORD_PIECES = st.sampled_from(
    [
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        "<w:t>Wort</w:t>",
        "<w:tbl>",
        "</w:tbl>",
        "<w:tr>",
        "</w:tr>",
        "<w:tc>",
        "</w:tc>",
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:fldChar w:fldCharType="separate"/>',
        '<w:fldChar w:fldCharType="end"/>',
        "<w:instrText>TOC</w:instrText>",
        "<w:instrText>PAGE</w:instrText>",
        "<w:del>",
        "</w:del>",
        "<w:ins>",
        "</w:ins>",
        "<w:br/>",
        "<w:tab/>",
        '<w:sym w:char="zz"/>',
        '<w:sym w:char="F0B7"/>',
        "<w:softHyphen/>",
        "<w:noBreakHyphen/>",
        '<w:footnoteReference w:id="9"/>',
        "<w:txbxContent>",
        "</w:txbxContent>",
        "<w:sdt>",
        "</w:sdt>",
        "<w:sdtContent>",
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
        "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
        "</w:sdtContent>",
        '<w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>',
        "<w:rPr><w:vanish/></w:rPr>",
        "<w:delText>alt</w:delText>",
        ".",
        '<w:pPr><w:outlineLvl w:val="x"/><w:ind w:left="-9e9"/></w:pPr>',
        '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>',
    ]
)
OPEN_PIECES = st.sampled_from(
    [
        "<text:p>",
        "</text:p>",
        "Wort",
        " ",
        "<text:list>",
        '<text:list text:style-name="L1">',
        "</text:list>",
        "<text:list-item>",
        "</text:list-item>",
        "<text:h>",
        '<text:h text:outline-level="x">',
        "</text:h>",
        "<text:s/>",
        "<text:line-break/>",
        "<table:table>",
        "</table:table>",
        "<table:table-row>",
        "</table:table-row>",
        "<table:table-cell>",
        "</table:table-cell>",
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>N</text:p></text:note-body></text:note>",
        '<text:change-start text:change-id="c"/>',
        '<text:change-end text:change-id="c"/>',
        '<text:change text:change-id="d"/>',
        '<text:span text:style-name="T2">',
        "</text:span>",
        "<text:page-number>3</text:page-number>",
        "<text:section>",
        "</text:section>",
        "<draw:text-box>",
        "</draw:text-box>",
        "<office:annotation><text:p>K</text:p></office:annotation>",
        "\u00ad",
        "<text:list-header>",
        "</text:list-header>",
        "<text:table-of-content>",
        "</text:table-of-content>",
        '<text:p text:style-name="P1">',
        ".",
    ]
)


@LAWS
@given(st.lists(WORD_PIECES, max_size=30), st.sampled_from(["accept", "reject"]))
def test_any_order_of_the_elements_of_word(pieces: list[str], tracked: str) -> None:
    closed = _closed(pieces)
    assert read_or_refuse(docx(closed), "a.docx", tracked) in ("", "broken-file", "no-text")


@LAWS
@given(st.lists(OPEN_PIECES, max_size=30), st.sampled_from(["accept", "reject"]))
def test_any_order_of_the_elements_of_odt(pieces: list[str], tracked: str) -> None:
    regions = '<text:changed-region text:id="c"><text:insertion/></text:changed-region>'
    regions += (
        '<text:changed-region text:id="d"><text:deletion><text:p>alt</text:p></text:deletion></text:changed-region>'
    )
    closed = _closed(pieces)
    data = odt(f"<text:tracked-changes>{regions}</text:tracked-changes>{closed}")
    assert read_or_refuse(data, "a.odt", tracked) in ("", "broken-file", "no-text")


def _closed(pieces: list[str]) -> str:
    """The pieces with what they open closed at the end, and what was never opened left away."""
    stack: list[str] = []
    result = []
    for piece in pieces:
        name = piece.strip("</>").split(" ")[0]
        if piece.startswith("</"):
            if not stack or stack[-1] != name:
                continue
            stack.pop()
        elif piece.startswith("<") and "</" not in piece and not piece.endswith("/>"):
            stack.append(name)
        result.append(piece)
    return "".join([*result, *(f"</{name}>" for name in reversed(stack))])


def test_an_archive_of_too_many_parts_is_refused() -> None:
    parts = {"[Content_Types].xml": "", "_rels/.rels": "<a/>", "word/document.xml": "<a/>"}
    data = zipped({**parts, **{f"word/{number}": "" for number in range(10_001)}})
    assert read_or_refuse(data, "a.docx") == "archive-too-large"


def test_what_an_archive_says_of_its_size_is_not_believed() -> None:
    """A part that says it is small and unpacks to more is read no further than its bound."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("_rels/.rels", "<a/>")
        archive.writestr("word/document.xml", b"<a>" + b" " * (3 << 20) + b"</a>")
    data = out.getvalue()
    small = (3 << 20) + 7
    lying = data.replace(small.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != data
    assert read_or_refuse(lying, "a.docx") in ("broken-file", "archive-too-large")


@pytest.mark.parametrize(
    "text",
    [
        "*" * 50_000,
        "[" * 50_000,
        "`a" * 20_000,
        "**a " * 20_000,
        "<a" * 20_000,
        "&" * 50_000,
        "- " * 20_000,
        "> " * 20_000,
        "|" * 50_000 + "\n" + "|-" * 20_000,
        "footnote:[" * 5_000,
        "1" * 50_000,
        "https://" * 8_000,
        "<!--" * 20_000,
        "\\" * 50_000,
        "a  \n" * 20_000,
        "Ã" * 50_000,
        "<sup>" * 150 + "x",
        "<div style='" + " ;" * 20_000 + "'>x",
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.adoc", "a.html", "a.txt"])
def test_repeated_signs_end(text: str, name: str) -> None:
    """None of these makes a search go back and forth; with such a search this test would never end."""
    read_or_refuse(text.encode(), name)


def test_every_reader_here_answers_for_any_bytes() -> None:
    assert len(OURS) == 5
    for reader in OURS:
        assert [reader.recognises(data, "a") for data in (b"", b"\x00", b"PK", b"\xff\xfe\x00", b"<", b"{")] == [
            False
        ] * 6
