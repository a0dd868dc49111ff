"""Word files: what a reader of the page sees stands in the text, with the numbers that Word prints."""

import pytest

from libcorpus.model.problems import LibcorpusError
from libcorpus.model.wording import sentence
from libcorpus.readers import read
from tests.readers.drafts import draft_of, keys, left, page
from tests.readers.office import docx, listed, p, part, r, zipped

SENTENCE = "Die Stadt baut Wege."


def read_page(body: str, tracked: str = "", **parts: str) -> str:
    return page(draft_of(docx(body, **parts), "a.docx", tracked))


def test_headings_paragraphs_and_the_title() -> None:
    body = (
        p("Wohnen in Lindenfurt", "Titel")
        + p("Gremium: Mitgliederversammlung")
        + p("Beschlussdatum: 07.03.2020")
        + p("Mieten", "berschrift1")
        + p("Die Stadt baut. Sie pflanzt auch.")
        + p("Wege", "berschrift2")
        + p(SENTENCE)
    )
    draft = draft_of(docx(body), "a.docx")
    assert page(draft) == ("# Mieten\n\nDie Stadt baut.\nSie pflanzt auch.\n\n## Wege\n\nDie Stadt baut Wege.\n")
    assert draft.metadata["title"] == "Wohnen in Lindenfurt"
    assert (draft.metadata["body"], draft.metadata["adopted_on"]) == ("Mitgliederversammlung", "2020-03-07")
    assert not draft.numbered


def test_lists_have_the_labels_that_word_prints() -> None:
    body = (
        p(SENTENCE)
        + listed("Mieten.", 1)
        + listed("Neubau.", 1, 1)
        + listed("Umbau.", 1, 1)
        + listed("Dach.", 1, 2)
        + listed("Wege.", 1)
        + listed("Bäume.", 1, 1)
        + listed("Ein Punkt.", 2)
        + listed("Ein Punkt darin.", 2, 1)
    )
    assert read_page(body) == (
        "Die Stadt baut Wege.\n\n"
        "1. Mieten.\n\n  a) Neubau.\n\n  b) Umbau.\n\n    1.2.1. Dach.\n\n"
        "2. Wege.\n\n  a) Bäume.\n\n"
        "- Ein Punkt.\n\n  - Ein Punkt darin.\n"
    )


def test_a_list_counts_on_behind_a_paragraph_and_anew_where_it_says_so() -> None:
    body = listed("Eins.", 1) + p(SENTENCE) + listed("Zwei.", 1) + listed("Sieben.", 4) + listed("Acht.", 4)
    assert read_page(body) == "1. Eins.\n\nDie Stadt baut Wege.\n\n2. Zwei.\n\n7. Sieben.\n\n8. Acht.\n"


