"""Reading without filing, reading again, books, readers of other packages, and fetching: as a user calls them."""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from libcorpus.readers import limits, numbered
from libcorpus.readers.plugins import plugged
from tests.cli.conftest import ORGANISATION, TRANSCRIPT, Session
from tests.flows.server import consultation, motion, running

ID = "morgenrot-lindenfurt/2015-03-14/4.1-sprachkurse-fuer-alle"


def section(title: str) -> dict[str, str]:
    line = '<span class="lineNumber" data-line-number="{}"></span>'
    return {
        "type": "TextSimple",
        "title": "Text",
        "html": f"<p>{line.format(1)}{title} sind für alle da.</p><ul><li>{line.format(2)}Wir pflegen sie.</li></ul>",
    }


def one_motion(number: str, title: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "motion",
        "id": int(number[1:]),
        "prefix": number,
        "title": title,
        "agenda_item": None,
        "status_id": 26,
        "initiators_html": "Parteitag (dort beschlossen am: 03.05.2014)",
        "sections": [section(title)],
        **more,
    }


# read


def test_read_shows_what_archive_would_file(corpus: Session) -> None:
    path = corpus.write("kurse.txt", TRANSCRIPT)
    before = corpus.state()
    seen = corpus.json("read", path)
    assert corpus.state() == before
    corpus.out("archive", path, *ORGANISATION)
    shown = corpus.json("show", "4.1")
    assert seen["blocks"] == shown["blocks"]
    assert seen["metadata"]["title"] == shown["title"]
    assert seen["metadata"]["adopted_on"] == "2015-03-14"
    assert seen["printed_lines"][2] == {"page": None, "number": 3, "text": "sein, die in Lindenfurt leben."}
    assert {left["kind"] for left in seen["left_out"]} >= {"margin-number", "bullet", "metadata"}
    assert (seen["reader"], seen["media_type"], seen["numbers"]) == (shown_reader(corpus), "text/plain", "printed")


def shown_reader(corpus: Session) -> str:
    text = (corpus.folder / "corpus/resolutions" / ID / "resolution.toml").read_text("utf-8")
    match = re.search(r'^reader = "(.*)"$', text, re.MULTILINE)
    assert match
    return match[1]


def test_read_needs_no_corpus_and_tells_everything(session: Session) -> None:
    path = session.write("kurse.txt", TRANSCRIPT.replace("Text\n", "Aktenzeichen 12\n\nText\n"))
    out = session.out("read", path)
    assert "5 printed lines, 4 blocks, 5 sentences" in out
    assert re.search(r"^  title +Sprachkurse für alle$", out, re.MULTILINE)
    assert "2-3      Die Stadt soll jedes Jahr 20 Sprachkurse anbieten." in out
    assert re.search(r"^  margin-number +5$", out, re.MULTILINE)
    assert "Aktenzeichen 12 (a line of the head that names no known field)" in out
    assert "[head-line]" in out
    assert "ausgelassen" in session.out("read", path, "--lang", "de")


def test_read_names_breaks_and_does_not_stop_at_them(session: Session) -> None:
    path = session.write("kurse.txt", TRANSCRIPT.replace("\n3 sein", "\n4 sein"))
    seen = session.json("read", path)
    assert seen["gaps"]
    assert "margin-gap" in [remark["key"] for remark in seen["remarks"]]


def test_read_refuses_what_cannot_be_read(session: Session) -> None:
    assert "no file is named [read-wants-file]" in session.refused("read")
    assert "fehlt.txt" in session.refused("read", "fehlt.txt")
    assert "[empty-file]" in session.refused("read", session.write("leer.txt", ""))
    assert "[bad-choice]" in session.refused("read", session.write("a.txt", TRANSCRIPT), "--tracked", "vielleicht")


