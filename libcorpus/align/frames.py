"""Sentences and rows of a table of which only the numbers changed.

    old  | Haushaltsstelle 17 | 1.200 |      frame  | Haushaltsstelle 17 | # |     the first number names the row
    new  | Haushaltsstelle 17 | 1.950 |      frame  | Haushaltsstelle # | # |      or no number does

In a table every row looks like every other one, and what tells them apart is a number that means nothing elsewhere:
likeness is blind there, order and name are not. Between two neighbouring links, what has the same frame and is the
only one of it belongs together; where a frame is repeated as often on both sides, its rows are paired in order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from libcorpus.align.board import Board
from libcorpus.align.chain import heaviest_chain
from libcorpus.align.repeats import stretches

__all__ = ["link_frames", "same_frame"]

_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_WORD = re.compile(r"[^\W\d_]{3}")


def link_frames(board: Board, copies: Collection[str]) -> None:
    """Link what differs in its numbers only and stands in order; ``copies`` stay free for their own kind."""
    sides = []
    for frame in (_named, _bare):
        old = _frames(board.old, board.free_old(), frame, copies)
        new = _frames(board.new, board.free_new(), frame, copies) if old else {}
        if not set(old.values()).isdisjoint(new.values()):
            several = _several(old.values()) | _several(new.values()) if frame is _bare else set()
            sides.append((old, new, several))
    if not sides:
        return
    for olds, news in list(stretches(board)):
        pairs: set[tuple[int, int]] = set()
        for old, new, without in sides:
            pairs |= _pairs(_places(olds, old, without), _places(news, new, without))
        ordered = sorted(pairs)
        weights = [10 + board.same_place(*pair) for pair in ordered]
        for k in heaviest_chain([(i, i, j, j) for i, j in ordered], weights):
            board.link(*ordered[k])


def same_frame(old: str, new: str) -> bool:
    """Whether the two differ in their numbers only."""
    return _bare(old) == _bare(new)


def _named(text: str) -> str:
    """All numbers but the first are open."""
    first = _NUMBER.search(text)
    return text[: first.end()] + _NUMBER.sub("#", text[first.end() :]) if first else ""


def _bare(text: str) -> str:
    """All numbers are open."""
    return _NUMBER.sub("#", text)


def _frames(
    texts: Sequence[str], places: Iterable[int], frame: Callable[[str], str], copies: Collection[str]
) -> dict[int, str]:
    """The frame of each sentence; what has no open number, or nothing but numbers, has none."""
    found = {}
    for place in places:
        text = texts[place]
        if text not in copies and "#" in (made := frame(text)) and _WORD.search(text):
            found[place] = made
    return found


def _several(frames: Iterable[str]) -> set[str]:
    """Frames with several open numbers that stand more than once.

    One of the numbers is the row's name: 'Haushaltsstelle 5: 20 Euro' did not become 'Haushaltsstelle 8: 30 Euro'.
    """
    return {frame for frame, times in Counter(frames).items() if times > 1 and frame.count("#") > 1}


def _places(places: Iterable[int], frames: Mapping[int, str], without: Collection[str]) -> dict[str, list[int]]:
    """Where each frame stands."""
    found: dict[str, list[int]] = {}
    for place in places:
        frame = frames.get(place)
        if frame is not None and frame not in without:
            found.setdefault(frame, []).append(place)
    return found


def _pairs(old: Mapping[str, list[int]], new: Mapping[str, list[int]]) -> set[tuple[int, int]]:
    """What has the same frame, first to first and last to last, where it stands as often on both sides."""
    pairs: set[tuple[int, int]] = set()
    for frame, olds in old.items():
        news = new.get(frame, [])
        if len(olds) == len(news):
            pairs.update(zip(olds, news, strict=True))
    return pairs
