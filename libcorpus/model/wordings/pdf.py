"""What is wrong with, or guessed about, PDF files: a part of the table of sentences.

key          severity   English           German              way out, English and German
"pdf-scan"   error      {pages} pages …   {pages} Seiten …    ocrmypdf …
"""

from typing import Final

from libcorpus.model.wordings.row import Wording

PDF: Final[dict[str, Wording]] = {
    "pdf-not-installed": Wording(
        "error",
        "reading PDF files needs a part that is not installed",
        "um PDF-Dateien zu lesen, fehlt ein Teil des Programms",
        "install the extra: pip install 'libcorpus[pdf]'",
        "das Extra nachinstallieren: pip install 'libcorpus[pdf]'",
    ),
    "pdf-broken": Wording(
        "error",
        "this is no PDF file, or it is damaged or cut short",
        "das ist keine PDF-Datei, oder sie ist beschädigt oder abgeschnitten",
        "get the file again, or repair it (qpdf IN.pdf OUT.pdf)",
        "die Datei neu besorgen oder reparieren (qpdf EIN.pdf AUS.pdf)",
    ),
    "pdf-broken-page": Wording(
        "error",
        "page {page} cannot be read: it is damaged",
        "Seite {page} ist nicht lesbar: sie ist beschädigt",
        "get the file again, or repair it (qpdf IN.pdf OUT.pdf)",
        "die Datei neu besorgen oder reparieren (qpdf EIN.pdf AUS.pdf)",
    ),
    "pdf-encrypted": Wording(
        "error",
        "the file is locked with a password",
        "die Datei ist mit einem Passwort gesperrt",
        "save it without one (qpdf --decrypt --password=… IN.pdf OUT.pdf)",
        "sie ohne Passwort speichern (qpdf --decrypt --password=… EIN.pdf AUS.pdf)",
    ),
    "pdf-no-pages": Wording("error", "the file has no pages", "die Datei hat keine Seiten"),
    "pdf-scan": Wording(
        "error",
        "the file is a scan: pictures without text (pages: {pages})",
        "die Datei ist ein Scan: Bilder ohne Text (Seiten: {pages})",
        "let ocrmypdf recognise the text: ocrmypdf -l deu IN.pdf OUT.pdf",
        "den Text mit ocrmypdf erkennen lassen: ocrmypdf -l deu EIN.pdf AUS.pdf",
    ),
    "pdf-no-words": Wording(
        "error",
        "no text is seen in the file (pages: {pages})",
        "in der Datei ist kein Text zu sehen (Seiten: {pages})",
        "if they show one, let ocrmypdf recognise it: ocrmypdf --force-ocr -l deu IN.pdf OUT.pdf",
        "wenn sie Text zeigen, ihn mit ocrmypdf erkennen lassen: ocrmypdf --force-ocr -l deu EIN.pdf AUS.pdf",
    ),
    "pdf-no-letters": Wording(
        "error",
        "of {total} characters the file does not say of {count} which letters they are",
        "bei {count} von {total} Zeichen sagt die Datei nicht, welche Buchstaben es sind",
        "let ocrmypdf recognise them: ocrmypdf --force-ocr -l deu IN.pdf OUT.pdf",
        "sie mit ocrmypdf erkennen lassen: ocrmypdf --force-ocr -l deu EIN.pdf AUS.pdf",
    ),
    "pdf-too-long": Wording(
        "error",
        "the file has {seen} pages; at most {limit} are read",
        "die Datei hat {seen} Seiten; gelesen werden höchstens {limit}",
        "part it into several files",
        "sie in mehrere Dateien teilen",
    ),
    "pdf-too-much-text": Wording(
        "error",
        "the file has more than {limit} characters",
        "die Datei hat mehr als {limit} Zeichen",
        "part it into several files",
        "sie in mehrere Dateien teilen",
    ),
    "pdf-crowded-page": Wording(
        "error",
        "page {page} has {seen} characters; at most {limit} are read on one page",
        "Seite {page} hat {seen} Zeichen; gelesen werden höchstens {limit} auf einer Seite",
        "leave that page out",
        "diese Seite weglassen",
    ),
    "pdf-too-slow": Wording(
        "error",
        "page {page} takes longer than {seconds} seconds",
        "Seite {page} braucht länger als {seconds} Sekunden",
        "save the file anew (qpdf IN.pdf OUT.pdf), or leave that page out",
        "die Datei neu speichern (qpdf EIN.pdf AUS.pdf) oder diese Seite weglassen",
    ),
    "pdf-crashed": Wording(
        "error",
        "reading broke off at page {page}; the file asks for more than {memory} MB, or it is damaged",
        "das Lesen brach bei Seite {page} ab; die Datei braucht mehr als {memory} MB, oder sie ist beschädigt",
        "save the file anew (qpdf IN.pdf OUT.pdf)",
        "die Datei neu speichern (qpdf EIN.pdf AUS.pdf)",
    ),
    "pdf-no-book": Wording(
        "error",
        "no second resolution begins in this file: numbers that start again below a head, or heads such as 'Antrag A2'",
        "in dieser Datei beginnt kein zweiter Beschluss: Nummern, die unter einem Kopf neu beginnen, oder Köpfe wie „Antrag A2“",
        "file it as one resolution, without --split",
        "sie als einen Beschluss ablegen, ohne --split",
    ),
    "pdf-book": Wording(
        "remark",
        "the file holds {count} resolutions; --split files each of them",
        "die Datei enthält {count} Beschlüsse; --split legt jeden für sich ab",
    ),
    "pdf-step": Wording(
        "remark",
        "print shows each {step}th number; those between were counted and agree with the next printed one",
        "gedruckt ist jede {step}. Nummer; die dazwischen wurden gezählt und stimmen mit der nächsten gedruckten überein",
    ),
    "pdf-count-differs": Wording(
        "remark",
        "above the printed number {number} there are {seen} lines, expected {wanted}; they were left without numbers",
        "über der gedruckten Nummer {number} stehen {seen} Zeilen, erwartet {wanted}; sie blieben ohne Nummern",
    ),
    "pdf-date-guessed": Wording(
        "remark",
        "'{seen}' is the only date on the cover and at the edges of the pages; taken as the date of adoption, a guess",
        "„{seen}“ ist das einzige Datum auf dem Titel und an den Seitenrändern; als Beschlussdatum genommen, vermutet",
    ),
    "pdf-scanned-pages": Wording(
        "remark",
        "pictures without text, nothing was read from these pages: {pages}",
        "Bilder ohne Text, von diesen Seiten wurde nichts gelesen: {pages}",
        "let ocrmypdf recognise the text: ocrmypdf --skip-text -l deu IN.pdf OUT.pdf",
        "den Text mit ocrmypdf erkennen lassen: ocrmypdf --skip-text -l deu EIN.pdf AUS.pdf",
    ),
    "pdf-recognised": Wording(
        "remark",
        "the text of these pages was recognised by a machine, and may hold slips: {pages}",
        "der Text dieser Seiten wurde maschinell erkannt und kann Fehler enthalten: {pages}",
    ),
    "pdf-hidden-text": Wording(
        "remark",
        "text that nobody sees was left out, on pages {pages}",
        "Text, den niemand sieht, wurde ausgelassen, auf Seite {pages}",
    ),
    "pdf-rotated-text": Wording(
        "remark",
        "text that runs in another direction was left out, on pages {pages}",
        "Text, der in andere Richtung läuft, wurde ausgelassen, auf Seite {pages}",
    ),
    "pdf-off-page": Wording(
        "remark",
        "text beside the page was left out, on pages {pages}",
        "Text neben dem Blatt wurde ausgelassen, auf Seite {pages}",
    ),
    "pdf-annotation": Wording(
        "remark",
        "comments and fields of forms were left out, on pages {pages}",
        "Kommentare und Formularfelder wurden ausgelassen, auf Seite {pages}",
    ),
    "pdf-unknown-letters": Wording(
        "remark",
        "of {count} characters the file does not say which letters they are; they stand as \ufffd",
        "bei {count} Zeichen sagt die Datei nicht, welche Buchstaben es sind; sie stehen als \ufffd",
    ),
}
