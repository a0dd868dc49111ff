"""Topics: what a term finds, what a file may hold, which sentences belong, and the topics that are shipped."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.problems import LibcorpusError
from libcorpus.readers import read
from libcorpus.text.build import document_of
from libcorpus.text.canonical import parse_text
from libcorpus.topics.matching import EVERYONE, Matcher
from libcorpus.topics.packaged import packaged_topic, packaged_topics
from libcorpus.topics.topic import Topic, parse_topic

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
INTEGRATION = packaged_topic("integration")


def found(term: str, text: str) -> str:
    return Matcher([(0, term)]).first(text)


@pytest.mark.parametrize(
    ("term", "text", "words"),
    [
        # A word with its endings, the plural with another vowel, both genders.
        ("Sprachkurs", "Die Stadt bietet Sprachkurse an.", "Sprachkurse"),
        ("Sprachkurs", "Ein Deutschsprachkurs beginnt.", ""),
        ("Pass", "Wer zwei Pässe hat, darf beide behalten.", "Pässe"),
        ("Pass", "Der Passant wartet.", ""),
        ("Migrant", "Vereine von Migrantinnen und Migranten", "Migrantinnen"),
        ("Migrant", "Vereine von Migrant*innen", "Migrant*innen"),
        ("Migrant", "Vereine von Migrant:innen", "Migrant:innen"),
        ("Migrant", "Vereine von MigrantInnen", "MigrantInnen"),
        ("Migrant", "Vereine von Migrant·innen", "Migrant·innen"),
        ("Migrant", "Vereine von Migrant_innen", "Migrant_innen"),
        ("Migrant", "Vereine von Migrant/-innen", "Migrant/-innen"),
        ("Geflüchteter", "Jede Geflüchtete*r braucht Ruhe.", "Geflüchtete*r"),
        # Beginnings, ends and parts of compounds.
        ("integrations*", "Der Integrationsrat tagt.", "Integrationsrat"),
        ("*sprachkurs*", "Deutschsprachkurse für alle", "Deutschsprachkurse"),
        ("*kurs", "Zwei Abendkurse beginnen.", "Abendkurse"),
        ("*kurs", "Die Kursleitung wechselt.", ""),
        ("nicht-eu-bürger*", "Wahlrecht für Nicht-EU-Bürger*innen", "Nicht-EU-Bürger*innen"),
        ("flüchtlingsunterk*", "eine Flüchtlings-Unterkunft", "Flüchtlings-Unterkunft"),
        # Halves of compounds.
        ("sprachkurs*", "Sprach- und Integrationskurse", "Sprach- und Integrationskurse"),
        ("fluchtgeschichte*", "mit Flucht- oder Migrationsgeschichte", "Flucht- oder Migrationsgeschichte"),
        ("asylberatung*", "Asylverfahren und -beratung", "Asylverfahren und -beratung"),
        ("*rente*", "Kinder- und Jugendparlamente", ""),
        ("flucht", "Flucht- und Migrationsgeschichte", "Flucht-"),
        # Several words, each with its endings, nothing but blanks and quotation marks between them.
        ("kommunales Wahlrecht", "für das kommunale Wahlrecht streiten", "kommunale Wahlrecht"),
        ("zwei Pässe", "mit zwei Pässen leben", "zwei Pässen"),
        ("sicherer Hafen", "bleibt ein „sicherer Hafen“.", "sicherer Hafen"),
        ("kommunales Wahlrecht", "kommunale, dann staatliche Wahlrechte", ""),
        ("People of Colo*", "People of Colour sind gemeint.", "People of Colour"),
        # Exactly so, and case.
        ("=Pass", "Das passt so, und der Pass gilt.", "Pass"),
        ("=NSU", "Der NSU-Ausschuss und der NSU", "NSU"),
        ("ASYL*", "asylsuchende Menschen", "asylsuchende"),
        ("Straße", "AN DER STRASSE", "STRASSE"),
    ],
)
def test_what_a_term_finds(term: str, text: str, words: str) -> None:
    assert found(term, text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Integration gelingt.", "Integration"),
        ("Die europäische Integration geht weiter.", ""),
        ("Die europäische Integration und die Integration Zugewanderter", "Integration"),
        ("Ein Integrationstest der Software", ""),
    ],
)
def test_a_hit_inside_an_exclusion_does_not_count(text: str, words: str) -> None:
    matcher = Matcher([(0, "integration*")], [(EVERYONE, "europäische Integration"), (EVERYONE, "integrationstest*")])
    assert matcher.first(text) == words
    assert [text[hit.start : hit.end] for hit in matcher.hits(text)] == ([words] if words else [])


def test_an_exclusion_of_one_owner_leaves_the_others() -> None:
    matcher = Matcher([(0, "*wahlrecht*"), (1, "*wahlrecht*")], [(1, "wahlrecht ab 16")])
    assert {hit.owner for hit in matcher.hits("Das Wahlrecht ab 16 kommt.")} == {0}
    assert {hit.owner for hit in matcher.hits("Das Wahlrecht gilt.")} == {0, 1}


WORDS = st.sampled_from(
    ["Integration", "europäische", "Flucht-", "und", "Migrationsgeschichte", "kommunales", "Wahlrecht,", "Wahlrecht",
     "(Asyl)", "Asyl-", "oder", "-politik", "Haupt-", "Radweg", "–", "„Sprachkurse“", "zwei", "Pässe.", "test/Asyl"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=8))
def test_the_quick_way_and_the_careful_way_agree(words: list[str]) -> None:
    sentence = " ".join(words)
    matcher = Matcher(
        [(0, term) for term in ("integration*", "kommunales Wahlrecht", "asylpolitik*", "fluchtgeschichte*", "=Pässe")],
        [(EVERYONE, "europäische Integration")],
    )
    assert bool(matcher.first(sentence)) == bool(matcher.hits(sentence))
    assert matcher.touches(sentence) or not matcher.hits(sentence)
    assert matcher.first_in_each([sentence]) == [matcher.first(sentence)]


@given(st.text(max_size=60))
def test_any_text_can_be_looked_through(text: str) -> None:
    for hit in Matcher([(0, "a*b"), (0, "der die"), (0, "*ein*")]).hits(text):
        assert 0 <= hit.start < hit.end <= len(text)


def test_long_words_take_no_long_time() -> None:
    # Would not come back if matching tried every way to part a word.
    matcher = Matcher([(0, "*aaa*aaa*aaa*aaa*b")])
    assert matcher.first("a" * 20_000) == ""
    assert matcher.first("-" * 20_000 + " " + "a-" * 10_000) == ""


# Files.

FULL = """label = { de = "Sprache", en = "Language" }
sdgs = [4]
terms = ["*kurs*",
    "Bücherei"]
