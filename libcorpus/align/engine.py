"""Which sentences of the old text became which sentences of the new.

    old                                      new
    0  Wir fordern:                   kept   0  Wir fordern:
    1  20 Sprachkurse im Jahr.    reworded   1  35 Sprachkurse im Jahr.
    2  Das Amt prüft das.          removed
                                     added   2  Das gilt ab 2026.

The recipe goes from what is certain to what is likely: the same sentence, its neighbours, rows of which only numbers
changed, sentences beyond doubt, what the order tells, what is left; then a second look at who keeps better company
with another, what stands right beside a link, parts with something new between them, and at last who moved. Up to the
second look each step only links what is still free, except that a part of a split or a merge may leave a much worse
partner for it.

It knows sentences only. Contexts (keys of the document's structure, such as section path and kind of block) break
ties between partners that are equally good, and do nothing else. The engine works on the side that comes first in
the order of strings as "old" and mirrors the account if need be, so the answer does not depend on the side.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from libcorpus.align.again import change_partners, trade_copies
from libcorpus.align.apart import join_apart
from libcorpus.align.board import Board, Box, collapse
from libcorpus.align.exact import extend, link_unique
from libcorpus.align.frames import link_frames
from libcorpus.align.likeness import Likeness
from libcorpus.align.links import Account, Link, LinkKind
from libcorpus.align.nearby import link_nearby
from libcorpus.align.order import in_order
from libcorpus.align.parts import join_parts
from libcorpus.align.repeats import link_repeats, repeated
from libcorpus.align.reworded import link_beyond_doubt, link_in_place, link_left, link_lonely

__all__ = ["align_sentences"]

# Who leaves a partner frees it for another, so the second look is taken a few times, if need be.
ROUNDS = 3


def align_sentences(
    old: Sequence[str],
    new: Sequence[str],
    *,
    old_context: Sequence[Hashable] | None = None,
    new_context: Sequence[Hashable] | None = None,
) -> Account:
    """Say of every sentence of two texts what became of it.

    Sentences are the same if they are equal after each run of white space is made one blank. A context is a key for
    each sentence, of one's own making: a tuple is compared part by part. It only breaks ties.

    >>> [str(link.kind) for link in align_sentences(["Ja.", "Wir bauen 20 Schulen."], ["Wir bauen 35 Schulen."]).links]
    ['removed', 'reworded']
    """
    _check_context("old", old, old_context)
    _check_context("new", new, new_context)
    olds, news = [collapse(s) for s in old], [collapse(s) for s in new]
    if olds == news:
        same = [Link(LinkKind.KEPT, False, (i,), (i,)) for i in range(len(olds))]
        return Account.of(same, len(olds), len(news))
    if (len(olds), olds) > (len(news), news):
        return _account(Board(news, olds, new_context, old_context)).mirrored()
    return _account(Board(olds, news, old_context, new_context))


def _check_context(side: str, sentences: Sequence[str], context: Sequence[Hashable] | None) -> None:
    if context is not None and len(context) != len(sentences):
        raise ValueError(f"{side}_context has {len(context)} keys for {len(sentences)} sentences; each needs one")


def _account(board: Board) -> Account:
    _link_same(board)
    if board.free_old() and board.free_new():
        _link_alike(board)
    return _read(board)


def _link_same(board: Board) -> None:
    # Both ends count as links, so what both texts begin or end with belongs together.
    ends = [(-1, -1), (len(board.old), len(board.new))]
    extend(board, [*link_unique(board), *ends])


def _link_alike(board: Board) -> None:
    copies = repeated(board)
    olds, news = board.free_old(), board.free_new()
    likeness = Likeness(board, olds, news)
    link_frames(board, copies)
    olds, news = board.free_old(), board.free_new()
    # A sentence that stands on both sides is kept for its copy: linked to another it would be both removed and added.
    link_beyond_doubt(
        board,
        likeness,
        [i for i in olds if board.old[i] not in copies],
        [j for j in news if board.new[j] not in copies],
    )
    if copies:
        extend(board, [(box[0], box[2]) for box in board.links()])
        link_repeats(board)
    join_parts(board, likeness)
    link_in_place(board, likeness)
    join_parts(board, likeness)
    link_left(board, likeness)
    join_parts(board, likeness)
    _look_again(board, likeness)


def _look_again(board: Board, likeness: Likeness) -> None:
    trade_copies(board, likeness)
    for _ in range(ROUNDS):
        if not change_partners(board, likeness):
            break
        link_in_place(board, likeness)
        link_left(board, likeness)
        join_parts(board, likeness)
    link_lonely(board, likeness)
    join_parts(board, likeness)
    link_nearby(board, likeness)
    join_apart(board, likeness)


def _read(board: Board) -> Account:
    boxes = list(board.links())
    links = [_link(board, box, not stays) for box, stays in zip(boxes, in_order(board, boxes), strict=True)]
    links.extend(Link(LinkKind.REMOVED, False, (i,), ()) for i in board.free_old())
    links.extend(Link(LinkKind.ADDED, False, (), (j,)) for j in board.free_new())
    return Account.of(links, len(board.old), len(board.new))


def _link(board: Board, box: Box, moved: bool) -> Link:
    old, new = board.sentences(box)
    if len(new) > 1:
        kind = LinkKind.SPLIT
    elif len(old) > 1:
        kind = LinkKind.MERGED
    else:
        kind = LinkKind.KEPT if board.old[old[0]] == board.new[new[0]] else LinkKind.REWORDED
    return Link(kind, moved, old, new)
