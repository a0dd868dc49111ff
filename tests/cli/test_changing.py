"""Sessions: describing, correcting, history, check."""

from tests.cli.conftest import ORGANISATION, TRANSCRIPT, Session

ID = "morgenrot-lindenfurt/2015-03-14/4.1-sprachkurse-fuer-alle"


def archived(session: Session) -> Session:
    session.out("archive", session.write("kurse.txt", TRANSCRIPT), *ORGANISATION)
    return session


def test_describe_changes_metadata_and_keeps_comments_and_unknown_keys(corpus: Session) -> None:
    archived(corpus)
    path = corpus.folder / "corpus/resolutions" / ID / "resolution.toml"
    text = "# Von Hand ergänzt.\n" + path.read_text("utf-8") + '\n[eigenes]\nablage = "Regal 3"\n'
    path.write_text(text, "utf-8")
    corpus.git("-C", "corpus", "commit", "-qam", "von Hand")
    corpus.out("describe", "4.1", "votes=42 dafür, 3 dagegen", "topics=integration, bildung", "--reason", "Protokoll")
    after = path.read_text("utf-8")
    assert after.startswith("# Von Hand ergänzt.\n")
    assert '[eigenes]\nablage = "Regal 3"' in after
    (one,) = corpus.json("list")["resolutions"]
    assert (one["id"], one["votes"], one["topics"]) == (ID, "42 dafür, 3 dagegen", ["integration", "bildung"])
    assert corpus.git("-C", "corpus", "log", "-1", "--format=%B").split("\n")[:4] == [
        "describe: Sprachkurse für alle (Mitgliederversammlung, 2015-03-14, TOP 4.1)",
        "",
        "Protokoll",
        "",
    ]


def test_the_id_stays_when_title_and_date_change(corpus: Session) -> None:
    archived(corpus)
    corpus.out("describe", "4.1", "title=Kurse", "adopted_on=15.03.2015", "--reason", "Tippfehler")
    (one,) = corpus.json("list")["resolutions"]
    assert (one["id"], one["title"], one["adopted_on"]) == (ID, "Kurse", "2015-03-15")


def test_describe_refuses_what_makes_no_sense(corpus: Session) -> None:
    archived(corpus)
    before = corpus.state()
    for assignments, message in (
        (("farbe=rot",), "'farbe=rot' is no assignment; keys are title"),
        (("titel",), "is no assignment"),
        (("kind=verordnung",), "kind is 'verordnung', expected one of resolution"),
        (("adopted_on=gestern",), "'gestern' is no date of adoption"),
        (("title=",), "the key title is missing or empty"),
        (("supersedes=morgenrot-lindenfurt/1999/x",), "no resolution answers to 'morgenrot-lindenfurt/1999/x'"),
        (("title=Sprachkurse für alle",), "nothing would change"),
    ):
        assert message in corpus.refused("describe", "4.1", *assignments, "--reason", "x")
    assert "a reason is missing" in corpus.refused("describe", "4.1", "title=Neu")
    assert corpus.state() == before


def test_an_organisation_that_is_renamed_keeps_its_former_name(corpus: Session) -> None:
    archived(corpus)
    corpus.out("organisation", "morgenrot-lindenfurt", "name=Morgenrot", "bodies=Vorstand, Mitgliederversammlung")
    (one,) = corpus.json("organisation")["organisations"]
    assert one == {
        "slug": "morgenrot-lindenfurt",
        "name": "Morgenrot",
        "former_names": ["Bürgerliste Morgenrot Lindenfurt"],
        "bodies": ["Vorstand", "Mitgliederversammlung"],
    }


