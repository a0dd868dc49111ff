"""Reading a corpus: its resolutions, organisations and topics. Needs no git.

    corpus.resolution("2.13")   corpus.document("2.13")   corpus.search("Integration")

The base of everything else that a corpus can do.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from libcorpus.model.dates import PartialDate
from libcorpus.model.document import Document
from libcorpus.model.ids import ResolutionId
from libcorpus.model.problems import LibcorpusError, NotFoundError, Problem, refuse
from libcorpus.model.resolution import Organisation, Resolution
from libcorpus.store.layout import CorpusInfo, Layout

if TYPE_CHECKING:
    from libcorpus.flows.searching import Hit
    from libcorpus.store.repository import Repository
    from libcorpus.topics.positions import Place
    from libcorpus.topics.topic import Topic


@dataclass(frozen=True, slots=True)
class Reads:
    """What is filed below ``root``, as values."""

    root: Path

    @property
    def layout(self) -> Layout:
        """Where the files of this corpus lie."""
        return Layout(self.root)

    def info(self) -> CorpusInfo:
        """What ``corpus.toml`` says."""
        return self.layout.info()

    # Reading.

    def __iter__(self) -> Iterator[Resolution]:
        return self.resolutions()

    def resolutions(
        self,
        organisation: str = "",
        body: str = "",
        since: PartialDate | str | None = None,
        until: PartialDate | str | None = None,
        topic: str = "",
    ) -> Iterator[Resolution]:
        """The resolutions, oldest first, narrowed to an organisation (slug), a body, adoption dates (both ends
        included; ``2020`` means the whole year), or those with passages on a topic."""
        low, high = as_date(since), as_date(until)
        found = self.topic(topic) if topic else None
        ids = sorted(self.layout.resolution_ids(), key=lambda own: (own.adopted_on, str(own)))
        for own_id in ids:
            resolution = self.layout.resolution(own_id)
            fits = organisation in ("", resolution.organisation) and body in ("", resolution.body)
            if not fits or not _within(resolution.adopted_on, low, high):
                continue
            named = found is None or topic in resolution.topics
            if named or (resolution.has_text and found and found.members(self.layout.document(own_id))):
                yield resolution

    def find(self, short: str) -> ResolutionId:
        """The id a full or short id means; raises ``NotFoundError`` naming the candidates where it means several."""
        ids = list(self.layout.resolution_ids())
        exact = [own_id for own_id in ids if str(own_id) == short]
        found = exact or [own_id for own_id in ids if own_id.answers_to(short)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise NotFoundError(Problem.of("no-resolution", seen=short))
        names = tuple(map(str, found[:20]))
        raise NotFoundError(Problem.of("ambiguous-id", seen=short, count=len(found), candidates=names))

    def resolution(self, short: str | ResolutionId) -> Resolution:
        """The metadata of a resolution by full or short id."""
        return self.layout.resolution(self.find(str(short)))

    def document(self, short: str | ResolutionId) -> Document:
        """The words of a resolution, and its printed lines, by full or short id."""
        return self.layout.document(self.find(str(short)))

    def organisations(self) -> tuple[Organisation, ...]:
        """All organisations."""
        return self.layout.organisations()

    def organisation_name(self, slug: str) -> str:
        """The name of an organisation, its slug where it has no file."""
        try:
            return self.layout.organisation(slug).name
        except LibcorpusError:
            return slug

    def citer(self) -> "Callable[[Place], str]":
        """A way to cite places of this corpus, for many of them: each resolution is read once."""
        from functools import cache

        from libcorpus.align.linemap import joined

        known = cache(self.layout.resolution)
        name = cache(self.organisation_name)

        def cite(place: "Place") -> str:
            resolution = known(place.id)
            return resolution.cite(", ".join(map(str, joined(place.lines))), name(resolution.organisation))

        return cite

    def search(self, *words: str, organisation: str = "") -> Iterator["Hit"]:
        """Sentences that hold all the words, oldest resolution first."""
        from libcorpus.flows.searching import search

        return search(words, self.texts(organisation))

    def texts(self, organisation: str = "") -> Iterator[tuple[Resolution, Document]]:
        """The resolutions with their words, oldest first; those whose text was removed are passed over."""
        found = (one for one in self.resolutions(organisation=organisation) if one.has_text)
        return ((one, self.layout.document(one.id)) for one in found)

    def topics(self) -> dict[str, "Topic"]:
        """The topics by name: those the package ships, and those of this corpus in place of them."""
        from libcorpus.topics.packaged import packaged_topics
        from libcorpus.topics.topic import parse_topic

        own = self.layout.topic_files()
        texts = {name: (text, f"libcorpus/topics/{name}.toml") for name, text in packaged_topics().items()}
        texts |= {name: (text, self.layout.place(f"topics/{name}.toml")) for name, text in own.items()}
        return {name: parse_topic(text, name, place) for name, (text, place) in sorted(texts.items())}

    def topic(self, name: str) -> "Topic":
        """One topic; raises ``NotFoundError`` with those there are."""
        topics = self.topics()
        if name not in topics:
            raise NotFoundError(Problem.of("no-topic", seen=name, known=", ".join(topics)))
        return topics[name]

    def adopted(self, slug: str, until: PartialDate | str | None = None) -> list[tuple[Resolution, Document]]:
        """What an organisation adopted, motions and drafts left out."""
        from libcorpus.model.validity import Validity

        texts = Validity(self.resolutions(organisation=slug), as_date(until)).followed()
        return [(one, self.layout.document(one.id)) for one in texts]

    def only_organisation(self) -> str:
        """The one organisation there is; refuses where there are several, or none."""
        slugs = [organisation.slug for organisation in self.organisations()]
        if not slugs:
            raise refuse("no-organisations")
        if len(slugs) > 1:
            raise refuse("which-organisation", known=", ".join(slugs))
        return slugs[0]

    def repository(self) -> "Repository":
        """The git repository around the corpus; raises ``LibcorpusError`` where there is none."""
        from libcorpus.store.repository import Repository

        return Repository.containing(self.root)


def read_file(path: Path) -> bytes:
    """The bytes of a source; refuses what is no plain file."""
    from libcorpus.store.layout import read_bytes

    return read_bytes(path)


def as_date(value: PartialDate | str | None) -> PartialDate | None:
    """A date as a caller gives it: a value, or text; an empty one is none."""
    return PartialDate.read(value) if isinstance(value, str) and value else value or None


def _within(date: PartialDate, low: PartialDate | None, high: PartialDate | None) -> bool:
    after = low is None or date >= low or low.covers(date)
    return after and (high is None or date <= high or high.covers(date))
