"""What the commands say about reading files and fetching them.

A part of the table in ``cli.words``.
"""

from typing import Final

SOURCES: Final[dict[str, tuple[str, str]]] = {
    # Help.
    "help.split": (
        "the file is a book: file each resolution in it; the source stands once, in sources/",
        "die Datei ist ein Buch: jeden Beschluss darin ablegen; die Quelle steht einmal, in sources/",
    ),
    "help.tracked": (
        "what to do with tracked changes: accept or reject them",
        "was mit nachverfolgten Änderungen geschieht: accept (annehmen) oder reject (ablehnen)",
    ),
    "help.first_line": (
        "number of the first line, where the text has no printed numbers",
        "Nummer der ersten Zeile, wenn der Text keine gedruckten Nummern hat",
    ),
    "help.line_length": (
        "characters on a full line, where the text has no printed numbers",
        "Zeichen einer vollen Zeile, wenn der Text keine gedruckten Nummern hat",
    ),
    "read": (
        "Show what a reader sees in a file, without filing it: fields, text, lines, and what was left out.",
        "Zeigen, was ein Leser in einer Datei sieht, ohne sie abzulegen: Angaben, Text, Zeilen und was ausgelassen wurde.",
    ),
    "help.read.file": ("the file", "die Datei"),
    "help.read.split": (
        "the file is a book: show each resolution in it",
        "die Datei ist ein Buch: jeden Beschluss zeigen",
    ),
    "help.readers": ("list the readers there are", "die vorhandenen Leser auflisten"),
    "reread": (
        "Read the source of a resolution again with today's reader, apply its corrections again, and show the difference.",
        "Die Quelle eines Beschlusses mit dem heutigen Leser neu lesen, die Berichtigungen neu anwenden und den Unterschied zeigen.",
    ),
    "help.yes": ("commit it without asking", "ohne Nachfrage festschreiben"),
    "help.reread.dry_run": ("show the difference, write nothing", "den Unterschied zeigen, nichts schreiben"),
    "help.drop": (
        "give up this correction (its number), because it no longer fits",
        "diese Berichtigung (ihre Nummer) aufgeben, weil sie nicht mehr passt",
    ),
    "fetch": (
        "Take resolutions from an Antragsgrün server: one, or all of a consultation. Without --into or --archive they are listed.",
        "Beschlüsse von einem Antragsgrün-Server holen: einen, oder alle einer Veranstaltung. Ohne --into und --archive werden sie aufgelistet.",
    ),
    "help.fetch.url": (
        "address of a consultation, a motion or a file",
        "Adresse einer Veranstaltung, eines Antrags oder einer Datei",
    ),
    "help.into": ("keep the files in this folder", "die Dateien in diesem Ordner ablegen"),
    "help.fetch.archive": ("file them in the corpus", "sie im Korpus ablegen"),
    "help.fetch.all": ("motions of any state, not resolutions alone", "Anträge in jedem Stand, nicht nur Beschlüsse"),
    "help.pause": ("seconds between two requests", "Sekunden zwischen zwei Anfragen"),
    "help.timeout": ("seconds to wait for an answer", "Sekunden, die auf eine Antwort gewartet wird"),
    "help.allow_private": (
        "allow addresses of a private network, and http",
        "Adressen eines privaten Netzes erlauben, auch über http",
    ),
    "help.allow_http": ("allow unencrypted addresses", "unverschlüsselte Adressen erlauben"),
    # Labels.
    "fetching": ("fetching {done} of {total}", "hole {done} von {total}"),
    "fetch-state.new": ("new", "neu"),
    "fetch-state.changed": ("changed", "geändert"),
    "fetch-state.unchanged": ("unchanged", "unverändert"),
    "fetch-state.failed": ("failed", "gescheitert"),
    "fetched": (
        "fetched {new}, changed {changed}, unchanged {unchanged}, failed {failed}",
        "geholt {new}, geändert {changed}, unverändert {unchanged}, gescheitert {failed}",
    ),
    "fetch-listed": (
        "{title}: {count} of {total} motions are resolutions; --into DIR or --archive takes them",
        "{title}: {count} von {total} Anträgen sind Beschlüsse; --into ORDNER oder --archive holt sie",
    ),
    "row.filed": ("filed", "abgelegt"),
    "row.skipped": ("skipped", "übersprungen"),
    "row.refused": ("refused", "abgewiesen"),
    "book-rest": (
        "{count} pieces belong to no resolution; they stand in the source alone:",
        "{count} Stücke gehören zu keinem Beschluss; sie stehen nur in der Quelle:",
    ),
    "book-rest.one": (
        "{count} piece belongs to no resolution; it stands in the source alone:",
        "{count} Stück gehört zu keinem Beschluss; es steht nur in der Quelle:",
    ),
    "reread-same": (
        "{reader}: the text and its lines come out as they are; nothing to do",
        "{reader}: Text und Zeilen kommen heraus, wie sie sind; nichts zu tun",
    ),
    "reread-record": (
        "the text and its lines come out as they are; the record of who read it changes: {old} -> {new}",
        "Text und Zeilen kommen heraus, wie sie sind; nur der Vermerk, wer gelesen hat, ändert sich: {old} -> {new}",
    ),
    "reread-read": ("read again: {old} -> {new}", "neu gelesen: {old} -> {new}"),
    "reread-ask": ("Commit this? [y/N]", "Festschreiben? [j/N]"),
    "reread-left": ("nothing was written", "nichts wurde geschrieben"),
}
