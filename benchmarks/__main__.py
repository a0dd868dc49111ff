"""The figures of libcorpus, in one run on the same inputs: ``python -m benchmarks [--data FOLDER] [NAME ...]``.

Milliseconds swing with the machine; what counts are the ratios, taken in turns within one run.
Nothing here fails by time.
"""

import argparse
import importlib
import sys
from pathlib import Path

SECTIONS = {
    "speed": "whole commands, against an empty Python and git diff --word-diff",
    "topics": "passages of a topic, against those marked by hand in the examples",
    "related": "counterparts in programmes written anew, against those marked by hand",
    "readers": "printed lines, blocks and characters of PDF and other files, fixtures with known truth and real ones",
    "size": "positions over 2,000 generated resolutions of 200 lines, with an empty cache and with a full one",
    "align": "accounts of sentences, against difflib, rapidfuzz and git",
}


def main() -> None:
    """Run the sections that were named, or all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--data", type=Path, help="a folder of real texts; without it those parts are left out")
    parser.add_argument("sections", nargs="*", choices=[[], *SECTIONS], default=[])
    options = parser.parse_args()
    if options.data and not options.data.is_dir():
        sys.exit(f"{options.data}: this is no folder")
    for name in options.sections or SECTIONS:
        print(f"\n== {name}: {SECTIONS[name]}\n", flush=True)
        importlib.import_module(f"benchmarks.{name}").run(options.data)


if __name__ == "__main__":
    main()
