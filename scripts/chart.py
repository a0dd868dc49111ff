"""Draws docs/quality.svg: quality against time, from what the benchmark printed.

    .venv/bin/python -m benchmarks align --data FOLDER | .venv/bin/python scripts/chart.py

Quality is F1 over changed links, time is milliseconds a pair of texts on a logarithmic scale: up and left is better.
What is below the scale stands on its lower edge with its figure. Colours are classes, so the picture suits light and
dark pages; our own point differs in shape as well. No library is needed.
"""

import re
import sys
from math import ceil, floor, log10
from pathlib import Path
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

ROOT: Final = Path(__file__).resolve().parents[1]
PICTURE: Final = ROOT / "docs" / "quality.svg"
OURS: Final = "libcorpus"
# Inputs by the name the benchmark gives them, with the title of their panel. One that was not measured is left out.
PANELS: Final = {
    "argrewrite": "Essays, 86 pairs of drafts",
    "law_silver": "Federal laws, 5 pairs",
    "generated, heavy edits, 200 lines": "Made up, heavy edits, 200 lines",
    "generated, usual edits, 3000 lines": "Made up, usual edits, 3,000 lines",
}
LOWEST, STEP = 0.75, 0.05
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 460, 300, 52, 118, 44, 44
LINE: Final = 14
NAME_WIDTH: Final = 112
STYLE: Final = """
    .page { fill: #ffffff; stroke: #d0d7de }
    text { font: 12px system-ui, 'DejaVu Sans', 'Liberation Sans', Arial, sans-serif; fill: #1f2328 }
    .title { font-weight: bold; font-size: 13px } .quiet { fill: #59636e } .ours { fill: #1a7f37; font-weight: bold }
    .grid { stroke: #d8dee4 } .lead { stroke: #8c959f }
    .other { fill: #59636e } .mine { fill: #1a7f37 }
    @media (prefers-color-scheme: dark) {
      .page { fill: #0d1117; stroke: #30363d } text { fill: #e6edf3 } .quiet { fill: #9198a1 } .ours { fill: #56d364 }
      .grid { stroke: #262c36 } .lead { stroke: #6e7681 }
      .other { fill: #9198a1 } .mine { fill: #56d364 }
    }
"""


class Point(NamedTuple):
    """One way of linking on one input."""

    name: str
    changed: float
    milliseconds: float


_INPUT: Final = re.compile(r"^(\S.*) \(\d+ pairs of texts\)$")
_ROW: Final = re.compile(
    r"^  (\S.{16}\S| *\S.*?) +[\d.]+ [\d.]+ [\d.]+ +([\d.]+) +\S+ +\S+ +\S+ +[\d.]+ [\d.]+ +([\d.]+) +[\d.]+$"
)


def main() -> None:
    """Read the figures from the standard input, draw."""
    found = read(sys.stdin.read())
    panels = [(title, found[name]) for name, title in PANELS.items() if name in found]
    if not panels:
        sys.exit("no figures on the standard input; python -m benchmarks align prints them")
    PICTURE.write_text(drawn(panels), encoding="utf-8")
    print(PICTURE.relative_to(ROOT))


def read(printed: str) -> dict[str, list[Point]]:
    """The points of each input."""
    found: dict[str, list[Point]] = {}
    name = ""
    for line in printed.split("\n"):
        if match := _INPUT.match(line):
            name = match[1]
        elif name and (match := _ROW.match(line)):
            found.setdefault(name, []).append(Point(match[1].strip(), float(match[2]), float(match[3])))
    return found


def drawn(panels: list[tuple[str, list[Point]]]) -> str:
    """All panels, two in a row."""
    rows = (len(panels) + 1) // 2
    width, height = WIDTH * min(2, len(panels)), HEIGHT * rows + 30
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'role="img">',
        "  <title>Quality against time: F1 over changed links, and milliseconds a pair of texts</title>",
        f"  <desc>{escape(described(panels))}</desc>",
        f"  <style>{STYLE}  </style>",
        f'  <rect class="page" x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="6"/>',
    ]
    for number, (title, points) in enumerate(panels):
        parts.append(f'  <g transform="translate({number % 2 * WIDTH} {number // 2 * HEIGHT})">')
        parts += panel(title, points)
        parts.append("  </g>")
    parts.append(
        f'  <text class="quiet" x="{LEFT}" y="{height - 16}">F1 over changed links (upwards) against milliseconds a '
        "pair of texts (to the right, logarithmic). Up and left is better.</text>"
    )
    return "\n".join([*parts, "</svg>"]) + "\n"