exclude = ["Wechselkurs"]
headings = ["Sprache"]

[[matters]]
name = "courses"
label = { de = "Kurse", en = "Courses" }
terms = ["*kurs*"]
exclude = ["Kursleitung"]

[[matters]]
name = "libraries"
terms = ["Bücherei"]
"""


def test_a_file_holds_a_topic() -> None:
    topic = parse_topic(FULL, "sprache", "sprache.toml")
    assert (topic.label("de"), topic.label("en"), topic.sdgs) == ("Sprache", "Language", (4,))
    assert [matter.name for matter in topic.matters] == ["courses", "libraries"]
    assert [matter.label("de") for matter in topic.matters] == ["Kurse", "libraries"]
    assert hash(topic) == hash("sprache")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"Bücherei"]\nexclude', '"xy"]\nexclude', "sprache.toml:4: a term has at least three letters"),
        ("sdgs = [4]", "sdgs = [40]", "sprache.toml:2: the key sdgs"),
        ("headings =", "heading =", "sprache.toml:6: 'heading' is no key of a topic; there are label, terms"),
        ('label = { de = "Sprache",', 'label = { fr = "Langue",', "sprache.toml:1: 'label.fr' is no key"),
        ('terms = ["*kurs*"]\nexclude', "terms = []\nexclude", "sprache.toml:11: the key terms is missing or empty"),
        ('name = "libraries"', 'name = "courses"', "sprache.toml:15: there are two matters named 'courses'"),
        ('name = "libraries"', 'name = "Große Bücherei"', "sprache.toml:15: 'Große Bücherei' is no slug"),
        ('name = "libraries"\n', "", "sprache.toml:14: the key name is missing"),
        ('name = "libraries"', 'name = "libraries"\ncolour = "rot"', "sprache.toml:16: 'colour' is no key"),
        ('terms = ["Bücherei"]', 'terms = "Bücherei"', "sprache.toml:16: the key terms"),
        ("[[matters]]", "[matters", "sprache.toml:8: this is no TOML"),
        (FULL, "", "the key terms is missing or empty"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(old: str, new: str, said: str) -> None:
    assert old in FULL
    with pytest.raises(LibcorpusError) as refusal:
        parse_topic(FULL.replace(old, new, 1), "sprache", "sprache.toml")
    assert said in str(refusal.value)


# Sentences of a document.

CANONICAL = """# Sprache

