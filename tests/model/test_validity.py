"""Which texts hold on a date, told by dates, statuses and relations alone."""

import pytest

from libcorpus.model.dates import PartialDate
from libcorpus.model.ids import ResolutionId
from libcorpus.model.resolution import Relation, RenditionInfo, Resolution, ResolutionKind, SourceInfo
from libcorpus.model.validity import Validity


def resolution(title: str, adopted_on: str, *relations: tuple[str, str], **more: object) -> Resolution:
    date = PartialDate.parse(adopted_on)
    own_id = ResolutionId.mint("sandau", date, "", title)
    source = SourceInfo("source.txt", "text/plain", "0" * 64, "plain 1", "x")
    named = tuple(Relation(kind, target) for kind, target in relations)
    return Resolution(
        own_id,
        title,
        "sandau",
        date,
        source,
        RenditionInfo("computed"),
        relations=named,
        **more,  # type: ignore[arg-type]
    )


RADWEGE = resolution("Radwege", "2015-05-09", valid_until=PartialDate.parse("2018-12-31"))
RADWEGE_ID = "sandau/2015-05-09/radwege"


def ending(text: Resolution, as_of: str, *others: Resolution) -> str:
    """Why a text does not hold on a date, or ``holds``."""
    found = Validity([text, *others], PartialDate.parse(as_of)).ending(text)
    return found.kind if found else "holds"


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2016", "holds"),
        ("2018-12-31", "holds"),
        ("2019-01-01", "expired"),
        # A year means its end.
        ("2018", "holds"),
        ("2019", "expired"),
    ],
)
def test_a_text_holds_up_to_its_last_day(as_of: str, expected: str) -> None:
    assert ending(RADWEGE, as_of) == expected


def test_a_year_as_last_day_means_the_end_of_that_year() -> None:
    text = resolution("Hafen", "2015", valid_until=PartialDate(2018))
    assert [ending(text, day) for day in ("2018-12-31", "2019-01-01")] == ["holds", "expired"]


def test_who_reaffirms_a_text_lets_it_hold_on() -> None:
    for_ever = resolution("Radwege bleiben", "2018-06-02", ("reaffirms", RADWEGE_ID))
    for_a_while = resolution(
        "Radwege bleiben", "2018-06-02", ("reaffirms", RADWEGE_ID), valid_until=PartialDate.parse("2020-12-31")
    )
    assert [ending(RADWEGE, day, for_ever) for day in ("2018-05-01", "2019-01-01", "2040")] == ["holds"] * 3
    assert [ending(RADWEGE, day, for_a_while) for day in ("2020-12-31", "2021-01-01")] == ["holds", "expired"]
    assert str(Validity([RADWEGE, for_a_while]).last_day(RADWEGE)) == "2020-12-31"
    assert Validity([RADWEGE, for_ever]).last_day(RADWEGE) is None


def test_a_renewal_that_comes_late_leaves_a_gap() -> None:
    late = resolution("Radwege wieder", "2020-03-07", ("reaffirms", RADWEGE_ID))
    assert [ending(RADWEGE, day, late) for day in ("2019-06-01", "2020-03-07")] == ["expired", "holds"]
    gap = Validity([RADWEGE, late], PartialDate(2021)).gap(RADWEGE)
    assert gap is not None
    assert [str(day) for day in gap] == ["2018-12-31", "2020-03-07"]
    in_time = resolution("Radwege bleiben", "2018-06-02", ("reaffirms", RADWEGE_ID))
    assert Validity([RADWEGE, in_time], PartialDate(2021)).gap(RADWEGE) is None


def test_a_renewal_that_was_rejected_or_repealed_renews_nothing() -> None:
    rejected = resolution("Radwege bleiben", "2018-06-02", ("reaffirms", RADWEGE_ID), status="rejected")
    assert ending(RADWEGE, "2019", rejected) == "expired"
    renewal = resolution("Radwege bleiben", "2018-06-02", ("reaffirms", RADWEGE_ID))
    repeal = resolution("Schluss", "2018-09-01", ("repeals", str(renewal.id)))
    assert ending(RADWEGE, "2019", renewal, repeal) == "expired"


@pytest.mark.parametrize("kind", ["supersedes", "repeals", "continues"])
def test_what_is_replaced_holds_until_the_later_text_was_adopted(kind: str) -> None:
    old = resolution("Programm 2014", "2014-03-22")
    new = resolution("Programm 2019", "2019-11-16", (kind, str(old.id)))
    assert [ending(old, day, new) for day in ("2019-11-15", "2019-11-16", "2025")] == ["holds", kind, kind]
    found = Validity([old, new], PartialDate(2025)).ending(old)
    assert found is not None
    assert found.by == new


@pytest.mark.parametrize("kind", ["amends", "reaffirms"])
def test_what_is_amended_or_reaffirmed_holds(kind: str) -> None:
    old = resolution("Programm 2014", "2014-03-22")
    assert ending(old, "2025", resolution("Zusatz", "2016", (kind, str(old.id)))) == "holds"


def test_motions_and_what_was_not_adopted_do_not_hold() -> None:
    motion = resolution("Antrag", "2014", kind=ResolutionKind.MOTION)
    refused = resolution("Antrag", "2014", kind=ResolutionKind.MOTION, status="rejected")
    assert [ending(motion, "2020"), ending(refused, "2020")] == ["motion", "rejected"]
    for status in ("rejected", "withdrawn", "pending"):
        assert ending(resolution("Beschluss", "2014", status=status), "2020") == status


def test_a_motion_replaces_nothing() -> None:
    old = resolution("Programm 2014", "2014-03-22")
    motion = resolution("Antrag", "2019", ("supersedes", str(old.id)), kind=ResolutionKind.MOTION)
    assert ending(old, "2025", motion) == "holds"


def test_what_is_noted_as_superseded_held_until_then_if_a_relation_says_when() -> None:
    old = resolution("Programm 2014", "2014-03-22", status="superseded")
    new = resolution("Programm 2019", "2019-11-16", ("supersedes", str(old.id)))
    assert [ending(old, day, new) for day in ("2018", "2020")] == ["holds", "supersedes"]
    assert [one.title for one in Validity([old, new]).followed()] == ["Programm 2014", "Programm 2019"]
    # Nobody says since when: it is left out at every date.
    assert [ending(old, day) for day in ("2015", "2020")] == ["superseded", "superseded"]
    assert Validity([old]).followed() == []


def test_what_is_followed_is_what_was_adopted_oldest_first() -> None:
    renewal = resolution("Radwege bleiben", "2018-06-02", ("reaffirms", RADWEGE_ID))
    motion = resolution("Antrag", "2014", kind=ResolutionKind.MOTION)
    texts = [renewal, motion, RADWEGE]
    assert [one.title for one in Validity(texts).followed()] == ["Radwege", "Radwege bleiben"]
    # What ran out is followed as well, up to its last day; what is adopted later is not.
    assert [one.title for one in Validity(texts, PartialDate(2017)).followed()] == ["Radwege"]


def test_a_circle_that_a_hand_wrote_comes_to_an_end() -> None:
    one = resolution("Eins", "2014", ("reaffirms", "sandau/2014/zwei"), valid_until=PartialDate(2015))
    two = resolution("Zwei", "2014", ("reaffirms", "sandau/2014/eins"), valid_until=PartialDate(2015))
    assert [ending(one, "2020", two), ending(two, "2020", one)] == ["expired", "expired"]
