"""Sentences as rows, and as frames of pandas and polars."""

from pathlib import Path

import pytest

from libcorpus.corpus import Corpus
from libcorpus.flows.filing import ArchiveRequest
from libcorpus.flows.frames import COLUMNS
from libcorpus.model.problems import LibcorpusError

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("frames")
    with pytest.MonkeyPatch.context() as patch:
        for role in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{role}_NAME", "Archiv")
            patch.setenv(f"GIT_{role}_EMAIL", "archiv@example.org")
        made = Corpus.init(folder / "corpus")
        for year in ("2009", "2014", "2019"):
            file = next(EXAMPLES.glob(f"{year}-*.txt"))
            made.archive(file, ArchiveRequest(organisation="morgenrot", organisation_name="Morgenrot"))
    return made


def test_a_row_says_where_a_sentence_stands_what_it_is_about_and_which_thread_it_is_in(corpus: Corpus) -> None:
    row = next(row for row in corpus.rows("integration") if "bis 2020 allen Neuzugewanderten" in row["text"])
    assert row["id"].startswith("morgenrot/2014-03-22/4.1-")
    assert (row["line_first"], row["line_last"], row["section"]) == (24, 25, "Sprache öffnet Türen")
    assert "integration" in row["topics"]
    assert (row["function"], row["cue"]) == ("demand", "muss")
    assert (row["step"], row["since"]) == ("reworded", "2009-03-14")
    later = next(row for row in corpus.rows("integration") if "auch wenn über ihren Asylantrag" in row["text"])
    assert later["thread"] == row["thread"]


def test_without_a_topic_every_sentence_has_a_row_and_no_thread(corpus: Corpus) -> None:
    rows = list(corpus.rows())
    assert len(rows) > len(list(corpus.rows("integration"))) > 50
    assert {row["thread"] for row in rows} == {None}
    assert all(tuple(row) == COLUMNS for row in rows)
    # Headings take no position.
    assert not any(row["text"] == "Sprache öffnet Türen" for row in rows)


def test_every_sentence_of_the_topic_has_a_thread(corpus: Corpus) -> None:
    assert [row["text"] for row in corpus.rows("integration") if row["thread"] is None] == []


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_both_frames_hold_the_same(library: str, corpus: Corpus) -> None:
    rows = list(corpus.rows("integration"))
    frame = corpus.frame("integration", library=library)
    assert frame.shape == (len(rows), len(COLUMNS))
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame["text"]) == [row["text"] for row in rows]
    assert int(frame["line_first"].sum()) == sum(row["line_first"] for row in rows)
    years = {str(one)[:4] for one in frame["adopted_on"]}
    assert years == {"2009", "2014", "2019"}


def test_another_library_is_refused(corpus: Corpus) -> None:
    with pytest.raises(LibcorpusError) as error:
        corpus.frame("integration", library="os")
    assert error.value.problem.key == "bad-choice"