Alle lernen gern.
Das kostet Zeit.

## Noten

Niemand bleibt sitzen.

# Verkehr

Am Bahnhof gibt es einen Sprachkurs.
Er ist kostenlos.
Der Zug fährt.

- Der Bus fährt auch.
  Ein Kurs für das Personal beginnt.
"""


def reasons(topic: Topic, text: str) -> list[tuple[str, str]]:
    document = Document(parse_text(text, "text.txt"))
    return [(document.sentences[at], f"{why.kind}: {why.found}") for at, why in topic.members(document).items()]


def test_why_a_sentence_belongs() -> None:
    assert reasons(parse_topic(FULL, "sprache", "x"), CANONICAL) == [
        ("Alle lernen gern.", "heading: Sprache"),
        ("Das kostet Zeit.", "heading: Sprache"),
        ("Niemand bleibt sitzen.", "heading: Sprache"),
        ("Am Bahnhof gibt es einen Sprachkurs.", "term: Sprachkurs"),
        ("Er ist kostenlos.", "carried: Er"),
        ("Der Bus fährt auch.", "carried: Kurs"),
        ("Ein Kurs für das Personal beginnt.", "term: Kurs"),
    ]


def test_an_article_carries_nothing_on_and_neither_does_a_new_block() -> None:
    topic = parse_topic(FULL, "sprache", "x")
    assert reasons(topic, "Ein Kurs beginnt.\nDas Freibad schließt.\n\nEr schwimmt.\n") == [
        ("Ein Kurs beginnt.", "term: Kurs")
    ]


def test_a_point_in_which_a_term_is_said_by_the_way_is_not_taken_as_a_whole() -> None:
    topic = parse_topic(FULL, "sprache", "x")
    text = "- Der Bus fährt.\n  Der Zug fährt.\n  Das Rad rollt.\n  Ein Kurs beginnt.\n"
    assert reasons(topic, text) == [("Ein Kurs beginnt.", "term: Kurs")]


def test_the_order_of_matters_is_that_of_the_file() -> None:
    topic = parse_topic(FULL, "sprache", "x")
    named = topic.matters_in("Die Bücherei bietet Kurse an.")
    assert [(matter.name, words) for matter, words in named] == [("courses", "Kurse"), ("libraries", "Bücherei")]
    assert topic.matters_in("Die Kursleitung wechselt.") == ()


def test_a_document_without_words_has_no_members() -> None:
    assert INTEGRATION.members(Document(())) == {}
    assert INTEGRATION.members(Document((Block(BlockKind.HEADING, ("Flucht und Asyl",), 1),))) == {}


# The topics that are shipped.


def test_there_are_a_dozen_policy_fields() -> None:
    assert len(packaged_topics()) >= 12
    assert len(INTEGRATION.matters) >= 60


@pytest.mark.parametrize("name", packaged_topics())
def test_a_shipped_topic_is_whole(name: str) -> None:
    topic = packaged_topic(name)
    assert topic.label_de
    assert topic.label_en
    assert topic.exclude
    assert topic.headings
    assert topic.sdgs
    assert len(topic.matters) >= 5
    for matter in topic.matters:
        assert matter.label_de
        assert matter.label_en


@pytest.mark.parametrize("name", packaged_topics())
def test_every_way_of_saying_a_matter_finds_it(name: str) -> None:
    topic = packaged_topic(name)
    silent = [
        (matter.name, term)
        for matter in topic.matters
        for term in matter.terms
        if "*" not in term and matter not in [one for one, _ in topic.matters_in(term.lstrip("="))]
    ]
    assert silent == []


@pytest.mark.parametrize("name", packaged_topics())
def test_every_term_of_a_topic_finds_something(name: str) -> None:
    topic = packaged_topic(name)
    plain = [term for term in topic.terms if "*" not in term]
    assert [term for term in plain if not topic.found_in(term.lstrip("="))] == []
    assert len(set(topic.terms)) == len(topic.terms)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("42 % haben einen Migrationshintergrund.", "Migrationshintergrund"),
        ("Mehr Sprachkurse am Abend", "Sprachkurse"),
        ("Geflüchtete ziehen in Wohnungen.", "Geflüchtete"),
        ("Wir sind eine Einwanderungsstadt.", "Einwanderungsstadt"),
        ("Der Integrationstest der Software läuft.", ""),
        ("Die europäische Integration lebt von Begegnungen.", ""),
        ("Die Migration der Meldedaten auf den neuen Server", ""),
        ("Das Integrationsamt berät schwerbehinderte Menschen.", ""),
        ("Damit Forellen flussaufwärts wandern können", ""),
        ("Flucht- und Migrationsgeschichten", "Flucht-"),
    ],
)
def test_what_belongs_to_integration(text: str, words: str) -> None:
    assert INTEGRATION.found_in(text) == words


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("Das kommunale Wahlrecht auch für Menschen aus Nicht-EU-Staaten", "local-voting-rights"),
        ("Wer eingebürgert wird, soll zwei Pässe haben dürfen.", "dual-citizenship"),
        ("Mehrstaatigkeit bleibt die Ausnahme.", "dual-citizenship"),
        ("Der Doppelpass gehört abgeschafft.", "dual-citizenship"),
        ("Die Stadt führt eine Gesundheitskarte für Geflüchtete ein.", "health-card"),
        ("Subsidiär Schutzberechtigte brauchen den Familiennachzug.", "family-reunion"),
        ("Keine Abschiebungen nach Afghanistan", "deportation-to-conflict"),
        ("Ausreisepflichtige sind konsequent zurückzuführen: Wir wollen eine Rückführungsoffensive.", "deportation"),
        ("Kettenduldungen beenden", "toleration"),
        ("Die Bezahlkarte ersetzt das Bargeld.", "benefits-act"),
        ("Asylsuchende sollen Bargeld statt Gutscheinen erhalten.", "benefits-act"),
        ("Ankerzentren lehnen wir ab.", "arrival-centres"),
        ("Wir erklären uns zum sicheren Hafen.", "sea-rescue"),
        ("Zuwanderung nach einem Punktesystem", "skilled-immigration"),
    ],
)
def test_which_matter_is_meant(text: str, matter: str) -> None:
    assert matter in [one.name for one, _ in INTEGRATION.matters_in(text)]


@pytest.mark.parametrize("file", sorted(path.name for path in EXAMPLES.glob("*.txt")))
def test_the_examples_are_found_as_they_were_marked_by_hand(file: str) -> None:
    marks = json.loads((EXAMPLES / "passages.json").read_text("utf-8"))
    marks = marks.get("files", marks)[file]
    document = document_of(read((EXAMPLES / file).read_bytes(), file))
    headings = {block.flat for block in document.blocks if block.kind is BlockKind.HEADING}
    wanted = set(marks["integration"]) - headings
    found = {document.sentences[index] for index in INTEGRATION.members(document)}
    assert found - wanted == set()
    only_by_context = set(marks.get("integration_only_by_context", ()))
    assert wanted - found <= only_by_context
    assert len(found) >= 0.85 * len(wanted)
