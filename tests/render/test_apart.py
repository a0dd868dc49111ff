"""A sentence with something new between its parts, in the terminal and as data: lines of all parts, none of the gap."""

from libcorpus.flows.comparing import as_data
from libcorpus.render.account import render_comparison
from libcorpus.render.style import Style
from tests.render.pairs import with_a_gap


def test_the_terminal_names_the_lines_of_each_part() -> None:
    shown = list(render_comparison(with_a_gap(), Style(width=200), "de"))
    gutters = [line[:25].split() for line in shown if line[22:23] in "<>+-" and line[22:23]]
    assert gutters == [
        ["2-3", "2,", "4", "<"],
        ["-", "3", "+"],
        ["6-7", "7-8", ">"],
        ["6-7", "-", "-"],
    ]
    assert shown[2] == "4 unverändert, 1 geteilt, 1 zusammengefasst, 1 gestrichen, 1 neu"


def test_data_names_the_sentences_and_lines_of_each_part() -> None:
    split, merged = ([one for one in as_data(with_a_gap())["links"] if one["kind"] == kind] for kind in KINDS)
    assert [one["old"]["sentences"] for one in split] == [[1]]
    assert [(one["new"]["sentences"], one["new"]["lines"]) for one in split] == [([1, 3], [[2, 2], [4, 4]])]
    assert [(one["old"]["sentences"], one["new"]["sentences"]) for one in merged] == [([4, 6], [6])]
    assert merged[0]["old"]["text"] == (
        "Der Ausländerbeirat erhält ein eigenes Budget. Er bekommt Rederecht in den Ausschüssen des Rates."
    )


KINDS = ("split", "merged")
