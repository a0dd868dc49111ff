"""What holds: the Beschlusslage on a topic, what a draft brings that is new, and the corpus as it was known before.

corpus.beschlusslage("integration", as_of="2018").positions
corpus.at("2026-05-04").beschlusslage("integration")
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from libcorpus.corpus.follows import Follows
from libcorpus.corpus.reads import as_date
from libcorpus.model.dates import PartialDate
from libcorpus.store.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from libcorpus.flows.beschlusslage import Beschlusslage
    from libcorpus.flows.novelty import Novelty
    from libcorpus.store.many import RawText
    from libcorpus.topics.judged import Judged
    from libcorpus.topics.positions import Place


class Holds(Follows):
    """What holds on a date."""

    __slots__ = ()

    def judged(self, organisation: str = "") -> "Judged":
        """What persons said of pairs of sentences, in the texts of one organisation or of all."""
        from libcorpus.flows.linking import judged

        return judged(self.resolutions(organisation=organisation))

    def linker(self) -> "Callable[[Place, Place], str]":
        """A way to say what a person types to confirm that one place became another."""
        from libcorpus.flows.linking import linker

        return linker(self.layout)

    def beschlusslage(
        self, topic: str, as_of: PartialDate | str | None = None, organisation: str = ""
    ) -> "Beschlusslage":
        """What holds on a topic on a date of adoption, today if none is given, and what was left out and why.

        Without ``organisation`` it is the default one of the corpus, or the only one.
        """
        from libcorpus.flows.beschlusslage import beschlusslage
        from libcorpus.store.many import read_all

        slug, day = self._organisation(organisation), as_date(as_of) or _today()
        return beschlusslage(read_all(self.layout), self.topic(topic), slug, day, self.known_as())

    def novelty(
        self,
        path: str | Path,
        topic: str = "",
        as_of: PartialDate | str | None = None,
        organisation: str = "",
    ) -> "Novelty":
        """What a draft that is not archived says, sentence by sentence, beside all that holds."""
        from libcorpus.corpus.reads import read_file
        from libcorpus.flows import standing
        from libcorpus.flows.linking import judged
        from libcorpus.flows.novelty import compared
        from libcorpus.flows.sides import file_side
        from libcorpus.model.validity import Validity
        from libcorpus.store.many import read_all

        slug, day = self._organisation(organisation), as_date(as_of) or _today()
        draft = file_side(read_file(Path(path)), Path(path), self.info().language)
        wanted = self.topic(topic) if topic else None
        files, texts = standing.texts_of(read_all(self.layout), slug, day)
        validity = Validity(texts.values(), day)
        filed = standing.filed_of(files, validity, wanted)
        found = standing.followed(wanted, filed, day, judged(texts.values()))
        held = tuple(standing.positions_of(wanted, found.standing, validity))
        return compared(draft, held, slug, day, wanted, tuple(self.topics().values()))

    def at(self, revision: str) -> "Known":
        """This corpus as the archive knew it at a git revision or at the end of a day; it can only be read."""
        from libcorpus.store.revision import Revision

        found = Revision.of(self.repository(), self.root, revision)
        return Known(self.root, found, found.commit)

    def known_as(self) -> str:
        """The commit that is read; empty for the work tree."""
        return ""

    def _organisation(self, named: str) -> str:
        slug = named or self.info().organisation or self.only_organisation()
        return self.layout.organisation(slug).slug


@dataclass(frozen=True, slots=True)
class Known(Holds):
    """A corpus as it was known at one commit: what ``Corpus`` can say, without acts."""

    files: Layout
    commit: str

    @property
    def layout(self) -> Layout:
        """The files of then."""
        return self.files

    def known_as(self) -> str:
        """The commit that is read."""
        return self.commit

    def answered(self, asked: "Sequence[str]", make: "Callable[[Sequence[RawText]], str]") -> str:
        """What is made of the files of then; nothing of it is kept for another time."""
        from libcorpus.store.many import read_all

        return make(read_all(self.files))


def _today() -> PartialDate:
    today = date.today()
    return PartialDate(today.year, today.month, today.day)
