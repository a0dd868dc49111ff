"""What is wrong with values, with canonical text, with TOML and patches: a part of the table of sentences.

key          severity   English           German              way out, English and German
"bad-date"   error      '{seen}' is no …  „{seen}“ ist kein …  write 2020-03-07 …
"""

from typing import Final

from libcorpus.model.wordings.row import Wording

VALUES: Final[dict[str, Wording]] = {
    "bad-date": Wording(
        "error",
        "'{seen}' is no date of adoption",
        "„{seen}“ ist kein Beschlussdatum",
        "write 2020-03-07, 2020-03 or 2020",
        "2020-03-07, 2020-03 oder 2020 schreiben",
    ),
    "bad-slug": Wording(
        "error",
        "'{seen}' is no slug",
        "„{seen}“ ist kein Kurzname",
        "use lower-case letters a-z, digits and single hyphens, at most 60 characters",
        "Kleinbuchstaben a-z, Ziffern und einzelne Bindestriche verwenden, höchstens 60 Zeichen",
    ),
    "bad-id": Wording(
        "error",
        "'{seen}' is no resolution id",
        "„{seen}“ ist keine Beschluss-Kennung",
        "an id looks like organisation/2020-03-07/2.13-title; 'libcorpus list' shows them",
        "eine Kennung sieht so aus: organisation/2020-03-07/2.13-titel; „libcorpus list“ zeigt sie",
    ),
    "bad-lines": Wording(
        "error",
        "'{seen}' are no printed lines",
        "„{seen}“ sind keine gedruckten Zeilen",
        "write 94-99 or 18, and 3:4-9 where numbers restart on each page",
        "94-99 oder 18 schreiben, und 3:4-9, wo die Zählung auf jeder Seite neu beginnt",
    ),
    "bad-level": Wording(
        "error",
        "a block of kind {kind} has level {seen}, expected {low} to {high}",
        "ein Block der Art {kind} hat die Ebene {seen}, erwartet {low} bis {high}",
    ),
    "bad-block": Wording(
        "error",
        "a block of kind {kind} has {seen} sentences",
        "ein Block der Art {kind} hat {seen} Sätze",
    ),
    "bad-label": Wording(
        "error",
        "'{seen}' is no label of a block of kind {kind}",
        "„{seen}“ ist keine Nummer eines Blocks der Art {kind}",
    ),
    "sentence-blank": Wording(
        "error",
        "a sentence is empty, or has a blank at one of its ends",
        "ein Satz ist leer oder hat ein Leerzeichen an einem Ende",
        "take the blank out",
        "das Leerzeichen entfernen",
    ),
    "sentence-control": Wording(
        "error",
        "a sentence holds a line end or a NUL",
        "ein Satz enthält ein Zeilenende oder NUL",
        "take the character out",
        "das Zeichen entfernen",
    ),
    "sentence-not-nfc": Wording(
        "error",
        "a sentence is not in the Unicode form NFC",
        "ein Satz steht nicht in der Unicode-Form NFC",
        "'libcorpus correct' reads files in any form and writes NFC",
        "„libcorpus correct“ liest Dateien in jeder Form und schreibt NFC",
    ),
    "notes-not-last": Wording("error", "notes stand at the end of the text", "Fußnoten stehen am Ende des Textes"),
    "lines-out-of-order": Wording(
        "error",
        "the lines of print are not in the order of the text",
        "die gedruckten Zeilen stehen nicht in der Reihenfolge des Textes",
    ),
    "line-outside": Wording(
        "error",
        "printed line {number} begins outside of the words",
        "die gedruckte Zeile {number} beginnt außerhalb der Wörter",
    ),
    "block-without-line": Wording(
        "error",
        "the block that begins with sentence {seen} has no line of its own",
        "der Block, der mit Satz {seen} beginnt, hat keine eigene Zeile",
    ),
    "lines-want-page": Wording(
        "error",
        "numbers restart on each page here, and '{seen}' names none",
        "die Zählung beginnt hier auf jeder Seite neu, und „{seen}“ nennt keine",
        "put the page in front: 3:4-9",
        "die Seite voranstellen: 3:4-9",
    ),
    "lines-want-no-page": Wording(
        "error",
        "numbers run on over all pages here, and '{seen}' names a page",
        "die Zählung läuft hier über alle Seiten fort, und „{seen}“ nennt eine Seite",
        "leave the page out: 94-99",
        "die Seite weglassen: 94-99",
    ),
    "no-such-line": Wording(
        "error",
        "there are no printed lines {seen}",
        "gedruckte Zeilen {seen} gibt es nicht",
        "this text has the lines {low} to {high}",
        "dieser Text hat die Zeilen {low} bis {high}",
    ),
    "no-final-newline": Wording(
        "error",
        "the text does not end with a newline",
        "der Text endet nicht mit einem Zeilenumbruch",
        "'libcorpus correct' writes the file anew",
        "„libcorpus correct“ schreibt die Datei neu",
    ),
    "extra-blank-line": Wording(
        "error",
        "a blank line too many; blocks are separated by one",
        "eine Leerzeile zu viel; Absätze sind durch genau eine getrennt",
        "take the line out",
        "die Zeile entfernen",
    ),
    "not-canonical": Wording(
        "error",
        "this is not how format 1 writes it; expected '{expected}'",
        "so schreibt Format 1 das nicht; erwartet „{expected}“",
        "docs/format.md says how each block is written",
        "docs/format.md sagt, wie jeder Absatz geschrieben wird",
    ),
    "bad-line-table": Wording(
        "error",
        "the table of printed lines has no valid header or final newline",
        "die Tabelle der gedruckten Zeilen hat keinen gültigen Kopf oder kein Zeilenende",
        "restore the file from git",
        "die Datei aus git wiederherstellen",
    ),
    "bad-line-row": Wording(
        "error",
        "expected printed number, page, text line, column and hyphen, separated by tabs",
        "erwartet: gedruckte Nummer, Seite, Textzeile, Spalte und Trennstrich, durch Tabulatoren getrennt",
        "restore the file from git",
        "die Datei aus git wiederherstellen",
    ),
    "line-outside-text": Wording(
        "error",
        "this row points to no words of the text",
        "diese Zeile der Tabelle zeigt auf keine Wörter des Textes",
        "'libcorpus correct' carries the table along when the text is changed",
        "„libcorpus correct“ führt die Tabelle mit, wenn der Text geändert wird",
    ),
    "law-roundtrip": Wording(
        "error",
        "the text would not read back as it was filed; nothing was written (this is a fault of libcorpus)",
        "der Text ließe sich nicht unverändert wieder lesen; nichts wurde geschrieben (ein Fehler von libcorpus)",
    ),
    "law-characters": Wording(
        "error",
        "characters of the source are not accounted for: lost {lost}; doubled {doubled}; nothing was written",
        "Zeichen der Quelle sind nicht belegt: verloren {lost}; doppelt {doubled}; nichts wurde geschrieben",
        "please report the file; its reader errs",
        "bitte die Datei melden; der Leser irrt sich",
    ),
    "line-contradicts-rule": Wording(
        "remark",
        "printed lines {lines} do not break as the rule breaks them at {length} characters a line; it begins at line "
        "{cause}, which has {seen} characters where the rule prints {expected}",
        "die gedruckten Zeilen {lines} brechen anders um als nach der Regel mit {length} Zeichen je Zeile; es beginnt "
        "in Zeile {cause}, die {seen} Zeichen hat, wo die Regel {expected} druckt",
        "compare line {cause} with the printed original; a word or mark may be too many or missing there",
        "Zeile {cause} mit dem gedruckten Original vergleichen; dort ist vielleicht ein Wort oder Zeichen zu viel oder "
        "fehlt",
    ),
    "bad-line-length": Wording(
        "error",
        "a printed line cannot have {seen} characters",
        "eine gedruckte Zeile kann nicht {seen} Zeichen haben",
        "give a line length from 1 on; Antragsgrün prints 80",
        "eine Zeilenlänge ab 1 angeben; Antragsgrün druckt 80",
    ),
    "margin-gap": Wording(
        "error",
        "the margin number is {seen}, expected {expected}: lines are missing",
        "die Randnummer ist {seen}, erwartet {expected}: es fehlen Zeilen",
        "complete the file, or file it as it is with --gaps-ok REASON",
        "die Datei ergänzen, oder mit --gaps-ok GRUND so ablegen",
    ),
    "bad-choice": Wording(
        "error", "{key} is '{seen}', expected one of {known}", "{key} ist „{seen}“, erwartet eines von {known}"
    ),
    "bad-patch": Wording(
        "error",
        "this is no patch of one file: {why}",
        "das ist kein Patch einer Datei: {why}",
        "restore the file from git",
        "die Datei aus git wiederherstellen",
    ),
    "patch-does-not-fit": Wording(
        "error",
        "the hunk at text line {line} does not fit the text",
        "der Abschnitt bei Textzeile {line} passt nicht zum Text",
        "restore the files from git",
        "die Dateien aus git wiederherstellen",
    ),
    "bad-toml": Wording(
        "error",
        "this is no TOML: {why}",
        "das ist kein TOML: {why}",
        "mend the line, or restore the file from git",
        "die Zeile berichtigen, oder die Datei aus git wiederherstellen",
    ),
    "toml-too-large": Wording(
        "error",
        "the file has {seen} characters; at most {limit} are read",
        "die Datei hat {seen} Zeichen; höchstens {limit} werden gelesen",
    ),
    "key-missing": Wording(
        "error",
        "the key {key} is missing or empty",
        "der Schlüssel {key} fehlt oder ist leer",
        "docs/format.md lists the keys",
        "docs/format.md nennt die Schlüssel",
    ),
    "key-type": Wording(
        "error",
        "the key {key} does not hold what it should: {expected}",
        "der Schlüssel {key} enthält nicht, was er soll: {expected}",
        "docs/format.md lists the keys",
        "docs/format.md nennt die Schlüssel",
    ),
}
