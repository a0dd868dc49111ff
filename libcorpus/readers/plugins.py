"""Readers that other packages bring along, found by entry point.

    [project.entry-points."libcorpus.readers"]
    rst = "party_rst:RstReader"        a class without arguments, or a reader ready made

They are asked only where no reader of this package is for a file, or when readers are listed. One that
cannot be loaded, or breaks, is named as such: it is never the end of the program.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, Final

from libcorpus.model.draft import Draft
from libcorpus.model.problems import LibcorpusError, Problem, refuse
from libcorpus.readers.base import NO_OPTIONS, Book, Reader, ReadOptions, Splitting

GROUP: Final = "libcorpus.readers"


class Plugged:
    """A reader of another package: what it raises in place of a refusal becomes one that names it."""

    def __init__(self, reader: Any, package: str) -> None:
        self.reader, self.package = reader, package
        self.name, self.media_type = str(reader.name), str(reader.media_type)
        self.suffixes = tuple(str(suffix) for suffix in reader.suffixes)

    def recognises(self, data: bytes, file_name: str) -> bool:
        """Whether it is the one for the file."""
        return bool(self._guarded(lambda: self.reader.recognises(data, file_name), file_name))

    def read(self, data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS) -> Draft:
        """Its draft."""
        draft = self._guarded(lambda: self.reader.read(data, file_name, options), file_name)
        if not isinstance(draft, Draft):
            raise refuse("reader-failed", file_name, name=self.name, package=self.package, why=type(draft).__name__)
        return draft

    def split(self, data: bytes, file_name: str) -> Book:
        """The resolutions of a book, if it can split one."""
        if not isinstance(self.reader, Splitting):
            raise refuse("no-book", file_name)
        book = self._guarded(lambda: self.reader.split(data, file_name), file_name)
        if not isinstance(book, Book):
            raise refuse("reader-failed", file_name, name=self.name, package=self.package, why=type(book).__name__)
        return book

    def _guarded(self, job: Callable[[], Any], file_name: str) -> Any:
        try:
            return job()
        except LibcorpusError:
            raise
        except Exception as error:
            why = f"{type(error).__name__}: {error}"
            raise refuse("reader-failed", file_name, name=self.name, package=self.package, why=why) from error


@cache
def plugged() -> tuple[tuple[Reader, ...], tuple[Problem, ...]]:
    """The readers of other packages, by name, and what is wrong with those that cannot be used."""
    from importlib.metadata import entry_points

    readers: list[Reader] = []
    problems: list[Problem] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        package = point.dist.name if point.dist else "?"
        try:
            readers.append(_checked(point.load(), package))
        # Whatever a foreign module does when it is imported, also leaving the program.
        except (Exception, SystemExit) as error:
            why = f"{type(error).__name__}: {error}"
            problems.append(Problem.of("reader-broken", name=point.name, package=package, why=why))
    return tuple(readers), tuple(problems)


def _checked(found: Any, package: str) -> Reader:
    reader = found() if isinstance(found, type) else found
    plugged_reader = Plugged(reader, package)
    missing = [name for name in ("recognises", "read") if not callable(getattr(reader, name, None))]
    if missing or not plugged_reader.name.strip() or not plugged_reader.media_type or isinstance(reader.suffixes, str):
        raise TypeError(f"no reader: {', '.join(missing) or 'name, media_type or suffixes'}")
    return plugged_reader
