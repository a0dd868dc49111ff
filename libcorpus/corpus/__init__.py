"""The corpus as a caller sees it: open, read, archive, compare, follow positions, check.

    corpus = Corpus.open("corpus")
    for resolution in corpus.resolutions(organisation="gruene-duesseldorf"):
        print(resolution.cite("94-99"))

Reading takes the files of the work tree and needs no git; every change is one commit. What one can do
stands in the modules beside this one, a group each.
"""

from pathlib import Path

from libcorpus.corpus.acts import Acts
from libcorpus.corpus.compares import Compares
from libcorpus.corpus.holds import Holds
from libcorpus.corpus.reads import read_file
from libcorpus.store.layout import find_corpus


class Corpus(Compares, Holds, Acts):
    """A git-backed corpus of resolutions below ``root``. Make one with ``Corpus.open`` or ``Corpus.init``."""

    __slots__ = ()

    @classmethod
    def open(cls, path: str | Path = "") -> "Corpus":
        """The corpus at ``path``, or found upwards from the current folder. Raises ``NotFoundError``.

        Refuses a format this program cannot read with ``LibcorpusError``.
        """
        root = find_corpus(Path.cwd(), str(path))
        corpus = cls(root.resolve())
        corpus.info()
        return corpus

    @classmethod
    def init(cls, path: str | Path, title: str = "", organisation: str = "", organisation_name: str = "") -> "Corpus":
        """Make a corpus in a folder, in the repository around it or a new one, and commit it.

        Raises ``LibcorpusError`` where a corpus is already, or git refuses.
        """
        from libcorpus.flows.beginning import begin

        return cls(begin(Path(path), title, organisation, organisation_name))


__all__ = ["Corpus", "read_file"]
