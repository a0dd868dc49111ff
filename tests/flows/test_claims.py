"""What a text says of itself, sentence by sentence: what is taken for a claim, and what is not."""

import pytest

from libcorpus.flows.claims import claims, meant, open_claims, open_sunset, sunsets
from libcorpus.model.dates import PartialDate
from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.ids import ResolutionId
from libcorpus.model.resolution import Relation, RenditionInfo, Resolution, SourceInfo

ADOPTED = PartialDate(2020, 3, 7)


def text(*sentences: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    return Document((Block(kind, sentences, 1 if kind is BlockKind.HEADING else 0),))


def resolution(title: str, adopted_on: str, organisation: str = "sandau", **more: object) -> Resolution:
    date = PartialDate.parse(adopted_on)
    own_id = ResolutionId.mint(organisation, date, "", title)
    source = SourceInfo("source.txt", "text/plain", "0" * 64, "plain 1", "x")
    return Resolution(own_id, title, organisation, date, source, RenditionInfo("computed"), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "kind", "dates", "titles"),
    [
        ("Dieser Beschluss ersetzt den Beschluss vom 12.3.2014.", "supersedes", ["2014-03-12"], ()),
        ("Er tritt an die Stelle des Beschlusses vom 3. Mai 2011.", "supersedes", ["2011-05-03"], ()),
        (
            "Der Beschluss ‚Radwege für alle‘ vom 12.3.2014 wird aufgehoben.",
            "repeals",
            ["2014-03-12"],
            ("Radwege für alle",),
        ),
        ("Den Beschluss „Parken“ aus dem Jahr 2011 heben wir auf.", "repeals", ["2011"], ("Parken",)),
        ("Die Ortsversammlung bekräftigt ihren Beschluss vom 14. März 2009.", "reaffirms", ["2009-03-14"], ()),
        ("Am Beschluss vom 14.3.2009 halten wir fest.", "reaffirms", ["2009-03-14"], ()),
        ("Der Beschluss vom 1.2.2015 gilt weiter.", "reaffirms", ["2015-02-01"], ()),
        ("Das Ortsprogramm vom 22. März 2014 wird wie folgt geändert.", "amends", ["2014-03-22"], ()),
        ("Dieses Programm schreibt fort, was wir 2009 begonnen haben.", "continues", ["2009"], ()),
    ],
)
def test_a_plain_word_is_found(sentence: str, kind: str, dates: list[str], titles: tuple[str, ...]) -> None:
    (claim,) = claims(text("Wir leben gern in Sandau.", sentence))
    assert (claim.kind, claim.sentence, claim.words) == (kind, 1, sentence)
    assert ([str(date) for date in claim.dates], claim.titles) == (dates, titles)


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Stadtrat soll den Beschluss vom 12.3.2014 aufheben.",
        "Wir fordern, dass der Beschluss vom 12.3.2014 aufgehoben wird.",
        "Der Beschluss vom 12.3.2014 wird nicht aufgehoben.",
        "Der Landtag hat seinen Beschluss vom 12.3.2014 bekräftigt.",
        "In Zeile 24 wird der Satz „Bis 2020 bauen wir.“ ersetzt durch:",
        "Das Radwegeprogramm der Stadt wird seit 2011 fortgeschrieben und ergänzt.",
        "Im Übrigen bleibt das Programm unverändert.",
        "Am 12.3.2014 wurde die Brücke aufgehoben.",
    ],
)
def test_what_others_shall_do_or_what_is_denied_is_no_claim(sentence: str) -> None:
    kinds = [claim.kind for claim in claims(text(sentence)) if claim.kind != "continues"]
    assert kinds == []


def test_headings_and_quotes_claim_nothing() -> None:
    sentence = "Dieser Beschluss ersetzt den Beschluss vom 12.3.2014."
    assert not list(claims(text(sentence, kind=BlockKind.HEADING)))
    assert not list(claims(text(sentence, kind=BlockKind.QUOTE)))


