"""The positions on a topic as people see them: in the terminal, as a page, Markdown, a spreadsheet, a picture."""

import csv
import io
import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from libcorpus.model.dates import PartialDate
from libcorpus.model.lines import LineSpan
from libcorpus.render.lanes import render_lanes, specification
from libcorpus.render.positions import Report, render_positions, title
from libcorpus.render.positions_data import COLUMNS, as_csv, as_data
from libcorpus.render.positions_html import render_positions_html
from libcorpus.render.positions_markdown import render_positions_markdown
from libcorpus.render.positions_style import STYLE
from libcorpus.render.style import Style
from libcorpus.topics.positions import CarriedOn, Place, Positions, Step
from tests.render.pairs import HOSTILE as PIECES
from tests.render.test_synopsis import check
from tests.topics.story import CARE, COURSES, THREADS, Y2009, Y2014, Y2019, story

NAME = "Bürgerliste Morgenrot"
HOSTILE = " ".join(PIECES)


def cite(place: Place) -> str:
    return f"{NAME}, Programm ({place.id.adopted_on}), Z. {', '.join(map(str, place.lines))}"


def report(positions: Positions, net: bool = False, everything: bool = False) -> Report:
    return Report(NAME, positions.assemblies, net, everything)


def shown(positions: Positions, wanted: Report | None = None, lang: str = "de", width: int = 110) -> str:
    return "\n".join(render_positions(positions, Style(width=width), lang, wanted or report(positions)))


def hostile() -> Positions:
    first = THREADS[0]
    place = Place(COURSES.id, (LineSpan(4, 5),), f"=1+2 {HOSTILE}", HOSTILE, (HOSTILE,))
    thread = replace(first, steps=(Step(Y2009, "introduced", place), *first.steps[1:]))
    return replace(story(), threads=(thread, *THREADS[1:]))


TERMINAL = """\
Sprache: Bürgerliste Morgenrot
4 Versammlungen (14.03.2009 bis 16.11.2019), 5 Positionen, davon gelten 4
22.03.2014: als nächstes Programm genommen nach morgenrot/2009-03-14/programm
12.11.2016: nur Änderungsanweisungen, nicht eingearbeitet: morgenrot/2016-11-12/programm
16.11.2019: als nächstes Programm genommen nach morgenrot/2014-03-22/programm

                                                                       14.03.2009   22.03.2014   16.11.2019
Sprachkurse
  Die Stadt muss 40 Kurse im Jahr anbieten.                            + 4-5        ~ 7-8        ~ 2-3
  Zu jedem Kurs gehört eine Kinderbetreuung.                           + 6          - 6          % 9
Pässe
  Mehrere Staatsangehörigkeiten sind für uns selbstverständlich.       + 20         .            & 30-31
  Wer hier lebt, soll auch ohne deutschen Pass wählen dürfen.                       + 12-13      ? 12-13
Allgemeines
  Das Haus der Sprachen haben wir eingerichtet.                        + 10-11      * 1          .
+ neu   % wieder aufgenommen   - entfallen   ? keine Entsprechung gefunden   * erfüllt   ~ geändert
& neu gefasst   . gilt weiter

Was sich am 16.11.2019 änderte, Mitgliederversammlung
  1 wieder aufgenommen, 1 keine Entsprechung gefunden, 1 geändert, 1 neu gefasst, 1 unverändert
  wieder aufgenommen: 1
    Sprachkurse
      Z. 9  Sprache
        Zu jedem Kurs gehört eine Kinderbetreuung.
  keine Entsprechung gefunden (der spätere Text wurde neu geschrieben; dass nichts gefunden wurde, heißt
  nicht, dass es entfallen ist): 1
    Pässe
      Z. 12-13  Mitreden
        Wer hier lebt, soll auch ohne deutschen Pass wählen dürfen.
        vielleicht; Sache: Pässe; gemeinsam: Pass; Wert 0,31: Z. 33  Mitreden
          Das Wahlrecht soll nicht am Pass hängen.
  geändert: 1
    Sprachkurse
      Z. 7-8 -> Z. 2-3  Sprache -> Ankommen (verschoben)
        Die Stadt [-soll 35-] Kurse im Jahr anbieten.
        Die Stadt {+muss 40+} Kurse im Jahr anbieten.
        Modalwörter: soll → muss
  neu gefasst (vermutet: dieselbe Sache in anderen Worten): 1
    Pässe
      Z. 20 -> Z. 30-31  Mitreden
        alt: Der zweite Pass [-darf-] [-kein-] Hindernis sein.
        neu: Mehrere Staatsangehörigkeiten sind für uns selbstverständlich.
        Modalwörter: darf, kein → –
        wahrscheinlich; Sache: Pässe; gemeinsam: Staatsangehörigkeiten; Wert 0,52"""


