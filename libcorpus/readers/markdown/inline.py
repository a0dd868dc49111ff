"""The words of a Markdown paragraph: emphasis, links, code, breaks and tags taken off.

    Mehr **[Wege](https://example.org)** für Migrant*innen\\\nheute    ->    "Mehr Wege für Migrant*innen" BREAK "heute"

Only what is surely markup is taken off; anything else is words.
"""

import re
from collections.abc import Generator, Iterator
from typing import Final

from libcorpus.readers.composing import BREAK, Composer
from libcorpus.readers.markup import DELIMITER, GENERATED, MARKUP, WORDS, Segment, entities, resolved, words_of

# All bounded: a hostile file must not make the search go back and forth.
_TOKEN: Final = re.compile(
    r"(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
    r"|(?P<hard>(?:\\|[ ]{2,40}|(?i:<br ?/?>)[ ]?)\n)"
    r"|(?P<tag_break>(?i:<br ?/?>))"
    r"|(?P<line>[ \t]?\n)"
    r"|(?P<code>`{1,3})"
    r"|(?P<comment><!--(?:[^-]|-(?!->)){0,4000}-->)"
    r"|<(?P<address>(?:https?://|mailto:)[^\s<>]{1,500})>"
    r"|(?P<tag></?[A-Za-z][^<>\n]{0,300}>)"
    r"|(?P<image>!\[[^\[\]\n]{0,300}\]\([^()\n]{0,600}\))"
    r"|\[(?P<label>(?!\^)[^\[\]]{1,600})\](?P<goal>\((?:[^()\n]|\([^()\n]{0,200}\)){0,800}\)|\[[^\[\]\n]{0,200}\])"
    r"|(?P<delimiter>\*{1,3}|_{1,3}|~~)"
    r"|(?P<anchor>\{#[\w:.-]{1,80}\})"
)
_LONGEST_CODE: Final = 2000


def inline(text: str, composer: Composer, place: str) -> str:
    """The words of a text in Markdown; the rest is left out as markup."""
    return words_of(entities(segments_of(text)), composer, place)


def segments_of(text: str) -> list[Segment]:
    """A text in Markdown, parted into words and markup."""
    return resolved(text, list(_scan(text, 0, len(text))))


def _scan(text: str, begin: int, end: int) -> Iterator[Segment]:
    position = begin
    while match := _TOKEN.search(text, position, end):
        if match.start() > position:
            yield Segment(WORDS, text[position : match.start()], position)
        position = match.end()
        kind = match.lastgroup or ""
        if kind == "escape":
            yield Segment(MARKUP, "\\", match.start())
            yield Segment(WORDS, text[position : position + 1], position)
            position += 1
        elif kind == "code":
            position = yield from _code(text, match, end)
        elif kind in ("label", "goal"):
            yield Segment(MARKUP, "[", match.start())
            yield from _scan(text, match.start("label"), match.end("label"))
            yield Segment(MARKUP, text[match.end("label") : position], match.end("label"))
        else:
            yield from _simple(text, kind, match)
    if position < end:
        yield Segment(WORDS, text[position:end], position)


def _simple(text: str, kind: str, match: re.Match[str]) -> Iterator[Segment]:
    whole, start = match.group(), match.start()
    if kind in ("hard", "tag_break"):
        yield Segment(MARKUP, whole, start)
        yield Segment(GENERATED, BREAK, start)
    elif kind == "line":
        yield Segment(WORDS, " ", start)
    elif kind == "address":
        yield Segment(MARKUP, "<", start)
        yield Segment(WORDS, match["address"], start + 1)
        yield Segment(MARKUP, ">", match.end() - 1)
    elif kind == "delimiter":
        yield Segment(DELIMITER, whole, start)
    else:
        yield Segment(MARKUP, whole, start)


def _code(text: str, match: re.Match[str], end: int) -> Generator[Segment, None, int]:
    """Words between two runs of the same backticks; returns where they end."""
    ticks = match.group()
    close = text.find(ticks, match.end(), min(end, match.end() + _LONGEST_CODE))
    if close < 0:
        yield Segment(WORDS, ticks, match.start())
        return match.end()
    yield Segment(MARKUP, ticks, match.start())
    yield Segment(WORDS, text[match.end() : close].replace("\n", " "), match.end())
    yield Segment(MARKUP, ticks, close)
    return close + len(ticks)
