"""What was found by fuzzing stays found out, and what fuzzing begins with is read. ``make fuzz`` goes on from here."""

from pathlib import Path
from random import Random

import pytest

from tests.hostile.seeds import seeds_of
from tests.hostile.targets import TARGETS, finding
from torture.mutating import mutated

CASES = Path(__file__).with_name("cases")


def _target_of(case: Path) -> str:
    name = case.name.rpartition("-")[0]
    return next(target for target in TARGETS if target.replace(" ", "_").replace(",", "") == name)


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_what_was_found_is_put_right(case: Path) -> None:
    assert finding(_target_of(case), case.read_bytes()) == ""


@pytest.mark.parametrize("target", TARGETS)
def test_the_first_seed_is_read(target: str) -> None:
    """A seed that is refused would try nothing but the refusal."""
    TARGETS[target](seeds_of(target)[0])


@pytest.mark.parametrize("target", TARGETS)
def test_some_changes_of_each(target: str) -> None:
    """The same few each time; ``make fuzz`` takes others."""
    chance = Random(target)
    for _ in range(40):
        data = mutated(chance.choice(seeds_of(target)), chance)
        assert finding(target, data) == "", data[:500]