def test_computed_lines_begin_and_end_where_they_are_told_to(corpus: Session) -> None:
    words = "Wir bauen einen Radweg am Fluss, der breit ist und hell.\n"
    path = corpus.write("weg.txt", f"Radweg\n\nBeschlussdatum: 01.02.2020\n\n{words}")
    seen = corpus.json("read", path, "--first-line", "40", "--line-length", "30")
    assert [line["number"] for line in seen["printed_lines"]] == [40, 41]
    assert seen["printed_lines"][0]["text"] == "Wir bauen einen Radweg am"
    corpus.out("archive", path, *ORGANISATION, "--first-line", "40", "--line-length", "30")
    assert [block["lines"] for block in corpus.json("show", "radweg")["blocks"]] == [[40, 41]]
    # The archive remembers how the lines came about: a correction counts on from there, and a check derives them again.
    text = corpus.folder / "corpus/resolutions/morgenrot-lindenfurt/2020-02-01/radweg/text.txt"
    text.write_text(text.read_text("utf-8").replace("Radweg am", "breiten Weg am"), "utf-8")
    corpus.out("correct", "radweg", "--reason", "Abschrift")
    assert corpus.out("show", "radweg", "--lines", "40").strip() == "40 Wir bauen einen breiten Weg am"
    assert corpus("check")[0] == 0


# readers of other packages


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in which packages can be installed for a test."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    _as_if_just_started()
    yield folder
    _as_if_just_started()
    for name in [name for name in sys.modules if name.startswith("fremd")]:
        del sys.modules[name]


def _as_if_just_started() -> None:
    """No reader is known yet, neither here nor in a process that waits for files."""
    plugged.cache_clear()
    while limits._IDLE:
        limits._IDLE.pop().end()


def install(folder: Path, name: str, code: str, entry: str) -> None:
    (folder / f"{name}.py").write_text(code, "utf-8")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(f"[libcorpus.readers]\n{entry}\n", "utf-8")


READER = """
from libcorpus.model.document import BlockKind
from libcorpus.model.draft import Draft, DraftBlock


class Reader:
    name = "dreizeiler 1"
    media_type = "text/x-dreizeiler"
    suffixes = (".dreizeiler",)

    def recognises(self, data, file_name):
        return file_name.endswith(".dreizeiler")

    def read(self, data, file_name, options):
        lines = data.decode().split("|")
        if lines[0] == "kaputt":
            raise ZeroDivisionError("drei durch null")
        title, date, words = lines
        fields = {"title": title, "adopted_on": date}
        return Draft(self.name, self.media_type, (DraftBlock(BlockKind.PARAGRAPH, words),), fields, characters=words)
"""


def test_another_package_can_bring_a_reader(corpus: Session, packages: Path) -> None:
    install(packages, "fremd_eins", READER, "dreizeiler = fremd_eins:Reader")
    path = corpus.write("ein/weg.dreizeiler", "Weg|2020-02-01|Wir bauen einen Weg.")
    (listed,) = [one for one in corpus.json("read", "--readers")["readers"] if one["package"] == "fremd-eins"] or [
        one for one in corpus.json("read", "--readers")["readers"] if one["package"] == "fremd_eins"
    ]
    assert (listed["reader"], listed["suffixes"]) == ("dreizeiler 1", [".dreizeiler"])
    assert corpus.json("read", path)["metadata"] == {"title": "Weg", "adopted_on": "2020-02-01"}
    assert "filed 1, skipped 0, refused 0" in corpus.out("archive", "ein", *ORGANISATION)
    folder = corpus.folder / "corpus/resolutions/morgenrot-lindenfurt/2020-02-01/weg"
    assert 'reader = "dreizeiler 1"' in (folder / "resolution.toml").read_text("utf-8")
    assert (folder / "source.dreizeiler").read_bytes() == b"Weg|2020-02-01|Wir bauen einen Weg."
    assert corpus("check")[0] == 0


def test_a_reader_that_fails_is_named_and_no_fault_of_ours(corpus: Session, packages: Path) -> None:
    install(packages, "fremd_eins", READER, "dreizeiler = fremd_eins:Reader")
    err = corpus.refused("read", corpus.write("weg.dreizeiler", "kaputt|x"))
    assert "the reader 'dreizeiler 1' of the package" in err
    assert "ZeroDivisionError: drei durch null [reader-failed]" in err


