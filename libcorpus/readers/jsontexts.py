"""What stands in a JSON file, text by text, so that nothing of it is lost without a word.

    {"a": [{"b": "Wege"}]}  ->  ("a[0].b", "Wege")

A file may be made to harm: nested without end, or with a number of a million digits. It is read or it is none.
"""

import json
import unicodedata
from collections.abc import Collection, Iterator
from typing import Any, Final

Json = Any

MAX_BYTES: Final = 64 << 20


def loaded(data: bytes) -> Json:
    """The JSON of a file; None where it is none, or too large or too deep to be one of ours."""
    if len(data) > MAX_BYTES or not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return None
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def texts(value: Json, passed_over: Collection[int] = ()) -> Iterator[tuple[str, str]]:
    """Every text and number with the path to it, in order; values with these ``id()`` are passed over."""
    waiting: list[tuple[str, Json]] = [("", value)]
    while waiting:
        path, one = waiting.pop()
        if id(one) in passed_over:
            continue
        if isinstance(one, dict):
            waiting += [(f"{path}.{key}" if path else str(key), inner) for key, inner in reversed(one.items())]
        elif isinstance(one, list):
            waiting += [(f"{path}[{index}]", inner) for index, inner in reversed(list(enumerate(one)))]
        elif text := text_of(one):
            yield path, text


def text_of(value: Json) -> str:
    """A value as text in NFC on one line; empty for anything that is no text and no number."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return " ".join(unicodedata.normalize("NFC", str(value)).split())


def objects(value: Json, depth: int = 3) -> Iterator[dict[str, Json]]:
    """The objects in a value, itself first, down to some depth: a file may wrap what it holds."""
    if isinstance(value, dict):
        yield value
    if depth and isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from objects(inner, depth - 1)
