"""What git and the disk refuse: a part of the table of sentences.

key          severity   English           German              way out, English and German
"bad-date"   error      '{seen}' is no …  „{seen}“ ist kein …  write 2020-03-07 …
"""

from typing import Final

from libcorpus.model.wordings.row import Wording

STORE: Final[dict[str, Wording]] = {
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
    "no-corpus": Wording(
        "error",
        "no corpus here",
        "hier ist kein Korpus",
        "name it with --corpus DIR, or make one with 'libcorpus init DIR'",
        "mit --corpus ORDNER nennen, oder mit „libcorpus init ORDNER“ anlegen",
    ),
    "no-organisation": Wording(
        "error",
        "no organisation '{seen}'; known: {known}",
        "keine Organisation „{seen}“; bekannt: {known}",
        "'libcorpus organisation' lists them",
        "„libcorpus organisation“ listet sie auf",
    ),
    "unknown-format": Wording(
        "error",
        "format {seen} is not known; this program reads format {known}",
        "Format {seen} ist unbekannt; dieses Programm liest Format {known}",
        "use a newer libcorpus",
        "ein neueres libcorpus verwenden",
    ),
    "symlink": Wording(
        "error",
        "this is a symbolic link; a corpus holds plain files",
        "das ist eine symbolische Verknüpfung; ein Korpus enthält gewöhnliche Dateien",
        "put the file itself here",
        "die Datei selbst hierher legen",
    ),
    "git-disagrees": Wording(
        "error",
        "git's patch does not lead from the text it shows to the one that is here",
        "der Patch von git führt nicht von dem Text, den es zeigt, zu dem, der hier liegt",
        "see whether a filter or an attribute of git alters this file",
        "nachsehen, ob ein Filter oder Attribut von git diese Datei verändert",
    ),
}
