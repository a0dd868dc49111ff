"""One row of the table of sentences."""

from typing import NamedTuple


class Wording(NamedTuple):
    """One kind of problem: its severity, its sentence and the way out, in both languages."""

    severity: str
    en: str
    de: str
    hint_en: str = ""
    hint_de: str = ""
