"""Reads motions and resolutions as Antragsgrün's REST interface gives them, asked with ``lineNumbers=true``.

    {"type": "motion", "prefix": "A3", "title": "Sichere Radwege", "sections": [{"title": "Text", "html": …}], …}
    [{motion}, {motion}]                               several: a book
    {"motion": {…}, "agenda": …, "consultation": …}    with what has to be joined to it, as ``fetch`` writes it

The official numbers stand in ``span[data-line-number]``, run on over the sections, and are taken as they are.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from libcorpus.model.draft import Draft, LeftOut
from libcorpus.model.problems import refuse
from libcorpus.readers.antragsgruen_facts import facts, motions_in
from libcorpus.readers.base import NO_OPTIONS, Book, ReadOptions
from libcorpus.readers.jsontexts import Json, loaded, text_of, texts
from libcorpus.readers.printed import joined, printed
from libcorpus.readers.sections import Walk, Walked, plain, walk

# What of a motion is told by the fields of a resolution; all else beside the words is data of the system.
_METADATA: Final = frozenset(["title", "prefix", "agenda_item", "status_title", "initiators_html"])


class AntragsgruenMotion:
    """Motions from Antragsgrün's REST interface."""

    name = "antragsgruen 1"
    media_type = "application/json"
    suffixes: tuple[str, ...] = (".json",)

    def recognises(self, data: bytes, file_name: str) -> bool:
        """Whether a JSON file holds a motion of Antragsgrün."""
        return b'"initiators_html"' in data and bool(motions_in(loaded(data)))

    def read(self, data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS) -> Draft:
        """The draft of the one motion in the file; refuses several."""
        top = loaded(data)
        found = motions_in(top)
        if len(found) != 1:
            raise refuse("several-motions", file_name, count=len(found))
        draft = self._draft(found[0], top, file_name)
        rest = _rest(top, found, file_name)
        characters = " ".join([draft.characters or "", *(left.text for left in rest)])
        return replace(draft, left_out=(*draft.left_out, *rest), characters=characters)

    def split(self, data: bytes, file_name: str) -> Book:
        """Each motion in the file, by its number."""
        top = loaded(data)
        found = motions_in(top)
        names = _names(found)
        drafts = [replace(self._draft(one, top, file_name), part=name) for one, name in zip(found, names, strict=True)]
        return Book(tuple(drafts), _rest(top, found, file_name))

    def _draft(self, motion: Mapping[str, Json], top: Json, file_name: str) -> Draft:
        metadata, remarks = facts(motion, top, file_name)
        blocks, walks, left_out = _walked(motion, file_name)
        found = printed(blocks, file_name)
        numbered = any(line.number is not None for block in found.blocks for line in block.lines)
        return Draft(
            self.name,
            self.media_type,
            found.blocks,
            metadata,
            (*left_out, *(left for one in walks for left in one.left_out), *found.left_out),
            numbered=numbered,
            gaps=found.gaps,
            remarks=(*remarks, *found.remarks),
            characters=_characters(motion, walks),
        )


def _names(motions: Iterable[Mapping[str, Json]]) -> list[str]:
    """What the motions of a file are called: their numbers; with the id where two have the same, or one has none."""
    prefixes = [text_of(motion.get("prefix")) for motion in motions]
    ids = [text_of(motion.get("id")) for motion in motions]
    return [
        prefix if prefix and prefixes.count(prefix) == 1 else f"{prefix} id {own_id}".strip()
        for prefix, own_id in zip(prefixes, ids, strict=True)
    ]


def _sections(motion: Mapping[str, Json]) -> Iterator[tuple[int, str, str]]:
    """The sections of a motion: index, title and HTML."""
    for index, section in enumerate(motion["sections"]):
        if isinstance(section, dict):
            html = section.get("html")
            yield index, text_of(section.get("title")), html if isinstance(html, str) else ""


def _walked(motion: Mapping[str, Json], file_name: str) -> tuple[list[Walked], list[Walk], list[LeftOut]]:
    """The blocks of all sections, how each was walked, and what of the motion is not among its words."""
    sections = list(_sections(motion))
    walks = [walk(unicodedata.normalize("NFC", html), f"{file_name} ({title})") for _, title, html in sections]
    titled = [(title, one.blocks) for (_, title, _), one in zip(sections, walks, strict=True)]
    blocks, headed = joined(titled)
    paths = {f"sections[{sections[place][0]}].title" for place in headed}
    return blocks, walks, list(_left_out(motion, paths, file_name))


def _left_out(motion: Mapping[str, Json], headed: set[str], file_name: str) -> Iterator[LeftOut]:
    """Everything of a motion that is not among its words."""
    for path, text in texts(motion):
        place = f"{file_name} ({path})"
        if path in headed or _is_html(path):
            continue
        if path.startswith("sections[") and path.endswith(".title"):
            yield LeftOut("section-name", place, text)
        elif path in _METADATA:
            yield LeftOut("metadata", place, text)
        else:
            yield LeftOut("data", place, text)


def _is_html(path: str) -> bool:
    return path.startswith("sections[") and path.endswith("].html")


def _characters(motion: Mapping[str, Json], walks: Iterable[Walk]) -> str:
    """All texts of a motion, gathered without regard to blocks, and the labels that lists are counted with."""
    found = [plain(text) if _is_html(path) else text for path, text in _raw(motion)]
    return " ".join([*found, *(label for one in walks for label in one.generated)])


def _raw(motion: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    """The texts of a motion; HTML as it stands, with the blanks it has."""
    html = {f"sections[{index}].html": html for index, _, html in _sections(motion)}
    for path, text in texts(motion):
        yield path, html.get(path, text)


def _rest(top: Json, motions: Iterable[Json], file_name: str) -> tuple[LeftOut, ...]:
    """What stands in the file beside its motions."""
    own = {id(motion) for motion in motions}
    return tuple(LeftOut("data", f"{file_name} ({path})", text) for path, text in texts(top, own))
