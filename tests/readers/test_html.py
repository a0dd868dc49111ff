"""HTML pages: the main text and nothing around it, with lists, tables and notes as a reader sees them."""

import sys

import pytest

from libcorpus.model.problems import LibcorpusError
from libcorpus.model.wording import sentence
from tests.readers.drafts import draft_of, keys, left, page

SENTENCE = "<p>Die Stadt baut Wege.</p>"


def read_page(body: str, tracked: str = "") -> str:
    return page(draft_of(body.encode(), "a.html", tracked))


PARTY_PAGE = """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Wohnen für alle – Bürgerliste</title>
<style>p { color: green }</style><script>var a = "<p>";</script></head><body class="page">
<header><a href="/">Bürgerliste Morgenrot</a></header>
<nav><ul><li><a href="/a">Programm</a></li><li><a href="/b">Personen</a></li></ul></nav>
<main><article>
<header><h1>Wohnen für alle</h1><p>Beschluss der Mitgliederversammlung vom 7. März 2020</p></header>
<h2>Mieten</h2><p>Die Stadt soll&nbsp;bauen, &amp; zwar für
Migrant*innen.</p><p hidden>Unsichtbar.</p>
<h2>Wege</h2><p>Sie baut Wege.</p>
<div class="share-buttons"><a href="https://example.org">Teilen</a></div>
</article></main>
<aside><p>Spenden!</p></aside><footer><p>Impressum</p></footer></body></html>"""


def test_of_a_party_page_the_main_text_is_read() -> None:
    draft = draft_of(PARTY_PAGE.encode(), "wohnen.html")
    assert page(draft) == (
        "# Mieten\n\nDie Stadt soll\u00a0bauen, & zwar für Migrant*innen.\n\n# Wege\n\nSie baut Wege.\n"
    )
    assert draft.metadata == {
        "title": "Wohnen für alle",
        "body": "Mitgliederversammlung",
        "adopted_on": "2020-03-07",
        "kind": "resolution",
    }
    assert left(draft, "navigation") == [
        "Bürgerliste Morgenrot",
        "Programm Personen",
        "Spenden!",
        "Impressum",
        "Teilen",
    ]
    assert left(draft, "hidden") == ["Unsichtbar."]


def test_a_page_without_a_main_element_keeps_what_is_no_menu() -> None:
    links = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Start", "Programm", "Personen"))
    body = f"<html><body><div id='main-nav'>Menü</div><ul>{links}</ul><h1>Wohnen</h1>{SENTENCE}<h2>Mehr</h2>"
    body += "<p>Siehe <a href='/x'>hier</a>.</p></body></html>"
    draft = draft_of(body.encode(), "a.html")
    assert page(draft) == "Die Stadt baut Wege.\n\n# Mehr\n\nSiehe hier.\n"
    assert draft.metadata["title"] == "Wohnen"
    assert left(draft, "navigation") == ["Menü"]
    assert left(draft, "other") == ["Start Programm Personen"]
    assert keys(draft)["page-guessed"] == 1


def test_lists_have_the_numbers_that_a_browser_shows() -> None:
    body = (
        '<ol start="3"><li>Drei.</li><li value="7">Sieben.</li><li>Acht.</li></ol>'
        '<ol type="a"><li>Ah.<ol type="i"><li>Eins.</li></ol></li><li><p>Be.</p><p>Dazu.</p></li></ol>'
        "<ol reversed><li>Zwei.</li><li>Eins.</li></ol>"
        "<ul><li>Punkt<ul><li>darin</li></ul>und danach</li></ul>"
    )
    assert read_page(SENTENCE + body) == (
        "Die Stadt baut Wege.\n\n3. Drei.\n\n7. Sieben.\n\n8. Acht.\n\n"
        "a. Ah.\n\n  i. Eins.\n\nb. Be.\n\n  Dazu.\n\n2. Zwei.\n\n1. Eins.\n\n"
        "- Punkt\n\n  - darin\n\n  und danach\n"
    )


