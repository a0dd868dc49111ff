"""Sessions: making a corpus, filing, and what is refused, with the corpus as it was."""

import json
from pathlib import Path

import pytest

from libcorpus import Corpus, LibcorpusError
from tests.cli.conftest import EXAMPLES, ORGANISATION, TRANSCRIPT, Session

ID = "morgenrot-lindenfurt/2015-03-14/4.1-sprachkurse-fuer-alle"


def archive(session: Session, text: str | bytes = TRANSCRIPT, *options: str, name: str = "kurse.txt") -> str:
    return session.out("archive", session.write(name, text), *ORGANISATION, *options)


def test_init_makes_a_repository_and_commits(session: Session) -> None:
    assert session.out("init", "corpus", "--title", "Beschlüsse") == f"made a corpus in {session.folder / 'corpus'}\n"
    assert session.git("-C", "corpus", "log", "--format=%s%n%b").split() == ["init:", "Beschlüsse", "Act:", "init"]
    assert session.git("-C", "corpus", "status", "--porcelain") == ""
    assert (session.folder / "corpus/.gitattributes").read_text() == "* -text -filter -ident -working-tree-encoding\n"


def test_init_in_a_repository_that_is_there(session: Session) -> None:
    session.git("init", "-q", "-b", "haupt")
    session.write("eigenes.txt", "nicht von uns")
    session.git("add", "eigenes.txt")
    session.out("init", "corpus")
    assert session.git("log", "--format=%s").strip() == "init: Beschlüsse"
    assert session.git("status", "--porcelain") == "A  eigenes.txt\n"
    assert not (session.folder / "corpus/.git").exists()


def test_init_twice_is_refused(corpus: Session) -> None:
    assert "a corpus is here already" in corpus.refused("init", "corpus")


def test_a_resolution_is_filed_in_one_commit_with_its_organisation(corpus: Session) -> None:
    out = archive(corpus)
    assert f"kurse.txt: filed as {ID}" in out
    assert "5 printed lines, 4 blocks, 5 sentences" in out
    assert corpus.git("-C", "corpus", "show", "--format=%B", "--name-only").split("\n") == [
        "archive: Sprachkurse für alle (Mitgliederversammlung, 2015-03-14, TOP 4.1)",
        "",
        "Act: archive",
        f"Resolution: {ID}",
        "Adopted-On: 2015-03-14",
        "",
        "",
        "organisations/morgenrot-lindenfurt.toml",
        *(f"resolutions/{ID}/{name}" for name in ("lines.tsv", "resolution.toml", "source.txt", "text.txt")),
        "",
    ]


def test_what_is_filed_reads_as_the_format_says(corpus: Session) -> None:
    archive(corpus)
    folder = corpus.folder / "corpus/resolutions" / ID
    assert (folder / "text.txt").read_text("utf-8") == (
        "# Sprache öffnet Türen\n"
        "\n"
        "Die Stadt soll jedes Jahr 20 Sprachkurse anbieten.\n"
        "Sie sollen für alle offen sein, die in Lindenfurt leben.\n"
        "\n"
        "- Haupt- und Ehrenamtliche brauchen dafür Räume.\n"
        "\n"
        "- Am 1. Januar 2016 soll der erste Kurs beginnen.\n"
    )
    assert (folder / "lines.tsv").read_text("utf-8").split("\n") == [
        "printed\tpage\ttext_line\tcolumn\thyphen",
        "1\t\t1\t3\t",
        "2\t\t3\t1\t",
        "3\t\t4\t27\t",
        "4\t\t6\t3\t",
        "5\t\t8\t3\t",
        "",
    ]
    assert (folder / "source.txt").read_bytes() == TRANSCRIPT.encode()


def test_dry_run_writes_nothing(corpus: Session) -> None:
    before = corpus.state()
    assert f"would be filed as {ID}" in archive(corpus, TRANSCRIPT, "--dry-run")
    assert corpus.state() == before


def test_options_win_over_the_head(corpus: Session) -> None:
    archive(
        corpus, TRANSCRIPT, "--title", "Kurse", "--date", "März 2015", "--agenda-item", "5", "--votes", "einstimmig"
    )
    (one,) = corpus.json("list")["resolutions"]
    assert one["id"] == "morgenrot-lindenfurt/2015-03/5-kurse"
    assert (one["title"], one["adopted_on"], one["votes"]) == ("Kurse", "2015-03", "einstimmig")


