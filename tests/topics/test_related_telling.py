"""What a sentence tells, and which sentences are alike by it."""

import pytest

from libcorpus.topics.synonyms import COMMON, EMPTY, SAME, notion_of
from libcorpus.topics.telling import plain, stem, tellings
from libcorpus.topics.vectors import SCALE, Space, rarities


def test_empty_words_tell_nothing() -> None:
    (one,) = tellings(["Wir sollen das nicht, und sie können es auch nicht."])
    assert one.terms == {}
    assert one.grams == {}


def test_a_noun_tells_more_than_a_verb_and_a_word_of_every_chapter_little() -> None:
    (one,) = tellings(["Für die Brunnen sammeln alle Menschen."])
    values = [one.terms[stem(plain(word))] for word in ("Brunnen", "sammeln", "Menschen")]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == 3


def test_a_word_that_opens_a_sentence_is_a_noun_if_it_is_one_elsewhere() -> None:
    first, second, _ = tellings(["Brunnen sind schön.", "Singen ist schön.", "Alle lieben den Brunnen."])
    assert first.terms[stem("brunnen")] > second.terms[stem("singen")]


def test_a_compound_tells_its_parts_where_they_stand_by_themselves() -> None:
    told = tellings(["Sprachkurse für alle.", "Der Kurs fällt aus.", "Die Sprache klingt."])
    assert told[0].terms.keys() & told[1].terms.keys() == {"kurs"}
    assert told[0].terms.keys() & told[2].terms.keys() == {"sprach"}
    assert told[0].terms["kurs"] < told[1].terms["kurs"]
    (alone,) = tellings(["Sprachkurse für alle."])
    assert "kurs" not in alone.terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abschiebung", "Rückführungen"),
        ("Einbürgerung", "Staatsbürgerschaft"),
        ("Kita", "Kindergärten"),
        ("geflohen", "Geflüchtete"),
        ("Deutschkurse", "Sprachunterricht"),
    ],
)
def test_names_for_one_thing_are_one_notion(one: str, other: str) -> None:
    assert notion_of(plain(one)) == notion_of(plain(other)) != ""


@pytest.mark.parametrize("word", ["passend", "busch", "autor", "lagerfeuer", "mauerblümchen", "x", ""])
def test_words_that_only_begin_alike_are_no_notion(word: str) -> None:
    assert notion_of(plain(word)) == ""


def test_the_tables_are_written_as_words_are_compared() -> None:
    for word in (*EMPTY, *COMMON, *(start for row in SAME for start in row)):
        assert plain(word) == word.rstrip(".").replace("-", ""), word
    starts = [start for row in SAME for start in row]
    assert len(set(starts)) == len(starts)


def test_the_written_form_is_that_of_the_sentence() -> None:
    (one,) = tellings(["Für Bürger*innen mit Nicht-EU-Pass."])
    assert "Nicht-EU-Pass" in one.written.values()
    assert "Bürger*innen" in one.written.values()


def test_rare_terms_count_more_and_equal_bags_are_wholly_alike() -> None:
    old = [{"brunn": 10}, {"stadt": 10, "brunn": 10}]
    space = Space(old, [{"brunn": 10}, {"stadt": 10}, {"stadt": 10}, {}, {"stadt": 10}])
    assert space.cosine(0, 0) == 1.0
    assert space.cosine(1, 1) < space.cosine(1, 0)
    assert space.cosine(0, 1) == space.cosine(0, 3) == 0.0
    assert space.rarity["stadt"] < space.rarity["brunn"] <= SCALE


def test_candidates_are_those_that_share_the_most() -> None:
    space = Space(
        [{"a": 10, "b": 10, "c": 10}], [{"a": 10}, {"a": 10, "b": 10}, {"d": 10}, {"a": 10, "b": 10, "c": 10}]
    )
    assert space.candidates(0, 2) == {1, 3}
    assert space.candidates(0, 9) == {0, 1, 3}


def test_a_name_of_many_sentences_is_less_rare() -> None:
    found = rarities([["course"], ["course"], ["course", "pass"]])
    assert 0 < found["course"] < found["pass"] <= 1
