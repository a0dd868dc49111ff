"""The Synopse as HTML: well formed, harmless, complete, and legible for everybody; no browser needed."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings

from libcorpus.flows.comparing import Comparison, Side, compare
from libcorpus.model.harmless import harmless
from libcorpus.render.synopsis import SynopsisOptions, render_html
from libcorpus.render.synopsis_rows import WORDS
from libcorpus.render.synopsis_style import DARK, LIGHT, PAPER, STYLE
from tests.render.pairs import (
    HOSTILE,
    YEARS,
    assemblies,
    by_hand,
    document,
    example,
    hostile,
    pair,
    resolution,
    with_a_gap,
)
from tests.render.test_rows import texts

VOID = {"meta", "br", "col"}
ALL = SynopsisOptions(everything=True)


class Page(HTMLParser):
    """Reads a page strictly: every tag is closed in order, and everything that is needed to judge it is kept."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.heard: list[str] = []
        self.headings: list[int] = []
        self.classes: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        assert len(own) == len(attrs), f"an attribute stands twice: {attrs}"
        self.tags.append((tag, own))
        if tag not in VOID:
            self.open.append(tag)
            self.classes.append(own.get("class") or "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag
        self.classes.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "title"):
            (self.heard if self.classes[-1] == "vh" else self.said).append(data)

    @property
    def text(self) -> str:
        return "".join(self.said)

    @property
    def ids(self) -> list[str]:
        return [own["id"] or "" for _, own in self.tags if "id" in own]


def check(html: str) -> Page:
    """Everything that must be true of any page."""
    page = Page(html)
    assert len(page.ids) == len(set(page.ids))
    for tag, own in page.tags:
        assert tag not in ("script", "iframe", "object", "embed", "link", "img", "form", "base"), tag
        assert not any(name.startswith("on") or name in ("style", "src") for name in own), own
        target = own.get("href")
        assert target is None or target[:1] == "#", target
        assert target is None or target[1:] in page.ids, target
        for name in ("aria-labelledby",):
            assert own.get(name) is None or own[name] in page.ids
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(page.headings)), page.headings
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]", html)
    return page


COMPARISONS = [
    *(example(*years) for years in YEARS),
    *(with_a_gap(turned) for turned in (False, True)),
    assemblies(),
    hostile(),
    example("2009", "2009"),
]


@pytest.mark.parametrize("comparison", COMPARISONS, ids=range(len(COMPARISONS)))
@pytest.mark.parametrize("lang", ["de", "en"])
def test_pages_are_well_formed_and_load_nothing(comparison: Comparison, lang: str) -> None:
    for options in (SynopsisOptions(), ALL, SynopsisOptions(context=1)):
        check(render_html(comparison, lang, options))


@given(texts(), texts())
@settings(max_examples=60)
def test_so_is_any_page(old: str, new: str) -> None:
    check(render_html(pair(old, new), "de"))


def test_all_words_of_both_sides_are_on_the_page_folded_or_not() -> None:
    for comparison in COMPARISONS:
        seen = "".join(check(render_html(comparison, "de")).text.split())
        for side in (comparison.old, comparison.new):
            for sentence in side.document.sentences:
                assert "".join(harmless(sentence).split()) in seen, sentence


def test_hostile_words_and_titles_are_characters() -> None:
    page = check(render_html(hostile(), "de", ALL))
    for words in (HOSTILE[0], HOSTILE[5], "<img src=x onerror=alert(4)>", "</title><script>alert(5)</script>\\x1b[2J"):
        assert words in page.text
    title = re.search("<title>(.*?)</title>", render_html(hostile(), "de"))
    assert title is not None
    assert "&lt;/title&gt;&lt;script&gt;" in title[1]


def test_hostile_metadata() -> None:
    filed = resolution("morgenrot/2020-03-07/x", 'Titel"><b>', language='de"><script>')
    side = Side('n"><i>', document("Ja.\n"), filed)
    page = check(render_html(compare(side, side), "de", SynopsisOptions(language='x" onload="y')))
    assert 'Titel"><b>' in page.text


