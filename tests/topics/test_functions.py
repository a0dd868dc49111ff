"""What a sentence does, and the cue that says so; measured on texts marked by hand, and on the parts of the sample."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcorpus.model.document import BlockKind, Document
from libcorpus.readers import read
from libcorpus.text.build import document_of
from libcorpus.text.canonical import parse_text
from libcorpus.topics.clauses import main_clauses
from libcorpus.topics.functions import function_of, functions_in

ROOT = Path(__file__).resolve().parents[2]
MARKS = json.loads((ROOT / "benchmarks" / "functions.json").read_text("utf-8"))["texts"]


@pytest.mark.parametrize(
    ("sentence", "function", "cue"),
    [
        ("Die Stadt soll Kurse anbieten.", "demand", "soll"),
        ("Wir fordern das kommunale Wahlrecht für alle.", "demand", "Wir fordern"),
        ("Abschiebungen aus dem Klassenzimmer lehnen wir ab.", "demand", "lehnen … ab"),
        ("Wir wenden uns gegen die Bezahlkarte.", "demand", "Wir wenden uns … gegen"),
        ("Für diese Beratung ist mehr Personal nötig.", "demand", "ist … nötig"),
        ("Die Sammelunterkunft ist zu schließen.", "demand", "ist … zu schließen"),
        ("Kettenduldungen abschaffen!", "demand", "abschaffen"),
        ("Niemand darf wegen seines Namens abgewiesen werden.", "demand", "Niemand darf"),
        ("Der Verein braucht eine Förderung, die nicht jedes Jahr endet.", "demand", "braucht"),
        ("Wir wollen ein Haus der Sprachen einrichten.", "commitment", "Wir wollen"),
        ("Im Ratssaal wollen wir feiern.", "commitment", "wollen wir"),
        ("Wir setzen uns bei Bund und Land für sichere Wege ein.", "commitment", "Wir setzen uns … ein"),
        ("Dafür setzen wir uns auch im Rat ein.", "commitment", "setzen wir uns … ein"),
        ("Die Bürgerliste setzt sich für Kurse ein.", "commitment", "setzt sich … ein"),
        ("Wir stärken die Beratung.", "commitment", "Wir stärken"),
        ("Deshalb schaffen wir eine Stelle.", "commitment", "schaffen wir"),
        ("Das Haus haben wir 2012 eingerichtet.", "achievement", "haben wir … eingerichtet"),
        ("Wir haben die Gesundheitskarte eingeführt.", "achievement", "Wir haben … eingeführt"),
        ("2016 wurde eine Beratungsstelle geschaffen.", "achievement", "wurde … geschaffen"),
        ("Nachts wird nicht mehr abgeschoben.", "achievement", "wird … nicht mehr"),
        ("Alle Menschen haben das Recht auf eine Wohnung.", "principle", "Alle Menschen … haben"),
        ("Für uns steht der Mensch an erster Stelle.", "principle", "Für uns steht"),
        ("Integration ist Arbeit für beide Seiten.", "principle", "Integration ist"),
        ("Zugewanderte warten noch immer drei Monate.", "finding", "noch immer"),
        ("26 % der Menschen haben eine Zuwanderungsgeschichte.", "finding", "26 %"),
        ("Rad und Bus", "statement", ""),
    ],
)
def test_what_a_sentence_does_and_its_cue(sentence: str, function: str, cue: str) -> None:
    assert function_of(sentence) == (function, cue)


@pytest.mark.parametrize(
    ("sentence", "function"),
    [
        # What stands in a subordinate clause, in quotation marks or in a question decides nothing.
        ("Wer dringend helfen muss, ist oft allein.", "finding"),
        ("Es gibt Betriebe, die Geflüchtete ausbilden wollen.", "finding"),
        ("Auf dem Schild „Die Stadt soll helfen“ sind drei Namen.", "finding"),
        ("Soll die Stadt helfen?", "statement"),
        # How things are is no demand, though it is said with "müssen" or "dürfen".
        ("Viele müssen noch immer in der Sammelunterkunft wohnen.", "finding"),
        ("Sie arbeiten hier und dürfen trotzdem nicht wählen.", "finding"),
        # What was not done, or would be, is no achievement; what is wanted beside a report is a commitment.
        ("Die Stelle wurde nicht geschaffen.", "finding"),
        ("Wir haben das Haus eingerichtet und wollen es erweitern.", "commitment"),
        ("Die Kurse sollen bis 2020 eingerichtet werden.", "demand"),
        ("Die Zahl der Anträge ist gestiegen.", "finding"),
        ("„Die Stadt muss allen einen Platz anbieten.“", "demand"),
    ],
)
def test_what_must_not_be_mistaken(sentence: str, function: str) -> None:
    assert function_of(sentence)[0] == function


def test_main_clauses() -> None:
    assert main_clauses("Wer vor Krieg flieht, braucht zuerst Sicherheit.") == "braucht zuerst Sicherheit."
    assert main_clauses("Wir wollen, dass die Stadt mehr tun muss.") == "Wir wollen"
    assert main_clauses("Das ist so.") == "Das ist so."


def test_points_take_the_function_of_the_line_above_them() -> None:
    text = "Wir fordern:\n\n- die Abschaffung der Arbeitsverbote.\n\n- Wir wollen Kurse.\n\nAnderes.\n\n- Rad und Bus\n"
    told = functions_in(Document(parse_text(text, "text.txt")))
    assert [(function.value, cue) for function, cue in told] == [
        ("demand", "Wir fordern"),
        ("demand", "Wir fordern:"),
        ("commitment", "Wir wollen"),
        ("statement", ""),
        ("statement", ""),
    ]


def test_a_heading_does_nothing() -> None:
    assert functions_in(Document(parse_text("# Mehrsprachigkeit fördern\n", "text.txt")))[0][0] == "statement"


@given(st.text(max_size=300))
def test_any_sentence_gets_an_answer(sentence: str) -> None:
    function, cue = function_of(sentence)
    assert bool(cue) == (function != "statement")


def test_hostile_sentences_take_no_long_time() -> None:
    # Would not come back if a pattern went through all ways to part the words.
    for sentence in (
        "wir " * 3000,
        "haben wir " + "ge" * 4000,
        "ist " + "zu " * 4000,
        ", die" * 4000,
        "a " * 9000 + "en",
    ):
        function_of(sentence)


def document(path: str) -> Document:
    return document_of(read((ROOT / path).read_bytes(), Path(path).name))


def told_right(name: str) -> tuple[int, int]:
    """How many sentences of a text are told as a reader marked them, and how many there are."""
    own = document(MARKS[name]["path"])
    told = {text: function.value for text, (function, _) in zip(own.sentences, functions_in(own), strict=True)}
    marks = MARKS[name]["functions"]
    return sum(told[text] == function for function, text in marks), len(marks)


@pytest.mark.parametrize("name", MARKS)
def test_sentences_are_told_as_a_reader_marked_them(name: str) -> None:
    right, count = told_right(name)
    assert right >= 0.8 * count


def test_nine_in_ten_sentences_are_told_right_over_all_texts() -> None:
    right, count = map(sum, zip(*(told_right(name) for name in MARKS), strict=True))
    assert count > 250
    assert right >= 0.9 * count


def part(own: Document, heading: str) -> Counter[str]:
    """What the sentences of a part of the document do, headings left out."""
    told = functions_in(own)
    return Counter(
        told[sentence][0].value
        for block in range(len(own.blocks))
        for sentence in own.sentences_of(block)
        if heading in [own.blocks[above].flat for above in own.section_path(block)]
        and own.blocks[block].kind is not BlockKind.HEADING
    )


def test_in_the_sample_one_part_reports_and_the_other_one_asks() -> None:
    own = document(MARKS["sample"]["path"])
    done, vision = part(own, "GRÜN wirkt"), part(own, "GRÜNE Vision")
    assert done == {"achievement": 13, "finding": 9}
    assert vision["demand"] + vision["commitment"] > vision.total() / 2
    assert vision["achievement"] <= 1
