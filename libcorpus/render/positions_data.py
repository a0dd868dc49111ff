"""The positions on a topic as data: JSON for programs, CSV for a spreadsheet.

    {"threads": [{"label": "…", "matters": ["language-courses"], "steps": [{"step": "reworded", …}]}]}

    thread;label;matter;date;step;id;lines;…            a row a step

Reads threads; docs/reference.md says what each key means.
"""

import csv
import io
from collections.abc import Iterator
from typing import Any, Final

from libcorpus.flows.comparing import spans_as_data
from libcorpus.model.harmless import harmless
from libcorpus.render.marking import spans_text
from libcorpus.render.modals import modals
from libcorpus.render.steps import COMPARED, Cite
from libcorpus.topics.positions import Evidence, Place, Positions, Step, Thread

COLUMNS: Final = (
    "thread",
    "label",
    "matters",
    "holds",
    "adopted_on",
    "step",
    "moved",
    "id",
    "lines",
    "section",
    "function",
    "text",
    "before_id",
    "before_lines",
    "before_text",
    "tier",
    "score",
    "shared",
    "citation",
    "modal_words",
)
# A spreadsheet takes a cell that begins so for a formula, and a text from outside could be one.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def as_data(positions: Positions, cite: Cite | None = None) -> dict[str, Any]:
    """Positions as JSON data, schema 1; see docs/reference.md. With ``cite`` each place carries its citation."""
    return {
        "schema": 1,
        "topic": positions.topic.name,
        "organisation": positions.organisation,
        "continued": positions.continued,
        "assemblies": [
            {
                "adopted_on": str(assembly.adopted_on),
                "body": assembly.body,
                "resolutions": [str(own_id) for own_id in assembly.resolutions],
                "amending": [str(own_id) for own_id in assembly.amending],
                "carries_on": [
                    {"id": str(one.id), "basis": one.basis, "near": one.near} for one in assembly.carried_on
                ],
            }
            for assembly in positions.assemblies
        ],
        "threads": [_thread(thread, cite) for thread in positions.threads],
    }


def _thread(thread: Thread, cite: Cite | None) -> dict[str, Any]:
    return {
        "id": thread.id,
        "label": thread.label,
        "matters": list(thread.matters),
        "since": str(thread.since),
        "holds": thread.holds,
        "into": thread.into or None,
        "steps": [_step(step, cite) for step in thread.steps],
    }


def _step(step: Step, cite: Cite | None) -> dict[str, Any]:
    return {
        "adopted_on": str(step.adopted_on),
        "step": step.kind,
        "moved": step.moved,
        **_place(step.place, cite),
        "before": _place(step.before, cite) if step.before else None,
        "modal_words": _modals(step),
        "shared": step.shared,
        "reported_by": step.cue,
        "evidence": _evidence(step.evidence, cite) if step.evidence else None,
        "suggestions": [_evidence(one, cite) for one in step.suggestions],
        "basis": step.basis or None,
        "by": str(step.by) if step.by else None,
        "held_until": str(step.held_until) if step.held_until else None,
    }


def _modals(step: Step) -> dict[str, list[str]] | None:
    """The modal words that only one of the wordings has; None where nothing was reworded."""
    if step.before is None or step.kind not in COMPARED:
        return None
    found = modals(step.before.text, step.place.text)
    return {"old": list(found.old_words), "new": list(found.new_words)}


def _place(place: Place, cite: Cite | None) -> dict[str, Any]:
    return {
        "id": str(place.id),
        **spans_as_data(place.lines),
        "section": place.section,
        "path": list(place.path),
        "text": place.text,
        "function": place.function.value,
        "cue": place.cue,
        **({"citation": cite(place)} if cite else {}),
    }


def _evidence(one: Evidence, cite: Cite | None) -> dict[str, Any]:
    return {
        "tier": one.tier,
        "score": round(one.score, 3),
        "shared": list(one.shared),
        "matter": one.matter or None,
        "old": _place(one.old, cite),
        "new": _place(one.new, cite),
    }


def as_csv(positions: Positions, cite: Cite) -> str:
    """Positions as comma-separated values in UTF-8: a row a step, the columns of ``COLUMNS``, lines end with CRLF.

    A text that a spreadsheet would take for a formula gets an apostrophe in front; control characters are spelled out.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for thread in positions.threads:
        writer.writerows([_plain(value) for value in row] for row in _rows(thread, cite))
    return out.getvalue()


def _rows(thread: Thread, cite: Cite) -> Iterator[tuple[object, ...]]:
    for step in thread.steps:
        place, before, evidence = step.place, step.before, step.evidence
        yield (
            thread.id,
            thread.label,
            " ".join(thread.matters),
            "yes" if thread.holds else "no",
            step.adopted_on,
            step.kind,
            "yes" if step.moved else "no",
            place.id,
            spans_text(place.lines),
            place.section,
            place.function.value,
            place.text,
            before.id if before else "",
            spans_text(before.lines) if before else "",
            before.text if before else "",
            evidence.tier if evidence else "",
            f"{evidence.score:.3f}" if evidence else "",
            "; ".join(evidence.shared) if evidence else step.shared,
            cite(place),
            _changed(step),
        )


def _changed(step: Step) -> str:
    """The modal words of a spreadsheet's cell: ``soll → muss``."""
    if step.before is None or step.kind not in COMPARED:
        return ""
    found = modals(step.before.text, step.place.text)
    return str(found) if found else ""


def _plain(value: object) -> str:
    text = harmless(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
