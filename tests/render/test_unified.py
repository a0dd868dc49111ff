"""The patch turns the old text into the new words, for unidiff and for real git, byte for byte."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings

from libcorpus.align import LinkKind
from libcorpus.flows.comparing import Comparison
from libcorpus.patch import apply
from libcorpus.render.unified import render_patch
from libcorpus.text.canonical import write_text
from tests.render.pairs import YEARS, assemblies, by_hand, example, hostile, moved_with_a_gap, pair, with_a_gap
from tests.render.test_rows import texts

PATH = "resolutions/morgenrot/2009-03-14/zusammenleben/text.txt"


def both(comparison: Comparison) -> tuple[str, str]:
    return write_text(comparison.old.document.blocks), write_text(comparison.new.document.blocks)


def git_apply(folder: Path, path: str, old: str, patch: str) -> str:
    """What real git makes of it, in a repository with the attributes of a corpus."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(old.encode())
    (folder / ".gitattributes").write_text("* -text -filter -ident -working-tree-encoding\n")
    (folder / "x.patch").write_bytes(patch.encode())
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    for options in (["--check"], []):
        done = subprocess.run(["git", "apply", *options, "x.patch"], cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    return target.read_bytes().decode()


@pytest.mark.parametrize("years", YEARS)
def test_git_apply_gives_the_new_words(years: tuple[str, str], tmp_path: Path) -> None:
    comparison = example(*years)
    old, new = both(comparison)
    patch = render_patch(comparison, PATH)
    assert patch.startswith(f"--- a/{PATH}\n+++ b/{PATH}\n@@ ")
    assert git_apply(tmp_path, PATH, old, patch) == new
    assert apply(old, patch) == new


@pytest.mark.parametrize("turned", [False, True])
def test_so_it_does_where_something_stands_between_the_parts_of_a_sentence(turned: bool, tmp_path: Path) -> None:
    comparison = with_a_gap(turned)
    old, new = both(comparison)
    patch = render_patch(comparison, PATH)
    assert git_apply(tmp_path, PATH, old, patch) == new
    assert " Das Freibad öffnet im Mai.\n" in patch


@pytest.mark.parametrize("turned", [False, True])
def test_so_it_does_where_they_moved(turned: bool, tmp_path: Path) -> None:
    comparison = moved_with_a_gap(turned)
    old, new = both(comparison)
    assert git_apply(tmp_path, PATH, old, render_patch(comparison, PATH)) == new


def test_lines_that_look_like_headers_and_control_characters(tmp_path: Path) -> None:
    comparison = hostile()
    old, new = both(comparison)
    patch = render_patch(comparison, PATH)
    assert git_apply(tmp_path, PATH, old, patch) == new
    assert apply(old, patch) == new


@pytest.mark.parametrize(
    "path", ["text.txt", "ein Ordner/text.txt", "grün/text.txt", 'a"b/te\\xt.txt', "tab\there.txt", "zeile\n.txt"]
)
def test_any_path(path: str, tmp_path: Path) -> None:
    comparison = example("2009", "2014")
    old, new = both(comparison)
    assert git_apply(tmp_path, path, old, render_patch(comparison, path)) == new


@pytest.mark.parametrize(
    ("old", "new"), [("", "Neu.\n"), ("Alt.\n", ""), ("Alt.\n", "Neu.\n"), ("A b c.\n\nD.\n", "D.\n\nA b c.\n")]
)
def test_very_small_texts(old: str, new: str, tmp_path: Path) -> None:
    patch = render_patch(pair(old, new), "text.txt")
    assert apply(old, patch) == new
    if new:
        assert git_apply(tmp_path, "text.txt", old, patch) == new


@given(texts(), texts())
@settings(max_examples=200)
def test_any_texts(old: str, new: str) -> None:
    patch = render_patch(pair(old, new), "text.txt")
    assert apply(old, patch) == new
    assert bool(patch) == (old != new)


def test_a_text_that_is_the_same_needs_no_patch() -> None:
    assert render_patch(example("2009", "2009"), PATH) == ""


@pytest.mark.parametrize("years", YEARS)
def test_what_was_kept_in_its_order_is_never_taken_out(years: tuple[str, str]) -> None:
    comparison = example(*years)
    patch = render_patch(comparison, PATH).split("\n")
    for link in comparison.account.links:
        if link.kind is LinkKind.KEPT and not link.moved:
            old = comparison.old.document.blocks[comparison.old.document.block_of(link.old[0])]
            new = comparison.new.document.blocks[comparison.new.document.block_of(link.new[0])]
            words = comparison.old.text_of(link.old)
            if (old.kind, old.level, old.label) == (new.kind, new.level, new.label):
                assert f"-{words}" not in patch, words
                assert f"+{words}" not in patch, words


def test_the_headers_name_the_printed_lines_of_both_sides() -> None:
    patch = render_patch(by_hand("2009", "2014"), PATH)
    heads = [line for line in patch.split("\n") if line.startswith("@@")]
    assert heads[0] == "@@ -4,7 +4,18 @@ Z. 5-6 -> Z. 5-19"
    assert "@@ -35,4 +44,2 @@ Z. 35 -> nach Z. 42" in heads
    assert "@@ -60,3 +78,3 @@ Z. 56-57 -> Z. 75-76" in heads


def test_no_patch_for_several_texts_at_once() -> None:
    with pytest.raises(ValueError, match="one text"):
        render_patch(assemblies(), PATH)
