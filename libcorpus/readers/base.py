"""What a reader is: bytes in, a Draft out.

    bytes, file name  ->  Reader.recognises  ->  Reader.read  ->  Draft

A reader knows one kind of file and nothing of git, the corpus or sentences.
"""

import unicodedata
from typing import Protocol

from libcorpus.model.draft import Draft
from libcorpus.model.problems import refuse


class Reader(Protocol):
    """One kind of file. ``name`` carries a version, so the archive can say which reader made a text."""

    name: str
    media_type: str
    suffixes: tuple[str, ...]

    def recognises(self, data: bytes, file_name: str) -> bool:
        """Whether this reader is the one for the file."""
        ...

    def read(self, data: bytes, file_name: str) -> Draft:
        """The draft; refuses a broken file with its name and the place."""
        ...


def decode(data: bytes, file_name: str) -> str:
    """A text file as text in NFC with LF line ends; refuses what is empty, binary or not UTF-8, with the place.

    CRLF, and CR alone, end a line too. A byte order mark at the start is taken off.
    """
    if not data.strip():
        raise refuse("empty-file", file_name)
    if b"\x00" in data:
        raise refuse("binary-file", f"{file_name}:{_line(data, data.index(0))}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = _line(data, error.start)
        seen = data[error.start : error.start + 1].hex()
        raise refuse("not-utf8", f"{file_name}:{line}", seen=seen) from None
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")


def _line(data: bytes, offset: int) -> int:
    """The line of a file that holds a byte, whatever ends its lines."""
    return data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
