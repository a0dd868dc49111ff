"""Sessions: listing, showing, citing, searching."""

import subprocess
import sys

import pytest

from libcorpus.cli.running import guarded
from tests.cli.conftest import ROOT, Session

P2009 = "morgenrot-lindenfurt/2009-03-14/3.2-kommunalprogramm-2009-lindenfurt-gemeinsam-gestalten"
P2014 = "morgenrot-lindenfurt/2014-03-22/4.1-kommunalprogramm-2014-vielfalt-und-zusammenleben"
P2016 = "morgenrot-lindenfurt/2016-11-12/5.1-ankommen-ohne-warteschleife"
P2019 = "morgenrot-lindenfurt/2019-11-16/2.4-kommunalprogramm-2019-vielfalt-und-teilhabe"
P2024 = "morgenrot-lindenfurt/2024-01-13/1.3-kommunalprogramm-2024-lindenfurt-fuer-alle"


def test_list_is_in_order_of_adoption(filed: Session) -> None:
    assert [one["id"] for one in filed.json("list")["resolutions"]] == [P2009, P2014, P2016, P2019, P2024]


@pytest.mark.parametrize(
    ("options", "years"),
    [
        (("--from", "2014"), ["2014", "2016", "2019", "2024"]),
        (("--from", "2014-03-22", "--to", "2016"), ["2014", "2016"]),
        (("--to", "22.03.2014"), ["2009", "2014"]),
        (("--topic", "integration", "--to", "2009"), ["2009"]),
        (("--body", "Vorstand"), []),
    ],
)
def test_list_is_narrowed(filed: Session, options: tuple[str, ...], years: list[str]) -> None:
    assert [one["adopted_on"][:4] for one in filed.json("list", *options)["resolutions"]] == years


def test_a_short_id_that_means_several_lists_them(filed: Session) -> None:
    err = filed.refused("show", "kommunalprogramm")
    assert "'kommunalprogramm' means 4 resolutions" in err
    assert all(own_id in err for own_id in (P2009, P2014, P2019, P2024))
    assert filed.json("show", "kommunalprogramm@2014")["id"] == P2014
    assert filed.json("show", "Kommunalprogramm-2014")["id"] == P2014
    assert filed.json("show", "5.1")["id"] == P2016
    filed.refused("show", "5")


def test_show_has_the_printed_lines_of_each_block(filed: Session) -> None:
    out = filed.out("show", "5.1")
    assert "\n5        # Änderungen im Wortlaut\n" in out
    assert "\n11       Nach Zeile 30 wird eingefügt:\n" in out


def test_show_lines_is_what_was_printed(filed: Session) -> None:
    assert filed.out("show", "5.1", "--lines", "11-13") == (
        "    11 Nach Zeile 30 wird eingefügt:\n"
        "    12 „Zu jedem Deutschkurs gehört eine Sozialberatung, die Zugewanderten auch bei\n"
        "    13 Fragen zu Wohnung, Arbeit und Familie weiterhilft.“\n"
    )


def test_show_json(filed: Session) -> None:
    data = filed.json("show", "5.1", "--lines", "11-12")
    assert data["schema"] == 1
    assert (data["id"], data["adopted_on"], data["agenda_item"]) == (P2016, "2016-11-12", "5.1")
    assert [block["lines"] for block in data["blocks"]] == [[11, 11], [12, 13]]
    assert data["blocks"][0] == {
        "kind": "paragraph",
        "level": 0,
        "label": "",
        "lines": [11, 11],
        "sentences": [{"text": "Nach Zeile 30 wird eingefügt:", "text_line": 11, "lines": [11, 11]}],
    }


def test_a_text_line_in_json_is_that_line_of_the_file(filed: Session) -> None:
    text = (filed.folder / "corpus/resolutions" / P2019 / "text.txt").read_text("utf-8").split("\n")
    for block in filed.json("show", P2019)["blocks"]:
        for sentence in block["sentences"]:
            assert sentence["text"] in text[sentence["text_line"] - 1]


@pytest.mark.parametrize("lines", ["0-3", "20-30", "9-3", "x", "1-99999", "3:4"])
def test_lines_that_are_not_there(filed: Session, lines: str) -> None:
    before = filed.state()
    filed.refused("show", "5.1", "--lines", lines)
    assert filed.state() == before


def test_cite(filed: Session) -> None:
    assert filed.out("cite", "5.1", "--lines", "12-13") == (
        "„‚Zu jedem Deutschkurs gehört eine Sozialberatung, die Zugewanderten auch bei Fragen zu Wohnung, "
        "Arbeit und Familie weiterhilft.‘“\n"
        "Bürgerliste Morgenrot Lindenfurt, Ankommen ohne Warteschleife (Mitgliederversammlung, 12.11.2016, TOP 5.1), "
        "Z. 12-13\n"
    )
    assert filed.json("cite", "5.1", "--lines", "5")["text"] == "Änderungen im Wortlaut"


def test_search_finds_all_words_in_one_sentence_with_citation(filed: Session) -> None:
    hits = filed.json("search", "DEUTSCHKURS", "kinderbetreuung")["hits"]
    assert [(hit["adopted_on"], hit["lines"]) for hit in hits] == [("2009-03-14", [23, 24]), ("2019-11-16", [38, 39])]
    assert hits[0]["citation"].endswith("TOP 3.2), Z. 23-24")
    assert filed.out("search", "gibtesnicht") == "nothing found\n"
    assert "no words to look for" in filed.refused("search", " ")


def test_help_is_german_where_german_is_wanted(filed: Session) -> None:
    assert "Beschlüsse auflisten" in filed.out("--lang", "de", "list", "--help")
    assert "kein Beschluss heißt „nix“" in filed.refused("show", "nix", "--lang=de")
    filed.refused("--lang", "fr", "list")


def test_terminal_escapes_in_a_title_are_shown_harmless(corpus: Session) -> None:
    text = "Beschluss Böse\x1b]0;x\x07 Sache\u202e\n\nDatum: 1. Mai 2020\n\n1 Ein \x1b[2JSatz.\n2 Noch \u202eeiner.\n"
    options = ("--organisation", "partei", "--organisation-name", "Partei", "--title", "Sache")
    corpus.out("archive", corpus.write("a.txt", text), *options)
    for command in (["list"], ["show", "sache"], ["show", "sache", "--numbered"], ["cite", "sache", "--lines", "1"]):
        out = corpus.out(*command)
        assert "\x1b" not in out
        assert "\u202e" not in out
    assert "\\x1b[2JSatz" in corpus.out("show", "sache")


def test_an_option_in_the_place_of_an_id_is_refused(filed: Session) -> None:
    for bad in ("--output=/tmp/x", "-x", "../../etc", "a\x00b", "/etc/passwd"):
        code, _, _ = filed("show", "--", bad)
        assert code == 2


def test_a_fault_of_ours_ends_with_3(capsys: pytest.CaptureFixture[str]) -> None:
    # What no caller can do by typing: an argument that is no text.
    assert guarded([None]) == 3  # type: ignore[list-item]
    assert "this is a fault of libcorpus" in capsys.readouterr().err


def test_the_project_s_own_corpus_is_shown_without_git(session: Session) -> None:
    out = session.out("show", "2.13", "--lines", "94-95", "--corpus", str(ROOT / "corpus"))
    assert out.startswith("    94 Alle Düsseldorfer*innen sollen gleichberechtigt an der Politik der Stadt\n")


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = f"{sys.executable} cli.py --corpus corpus show 2.13 | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["Integration und Teilhabe", "0"]
    assert done.stderr == ""
