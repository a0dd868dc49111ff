"""All other kinds of texts come through pandoc, in its sandbox; what it gives is in the draft or left out."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from libcorpus.model.problems import LibcorpusError
from libcorpus.model.wording import sentence
from libcorpus.readers.pandoc import run
from libcorpus.readers.pandoc.ast import Tree, strings
from tests.readers.drafts import draft_of, keys, left, page, read_or_refuse

pytest.importorskip("pypandoc")

RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0 {\fonttbl{\f0 Arial;}}\pard Die Stadt f\'fcr alle \b baut\b0  Wege.\par "
    r"\pard Sie pflanzt\line B\'e4ume.\par}"
)


def test_rich_text() -> None:
    draft = draft_of(RTF.encode(), "a.rtf")
    assert page(draft) == "Die Stadt für alle baut Wege.\n\nSie pflanzt\n\nBäume.\n"
    assert draft.reader == "pandoc 1"
    assert draft.media_type == "application/rtf"
    assert keys(draft)["forced-break"] == 1


def test_rich_text_under_another_name() -> None:
    draft = draft_of(RTF.encode(), "beschluss.doc")
    assert draft.media_type == "application/rtf"
    assert keys(draft)["suffix-differs"] == 1


def test_restructured_text_with_lists_notes_and_a_table() -> None:
    text = """
Mieten
======

Die Mieten [1]_ steigen.

a) Eins.
b) Zwei.

   * Innen.

    Ein Zitat.

Wege
----

===== ======
Jahr  Kurse
===== ======
2019  35
===== ======

.. [1] Um 4 %.
"""
    draft = draft_of(text.encode(), "a.rst")
    assert page(draft) == (
        "Die Mieten[^1] steigen.\n\na) Eins.\n\nb) Zwei.\n\n  - Innen.\n\n  > Ein Zitat.\n\n# Wege\n\n"
        "| Jahr | Kurse |\n| 2019 | 35 |\n\n[^1]: Um 4 %.\n"
    )
    assert draft.metadata["title"] == "Mieten"


def test_latex_and_org() -> None:
    head, body = r"\documentclass{article}\title{Wohnen}", r"\section{Mieten}Text\footnote{Note.}."
    latex = rf"{head}\begin{{document}}\maketitle {body}\end{{document}}"
    draft = draft_of(latex.encode(), "a.tex")
    assert (draft.metadata["title"], page(draft)) == ("Wohnen", "# Mieten\n\nText[^1].\n\n[^1]: Note.\n")
    assert page(draft_of(b"* Mieten\nText.\n* Wege\n- Punkt\n", "a.org")) == (
        "# Mieten\n\nText.\n\n# Wege\n\n- Punkt\n"
    )


def test_a_text_takes_in_no_other_file(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("Geheimes Wort", encoding="utf-8")
    text = f"Vorher.\n\n.. include:: {secret}\n\nNachher.\n"
    try:
        shown = page(draft_of(text.encode(), "a.rst"))
    except LibcorpusError as error:
        shown = str(error)
    assert "Geheimes" not in shown


def test_encodings_are_found_here_too() -> None:
    draft = draft_of("* Für alle\nText.\n* Über uns\nText.\n".encode("cp1252"), "a.org")
    assert "# Für alle" in page(draft)
    assert keys(draft)["encoding-found"] == 1


def test_what_pandoc_cannot_read_is_refused() -> None:
    with pytest.raises(LibcorpusError) as caught:
        draft_of(b"<book><title>ohne Ende", "a.dbk")
    assert caught.value.problem.key in ("pandoc-failed", "no-text")


HOSTILE = {
    "a.rtf": [b"{\\rtf", RTF.encode()[:60], b"{\\rtf1" + b"{" * 5000, b"{\\rtf1 \\u99999? \\'zz}"],
    "a.rst": [b"\xff\xfe\x00", b".. |x| replace:: |x|\n\n|x|\n", b"* " * 3000],
    "a.tex": [rb"\newcommand{\a}{\a\a}\a", rb"\input{/etc/passwd}Text"],
    "a.epub": [b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip"],
    "a.dbk": [b"<!DOCTYPE a [<!ENTITY b 'ccc'>]><article><para>&b;</para></article>", b"<a>" * 3000],
}


@pytest.mark.parametrize(("name", "data"), [(name, data) for name, own in HOSTILE.items() for data in own])
def test_hostile_texts_are_read_whole_or_refused(name: str, data: bytes) -> None:
    assert read_or_refuse(data, name) in (
        *("", "no-text", "pandoc-failed", "pandoc-limit", "broken-file"),
        *("nested-too-deep", "not-utf8", "binary-file", "some-archive"),
    )


def test_a_text_that_grows_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "MEMORY", "64m")
    assert read_or_refuse(b"{" * 3000, "a.tex") == "pandoc-limit"


def test_without_the_package_its_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    with pytest.raises(LibcorpusError) as caught:
        draft_of(RTF.encode(), "a.rtf")
    assert caught.value.problem.key == "missing-extra"
    assert "libcorpus[pandoc]" in sentence(caught.value.problem, "de")


def blocks() -> Iterator[dict[str, object]]:
    """One of each kind of block that pandoc may give, and one that it may give one day."""

    def plain(text: str) -> dict[str, object]:
        return {"t": "Plain", "c": [{"t": "Str", "c": text}]}

    yield {
        "t": "Para",
        "c": [{"t": "Str", "c": "Wort"}, {"t": "Space"}, {"t": "Emph", "c": [{"t": "Str", "c": "zwei"}]}],
    }
    yield {"t": "LineBlock", "c": [[{"t": "Str", "c": "Zeile"}], [{"t": "Str", "c": "Vers"}]]}
    yield {"t": "DefinitionList", "c": [[[{"t": "Str", "c": "Begriff"}], [[plain("Bedeutung")]]]]}
    yield {"t": "RawBlock", "c": ["html", "<hr>"]}
    yield {"t": "Div", "c": [["", [], []], [plain("Innen")]]}
    yield {"t": "Figure", "c": [["", [], []], [None, [plain("Unterschrift")]], [plain("Bild")]]}
    yield {"t": "HorizontalRule"}
    quoted = [{"t": "DoubleQuote"}, [{"t": "Str", "c": "Zitat"}]]
    yield {"t": "Para", "c": [{"t": "Quoted", "c": quoted}, {"t": "RawInline", "c": ["tex", "\\x"]}]}
    yield {"t": "OrderedList", "c": [[3, {"t": "UpperRoman"}, {"t": "TwoParens"}], [[plain("Drei")]]]}


def test_every_kind_of_block_is_taken_up_or_left_out() -> None:
    from libcorpus.readers.composing import Composer

    composer = Composer("a.x")
    tree = [{"t": "Header", "c": [1, ["", [], []], [{"t": "Str", "c": "Titel"}]]}, *blocks()]
    Tree(composer).read(list(tree))
    draft = composer.draft("x 1", "x", "\n".join(strings(tree)))
    from libcorpus.text.build import check_laws, document_of

    check_laws(draft, document_of(draft), draft.characters or "")
    assert "“Zitat”" in page(draft)
    assert "(III) Drei" in page(draft)
    assert left(draft, "other") == ["<hr>", "\\x"]
