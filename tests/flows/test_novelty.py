"""A draft beside what holds: what each of its sentences is, for all that a delegate would ask."""

from libcorpus.flows.novelty import Novelty
from libcorpus.render.novelty import render_novelty
from libcorpus.render.style import Style
from tests.flows.conftest import Shelf
from tests.flows.test_beschlusslage import TOPIC


def said(found: Novelty) -> list[tuple[str, str]]:
    """Each sentence of the draft with what it is."""
    return [(one.kind, found.draft.text_of(one.sentences)) for one in found.found]


def draft(shelf: Shelf, text: str, topic: str = "", as_of: str = "2020") -> Novelty:
    path = shelf.folder / "antrag.txt"
    path.write_text(f"Antrag zum Hafen\n\nBeschlussdatum: 01.02.2021\n\nText\n\n{text}\n", "utf-8")
    return shelf.corpus.novelty(path, topic, as_of)


def resolved(shelf: Shelf) -> None:
    shelf.topic("hafen", TOPIC)
    shelf.file("Fähre", "2015-05-09", "Die Fähre soll jede Stunde fahren. Wir fordern zwei Boote für die Insel.", "3")
    shelf.file("Kai", "2016-05-09", "Die Kaimauer im Hafen muss bis 2018 saniert werden.", "4")


def test_each_sentence_is_resolved_worded_otherwise_or_new(shelf: Shelf) -> None:
    resolved(shelf)
    found = draft(
        shelf,
        "Die Fähre soll jede Stunde fahren. DIE FÄHRE SOLL JEDE STUNDE FAHREN!\n\n"
        "Die Kaimauer im Hafen muss bis 2022 saniert werden. Im Stadtpark blühen künftig wilde Tulpen.",
    )
    assert said(found) == [
        ("resolved", "Die Fähre soll jede Stunde fahren."),
        ("nearly", "DIE FÄHRE SOLL JEDE STUNDE FAHREN!"),
        ("differs", "Die Kaimauer im Hafen muss bis 2022 saniert werden."),
        ("new", "Im Stadtpark blühen künftig wilde Tulpen."),
    ]
    assert found.counts() == {"resolved": 1, "nearly": 1, "differs": 1, "related": 0, "new": 1}
    assert [str(near.position.resolution.id) for near in found.found[2].held] == ["ortsverein-sandau/2016-05-09/4-kai"]


def test_the_report_begins_with_the_summary_and_marks_words(shelf: Shelf) -> None:
    resolved(shelf)
    found = draft(shelf, "Die Fähre soll jede Stunde fahren. Die Kaimauer im Hafen muss bis 2022 saniert werden.")
    lines = render_novelty(found, Style(), "de", lambda one: one.cite(organisation_name="Ortsverein Sandau"))
    assert [line for line in lines if line] == [
        "antrag.txt: 2 Sätze: 1 schon beschlossen, 1 anders beschlossen",
        "verglichen mit 3 Sätzen, die Ende 2020 gelten",
        "[1] Ortsverein Sandau, Fähre (Ortsversammlung, 09.05.2015, TOP 3)",
        "[2] Ortsverein Sandau, Kai (Ortsversammlung, 09.05.2016, TOP 4)",
        "  Z. 1  schon beschlossen",
        "      Die Fähre soll jede Stunde fahren.",
        "      [1] Z. 1, gilt seit 09.05.2015",
        "  Z. 1-2  anders beschlossen",
        "      Die Kaimauer im Hafen muss bis [-2018-] saniert werden.",
        "      Die Kaimauer im Hafen muss bis {+2022+} saniert werden.",
        "      [2] Z. 1, gilt seit 09.05.2016",
    ]


def test_two_sentences_of_the_draft_may_be_near_to_one_that_holds(shelf: Shelf) -> None:
    resolved(shelf)
    found = draft(
        shelf, "Die Kaimauer im Hafen muss bis 2022 saniert werden. Die Kaimauer im Hafen muss bis 2030 saniert werden."
    )
    assert [one.kind for one in found.found] == ["differs", "differs"]
    assert {near.position.place.text for one in found.found for near in one.held} == {
        "Die Kaimauer im Hafen muss bis 2018 saniert werden."
    }


def test_the_same_words_in_several_texts_are_all_named(shelf: Shelf) -> None:
    resolved(shelf)
    long = "Am Hafenfest fährt sie auch nachts. Die Kapelle spielt. Es gibt Fisch. Der Eintritt ist frei."
    shelf.file("Hafenfest", "2014-01-14", f"Die Fähre soll jede Stunde fahren. {long}", "9")
    (found,) = draft(shelf, "Die Fähre soll jede Stunde fahren.").found
    assert (found.kind, len(found.held)) == ("resolved", 2)


def test_what_is_near_in_other_words_is_a_guess_with_its_evidence(shelf: Shelf) -> None:
    resolved(shelf)
    (found,) = draft(shelf, "Wer auf der Insel wohnt, ist auf Boote angewiesen, und davon fehlen zwei.").found
    assert found.kind == "related"
    assert found.held[0].position.place.text == "Wir fordern zwei Boote für die Insel."
    assert "Boote" in found.held[0].shared
    assert found.held[0].tier in ("sure", "likely", "suggested")


def test_what_no_longer_holds_is_new_again(shelf: Shelf) -> None:
    resolved(shelf)
    shelf.file("Schluss", "2018-05-09", "Der Beschluss „Kai“ vom 9. Mai 2016 wird aufgehoben.", "5")
    shelf.corpus.relate("schluss", "repeals", "4", reason="so im Protokoll")
    text = "Die Kaimauer im Hafen muss bis 2018 saniert werden."
    assert said(draft(shelf, text)) == [("new", text)]
    assert said(draft(shelf, text, as_of="2017")) == [("resolved", text)]


def test_a_topic_narrows_both_sides(shelf: Shelf) -> None:
    resolved(shelf)
    found = draft(shelf, "Die Fähre soll jede Stunde fahren. Im Stadtpark blühen künftig wilde Tulpen.", "hafen")
    assert said(found) == [("resolved", "Die Fähre soll jede Stunde fahren.")]
    assert found.passed_over == 1


def test_against_an_empty_archive_all_is_new(shelf: Shelf) -> None:
    resolved(shelf)
    found = draft(shelf, "Die Fähre soll jede Stunde fahren.", as_of="2014")
    assert (said(found), found.positions) == ([("new", "Die Fähre soll jede Stunde fahren.")], 0)
    lines = list(render_novelty(found, Style(), "de", lambda one: one.cite()))
    assert lines[:2] == ["antrag.txt: 1 Satz: 1 neu", "verglichen mit 0 Sätzen, die Ende 2014 gelten"]


def test_the_draft_is_archived_nowhere(shelf: Shelf) -> None:
    resolved(shelf)
    before = shelf.git("rev-parse", "HEAD")
    draft(shelf, "Die Fähre soll jede Stunde fahren.")
    assert shelf.git("rev-parse", "HEAD") == before
    assert shelf.git("status", "--porcelain") == ""
    assert len(list(shelf.corpus.resolutions())) == 2
