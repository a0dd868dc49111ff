"""What is wrong with, or guessed about, topics, positions, links and what holds: a part of the table of sentences.

key          severity   English           German              way out, English and German
"""

from typing import Final

from libcorpus.model.wordings.row import Wording

FOLLOWING: Final[dict[str, Wording]] = {
    "extra-missing": Wording(
        "error",
        "this needs the package {seen}, which is not installed",
        "dazu fehlt das Paket {seen}",
        "pip install 'libcorpus[{extra}]'",
        "pip install 'libcorpus[{extra}]'",
    ),
    "topic-key": Wording(
        "error",
        "'{seen}' is no key of a topic; there are {known}",
        "„{seen}“ ist kein Schlüssel eines Themas; es gibt {known}",
        "correct the spelling, or take the line out",
        "die Schreibweise berichtigen oder die Zeile herausnehmen",
    ),
    "matter-twice": Wording(
        "error",
        "there are two matters named '{seen}'",
        "zwei Gegenstände heißen „{seen}“",
        "put their terms together, or give one another name",
        "die Begriffe zusammenlegen oder einem einen anderen Namen geben",
    ),
    "one-text": Wording(
        "error",
        "two texts are named: '{seen}' and '{other}'",
        "zwei Texte sind genannt: „{seen}“ und „{other}“",
        "name the text with --in alone",
        "den Text nur mit --in nennen",
    ),
    "missed-wants-text": Wording(
        "error",
        "--missed says nothing without a text",
        "--missed sagt ohne einen Text nichts",
        "name a resolution or a file with --in",
        "mit --in einen Beschluss oder eine Datei nennen",
    ),
    "which-topic": Wording(
        "error",
        "which topic? There are {known}",
        "welches Thema? Es gibt {known}",
        "name one in front, or a file with --topic-file",
        "eines davor nennen, oder eine Datei mit --topic-file",
    ),
    "topic-not-utf8": Wording(
        "error",
        "this file is not in UTF-8",
        "diese Datei ist nicht in UTF-8",
        "save it as UTF-8 in the editor",
        "sie im Editor als UTF-8 speichern",
    ),
}
