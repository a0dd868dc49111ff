"""Following what was resolved through the assemblies of an organisation: positions on a topic, and origins.

corpus.positions("integration").threads
"""

from typing import TYPE_CHECKING, Any

from libcorpus.corpus.reads import Reads, as_date
from libcorpus.model.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from libcorpus.flows.following import Progress
    from libcorpus.flows.origins import Origin
    from libcorpus.store.many import RawText
    from libcorpus.topics.positions import Positions, Standing


class Follows(Reads):
    """Positions through time."""

    __slots__ = ()

    def origin(self, short: str) -> "list[Origin]":
        """For every sentence of a resolution since which assembly it holds, in this wording and in substance.

        Looks at what the same organisation adopted up to that date.
        """
        from libcorpus.flows.origins import origins

        own_id = self.find(short)
        return origins(self.adopted(own_id.organisation), self.layout.resolution(own_id), self.layout.document(own_id))

    def positions(
        self,
        topic: str,
        organisation: str = "",
        since: PartialDate | str | None = None,
        until: PartialDate | str | None = None,
        *,
        texts: "Sequence[RawText] | None" = None,
        progress: "Progress | None" = None,
    ) -> "Positions":
        """How the positions of one organisation on a topic changed between its assembly dates.

        Motions and drafts are left out. Without ``organisation`` it is the default one of the corpus, or the only one.
        ``since`` and ``until`` narrow the dates that are shown; what held before is known all the same. ``texts`` are
        the files of the corpus where they were read already; ``progress`` is told how many are done, and of how many.
        """
        from libcorpus.flows import following
        from libcorpus.store.many import read_all

        slug = organisation or self.info().organisation or self.only_organisation()
        self.layout.organisation(slug)
        raw = read_all(self.layout) if texts is None else texts
        found = following.positions(raw, self.topic(topic), slug, as_date(until), progress or following.silent)
        low = as_date(since)
        return found.since(low) if low else found

    def standing(
        self, topic: str = "", organisation: str = "", as_of: PartialDate | str | None = None
    ) -> "tuple[Standing, ...]":
        """Each sentence that holds on a date, or now, with its thread; without a topic all of them."""
        from libcorpus.flows import following
        from libcorpus.store.many import read_all

        slug = organisation or self.info().organisation or self.only_organisation()
        self.layout.organisation(slug)
        found = self.topic(topic) if topic else None
        return following.standing(read_all(self.layout), found, slug, as_date(as_of))

    def answered(self, asked: "Sequence[str]", make: "Callable[[Sequence[RawText]], str]") -> str:
        """What ``make`` makes of the files of the corpus, or made of the very same when the same was asked before."""
        from libcorpus.flows.answering import answered

        return answered(self.layout, asked, make)

    def rows(self, topic: str = "", organisation: str = "") -> "Iterator[dict[str, Any]]":
        """A row for each sentence, as ``flows.frames.COLUMNS`` names its values; motions and drafts included.

        With a topic only its sentences, with their threads among what the organisation adopted.
        """
        from libcorpus.flows.frames import rows

        found = self.positions(topic, organisation) if topic else None
        slug = found.organisation if found else organisation
        return rows(list(self.texts(slug)), self.topics(), found)

    def frame(self, topic: str = "", organisation: str = "", library: str = "pandas") -> "Any":
        """The same rows as a data frame of ``pandas`` or ``polars`` (extra ``frame``)."""
        from libcorpus.flows.frames import frame

        return frame(self.rows(topic, organisation), library)
