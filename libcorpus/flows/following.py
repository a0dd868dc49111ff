"""Positions over a whole archive, also a large one: only what can matter to the topic is read in full.

    2,000 texts   look for words of the topic              209 touched
                  what these carry on, or are carried      + those without such a word
                  on by, over all dates                    read, aligned and followed; the others are only listed

The answer is the same as if all had been followed (a test compares the two): which texts are compared is told by
relations, titles, sorts and sentences word for word, so it can be told without reading what is not of concern.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from libcorpus.flows.linking import judged
from libcorpus.flows.origins import align_spots
from libcorpus.model.dates import PartialDate
from libcorpus.model.document import Document
from libcorpus.model.resolution import Resolution
from libcorpus.model.validity import Validity
from libcorpus.store.many import RawText
from libcorpus.text.quick import sentences_of
from libcorpus.topics.carrying import alike, amends, instructs, long_ones, names
from libcorpus.topics.judged import Judged
from libcorpus.topics.positions import Positions, Standing
from libcorpus.topics.threads import follow, held_on
from libcorpus.topics.topic import Topic

Progress = Callable[[int, int], None]
# What an instruction for another text cannot do without: "Zeile", or "Z." and a number, after any sort of blank.
_LINE = re.compile(rb"z\.\s*[\d\x80-\xff]")


def silent(done: int, total: int) -> None:
    """Show no progress."""
    del done, total


@dataclass
class Archived:
    """One text of the archive, read as far as it was asked for."""

    raw: RawText
    resolution: Resolution

    @cached_property
    def words(self) -> str:
        """The text as it is."""
        return self.raw.words()

    @property
    def data(self) -> bytes:
        """The text as it is stored, once it is known to be one."""
        words = self.words
        return words.encode() if self.raw.text is None else self.raw.text

    @cached_property
    def sentences(self) -> list[str]:
        """Its sentences, headings included."""
        return sentences_of(self.words)

    @cached_property
    def long(self) -> set[str]:
        """The sentences that tell where a text comes from."""
        return long_ones(self.sentences)

    @cached_property
    def document(self) -> Document:
        """Its structure and its printed lines."""
        return self.raw.document()

    @cached_property
    def amending(self) -> bool:
        """Whether it only gives instructions for another text."""
        return amends(self.resolution) or (self._may_instruct() and instructs(self.sentences))

    def _may_instruct(self) -> bool:
        folded = (self.raw.text or b"").lower()
        return b"zeile" in folded or (b"z." in folded and _LINE.search(folded) is not None)


def positions(
    raw: Iterable[RawText], topic: Topic, slug: str, until: PartialDate | None = None, progress: Progress = silent
) -> Positions:
    """The positions on a topic of one organisation, up to a date."""
    texts = adopted(raw, slug, until)
    said = judged(own.resolution for own in texts)
    members = Members(topic)
    needed = concerned(members, texts, said)
    dates = len({texts[number].resolution.adopted_on for number in needed})
    filed = []
    for done, number in enumerate(sorted(needed)):
        progress(done, len(needed) + dates)
        filed.append((texts[number].resolution, texts[number].document))
    others = [(own.resolution, own.amending) for number, own in enumerate(texts) if number not in needed]

    def tell(done: int) -> None:
        progress(len(filed) + done, len(filed) + dates)

    return follow(topic, slug, filed, align_spots, said, others, members, tell)


def standing(
    raw: Iterable[RawText], topic: Topic | None, slug: str, date: PartialDate | None = None
) -> tuple[Standing, ...]:
    """What holds on a date, with the thread of each sentence; without a topic, everything."""
    texts = adopted(raw, slug, date)
    said = judged(own.resolution for own in texts)
    needed = concerned(Members(topic), texts, said) if topic else range(len(texts))
    return held_on(topic, [(texts[n].resolution, texts[n].document) for n in sorted(needed)], align_spots, date, said)


def adopted(raw: Iterable[RawText], slug: str, until: PartialDate | None = None) -> list[Archived]:
    """What an organisation adopted up to a date, motions and drafts left out, by date and id."""
    files = {one.id: (one, one.resolution()) for one in raw}
    own = [resolution for _, resolution in files.values() if resolution.organisation == slug]
    return [Archived(files[one.id][0], one) for one in Validity(own, until).followed()]


# Which texts can matter.


class Members:
    """What a topic takes of documents, each asked for once."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic
        self._known: dict[int, tuple[Document, Mapping[int, object]]] = {}

    def __call__(self, document: Document) -> Mapping[int, object]:
        """The sentences of the topic, by index. The document is kept, so that no other gets its identity."""
        if id(document) not in self._known:
            self._known[id(document)] = (document, self.topic.members(document))
        return self._known[id(document)][1]