def test_a_style_may_bring_its_list_and_a_paragraph_may_leave_it() -> None:
    out = p("Kein Punkt.", "Liste", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert read_page(p("Eins.", "Liste") + out + p("Zwei.", "Liste")) == "1. Eins.\n\nKein Punkt.\n\n2. Zwei.\n"


def test_a_label_that_can_be_none_here_stands_in_the_words() -> None:
    draft = draft_of(docx(listed("Die Partei ist frei.", 3) + listed("Sie ist offen.", 3)), "a.docx")
    assert page(draft) == "- § 3 Die Partei ist frei.\n\n- § 4 Sie ist offen.\n"
    assert keys(draft)["label-in-words"] == 1


def test_a_further_paragraph_of_an_item_stands_at_its_indent() -> None:
    body = listed("Eins.", 1) + p("Dazu noch dies.", more='<w:ind w:left="720"/>') + p("Und nun etwas anderes.")
    assert read_page(body) == "1. Eins.\n\n  Dazu noch dies.\n\nUnd nun etwas anderes.\n"


def test_runs_tabs_hyphens_and_symbols() -> None:
    runs = (
        r("Haupt")
        + "<w:r><w:noBreakHyphen/></w:r>"
        + r("Satz, Schiff")
        + "<w:r><w:softHyphen/></w:r>"
        + r("fahrt")
        + "<w:r><w:tab/></w:r>"
        + r("und ")
        + '<w:r><w:sym w:font="Symbol" w:char="2192"/></w:r>'
        + '<w:hyperlink w:anchor="x">'
        + r(" mehr")
        + "</w:hyperlink>"
        + r(".")
    )
    draft = draft_of(docx(p(runs)), "a.docx")
    assert page(draft) == "Haupt-Satz, Schifffahrt und → mehr.\n"
    assert left(draft, "soft-hyphen") == ["\u00ad"]


def test_an_accent_may_stand_in_another_run_than_its_letter() -> None:
    assert read_page(p(r("Die Stadt fu") + r("\u0308r alle."))) == "Die Stadt für alle.\n"


def test_a_title_that_only_the_file_knows_is_a_guess() -> None:
    core = '<core><title xmlns="http://purl.org/dc/elements/1.1/">Beschluss: Wohnen</title></core>'
    body = part("document", f"<w:body>{p(SENTENCE)}</w:body>")
    data = zipped(
        {"[Content_Types].xml": "", "_rels/.rels": "<a/>", "word/document.xml": body, "docProps/core.xml": core}
    )
    draft = draft_of(data, "a.docx")
    assert draft.metadata == {"title": "Wohnen", "kind": "resolution"}
    assert keys(draft)["title-guessed"] == 1


def test_a_forced_break_begins_a_paragraph_and_is_told() -> None:
    broken = r("Die Stadt baut.") + "<w:r><w:br/></w:r>" + r("Sie pflanzt.")
    draft = draft_of(docx(p(broken) + listed(broken, 2)), "a.docx")
    assert page(draft) == "Die Stadt baut.\n\nSie pflanzt.\n\n- Die Stadt baut.\n\n  Sie pflanzt.\n"
    assert next(one for one in draft.remarks if one.key == "forced-break").values["count"] == 2


def test_a_page_break_inside_of_a_sentence_is_a_blank() -> None:
    assert read_page(p(r("Die Stadt") + '<w:r><w:br w:type="page"/></w:r>' + r("baut."))) == "Die Stadt baut.\n"


def test_footnotes_and_endnotes_stand_at_the_end_with_their_marks() -> None:
    body = (
        p(r("Die Mieten steigen") + '<w:r><w:footnoteReference w:id="3"/></w:r>' + r(" weiter."))
        + p(r("Das ist bekannt.") + '<w:r><w:endnoteReference w:id="1"/></w:r>')
        + p(r("Sie steigen") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" noch."))
    )
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{p("Seit 2015.")}</w:footnote>'
        f'<w:footnote w:id="3">{p("Um 4 % im Jahr. So sagt es das Amt.")}</w:footnote>'
    )
    text = read_page(body, footnotes=notes, endnotes=f'<w:endnote w:id="1">{p("Siehe Anhang.")}</w:endnote>')
    assert text == (
        "Die Mieten steigen[^1] weiter.\n\nDas ist bekannt.[^i]\n\nSie steigen[^2] noch.\n\n"
        "[^1]: Um 4 % im Jahr.\n  So sagt es das Amt.\n\n[^2]: Seit 2015.\n\n[^i]: Siehe Anhang.\n"
    )


def test_a_table_is_rows_of_cells() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("Summe")
    table = f"<w:tbl>{row(p('Jahr'), p('Kurse'), p('Ort'))}{row(p('2019'), p('35 | 40'), p('Nord') + p('Süd'))}"
    table += f"{row(p(''), p('50'), p(''))}{row(wide, p('85'))}</w:tbl>"
    assert read_page(p(SENTENCE) + table) == (
        "Die Stadt baut Wege.\n\n"
        "| Jahr | Kurse | Ort |\n| 2019 | 35 \\| 40 | Nord Süd |\n| | 50 | |\n| Summe | | 85 |\n"
    )


def test_a_table_of_one_column_is_a_frame() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('Wege', 'berschrift1')}{p(SENTENCE)}</w:tc></w:tr></w:tbl>"
    assert read_page(p("Erster Satz.") + table) == "Erster Satz.\n\n# Wege\n\nDie Stadt baut Wege.\n"


CHANGED = (
    p(
        r("Die Stadt baut ")
        + f'<w:del w:id="1"><w:r><w:delText>20</w:delText></w:r></w:del><w:ins w:id="2">{r("35")}</w:ins>'
        + r(" Wege.")
    )
    + p(r("Sie pflanzt Bäume"), mark='<w:del w:id="3"/>')
    + p(r(" und Hecken."))
    + p(r("Das gilt."), mark='<w:ins w:id="4"/>')
    + p(r(" Auch morgen."))
)