def test_the_terminal_shows_a_timeline_and_what_the_last_assembly_changed() -> None:
    assert shown(story()) == TERMINAL


def test_for_two_dates_there_is_no_timeline() -> None:
    two = story().assemblies[:2]
    text = shown(replace(story(), assemblies=two), Report(NAME, two))
    assert "Was sich am 22.03.2014 änderte" in text
    assert "+ 4-5" not in text


def test_net_shows_what_changed_from_the_first_to_the_last_date() -> None:
    text = shown(story(), report(story(), net=True), "en")
    assert "What changed from 2009-03-14 to 2019-11-16" in text
    assert "[-soll 20-]" in text
    assert "{+muss 40+}" in text
    assert "35" not in text


def test_all_gives_a_report_for_each_date_with_what_was_kept() -> None:
    text = shown(story(), report(story(), everything=True))
    assert text.index("Was am 14.03.2009 beschlossen wurde") < text.index("Was sich am 22.03.2014 änderte")
    assert "unverändert: 1\n    Pässe\n      Z. 20 -> Z. 20" in text


def test_a_date_that_is_asked_for_alone_is_compared_with_the_one_before() -> None:
    text = shown(story(), Report(NAME, story().assemblies[3:]))
    assert "1 Versammlung (16.11.2019)" in text
    assert "Was sich am 16.11.2019 änderte" in text
    assert "wieder aufgenommen: 1" in text


@pytest.mark.parametrize(
    ("day", "german", "english"),
    [
        ("2019-11-16", "Was sich am 16.11.2019 änderte", "What changed on 2019-11-16"),
        ("2019-03", "Was sich im März 2019 änderte", "What changed in 2019-03"),
        ("2019", "Was sich 2019 änderte", "What changed in 2019"),
    ],
)
def test_a_date_of_which_little_is_known_reads_well(day: str, german: str, english: str) -> None:
    dates = story().assemblies
    last = replace(dates[-1], adopted_on=PartialDate.parse(day), body="")
    assert title(dates[0], last, "de") == german
    assert title(dates[0], last, "en") == english
    assert title(None, last, "de") == german.replace("sich ", "").replace("änderte", "beschlossen wurde")


def test_dates_at_which_the_topic_did_not_come_up_get_an_answer() -> None:
    amended = Report(NAME, story().assemblies[2:3])
    said = "in diesem Zeitraum wurde nichts zu diesem Thema beschlossen; was galt, gilt weiter"
    assert shown(story(), amended).split("\n")[-2:] == [
        "12.11.2016: nur Änderungsanweisungen, nicht eingearbeitet: morgenrot/2016-11-12/programm",
        said,
    ]
    assert said in render_positions_html(story(), "de", amended, cite)
    assert said in render_positions_markdown(story(), "de", amended, cite)


def test_a_time_without_an_assembly_names_the_last_one_before() -> None:
    none = Report(NAME, ())
    assert shown(story(), none).split("\n")[-1] == "keine Versammlung in diesem Zeitraum; die letzte davor: 16.11.2019"
    assert "no assembly within these dates; the last one before: 2019-11-16" in shown(story(), none, "en")


def test_very_many_texts_that_hold_no_longer_are_counted_until_all_are_asked_for() -> None:
    dates = story().assemblies
    carried = tuple(CarriedOn(one.carried_on[0].id, "title") for one in dates[1:2] for _ in range(9))
    many = replace(story(), assemblies=(dates[0], replace(dates[1], carried_on=carried), *dates[2:]))
    assert "\n10 frühere Texte gelten nicht mehr" in shown(many)
    assert "wegen des Titels" not in shown(many)
    assert shown(many, report(many, everything=True)).count("wegen des Titels") == 9


