"""What becomes of a position over several dates and texts: one small story each, told as a reader would check it."""

import pytest

from libcorpus.model.resolution import Relation
from libcorpus.topics.judged import Judged
from libcorpus.topics.positions import ENDINGS
from libcorpus.topics.threads import NOBODY
from tests.topics.texts import RADWEGE, filed, followed, standing, thread, told

COURSES = "Die Stadt soll jedes Jahr 20 Deutschkurse für Zugezogene anbieten."
MORE = "Die Stadt soll jedes Jahr 35 Deutschkurse für Zugezogene anbieten."
BOOKS = "Die Stadtbücherei schafft Romane in zwölf Sprachen an."
HELP = "Auf jedem Amt muss es Dolmetscherinnen für häufige Sprachen geben."
TREES = "An der Sölve werden dreißig Weiden gepflanzt."
LAMPS = "Alle Laternen der Altstadt bekommen sparsame Leuchten."


def text(*sentences: str) -> str:
    return "\n".join(sentences) + "\n"


def test_a_text_beside_that_says_the_same_again_goes_on_to_hold() -> None:
    others = [f"Die {name} bekommt einen neuen Zaun aus Holz." for name in ("Kita", "Wache", "Halle", "Mühle")]
    positions = followed(
        filed("2009-01-10", "bildung", text(COURSES, *others)),
        filed("2012-01-10", "haushalt", text(LAMPS, COURSES)),
        filed("2015-01-10", "haushalt", text(LAMPS, TREES)),
    )
    assert told(thread(positions, "Deutschkurse")) == [
        f"2009-01-10 introduced: bildung: {COURSES}",
        f"2012-01-10 kept: haushalt: {COURSES}",
        f"2015-01-10 kept: bildung: {COURSES}",
    ], "the newer text dropped it, the older one still says it"
    assert positions.threads[0].holds


def test_a_sentence_that_a_later_text_beside_says_with_another_number_is_one_thread() -> None:
    positions = followed(
        filed("2009-01-10", "bildung", text(COURSES, TREES)), filed("2012-01-10", "haushalt", text(LAMPS, MORE))
    )
    assert told(thread(positions, "Deutschkurse")) == [
        f"2009-01-10 introduced: bildung: {COURSES}",
        f"2012-01-10 reworded: haushalt: {MORE}",
    ]


def test_what_moves_to_another_text_of_the_same_date_is_not_dropped() -> None:
    positions = followed(
        filed("2009-01-10", "bildung", text(COURSES, BOOKS, HELP)),
        filed("2012-01-10", "bildung", text(COURSES, HELP)),
        filed("2012-01-10", "kultur", text(TREES, BOOKS)),
    )
    assert told(thread(positions, "Romane")) == [
        f"2009-01-10 introduced: bildung: {BOOKS}",
        f"2012-01-10 moved: kultur: {BOOKS}",
    ]


def test_what_is_reworded_into_another_text_of_the_same_date_is_not_dropped() -> None:
    positions = followed(
        filed("2009-01-10", "bildung", text(COURSES, BOOKS, HELP)),
        filed("2012-01-10", "bildung", text(BOOKS, HELP)),
        filed("2012-01-10", "ankommen", text(TREES, MORE)),
    )
    assert told(thread(positions, "Deutschkurse")) == [
        f"2009-01-10 introduced: bildung: {COURSES}",
        f"2012-01-10 reworded: ankommen: {MORE}",
    ]


def test_two_texts_that_said_the_same_and_are_carried_on_by_one_merge() -> None:
    both = (Relation("supersedes", "morgenrot/2009-01-10/a"), Relation("supersedes", "morgenrot/2010-01-10/b"))
    other = "Deutschkurse für Zugezogene soll die Stadt anbieten, und zwar 20 im Jahr."
    positions = followed(
        filed("2009-01-10", "a", text(COURSES, TREES)),
        filed("2010-01-10", "b", text(other, LAMPS)),
        filed("2012-01-10", "c", text(COURSES, TREES, LAMPS), relations=both),
    )
    kinds = {one.label: [step.kind for step in one.steps] for one in positions.threads}
    assert not any(kind in ENDINGS for kinds_ in kinds.values() for kind in kinds_), kinds
    assert [one.holds for one in positions.threads].count(True) == 1


