"""Looks for many terms in many sentences at once, and says where and for whom each was found.

    raw words  "Sprachkurse,"  ->  a hit for sure | to be checked | nothing      decided once, then remembered
    sentences without a marked word are done; one with a hit for sure is taken; the others are read word by word

So a topic is matched over hundreds of thousands of sentences in a moment: a corpus has few different words. Knows
sentences and terms, no documents.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from libcorpus.topics.terms import Term, WordPattern, term_of
from libcorpus.topics.words import WORD, compounds, folded

# The owner of an exclusion that counts for all terms.
EVERYONE: Final = -1
_PARTS_PHRASE: Final = re.compile(r"[^\s„“”\"'‚‘’»«›‹-]")
_BETWEEN: Final = frozenset(["und", "oder", "bzw", "beziehungsweise", "sowie", "wie", "noch", "bis", "auch", "als"])
_REACH: Final = 6
# Signs that stand behind a word and are no part of it.
_ENDS: Final = ".,;!?"
# So many sentences are known again before all are forgotten.
_REMEMBERED: Final = 100_000
# Words of this length, and these, stand in too many sentences to look a term of several words up by them.
_SHORT: Final = 4
_FREQUENT: Final = frozenset(["menschen", "mensch", "deutsche", "deutscher", "deutschen", "europäische", "ihrer"])


class Hit(NamedTuple):
    """Where a term of an owner stands in a sentence: characters ``start`` up to, not including, ``end``."""

    start: int
    end: int
    owner: int


class Word(NamedTuple):
    """A word of a sentence: its place, as it is compared, and whether a hyphen stands for its other half."""

    start: int
    end: int
    folded: str
    open_end: bool
    open_start: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """A term for an owner, looked up by its word number ``anchor``."""

    owner: int
    term: Term
    wanted: bool
    anchor: int

    @property
    def alone(self) -> bool:
        """Whether it is a single word."""
        return len(self.term.words) == 1


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a raw word says about its sentence.

    ``found``: the word in it that is a term, if any. ``phrases`` are wanted terms of several words that may stand here,
    ``doubts`` unwanted ones. ``read``: the sentence has to be read word by word, unless another word decides.
    """

    found: str
    phrases: tuple[_Entry, ...]
    doubts: tuple[_Entry, ...]
    read: bool


class _Memory(dict[str, "_Mark | None"]):
    """What each raw word says, decided when it is first met."""

    def __init__(self, matcher: "Matcher") -> None:
        super().__init__()
        self.matcher = matcher

    def __missing__(self, raw: str) -> _Mark | None:
        found = self[raw] = self.matcher.decided(raw)
        return found


