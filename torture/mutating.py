"""Changes inputs as a fuzzer does, with an eye for what they are: bytes, words of a text, parts of an archive, JSON.

    seed, a source of chance  ->  an input that is nearly one of its kind

Without that, nearly all of what is tried would be refused at its first byte.
"""

import io
import json
import re
import zipfile
from random import Random
from typing import Any, Final

NUMBERS: Final = (b"0", b"-1", b"1", b"2147483648", b"99999999999999999999", b"1e308", b"-0.0", b"\xd9\xa2", b"0x10")
PIECES: Final = (
    *(b"", b" ", b"\n", b"\n\n", b"\r", b"\t", b"\\", b"#", b"- ", b"> ", b"1. ", b"[^1]: ", b"|", b"\x1b[", b"\0"),
    *(
        "\u2028\u00a0\u00ad\ufeff\u200b\u202e\u0301\u0085ß\U0001f600".encode(),
        b"\xff",
        b"\xed\xa0\x80",
        b'"""',
        b"=",
        b".",
    ),
    *(
        b"Begr\xc3\xbcndung",
        b"Seite 3 von 9",
        b"z. B. ",
        b"Artikel 1",
        b"\xc2\xa7 2 ",
        b"14.03.2015",
        b"Text",
        b"@@ -1,1 +1,1 @@",
    ),
    *(
        b"<p>",
        b"</p>",
        b"<table><tr><td>",
        b"<del>",
        b"<!--",
        b"]]>",
        b"&#0;",
        b"&amp;",
        b"<w:p>",
        b"</w:p>",
        b"<ol start=9><li>",
    ),
    *(
        b"[[relations]]",
        b"[source]",
        b"format = 1",
        b"sha256",
        b"{",
        b"}",
        b"[",
        b"]",
        b"null",
        b"true",
        b"endobj",
        b"stream",
    ),
)
_NUMBER: Final = re.compile(rb"\d+")
_TAG: Final = re.compile(rb"<[^<>]{1,200}>")
_LARGEST: Final = 400_000


def mutated(seed: bytes, chance: Random) -> bytes:
    """A seed with some changes, which leave an archive an archive and JSON JSON for the most part."""
    if seed.startswith(b"PK") and chance.random() < 0.9:
        return _archive(seed, chance)
    if seed.startswith((b"{", b"[")) and chance.random() < 0.7:
        return _json(seed, chance)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        seed = _changed(seed, chance)
    return seed[:_LARGEST]


def _changed(data: bytes, chance: Random) -> bytes:
    """One change of bytes."""
    start = chance.randrange(len(data) + 1)
    end = min(len(data), start + chance.choice((0, 1, 2, 5, 20, 200)))
    way = chance.randrange(8)
    if way == 0:
        return data[:start] + data[end:]
    if way == 1:
        return data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]
    if way == 2:
        return _swapped(data, _NUMBER, chance.choice(NUMBERS), chance)
    if way == 3:
        return _swapped(data, _TAG, chance.choice((b"", b"<p>", b"</p>")), chance)
    if way == 4:
        lines = data.split(b"\n")
        chance.shuffle(lines)
        return b"\n".join(lines) if chance.random() < 0.2 else _two_lines(data, chance)
    if way == 5:
        return data[:start] + bytes([chance.randrange(256)]) + data[start + 1 :]
    return data[:start] + chance.choice(PIECES) * chance.choice((1, 1, 3, 40)) + data[end:]


def _two_lines(data: bytes, chance: Random) -> bytes:
    """Two lines change places."""
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _swapped(data: bytes, pattern: re.Pattern[bytes], by: bytes, chance: Random) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data + by
    match = chance.choice(found)
    return data[: match.start()] + by + data[match.end() :]


def _archive(data: bytes, chance: Random) -> bytes:
    """An archive of which one part is changed, left out, or there twice."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except (zipfile.BadZipFile, OSError):
        return _changed(data, chance)
    number = chance.choice([place for place, (name, _) in enumerate(parts) if name.endswith("xml")] or [0])
    name, text = parts[number]
    for _ in range(chance.choice((1, 2, 4))):
        text = _element(text, chance)
    parts[number : number + 1] = [(name, text)] if chance.random() < 0.97 else []
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts:
            archive.writestr(
                zipfile.ZipInfo(name), text, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


def _element(xml: bytes, chance: Random) -> bytes:
    """XML with one change that leaves it well-formed for the most part."""
    elements = list(re.finditer(rb"<([\w:]+)[^<>]*?(?:/>|>[^<]*</\1>)", xml))
    if not elements or chance.random() < 0.1:
        return _changed(xml, chance)
    one, other = chance.choice(elements), chance.choice(elements)
    way = chance.randrange(5)
    if way == 0:
        return xml[: one.start()] + xml[one.end() :]
    if way == 1:
        return xml[: one.end()] + other[0] * chance.choice((1, 3, 30)) + xml[one.end() :]
    if way == 2:
        return xml[: one.start()] + other[0] + xml[one.end() :]
    if way == 3:
        return xml[: one.start()] + _swapped(one[0], _NUMBER, chance.choice(NUMBERS), chance) + xml[one.end() :]
    words = chance.choice([piece for piece in PIECES if not set(piece) & set(b"<>&\0\x1b\xff\xed")])
    return (
        xml[: one.start()]
        + re.sub(rb">([^<]+)<", lambda found: b">" + found[1] + words + b"<", one[0])
        + xml[one.end() :]
    )


def _json(data: bytes, chance: Random) -> bytes:
    """JSON of which one value is another."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return _changed(data, chance)
    places: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        one = waiting.pop()
        inner = list(one.items()) if isinstance(one, dict) else list(enumerate(one)) if isinstance(one, list) else []
        places += [(one, key) for key, _ in inner]
        waiting += [held for _, held in inner]
    if not places:
        return _changed(data, chance)
    holder, key = chance.choice(places)
    other = chance.choice(places)
    new: tuple[Any, ...] = (None, "", "<p>Text.</p>" * 3, -1, 10**30, [], {}, True, "\x1b\u202e", other[0][other[1]])
    holder[key] = chance.choice(new)
    try:
        return json.dumps(value).encode()
    except (ValueError, RecursionError):
        # It holds itself by now.
        return _changed(data, chance)
