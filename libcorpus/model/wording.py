"""Every sentence about a problem, in English and German, in one table.

    key          severity   English                  German                   way out, English and German
    "bad-date"   error      '{seen}' is no date ...  '{seen}' ist kein ...    write 2020-03-07 ...

Values are put in at the edge and made harmless for a terminal on the way. A test
holds that both languages name the same values, and that every key the code uses is here.
"""

from typing import Any, NamedTuple

from libcorpus.model.harmless import harmless
from libcorpus.model.problems import Problem


class Wording(NamedTuple):
    """One kind of problem: its severity, its sentence and the way out, in both languages."""

    severity: str
    en: str
    de: str
    hint_en: str = ""
    hint_de: str = ""


def sentence(problem: Problem, lang: str) -> str:
    """The whole message: place, sentence and key, then what was seen, then the way out, each on its own line."""
    wording = WORDING[problem.key]
    text = _filled(wording.de if lang == "de" else wording.en, problem.values)
    hint = _filled(wording.hint_de if lang == "de" else wording.hint_en, problem.values)
    lines = [f"{harmless(problem.place)}: {text} [{problem.key}]" if problem.place else f"{text} [{problem.key}]"]
    if problem.excerpt:
        lines.append(f"    {harmless(problem.excerpt[:200])}")
    if hint:
        lines.append(f"    {'Ausweg' if lang == 'de' else 'hint'}: {hint}")
    return "\n".join(lines)


def _filled(template: str, values: Any) -> str:
    return template.format(**{name: _shown(value) for name, value in values.items()})


def _shown(value: object) -> str:
    """A value on one line, cut where it is very long; several, each on a line of its own."""
    if isinstance(value, tuple):
        return "".join(f"\n        {harmless(one)}" for one in value)
    return harmless(value)[:300]


