"""What holds on a date: whole little archives, and all that is said of them."""

from libcorpus.corpus.holds import Holds
from libcorpus.render.holding import render_beschlusslage
from libcorpus.render.style import Style
from tests.flows.conftest import Shelf

TOPIC = """label = { de = "Hafen", en = "Harbour" }
terms = ["*hafen*", "*fähre*", "kai*"]

[[matters]]
name = "ferry"
label = { de = "Fährverkehr", en = "Ferry" }
terms = ["*fähre*"]

[[matters]]
name = "quay"
label = { de = "Kaimauer", en = "Quay wall" }
terms = ["kaimauer*"]
"""
PROGRAMME_2014 = """Die Fähre soll jede Stunde fahren. Die Kaimauer im Hafen muss bis 2018 saniert werden.

Für uns ist der Hafen ein Ort für alle. Die Grundschule bekommt ein neues Dach."""
PROGRAMME_2019 = """Die Fähre soll jede halbe Stunde fahren. Für uns ist der Hafen ein Ort für alle.

Die Grundschule bekommt ein neues Dach."""


def report(corpus: Holds, as_of: str, lang: str = "de") -> list[str]:
    """The report as a person reads it, without blank lines."""
    found = corpus.beschlusslage("hafen", as_of)
    lines = render_beschlusslage(found, Style(), lang, lambda one: one.cite(organisation_name="Ortsverein Sandau"))
    return [line for line in lines if line]


def programmes(shelf: Shelf) -> tuple[str, str]:
    shelf.topic("hafen", TOPIC)
    old = shelf.file("Programm 2014", "2014-03-22", PROGRAMME_2014, "4.1", kind="programme")
    new = shelf.file("Programm 2019", "2019-11-16", PROGRAMME_2019, "2.4", kind="programme")
    return old, new


def test_a_programme_holds_until_the_next_one(shelf: Shelf) -> None:
    programmes(shelf)
    assert report(shelf.corpus, "2018-01-01") == [
        "Hafen: Beschlusslage am 01.01.2018",
        "3 Positionen in 1 Text",
        "[1] Ortsverein Sandau, Programm 2014 (Ortsversammlung, 22.03.2014, TOP 4.1)",
        "Fährverkehr",
        "  [1] Z. 1  Forderung (soll)",
        "    Die Fähre soll jede Stunde fahren.",
        "    gilt seit 22.03.2014",
        "Kaimauer",
        "  [1] Z. 1-2  Forderung (muss)",
        "    Die Kaimauer im Hafen muss bis 2018 saniert werden.",
        "    gilt seit 22.03.2014",
        "Übriges",
        "  [1] Z. 3  Grundsatz (Für uns ist)",
        "    Für uns ist der Hafen ein Ort für alle.",
        "    gilt seit 22.03.2014",
    ]
    assert report(shelf.corpus, "2020") == [
        "Hafen: Beschlusslage Ende 2020",
        "2 Positionen in 1 Text",
        "[1] Ortsverein Sandau, Programm 2019 (Ortsversammlung, 16.11.2019, TOP 2.4)",
        "Fährverkehr",
        "  [1] Z. 1  Forderung (soll)",
        "    Die Fähre soll jede halbe Stunde fahren.",
        "    in diesem Wortlaut seit 16.11.2019, in der Sache seit 22.03.2014",
        "Übriges",
        "  [1] Z. 1  Grundsatz (Für uns ist)",
        "    Für uns ist der Hafen ein Ort für alle.",
        "    gilt seit 22.03.2014",
        "Nicht berücksichtigt:",
        "  Programm 2014 (22.03.2014, TOP 4.1): das nächste Programm: Programm 2019 (16.11.2019, TOP 2.4) (vermutet)",
    ]


def test_what_was_adopted_the_same_day_on_something_else_carries_nothing_on(shelf: Shelf) -> None:
    programmes(shelf)
    shelf.file("Mehr Fähren", "2019-11-16", "Die Fähre soll auch nachts fahren.", "2.5")
    shelf.file("Kaimauer neu", "2020-02-01", "Am Hafen braucht es eine Kaimauer aus Stein.", "1.1")
    shelf.file("Kaimauer Neu", "2021-02-01", "Die Kaimauer im Hafen ist marode.", "1.2")
    shelf.file("Hafenfest", "2021-02-01", "Das Fest im Hafen bleibt kostenlos.", "1.3")
    left = report(shelf.corpus, "2022")
    assert left[left.index("Nicht berücksichtigt:") + 1 :] == [
        "  Programm 2014 (22.03.2014, TOP 4.1): das nächste Programm: Programm 2019 (16.11.2019, TOP 2.4) (vermutet)",
        "  Kaimauer neu (01.02.2020, TOP 1.1): spätere Fassung gleichen Titels: Kaimauer Neu (01.02.2021, TOP 1.2)"
        " (vermutet)",
    ]


