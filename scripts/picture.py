"""Draws docs/positions.svg, what `libcorpus positions` prints on a terminal, with its colours; and docs/lanes.svg.

    python scripts/picture.py

The examples are filed in a temporary folder and the command is run on a terminal of its own. Of each kind of change
one is shown; "…" stands for the others. The colours are classes, so the picture suits light and dark pages.
"""

import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.test_docs import Session  # noqa: E402

PICTURE: Final = ROOT / "docs" / "positions.svg"
LANES: Final = ROOT / "docs" / "lanes.svg"
COMMAND: Final = "libcorpus positions integration --to 2019 --lang de"
COLUMNS: Final = 100
# How many lines of the timeline are shown, and of which kinds of change no example.
ROWS: Final = 14
UNSHOWN: Final = ("geteilt", "zusammengefasst", "verschoben")
CHARACTER, LINE, MARGIN = 8.0, 19, 20
REST: Final = "    \x1b[2m…\x1b[0m"
CLASSES: Final = {"1": "strong", "2": "quiet", "31": "gone", "32": "new", "33": "changed", "36": "moved"}
STYLE: Final = """
    .page { fill: #ffffff; stroke: #d0d7de }
    text { font: 13px ui-monospace, 'DejaVu Sans Mono', 'Liberation Mono', Menlo, Consolas, monospace; fill: #1f2328 }
    .strong { font-weight: bold } .quiet { fill: #59636e }
    .gone { fill: #c01c28 } .new { fill: #1a7f37 } .changed { fill: #8a6000 } .moved { fill: #0a6e78 }
    @media (prefers-color-scheme: dark) {
      .page { fill: #0d1117; stroke: #30363d } text { fill: #e6edf3 } .quiet { fill: #9198a1 }
      .gone { fill: #ff8078 } .new { fill: #56d364 } .changed { fill: #e3b341 } .moved { fill: #56d4dd }
    }
"""


def main() -> None:
    """File the examples, run the command, draw."""
    with tempfile.TemporaryDirectory() as home:
        session = Session(Path(home))
        for command in (
            "libcorpus init corpus",
            "libcorpus archive examples --organisation morgenrot-lindenfurt"
            ' --organisation-name "Bürgerliste Morgenrot Lindenfurt"',
        ):
            code, out = session.command(command)
            assert code == 0, out
        lines = on_terminal(COMMAND, session)
        shutil.copy(plotted(session), LANES)
    PICTURE.write_text(drawn([f"$ {COMMAND}", "", *excerpt(lines)]), encoding="utf-8")
    print(PICTURE.relative_to(ROOT))


def plotted(session: Session) -> Path:
    """The lanes of the examples, as the command draws them."""
    code, out = session.command(f"{COMMAND} --plot lanes.svg")
    assert code == 0, out
    return session.work / "lanes.svg"


def on_terminal(command: str, session: Session) -> list[str]:
    """What a command prints on a terminal of our width, escape sequences included, and no progress."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    environment = {**session.environment(), "TERM": "xterm", "COLUMNS": str(COLUMNS)}
    with subprocess.Popen(
        ["sh", "-c", command], cwd=session.work, env=environment, stdout=its, stderr=subprocess.DEVNULL
    ):
        os.close(its)
        data = b""
        # The terminal ends with an error once the program has closed its side.
        while chunk := _read(ours):
            data += chunk
    os.close(ours)
    return data.decode("utf-8").replace("\r\n", "\n").removesuffix("\n").split("\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def plain(line: str) -> str:
    """A line without escape sequences."""
    return re.sub(r"\x1b\[[0-9;]*m", "", line)


def excerpt(lines: list[str]) -> list[str]:
    """The head, some rows of the timeline, and of each kind of change the first; "…" for the others."""
    words = [plain(line) for line in lines]
    heading = next(number for number, line in enumerate(words) if line.startswith(" " * 20))
    legend = next(number for number, line in enumerate(words) if line.startswith("+ "))
    report = next(number for number, line in enumerate(words) if number > legend and not line)
    rows = lines[heading : heading + ROWS]
    return [*lines[:2], "", *rows, REST, *lines[legend:report], "", *_changes(lines[report + 1 :])]


def _changes(lines: list[str]) -> list[str]:
    result: list[str] = []
    entries = 0
    for line in lines:
        words = plain(line)
        indent = len(words) - len(words.lstrip(" "))
        # Headlines of kinds stand at two blanks, matters at four, an entry at six and its words at eight.
        entries = 0 if indent <= 2 else entries + (indent == 6)
        kind = re.split(r"[^\w ]", words.strip())[0]
        # The line of counts may go on with one of these words, and ends with no number behind a colon.
        skipped = indent == 2 and re.search(r": \d+$", words) and kind in UNSHOWN
        if indent <= 2:
            whole = not skipped
        if whole and (indent <= 2 or (entries <= 1 and (indent != 4 or entries == 0))):
            result.append(_fitting(line, words))
        elif result[-1] != REST and not skipped:
            result.append(REST)
    return result


def _fitting(line: str, words: str) -> str:
    """A line that is too long for the picture is cut, and loses its colours."""
    return line if len(words) <= COLUMNS else f"{words[: COLUMNS - 1]}…"


def runs(line: str) -> Iterator[tuple[str, str]]:
    """The pieces of a line with the class of each."""
    kind = ""
    for piece in re.split(r"(\x1b\[[0-9;]*m)", line):
        if match := re.fullmatch(r"\x1b\[([0-9;]*)m", piece):
            kind = CLASSES.get(match[1], "")
        elif piece:
            yield kind, piece


def drawn(lines: list[str]) -> str:
    """The lines as SVG; each run has its place and length, so that any monospaced font fits."""
    width = int(max(len(plain(line)) for line in lines) * CHARACTER) + 2 * MARGIN
    height = len(lines) * LINE + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'role="img">',
        f"  <title>{escape(COMMAND)}</title>",
        f"  <style>{STYLE}  </style>",
        f'  <rect class="page" x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="6"/>',
    ]
    for number, line in enumerate(lines):
        column = 0
        for kind, piece in runs(line):
            words = piece.strip(" ")
            if words:
                x = MARGIN + (column + len(piece) - len(piece.lstrip(" "))) * CHARACTER
                own = f' class="{kind}"' if kind else ""
                place = f'x="{x:g}" y="{MARGIN + 13 + number * LINE}" textLength="{len(words) * CHARACTER:g}"'
                parts.append(f'  <text{own} {place} xml:space="preserve">{escape(words)}</text>')
            column += len(piece)
    return "\n".join([*parts, "</svg>"]) + "\n"


if __name__ == "__main__":
    main()
