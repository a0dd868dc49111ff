"""The words of an AsciiDoc paragraph: bold, links, anchors, footnotes, attributes and forced breaks.

    Nach *§ 3* siehe https://example.org[Richtlinie]. +      "Nach § 3 siehe Richtlinie." BREAK "Neu"
    Neu

Only what is surely markup is taken off; anything else is words.
"""

import re
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from libcorpus.readers.composing import BREAK, Composer
from libcorpus.readers.markup import DELIMITER, GENERATED, MARKUP, WORDS, Segment, entities, resolved, words_of

# All bounded: a hostile file must not make the search go back and forth.
_TOKEN: Final = re.compile(
    r"(?P<escape>\\(?=[*_`#^~{<\[:]|https?:))"
    r"|(?P<hard>[ \t]+\+(?:\n|$))"
    r"|(?P<line>[ \t]?\n)"
    r"|(?P<note>footnote(?:ref)?:)(?P<note_id>[\w.-]{0,60})\["
    r"|(?P<image>image:{1,2}[^\s\[\]]{1,300}\[[^\[\]\n]{0,300}\])"
    r"|(?P<link>(?:link:|xref:|mailto:)[^\s\[\]]{1,600}|https?://[^\s\[\]<>]{1,600})\[(?P<shown>[^\[\]]{0,600})\]"
    r"|(?P<anchor>\[\[[\w:.-]{1,120}(?:,[^\[\]\n]{0,200})?\]\]|anchor:[\w:.-]{1,120}\[[^\[\]\n]{0,200}\])"
    r"|<<(?P<goal>[^<>,\n]{1,200}),?(?P<title>[^<>\n]{0,300})>>"
    r"|(?P<pass>\+{2,3})(?P<raw>[^\n+]{1,2000})(?P=pass)"
    r"|\{(?P<attribute>[\w-]{1,60})\}"
    r"|(?P<role>\[[.#%][\w.#%-]{1,80}\](?=[#*_`]))"
    r"|(?P<delimiter>\*{1,2}|_{1,2}|`{1,2}|#{1,2})"
    r"|(?P<raised>[\^~])(?P<small>[^\s^~]{1,60})(?P=raised)"
)
_BRACKET: Final = re.compile(r"[\[\]]")
_LONGEST_NOTE: Final = 5_000
# What AsciiDoc puts in for names that every text may use.
BUILT_IN: Final = {
    "nbsp": "\u00a0",
    "zwsp": "\u200b",
    "wj": "\u2060",
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "empty": "",
    "blank": "",
    "sp": " ",
    "asterisk": "*",
    "plus": "+",
    "vbar": "|",
    "startsb": "[",
    "endsb": "]",
    "deg": "°",
    "apos": "'",
    "quot": '"',
    "ldquo": "“",
    "rdquo": "”",
    "lsquo": "‘",
    "rsquo": "’",
}


@dataclass(slots=True)
class Inline:
    """Reads texts one after the other; footnotes are numbered as they come."""

    composer: Composer
    attributes: Mapping[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    count: int = 0
    pictures: int = 0

    def words(self, text: str, place: str) -> str:
        """The words of a text; the rest is left out as markup, and its footnotes are taken up."""
        segments = resolved(text, list(self._scan(text, 0, len(text), place)))
        return words_of(entities(segments), self.composer, place)

    def _scan(self, text: str, begin: int, end: int, place: str) -> Iterator[Segment]:
        position = begin
        while match := _TOKEN.search(text, position, end):
            if match.start() > position:
                yield Segment(WORDS, text[position : match.start()], position)
            position = match.end()
            if match["note"]:
                position = yield from self._note(text, match, end, place)
            elif match["escape"]:
                yield Segment(MARKUP, "\\", match.start())
                yield Segment(WORDS, text[position : position + 1], position)
                position += 1
            else:
                yield from self._one(text, match, place)
        if position < end:
            yield Segment(WORDS, text[position:end], position)

    def _one(self, text: str, match: re.Match[str], place: str) -> Iterator[Segment]:
        whole, start = match.group(), match.start()
        if match["hard"]:
            yield Segment(MARKUP, whole, start)
            yield Segment(GENERATED, BREAK, start)
        elif match["line"]:
            yield Segment(WORDS, " ", start)
        elif match["delimiter"]:
            yield Segment(DELIMITER, whole, start)
        elif match["link"]:
            yield from self._link(match, start)
        elif match["title"]:
            yield from _inner(match, "title")
        elif match["raised"]:
            yield from _inner(match, "small")
        elif match["pass"]:
            yield from _inner(match, "raw")
        elif match["attribute"]:
            yield from self._attribute(match)
        else:
            self.pictures += bool(match["image"])
            yield Segment(MARKUP, whole, start)

    def _link(self, match: re.Match[str], start: int) -> Iterator[Segment]:
        """The text of a link; its address where it has none, as AsciiDoc shows it."""
        shown = match["shown"].rstrip("^").strip()
        if shown and "=" not in shown.split(",")[0]:
            yield from _inner(match, "shown")
        elif match["link"].startswith("http"):
            yield Segment(WORDS, match["link"], start)
            yield Segment(MARKUP, match.group()[len(match["link"]) :], match.end("link"))
        else:
            yield Segment(MARKUP, match.group(), start)

    def _attribute(self, match: re.Match[str]) -> Iterator[Segment]:
        value = self.attributes.get(match["attribute"], BUILT_IN.get(match["attribute"]))
        if value is None:
            yield Segment(WORDS, match.group(), match.start())
        else:
            yield Segment(MARKUP, match.group(), match.start())
            yield Segment(GENERATED, value, match.start())

    def _note(self, text: str, match: re.Match[str], end: int, place: str) -> Generator[Segment, None, int]:
        """A footnote stands in the words: its mark stays there, its text goes to the end."""
        close = _closing(text, match.end(), end)
        if close < 0:
            yield Segment(WORDS, match.group(), match.start())
            return match.end()
        body, name = text[match.end() : close], match["note_id"]
        known = self.names.get(name) if name else None
        mark = known or self._next(name)
        yield Segment(GENERATED, f"[^{mark}]", match.start())
        if known is None or body.strip():
            # Its text is words of the note, so only the signs around it are markup here.
            self.composer.leave("markup", f"{match['note']}{name}[]", place)
            self.composer.note(mark, self.words(body, place), place)
        else:
            self.composer.leave("markup", text[match.start() : close + 1], place)
        return close + 1

    def _next(self, name: str) -> str:
        self.count += 1
        if name:
            self.names[name] = str(self.count)
        return str(self.count)


def _inner(match: re.Match[str], group: str) -> Iterator[Segment]:
    """The words inside of some markup."""
    start, end = match.span(group)
    yield Segment(MARKUP, match.string[match.start() : start], match.start())
    yield Segment(WORDS, match.string[start:end].replace("\n", " "), start)
    yield Segment(MARKUP, match.string[end : match.end()], end)


def _closing(text: str, begin: int, end: int) -> int:
    """The place of the bracket that closes the one before ``begin``, -1 where none does."""
    depth = 1
    for match in _BRACKET.finditer(text, begin, min(end, begin + _LONGEST_NOTE)):
        depth += 1 if match.group() == "[" else -1
        if not depth:
            return match.start()
    return -1
