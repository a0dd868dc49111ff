"""The positions on a topic as one HTML file: matters, threads over the assemblies, each unfolding to its texts.

    Sprachkurse            14.03.2009       22.03.2014           16.11.2019
    Die Stadt muss …       neu Z. 15-16     geändert Z. 24-25    geändert Z. 30-32
      ▸ Wortlaut und Fundstellen

One file without scripts that loads nothing: it can be mailed, printed and archived. Everything from a corpus is made
harmless and escaped here. Knows no files.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from libcorpus.align import word_spans
from libcorpus.model.harmless import harmless
from libcorpus.render.modals import modals
from libcorpus.render.positions import Report, nothing, quiet_dates, summary
from libcorpus.render.positions_style import STYLE
from libcorpus.render.saying import is_german
from libcorpus.render.steps import (
    FUNCTIONS,
    WHOLE,
    Cite,
    carried,
    date,
    evidence,
    headline,
    lines,
    matter_label,
    modal_words,
    name,
    sides,
    sign,
    tally,
    touched,
    why,
)
from libcorpus.render.synopsis_style import policy
from libcorpus.topics.between import between
from libcorpus.topics.positions import ENDINGS, Assembly, Place, Positions, Step
from libcorpus.topics.timeline import ABSENT, HOLDS, Cell, Group, Row, timeline

# So many dates fit side by side on a sheet of paper.
ON_PAPER: Final = 6
WORDS: Final = {
    "skip": ("Skip to the positions", "Zu den Positionen springen"),
    "position": ("Position", "Position"),
    "contents": ("By subject matter", "Nach Sachfragen"),
    "texts": ("Wordings and citations", "Wortlaut und Fundstellen"),
    "deleted": ("deleted:", "gestrichen:"),
    "inserted": ("inserted:", "eingefügt:"),
    "end": ("end of change", "Ende der Änderung"),
    "absent": ("does not stand", "steht nicht"),
    "last": ("Last assembly", "Letzte Versammlung"),
    "beside": ("What was compared with what", "Was womit verglichen wurde"),
    "amending": ("instructions only, not applied", "nur Änderungsanweisungen, nicht eingearbeitet"),
    "nothing": ("no proposal", "kein Vorschlag"),
    "made": ("Made with libcorpus.", "Erstellt mit libcorpus."),
}


def render_positions_html(positions: Positions, lang: str, report: Report, cite: Cite) -> str:
    """The whole page; ``lang`` is the language of what libcorpus says, ``de`` or anything else for English."""
    return "".join(_Page(positions, "de" if is_german(lang) else "en", report, cite).parts())


class _Page:
    """Writes one page; holds the language, so that the writing functions need not hand it on."""

    def __init__(self, positions: Positions, lang: str, report: Report, cite: Cite) -> None:
        self.positions = positions
        self.lang = lang
        self.report = report
        self.cite = cite
        self.columns = [one for one in touched(positions) if one in report.dates]
        self.places = [positions.assemblies.index(one) for one in self.columns]

    def say(self, key: str) -> str:
        """What libcorpus itself says, escaped."""
        return escape(WORDS[key][is_german(self.lang)])

    def parts(self) -> Iterator[str]:
        title = escape(harmless(f"{self.positions.topic.label(self.lang)}: {self.report.organisation}"))
        yield f'<!DOCTYPE html>\n<html lang="{self.lang}">\n<head>\n<meta charset="utf-8">\n'
        yield f'<meta http-equiv="Content-Security-Policy" content="{escape(policy(STYLE))}">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        yield '<meta name="referrer" content="no-referrer">\n'
        yield f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        yield f'<a class="skip" href="#positions">{self.say("skip")}</a>\n<header>\n<h1>{title}</h1>\n'
        asked = (self.positions, self.report.dates, self.lang)
        told = nothing(*asked) or quiet_dates(*asked)
        yield f"<p>{escape(told or summary(*asked))}</p>\n"
        groups = () if told else timeline(self.positions)
        if not told:
            yield from self.head(groups)
        yield '</header>\n<main id="positions" tabindex="-1">\n'
        for number, group in enumerate(groups):
            yield from self.group(number, group)
        yield f"</main>\n<footer>{self.say('made')}</footer>\n</body>\n</html>\n"

    def head(self, groups: Sequence[Group]) -> Iterator[str]:
        dates = self.report.dates
        low = dates[-2].adopted_on if len(dates) > 1 else None
        kinds = [change.kind for change in between(self.positions, low, dates[-1].adopted_on)]
        last = escape(date(dates[-1].adopted_on, self.lang))
        yield f'<p class="tally">{self.say("last")} ({last}): {escape(tally(kinds, self.lang))}</p>\n'
        yield from self.beside()
        yield f'<nav aria-labelledby="contents">\n<h2 id="contents">{self.say("contents")}</h2>\n<ul>\n'
        for number, group in enumerate(groups):
            label = escape(matter_label(self.positions, group.matter, self.lang))
            yield f'<li><a href="#m{number}">{label}</a> <small>{len(group.rows)}</small></li>\n'
        yield '</ul>\n</nav>\n<ul class="legend">\n'
        for kind in dict.fromkeys(cell.kind for group in groups for row in group.rows for cell in row.cells):
            if kind != ABSENT:
                words = name(kind, self.lang) if kind == HOLDS else headline(kind, self.lang)
                yield f'<li><span class="sign">{escape(sign(kind))}</span> {escape(words)}</li>\n'
        yield "</ul>\n"

    def beside(self) -> Iterator[str]:
        """What was taken for the next version of what, and what is not applied."""
        told = [
            (one, f"{carried(text.basis, self.lang)} {text.id}") for one in self.report.dates for text in one.carried_on
        ]
        told += [
            (one, f"{WORDS['amending'][is_german(self.lang)]}: {own}")
            for one in self.report.dates
            for own in one.amending
        ]
        if told:
            yield f'<details><summary>{self.say("beside")}</summary><ul class="beside">\n'
            for one, words in told:
                yield f"<li>{escape(date(one.adopted_on, self.lang))}: {escape(harmless(words))}</li>\n"
            yield "</ul></details>\n"

    def group(self, number: int, group: Group) -> Iterator[str]:
        label = escape(matter_label(self.positions, group.matter, self.lang))
        yield f'<section aria-labelledby="m{number}">\n<h2 id="m{number}">{label}</h2>\n'
        yield f'<div class="wide" tabindex="0" role="region" aria-labelledby="m{number}">'
        many = " many" if len(self.columns) > ON_PAPER else ""
        yield f'<table class="threads{many}" role="table"><thead role="rowgroup"><tr role="row">'
        yield f'<th role="columnheader" scope="col">{self.say("position")}</th>'
        for column in self.columns:
            yield f'<th role="columnheader" scope="col">{escape(date(column.adopted_on, self.lang))}</th>'
        yield '</tr></thead>\n<tbody role="rowgroup">\n'
        for row in group.rows:
            yield from self.row(row)
        yield "</tbody></table></div>\n</section>\n"

    def row(self, row: Row) -> Iterator[str]:
        own_id = f' id="t-{escape(row.thread.id)}"' if row.thread.id else ""
        label = escape(harmless(row.thread.label))
        yield f'<tr role="row" class="thread"{own_id}><th role="rowheader" scope="row">{label}</th>'
        for place, column in zip(self.places, self.columns, strict=True):
            yield self.cell(row.cells[place], column)
        yield "</tr>\n"
        yield f'<tr role="row" class="texts"><td role="cell" colspan="{len(self.columns) + 1}">'
        yield f"<details><summary>{self.say('texts')}</summary>"
        for step in row.thread.steps:
            yield from self.step(step)
        yield "</details></td></tr>\n"

    def cell(self, cell: Cell, column: Assembly) -> str:
        if cell.kind == ABSENT:
            return f'<td role="cell" class="none"><span class="vh">{self.say("absent")}</span></td>'
        quiet = cell.kind in (HOLDS, "kept", "introduced", "resumed") or cell.kind in ENDINGS
        kinds = cell.kind if quiet else f"{cell.kind} changed"
        where = f' <span class="nb">{escape(lines(cell.steps[-1].place, self.lang))}</span>' if cell.steps else ""
        mark = f'<span class="sign" aria-hidden="true">{escape(sign(cell.kind))}</span>'
        said = f"{mark} {escape(name(cell.kind, self.lang))}"
        day = escape(date(column.adopted_on, self.lang))
        return f'<td role="cell" class="{kinds}" data-date="{day}"><span class="what">{said}</span>{where}</td>'

    # The texts of a thread.

    def step(self, step: Step) -> Iterator[str]:
        day, kind = escape(date(step.adopted_on, self.lang)), escape(headline(step.kind, self.lang))
        yield f'<div class="step"><h3>{day}: {kind}</h3>\n'
        before = step.before if step.kind not in ENDINGS else None
        yield from self.words(step, before)
        if before is not None:
            yield self.citation(before, "alt: " if is_german(self.lang) else "old: ")
        yield self.citation(step.place, ("neu: " if is_german(self.lang) else "new: ") if before else "")
        modal = modal_words(step.kind, before, step.place, self.lang)
        told = [self.function(step.place), modal, *why(self.positions, step, self.lang)]
        yield f'<p class="cite">{escape("; ".join(one for one in told if one))}</p>\n' if any(told) else ""
        for one in step.suggestions:
            said, words = evidence(self.positions, one, self.lang), harmless(one.new.text)
            yield f"<p>{escape(said)}</p>\n<blockquote>{escape(words)}"
            yield f"{self.citation(one.new, '')}</blockquote>\n"
        yield "</div>\n"

    def function(self, place: Place) -> str:
        """What a sentence does, with the words that say so."""
        if not place.cue:
            return ""
        names = FUNCTIONS.get(place.function.value, (place.function.value, place.function.value))
        return f"{names[is_german(self.lang)]}: {harmless(place.cue)}"

    def words(self, step: Step, before: Place | None) -> Iterator[str]:
        new = step.place.text
        if before is None or before.text == new:
            yield f"<p>{escape(harmless(new))}</p>\n"
            return
        if step.kind in WHOLE:
            leads, found = sides(self.lang), modals(before.text, new)
            yield f"<p><b>{leads[0]}</b>{self.marked('deleted', before.text, found.old)}</p>\n"
            yield f"<p><b>{leads[1]}</b>{self.marked('inserted', new, found.new)}</p>\n"
            return
        change = word_spans(before.text, new)
        whole = change.replaced
        yield f"<p>{self.marked('deleted', before.text, [(0, len(before.text))] if whole else change.old)}</p>\n"
        yield f"<p>{self.marked('inserted', new, [(0, len(new))] if whole else change.new)}</p>\n"

    def marked(self, kind: str, text: str, spans: Sequence[tuple[int, int]]) -> str:
        tag = "del" if kind == "deleted" else "ins"
        ear = f'<span class="vh">{self.say(kind)} </span>'
        end = f'<span class="vh"> {self.say("end")} </span>'
        result, done = "", 0
        for start, stop in spans:
            if start < stop:
                inner = escape(harmless(text[start:stop]))
                result += (
                    escape(harmless(text[done:start])) + f'<{tag}>{ear}<span class="w">{inner}</span>{end}</{tag}>'
                )
                done = stop
        return result + escape(harmless(text[done:]))

    def citation(self, place: Place, lead: str) -> str:
        return f'<p class="cite">{lead}{escape(harmless(self.cite(place)))}</p>'
