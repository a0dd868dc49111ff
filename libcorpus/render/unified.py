"""A unified patch that turns the old ``text.txt`` into the new words, with the printed lines of both sides.

    --- a/resolutions/…/text.txt
    +++ b/resolutions/…/text.txt
    @@ -12,5 +12,5 @@ Z. 15-16 -> Z. 24-25
     - Kinder lernen Deutsch.
    -- Die Stadt soll bis 2015 …
    +- Die Stadt muss bis 2020 …

A text line is a sentence, and both headers name the old path: ``git apply`` takes it in the corpus. Written from
the links of the account, not by comparing lines: a sentence that was kept in its order is context and never both
taken out and put in. ``libcorpus.patch`` reads and applies it. Knows no files.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from libcorpus.flows.comparing import Comparison, Side
from libcorpus.model.document import Document
from libcorpus.model.lines import LineSpan
from libcorpus.render.marking import spans_text
from libcorpus.text.canonical import write_text
from libcorpus.text.linetable import text_lines

# A text line is a sentence, so one on each side is enough to see where a change stands, and a hunk stays small enough
# for its printed lines to say something.
CONTEXT: Final = 1
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class _Step:
    """One line of a patch: its sign, its words, and the text lines, from 1, of old and new at which it stands.

    On a side that has no such line it is the number of the last one before.
    """

    sign: str
    words: str
    old: int
    new: int


def render_patch(comparison: Comparison, path: str) -> str:
    """The patch, empty where no text line differs; ``path`` is the old text below the corpus.

    A side that takes several resolutions together has no single text to patch.
    """
    if comparison.old.parts or comparison.new.parts:
        raise ValueError("a patch is of one text, not of all that an assembly adopted")
    hunks = list(_hunks(list(_steps(comparison))))
    if not hunks:
        return ""
    places = (_Places(comparison.old), _Places(comparison.new))
    body = "".join(_hunk(hunk, *places) for hunk in hunks)
    return f"--- {_quoted('a/' + path)}\n+++ {_quoted('b/' + path)}\n{body}"


def _steps(comparison: Comparison) -> Iterator[_Step]:
    """Every text line of both sides, once: what is context, what is taken out, what is put in, in reading order."""
    old, new = _lines(comparison.old.document), _lines(comparison.new.document)
    a = b = 0
    for (old_start, old_end), (new_start, new_end) in [*_anchors(comparison, old, new), _end(old, new)]:
        yield from _gap(old, new, (a, old_start), (b, new_start))
        yield from _gap(old, new, (old_start, old_end), (new_start, new_end))
        a, b = old_end, new_end


def _end(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[int, int], tuple[int, int]]:
    return (len(old), len(old)), (len(new), len(new))


def _gap(old: Sequence[str], new: Sequence[str], olds: tuple[int, int], news: tuple[int, int]) -> Iterator[_Step]:
    """Text lines between two anchors: the same at either end is context, the rest is taken out, then put in."""
    (a, a_end), (b, b_end) = olds, news
    while a < a_end and b < b_end and old[a] == new[b]:
        a, b = a + 1, b + 1
        yield _Step(" ", old[a - 1], a, b)
    tail = 0
    while a < a_end - tail and b < b_end - tail and old[a_end - tail - 1] == new[b_end - tail - 1]:
        tail += 1
    yield from (_Step("-", old[line], line + 1, b) for line in range(a, a_end - tail))
    yield from (_Step("+", new[line], a_end - tail, line + 1) for line in range(b, b_end - tail))
    yield from (_Step(" ", old[a_end - k], a_end - k + 1, b_end - k + 1) for k in range(tail, 0, -1))


Range = tuple[int, int]
"""Text lines, counted from 0, from ``start`` up to but without ``end``."""


def _anchors(comparison: Comparison, old: Sequence[str], new: Sequence[str]) -> list[tuple[Range, Range]]:
    """Places where the two texts run side by side: links in order, those with equal lines first of all."""
    old_at, new_at = text_lines(comparison.old.document), text_lines(comparison.new.document)
    links = sorted((link for link in comparison.account.links if link.old and link.new), key=lambda link: link.old)
    ranges = [(_range(link.old, old_at), _range(link.new, new_at)) for link in links]
    equal = [both for both in ranges if old[slice(*both[0])] == new[slice(*both[1])]]
    chain = _longest(equal)
    chosen = set(chain)
    # A reworded sentence keeps the lines around it together, where it stands in order with what is equal.
    inserted = _fitting(chain, [both for both in ranges if both not in chosen])
    return sorted([*chain, *inserted])


def _range(sentences: Sequence[int], at: Sequence[int]) -> Range:
    """The text lines of sentences; of those only the first if other sentences stand between them."""
    together = sentences[-1] - sentences[0] == len(sentences) - 1
    return at[sentences[0]] - 1, at[sentences[-1] if together else sentences[0]]


def _longest(ranges: Sequence[tuple[Range, Range]]) -> list[tuple[Range, Range]]:
    """The longest run of pairs that is in order on both sides; pairs come in the order of the old text."""
    ends: list[int] = []
    best: list[int] = []
    before: list[int] = []
    for index, (_, (start, _)) in enumerate(ranges):
        place = bisect_left(ends, start)
        before.append(best[place - 1] if place else -1)
        ends[place : place + 1] = [start]
        best[place : place + 1] = [index]
    chain: list[tuple[Range, Range]] = []
    index = best[-1] if best else -1
    while index >= 0:
        chain.append(ranges[index])
        index = before[index]
    return chain[::-1]


def _fitting(chain: Sequence[tuple[Range, Range]], others: Iterable[tuple[Range, Range]]) -> list[tuple[Range, Range]]:
    """Those of the others that stand between their neighbours of the chain on both sides, and in order themselves."""
    taken: list[tuple[Range, Range]] = []
    starts = [olds[0] for olds, _ in chain]
    for olds, news in others:
        place = bisect_left(starts, olds[0])
        low = max((chain[place - 1] if place else ((0, 0), (0, 0)), taken[-1] if taken else ((0, 0), (0, 0))))
        high = chain[place] if place < len(chain) else None
        after = low[0][1] <= olds[0] and low[1][1] <= news[0]
        if after and (high is None or (olds[1] <= high[0][0] and news[1] <= high[1][0])):
            taken.append((olds, news))
    return taken


def _hunks(steps: Sequence[_Step]) -> Iterator[Sequence[_Step]]:
    """Changes with their context; two changes with no more than twice the context between them are one hunk."""
    changed = [index for index, step in enumerate(steps) if step.sign != " "]
    start = None
    for place, index in enumerate(changed):
        if start is None:
            start = max(0, index - CONTEXT)
        following = changed[place + 1] if place + 1 < len(changed) else None
        if following is None or following - index > 2 * CONTEXT + 1:
            yield steps[start : min(len(steps), index + CONTEXT + 1)]
            start = None


class _Places:
    """The printed lines of text lines, as a citation in the language of the text names them."""

    def __init__(self, side: Side) -> None:
        self.side = side
        self.sentence_at = {line: index for index, line in enumerate(text_lines(side.document))}
        self.german = side.resolution is None or side.resolution.language.split("-")[0] == "de"

    def name(self, text_lines: Sequence[int], before: int) -> str:
        """Printed lines of text lines, from 1; of none at all the place behind the text line ``before``."""
        sign = "Z." if self.german else "l."
        spans = self.side.lines_of(self.sentence_at[line] for line in text_lines if line in self.sentence_at)
        if spans:
            return f"{sign} {spans_text(_hull(spans))}"
        last = next((line for line in range(before, 0, -1) if line in self.sentence_at), 0)
        spans = self.side.lines_of([self.sentence_at[last]]) if last else ()
        if not spans:
            return "-"
        end = spans[-1].last if spans[-1].page is None else f"{spans[-1].last_page}:{spans[-1].last}"
        return f"{'nach' if self.german else 'after'} {sign} {end}"


def _hull(spans: Sequence[LineSpan]) -> Sequence[LineSpan]:
    """From the first to the last of many lines; one or two places are named each."""
    if len(spans) <= 2 or any(span.page is not None for span in spans):
        return spans
    return [LineSpan(min(span.first for span in spans), max(span.last for span in spans))]


def _hunk(steps: Sequence[_Step], old: _Places, new: _Places) -> str:
    gone, come = [step.old for step in steps if step.sign == "-"], [step.new for step in steps if step.sign == "+"]
    first = next(step for step in steps if step.sign != " ")
    named = f"{old.name(gone, first.old)} -> {new.name(come, first.new)}"
    olds = [step.old for step in steps if step.sign != "+"]
    news = [step.new for step in steps if step.sign != "-"]
    ranges = f"-{_counted(olds, steps[0].old)} +{_counted(news, steps[0].new)}"
    return f"@@ {ranges} @@ {named}\n" + "".join(f"{step.sign}{step.words}\n" for step in steps)


def _counted(lines: Sequence[int], before: int) -> str:
    """The first of some text lines and their number; of none the one before."""
    return f"{lines[0] if lines else before},{len(lines)}"


def _lines(document: Document) -> list[str]:
    text = write_text(document.blocks)
    return text[:-1].split("\n") if text else []


def _quoted(path: str) -> str:
    """A path as git writes it: in quotes where it holds a control character, a quote or a backslash."""
    if not any(character in _ESCAPES or not character.isprintable() for character in path):
        # Behind a blank git reads a time stamp, unless a tab ends the name.
        return path + "\t" if " " in path else path
    return (
        '"'
        + "".join(_ESCAPES.get(one, one) if one.isprintable() or one in _ESCAPES else _octal(one) for one in path)
        + '"'
    )


def _octal(character: str) -> str:
    return "".join(f"\\{byte:03o}" for byte in character.encode("utf-8"))
