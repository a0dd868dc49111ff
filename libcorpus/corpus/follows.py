"""Following what was resolved through the assemblies of an organisation: positions on a topic, and origins.

corpus.positions("integration").threads
"""

from typing import TYPE_CHECKING

from libcorpus.corpus.reads import Reads, as_date
from libcorpus.model.dates import PartialDate

if TYPE_CHECKING:
    from libcorpus.flows.origins import Origin
    from libcorpus.topics.positions import Positions


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
    ) -> "Positions":
        """How the positions of one organisation on a topic changed between its assembly dates.

        Motions and drafts are left out. Without ``organisation`` it is the default one of the corpus, or the only one.
        ``since`` and ``until`` narrow the dates that are shown; what held before is known all the same.
        """
        from libcorpus.flows.origins import align_spots
        from libcorpus.topics.threads import follow

        slug = organisation or self.info().organisation or self.only_organisation()
        self.layout.organisation(slug)
        found = follow(self.topic(topic), slug, self.adopted(slug, until=until), align_spots)
        low = as_date(since)
        return found.since(low) if low else found
