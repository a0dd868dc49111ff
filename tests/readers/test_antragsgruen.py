"""Antragsgrün's motions: printed numbers as they stand, and the facts that its interface hides elsewhere."""

import json
from typing import Any

import pytest

from libcorpus.flows.reading import read_source
from libcorpus.model.document import BlockKind
from libcorpus.model.draft import Draft
from libcorpus.model.problems import LibcorpusError
from libcorpus.readers import read, reader_for, split
from libcorpus.readers.antragsgruen_facts import decided


def line(number: int) -> str:
    return f'<span class="lineNumber" data-line-number="{number}" aria-hidden="true"></span>'


TEXT = (
    f"<div class='text motionTextFormattings textOrig'><p>{line(1)}Lindenfurt soll bis zum Jahr 2030 auf allen "
    f"Hauptstraßen geschützte Radwege <br>{line(2)}bekommen. Haupt- und Ehrenamtliche planen sie gemeinsam, und "
    f"auch viele Nicht-<br>{line(3)}EU-Bürger*innen werden gehört.</p></div>"
    f"<div class='text motionTextFormattings textOrig'><ul><li>{line(4)}Jedes Jahr entstehen 10 km.</li></ul></div>"
    f"<div class='text motionTextFormattings textOrig'><ol start='2'><li>{line(5)}Die Stadt berichtet im Mai:<br>"
    f"{line(6)}schriftlich und öffentlich.</li></ol></div>"
)


def motion(**changed: Any) -> dict[str, Any]:
    return {
        "type": "motion",
        "id": 512,
        "agenda_item": "Verkehr",
        "prefix": "A7",
        "title": "Sichere Wege",
        "title_with_prefix": "A7: Sichere Wege",
        "status_id": 26,
        "status_title": "Beschluss",
        "date_published": "2021-05-20T10:00:00+02:00",
        "initiators": [{"id": 3, "type": "organization", "organization": "Stadtverband", "gender": None}],
        "initiators_html": "Stadtverband (dort beschlossen am: 08.05.2021)",
        "sections": [
            {"type": "TextSimple", "title": "Text", "html": TEXT, "layout_right": False},
            {"type": "TextSimple", "title": "Begründung", "html": "<p>Zu viele Unfälle.</p>", "layout_right": False},
        ],
        **changed,
    }


AGENDA = {
    "items": [
        {
            "type": "item",
            "code": "3.",
            "title": "Anträge",
            "children": [{"type": "item", "code": "3.4.", "title": "Verkehr", "children": []}],
        }
    ]
}


def draft_of(data: Any, name: str = "antrag.json") -> Draft:
    return read(json.dumps(data, ensure_ascii=False).encode(), name)


def test_lines_are_taken_as_they_stand_and_run_on() -> None:
    document = read_source(json.dumps(motion()).encode(), "antrag.json").document
    printed = [(start.number, words) for start, words in document.printed()]
    assert printed == [
        (1, "Lindenfurt soll bis zum Jahr 2030 auf allen Hauptstraßen geschützte Radwege"),
        (2, "bekommen. Haupt- und Ehrenamtliche planen sie gemeinsam, und auch viele Nicht-"),
        (3, "EU-Bürger*innen werden gehört."),
        (4, "Jedes Jahr entstehen 10 km."),
        (5, "Die Stadt berichtet im Mai:"),
        (6, "schriftlich und öffentlich."),
        (None, "Begründung"),
        (None, "Zu viele Unfälle."),
    ]


def test_a_line_end_is_no_break_and_a_forced_break_is_a_new_paragraph_and_told() -> None:
    draft = draft_of(motion())
    assert [(block.kind, block.level, block.label, block.flat) for block in draft.blocks] == [
        (
            BlockKind.PARAGRAPH,
            0,
            "",
            "Lindenfurt soll bis zum Jahr 2030 auf allen Hauptstraßen geschützte Radwege bekommen. Haupt- und "
            "Ehrenamtliche planen sie gemeinsam, und auch viele Nicht-EU-Bürger*innen werden gehört.",
        ),
        (BlockKind.ITEM, 1, "", "Jedes Jahr entstehen 10 km."),
        (BlockKind.ITEM, 1, "2.", "Die Stadt berichtet im Mai:"),
        (BlockKind.PARAGRAPH, 1, "", "schriftlich und öffentlich."),
        (BlockKind.HEADING, 1, "", "Begründung"),
        (BlockKind.PARAGRAPH, 0, "", "Zu viele Unfälle."),
    ]
    told = {remark.key: remark for remark in draft.remarks}
    assert told["forced-break"].values["count"] == 1
    assert told["line-unnumbered"].excerpt == "Begründung"


