"""Printed lines carried from version to version, as a delegate would look them up."""

from hypothesis import given
from hypothesis import strategies as st

from libcorpus.align import align_sentences
from libcorpus.align.linemap import Fate, LineMap, joined
from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.lines import LineSpan
from libcorpus.text.numbering import number_by_rule

SENTENCES = (
    "Die Stadt fördert zwanzig Sprachkurse im Jahr, und alle sollen daran teilnehmen können.",
    "Der Integrationsrat bekommt ein eigenes Budget und Rederecht in allen Ausschüssen.",
    "Die Bücherei schafft Kinderbücher in vielen Sprachen an.",
    "Radwege werden im Winter geräumt, auch am Wochenende und an den Feiertagen.",
    "Das Freibad öffnet im Mai und schließt Ende September.",
)


def numbered(*paragraphs: str) -> Document:
    blocks = tuple(Block(BlockKind.PARAGRAPH, tuple(text.split("|"))) for text in paragraphs)
    return number_by_rule(Document(blocks), 60)


def line_map(before: Document, after: Document) -> LineMap:
    return LineMap.of(align_sentences(before.sentences, after.sentences), before, after)


def test_lines_of_a_kept_sentence_are_found_to_the_line() -> None:
    before = numbered("|".join(SENTENCES[:3]))
    after = numbered("Ein neuer erster Absatz steht davor.", "|".join(SENTENCES[:3]))
    carried = line_map(before, after).carry(LineSpan(2, 2))
    assert (carried.fate, carried.new) == (Fate.KEPT, (LineSpan(3, 3),))


def test_a_reworded_sentence_is_meant_with_all_its_lines() -> None:
    before = numbered(*SENTENCES)
    after = numbered(SENTENCES[0].replace("zwanzig", "fünfunddreißig"), *SENTENCES[1:])
    carried = line_map(before, after).carry(LineSpan(1, 1))
    assert (carried.fate, carried.new) == (Fate.CHANGED, (LineSpan(1, 2),))


def test_moved_and_gone() -> None:
    before = numbered(*SENTENCES)
    after = numbered(*SENTENCES[3:], *SENTENCES[:2])
    lines = {sentence: before.lines_of(index) for index, sentence in enumerate(before.sentences)}
    carry = line_map(before, after).carry
    gone = lines[SENTENCES[2]]
    assert gone
    assert carry(gone).fate is Fate.GONE
    assert carry(gone).new == ()
    fates = {sentence: carry(span).fate for sentence, span in lines.items() if span}
    assert Fate.MOVED in fates.values()
    assert {fates[sentence] for sentence in SENTENCES if sentence != SENTENCES[2]} <= {Fate.MOVED, Fate.KEPT}


def test_a_map_composes_over_versions() -> None:
    first = numbered(*SENTENCES)
    second = numbered(SENTENCES[0].replace("zwanzig", "dreißig"), *SENTENCES[1:4])
    third = numbered("Ganz vorne steht nun etwas anderes.", SENTENCES[0].replace("zwanzig", "vierzig"), *SENTENCES[1:3])
    whole = line_map(first, second).then(line_map(second, third))
    assert whole.carry(LineSpan(1, 2)).fate is Fate.CHANGED
    assert whole.carry(LineSpan(1, 2)).new == (LineSpan(2, 3),)
    assert whole.carry(LineSpan(3, 4)).fate is Fate.KEPT
    last = first.lines_of(4)
    assert last
    assert whole.carry(last).fate is Fate.GONE


def test_lines_of_a_sentence_between_whose_parts_something_was_put() -> None:
    before = numbered("Zahlt ein Verein zu spät, ruht sein Anspruch auf die Hallenzeiten.", SENTENCES[4])
    after = numbered(
        "Sein Anspruch auf die Hallenzeiten ruht.", SENTENCES[2], "Ein Verein zahlt zu spät.", SENTENCES[4]
    )
    forth, back = line_map(before, after), line_map(after, before)
    carried = forth.carry(LineSpan(1, 1))
    assert (carried.fate, carried.new, carried.sentences) == (Fate.CHANGED, (LineSpan(1, 1), LineSpan(3, 3)), (0, 2))
    assert back.carry(LineSpan(2, 2)).fate is Fate.GONE
    assert back.carry(LineSpan(3, 3)).new == (LineSpan(1, 2),)
    again = forth.then(back).carry(LineSpan(1, 1))
    assert (again.fate, again.new) == (Fate.CHANGED, (LineSpan(1, 2),))


def test_joined_spans() -> None:
    assert joined([LineSpan(5, 6), LineSpan(1, 2), LineSpan(3, 3), LineSpan(6, 8)]) == (LineSpan(1, 3), LineSpan(5, 8))


@given(st.permutations(range(len(SENTENCES))), st.data())
def test_every_line_of_a_kept_sentence_has_the_same_words_there(order: list[int], data: st.DataObject) -> None:
    before, after = numbered(*SENTENCES), numbered(*(SENTENCES[index] for index in order))
    found = line_map(before, after)
    number = data.draw(st.sampled_from([start.number for start in before.lines]))
    assert number is not None
    carried = found.carry(LineSpan(number, number))
    assert carried.fate in (Fate.KEPT, Fate.MOVED)
    there = " ".join(after.words_on(span) for span in carried.new)
    assert before.words_on(LineSpan(number, number)) in there
