"""Runs the heavy tests and prints what they came to: ``python -m torture [--minutes M] [NAME ...]``.

Each part prints a line of progress on standard error; at the end stands a table: what was tried, how often, and the
findings. Ends with 1 where there are findings.
"""

import argparse
import importlib
import sys
import time

from torture.report import Options, Report, progress

PARTS = {
    "kills": "kill points: the process group ends at each file operation, each step of git, and while it is put right",
    "writers": "parallel writers: ten processes, one corpus",
    "places": "full disk, read-only folder, removed .git",
    "hostile": "hostile inputs",
    "fuzz": "fuzzing: every reader and every parser",
}


def main() -> None:
    """Run the parts that were named, or all."""
    parser = argparse.ArgumentParser(prog="python -m torture")
    parser.add_argument("--minutes", type=float, default=2.0, help="minutes of fuzzing")
    parser.add_argument("--every", type=int, default=1, help="take every n-th kill point only")
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], default=[])
    arguments = parser.parse_args()
    options = Options(arguments.minutes, max(1, arguments.every))
    reports: list[Report] = []
    for name in arguments.parts or PARTS:
        began = time.monotonic()
        part = importlib.import_module(f"torture.{name}")
        reports += part.run(options)
        progress("")
        print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    _table(reports)
    sys.exit(any(report.findings for report in reports))


def _table(reports: list[Report]) -> None:
    width = max(len(report.what) for report in reports)
    print(f"{'tried':{width}}  {'times':>7}  {'findings':>8}")
    for report in reports:
        print(f"{report.what:{width}}  {report.times:>7}  {len(report.findings):>8}")
    for report in reports:
        for finding in report.findings[:20]:
            print(f"\n{report.what}: {finding}")


if __name__ == "__main__":
    main()
