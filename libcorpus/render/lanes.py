"""Threads as lanes over the dates, as a picture: a lane begins where a position was introduced and ends with it.

    Sprachkurse    Die Stadt muss …    +------~-----------~----------
                   Asylsuchende …      +------x

Drawn by vl-convert from a Vega-Lite specification: without a browser or a network, and the same bytes each time. The
one door to it; extra ``plot``. Knows positions.
"""

from collections.abc import Iterator
from typing import Any, Final

from libcorpus.model.dates import PartialDate
from libcorpus.model.harmless import harmless
from libcorpus.model.problems import refuse
from libcorpus.render.steps import date, lines, matter_label, name, touched
from libcorpus.topics.positions import Positions, Step
from libcorpus.topics.timeline import ABSENT, Row, timeline

_LABEL: Final = 64
# Shapes tell what colours tell, for those who see no colours and for black and white print.
_LOOKS: Final = {
    "introduced": ("circle", "#0b5129"),
    "resumed": ("triangle-right", "#0b5129"),
    "dropped": ("cross", "#8a1020"),
    "repealed": ("square", "#8a1020"),
    "expired": ("diamond", "#8a1020"),
    "unmatched": ("triangle-left", "#8a1020"),
    "fulfilled": ("triangle-up", "#6b4a00"),
    "reworded": ("diamond", "#174a84"),
    "related": ("square", "#174a84"),
    "split": ("triangle-down", "#174a84"),
    "merged": ("wedge", "#174a84"),
    "moved": ("square", "#8f8f8a"),
    "kept": ("circle", "#8f8f8a"),
}


def render_lanes(positions: Positions, lang: str, title: str, form: str) -> bytes:
    """The picture as ``.svg`` or ``.png``. Refuses where vl-convert is not installed."""
    try:
        import vl_convert
    except ModuleNotFoundError:
        raise refuse("extra-missing", seen="vl-convert-python", extra="plot") from None
    spec = specification(positions, lang, title)
    if form == ".png":
        return bytes(vl_convert.vegalite_to_png(spec, scale=2))
    return str(vl_convert.vegalite_to_svg(spec)).encode("utf-8")


def specification(positions: Positions, lang: str, title: str) -> dict[str, Any]:
    """The picture as a Vega-Lite specification, with its data."""
    lanes = list(_lanes(positions, lang))
    order = list(dict.fromkeys(lane["matter"] for lane in lanes))
    present = {lane["step"] for lane in lanes}
    kinds = [kind for kind in _LOOKS if name(kind, lang) in present]
    said = [name(kind, lang) for kind in kinds]
    lane = {"field": "lane", "type": "nominal", "title": None, "sort": {"field": "place"}, "axis": _axis()}
    when = {"field": "from", "type": "temporal", "title": None, "axis": {"format": "%Y", "values": _days(positions)}}
    marks = {"domain": said, "range": [_LOOKS[kind][0] for kind in kinds]}
    colours = {"domain": said, "range": [_LOOKS[kind][1] for kind in kinds]}
    legend = {"title": None, "orient": "top", "columns": 5}
    tip = [{"field": key} for key in ("text", "step", "date", "lines")]
    points = {
        "mark": {"type": "point", "filled": True, "size": 60, "opacity": 1},
        "encoding": {
            "y": lane,
            "x": when,
            "shape": {"field": "step", "scale": marks, "legend": legend},
            "color": {"field": "step", "scale": colours, "legend": legend},
            "tooltip": tip,
        },
    }
    bars = {
        "mark": {"type": "rule", "strokeWidth": 3, "color": "#b9b9b4"},
        "encoding": {"y": lane, "x": when, "x2": {"field": "to"}},
    }
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": "white",
        "title": {"text": harmless(title), "anchor": "start", "fontSize": 16},
        "data": {"values": lanes},
        "facet": {"row": {"field": "matter", "sort": order, "title": None, "header": _header()}},
        "spec": {"width": 460, "height": {"step": 17}, "layer": [bars, points]},
        "resolve": {"scale": {"y": "independent"}},
        "spacing": 6,
    }


def _axis() -> dict[str, Any]:
    return {"labelLimit": 420, "labelFontSize": 11, "labelPadding": 10, "ticks": False, "domain": False}


def _header() -> dict[str, Any]:
    return {"labelOrient": "top", "labelAnchor": "start", "labelFontWeight": "bold", "labelAngle": 0, "labelPadding": 2}


def _days(positions: Positions) -> list[str]:
    return [_day(one.adopted_on) for one in touched(positions)]


def _lanes(positions: Positions, lang: str) -> Iterator[dict[str, Any]]:
    """A row for each step: where its piece of the lane begins and ends, and what it says."""
    place = 0
    for group in timeline(positions):
        for row in group.rows:
            place += 1
            steps = row.thread.steps
            ends = [*(step.adopted_on for step in steps[1:]), _end(positions, row)]
            for step, end in zip(steps, ends, strict=True):
                yield {
                    "matter": matter_label(positions, group.matter, lang),
                    "place": place,
                    "lane": _label(row, place),
                    "from": _day(step.adopted_on),
                    "to": _day(step.adopted_on if _over(step) else end),
                    **_said(step, lang),
                }


def _said(step: Step, lang: str) -> dict[str, str]:
    return {
        "step": name(step.kind, lang),
        "date": date(step.adopted_on, lang),
        "text": harmless(step.place.text),
        "lines": lines(step.place, lang),
    }


def _label(row: Row, place: int) -> str:
    """The newest wording, cut; two lanes of one label must not fall into one, so an invisible mark tells them apart."""
    text = harmless(row.thread.label)
    cut = text if len(text) <= _LABEL else f"{text[: _LABEL - 1].rstrip()}…"
    return cut + "\u2060" * place


def _end(positions: Positions, row: Row) -> PartialDate:
    """The last date at which a thread still stands."""
    standing = [
        one.adopted_on for one, cell in zip(positions.assemblies, row.cells, strict=True) if cell.kind != ABSENT
    ]
    return max([row.thread.steps[-1].adopted_on, *standing])


def _over(step: Step) -> bool:
    return step.kind in ("dropped", "repealed", "expired", "unmatched")


def _day(day: PartialDate) -> str:
    """A day for the axis: the first of a month or a year of which no more is known."""
    return f"{day.year:04d}-{day.month or 1:02d}-{day.day or 1:02d}"
