r"""The positions on a topic as Markdown, for a wiki or a mail: a timeline as a table, then what changed.

    | Position | 14.03.2009 | 22.03.2014 |
    |---|---|---|
    | **Sprachkurse** | | |
    | Die Stadt muss bis 2020 … | neu, Z. 15-16 | geändert, Z. 24-25 |

Whatever a reader of Markdown would take for markup in the words is escaped.
"""

from collections.abc import Iterator, Sequence

from libcorpus.align import word_spans
from libcorpus.render.markdown import escape_markdown
from libcorpus.render.modals import modals
from libcorpus.render.positions import Report, nothing, pairs, quiet_dates, summary, title
from libcorpus.render.saying import is_german
from libcorpus.render.steps import (
    STEPS,
    WHOLE,
    Cite,
    date,
    evidence,
    headline,
    lines,
    matter_label,
    modal_words,
    name,
    sides,
    tally,
    touched,
    why,
)
from libcorpus.topics.between import Change, between
from libcorpus.topics.positions import Assembly, Place, Positions
from libcorpus.topics.timeline import ABSENT, Cell, in_order, timeline


def render_positions_markdown(positions: Positions, lang: str, report: Report, cite: Cite) -> str:
    """The whole report; what was kept is counted, and shown in the table only."""
    return "\n".join(_report(positions, "de" if is_german(lang) else "en", report, cite)) + "\n"


def _report(positions: Positions, lang: str, report: Report, cite: Cite) -> Iterator[str]:
    yield f"# {escape_markdown(positions.topic.label(lang))}: {escape_markdown(report.organisation)}"
    yield ""
    if told := nothing(positions, report.dates, lang):
        yield told
        return
    yield summary(positions, report.dates, lang)
    yield ""
    if told := quiet_dates(positions, report.dates, lang):
        yield told
        return
    if not report.net:
        yield from _table(positions, report.dates, lang)
    for low, high in pairs(positions, report):
        yield from _changes(positions, low, high, lang, report, cite)


def _table(positions: Positions, dates: Sequence[Assembly], lang: str) -> Iterator[str]:
    columns = [one for one in touched(positions) if one in dates]
    places = [positions.assemblies.index(one) for one in columns]
    yield f"| Position | {' | '.join(date(one.adopted_on, lang) for one in columns)} |"
    yield f"|---|{'---|' * len(columns)}"
    for group in timeline(positions):
        yield f"| **{escape_markdown(matter_label(positions, group.matter, lang))}** |{' |' * len(columns)}"
        for row in group.rows:
            cells = " | ".join(_cell(row.cells[place], lang) for place in places)
            yield f"| {escape_markdown(row.thread.label)} | {cells} |"


def _cell(cell: Cell, lang: str) -> str:
    if cell.kind == ABSENT:
        return ""
    said = name(cell.kind, lang)
    return f"{said}, {lines(cell.steps[-1].place, lang)}" if cell.steps else said


def _changes(
    positions: Positions, low: Assembly | None, high: Assembly, lang: str, report: Report, cite: Cite
) -> Iterator[str]:
    changes = between(positions, low.adopted_on if low else None, high.adopted_on)
    yield from ("", f"## {escape_markdown(title(low, high, lang, report.net))}", "")
    yield tally([change.kind for change in changes], lang)
    for kind in STEPS:
        own = [change for change in changes if change.kind == kind]
        if not own or kind == "kept":
            continue
        yield from ("", f"### {headline(kind, lang)}")
        for matter in in_order(positions, list(dict.fromkeys(change.matter for change in own))):
            yield from ("", f"**{escape_markdown(matter_label(positions, matter, lang))}**")
            for change in own:
                if change.matter == matter:
                    yield from _change(positions, change, lang, cite)


def _change(positions: Positions, change: Change, lang: str, cite: Cite) -> Iterator[str]:
    old, new = change.old, change.new
    yield ""
    for words in _words(change, lang):
        yield f"> {words}"
        yield ">"
    told = [f"{'alt' if is_german(lang) else 'old'}: {cite(old)}"] if old else []
    told += [f"{'neu' if is_german(lang) else 'new'}: {cite(new)}"] if new else []
    if modal := modal_words(change.kind, old, new, lang):
        told.append(modal)
    if change.last is not None:
        told += why(positions, change.last, lang)
        suggestions = change.last.suggestions if new is None else ()
        told += [_suggestion(one.new, evidence(positions, one, lang), cite) for one in suggestions]
    yield "> " + " · ".join(escape_markdown(words) for words in told)


def _suggestion(place: Place, why_so: str, cite: Cite) -> str:
    return f"{why_so}: {place.text} ({cite(place)})"


def _words(change: Change, lang: str) -> Iterator[str]:
    old, new = change.old, change.new
    if old is None or new is None or old.text == new.text:
        place = new or old
        assert place is not None
        tag = "" if old and new else "ins" if new else "del"
        yield f"<{tag}>{escape_markdown(place.text)}</{tag}>" if tag else escape_markdown(place.text)
        return
    if change.kind in WHOLE:
        leads, found = sides(lang), modals(old.text, new.text)
        yield leads[0] + _marked(old.text, found.old, "del")
        yield leads[1] + _marked(new.text, found.new, "ins")
        return
    spans = word_spans(old.text, new.text)
    if spans.replaced:
        yield f"<del>{escape_markdown(old.text)}</del>"
        yield f"<ins>{escape_markdown(new.text)}</ins>"
        return
    yield _marked(old.text, spans.old, "del")
    yield _marked(new.text, spans.new, "ins")


def _marked(text: str, spans: Sequence[tuple[int, int]], tag: str) -> str:
    result, done = "", 0
    for start, end in spans:
        if start < end:
            result += f"{escape_markdown(text[done:start])}<{tag}>{escape_markdown(text[start:end])}</{tag}>"
            done = end
    return result + escape_markdown(text[done:])
