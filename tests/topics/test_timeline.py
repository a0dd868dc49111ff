"""Threads as rows over assemblies, and what changed between two dates."""

import pytest

from libcorpus.model.dates import PartialDate
from libcorpus.topics.between import between
from libcorpus.topics.timeline import timeline
from tests.topics.story import COURSES, COURSES_19, Y2009, Y2014, Y2016, Y2019, story


def test_a_thread_is_a_row_and_an_assembly_a_column() -> None:
    rows = {row.thread.id: [cell.kind for cell in row.cells] for group in timeline(story()) for row in group.rows}
    assert rows == {
        "aaa": ["introduced", "reworded", "holds", "reworded"],
        "bbb": ["introduced", "dropped", "", "resumed"],
        "ccc": ["introduced", "fulfilled", "holds", "holds"],
        "ddd": ["", "introduced", "holds", "unmatched"],
        "eee": ["introduced", "holds", "holds", "related"],
    }


def test_rows_stand_by_matter_in_the_order_of_the_topic_and_what_is_about_none_at_the_end() -> None:
    groups = timeline(story())
    assert [group.matter for group in groups] == ["courses", "passports", ""]
    assert [row.thread.id for row in groups[0].rows] == ["aaa", "bbb"]


def kinds(low: PartialDate | None, high: PartialDate) -> dict[str, str]:
    return {change.thread.id: change.kind for change in between(story(), low, high)}


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (None, Y2009, dict.fromkeys(["aaa", "bbb", "ccc", "eee"], "introduced")),
        (
            Y2009,
            Y2014,
            {"aaa": "reworded", "bbb": "dropped", "ccc": "fulfilled", "ddd": "introduced", "eee": "kept"},
        ),
        (Y2014, Y2016, dict.fromkeys(["aaa", "ccc", "ddd", "eee"], "kept")),
        (
            Y2014,
            Y2019,
            {"aaa": "reworded", "bbb": "resumed", "ccc": "kept", "ddd": "unmatched", "eee": "related"},
        ),
        # From the first to the last date, whatever happened on the way: what was dropped and resumed is as it was.
        (Y2009, Y2019, {"aaa": "reworded", "bbb": "kept", "ccc": "fulfilled", "eee": "related"}),
    ],
)
def test_what_changed_between_two_dates(low: PartialDate | None, high: PartialDate, expected: dict[str, str]) -> None:
    assert kinds(low, high) == expected


def test_a_net_change_shows_the_first_and_the_last_wording() -> None:
    change = next(one for one in between(story(), Y2009, Y2019) if one.thread.id == "aaa")
    assert (change.old, change.new) == (COURSES, COURSES_19)
    assert [step.adopted_on for step in change.steps] == [Y2014, Y2019]
