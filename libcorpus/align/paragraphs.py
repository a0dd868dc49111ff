"""What became of paragraphs and sections, as it follows from their sentences.

    paragraph 1 split into 1, 2        its sentences stand in two now
    heading 4   level 2 -> 3
    item 7      became a paragraph

Nothing here is guessed: a block goes where its sentences went, and a block none of whose
sentences has a partner says nothing. Knows documents and an account.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from libcorpus.align.links import Account
from libcorpus.model.document import BlockKind, Document


class BlockFate(StrEnum):
    """What became of a block; one block may have several fates."""

    SPLIT = "split"
    MERGED = "merged"
    MOVED = "moved"
    LEVEL = "level"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class BlockChange:
    """A change of blocks: 0-based indices of blocks on either side, and for level and kind what it was and is."""

    fate: BlockFate
    old: tuple[int, ...]
    new: tuple[int, ...]
    before: str = ""
    after: str = ""


def block_changes(account: Account, before: Document, after: Document) -> tuple[BlockChange, ...]:
    """The changes of blocks that follow from an account, in the order of the old text."""
    forth: dict[int, set[int]] = {}
    back: dict[int, set[int]] = {}
    stays: dict[tuple[int, int], bool] = {}
    for link in account.links:
        for old in {before.block_of(index) for index in link.old}:
            for new in {after.block_of(index) for index in link.new}:
                forth.setdefault(old, set()).add(new)
                back.setdefault(new, set()).add(old)
                # A block moved if every link between the two did.
                stays[old, new] = stays.get((old, new), False) or not link.moved
    changes = [
        *(BlockChange(BlockFate.SPLIT, (old,), tuple(sorted(news))) for old, news in forth.items() if len(news) > 1),
        *(BlockChange(BlockFate.MERGED, tuple(sorted(olds)), (new,)) for new, olds in back.items() if len(olds) > 1),
    ]
    for (old, new), still in stays.items():
        if forth[old] == {new} and back[new] == {old}:
            changes += _one_to_one(old, new, still, before, after)
    order = {fate: place for place, fate in enumerate(BlockFate)}
    return tuple(sorted(changes, key=lambda change: (change.old, change.new, order[change.fate])))


def _one_to_one(old: int, new: int, still: bool, before: Document, after: Document) -> list[BlockChange]:
    was, now = before.blocks[old], after.blocks[new]
    changes = [] if still else [BlockChange(BlockFate.MOVED, (old,), (new,))]
    if was.kind is not now.kind:
        changes.append(BlockChange(BlockFate.KIND, (old,), (new,), was.kind.value, now.kind.value))
    elif was.level != now.level and was.kind in (BlockKind.HEADING, BlockKind.ITEM):
        changes.append(BlockChange(BlockFate.LEVEL, (old,), (new,), str(was.level), str(now.level)))
    return changes