def test_a_text_many_sentences_of_which_stand_again_names_the_one_that_has_them(shelf: Shelf) -> None:
    shelf.topic("hafen", TOPIC)
    said = "Die Fähre soll jede volle Stunde fahren. Die Kaimauer im Hafen muss bis 2018 saniert werden."
    shelf.file("Fähre und Kai", "2014-03-22", said, "4.1")
    shelf.file("Was der Hafen braucht", "2019-11-16", f"{said} Auch die Kräne sollen bleiben.", "2.4")
    shelf.file("Hafenfest", "2019-11-16", "Das Fest im Hafen bleibt kostenlos.", "2.5")
    assert report(shelf.corpus, "2020")[-1] == (
        "  Fähre und Kai (22.03.2014, TOP 4.1): viele seiner Sätze stehen wieder in:"
        " Was der Hafen braucht (16.11.2019, TOP 2.4) (vermutet)"
    )


def test_a_relation_takes_the_place_of_the_guess(shelf: Shelf) -> None:
    _, new = programmes(shelf)
    shelf.corpus.relate(new, "supersedes", "4.1@2014", reason="so im Protokoll")
    assert report(shelf.corpus, "2020")[-1] == (
        "  Programm 2014 (22.03.2014, TOP 4.1): ersetzt durch Programm 2019 (16.11.2019, TOP 2.4)"
        " (laut Archiv: so im Protokoll)"
    )


def test_a_repealed_text_is_left_out_from_that_day_on(shelf: Shelf) -> None:
    shelf.topic("hafen", TOPIC)
    shelf.file("Fähre im Takt", "2015-05-09", "Die Fähre soll jede Stunde fahren.")
    shelf.file("Schluss damit", "2017-02-04", "Der Beschluss „Fähre im Takt“ vom 9. Mai 2015 wird aufgehoben.")
    shelf.corpus.relate("schluss-damit", "repeals", "faehre-im-takt", lines="1")
    assert report(shelf.corpus, "2017-02-03")[1] == "1 Position in 1 Text"
    assert report(shelf.corpus, "2017-02-04") == [
        "Hafen: Beschlusslage am 04.02.2017",
        "zu diesem Thema gilt nichts",
        "Nicht berücksichtigt:",
        "  Fähre im Takt (09.05.2015): aufgehoben durch Schluss damit (04.02.2017) (laut Text, Z. 1)",
    ]


def test_a_text_that_runs_out_is_renewed_in_time_or_late(shelf: Shelf) -> None:
    shelf.topic("hafen", TOPIC)
    text = "Die Fähre soll jede Stunde fahren. Dieser Beschluss gilt bis zum 31.12.2016."
    shelf.file("Fähre im Takt", "2015-05-09", text, valid_until="2016-12-31")
    assert report(shelf.corpus, "2016-06-01")[3] == "    gilt bis 31.12.2016"
    assert report(shelf.corpus, "2017-06-01")[1:] == [
        "zu diesem Thema gilt nichts",
        "Nicht berücksichtigt:",
        "  Fähre im Takt (09.05.2015): galt bis 31.12.2016",
    ]
    shelf.file("Weiter so", "2017-08-01", "Der Beschluss vom 9. Mai 2015 gilt weiter.")
    shelf.corpus.relate("weiter-so", "reaffirms", "faehre-im-takt", lines="1")
    assert report(shelf.corpus, "2017-06-01")[1] == "zu diesem Thema gilt nichts"
    assert report(shelf.corpus, "2018-01-01") == [
        "Hafen: Beschlusslage am 01.01.2018",
        "1 Position in 1 Text",
        "[1] Ortsverein Sandau, Fähre im Takt (Ortsversammlung, 09.05.2015)",
        "    galt bis 31.12.2016 und wieder ab 01.08.2017",
        "    bekräftigt durch: Weiter so (01.08.2017) (laut Text, Z. 1)",
        "Fährverkehr",
        "  [1] Z. 1  Forderung (soll)",
        "    Die Fähre soll jede Stunde fahren.",
        "    gilt seit 09.05.2015",
    ]


