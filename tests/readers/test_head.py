"""What the lines before the text say about the resolution."""

import pytest

from libcorpus.readers.head import KEYS, Head, read_head


def head(text: str) -> Head:
    return read_head([(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()], "a.txt")


EXPECTED = {
    "Beschluss Wege\nGremium: LDK\nBeschlussdatum: 07.03.2020\nTagesordnungspunkt: 2.13. Wege\nText": {
        "title": "Wege",
        "body": "LDK",
        "adopted_on": "2020-03-07",
        "agenda_item": "2.13",
        "agenda_title": "Wege",
        "kind": "resolution",
    },
    "Beschluss vom 7. März 2020\nRadwege für alle\nGremium: LDK": {
        "title": "Radwege für alle",
        "body": "LDK",
        "adopted_on": "2020-03-07",
        "kind": "resolution",
    },
    "Beschluss der Mitgliederversammlung vom 7. März 2020\nTOP 5: Verkehr\nAntrag A3: Radwege": {
        "title": "Radwege",
        "body": "Mitgliederversammlung",
        "adopted_on": "2020-03-07",
        "agenda_item": "5",
        "agenda_title": "Verkehr",
        "kind": "resolution",
    },
    "Antrag A3: Radwege\nBeschlossen am: 7. März 2020": {
        "title": "Radwege",
        "adopted_on": "2020-03-07",
        "agenda_item": "A3",
        "kind": "resolution",
    },
    "Antrag A3: Radwege\nDatum: 7. März 2020": {
        "title": "Radwege",
        "adopted_on": "2020-03-07",
        "agenda_item": "A3",
        "kind": "motion",
    },
    "Radwege\nBeschlossen am 07.03.2020 von der Kreismitgliederversammlung": {
        "title": "Radwege",
        "body": "Kreismitgliederversammlung",
        "adopted_on": "2020-03-07",
        "kind": "resolution",
    },
    "Radwege\nLandesdelegiertenkonferenz, 7. März 2020 in Lindenfurt": {
        "title": "Radwege",
        "body": "Landesdelegiertenkonferenz",
        "adopted_on": "2020-03-07",
        "kind": "resolution",
    },
    # A title with a colon in it, and one with a date that is none of adoption.
    "Beschluss Programm 2009: Gemeinsam gestalten\nDatum: 2009-03-14": {
        "title": "Programm 2009: Gemeinsam gestalten",
        "adopted_on": "2009-03-14",
        "kind": "programme",
    },
    "Radwege bis 31.12.2025 bauen\nDatum: 2020": {
        "title": "Radwege bis 31.12.2025 bauen",
        "adopted_on": "2020",
        "kind": "resolution",
    },
    "Datum: 31.02.2020\nTitel: Satzung": {"title": "Satzung", "adopted_on": "31.02.2020", "kind": "statutes"},
    "Entwurf: Grundsatzprogramm": {"title": "Grundsatzprogramm", "kind": "draft"},
    "TOP 5: Wohnen": {"agenda_item": "5", "agenda_title": "Wohnen", "title": "Wohnen", "kind": "resolution"},
    "Gemeinsam für eine Stadt, in der Kinder und Jugendliche aus\nallen Stadtteilen gehört werden": {
        "title": "Gemeinsam für eine Stadt, in der Kinder und Jugendliche aus allen Stadtteilen gehört werden",
        "kind": "resolution",
    },
    "": {"kind": "resolution"},
}


@pytest.mark.parametrize("text", EXPECTED, ids=range(len(EXPECTED)))
def test_a_head_names_these_fields(text: str) -> None:
    found = head(text)
    assert found.metadata == EXPECTED[text]
    assert found.remarks == ()


VALUES = {
    "adopted_on": ("7. März 2020", "2020-03-07"),
    "valid_until": ("31.12.2025", "2025-12-31"),
    "agenda": ("TOP 2.13. Wege", "2.13"),
    "number": ("V-07", "V-07"),
}
FIELDS = {"agenda": "agenda_item", "number": "agenda_item"}


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("written", [str.lower, str.title, str.upper])
def test_every_key_fills_its_field(key: str, written: object) -> None:
    field = KEYS[key]
    value, expected = VALUES.get(field, ("Ein Wert", "Ein Wert"))
    assert callable(written)
    found = head(f"Erste Zeile\n{written(key)} : {value}")
    assert found.metadata[FIELDS.get(field, field)] == (expected if field != "title" else "Erste Zeile")
    assert found.remarks == ()


def test_what_names_no_field_is_kept_and_remarked() -> None:
    found = head("Radwege\n\nOrt: Lindenfurt\nAntragsteller*in: Vorstand")
    assert [(left.kind, left.text) for left in found.left_out] == [
        ("metadata", "Radwege"),
        ("other", "Ort: Lindenfurt"),
        ("other", "Antragsteller*in: Vorstand"),
    ]
    assert [(remark.key, remark.place) for remark in found.remarks] == [
        ("head-line", "a.txt:3"),
        ("head-line", "a.txt:4"),
    ]