@pytest.mark.parametrize(
    ("code", "entry"),
    [
        ("raise SystemExit(7)\n", "kaputt = fremd_zwei:Reader"),
        ("import gibtesnicht\n", "kaputt = fremd_zwei:Reader"),
        ("Reader = 3\n", "kaputt = fremd_zwei:Reader"),
        ("", "kaputt = fremd_zwei:Fehlt"),
        ("class Reader:\n    name = 'x 1'\n    media_type = 'a/b'\n    suffixes = ()\n", "kaputt = fremd_zwei:Reader"),
    ],
)
def test_a_reader_that_cannot_be_loaded_is_named(corpus: Session, packages: Path, code: str, entry: str) -> None:
    install(packages, "fremd_zwei", code, entry)
    err = corpus.refused("read", corpus.write("weg.dreizeiler", "x"))
    assert "[no-reader]" in err
    assert "the reader 'kaputt' of the package 'fremd" in err
    code_, _, err = corpus("read", "--readers")
    assert code_ == 2
    assert "[reader-broken]" in err
    # Files of our own readers do not ask for it.
    assert corpus.json("read", corpus.write("kurse.txt", TRANSCRIPT))["metadata"]["agenda_item"] == "4.1"


# reread


def changed_reader(monkeypatch: pytest.MonkeyPatch, **replaced: str) -> None:
    """Today's reader: it is newer than the one that filed, and reads some words otherwise."""
    old = numbered.NumberedText.read

    def read(self: numbered.NumberedText, data: bytes, *rest: Any) -> Any:
        for before, after in replaced.items():
            data = data.replace(before.encode(), after.encode())
        return replace(old(self, data, *rest), characters=data.decode())

    monkeypatch.setattr(numbered.NumberedText, "name", "numbered-text 99")
    monkeypatch.setattr(numbered.NumberedText, "read", read)


def correct(corpus: Session, old: str, new: str) -> None:
    path = corpus.folder / "corpus/resolutions" / ID / "text.txt"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    corpus.out("correct", "4.1", "--reason", f"Abschrift: {new}")


def test_nothing_to_do_where_all_comes_out_the_same(corpus: Session) -> None:
    corpus.out("archive", corpus.write("kurse.txt", TRANSCRIPT), *ORGANISATION)
    correct(corpus, "20 Sprachkurse", "25 Sprachkurse")
    before = corpus.state()
    assert "come out as they are; nothing to do" in corpus.out("reread", "4.1")
    assert corpus.state() == before


