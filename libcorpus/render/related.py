"""The looser tier beside an account, for the terminal: sentences about the same matter, with what they share.

    related (a hint, not a change):
    Z. 12    Wir bauen 400.000 Wohnungen im Jahr.
    Z. 80    Bezahlbarer Wohnraum: Wir schaffen Wohnungen für alle.
             shared: wohnungen

Reads an account and changes nothing in it.
"""

from collections.abc import Iterator

from libcorpus.flows.comparing import Comparison, related_pairs
from libcorpus.model.harmless import harmless
from libcorpus.render.style import Style, wrapped

_GUTTER = 11


def render_related(comparison: Comparison, style: Style, lang: str) -> Iterator[str]:
    """The lines of the report; none where nothing is related."""
    german = lang == "de"
    pairs = related_pairs(comparison)
    if comparison.account.revision == "far" and comparison.old.document.sentences:
        yield ""
        yield (
            "Der Text ist neu geschrieben: kaum ein Satz hat ein Gegenstück."
            if german
            else ("The text was written anew: hardly a sentence has a counterpart.")
        )
    if not pairs:
        return
    yield ""
    yield style.strong(
        "zur selben Sache (ein Hinweis, keine Änderung):" if german else "about the same matter (a hint, not a change):"
    )
    sign = "Z." if german else "l."
    for pair in pairs:
        for mark, side, index in (("-", comparison.old, pair.old), ("+", comparison.new, pair.new)):
            place = f"{mark} {sign} {side.document.lines_of(index) or '-'}"
            lines = wrapped(side.document.sentences[index], style.width, " " * _GUTTER)
            yield style.quiet(f"{place:<{_GUTTER}}") + lines[0][_GUTTER:]
            yield from lines[1:]
        shared = harmless(", ".join(pair.shared))
        yield " " * _GUTTER + style.quiet(f"{'gemeinsam' if german else 'shared'}: {shared}")
