"""Files made to harm, put together byte by byte: bombs, loops, names that lead out, depth without end."""

import io
import json
import zipfile
import zlib
from collections.abc import Callable
from typing import Final

from tests.readers.office import RELATIONS, docx, odt, p, part, zipped


def pdf(objects: list[bytes], root: int = 1) -> bytes:
    """A PDF of numbered objects, the first of them number 1."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start)
    return bytes(out)


def stream(data: bytes, more: bytes = b"") -> bytes:
    """A stream as it is."""
    return b"<< /Length %d %s >>\nstream\n" % (len(data), more) + data + b"\nendstream"


def packed(data: bytes, times: int = 1) -> bytes:
    """A stream that was deflated once or several times."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter [%s]" % (b"/FlateDecode " * times))


FONT: Final = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
TEXT: Final = b"BT /F 12 Tf 72 700 Td (Die Stadt baut Wege.) Tj ET"


def one_page(content: bytes, page: bytes = b"", more: tuple[bytes, ...] = ()) -> bytes:
    """A PDF of one page with these drawing commands as object 5."""
    resources = b"/Resources << /Font << /F 4 0 R >> /XObject << /X 6 0 R >> >>"
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
            b"<< /Type /Page /Parent 2 0 R " + resources + b" /Contents 5 0 R " + page + b" >>",
            FONT,
            content,
            *more,
        ]
    )


def many_pages(count: int) -> bytes:
    """A PDF of many pages that share their drawing commands."""
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    page = b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 3 0 R >> >> /Contents 4 0 R >>"
    head = b"<< /Type /Pages /Kids [%s] /Count %d /MediaBox [0 0 595 842] >>" % (kids, count)
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", head, FONT, stream(TEXT), *[page] * count])


def page_tree_cycle() -> bytes:
    """The pages are their own child."""
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 100000 /Parent 2 0 R >>"])


def page_tree_deep(depth: int = 5_000) -> bytes:
    """Pages of pages of pages."""
    nodes = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 3) for number in range(depth)]
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", *nodes, b"<< /Type /Page /MediaBox [0 0 9 9] >>"])


def form_cycle() -> bytes:
    """A picture that draws itself."""
    form = stream(
        b"/X Do /X Do " + TEXT,
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>",
    )
    return one_page(stream(b"/X Do " + TEXT), more=(form,))


def object_is_itself() -> bytes:
    """Objects that are references to each other."""
    return one_page(b"6 0 R", more=(b"5 0 R",))


def many_objects(count: int = 100_000) -> bytes:
    """A page beside a hundred thousand objects that nobody asks for."""
    return one_page(stream(TEXT), more=tuple(b"<< /N %d >>" % number for number in range(count)))


def many_glyphs(count: int = 2_000_000) -> bytes:
    """A page with more letters on it than a book."""
    return one_page(packed(b"BT /F 1 Tf 10 10 Td (" + b"x " * count + b") Tj ET"))


def many_places(count: int = 150_000) -> bytes:
    """Letters all over a page, each in a place of its own."""
    words = b"".join(b"1 0 0 1 %d %d Tm (a) Tj " % (n * 7919 % 590, n * 104729 % 840) for n in range(count))
    return one_page(packed(b"BT /F 2 Tf " + words + b" ET"))


def zip_bomb(kind: str, size: int = 1 << 30) -> bytes:
    """A text that is larger by a thousand times when it is unpacked."""
    out = io.BytesIO()
    inner = "word/document.xml" if kind == "docx" else "content.xml"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        if kind == "docx":
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("_rels/.rels", RELATIONS)
        else:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        with archive.open(inner, "w", force_zip64=True) as member:
            for _ in range(size >> 20):
                member.write(b" " * (1 << 20))
    return out.getvalue()


def quine() -> bytes:
    """An archive in an archive in an archive, each with a text in it."""
    data = docx(p("Innen."))
    for _ in range(20):
        data = zipped({"[Content_Types].xml": "", "_rels/.rels": RELATIONS, "word/document.xml": data})
    return data


