"""What a resolution does to others, what they do to it, and until when it holds: the rows above its text.

    gilt bis 31.12.2022
    ersetzt: partei/2014-03-22/4.1-programm (laut Text, Z. 11-12)
    bekräftigt durch: partei/2022-05-07/3.2-radwege (laut Archiv: Protokoll)

Knows metadata only.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from libcorpus.model.harmless import harmless
from libcorpus.model.resolution import Relation, Resolution
from libcorpus.render.style import Style

# What a resolution does, and what is done to it; English, German.
KINDS: Final = {
    "supersedes": ("supersedes", "ersetzt", "superseded by", "ersetzt durch"),
    "amends": ("amends", "ändert", "amended by", "geändert durch"),
    "repeals": ("repeals", "hebt auf", "repealed by", "aufgehoben durch"),
    "continues": ("continues", "führt fort", "continued by", "fortgeführt durch"),
    "reaffirms": ("reaffirms", "bekräftigt", "reaffirmed by", "bekräftigt durch"),
}
BASES: Final = {
    "text": ("says the text", "laut Text"),
    "editor": ("says the archive", "laut Archiv"),
    "inferred": ("a guess", "vermutet"),
}


def render_relations(
    own: Resolution, others: Sequence[tuple[Resolution, Relation]], style: Style, lang: str
) -> Iterator[str]:
    """A row each: until when it holds, then its relations, then those of others to it."""
    german = lang == "de"
    if own.valid_until:
        date = own.valid_until.german() if german else str(own.valid_until)
        yield style.changed(f"gilt bis {date}" if german else f"holds until {date}")
    for relation in own.relations:
        yield harmless(f"{KINDS[relation.kind][german]}: {relation.target} ({basis(relation, lang)})")
    for other, relation in others:
        yield style.changed(harmless(f"{KINDS[relation.kind][2 + german]}: {other.id} ({basis(relation, lang)})"))


def basis(relation: Relation, lang: str) -> str:
    """Who says so, with the place in the text, or the reason."""
    german = lang == "de"
    place = f", {'Z.' if german else 'l.'} {relation.lines}" if relation.lines else ""
    reason = f": {relation.reason}" if relation.reason else ""
    return harmless(f"{BASES[relation.basis][german]}{place}{reason}")
