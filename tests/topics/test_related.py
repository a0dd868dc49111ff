"""Counterparts in programmes written anew: invented passages, and what a delegate would call the same demand."""

import random
from collections.abc import Sequence

import pytest

from libcorpus.topics.related import Counterpart, Text, relate
from libcorpus.topics.tiers import LIKELY, SUGGESTED, SURE

OLD = (
    "Wer seit acht Jahren in Lindenstadt lebt, soll den deutschen Pass beantragen können.",
    "In der alten Feuerwache entsteht ein Haus der Sprachen mit einer mehrsprachigen Bücherei.",
    "Die Stadt bietet Deutschkurse mit Kinderbetreuung am Vormittag an.",
    "Abschiebungen aus Schulen und Krankenhäusern lehnen wir ab.",
    "Der Integrationsrat bekommt ein Rederecht in allen Ausschüssen.",
    "Für die Brunnen im Stadtpark suchen wir Paten.",
)
NEW = (
    "Lindenstadt wächst und wird bunter.",
    "Dem Integrationsrat wollen wir in jedem Ausschuss ein Rederecht geben.",
    "Eine mehrsprachige Bücherei zieht mit dem Haus der Sprachen in die alte Feuerwache.",
    "Niemand darf aus einem Krankenhaus oder einer Schule abgeschoben werden.",
    "Die Einbürgerung wird nach acht Jahren Aufenthalt mit einem Brief des Bürgermeisters angeboten.",
    "Zu den Sprachkursen am Vormittag gehört eine Betreuung der Kinder.",
    "Die Busse fahren am Wochenende bis Mitternacht.",
)
MATTERS = {
    "naturalisation": ("pass ", "einbürgerung"),
    "language-courses": ("deutschkurs", "sprachkurs"),
    "deportation": ("abschieb", "abgeschoben"),
}


def no_matters(_: str) -> tuple[str, ...]:
    return ()


def matters(sentence: str) -> tuple[str, ...]:
    return tuple(name for name, ways in MATTERS.items() if any(way in sentence.lower() for way in ways))


def texts(sentences: Sequence[str]) -> list[Text]:
    return [Text(sentence) for sentence in sentences]


def by_words(
    found: Sequence[Counterpart], old: Sequence[str], new: Sequence[str]
) -> dict[tuple[str, str], Counterpart]:
    return {(old[one.old], new[one.new]): one for one in found}


def links(found: Sequence[Counterpart]) -> set[tuple[int, int]]:
    return {(one.old, one.new) for one in found if one.tier != SUGGESTED}


def first_of(found: Sequence[Counterpart], old: int) -> Counterpart:
    return next(one for one in found if one.old == old)


def test_near_wording_is_sure_and_names_the_words_as_the_new_text_writes_them() -> None:
    one = first_of(relate(texts(OLD), texts(NEW), no_matters), 1)
    assert (NEW[one.new], one.tier) == (NEW[2], SURE)
    assert {"Bücherei", "Feuerwache", "Sprachen", "mehrsprachige"} <= set(one.shared)
    assert one.matter == ""


def test_another_wording_of_the_same_matter_is_likely_and_the_matter_is_named() -> None:
    found = relate(texts(OLD), texts(NEW), matters)
    assert first_of(found, 3).new == 3
    assert first_of(found, 3).tier in (SURE, LIKELY)
    assert first_of(found, 3).matter == "deportation"
    assert "abgeschoben" in first_of(found, 3).shared


def test_hardly_a_word_in_common_is_a_suggestion() -> None:
    found = by_words(relate(texts(OLD), texts(NEW), matters), OLD, NEW)
    one = found[OLD[0], NEW[4]]
    assert (one.tier, one.matter) == (SUGGESTED, "naturalisation")
    assert {"acht", "Einbürgerung"} <= set(one.shared)


def test_what_has_no_counterpart_is_never_linked() -> None:
    found = relate(texts(OLD), texts(NEW), matters)
    assert not any(old == 5 or new == 6 for old, new in links(found))


def test_a_matter_raises_the_score_and_its_absence_lowers_it() -> None:
    with_matters = first_of(relate(texts(OLD), texts(NEW), matters), 2)
    without = first_of(relate(texts(OLD), texts(NEW), no_matters), 2)
    assert with_matters.new == without.new == 5
    assert with_matters.score > without.score


def test_a_link_is_alone_and_suggestions_are_three_at_most_best_first() -> None:
    new = [
        f"Sprachkurse am {day} bezahlt die Stadt." for day in ("Montag", "Dienstag", "Mittwoch", "Freitag", "Samstag")
    ]
    found = relate(texts(["Deutschkurse sind für alle kostenfrei.", *OLD]), texts([*new, *NEW]), matters)
    for old in range(len(OLD) + 1):
        own = [one for one in found if one.old == old]
        assert [one.score for one in own] == sorted((one.score for one in own), reverse=True)
        assert len(own) == 1 or {one.tier for one in own} == {SUGGESTED}
        assert len(own) <= 3
    assert len([one for one in found if one.old == 0]) == 3


def test_a_denied_pair_never_comes_back_and_makes_room_for_others() -> None:
    before = relate(texts(OLD), texts(NEW), matters)
    pair = (OLD[1], NEW[2])
    after = relate(texts(OLD), texts(NEW), matters, {pair})
    assert pair in by_words(before, OLD, NEW)
    assert pair not in by_words(after, OLD, NEW)
    assert {key for key in by_words(before, OLD, NEW) if key[0] != OLD[1]} <= set(by_words(after, OLD, NEW))