@pytest.mark.parametrize(
    ("tracked", "expected", "dropped"),
    [
        ("accept", "Die Stadt baut 35 Wege.\n\nSie pflanzt Bäume und Hecken.\n\nDas gilt.\n\nAuch morgen.\n", ["20"]),
        ("reject", "Die Stadt baut 20 Wege.\n\nSie pflanzt Bäume\n\nund Hecken.\n\nDas gilt.\nAuch morgen.\n", ["35"]),
    ],
)
def test_tracked_changes_are_taken_or_refused(tracked: str, expected: str, dropped: list[str]) -> None:
    draft = draft_of(docx(CHANGED), "a.docx", tracked)
    assert page(draft) == expected
    assert left(draft, "tracked") == dropped
    assert keys(draft)["tracked-taken"] == 1


def test_without_a_choice_tracked_changes_are_refused_with_the_way_out() -> None:
    with pytest.raises(LibcorpusError) as caught:
        draft_of(docx(CHANGED), "a.docx")
    assert caught.value.problem.key == "tracked-changes"
    assert "--tracked accept" in sentence(caught.value.problem, "de")


def test_moved_text_and_whole_rows_are_tracked_too() -> None:
    moved = f"<w:moveFrom w:id='1'>{r('Altes Wort. ')}</w:moveFrom><w:moveTo w:id='2'>{r('Neues Wort. ')}</w:moveTo>"
    row = "<w:tr><w:trPr>{}</w:trPr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in ("2019", "35")) + "</w:tr>"
    inserted = '<w:ins w:id="3"/>'
    inserted = row.format('<w:ins w:id="3"/>')
    table = f"<w:tbl>{inserted}{row.format('')}</w:tbl>"
    assert read_page(p(moved + r("Ende.")) + table, "accept") == (
        "Neues Wort.\nEnde.\n\n| 2019 | 35 |\n| 2019 | 35 |\n"
    )
    assert read_page(p(moved + r("Ende.")) + table, "reject") == "Altes Wort.\nEnde.\n\n| 2019 | 35 |\n"


def test_what_is_no_word_is_left_out_with_its_kind() -> None:
    def field(instruction: str, result: str) -> str:
        begin, split, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
        return f"{begin}<w:r><w:instrText> {instruction} </w:instrText></w:r>{split}{r(result)}{end}"

    body = (
        p(field("TOC \\o", "Mieten 3"))
        + p("Wege 4", "Verzeichnis1")
        + p(r("Die Stadt") + r(" geheim", "<w:vanish/>") + r(" baut ") + field("REF x", "Wege") + r("."))
        + p(r("Seite ") + field("PAGE", "7"))
    )
    draft = draft_of(
        docx(
            body,
            header1=p("Bürgerliste Morgenrot"),
            footer1=p("Stand: März"),
            comments=f'<w:comment w:id="0" w:author="Ada">{p("Stimmt das?")}</w:comment>',
        ),
        "a.docx",
    )
    assert page(draft) == "Die Stadt baut Wege.\n\nSeite\n"
    assert left(draft, "toc") == ["Mieten 3", "Wege 4"]
    assert left(draft, "hidden") == ["geheim"]
    assert left(draft, "page-number") == ["7"]
    assert (left(draft, "header"), left(draft, "footer")) == (["Bürgerliste Morgenrot"], ["Stand: März"])
    assert [(one.text, one.reason) for one in draft.left_out if one.kind == "comment"] == [
        ("Stimmt das?", "comment: Ada")
    ]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    begun += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    assert read_page(p(begun + r("Die Stadt baut.")) + p(SENTENCE)) == "Die Stadt baut.\n\nDie Stadt baut Wege.\n"


def test_a_text_box_stands_behind_its_paragraph_once() -> None:
    box = f"<wps:txbx><w:txbxContent>{p('Im Kasten.')}</w:txbxContent></wps:txbx>"
    old = f"<w:pict><v:textbox><w:txbxContent>{p('Im Kasten.')}</w:txbxContent></v:textbox></w:pict>"
    drawn = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    drawn += "</mc:AlternateContent></w:r>"
    assert read_page(p(r("Vor dem Kasten.") + drawn) + p(SENTENCE)) == (
        "Vor dem Kasten.\n\nIm Kasten.\n\nDie Stadt baut Wege.\n"
    )


