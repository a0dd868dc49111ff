"""Parts of a sentence with something new between them: what is left over close to a link, and completes it.

    old 8   Zahlt ein Verein zu spät, ruht sein Anspruch auf die Halle.
    new 8   Der Anspruch auf die Halle ruht, wenn                        left over; its words stand in old 8
    new 9   1. der Verein keinen Vorstand hat oder                       new
    new 10  2. ein Verein zu spät zahlt.                                 linked with old 8

So old 8 was split into new 8 and 10, and new 9 was put in between. That the parts do not stand side by side tells
against it, so more is asked for than when neighbours join (``parts``): almost all of the part's words stand in the
whole, most of them in none of the other parts, and with it the parts cover a quarter more of the whole. Letters are not
asked, since parts often change places, as here; so neighbours get this second chance too. What stands between has no
partner, and keeps having none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from libcorpus.align.board import Board, Box
from libcorpus.align.likeness import FULL, Likeness, inside, own, shared, together
from libcorpus.align.links import BETWEEN
from libcorpus.align.stems import Told

__all__ = ["join_apart"]

# Of the weight of a part's words so much is in the whole, and so much is in the whole and in no other part.
INSIDE, OWN = 800, 600
# So much more of the weight of the whole is covered, and so much more do whole and parts share. Chosen on a law, essays
# and two versions of a programme: with it, one link of the law and three of the programme were put together, all
# rightly; with less than 200 the essays have a part that their truth does not link.
COVERED, GAIN = 250, 150

Found = tuple[int, Box, Box, int]
"""How much more is covered, as a negative number; a link as it is and as it would be; the part."""


def join_apart(board: Board, likeness: Likeness) -> None:
    """Let links take in a part that is left over close to them, each at most one; those that gain most come first."""
    wholes, parts = likeness.old, likeness.new
    splits = [(found, False) for found in _found(board.to_old, board.to_new, board.boxes, wholes, parts)]
    turned = {(j0, i0): _turned(box) for (i0, j0), box in board.boxes.items()}
    merges = [(found, True) for found in _found(board.to_new, board.to_old, turned, parts, wholes)]
    grown: set[Box] = set()
    for (_, box, wider, part), merged in sorted(splits + merges):
        to = board.to_new if merged else board.to_old
        own_box = _turned(box) if merged else box
        between = [*range(wider[2], box[2]), *range(box[3] + 1, wider[3] + 1)]
        if own_box not in grown and all(to[place] is None for place in between):
            grown.add(own_box)
            board.link_apart(own_box, _turned(wider) if merged else wider, [k for k in between if k != part])


def _turned(box: Box) -> Box:
    return (*box[2:], *box[:2])


def _found(
    to_whole: Sequence[int | None],
    to_part: Sequence[int | None],
    boxes: Mapping[tuple[int, int], Box],
    wholes: Mapping[int, Told],
    parts: Mapping[int, Told],
) -> Iterator[Found]:
    """Links that could take in a part, told as splits: one whole, some parts."""
    for part, whole in enumerate(to_whole):
        if whole is not None or part not in parts:
            continue
        for near in _near(to_whole, part):
            first = to_whole[near]
            start = to_part[first] if first is not None else None
            if first is None or start is None:
                continue
            box = boxes.get((first, start), (first, first, start, start))
            if box[0] == box[1] and first in wholes and all(place in parts for place in range(box[2], box[3] + 1)):
                others = together([parts[place] for place in range(box[2], box[3] + 1)])
                covered = _covered(wholes[first], others, parts[part])
                if covered:
                    yield -covered, box, (first, first, min(start, part), max(box[3], part)), part


def _near(to_whole: Sequence[int | None], part: int) -> Iterator[int]:
    """The linked sentences before and behind a part, with at most BETWEEN sentences in between."""
    for step in (-1, 1):
        for place in range(part + step, part + step * (BETWEEN + 2), step):
            if not 0 <= place < len(to_whole):
                break
            if to_whole[place] is not None:
                yield place
                break


def _covered(whole: Told, others: Told, part: Told) -> int:
    """How much more of the whole is covered with the part, from 0 to 1000; 0 if it is none."""
    alone = own(part, whole, others)
    covered = FULL * alone // max(whole.total, 1)
    if covered < COVERED or inside(part, whole) < INSIDE or FULL * alone < OWN * part.total:
        return 0
    return covered if shared(together([others, part]), whole) >= shared(others, whole) + GAIN else 0