def test_one_position_holds() -> None:
    one = replace(story(), threads=THREADS[:1])
    assert "1 Position, davon gilt 1" in shown(one)
    assert "1 position, 1 of which holds" in shown(one, lang="en")


def test_suggestions_say_how_to_confirm_and_to_deny() -> None:
    wanted = replace(report(story()), command=lambda old, new: "libcorpus link A:1 B:2")
    text = shown(story(), wanted)
    assert text.count("bestätigt ihn der Befehl darunter; mit --deny dahinter erscheint er nie wieder") == 1
    assert "          libcorpus link A:1 B:2" in text.split("\n")


def test_a_screen_that_is_too_narrow_says_how_many_assemblies_it_leaves_out() -> None:
    text = shown(story(), width=60)
    assert "1 frühere Versammlung passt nicht in die Breite; --format html zeigt alle" in text
    assert max(len(line) for line in text.split("\n")[7:15]) <= 60


@pytest.mark.parametrize(
    ("positions", "said"),
    [
        (replace(story(), threads=()), "keine Textstellen zu diesem Thema (4 Versammlungen)"),
        (
            replace(story(), threads=(), assemblies=story().assemblies[:1]),
            "keine Textstellen zu diesem Thema (1 Versammlung)",
        ),
        (replace(story(), threads=(), assemblies=()), "keine Versammlungen gefunden"),
    ],
)
def test_every_form_says_so_where_there_is_nothing(positions: Positions, said: str) -> None:
    wanted = report(positions)
    assert shown(positions).split("\n")[-1] == said
    assert said in render_positions_html(positions, "de", wanted, cite)
    assert said in render_positions_markdown(positions, "de", wanted, cite)
    assert as_csv(positions, cite) == ",".join(COLUMNS) + "\r\n"
    assert as_data(positions, cite)["threads"] == []


def test_a_single_assembly_shows_what_was_adopted() -> None:
    threads = tuple(replace(one, steps=one.steps[:1]) for one in THREADS if one.since == Y2009)
    text = shown(replace(story(), threads=threads, assemblies=story().assemblies[:1]))
    assert "Was am 14.03.2009 beschlossen wurde" in text
    assert "neu: 4" in text


# The page.


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_page_is_well_formed_and_holds_every_wording_with_its_citation(lang: str) -> None:
    page = check(render_positions_html(story(), lang, report(story()), cite))
    for thread in THREADS:
        for step in thread.steps:
            assert cite(step.place) in page.text
            assert step.place.text.split()[-1] in page.text
    assert page.text.count("Das Wahlrecht soll nicht am Pass hängen.") == 1


def test_the_page_marks_the_words_that_differ() -> None:
    html = render_positions_html(story(), "de", report(story()), cite)
    assert '<del><span class="vh">gestrichen: </span><span class="w">soll 35</span>' in html
    assert '<ins><span class="vh">eingefügt: </span><span class="w">muss 40</span>' in html


def test_a_timeline_that_is_too_wide_for_paper_is_told_apart() -> None:
    first = story().assemblies[0]
    days = tuple(replace(first, adopted_on=PartialDate.parse(str(year))) for year in range(2000, 2008))
    steps = tuple(Step(one.adopted_on, "kept", COURSES) for one in days)
    wide = replace(story(), assemblies=days, threads=(replace(THREADS[0], steps=steps),))
    assert '<table class="threads many"' in render_positions_html(wide, "de", report(wide), cite)
    assert '<table class="threads"' in render_positions_html(story(), "de", report(story()), cite)


def test_of_related_wordings_the_modal_words_are_marked() -> None:
    html = render_positions_html(story(), "de", report(story()), cite)
    assert '<b>alt: </b>Der zweite Pass <del><span class="vh">gestrichen: </span><span class="w">darf</span>' in html
    assert "<b>neu: </b>Mehrere Staatsangehörigkeiten sind für uns selbstverständlich." in html
    assert "Modalwörter: darf, kein → –" in html
    text = render_positions_markdown(story(), "de", report(story()), cite)
    assert "> alt: Der zweite Pass <del>darf</del> <del>kein</del> Hindernis sein." in text
    assert "Modalwörter: darf, kein → –" in text
    (row,) = [row for row in csv.DictReader(io.StringIO(as_csv(story(), cite))) if row["step"] == "related"]
    assert row["modal_words"] == "darf, kein → –"
    steps = {thread["id"]: thread["steps"] for thread in as_data(story(), cite)["threads"]}
    assert steps["eee"][1]["modal_words"] == {"old": ["darf", "kein"], "new": []}
    assert steps["eee"][0]["modal_words"] is None