def overlapping(count: int = 5_000) -> bytes:
    """Members that all unpack the same megabyte."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", part("document", "<w:body>" + p("Text.") + "</w:body>"))
        info = archive.infolist()[-1]
        for number in range(count):
            copy = zipfile.ZipInfo(f"word/x{number}.xml")
            copy.header_offset, copy.file_size, copy.compress_size = info.header_offset, 900_000, info.compress_size
            copy.CRC, copy.compress_type = info.CRC, info.compress_type
            archive.filelist.append(copy)
            archive.NameToInfo[copy.filename] = copy
    return out.getvalue()


def leading_out() -> bytes:
    """Members whose names lead out of the folder into which somebody might unpack them."""
    names = ("../../evil", "/tmp/evil", "C:\\evil", "word/../../evil", "CON", "word/document.xml/../evil")
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": RELATIONS,
            "word/document.xml": part("document", f"<w:body>{p('Die Stadt baut Wege.')}</w:body>"),
            **dict.fromkeys(names, "evil"),
        }
    )


ENTITIES: Final = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><x>&i;</x>"
)
OUTSIDE: Final = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


def word_of(xml: str) -> bytes:
    """A Word file with this as its text."""
    return zipped({"[Content_Types].xml": "", "_rels/.rels": RELATIONS, "word/document.xml": xml})


def odt_of(xml: str) -> bytes:
    """An ODT file with this as its text."""
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml}, "mimetype")


def deep_word(depth: int = 20_000) -> bytes:
    """Elements in elements, not packed so well that it shows."""
    noise = "".join(f"<w:sdt><w:sdtContent w:n='{n * 7919 % 100003}'>" for n in range(depth))
    return docx(noise + p("Tief.") + "</w:sdtContent></w:sdt>" * depth)


def deep_odt(depth: int = 20_000) -> bytes:
    """Lists in lists."""
    noise = "".join(f"<text:list text:n='{n * 7919 % 100003}'><text:list-item>" for n in range(depth))
    return odt(noise + "<text:p>Tief.</text:p>" + "</text:list-item></text:list>" * depth)


def many_paragraphs(count: int = 400_000) -> bytes:
    """Paragraphs without end, each with a word of its own."""
    return docx("".join(f"<w:p><w:r><w:t>w{n * 7919}</w:t></w:r></w:p>" for n in range(count)))


def json_motion(value: str) -> bytes:
    """What looks like a motion, with something deep or large in it."""
    return ('{"type":"motion","initiators_html":"x","title":"T","text":"t","sections":' + value + "}").encode()


HEAD: Final = "Beschluss Wege\n\nGremium: Rat\nBeschlussdatum: 07.03.2020\n\nText\n\n"

# Attack: what is tried -> the file's name, how it is made, and the keys that may be seen ("" for a file that is read).
FILES: Final[dict[str, tuple[str, Callable[[], bytes], tuple[str, ...]]]] = {
    "zip bomb in DOCX": ("a.docx", lambda: zip_bomb("docx"), ("archive-too-large",)),
    "zip bomb in ODT": ("a.odt", lambda: zip_bomb("odt"), ("archive-too-large",)),
    "zip bomb that calls itself text": ("a.txt", lambda: zip_bomb("docx"), ("archive-too-large",)),
    "archives in archives": ("a.docx", quine, ("broken-file",)),
    "members that overlap": ("a.docx", overlapping, ("", "broken-file", "archive-too-large")),
    "members that lead out": ("a.docx", leading_out, ("",)),
    "entities that multiply, DOCX": ("a.docx", lambda: word_of(ENTITIES), ("xml-doctype",)),
    "entities that multiply, ODT": ("a.odt", lambda: odt_of(ENTITIES), ("xml-doctype",)),
    "entity of a file, DOCX": ("a.docx", lambda: word_of(OUTSIDE), ("xml-doctype",)),
    "entity of a file, ODT": ("a.odt", lambda: odt_of(OUTSIDE), ("xml-doctype",)),
    "depth, DOCX": ("a.docx", deep_word, ("nested-too-deep", "archive-too-large", "broken-file")),
    "depth, ODT": ("a.odt", deep_odt, ("nested-too-deep", "archive-too-large", "broken-file")),
    "400,000 paragraphs": ("a.docx", many_paragraphs, ("", "reading-limit")),
    "depth, HTML": (
        "a.html",
        lambda: b"<html><body>" + b"<div>" * 200_000 + b"Tief.",
        ("nested-too-deep", "", "no-text"),
    ),
    "depth, lists": ("a.html", lambda: b"<html><ol>" + b"<li><ol>" * 20_000 + b"x", ("nested-too-deep", "", "no-text")),
    "depth, Markdown": ("a.md", lambda: b"> " * 100_000 + b"x\n\n" + b"- " * 100_000 + b"x", ("nested-too-deep", "")),
    "attributes, HTML": ("a.html", lambda: b"<html><p " + b"a=1 " * 500_000 + b">Text.", ("", "no-text")),
    "depth, JSON": ("a.json", lambda: json_motion("[" * 200_000 + "]" * 200_000), ("no-reader", "nested-too-deep")),
    "depth, JSON object": ("a.json", lambda: json_motion('{"a":' * 100_000 + "1" + "}" * 100_000), ("no-reader",)),
    "JSON number of a million digits": ("a.json", lambda: json_motion("9" * 1_000_000), ("no-reader",)),
    "JSON text of 20 MB": (
        "a.json",
        lambda: json_motion(json.dumps("x" * 20_000_000)),
        ("no-reader", "no-text", "", "broken-file"),
    ),
    "RTF groups": ("a.rtf", lambda: b"{\\rtf1 " + b"{" * 200_000, ("pandoc-failed", "pandoc-limit")),
    "PDF page tree cycle": (
        "a.pdf",
        page_tree_cycle,
        ("pdf-too-long",),
    ),
    "PDF page tree depth": (
        "a.pdf",
        page_tree_deep,
        ("pdf-broken-page",),
    ),
    "PDF form that draws itself": ("a.pdf", form_cycle, ("", "pdf-too-slow", "pdf-crashed")),
    "PDF object that is itself": ("a.pdf", object_is_itself, ("pdf-no-words", "pdf-broken")),
    "PDF 100,000 objects": ("a.pdf", many_objects, ("",)),
    "PDF 5,000 pages": ("a.pdf", lambda: many_pages(5_000), ("", "no-text")),
    "PDF 5,001 pages": ("a.pdf", lambda: many_pages(5_001), ("pdf-too-long",)),
    "PDF deflate bomb": (
        "a.pdf",
        lambda: one_page(packed(TEXT + b" " * (1 << 28), 2)),
        ("", "pdf-crashed", "pdf-no-words", "reading-limit", "pdf-too-slow"),
    ),
    "PDF two million letters": (
        "a.pdf",
        many_glyphs,
        ("", "pdf-too-much-text", "pdf-crashed", "reading-limit", "pdf-too-slow"),
    ),
    "PDF letters all over": ("a.pdf", many_places, ("pdf-crowded-page",)),
    "PDF huge page": (
        "a.pdf",
        lambda: one_page(stream(TEXT), b"/MediaBox [-1e30 -1e30 1e30 1e30]"),
        ("", "pdf-bad-page", "pdf-no-words", "pdf-page-broken"),
    ),
    "PDF page without size": ("a.pdf", lambda: one_page(stream(TEXT), b"/MediaBox [0 0 0 0]"), ("", "pdf-no-words")),
    "PDF page of NaN": (
        "a.pdf",
        lambda: one_page(stream(TEXT), b"/MediaBox [nan inf -inf 1]"),
        ("", "pdf-broken", "pdf-no-words"),
    ),
    "10 MB on one line": ("a.txt", lambda: (HEAD + "Die Stadt baut Wege. " * 480_000).encode(), ("",)),
    "10 MB without a blank": ("a.txt", lambda: (HEAD + "a" * 10_000_000).encode(), ("",)),
    "a million blank lines": ("a.txt", lambda: (HEAD + "Wege.\n" + "\n" * 1_000_000 + "Plätze.\n").encode(), ("",)),
    "a million numbered lines": (
        "a.txt",
        lambda: (HEAD + "".join(f"{n} Wort\n" for n in range(1, 300_001))).encode(),
        ("",),
    ),
    "40 MB of text": ("a.txt", lambda: b"Text. " * 7_000_000, ("file-too-large",)),
    "abbreviations without end": ("a.txt", lambda: (HEAD + "z. B. " * 200_000).encode(), ("",)),
    "dots without end": ("a.txt", lambda: (HEAD + "." * 1_000_000).encode(), ("",)),
    "digits without end": ("a.txt", lambda: (HEAD + "1. " * 300_000).encode(), ("",)),
    "quotes without end": ("a.txt", lambda: (HEAD + "„“ " * 300_000).encode(), ("",)),
    "combining marks without end": ("a.txt", lambda: (HEAD + "e" + "\u0301" * 500_000).encode(), ("",)),
    "joined emoji without end": ("a.txt", lambda: (HEAD + "👩\u200d" * 200_000).encode(), ("",)),
    "hyphens at line ends": ("a.txt", lambda: (HEAD + "Wort-\n" * 200_000).encode(), ("",)),
}

# What takes more than some seconds is tried by ``make torture``.
HEAVY: Final = frozenset(
    [
        "400,000 paragraphs",
        "depth, HTML",
        "depth, lists",
        "PDF form that draws itself",
        "PDF 5,000 pages",
        "PDF two million letters",
        "10 MB on one line",
        "10 MB without a blank",
        "a million numbered lines",
        "abbreviations without end",
        "digits without end",
        "quotes without end",
        "joined emoji without end",
        "hyphens at line ends",
        "dots without end",
        "combining marks without end",
    ]
)
