"""Ids: minted once, the same on every disk, and found again by the short forms people type."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libcorpus.model.dates import PartialDate
from libcorpus.model.ids import MAX_SLUG, ResolutionId, agenda_slug, checked_slug, slugify
from libcorpus.model.problems import LibcorpusError

LAWS = settings(deadline=None, derandomize=True, max_examples=200)
WINDOWS = ("con", "PRN", "aux", "NUL", "com1", "LPT9", "com0")
INTEGRATION = ResolutionId.parse("gruene-duesseldorf/2020-03-07/2.13-integration-und-teilhabe")


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Integration und Teilhabe", "integration-und-teilhabe"),
        ("Schüler*innen: Größe & Maß", "schuelerinnen-groesse-mass"),
        ("Bürger:innen", "buergerinnen"),
        ("Schüler/-innen", "schueler-innen"),
        ("Ä ö Ü ß é ñ Ł", "ae-oe-ue-ss-e-n-l"),
        ("Weich\u00adzeichen", "weichzeichen"),
        ("ﬁnal ²", "final-2"),
        ("2020: Was nun?", "2020-was-nun"),
        ("***", "beschluss"),
        ("Привет", "beschluss"),
        ("", "beschluss"),
        ("Con", "con-beschluss"),
        ("x" * 70, "x" * MAX_SLUG),
        ("Wort " * 20, "-".join(["wort"] * 12)),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_a_slug_is_lower_case_ascii(title: str, slug: str) -> None:
    assert slugify(title) == slug


@LAWS
@given(st.text(max_size=90))
def test_any_title_has_a_slug_that_is_one(title: str) -> None:
    slug = slugify(title)
    assert checked_slug(slug) == slug == slugify(slug)


@LAWS
@given(st.text(max_size=40), st.text(max_size=90))
def test_whatever_is_minted_reads_back_what_it_prints(agenda: str, title: str) -> None:
    minted = ResolutionId.mint("partei", PartialDate(2020, 3), agenda, title)
    assert ResolutionId.parse(str(minted)) == minted


@pytest.mark.parametrize(
    ("agenda", "slug"),
    [
        ("2.13.", "2.13"),
        ("2.13", "2.13"),
        ("TOP 5 a", "5a"),
        ("Ä1", "ae1"),
        ("A 3", "a3"),
        ("", ""),
        ("...", ""),
        ("V-07", "v07"),
        ("con", "topcon"),
        ("AUX.1", "topaux.1"),
    ],
)
def test_the_agenda_number_stands_in_front(agenda: str, slug: str) -> None:
    assert agenda_slug(agenda) == slug
    name = ResolutionId.mint("partei", PartialDate(2020), agenda, "Titel").name
    assert name == (f"{slug}-titel" if slug else "titel")


@pytest.mark.parametrize("name", WINDOWS)
def test_no_part_is_a_name_that_windows_keeps_for_itself(name: str) -> None:
    assert slugify(name) == f"{name.lower()}-beschluss"
    for text in (f"{name.lower()}/2020/x", f"partei/2020/{name.lower()}", f"partei/2020/{name.lower()}.1-x"):
        with pytest.raises(LibcorpusError):
            ResolutionId.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "partei",
        "partei/2020-03-07",
        "partei/2020-03-07/",
        "partei/2020-03-07/a/b",
        "partei/2020-13/x",
        "partei/2020-02-30/x",
        "partei/20/x",
        "Partei/2020/x",
        "partei/2020/X",
        "partei/2020/ä",
        "partei/2020/..",
        "../2020/x",
        "partei/2020/.x",
        "partei/2020/x.",
        "partei/2020/x--y",
        "partei/2020/-x",
        "partei/2020/x y",
        "partei/２０２０/x",
        "partei/2020/" + "x" * 90,
    ],
)
def test_anything_else_is_no_id(text: str) -> None:
    with pytest.raises(LibcorpusError):
        ResolutionId.parse(text)


@pytest.mark.parametrize(
    "short",
    [
        "2.13",
        "integration",
        "Integration",
        "teilhabe",
        "integration-und-teilhabe",
        "2.13-integration",
        "integration@2020",
        "integration@2020-03",
        "2.13@2020-03-07",
        "@2020-03-07",
        "2020-03-07/2.13",
        "gruene-duesseldorf",
        "gruene-duesseldorf/2020-03-07",
        "gruene-duesseldorf/2020-03-07/2.13-integration-und-teilhabe",
        "2020-03-07",
        "2020",
    ],
)
def test_a_short_id_means_it(short: str) -> None:
    assert INTEGRATION.answers_to(short)


@pytest.mark.parametrize(
    "short",
    [
        "2.1",
        "2",
        "13",
        ".13",
        "2.13.",
        "2.130",
        "integratio",
        "integration-teilhabe",
        "integration@2021",
        "integration@202",
        "integration@2020-0",
        "integration@",
        "2020-0",
        "202",
        "gruene",
        "gruene-duesseldorf/2019",
        "2019-03-07/2.13",
        "2020-03-07/2.1",
    ],
)
def test_parts_of_words_mean_something_else(short: str) -> None:
    assert not INTEGRATION.answers_to(short)


def test_ids_sort_by_organisation_date_and_name() -> None:
    texts = ["a/1959/x", "a/1959-03/x", "a/1959-03-14/x", "a/2020/2.1-x", "a/2020/2.13-x", "b/1900/x"]
    assert [str(one) for one in sorted(map(ResolutionId.parse, reversed(texts)))] == texts
