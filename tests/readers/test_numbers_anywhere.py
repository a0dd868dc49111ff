"""Printed numbers are found wherever a tool that copied the text has left them; the words are the same each time."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libcorpus.readers import read
from tests.readers.drafts import draft_of, keys, read_or_refuse

HEAD = "Beschluss Wege für alle\nGremium: Rat\nBeschlussdatum: 07.03.2020\nText\n\n"
LINES = (
    "Unsere Stadt ist weltoffen, vielfältig und",
    "international. Das gilt für alle Menschen,",
    "die hier leben, arbeiten und lernen.",
    "Wir wollen, dass die Wege sicher sind und",
    "die Busse auch am Wochenende fahren. Der",
    "Rat soll bis zum Sommer einen Plan",
    "vorlegen, der die Schulen, die Vereine und",
    "die Betriebe einbezieht, und er soll den",
    "Ausbau der Radwege am Fluss beginnen, wo",
    "heute noch Autos parken, und dort Bäume",
    "pflanzen.",
)


def front(lines: Sequence[str], first: int = 1) -> str:
    return "\n".join(f"{number} {line}" for number, line in enumerate(lines, first))


LAYOUTS: dict[str, Callable[[Sequence[str]], str]] = {
    "in front": front,
    "behind": lambda lines: "\n".join(f"{line}   {number}" for number, line in enumerate(lines, 1)),
    "behind, right-aligned": lambda lines: "\n".join(f"{line:<60}{number:>4}" for number, line in enumerate(lines, 1)),
    "alone above": lambda lines: "\n".join(f"{number}\n{line}" for number, line in enumerate(lines, 1)),
    "alone below": lambda lines: "\n".join(f"{line}\n{number}" for number, line in enumerate(lines, 1)),
    "column, then words": lambda lines: "\n".join([*map(str, range(1, len(lines) + 1)), *lines]),
    "words, then column": lambda lines: "\n".join([*lines, *map(str, range(1, len(lines) + 1))]),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_line_has_its_number_wherever_it_stood(name: str) -> None:
    draft = draft_of((HEAD + LAYOUTS[name](LINES) + "\n").encode(), "a.txt")
    assert draft.numbered
    assert [line.number for block in draft.blocks for line in block.lines] == list(range(1, len(LINES) + 1))
    assert " ".join(block.flat for block in draft.blocks) == " ".join(LINES)
    assert draft.metadata["title"] == "Wege für alle"
    assert keys(draft)["numbers-behind"] == name.startswith("behind")


def test_columns_page_by_page() -> None:
    pages = [LINES[:6], LINES[6:]]
    text, number = "", 1
    for own in pages:
        text += "\n".join([*map(str, range(number, number + len(own))), *own]) + "\n"
        number += len(own)
    draft = draft_of((HEAD + text).encode(), "a.txt")
    assert [line.number for block in draft.blocks for line in block.lines] == list(range(1, len(LINES) + 1))
    assert " ".join(block.flat for block in draft.blocks) == " ".join(LINES)


@pytest.mark.parametrize("behind", [False, True])
def test_every_fifth_line_is_numbered(behind: bool) -> None:
    lines = [
        (
            f"{line:<60}{number if number % 5 == 0 else ''}"
            if behind
            else f"{number if number % 5 == 0 else '':>3} {line}"
        )
        for number, line in enumerate(LINES, 1)
    ]
    more = [f"{line:<60}{number if number % 5 == 0 else ''}" for number, line in enumerate(LINES[:5], 12)]
    if not behind:
        more = [f"{number if number % 5 == 0 else '':>3} {line}" for number, line in enumerate(LINES[:5], 12)]
    draft = draft_of((HEAD + "\n".join([*lines, *more]) + "\n").encode(), "a.txt")
    assert [line.number for block in draft.blocks for line in block.lines] == list(range(1, 17))
    assert next(one for one in draft.remarks if one.key == "every-fifth").values["step"] == 5
    # What print did not print is not left out either.
    assert [left.text for left in draft.left_out if left.kind == "margin-number"] == ["5", "10", "15"]


def test_a_line_too_many_between_two_fifths_is_a_break() -> None:
    lines = [f"{number if number % 5 == 0 else '':>3} {LINES[number % 11]}" for number in range(1, 31)]
    lines.insert(12, "    Eine Zeile zu viel steht hier und")
    draft = read((HEAD + "\n".join(lines)).encode(), "a.txt")
    assert draft.gaps == ("15",)
    assert keys(draft)["margin-repeat"] == 1


@pytest.mark.parametrize("between", ["Seite 1 von 2\n", "\f", "– 1 –\n"])
def test_numbers_that_begin_anew_on_a_page_are_told_apart_by_it(between: str) -> None:
    text = HEAD + front(LINES[:6]) + "\n" + between + front(LINES[6:]) + "\n"
    draft = draft_of(text.encode(), "a.txt")
    places = [(line.page, line.number) for block in draft.blocks for line in block.lines]
    assert places == [*((1, number) for number in range(1, 7)), *((2, number) for number in range(1, 6))]
    assert draft.gaps == ()
    assert " ".join(block.flat for block in draft.blocks) == " ".join(LINES)


def test_without_the_end_of_a_page_a_count_that_begins_anew_is_a_break() -> None:
    draft = read((HEAD + front(LINES[:6]) + "\n" + front(LINES[6:])).encode(), "a.txt")
    assert draft.gaps == ("1",)


@pytest.mark.parametrize(
    "text",
    [
        "Die Ziele bis 2030:\n\n5 Prozent mehr Bäume\n\nund das ist gut so.\n\n10 neue Busse\n",
        "Eins 3\nKapitel zwei 7\nKapitel drei 12\nKapitel vier 13\nKapitel fünf 20\nKapitel sechs 31\nKapitel 40\n",
        "Im Jahr\n2019\nwar es so.\n2020\nanders.\n",
    ],
)
def test_numbers_that_are_words_are_no_count(text: str) -> None:
    draft = draft_of((HEAD + text).encode(), "a.txt")
    assert not draft.numbered


NUMBERED = st.lists(
    st.tuples(
        st.sampled_from(["", "1", "2", "3", "4", "5", "10", "\f", "Seite 2", "- 7"]), st.sampled_from(["", *LINES])
    ),
    max_size=14,
)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(NUMBERED, st.sampled_from([" ", "\n", "   "]), st.booleans())
def test_any_arrangement_is_read_whole_or_refused(lines: list[tuple[str, str]], glue: str, behind: bool) -> None:
    text = "\n".join(glue.join(reversed(line) if behind else line) for line in lines)
    assert read_or_refuse((HEAD + text).encode(), "a.txt") in ("", "empty-file", "no-text")