def test_text_without_numbers_is_numbered_by_the_rule_and_says_so(corpus: Session) -> None:
    text = (
        "Beschluss Radverkehr\n\nGremium: Vorstand\nDatum: 3. Mai 2018\n\n"
        + "Wort " * 40
        + "Ende.\n\nEin zweiter Absatz.\n"
    )
    out = archive(corpus, text)
    assert "computed by the rule at 80 characters a line" in out
    assert corpus.out("show", "radverkehr", "--numbered").split("\n")[-3:] == [
        "     3 Wort Wort Wort Wort Wort Wort Wort Wort Ende.",
        "     4 Ein zweiter Absatz.",
        "",
    ]
    (one,) = corpus.json("list")["resolutions"]
    assert one["numbers"] == "computed"


def test_the_same_source_again(corpus: Session) -> None:
    archive(corpus)
    before = corpus.state()
    path = corpus.write("kopie/nochmal.txt", TRANSCRIPT)
    assert f"already filed as {ID}" in corpus.refused("archive", path, *ORGANISATION)
    code, out, _ = corpus("archive", str(Path(path).parent), *ORGANISATION)
    assert code == 0
    assert "filed 0, skipped 1, refused 0" in out
    assert corpus.state() == before


def test_a_folder_is_filed_in_one_commit_and_a_bad_file_does_not_stop_it(corpus: Session) -> None:
    corpus.write("ein/a.txt", TRANSCRIPT)
    corpus.write("ein/b.txt", TRANSCRIPT.replace("Sprachkurse für alle", "Kurse am Abend"))
    corpus.write("ein/c.txt", b"abc\x00def")
    corpus.write("ein/liste.json", '{"a": 1}')
    code, out, _ = corpus("archive", "ein", *ORGANISATION)
    assert code == 2
    first, second, third, *_, last, empty = out.partition("\n\n")[2].split("\n")
    assert (first.split()[:2], second.split()[:2], third.split()[:2]) == (
        ["filed", "a.txt"],
        ["filed", "b.txt"],
        ["refused", "c.txt"],
    )
    assert ID in first
    assert "ein/c.txt:1: the file is no text: a NUL byte stands here [binary-file]" in third
    assert (last, empty) == ("filed 2, skipped 0, refused 1", "")
    assert corpus.git("-C", "corpus", "log", "--format=%s").split("\n")[0] == "archive: 2 resolutions"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "the file holds no text"),
        (b"  \n \n", "the file holds no text"),
        (b"abc\x00def", "a NUL byte stands here"),
        (TRANSCRIPT.replace("Beschlussdatum: 14.03.2015\n", ""), "give it with --adopted-on"),
        (TRANSCRIPT.replace("14.03.2015", "31.02.2015"), "'31.02.2015' is no date of adoption"),
        (TRANSCRIPT.replace("\n3 sein", "\n4 sein"), "the margin number is 4, expected 3: lines are missing"),
        (TRANSCRIPT.replace("\n3 sein", "\n2 sein"), "the margin number is 2, expected 3: a number comes again"),
        (TRANSCRIPT.partition("- 1")[0], "there is a head, but no text below it"),
    ],
)
def test_bad_input_is_refused_and_nothing_is_written(corpus: Session, text: str | bytes, message: str) -> None:
    before = corpus.state()
    err = corpus.refused("archive", corpus.write("kurse.txt", text), *ORGANISATION)
    assert message in err
    assert "kurse.txt" in err
    assert corpus.state() == before


def test_gaps_are_filed_with_a_reason(corpus: Session) -> None:
    text = TRANSCRIPT.replace("- 4 •", "- 7 •").replace("- 5 •", "- 8 •")
    err = corpus.refused("archive", corpus.write("kurse.txt", text), *ORGANISATION)
    assert "kurse.txt:12: the margin number is 7, expected 4: lines are missing" in err
    assert "--gaps-ok" in err
    archive(corpus, text, "--gaps-ok", "Seite 2 fehlt")
    assert 'gaps = "Seite 2 fehlt"' in (corpus.folder / "corpus/resolutions" / ID / "resolution.toml").read_text(
        "utf-8"
    )
    assert corpus("check")[0] == 0
    assert corpus.out("show", "4.1", "--lines", "7-8").startswith("     7 Haupt- und")


def test_an_id_that_is_taken(corpus: Session) -> None:
    archive(corpus)
    other = corpus.write("anders.txt", TRANSCRIPT.replace("20 Sprachkurse", "25 Sprachkurse"))
    assert "choose another with --slug" in corpus.refused("archive", other, *ORGANISATION)
    corpus.out("archive", other, *ORGANISATION, "--slug", "neufassung")
    assert len(corpus.json("list")["resolutions"]) == 2


def test_a_folder_without_files_to_read(corpus: Session) -> None:
    (corpus.folder / "leer").mkdir()
    assert "no file that a reader is for" in corpus.refused("archive", "leer", *ORGANISATION)


def test_no_organisation_given(corpus: Session) -> None:
    err = corpus.refused("archive", corpus.write("kurse.txt", TRANSCRIPT))
    assert "which organisation adopted this?" in err


