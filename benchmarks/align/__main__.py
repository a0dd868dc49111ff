"""The figures of the account alone: ``python -m benchmarks.align --data FOLDER``; ``--grow`` adds long texts."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.align.measure import measure

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.align")
    parser.add_argument("--data", type=Path, help="folder with alignment/*.jsonl; without it these are left out")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is timed (default 5)")
    parser.add_argument("--grow", action="store_true", help="show growth up to 300,000 printed lines")
    options = parser.parse_args()
    measure(options.data, options.rounds, grow=options.grow)
