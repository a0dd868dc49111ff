"""Puts lines of print together into flat text, with the hyphens that belong to the words and no others.

    "Haupt-"     + "und Ehrenamt"   ->  "Haupt- und Ehrenamt"     a hanging hyphen
    "für Nicht-" + "EU-Ausländer"   ->  "für Nicht-EU-Ausländer"  a real hyphen
    "Integra-"   + "tion"           ->  "Integration"             a hyphen of print, marked in the line table
    "initiiert -" + "den Rahmen"    ->  "initiiert - den Rahmen"  a dash

Knows lines of one block and the words of the whole text, as evidence.
"""

import re
import unicodedata
from collections.abc import Sequence, Set
from itertools import pairwise
from typing import Final

from libcorpus.model.draft import DraftLine, LeftOut
from libcorpus.readers.margins import RawLine

# Words that go on after a hanging hyphen: "Haupt- und Ehrenamtliche", "Vor- bzw. Nachteile".
_AFTER_HANGING: Final = frozenset(
    """und oder bzw beziehungsweise sowie als wie bis noch aber statt anstatt sondern u o""".split()
)
_LAST_WORD: Final = re.compile(r"([^\W\d_]+)-$")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
# Of 231 lines of the sample none parts a word; of the lines of a hyphenated book every tenth does.
_HYPHENATES: Final = 2
_HYPHENATES_SHARE: Final = 0.02
WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def vocabulary(lines: Sequence[RawLine]) -> frozenset[str]:
    """The words that stand whole on a line, in lower case: evidence for how a parted word is written."""
    return frozenset(word.lower() for line in lines for word in WORD.findall(line.words))


def hyphenated(lines: Sequence[RawLine]) -> bool:
    """Whether print hyphenates: words are parted before a small letter, which real hyphens hardly ever stand before."""
    breaks = [(line.words, after.words) for line, after in pairwise(lines) if line.words and after.words]
    parted = sum(
        _LAST_WORD.search(line) is not None
        and after[0].islower()
        and _FIRST_WORD.match(after)[0].lower() not in _AFTER_HANGING  # type: ignore[index]
        for line, after in breaks
    )
    return parted >= _HYPHENATES and parted >= _HYPHENATES_SHARE * len(breaks)


def join(
    lines: Sequence[RawLine], words: Sequence[str], known: Set[str], by_rule: bool, file_name: str
) -> tuple[str, tuple[DraftLine, ...], tuple[LeftOut, ...]]:
    """The flat text of a block's lines, where each begins in it, and the hyphens that were taken out.

    ``words`` are the lines' words without bullet or label. ``by_rule``: the text wraps by the rule, which never
    parts a word that fits on a line, so a hyphen at a line's end belongs to the word.
    """
    flat = ""
    starts: list[DraftLine] = []
    left_out: list[LeftOut] = []
    pending: list[RawLine] = []
    for index, (line, text) in enumerate(zip(lines, words, strict=True)):
        if not text:
            pending.append(line)
            continue
        # No slice: of a paragraph of 60,000 lines that would copy two thousand million words.
        following = next((words[later] for later in range(index + 1, len(words)) if words[later]), "")
        glue, drop = _joint(text, following, line.soft, known, by_rule)
        starts.extend(DraftLine(len(flat), empty.number, empty.page) for empty in pending)
        starts.append(DraftLine(len(flat), line.number, line.page, drop))
        pending.clear()
        if drop and not line.soft:
            left_out.append(LeftOut("hyphen", f"{file_name}:{line.place}", text[-1]))
            text = text[:-1]
        flat += text + (glue if following else "")
    starts.extend(DraftLine(len(flat), empty.number, empty.page) for empty in pending)
    return flat, tuple(starts), tuple(left_out)


def _joint(before: str, after: str, soft: bool, known: Set[str], by_rule: bool) -> tuple[str, bool]:
    """What stands between two lines of a block, and whether a hyphen of print at the end of the first goes out."""
    if not after:
        return "", False
    if soft and not unicodedata.combining(after[0]):
        return "", True
    if not before.endswith("-") or before == "-" or before[-2:-1].isspace() or unicodedata.combining(after[0]):
        return " ", False
    first = _FIRST_WORD.match(after)
    head = first.group() if first else after[:1]
    if not by_rule and _known_whole(before, head, known):
        return "", True
    if head.lower() in _AFTER_HANGING or not after[0].isalnum():
        return " ", False
    if not after[0].islower() or before[-2:-1].isdigit():
        return "", False
    return "", _is_print_hyphen(before, head, known, by_rule)


def _known_whole(before: str, head: str, known: Set[str]) -> bool:
    """Whether the text has the word without the hyphen, and not with it: "so-" and "wie", "Bau-" and "GB"."""
    last = _LAST_WORD.search(before)
    if last is None or not (head.islower() or (head.isupper() and len(head) > 1)):
        return False
    stem, head = last[1].lower(), head.lower()
    return stem + head in known and f"{stem}-{head}" not in known


def _is_print_hyphen(before: str, head: str, known: Set[str], by_rule: bool) -> bool:
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    stem, head = last[1].lower(), head.lower()
    if f"{stem}-{head}" in known:
        return False
    if stem + head in known:
        return True
    # "CDU-geführte", "E-mobil": print parts no abbreviation from its word without the hyphen that is there anyway.
    if len(stem) == 1 or last[1].isupper():
        return False
    # By the rule only a word longer than the line is cut, and then it stands on the line alone.
    return " " not in before if by_rule else True