def concerned(members: Members, texts: Sequence[Archived], said: Judged) -> set[int]:
    """The texts with a sentence of the topic, and all that these have to be compared with, over all dates."""
    touched = set(_touched(members.topic, texts))
    documents = (texts[number].document for number in touched)
    claimed = {document.sentences[index] for document in documents for index in members(document)}
    wanted = long_ones(claimed) | {words for pair in said.confirmed for words in pair}
    saying = {number for number, own in enumerate(texts) if not wanted.isdisjoint(own.sentences)}
    return _closed(texts, touched | saying)


def _touched(topic: Topic, texts: Sequence[Archived]) -> list[int]:
    """The texts that may have a sentence on the topic, by their numbers."""
    # Texts of one archive share most of their words: each is looked at once. Bytes are cut twice as fast as letters;
    # the markers among them are no words, and blanks that are not ASCII are seen to in the few words that are left.
    found = []
    clean: set[bytes] = set()
    for number, own in enumerate(texts):
        fresh = {word for word in own.data.split() if word not in clean}
        if fresh and topic.touches(b" ".join(fresh).decode()):
            found.append(number)
        else:
            clean |= fresh
    return found


def _closed(texts: Sequence[Archived], start: set[int]) -> set[int]:
    """With all that they are compared with, and what these are compared with, and so on."""
    ties = _Ties(texts)
    found, fresh = set(start), set(start)
    while fresh:
        fresh = (ties.told(fresh) | ties.alike(fresh, found)) - found
        found |= fresh
    return found


class _Ties:
    """Which texts are a reason to compare each other."""

    def __init__(self, texts: Sequence[Archived]) -> None:
        self.texts = texts
        self.groups: dict[str, list[int]] = {}
        self.own: list[list[str]] = []
        for number, one in enumerate(texts):
            # A text and those it names are one group, each text the group of its own id.
            ids = [str(one.resolution.id), *(relation.target for relation in one.resolution.relations)]
            self.own.append([*names(one.resolution), *(f"id:{own_id}" for own_id in ids)])
            for name in self.own[-1]:
                self.groups.setdefault(name, []).append(number)

    def told(self, numbers: Iterable[int]) -> set[int]:
        """The texts that titles, sorts and relations tie to some."""
        return {other for number in numbers for name in self.own[number] for other in self.groups[name]}

    def alike(self, numbers: Iterable[int], known: set[int]) -> set[int]:
        """The texts that share enough sentences with some."""
        saying: dict[str, list[int]] = {}
        for number in numbers:
            for sentence in self.texts[number].long:
                saying.setdefault(sentence, []).append(number)
        said = frozenset(saying)
        return {
            other
            for other in range(len(self.texts))
            if other not in known and any(self._alike(other, *shared) for shared in self._shared(other, said, saying))
        }

    def _shared(self, other: int, said: frozenset[str], saying: dict[str, list[int]]) -> Iterable[tuple[int, int]]:
        counts: dict[int, int] = {}
        # What is said by some is long, so the short ones of the other need not be sorted out.
        for sentence in said.intersection(self.texts[other].sentences):
            for number in saying[sentence]:
                counts[number] = counts.get(number, 0) + 1
        return counts.items()

    def _alike(self, one: int, other: int, shared: int) -> bool:
        # Texts stand in the order of their dates; it is the older one that has to share enough.
        return alike(shared, len(self.texts[min(one, other)].long))
