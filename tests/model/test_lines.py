"""Printed lines, as people cite them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libcorpus.model.lines import LineSpan, LineStart
from libcorpus.model.problems import LibcorpusError

LAWS = settings(deadline=None, derandomize=True, max_examples=200)


@st.composite
def spans(draw: st.DrawFn) -> LineSpan:
    first, more = draw(st.integers(0, 9999)), draw(st.integers(0, 50))
    page = draw(st.one_of(st.none(), st.integers(1, 30)))
    if page is None:
        return LineSpan(first, first + more)
    later = draw(st.integers(0, 2))
    return LineSpan(first, draw(st.integers(0, 50)) if later else first + more, page, page + later)


@LAWS
@given(spans())
def test_a_span_reads_back_what_it_prints(span: LineSpan) -> None:
    assert LineSpan.parse(str(span)) == span
    assert LineSpan.parse(str(span).replace("-", " – ")) == span


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("94-99", LineSpan(94, 99)),
        ("94–99", LineSpan(94, 99)),
        (" 18 ", LineSpan(18, 18)),
        ("3:4-9", LineSpan(4, 9, 3, 3)),
        ("3:40-4:2", LineSpan(40, 2, 3, 4)),
        ("3:4", LineSpan(4, 4, 3, 3)),
    ],
)
def test_spans_are_read_as_people_write_them(text: str, span: LineSpan) -> None:
    assert LineSpan.parse(text) == span


@pytest.mark.parametrize(
    "text", ["", "x", "99-94", "4-3:9", "3:9-3:4", "-4", "4-", "1,2", "after 93", "1.5", "3:", "9" * 9]
)
def test_anything_else_is_no_span(text: str) -> None:
    with pytest.raises(LibcorpusError) as caught:
        LineSpan.parse(text)
    assert caught.value.problem.key == "bad-lines"


def test_an_insertion_point_is_empty_and_says_where() -> None:
    point = LineSpan(94, 93)
    assert point.empty
    assert (str(point), str(LineSpan(1, 0))) == ("after 93", "before 1")
    assert 93 not in point
    assert 94 not in point
    with pytest.raises(LibcorpusError):
        LineSpan(95, 93)


def test_both_ends_are_inside() -> None:
    assert [number for number in range(90, 102) if number in LineSpan(94, 99)] == [94, 95, 96, 97, 98, 99]


def test_a_line_start_knows_its_place() -> None:
    assert LineStart(94, None, 7, 3).position == (7, 3)
