"""A comparison for the terminal: both gutters, marks, moves with their places, headings as landmarks.

    old Z.   new Z.
                       ## GRÜNE Vision
    94-97    101-104 ~ Die Stadt muss [−20−]{+35+} Kurse fördern.
    120        -     - Die Stadt soll …
      -      131     + Neu ist …

Reads an account and changes nothing.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from libcorpus.align import Link, LinkKind
from libcorpus.flows.comparing import Comparison, Side
from libcorpus.model.harmless import harmless
from libcorpus.render.marking import spans_text, wordings
from libcorpus.render.placing import Role
from libcorpus.render.rows import Row, Section, sections_of
from libcorpus.render.style import Style, wrapped

MARKS: Final = {
    LinkKind.KEPT: "=",
    LinkKind.REWORDED: "~",
    LinkKind.SPLIT: "<",
    LinkKind.MERGED: ">",
    LinkKind.REMOVED: "-",
    LinkKind.ADDED: "+",
}
LABELS: Final = {
    "kept": ("kept", "unverändert"),
    "reworded": ("reworded", "geändert"),
    "split": ("split", "geteilt"),
    "merged": ("merged", "zusammengefasst"),
    "removed": ("removed", "gestrichen"),
    "added": ("added", "neu"),
    "moved": ("moved", "verschoben"),
}
_GUTTER: Final = 11


def render_comparison(
    comparison: Comparison, style: Style, lang: str, everything: bool = False, ignore: Collection[str] = ()
) -> Iterator[str]:
    """The lines of the report; what is kept in its place is folded unless ``everything`` is asked for.

    ``ignore`` names kinds of word changes that count as none (``align.Ignore``).
    """
    german = lang == "de"
    sections = sections_of(comparison, ignore)
    yield style.strong(f"{'alt' if german else 'old'}  {_name(comparison.old)}")
    yield style.strong(f"{'neu' if german else 'new'}  {_name(comparison.new)}")
    yield _summary(sections, german)
    yield ""
    head = f"{'alt Z.' if german else 'old l.':<{_GUTTER}}{'neu Z.' if german else 'new l.':<{_GUTTER}}"
    yield style.quiet(head)
    folded = 0
    for section in sections:
        # A heading that changed is shown as a row, so it needs no landmark.
        landmark = section.title
        for row in section.all_rows:
            if row.role in (Role.AWAY, Role.REST):
                continue
            if row.kind is LinkKind.KEPT and not row.link.moved and not everything:
                folded += 1
                continue
            if folded:
                yield style.quiet(f"{'':<{2 * _GUTTER}}  {_folded(folded, german)}")
                folded = 0
            if landmark and row is not section.heading:
                yield style.strong(f"{'':<{2 * _GUTTER}}# {harmless(landmark)}")
            landmark = ""
            yield from _row(comparison, row, style, german)
    if folded:
        yield style.quiet(f"{'':<{2 * _GUTTER}}  {_folded(folded, german)}")


def _name(side: Side) -> str:
    if side.resolution is None:
        return harmless(side.name)
    return harmless(f"{side.resolution.title} ({side.resolution.adopted_on}) {side.name}")


def _summary(sections: Sequence[Section], german: bool) -> str:
    counts = sum((section.counts() for section in sections), start=Counter[str]())
    return ", ".join(f"{counts[key]} {labels[german]}" for key, labels in LABELS.items() if counts[key])


def _folded(count: int, german: bool) -> str:
    if german:
        return f"… {count} {'Satz' if count == 1 else 'Sätze'} unverändert"
    return f"… {count} sentence{'' if count == 1 else 's'} kept"


def _row(comparison: Comparison, row: Row, style: Style, german: bool) -> Iterator[str]:
    link = row.link
    if row.landmark and link.kind is LinkKind.REMOVED:
        words = f"({'alter Abschnitt' if german else 'old section'}: {harmless(row.landmark)})"
        yield style.quiet(f"{'':<{2 * _GUTTER}}  {words}")
    old, new = spans_text(comparison.old.lines_of(link.old)), spans_text(comparison.new.lines_of(link.new))
    mark = MARKS[link.kind] + ("↕" if link.moved else "")
    gutter = f"{old or '-':<{_GUTTER}}{new or '-':<{_GUTTER}}"
    indent = " " * (2 * _GUTTER + 3)
    body = list(_body(comparison, link, style, len(indent)))
    first = body[0][len(indent) :]
    yield (
        f"{style.quiet(gutter)}{_coloured(link, mark, style):<2} {first}"
        if len(mark) == 2
        else (f"{style.quiet(gutter)}{_coloured(link, mark, style)}  {first}")
    )
    yield from body[1:]
    if link.moved:
        words = f"verschoben von Z. {old} nach Z. {new}" if german else f"moved from l. {old} to l. {new}"
        yield indent + style.moved(words)


def _coloured(link: Link, text: str, style: Style) -> str:
    paint = {LinkKind.REMOVED: style.removed, LinkKind.ADDED: style.added, LinkKind.KEPT: style.moved}
    return paint.get(link.kind, style.changed)(text)


def _body(comparison: Comparison, link: Link, style: Style, indent: int) -> Iterator[str]:
    old, new = comparison.old.text_of(link.old), comparison.new.text_of(link.new)
    blank = " " * indent
    if link.kind is LinkKind.REMOVED:
        yield from (blank + style.removed(line.strip()) for line in wrapped(old, style.width, blank))
    elif link.kind is LinkKind.ADDED:
        yield from (blank + style.added(line.strip()) for line in wrapped(new, style.width, blank))
    elif old == new:
        yield from wrapped(new, style.width, blank)
    else:
        yield from wordings(old, new, style, blank)