def test_facts_that_stand_elsewhere_are_found() -> None:
    wrapped = {"motion": motion(), "agenda": AGENDA, "consultation": {"title": "Stadtparteitag 2021"}}
    assert draft_of(wrapped).metadata == {
        "title": "Sichere Wege",
        "kind": "resolution",
        "status": "adopted",
        "adopted_on": "2021-05-08",
        "body": "Stadtverband",
        "agenda_item": "3.4",
        "agenda_title": "Verkehr",
        "assembly_name": "Stadtparteitag 2021",
    }
    # Without the agenda the number of the motion tells it from others.
    assert draft_of([motion()]).metadata["agenda_item"] == "A7"


def test_two_items_of_one_title_are_not_guessed_between() -> None:
    twice = [{"type": "item", "code": code, "title": "Verkehr"} for code in ("4.", "9.")]
    draft = draft_of([motion(), {"items": twice}])
    assert draft.metadata["agenda_item"] == "A7"
    assert draft.remarks[0].key == "agenda-ambiguous"


@pytest.mark.parametrize(
    ("initiators", "expected"),
    [
        ("Kreisverband (dort beschlossen am: 2021-05-08)", ("Kreisverband", "2021-05-08")),
        ("Vorstand (resolution date: 31/07/2021)", ("Vorstand", "2021-07-31")),
        ("Vorstand (resolution date: 07/08/2021)", ("Vorstand", "")),
        ("Kim Ahorn (KV Lindenfurt)", ("", "")),
        ("AG (Verkehr) (dort beschlossen am: 1.2.2020)", ("", "2020-02-01")),
        ("", ("", "")),
    ],
)
def test_who_decided_and_when(initiators: str, expected: tuple[str, str]) -> None:
    assert decided(initiators)[1] == expected[1]
    assert decided(initiators)[0] == expected[0] or expected[0] == ""


@pytest.mark.parametrize(
    ("status_id", "kind", "status"),
    [(26, "resolution", "adopted"), (5, "motion", "rejected"), (-1, "motion", "withdrawn"), (3, "motion", "pending")],
)
def test_what_became_of_it(status_id: int, kind: str, status: str) -> None:
    metadata = draft_of(motion(status_id=status_id)).metadata
    assert (metadata["kind"], metadata["status"]) == (kind, status)


def test_gaps_and_repeats_are_named() -> None:
    html = f"<p>{line(1)}Wir bauen <br>{line(3)}Wege.</p><p>{line(3)}Und Brücken.</p>"
    draft = draft_of(motion(sections=[{"type": "TextSimple", "title": "Text", "html": html}]))
    breaks = [(one.key, one.values["seen"], one.values["expected"]) for one in draft.remarks if "margin" in one.key]
    assert breaks == [("margin-gap", 3, 2), ("margin-repeat", 3, 4)]
    assert draft.gaps == ("3", "3")


def test_without_numbers_they_are_computed_and_that_is_told() -> None:
    html = "<p>Wir bauen Wege.<br>Und Brücken.</p>"
    reading = read_source(
        json.dumps(motion(sections=[{"type": "TextSimple", "title": "Text", "html": html}])).encode(), "antrag.json"
    )
    assert [block.flat for block in reading.document.blocks] == ["Wir bauen Wege.", "Und Brücken."]
    assert [start.number for start in reading.document.lines] == [1, 2]
    assert {remark.key for remark in reading.remarks} >= {"numbers-computed", "forced-break"}


def test_a_word_longer_than_a_line_is_put_together() -> None:
    long = "Straßenverkehrsordnungsänderungsverordnungsentwurfsbegründungsergänzungsvorschlagsliste"
    assert len(long) > 80
    html = f"<p>{line(1)}Die <br>{line(2)}{long[:80]}-<br>{line(3)}{long[80:]} gilt.</p>"
    document = read_source(
        json.dumps(motion(sections=[{"type": "TextSimple", "title": "Text", "html": html}])).encode(), "antrag.json"
    ).document
    assert document.blocks[0].flat == f"Die {long} gilt."
    assert [(start.number, start.hyphen) for start in document.lines] == [(1, False), (2, True), (3, False)]


def test_several_motions_are_a_book() -> None:
    data = json.dumps([motion(), motion(id=513, prefix="A8", title="Brücken"), AGENDA]).encode()
    with pytest.raises(LibcorpusError) as caught:
        read(data, "alle.json")
    assert caught.value.problem.key == "several-motions"
    book = split(data, "alle.json")
    assert [(draft.part, draft.metadata["title"]) for draft in book.drafts] == [
        ("A7", "Sichere Wege"),
        ("A8", "Brücken"),
    ]
    assert "3.4." in [left.text for left in book.left_out]


