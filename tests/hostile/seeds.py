"""What fuzzing begins with: a small whole example of each kind, and what is odd about it already."""

# ruff: noqa: E501
# Examples stand as they are.

import json
from functools import cache
from typing import Final

from tests.cli.conftest import EXAMPLES, TRANSCRIPT
from tests.hostile.files import one_page, stream
from tests.hostile.targets import LINES, TEXT
from tests.readers.office import docx, listed, odt, p, r

RECORD: Final = """# von Hand
format = 1
title = "Wege"
organisation = "partei"
body = "Rat"
adopted_on = "2020-03-07"
agenda_item = "2.13"
kind = "resolution"
topics = ["verkehr"]
eigenes = "bleibt"

[assembly]
name = "Frühjahr"
days = [2020-03-07, "2020-03-08"]

[[relations]]
kind = "supersedes"
target = "partei/2015/wege"
basis = "editor"
lines = "3-4"

[[links]]
verdict = "same"
words = "Die Stadt baut Wege."
target = "partei/2015/wege"
target_words = "Die Stadt baut Straßen."

[source]
file = "source.txt"
media_type = "text/plain"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
reader = "text 1"
splitter = "libcorpus 1"

[source.left_out]
bullet = 3
other = [{ place = "Z. 3", text = "x", reason = "y" }]

[rendition]
numbers = "printed"
line_length = 80
"""
TOPIC: Final = 'label = { de = "Verkehr", en = "Traffic" }\nterms = ["Rad*", "Bus", "öffentlich* Nahverkehr"]\nexclude = ["Radio"]\nsdgs = [11]\n'
PATCH: Final = """Reason: verlesen
Date: 2026-05-04

--- a/text.txt
+++ b/text.txt
@@ -1,4 +1,4 @@
 # Wege

-Die Stadt baut Wege.
+Die Stadt baut breite Wege.
 Sie sind breit.
"""
JOURNAL: Final = {
    "version": 1,
    "message": "archive: x\n",
    "head": "0" * 40,
    "dirty": {"a": [".M", "100644", "0" * 40]},
    "token": "ab",
    "written": [{"path": "a", "old": "", "new": "0" * 64, "blob": "0" * 40, "mode": 0, "backup": ""}],
    "asides": {"a": "b"},
}
MANIFEST: Final = (
    f"libcorpus seal 1\ncommit: {'0' * 40}\nprevious: -\ncorpus: corpus\nresolutions: 1\n\n"
    + "\t".join(["partei/2020-03-07/2.13-wege", *["0" * 64] * 4])
    + "\n"
)
PAGE: Final = """<!DOCTYPE html><html lang="de"><head><title>Wege</title></head><body><nav>Start</nav><main><h1>Wege</h1>
<p>Beschlossen am 7.3.2020.</p><ol start="3"><li>Eins.<ul><li>Zwei<sup>1</sup></li></ul></li></ol><blockquote>Zitat.</blockquote>
<table><tr><th>Jahr</th><td>2020</td></tr></table><p>Ein <b>neuer</b> Satz&nbsp;hier.</p></main></body></html>"""
MARKDOWN: Final = """---
title: Wege
date: 2020-03-07
---
# Wege

Die *Stadt* baut Wege.[^1] Migrant*innen.

1. Eins
   - Zwei
     Absatz
> Zitat

| a | b |
|---|---|
| 1 | 2 |

[^1]: Note.
"""
ASCIIDOC: Final = "= Wege\n:date: 2020-03-07\n\n== Ziele\n\nDie *Stadt* baut.footnote:[Note.]\n\n. Eins\n.. Zwei\n\n|===\n|a |b\n|===\n"
MOTION: Final = {
    "type": "motion",
    "id": 3,
    "prefix": "A3",
    "title": "Wege",
    "status": "adopted",
    "initiators_html": "Kreisverband",
    "date_published": "2020-03-07T10:00:00+01:00",
    "sections": [
        {"type": "TextSimple", "title": "Text", "html": "<p>Die Stadt baut Wege.</p><ul><li>Breit.</li></ul>"}
    ],
}
OPENSLIDES: Final = [
    {
        "identifier": "A3",
        "title": "Wege",
        "text": "<p>Die Stadt baut Wege.</p>",
        "reason": "<p>Weil.</p>",
        "submitters": "Rat",
    }
]
WORD: Final = docx(
    p("Wohnen", "Titel")
    + p("Teil", "berschrift1")
    + listed("Mieten.", 1)
    + listed("Tief.", 1, 1)
    + p(r("Text") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    + f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>",
    footnotes=f'<w:footnote w:id="2">{p("Note.")}</w:footnote>',
)
OPEN: Final = odt(
    '<text:h text:outline-level="1">Mieten</text:h><text:list text:style-name="L1"><text:list-item>'
    "<text:p>Eins.</text:p><text:list><text:list-item><text:p>Zwei.</text:p></text:list-item></text:list></text:list-item></text:list>"
    "<text:p>Text<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>N.</text:p></text:note-body></text:note>"
    " weiter.</text:p><table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table>"
)
WORDS: Final = b"BT /F 12 Tf 72 700 Td (Beschluss Wege) Tj 0 -20 Td (1 Die Stadt baut Wege und) Tj 0 -14 Td (2 breite Stra-) Tj 0 -14 Td (3 en.) Tj ET"


@cache
def seeds_of(target: str) -> tuple[bytes, ...]:
    """The inputs with which a target begins; the first is read without a word."""
    example = (EXAMPLES / "2014-03-22-vielfalt.txt").read_bytes()
    table: dict[str, tuple[str | bytes, ...]] = {
        "text.txt": (TEXT, "- a\n  b\n  - c\n\n  d\n\n> z\n> y\n\n| a | b |\n| c | d |\n\n[^1]: n\n", "\\# x\n"),
        "lines.tsv": (LINES, LINES.replace("\t\n", "\t-\n"), LINES.replace("\t\t", "\t7\t")),
        "text and lines": (f"{TEXT}\0{LINES}",),
        "resolution.toml": (RECORD,),
        "corpus.toml": ('format = 1\ntitle = "B"\nlanguage = "de"\norganisation = "partei"\nmehr = { a = [1] }\n',),
        "organisation": ('name = "Partei"\nformer_names = ["P"]\nbodies = ["Rat"]\nx = 1\n',),
        "topic": (TOPIC,),
        "patch": (PATCH, PATCH.partition("\n\n")[2]),
        "journal": (json.dumps(JOURNAL),),
        "manifest of a seal": (MANIFEST,),
        "ids, dates, spans": ("partei/2020-03-07/2.13-titel", "2020-03", "94-99", "after 93", "integration@2020"),
        "dates": ("2020-03-07", "7. März 2020", "07.03.2020", "03/2020"),
        "sentences": ("Am 1. Januar z. B. geht das. „Ja?“ Nein! Dr. No.", TEXT),
        "record of downloads": ('{"schema": 1, "files": {"https://a.example": {"file": "a.json", "sha256": "00"}}}',),
        "reader of text": (TRANSCRIPT, example[:3000], b"Text.\n"),
        "reader of Markdown": (MARKDOWN,),
        "reader of AsciiDoc": (ASCIIDOC,),
        "reader of HTML": (PAGE,),
        "reader of Word": (WORD,),
        "reader of ODT": (OPEN,),
        "reader of JSON": (json.dumps(MOTION), json.dumps(OPENSLIDES)),
        "reader of PDF": (one_page(stream(WORDS)),),
    }
    return tuple(seed.encode() if isinstance(seed, str) else seed for seed in table[target])
