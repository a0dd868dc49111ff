"""Reads a motion from a page of Antragsgrün: its plain HTML, or the page itself as a browser saved it.

    <h1>A3: Sichere Radwege</h1>
    <table><tr><th>Gremium:</th><td>Mitgliederversammlung</td></tr> …
    <section><h2>Text</h2><p><span data-line-number="1"></span>Wir wollen …</p></section>

Printed numbers are taken where the page has them. All that stands around the motion is left out.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from libcorpus.model.draft import Draft, LeftOut
from libcorpus.model.problems import Problem, refuse
from libcorpus.readers.antragsgruen_facts import decided
from libcorpus.readers.base import NO_OPTIONS, ReadOptions, decode
from libcorpus.readers.encodings import is_text
from libcorpus.readers.head import read_head
from libcorpus.readers.printed import joined, printed
from libcorpus.readers.sections import Walk, plain, walk_node

_SAVED: Final = re.compile(r"motionTextHolder|motionTextFormattings|data-line-number")
# The plain page: title, a table of "Key:", then nothing but sections.
_PLAIN: Final = re.compile(r"<h1>[^<]{1,500}</h1>\s*<table><tbody>\s*(?:<tr>\s*){1,2}<th>[^<]{1,200}:</th>")
_MANY: Final = 4_000_000
# What the table says became of a motion; whatever else it says, the motion is pending.
_STATUS: Final = {
    "beschluss": ("resolution", "adopted"),
    "beschlossen": ("resolution", "adopted"),
    "angenommen": ("resolution", "adopted"),
    "resolution": ("resolution", "adopted"),
    "adopted": ("resolution", "adopted"),
    "accepted": ("resolution", "adopted"),
    "modifiziert angenommen": ("motion", "adopted"),
    "abgelehnt": ("motion", "rejected"),
    "rejected": ("motion", "rejected"),
    "zurückgezogen": ("motion", "withdrawn"),
    "withdrawn": ("motion", "withdrawn"),
}


class AntragsgruenPage:
    """A motion as a page of Antragsgrün."""

    name = "antragsgruen-page 1"
    media_type = "text/html"
    suffixes: tuple[str, ...] = (".html", ".htm")

    def recognises(self, data: bytes, file_name: str) -> bool:
        """Whether it is the page of one motion."""
        if len(data) > _MANY or b"<h1" not in data or not is_text(data):
            return False
        html = decode(data, file_name)
        return bool(_PLAIN.search(html) or (_SAVED.search(html) and "<section" in html))

    def read(self, data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS) -> Draft:
        """The draft of the motion on the page."""
        page = _Page.of(decode(data, file_name), file_name)
        blocks, headed = joined([(title, one.blocks) for title, one in page.sections])
        found = printed(blocks, file_name)
        walks = [one for _, one in page.sections]
        unused = [title for index, (title, _) in enumerate(page.sections) if index not in headed and title]
        left_out = [
            *page.left_out,
            *(LeftOut("section-name", file_name, title) for title in unused),
            *(left for one in walks for left in one.left_out),
            *found.left_out,
        ]
        return Draft(
            self.name,
            self.media_type,
            found.blocks,
            page.metadata,
            tuple(left_out),
            numbered=any(line.number is not None for block in found.blocks for line in block.lines),
            gaps=found.gaps,
            remarks=(*page.remarks, *found.remarks),
            characters=" ".join([page.characters, *(label for one in walks for label in one.generated)]),
        )


@dataclass(slots=True)
class _Page:
    """The parts of a page: fields of its table, its sections with their titles, and what is left out."""

    characters: str
    metadata: dict[str, str] = field(default_factory=dict)
    sections: list[tuple[str, Walk]] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)

    @classmethod
    def of(cls, html: str, file_name: str) -> "_Page":
        from selectolax.lexbor import LexborHTMLParser

        page = cls(plain(html))
        tree = LexborHTMLParser(html)
        tree.strip_tags(["script", "style", "template", "noscript"])
        page._take_head(tree, file_name)
        page._take_sections(tree, file_name)
        if not page.sections:
            raise refuse("no-text", file_name)
        around = " ".join(tree.body.text(deep=True, separator=" ").split()) if tree.body is not None else ""
        if around:
            page.left_out.append(LeftOut("page-furniture", file_name, around, "stands around the motion"))
        return page

    def _take_head(self, tree: Any, file_name: str) -> None:
        title = tree.css_first("h1")
        lines = [_text(title)] if title is not None else []
        table = tree.css_first("table.motionDataTable") or tree.css_first("table")
        rows = list(_rows(table)) if table is not None else []
        values = [(key.rstrip(": "), value) for key, value in rows]
        head = read_head(list(enumerate([*lines, *(f"{key}: {value}" for key, value in values)], 1)), file_name)
        self.metadata = {**head.metadata, **_by_table(values)}
        self.remarks += [one for one in head.remarks if not _understood(one.excerpt)]
        self.left_out += [
            LeftOut("metadata", left.place, left.text) if _understood(left.text) else left for left in head.left_out
        ]
        # A colon that the table did not have was put behind its key above.
        self.left_out = [_as_written(left, rows) for left in self.left_out]
        if title is not None:
            title.decompose()
        for row in table.css("tr") if table is not None else ():
            for cell in (row.css_first("th"), row.css_first("td")):
                if cell is not None:
                    cell.decompose()

    def _take_sections(self, tree: Any, file_name: str) -> None:
        nodes = tree.css("section.motionTextHolder") or tree.css("section")
        for node in nodes:
            heading = next((child for child in node.iter() if child.tag in ("h2", "h3")), None)
            title = _text(heading) if heading is not None else ""
            if heading is not None:
                heading.decompose()
            for inner in node.css(".motionTextFormattings") or [node]:
                found = walk_node(inner, f"{file_name} ({title})")
                # The parts of one section stand in boxes of their own, a paragraph each.
                if self.sections and self.sections[-1][0] == title and inner is not node:
                    self._go_on(found)
                else:
                    self.sections.append((title, found))
                inner.decompose()

    def _go_on(self, found: Walk) -> None:
        before = self.sections[-1][1]
        before.blocks += found.blocks
        before.left_out += found.left_out
        before.generated += found.generated


def _text(node: Any) -> str:
    return " ".join(unicodedata.normalize("NFC", node.text(deep=True, separator=" ")).split())


def _rows(table: Any) -> Iterator[tuple[str, str]]:
    for row in table.css("tr"):
        key, value = row.css_first("th"), row.css_first("td")
        if key is not None or value is not None:
            yield tuple(_text(one) if one is not None else "" for one in (key, value))  # type: ignore[misc]


def _by_table(values: list[tuple[str, str]]) -> dict[str, str]:
    """Fields that only the table of a motion system has: the state, and the date beside who put it forward."""
    found: dict[str, str] = {}
    for key, value in values:
        if key.casefold() == "status":
            kind, found["status"] = _STATUS.get(value.casefold(), ("motion", "pending"))
            # Of what was adopted the title says more: a programme, statutes.
            found["kind"] = kind if kind == "motion" else ""
        body, date = decided(value)
        if date:
            found |= {"body": body, "adopted_on": date}
    return {name: value for name, value in found.items() if value}


def _understood(line: str) -> bool:
    """Whether a line that is no field of a head was understood all the same."""
    key, _, value = line.partition(": ")
    return key.casefold() == "status" or bool(decided(value)[1])


def _as_written(left: LeftOut, rows: list[tuple[str, str]]) -> LeftOut:
    """A line of the head with the characters that the table has."""
    for key, value in rows:
        if left.text == f"{key.rstrip(': ')}: {value}":
            return LeftOut(left.kind, left.place, f"{key} {value}", left.reason)
    return left
