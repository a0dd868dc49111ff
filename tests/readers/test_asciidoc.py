"""Programmes and statutes in AsciiDoc: labels of paragraphs, lists, notes; nothing is fetched, nothing is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.drafts import draft_of, keys, left, page, read_or_refuse

HEAD = "= Satzung\n\n"


def read_page(text: str) -> str:
    return page(draft_of((HEAD + text).encode(), "a.adoc"))


def test_statutes_have_their_paragraphs_with_labels() -> None:
    text = """= Satzung der Bürgerliste

Beschlossen am 9. August 2020 +
Geändert am 23. Januar 2021

== § 1 Name

(1):: Die Partei heißt Morgenrot. Sie ist frei.
(2):: Sie hat Organe:
(a)::: die Versammlung,
(b)::: den Vorstand.

=== Sitz

(3):: Der Sitz ist Lindenfurt.
"""
    draft = draft_of(text.encode(), "satzung.adoc")
    assert page(draft) == (
        "# § 1 Name\n\n(1) Die Partei heißt Morgenrot.\n  Sie ist frei.\n\n(2) Sie hat Organe:\n\n"
        "  (a) die Versammlung,\n\n  (b) den Vorstand.\n\n## Sitz\n\n(3) Der Sitz ist Lindenfurt.\n"
    )
    assert draft.metadata == {"title": "Satzung der Bürgerliste", "adopted_on": "2021-01-23", "kind": "statutes"}
    assert left(draft, "other") == ["Geändert am 23. Januar 2021"]
    assert keys(draft)["amended-on"] == 1


def test_lists_count_as_a_page_shows_them() -> None:
    text = """
Wir wollen:

* Wege,
** breite
** und schmale,
* Bäume.

Und zwar:

. Eins.
.. Innen.
.. Noch innen.
. Zwei.
+
Dazu noch dies.

. Drei.

Ende.

[start=4]
. Vier.
"""
    assert read_page(text) == (
        "Wir wollen:\n\n- Wege,\n\n  - breite\n\n  - und schmale,\n\n- Bäume.\n\n"
        "Und zwar:\n\n1. Eins.\n\n  a. Innen.\n\n  b. Noch innen.\n\n2. Zwei.\n\n  Dazu noch dies.\n\n3. Drei.\n\n"
        "Ende.\n\n4. Vier.\n"
    )


def test_a_list_may_name_its_way_of_counting() -> None:
    text = "[upperroman]\n. Eins.\n+\nDazu dies.\n[loweralpha]\n.. Innen.\n. Zwei.\n"
    assert read_page(text) == "I. Eins.\n\n  Dazu dies.\n\n  a. Innen.\n\nII. Zwei.\n"


def test_words_lose_their_signs_and_nothing_else() -> None:
    text = (
        "Nach *§ 3* und _überall_ gilt https://example.org/x[die Richtlinie]. Siehe <<wege,Wege>> und [[wege]]dort, "
        "Bürger++*++innen, 5 * 3, `code` und {nbsp}mehr{unbekannt}. +\nNeue Zeile. link:a.pdf[Anhang]"
    )
    assert read_page(text) == (
        "Nach § 3 und überall gilt die Richtlinie.\nSiehe Wege und dort, Bürger*innen, 5 * 3, code und \u00a0mehr"
        "{unbekannt}.\n\nNeue Zeile.\nAnhang\n"
    )


def test_footnotes_are_numbered_as_they_come() -> None:
    assert read_page("Die Mietenfootnote:[Um *4 %*. So ist [es].] steigen.footnote:a[Noch eine.] Ja.footnote:a[]") == (
        "Die Mieten[^1] steigen.[^2]\nJa.[^2]\n\n[^1]: Um 4 %.\n  So ist [es].\n\n[^2]: Noch eine.\n"
    )


def test_tables_in_both_manners() -> None:
    text = """
.Kurse im Jahr
[cols="1,1"]
|===
|Jahr |Kurse

|2019 |35 \\| 40
|2020
|50
|===
"""
    assert read_page("Text.\n" + text) == (
        "Text.\n\nKurse im Jahr\n\n| Jahr | Kurse |\n| 2019 | 35 \\| 40 |\n| 2020 | 50 |\n"
    )


def test_what_is_taken_in_from_elsewhere_is_told_and_not_read() -> None:
    draft = draft_of((HEAD + "Text.\n\ninclude::/etc/passwd[]\n\nMehr.\n").encode(), "a.adoc")
    assert page(draft) == "Text.\n\nMehr.\n"
    assert left(draft, "other") == ["include::/etc/passwd[]"]
    assert keys(draft)["include-ignored"] == 1


def test_comments_attributes_and_delimited_blocks() -> None:
    text = """:version: 3

// nicht so
////
auch nicht
////
Fassung {version}.

[quote]
Ein Zitat.

____
Noch eins.
____

----
a *b*
----
"""
    draft = draft_of((HEAD + text).encode(), "a.adoc")
    assert page(draft) == "Fassung 3.\n\n> Ein Zitat.\n\n> Noch eins.\n\na *b*\n"
    assert left(draft, "comment") == ["// nicht so", "auch nicht"]


def test_a_date_inside_of_a_paragraph_is_no_list() -> None:
    assert read_page("Das gilt seit dem\n3. Mai 2020 und weiter.\n") == "Das gilt seit dem 3. Mai 2020 und weiter.\n"


PIECES = st.sampled_from(
    [
        "*",
        "**",
        "_",
        "`",
        "[",
        "]",
        "[[a]]",
        "<<a,b>>",
        "{a}",
        "{nbsp}",
        "\\",
        "\n",
        " +\n",
        "footnote:[",
        "^",
        "~",
        "Wort",
        "= ",
        "== ",
        "* ",
        ". ",
        ".. ",
        "(1):: ",
        "|===\n",
        "|",
        "----\n",
        "____\n",
        "////\n",
        "//",
        "+\n",
        "+++",
        ":a: b\n",
        "[quote]\n",
        ".Titel\n",
        "include::a[]\n",
        "https://a.b[c]",
        "link:x[y]",
        " ",
        "\t",
        "\u00ad",
        "&amp;",
        "a",
    ]
)


@settings(deadline=None, derandomize=True, max_examples=500)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_is_read_whole_or_refused(text: str) -> None:
    assert read_or_refuse(text.encode(), "a.adoc") in ("", "empty-file", "no-text")
