"""What a person decided about pairs of sentences: these belong together, those do not.

    confirmed  ("Wer acht Jahre hier lebt, …", "Die Einbürgerung wollen wir …")     a link from now on
    denied     ("Wer acht Jahre hier lebt, …", "Der Pass kostet 60 Euro.")          never suggested again

Pairs are told by their words, old first, so they survive a new numbering. Knows no files.
"""

from dataclasses import dataclass

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of sentences, old words and new words, that an editor confirmed or denied."""

    confirmed: frozenset[Pair] = frozenset()
    denied: frozenset[Pair] = frozenset()
