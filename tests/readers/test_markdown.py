"""Programmes in Markdown: signs at the edges of words are markup, a gender star is none, nothing is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from libcorpus.readers.markdown.inline import segments_of
from libcorpus.readers.markup import GENERATED
from tests.readers.drafts import draft_of, keys, left, page, read_or_refuse

HEAD = "# Wohnen\n\n"


def read_page(text: str) -> str:
    return page(draft_of((HEAD + text).encode(), "a.md"))


def test_headings_with_hashes_and_underlined_ones() -> None:
    text = "Mieten\n======\n\nText.\n\nWege\n----\nMehr Text.\n\n### Tief ###\n\nNoch Text.\n"
    draft = draft_of(text.encode(), "a.md")
    assert page(draft) == "Text.\n\n# Wege\n\nMehr Text.\n\n## Tief\n\nNoch Text.\n"
    assert draft.metadata["title"] == "Mieten"


def test_the_gender_star_is_no_emphasis() -> None:
    assert read_page(
        "Bürger*innen und Migrant*innen, *alle* und **jede*r** Einzelne: _so_ ist es. Bürger_innen auch."
    ) == ("Bürger*innen und Migrant*innen, alle und jede*r Einzelne: so ist es.\nBürger_innen auch.\n")


def test_links_code_breaks_entities_and_escapes() -> None:
    text = (
        "Siehe [das **Konzept**](https://example.org/a_b) und <https://example.org>, `a*b*c`, "
        "5 &lt; 6 &amp; \\*so\\*.  \n"
        "Neue Zeile.<br>Und noch eine.\\\nLetzte ~~Zeile~~. ![Haus](haus.png)"
    )
    draft = draft_of((HEAD + text).encode(), "a.md")
    assert page(draft) == (
        "Siehe das Konzept und https://example.org, a*b*c, 5 < 6 & *so*.\n\nNeue Zeile.\n\nUnd noch eine.\n\n"
        "Letzte Zeile.\n"
    )
    assert next(one for one in draft.remarks if one.key == "forced-break").values["count"] == 3


def test_lists_in_lists_with_their_labels() -> None:
    text = """
Wir wollen:
- Wege
  und Brücken,
- Bäume:
    1. Linden
    2. Eichen

       Die sind schön.
- Hecken.

1. Eins.
1. Zwei.
1. Drei.

(1) Die Partei ist frei.
(2) Sie ist offen.

a) Ah
b) Be
"""
    assert read_page(text) == (
        "Wir wollen:\n\n- Wege und Brücken,\n\n- Bäume:\n\n  1. Linden\n\n  2. Eichen\n\n    Die sind schön.\n\n"
        "- Hecken.\n\n1. Eins.\n\n2. Zwei.\n\n3. Drei.\n\n(1) Die Partei ist frei.\n\n(2) Sie ist offen.\n\n"
        "a) Ah\n\nb) Be\n"
    )


def test_a_date_at_a_lines_start_is_no_list() -> None:
    assert read_page("1. Januar 2020 ist der Stichtag.\n\nSeit dem Jahr\n2019. Und weiter.") == (
        "\\1. Januar 2020 ist der Stichtag.\n\nSeit dem Jahr 2019.\nUnd weiter.\n"
    )


def test_quotes_tables_rules_and_notes() -> None:
    text = """
> Ein Zitat,
> das weitergeht.
>
> Noch eins.

| Jahr | Kurse |
|:-----|------:|
| 2019 | 35 \\| 40 |
| *2020* | |

***

Die Mieten[^a] steigen.

[^a]: Um 4 %.
    So ist es.

[ref]: https://example.org
"""
    assert read_page(text) == (
        "> Ein Zitat, das weitergeht.\n\n> Noch eins.\n\n| Jahr | Kurse |\n| 2019 | 35 \\| 40 |\n| 2020 | |\n\n"
        "Die Mieten[^a] steigen.\n\n[^a]: Um 4 %.\n  So ist es.\n"
    )


def test_front_matter_is_metadata() -> None:
    text = (
        '---\ntitle: "Programm für Lindenfurt"\ndate: 2020-03-07\nGremium: Parteitag\nlang: de\nlayout: page\n---\n\n'
        "# Mieten\n\nText.\n\n# Wege\n\nText.\n"
    )
    draft = draft_of(text.encode(), "a.md")
    assert draft.metadata == {
        "title": "Programm für Lindenfurt",
        "kind": "programme",
        "adopted_on": "2020-03-07",
        "body": "Parteitag",
        "language": "de",
    }
    assert page(draft) == "# Mieten\n\nText.\n\n# Wege\n\nText.\n"
    assert left(draft, "other") == ["layout: page"]
    assert keys(draft)["head-line"] == 1


def test_a_list_of_links_into_the_text_is_a_table_of_contents() -> None:
    text = "- [Mieten](#mieten)\n- [Wege](#wege)\n- [Bäume](#baeume)\n\nText.\n"
    draft = draft_of((HEAD + text).encode(), "a.md")
    assert page(draft) == "Text.\n"
    assert len(left(draft, "toc")) == 1


def test_comments_and_tags_are_no_words() -> None:
    draft = draft_of((HEAD + "<!-- Entwurf\nvon Ada -->\n\n<div class='x'>Text.</div> <!-- so? -->\n").encode(), "a.md")
    assert page(draft) == "Text.\n"
    assert left(draft, "comment") == ["<!-- Entwurf", "von Ada -->"]


def test_fenced_lines_stand_as_they_are() -> None:
    assert read_page("```\n*a* <b>\n# kein Titel\n```\nText.") == "*a* <b>\n\n\\# kein Titel\n\nText.\n"


PIECES = st.sampled_from(
    [
        "*",
        "**",
        "_",
        "`",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "!",
        "\\",
        "\n",
        "  \n",
        "&amp;",
        "&",
        "~~",
        "Wort",
        "a",
        " ",
        "|",
        "#",
        "# ",
        "- ",
        "1. ",
        "> ",
        "```",
        "---",
        "[^1]",
        "[^1]: ",
        "https://a.b",
        "<br>",
        "<!--",
        "-->",
        "é",
        "\t",
        "\u00ad",
    ]
)


@settings(deadline=None, derandomize=True, max_examples=400)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_words_and_markup_are_the_text_again(text: str) -> None:
    pieces = "".join(one.text for one in segments_of(text) if one.kind != GENERATED)
    assert "".join(pieces.split()) == "".join(text.split())


@settings(deadline=None, derandomize=True, max_examples=400)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_is_read_whole_or_refused(text: str) -> None:
    assert read_or_refuse(text.encode(), "a.md") in ("", "empty-file", "no-text")


def test_with_a_title_in_front_a_line_of_the_head_is_kept() -> None:
    text = "---\ntitle: Wege\n---\nVorlage des Vorstands\n\nBeschlussdatum: 07.03.2020\n\n# Ziele\n\nText.\n"
    draft = draft_of(text.encode(), "a.md")
    assert (draft.metadata["title"], draft.metadata["adopted_on"]) == ("Wege", "2020-03-07")
    assert left(draft, "other") == ["Vorlage des Vorstands"]
    assert page(draft) == "# Ziele\n\nText.\n"