def test_what_is_dropped_and_comes_back_in_other_words_is_resumed() -> None:
    positions = followed(
        filed("2009-01-10", "bildung", text(COURSES, BOOKS, HELP)),
        filed("2012-01-10", "bildung", text(BOOKS, HELP)),
        filed("2015-01-10", "bildung", text(BOOKS, HELP, MORE)),
    )
    assert told(thread(positions, "Deutschkurse")) == [
        f"2009-01-10 introduced: bildung: {COURSES}",
        f"2012-01-10 dropped: bildung: {COURSES}",
        f"2015-01-10 resumed: bildung: {MORE}",
    ]
    assert thread(positions, "Deutschkurse").holds


def test_a_sentence_that_was_split_is_two_threads_with_one_past() -> None:
    both = "Die Stadt soll jedes Jahr 20 Deutschkurse anbieten und in der Bücherei einen Leseraum einrichten."
    first, second = (
        "Die Stadt soll jedes Jahr 20 Deutschkurse anbieten.",
        "Sie soll in der Bücherei einen Leseraum einrichten.",
    )
    positions = followed(
        filed("2009-01-10", "bildung", text(both, TREES, LAMPS)),
        filed("2012-01-10", "bildung", text(first, second, TREES, LAMPS)),
        filed("2015-01-10", "bildung", text(second, TREES, LAMPS)),
    )
    kept, gone = sorted(positions.threads, key=lambda one: one.holds, reverse=True)
    assert [step.kind for step in kept.steps] == ["introduced", "split", "kept"]
    assert [step.kind for step in gone.steps] == ["introduced", "split", "dropped"]
    assert (kept.label, gone.label) == (second, first)
    assert kept.id != gone.id


@pytest.mark.parametrize("later", ["bildung", "vereine"])
def test_a_sentence_between_whose_parts_something_was_put_goes_on_in_both(later: str) -> None:
    both = "Die Stadt soll 20 Deutschkurse für Zugezogene anbieten und in der Bücherei einen Leseraum einrichten."
    courses = "Die Stadt soll 20 Deutschkurse für Zugezogene anbieten."
    room = "In der Bücherei soll die Stadt einen Leseraum einrichten."
    between = "Der Dolmetscher hilft beim Amt."
    positions = followed(
        filed("2009-01-10", "bildung", text(both)),
        filed("2012-01-10", later, text(LAMPS, room, between, courses, TREES)),
    )
    assert sorted(told(one)[-1] for one in positions.threads) == [
        f"2012-01-10 introduced: {later}: {between}",
        *[f"2012-01-10 split: {later}: {room} {courses}"] * 2,
    ]
    (place,) = {one.steps[-1].place for one in positions.threads if len(one.steps) > 1}
    assert [str(span) for span in place.lines] == ["1-2", "2-3"], "the words between the parts are not cited"


@pytest.mark.parametrize("instructs", [False, True])
def test_a_text_that_is_repealed_ends_its_threads_and_says_by_what(instructs: bool) -> None:
    target = "morgenrot/2009-01-10/bildung"
    words = "In Zeile 4 wird das Wort Rad durch das Wort Bus ersetzt.\n" if instructs else RADWEGE
    positions = followed(
        filed("2009-01-10", "bildung", text(COURSES, TREES)),
        filed("2012-01-10", "wege", words, relations=(Relation("repeals", target, "text"),)),
    )
    step = thread(positions, "Deutschkurse").steps[-1]
    assert (step.kind, step.basis, str(step.by)) == ("repealed", "text", "morgenrot/2012-01-10/wege")
    assert not thread(positions, "Deutschkurse").holds


