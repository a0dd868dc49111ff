"""What is wrong, as data: a key, the place, and the values its sentence needs.

    Problem.of("margin-gap", "sample.txt:31", seen=42, expected=29)
        -> sample.txt:31: the margin number is 42, expected 29: … [margin-gap]

German and English sentences stand in ``wording``; they are put together at the
edge, so one list of problems can be printed, counted, or written as JSON.
Severity belongs to the kind of problem and stands in the same table.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class Severity(StrEnum):
    """How much a problem weighs: only errors and findings change an exit code."""

    ERROR = "error"
    FINDING = "finding"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong or worth a remark.

    ``place`` is a file, a file with a text line (``text.txt:14``), a resolution id, or empty.
    ``excerpt`` is what was seen there, shown below the sentence.
    """

    key: str
    place: str = ""
    excerpt: str = ""
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, key: str, /, place: object = "", excerpt: str = "", **values: Any) -> "Problem":
        """A problem of kind ``key``; the values are those its sentence in ``wording`` names."""
        return cls(key, str(place), excerpt, MappingProxyType(values))

    @property
    def severity(self) -> Severity:
        """Error, finding or remark, by kind."""
        from libcorpus.model.wording import WORDING

        return Severity(WORDING[self.key].severity)

    def __str__(self) -> str:
        from libcorpus.model.wording import sentence

        return sentence(self, "en")

    def __reduce__(self) -> tuple[Any, ...]:
        # A read-only view cannot be pickled, and problems come back from worker processes.
        return (_unpickled, (self.key, self.place, self.excerpt, dict(self.values)))


def _unpickled(key: str, place: str, excerpt: str, values: dict[str, Any]) -> Problem:
    return Problem(key, place, excerpt, MappingProxyType(values))


class LibcorpusError(Exception):
    """Something was refused; the archive stays as it was. ``problems`` says what and where, the first one first."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    @property
    def problem(self) -> Problem:
        """The first problem."""
        return self.problems[0]

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.problems,))


class NotFoundError(LibcorpusError):
    """No resolution, organisation, topic or corpus answers to the name that was given, or several do."""


class AlreadyFiledError(LibcorpusError):
    """The same source, byte for byte, is in the corpus already; ``resolution_id`` is where."""

    def __init__(self, problem: Problem, resolution_id: str) -> None:
        super().__init__(problem)
        self.resolution_id = resolution_id

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.problem, self.resolution_id))


def refuse(key: str, /, place: object = "", excerpt: str = "", **values: Any) -> LibcorpusError:
    """A refusal with one problem, to be raised by the caller."""
    return LibcorpusError(Problem(key, str(place), excerpt, MappingProxyType(values)))
