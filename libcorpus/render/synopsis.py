"""The Synopse: one HTML file, old and new side by side, with the printed lines of both.

    geändert                15-16  Die Stadt [soll] bis …      24-25  Die Stadt [muss] bis …
    verschoben von Z. 53    53-54  Einmal im Jahr soll …              steht jetzt in Z. 54-55

One file without scripts that loads nothing: it can be mailed, printed and archived. A real table with headings
for screen readers, one column on a phone; what is unchanged is folded and stands open on paper. Everything
from a corpus is made harmless and escaped here. Knows no files.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from libcorpus.flows.comparing import Comparison, Side
from libcorpus.model.harmless import harmless
from libcorpus.render.account import LABELS
from libcorpus.render.folds import Fold, folded
from libcorpus.render.placing import Role
from libcorpus.render.rows import sections_of
from libcorpus.render.saying import computed, details, is_german, tally, title, unchanged
from libcorpus.render.synopsis_rows import SIGNS, RowWriter
from libcorpus.render.synopsis_style import STYLE, policy

# Said for each table, so that the table in a fold has the same widths; the cells' own would be lost with a hidden head.
_COLUMNS: Final = '<colgroup><col class="k"><col class="z"><col><col class="z"><col></colgroup>'


@dataclass(frozen=True, slots=True)
class SynopsisOptions:
    """What a Synopse shows.

    ``everything`` folds nothing; ``context`` is how many unchanged sentences stay open next to a change; ``ignore``
    are kinds of word changes that a reader does not want to see (``align.Ignore``); ``language`` is the language of a
    text that has no metadata.
    """

    everything: bool = False
    context: int = 0
    ignore: tuple[str, ...] = ()
    language: str = ""


def render_html(comparison: Comparison, lang: str, options: SynopsisOptions | None = None) -> str:
    """The whole page; ``lang`` is the language of what libcorpus says, ``de`` or anything else for English."""
    return "".join(_Page(comparison, lang, options or SynopsisOptions()).parts())


class _Page:
    """Writes one page; holds the language, so that the writing functions need not hand it on."""

    def __init__(self, comparison: Comparison, lang: str, options: SynopsisOptions) -> None:
        self.comparison = comparison
        self.lang = "de" if is_german(lang) else "en"
        self.options = options
        self.write = RowWriter(comparison, self.lang, options.language)
        self.sections = sections_of(comparison, options.ignore)

    def parts(self) -> Iterator[str]:
        names_of_sides = [title(side) for side in (self.comparison.old, self.comparison.new)]
        yield f'<!DOCTYPE html>\n<html lang="{self.lang}">\n<head>\n<meta charset="utf-8">\n'
        yield f'<meta http-equiv="Content-Security-Policy" content="{escape(policy())}">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        yield '<meta name="referrer" content="no-referrer">\n'
        yield f"<title>{self.write.say('synopsis')}: {escape(' / '.join(names_of_sides))}</title>\n"
        yield f"<style>{STYLE}</style>\n</head>\n<body>\n"
        yield f'<a class="skip" href="#comparison">{self.write.say("skip")}</a>\n'
        yield from self.head()
        yield "<main>\n"
        yield from self.table()
        yield f"</main>\n<footer>{self.write.say('made')}</footer>\n</body>\n</html>\n"

    def head(self) -> Iterator[str]:
        yield f'<header>\n<h1>{self.write.say("synopsis")}</h1>\n<dl class="sides">\n'
        for key, side in (("old", self.comparison.old), ("new", self.comparison.new)):
            yield f"<dt>{self.write.say(key)}</dt>\n<dd>{self.side(side)}</dd>\n"
        counts = sum((section.counts() for section in self.sections), start=Counter[str]())
        yield f'</dl>\n<p class="tally">{self.tally(counts)}</p>\n'
        if self.comparison.account.revision == "far" and counts:
            yield f"<p>{self.write.say('far')}</p>\n"
        yield from self.contents()
        yield from self.legend()
        yield "</header>\n"

    def side(self, side: Side) -> str:
        titles = [f"{part.title} ({part.name})" for part in side.parts]
        notes = [details(side, self.lang), *map(harmless, titles)]
        more = "".join(f'<br><span class="quiet">{escape(note)}</span>' for note in notes if note)
        more += f'<br><span class="quiet">{self.write.say("computed")}</span>' if computed(side) else ""
        return f"<strong{self.write.language(side)}>{escape(title(side))}</strong>{more}"

    def contents(self) -> Iterator[str]:
        changed = [section for section in self.sections if section.changed]
        if not changed:
            yield f"<p>{self.write.say('same')}</p>\n"
            return
        yield f'<nav aria-labelledby="contents">\n<h2 id="contents">{self.write.say("changes")}</h2>\n<ul>\n'
        for section in changed:
            counts = {key: count for key, count in section.counts().items() if key != "kept"}
            further = any(row.role is Role.REST for row in section.all_rows)
            words = self.tally(counts) or self.write.say("further" if further else "left")
            yield f'<li><a href="#s{section.number}">{self.write.title(section)}</a> <small>{words}</small></li>\n'
        yield "</ul>\n</nav>\n"

    def tally(self, counts: Mapping[str, int]) -> str:
        """The counts; a number is not parted from its word at the end of a line."""
        return ", ".join(
            f'<span class="nb">{escape(one)}</span>' for one in tally(counts, self.lang).split(", ") if one
        )

    def legend(self) -> Iterator[str]:
        yield '<ul class="legend">\n'
        for key, labels in LABELS.items():
            yield f'<li><span class="sign">{escape(SIGNS[key])}</span> {labels[is_german(self.lang)]}</li>\n'
        yield f"<li>{self.write.marked('deleted', self.write.say('old'))}</li>\n"
        yield f"<li>{self.write.marked('inserted', self.write.say('new'))}</li>\n</ul>\n"

    def table(self) -> Iterator[str]:
        yield '<table role="table" id="comparison" tabindex="-1">\n'
        yield f'<caption class="vh">{self.write.say("caption")}</caption>\n'
        yield from self.columns()
        for section in self.sections:
            yield f'<tbody role="rowgroup" aria-labelledby="s{section.number}">\n'
            yield self.write.landmark(section)
            if section.heading and not section.heading.speaks_for_itself:
                yield self.write.row(section.heading)
            for item in [*section.rows] if self.options.everything else folded(section.rows, self.options.context):
                yield self.fold(item) if isinstance(item, Fold) else self.write.row(item)
            yield "</tbody>\n"
        yield "</table>\n"

    def columns(self, hidden: str = "") -> Iterator[str]:
        head = '<th role="columnheader" scope="col" class='
        yield f'{_COLUMNS}<thead role="rowgroup"{hidden}><tr role="row">{head}"k">{self.write.say("what")}</th>'
        for key, side in (("old", self.comparison.old), ("new", self.comparison.new)):
            yield f'{head}"z">{self.write.say("line")}<span class="vh"> {self.write.say(key)}</span></th>'
            yield f'{head}"{key}">{self.write.say(key)}: {escape(title(side))}</th>'
        yield "</tr></thead>\n"

    def fold(self, fold: Fold) -> str:
        words = f"… {unchanged(len(fold.rows), self.lang)}"
        inner = f'<table role="table">{"".join(self.columns(" class=vh"))}<tbody role="rowgroup">'
        inner += "".join(map(self.write.row, fold.rows)) + "</tbody></table>"
        return (
            f'<tr role="row" class="fold"><td role="cell" colspan="5"><details><summary>{escape(words)}</summary>'
            f"{inner}</details></td></tr>\n"
        )
