"""Changes of paragraphs and sections, as they follow from the sentences."""

from hypothesis import given
from hypothesis import strategies as st

from libcorpus.align import align_sentences
from libcorpus.align.paragraphs import BlockChange, BlockFate, block_changes
from libcorpus.model.document import Block, Document
from libcorpus.text.canonical import parse_text

FIRST = "Die Stadt fördert zwanzig Sprachkurse im Jahr."
SECOND = "Der Integrationsrat bekommt ein eigenes Budget."
THIRD = "Radwege werden im Winter geräumt."


def changes(old: str, new: str) -> list[tuple[str, tuple[int, ...], tuple[int, ...], str, str]]:
    before, after = Document(parse_text(old)), Document(parse_text(new))
    found = block_changes(align_sentences(before.sentences, after.sentences), before, after)
    return [(change.fate.value, change.old, change.new, change.before, change.after) for change in found]


def test_a_paragraph_is_split_and_merged_again() -> None:
    together, apart = f"{FIRST}\n{SECOND}\n", f"{FIRST}\n\n{SECOND}\n"
    assert changes(together, apart) == [("split", (0,), (0, 1), "", "")]
    assert changes(apart, together) == [("merged", (0, 1), (0,), "", "")]


def test_an_item_becomes_a_paragraph() -> None:
    assert changes(f"- {FIRST}\n", f"{FIRST}\n") == [("kind", (0,), (0,), "item", "paragraph")]


def test_a_heading_changes_its_level() -> None:
    old, new = f"# Sprache\n\n{FIRST}\n\n# Rad\n\n{THIRD}\n", f"# Sprache\n\n{FIRST}\n\n## Rad\n\n{THIRD}\n"
    assert changes(old, new) == [("level", (2,), (2,), "1", "2")]


def test_a_block_that_stands_elsewhere_is_moved() -> None:
    old = f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n"
    new = f"{THIRD}\n\n{FIRST}\n\n{SECOND}\n"
    assert changes(old, new) == [("moved", (2,), (0,), "", "")]


def test_the_same_text_has_no_changes() -> None:
    text = f"# Sprache\n\n{FIRST}\n{SECOND}\n\n- {THIRD}\n"
    assert changes(text, text) == []


@given(st.lists(st.booleans(), min_size=5, max_size=5), st.lists(st.booleans(), min_size=5, max_size=5))
def test_every_break_between_two_kept_sentences_is_told(old: list[bool], new: list[bool]) -> None:
    """A paragraph break that is on one side only is a split or a merge."""
    sentences = [f"Satz {number} steht hier für sich." for number in "eins zwei drei vier fünf sechs".split()]

    def document(breaks: list[bool]) -> Document:
        parts = [[sentences[0]]]
        for broken, sentence in zip(breaks, sentences[1:], strict=True):
            if broken:
                parts.append([])
            parts[-1].append(sentence)
        return Document(tuple(Block(parse_text("x\n")[0].kind, tuple(part)) for part in parts))

    before, after = document(old), document(new)
    found = block_changes(align_sentences(before.sentences, after.sentences), before, after)
    fates = {change.fate for change in found}
    assert (BlockFate.SPLIT in fates) == any(b and not a for a, b in zip(old, new, strict=True))
    assert (BlockFate.MERGED in fates) == any(a and not b for a, b in zip(old, new, strict=True))
    assert all(isinstance(change, BlockChange) for change in found)