class Matcher:
    """Finds ``wanted`` terms outside of ``unwanted`` ones; both are pairs of an owner's number and a term."""

    def __init__(self, wanted: Iterable[tuple[int, str]], unwanted: Iterable[tuple[int, str]] = ()) -> None:
        self._entries: list[_Entry] = []
        self._by_form: dict[str, list[int]] = {}
        self._by_key: dict[str, list[tuple[WordPattern, int]]] = {}
        self._words: dict[str, tuple[int, ...]] = {}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._memory = _Memory(self)
        self._firsts: dict[str, str] = {}
        self._begins: tuple[list[str], list[str]] | None = None
        for owner, written in wanted:
            self._add(owner, term_of(written), wanted=True)
        # An exclusion is looked up by a word that is no hit, so that fewer sentences have to be read.
        for owner, written in unwanted:
            self._add(owner, term_of(written), wanted=False)
        self._words.clear()

    def _add(self, owner: int, term: Term, wanted: bool) -> None:
        if not term.words:
            return
        anchor = max(range(len(term.words)), key=lambda at: self._worth(term.words[at], wanted))
        pattern = term.words[anchor]
        number = len(self._entries)
        self._entries.append(_Entry(owner, term, wanted, anchor))
        for key in pattern.keys:
            self._by_key.setdefault(key, []).append((pattern, number))
        if not pattern.pieces:
            for form in pattern.forms:
                self._by_form.setdefault(form, []).append(number)

    def _worth(self, pattern: WordPattern, wanted: bool) -> tuple[bool, bool, int]:
        """How good a word is to look a term up by: rare, which means long, and for an exclusion no hit itself."""
        sample = pattern.sample
        letters = max(map(len, pattern.pieces), default=len(sample))
        rare = letters > _SHORT and sample not in _FREQUENT
        taken = not wanted and any(self._entries[number].wanted for number in self._numbers(sample))
        return rare, not taken, letters

    # One word.

    def _numbers(self, word: str) -> tuple[int, ...]:
        """The terms that a folded word is, or that it may begin to be, by their numbers."""
        found = self._words.get(word)
        if found is None:
            numbers = set(self._by_form.get(word, ()))
            known = self._by_key.get
            for cut in range(len(word) - 2):
                if patterns := known(word[cut : cut + 3]):
                    numbers.update(number for pattern, number in patterns if pattern.fits(word))
            found = self._words[word] = tuple(sorted(numbers))
        return found

    def decided(self, raw: str) -> _Mark | None:
        """What a raw word says about its sentence; None for most words: nothing."""
        # Most are a plain word with a sign behind it, and no term begins in them.
        plain = raw.rstrip(_ENDS)
        if plain.isalpha():
            self._parts[raw] = (folded(plain),)
            if not self._numbers(self._parts[raw][0]):
                return None
        found = ""
        phrases: list[_Entry] = []
        words = list(words_of(raw))
        self._parts[raw] = tuple(word.folded for word in words)
        for word in words:
            entries = [self._entries[number] for number in self._numbers(word.folded)]
            phrases += [entry for entry in entries if not entry.alone]
            alone = [entry for entry in entries if entry.alone]
            excluded = [entry.owner for entry in alone if not entry.wanted]
            if EVERYONE not in excluded and any(entry.wanted and entry.owner not in excluded for entry in alone):
                found = found or raw[word.start : word.end]
        half = any(word.open_start or (word.open_end and self._may_begin(word.folded)) for word in words)
        half = half or (raw.startswith(("-", "–")) and len(raw) > 1)
        wanted = tuple(entry for entry in phrases if entry.wanted)
        doubts = tuple(entry for entry in phrases if not entry.wanted)
        return _Mark(found, wanted, doubts, half) if found or phrases or half else None

    def _may_begin(self, head: str) -> bool:
        """Whether a single-word term may begin with the head of a compound whose other half stands elsewhere."""
        if self._begins is None:
            first = (entry.term.words[0] for entry in self._entries if entry.alone)
            begins = [pattern for pattern in first if pattern.begins]
            whole = [pattern.sample for pattern in begins if not pattern.pieces]
            self._begins = whole, [pattern.pieces[0] for pattern in begins if pattern.pieces]
        whole, pieces = self._begins
        return any(begin.startswith(head) for begin in whole) or any(
            begin.startswith(head) or head.startswith(begin) for begin in pieces
        )

    # Sentences.

    def touches(self, text: str) -> bool:
        """Whether a text may have a hit: False is certain, and quick also for a whole file."""
        return bool(self._entries) and any(map(self._memory.__getitem__, set(text.split())))

    def first_in_each(self, sentences: Sequence[str]) -> list[str]:
        """For each sentence the first words that a term finds, or nothing."""
        # Most sentences of an archive stand in many of its texts.
        if len(self._firsts) > _REMEMBERED:
            self._firsts.clear()
        for sentence in sentences:
            if sentence not in self._firsts:
                self._firsts[sentence] = self.first(sentence)
        return [self._firsts[sentence] for sentence in sentences]

    def first(self, sentence: str) -> str:
        """Words of a sentence that a term finds outside of every exclusion, or nothing: the first ones, mostly."""
        raw = sentence.split()
        # This runs over whole corpora: nothing here is looked up twice, and most sentences end at the next line.
        marks = list(filter(None, map(self._memory.__getitem__, raw)))
        if not marks:
            return ""
        sure, doubtful = "", False
        for mark in marks:
            sure = sure or mark.found
            doubtful = doubtful or bool(mark.doubts)
        if (sure and not doubtful) or not self._has_to_be_read(raw, sure):
            return sure
        hit = min(self.hits(sentence), default=None)
        return sentence[hit.start : hit.end] if hit else ""

    def _has_to_be_read(self, raw: Sequence[str], sure: str) -> bool:
        """Whether raw words do not decide: a half compound or a whole phrase stands among them.

        Where a hit is sure, only an exclusion can take it away.
        """
        for place, word in enumerate(raw):
            mark = self._memory[word]
            if mark is None:
                continue
            if mark.read and not sure:
                return True
            if any(self._stands(entry, raw, place) for entry in (mark.doubts if sure else mark.phrases)):
                return True
        return False

    def _stands(self, entry: _Entry, raw: Sequence[str], place: int) -> bool:
        """Whether the words of a phrase stand around its anchor; what stands between them is not looked at."""
        first = place - entry.anchor
        if first < 0 or first + len(entry.term.words) > len(raw):
            return False
        for offset, pattern in enumerate(entry.term.words):
            if offset != entry.anchor and not any(map(pattern.fits, self._parts[raw[first + offset]])):
                return False
        return True

    def hits(self, sentence: str) -> list[Hit]:
        """Every place where a term stands outside of the exclusions, in order."""
        if not any(map(self._memory.__getitem__, sentence.split())):
            return []
        found = list(self._found(sentence))
        unwanted = [hit for hit, wanted in found if not wanted]
        return sorted({hit for hit, wanted in found if wanted and not any(_covers(one, hit) for one in unwanted)})

    def _found(self, sentence: str) -> Iterator[tuple[Hit, bool]]:
        words = list(words_of(sentence))
        for place, word in enumerate(words):
            for number in self._numbers(word.folded):
                entry = self._entries[number]
                span = self._span(entry, words, place, sentence)
                if span is not None:
                    yield Hit(*span, entry.owner), entry.wanted
            if word.open_end or word.open_start:
                yield from self._halves(words, place)

    def _span(self, entry: _Entry, words: Sequence[Word], place: int, sentence: str) -> tuple[int, int] | None:
        """Where a whole term stands whose anchor is a word; None if its other words do not stand there."""
        first = place - entry.anchor
        last = first + len(entry.term.words) - 1
        if first < 0 or last >= len(words):
            return None
        for offset, pattern in enumerate(entry.term.words):
            if offset != entry.anchor and not pattern.fits(words[first + offset].folded):
                return None
        if any(_PARTS_PHRASE.search(sentence, words[at].end, words[at + 1].start) for at in range(first, last)):
            return None
        return words[first].start, words[last].end

    def _halves(self, words: Sequence[Word], place: int) -> Iterator[tuple[Hit, bool]]:
        """What half a compound means together with the whole one beside it: "Sprach- und Integrationskurse".

        A term that begins with a star is none of it: "*rente" would find "Kinder- und Jugendparlamente".
        """
        word = words[place]
        other = _whole(words, place, 1 if word.open_end else -1)
        if other is None:
            return
        meant = (
            compounds(word.folded, other.folded)
            if word.open_end
            else tuple(other.folded[:cut] + word.folded for cut in range(3, len(other.folded)))
        )
        start, end = min(word.start, other.start), max(word.end, other.end)
        for number in {number for compound in meant for number in self._numbers_once(compound)}:
            entry = self._entries[number]
            if entry.alone and entry.term.words[0].begins:
                yield Hit(start, end, entry.owner), entry.wanted

    def _numbers_once(self, word: str) -> tuple[int, ...]:
        """As ``_numbers``, without remembering a word that may be none."""
        known = word in self._words
        numbers = self._numbers(word)
        if not known:
            del self._words[word]
        return numbers


def words_of(sentence: str) -> Iterator[Word]:
    """The words of a sentence, as they are compared."""
    for match in WORD.finditer(sentence):
        text = match[0]
        yield Word(match.start(), match.end(), folded(text), text.endswith("-"), text[0] in "-–")


def _whole(words: Sequence[Word], place: int, step: int) -> Word | None:
    """The whole compound that half a one leans on: the nearest, past conjunctions and other halves."""
    for at in range(place + step, place + step * _REACH, step):
        if not 0 <= at < len(words):
            return None
        word = words[at]
        if not (word.open_end or word.open_start or word.folded in _BETWEEN):
            return word if len(word.folded) > 5 else None
    return None


def _covers(unwanted: Hit, hit: Hit) -> bool:
    concerns = unwanted.owner in (EVERYONE, hit.owner)
    return concerns and unwanted.start <= hit.start and hit.end <= unwanted.end