WORDING: dict[str, Wording] = {
    # Values that are not what they should be.
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
    # Format 1 on disk.
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
    # Git and the acts of archiving.
    "no-git": Wording(
        "error",
        "git is not installed, or cannot be run",
        "git ist nicht installiert oder lässt sich nicht ausführen",
        "install git (https://git-scm.com) and see that 'git version' works here",
        "git installieren (https://git-scm.com) und prüfen, dass „git version“ hier läuft",
    ),
    "git-failed": Wording(
        "error",
        "git {command} failed",
        "git {command} ist gescheitert",
        "run 'git status' there; the line above is what git said",
        "dort „git status“ aufrufen; die Zeile oben ist, was git gesagt hat",
    ),
    "no-repository": Wording(
        "error",
        "there is no git repository here",
        "hier ist kein Git-Repository",
        "'libcorpus init DIR' makes a corpus with a repository; 'git init' makes a repository around what is here",
        "„libcorpus init DIR“ legt ein Korpus mit Repository an; „git init“ macht aus diesem Ordner ein Repository",
    ),
    "bare-repository": Wording(
        "error",
        "this repository is bare: it has no files to write",
        "dieses Repository ist „bare“: Es hat keine Dateien, in die geschrieben werden könnte",
        "work in a clone of it, or in a work tree ('git worktree add')",
        "in einem Klon oder in einem Arbeitsverzeichnis („git worktree add“) arbeiten",
    ),
    "inside-git-dir": Wording(
        "error",
        "this folder belongs to git itself",
        "dieser Ordner gehört git selbst",
        "go to the folder that holds '.git'",
        "in den Ordner wechseln, in dem „.git“ liegt",
    ),
    "dubious-ownership": Wording(
        "error",
        "git does not touch this repository because it belongs to somebody else",
        "git rührt dieses Repository nicht an, weil es jemand anderem gehört",
        "if you trust it: git config --global --add safe.directory '{path}'",
        "wenn es vertrauenswürdig ist: git config --global --add safe.directory '{path}'",
    ),
    "in-the-way": Wording(
        "error",
        "something else stands where a file or folder has to go",
        "etwas anderes steht dort, wo eine Datei oder ein Ordner hin muss",
        "move it away, or choose another name",
        "es wegräumen oder einen anderen Namen wählen",
    ),
    "symlink-in-the-way": Wording(
        "error",
        "a symbolic link stands where a file or folder of the corpus has to be",
        "ein symbolischer Link steht dort, wo eine Datei oder ein Ordner des Korpus sein muss",
        "replace the link by what it points to; the corpus never writes through links",
        "den Link durch das ersetzen, worauf er zeigt; das Korpus schreibt nie durch Links hindurch",
    ),
    "path-outside": Wording(
        "error",
        "this path is not inside of {root}, or leads into git's own folder",
        "dieser Pfad liegt nicht in {root} oder führt in den Ordner von git",
        "name a path below that folder, without '..'",
        "einen Pfad unterhalb dieses Ordners nennen, ohne „..“",
    ),
    "already-there": Wording(
        "error",
        "this file is there already and is not overwritten",
        "diese Datei gibt es schon; sie wird nicht überschrieben",
        "choose another name (--slug), or move the file away",
        "einen anderen Namen wählen (--slug) oder die Datei wegräumen",
    ),
    "paths-dirty": Wording(
        "error",
        "this file has changes of yours that are not committed ({count} such in all); nothing was written",
        "diese Datei hat eigene Änderungen, die nicht eingecheckt sind (insgesamt {count}); nichts wurde geschrieben",
        "keep them with 'git commit' or 'git stash', or drop them with 'git restore'; then repeat",
        "sie mit „git commit“ oder „git stash“ sichern oder mit „git restore“ verwerfen und dann wiederholen",
    ),
    "nothing-changed": Wording(
        "error",
        "the corpus says all this already; there is nothing to commit",
        "das alles steht schon im Korpus; es gibt nichts einzutragen",
        "'git log' shows the act that wrote it",
        "„git log“ zeigt, womit es eingetragen wurde",
    ),
    "operation-in-progress": Wording(
        "error",
        "git is in the middle of another operation here ({operation}); nothing was written",
        "git steckt hier mitten in einem anderen Vorgang ({operation}); nichts wurde geschrieben",
        "finish it with 'git {operation} --continue', or give it up with 'git {operation} --abort'; then repeat",
        "ihn mit „git {operation} --continue“ beenden oder mit „git {operation} --abort“ aufgeben und dann wiederholen",
    ),
    "bisect-in-progress": Wording(
        "error",
        "a 'git {operation}' is under way here; what is committed now would be lost at its end; nothing was written",
        "hier läuft ein „git {operation}“; was jetzt eingetragen wird, ginge danach verloren; nichts wurde geschrieben",
        "end it with 'git bisect reset'; then repeat",
        "ihn mit „git bisect reset“ beenden und dann wiederholen",
    ),
    "unmerged": Wording(
        "error",
        "this file has a merge conflict that is not resolved ({count} such in all); git commits nothing until it is",
        "diese Datei hat einen ungelösten Merge-Konflikt (insgesamt {count}); vorher trägt git nichts ein",
        "resolve it and say 'git add FILE', or take back with 'git restore --staged --worktree FILE'; then repeat",
        "ihn lösen und „git add DATEI“ aufrufen oder „git restore --staged --worktree DATEI“; dann wiederholen",
    ),
    "no-identity": Wording(
        "error",
        "git does not know who you are, and every act of archiving carries a name; nothing was written",
        "git weiß nicht, wer hier arbeitet, und jeder Eintrag im Archiv trägt einen Namen; nichts wurde geschrieben",
        "git config --global user.name 'Your Name' and git config --global user.email you@example.org",
        "git config --global user.name 'Vorname Name' und git config --global user.email name@example.org",
    ),
    "index-locked": Wording(
        "error",
        "another git command is at work in this repository; nothing was written",
        "ein anderer Git-Befehl arbeitet in diesem Repository; nichts wurde geschrieben",
        "wait for it; if none is running, one was interrupted: then remove this file",
        "darauf warten; läuft keiner, dann wurde einer abgebrochen: dann diese Datei löschen",
    ),
    "locked": Wording(
        "error",
        "another libcorpus is writing to this corpus and was not done after {seconds} seconds; nothing was written",
        "ein anderes libcorpus schreibt in dieses Korpus und war nach {seconds} Sekunden nicht fertig; nichts wurde "
        "geschrieben",
        "wait for it and repeat; the lock goes with the process that holds it",
        "darauf warten und wiederholen; die Sperre endet mit dem Prozess, der sie hält",
    ),
    "cannot-write": Wording(
        "error",
        "writing failed: {why}; everything is as it was before",
        "Schreiben ist gescheitert: {why}; alles ist wie zuvor",
        "see to space and permissions there; then repeat",
        "dort für Platz und Rechte sorgen und dann wiederholen",
    ),
    "commit-refused": Wording(
        "error",
        "git {command} refused, by itself or by a hook; everything is as it was before",
        "git {command} hat abgelehnt, von sich aus oder durch einen Hook; alles ist wie zuvor",
        "the line above is what git or the hook said; see to it and repeat",
        "die Zeile oben ist, was git oder der Hook gesagt hat; das beheben und wiederholen",
    ),
    "commit-altered": Wording(
        "error",
        "the commit did not hold exactly the bytes that were to be archived ({count} files); everything is as it was",
        "der Commit enthielt nicht genau die Bytes, die abzulegen waren ({count} Dateien); alles ist wie zuvor",
        "exempt the corpus from hooks that rewrite files, and see that its .gitattributes reads "
        "'* -text -filter -ident -working-tree-encoding'",
        "das Korpus von Hooks ausnehmen, die Dateien umschreiben, und prüfen, dass seine .gitattributes so lautet: "
        "„* -text -filter -ident -working-tree-encoding“",
    ),
    "message-altered": Wording(
        "error",
        "a hook took out of the commit message what the archive reads again; everything is as it was before",
        "ein Hook hat aus der Commit-Nachricht entfernt, was das Archiv wieder lesen muss; alles ist wie zuvor",
        "let the commit-msg hook keep trailers such as 'Act:' and 'Resolution:'",
        "den commit-msg-Hook so einrichten, dass er Zeilen wie „Act:“ und „Resolution:“ stehen lässt",
    ),
    "commit-moved": Wording(
        "error",
        "a hook or another program committed at the same time ({commit}); the act was taken back",
        "ein Hook oder ein anderes Programm hat gleichzeitig eingetragen ({commit}); der Eintrag wurde zurückgenommen",
        "see 'git log' and 'git reflog', and repeat",
        "„git log“ und „git reflog“ ansehen und wiederholen",
    ),
    "undo-failed": Wording(
        "error",
        "an act failed and could not be taken back in full; before it HEAD was {head}",
        "ein Eintrag ist gescheitert und ließ sich nicht ganz zurücknehmen; HEAD war zuvor {head}",
        "see 'git status' and 'git log' there; 'git reset HEAD' and 'git restore FILE' put back what is left",
        "dort „git status“ und „git log“ ansehen; „git reset HEAD“ und „git restore DATEI“ stellen den Rest wieder her",
    ),
    "bad-trailer": Wording(
        "error",
        "'{seen}' cannot stand at the end of a commit message",
        "„{seen}“ kann nicht am Ende einer Commit-Nachricht stehen",
        "a name of letters and hyphens, and a value on one line without control characters",
        "ein Name aus Buchstaben und Bindestrichen und ein Wert in einer Zeile ohne Steuerzeichen",
    ),
    "bad-revision": Wording(
        "error",
        "'{seen}' is neither a revision nor a date",
        "„{seen}“ ist weder eine Revision noch ein Datum",
        "write a commit id, a branch, a tag, or a date such as 2026-05-04",
        "eine Commit-Kennung, einen Branch, ein Tag oder ein Datum wie 2026-05-04 schreiben",
    ),
    "nothing-archived-yet": Wording(
        "error",
        "nothing was archived yet at {seen}",
        "am Zeitpunkt {seen} war noch nichts archiviert",
        "this asks when something was filed, not when it was adopted",
        "gefragt ist hier, wann etwas abgelegt wurde, nicht wann es beschlossen wurde",
    ),
    "not-at-revision": Wording(
        "error",
        "this file is not there at revision {revision}",
        "diese Datei gibt es in Revision {revision} nicht",
        "'libcorpus history ID' lists the revisions that have it",
        "„libcorpus history ID“ nennt die Revisionen, die sie enthalten",
    ),
    # Reading files.
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
    "not-utf8": Wording(
        "error",
        "byte {seen} is not UTF-8",
        "Byte {seen} ist kein UTF-8",
        "save the file as UTF-8",
        "die Datei als UTF-8 speichern",
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
    "nothing-to-read": Wording(
        "error",
        "the folder holds no file that a reader is for",
        "der Ordner enthält keine Datei, für die es einen Leser gibt",
        "name the files, or another folder",
        "die Dateien nennen, oder einen anderen Ordner",
    ),
    "is-folder": Wording("error", "this is a folder, expected a file", "das ist ein Ordner, erwartet wurde eine Datei"),
    "unreadable": Wording(
        "error",
        "the file cannot be read: {why}",
        "die Datei ist nicht lesbar: {why}",
        "check the name and the rights",
        "Namen und Rechte prüfen",
    ),
    "margin-gap": Wording(
        "error",
        "the margin number is {seen}, expected {expected}: lines are missing",
        "die Randnummer ist {seen}, erwartet {expected}: es fehlen Zeilen",
        "complete the file, or file it as it is with --gaps-ok REASON",
        "die Datei ergänzen, oder mit --gaps-ok GRUND so ablegen",
    ),
    "margin-repeat": Wording(
        "error",
        "the margin number is {seen}, expected {expected}: a number comes again",
        "die Randnummer ist {seen}, erwartet {expected}: eine Nummer kehrt wieder",
        "mend the file, or file it as it is with --gaps-ok REASON",
        "die Datei berichtigen, oder mit --gaps-ok GRUND so ablegen",
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
    "numbers-computed": Wording(
        "remark",
        "the source has no printed line numbers; they are computed by the rule at {length} characters a line",
        "die Quelle hat keine gedruckten Zeilennummern; sie sind nach der Regel mit {length} Zeichen je Zeile berechnet",
    ),
    # Filing.
    "already-filed": Wording(
        "error",
        "already filed as {seen}",
        "schon abgelegt als {seen}",
        "nothing needs to be done; 'libcorpus correct' mends the text",
        "nichts zu tun; „libcorpus correct“ berichtigt den Text",
    ),
    "id-taken": Wording(
        "error",
        "the id {seen} is taken",
        "die Kennung {seen} ist vergeben",
        "choose another with --slug",
        "mit --slug eine andere wählen",
    ),
    "no-date": Wording(
        "error",
        "the date of adoption stands nowhere in the file",
        "das Beschlussdatum steht nirgends in der Datei",
        "give it with --adopted-on 2020-03-07",
        "mit --adopted-on 2020-03-07 angeben",
    ),
    "no-title": Wording(
        "error",
        "the title stands nowhere in the file",
        "der Titel steht nirgends in der Datei",
        "give it with --title",
        "mit --title angeben",
    ),
    "no-organisation-given": Wording(
        "error",
        "which organisation adopted this? Known here: {known}",
        "welche Organisation hat das beschlossen? Hier bekannt: {known}",
        "give it with --organisation SLUG, and --organisation-name if it is new",
        "mit --organisation KURZNAME angeben, und --organisation-name, wenn sie neu ist",
    ),
    "organisation-created": Wording(
        "remark",
        "the organisation {seen} is new",
        "die Organisation {seen} ist neu",
        "name it with 'libcorpus organisation {seen} name=\"…\"'",
        'mit „libcorpus organisation {seen} name="…"“ benennen',
    ),
    "one-file-only": Wording(
        "error",
        "{option} fits one file, and {count} were given",
        "{option} passt zu einer Datei, und {count} wurden angegeben",
        "file them one by one",
        "sie einzeln ablegen",
    ),
    "bad-choice": Wording(
        "error", "{key} is '{seen}', expected one of {known}", "{key} ist „{seen}“, erwartet eines von {known}"
    ),
    "bad-field": Wording(
        "error",
        "the value of {key} is too long or holds control characters",
        "der Wert von {key} ist zu lang oder enthält Steuerzeichen",
        "write it on one line, at most 2,000 characters",
        "ihn in eine Zeile schreiben, höchstens 2.000 Zeichen",
    ),
    # Finding things.
    "no-corpus": Wording(
        "error",
        "no corpus here",
        "hier ist kein Korpus",
        "name it with --corpus DIR, or make one with 'libcorpus init DIR'",
        "mit --corpus ORDNER nennen, oder mit „libcorpus init ORDNER“ anlegen",
    ),
    "no-resolution": Wording(
        "error",
        "no resolution answers to '{seen}'",
        "kein Beschluss heißt „{seen}“",
        "'libcorpus list' shows them",
        "„libcorpus list“ zeigt sie",
    ),
    "ambiguous-id": Wording(
        "error",
        "'{seen}' means {count} resolutions",
        "„{seen}“ meint {count} Beschlüsse",
        "name one of them:{candidates}",
        "einen davon nennen:{candidates}",
    ),
    "no-organisation": Wording(
        "error",
        "no organisation '{seen}'; known: {known}",
        "keine Organisation „{seen}“; bekannt: {known}",
        "'libcorpus organisation' lists them",
        "„libcorpus organisation“ listet sie auf",
    ),
    "which-organisation": Wording(
        "error",
        "there are several organisations: {known}",
        "es gibt mehrere Organisationen: {known}",
        "choose one with --organisation",
        "mit --organisation eine wählen",
    ),
    "no-topic": Wording(
        "error",
        "no topic '{seen}'; there are {known}",
        "kein Thema „{seen}“; es gibt {known}",
        "add topics/{seen}.toml to the corpus",
        "dem Korpus topics/{seen}.toml hinzufügen",
    ),
    "no-words": Wording(
        "error",
        "no words to look for",
        "keine Wörter zu suchen",
        "give at least one word",
        "mindestens ein Wort angeben",
    ),
    # Changing.
    "bad-assignment": Wording(
        "error",
        "'{seen}' is no assignment; keys are {known}",
        "„{seen}“ ist keine Zuweisung; Schlüssel sind {known}",
        "write key=value",
        "schlüssel=wert schreiben",
    ),
    "nothing-to-do": Wording(
        "error",
        "nothing was given to change; keys are {known}",
        "nichts zu ändern angegeben; Schlüssel sind {known}",
        "write key=value",
        "schlüssel=wert schreiben",
    ),
    "nothing-changes": Wording("error", "nothing would change", "nichts würde sich ändern"),
    "no-reason": Wording(
        "error",
        "a reason is missing",
        "ein Grund fehlt",
        "give it with --reason; it stays in the history",
        "mit --reason angeben; er bleibt in der Geschichte",
    ),
    "correction-parts-line": Wording(
        "error",
        "a block begins in the middle of a printed line (sentence {text_line})",
        "ein Absatz beginnt mitten in einer gedruckten Zeile (Satz {text_line})",
        "part blocks only where a printed line begins",
        "Absätze nur dort trennen, wo eine gedruckte Zeile beginnt",
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
    "corpus-exists": Wording(
        "error", "a corpus is here already", "hier ist schon ein Korpus", "nothing needs to be done", "nichts zu tun"
    ),
    "not-a-folder": Wording(
        "error", "this is no folder", "das ist kein Ordner", "name a folder", "einen Ordner nennen"
    ),
    # Metadata files.
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
    "unknown-format": Wording(
        "error",
        "format {seen} is not known; this program reads format {known}",
        "Format {seen} ist unbekannt; dieses Programm liest Format {known}",
        "use a newer libcorpus",
        "ein neueres libcorpus verwenden",
    ),
    "bad-term": Wording(
        "error",
        "a term has at least three letters, at most 200, and few *",
        "ein Begriff hat mindestens drei Buchstaben, höchstens 200, und wenige *",
    ),
    "symlink": Wording(
        "error",
        "this is a symbolic link; a corpus holds plain files",
        "das ist eine symbolische Verknüpfung; ein Korpus enthält gewöhnliche Dateien",
        "put the file itself here",
        "die Datei selbst hierher legen",
    ),
    # Checking.
    "source-altered": Wording(
        "error",
        "the source was altered: its SHA-256 begins with {seen}, expected {expected}",
        "die Quelle wurde verändert: ihr SHA-256 beginnt mit {seen}, erwartet {expected}",
        "restore it from git",
        "sie aus git wiederherstellen",
    ),
    "text-not-derived": Wording(
        "finding",
        "the text is not what the reader makes of the source with the corrections applied",
        "der Text ist nicht das, was der Leser aus der Quelle mit den Berichtigungen macht",
        "record a change with 'libcorpus correct', or restore the file from git",
        "eine Änderung mit „libcorpus correct“ festhalten, oder die Datei aus git wiederherstellen",
    ),
    "reader-newer": Wording(
        "remark",
        "filed with {reader} and {splitter}; today's are others, so the text was not derived again",
        "abgelegt mit {reader} und {splitter}; heute sind es andere, daher wurde der Text nicht neu abgeleitet",
    ),
    "organisation-missing": Wording(
        "error",
        "the organisation {seen} has no file",
        "die Organisation {seen} hat keine Datei",
        "'libcorpus organisation {seen} name=\"…\"' makes it",
        '„libcorpus organisation {seen} name="…"“ legt sie an',
    ),
    "organisation-differs": Wording(
        "finding",
        "the organisation is {seen}, and the id says {expected}",
        "die Organisation ist {seen}, und die Kennung sagt {expected}",
    ),
    "relation-unknown": Wording(
        "finding",
        "{kind} names {seen}, which is not here",
        "{kind} nennt {seen}, was nicht hier ist",
        "file it, or change the relation with 'libcorpus describe'",
        "es ablegen, oder die Beziehung mit „libcorpus describe“ ändern",
    ),
    "heading-levels": Wording(
        "finding",
        "heading level goes from {above} to {seen}",
        "die Überschriftenebene springt von {above} auf {seen}",
        "use one '#' less, or add the missing heading above",
        "ein „#“ weniger, oder die fehlende Überschrift darüber ergänzen",
    ),
    "no-lines": Wording("finding", "the text has no printed lines", "der Text hat keine gedruckten Zeilen"),
    "numbers-gap": Wording(
        "finding",
        "printed number {seen} follows where {expected} is expected",
        "die gedruckte Nummer {seen} folgt, wo {expected} erwartet wird",
        "restore lines.tsv from git",
        "lines.tsv aus git wiederherstellen",
    ),
    "ids-alike": Wording(
        "finding",
        "differs from {other} in upper and lower case only",
        "unterscheidet sich von {other} nur in der Groß- und Kleinschreibung",
    ),
    "unknown-file": Wording(
        "finding",
        "this does not belong here",
        "das gehört nicht hierher",
        "move it out of the corpus",
        "es aus dem Korpus entfernen",
    ),
    "attributes": Wording(
        "finding",
        "without the corpus's own .gitattributes git may alter its bytes",
        "ohne die eigene .gitattributes des Korpus kann git Bytes verändern",
        "restore it from git",
        "sie aus git wiederherstellen",
    ),
    "not-committed": Wording(
        "finding",
        "this is not committed",
        "das ist nicht festgeschrieben",
        "'libcorpus correct' or 'libcorpus describe' commits a change; 'git restore' takes it back",
        "„libcorpus correct“ oder „libcorpus describe“ schreibt eine Änderung fest; „git restore“ nimmt sie zurück",
    ),
    "no-git-check": Wording(
        "remark",
        "whether all is committed could not be seen: {why}",
        "ob alles festgeschrieben ist, war nicht zu sehen: {why}",
    ),
    "line-interrupts": Wording(
        "remark",
        "this line without number stands inside a sentence; it was left out and is kept in resolution.toml",
        "diese Zeile ohne Nummer steht mitten in einem Satz; sie wurde ausgelassen und steht in resolution.toml",
    ),
    "diff-wants-two": Wording(
        "error",
        "two texts are compared: name NEW, or a time with --known-at",
        "verglichen werden zwei Texte: NEW nennen, oder mit --known-at einen Zeitpunkt",
        "libcorpus diff OLD NEW, or libcorpus diff OLD --known-at REV",
        "libcorpus diff OLD NEW, oder libcorpus diff OLD --known-at REV",
    ),
    "patch-is-exact": Wording(
        "error",
        "a patch leaves nothing out; --ignore does not go with it",
        "ein Patch lässt nichts aus; --ignore passt nicht dazu",
        "leave --ignore out, or choose another --format",
        "--ignore weglassen oder ein anderes --format wählen",
    ),
    "unwritable": Wording(
        "error",
        "the file cannot be written: {why}",
        "die Datei lässt sich nicht schreiben: {why}",
        "name another place",
        "einen anderen Ort nennen",
    ),
    "gaps-filed": Wording(
        "remark",
        "margin numbers jump at {seen}; filed so for the reason that was given",
        "die Randnummern springen bei {seen}; so abgelegt aus dem angegebenen Grund",
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
    "patch-wants-two-texts": Wording(
        "error",
        "a patch turns one text into another, and an assembly has several",
        "ein Patch macht aus einem Text einen anderen, und eine Versammlung hat mehrere",
        "name the resolutions, or choose another --format",
        "die Beschlüsse nennen oder ein anderes --format wählen",
    ),
}
