"""ODT files: what a reader of the page sees stands in the text, with the labels that LibreOffice prints."""

import pytest

from libcorpus.model.problems import LibcorpusError
from tests.readers.drafts import draft_of, keys, left, page
from tests.readers.office import docx, odt, p, zipped

SENTENCE = "<text:p>Die Stadt baut Wege.</text:p>"


def read_page(body: str, tracked: str = "") -> str:
    return page(draft_of(odt(body), "a.odt", tracked))


def para(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def test_headings_paragraphs_and_the_title() -> None:
    body = (
        para("Wohnen in Lindenfurt", "Title")
        + para("Beschlussdatum: 7. März 2020")
        + '<text:h text:outline-level="1">Mieten</text:h>'
        + para("Die Stadt baut. Sie\n   pflanzt<text:s text:c='2'/>auch.")
        + '<text:h text:outline-level="2">Wege</text:h>'
        + SENTENCE
    )
    draft = draft_of(odt(body), "a.odt")
    assert page(draft) == "# Mieten\n\nDie Stadt baut.\nSie pflanzt auch.\n\n## Wege\n\nDie Stadt baut Wege.\n"
    assert (draft.metadata["title"], draft.metadata["adopted_on"]) == ("Wohnen in Lindenfurt", "2020-03-07")


def test_lists_in_lists_have_their_labels() -> None:
    inner = f"<text:list><text:list-item>{para('Neubau.')}</text:list-item><text:list-item>{para('Umbau.')}"
    inner += "</text:list-item></text:list>"
    body = (
        f'<text:list text:style-name="L1"><text:list-item>{para("Mieten.")}{para("Dazu dies.")}{inner}</text:list-item>'
        f"<text:list-item>{para('Wege.')}{inner}</text:list-item></text:list>"
        f'<text:list text:style-name="L2"><text:list-item>{para("Ein Punkt.")}</text:list-item></text:list>'
        f'<text:list text:style-name="L3"><text:list-item>{para("Vier.")}</text:list-item>'
        f'<text:list-item text:start-value="9">{para("Neun.")}</text:list-item></text:list>'
    )
    assert read_page(SENTENCE + body) == (
        "Die Stadt baut Wege.\n\n"
        "1. Mieten.\n\n  Dazu dies.\n\n  a) Neubau.\n\n  b) Umbau.\n\n2. Wege.\n\n  a) Neubau.\n\n  b) Umbau.\n\n"
        "- Ein Punkt.\n\n(4) Vier.\n\n(9) Neun.\n"
    )


def test_a_list_begins_anew_or_goes_on() -> None:
    one = f'<text:list text:style-name="L1"{{}}><text:list-item>{para("Punkt.")}</text:list-item></text:list>'
    more = one.format(' text:continue-numbering="true"')
    assert read_page(one.format("") + more + SENTENCE + one.format("")) == (
        "1. Punkt.\n\n2. Punkt.\n\nDie Stadt baut Wege.\n\n1. Punkt.\n"
    )


def test_an_item_that_nobody_sees_prints_no_number() -> None:
    hidden = para('<text:span text:style-name="T2">Geheim.</text:span>')
    listed = f'<text:list text:style-name="L1"><text:list-item>{hidden}</text:list-item></text:list>'
    draft = draft_of(odt(SENTENCE + listed), "a.odt")
    assert page(draft) == "Die Stadt baut Wege.\n"
    assert left(draft, "hidden") == ["Geheim."]


def test_notes_stand_at_the_end_with_their_marks() -> None:
    def note(kind: str, mark: str, text: str) -> str:
        return (
            f'<text:note text:note-class="{kind}"><text:note-citation>{mark}</text:note-citation>'
            f"<text:note-body>{para(text)}</text:note-body></text:note>"
        )

    draft = draft_of(
        odt(para(f"Die Mieten{note('footnote', '1', 'Um 4 %. So ist es.')} steigen.{note('endnote', 'i', 'Anhang.')}")),
        "a.odt",
    )
    assert page(draft) == "Die Mieten[^1] steigen.[^i]\n\n[^1]: Um 4 %.\n  So ist es.\n\n[^i]: Anhang.\n"


def test_a_table_is_rows_of_cells() -> None:
    def row(*cells: str) -> str:
        inner = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{inner}</table:table-row>"

    head = f"<table:table-header-rows>{row(para('Jahr'), para('Kurse'))}</table:table-header-rows>"
    table = f"<table:table><table:table-column/>{head}{row(para('2019'), para('35 | 40') + para('mehr'))}</table:table>"
    inner = f'<text:list text:style-name="L1"><text:list-item>{para("Eins")}</text:list-item></text:list>'
    table = table.removesuffix("</table:table>") + row(para("2020"), inner) + "</table:table>"
    frame = f"<table:table>{row(para('Nur ein Kasten.'))}</table:table>"
    assert read_page(SENTENCE + table + frame) == (
        "Die Stadt baut Wege.\n\n| Jahr | Kurse |\n| 2019 | 35 \\| 40 mehr |\n| 2020 | 1. Eins |\n\nNur ein Kasten.\n"
    )


CHANGES = """<text:tracked-changes>
<text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Ada</dc:creator></office:change-info>
<text:p>20</text:p></text:deletion></text:changed-region>
<text:changed-region text:id="c2"><text:insertion><office:change-info/></text:insertion></text:changed-region>
<text:changed-region text:id="c3"><text:deletion><text:p/><text:p>Sie pflanzt Bäume.</text:p><text:p/></text:deletion>
</text:changed-region>
<text:changed-region text:id="c4"><text:format-change/></text:changed-region></text:tracked-changes>"""
CHANGED = (
    CHANGES
    + para(
        'Die Stadt baut <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>35<text:change-end '
        'text:change-id="c2"/> Wege.<text:change text:change-id="c3"/>'
    )
    + para("Das gilt.")
)


@pytest.mark.parametrize(
    ("tracked", "expected", "dropped"),
    [
        ("accept", "Die Stadt baut 35 Wege.\n\nDas gilt.\n", ["20", "Sie pflanzt Bäume."]),
        ("reject", "Die Stadt baut 20 Wege.\n\nSie pflanzt Bäume.\n\nDas gilt.\n", ["35"]),
    ],
)
def test_tracked_changes_are_taken_or_refused(tracked: str, expected: str, dropped: list[str]) -> None:
    draft = draft_of(odt(CHANGED), "a.odt", tracked)
    assert page(draft) == expected
    assert left(draft, "tracked") == dropped


def test_an_insertion_over_paragraphs_is_taken_back_with_their_ends() -> None:
    region = '<text:changed-region text:id="c1"><text:insertion/></text:changed-region>'
    body = f"<text:tracked-changes>{region}</text:tracked-changes>" + (
        para('Die Stadt baut<text:change-start text:change-id="c1"/> Wege.')
        + para("Sie pflanzt.")
        + para('Und <text:change-end text:change-id="c1"/> Brücken.')
    )
    assert read_page(body, "accept") == "Die Stadt baut Wege.\n\nSie pflanzt.\n\nUnd Brücken.\n"
    assert read_page(body, "reject") == "Die Stadt baut Brücken.\n"


def test_without_a_choice_tracked_changes_are_refused() -> None:
    with pytest.raises(LibcorpusError) as caught:
        draft_of(odt(CHANGED), "a.odt")
    assert (caught.value.problem.key, caught.value.problem.values["count"]) == ("tracked-changes", 3)


def test_what_is_no_word_is_left_out_with_its_kind() -> None:
    toc = "<text:table-of-content><text:table-of-content-source/><text:index-body>" + para("Mieten 3")
    toc += "</text:index-body></text:table-of-content>"
    comment = f"<office:annotation><dc:creator>Ada</dc:creator><dc:date>2020</dc:date>{para('Stimmt das?')}"
    comment += "</office:annotation>"
    body = toc + para(
        f'Die Stadt{comment}<text:span text:style-name="T2"> geheim</text:span> baut.<text:line-break/>Seite '
        "<text:page-number>7</text:page-number>"
    )
    pages = (
        "<office:master-styles><style:master-page style:name='Standard'><style:header>"
        f"{para('Bürgerliste')}</style:header></style:master-page></office:master-styles>"
    )
    draft = draft_of(odt(body, pages), "a.odt")
    assert page(draft) == "Die Stadt baut.\n\nSeite\n"
    assert left(draft, "toc") == ["Mieten 3"]
    assert left(draft, "hidden") == ["geheim"]
    assert left(draft, "page-number") == ["7"]
    assert left(draft, "comment") == ["Stimmt das?"]
    assert left(draft, "header") == ["Bürgerliste"]
    assert keys(draft)["forced-break"] == 1


def test_quotes_boxes_and_bold_headings() -> None:
    box = f"<draw:frame><draw:text-box>{para('Im Kasten.')}</draw:text-box></draw:frame>"
    body = (
        para(f"Vor dem Kasten.{box}")
        + para('<text:span text:style-name="T1">Mieten</text:span>')
        + para("Ein Zitat.", "P1")
        + SENTENCE
    )
    draft = draft_of(odt(body), "a.odt")
    assert page(draft) == "Vor dem Kasten.\n\nIm Kasten.\n\n# Mieten\n\n> Ein Zitat.\n\nDie Stadt baut Wege.\n"
    assert keys(draft)["heading-guessed"] == 1


ENCRYPTED = zipped(
    {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": b"\x00\x01",
        "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>",
    },
    "mimetype",
)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (ENCRYPTED, "encrypted-file"),
        (odt("<text:p>&eacute;</text:p>"), "broken-file"),
        (odt(""), "no-text"),
        (odt("<text:section>" * 3000 + SENTENCE + "</text:section>" * 3000), "nested-too-deep"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, key: str) -> None:
    with pytest.raises(LibcorpusError) as caught:
        draft_of(data, "a.odt")
    assert caught.value.problem.key == key


def test_word_and_odt_say_the_same_of_the_same_text() -> None:
    assert page(draft_of(docx(p("Die Stadt baut Wege.")), "a.docx")) == read_page(SENTENCE)


def test_an_accent_may_stand_in_another_span_than_its_letter() -> None:
    assert read_page(para("Die Stadt fu<text:span>\u0308r</text:span> alle.")) == "Die Stadt für alle.\n"
