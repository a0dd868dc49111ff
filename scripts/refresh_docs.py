"""Writes what the documents show anew, from real runs: sessions, Python examples, the table of keys, the picture.

    python scripts/refresh_docs.py [PAGE...]

Runs and compares with the code of tests/test_docs.py, so what it writes is what the test wants. A line ``...`` in a
session stays, with as many lines around it as before. Read what changed: ``git diff README.md docs``.
"""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts import picture  # noqa: E402
from tests.test_docs import FORMAT, PAGES, key_table, name_of, place_of_keys, refreshed, replay  # noqa: E402


def main() -> None:
    """Write the pages that are named, or all."""
    wanted = {Path(name).resolve() for name in sys.argv[1:]}
    for page in PAGES:
        if not wanted or page in wanted:
            refresh(page)
    if not wanted:
        picture.main()


def refresh(page: Path) -> None:
    """Write one page anew where it shows something else than what comes out."""
    before = page.read_text(encoding="utf-8")
    lines = before.split("\n")
    with tempfile.TemporaryDirectory() as home:
        ran = list(replay(page, Path(home)))
    for piece, seen in reversed(ran):
        if piece.first >= 0:
            lines[piece.first : piece.last] = refreshed(piece.shown, seen)
    if page == FORMAT:
        lines[place_of_keys(lines)] = key_table()
    after = "\n".join(lines)
    print(f"{name_of(page)}: {'as it was' if after == before else 'written anew'}")
    if after != before:
        page.write_text(after, encoding="utf-8")


if __name__ == "__main__":
    main()
