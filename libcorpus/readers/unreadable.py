"""Says of a file that no reader is for what it is, where its first bytes tell, and the way out.

D0 CF 11 E0 …    an old Word file, or a new one that is encrypted
PK               an archive
"""

import re
from typing import Final

from libcorpus.model.problems import LibcorpusError, refuse
from libcorpus.readers.base import suffix_of
from libcorpus.readers.encodings import decoded, is_text
from libcorpus.readers.zipped import Parts

NAMED: Final = (".doc", ".dot")
"""Ends of names of files that are tried in a folder, to be refused with the way out rather than passed over."""
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


_WORDS: Final = re.compile(r"[^\W\d_]{2}\s{1,3}[^\W\d_]{2}")
_ARCHIVES: Final = (".docx", ".docm", ".odt", ".epub")
_SIGNATURE: Final = b"PK\x03\x04"


def no_archive(data: bytes, file_name: str) -> LibcorpusError | None:
    """The refusal of a file that is no archive, though by its name it would be one; None for any other.

    What is left of a broken Word file may pass for plain text: nobody is to file such a ruin. A text that was only
    named so has words in a row.
    """
    suffix = suffix_of(file_name)
    if suffix not in _ARCHIVES or data.startswith(_SIGNATURE):
        return None
    if is_text(data) and _WORDS.search(decoded(data, file_name).text):
        return None
    return why_unreadable(data, file_name) or refuse(
        "broken-file", file_name, expected=suffix.lstrip(".").upper(), seen="no ZIP archive"
    )


def why_unreadable(data: bytes, file_name: str) -> LibcorpusError | None:
    """The refusal that fits a file by its first bytes; None where they tell nothing."""
    if data.startswith(_OLE):
        return refuse("encrypted-file" if _ENCRYPTED in data else "old-office-file", file_name)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(data, file_name)
    return None


def _archive(data: bytes, file_name: str) -> LibcorpusError:
    """An archive that is none of those with a text in it, or a broken one."""
    try:
        Parts(data, file_name, suffix_of(file_name).lstrip(".").upper() or "ZIP")
    except LibcorpusError as error:
        return error
    return refuse("some-archive", file_name)
