"""Passages: consecutive sentences of a topic, their lines and headings, why they were taken, and what was left."""

from libcorpus.model.document import Document
from libcorpus.text.canonical import parse_text
from libcorpus.text.numbering import number_by_rule
from libcorpus.topics.passages import missed, passages
from libcorpus.topics.topic import parse_topic

TOPIC = parse_topic(
    'terms = ["*kurs*", "*bücherei*"]\n[[matters]]\nname = "courses"\nlabel = { de = "Kurse" }\nterms = ["*kurs*"]\n',
    "sprache",
    "sprache.toml",
)
TEXT = """# Lindenfurt

## Sprache

Die Stadt soll Kurse anbieten.
Sie sollen am Abend stattfinden.
Der Fluss ist sauber.

- Wir wollen die Bücherei erweitern.

- Der Bus fährt.
"""


def numbered() -> tuple[list[tuple[str, str, str]], list[str]]:
    document = number_by_rule(Document(parse_text(TEXT, "text.txt")), 30)
    shown = [
        (str(one.lines), " > ".join(one.section), " | ".join(spoken.text for spoken in one.sentences))
        for one in passages(TOPIC, document)
    ]
    return shown, [one.text for one in missed(TOPIC, document)]


def test_passages_have_their_lines_and_all_headings_above() -> None:
    shown, left = numbered()
    assert shown == [
        ("3-5", "Lindenfurt > Sprache", "Die Stadt soll Kurse anbieten. | Sie sollen am Abend stattfinden."),
        ("7-8", "Lindenfurt > Sprache", "Wir wollen die Bücherei erweitern."),
    ]
    assert left == ["Der Fluss ist sauber.", "Der Bus fährt."]


def test_each_sentence_says_why_it_was_taken_and_what_it_does() -> None:
    first, second = passages(TOPIC, Document(parse_text(TEXT, "text.txt")))
    told = [
        (one.reason.kind, one.reason.found, one.function.value, one.cue, [(m.name, w) for m, w in one.matters])
        for one in (*first.sentences, *second.sentences)
    ]
    assert told == [
        ("term", "Kurse", "demand", "soll", [("courses", "Kurse")]),
        ("carried", "Sie", "demand", "sollen", []),
        ("term", "Bücherei", "commitment", "Wir wollen", []),
    ]
    assert first.lines is None
    assert first.text == "Die Stadt soll Kurse anbieten. Sie sollen am Abend stattfinden."
    assert [matter.name for matter in first.matters] == ["courses"]


def test_taken_and_left_are_the_whole_text() -> None:
    document = Document(parse_text(TEXT, "text.txt"))
    taken = [spoken.text for one in passages(TOPIC, document) for spoken in one.sentences]
    left = [one.text for one in missed(TOPIC, document)]
    assert sorted([*taken, *left, "Lindenfurt", "Sprache"]) == sorted(document.sentences)


def test_a_sentence_between_parts_two_passages() -> None:
    document = Document(parse_text("Ein Kurs beginnt.\nA.\nB.\nC.\nEin Kurs endet.\n", "text.txt"))
    assert [one.text for one in passages(TOPIC, document)] == ["Ein Kurs beginnt.", "Ein Kurs endet."]
    bridged = Document(parse_text("Ein Kurs beginnt.\nA.\nB.\nEin Kurs endet.\n", "text.txt"))
    assert [one.text for one in passages(TOPIC, bridged)] == ["Ein Kurs beginnt. A. B. Ein Kurs endet."]


def test_a_text_without_the_topic_has_no_passages() -> None:
    assert passages(TOPIC, Document(parse_text("Der Bus fährt.\n", "text.txt"))) == ()
