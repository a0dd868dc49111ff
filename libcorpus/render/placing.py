"""Where the links of an account stand when two texts are read side by side: once, or at several places.

    kept, reworded, …              here
    moved                          away, where it stood; came, where it stands now
    split, something in between    here, with the first part; rest, behind what is in between

Knows links and indices; the words are put to them in ``rows``.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import groupby

from libcorpus.align import Link


class Role(StrEnum):
    """Where a row stands: at both places at once, or at one of the two places of something that moved.

    ``rest``: a further part of a split or a merge, behind something that does not belong to it.
    """

    HERE = "here"
    AWAY = "away"
    CAME = "came"
    REST = "rest"


def placed(links: Sequence[Link]) -> list[tuple[Link, Role, int]]:
    """Links with their roles, in the order of the account; a moved one twice, and each run of parts on its own."""
    places: list[tuple[int, int, int, Link, Role, int]] = []
    last = -1
    for link in sorted((link for link in links if link.old), key=lambda link: link.old):
        stays = bool(link.new) and not link.moved
        last = max(last, link.new[0]) if stays else last
        role = Role.REST if stays else Role.AWAY if link.moved else Role.HERE
        places += [(last, 1, run[0], link, role, k) for k, run in enumerate(runs_of(link.old)) if k or not stays]
    for link in links:
        first = Role.CAME if link.moved else Role.HERE
        places += [(run[0], 0, 0, link, Role.REST if k else first, k) for k, run in enumerate(runs_of(link.new))]
    return [(link, role, run) for *_, link, role, run in sorted(places, key=lambda place: place[:3])]


def runs_of(sentences: Sequence[int]) -> list[tuple[int, ...]]:
    """Sentences by their indices, those that follow each other together.

    >>> runs_of((8, 9, 11))
    [(8, 9), (11,)]
    """
    grouped = groupby(enumerate(sentences), key=lambda pair: pair[1] - pair[0])
    return [tuple(index for _, index in run) for _, run in grouped]