def test_what_was_not_adopted_is_named_with_its_reason(shelf: Shelf) -> None:
    shelf.topic("hafen", TOPIC)
    shelf.file("Fähre für alle", "2015-05-09", "Die Fähre soll nichts kosten.", status="rejected")
    shelf.file("Zweite Fähre", "2015-05-10", "Wir wollen eine zweite Fähre.", kind="motion")
    shelf.file("Schulhof", "2015-05-11", "Der Schulhof soll grün werden.", status="withdrawn")
    assert report(shelf.corpus, "2016", "en")[1:] == [
        "nothing holds on this topic",
        "Left out:",
        "  Fähre für alle (2015-05-09): rejected",
        "  Zweite Fähre (2015-05-10): a motion, not a resolution",
    ]


def test_instructions_stand_beside_until_their_text_is_replaced(shelf: Shelf) -> None:
    shelf.topic("hafen", TOPIC)
    shelf.file("Programm 2014", "2014-03-22", PROGRAMME_2014, "4.1", kind="programme")
    amending = (
        "Das Programm vom 22. März 2014 wird wie folgt geändert. In Zeile 1 wird „Die Fähre soll jede Stunde fahren“"
        " ersetzt durch „Die Fähre soll alle zehn Minuten fahren“."
    )
    shelf.file("Fähre öfter", "2016-11-12", amending, "5.1")
    beside = report(shelf.corpus, "2018")
    assert "    Die Fähre soll jede Stunde fahren." in beside
    assert beside[-3:] == [
        "  Fähre öfter (12.11.2016, TOP 5.1): ändert Programm 2014 (22.03.2014, TOP 4.1) [vermutet]",
        "    Z. 1-3  In Zeile 1 wird „Die Fähre soll jede Stunde fahren“ ersetzt durch „Die Fähre soll alle",
        "            zehn Minuten fahren“.",
    ]
    shelf.corpus.relate("5.1", "amends", "4.1", lines="1")
    assert "ändert Programm 2014 (22.03.2014, TOP 4.1) [laut Text]" in report(shelf.corpus, "2018")[-3]
    shelf.file("Programm 2019", "2019-11-16", PROGRAMME_2019, "2.4", kind="programme")
    assert report(shelf.corpus, "2020")[-1] == (
        "  Fähre öfter (12.11.2016, TOP 5.1): änderte Programm 2014 (22.03.2014, TOP 4.1); das gilt nicht mehr"
    )


def test_what_the_archive_knew_is_told_apart_from_what_was_adopted(shelf: Shelf) -> None:
    programmes(shelf)
    before = shelf.git("rev-parse", "HEAD").strip()
    shelf.file("Fähre zur Insel", "2013-01-05", "Die Fähre muss auch die Insel anlaufen.")
    shelf.corpus.describe("2.4", ["status=rejected"], "falsch abgelegt")
    now, then = shelf.corpus.beschlusslage("hafen", "2020"), shelf.corpus.at(before).beschlusslage("hafen", "2020")
    assert [str(own_id.adopted_on) for own_id in now.texts] == ["2013-01-05", "2014-03-22"]
    assert [str(own_id.adopted_on) for own_id in then.texts] == ["2019-11-16"]
    assert (now.known_at, then.known_at) == ("", before)
    assert report(shelf.corpus.at(before), "2020")[1] == f"wie das Archiv es kannte, Commit {before[:10]}"


def test_all_that_can_be_read_of_a_corpus_can_be_read_of_it_then(shelf: Shelf) -> None:
    programmes(shelf)
    before = shelf.git("rev-parse", "HEAD").strip()
    shelf.file("Fähre zur Insel", "2013-01-05", "Die Fähre muss auch die Insel anlaufen.")
    shelf.topic("hafen", TOPIC.replace('"*fähre*", ', ""))
    then = shelf.corpus.at(before)
    assert [one.title for one in then.resolutions()] == ["Programm 2014", "Programm 2019"]
    assert [str(one.adopted_on) for one in then.positions("hafen").assemblies] == ["2014-03-22", "2019-11-16"]
    assert "*fähre*" in then.topic("hafen").terms
    assert [hit.text for hit in then.search("stunde")] == [
        "Die Fähre soll jede Stunde fahren.",
        "Die Fähre soll jede halbe Stunde fahren.",
    ]
    assert [len(corpus.standing("hafen", as_of="2018")) for corpus in (then, shelf.corpus)] == [3, 2]


