"""Comparing texts of a corpus: two of them, assemblies, drafts, and what the archive knew before.

corpus.compare("4.1@2014", "2.4@2019").account
"""

from pathlib import Path
from typing import TYPE_CHECKING

from libcorpus.corpus.reads import Reads, read_file
from libcorpus.model.ids import ResolutionId
from libcorpus.model.lines import LineSpan
from libcorpus.model.problems import NotFoundError
from libcorpus.store.layout import is_file

if TYPE_CHECKING:
    from libcorpus.align.linemap import Carried
    from libcorpus.flows.comparing import Comparison, Side


class Compares(Reads):
    """What became of every sentence."""

    __slots__ = ()

    def compare(self, old: str | ResolutionId, new: str | ResolutionId) -> "Comparison":
        """Say of every sentence of two texts what became of it, old first; ``side`` says what may be named."""
        from libcorpus.flows.comparing import compare

        return compare(self.side(str(old)), self.side(str(new)))

    def side(self, named: str) -> "Side":
        """One side of a comparison: a resolution, all that an assembly adopted, or a file that is not archived.

        A date, or ``organisation/date``, under which several were adopted means the assembly; a path to a file that
        exists and is no id means that file, read as ``archive`` would.
        """
        from libcorpus.flows.comparing import Side, together

        try:
            own_id = self.find(named)
        except NotFoundError as error:
            from libcorpus.flows import sides

            if adopted := sides.assembly(self.layout, named):
                return together(named, [(one, self.layout.document(one.id)) for one in adopted])
            if error.problem.key == "no-resolution" and is_file(Path(named)):
                return sides.file_side(read_file(Path(named)), Path(named), self.info().language)
            raise
        return Side(str(own_id), self.layout.document(own_id), self.layout.resolution(own_id))

    def known_at(self, short: str, revision: str) -> "Side":
        """One side of a comparison: a resolution as the archive knew it at a git revision or on a day."""
        from libcorpus.flows import sides

        return sides.known_at(self.layout, self.find(short), self.repository(), revision)

    def where(self, short: str, lines: str, other: str) -> "Carried":
        """Where printed lines of one text stand in another: kept, moved, changed or gone."""
        from libcorpus.align.linemap import LineMap

        comparison = self.compare(short, other)
        line_map = LineMap.of(comparison.account, comparison.old.document, comparison.new.document)
        return line_map.carry(LineSpan.parse(lines))
