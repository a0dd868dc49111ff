"""Single pages drawn for one purpose: columns, notes, contents, tables, fields, bullets, line ends."""

from typing import Any

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from libcorpus.model.document import BlockKind
from libcorpus.readers import read
from tests.readers.pdf_pages import canvas_pdf
from tests.readers.test_pdf import reads_back, shown


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [
        "Die Stadt öffnet ihre Büchereien",
        "auch am Sonntag. Das Personal",
        "wird dafür besser bezahlt, und",
        "die Vereine gestalten mit.",
    ]
    right = [
        "Der Eintritt bleibt für alle frei.",
        "Wer wenig Geld hat, leiht auch",
        "Filme und Spiele umsonst aus,",
        "und zwar in jedem Stadtteil.",
    ]

    def draw(pen: Any) -> None:
        pen.setFont("Text-Bold", 14)
        pen.drawString(80, 780, "Büchereien am Sonntag öffnen, überall in der Stadt")
        for column, lines in ((80, left * 3), (320, right * 3)):
            pen.setFont("Text", 10)
            for index, words in enumerate(lines):
                pen.drawString(column, 740 - 14 * index, words)

    draft = read(canvas_pdf(draw), "zwei.pdf")
    reads_back(draft)
    text = " ".join(block.flat for block in draft.blocks)
    assert text.count("Das Personal wird dafür besser bezahlt, und die Vereine gestalten mit.") == 3
    assert text.count("Wer wenig Geld hat, leiht auch Filme und Spiele umsonst aus, und zwar in jedem Stadtteil.") == 3
    assert text.index("Vereine") < text.index("Eintritt")


def test_footnotes_are_notes_with_their_marks() -> None:
    def draw(pen: Any) -> None:
        pen.setFont("Text", 10)
        lines = [
            "Die Stadt baut 400 Wohnungen im Jahr",
            "und vergibt die Hälfte davon an Haushalte",
            "mit wenig Geld. Das gilt ab sofort.",
        ]
        for index, words in enumerate(lines * 4):
            pen.drawString(80, 760 - 14 * index, words)
        pen.setFont("Text", 6)
        pen.drawString(80 + stringWidth(lines[0], "Text", 10), 764, "1")
        pen.setFont("Text", 8)
        pen.drawString(80, 90, "1  Gemeint sind Wohnungen der städtischen Gesell-")
        pen.drawString(80, 79, "schaft, nicht die der Genossenschaften.")

    draft = read(canvas_pdf(draw), "noten.pdf")
    reads_back(draft)
    note = draft.blocks[-1]
    assert (note.kind, note.label) == (BlockKind.NOTE, "1")
    assert note.flat == "Gemeint sind Wohnungen der städtischen Gesellschaft, nicht die der Genossenschaften."
    assert "im Jahr¹ und vergibt" in draft.blocks[0].flat


def test_a_table_of_contents_is_left_out() -> None:
    def draw(pen: Any) -> None:
        pen.setFont("Text-Bold", 14)
        pen.drawString(80, 780, "Inhaltsverzeichnis")
        pen.setFont("Text", 10)
        for index, (title, page) in enumerate([("Wohnen", 2), ("Bauen und Sanieren", 2), ("Verkehr", 3)]):
            pen.drawString(80, 740 - 16 * index, title + " " + "." * 40)
            pen.drawRightString(500, 740 - 16 * index, str(page))
        pen.showPage()
        pen.setFont("Text-Bold", 14)
        pen.drawString(80, 780, "Wohnen")
        pen.setFont("Text", 10)
        pen.drawString(80, 740, "Die Stadt baut 400 Wohnungen im Jahr. Sie kauft dafür Grund-")
        pen.drawString(80, 726, "stücke.")

    draft = read(canvas_pdf(draw), "inhalt.pdf")
    reads_back(draft)
    toc = [left.text for left in draft.left_out if left.kind == "toc"]
    assert [line.split()[0] for line in toc] == ["Inhaltsverzeichnis", "Wohnen", "Bauen", "Verkehr"]
    assert [block.flat for block in draft.blocks][
        -1
    ] == "Die Stadt baut 400 Wohnungen im Jahr. Sie kauft dafür Grundstücke."


LONG = [
    "Die Stadt baut jedes Jahr 400 Wohnungen und vergibt die Hälfte davon an Haushalte mit",
    "wenig Geld. Sie kauft dafür Grundstücke, auch am Rand, und bebaut sie selbst. Was frei",
    "wird, fällt an die Stadt zurück. Die Genossenschaften bekommen die gleichen Rechte, und",
    "der Rat erfährt einmal im Jahr, wie weit der Bau ist und was er kostet.",
]


def test_a_column_of_counts_in_a_table_is_no_margin() -> None:
    def draw(pen: Any) -> None:
        pen.setFont("Text", 10)
        for index, words in enumerate(LONG * 6):
            pen.drawString(80, 780 - 14 * index, words)
        for index, part in enumerate(["Nord", "Süd", "Mitte", "West", "Ost"]):
            y = 400 - 14 * index
            pen.drawString(80, y, str(index + 1))
            pen.drawString(110, y, part)
            pen.drawRightString(300, y, str(400 + 7 * index))

    draft = read(canvas_pdf(draw), "tabelle.pdf")
    reads_back(draft)
    assert not draft.numbered
    assert "margin-number" not in {left.kind for left in draft.left_out}