def test_a_text_that_has_run_out_is_expired_at_the_next_assembly() -> None:
    corpus = [
        filed("2009-01-10", "bildung", text(COURSES, TREES), valid_until="2011-12-31"),
        filed("2012-01-10", "wege", RADWEGE),
    ]
    step = thread(followed(*corpus), "Deutschkurse").steps[-1]
    assert (step.kind, step.basis, str(step.held_until)) == ("expired", "valid_until", "2011-12-31")
    assert [one.place.text for one in standing(*corpus, day="2011-12-31")] == [COURSES]
    assert not standing(*corpus, day="2012-01-01"), "no assembly has met since, and it holds no longer all the same"


def test_a_text_that_was_reaffirmed_does_not_run_out_and_one_that_is_reaffirmed_late_holds_again() -> None:
    target = "morgenrot/2009-01-10/bildung"
    old = filed("2009-01-10", "bildung", text(COURSES, TREES), valid_until="2011-12-31")
    renewal = (Relation("reaffirms", target),)
    in_time = followed(
        old, filed("2010-01-10", "wege", RADWEGE, relations=renewal), filed("2013-01-10", "rad", RADWEGE)
    )
    assert [step.kind for step in thread(in_time, "Deutschkurse").steps] == ["introduced"]
    late = followed(old, filed("2013-01-10", "wege", RADWEGE), filed("2014-01-10", "neu", RADWEGE, relations=renewal))
    assert told(thread(late, "Deutschkurse")) == [
        f"2009-01-10 introduced: bildung: {COURSES}",
        f"2013-01-10 expired: bildung: {COURSES}",
        f"2014-01-10 resumed: bildung: {COURSES}",
    ]
    assert thread(late, "Deutschkurse").holds


# Texts written anew.

OLD = (COURSES, BOOKS, HELP, TREES, LAMPS)
ANEW = (
    "Niemand soll länger als einen Monat auf einen Sprachkurs warten.",
    "Unsere Bücherei öffnet auch am Sonntag.",
    "Der Marktplatz bekommt einen Brunnen.",
    "Das Theater spielt im Sommer am Fluss.",
    "Zwei Brücken werden erneuert.",
)


def anew(judged: Judged = NOBODY) -> dict[str, str]:
    positions = followed(
        filed("2009-01-10", "alt", text(*OLD), title="Programm 2009", kind="programme"),
        filed("2014-01-10", "neu", text(*ANEW), title="Programm 2014", kind="programme"),
        judged=judged,
    )
    assert [one.near for one in positions.assemblies[1].carried_on] == [False]
    assert not positions.assemblies[1].account_near
    return {one.steps[0].place.text: one.steps[-1].kind for one in positions.threads}


def test_in_a_text_written_anew_nothing_is_called_dropped() -> None:
    kinds = anew()
    assert set(kinds.values()) <= {"introduced", "related", "unmatched"}
    assert kinds[HELP] == "unmatched"


def test_what_a_person_confirmed_is_a_link_whatever_the_words() -> None:
    judged = Judged(confirmed=frozenset({(HELP, ANEW[0])}))
    positions = followed(
        filed("2009-01-10", "alt", text(*OLD), title="Programm 2009", kind="programme"),
        filed("2014-01-10", "neu", text(*ANEW), title="Programm 2014", kind="programme"),
        judged=judged,
    )
    step = thread(positions, "Dolmetscherinnen").steps[-1]
    assert step.kind == "related"
    assert step.evidence is not None
    assert (step.evidence.tier, step.evidence.old.text, step.evidence.new.text) == ("confirmed", HELP, ANEW[0])


def test_what_a_person_confirmed_goes_before_what_the_words_say() -> None:
    other = "Zugezogene lernen Deutsch am besten im Sportverein, auch ohne Kurs."
    corpus = [filed("2009-01-10", "b", text(*OLD)), filed("2012-01-10", "b", text(MORE, *OLD[1:], other))]
    positions = followed(*corpus, judged=Judged(confirmed=frozenset({(COURSES, other)})))
    assert told(thread(positions, "20 Deutschkurse"))[-1] == f"2012-01-10 related: b: {other}"
    assert [step.kind for step in thread(positions, "35 Deutschkurse").steps] == ["introduced"]