def test_the_policy_allows_this_style_and_nothing_else() -> None:
    html = render_html(example("2009", "2014"), "de")
    style = re.search("<style>(.*?)</style>", html, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = next(own["content"] or "" for _, own in Page(html).tags if own.get("http-equiv"))
    assert policy.split("; ")[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]
    assert "url(" not in STYLE
    assert "@import" not in STYLE
    assert "</" not in STYLE


def test_what_moved_is_linked_to_and_fro() -> None:
    html = render_html(by_hand("2009", "2014"), "de")
    away = re.search(r'<tr role="row" class="row moved away" id="(o\d+)">.*?href="#(n\d+)"', html)
    assert away is not None
    came = re.search(rf'id="{away[2]}">.*?verschoben von <a href="#(o\d+)">', html)
    assert came is not None
    assert came[1] == away[1]
    text = " ".join(check(html).text.split())
    assert "verschoben von Z. 53-54 nach Z. 54-55" in text
    assert "steht jetzt in Z. 54-55" in text
    assert "stand in Z. 53-54" in text


def test_a_further_part_is_linked_to_the_first() -> None:
    html = render_html(with_a_gap(), "de")
    first = re.search(r'class="row split here" id="(n\d+)"', html)
    further = re.search(r'class="row split rest" id="n\d+">.*?<a href="#(n\d+)">gehört zu Z. 2-3</a>', html)
    assert first is not None
    assert further is not None
    assert first[1] == further[1]
    text = " ".join(check(html).text.split())
    assert "geteilt, weiterer Teil" in text
    assert "1 geteilt, 1 neu" in text
    # Where a heading was put in between, its section has nothing but the further part.
    old = "Zahlt ein Verein das Entgelt nach Ablauf der Frist, ruht der Anspruch auf die Hallenzeiten.\n"
    new = "Der Anspruch auf die Hallenzeiten ruht.\n\n# Frist\n\nEin Verein zahlt das Entgelt nach Ablauf der Frist.\n"
    text = " ".join(check(render_html(pair(old, new), "de")).text.split())
    assert "gehört zu Z. 1-2" in text


def test_the_contents_count_by_section() -> None:
    text = " ".join(check(render_html(by_hand("2009", "2014"), "de")).text.split())
    assert "Sprache öffnet Türen 2 geändert, 1 geteilt, 1 zusammengefasst, 1 gestrichen, 1 neu" in text
    assert "Freibad und Fluss von hier verschoben" in text
    assert "Nichts hat sich geändert." in check(render_html(example("2009", "2009"), "de")).text


def test_a_table_with_headings_for_those_who_cannot_see() -> None:
    page = check(render_html(by_hand("2009", "2014"), "en", ALL))
    html = dict(next(own for tag, own in page.tags if tag == "html"))
    assert html["lang"] == "en"
    assert {own.get("scope") for tag, own in page.tags if tag == "th"} == {"col", "row"}
    # A phone shows rows as blocks, which would take the table's meaning away; the roles keep it.
    roles = {"table": "table", "tr": "row", "td": "cell", "tbody": "rowgroup", "thead": "rowgroup"}
    assert all(own.get("role") == roles[tag] for tag, own in page.tags if tag in roles)
    # The report is in English, the words are German.
    assert {own.get("lang") for tag, own in page.tags if tag == "td" and own.get("class") == "new"} == {"de", None}
    assert next(own.get("href") for tag, own in page.tags if tag == "a") == "#comparison"
    assert {"deleted: ", "inserted: ", " end of change ", "not in this text"} <= set(page.heard)


def test_unchanged_sentences_are_folded_unless_all_are_wanted() -> None:
    folded = render_html(by_hand("2009", "2014"), "de")
    assert "… 2 Sätze unverändert</summary>" in folded
    assert "<details>" not in render_html(by_hand("2009", "2014"), "de", ALL)
    assert folded.count("<details>") > render_html(by_hand("2009", "2014"), "de", SynopsisOptions(context=1)).count(
        "<details>"
    )


def test_computed_numbers_are_called_computed() -> None:
    filed = resolution("morgenrot/2020-03-07/x", "Titel", numbers="computed")
    side = Side("x", document("Ja.\n"), filed)
    assert "Die Zeilennummern sind berechnet" in check(render_html(compare(side, side), "de")).text


def test_both_languages_have_every_word() -> None:
    assert all(english and german and english != german for english, german in WORDS.values())


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", [LIGHT, DARK, PAPER], ids=["light", "dark", "paper"])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("text", "ground", 7),
        ("text", "band", 7),
        ("quiet", "ground", 4.5),
        ("quiet", "band", 4.5),
        ("del", "del-ground", 4.5),
        ("ins", "ins-ground", 4.5),
        ("link", "ground", 4.5),
        ("link", "band", 4.5),
        ("line", "ground", 3),
    ],
)
def test_contrast(palette: dict[str, str], text: str, ground: str, least: float) -> None:
    high, low = sorted((luminance(palette[text]), luminance(palette[ground])), reverse=True)
    assert (high + 0.05) / (low + 0.05) >= least
