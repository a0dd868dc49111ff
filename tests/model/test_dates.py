"""Dates of adoption: as exact as they are known, and no others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libcorpus.model.dates import PartialDate
from libcorpus.model.problems import LibcorpusError

LAWS = settings(deadline=None, derandomize=True, max_examples=200)


@LAWS
@given(st.dates(), st.sampled_from([1, 2, 3]))
def test_a_date_reads_back_what_it_prints(day: object, parts: int) -> None:
    date = PartialDate.parse("-".join(str(day).split("-")[:parts]))
    assert PartialDate.parse(str(date)) == date == PartialDate.read(str(date))
    if parts == 3:
        assert PartialDate.read(date.german()) == date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("07.03.2020", "2020-03-07"),
        ("7.3.2020", "2020-03-07"),
        ("7. 3. 2020", "2020-03-07"),
        ("7. März 2020", "2020-03-07"),
        ("7.März 2020", "2020-03-07"),
        ("1. Jänner 2020", "2020-01-01"),
        ("24. Dez. 1959", "1959-12-24"),
        ("März 1959", "1959-03"),
        ("1959", "1959"),
        ("1959-03", "1959-03"),
        (" 2020-02-29 ", "2020-02-29"),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, iso: str) -> None:
    assert str(PartialDate.read(text)) == iso


@pytest.mark.parametrize(
    "text",
    [
        *("", "31.02.2020", "30.2.2021", "29.02.2019", "00.03.2020", "1.13.2020", "0. März 2020", "7. Merz 2020"),
        *("2020-00", "2020-3", "2020-03-7", "2020-03-00", "20-03-07", "2020-03-07T12:00", "２０２０", "0000", "7.3.20"),
    ],
)
def test_an_impossible_date_is_refused(text: str) -> None:
    with pytest.raises(LibcorpusError) as caught:
        PartialDate.read(text)
    assert caught.value.problem.key == "bad-date"


def test_dates_sort_and_cover() -> None:
    texts = ["1959", "1959-03", "1959-03-14", "2020-03-07"]
    assert [str(date) for date in sorted(PartialDate.parse(text) for text in reversed(texts))] == texts
    year, month, day = (PartialDate.parse(text) for text in texts[:3])
    assert year.covers(day)
    assert month.covers(day)
    assert not day.covers(month)
    assert [date.german() for date in (year, month, day)] == ["1959", "03/1959", "14.03.1959"]
