"""Answers that are kept: whole or not at all, the user's own, and never what somebody else put there."""

import os
from pathlib import Path

import pytest

from libcorpus.store.cache import HEAD, LARGEST, MOST, Cache, cache_folder, is_report

NAME = "0" * 64


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "answers")


@pytest.mark.parametrize("answer", ["", "Zeile\nZeile\n", "\x1b[1mfett\x1b[0m", "a,b\r\nc,d\r\n", "Migrant*innen 🚲"])
def test_what_was_put_is_got(cache: Cache, answer: str) -> None:
    cache.put(NAME, answer)
    assert cache.get(NAME) == answer
    assert cache.get("1" * 64) is None


def test_a_cut_an_altered_and_an_emptied_file_count_as_not_there(cache: Cache) -> None:
    cache.put(NAME, "Die Stadt soll 20 Kurse anbieten.")
    path = cache.folder / NAME
    whole = path.read_bytes()
    for broken in (whole[:-1], whole.replace(b"20", b"30"), b"", HEAD, whole[: len(HEAD) + 64], b"\xff" * 200):
        path.write_bytes(broken)
        assert cache.get(NAME) is None
    path.write_bytes(whole)
    assert cache.get(NAME) is not None


def test_an_answer_under_another_name_is_none(cache: Cache) -> None:
    cache.put(NAME, "Antwort")
    (cache.folder / NAME).rename(cache.folder / ("1" * 64))
    assert cache.get("1" * 64) is None


@pytest.mark.parametrize("hostile", ["\x1b]0;Titel\x07", "\x1b[2J", "\x00", "\x9b31m", "\x08\x08"])
def test_control_characters_are_neither_kept_nor_given_out(cache: Cache, hostile: str) -> None:
    assert not is_report(hostile)
    cache.put(NAME, hostile)
    assert cache.get(NAME) is None
    assert not (cache.folder / NAME).exists()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="modes of folders")
def test_a_folder_that_others_can_write_to_is_not_used(cache: Cache) -> None:
    cache.put(NAME, "Antwort")
    cache.folder.chmod(0o777)
    assert cache.get(NAME) is None
    cache.put("1" * 64, "Antwort")
    assert not (cache.folder / ("1" * 64)).exists()


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="links")
def test_links_are_not_followed(cache: Cache, tmp_path: Path) -> None:
    cache.put(NAME, "Antwort")
    (tmp_path / "elsewhere").write_bytes((cache.folder / NAME).read_bytes())
    (cache.folder / NAME).unlink()
    (cache.folder / NAME).symlink_to(tmp_path / "elsewhere")
    assert cache.get(NAME) is None
    linked = Cache(tmp_path / "linked")
    linked.folder.symlink_to(cache.folder)
    assert linked.get(NAME) is None


def test_a_folder_in_the_place_of_an_answer_is_no_fault(cache: Cache) -> None:
    (cache.folder / NAME).mkdir(parents=True)
    assert cache.get(NAME) is None
    cache.put(NAME, "Antwort")


def test_old_answers_go_first(cache: Cache) -> None:
    for number in range(MOST + 5):
        name = f"{number:064x}"
        cache.put(name, "Antwort")
        if (cache.folder / name).exists():
            os.utime(cache.folder / name, (number + 1, number + 1))
    assert len(list(cache.folder.iterdir())) <= MOST
    assert cache.get(f"{MOST + 4:064x}") == "Antwort"
    assert cache.get(f"{0:064x}") is None


def test_what_a_killed_process_left_half_made_goes_after_a_while(cache: Cache) -> None:
    cache.put(NAME, "Antwort")
    (cache.folder / ".123-abc").write_bytes(b"half")
    os.utime(cache.folder / ".123-abc", (1, 1))
    (cache.folder / ".124-abc").write_bytes(b"being made")
    cache.put("1" * 64, "Antwort")
    assert sorted(path.name for path in cache.folder.iterdir()) == [".124-abc", NAME, "1" * 64]


def test_an_answer_beyond_all_bounds_is_not_kept(cache: Cache) -> None:
    cache.put(NAME, "x" * (LARGEST + 1))
    assert not cache.folder.exists()


def test_where_the_folder_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("LIBCORPUS_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "libcorpus/answers"
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LOCALAPPDATA", "")
    assert cache_folder() == tmp_path / "home/.cache/libcorpus/answers"
    monkeypatch.setenv("LIBCORPUS_CACHE", str(tmp_path / "own"))
    assert cache_folder() == tmp_path / "own"
    monkeypatch.setenv("LIBCORPUS_CACHE", "off")
    assert cache_folder() is None
