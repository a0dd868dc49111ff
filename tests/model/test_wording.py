"""Every sentence about a problem is there in both languages and names the same values."""

import re
import string
from pathlib import Path

import pytest

from libcorpus.cli.words import WORDS
from libcorpus.model.problems import Problem, Severity
from libcorpus.model.wording import WORDING, sentence
from libcorpus.model.wordings.row import Wording

PACKAGE = Path(__file__).resolve().parents[2] / "libcorpus"
_USED = re.compile(r"(?:refuse|Problem\.of|Problem|_problem)\(\s*\"([a-z0-9-]+)\"")


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("key", WORDING)
def test_both_languages_name_the_same_values(key: str) -> None:
    wording: Wording = WORDING[key]
    assert wording.en
    assert wording.de
    assert fields(wording.en + wording.hint_en) == fields(wording.de + wording.hint_de)
    assert bool(wording.hint_en) == bool(wording.hint_de)
    Severity(wording.severity)


def test_every_key_the_code_uses_has_its_sentence() -> None:
    used = {key for path in PACKAGE.rglob("*.py") for key in _USED.findall(path.read_text(encoding="utf-8"))}
    assert len(used) > 60
    assert used <= set(WORDING)


@pytest.mark.parametrize("key", WORDS)
def test_labels_of_the_command_line_name_the_same_values(key: str) -> None:
    english, german = WORDS[key]
    assert fields(english) == fields(german)


def test_a_problem_says_place_what_was_seen_and_the_way_out() -> None:
    problem = Problem.of("margin-gap", "sample.txt:31", "42 Die Stadt", seen=42, expected=29)
    assert sentence(problem, "en").split("\n") == [
        "sample.txt:31: the margin number is 42, expected 29: lines are missing [margin-gap]",
        "    42 Die Stadt",
        "    hint: complete the file, or file it as it is with --gaps-ok REASON",
    ]
    assert "die Randnummer ist 42, erwartet 29" in sentence(problem, "de")


def test_control_characters_are_shown_and_never_sent() -> None:
    problem = Problem.of("no-resolution", "a\x1b[2J", "x\u202ey", seen="\x07bell")
    shown = sentence(problem, "de")
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\\x07bell" in shown
