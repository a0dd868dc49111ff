"""What the commands say that prove the archive.

A part of the table in ``cli.words``.
"""

from typing import Final

PROMISES: Final[dict[str, tuple[str, str]]] = {
    "withdraw": (
        "Withdraw a resolution: a tombstone with the reason stays, its text may be removed.",
        "Einen Beschluss zurückziehen: ein Vermerk mit dem Grund bleibt, der Wortlaut kann entfernt werden.",
    ),
    "help.withdrawn_on": ("since when, today by default", "seit wann, sonst heute"),
    "help.remove_text": (
        "also remove text, printed lines, corrections and source from the tree; git keeps them in its history",
        "auch Wortlaut, gedruckte Zeilen, Berichtigungen und Quelle entfernen; in der Geschichte von git bleiben sie",
    ),
    "withdrawn": ("withdrawn since {on}: {reason}", "zurückgezogen seit {on}: {reason}"),
    "withdrawn-removed": (
        "the text was removed from the archive",
        "der Wortlaut wurde aus dem Archiv entfernt",
    ),
    "seal": (
        "Seal the corpus: a manifest with every hash in a tag, chained to the seal before.",
        "Das Korpus versiegeln: ein Verzeichnis aller Hashes in einem Tag, verkettet mit dem Siegel davor.",
    ),
    "help.sign": ("sign the tag, as git is configured to", "den Tag signieren, wie git eingerichtet ist"),
    "help.seal.output": (
        "write a copy of the manifest to this file, to be kept elsewhere",
        "eine Kopie des Verzeichnisses in diese Datei schreiben, zum Aufbewahren anderswo",
    ),
    "help.sealed": ("also hold the corpus against its seals", "das Korpus auch gegen seine Siegel halten"),
    "help.manifest": (
        "also hold it against this copy of a manifest, kept elsewhere",
        "es auch gegen diese anderswo aufbewahrte Kopie eines Verzeichnisses halten",
    ),
    "sealed": ("{seal}: {count} resolutions sealed", "{seal}: {count} Beschlüsse versiegelt"),
    "sealed.one": ("{seal}: {count} resolution sealed", "{seal}: {count} Beschluss versiegelt"),
    "more-remarks-json": (
        "and {count} more remarks of these kinds; --json has them all",
        "und {count} weitere Anmerkungen dieser Art; --json nennt alle",
    ),
    "more-remarks-json.one": (
        "and {count} more remark of these kinds; --json has them all",
        "und {count} weitere Anmerkung dieser Art; --json nennt alle",
    ),
    "sealing": ("hashed {done} resolutions", "{done} Beschlüsse erfasst"),
}
