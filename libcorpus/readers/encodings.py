"""Bytes of a text file as text: finds the encoding, and names letters that a wrong one has spoilt.

    EF BB BF | valid UTF-8         UTF-8
    FF FE, FE FF, every other NUL  UTF-16, with or without a byte order mark
    "f\\xfcr"                       Windows-1252, or Latin-1 where nothing tells the two apart
    "fÃ¼r"                         mojibake: read as it stands, and told with its line

What is binary, and what fits no encoding, is refused with its line. Knows bytes and characters only.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from libcorpus.model.problems import LibcorpusError, Problem, refuse

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
NAMES: Final = {
    "utf-8-sig": "UTF-8",
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
    "cp1252": "Windows-1252",
    "latin-1": "Latin-1",
}
MISNAMED: Final = (".doc", ".docx", ".odt", ".rtf", ".pdf", ".htm", ".html")
"""Ends of names that plain text has too, where somebody named a file by hand."""
# What texts in Western European languages have beyond ASCII. Others are a sign that the guess is wrong.
_EXPECTED: Final = frozenset(
    "äöüÄÖÜßéèêëàâáåçîïíìôóòûúùñæœøÉÈÊÀÂÁÅÇÎÔÓÛÚÑÆØ€§°²³½¼±×÷·•«»‹›„“”‘’‚–—…©®™¹ªº´¨¡¿£¥¢µ¶\u00a0\u00ad"
)
_MOST_UNEXPECTED: Final = 0.02
# "f„hrt": in DOS and on old Macs the letters have numbers that Windows gives to quotation marks.
_IN_WORD: Final = re.compile(r"(?<=[A-Za-z])[„“”‚‘†‡•…™Šš‹›ŒœŽžŸ](?=[a-z])")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# The first letters are what UTF-8's leading bytes look like in Windows-1252, the second what the following ones do.
_FOLLOWING: Final = (
    "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿\u0081\u008d\u008f\u0090\u009d\u0080-\u009f"
)
_MOJIBAKE: Final = re.compile(f"Ã[{_FOLLOWING}]|Â[\u00a0§«»°·´]|â(?:€|\u0080)[{_FOLLOWING}]|\ufffd")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text file as text in NFC with LF line ends, the encoding by its name in Python, and what is to be told."""

    text: str
    encoding: str
    remarks: tuple[Problem, ...] = ()


def decode(data: bytes, file_name: str) -> str:
    """A text file as text, in NFC with LF line ends; refuses what is empty, binary or in no encoding, with the place.

    CRLF, and CR alone, end a line too. A byte order mark at the start is taken off.
    """
    return decoded(data, file_name).text


def decoded(data: bytes, file_name: str) -> Decoded:
    """A text file as text, with its encoding and remarks about both."""
    if not data.strip():
        raise refuse("empty-file", file_name)
    encoding = _encoding(data, file_name)
    raw = data.decode(encoding)
    text = unicodedata.normalize("NFC", raw).replace("\r\n", "\n").replace("\r", "\n")
    remarks = []
    if NAMES[encoding] != "UTF-8":
        remarks.append(Problem.of("encoding-found", file_name, seen=NAMES[encoding]))
    return Decoded(text, encoding, (*remarks, *mojibake(text, file_name)))


def is_text(data: bytes) -> bool:
    """Whether bytes can be read as text."""
    try:
        return bool(data.strip()) and bool(_encoding(data, ""))
    except LibcorpusError:
        return False


def mojibake(text: str, file_name: str) -> tuple[Problem, ...]:
    """One remark for letters that came from UTF-8 read in another encoding ("Ã¼" for "ü"), with their first line."""
    found = list(_MOJIBAKE.finditer(text))
    if not found:
        return ()
    first = found[0].start()
    line = text.count("\n", 0, first) + 1
    excerpt = text[max(text.rfind("\n", 0, first) + 1, first - 30) : first + 30].split("\n")[0].strip()
    return (Problem.of("mojibake", f"{file_name}:{line}", excerpt, seen=found[0].group(), count=len(found)),)


def _encoding(data: bytes, file_name: str) -> str:
    """The encoding that the bytes have; refuses what has none, with the line of the first byte that is wrong."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data, encoding, file_name)
    if b"\x00" in data:
        wide = _wide(data)
        if wide is None:
            raise refuse("binary-file", f"{file_name}:{_line(data, data.index(0))}")
        return wide
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError as error:
        narrow = _narrow(data)
        if narrow is None:
            place = f"{file_name}:{_line(data, error.start)}"
            raise refuse("not-utf8", place, seen=data[error.start : error.start + 1].hex()) from None
        return narrow


def _checked(data: bytes, encoding: str, file_name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        place = f"{file_name}:{_line(data, error.start)}"
        raise refuse("not-utf8", place, seen=data[error.start : error.start + 1].hex()) from None
    if "\x00" in text:
        raise refuse("binary-file", f"{file_name}:{text.count(chr(10), 0, text.index(chr(0))) + 1}")
    return encoding


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of a text in Latin letters is NUL, and hardly any of the others."""
    for encoding, high in (("utf-16-le", 1), ("utf-16-be", 0)):
        nuls, others = data[high::2].count(0), data[1 - high :: 2].count(0)
        if len(data) % 2 or others or 2 * nuls < len(data) // 2:
            continue
        try:
            if _CONTROL.search(data.decode(encoding)) is None:
                return encoding
        except UnicodeDecodeError:
            continue
    return None


def _narrow(data: bytes) -> str | None:
    """Windows-1252 or Latin-1, where the letters beyond ASCII are such as texts here have.

    A text in UTF-8 with one broken byte is neither: read so, each of its umlauts would be spoilt.
    """
    if _MOJIBAKE.search(data.decode("latin-1")) or _CONTROL.search(data.decode("latin-1")):
        return None
    encoding = "cp1252" if re.search(rb"[\x80-\x9f]", data) else "latin-1"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    high = [character for character in text if ord(character) > 127]
    odd = sum(character not in _EXPECTED for character in high) + len(_IN_WORD.findall(text))
    return encoding if odd <= _MOST_UNEXPECTED * len(high) else None


def _line(data: bytes, offset: int) -> int:
    """The line of a file that holds a byte, whatever ends its lines."""
    return data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
