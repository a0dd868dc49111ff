"""An HTML page as a tree of plain values. The one door to selectolax, which knows how browsers mend broken pages.

    <p>Wir <b>alle  ->  Node("p", children=["Wir ", Node("b", children=["alle"])])

Knows tags and text; nothing of what they mean.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from libcorpus.model.problems import refuse

DEEPEST: Final = 200
"""Elements that stand deeper in each other are no page that anybody wrote."""


@dataclass(slots=True, eq=False)
class Node:
    """An element with its attributes, and what is in it: elements and text."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)
    parent: "Node | None" = None

    def elements(self) -> Iterator["Node"]:
        """The elements right below."""
        return (one for one in self.children if isinstance(one, Node))

    def walk(self) -> Iterator["Node"]:
        """This element and all below it, in the order of the page."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(list(node.elements())))

    def texts(self) -> Iterator[str]:
        """All text in it, in the order of the page."""
        stack: list[Node | str] = [self]
        while stack:
            one = stack.pop()
            if isinstance(one, str):
                yield one
            else:
                stack.extend(reversed(one.children))

    @property
    def text(self) -> str:
        """All text in it, as one."""
        return "".join(self.texts())

    def above(self) -> Iterator["Node"]:
        """The elements it stands in, from the inside out."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def names(self) -> str:
        """What its author called it: id and classes, in small letters."""
        return f"{self.attributes.get('id', '')} {self.attributes.get('class', '')}".lower()


def parse(text: str, file_name: str) -> Node:
    """The root element of a page, mended as a browser does it; refuses one that is nested without end."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise refuse("missing-extra", file_name, seen="HTML", package="selectolax", extra="html") from None
    found = LexborHTMLParser(text).root
    root = Node("html")
    stack = [(found, root, 1)]
    while stack:
        theirs, ours, depth = stack.pop()
        if depth > DEEPEST:
            raise refuse("nested-too-deep", file_name, expected=DEEPEST)
        inner = theirs.child if theirs is not None else None
        while inner is not None:
            if inner.tag == "-text":
                ours.children.append(inner.text_content or "")
            elif inner.tag and inner.tag[0] not in "-!":
                made = Node(inner.tag, {name: value or "" for name, value in inner.attributes.items()}, [], ours)
                ours.children.append(made)
                stack.append((inner, made, depth + 1))
            inner = inner.next
    return root
