"""What a person sees of a file that was read: rows of tables, nested items, what was left out and why, in German."""

from libcorpus.flows.reading import read_source
from libcorpus.model.wordings.leaving import KINDS, REASONS, kind_of_left, reason_of_left
from libcorpus.render.drafts import render_reading
from libcorpus.render.style import Style
from tests.readers.office import docx, listed, p, r

TEXT = """# Wege

Die Stadt baut Wege.

- Hauptstraßen, die bis zum Jahr 2030 in allen Teilen der Stadt so breit werden, dass zwei Räder nebeneinander passen
    - breit

| Straße | Jahr |
|--------|------|
| Hafenweg | 2022 |
| Am Markt | 2023 |
"""


def shown(text: bytes, name: str, lang: str = "de") -> list[str]:
    return list(render_reading(read_source(text, name), Style(False, 80), lang))


def test_a_row_of_a_table_is_a_line_with_its_number() -> None:
    lines = shown(TEXT.encode(), "wege.md")
    at = lines.index("5        Straße | Jahr")
    assert lines[at : at + 4] == ["5        Straße | Jahr", "6        Hafenweg | 2022", "7        Am Markt | 2023", ""]


def test_nested_items_stand_further_right_in_all_their_lines() -> None:
    lines = shown(TEXT.encode(), "wege.md")
    assert "2-3      • Hauptstraßen, die bis zum Jahr 2030 in allen Teilen der Stadt so" in lines
    assert "4          • breit" in lines


def test_counts_are_said_as_people_say_them() -> None:
    assert shown(b"Titel: Wege\n\nDie Stadt baut Wege.\n", "wege.txt")[1] == ("1 berechnete Zeile, 1 Absatz, 1 Satz")
    assert shown(TEXT.encode(), "wege.md", "en")[1] == "7 computed lines, 4 blocks, 6 sentences"


def test_what_was_left_out_is_told_in_german() -> None:
    hidden = docx(p("Wege", "Heading1") + p(r("Geheimes Wort", "<w:vanish/>") + r("Die Stadt baut Wege.")))
    told = "\n".join(shown(hidden, "wege.docx"))
    assert "Geheimes Wort (verborgener Text)" in told
    assert "nicht in den Text übernommen: verborgener Text (1) [part-left-out]" in told
    english = "\n".join(shown(hidden, "wege.docx", "en"))
    assert "Geheimes Wort (hidden text)" in english
    assert "left out of the text: hidden (1) [part-left-out]" in english


def test_names_of_other_packages_stay_as_they_are() -> None:
    assert (kind_of_left("stempel", "de"), reason_of_left("why not", "de")) == ("stempel", "why not")
    assert reason_of_left("comment: Kim", "de") == "Kommentar: Kim"


def test_every_reason_that_a_reader_gives_has_a_german_name() -> None:
    from libcorpus.flows.reading import MECHANICAL
    from libcorpus.readers.channels import REASONS as OFFICE
    from libcorpus.readers.html.blocks import _REASONS as WEB
    from libcorpus.readers.pdf.layout import REASONS as PRINT

    given = [reason for own in (OFFICE, WEB, PRINT) for reason in own.values() if reason]
    assert [reason for reason in given if reason not in REASONS] == []
    assert [kind for kind in [*MECHANICAL, *OFFICE, *PRINT] if kind not in KINDS] == []


def test_items_in_word_are_indented_by_their_level() -> None:
    lines = shown(docx(p("Wege", "Heading1") + listed("oben", 1) + listed("unten", 1, 1)), "wege.docx")
    places = [len(line) - len(line[9:].lstrip()) for line in lines if "oben" in line or "unten" in line]
    assert places == [9, 11]
