"""Positions over a whole archive: reading only what can matter gives the same answer as following everything."""

import os
import time
from pathlib import Path

import pytest

from benchmarks.bulk import ORGANISATION, write
from libcorpus.corpus import Corpus
from libcorpus.flows import following
from libcorpus.flows.answering import LARGE, answered, program
from libcorpus.flows.linking import judged
from libcorpus.flows.origins import align_spots
from libcorpus.model.problems import LibcorpusError
from libcorpus.model.resolution import Resolution
from libcorpus.store.many import TICK, RawText, read_all, unchanged
from libcorpus.topics.threads import follow

SIZES = [(seed, 6, 18, 30) for seed in range(4)] + [(11, 10, 15, 20)]


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """A generated corpus that is large enough to be cached."""
    root = tmp_path_factory.mktemp("large")
    assert write(root, 5, 8, 14, 12) >= LARGE
    return Corpus.open(root)


@pytest.mark.parametrize("size", SIZES)
def test_what_is_left_unread_changes_nothing(tmp_path: Path, size: tuple[int, int, int, int]) -> None:
    write(tmp_path, *size)
    corpus = Corpus.open(tmp_path)
    texts = following.adopted(read_all(corpus.layout), ORGANISATION)
    everything = [(own.resolution, own.document) for own in texts]
    for name in ("feld-1", "feld-7"):
        topic = corpus.topic(name)
        quick = corpus.positions(name)
        slow = follow(topic, ORGANISATION, everything, align_spots)
        assert quick.threads == slow.threads
        assert quick.assemblies == slow.assemblies
        kinds = {step.kind for thread in quick.threads for step in thread.steps}
        assert {"introduced", "kept", "reworded", "dropped"} <= kinds


def test_most_texts_are_left_unread(generated: Corpus) -> None:
    texts = following.adopted(read_all(generated.layout), ORGANISATION)
    needed = following.concerned(following.Members(generated.topic("feld-3")), texts, judged([]))
    assert 0 < len(needed) < len(texts) / 2


def test_what_is_read_quickly_is_what_is_read_slowly(generated: Corpus) -> None:
    for raw in read_all(generated.layout):
        assert raw.resolution() == generated.layout.resolution(raw.id)
        assert raw.document() == generated.layout.document(raw.id)
        assert following.Archived(raw, raw.resolution()).sentences == list(raw.document().sentences)


# Answers that are kept.


