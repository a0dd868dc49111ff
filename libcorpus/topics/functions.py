"""What a sentence does, by cues that can be read and are shown.

    "Die Stadt soll Kurse anbieten."                  demand       soll
    "Wir setzen uns für ein Haus der Sprachen ein."   commitment   setzen uns … ein
    "Das Haus haben wir 2012 eingerichtet."           achievement  haben wir … eingerichtet
    "Für uns sind alle Menschen gleich."              principle    Für uns sind
    "Seit 2014 warten viele auf einen Kurs."          finding      Seit 2014
    "Rad und Bus"                                     statement

The first row of the table that fits decides, in the main clauses of the sentence alone. A guess always. Knows one
sentence at a time; ``functions_in`` adds what a list is led in by ("Wir fordern:").
"""

import re
from collections.abc import Iterator
from typing import Final

from libcorpus.model.document import BlockKind, Document
from libcorpus.topics.clauses import main_clauses
from libcorpus.topics.cues import CUES, Cue, Function

__all__ = ["CUES", "INSTRUCTION", "Cue", "Function", "function_of", "functions_in", "may_report"]


# What stands further on in a sentence decides nothing, and a broken text may have "sentences" of any length.
_LONGEST: Final = 2000
_NOTHING: Final = (Function.STATEMENT, "")


def function_of(sentence: str) -> tuple[Function, str]:
    """What a sentence does and the words that say so; the words are empty for a statement, a question is one."""
    if sentence.rstrip('“”"’ )').endswith("?"):
        return _NOTHING
    clauses = main_clauses(sentence[:_LONGEST])
    for cue in CUES:
        if match := cue.pattern.search(clauses):
            return cue.function, _shown(match)
    return _headline(clauses)


def may_report(sentence: str) -> bool:
    """Whether a sentence may say that something was achieved; False is certain, and a fifth of the work."""
    clauses = main_clauses(sentence[:_LONGEST])
    return any(cue.function is Function.ACHIEVEMENT and cue.pattern.search(clauses) for cue in CUES)


def _shown(match: re.Match[str]) -> str:
    words = [group for group in match.groups() if group]
    return " … ".join(" ".join(word.split()) for word in words or [match[0].strip(" |")])


_STAYS: Final = r"(?:steigen|sinken|fehlen|leben|arbeiten|warten|leiden|wachsen|offen|neben|gegen)"
_LAST: Final = re.compile(rf"(?<=\s)(?!{_STAYS}\b)([a-zäöüß]{{3,}}(?:en|ern|eln))[\s.!…]*$")
_FINITE: Final = re.compile(
    r"(?i)\b(?:wird|werden|würden?|wäre|kann|könnten?|will|lässt|gilt|macht|geht|steht|kommt|wir|er|sie|es)\b"
)
_SUBJECT: Final = re.compile(r"(?:Die|Der|Das|Viele|Alle|Diese|Jene|Einige|Manche|Immer|Hier|Dort|Unsere|Ihre)\b")


def _headline(clauses: str) -> tuple[Function, str]:
    """A demand in the manner of a headline: "Kettenduldungen abschaffen!"."""
    match = _LAST.search(clauses)
    if match and not _SUBJECT.match(clauses) and not _FINITE.search(clauses):
        return Function.DEMAND, match[1]
    return _NOTHING


def functions_in(document: Document) -> tuple[tuple[Function, str], ...]:
    """What each sentence of a document does. Items without a cue of their own take that of the line above the list."""
    return tuple(_functions(document))


def _functions(document: Document) -> Iterator[tuple[Function, str]]:
    lead = _NOTHING
    for block in document.blocks:
        heading = block.kind is BlockKind.HEADING
        own = [_NOTHING if heading else function_of(sentence) for sentence in block.sentences]
        if block.kind is not BlockKind.ITEM:
            lead = own[-1] if block.sentences[-1].rstrip().endswith(":") else _NOTHING
        elif own[0][0] in (Function.STATEMENT, Function.FINDING) and lead[0] is not Function.STATEMENT:
            own[0] = (lead[0], f"{lead[1]}:")
        yield from own


# An instruction of an amending resolution: it changes another text and states nothing by itself.
INSTRUCTION: Final = re.compile(
    r"(?i)\b(?:in|nach|vor|von|ab|hinter)\s+(?:den\s+|der\s+)?(?:zeilen?|z\.)\s*\d+.{0,600}"
    r"\b(?:ersetz|ersetzen|ersetzt|streich\w*|gestrichen|eingefügt|einfügen|ergänzt|ergänzen|angefügt|geändert)"
)
