"""What a sentence does, by cues that can be read: demand, commitment, achievement.

    "Die Stadt soll Kurse anbieten."             demand       (soll)
    "Wir wollen ein Haus der Sprachen."          commitment   (wir wollen)
    "Das Haus haben wir eingerichtet."           achievement  (haben … eingerichtet)

The first row that fits decides. Knows one sentence at a time.
"""

import re
from enum import StrEnum
from typing import Final, NamedTuple


class Function(StrEnum):
    """What a sentence does in a resolution; ``statement`` where no cue is found."""

    ACHIEVEMENT = "achievement"
    DEMAND = "demand"
    COMMITMENT = "commitment"
    STATEMENT = "statement"


class Cue(NamedTuple):
    """A pattern that tells a function."""

    function: Function
    pattern: re.Pattern[str]


_PARTICIPLE: Final = r"(?:\w*ge\w{2,}(?:t|en)|(?:be|ver|er|ent|zer|über|unter|durch)\w{2,}(?:t|en)|\w+iert)"
CUES: Final = (
    Cue(Function.ACHIEVEMENT, re.compile(rf"(?i)\bhaben\b.{{0,160}}\b{_PARTICIPLE}\b(?=[.,;:!]|$| und)")),
    Cue(
        Function.ACHIEVEMENT,
        re.compile(rf"(?i)\b(?:ist|sind|wurden?)\b.{{0,160}}\b{_PARTICIPLE}(?: worden)?\b(?=[.,;!]|$)"),
    ),
    Cue(Function.DEMAND, re.compile(r"(?i)\b(?:muss|müssen|müsste[n]?|soll|sollen|sollte|sollten|darf|dürfen)\b")),
    Cue(Function.DEMAND, re.compile(r"(?i)\b(?:fordern|verlangen|erwarten|notwendig|nötig|braucht|brauchen)\b")),
    Cue(
        Function.COMMITMENT,
        re.compile(r"(?i)\b(?:wir\b.{0,40}\bwollen|wollen\b.{0,40}\bwir|wollen|werden wir|wir werden)\b"),
    ),
    Cue(Function.COMMITMENT, re.compile(r"(?i)\b(?:setzen wir uns|wir setzen uns|setzen uns)\b")),
    Cue(Function.COMMITMENT, re.compile(r"(?i)\b(?:unterstützen wir|wir unterstützen|streben)\b")),
)
# "Wir wollen, dass … eingerichtet wird" is no achievement, though it ends in a participle.
_NOT_YET: Final = re.compile(
    r"(?i)\b(?:soll|sollen|sollte|sollten|muss|müssen|wollen|werden wir|können|könnten|würde|fordern)\b"
)


def function_of(sentence: str) -> tuple[Function, str]:
    """What a sentence does and the words that say so; the words are empty for a statement."""
    for cue in CUES:
        match = cue.pattern.search(sentence)
        if match and not (cue.function is Function.ACHIEVEMENT and _NOT_YET.search(sentence)):
            return cue.function, match.group()
    return Function.STATEMENT, ""


# An instruction of an amending resolution: it changes another text and states nothing by itself.
INSTRUCTION: Final = re.compile(
    r"(?i)\b(?:in|nach|vor|von|ab|hinter)\s+(?:den\s+|der\s+)?(?:zeilen?|z\.)\s*\d+.{0,600}"
    r"\b(?:ersetz|ersetzen|ersetzt|streich\w*|gestrichen|eingefügt|einfügen|ergänzt|ergänzen|angefügt|geändert)"
)
