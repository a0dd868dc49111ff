"""Plain TOML is read as tomllib reads it, or not at all."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libcorpus.store.plaintoml import plain_toml

ROOT = Path(__file__).resolve().parents[2]
LINES = st.sampled_from(
    [
        *(
            'title = "Ein Titel"',
            'title = "Ein „Titel“ mit Ö"',
            'title = "a\\tb"',
            "title = 'x'",
            'title="x"',
            "n = 12",
            "n = 007",
        ),
        *(
            "n = -1",
            "n = 1_000",
            "n = 1.5",
            "flag = true",
            "flag = True",
            "day = 2020-03-07",
            'list = ["a", "b"]',
            "# comment",
        ),
        *(
            "[source]",
            "[source.left_out]",
            "[[relations]]",
            "[a.b]",
            "[a]",
            "[ a ]",
            "[]",
            "[a.]",
            "[.a]",
            'file = "x" # y',
        ),
        *('"quoted" = "x"', 'a.b = "x"', 'b = "x"', "a = 1", " n = 3", "n = 3 ", "", "source = 1", 'tab = "a\tb"', "x"),
        *(
            'title = "\u2028"',
            'title = "\x7f"',
            'title = """',
            "\r",
            'left_out = "x"',
            'text = "\u0085"',
            "n = 99999999999999999",
        ),
    ]
)


@settings(deadline=None, derandomize=True, max_examples=2000)
@given(st.lists(LINES, max_size=6))
def test_what_is_read_plainly_is_what_tomllib_reads(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    found = plain_toml(text)
    if found is not None:
        assert found == tomllib.loads(text)


def test_what_this_program_writes_is_plain() -> None:
    paths = list((ROOT / "corpus/resolutions").rglob("resolution.toml"))
    assert paths
    for path in paths:
        assert plain_toml(path.read_text("utf-8")) == tomllib.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("text", ['a = "x\\n"\n', "a = [1]\n", "a = 1\na = 2\n", "[a]\n[a]\n", "a = 1\n[a]\nb = 1\n"])
def test_anything_else_is_left_to_tomllib(text: str) -> None:
    assert plain_toml(text) is None
