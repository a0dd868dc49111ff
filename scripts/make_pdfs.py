"""Writes the PDF files that the tests read, for a person to look at: one text in many manners of print, and a book.

    python scripts/make_pdfs.py FOLDER

They are drawn anew for each test, from ``tests/readers/pdf_pages.py``, and come out the same each time.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.readers.pdf_books import book  # noqa: E402
from tests.readers.pdf_pages import MANNERS, drawn, scan  # noqa: E402


def main() -> None:
    """Write all files into the folder that was named."""
    if len(sys.argv) != 2:
        sys.exit("give the folder to write to: python scripts/make_pdfs.py FOLDER")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, manner in MANNERS.items():
        file = re.sub(r"[^a-z0-9]+", "-", name.lower())
        (folder / f"{file}.pdf").write_bytes(drawn(manner).data)
    (folder / "beschlussbuch.pdf").write_bytes(book())
    (folder / "scan.pdf").write_bytes(scan())


if __name__ == "__main__":
    main()
