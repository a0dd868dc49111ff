"""Unified patches of canonical text: written from matched text lines, read back and applied by unidiff.

    --- a/text.txt
    +++ b/text.txt
    @@ -12,3 +12,3 @@
     kept
    -Gegen diese menschenunwürdige Abschiebep Praxis …
    +Gegen diese menschenunwürdige Abschiebepraxis …

A text line is a sentence, so a patch speaks in sentences. The one door to unidiff. Knows
no files and no printed lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from libcorpus.model.problems import refuse

CONTEXT = 3


def opcodes(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """What became of text lines, as difflib's opcodes."""
    # A programme repeats lines far too often for difflib's popularity heuristic, which drops them past 200 lines.
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def unified(old: str, new: str, name: str = "text.txt") -> str:
    """The unified patch that turns ``old`` into ``new``, both ending with a newline; empty if they are the same.

    Both headers name the same path: ``git apply`` refuses a patch whose two headers differ.
    """
    before, after = _lines(old), _lines(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    hunks = [line for group in matcher.get_grouped_opcodes(CONTEXT) for line in _hunk(group, before, after)]
    return "".join(f"{line}\n" for line in [f"--- a/{name}", f"+++ b/{name}", *hunks]) if hunks else ""


def _lines(text: str) -> list[str]:
    return text[:-1].split("\n") if text else []


def _hunk(
    group: Sequence[tuple[str, int, int, int, int]], before: Sequence[str], after: Sequence[str]
) -> Iterator[str]:
    first, last = group[0], group[-1]
    yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@"
    for tag, old_start, old_end, new_start, new_end in group:
        if tag == "equal":
            yield from (f" {line}" for line in before[old_start:old_end])
        else:
            yield from (f"-{line}" for line in before[old_start:old_end])
            yield from (f"+{line}" for line in after[new_start:new_end])


def _range(start: int, end: int) -> str:
    """A range of a hunk's header: lines from 1; an empty one names the line before it."""
    length = end - start
    return f"{start + (length > 0)},{length}"


@dataclass(frozen=True, slots=True)
class Hunk:
    """One hunk: the text lines it wants, from the 0-based ``start``, and those it puts there, both with context."""

    start: int
    old: tuple[str, ...]
    new: tuple[str, ...]
    removed: tuple[str, ...]
    added: tuple[str, ...]


def hunks_of(patch: str, place: str = "") -> tuple[Hunk, ...]:
    """The hunks of a patch of one file; none of an empty one."""
    from unidiff.errors import UnidiffParseError
    from unidiff.patch import PatchSet

    if not patch.strip():
        return ()
    try:
        files = list(PatchSet(patch))
    except UnidiffParseError as error:
        raise refuse("bad-patch", place, why=str(error)) from None
    return tuple(_read_hunk(hunk) for file in files for hunk in file)


def _read_hunk(hunk: Any) -> Hunk:
    def words(lines: Iterable[Any]) -> tuple[str, ...]:
        return tuple(str(line)[1:].removesuffix("\n") for line in lines)

    return Hunk(
        hunk.source_start - (hunk.source_length > 0),
        words(hunk.source_lines()),
        words(hunk.target_lines()),
        words(line for line in hunk if line.is_removed),
        words(line for line in hunk if line.is_added),
    )


def apply(text: str, patch: str, place: str = "") -> str:
    """The text after a patch; refuses a patch that does not fit, with the hunk."""
    # unidiff compiles its patterns on import, which costs 10 ms: only corrections and checks need it.
    from unidiff.errors import UnidiffParseError
    from unidiff.patch import PatchSet

    if not patch:
        return text
    try:
        files = list(PatchSet(patch))
    except UnidiffParseError as error:
        raise refuse("bad-patch", place, why=str(error)) from None
    if len(files) != 1:
        raise refuse("bad-patch", place, why=f"{len(files)} files")
    old, new, done = _lines(text), [], 0
    for hunk in files[0]:
        start = hunk.source_start - (hunk.source_length > 0)
        seen = [str(line)[1:].removesuffix("\n") for line in hunk.source_lines()]
        if start < done or old[start : start + hunk.source_length] != seen:
            raise refuse("patch-does-not-fit", place, seen[0] if seen else "", line=hunk.source_start)
        new += old[done:start]
        new += [str(line)[1:].removesuffix("\n") for line in hunk.target_lines()]
        done = start + hunk.source_length
    new += old[done:]
    return "".join(f"{line}\n" for line in new)