def test_words_that_are_taken_up_again_name_when_they_first_stood(shelf: Shelf) -> None:
    shelf.topic("hafen", TOPIC)
    shelf.file("Programm 2009", "2009", "Die Fähre soll jede Stunde fahren. Der Hafen braucht Licht.", kind="programme")
    shelf.file("Programm 2014", "2014", "Der Hafen braucht Licht.", kind="programme")
    again = "Der Hafen braucht Licht. Die Fähre soll jede Stunde fahren."
    shelf.file("Programm 2019", "2019", again, kind="programme")
    assert "    gilt seit 2019; zuerst 2009, dazwischen nicht" in report(shelf.corpus, "2020")


def test_a_topic_without_a_passage_says_so(shelf: Shelf) -> None:
    shelf.topic("hafen", TOPIC)
    shelf.file("Schulhof", "2015-05-11", "Der Schulhof soll grün werden.")
    assert report(shelf.corpus, "2016") == ["Hafen: Beschlusslage Ende 2016", "zu diesem Thema gilt nichts"]


def test_what_was_renewed_holds_on_in_positions_too(shelf: Shelf) -> None:
    shelf.topic("hafen", TOPIC)
    shelf.file("Fähre im Takt", "2015-05-09", "Die Fähre soll jede Stunde fahren.", valid_until="2016-12-31")
    shelf.file("Schulhof", "2018-05-11", "Der Schulhof soll grün werden.")

    def steps() -> list[str]:
        (thread,) = shelf.corpus.positions("hafen").threads
        return [step.kind for step in thread.steps]

    assert steps() == ["introduced", "expired"]
    shelf.file("Weiter so", "2016-08-01", "Der Beschluss vom 9. Mai 2015 gilt weiter.")
    shelf.corpus.relate("weiter-so", "reaffirms", "faehre-im-takt", lines="1")
    assert steps() == ["introduced"]


def test_a_link_that_was_confirmed_is_no_guess_any_more(shelf: Shelf) -> None:
    shelf.topic("hafen", TOPIC)
    shelf.file(
        "Programm 2014", "2014", "Die Fähre soll jede Stunde fahren. Die Bücherei bleibt.", "1", kind="programme"
    )
    new = "Von früh bis spät bringt die Fähre alle sechzig Minuten Menschen ans andere Ufer. Wir lieben Musik."
    shelf.file("Programm 2019", "2019", new, "2", kind="programme")
    shelf.corpus.link("1@2014#1", "2@2019#1", reason="stündlich")
    assert "    in diesem Wortlaut seit 2019, in der Sache seit 2014" in report(shelf.corpus, "2020")
    shelf.corpus.link("1@2014#1", "2@2019#1", deny=True)
    assert "    gilt seit 2019" in report(shelf.corpus, "2020")


def test_a_suggestion_names_the_command_that_confirms_it(shelf: Shelf) -> None:
    shelf.topic("hafen", TOPIC)
    old = "Die Fähre soll jede Stunde fahren. Die Bücherei bleibt. Der Hafen braucht Licht."
    shelf.file("Programm 2014", "2014", old, "1", kind="programme")
    new = "Wir lieben Musik. Am Hafen wollen wir Lampen aufstellen. Nachts verkehrt künftig eine zweite Fähre."
    shelf.file("Programm 2019", "2019", new, "2", kind="programme")
    found = shelf.corpus.positions("hafen")
    suggested = [one for thread in found.threads for step in thread.steps for one in step.suggestions]
    assert suggested
    for one in suggested:
        command = shelf.corpus.linker()(one.old, one.new).split(" ")
        assert command[:2] == ["libcorpus", "link"]
        shelf.corpus.link(command[2], command[3], deny=True)
    denied = {(one.old.text, one.new.text) for one in suggested}
    assert shelf.corpus.judged().denied == denied
    later = shelf.corpus.positions("hafen").threads
    again = [one for thread in later for step in thread.steps for one in step.suggestions]
    assert not denied & {(one.old.text, one.new.text) for one in again}
