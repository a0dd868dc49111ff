"""A new TOML file reads back as what was written, and looks as tomlkit would write it."""

import tomllib
from typing import Any

import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from libcorpus.toml import _put, updated

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
KEY = st.text("abcxyz_-0ä ", min_size=1, max_size=6)
PLAIN = TEXT | st.integers(0, 10**6) | st.lists(TEXT.filter(bool), max_size=3)
TABLE = st.dictionaries(KEY, PLAIN, max_size=3)
VALUES = st.dictionaries(KEY, PLAIN | TABLE | st.lists(TABLE, max_size=2), max_size=5)


def filled(values: Any) -> Any:
    """Values as they read back: what is empty is not written."""
    if isinstance(values, dict):
        found = {key: filled(value) for key, value in values.items()}
        return {key: value for key, value in found.items() if value not in ("", 0, [], {})}
    if isinstance(values, list):
        return [filled(value) for value in values if not isinstance(value, dict) or filled(value)]
    return values


@given(VALUES)
def test_a_new_file_reads_back(values: dict[str, Any]) -> None:
    assert tomllib.loads(updated("", values)) == filled(values)


def test_a_new_file_looks_as_tomlkit_writes_it() -> None:
    values = {
        "format": 1,
        "title": 'Die "Wege"\\\t und é\x7f',
        "body": "",
        "topics": ["rad", "fuß"],
        "assembly": {"name": "", "days": []},
        "relations": [{"kind": "amends", "target": "a/2020/b"}, {"kind": "repeals", "target": "a/2019/c"}],
        "source": {"file": "source.txt", "left_out": {"bullet": 2, "other": [{"place": "Z. 3", "text": "x"}]}},
    }
    document = tomlkit.document()
    _put(document, values)
    assert updated("", values) == tomlkit.dumps(document)
