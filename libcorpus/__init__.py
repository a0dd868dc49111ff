"""libcorpus archives what assemblies of a party resolved, cites it by printed line, and shows how positions changed.

    from libcorpus import Corpus

    corpus = Corpus.open("corpus")
    for resolution in corpus.resolutions(organisation="gruene-duesseldorf"):
        print(resolution.cite())

This module lists the public names; they are loaded when they are used, so importing it costs nothing.
``docs/reference.md`` describes them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from libcorpus.align import Account, Link, LinkKind, align_sentences, related, word_spans
    from libcorpus.align.linemap import LineMap
    from libcorpus.align.paragraphs import block_changes
    from libcorpus.corpus import Corpus
    from libcorpus.flows.comparing import Comparison, align_documents
    from libcorpus.flows.filing import ArchiveRequest, Receipt
    from libcorpus.model.dates import PartialDate
    from libcorpus.model.document import Block, BlockKind, Document
    from libcorpus.model.ids import ResolutionId
    from libcorpus.model.lines import LineSpan, LineStart
    from libcorpus.model.problems import AlreadyFiledError, LibcorpusError, NotFoundError, Problem, Severity
    from libcorpus.model.resolution import Organisation, Resolution, ResolutionKind
    from libcorpus.text.numbering import check_by_rule, infer_length, number_by_rule, wrap
    from libcorpus.text.sentences import split_sentences
    from libcorpus.topics.positions import Positions, Step, Thread

_HOMES = {
    "Account": "align",
    "AlreadyFiledError": "model.problems",
    "ArchiveRequest": "flows.filing",
    "Block": "model.document",
    "BlockKind": "model.document",
    "Comparison": "flows.comparing",
    "Corpus": "corpus",
    "Document": "model.document",
    "LibcorpusError": "model.problems",
    "LineSpan": "model.lines",
    "LineStart": "model.lines",
    "Link": "align",
    "LineMap": "align.linemap",
    "LinkKind": "align",
    "NotFoundError": "model.problems",
    "Organisation": "model.resolution",
    "PartialDate": "model.dates",
    "Positions": "topics.positions",
    "Problem": "model.problems",
    "Receipt": "flows.filing",
    "Resolution": "model.resolution",
    "ResolutionId": "model.ids",
    "ResolutionKind": "model.resolution",
    "Severity": "model.problems",
    "Step": "topics.positions",
    "Thread": "topics.positions",
    "align_documents": "flows.comparing",
    "align_sentences": "align",
    "block_changes": "align.paragraphs",
    "check_by_rule": "text.numbering",
    "infer_length": "text.numbering",
    "number_by_rule": "text.numbering",
    "related": "align",
    "split_sentences": "text.sentences",
    "word_spans": "align",
    "wrap": "text.numbering",
}

__all__ = [
    "Account",
    "AlreadyFiledError",
    "ArchiveRequest",
    "Block",
    "BlockKind",
    "Comparison",
    "Corpus",
    "Document",
    "LibcorpusError",
    "LineMap",
    "LineSpan",
    "LineStart",
    "Link",
    "LinkKind",
    "NotFoundError",
    "Organisation",
    "PartialDate",
    "Positions",
    "Problem",
    "Receipt",
    "Resolution",
    "ResolutionId",
    "ResolutionKind",
    "Severity",
    "Step",
    "Thread",
    "align_documents",
    "align_sentences",
    "block_changes",
    "check_by_rule",
    "infer_length",
    "number_by_rule",
    "related",
    "split_sentences",
    "word_spans",
    "wrap",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'libcorpus' has no attribute {name!r}")
    found: object = getattr(import_module(f"libcorpus.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