def test_a_newer_reader_that_reads_the_same_is_recorded(corpus: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus.out("archive", corpus.write("kurse.txt", TRANSCRIPT), *ORGANISATION)
    changed_reader(monkeypatch)
    assert "[reader-newer]" in corpus("check")[2]
    assert "numbered-text 1 -> numbered-text 99" in corpus.out("reread", "4.1", "--yes")
    assert shown_reader(corpus) == "numbered-text 99"
    assert "[reader-newer]" not in corpus("check")[2]


def test_read_again_with_corrections_and_descriptions_kept(corpus: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus.out("archive", corpus.write("kurse.txt", TRANSCRIPT), *ORGANISATION)
    correct(corpus, "Am 1. Januar 2016", "Am 1. Februar 2016")
    corpus.out("describe", "4.1", "votes=einstimmig", "title=Kurse", "--reason", "Protokoll")
    before = corpus.state()
    changed_reader(monkeypatch, Haupt="Bauch")
    assert "Bauch" in corpus.out("reread", "4.1", "--dry-run")
    assert "[wants-yes]" in corpus.refused("reread", "4.1")
    assert corpus.state() == before

    out = corpus.out("reread", "4.1", "--yes", "--reason", "Leser verbessert")
    assert "Bauch" in out
    shown = corpus.json("show", "4.1")
    words = [sentence["text"] for block in shown["blocks"] for sentence in block["sentences"]]
    assert "Bauch- und Ehrenamtliche brauchen dafür Räume." in words
    assert "Am 1. Februar 2016 soll der erste Kurs beginnen." in words
    assert (shown["title"], shown["votes"]) == ("Kurse", "einstimmig")
    assert [block["lines"] for block in shown["blocks"]] == [[1, 1], [2, 3], [4, 4], [5, 5]]
    assert corpus("check")[:2] == (0, "1 resolution, no findings\n")
    act = corpus.json("history", "4.1")["acts"][0]
    assert (act["act"], act["reason"]) == ("reread", "Leser verbessert")


def test_a_correction_that_no_longer_fits_is_named_and_refuses(
    corpus: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus.out("archive", corpus.write("kurse.txt", TRANSCRIPT), *ORGANISATION)
    correct(corpus, "Am 1. Januar 2016", "Am 1. Februar 2016")
    correct(corpus, "Sprache öffnet", "Die Sprache öffnet")
    changed_reader(monkeypatch, **{"1. Januar 2016": "15. Mai 2016"})
    before = corpus.state()
    err = corpus.refused("reread", "4.1", "--yes")
    assert "corrections/001.patch: this correction" in err
    assert "fits nowhere in the text as today's reader reads it [correction-unfit]" in err
    assert "Am 1. Januar 2016 soll der erste Kurs beginnen." in err
    assert "--drop 1" in err
    assert "002.patch" not in err
    assert corpus.state() == before
    assert "[no-correction]" in corpus.refused("reread", "4.1", "--drop", "3")

    out = corpus.out("reread", "4.1", "--yes", "--drop", "1")
    assert "[correction-dropped]" in out
    text = (corpus.folder / "corpus/resolutions" / ID / "text.txt").read_text("utf-8")
    assert "Am 15. Mai 2016 soll" in text
    assert "Die Sprache öffnet Türen" in text
    dropped = (corpus.folder / "corpus/resolutions" / ID / "corrections/001.patch").read_text("utf-8")
    assert dropped.startswith("Reason: Abschrift: Am 1. Februar 2016\n")
    assert corpus("check")[:2] == (0, "1 resolution, no findings\n")
    # Numbers go on: the one that was given up keeps its own.
    correct(corpus, "Am 15. Mai 2016", "Am 16. Mai 2016")
    assert corpus("check")[0] == 0


def test_a_correction_that_today_s_reader_makes_itself_is_done(
    corpus: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus.out("archive", corpus.write("kurse.txt", TRANSCRIPT), *ORGANISATION)
    correct(corpus, "Am 1. Januar 2016", "Am 1. Februar 2016")
    changed_reader(monkeypatch, Januar="Februar")
    assert "[correction-done]" in corpus.out("reread", "4.1", "--yes")
    text = (corpus.folder / "corpus/resolutions" / ID / "text.txt").read_text("utf-8")
    assert text.count("Am 1. Februar 2016") == 1
    assert corpus("check")[:2] == (0, "1 resolution, no findings\n")


def test_a_source_that_was_altered_is_not_read_again(corpus: Session) -> None:
    corpus.out("archive", corpus.write("kurse.txt", TRANSCRIPT), *ORGANISATION)
    source = corpus.folder / "corpus/resolutions" / ID / "source.txt"
    source.write_text(source.read_text("utf-8") + "6 Mehr.\n", "utf-8")
    assert "[source-altered]" in corpus.refused("reread", "4.1", "--yes")


def test_json_of_reading_again(corpus: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus.out("archive", corpus.write("kurse.txt", TRANSCRIPT), *ORGANISATION)
    changed_reader(monkeypatch, Haupt="Bauch")
    data = corpus.json("reread", "4.1", "--dry-run")
    assert data["readers"] == ["numbered-text 1", "numbered-text 99"]
    assert sorted(data["changed_files"]) == ["resolution.toml", "text.txt"]
    assert (data["commit"], data["comparison"]["counts"]["reworded"]) == ("", 1)


# archive --split


def book(corpus: Session, *motions: dict[str, Any]) -> str:
    return corpus.write("buch.json", json.dumps([*motions, {"vorwort": "Liebe Genossinnen"}], ensure_ascii=False))


def test_a_book_is_filed_with_its_source_once(corpus: Session) -> None:
    path = book(corpus, one_motion("A1", "Parks"), one_motion("A2", "Wege"))
    assert "[several-motions]" in corpus.refused("archive", path, *ORGANISATION)
    out = corpus.out("archive", path, "--split", *ORGANISATION)
    assert "filed 2, skipped 0, refused 0" in out
    assert "buch.json (A2)" in out
    base = corpus.folder / "corpus"
    (source,) = (base / "sources").iterdir()
    assert source.read_bytes() == Path(path).read_bytes()
    folders = sorted((base / "resolutions/morgenrot-lindenfurt/2014-05-03").iterdir())
    assert [folder.name for folder in folders] == ["a1-parks", "a2-wege"]
    assert sorted(file.name for file in folders[0].iterdir()) == ["lines.tsv", "resolution.toml", "text.txt"]
    toml = (folders[0] / "resolution.toml").read_text("utf-8")
    assert 'part = "A1"' in toml
    assert f'file = "sources/{source.name}"' in toml
    assert [block["lines"] for block in corpus.json("show", "wege")["blocks"]] == [[1, 1], [2, 2]]
    assert corpus("check")[:2] == (0, "2 resolutions, no findings\n")
    assert corpus.git("-C", "corpus", "log", "--format=%s").split("\n")[0] == "archive: 2 resolutions"


def test_a_book_can_be_filed_again(corpus: Session) -> None:
    path = book(corpus, one_motion("A1", "Parks"), one_motion("A2", "Wege"))
    corpus.out("archive", path, "--split", *ORGANISATION)
    before = corpus.state()
    out = corpus.out("archive", path, "--split", *ORGANISATION)
    assert "filed 0, skipped 2, refused 0" in out
    assert "buch.json (A1)" in out
    assert corpus.state() == before
    # Whole, it is the same source.
    assert "[already-filed]" in corpus.refused("archive", path, *ORGANISATION)


def test_one_part_that_cannot_be_filed_does_not_stop_the_others(corpus: Session) -> None:
    late = one_motion("A3", "Plätze", initiators_html="Parteitag")
    path = book(corpus, one_motion("A1", "Parks"), late, one_motion("A2", "Wege"))
    code, out, _ = corpus("archive", path, "--split", *ORGANISATION)
    assert code == 2
    assert "filed 2, skipped 0, refused 1" in out
    assert "buch.json (A3): the date of adoption stands nowhere in the file [no-date]" in out
    # What was missing is said, and the rest is there already.
    out = corpus.out("archive", path, "--split", *ORGANISATION, "--date", "2014-05-03")
    assert "filed 1, skipped 2, refused 0" in out
    assert len(list((corpus.folder / "corpus/sources").iterdir())) == 1
    assert corpus("check")[0] == 0


def test_parts_of_one_title_do_not_clash(corpus: Session) -> None:
    one, other = one_motion("A1", "Parks"), one_motion("A2", "Parks")
    one["prefix"] = other["prefix"] = "A1"
    out = corpus.out("archive", book(corpus, one, other), "--split", *ORGANISATION)
    assert "2014-05-03/a1-parks\n" in out
    assert "2014-05-03/a1-parks-2\n" in out


def test_an_altered_or_unused_shared_source_is_found(corpus: Session) -> None:
    corpus.out("archive", book(corpus, one_motion("A1", "Parks"), one_motion("A2", "Wege")), "--split", *ORGANISATION)
    folder = corpus.folder / "corpus/sources"
    (source,) = folder.iterdir()
    data = source.read_bytes()
    source.write_bytes(data + b" ")
    code, _, err = corpus("check")
    assert code == 1
    assert "[source-altered]" in err
    source.write_bytes(data)
    (folder / f"{'0' * 64}.pdf").write_bytes(b"x")
    (folder / "notizen.txt").write_bytes(b"x")
    code, _, err = corpus("check")
    assert f"sources/{'0' * 64}.pdf: no resolution is a part of this source [source-unused]" in err
    assert "sources/notizen.txt" in err
    assert code == 1


def test_a_part_can_be_read_again_and_corrected(corpus: Session) -> None:
    corpus.out("archive", book(corpus, one_motion("A1", "Parks"), one_motion("A2", "Wege")), "--split", *ORGANISATION)
    path = corpus.folder / "corpus/resolutions/morgenrot-lindenfurt/2014-05-03/a2-wege/text.txt"
    path.write_text(path.read_text("utf-8").replace("Wir pflegen", "Wir alle pflegen"), "utf-8")
    corpus.out("correct", "wege", "--reason", "Abschrift")
    assert corpus("check")[0] == 0
    assert "nothing to do" in corpus.out("reread", "wege")


def test_a_source_leads_nowhere_else(corpus: Session) -> None:
    corpus.out("archive", corpus.write("kurse.txt", TRANSCRIPT), *ORGANISATION)
    path = corpus.folder / "corpus/resolutions" / ID / "resolution.toml"
    for name in ("../../../../../geheim", "/etc/passwd", "sources/../geheim", "sources/x/y", "text.txt"):
        text = re.sub(r'(?m)^file = ".*"$', f'file = "{name}"', path.read_text("utf-8"))
        path.write_text(text, "utf-8")
        code, _, err = corpus("check")
        assert code == 1
        assert "[bad-source-path]" in err


def test_a_book_takes_no_title(corpus: Session) -> None:
    path = book(corpus, one_motion("A1", "Parks"))
    assert "[not-with-split]" in corpus.refused("archive", path, "--split", "--title", "Wege", *ORGANISATION)


def test_a_text_is_no_book(corpus: Session) -> None:
    path = corpus.write("kurse.txt", TRANSCRIPT)
    assert "[no-book]" in corpus.refused("read", path, "--split")
    code, out, _ = corpus("archive", path, "--split", *ORGANISATION)
    assert code == 2
    assert "[no-book]" in out


def test_read_shows_a_book(session: Session) -> None:
    path = book(session, one_motion("A1", "Parks"), one_motion("A2", "Wege"))
    data = session.json("read", path, "--split")
    assert [part["part"] for part in data["parts"]] == ["A1", "A2"]
    assert [left["text"] for left in data["belongs_to_none"]] == ["Liebe Genossinnen"]
    out = session.out("read", path, "--split")
    assert "belongs to no resolution" in out
    assert out.index("Parks sind") < out.index("Wege sind")


# fetch


def test_fetch_lists_takes_and_files(corpus: Session) -> None:
    own = ("--allow-private", "--pause", "0")
    with running() as server:
        url = consultation(server)
        out = corpus.out("fetch", url, *own)
        assert "Stadtparteitag 2021: 2 of 3 motions are resolutions" in out
        assert len(server.asked) == 2
        out = corpus.out("fetch", url, *own, "--into", "antraege")
        assert out.endswith("fetched 2, changed 0, unchanged 0, failed 0\n")
        assert sorted(path.name for path in (corpus.folder / "antraege").glob("*.json"))[-2:] == [
            "a1-baeume-1.json",
            "a2-baenke-2.json",
        ]
        out = corpus.out("fetch", url, *own, "--archive", *ORGANISATION)
        assert "filed 2, skipped 0, refused 0" in out
        assert {one["title"] for one in corpus.json("list")["resolutions"]} == {"Bäume", "Bänke"}
        out = corpus.out("fetch", url, *own, "--archive", *ORGANISATION)
        assert "unchanged 2" in out
        assert "filed 0, skipped 2, refused 0" in out
        assert corpus("check")[:2] == (0, "2 resolutions, no findings\n")
        assert corpus.git("-C", "corpus", "status", "--porcelain") == ""
        agents = {headers["user-agent"] for _, headers in server.asked}
        assert all(agent.startswith("libcorpus/") for agent in agents)
        assert len(agents) == 1


def test_fetch_tells_what_failed_and_takes_the_rest(corpus: Session) -> None:
    with running() as server:
        url = consultation(server)
        server.gives("/rest/park-2021/motion/antrag-1?lineNumbers=true", {"type": "page"})
        code, out, _ = corpus("fetch", url, "--allow-private", "--pause", "0", "--into", "antraege")
        assert code == 2
        assert "the server's answer is no motion [fetch-no-motion]" in out
        assert "fetched 1, changed 0, unchanged 0, failed 1" in out
        data = json.loads(corpus("fetch", url, "--allow-private", "--pause", "0", "--into", "a", "--json")[1])
        assert [one["outcome"] for one in data["fetched"]] == ["failed", "new"]


def test_fetch_without_resolutions_says_so(session: Session) -> None:
    with running() as server:
        server.gives(
            "/rest/leer",
            {
                "title": "Leer",
                "motion_links": [
                    {key: value for key, value in motion(server, 1, "X", status=3).items() if key != "sections"}
                ],
            },
        )
        own = (f"{server.url}/rest/leer", "--allow-private", "--pause", "0")
        assert "1 motions are listed" in session.refused("fetch", *own)
        assert "0 of 1" in session.out("fetch", *own, "--all")


def test_fetch_refuses_private_addresses_by_itself(session: Session) -> None:
    assert "[fetch-private]" in session.refused("fetch", "http://127.0.0.1:9/rest", "--allow-http")
    assert "[fetch-insecure]" in session.refused("fetch", "http://antraege.example/rest")
    assert "[fetch-url]" in session.refused("fetch", "file:///etc/passwd")
