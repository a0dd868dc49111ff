"""Reads motions from OpenSlides: the export of a meeting, or motions as its interface gives them.

    {"motion": {"1": {"number": "A1", "title": …, "text": "<p>…", "state_id": 4}}, "motion_state": …, "meeting": …}
    {"motions": [{"identifier": "A1", "title": …, "text": "<p>…", "reason": …}]}             version 3

The lines are not in the file: OpenSlides counts them by its own rule, with the line length of the meeting. A motion
is a text of its own, so is its count; amendments are none.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from libcorpus.model.draft import Draft, LeftOut
from libcorpus.model.problems import refuse
from libcorpus.readers.base import NO_OPTIONS, Book, ReadOptions
from libcorpus.readers.head import kind_by_title
from libcorpus.readers.jsontexts import Json, loaded, text_of, texts
from libcorpus.readers.printed import joined, printed
from libcorpus.readers.sections import plain, walk

_COLLECTIONS: Final = ("motion", "motions", "motions/motion")
_STATES: Final = ("motion_state", "motions/state", "states")
_MARKUP: Final = ("text", "reason", "modified_final_version")
_REASON: Final = "Begründung"
# What the names of states say, which a workflow may choose freely: the first that stands in one is it.
_STATUS: Final = (
    ("nicht", ("motion", "rejected")),
    ("abgelehnt", ("motion", "rejected")),
    ("reject", ("motion", "rejected")),
    ("zurückgezogen", ("motion", "withdrawn")),
    ("withdraw", ("motion", "withdrawn")),
    ("angenommen", ("resolution", "adopted")),
    ("beschlossen", ("resolution", "adopted")),
    ("accepted", ("resolution", "adopted")),
    ("adopted", ("resolution", "adopted")),
)


class OpenSlidesMotions:
    """Motions of OpenSlides 3 and 4, as JSON."""

    name = "openslides 1"
    media_type = "application/json"
    suffixes: tuple[str, ...] = (".json",)

    def recognises(self, data: bytes, file_name: str) -> bool:
        """Whether a JSON file holds motions of OpenSlides."""
        return b'"text"' in data and b'"title"' in data and bool(_motions(loaded(data)))

    def read(self, data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS) -> Draft:
        """The draft of the one motion in the file; refuses several."""
        top = loaded(data)
        found = _motions(top)
        if len(found) != 1:
            raise refuse("several-motions", file_name, count=len(found))
        draft, rest = self._draft(found[0], top, file_name), _rest(top, found, file_name)
        characters = " ".join([draft.characters or "", *(left.text for left in rest)])
        return replace(draft, left_out=(*draft.left_out, *rest), characters=characters)

    def split(self, data: bytes, file_name: str) -> Book:
        """Each motion in the file, by its number."""
        top = loaded(data)
        found = _motions(top)
        drafts = [
            replace(self._draft(one, top, file_name), part=name) for one, name in zip(found, _names(found), strict=True)
        ]
        return Book(tuple(drafts), _rest(top, found, file_name))

    def _draft(self, motion: Mapping[str, Json], top: Json, file_name: str) -> Draft:
        used = "modified_final_version" if text_of(motion.get("modified_final_version")) else "text"
        html = {name: unicodedata.normalize("NFC", str(motion.get(name) or "")) for name in (used, "reason")}
        walks = {name: walk(markup, f"{file_name} ({name})") for name, markup in html.items()}
        blocks, headed = joined([("", walks[used].blocks), (_REASON, walks["reason"].blocks)])
        found = printed(blocks, file_name)
        left_out = [left for one in walks.values() for left in one.left_out]
        left_out += _left_out(motion, used, file_name)
        generated = [label for one in walks.values() for label in one.generated] + [_REASON] * len(headed)
        raw = [plain(html[path]) if path in html else _shown(path, text) for path, text in texts(motion)]
        return Draft(
            self.name,
            self.media_type,
            found.blocks,
            _facts(motion, top),
            (*left_out, *found.left_out),
            remarks=found.remarks,
            characters=" ".join([*raw, *generated]),
            rule="openslides",
            line_length=_line_length(motion, top),
        )


def _shown(path: str, text: str) -> str:
    return plain(text) if path in _MARKUP else text


def _motions(top: Json) -> list[dict[str, Json]]:
    """The motions of a file, by their place in it; amendments, which have no text of their own, are none."""
    if isinstance(top, list):
        found: Iterable[Json] = top
    elif isinstance(top, dict) and _is_motion(top):
        found = [top]
    else:
        found = [one for name in _COLLECTIONS for one in _collection(top, name)]
    return [one for one in found if isinstance(one, dict) and _is_motion(one)]


def _is_motion(one: Mapping[str, Json]) -> bool:
    own = isinstance(one.get("title"), str) and isinstance(one.get("text"), str) and bool(one["text"].strip())
    amendment = one.get("lead_motion_id") or one.get("parent_id") or one.get("amendment_paragraphs")
    return own and not amendment and ("number" in one or "identifier" in one or "sequential_number" in one)


def _collection(top: Json, name: str) -> list[Json]:
    """The things of one kind: a list, or by their ids."""
    value = top.get(name) if isinstance(top, dict) else None
    if isinstance(value, dict):
        return [value[key] for key in sorted(value, key=lambda key: (len(key), key))]
    return value if isinstance(value, list) else []


def _number(motion: Mapping[str, Json]) -> str:
    return text_of(motion.get("number") or motion.get("identifier"))


def _names(motions: list[dict[str, Json]]) -> list[str]:
    """What the motions of a file are called: their numbers; with the id where two have the same, or one has none."""
    numbers = [_number(motion) for motion in motions]
    return [
        number if number and numbers.count(number) == 1 else f"{number} id {text_of(motion.get('id'))}".strip()
        for number, motion in zip(numbers, motions, strict=True)
    ]


def _facts(motion: Mapping[str, Json], top: Json) -> dict[str, str]:
    """The fields of a motion: a date of adoption is nowhere but in the dates of the meeting."""
    title = text_of(motion.get("title"))
    kind, status = _state(motion, top)
    meeting = _meeting(motion, top)
    found = {
        "title": title,
        "kind": kind_by_title(title) if kind == "resolution" else kind,
        "status": status,
        "agenda_item": _agenda(motion, top) or _number(motion),
        "assembly_name": text_of(meeting.get("name")),
        "adopted_on": _day(meeting.get("end_time") or meeting.get("start_time")) if kind == "resolution" else "",
    }
    return {key: value for key, value in found.items() if value}


def _state(motion: Mapping[str, Json], top: Json) -> tuple[str, str]:
    own = motion.get("state_id") or motion.get("state")
    name = text_of(own)
    for collection in _STATES:
        for state in _collection(top, collection):
            if isinstance(state, dict) and state.get("id") == own:
                name = text_of(state.get("name"))
    folded = name.casefold()
    return next((found for word, found in _STATUS if word in folded), ("motion", "pending"))


def _meeting(motion: Mapping[str, Json], top: Json) -> Mapping[str, Json]:
    meetings = [one for one in _collection(top, "meeting") if isinstance(one, dict)]
    own = [one for one in meetings if one.get("id") == motion.get("meeting_id")]
    return (own or meetings or [{}])[0]


def _agenda(motion: Mapping[str, Json], top: Json) -> str:
    for item in _collection(top, "agenda_item"):
        if isinstance(item, dict) and item.get("content_object_id") == f"motion/{motion.get('id')}":
            return text_of(item.get("item_number"))
    return ""


def _day(value: Json) -> str:
    """The day of a time in seconds since 1970. Where the meeting was is not in the file: it is taken as UTC."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 10**11:
        return ""
    return datetime.fromtimestamp(value, UTC).date().isoformat()


def _line_length(motion: Mapping[str, Json], top: Json) -> int:
    length = _meeting(motion, top).get("motions_line_length")
    for one in _collection(top, "core/config"):
        if isinstance(one, dict) and one.get("key") == "motions_line_length":
            length = one.get("value")
    return length if isinstance(length, int) and not isinstance(length, bool) and 10 <= length <= 1000 else 0


def _left_out(motion: Mapping[str, Json], used: str, file_name: str) -> Iterator[LeftOut]:
    """What of a motion is not among its words. Where the assembly changed the text, the text before is kept aside."""
    for path, text in texts(motion):
        place = f"{file_name} ({path})"
        if path in (used, "reason"):
            continue
        if path in _MARKUP:
            yield LeftOut("other", place, " ".join(plain(text).split()), "the text before the assembly changed it")
        else:
            known = path in ("title", "number", "identifier")
            yield LeftOut("metadata" if known else "data", place, text)


def _rest(top: Json, motions: Iterable[Json], file_name: str) -> tuple[LeftOut, ...]:
    """What stands in the file beside its motions."""
    own = {id(motion) for motion in motions}
    return tuple(LeftOut("data", f"{file_name} ({path})", text) for path, text in texts(top, own))
