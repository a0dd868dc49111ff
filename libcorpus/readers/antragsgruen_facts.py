"""What Antragsgrün says about a motion beside its words: who decided, when, under which item, and what became of it.

    initiators_html  "Mitgliederversammlung (dort beschlossen am: 07.03.2020)"   body, adopted_on
    agenda_item      "Radverkehr", and the agenda has it as "2.13."              agenda_item 2.13
    status_id        26                                                          adopted

Takes JSON as it came; what has another shape than expected counts as not said.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from libcorpus.model.dates import PartialDate
from libcorpus.model.problems import LibcorpusError, Problem
from libcorpus.readers.head import kind_by_title
from libcorpus.readers.jsontexts import Json, objects, text_of
from libcorpus.readers.sections import plain

# Numbers of states, as the program has them: kind and status of what is filed.
STATUS: Final[Mapping[int, tuple[str, str]]] = {
    -1: ("motion", "withdrawn"),
    4: ("resolution", "adopted"),
    5: ("motion", "rejected"),
    # The text as it was put forward; what was adopted is another one.
    6: ("motion", "adopted"),
    8: ("resolution", "adopted"),
    25: ("resolution", "adopted"),
    26: ("resolution", "adopted"),
}
ADOPTED: Final = frozenset(number for number, (kind, _) in STATUS.items() if kind == "resolution")
_DECIDED: Final = re.compile(r"([^()]*)\(([^():]{0,80}):\s*([^()]{4,40})\)")
_SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def motions_in(top: Json) -> list[dict[str, Json]]:
    """The motions of a file: the object itself, one in a list, or one that something is wrapped around."""
    return [one for one in objects(top) if _is_motion(one)]


def _is_motion(one: Mapping[str, Json]) -> bool:
    return one.get("type") == "motion" and isinstance(one.get("sections"), list) and "initiators_html" in one


def is_adopted(link: Mapping[str, Json]) -> bool:
    """Whether a motion, or a link to one, is a resolution."""
    return link.get("status_id") in ADOPTED


def facts(motion: Mapping[str, Json], top: Json, file_name: str) -> tuple[dict[str, str], list[Problem]]:
    """The fields of a motion, and what was odd about them; ``top`` is all of the file, for its agenda."""
    remarks: list[Problem] = []
    kind, status = STATUS.get(_whole(motion.get("status_id")), ("motion", "pending"))
    title = text_of(motion.get("title"))
    found = {"title": title, "kind": kind, "status": status}
    if kind == "resolution":
        found["kind"] = kind_by_title(title)
    body, date = decided(text_of(plain(text_of(motion.get("initiators_html")))))
    found["adopted_on"] = date
    found["body"] = body or _organisation(motion)
    found["agenda_title"] = text_of(motion.get("agenda_item"))
    found["agenda_item"] = _code(found["agenda_title"], top, file_name, remarks) or text_of(motion.get("prefix"))
    found["assembly_name"] = _consultation(top)
    return {key: value for key, value in found.items() if value}, remarks


def decided(initiators: str) -> tuple[str, str]:
    """Who decided and when, from the one text that says so; the way dates are written is a setting there.

    >>> decided("Mitgliederversammlung (dort beschlossen am: 07.03.2020)")
    ('Mitgliederversammlung', '2020-03-07')
    >>> decided("Vorstand (beschlossen am: 03/04/2020)")
    ('Vorstand', '')
    """
    match = _DECIDED.search(initiators)
    if match is None:
        return "", ""
    return match[1].strip(" ,;"), _date(match[3].strip())


def _date(text: str) -> str:
    if slashed := _SLASHED.fullmatch(text):
        first, second, year = (int(part) for part in slashed.groups())
        # 03/04/2020 is a day in March in one country and in April in another; 07/31 and 31/07 can be one thing only.
        if first <= 12 and second <= 12 and first != second:
            return ""
        day, month = (first, second) if second <= 12 else (second, first)
        text = f"{day:02}.{month:02}.{year}"
    try:
        return str(PartialDate.read(text))
    except LibcorpusError:
        return ""


def _organisation(motion: Mapping[str, Json]) -> str:
    """The organisation that put it forward, if one did."""
    initiators = motion.get("initiators")
    for one in initiators if isinstance(initiators, list) else ():
        if isinstance(one, dict) and one.get("type") == "organization":
            return text_of(one.get("organization"))
    return ""


def _code(title: str, top: Json, file_name: str, remarks: list[Problem]) -> str:
    """The number of an agenda item, joined by its title; none where two items have the title."""
    if not title:
        return ""
    codes = {code for name, code in agenda_codes(top) if name == title}
    if len(codes) > 1:
        remarks.append(Problem.of("agenda-ambiguous", file_name, title, seen=", ".join(sorted(codes))))
    return codes.pop().rstrip(".") if len(codes) == 1 else ""


def agenda_codes(top: Json) -> Iterator[tuple[str, str]]:
    """The items of the agenda in a file, those below others included: title and number."""
    for one in objects(top, depth=12):
        if one.get("type") == "item" and isinstance(one.get("code"), str) and text_of(one["code"]).strip("#. "):
            yield text_of(one.get("title")), text_of(one["code"])


def _consultation(top: Json) -> str:
    """The name of the consultation, where the file has it beside the motion."""
    for one in objects(top):
        inner = one.get("consultation")
        if isinstance(inner, dict):
            return text_of(inner.get("title"))
    return ""


def _whole(value: Json) -> int:
    return value if isinstance(value, int) else 0
