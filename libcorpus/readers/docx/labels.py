"""The numbers of lists as Word prints them: they stand nowhere in the text, and are counted here.

    level 0 "%1."    ->  1.  2.  3.
    level 1 "%2)"    ->  a)  b)          begins anew below each item of level 0

Knows the XML of numbering, and the order in which items come.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from libcorpus.readers.counters import counted
from libcorpus.readers.docx.styles import indent_of
from libcorpus.readers.zipped import Element, attribute, child, tag_of

_PLACEHOLDER: Final = re.compile(r"%([1-9])")
_HIGHEST: Final = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, what it prints (``%2.``), where it begins, how far in it stands."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    left: int | None = None
    restarts: bool = True
    legal: bool = False


@dataclass(slots=True)
class _List:
    """A list in the file: the levels, and which list it counts together with."""

    family: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Printed:
    """What stands in front of a paragraph: a label, or a bullet; and its indent. Neither: no item."""

    label: str
    bullet: bool
    left: int | None


class Numbering:
    """The lists of a file, and how far each has counted."""

    def __init__(self, tree: Element | None, styled: dict[str, str]) -> None:
        children = list(tree) if tree is not None else []
        self._abstract = {attribute(own, "abstractNumId"): own for own in children if tag_of(own) == "abstractNum"}
        self._linked = styled
        self._lists: dict[str, _List] = {}
        for own in children:
            if tag_of(own) == "num":
                self._lists[attribute(own, "numId")] = self._list(own, children)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def _list(self, num: Element, children: list[Element]) -> _List:
        family = attribute(child(num, "abstractNumId"), "val")
        abstract = self._abstract.get(family)
        link = attribute(child(abstract, "numStyleLink"), "val")
        if link in self._linked:
            # The list is described where its style is.
            target = next((one for one in children if attribute(one, "numId") == self._linked[link]), None)
            family = attribute(child(target, "abstractNumId"), "val") or family
            abstract = self._abstract.get(family)
        levels = _levels(abstract)
        made = _List(family, levels)
        for override in num:
            place = attribute(override, "ilvl")
            if tag_of(override) != "lvlOverride" or not place.isdigit():
                continue
            levels |= {int(place): _level(own) for own in override if tag_of(own) == "lvl"}
            start = attribute(child(override, "startOverride"), "val")
            if start.isdigit():
                made.starts[int(place)] = int(start)
        return made

    def next(self, number: str, level: int) -> Printed | None:
        """What the next paragraph of a list prints in front of its words; None where it is in no list."""
        found = self._lists.get(number)
        if found is None or level not in found.levels:
            return None
        own = found.levels[level]
        counts = self._counts.setdefault(found.family, {})
        self._advance(number, found, level, counts)
        if own.form == "bullet":
            # A bullet that is a blank draws nothing: a further paragraph of the item above.
            return Printed("", bool(own.text.strip()), own.left)
        if own.form == "none" and not _PLACEHOLDER.sub("", own.text).strip():
            return Printed("", False, own.left)
        label = _PLACEHOLDER.sub(lambda match: self._shown(found, counts, own, int(match[1]) - 1), own.text)
        return Printed(label, False, own.left)

    def _advance(self, number: str, found: _List, level: int, counts: dict[int, int]) -> None:
        start = found.starts.get(level)
        if start is not None and (number, level) not in self._begun:
            counts[level] = start
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = found.levels[level].start
        self._begun.add((number, level))
        for deeper in [one for one in counts if one > level]:
            if found.levels.get(deeper, Level()).restarts:
                del counts[deeper]

    @staticmethod
    def _shown(found: _List, counts: dict[int, int], own: Level, level: int) -> str:
        other = found.levels.get(level, Level())
        value = counts.get(level, other.start)
        return counted(value, "decimal" if own.legal else other.form)


def _levels(abstract: Element | None) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for own in abstract if abstract is not None else ():
        place = attribute(own, "ilvl")
        if tag_of(own) == "lvl" and place.isdigit() and int(place) < _HIGHEST:
            levels[int(place)] = _level(own)
    return levels


def _level(own: Element) -> Level:
    start = attribute(child(own, "start"), "val")
    return Level(
        attribute(child(own, "numFmt"), "val", "decimal"),
        attribute(child(own, "lvlText"), "val"),
        int(start) if start.isdigit() else 1,
        indent_of(child(own, "pPr")),
        attribute(child(own, "lvlRestart"), "val") != "0",
        child(own, "isLgl") is not None,
    )
