"""What a reader saw in a file, for a person who wants to know before it is filed, or as data.

    beschluss.txt: numbered-text 1 (text/plain), 5 printed lines, 4 blocks
    title         Sprachkurse für alle
    1     # Sprache öffnet Türen
    left out      margin-number 5, bullet 2

Reads readings; prints nothing itself.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from libcorpus.flows.reading import Reading, counted, rule_for
from libcorpus.flows.splitting import BookReading
from libcorpus.model.draft import LeftOut
from libcorpus.model.harmless import harmless
from libcorpus.model.problems import LibcorpusError, Problem
from libcorpus.model.wording import sentence
from libcorpus.model.wordings.leaving import kind_of_left, reason_of_left
from libcorpus.render.documents import blocks_as_data, render_blocks
from libcorpus.render.saying import is_german
from libcorpus.render.style import Style

_COLUMN: Final = 18
_WORDS: Final = {
    "lines": ("printed lines", "gedruckte Zeilen"),
    "computed": ("computed lines", "berechnete Zeilen"),
    "blocks": ("blocks", "Absätze"),
    "sentences": ("sentences", "Sätze"),
    "found": ("found in the file", "in der Datei gefunden"),
    "text": ("text", "Text"),
    "left": ("left out", "ausgelassen"),
    "remarks": ("remarks", "Anmerkungen"),
    "none": ("belongs to no resolution", "gehört zu keinem Beschluss"),
    "nothing": ("nothing", "nichts"),
    "unfit": ("cannot be filed", "lässt sich nicht ablegen"),
}
_ONE: Final = {
    "lines": ("printed line", "gedruckte Zeile"),
    "computed": ("computed line", "berechnete Zeile"),
    "blocks": ("block", "Absatz"),
    "sentences": ("sentence", "Satz"),
}
_COUNTS: Final = ("blocks", "sentences")


def _counted(key: str, count: int, lang: str) -> str:
    """How many there are: "1 Satz", "2 Sätze"."""
    return f"{count} {(_ONE if count == 1 else _WORDS)[key][is_german(lang)]}"


def _say(key: str, lang: str) -> str:
    return _WORDS[key][is_german(lang)]


def render_reading(reading: Reading, style: Style, lang: str) -> Iterator[str]:
    """Everything a reader saw: fields, blocks with their lines, what was left out, remarks."""
    draft, document = reading.draft, reading.document
    part = f" ({draft.part})" if draft.part else ""
    yield style.strong(harmless(f"{reading.file_name}{part}: {draft.reader}, {draft.media_type}"))
    numbered = sum(start.number is not None for start in document.lines)
    key = "lines" if draft.numbered else "computed"
    counts = (numbered, len(document.blocks), len(document.sentences))
    yield ", ".join(_counted(name, count, lang) for name, count in zip((key, *_COUNTS), counts, strict=True))
    yield from _titled("found", style, lang)
    for name, value in draft.metadata.items():
        yield harmless(f"  {name:<{_COLUMN}}{value}")
    if not draft.metadata:
        yield f"  {_say('nothing', lang)}"
    yield from _titled("text", style, lang)
    yield from render_blocks(document, range(len(document.blocks)), style)
    yield from _render_left_out(draft.left_out, "left", style, lang)
    remarks = (*reading.breaks, *reading.remarks)
    if remarks:
        yield from _titled("remarks", style, lang)
        yield from _sentences(remarks, lang)


def _titled(key: str, style: Style, lang: str) -> Iterator[str]:
    yield ""
    yield style.quiet(_say(key, lang))


def _sentences(problems: Sequence[Problem], lang: str) -> Iterator[str]:
    for problem in problems:
        yield from (f"  {line}" for line in sentence(problem, "de" if is_german(lang) else "en").split("\n"))


def _render_left_out(left_out: Sequence[LeftOut], key: str, style: Style, lang: str) -> Iterator[str]:
    counts, others = counted(left_out)
    yield from _titled(key, style, lang)
    names = {kind: kind_of_left(kind, lang) for kind in counts}
    width = max(_COLUMN, *(len(name) + 2 for name in names.values())) if names else _COLUMN
    for kind, count in counts.items():
        yield f"  {names[kind]:<{width}}{count}"
    for left in others:
        reason = f" ({reason_of_left(left.reason, lang)})" if left.reason else ""
        yield f"  {harmless(left.place)}: {harmless(' '.join(left.text.split()))}{reason}"
    if not left_out:
        yield f"  {_say('nothing', lang)}"


def render_book(book: BookReading, style: Style, lang: str) -> Iterator[str]:
    """Each resolution of a book as it was read, and what belongs to none of them."""
    for part in book.parts:
        if isinstance(part, LibcorpusError):
            yield style.strong(f"{harmless(book.file_name)}: {_say('unfit', lang)}")
            yield from _sentences(part.problems, lang)
        else:
            yield from render_reading(part, style, lang)
        yield ""
    yield from _render_left_out(book.left_out, "none", style, lang)


# As data.


def reading_as_data(reading: Reading) -> dict[str, Any]:
    """What a reader saw as JSON data; the blocks have the shape that ``show --json`` gives them."""
    draft, document = reading.draft, reading.document
    length = reading.rule.length if draft.numbered else rule_for(draft, reading.options).length
    return {
        "file": reading.file_name,
        "sha256": reading.digest,
        "media_type": draft.media_type,
        "reader": draft.reader,
        "part": draft.part,
        "metadata": dict(draft.metadata),
        "numbers": "printed" if draft.numbered else "computed",
        "line_length": length,
        "gaps": list(draft.gaps),
        "blocks": blocks_as_data(document),
        "printed_lines": [
            {"page": start.page, "number": start.number, "text": words} for start, words in document.printed()
        ],
        "left_out": [_left_as_data(left) for left in draft.left_out],
        "remarks": [_problem_as_data(remark) for remark in (*reading.breaks, *reading.remarks)],
    }


def book_as_data(book: BookReading) -> dict[str, Any]:
    """A book that was read as JSON data."""
    return {
        "file": book.file_name,
        "sha256": book.digest,
        "media_type": book.media_type,
        "reader": book.reader,
        "parts": [reading_as_data(part) for part in book.parts if isinstance(part, Reading)],
        "refused": [
            _problem_as_data(problem)
            for part in book.parts
            if isinstance(part, LibcorpusError)
            for problem in part.problems
        ],
        "belongs_to_none": [_left_as_data(left) for left in book.left_out],
    }


def _left_as_data(left: LeftOut) -> dict[str, str]:
    return {"kind": left.kind, "place": left.place, "text": left.text, "reason": left.reason}


def _problem_as_data(problem: Problem) -> dict[str, str]:
    return {"key": problem.key, "place": problem.place, "text": str(problem)}
