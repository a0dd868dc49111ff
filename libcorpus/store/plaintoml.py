"""Reads the plain sort of TOML that this program writes, ten times as fast as ``tomllib``; anything else is left to it.

    title = "Ankommen"        ->   {"title": "Ankommen", "source": {"file": "source.txt"}}
    [source]
    file = "source.txt"

Plain means: a key, and a text without a backslash, a whole number, true or false; tables by dotted names. A line of
another sort, a key that stands twice, or a table that opens again gives None, and ``tomllib`` says what it is. Knows
text only.
"""

import re
from typing import Any, Final

_PLAIN: Final = re.compile(
    r'([A-Za-z0-9_-]+) = (?:"([^"\\\x00-\x1f\x7f]*)"|(0|[1-9][0-9]{0,15})|(true|false))|\[([A-Za-z0-9_.-]+)\]'
)


def plain_toml(text: str) -> dict[str, Any] | None:
    """The values of a text, if all of it is plain."""
    values: dict[str, Any] = {}
    table, opened = values, {""}
    for line in text.split("\n"):
        if not line:
            continue
        match = _PLAIN.fullmatch(line)
        if match is None:
            return None
        key, words, number, flag, name = match.groups()
        if name is not None:
            found = _opened(values, name, opened)
            if found is None:
                return None
            table = found
        elif key in table:
            return None
        else:
            table[key] = words if words is not None else int(number) if number is not None else flag == "true"
    return values


def _opened(values: dict[str, Any], name: str, opened: set[str]) -> dict[str, Any] | None:
    if name in opened:
        return None
    opened.add(name)
    table = values
    for part in name.split("."):
        if not part:
            return None
        table = table.setdefault(part, {})
        if not isinstance(table, dict):
            return None
    return table
