"""Text with signs in it, such as Markdown and AsciiDoc have, parted into words and markup.

    "**Bürger*innen** sind"   ->   markup "**", words "Bürger*innen", markup "**", words " sind"

All pieces put together are the text again, so nothing can be lost here. A star inside of a word is a gender star and
opens nothing, whatever the format's own rules say. Knows no blocks.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from libcorpus.readers.composing import Composer

WORDS: Final = "words"
MARKUP: Final = "markup"
GENERATED: Final = "generated"
DELIMITER: Final = "delimiter"
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the source: words; markup; what is ``generated`` in place of markup, which is no text of the source;
    or a delimiter, not yet known to be the one or the other. ``start`` is its place in the text."""

    kind: str
    text: str
    start: int = 0


def resolved(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """The segments with each delimiter told apart: markup where a pair stands around words, else words.

    A single sign opens only behind what is no letter, and closes only before such.
    """
    result = list(segments)
    opened: list[int] = []
    for index, own in enumerate(segments):
        if own.kind != DELIMITER:
            continue
        result[index] = replace(own, kind=WORDS)
        opener = next((at for at in reversed(opened) if segments[at].text == own.text), None)
        if opener is not None and _closes(text, own) and own.start > segments[opener].start + len(own.text):
            result[index] = replace(own, kind=MARKUP)
            result[opener] = replace(segments[opener], kind=MARKUP)
            del opened[opened.index(opener) :]
        elif _opens(text, own):
            opened.append(index)
            # Signs that never close would be looked at again and again.
            del opened[:-50]
    return result


def _opens(text: str, own: Segment) -> bool:
    before, after = text[own.start - 1 : own.start], text[own.start + len(own.text) :][:1]
    return not before.isalnum() and bool(after) and not after.isspace()


def _closes(text: str, own: Segment) -> bool:
    before, after = text[own.start - 1 : own.start], text[own.start + len(own.text) :][:1]
    return bool(before) and not before.isspace() and (len(own.text) > 1 or not after.isalnum())


def entities(segments: Iterable[Segment]) -> Iterator[Segment]:
    """The segments with entities in words ("&amp;") replaced by what they stand for."""
    for own in segments:
        if own.kind != WORDS or "&" not in own.text:
            yield own
            continue
        begin = 0
        for match in _ENTITY.finditer(own.text):
            character = html.unescape(match.group())
            if character == match.group():
                continue
            yield Segment(WORDS, own.text[begin : match.start()])
            yield Segment(MARKUP, match.group())
            yield Segment(GENERATED, character)
            begin = match.end()
        yield Segment(WORDS, own.text[begin:])


def words_of(segments: Iterable[Segment], composer: Composer, place: str) -> str:
    """The words of segments; their markup is left out."""
    parts, markup = [], []
    for own in segments:
        if own.kind == MARKUP:
            markup.append(own.text)
        else:
            parts.append(composer.generate(own.text) if own.kind == GENERATED else own.text)
    composer.leave("markup", "".join(markup), place)
    return "".join(parts)
