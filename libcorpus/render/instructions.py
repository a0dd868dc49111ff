"""The sentences of amendments, as assemblies write them, in German and English.

    "strike"   Zeile 60 bis 61 streichen.          Delete lines 60 to 61.
    "insert"   Nach Zeile 93 einfügen: „…“          After line 93 insert: “…”

Everything quoted is made harmless here. Knows places and words, and nothing of how they were found.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from libcorpus.model.harmless import harmless
from libcorpus.model.lines import LineSpan
from libcorpus.render.saying import is_german, quoted

# Longer than this, a sentence that is named and not changed is quoted by its first and its last words.
_LONG, _FIRST, _LAST = 12, 5, 4

# English, German. ``lines`` is "Zeile 94 bis 99", ``inside`` "Von Zeile 94 bis 99"; ``own``, ``tail``, ``old`` and
# ``new`` are words in quotes.
SENTENCES: Final = {
    "strike": ("Delete {lines}.", "{lines} streichen."),
    "strike-quoted": ("{inside} delete: {own}", "{inside} streichen: {own}"),
    "strike-words": ("{inside} delete: {old}", "{inside} streichen: {old}"),
    "move": ("Move {lines} to {target}{order}.", "{lines} verschieben {target}{order}."),
    "move-quoted": (
        "Move {own}, {lines}, to {target}{order}.",
        "{inside} den Satz {own} verschieben {target}{order}.",
    ),
    "taken": ("from {lines}: {own}", "von {lines} hierher: {own}"),
    "before": ("before {lines}", "vor {lines}"),
    "after": ("after {lines}", "nach {lines}"),
    "after-quoted": ("after {lines}, behind {tail},", "nach {lines}, hinter {tail},"),
    "insert": ("{target} insert: {new}", "{target} einfügen: {new}"),
    "insert-form": ("{target} insert {form}: {new}", "{target} {form} einfügen: {new}"),
    "insert-after": ("{inside} after {old} insert: {new}", "{inside} nach {old} einfügen: {new}"),
    "insert-before": ("{inside} before {old} insert: {new}", "{inside} vor {old} einfügen: {new}"),
    "replace": ("Replace {lines} with: {new}", "{lines} ersetzen durch: {new}"),
    "replace-quoted": ("{inside} replace: {own} with: {new}", "{inside} ersetzen: {own} durch: {new}"),
    "replace-words": ("{inside} replace: {old} with: {new}", "{inside} ersetzen: {old} durch: {new}"),
    "begin": ("{inside} begin {new} {form} of its own.", "{inside} {new} {form} neu beginnen."),
    "form": ("Set {lines} {form}, not {before}.", "{lines} {form} setzen, nicht {before}."),
}
FORMS: Final = {
    "heading": ("as a heading", "als Überschrift"),
    "paragraph": ("as a paragraph", "als Absatz"),
    "item": ("as an item", "als Punkt"),
    "quote": ("as a quote", "als Zitat"),
    "note": ("as a note", "als Fußnote"),
    "table": ("as a table", "als Tabelle"),
}
_START: Final = ("at the start", "am Anfang")
_ORDER: Final = (" (for the order see there)", " (Reihenfolge: siehe dort)")
_UNNUMBERED: Final = ("no line number", "ohne Zeilennummer")


@dataclass(frozen=True, slots=True)
class Place:
    """Sentences of the old text: their printed lines, None where print does not number them, and their words.

    ``part`` is the title of the resolution where a side takes several together. ``whole``: they begin and end with
    a line of print, so that the lines alone name them.
    """

    lines: LineSpan | None
    words: str
    part: str = ""
    whole: bool = False


class Instructions:
    """Puts sentences together in one language."""

    def __init__(self, lang: str) -> None:
        self.german = is_german(lang)
        self.lang = "de" if self.german else "en"

    def quoted(self, words: str) -> str:
        """Words in quotation marks, made harmless."""
        return quoted(harmless(words), self.lang)

    def form(self, kind: str) -> str:
        """``als Absatz``; nothing for words that go on with the block before."""
        return FORMS[kind][self.german] if kind else ""

    def say(self, key: str, place: Place | None = None, old: str = "", new: str = "", **more: str) -> str:
        """A sentence of the table; ``key`` takes its quoted form where the lines alone do not name the place."""
        if place and f"{key}-quoted" in SENTENCES and not place.whole and place.lines is not None:
            key += "-quoted"
        values = {"old": self.quoted(old), "new": self.quoted(new) if new else "", **more}
        if place:
            own, tail = self.quoted(shortened(place.words)), self.quoted(_tail(place.words))
            values |= {"lines": self.lines(place), "inside": self.inside(place), "own": own, "tail": tail}
        return SENTENCES[key][self.german].format(**values)

    def lines(self, place: Place) -> str:
        """``Zeile 94 bis 99``; where print has no number there, the words."""
        part = f" ({harmless(place.part)})" if place.part else ""
        if place.lines is None:
            return f"{self.quoted(shortened(place.words))} ({_UNNUMBERED[self.german]}){part}"
        several = (place.lines.first, place.lines.page) != (place.lines.last, place.lines.last_page)
        if self.german:
            return _span(place.lines, "Zeile", "bis", "auf Seite") + part
        return _span(place.lines, "lines" if several else "line", "to", "on page") + part

    def inside(self, place: Place) -> str:
        """``In Zeile 41`` or ``Von Zeile 94 bis 99``, at the start of a sentence."""
        span = place.lines
        several = span is not None and (span.first, span.page) != (span.last, span.last_page)
        return f"{'Von' if several and self.german else 'In'} {self.lines(place)}"

    def move(self, place: Place, target: str, listed: bool) -> str:
        """Put sentences elsewhere; ``listed``: several are put there, and a list says in which order."""
        return self.say("move", place, target=target, order=_ORDER[self.german] if listed else "")

    def behind(self, place: Place) -> str:
        """Behind a place: a line, or the last words of a sentence that ends inside one."""
        return self.say("after", place)

    def ahead(self, place: Place | None) -> str:
        """Before the first place; there is none in an empty text."""
        return self.say("before", place) if place else _START[self.german]

    def insert(self, target: str, listed: Sequence[tuple[str, str]]) -> str:
        """Put sentences in, each with its form, empty if it has none; several stand below each other."""
        target = target[:1].upper() + target[1:]
        if len(listed) == 1:
            form, words = listed[0]
            key = "insert-form" if form else "insert"
            return SENTENCES[key][self.german].format(target=target, form=form, new=words)
        return _list(SENTENCES["insert"][self.german].format(target=target, new=""), listed)

    def replace(self, place: Place, listed: Sequence[tuple[str, str]]) -> str:
        """Put sentences in the place of others, below each other, each with its form, empty if it has none."""
        return _list(self.say("replace", place), listed)


def _list(head: str, listed: Sequence[tuple[str, str]]) -> str:
    return "\n".join([head.rstrip(), *(f"    {form}: {words}" if form else f"    {words}" for form, words in listed)])


def shortened(words: str) -> str:
    """Words by which a sentence is known: all of them, or the first and the last.

    >>> shortened("Die Stadt soll bis 2015 allen, die hier neu ankommen, einen Platz im Kurs anbieten.")
    'Die Stadt soll bis 2015 … Platz im Kurs anbieten.'
    """
    parts = words.split(" ")
    return words if len(parts) <= _LONG else " ".join([*parts[:_FIRST], "…", *parts[-_LAST:]])


def _tail(words: str) -> str:
    """The last words of a sentence."""
    parts = words.split(" ")
    return words if len(parts) <= _LAST else "… " + " ".join(parts[-_LAST:])


def _span(span: LineSpan, line: str, to: str, page: str) -> str:
    start = f"{line} {span.first}"
    if span.page is None:
        return start if span.first == span.last else f"{start} {to} {span.last}"
    if span.page == span.last_page:
        end = "" if span.first == span.last else f" {to} {span.last}"
        return f"{start}{end} {page} {span.page}"
    return f"{start} {page} {span.page} {to} {span.last} {page} {span.last_page}"