def test_no_git_repository(corpus: Session) -> None:
    (corpus.folder / "corpus/.git").rename(corpus.folder / "weg")
    err = corpus.refused("archive", corpus.write("kurse.txt", TRANSCRIPT), *ORGANISATION)
    assert "git" in err
    assert not (corpus.folder / "corpus/resolutions").exists()


def test_no_corpus(session: Session) -> None:
    assert "no corpus here" in session.refused("list")
    assert "no corpus here" in session.refused("list", "--corpus", "nirgends")


def test_a_corpus_is_found_upwards_by_name_and_by_environment(filed: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = filed.folder / "corpus/resolutions"
    monkeypatch.chdir(inside)
    assert "Kommunalprogramm 2009" in filed.out("list")
    monkeypatch.chdir(filed.folder.parent)
    assert "Kommunalprogramm 2009" in filed.out("list", "--corpus", str(filed.folder))
    monkeypatch.setenv("LIBCORPUS_CORPUS", str(filed.folder / "corpus"))
    assert "Kommunalprogramm 2009" in filed.out("list")


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("resolution.toml", "format = 1\ntitle = \n", "resolution.toml:2: this is no TOML"),
        ("resolution.toml", "format = 2\ntitle = 'x'\n", "format 2 is not known; this program reads format 1"),
        ("text.txt", "Zwei\n\n\nLeerzeilen\n", "text.txt:3: a blank line too many"),
        ("lines.tsv", "printed\n", "lines.tsv: the table of printed lines has no valid header"),
    ],
)
def test_a_broken_file_is_named_with_its_line(corpus: Session, file: str, text: str, message: str) -> None:
    archive(corpus)
    path = corpus.folder / "corpus/resolutions" / ID / file
    path.write_text(text, "utf-8")
    assert message in corpus.refused("show", "4.1")
    code, _, err = corpus("check")
    assert code == 1
    assert message in err


def test_a_wrong_value_is_named_with_key_and_line(corpus: Session) -> None:
    archive(corpus)
    path = corpus.folder / "corpus/resolutions" / ID / "resolution.toml"
    path.write_text(path.read_text("utf-8").replace('kind = "resolution"', "kind = 3"), "utf-8")
    err = corpus.refused("list")
    assert "resolution.toml:8: the key kind does not hold what it should: choice" in err


def test_json_of_a_receipt(corpus: Session) -> None:
    data = json.loads(archive(corpus, TRANSCRIPT, "--json"))
    assert data["schema"] == 1
    (filed,) = data["filed"]
    assert (filed["id"], filed["printed_lines"], filed["blocks"]) == (ID, 5, 4)
    assert len(filed["commit"]) == 40


def test_the_examples_are_filed_without_findings(filed: Session) -> None:
    code, out, _ = filed("check")
    count = len(list(EXAMPLES.glob("*.txt")))
    assert (code, out.split("\n")[0]) == (0, f"{count} resolutions, no findings")
    truth = json.loads((EXAMPLES / "truth.json").read_text("utf-8"))
    ids = {one["adopted_on"][:4]: one["id"] for one in filed.json("list")["resolutions"]}
    for name, file in truth["files"].items():
        shown = filed.json("show", ids[Path(name).name[:4]])
        assert [s["text"] for block in shown["blocks"] for s in block["sentences"]] == [
            s["text"] for s in file["sentences"]
        ]


def test_more_than_one_commit_s_worth_of_resolutions(corpus: Session) -> None:
    """A new organisation is made with the first commit, and the later ones do not make it again."""
    for number in range(502):
        corpus.write(f"viele/{number}.txt", TRANSCRIPT.replace("Sprachkurse für alle", f"Kurs {number}"))
    assert "filed 502, skipped 0, refused 0" in corpus.out("archive", "viele", *ORGANISATION)
    subjects = corpus.git("-C", "corpus", "log", "--format=%s").split("\n")
    assert subjects[:2] == ["archive: 2 resolutions", "archive: 500 resolutions"]
    assert corpus.git("-C", "corpus", "status", "--porcelain") == ""


def test_the_library_refuses_a_field_it_does_not_know(corpus: Session) -> None:
    path = corpus.write("kurse.txt", TRANSCRIPT)
    opened = Corpus.open(corpus.folder)
    with pytest.raises(LibcorpusError, match="'titel' is no assignment"):
        opened.archive(path, organisation="partei", titel="Kurse")
    receipt = opened.archive(path, organisation="partei", slug="kurse-2015", votes="einstimmig")
    assert str(receipt.id) == "partei/2015-03-14/4.1-kurse-2015"
    assert opened.resolution("4.1").votes == "einstimmig"
