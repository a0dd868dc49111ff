"""Case files: an old text, a new text and the account, in full, as a delegate would judge it.

    what the case shows
    --- old
    Die Stadt fördert 20 Sprachkurse.
    --- new
    Die Stadt fördert 35 Sprachkurse.
    --- account
    reworded  1 -> 1         Die Stadt fördert [20→35] Sprachkurse.

One sentence a line, numbered from 1 in each text, as people count.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from libcorpus.align import Account, Link, LinkKind, word_spans

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@dataclass(frozen=True)
class Page:
    title: str
    old: list[str]
    new: list[str]
    account: list[str]

    @classmethod
    def read(cls, path: Path) -> Page:
        parts: dict[str, list[str]] = {"title": []}
        part = "title"
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("--- "):
                part = line.removeprefix("--- ")
                parts[part] = []
            else:
                parts[part].append(line)
        return cls(" ".join(parts["title"]), parts["old"], parts["new"], parts.get("account", []))


def printed(account: Account, old: list[str], new: list[str]) -> list[str]:
    return [_line(link, old, new) for link in account.links]


def _line(link: Link, old: list[str], new: list[str]) -> str:
    places = f"{_numbers(link.old)} -> {_numbers(link.new)}"
    head = f"{link.kind:<9} {places:<12} {'moved' if link.moved else '':<5} "
    return (head + _words(link, old, new)).rstrip()


def _numbers(places: tuple[int, ...]) -> str:
    return ", ".join(str(place + 1) for place in places) or "-"


def _words(link: Link, old: list[str], new: list[str]) -> str:
    if link.kind is not LinkKind.REWORDED:
        return " | ".join([new[j] for j in link.new] or [old[i] for i in link.old])
    a, b = old[link.old[0]], new[link.new[0]]
    shown, place = "", 0
    for change in word_spans(a, b).changes:
        shown += b[place : change.new[0]] + f"[{a[slice(*change.old)]}→{b[slice(*change.new)]}]"
        place = change.new[1]
    return shown + b[place:]