def test_bold_lines_are_guessed_to_be_headings() -> None:
    draft = draft_of(
        docx(p(SENTENCE) + p(r("Mieten", "<w:b/>")) + p(SENTENCE) + p(r("Mehr dazu.", "<w:b/>"))), "a.docx"
    )
    assert page(draft) == "Die Stadt baut Wege.\n\n# Mieten\n\nDie Stadt baut Wege.\n\nMehr dazu.\n"
    assert keys(draft)["heading-guessed"] == 1


def test_bullets_that_somebody_typed_are_bullets() -> None:
    draft = draft_of(docx(p("Wir wollen:") + p("• Wege,") + p("- Bäume,") + p("- Hecken.")), "a.docx")
    assert page(draft) == "Wir wollen:\n\n- Wege,\n\n- Bäume,\n\n- Hecken.\n"
    assert left(draft, "bullet") == ["•", "-", "-"]


def test_quotes_equations_and_content_controls_keep_their_words() -> None:
    maths = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Im Feld.')}</w:sdtContent></w:sdt>"
    assert read_page(p("Ein Zitat.", "Zitat") + p(r("Es gilt ") + maths + r(".")) + control) == (
        "> Ein Zitat.\n\nEs gilt a+b.\n\nIm Feld.\n"
    )


def test_a_heading_that_skips_a_level_is_moved_up_and_told() -> None:
    deep = p("Tief", more='<w:outlineLvl w:val="4"/>')
    draft = draft_of(docx(p(SENTENCE) + p("Mieten", "berschrift1") + deep + p(SENTENCE)), "a.docx")
    assert "# Mieten\n\n## Tief\n" in page(draft)
    assert keys(draft)["levels-closed"] == 1


BROKEN = {
    "xml-doctype": zipped(
        {
            "[Content_Types].xml": "",
            "_rels/.rels": "<a/>",
            "word/document.xml": '<!DOCTYPE a [<!ENTITY b "ccc">]><a>&b;</a>',
        }
    ),
    "broken-file": zipped({"[Content_Types].xml": "", "_rels/.rels": "<a/>", "word/document.xml": "<a><b></a>"}),
    "archive-too-large": zipped(
        {"[Content_Types].xml": "", "_rels/.rels": "<a/>", "word/document.xml": b"<a>" + b" " * (8 << 20) + b"</a>"}
    ),
    "some-archive": zipped({"bilder/haus.png": "x"}),
    "old-office-file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "encrypted-file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64) + "EncryptedPackage".encode("utf-16-le"),
    "no-text": docx(""),
}


@pytest.mark.parametrize("key", BROKEN)
def test_what_cannot_be_read_is_refused(key: str) -> None:
    with pytest.raises(LibcorpusError) as caught:
        draft_of(BROKEN[key], "a.docx")
    assert caught.value.problem.key == key
    assert caught.value.problem.place.startswith("a.docx")


def test_a_part_that_is_cut_off_is_refused() -> None:
    with pytest.raises(LibcorpusError) as caught:
        draft_of(docx(p(SENTENCE * 500))[:-400], "a.docx")
    assert caught.value.problem.key == "broken-file"


def test_elements_without_end_in_each_other_are_refused() -> None:
    deep = "<w:customXml>" * 3000 + p(SENTENCE) + "</w:customXml>" * 3000
    with pytest.raises(LibcorpusError) as caught:
        draft_of(docx(deep), "a.docx")
    assert caught.value.problem.key == "nested-too-deep"


def test_a_wrong_name_is_told() -> None:
    draft = draft_of(docx(p(SENTENCE)), "a.odt")
    assert draft.reader == "docx 1"
    assert keys(draft)["suffix-differs"] == 1


def test_the_main_part_may_have_any_name() -> None:
    relations = (
        '<Relationships><Relationship Type="http://x/relationships/officeDocument" Target="/word/document2.xml"/>'
        "</Relationships>"
    )
    body = part("document", f"<w:body>{p(SENTENCE)}</w:body>")
    data = zipped({"[Content_Types].xml": "", "_rels/.rels": relations, "word/document2.xml": body})
    assert page(draft_of(data, "a.docx")) == "Die Stadt baut Wege.\n"


@pytest.mark.parametrize("data", [b"PK", b"PK\x03", bytes(300), bytes(range(256)) * 4, b"\x03\x04rest"])
@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_a_ruin_is_named_as_what_it_was(data: bytes, name: str) -> None:
    """A broken Word file is no text with a missing title."""
    with pytest.raises(LibcorpusError) as caught:
        read(data, name)
    assert caught.value.problem.key == "broken-file"
    assert caught.value.problem.values["expected"] == name[2:].upper()
