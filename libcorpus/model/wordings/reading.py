"""What is wrong with a file that is read, and what a reader guessed: a part of the table of sentences.

key          severity   English           German              way out, English and German
"bad-date"   error      '{seen}' is no …  „{seen}“ ist kein …  write 2020-03-07 …
"""

from typing import Final

from libcorpus.model.wordings.row import Wording

READING: Final[dict[str, Wording]] = {
    "empty-file": Wording(
        "error",
        "the file holds no text",
        "die Datei enthält keinen Text",
        "check that it is the right file",
        "prüfen, ob es die richtige Datei ist",
    ),
    "binary-file": Wording(
        "error",
        "the file is no text: a NUL byte stands here",
        "die Datei ist kein Text: hier steht ein NUL-Byte",
        "give the text as UTF-8 (.txt)",
        "den Text als UTF-8 (.txt) geben",
    ),
    "no-reader": Wording(
        "error",
        "no reader for '{seen}'; known are {known}",
        "kein Leser für „{seen}“; bekannt sind {known}",
        "give the text as .txt",
        "den Text als .txt geben",
    ),
    "no-text": Wording(
        "error",
        "there is a head, but no text below it",
        "es gibt einen Kopf, aber keinen Text darunter",
        "check that the file is complete",
        "prüfen, ob die Datei vollständig ist",
    ),
    "head-line": Wording(
        "remark",
        "a line of the head names no known field; it is kept in resolution.toml",
        "eine Zeile des Kopfes nennt kein bekanntes Feld; sie steht in resolution.toml",
    ),
    "line-unnumbered": Wording("remark", "this line has no printed number", "diese Zeile hat keine gedruckte Nummer"),
    "heading-guessed": Wording(
        "remark", "taken as a heading; that is a guess", "als Überschrift genommen; das ist vermutet"
    ),
    "heading-level-guessed": Wording(
        "remark",
        "heading taken as level {level}; that is a guess",
        "Überschrift als Ebene {level} genommen; das ist vermutet",
    ),
    "item-level-guessed": Wording(
        "remark",
        "list item taken as level {level}; that is a guess",
        "Listenpunkt als Ebene {level} genommen; das ist vermutet",
    ),
    "line-interrupts": Wording(
        "remark",
        "this line without number stands inside a sentence; it was left out and is kept in resolution.toml",
        "diese Zeile ohne Nummer steht mitten in einem Satz; sie wurde ausgelassen und steht in resolution.toml",
    ),
    "blocks-by-length": Wording(
        "remark",
        "{count} blocks begin where the line before had room left; nothing else tells, so that is a guess",
        "{count} Absätze beginnen, wo die Zeile davor noch Platz hatte; mehr zeigt es nicht, das ist vermutet",
    ),
    "page-joined": Wording(
        "remark",
        "taken as the same block as before the page break; that is a guess",
        "als derselbe Absatz wie vor dem Seitenwechsel genommen; das ist vermutet",
    ),
    "line-rejoined": Wording(
        "remark",
        "this line without number was taken as the rest of the printed line above it; that is a guess",
        "diese Zeile ohne Nummer wurde als Rest der gedruckten Zeile darüber genommen; das ist vermutet",
    ),
}
