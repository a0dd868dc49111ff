"""Two texts in, an account out: what became of every sentence.

    align_sentences(old, new)  ->  Account of Links       kept, reworded, split, merged, removed, added; moved or not
    word_spans(old, new)       ->  WordChange             which words of a reworded sentence changed
    related(old, new, account) ->  RelatedPairs           a looser tier that stands beside the account
    LineMap.of(account, …)     ->  carries printed lines  from one version to the next, and over many

Pure: sequences of strings in, frozen values out. Names are loaded when they are used, so that importing the package
costs nothing. No module has the name of a function: ``related`` lives in ``looser``, because importing a module of
that name would put the module in the function's place.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libcorpus.align.engine import align_sentences
    from libcorpus.align.linemap import Carried, Fate, LineMap
    from libcorpus.align.links import Account, AccountError, Link, LinkKind, Revision
    from libcorpus.align.looser import RelatedPair, related
    from libcorpus.align.words import Ignore, WordChange, word_spans

__all__ = [
    "Account",
    "AccountError",
    "Carried",
    "Fate",
    "Ignore",
    "LineMap",
    "Link",
    "LinkKind",
    "RelatedPair",
    "Revision",
    "WordChange",
    "align_sentences",
    "related",
    "word_spans",
]

_HOMES = {
    "align_sentences": "engine",
    "Account": "links",
    "AccountError": "links",
    "Link": "links",
    "LinkKind": "links",
    "Revision": "links",
    "Carried": "linemap",
    "Fate": "linemap",
    "LineMap": "linemap",
    "RelatedPair": "looser",
    "related": "looser",
    "Ignore": "words",
    "WordChange": "words",
    "word_spans": "words",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
