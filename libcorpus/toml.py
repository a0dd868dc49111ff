"""TOML with places: parsed values that know the line of each key, and rewriting that keeps what a person wrote.

    Record.at("rendition.numbers")  ->  "resolution.toml:21"

Reading uses ``tomllib``; ``tomlkit``, which is slower to import, only writes. Knows no keys
of its own.
"""

import datetime
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from libcorpus.model.dates import PartialDate
from libcorpus.model.problems import LibcorpusError, refuse

_AT_LINE: Final = re.compile(r"at line (\d+)")
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED: Final = re.compile(r'["\\\x00-\x1f\x7f]')
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_MAX_SIZE: Final = 4_000_000
# tomllib takes the square of a key's parts: of 100,000 of them, hours.
_MAX_DOTS: Final = 100
_DOTTED: Final = re.compile(r"(?<![\w-])(?:[\w-]+[ \t]*\.[ \t]*){100}")
# Python reads such a number in its other notations and does not print it.
_LONG: Final = 1000
_NUMBER: Final = re.compile(r"\b0[xob][0-9a-fA-F_]{1000}")
_QUOTED: Final = re.compile(r"""\"(?:[^"\\\n]|\\.)*\"|'[^'\n]*'|#[^\n]*""")


@dataclass(frozen=True, slots=True)
class Record:
    """Values of a TOML file, with the text they came from and the file's name."""

    values: Mapping[str, Any]
    text_: str
    place: str

    def get(self, name: str) -> Any:
        """The value of a dotted key, or None."""
        if "." not in name:
            return self.values.get(name)
        value: Any = self.values
        for part in name.split("."):
            # Nearly all are plain; to ask whether a dict is a mapping takes longer than to look into it.
            value = value.get(part) if type(value) is dict or isinstance(value, Mapping) else None
        return value

    def at(self, name: str) -> str:
        """File and line of a dotted key, or of its table; the file alone where neither stands."""
        table, _, key = name.rpartition(".")
        current, fallback = "", ""
        for number, line in enumerate(self.text_.split("\n"), start=1):
            if header := re.match(r"\s*\[+\s*([\w.-]+)\s*\]+", line):
                current = header[1]
                fallback = f"{self.place}:{number}" if current == (table or key) else fallback
            elif current == table and re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", line):
                return f"{self.place}:{number}"
        return fallback or self.place

    def check(self, name: str, holds: str, required: bool, choices: tuple[str, ...]) -> None:
        """Refuse a value that is missing or not what the key holds."""
        value = self.get(name)
        if value is None or value == "":
            if required:
                raise refuse("key-missing", self.at(name), key=name)
            return
        if not _HOLDS[holds](value):
            raise refuse("key-type", self.at(name), str(value), key=name, expected=holds)
        if choices and value not in choices:
            raise refuse("bad-choice", self.at(name), key=name, seen=value, known=", ".join(choices))

    def text(self, name: str) -> str:
        """A text, empty where the key is not there."""
        value = self.get(name)
        return value if isinstance(value, str) else ""

    def integer(self, name: str) -> int:
        """A whole number, 0 where the key is not there."""
        value = self.get(name)
        return value if isinstance(value, int) else 0

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, empty where the key is not there."""
        return tuple(self.get(name) or ())

    def date(self, name: str) -> PartialDate | None:
        """A date, quoted or bare."""
        value = self.get(name)
        return self._date(name, value) if value else None

    def dates(self, name: str) -> tuple[PartialDate, ...]:
        """A list of dates."""
        return tuple(self._date(name, value) for value in self.get(name) or ())

    def _date(self, name: str, value: object) -> PartialDate:
        text = value.isoformat() if isinstance(value, datetime.date) else str(value)
        try:
            return PartialDate.parse(text)
        except LibcorpusError:
            raise refuse("bad-date", self.at(name), seen=text) from None


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_date(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, datetime.date) and not isinstance(value, datetime.datetime))


def _list_of(check: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(map(check, value))


_HOLDS: Final[dict[str, Callable[[object], bool]]] = {
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "text": _is_text,
    "slug": _is_text,
    "choice": _is_text,
    "date": _is_date,
    "texts": _list_of(_is_text),
    "dates": _list_of(_is_date),
    "tables": _list_of(lambda value: isinstance(value, Mapping)),
    "table": lambda value: isinstance(value, Mapping),
}


def parse_toml(text: str, place: str) -> Record:
    """The record of a TOML text; refuses broken TOML with the line."""
    if len(text) > _MAX_SIZE:
        raise refuse("toml-too-large", place, seen=len(text), limit=_MAX_SIZE)
    if text.count(".") > _MAX_DOTS and _DOTTED.search(_QUOTED.sub("s", text)):
        raise refuse("toml-too-deep", place, limit=_MAX_DOTS)
    if len(text) > _LONG and _NUMBER.search(_QUOTED.sub("s", text)):
        raise refuse("bad-toml", place, why=f"a number of more than {_LONG} digits")
    try:
        return Record(tomllib.loads(text), text, place)
    # A ValueError that is none of TOML's: a number of more digits than Python reads.
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        line = _AT_LINE.search(str(error))
        lines = text.split("\n")
        excerpt = lines[int(line[1]) - 1] if line and int(line[1]) <= len(lines) else ""
        where = f"{place}:{line[1]}" if line else place
        raise refuse("bad-toml", where, excerpt, why=str(error)) from None


def updated(before: str, values: Mapping[str, Any]) -> str:
    """``before`` with the values put in; keys that stay empty and were not there are not written."""
    if not before:
        return "".join(_new(values)).lstrip("\n")
    import tomlkit

    try:
        document = tomlkit.parse(before)
    except (tomlkit.exceptions.TOMLKitError, RecursionError) as error:
        raise refuse("bad-toml", why=str(error)) from None
    _put(document, values)
    return tomlkit.dumps(document)


def _new(values: Mapping[str, Any], name: str = "") -> Iterator[str]:
    """A new file as tomlkit would write it: that takes ten times as long, and there is nothing to keep."""
    tables = {key: value for key, value in values.items() if _holds_tables(value)}
    for key, value in values.items():
        if key not in tables and not _is_empty(value):
            yield f"{_key(key)} = {_value(value)}\n"
    for key, value in tables.items():
        path = f"{name}.{_key(key)}" if name else _key(key)
        for one in [value] if isinstance(value, Mapping) else value:
            inner = list(_new(one, path))
            if inner:
                yield f"\n[{path}]\n" if isinstance(value, Mapping) else f"\n[[{path}]]\n"
                yield from inner


def _holds_tables(value: object) -> bool:
    return isinstance(value, Mapping) or (isinstance(value, list) and bool(value) and isinstance(value[0], Mapping))


def _key(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else _value(name)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return f'"{_ESCAPED.sub(_escaped, value)}"'
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    raise TypeError(f"no value of ours: {type(value).__name__}")


def _escaped(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04x}"


def _put(table: Any, values: Mapping[str, Any]) -> None:
    import tomlkit

    for key, value in values.items():
        if isinstance(value, Mapping):
            inner = table.get(key)
            inner = tomlkit.table() if inner is None else inner
            _put(inner, value)
            if key not in table and len(inner):
                table[key] = inner
        elif _is_empty(value):
            if key in table:
                del table[key]
        elif isinstance(value, list) and isinstance(value[0], Mapping):
            _put_tables(table, key, value)
        elif _plain(table.get(key)) != value:
            table[key] = value


def _is_empty(value: object) -> bool:
    return value is None or value == "" or value == [] or (value == 0 and not isinstance(value, bool))


def _put_tables(table: Any, key: str, values: list[Mapping[str, Any]]) -> None:
    """An array of tables with these values; a table that is there already keeps its comments and unknown keys."""
    import tomlkit

    array = table.get(key)
    if not isinstance(array, tomlkit.items.AoT):
        array = tomlkit.aot()
    old = list(array)
    kept = _matched(old, values)
    for index in reversed(range(len(old))):
        if index not in kept.values():
            del array[index]
    for number, value in enumerate(values):
        inner = old[kept[number]] if number in kept else tomlkit.table()
        _put(inner, value)
        if number not in kept:
            if len(array) and not array[-1].as_string().endswith("\n\n"):
                inner.trivia.indent = "\n"
            array.append(inner)
    table[key] = array


def _matched(old: list[Any], values: list[Mapping[str, Any]]) -> dict[int, int]:
    """Which of the tables that are there each value belongs to: the one it shares most with, and two keys at least."""
    pairs = []
    for number, value in enumerate(values):
        for index, table in enumerate(old):
            shared = sum(not _is_empty(seen) and _plain(table.get(name)) == seen for name, seen in value.items())
            pairs.append((-shared, number, index))
    found: dict[int, int] = {}
    for shared, number, index in sorted(pairs):
        if shared <= -2 and number not in found and index not in found.values():
            found[number] = index
    return found


def _plain(value: Any) -> Any:
    if value is None:
        return None
    unwrapped = value.unwrap() if hasattr(value, "unwrap") else value
    return unwrapped.isoformat() if isinstance(unwrapped, datetime.date) else unwrapped
