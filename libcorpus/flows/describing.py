"""Changes what is known about a resolution or an organisation, not its words.

    describe ID title="…" supersedes=OTHER   ->   resolution.toml, rewritten with comments kept

The id is minted once and stays, whatever is described.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from libcorpus.flows.recording import checked_fields
from libcorpus.model.dates import PartialDate
from libcorpus.model.ids import ResolutionId
from libcorpus.model.problems import refuse
from libcorpus.model.resolution import RELATION_KINDS, Organisation, Relation, Resolution, ResolutionKind

TEXT_KEYS: Final = (
    "title",
    "body",
    "assembly_name",
    "agenda_item",
    "agenda_title",
    "status",
    "language",
    "votes",
)
KEYS: Final = (*TEXT_KEYS, "adopted_on", "valid_until", "kind", "topics", *RELATION_KINDS)


def parse_assignments(assignments: list[str], known: tuple[str, ...]) -> dict[str, str]:
    """``key=value`` pairs as people type them; refuses an unknown key with the known ones."""
    values: dict[str, str] = {}
    for assignment in assignments:
        key, equals, value = assignment.partition("=")
        if not equals or key not in known:
            raise refuse("bad-assignment", seen=assignment, known=", ".join(known))
        values[key] = value.strip()
    if not values:
        raise refuse("nothing-to-do", known=", ".join(known))
    return values


def described(resolution: Resolution, values: Mapping[str, str]) -> Resolution:
    """The resolution with new values; an empty value clears a key. Relations name ids, parted by commas."""
    checked = checked_fields(values)
    if checked.get("title", "x") == "":
        raise refuse("key-missing", str(resolution.id), key="title")
    changes: dict[str, Any] = {key: checked[key] for key in TEXT_KEYS if key in checked}
    if "kind" in checked:
        changes["kind"] = ResolutionKind(checked["kind"] or "resolution")
    if "status" in changes:
        changes["status"] = changes["status"] or "adopted"
    if "language" in changes:
        changes["language"] = changes["language"] or "de"
    if "adopted_on" in checked:
        changes["adopted_on"] = PartialDate.read(checked["adopted_on"])
    if "valid_until" in checked:
        changes["valid_until"] = PartialDate.read(checked["valid_until"]) if checked["valid_until"] else None
    if "topics" in checked:
        changes["topics"] = _listed(checked["topics"])
    changes["relations"] = _relations(resolution, checked)
    return replace(resolution, **changes)


def _listed(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _relations(resolution: Resolution, values: Mapping[str, str]) -> tuple[Relation, ...]:
    """The relations as told; one that is there already keeps who says so, and why."""
    there = {(relation.kind, relation.target): relation for relation in resolution.relations}
    kept = [relation for relation in resolution.relations if relation.kind not in values]
    for kind in RELATION_KINDS:
        for target in _listed(values.get(kind, "")):
            ResolutionId.parse(target)
            kept.append(there.get((kind, target)) or Relation(kind, target, "editor"))
    return tuple(dict.fromkeys(kept))


ORGANISATION_KEYS: Final = ("name", "former_names", "bodies")


def described_organisation(organisation: Organisation, values: Mapping[str, str]) -> Organisation:
    """The organisation with new values; a name that changes is kept among the former ones unless told otherwise."""
    checked = checked_fields(values)
    if checked.get("name", "x") == "":
        raise refuse("key-missing", organisation.slug, key="name")
    former = _listed(checked["former_names"]) if "former_names" in checked else organisation.former_names
    name = checked.get("name", organisation.name)
    renamed = name != organisation.name and organisation.name != organisation.slug and "former_names" not in checked
    if renamed and organisation.name not in former:
        former = (*former, organisation.name)
    bodies = _listed(checked["bodies"]) if "bodies" in checked else organisation.bodies
    return replace(organisation, name=name, former_names=former, bodies=bodies)
