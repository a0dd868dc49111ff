"""Everything that was made to harm, tried against the program: the attacks of ``tests/hostile`` and the heavy files.

files      bombs, loops and depth, each read by a process of its own, with its time and memory looked at
attacks    names, links, records, outputs, git: the tests, counted by attack
"""

import re
import subprocess
import sys
import time
from typing import Final

from torture.report import ROOT, Options, Report, progress

# Nobody waits longer for a file; the reader's own limits are below that.
SECONDS: Final = 900
# Megabytes beside the file, of the process that asked; the one that reads has a limit of its own.
MEGABYTES: Final = 2000
_ATTACKS: Final = {
    "attacks: names, ids, links": "test_names.py",
    "attacks: what is shown": "test_outputs.py",
    "attacks: git, hooks, configuration": "test_git.py",
    "attacks: records, journal, seals": "test_records.py",
    "attacks: limits of reading": "test_files.py",
    "long life: clones of all kinds": "test_long_life.py",
    "cases that fuzzing found": "test_fuzz.py",
}
_COUNT: Final = re.compile(r"(\d+) (passed|failed|errors?)\b")
_FAILED: Final = re.compile(r"(?m)^(?:FAILED|ERROR) (.*)$")


def run(options: Options) -> list[Report]:
    """Try all of it."""
    del options
    return [_files(), *(_attacks(what, name) for what, name in _ATTACKS.items())]


def _files() -> Report:
    from tests.hostile.files import FILES
    from tests.hostile.test_files import MEASURED

    report = Report("files made to harm")
    for number, name in enumerate(FILES, start=1):
        progress(f"files: {number} of {len(FILES)}: {name}")
        report.times += 1
        began = time.monotonic()
        try:
            done = subprocess.run(
                [sys.executable, "-c", MEASURED, name], cwd=ROOT, capture_output=True, text=True, timeout=SECONDS
            )
        except subprocess.TimeoutExpired:
            report.findings.append(f"{name}: more than {SECONDS} s")
            continue
        seconds = time.monotonic() - began
        progress("")
        key, _, used = done.stdout.strip().partition("|")
        print(f"  {name:34} {key or 'read':20} {seconds:6.1f} s {used:>5} MB", file=sys.stderr, flush=True)
        if done.returncode:
            report.findings.append(f"{name}: {done.stderr[-500:]}")
        elif key not in FILES[name][2]:
            report.findings.append(f"{name}: {key}, expected one of {', '.join(FILES[name][2])}")
        elif int(used) > MEGABYTES:
            report.findings.append(f"{name}: {used} MB")
    return report


def _attacks(what: str, name: str) -> Report:
    report = Report(what)
    progress(what)
    command = [sys.executable, "-m", "pytest", "-o", "addopts=", "--import-mode=importlib", "-q", "-rfE", "--tb=no"]
    done = subprocess.run([*command, f"tests/hostile/{name}"], cwd=ROOT, capture_output=True, text=True)
    counts = {kind: int(count) for count, kind in _COUNT.findall(done.stdout)}
    report.times = sum(counts.values())
    report.findings = _FAILED.findall(done.stdout)
    if not report.times:
        report.findings.append(f"{name}: no test ran: {done.stdout[-300:]} {done.stderr[-300:]}")
    return report
