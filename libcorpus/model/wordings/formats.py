"""What is wrong with, or guessed about, Word, HTML, Markdown and other files: a part of the table of sentences.

key          severity   English           German              way out, English and German
"""

from typing import Final

from libcorpus.model.wordings.row import Wording

FORMATS: Final[dict[str, Wording]] = {
    "encoding-found": Wording(
        "remark",
        "the file is no UTF-8; it was read as {seen}",
        "die Datei ist kein UTF-8; sie wurde als {seen} gelesen",
    ),
    "mojibake": Wording(
        "remark",
        "letters look as if UTF-8 had been read in another encoding: '{seen}', {count} in the file; they stay as they stand",
        "Buchstaben sehen aus, als wäre UTF-8 falsch gelesen worden: „{seen}“, {count} in der Datei; sie bleiben so stehen",
        "export the file again with the encoding UTF-8, and file that",
        "die Datei mit der Kodierung UTF-8 neu ausgeben und diese ablegen",
    ),
    "suffix-differs": Wording(
        "remark",
        "the name ends with {seen}, but what is in the file is {expected}; it was read as that",
        "der Name endet auf {seen}, in der Datei steht aber {expected}; so wurde sie gelesen",
    ),
    "missing-extra": Wording(
        "error",
        "reading {seen} needs the package '{package}', which is not installed",
        "um {seen} zu lesen, fehlt das Paket „{package}“",
        "pip install 'libcorpus[{extra}]'",
        "pip install 'libcorpus[{extra}]'",
    ),
    "tracked-changes": Wording(
        "error",
        "tracked changes in the file: {count}; so it holds two texts",
        "nachverfolgte Änderungen in der Datei: {count}; sie enthält also zwei Texte",
        "--tracked accept takes the text with the changes, --tracked reject the text before them",
        "--tracked accept nimmt den Text mit den Änderungen, --tracked reject den Text davor",
    ),
    "tracked-taken": Wording(
        "remark",
        "tracked changes in the file: {count}; the choice was {seen}",
        "nachverfolgte Änderungen in der Datei: {count}; gewählt wurde {seen}",
    ),
    "broken-file": Wording(
        "error",
        "the file cannot be read as {expected}: {seen}",
        "die Datei ist als {expected} nicht lesbar: {seen}",
        "open it in the program it was made with, save it again, and try that",
        "sie im Ursprungsprogramm öffnen, neu speichern und diese Datei nehmen",
    ),
    "encrypted-file": Wording(
        "error",
        "the file is encrypted",
        "die Datei ist verschlüsselt",
        "open it with its password and save it without one",
        "sie mit dem Passwort öffnen und ohne Passwort speichern",
    ),
    "archive-too-large": Wording(
        "error",
        "the file holds more than it should: {seen}, at most {expected}",
        "die Datei enthält mehr, als sie sollte: {seen}, höchstens {expected}",
        "open it in the program it was made with, save it again, and try that",
        "sie im Ursprungsprogramm öffnen, neu speichern und diese Datei nehmen",
    ),
    "xml-doctype": Wording(
        "error",
        "the file declares entities or a document type, which no Word or ODT file does",
        "die Datei deklariert Entitäten oder einen Dokumenttyp, was keine Word- oder ODT-Datei tut",
        "open it in the program it was made with, save it again, and try that",
        "sie im Ursprungsprogramm öffnen, neu speichern und diese Datei nehmen",
    ),
    "nested-too-deep": Wording(
        "error",
        "elements stand in each other more than {expected} deep",
        "Elemente stehen mehr als {expected} tief ineinander",
        "give the text in another form, such as .docx or .txt",
        "den Text in anderer Form geben, etwa als .docx oder .txt",
    ),
    "old-office-file": Wording(
        "error",
        "this is a file of an old office program (.doc, .xls, .ppt), which no reader is for",
        "das ist eine Datei eines alten Büroprogramms (.doc, .xls, .ppt), für die es keinen Leser gibt",
        "open it in Word or LibreOffice and save it as .docx or .odt",
        "sie in Word oder LibreOffice öffnen und als .docx oder .odt speichern",
    ),
    "some-archive": Wording(
        "error",
        "this is an archive of files, and neither DOCX, ODT nor EPUB",
        "das ist ein Archiv mit Dateien, und weder DOCX, ODT noch EPUB",
        "unpack it, and give the files in it",
        "es entpacken und die Dateien darin geben",
    ),
    "forced-break": Wording(
        "remark",
        "forced line breaks inside of paragraphs: {count}; a new paragraph begins at each",
        "erzwungene Zeilenumbrüche in Absätzen: {count}; an jedem beginnt ein neuer Absatz",
    ),
    "levels-closed": Wording(
        "remark",
        "headings that skip a level of the outline: {count}; they were moved up",
        "Überschriften, die eine Gliederungsebene überspringen: {count}; sie wurden hochgestuft",
    ),
    "label-in-words": Wording(
        "remark",
        "list numbers that cannot be labels here, such as '{seen}': {count}; they stand in the words",
        "Listennummern, die hier keine sein können, wie „{seen}“: {count}; sie stehen im Wortlaut",
    ),
    "amended-on": Wording(
        "remark",
        "the text was changed later on; taken as adopted on {seen}",
        "der Text wurde später geändert; als am {seen} beschlossen genommen",
        "--adopted-on names another date",
        "--adopted-on nennt ein anderes Datum",
    ),
    "level-too-deep": Wording(
        "remark",
        "blocks deeper than {expected} levels: {count}; they were moved up",
        "Absätze tiefer als {expected} Ebenen: {count}; sie wurden hochgestuft",
    ),
    "part-left-out": Wording(
        "remark",
        "left out of the text: {seen} ({count})",
        "nicht in den Text übernommen: {seen} ({count})",
    ),
    "pictures-left-out": Wording(
        "remark",
        "pictures or embedded files: {count}; words in them cannot be read",
        "Bilder oder eingebettete Dateien: {count}; Wörter darin sind nicht lesbar",
    ),
    "note-missing": Wording(
        "remark",
        "the footnote '{seen}' is marked in the text and stands nowhere",
        "die Fußnote „{seen}“ ist im Text vermerkt und steht nirgends",
    ),
    "include-ignored": Wording(
        "remark",
        "this line takes in another file, which is not read; the line stands in resolution.toml",
        "diese Zeile bindet eine andere Datei ein, die nicht gelesen wird; die Zeile steht in resolution.toml",
    ),
    "title-guessed": Wording(
        "remark",
        "the text names no title; this one was taken from what the file says of itself",
        "der Text nennt keinen Titel; dieser stammt aus den Angaben der Datei über sich selbst",
        "--title names another",
        "--title nennt einen anderen",
    ),
    "page-guessed": Wording(
        "remark",
        "the main text of the page was taken from <{seen}>; that is a guess",
        "der Haupttext der Seite stammt aus <{seen}>; das ist vermutet",
    ),
    "pandoc-failed": Wording(
        "error",
        "pandoc cannot read the file as {expected}: {seen}",
        "pandoc kann die Datei nicht als {expected} lesen: {seen}",
        "save it as .docx, .odt or .txt",
        "sie als .docx, .odt oder .txt speichern",
    ),
    "pandoc-limit": Wording(
        "error",
        "pandoc was stopped: it took more than {expected}",
        "pandoc wurde angehalten: es brauchte mehr als {expected}",
        "save it as .docx, .odt or .txt",
        "sie als .docx, .odt oder .txt speichern",
    ),
    "every-fifth": Wording(
        "remark",
        "print numbers every {step}th line only; the lines between were counted, which is right if each line of print is a line of the file",
        "gedruckt ist nur jede {step}. Zeilennummer; die Zeilen dazwischen sind gezählt, richtig ist das, wenn jede Zeile der Datei eine gedruckte ist",
    ),
    "numbers-behind": Wording(
        "remark",
        "the line numbers stand behind the lines",
        "die Zeilennummern stehen hinter den Zeilen",
    ),
}