def test_a_confirmed_pair_counts_over_a_gap_too() -> None:
    positions = followed(
        filed("2009-01-10", "bildung", text(*OLD)),
        filed("2012-01-10", "bildung", text(BOOKS, HELP, TREES, LAMPS)),
        filed("2015-01-10", "wege", text(ANEW[0], ANEW[2])),
        judged=Judged(confirmed=frozenset({(COURSES, ANEW[0])})),
    )
    assert [step.kind for step in thread(positions, "20 Deutschkurse").steps] == ["introduced", "dropped", "related"]


def test_what_a_person_denied_never_comes_back() -> None:
    denied = Judged(denied=frozenset((old, new) for old in OLD for new in ANEW))
    positions = followed(
        filed("2009-01-10", "alt", text(*OLD), title="Programm 2009", kind="programme"),
        filed("2014-01-10", "neu", text(*ANEW), title="Programm 2014", kind="programme"),
        judged=denied,
    )
    ends = [one.steps[-1] for one in positions.threads if one.steps[0].adopted_on.year == 2009]
    assert {step.kind for step in ends} == {"unmatched"}
    assert not any(step.suggestions for step in ends)


def test_a_denied_pair_is_no_link_where_the_text_was_revised_either() -> None:
    corpus = [filed("2009-01-10", "b", text(*OLD)), filed("2012-01-10", "b", text(MORE, *OLD[1:]))]
    assert told(thread(followed(*corpus), "Deutschkurse"))[-1].startswith("2012-01-10 reworded")
    apart = followed(*corpus, judged=Judged(denied=frozenset({(COURSES, MORE)})))
    assert [step.kind for step in thread(apart, "20 Deutschkurse").steps] == ["introduced", "dropped"]
    assert [step.kind for step in thread(apart, "35 Deutschkurse").steps] == ["introduced"]


# What there is nothing to say about.


def test_a_topic_without_passages_has_assemblies_and_no_threads() -> None:
    positions = followed(filed("2009-01-10", "wege", RADWEGE))
    assert not positions.threads
    assert [str(one.adopted_on) for one in positions.assemblies] == ["2009-01-10"]


def test_a_single_assembly_introduces() -> None:
    positions = followed(filed("2009-01-10", "bildung", text(COURSES)), filed("2009-01-10", "kultur", text(BOOKS)))
    assert [step.kind for one in positions.threads for step in one.steps] == ["introduced", "introduced"]
    assert positions.assemblies[0].account_near


def test_what_two_texts_of_one_date_say_is_one_thread() -> None:
    positions = followed(filed("2009-01-10", "bildung", text(COURSES)), filed("2009-01-10", "ankommen", text(COURSES)))
    assert len(positions.threads) == 1


def test_threads_keep_their_ids_when_later_texts_are_filed() -> None:
    corpus = [filed("2009-01-10", "b", text(*OLD)), filed("2012-01-10", "b", text(MORE, *OLD[1:]))]
    before = {one.id: one.steps[0].place.text for one in followed(corpus[0]).threads}
    after = {one.id: one.steps[0].place.text for one in followed(*corpus).threads}
    assert before == after
    assert len(before) == 3


def test_what_holds_is_told_for_all_sentences_too() -> None:
    corpus = [filed("2009-01-10", "b", text(COURSES, TREES)), filed("2012-01-10", "b", text(MORE, TREES))]
    assert [one.place.text for one in standing(*corpus, day="2011", everything=True)] == [COURSES, TREES]
    held = standing(*corpus, everything=True)
    assert [(one.place.text, str(one.thread.since)) for one in held] == [(MORE, "2009-01-10"), (TREES, "2009-01-10")]
    assert [one.sentence for one in held] == [0, 1]


def test_places_name_their_section_and_what_the_sentence_does() -> None:
    positions = followed(filed("2009-01-10", "b", f"# Lernen\n\n## Sprache\n\n{COURSES}\n"))
    place = positions.threads[0].steps[0].place
    assert (place.path, place.section) == (("Lernen", "Sprache"), "Sprache")
    assert (place.function.value, place.cue) == ("demand", "soll")
    assert positions.threads[0].matters == ("courses",)