def test_lines_between_the_items_of_a_list_are_nothing() -> None:
    body = "<ul>\n<li>Eins\n<ul>\n<li>darin</li>\n</ul></li>\n\n<li>\nZwei</li>\n</ul>\n<p>Ende.</p>"
    assert read_page(SENTENCE + body) == "Die Stadt baut Wege.\n\n- Eins\n\n  - darin\n\n- Zwei\n\nEnde.\n"


def test_a_heading_above_the_text_is_the_title_if_the_page_is_called_so() -> None:
    head = "<title>Wohnen – Bürgerliste</title>"
    body = f"<header><h1>Wohnen</h1></header><h1>Mieten</h1>{SENTENCE}<h2>Neubau</h2>{SENTENCE}"
    draft = draft_of(f"{head}{body}".encode(), "a.html")
    assert draft.metadata["title"] == "Wohnen"
    assert page(draft).startswith("# Mieten\n\nDie Stadt baut Wege.\n\n## Neubau\n")
    site = draft_of(f"{head}<header><h1>Bürgerliste</h1></header><p>Es gilt.</p>{SENTENCE}".encode(), "a.html")
    assert site.metadata["title"] == "Wohnen"


def test_breaks_quotes_and_preformatted_lines() -> None:
    body = "<p>Die Stadt<br>baut.</p><blockquote><p>Ein Zitat.</p>Noch eins.</blockquote><pre>Zeile 1\nZeile 2</pre>"
    draft = draft_of(body.encode(), "a.html")
    assert page(draft) == "Die Stadt\n\nbaut.\n\n> Ein Zitat.\n\n> Noch eins.\n\nZeile 1\n\nZeile 2\n"
    assert keys(draft)["forced-break"] == 1


def test_tables_with_spans_and_tables_for_layout() -> None:
    table = (
        "<table><caption>Kurse</caption><thead><tr><th>Jahr<th>Zahl<th>Ort</thead>"
        '<tr><td rowspan="2">2019<td>35 | 40<td>Nord</tr><tr><td>50<td>Süd<br>West</tr>'
        '<tr><td colspan="2">Summe<td>85</tr></table>'
    )
    layout = f"<table><tr><td><h2>Wege</h2>{SENTENCE}</td><td><p>Rechts.</p></td></tr></table>"
    assert read_page(SENTENCE + table + layout) == (
        "Die Stadt baut Wege.\n\nKurse\n\n"
        "| Jahr | Zahl | Ort |\n| 2019 | 35 \\| 40 | Nord |\n| | 50 | Süd West |\n| Summe | | 85 |\n\n"
        "# Wege\n\nDie Stadt baut Wege.\n\nRechts.\n"
    )


def test_footnotes_are_found_by_where_they_lead() -> None:
    body = (
        '<p>Die Mieten<sup><a href="#fn1" id="r1">1</a></sup> steigen<a href="#fn2" id="r2">[2]</a>.</p>'
        '<p>Siehe <a href="#oben">1</a>.</p><h2 id="oben">Oben</h2><p>Ende.</p>'
        '<ol><li id="fn1">Um 4 %. <a href="#r1">↩</a></li><li id="fn2"><p>So ist es. <a href="#r2">↩</a></p></li></ol>'
    )
    draft = draft_of(body.encode(), "a.html")
    assert page(draft) == (
        "Die Mieten[^1] steigen[^2].\n\nSiehe 1.\n\n# Oben\n\nEnde.\n\n[^1]: Um 4 %.\n\n[^2]: So ist es.\n"
    )