class Made:
    """Counts how often an answer was made, of how many texts."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, texts: "list[RawText] | object") -> str:
        self.times += 1
        return f"answer {self.times}"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder of the user."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("LIBCORPUS_CACHE", raising=False)
    return tmp_path / "cache/libcorpus/answers"


def test_the_same_question_is_answered_from_the_cache(generated: Corpus, cache: Path) -> None:
    made = Made()
    assert answered(generated.layout, ["a"], made) == "answer 1"
    assert answered(generated.layout, ["a"], made) == "answer 1"
    assert answered(generated.layout, ["b"], made) == "answer 2"
    assert len(list(cache.iterdir())) == 2


def test_a_cache_that_was_deleted_is_made_again(generated: Corpus, cache: Path) -> None:
    made = Made()
    answered(generated.layout, ["a"], made)
    for path in cache.iterdir():
        path.unlink()
    assert answered(generated.layout, ["a"], made) == "answer 2"


@pytest.mark.parametrize("file", ["text.txt", "lines.tsv", "resolution.toml"])
def test_a_changed_byte_is_seen_even_if_the_file_looks_as_old_as_before(
    generated: Corpus, cache: Path, file: str
) -> None:
    made = Made()
    path = next((generated.root / "resolutions").glob(f"*/*/*/{file}"))
    before, times = path.read_bytes(), path.stat()
    answered(generated.layout, ["a"], made)
    try:
        path.write_bytes(before[:-2] + bytes([before[-2] ^ 1]) + before[-1:])
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        assert answered(generated.layout, ["a"], made) == "answer 2"
    finally:
        path.write_bytes(before)
    assert answered(generated.layout, ["a"], made) == "answer 1"


def test_a_changed_topic_is_seen(generated: Corpus, cache: Path) -> None:
    made = Made()
    path = generated.root / "topics/feld-1.toml"
    before = path.read_bytes()
    answered(generated.layout, ["a"], made)
    try:
        path.write_bytes(before.replace(b"feld-1", b"Feld-1"))
        assert answered(generated.layout, ["a"], made) == "answer 2"
    finally:
        path.write_bytes(before)


def test_what_was_changed_while_the_answer_was_made_is_not_kept(generated: Corpus, cache: Path) -> None:
    path = next((generated.root / "resolutions").glob("*/*/*/text.txt"))
    before = path.read_bytes()

    def make(texts: object) -> str:
        path.write_bytes(before + b"\nNoch ein Satz.\n")
        return "of which texts?"

    try:
        answered(generated.layout, ["a"], make)
    finally:
        path.write_bytes(before)
    assert not cache.exists() or not list(cache.iterdir())


def test_whether_texts_are_still_those_that_were_read_is_told_or_not_sure(generated: Corpus) -> None:
    layout = generated.layout
    old = time.time_ns() + 2 * TICK
    texts = read_all(layout)
    assert unchanged(layout, texts, old)
    assert not unchanged(layout, texts, texts[0].stamps[0][4] if texts[0].stamps[0] else 0), "too fresh to be sure"
    path = next((layout.root / "resolutions").glob("*/*/*/lines.tsv"))
    before = path.read_bytes()
    path.write_bytes(before)
    assert not unchanged(layout, texts, old)


def test_a_cache_that_cannot_be_written_is_done_without(generated: Corpus, tmp_path: Path, cache: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    made = Made()
    assert [answered(generated.layout, ["a"], made) for _ in range(2)] == ["answer 1", "answer 2"]


def test_a_cache_can_be_switched_off(generated: Corpus, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBCORPUS_CACHE", "off")
    answered(generated.layout, ["a"], Made())
    assert not cache.exists()


def test_a_small_archive_leaves_nothing_behind(tmp_path: Path, cache: Path) -> None:
    write(tmp_path / "small", 1, 2, 13, 8)
    answered(Corpus.open(tmp_path / "small").layout, ["a"], Made())
    assert not cache.exists()


def test_the_program_is_part_of_the_question() -> None:
    assert program() == program()
    assert len(program()) == 64


def test_a_text_that_is_not_there_is_refused_only_if_it_is_wanted(generated: Corpus) -> None:
    folder = next((generated.root / "resolutions").glob("*/*/1-*"))
    text, record = (folder / "text.txt").read_bytes(), (folder / "resolution.toml").read_bytes()
    try:
        (folder / "text.txt").unlink()
        with pytest.raises(LibcorpusError, match=r"text\.txt"):
            generated.positions("feld-1")
        (folder / "resolution.toml").write_bytes(record.replace(b'status = "adopted"', b'status = "withdrawn"'))
        assert generated.positions("feld-1").threads
    finally:
        (folder / "text.txt").write_bytes(text)
        (folder / "resolution.toml").write_bytes(record)


def test_statuses_that_are_not_adopted_are_left_out(generated: Corpus) -> None:
    path = next((generated.root / "resolutions").glob("*/*/1-*/resolution.toml"))
    before = path.read_bytes()
    whole = len(following.adopted(read_all(generated.layout), ORGANISATION))
    try:
        path.write_bytes(before.replace(b'status = "adopted"', b'status = "rejected"'))
        texts: list[Resolution] = [
            one.resolution for one in following.adopted(read_all(generated.layout), ORGANISATION)
        ]
    finally:
        path.write_bytes(before)
    assert len(texts) == whole - 1
