"""Pairs to render: the examples as anybody would read them, and small texts made by hand."""

import json
from functools import cache
from pathlib import Path

from libcorpus.align import Account, Link, LinkKind
from libcorpus.flows.comparing import Comparison, Side, compare, together
from libcorpus.model.dates import PartialDate
from libcorpus.model.document import Document
from libcorpus.model.ids import ResolutionId
from libcorpus.model.resolution import RenditionInfo, Resolution, SourceInfo
from libcorpus.readers import read
from libcorpus.text.build import document_of
from libcorpus.text.canonical import parse_text
from libcorpus.text.numbering import number_by_rule

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FILES = {path.name[:4]: path for path in sorted(EXAMPLES.glob("*.txt"))}
YEARS = (("2009", "2014"), ("2014", "2019"), ("2016", "2019"), ("2019", "2009"))

# What must never reach a reader as anything but characters. The sentences are one text line each.
HOSTILE = (
    "<script>alert(1)</script> & \"Anführung\" 'einfach' ]]> <!-- --> </style></title>",
    'Klick <a href="https://boese.example/x" onclick="alert(2)">hier</a> &amp; &lt;b&gt; `code` **fett** _kursiv_.',
    "Escape \x1b[2J\x1b[31m, Glocke \x07, Rücktaste \x08, Seitenvorschub \x0c und \x85 sowie \u2028 am Ende.",
    "Rechts \u202eherum\u202c, \u2066isoliert\u2069 und \u200fMarke; arabisch: سلام.",
    "--- a/text.txt",
    "@@ -1,1 +1,1 @@ kein Kopf",
    "{lines} %s {0} \\n $x$ ![Bild](https://boese.example/y.png) [Link](javascript:alert(3))",
    "~~~ | a | b | Migrant*innen und Bürger:innen zahlen 20 % von 1.500 Euro.",
)


def document(text: str) -> Document:
    """A document of canonical text, its lines numbered by the rule."""
    return number_by_rule(Document(parse_text(text)))


def pair(old: str, new: str) -> Comparison:
    """Two canonical texts compared."""
    return compare(Side("alt.txt", document(old)), Side("neu.txt", document(new)))


def resolution(own_id: str, title: str, language: str = "de", numbers: str = "printed") -> Resolution:
    """Metadata of a filed text."""
    parsed = ResolutionId.parse(own_id)
    return Resolution(
        id=parsed,
        title=title,
        organisation="morgenrot",
        adopted_on=PartialDate.parse(str(parsed.adopted_on)),
        source=SourceInfo("source.txt", "text/plain", "0" * 64, "numbered-text 1", "sentencex 1"),
        rendition=RenditionInfo("computed" if numbers == "computed" else "printed"),
        body="Mitgliederversammlung",
        agenda_item="2.4",
        language=language,
    )


@cache
def example(old: str, new: str) -> Comparison:
    """Two of the examples compared, by their years."""
    return compare(_side(old), _side(new))


@cache
def _side(year: str) -> Side:
    path = FILES[year]
    filed = resolution(f"morgenrot/{path.name[:10]}/{path.stem[11:]}", f"Kommunalprogramm {year}")
    return Side(str(filed.id), document_of(read(path.read_bytes(), path.name)), filed)


@cache
def assemblies() -> Comparison:
    """All that one assembly adopted against all that another did."""
    sides = []
    for years in (("2009", "2016"), ("2014", "2019")):
        texts = [(side.resolution, side.document) for side in map(_side, years) if side.resolution]
        sides.append(together(f"morgenrot/{years[0]}", texts))
    return compare(*sides)


@cache
def hostile() -> Comparison:
    """Texts and titles that try to be markup, commands or headers; some sentences change, some move."""
    old = "# <img src=x onerror=alert(4)>\n\n" + "\n\n".join(f"{one}" for one in map(_escaped, HOSTILE)) + "\n"
    changed = [one.replace("20 %", "35 %").replace("Klick", "Druck").replace("Rechts", "Links") for one in HOSTILE]
    new = "# <b>Titel</b> \u202e\n\n" + "\n\n".join(
        map(_escaped, [*changed[4:], "Neu: <script>x()</script>", *changed[:4]])
    )
    filed = resolution("morgenrot/2020-03-07/boese", '</title><script>alert(5)</script>\x1b[2J \u202e & "Titel" *x*')
    sides = (Side("a\x1b[31m<b>.txt", document(old)), Side(str(filed.id), document(new + "\n"), filed))
    return compare(*sides)


def _escaped(sentence: str) -> str:
    from libcorpus.text.canonical import escape

    return escape(sentence)


@cache
def by_hand(old: str, new: str) -> Comparison:
    """Two of the examples with the account a reader made by hand: what is said of it does not hang on the engine."""
    pairs = json.loads((EXAMPLES / "truth.json").read_text("utf-8"))["pairs"]
    truth = next(one for one in pairs if (one["old"][:4], one["new"][:4]) == (old, new))
    sides = (_side(old), _side(new))
    at = [{text: index for index, text in enumerate(side.document.sentences)} for side in sides]
    links = [
        Link(LinkKind(one["kind"]), one["moved"], *(tuple(at[k][text] for text in one[key]) for k, key in _KEYS))
        for one in truth["links"]
    ]
    return Comparison(*sides, Account.of(links, *(len(side.document.sentences) for side in sides)))


_KEYS = ((0, "old"), (1, "new"))


@cache
def with_a_gap(turned: bool = False) -> Comparison:
    """A sentence that was split and one that was merged, each with something else between its parts."""
    texts = (
        "# Sport\n\nZahlt ein Verein das Entgelt nach Ablauf der Frist, ruht der Anspruch auf die Hallenzeiten.\n"
        "\nDas Freibad öffnet im Mai.\n\n# Mitreden\n\nDer Ausländerbeirat erhält ein eigenes Budget.\n"
        "Näheres steht in einer Anlage zu diesem Programm.\nEr bekommt Rederecht in den Ausschüssen des Rates.\n"
        "Busse fahren nachts stündlich.\n",
        "# Sport\n\nDer Anspruch auf die Hallenzeiten ruht, wenn\n\n1. ein Vorstand fehlt oder\n\n"
        "2. der Verein das Entgelt erst nach Ablauf der vereinbarten Frist zahlt.\n\nDas Freibad öffnet im Mai.\n\n"
        "# Mitreden\n\nDer Ausländerbeirat erhält ein eigenes Budget und bekommt Rederecht in den Ausschüssen des "
        "Rates.\nBusse fahren nachts stündlich.\n",
    )
    return pair(*(texts[::-1] if turned else texts))


@cache
def moved_with_a_gap(turned: bool = False) -> Comparison:
    """A merge, or turned a split, that moved, and whose parts do not stand side by side."""
    sides = (
        Side("alt.txt", document("Eins war hier.\n\nZwei auch.\n\nDrei ebenso.\n\nVier steht.\n")),
        Side("neu.txt", document("Vier steht.\n\nEins und drei nun.\n")),
    )
    links = [
        Link(LinkKind.MERGED, True, (0, 2), (1,)),
        Link(LinkKind.REMOVED, False, (1,), ()),
        Link(LinkKind.KEPT, False, (3,), (0,)),
    ]
    account = Account.of(links, 4, 2)
    return Comparison(*sides[::-1], account.mirrored()) if turned else Comparison(*sides, account)
