"""Motions of OpenSlides: their own rule counts the lines, by the line length of the meeting."""

import json
from typing import Any

import pytest

from libcorpus.flows.reading import read_source
from libcorpus.model.problems import LibcorpusError
from libcorpus.readers import read, split
from libcorpus.readers.openslides import OpenSlidesMotions

WORDS = "Die Stadt Lindenfurt pflanzt in jedem Jahr zweihundert Bäume an Wegen und auf Plätzen."
EXPORT: dict[str, Any] = {
    "_migration_index": 30,
    "meeting": {"1": {"id": 1, "name": "Kreisparteitag 2022", "motions_line_length": 40, "end_time": 1647093600}},
    "motion_state": {
        "1": {"id": 1, "name": "angenommen"},
        "2": {"id": 2, "name": "nicht befasst"},
    },
    "agenda_item": {"7": {"id": 7, "item_number": "5.1", "content_object_id": "motion/1"}},
    "motion": {
        "1": {
            "id": 1,
            "meeting_id": 1,
            "number": "A1",
            "sequential_number": 1,
            "title": "Bäume",
            "text": f"<p>{WORDS}</p><ul><li><p>{WORDS}</p></li></ul>",
            "reason": "<p>Es wird wärmer.</p>",
            "state_id": 1,
        },
        "2": {"id": 2, "meeting_id": 1, "number": "A2", "title": "Bänke", "text": "<p>Mehr Bänke.</p>", "state_id": 2},
        "3": {"id": 3, "meeting_id": 1, "number": "A1-1", "title": "Ä", "text": "<p>x</p>", "lead_motion_id": 1},
    },
}


def test_an_export_is_a_book_of_its_motions_without_amendments() -> None:
    book = split(json.dumps(EXPORT).encode(), "export.json")
    assert [draft.part for draft in book.drafts] == ["A1", "A2"]
    first, second = (dict(draft.metadata) for draft in book.drafts)
    assert first == {
        "title": "Bäume",
        "kind": "resolution",
        "status": "adopted",
        "agenda_item": "5.1",
        "assembly_name": "Kreisparteitag 2022",
        "adopted_on": "2022-03-12",
    }
    assert (second["kind"], second["status"], second["agenda_item"]) == ("motion", "rejected", "A2")
    assert "adopted_on" not in second


def test_lines_by_the_rule_of_openslides() -> None:
    """40 characters in the meeting, 5 less in a list; the reason is a section of its own."""
    one = {**EXPORT, "motion": {"1": EXPORT["motion"]["1"]}}
    reading = read_source(json.dumps(one).encode(), "antrag.json")
    printed = [words for _, words in reading.document.printed()]
    assert printed == [
        "Die Stadt Lindenfurt pflanzt in jedem",
        "Jahr zweihundert Bäume an Wegen und auf",
        "Plätzen.",
        "Die Stadt Lindenfurt pflanzt in",
        "jedem Jahr zweihundert Bäume an",
        "Wegen und auf Plätzen.",
        "Begründung",
        "Es wird wärmer.",
    ]
    assert [start.number for start in reading.document.lines] == list(range(1, 9))
    assert [remark.values["length"] for remark in reading.remarks if remark.key == "numbers-computed"] == [40]


def test_the_text_that_the_assembly_changed_is_the_one_that_holds() -> None:
    changed = {**EXPORT["motion"]["1"], "modified_final_version": "<p>300 Bäume.</p>"}
    draft = read(json.dumps({**EXPORT, "motion": [changed]}).encode(), "antrag.json")
    assert draft.blocks[0].flat == "300 Bäume."
    assert [left.text for left in draft.left_out if left.kind == "other"] == [f"{WORDS} {WORDS}"]
    read_source(json.dumps({**EXPORT, "motion": [changed]}).encode(), "antrag.json")


@pytest.mark.parametrize(
    "top",
    [
        {"motions": [{"id": 4, "identifier": "V4", "title": "Wege", "text": "<p>Mehr Wege.</p>"}]},
        [{"id": 4, "identifier": "V4", "title": "Wege", "text": "<p>Mehr Wege.</p>"}],
        {"id": 4, "number": "V4", "title": "Wege", "text": "<p>Mehr Wege.</p>"},
    ],
)
def test_other_shapes(top: Any) -> None:
    draft = read(json.dumps(top).encode(), "antrag.json")
    assert draft.metadata == {"title": "Wege", "kind": "motion", "status": "pending", "agenda_item": "V4"}
    assert [block.flat for block in draft.blocks] == ["Mehr Wege."]


def test_other_json_is_none_of_its_business() -> None:
    reader = OpenSlidesMotions()
    assert not reader.recognises(b'{"title": "x", "text": "y"}', "a.json")
    assert not reader.recognises(b'{"motion": {"1": 3}, "title": 1, "text": 2}', "a.json")
    with pytest.raises(LibcorpusError) as caught:
        read(b'{"title": "x", "text": "y"}', "a.json")
    assert caught.value.problem.key in ("no-reader", "not-recognised")


def test_quotes_headings_and_long_words_as_openslides_counts_them() -> None:
    """Of 40: 20 less in a quote; h1 has 26.4 of them, rounded up; a long word is cut without a hyphen."""
    one = json.loads(json.dumps({**EXPORT, "motion": {"1": EXPORT["motion"]["1"]}}))
    long = "https://lindenfurt.example/" + "baum" * 5
    one["motion"]["1"] |= {
        "text": f"<blockquote><p>{WORDS}</p></blockquote><h1>Bäume pflanzen an 99 Wegen und mehr</h1><p>{long}</p>",
        "reason": "",
    }
    printed = [words for _, words in read_source(json.dumps(one).encode(), "antrag.json").document.printed()]
    assert printed == [
        "Die Stadt Lindenfurt",
        "pflanzt in jedem",
        "Jahr zweihundert",
        "Bäume an Wegen und",
        "auf Plätzen.",
        "Bäume pflanzen an 99 Wegen",
        "und mehr",
        "https://lindenfurt.example/baumbaumbaumb",
        "aumbaum",
    ]