def described(panels: list[tuple[str, list[Point]]]) -> str:
    """The figures in words, for who cannot see the picture."""
    return " ".join(
        f"{title}: " + ", ".join(f"{p.name} {p.changed:.3f} in {p.milliseconds:g} ms" for p in points) + "."
        for title, points in panels
    )


def panel(title: str, points: list[Point]) -> list[str]:
    """One panel: grid, points, names."""
    low = floor(log10(min(point.milliseconds for point in points)))
    high = ceil(log10(max(point.milliseconds for point in points)))
    across, up = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def x(milliseconds: float) -> float:
        return LEFT + across * (log10(milliseconds) - low) / (high - low)

    def y(quality: float) -> float:
        return TOP + up * (1 - (max(quality, LOWEST) - LOWEST) / (1 - LOWEST))

    parts = [f'    <text class="title" x="{LEFT}" y="24">{escape(title)}</text>']
    for step in range(round((1 - LOWEST) / STEP) + 1):
        value = LOWEST + step * STEP
        parts.append(f'    <path class="grid" d="M{LEFT} {y(value):.1f}H{LEFT + across}"/>')
        parts.append(
            f'    <text class="quiet" x="{LEFT - 8}" y="{y(value) + 4:.1f}" text-anchor="end">{value:.2f}</text>'
        )
    for power in range(low, high + 1):
        at = x(10.0**power)
        parts.append(f'    <path class="grid" d="M{at:.1f} {TOP}V{TOP + up}"/>')
        label = f"{10.0**power:g} ms" if power < 3 else f"{10 ** (power - 3)} s"
        parts.append(f'    <text class="quiet" x="{at:.1f}" y="{TOP + up + 18}" text-anchor="middle">{label}</text>')
    placed = names([(point, x(point.milliseconds), y(point.changed)) for point in points])
    for point, px, py, ny in placed:
        parts += mark(point, px, py, ny)
    return parts


def names(points: list[tuple[Point, float, float]]) -> list[tuple[Point, float, float, float]]:
    """Points with the height of their names, none of which stands on another."""
    placed: list[tuple[Point, float, float, float]] = []
    # Ours first: its name stands where it belongs; the others give way downwards, on the lower edge upwards.
    for point, px, py in sorted(points, key=lambda found: (found[0].name != OURS, found[2], found[1])):
        height = py + 4
        step = -1 if point.changed < LOWEST else 1
        names_near = [other for _, ox, _, other in placed if abs(px - ox) < NAME_WIDTH]
        points_near = [oy + 4 for _, ox, oy in points if px < ox < px + NAME_WIDTH]
        while any(abs(height - other) < LINE for other in names_near) or any(
            abs(height - other) < LINE - 3 for other in points_near
        ):
            height += step
        placed.append((point, px, py, height))
    return placed


def mark(point: Point, px: float, py: float, height: float) -> list[str]:
    """A point with its name: a diamond for ours, a disc for others, a triangle for what is below the scale."""
    below = point.changed < LOWEST
    words = f"{point.name} {point.changed:.2f}" if below else point.name
    if point.name == OURS:
        shape = f'<path class="mine" d="M{px:.1f} {py - 7:.1f}l7 7l-7 7l-7 -7z"/>'
    elif below:
        shape = f'<path class="other" d="M{px - 5:.1f} {py - 5:.1f}h10l-5 9z"/>'
    else:
        shape = f'<circle class="other" cx="{px:.1f}" cy="{py:.1f}" r="4.5"/>'
    kind = ' class="ours"' if point.name == OURS else ""
    parts = [f"    {shape}", f'    <text{kind} x="{px + 11:.1f}" y="{height:.1f}">{escape(words)}</text>']
    if abs(height - py - 4) > LINE / 2:
        parts.insert(0, f'    <path class="lead" d="M{px:.1f} {py:.1f}L{px + 9:.1f} {height - 4:.1f}"/>')
    return parts


if __name__ == "__main__":
    main()
