"""What a sentence tells about its matter: its words, the parts of its compounds, and the notions they stand for.

    "Wir fördern Sprachkurse für Geflüchtete."
        sprachkurs 10, kurs 7, =deutschkurs 7, gefluchtet 10, =fluchtling 7, ...     'wir' and 'für' tell nothing

How much a word tells here depends on the word alone: a noun more than a verb, a word of every chapter little. How rare
it is in the texts is counted by ``vectors``. Weights are whole numbers, so that sums are the same in any order.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

from libcorpus.topics.synonyms import COMMON, EMPTY, LEGAL, notion_of
from libcorpus.topics.words import WORD, folded

# In tenths: what a noun tells, any other word, and a number.
NOUN, WORD_ELSE, NUMBER = 10, 6, 4
# In tenths, of what the word tells: a word of every chapter, the part of a compound, the notion of a word.
SHARE_COMMON, SHARE_PART, SHARE_NOTION = 4, 7, 7
# What a run of letters tells that a sentence has once, twice, or more often.
REPEATED: Final = (10, 17, 21, 24)
SHORTEST: Final = 4
GRAMS: Final = (3, 4, 5)
_PLAIN: Final = str.maketrans("äöü", "aou")
_ENDINGS: Final = frozenset(
    """
    ungen lichen licher liches ischen ischer isches innen heiten keiten enden ender endes
    ung liche lich ische isch heit keit ende end ern er en em es in e n s t
    """.split()
)
LONGEST_ENDING: Final = max(map(len, _ENDINGS))
_NOUN_ENDINGS: Final = ("ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen")


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence as it is compared: what each term and each run of letters tells, and how the text writes a term."""

    terms: dict[str, int]
    grams: dict[str, int]
    written: dict[str, str]


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """A word in small letters without signs and umlauts.

    >>> plain("Flüchtling"), plain("Bürger*innen"), plain("STRASSE") == plain("Straße")
    ('fluchtling', 'burgerinnen', True)
    """
    return folded(word).translate(_PLAIN)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A plain word without what it ends in, twice: rough, and enough to join the forms of a word.

    >>> stem("einburgerungen"), stem("einburgern"), stem("kursen"), stem("kurs")
    ('einburg', 'einburg', 'kurs', 'kurs')
    """
    for _ in range(2):
        for cut in range(max(SHORTEST, len(word) - LONGEST_ENDING), len(word)):
            if word[cut:] in _ENDINGS:
                word = word[:cut]
                break
    return word


def tellings(sentences: Sequence[str]) -> list[Telling]:
    """What each of the sentences tells; which letters make a word, and which words are nouns, is seen from all."""
    split = [_words(sentence) for sentence in sentences]
    nouns = {
        piece for words in split for word, first in words if word[0].isupper() and not first for piece in _pieces(word)
    }
    known = {stem(piece) for words in split for word, _ in words for piece in _pieces(word) if len(piece) >= SHORTEST}
    seen: dict[tuple[str, bool], tuple[tuple[str, int], ...]] = {}
    return [_telling(words, nouns, known, seen) for words in split]


def _words(sentence: str) -> list[tuple[str, bool]]:
    """The words that are not empty, each with whether it opens the sentence, where any word has a capital."""
    found = [match.group() for match in WORD.finditer(sentence)]
    return [(word, place == 0) for place, word in enumerate(found) if plain(word) and plain(word) not in EMPTY]


@lru_cache(maxsize=1 << 16)
def _pieces(word: str) -> tuple[str, ...]:
    """The plain words that hyphens join: Nicht-EU-Bürger has three."""
    return tuple(piece for part in word.split("-") if (piece := plain(part)) and piece not in EMPTY)


def _telling(
    words: Iterable[tuple[str, bool]],
    nouns: Collection[str],
    known: Collection[str],
    seen: dict[tuple[str, bool], tuple[tuple[str, int], ...]],
) -> Telling:
    terms: dict[str, int] = {}
    runs: list[tuple[str, ...]] = []
    written: dict[str, str] = {}
    for word, first in words:
        for piece in _pieces(word):
            noun = word[0].isupper() and (not first or piece in nouns or piece.endswith(_NOUN_ENDINGS))
            if (piece, noun) not in seen:
                seen[piece, noun] = tuple(_terms(piece, noun, known))
            for term, value in seen[piece, noun]:
                if value > terms.get(term, 0):
                    terms[term], written[term] = value, word
            runs.append(_grams(piece))
    times = Counter(chain.from_iterable(runs))
    # What comes twice does not tell twice as much; nearly all come once.
    grams = dict.fromkeys(times, REPEATED[0])
    if len(times) < sum(map(len, runs)):
        grams |= {gram: REPEATED[min(count, len(REPEATED)) - 1] for gram, count in times.items() if count > 1}
    return Telling(terms, grams, written)


def _terms(piece: str, noun: bool, known: Collection[str]) -> Iterable[tuple[str, int]]:
    """A word's stem, the parts it is made of, and their notions, with what each tells."""
    if piece.isdigit():
        yield f"#{piece}", NUMBER
        return
    whole = stem(piece)
    value = _value(piece, whole, NOUN if noun else WORD_ELSE)
    yield whole, value
    if notion := notion_of(piece):
        yield f"={notion}", value * SHARE_NOTION // 10
    for part in _parts(piece, known):
        less = _value(part, part, value * SHARE_PART // 10)
        yield part, less
        if notion := notion_of(part):
            yield f"={notion}", less * SHARE_NOTION // 10


def _value(piece: str, whole: str, value: int) -> int:
    little = piece in COMMON or whole in _COMMON_STEMS or any(source in piece for source in LEGAL)
    return value * SHARE_COMMON // 10 if little else value


def _parts(piece: str, known: Collection[str]) -> tuple[str, ...]:
    """The two words a compound is made of, if both stand somewhere by themselves: sprachkurse is sprach and kurs."""
    for cut in range(SHORTEST, len(piece) - SHORTEST + 1):
        head = piece[:cut]
        for first in (head, head[:-1] if head[-1] in "sne" else head):
            if first in known:
                last = stem(piece[cut:])
                if last in known:
                    return (first, last)
    return ()


@lru_cache(maxsize=1 << 14)
def _grams(piece: str) -> tuple[str, ...]:
    """Runs of letters of a word with its ends."""
    marked = f" {piece} "
    return tuple(marked[place : place + size] for size in GRAMS for place in range(len(marked) - size + 1))


_COMMON_STEMS: Final = frozenset(map(stem, COMMON))
