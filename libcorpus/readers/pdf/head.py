"""Reads what stands before the text: the cover, a head of fields, the title over the first line.

    MEHR RADWEGE                        a cover page: the largest line is the title
    Beschluss vom 7. März 2020          a line that ``readers.head`` knows

    B4                                  a number alone, large
    Titel            Radwege für        fields side by side, with a wide gap in place of a colon
                     alle
    Radwege für alle                    the title again

Knows lines of print.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from libcorpus.model.draft import LeftOut
from libcorpus.model.problems import Problem
from libcorpus.readers.head import KEYS, is_keyed, read_head
from libcorpus.readers.joining import join, vocabulary
from libcorpus.readers.margins import RawLine
from libcorpus.readers.pdf.cuts import Setting
from libcorpus.readers.pdf.values import Line
from libcorpus.readers.signs import ends

CODE: Final = re.compile(
    r"(?:(?:Antrag|Beschluss|Resolution|Leitantrag|Initiativantrag|Drucksache)\s+)?(?:Nr\.?\s*)?"
    r"([A-ZÄÖÜ]{1,4}[ ./_-]?\d{1,4}[a-z]?)"
)
_MONTHS: Final = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_DATE: Final = re.compile(rf"\b\d{{1,2}}\.\s?(?:(?:{_MONTHS})\s|\d{{1,2}}\.\s?)\d{{4}}\b")
_MAX_FRONT: Final = 40
_CELL: Final = 1.2
# No name of a field has more words.
_MAX_KEY: Final = 8
_LARGE: Final = 1.12
_KEYS: Final = frozenset(key.casefold() for key in KEYS)


@dataclass(frozen=True, slots=True)
class Front:
    """What the lines before the text say, those lines as left out, and how many lines of the text they are."""

    metadata: dict[str, str]
    left_out: tuple[LeftOut, ...]
    remarks: tuple[Problem, ...]
    taken: frozenset[Line]


@dataclass(slots=True)
class _Entry:
    """Lines that say one thing: a title over two lines, a field and its value."""

    lines: list[Line]
    key: str = ""
    value_x: float = 0.0

    @property
    def size(self) -> float:
        return max(line.size for line in self.lines)

    @property
    def page(self) -> int:
        return self.lines[0].page

    def text(self, known: frozenset[str] = frozenset()) -> str:
        """The lines as one, hyphens of print taken out."""
        raw = [RawLine(line.page, None, line.text) for line in self.lines]
        words = [own.words for own in raw]
        if self.key:
            words[0] = words[0][len(self.key) :].lstrip(" :")
            raw[0] = RawLine(self.page, None, words[0])
        flat, _, _ = join(raw, words, known, False, "")
        return f"{self.key}: {flat}" if self.key else flat


def read_front(lines: Sequence[Line], setting: Setting, file_name: str, code: bool = False) -> Front:
    """The front of a text. ``code``: a number that stands alone is that of the resolution, as in a book."""
    entries = _entries(_front(lines, setting), setting)
    known = vocabulary([RawLine(line.page, None, line.text) for line in lines])
    fronted = {line for entry in entries for line in entry.lines}
    # The page on which the text begins; what stands on pages before it is a cover.
    last_page = next((line.page for line in lines if line.words and line not in fronted), 0)
    metadata: dict[str, str] = {}
    number = next((entry for entry in entries if not entry.key and CODE.fullmatch(entry.text())), None)
    if number is not None and (code or number.size > setting.size):
        match = CODE.fullmatch(number.text())
        assert match is not None
        metadata["agenda_item"] = match[1]
    else:
        number = None
    rest = [entry for entry in entries if entry is not number]
    title = _title(rest, setting)
    ordered = [*([title] if title else []), *(entry for entry in rest if entry is not title)]
    head = read_head([(entry.page, entry.text(known)) for entry in ordered], file_name)
    metadata = {**head.metadata, **metadata}
    left_out: list[LeftOut] = []
    remarks: list[Problem] = []
    taken: set[Line] = set()
    if number is not None:
        left_out += _left(number, "metadata", "", file_name)
        taken.update(number.lines)
    for entry, left in zip(ordered, head.left_out, strict=True):
        kind = "metadata" if _same(entry.text(known), metadata.get("title", "")) else left.kind
        again = any(_same(other.text(), metadata.get("title", "")) for other in entries[entries.index(entry) + 1 :])
        if kind == "other" and not again and _stays(entry, entries, setting, last_page):
            continue
        if kind == "other":
            remarks.append(Problem.of("head-line", f"{file_name}:{entry.page}", entry.text()))
        left_out += _left(entry, kind, left.reason if kind == "other" else "", file_name)
        taken.update(entry.lines)
    return Front(metadata, tuple(left_out), tuple(remarks), frozenset(taken))


def _left(entry: _Entry, kind: str, reason: str, file_name: str) -> list[LeftOut]:
    return [LeftOut(kind, f"{file_name}:{line.page}", line.text, reason) for line in entry.lines if line.text]


def _front(lines: Sequence[Line], setting: Setting) -> list[Line]:
    """The lines that may be the front: before the first number; else a cover, fields, or the title at the top."""
    numbered = next((index for index, line in enumerate(lines) if line.number is not None), None)
    if numbered is not None:
        front = [line for line in lines[:numbered] if line.words]
        return front if len(front) <= _MAX_FRONT else _top(lines, setting)
    return _top(lines, setting)


def _top(lines: Sequence[Line], setting: Setting) -> list[Line]:
    filled = [line for line in lines if line.words][:_MAX_FRONT]
    if not filled:
        return []
    cover = [line for line in filled if line.page == filled[0].page]
    if len(cover) < len(filled) and not has_text(cover, setting):
        return cover
    fields = [index for index, line in enumerate(filled[: _text_at(filled, setting)]) if _names_field(line)]
    if any(_is_known(filled[index]) for index in fields):
        return filled[: fields[-1] + 1]
    title = [index for index, line in enumerate(filled[:3]) if line.size >= _LARGE * setting.size]
    end = title[0] if title else -1
    while 0 <= end < len(filled) - 1 and filled[end + 1].size == filled[title[0]].size:
        end += 1
    bold = filled[0].bold and not setting.bold and len(filled) > 1 and not filled[1].bold and not ends(filled[0].text)
    return filled[: end + 1] if title else filled[:1] if bold else []


def _text_at(lines: Sequence[Line], setting: Setting) -> int:
    """The index at which the text begins: two lines side by side that are no fields, and no larger than the body."""
    plain = [abs(line.size - setting.size) < 0.5 and not line.bold and not _names_field(line) for line in lines[:20]]
    return next((index for index, pair in enumerate(pairwise(plain)) if all(pair)), len(plain))


def _names_field(line: Line) -> bool:
    return bool(_field(line)[0]) or is_keyed(line.text)


def _is_known(line: Line) -> bool:
    """Whether a line names a field that is known, by a colon or a wide gap."""
    key, _ = _field(line)
    return key.rstrip(":").strip().casefold() in _KEYS or is_keyed(line.text)


def has_text(lines: Sequence[Line], setting: Setting) -> bool:
    """Whether lines hold a paragraph: three of the body's size, one below the other."""
    run = 0
    for line in lines:
        run = run + 1 if not line.bold and abs(line.size - setting.size) < 0.5 else 0
        if run >= 3:
            return True
    return False


