"""What a person says of two sentences: that one became the other, or that it did not.

    link 4.1@2014:35-36 2.4@2019:44 --deny   ->   [[links]] in the newer text's resolution.toml, one commit

The words of both sentences are what tells a link; the printed lines beside them are those of the day. So a link
survives a new numbering, and one whose words are no longer there is a finding. Knows the layout of a corpus.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from libcorpus.flows.naming import Named, place_of, sentence_at, shortener
from libcorpus.flows.relating import printed_as_data
from libcorpus.model.dates import PartialDate
from libcorpus.model.document import Document
from libcorpus.model.ids import ResolutionId
from libcorpus.model.problems import LibcorpusError, Problem, refuse
from libcorpus.model.resolution import Resolution, SentenceLink
from libcorpus.store.layout import Layout, folder_of
from libcorpus.store.records import parse_resolution, write_resolution
from libcorpus.topics.judged import Judged
from libcorpus.topics.positions import Place

if TYPE_CHECKING:
    from libcorpus.flows.changing import Parts


@dataclass(frozen=True, slots=True)
class Ends:
    """Both ends of a link to be: the earlier text with its sentence, and the newer one with its own."""

    old: Resolution
    old_document: Document
    old_sentence: int
    new: Resolution
    new_document: Document
    new_sentence: int

    def link(self, verdict: str, reason: str) -> SentenceLink:
        """The link between them, as a person says it."""
        return SentenceLink(
            words=self.new_document.sentences[self.new_sentence],
            target=str(self.old.id),
            target_words=self.old_document.sentences[self.old_sentence],
            verdict="denied" if verdict == "denied" else "same",
            reason=" ".join(reason.split()),
            lines=str(self.new_document.lines_of(self.new_sentence) or ""),
            target_lines=str(self.old_document.lines_of(self.old_sentence) or ""),
        )


def ends_of(layout: Layout, old: str, new: str, find: Callable[[str], ResolutionId]) -> Ends:
    """What two places as typed mean; refuses the same text twice, and an old one that is the newer."""
    first, second = Named.parse(old), Named.parse(new)
    old_id, new_id = find(first.short), find(second.short)
    if old_id == new_id:
        raise refuse("link-itself", str(new_id))
    before, after = layout.resolution(old_id), layout.resolution(new_id)
    if not _earlier(before.adopted_on, after.adopted_on):
        raise refuse("link-order", str(new_id), old=str(before.adopted_on), new=str(after.adopted_on))
    old_document, new_document = layout.document(old_id), layout.document(new_id)
    old_sentence, new_sentence = sentence_at(old_document, first), sentence_at(new_document, second)
    return Ends(before, old_document, old_sentence, after, new_document, new_sentence)


def _earlier(old: PartialDate, new: PartialDate) -> bool:
    """Whether a date may lie before another: of a month that is known and a day in it nobody can tell."""
    return old < new or (old != new and new.covers(old)) or (old == new and not old.day)


def linking(layout: Layout, link: SentenceLink, own_id: ResolutionId) -> "Parts":
    """The act that says it; what was said of the same two sentences before is replaced."""
    before, resolution = _read(layout, own_id)
    kept = [one for one in resolution.links if not same_pair(one, link)]
    if link.verdict == "denied" and link.words == link.target_words:
        raise refuse("link-same-words", str(own_id), link.words)
    if link in resolution.links:
        raise refuse("nothing-changes", str(own_id))
    return _act(resolution, (*kept, link), before)


def unlinking(layout: Layout, own_id: ResolutionId, link: SentenceLink) -> "Parts":
    """The act that takes back what was said of two sentences; refuses where nothing was."""
    before, resolution = _read(layout, own_id)
    kept = tuple(one for one in resolution.links if not same_pair(one, link))
    if len(kept) == len(resolution.links):
        raise refuse("no-such-link", str(own_id), count=len(kept))
    return _act(resolution, kept, before)


def numbered(layout: Layout, own_id: ResolutionId, number: int) -> SentenceLink:
    """The link with a number, from 1, as the list of a resolution's links shows it."""
    links = layout.resolution(own_id).links
    if not 1 <= number <= len(links):
        raise refuse("no-such-link", str(own_id), count=len(links))
    return links[number - 1]


