"""Matters: the specific things one decides on within a topic, each with its ways of saying it.

    [[matters]]
    name = "dual-citizenship"
    label = { de = "Mehrstaatigkeit", en = "Dual citizenship" }
    terms = ["zwei Pässe", "Doppelpass", "*mehrstaat*", "doppelte Staatsangehörigkeit"]

A matter names what a sentence of the topic is about; it claims no sentence by itself, so its terms may be plain words
such as *Gesundheitskarte*. Knows TOML text, no files.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from libcorpus.model.ids import checked_slug
from libcorpus.model.problems import LibcorpusError, refuse
from libcorpus.toml import Record
from libcorpus.topics.terms import is_term

KEYS: Final = ("name", "label", "terms", "exclude")
LANGUAGES: Final = ("de", "en")
_HEADER: Final = re.compile(r"\s*\[\[\s*matters\s*\]\]")


@dataclass(frozen=True, slots=True)
class Matter:
    """A specific thing one decides on within a topic, with its ways of saying it."""

    name: str
    label_de: str
    label_en: str
    terms: tuple[str, ...]
    exclude: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        """The label in a language, the other one where it has none, the name where it has neither."""
        return (self.label_de if language == "de" else self.label_en) or self.label_de or self.label_en or self.name


def matters_of(record: Record) -> tuple[Matter, ...]:
    """The matters of a topic file, in its order; refuses a broken one with file, line and key."""
    record.check("matters", "tables", False, ())
    tables = record.get("matters") or []
    matters = tuple(_matter(table, Places(record, number)) for number, table in enumerate(tables))
    seen: set[str] = set()
    for number, matter in enumerate(matters):
        if matter.name in seen:
            raise refuse("matter-twice", Places(record, number).at("name"), seen=matter.name)
        seen.add(matter.name)
    return matters


@dataclass(frozen=True, slots=True)
class Places:
    """Where the keys of a topic file stand: of one of its matters, or, with ``matter`` None, of the topic itself.

    Looked up only when something is refused.
    """

    record: Record
    matter: int | None = None

    def at(self, key: str, term: str = "") -> str:
        """File and line of a key, or of a term in its list; of the table where neither is there."""
        first, lines = self._lines()
        start = next((at for at, line in enumerate(lines) if _is_key(key, line)), None)
        if start is not None and term:
            start = next((at for at in range(start, len(lines)) if _holds(term, lines[at])), start)
        number = first + start if start is not None else first if self.matter is not None else 0
        return f"{self.record.place}:{number}" if number else self.record.place

    def _lines(self) -> tuple[int, list[str]]:
        """The number of the first line of the table, and its lines; 0 where it is not written with ``[[matters]]``."""
        lines = self.record.text_.split("\n")
        headers = [at for at, line in enumerate(lines) if _HEADER.match(line)]
        if self.matter is None:
            return 1, lines[: headers[0]] if headers else lines
        if self.matter >= len(headers):
            return 0, []
        start = headers[self.matter]
        end = next((at for at in headers if at > start), len(lines))
        return start + 1, lines[start:end]


def _is_key(key: str, line: str) -> bool:
    return re.match(rf"\s*\"?{re.escape(key)}\"?\s*[=.]", line) is not None


def _holds(term: str, line: str) -> bool:
    return f'"{term}"' in line or f"'{term}'" in line


def _matter(table: Mapping[str, Any], places: Places) -> Matter:
    for key in unknown(table, KEYS):
        raise refuse("topic-key", places.at(key), seen=key, known=", ".join(KEYS))
    name = table.get("name")
    if not isinstance(name, str) or not name:
        raise refuse("key-missing", places.at("name"), key="name")
    if not is_slug(name):
        raise refuse("bad-slug", places.at("name"), seen=name)
    de, en = labels(table.get("label"), places)
    return Matter(name, de, en, term_list(table, "terms", places, wanted=True), term_list(table, "exclude", places))


def is_slug(name: str) -> bool:
    """Whether a name is a slug."""
    try:
        return checked_slug(name) == name
    except LibcorpusError:
        return False


def unknown(table: Mapping[str, Any], keys: tuple[str, ...]) -> Iterator[str]:
    """The keys of a table that mean nothing."""
    return (key for key in table if key not in keys)


def labels(value: object, places: Places) -> tuple[str, str]:
    """The German and the English label; refuses what is no table of two texts."""
    if value is None:
        return "", ""
    if not isinstance(value, Mapping):
        raise refuse("key-type", places.at("label"), str(value), key="label", expected='{ de = "…", en = "…" }')
    for key in unknown(value, LANGUAGES):
        raise refuse("topic-key", places.at("label"), seen=f"label.{key}", known="label.de, label.en")
    for key, text in value.items():
        if not isinstance(text, str):
            raise refuse("key-type", places.at("label"), str(text), key=f"label.{key}", expected="text")
    return value.get("de", ""), value.get("en", "")


def term_list(table: Mapping[str, Any], key: str, places: Places, wanted: bool = False) -> tuple[str, ...]:
    """The terms under a key; refuses one that cannot be looked for, and an empty list where there have to be some."""
    terms = table.get(key, [])
    if not isinstance(terms, list) or not all(isinstance(term, str) for term in terms):
        raise refuse("key-type", places.at(key), str(terms), key=key, expected='["…", "…"]')
    for term in terms:
        if not is_term(term):
            raise refuse("bad-term", places.at(key, term), term)
    if wanted and not terms:
        raise refuse("key-missing", places.at(key), key=key)
    return tuple(terms)
