"""Sentences that were reworded: what is beyond doubt, what the order tells, what is left and may have moved.

    beyond doubt   very much alike, and nobody else comes near                 wherever it stands
    order          the best chain between two neighbouring links               alike enough in its place
    left           alike enough to be the same sentence in another place       the best pairs first

The order of the three matters: a pair beyond doubt is a landmark for those between it and the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from libcorpus.align.board import Board
from libcorpus.align.chain import heaviest_chain
from libcorpus.align.company import company, gaps
from libcorpus.align.likeness import FULL, Likeness
from libcorpus.align.repeats import stretches

__all__ = ["link_beyond_doubt", "link_in_place", "link_left", "link_lonely"]

# All figures are likenesses, from 0 to 1000. Of sentences that different parties wrote about different things one pair
# in 2,000 reaches 380 and one in 200 reaches 320; of the true partners in essays and laws 93 to 97 % reach 380.
IN_PLACE = 380
# One sentence against one, between the same neighbours: there is only this one pair that could go wrong.
ALONE = 320
# In a wide stretch there are many pairs, and the place says little: WIDER more for each doubling from WIDE on, up to
# ANYWHERE. A programme written anew is one stretch from end to end, and nothing in it may be called reworded by chance.
WIDE, WIDER = 16, 30
ANYWHERE = 600
SURE, MARGIN = 700, 80
# What each linked neighbour adds: a sentence that was reworded in the middle of a paragraph that moved.
VOUCHED = 70
# Where at most one sentence in LONELY_FROM is left, and nobody else comes near either: how alike two have to be by rare
# words, and by letters and all words. With less than the second, two of three links on made-up texts were wrong.
LONELY_FROM, LONELY, LONELY_TOO = 4, 500, 640
# Or two thirds of the words of the longer one are in both: frames that are used again and again do not make that.
MOST_WORDS = 667
_WORD = re.compile(r"\w+")
# Up to that many pairs all are compared, beyond it those that the index names.
SMALL = 2500


def link_beyond_doubt(board: Board, likeness: Likeness, olds: Sequence[int], news: Sequence[int]) -> None:
    """Link pairs that are much alike where no other partner of either comes near."""
    pairs = _candidates(likeness, olds, news)
    score = {pair: likeness.anywhere(*pair) for pair in pairs}
    first_old, second_old = _best_two((i, s) for (i, _), s in score.items())
    first_new, second_new = _best_two((j, s) for (_, j), s in score.items())
    for (i, j), s in score.items():
        if s < SURE or s < first_old[i] or s < first_new[j]:
            continue
        if s - max(second_old.get(i, 0), second_new.get(j, 0)) >= MARGIN:
            board.link(i, j)


def _best_two(scores: Iterable[tuple[int, int]]) -> tuple[dict[int, int], dict[int, int]]:
    first: dict[int, int] = {}
    second: dict[int, int] = {}
    for place, score in scores:
        if score > first.get(place, -1):
            if place in first:
                second[place] = first[place]
            first[place] = score
        elif score > second.get(place, -1):
            second[place] = score
    return first, second


def link_in_place(board: Board, likeness: Likeness) -> None:
    """Between two neighbouring links, link the chain that is most alike."""
    for olds, news in [*stretches(board), *gaps(board)]:
        longer = max(len(olds), len(news))
        if not all(board.to_new[i] is None for i in olds) or not all(board.to_old[j] is None for j in news):
            continue
        least = _least(longer)
        alike = likeness.anywhere if longer >= WIDE else likeness.of
        scored = [(pair, alike(*pair)) for pair in _pairs_between(likeness, olds, news)]
        good = [(pair, score) for pair, score in scored if score > least]
        weights = [(score - least) * 8 + board.same_place(*pair) for pair, score in good]
        for place in heaviest_chain([(i, i, j, j) for (i, j), _ in good], weights):
            board.link(*good[place][0])


def _least(longer: int) -> int:
    """How alike two have to be in a stretch of that many sentences: the wider it is, the less does its place tell."""
    if longer == 1:
        return ALONE
    return min(ANYWHERE, IN_PLACE + WIDER * max(0, (longer // WIDE).bit_length()))


def _pairs_between(likeness: Likeness, olds: Sequence[int], news: Sequence[int]) -> list[tuple[int, int]]:
    if len(olds) * len(news) <= SMALL:
        return [(i, j) for i in olds for j in news]
    return _candidates(likeness, olds, news)


def link_left(board: Board, likeness: Likeness) -> None:
    """Link what is left, best pairs first, if they are alike enough to be the same sentence anywhere.

    A pair whose neighbours are linked to each other is better for it: the sentence that was reworded in a paragraph
    that moved. Each link can vouch for the next, so this is repeated until nothing is found.
    """
    pairs = _candidates(likeness, board.free_old(), board.free_new())
    scored = [(likeness.anywhere(i, j), i, j) for i, j in pairs]
    left = [found for found in scored if found[0] >= ANYWHERE - 2 * VOUCHED]
    while left:
        ranked = [(s + VOUCHED * sum(company(board, i, j)), board.same_place(i, j), i, j) for s, i, j in left]
        good = [found for found in ranked if found[0] >= ANYWHERE]
        good.sort(key=lambda f: (-f[0], -f[1], abs(f[2] - f[3]), f[2], f[3]))
        for _, _, i, j in good:
            if _free(board, i, j):
                board.link(i, j)
        if not good:
            break
        left = [found for found in left if _free(board, found[1], found[2])]


def link_lonely(board: Board, likeness: Likeness) -> None:
    """Link what is left if the two are each other's best by far, where most of the text has found its partner.

    A short sentence of which half the words were replaced, in another place: nobody else comes near either of them.
    """
    olds, news = board.free_old(), board.free_new()
    if LONELY_FROM * max(len(olds), len(news)) > max(len(board.old), len(board.new)):
        return
    score = {(i, j): likeness.anywhere(i, j) for i, j in _candidates(likeness, olds, news)}
    first_old, second_old = _best_two((i, s) for (i, _), s in score.items())
    first_new, second_new = _best_two((j, s) for (_, j), s in score.items())
    for (i, j), s in score.items():
        rival = max(second_old.get(i, 0), second_new.get(j, 0))
        if (
            s >= LONELY
            and s == first_old[i] == first_new[j]
            and s - rival >= MARGIN
            and (likeness.of(i, j) >= LONELY_TOO or _words_in_common(likeness, i, j) >= MOST_WORDS)
        ):
            board.link(i, j)


def _words_in_common(likeness: Likeness, i: int, j: int) -> int:
    """Words in common as a share of those of the longer sentence, from 0 to 1000."""
    old, new = (Counter(_WORD.findall(told.text)) for told in (likeness.old[i], likeness.new[j]))
    return FULL * (old & new).total() // max(old.total(), new.total(), 1)


def _free(board: Board, i: int, j: int) -> bool:
    return board.to_new[i] is None and board.to_old[j] is None


def _candidates(likeness: Likeness, olds: Sequence[int], news: Sequence[int]) -> list[tuple[int, int]]:
    among = set(news)
    return [(i, j) for i in olds for j in likeness.candidates(i) if j in among]
