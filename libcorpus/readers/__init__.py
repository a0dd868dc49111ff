"""Files as people have them become drafts. One table lists the readers; the first that recognises a file reads it.

bytes  ->  READERS  ->  Draft
"""

from libcorpus.model.draft import Draft
from libcorpus.model.problems import refuse
from libcorpus.readers.base import Reader, decode
from libcorpus.readers.numbered import NumberedText
from libcorpus.readers.plain import PlainText

READERS: tuple[Reader, ...] = (NumberedText(), PlainText())


def reader_for(data: bytes, file_name: str) -> Reader:
    """The reader for a file; refuses a kind of file that none reads."""
    suffix = file_name[file_name.rfind(".") :].lower() if "." in file_name else ""
    fitting = [reader for reader in READERS if suffix in reader.suffixes]
    if not fitting:
        known = sorted({suffix for reader in READERS for suffix in reader.suffixes if suffix})
        raise refuse("no-reader", file_name, seen=suffix or file_name, known=", ".join(known))
    for reader in fitting:
        if reader.recognises(data, file_name):
            return reader
    raise refuse("empty-file", file_name)


def read(data: bytes, file_name: str) -> Draft:
    """The draft of a file; refuses it with its name and the place where it cannot be read."""
    draft = reader_for(data, file_name).read(data, file_name)
    if not draft.blocks:
        raise refuse("no-text", file_name)
    return draft


def can_read(file_name: str) -> bool:
    """Whether the name of a file looks like one that a reader is for."""
    suffix = file_name[file_name.rfind(".") :].lower() if "." in file_name else ""
    return any(suffix in reader.suffixes for reader in READERS if suffix)


__all__ = ["READERS", "Reader", "can_read", "decode", "read", "reader_for"]