@pytest.mark.parametrize(
    ("sentence", "until"),
    [
        ("Dieser Beschluss gilt bis zum 31.12.2022.", "2022-12-31"),
        ("Dieser Beschluss gilt bis Ende 2024.", "2024"),
        ("Dieser Beschluss ist bis zum 30.6.2021 befristet.", "2021-06-30"),
        ("Dieses Programm tritt am 1. Januar 2023 außer Kraft.", "2022-12-31"),
        ("Dieser Beschluss tritt mit Ablauf des 31. Dezember 2022 außer Kraft.", "2022-12-31"),
        ("Diese Satzung tritt Ende 2025 außer Kraft.", "2025"),
        ("Dieser Beschluss ist befristet auf zwei Jahre.", "2022-03-07"),
    ],
)
def test_until_when_a_text_says_it_holds(sentence: str, until: str) -> None:
    (sunset,) = sunsets(text("Wir leben gern in Sandau.", sentence), ADOPTED)
    assert (str(sunset.until), sunset.sentence) == (until, 1)


def test_a_pronoun_counts_behind_a_sentence_about_the_text_itself() -> None:
    both = text("Dieser Beschluss regelt die Nutzung des Hafens.", "Er tritt am 1.1.2023 außer Kraft.")
    assert [str(sunset.until) for sunset in sunsets(both, ADOPTED)] == ["2022-12-31"]
    other = text("Der Mietvertrag regelt die Nutzung des Hafens.", "Er tritt am 1.1.2023 außer Kraft.")
    assert not list(sunsets(other, ADOPTED))


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Mietpreisbremse gilt bis zum 31.12.2025.",
        "Dieser Beschluss soll bis zum 31.12.2025 umgesetzt werden.",
        "Das Förderprogramm des Landes läuft bis Ende 2024.",
        "Dieser Beschluss galt schon vor dem 31.12.2010.",
    ],
)
def test_the_end_of_something_else_is_none_of_the_text(sentence: str) -> None:
    assert not list(sunsets(text(sentence), ADOPTED))


def test_leap_days_end_a_day_earlier() -> None:
    (sunset,) = sunsets(text("Dieser Beschluss ist befristet auf zwei Jahre."), PartialDate(2020, 2, 29))
    assert str(sunset.until) == "2022-02-28"


def test_a_claim_means_the_text_of_that_date_and_title_and_never_a_later_one() -> None:
    own = resolution("Neue Radwege", "2020-03-07")
    known = [
        own,
        resolution("Radwege für alle", "2014-03-12"),
        resolution("Haushalt", "2014-03-12"),
        resolution("Radwege für alle", "2021-05-01"),
        resolution("Radwege für alle", "2014-03-12", "andernorts"),
    ]

    def found(sentence: str) -> list[str]:
        (claim,) = claims(text(sentence))
        return [str(one.id) for one in meant(claim, own, known)]

    assert found("Der Beschluss „Radwege für alle“ vom 12.3.2014 wird aufgehoben.") == [str(known[1].id)]
    assert found("Der Beschluss vom 12.3.2014 wird aufgehoben.") == [str(known[1].id), str(known[2].id)]
    assert found("Der Beschluss vom 1.5.2021 wird aufgehoben.") == []


def test_what_a_relation_says_already_is_not_open_any_more() -> None:
    words = "Dieser Beschluss ersetzt den Beschluss vom 12.3.2014."
    document = text(words)
    assert open_claims(resolution("Neu", "2020-03-07"), document)
    by_date = Relation("supersedes", "sandau/2014-03-12/alt")
    by_words = Relation("supersedes", "sandau/2013-01-01/alt", "text", words=words)
    for relation in (by_date, by_words):
        assert not open_claims(resolution("Neu", "2020-03-07", relations=(relation,)), document)
    other = Relation("supersedes", "sandau/2013-01-01/alt")
    assert open_claims(resolution("Neu", "2020-03-07", relations=(other,)), document)


def test_an_end_that_is_noted_is_not_open_any_more() -> None:
    document = text("Dieser Beschluss gilt bis zum 31.12.2022.")
    assert open_sunset(resolution("Neu", "2020-03-07"), document) is not None
    assert open_sunset(resolution("Neu", "2020-03-07", valid_until=PartialDate(2023)), document) is None


def test_long_hostile_sentences_come_to_an_end() -> None:
    # A pattern that goes back and forth over such a text would not come back for hours.
    for part in ("gilt bis ", "beschluss", "wird heben tritt ", "„", "1.", "dieser beschluss gilt "):
        document = text((part * 20_000).strip())
        assert not list(claims(document))
        assert not list(sunsets(document, ADOPTED))