def _entries(lines: Sequence[Line], setting: Setting) -> list[_Entry]:
    entries: list[_Entry] = []
    for line in lines:
        key, value_x = _field(line)
        before = entries[-1] if entries else None
        if key:
            entries.append(_Entry([line], key, value_x))
        elif before and _goes_on(before, line, setting):
            before.lines.append(line)
        else:
            entries.append(_Entry([line]))
    return entries


def _field(line: Line) -> tuple[str, float]:
    """The name of a field and where its value begins, if a wide gap or a colon parts them."""
    gaps = [after.x0 - before.x1 for before, after in zip(line.words, line.words[1:], strict=False)]
    for index, gap in enumerate(gaps[:_MAX_KEY], start=1):
        key = Line(line.page, 0, line.y, line.words[:index]).text
        # In a justified line all gaps are wide; the one behind the name of a field stands out.
        wide = gap >= _CELL * line.size and all(gap >= 1.8 * other for other in gaps[: index - 1] + gaps[index:])
        known = key.endswith(":") and key[:-1].strip().casefold() in _KEYS
        if (wide or known) and len(key) <= 40 and key[:1].isalpha() and CODE.fullmatch(key) is None:
            return key, line.words[index].x0
    return "", 0.0


def _goes_on(entry: _Entry, line: Line, setting: Setting) -> bool:
    last = entry.lines[-1]
    near = last.page == line.page and 0 < line.y - last.y <= 1.75 * max(line.size, last.size)
    if entry.key:
        return near and abs(line.x0 - entry.value_x) <= 3
    like = abs(last.size - line.size) < 0.3 and last.bold is line.bold
    return near and like and line.size > setting.size * _LARGE and CODE.fullmatch(last.text) is None


def _title(entries: Sequence[_Entry], setting: Setting) -> _Entry | None:
    """The entry that is the title: a field of that name, else the largest."""
    if any(entry.key.rstrip(":").casefold() in ("titel", "title", "betreff") for entry in entries):
        return None
    plain = [entry for entry in entries if not entry.key and not is_keyed(entry.text())]
    return max(plain, key=lambda entry: entry.size, default=None)


def _stays(entry: _Entry, entries: Sequence[_Entry], setting: Setting, last_page: int) -> bool:
    """Whether an entry is a heading of the text, and no line of the head: it stands right above, behind all fields."""
    behind = entries[entries.index(entry) :]
    fields = any(other.key or is_keyed(other.text()) for other in behind)
    cover = entry.page != last_page
    heading = entry.size >= _LARGE * setting.size or entry.lines[0].bold
    return heading and not fields and not cover


def _same(one: str, other: str) -> bool:
    """Whether two texts say the same, but for hyphens, blanks and case."""
    folded = [re.sub(r"[\W_]+", "", text).casefold() for text in (one, other)]
    return bool(folded[0]) and folded[0] == folded[1]


def only_date(texts: Sequence[str]) -> str:
    """The date that a front names, if it names one; of "30. November – 2. Dezember 2018" the last day."""
    dates = {" ".join(found.split()) for text in texts for found in _DATE.findall(text)}
    return next(iter(dates)) if len(dates) == 1 else ""
