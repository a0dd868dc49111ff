"""Markdown: a report that a reader of Markdown takes as it was meant, whatever stands in the words."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcorpus.model.harmless import harmless
from libcorpus.render.markdown import escape_markdown, render_markdown
from tests.render.pairs import HOSTILE, YEARS, assemblies, by_hand, example, hostile, pair, with_a_gap


class _Text(HTMLParser):
    """The characters of a page, and the tags it is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)


def rendered(markdown: str) -> _Text:
    """What a reader of Markdown shows, by the parser that rich brings along."""
    parser = pytest.importorskip("markdown_it")
    shown = _Text()
    shown.feed(parser.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))
    return shown


@pytest.mark.parametrize("words", [*HOSTILE, "1. Januar ist der Stichtag.", "- so", "+ so", "# so", "=== so", "1) so"])
def test_words_are_shown_as_they_are(words: str) -> None:
    shown = rendered(escape_markdown(words))
    assert shown.text.strip("\n") == harmless(words)
    assert shown.tags == {"p"}


@given(st.text(st.characters(exclude_categories=["Cs", "Zs", "Zl", "Zp", "Cc"]), min_size=1))
def test_any_words_are_shown_as_they_are(words: str) -> None:
    shown = rendered(escape_markdown(words))
    assert shown.text.strip("\n") == harmless(words)
    assert shown.tags == {"p"}


def test_a_change_reads_as_one_sentence() -> None:
    report = render_markdown(by_hand("2009", "2014"), "de")
    assert "> • Die Stadt <del>soll</del> <ins>muss</ins> bis <del>2015</del> <ins>2020</ins> allen" in report
    assert "<del>Lindenfurterinnen und Lindenfurter</del> <ins>Lindenfurter\\*innen</ins>" in report
    assert "mit<del>. Die Stadtbücherei soll deshalb</del><ins>, und deshalb soll die Stadtbücherei</ins>" in report
    assert "gefördert werden<del>, und jede Kita soll</del><ins>. Jede Kita muss</ins> dafür" in report
    assert "**verschoben** von Z. 53-54 nach Z. 54-55" in report
    assert "**geändert**, Z. 15-16 → Z. 24-25" in report
    assert "## Gegen Diskriminierung\n\n**neu**, Z. 63\n" in report


def test_a_sentence_with_something_between_its_parts_is_shown_once() -> None:
    report = render_markdown(with_a_gap(), "de")
    assert report.count("**geteilt**") == report.count("**zusammengefasst**") == 1
    assert "**geteilt**, Z. 2-3 → Z. 2, 4\n" in report
    assert "**neu**, Z. 3\n\n> 1\\. <ins>ein Vorstand fehlt oder</ins>\n" in report
    assert "eigenes Budget <del>. Er</del><ins>und</ins> bekommt Rederecht" in report


@pytest.mark.parametrize(
    ("old", "new", "woven"),
    [
        ("Die Stadt soll alle Kinder fördern.", "Die Stadt soll fördern.", "soll <del>alle Kinder</del> fördern"),
        ("Die Stadt soll fördern.", "Die Stadt soll alle Kinder fördern.", "soll <ins>alle Kinder</ins> fördern"),
        ("Ja, das wollen wir so haben.", "das wollen wir so haben.", "> <del>Ja,</del> das wollen"),
        ("Das wollen wir so haben jetzt.", "Das wollen wir so haben.", "haben <del>jetzt</del>."),
    ],
)
def test_blanks_around_what_is_gone(old: str, new: str, woven: str) -> None:
    assert woven in render_markdown(pair(old + "\n", new + "\n"), "de")


@pytest.mark.parametrize("years", YEARS)
def test_only_known_markup(years: tuple[str, str]) -> None:
    shown = rendered(render_markdown(example(*years), "de"))
    assert shown.tags <= {"h1", "h2", "h3", "ul", "li", "p", "strong", "em", "blockquote", "del", "ins", "br"}


def test_hostile_texts_and_titles() -> None:
    report = render_markdown(hostile(), "en")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202a-\u202e]", report)
    shown = rendered(report)
    assert shown.tags <= {"h1", "h2", "ul", "li", "p", "strong", "em", "blockquote", "del", "ins", "br"}
    assert "alert(5)</script>" in shown.text


def test_several_resolutions_are_named() -> None:
    report = render_markdown(assemblies(), "de")
    assert "## Kommunalprogramm 2014\n" in report
    assert "von Z. 17 (Kommunalprogramm 2009) nach Z. 14-15 (Kommunalprogramm 2014)" in report