def test_nothing_hostile_gets_into_the_page() -> None:
    html = render_positions_html(hostile(), "de", Report(HOSTILE, story().assemblies), lambda place: HOSTILE)
    page = check(html)
    assert "\x1b" not in html
    assert STYLE in html
    assert "<script" not in html
    assert "<script>alert(1)</script>" in page.text


def test_markdown_escapes_what_would_be_markup() -> None:
    text = render_positions_markdown(hostile(), "de", report(story()), lambda place: HOSTILE)
    assert "\x1b" not in text
    assert "<script" not in text.replace("\\<", "")
    rows = [line for line in text.split("\n") if line.startswith("| ")]
    assert {line.replace("\\|", "").count("|") for line in rows} == {5}


def test_markdown_shows_table_changes_and_citations() -> None:
    text = render_positions_markdown(story(), "de", report(story()), cite)
    assert "| Position | 14.03.2009 | 22.03.2014 | 16.11.2019 |" in text
    assert "| **Sprachkurse** | | | |" in text
    assert (
        "| Zu jedem Kurs gehört eine Kinderbetreuung. | neu, Z. 6 | entfallen, Z. 6 | wieder aufgenommen, Z. 9 |"
        in text
    )
    assert "> Die Stadt <del>soll 35</del> Kurse im Jahr anbieten." in text


# Data.


def test_the_table_has_a_row_a_step_and_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(hostile(), cite), newline="")))
    assert len(rows) == sum(len(thread.steps) for thread in THREADS)
    assert rows[0]["text"].startswith("'=1+2 ")
    assert rows[1]["before_text"] == COURSES.text
    related = next(row for row in rows if row["step"] == "related")
    assert (related["tier"], related["score"], related["shared"]) == ("likely", "0.520", "Staatsangehörigkeiten")


def test_json_holds_tier_evidence_and_suggestions() -> None:
    data = json.loads(json.dumps(as_data(story(), cite)))
    steps = {thread["id"]: thread["steps"] for thread in data["threads"]}
    assert steps["eee"][1]["evidence"]["tier"] == "likely"
    assert steps["ddd"][1]["suggestions"][0]["new"]["lines"] == [[33, 33]]
    assert steps["ddd"][1]["suggestions"][0]["new"]["citation"] == "Bürgerliste Morgenrot, Programm (2019-11-16), Z. 33"
    assert data["threads"][3]["holds"] is False
    assert data["assemblies"][3]["carries_on"][0]["near"] is False


# The picture.


def test_the_lanes_begin_and_end_with_their_threads() -> None:
    lanes = specification(story(), "de", NAME)["data"]["values"]
    care = [lane for lane in lanes if lane["text"] == CARE.text]
    # Dropped in 2014: nothing is drawn from there to 2019, when it was resumed.
    assert [(lane["from"], lane["to"]) for lane in care] == [
        (str(Y2009), str(Y2014)),
        (str(Y2014), str(Y2014)),
        (str(Y2019), str(Y2019)),
    ]
    assert len({lane["lane"] for lane in lanes}) == len(THREADS)


def test_the_picture_is_drawn_and_hostile_words_stay_words() -> None:
    svg = render_lanes(hostile(), "de", f"{NAME} {HOSTILE}", ".svg")
    root = ElementTree.fromstring(svg)
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "g", "path", "text", "defs", "clipPath", "rect", "line", "title", "tspan", "style"}
    words = " ".join("".join(element.itertext()) for element in root.iter() if element.tag.endswith("text"))
    assert "Sprachkurse" in words
    assert "wieder aufgenommen" in words
    assert svg == render_lanes(hostile(), "de", f"{NAME} {HOSTILE}", ".svg")
    assert render_lanes(story(), "de", NAME, ".png").startswith(b"\x89PNG")
