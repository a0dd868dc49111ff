"""One text, written by another program in several formats, reads the same from each of them."""

from pathlib import Path

import pytest

from tests.readers.drafts import draft_of, page

pypandoc = pytest.importorskip("pypandoc")

TEXT = """---
title: Wohnen für alle
lang: de
---

# Präambel

Die Stadt[^1] soll *Wege* bauen – und **mehr**. Migrant\\*innen sind dabei. Siehe [Konzept](https://example.org).

## Mieten

1. Erstens.

   Ein weiterer Absatz.

    1. Unterpunkt eins
    2. Unterpunkt zwei

        - tief
        - tiefer

2. Zweitens.

Dazwischen.

- Ein Punkt
- Noch ein Punkt
    - darin

> Zitat eins.
>
> Zitat zwei.

| Jahr | Kurse | Ort |
|------|-------|-----|
| 2019 | 35 | Nord |
| 2020 | a \\| b | |

### Tief

Zeile eins\\
Zeile zwei

Haupt- und Ehrenamt, 20 % bis 2030, „Zitat“.[^2]

[^1]: Die Fußnote. Mit zwei Sätzen.

[^2]: Noch eine.

    Mit zwei Absätzen.
"""

EXPECTED = """# Präambel

Die Stadt[^1] soll Wege bauen – und mehr.
Migrant*innen sind dabei.
Siehe Konzept.

## Mieten

1. Erstens.

  Ein weiterer Absatz.

  1. Unterpunkt eins

  2. Unterpunkt zwei

    - tief

    - tiefer

2. Zweitens.

Dazwischen.

- Ein Punkt

- Noch ein Punkt

  - darin

> Zitat eins.

> Zitat zwei.

| Jahr | Kurse | Ort |
| 2019 | 35 | Nord |
| 2020 | a \\| b | |

### Tief

Zeile eins

Zeile zwei

Haupt- und Ehrenamt, 20 % bis 2030, „Zitat“.[^2]

[^1]: Die Fußnote.
  Mit zwei Sätzen.

[^2]: Noch eine.
  Mit zwei Absätzen.
"""


@pytest.mark.parametrize(
    ("form", "reader"),
    [("docx", "docx 1"), ("odt", "odt 1"), ("html", "html 1"), ("epub", "pandoc 1"), ("rst", "pandoc 1")],
)
def test_what_another_program_wrote_reads_the_same(form: str, reader: str, tmp_path: Path) -> None:
    source, written = tmp_path / "a.md", tmp_path / f"a.{form}"
    source.write_text(TEXT, encoding="utf-8")
    pypandoc.convert_file(str(source), form, outputfile=str(written), extra_args=["--standalone"])
    draft = draft_of(written.read_bytes(), written.name)
    assert draft.reader == reader
    assert draft.metadata["title"] == "Wohnen für alle"
    assert page(draft) == EXPECTED


def test_our_own_reader_of_markdown_says_the_same() -> None:
    draft = draft_of(TEXT.encode(), "a.md")
    assert draft.metadata["title"] == "Wohnen für alle"
    assert page(draft) == EXPECTED