def test_notes_outside_of_the_main_text_belong_to_it() -> None:
    body = f'<main><h1>Wohnen</h1>{SENTENCE}<p>Mieten<a href="#fn1" id="r1">1</a> steigen.</p></main>'
    body += '<footer>Fuß<div id="fn1" class="footnote">Um 4 %. <a href="#r1">zurück</a></div></footer>'
    draft = draft_of(body.encode(), "a.html")
    assert page(draft) == "Die Stadt baut Wege.\n\nMieten[^1] steigen.\n\n[^1]: Um 4 %.\n"
    assert left(draft, "navigation") == ["Fuß"]


def test_tracked_changes_of_a_page_want_a_choice() -> None:
    body = f"{SENTENCE}<p>Die Stadt baut <del>20</del><ins>35</ins> Wege.</p>"
    assert read_page(body, "accept").endswith("baut 35 Wege.\n")
    assert read_page(body, "reject").endswith("baut 20 Wege.\n")
    with pytest.raises(LibcorpusError, match="tracked"):
        read_page(body)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ('<meta charset="iso-8859-1"><p>für „alle“ – 5 €</p>'.encode("cp1252"), "Windows-1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><p>für „alle“ – 5 €</p>'.encode(), ""),
        ('<meta charset="iso-8859-1"><p>für „alle“ – 5 €</p>'.encode(), ""),
        ("<p>für „alle“ – 5 €</p>".encode("utf-16"), "UTF-16"),
        ("\ufeff<p>für „alle“ – 5 €</p>".encode(), ""),
    ],
)
def test_the_encoding_is_the_one_that_is_true(data: bytes, encoding: str) -> None:
    draft = draft_of(data, "a.html")
    assert page(draft) == "für „alle“ – 5 €\n"
    found = [remark.values["seen"] for remark in draft.remarks if remark.key == "encoding-found"]
    assert found == ([encoding] if encoding else [])


def test_a_page_in_a_text_file_is_a_page() -> None:
    draft = draft_of(f"\n<!-- x --><h1>Wohnen</h1>{SENTENCE}".encode(), "a.txt")
    assert (draft.reader, page(draft)) == ("html 1", "Die Stadt baut Wege.\n")
    assert keys(draft)["suffix-differs"] == 1


def test_broken_markup_is_mended_as_a_browser_does_it() -> None:
    assert read_page("<p>Die <b>Stadt baut<p>Wege.</b><ul><li>eins<li>zwei</ul>") == (
        "Die Stadt baut\n\nWege.\n\n- eins\n\n- zwei\n"
    )


def test_elements_without_end_in_each_other_are_refused() -> None:
    with pytest.raises(LibcorpusError) as caught:
        read_page("<div>" * 5000 + SENTENCE)
    assert caught.value.problem.key == "nested-too-deep"


def test_pictures_are_counted() -> None:
    draft = draft_of(f'{SENTENCE}<p><img src="a.png" alt="Haus"></p>'.encode(), "a.html")
    assert keys(draft)["pictures-left-out"] == 1


def test_a_markdown_text_that_begins_with_a_tag_is_no_page() -> None:
    draft = draft_of(b"<p align='center'>\n\n# Wege\n\nText mit *Nachdruck*.\n\n# Mehr\n\nText.\n", "a.md")
    assert draft.reader == "markdown 1"
    assert "Text mit Nachdruck." in page(draft)


def test_an_accent_may_stand_in_another_element_than_its_letter() -> None:
    assert read_page("<p>Die Stadt fu<b>\u0308r</b> alle.</p>") == "Die Stadt für alle.\n"


def test_without_the_package_its_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    with pytest.raises(LibcorpusError) as caught:
        read_page(SENTENCE)
    assert caught.value.problem.key == "missing-extra"
    assert "libcorpus[html]" in sentence(caught.value.problem, "en")


def test_a_list_of_links_in_the_main_text_is_text() -> None:
    links = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Mieten", "Wege", "Bäume"))
    assert read_page(f"<main><h1>Wohnen</h1>{SENTENCE}<ul>{links}</ul></main>") == (
        "Die Stadt baut Wege.\n\n- Mieten\n\n- Wege\n\n- Bäume\n"
    )
