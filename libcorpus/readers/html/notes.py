"""Finds footnotes of a page: a small link in the words, and the place it leads to, which leads back.

    Mut<sup><a href="#fn1" id="ref1">1</a></sup>  …  <li id="fn1">Siehe dort. <a href="#ref1">↩</a></li>

A link to a place is a note only where it looks like a mark and its target is called a note or leads back.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from libcorpus.readers.html.tree import Node

_MARK: Final = re.compile(r"\s*[\[(]?\s*(\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§]{1,3})\s*[\])]?\s*")
_CALLED: Final = re.compile(r"(?i)foot-?note|end-?note|fussnote|fußnote|\bfn\b|\bftn|_ftn|^fn[-:_]?\d")
_HOLDERS: Final = ("li", "p", "div", "aside", "dd", "td")


@dataclass(slots=True)
class Notes:
    """The marks of a page, by the link that shows each; the elements that hold the notes, by their mark in order."""

    marks: dict[int, str] = field(default_factory=dict)
    bodies: dict[int, str] = field(default_factory=dict)
    backs: set[int] = field(default_factory=set)


def notes_of(root: Node) -> Notes:
    """All footnotes of a page; elements are told apart by their ``id()``."""
    targets = _targets(root)
    notes = Notes()
    for link in root.walk():
        goal = link.attributes.get("href", "") if link.tag == "a" else ""
        target = targets.get(goal[1:]) if goal.startswith("#") and len(goal) > 1 else None
        match = _MARK.fullmatch(link.text)
        if target is None or match is None or _inside_note(link, notes):
            continue
        holder = _holder(target)
        backs = _backs(holder, link) if holder is not None else []
        if holder is None or any(one is holder for one in link.above()) or not (backs or _is_called(target)):
            continue
        mark = notes.bodies.setdefault(id(holder), match[1])
        notes.marks[id(link)] = mark
        notes.backs |= {id(one) for one in backs}
    return notes


def _targets(root: Node) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for node in root.walk():
        for name in (node.attributes.get("id"), node.attributes.get("name") if node.tag == "a" else None):
            if name:
                found.setdefault(name, node)
    return found


def _holder(target: Node) -> Node | None:
    """The element that holds a note, given the place its mark leads to."""
    return next((one for one in (target, *target.above()) if one.tag in _HOLDERS), None)


def _inside_note(link: Node, notes: Notes) -> bool:
    return any(id(one) in notes.bodies for one in link.above())


def _backs(holder: Node, link: Node) -> list[Node]:
    """The links in a note that lead back to its mark."""
    own = {one.attributes.get(key) for one in (link, *list(link.above())[:2]) for key in ("id", "name")} - {None, ""}
    own |= {one.attributes["id"] for one in link.walk() if one.attributes.get("id")}
    links = (one for one in holder.walk() if one.tag == "a" and one.attributes.get("href", "").startswith("#"))
    return [one for one in links if one.attributes["href"][1:] in own]


def _is_called(target: Node) -> bool:
    """Whether a place, or what it stands in, is called a footnote."""
    around = (target, *list(target.above())[:4])
    called = (f"{one.names()} {one.attributes.get('role', '')} {one.attributes.get('name', '')}" for one in around)
    return any(_CALLED.search(name.strip()) for name in called)