def test_a_correction_from_the_edited_file_carries_the_lines(corpus: Session) -> None:
    archived(corpus)
    folder = corpus.folder / "corpus/resolutions" / ID
    text = folder / "text.txt"
    text.write_text(text.read_text("utf-8").replace("20 Sprachkurse anbieten", "mindestens 25 Kurse anbieten"), "utf-8")
    assert corpus("check")[0] == 1
    corpus.out("correct", "4.1", "--reason", "Zahl verlesen")
    assert corpus.out("show", "4.1", "--numbered") == (
        "     1 Sprache öffnet Türen\n"
        "     2 Die Stadt soll jedes Jahr mindestens 25 Kurse anbieten. Sie sollen für alle offen\n"
        "     3 sein, die in Lindenfurt leben.\n"
        "     4 Haupt- und Ehrenamtliche brauchen dafür Räume.\n"
        "     5 Am 1. Januar 2016 soll der erste Kurs beginnen.\n"
    )
    assert (folder / "corrections/001.patch").read_text("utf-8").split("\n")[0] == "Reason: Zahl verlesen"
    assert corpus("check")[0] == 0
    assert corpus.git("-C", "corpus", "status", "--porcelain") == ""


def test_a_correction_from_a_file_and_a_second_one(corpus: Session) -> None:
    archived(corpus)
    folder = corpus.folder / "corpus/resolutions" / ID
    text = (folder / "text.txt").read_text("utf-8")
    first = corpus.write("neu.txt", text.replace("Räume", "eigene Räume"))
    corpus.out("correct", "4.1", first, "--reason", "Wort vergessen")
    # Two sentences that the splitter parted belong together: only the cut changes, the printed lines stay.
    joined = text.replace("Räume", "eigene Räume").replace("anbieten.\nSie", "anbieten. Sie")
    corpus.out("correct", "4.1", corpus.write("neu2.txt", joined), "--reason", "ein Satz")
    assert [record["reason"] for record in corpus.json("history", "4.1")["acts"]] == ["ein Satz", "Wort vergessen", ""]
    assert corpus.json("show", "4.1")["blocks"][1]["sentences"][0]["lines"] == [2, 3]
    assert corpus("check")[0] == 0


def test_a_correction_that_parts_a_printed_line_is_refused(corpus: Session) -> None:
    archived(corpus)
    before = corpus.state()
    text = (corpus.folder / "corpus/resolutions" / ID / "text.txt").read_text("utf-8")
    parted = corpus.write("neu.txt", text.replace("anbieten.\nSie", "anbieten.\n\nSie"))
    assert "a block begins in the middle of a printed line" in corpus.refused("correct", "4.1", parted, "--reason", "x")
    same = corpus.write("gleich.txt", text)
    assert "nothing would change" in corpus.refused("correct", "4.1", same, "--reason", "x")
    assert corpus.state() == before


def test_check_finds_an_altered_source_and_a_foreign_file(corpus: Session) -> None:
    archived(corpus)
    folder = corpus.folder / "corpus/resolutions" / ID
    (folder / "source.txt").write_text(TRANSCRIPT.replace("20", "30"), "utf-8")
    (folder / "notiz.txt").write_text("x")
    code, out, err = corpus("check")
    assert code == 1
    assert "source.txt: the source was altered: its SHA-256 begins with" in err
    assert "notiz.txt: this does not belong here" in err
    assert out.startswith("1 resolution, errors: 1")


def test_check_finds_a_text_altered_behind_the_archive_s_back(corpus: Session) -> None:
    archived(corpus)
    text = corpus.folder / "corpus/resolutions" / ID / "text.txt"
    text.write_text(text.read_text("utf-8").replace("20", "21"), "utf-8")
    corpus.git("-C", "corpus", "commit", "-qam", "heimlich")
    code, _, err = corpus("check")
    assert code == 1
    assert "text.txt: the text is not what the reader makes of the source" in err


def test_history_names_act_person_and_time(corpus: Session) -> None:
    archived(corpus)
    (act,) = corpus.json("history", "4.1")["acts"]
    assert (act["act"], act["person"]) == ("archive", "Archiv")
    assert act["archived_at"][:2] == "20"


def test_a_line_table_changed_by_hand_is_not_written_over(corpus: Session) -> None:
    archived(corpus)
    folder = corpus.folder / "corpus/resolutions" / ID
    for name, old, new in (("text.txt", "20", "25"), ("lines.tsv", "27", "31")):
        (folder / name).write_text((folder / name).read_text("utf-8").replace(old, new), "utf-8")
    before = corpus.state()
    assert "lines.tsv: the line table was changed by hand" in corpus.refused("correct", "4.1", "--reason", "x")
    assert corpus.state() == before
