"""German names for what readers leave out of a text, and for why: the readers themselves name both in English.

    left out   page-head 12        ausgelassen   Seitenköpfe 12
               head of the pages                 Kopf der Seiten

A name that stands here in no row, as that of another package's reader, is shown as it is.
"""

from typing import Final

from libcorpus.model.harmless import harmless

KINDS: Final = {
    "annotation": "Kommentare auf den Seiten",
    "bullet": "Aufzählungszeichen",
    "comment": "Kommentare",
    "data": "Angaben in den Daten",
    "footer": "Fußzeilen",
    "header": "Kopfzeilen",
    "hidden": "verborgener Text",
    "hidden-text": "verborgener Text",
    "hyphen": "Trennstriche",
    "invisible": "unsichtbare Zeichen",
    "list-dash": "Spiegelstriche",
    "margin-number": "Randnummern",
    "markup": "Auszeichnung",
    "metadata": "Angaben im Kopf",
    "navigation": "Navigation",
    "note": "Fußnoten ohne Verweis",
    "off-page": "Text neben dem Blatt",
    "overprint": "doppelt Gedrucktes",
    "page-furniture": "Beiwerk der Seite",
    "page-head": "Seitenköpfe und -füße",
    "page-number": "Seitenzahlen",
    "rotated-text": "gedrehter Text",
    "script": "Programmcode",
    "section-name": "Namen der Abschnitte",
    "soft-hyphen": "weiche Trennstriche",
    "style": "Formatvorgaben",
    "toc": "Inhaltsverzeichnis",
    "tracked": "nachverfolgte Änderungen",
}

REASONS: Final = {
    "a comment or a field of a form, not part of the page": "ein Kommentar oder Formularfeld, kein Teil der Seite",
    "a date on which the text was changed": "ein Datum, an dem der Text geändert wurde",
    "a footnote without words or mark": "eine Fußnote ohne Worte oder Zeichen",
    "a line of the front matter that names no known field": "eine Zeile des Vorspanns, die kein bekanntes Feld nennt",
    "a line of the head that names no known field": "eine Zeile des Kopfes, die kein bekanntes Feld nennt",
    "a line of the table of contents": "eine Zeile des Inhaltsverzeichnisses",
    "a line without number inside a sentence": "eine Zeile ohne Nummer mitten in einem Satz",
    "a list number without words of its own": "eine Listennummer ohne eigene Worte",
    "a note that nothing refers to": "eine Anmerkung, auf die nichts verweist",
    "a page behind the last line that has a number": "eine Seite hinter der letzten nummerierten Zeile",
    "belongs to none of the resolutions of the book": "gehört zu keinem der Beschlüsse des Buches",
    "comment": "Kommentar",
    "drawn a second time at the same place": "an derselben Stelle ein zweites Mal gedruckt",
    "foot of the pages": "Fuß der Seiten",
    "head of the pages": "Kopf der Seiten",
    "hidden text": "verborgener Text",
    "not in the text by the choice about tracked changes": "nach der Wahl bei nachverfolgten Änderungen nicht im Text",
    "stands around the motion": "steht um den Antrag herum",
    "table of contents": "Inhaltsverzeichnis",
    "takes in another file, which is not read": "bindet eine andere Datei ein, die nicht gelesen wird",
    "text beside the page": "Text neben dem Blatt",
    "text that nobody sees on the page": "Text, den auf der Seite niemand sieht",
    "text that runs in another direction": "Text, der in andere Richtung läuft",
    "the text before the assembly changed it": "der Text, bevor die Versammlung ihn änderte",
    "tracked change": "nachverfolgte Änderung",
}


def kind_of_left(kind: str, lang: str) -> str:
    """What a kind of left-out text is called, ready for a terminal."""
    return harmless(KINDS.get(kind, kind) if lang.split("-")[0] == "de" else kind)


def reason_of_left(reason: str, lang: str) -> str:
    """Why something was left out, ready for a terminal; who wrote a comment stands behind it.

    >>> reason_of_left("comment: Kim", "de")
    'Kommentar: Kim'
    """
    if lang.split("-")[0] != "de":
        return harmless(reason)
    said, colon, who = reason.partition(": ")
    return harmless(REASONS.get(reason) or f"{REASONS.get(said, said)}{colon}{who}")