def test_a_table_of_figures_is_no_table_of_contents() -> None:
    def draw(pen: Any) -> None:
        pen.setFont("Text", 10)
        for index, words in enumerate(LONG):
            pen.drawString(80, 780 - 14 * index, words)
        for index, (part, count) in enumerate([("Bänke", 12), ("Lampen", 40), ("Bäume", 95), ("Brunnen", 120)]):
            pen.drawString(80, 690 - 14 * index, part)
            pen.drawRightString(530, 690 - 14 * index, str(count))

    draft = read(canvas_pdf(draw), "tabelle.pdf")
    reads_back(draft)
    assert "toc" not in {left.kind for left in draft.left_out}
    assert "Brunnen 120" in " ".join(block.flat for block in draft.blocks)


def test_a_year_at_the_start_of_a_line_is_a_word() -> None:
    def draw(pen: Any) -> None:
        pen.setFont("Text", 10)
        for index, words in enumerate(
            ["2019 war das Netz", "2020 wuchs es um", "2021 stand es still, und so", "2022 ging es weiter."] * 3
        ):
            pen.drawString(80, 780 - 14 * index, words)

    draft = read(canvas_pdf(draw), "jahre.pdf")
    reads_back(draft)
    assert not draft.numbered
    assert " ".join(block.flat for block in draft.blocks).count("2021 stand es still, und so 2022 ging es weiter.") == 3


def test_fields_with_a_wide_gap_are_no_columns() -> None:
    def draw(pen: Any) -> None:
        pen.setFont("Text", 10)
        for index, (key, value) in enumerate(
            [("Titel", "Radwege für alle"), ("Gremium", "Mitgliederversammlung"), ("Beschlussdatum", "7. März 2020")]
        ):
            pen.drawString(80, 790 - 14 * index, key)
            pen.drawString(240, 790 - 14 * index, value)
        for index, words in enumerate(LONG):
            pen.drawString(80, 700 - 14 * index, words)

    draft = read(canvas_pdf(draw), "felder.pdf")
    reads_back(draft)
    fields = {key: draft.metadata[key] for key in ("title", "body", "adopted_on")}
    assert fields == {"title": "Radwege für alle", "body": "Mitgliederversammlung", "adopted_on": "2020-03-07"}
    assert [block.flat for block in draft.blocks] == [" ".join(LONG)]


def test_a_drawn_dot_is_a_bullet() -> None:
    def draw(pen: Any) -> None:
        pen.setFont("Text", 10)
        pen.drawString(80, 780, "Wir fordern, und zwar noch in diesem Jahr und ohne weitere Prüfung durch die Ämter:")
        for index, words in enumerate(["mehr Bänke in den Parks,", "mehr Licht an den Wegen."]):
            pen.circle(84, 763.5 - 20 * index, 1.6, fill=1)
            pen.drawString(94, 760 - 20 * index, words)

    draft = read(canvas_pdf(draw), "punkte.pdf")
    assert shown(draft)[1:] == [
        ("item", 1, "", "mehr Bänke in den Parks,"),
        ("item", 1, "", "mehr Licht an den Wegen."),
    ]


def test_letters_set_apart_and_missing_blanks_are_read_as_seen() -> None:
    def draw(pen: Any) -> None:
        pen.setFont("Text", 10)
        text = pen.beginText(80, 760)
        text.setCharSpace(4)
        text.textOut("GEMEINSAM")
        text.setCharSpace(0)
        pen.drawText(text)
        x = 80.0
        for word in "Wir wollen mehr Bäume in jeder Straße.".split():
            pen.drawString(x, 730, word)
            x += pen.stringWidth(word, "Text", 10) + 2.4

    draft = read(canvas_pdf(draw), "gesperrt.pdf")
    reads_back(draft)
    words = " ".join([draft.metadata.get("title", ""), *(block.flat for block in draft.blocks)])
    assert "GEMEINSAM" in words
    assert "Wir wollen mehr Bäume in jeder Straße." in words


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["Der Rat, die Ämter sowie die Vereine stimmen zu, so-", "wie es üblich ist."], "zu, sowie es üblich"),
        (["Das hat die CDU-", "geführte Mehrheit so beschlossen."], "die CDU-geführte Mehrheit"),
        (["Wir stärken das E-", "mobile Fahren in der ganzen Stadt."], "das E-mobile Fahren"),
        (["Gemeinsam mit Haupt-", "und Ehrenamtlichen gelingt das gut."], "mit Haupt- und Ehrenamtlichen"),
        (["Die Stadt fördert Nicht-", "EU-Bürger wie alle anderen auch."], "Nicht-EU-Bürger"),
        (["Das Netz wächst -", "und zwar jedes Jahr um ein Stück."], "wächst - und zwar"),
        (["Die Stadt stärkt die Integra-", "tion und das Miteinander aller."], "die Integration und"),
    ],
)
def test_line_ends_are_joined_as_a_person_would(lines: list[str], wanted: str) -> None:
    def draw(pen: Any) -> None:
        pen.setFont("Text", 10)
        x = 500 - stringWidth(lines[0], "Text", 10)
        pen.drawString(x, 760, lines[0])
        pen.drawString(x, 746, lines[1])

    assert wanted in " ".join(block.flat for block in read(canvas_pdf(draw), "zeilen.pdf").blocks)