def same_pair(one: SentenceLink, other: SentenceLink) -> bool:
    """Whether two links are about the same two sentences."""
    return (one.words, one.target, one.target_words) == (other.words, other.target, other.target_words)


def _read(layout: Layout, own_id: ResolutionId) -> tuple[str, Resolution]:
    relative = folder_of(own_id) / "resolution.toml"
    before = layout.read_text(relative)
    return before, parse_resolution(before, own_id, layout.place(relative))


def _act(resolution: Resolution, links: tuple[SentenceLink, ...], before: str) -> "Parts":
    from libcorpus.flows.changing import parts_of

    after = replace(resolution, links=links)
    relative = folder_of(resolution.id) / "resolution.toml"
    return parts_of("link", after, {relative: write_resolution(after, before).encode()})


def judged(resolutions: Iterable[Resolution]) -> Judged:
    """What was said of sentences in these resolutions, as pairs of words, the older first."""
    pairs: dict[str, set[tuple[str, str]]] = {"same": set(), "denied": set()}
    for resolution in resolutions:
        for link in resolution.links:
            pairs[link.verdict].add((link.target_words, link.words))
    # Two texts may hold the same pair of sentences: who denies it in one does not deny what is confirmed in another.
    return Judged(frozenset(pairs["same"]), frozenset(pairs["denied"] - pairs["same"]))


def linker(layout: Layout) -> Callable[[Place, Place], str]:
    """What gives the command that confirms that one place became another; ``--deny`` behind it denies it."""
    short = shortener(layout.resolution_ids())
    document = cache(layout.document)

    def named(place: Place) -> str:
        return f"{short(place.id)}{place_of(document(place.id), _sentence_of(document(place.id), place))}"

    return lambda old, new: f"libcorpus link {named(old)} {named(new)}"


def _sentence_of(document: Document, place: Place) -> int:
    """The sentence a place means, the first if it has several; of those with the same words the one on its lines."""
    same = [index for index, words in enumerate(document.sentences) if place.text.startswith(words)]
    whole = [index for index in same if document.sentences[index] == place.text] or same
    return next((index for index in whole if (document.lines_of(index),) == place.lines), whole[0])


@dataclass(frozen=True, slots=True)
class Shown:
    """A link with where its words stand today; ``place`` and ``target_place`` are empty where they do not any more."""

    link: SentenceLink
    place: str
    target_place: str


def shown(layout: Layout, resolution: Resolution) -> Iterator[Shown]:
    """The links of a resolution, each with where its two sentences stand today."""
    own = layout.document(resolution.id)
    for link in resolution.links:
        yield Shown(link, _place(own, link.words), _place(_target(layout, link.target), link.target_words))


def _target(layout: Layout, target: str) -> Document:
    try:
        return layout.document(ResolutionId.parse(target))
    except LibcorpusError:
        return Document(())


def _place(document: Document, words: str) -> str:
    return place_of(document, document.sentences.index(words)) if words in document.sentences else ""


def faults(layout: Layout, own: Resolution, document: Document, at: str) -> Iterator[Problem]:
    """Links whose words are no longer there, or whose other text is not here."""
    for number, link in enumerate(own.links, start=1):
        values = {"number": number, "id": own.id}
        if not layout.exists(folder_of(ResolutionId.parse(link.target))):
            yield Problem.of("link-unknown", at, link.target_words, seen=link.target, **values)
        elif link.target_words not in _target(layout, link.target).sentences:
            yield Problem.of("link-words-gone", at, link.target_words, seen=link.target, **values)
        if link.words not in document.sentences:
            yield Problem.of("link-words-gone", at, link.words, seen=own.id, **values)


def as_data(link: SentenceLink) -> dict[str, Any]:
    """A link as JSON data."""
    return {
        "verdict": link.verdict,
        "words": link.words,
        **printed_as_data(link.lines),
        "target": link.target,
        "target_words": link.target_words,
        **printed_as_data(link.target_lines, "target_lines"),
        "basis": link.basis,
        "reason": link.reason,
    }
