"""What the commands say about positions, topics, what holds, and links.

A part of the table in ``cli.words``.
"""

from typing import Final

FOLLOWING: Final[dict[str, tuple[str, str]]] = {
    "following": (
        "texts and dates followed: {done} of {total}",
        "Texte und Daten verfolgt: {done} von {total}",
    ),
    "help.net": (
        "only what changed from the first to the last date, whatever happened in between",
        "nur, was sich vom ersten zum letzten Datum änderte, was auch immer dazwischen geschah",
    ),
    "help.positions.all": (
        "a report for every date, with what was kept",
        "ein Bericht für jedes Datum, auch mit dem, was unverändert blieb",
    ),
    "help.plot": (
        "draw the threads as lanes over the dates into this file (extra plot)",
        "die Positionen als Bahnen über die Daten in diese Datei zeichnen (Zusatz plot)",
    ),
    "help.topics.in": (
        "the text to try the topic on: a resolution, what an assembly adopted, or a file that is not archived",
        "der Text, an dem das Thema erprobt wird: ein Beschluss, alles aus einer Versammlung oder eine nicht abgelegte Datei",
    ),
    "help.topic_file": (
        "take the topic from this file, to try a change before it is put into the corpus",
        "das Thema aus dieser Datei nehmen, um eine Änderung zu erproben, bevor sie in das Korpus kommt",
    ),
    "help.topics.toml": (
        "print the file of the topic as it is, to begin a changed one with",
        "die Datei des Themas ausgeben, wie sie ist, um mit ihr eine geänderte zu beginnen",
    ),
    "help.missed": (
        "show the sentences that are not taken as well",
        "auch die Sätze zeigen, die nicht erfasst werden",
    ),
}
