"""What a reader is: bytes in, a Draft out; some split a book of resolutions into several.

    bytes, file name  ->  Reader.recognises  ->  Reader.read   ->  Draft
                                             ->  Reader.split  ->  Book: a Draft for each resolution, and the rest

A reader knows one kind of file and nothing of git, the corpus or sentences.
"""

from dataclasses import dataclass
from typing import Final, Protocol, runtime_checkable

from libcorpus.model.draft import Draft, LeftOut
from libcorpus.model.problems import refuse
from libcorpus.readers.encodings import decode

TRACKED: Final = ("accept", "reject")
"""What can be done with changes that a word processor tracked."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person decides about a file that its bytes do not say.

    ``tracked``: "accept" takes the text with all tracked changes made, "reject" the text before them; without it a
    file that has tracked changes is refused. Who files a text has to keep the options with it: the same source is
    read again with them. ``first_line`` and ``line_length`` number a text that has no printed numbers: where its count
    begins, and how many characters a full line takes (0: as the rule has it).
    """

    tracked: str = ""
    first_line: int = 1
    line_length: int = 0

    def __post_init__(self) -> None:
        for key, low, seen in (("first_line", 1, self.first_line), ("line_length", 0, self.line_length)):
            if not low <= seen <= 1_000_000:
                raise refuse("bad-number", key=key, seen=seen, low=low)
        if self.tracked and self.tracked not in TRACKED:
            raise refuse("bad-choice", key="tracked", seen=self.tracked, known=", ".join(TRACKED))


NO_OPTIONS: Final = ReadOptions()


class Reader(Protocol):
    """One kind of file. ``name`` carries a version, so the archive can say which reader made a text."""

    name: str
    media_type: str
    suffixes: tuple[str, ...]

    def recognises(self, data: bytes, file_name: str) -> bool:
        """Whether this reader is the one for the file: by its content first. Answers for any bytes, raises never."""
        ...

    def read(self, data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS) -> Draft:
        """The draft; refuses a broken file with its name and the place."""
        ...


@dataclass(frozen=True, slots=True)
class Book:
    """A source that holds several resolutions, taken apart.

    ``drafts`` are the resolutions in their order, each with its ``part``, title, number, own printed lines, and
    ``characters``: what of the source belongs to it. ``left_out`` is what belongs to none of them: title pages,
    contents, indexes. Together they are all characters of the source that are no white space.
    """

    drafts: tuple[Draft, ...]
    left_out: tuple[LeftOut, ...]


@runtime_checkable
class Splitting(Protocol):
    """What a reader can do besides reading, where one file may hold a book of resolutions."""

    def split(self, data: bytes, file_name: str) -> Book:
        """The resolutions of a book; refuses a file that is none."""
        ...


def suffix_of(file_name: str) -> str:
    """The end of a file name from its last dot on, in lower case; empty where it has none.

    >>> suffix_of("Beschluss.DOCX"), suffix_of("LIESMICH")
    ('.docx', '')
    """
    return file_name[file_name.rfind(".") :].lower() if "." in file_name else ""


__all__ = ["NO_OPTIONS", "TRACKED", "Book", "ReadOptions", "Reader", "Splitting", "decode", "suffix_of"]
