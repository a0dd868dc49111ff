"""What is wrong with, or guessed about, motion systems and books of resolutions: a part of the table of sentences.

key          severity   English           German              way out, English and German
"""

from typing import Final

from libcorpus.model.wordings.row import Wording

FETCHING: Final[dict[str, Wording]] = {
    "bad-source-path": Wording(
        "error",
        "'{seen}' is no place for a source",
        "„{seen}“ ist kein Ort für eine Quelle",
        "a source lies beside its resolution, or in sources/ under its own hash",
        "eine Quelle liegt neben ihrem Beschluss, oder unter ihrem Hash in sources/",
    ),
    "source-unused": Wording(
        "finding",
        "no resolution is a part of this source",
        "kein Beschluss ist ein Teil dieser Quelle",
        "remove it if it is not needed, or file its parts with 'libcorpus archive --split'",
        "entfernen, wenn sie nicht gebraucht wird, oder ihre Teile mit „libcorpus archive --split“ ablegen",
    ),
    "no-book": Wording(
        "error",
        "this kind of file cannot be split into resolutions",
        "diese Art von Datei lässt sich nicht in Beschlüsse teilen",
        "file it without --split, as one text",
        "ohne --split ablegen, als einen Text",
    ),
    "part-missing": Wording(
        "error",
        "today's reader finds no part '{seen}' in the source",
        "der heutige Leser findet in der Quelle keinen Teil „{seen}“",
        "look with 'libcorpus read FILE --split' what it finds",
        "mit „libcorpus read DATEI --split“ nachsehen, was er findet",
    ),
    "no-parts": Wording(
        "error",
        "no resolutions were found in this book",
        "in diesem Buch wurden keine Beschlüsse gefunden",
        "file it without --split, as one text",
        "ohne --split ablegen, als einen Text",
    ),
    "reader-broken": Wording(
        "error",
        "the reader '{name}' of the package '{package}' cannot be loaded: {why}",
        "der Leser „{name}“ aus dem Paket „{package}“ lässt sich nicht laden: {why}",
        "mend or remove that package",
        "dieses Paket reparieren oder entfernen",
    ),
    "reader-failed": Wording(
        "error",
        "the reader '{name}' of the package '{package}' failed: {why}",
        "der Leser „{name}“ aus dem Paket „{package}“ ist gescheitert: {why}",
        "tell whoever made that package",
        "den Urhebern dieses Pakets melden",
    ),
    "read-wants-file": Wording(
        "error",
        "no file is named",
        "keine Datei ist genannt",
        "name one, or list the readers with --readers",
        "eine nennen, oder die Leser mit --readers auflisten",
    ),
    "bad-number": Wording(
        "error",
        "{key} is {seen}, expected a number from {low} on",
        "{key} ist {seen}, erwartet wurde eine Zahl ab {low}",
    ),
    "reading-crashed": Wording(
        "error",
        "reading this file ended the process that read it",
        "das Lesen dieser Datei hat den lesenden Prozess beendet",
        "see whether the file is damaged, or needs more memory than there is",
        "prüfen, ob die Datei beschädigt ist oder mehr Speicher braucht, als da ist",
    ),
    "reading-limit": Wording(
        "error",
        "reading was stopped: it took more than {expected}",
        "das Lesen wurde angehalten: es brauchte mehr als {expected}",
        "open the file in the program it was made with, save it again, and try that",
        "die Datei im Ursprungsprogramm öffnen, neu speichern und diese nehmen",
    ),
    "text-too-long": Wording(
        "error",
        "the text has {seen} characters; at most {limit} are read",
        "der Text hat {seen} Zeichen; gelesen werden höchstens {limit}",
        "give the text in several files",
        "den Text in mehreren Dateien geben",
    ),
    "file-too-large": Wording(
        "error",
        "the file is larger than {limit} MB",
        "die Datei ist größer als {limit} MB",
        "give the text alone, or in several files",
        "nur den Text geben, oder ihn in mehreren Dateien",
    ),
    "correction-unfit": Wording(
        "error",
        "this correction (text line {line}) fits nowhere in the text as today's reader reads it",
        "diese Berichtigung (Textzeile {line}) passt nirgends in den Text, wie ihn der heutige Leser liest",
        "give it up with --drop {number}, and correct the text anew afterwards",
        "mit --drop {number} aufgeben und den Text danach neu berichtigen",
    ),
    "correction-done": Wording(
        "remark",
        "this correction (text line {line}) is in the text already, as today's reader reads it",
        "diese Berichtigung (Textzeile {line}) steht schon im Text, wie ihn der heutige Leser liest",
    ),
    "correction-dropped": Wording(
        "remark",
        "this correction is given up; its reason is kept",
        "diese Berichtigung wird aufgegeben; ihr Grund bleibt",
    ),
    "no-correction": Wording(
        "error",
        "there is no correction {seen}; there are: {known}",
        "es gibt keine Berichtigung {seen}; es gibt: {known}",
    ),
    "wants-yes": Wording(
        "error",
        "nothing was written: this would change the archive, and there is nobody to ask",
        "nichts wurde geschrieben: das würde das Archiv ändern, und es ist niemand da, der gefragt werden kann",
        "look at the difference, then call again with --yes",
        "den Unterschied ansehen, dann mit --yes noch einmal aufrufen",
    ),
    "several-motions": Wording(
        "error",
        "there are {count} motions in this file",
        "in dieser Datei stehen {count} Anträge",
        "file each of them with --split",
        "jeden davon mit --split ablegen",
    ),
    "agenda-ambiguous": Wording(
        "remark",
        "the agenda has several items of this title ({seen}); the number is not taken over",
        "die Tagesordnung hat mehrere Punkte dieses Titels ({seen}); die Nummer wird nicht übernommen",
    ),
    "fetch-url": Wording(
        "error",
        "this is no address that can be fetched",
        "das ist keine Adresse, die sich abrufen lässt",
        "give one that begins with https:// and holds no password",
        "eine geben, die mit https:// beginnt und kein Passwort enthält",
    ),
    "fetch-insecure": Wording(
        "error",
        "this address is not encrypted; on the way anybody could change the text",
        "diese Adresse ist unverschlüsselt; unterwegs könnte jeder den Text ändern",
        "use https://, or --allow-http if there is no other",
        "https:// verwenden, oder --allow-http, wenn es nicht anders geht",
    ),
    "fetch-private": Wording(
        "error",
        "this address is in a private network ({seen})",
        "diese Adresse liegt in einem privaten Netz ({seen})",
        "if that is meant, say so with --allow-private",
        "wenn das gewollt ist, --allow-private angeben",
    ),
    "fetch-other-host": Wording(
        "error",
        "the server points to another one: {seen}",
        "der Server verweist auf einen anderen: {seen}",
        "if you trust it, fetch that address itself",
        "wenn er vertrauenswürdig ist, diese Adresse selbst abrufen",
    ),
    "fetch-redirects": Wording(
        "error", "the server led on more than {seen} times", "der Server hat mehr als {seen} Mal weiterverwiesen"
    ),
    "fetch-status": Wording(
        "error",
        "the server answered with {seen}",
        "der Server antwortete mit {seen}",
        "see in a browser whether the address is right and open to all",
        "im Browser prüfen, ob die Adresse stimmt und allen offensteht",
    ),
    "fetch-failed": Wording(
        "error",
        "{host} could not be reached, or broke off: {why}",
        "{host} war nicht zu erreichen oder brach ab: {why}",
        "call again later; what is there already is not taken again",
        "später noch einmal aufrufen; was schon da ist, wird nicht neu geholt",
    ),
    "fetch-later": Wording(
        "error",
        "the server asks to come back in {seconds} seconds",
        "der Server bittet, in {seconds} Sekunden wiederzukommen",
        "call again then; what is there already is not taken again",
        "dann noch einmal aufrufen; was schon da ist, wird nicht neu geholt",
    ),
    "fetch-too-large": Wording(
        "error", "the answer is larger than {limit} bytes", "die Antwort ist größer als {limit} Byte"
    ),
    "fetch-which": Wording(
        "error",
        "there are several consultations here; name one: {candidates}",
        "hier gibt es mehrere Veranstaltungen; eine davon nennen: {candidates}",
    ),
    "fetch-no-motion": Wording(
        "error",
        "the server's answer is no motion",
        "die Antwort des Servers ist kein Antrag",
        "see in a browser what is there",
        "im Browser prüfen, was dort steht",
    ),
    "fetch-nothing": Wording(
        "error",
        "no resolutions were found there; {count} motions are listed",
        "dort wurden keine Beschlüsse gefunden; {count} Anträge sind aufgeführt",
        "--all takes motions of any state",
        "--all nimmt Anträge in jedem Stand",
    ),
    "not-with-split": Wording(
        "error",
        "{option} does not go with --split: each part of a book has a title of its own",
        "{option} passt nicht zu --split: jeder Teil eines Buches hat seinen eigenen Titel",
        "change single titles afterwards with 'libcorpus describe'",
        "einzelne Titel danach mit „libcorpus describe“ ändern",
    ),
    "reading-fault": Wording(
        "error",
        "libcorpus failed to read this file, which is a fault of libcorpus: {why}",
        "libcorpus ist an dieser Datei gescheitert, und das ist ein Fehler in libcorpus: {why}",
        "please report it; 'libcorpus read FILE' shows where",
        "bitte melden; „libcorpus read DATEI“ zeigt die Stelle",
    ),
}