PLAIN = f"""<!DOCTYPE html><html><head><meta charset="UTF-8"><title>A7: Sichere Wege</title></head>
<body><h1>A7: Sichere Wege</h1>

<table><tbody>
<tr><tr><th>Gremium:</th><td>Stadtverband</td></tr>
<tr><th>Beschlussdatum:</th><td>08.05.2021</td></tr>
<tr><th>Tagesordnungspunkt:</th><td>3.4. Verkehr</td></tr>
<tr><th>Status:</th><td>Beschluss</td></tr>
</tbody></table><section><h2>Text</h2><p>{line(1)}Die Stadt baut <br>{line(2)}sichere Wege.</p></section>
<section><h2>Begründung</h2><p>Zu viele Unfälle.</p></section></body></html>"""


def test_the_plain_page() -> None:
    draft = read(PLAIN.encode(), "antrag.html")
    assert draft.reader.startswith("antragsgruen-page")
    assert draft.metadata == {
        "title": "Sichere Wege",
        "body": "Stadtverband",
        "adopted_on": "2021-05-08",
        "agenda_item": "3.4",
        "agenda_title": "Verkehr",
        "kind": "resolution",
        "status": "adopted",
    }
    assert [block.flat for block in draft.blocks] == ["Die Stadt baut sichere Wege.", "Begründung", "Zu viele Unfälle."]
    assert [line.number for block in draft.blocks for line in block.lines] == [1, 2, None, None]
    assert not [left for left in draft.left_out if left.kind == "other"]
    read_source(PLAIN.encode(), "antrag.html")  # no character lost


SAVED = f"""<!DOCTYPE html><html><body><nav><a href="#">Startseite</a> <a href="#">Anmelden</a></nav><main>
<h1>A7: Sichere Wege</h1><table class="motionDataTable"><caption>Angaben</caption>
<tr><th>Antragsteller*in:</th><td>Stadtverband (dort beschlossen am: 08.05.2021)</td></tr>
<tr><th>Status:</th><td>Abgelehnt</td></tr></table>
<section class="paragraph motionTextHolder"><h3 class="green">Antragstext</h3>
<div class="paragraph"><div class="text motionTextFormattings"><p>{line(1)}Die Stadt baut <br>{line(2)}sichere Wege.</p>
</div></div><div class="paragraph"><div class="text motionTextFormattings"><p>{line(3)}Auch Brücken.</p></div></div>
</section><section class="comments"><h2>Kommentare</h2><p>Sehr gut!</p></section></main>
<script>var a = "kein Text";</script></body></html>"""


def test_a_page_that_a_browser_saved() -> None:
    reading = read_source(SAVED.encode(), "seite.html")
    draft = reading.draft
    assert [block.flat for block in draft.blocks] == ["Die Stadt baut sichere Wege.", "Auch Brücken."]
    assert [line.number for block in draft.blocks for line in block.lines] == [1, 2, 3]
    assert (draft.metadata["title"], draft.metadata["agenda_item"]) == ("Sichere Wege", "A7")
    assert (draft.metadata["adopted_on"], draft.metadata["body"]) == ("2021-05-08", "Stadtverband")
    assert (draft.metadata["kind"], draft.metadata["status"]) == ("motion", "rejected")
    around = [left.text for left in draft.left_out if left.kind == "page-furniture"]
    assert len(around) == 1
    assert "Anmelden" in around[0]
    assert "Sehr gut!" in around[0]


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 200_000,
        b'{"initiators_html": "x", "sections": 1, "type": "motion"}',
        b'{"initiators_html": "x", "sections": [], "type": "motion", "n": ' + b"9" * 10_000 + b"}",
        b'{"initiators_html": ["x"], "sections": [null, {"html": 3}], "type": "motion", "title": {"a": 1}}',
        b"\xff\xfe\x00",
        b"{}",
    ],
)
def test_broken_json_is_refused(data: bytes) -> None:
    with pytest.raises(LibcorpusError):
        read(data, "antrag.json")


def test_html_nested_without_end_is_refused() -> None:
    deep = "<div>" * 5000 + "<p>Wege.</p>"
    with pytest.raises(LibcorpusError) as caught:
        draft_of(motion(sections=[{"type": "TextSimple", "title": "Text", "html": deep}]))
    assert caught.value.problem.key == "nested-too-deep"


def test_its_own_reader_is_asked_before_that_of_any_page() -> None:
    assert reader_for(PLAIN.encode(), "a.html").name == "antragsgruen-page 1"
    assert reader_for(json.dumps(motion()).encode(), "a.json").name == "antragsgruen 1"
