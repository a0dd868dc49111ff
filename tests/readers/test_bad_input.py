"""What cannot be filed truly is refused, with file, line and the way out; breaks in the count are named."""

import pytest

from libcorpus.model.problems import LibcorpusError
from libcorpus.model.wording import sentence
from libcorpus.readers import can_read, read

HEAD = "Beschluss Wege\n\nGremium: Rat\nBeschlussdatum: 07.03.2020\n\nText\n\n"


@pytest.mark.parametrize(
    ("data", "key", "place"),
    [
        (b"", "empty-file", "a.txt"),
        (b" \n\t\r\n\x0c", "empty-file", "a.txt"),
        ("\ufeff\n".encode(), "empty-file", "a.txt"),
        ("1 Für\n2 alle\n".encode("cp850"), "not-utf8", "a.txt:1"),
        ("1 Wir\n2 Für\n".encode("mac-roman"), "not-utf8", "a.txt:2"),
        (b"1 Wir\n2 al\x00le\n", "binary-file", "a.txt:2"),
        (b"1 Wir\r2 al\xffle\r\n", "not-utf8", "a.txt:2"),
        (HEAD.encode(), "no-text", "a.txt"),
    ],
)
def test_bad_files_are_refused_with_place_and_way_out(data: bytes, key: str, place: str) -> None:
    with pytest.raises(LibcorpusError) as caught:
        read(data, "a.txt")
    problem = caught.value.problem
    assert (problem.key, problem.place) == (key, place)
    assert "hint: " in sentence(problem, "en")
    assert "Ausweg: " in sentence(problem, "de")


def test_a_kind_of_file_that_no_reader_knows_is_refused() -> None:
    assert can_read("a.txt")
    assert not can_read("a.xyz")
    # An old Word file in a folder is not passed over: it is refused with the way out.
    assert can_read("alt.doc")
    with pytest.raises(LibcorpusError) as caught:
        read(b"x", "a.xyz")
    assert caught.value.problem.key == "no-reader"


@pytest.mark.parametrize(
    ("numbers", "breaks"),
    [
        ((1, 2, 4, 5), [("margin-gap", 3, 4, 3)]),
        ((1, 2, 4), [("margin-gap", 3, 4, 3)]),
        ((1, 2, 2, 3), [("margin-repeat", 3, 2, 3)]),
        ((1, 2, 3, 3), [("margin-repeat", 4, 3, 4)]),
        ((1, 2, 3, 1, 2), [("margin-repeat", 4, 1, 4)]),
        ((1, 2, 9, 10, 4, 5), [("margin-gap", 3, 9, 3), ("margin-repeat", 5, 4, 11)]),
        ((1, 3, 4, 5), [("margin-gap", 2, 3, 2)]),
        ((17, 18, 19), []),
    ],
)
def test_gaps_and_repeats_are_named_with_their_lines(
    numbers: tuple[int, ...], breaks: list[tuple[str, int, int, int]]
) -> None:
    lines = [f"{number} Wort und noch ein Wort" for number in numbers]
    draft = read((HEAD + "\n".join(lines)).encode(), "a.txt")
    found = [problem for problem in draft.remarks if problem.key in ("margin-gap", "margin-repeat")]
    before = HEAD.count("\n")
    assert [
        (problem.key, int(problem.place.split(":")[1]) - before, problem.values["seen"], problem.values["expected"])
        for problem in found
    ] == breaks
    assert draft.gaps == tuple(str(seen) for _, _, seen, _ in breaks)
    assert [line.number for block in draft.blocks for line in block.lines] == list(numbers)


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        # "42 % aller …" begins an unnumbered line, and the count goes on behind it.
        (["1 Wege", "", "2 Wir sparen.", "", "42 % sind genug", "", "3 Die Stadt"], [1, 2, None, 3]),
        # A year in a reason below the text is no gap.
        (["1 Die Stadt baut", "2 Wege.", "", "Begründung", "2019 war es zu laut."], [1, 2, None, None]),
        (["1 Die Stadt", "2 baut 3", "3 Wege."], [1, 2, 3]),
        (["1", "2 Die Stadt baut", "3"], [1, 2, 3]),
    ],
)
def test_numbers_that_are_words_are_no_breaks(lines: list[str], numbers: list[int | None]) -> None:
    draft = read((HEAD + "\n".join(lines)).encode(), "a.txt")
    assert [line.number for block in draft.blocks for line in block.lines] == numbers
    assert draft.gaps == ()