def test_denying_everything_leaves_nothing() -> None:
    denied = {(ours, theirs) for ours in OLD for theirs in NEW}
    assert relate(texts(OLD), texts(NEW), matters, denied) == ()


def test_the_same_input_gives_the_same_answer_and_its_order_does_not_matter() -> None:
    found = relate(texts(OLD), texts(NEW), matters)
    assert relate(texts(OLD), texts(NEW), matters) == found
    # Each sentence is a passage, so that nothing stands beside anything.
    olds, news = (
        [Text(sentence, passage=number) for number, sentence in enumerate(sorted(side))] for side in (OLD, NEW)
    )
    wanted = relate(olds, news, matters)
    old, new = list(olds), list(news)
    random.Random(7).shuffle(old)
    random.Random(8).shuffle(new)
    assert old != olds
    assert new != news
    shuffled = relate(old, new, matters)

    def told(found: Sequence[Counterpart], old: Sequence[Text], new: Sequence[Text]) -> set[object]:
        return {(old[one.old].words, new[one.new].words, one.tier, one.score, one.shared) for one in found}

    assert told(shuffled, old, new) == told(wanted, olds, news)


@pytest.mark.parametrize(("old", "new"), [((), ()), (OLD, ()), ((), NEW)])
def test_nothing_on_one_side_has_no_counterparts(old: Sequence[str], new: Sequence[str]) -> None:
    assert relate(texts(old), texts(new), matters) == ()


@pytest.mark.parametrize("words", ["", "---", "Und so weiter.", "§ 5", "12.000", "😀"])
def test_a_sentence_that_tells_nothing_is_no_counterpart(words: str) -> None:
    assert relate([Text(words)], texts(NEW), matters) == ()
    assert relate(texts(OLD), [Text(words)], matters) == ()


def test_a_hub_phrase_is_the_partner_of_none() -> None:
    old = [
        "Die Stadt soll ein Haus der Jugend am Bahnhof bauen.",
        "Die Stadt soll das Freibad im Sommer länger öffnen.",
        "Die Stadt soll den Markt auf dem Rathausplatz erhalten.",
        "Die Stadt soll mit den Nachbargemeinden zusammenarbeiten.",
    ]
    found = relate(texts(old), texts(["Die Stadt soll handeln.", "Es ist Zeit, dass die Stadt etwas tut."]), no_matters)
    assert links(found) == set()


def test_one_noun_in_common_is_no_link_even_in_short_sentences_of_one_matter() -> None:
    old = ["Abschiebungen lehnen wir ab.", "Die Zahl der Kurse steigt."]
    new = ["Der Flughafen meldet keine Abschiebungen.", "Die Kurse sind voll."]
    assert links(relate(texts(old), texts(new), matters)) == set()


def test_the_same_source_of_law_is_no_link_by_itself() -> None:
    old = ["Die Genfer Flüchtlingskonvention verpflichtet uns, Verfolgte aufzunehmen und ihre Familien zu schützen."]
    new = ["Nach der Genfer Flüchtlingskonvention stehen Ausweise für Reisen ins Ausland zu."]
    assert links(relate(texts(old), texts(new), no_matters)) == set()


def test_a_demand_that_was_turned_round_is_linked_and_not_judged() -> None:
    old = ["Der Familiennachzug zu Geflüchteten mit subsidiärem Schutz muss wieder möglich werden."]
    new = ["Der Familiennachzug zu Geflüchteten mit subsidiärem Schutz darf nicht wieder möglich werden."]
    (one,) = relate(texts(old), texts(new), no_matters)
    assert one.tier == SURE
    assert set(Counterpart.__slots__) == {"old", "new", "tier", "score", "shared", "matter"}


def test_a_sentence_that_was_split_has_both_halves() -> None:
    old = [
        "Wir richten am Hafen ein Ankunftszentrum mit Rechtsberatung ein, "
        "und jede Familie bekommt dort eine abschließbare Wohnung mit Küche."
    ]
    new = [
        "Wir richten am Hafen ein Ankunftszentrum mit Rechtsberatung ein.",
        "Jede Familie bekommt im Ankunftszentrum eine abschließbare Wohnung mit Küche.",
    ]
    assert links(relate(texts(old), texts([*new, *NEW]), no_matters)) == {(0, 0), (0, 1)}
    apart = [Text(sentence, passage=number) for number, sentence in enumerate([*new, *NEW])]
    assert len(links(relate(texts(old), apart, no_matters))) == 1


def test_neighbours_decide_between_equals() -> None:
    old = ["Das Café Anker bekommt Geld.", "Die Beratung wird ausgebaut."]
    new = ["Die Beratung wächst.", "Bäume werden gegossen.", "Das Café Anker wird gefördert.", "Die Beratung wächst."]
    passages = [Text(words, passage=number) for words, number in zip(new, (0, 0, 1, 1), strict=True)]
    assert first_of(relate(texts(old), passages, no_matters), 1).new == 3


def test_a_matter_of_every_sentence_says_little() -> None:
    old = [f"Die Sprachkurse im Stadtteil {name} bleiben." for name in ("Aue", "Berg", "Hain", "Feld", "Moor")]
    new = [f"Sprachkurse brauchen {what}." for what in ("Räume", "Bücher", "Lehrerinnen", "Zeit", "Geduld")]
    assert links(relate(texts(old), texts(new), matters)) == set()


def test_scores_lie_between_nought_and_one() -> None:
    found = relate(texts([*OLD, *NEW]), texts([*NEW, *OLD]), matters)
    assert all(0 <= one.score <= 1 for one in found)
    assert first_of(found, 0).tier == SURE
