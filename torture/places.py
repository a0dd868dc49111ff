"""Where nothing can be written: a disk that is full, a folder that is read-only, a ``.git`` that is gone.

    a file system of 600 kB with a corpus on it  ->  archive: an error that says so, and the corpus as it was

The disk and the folder are real ones, mounted for the trial in a name space of its own; where that is not allowed, it
says so and tries less.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from torture.report import EXAMPLES, ORGANISATION, Options, Report, begun, call, environment, git, progress

_FILE = str(EXAMPLES / "2019-11-16-vielfalt-und-teilhabe.txt")
_FREE = (0, 4, 8, 12, 16, 20, 24, 32, 40, 48, 64, 80)


def run(options: Options) -> list[Report]:
    """Try to file where it cannot be."""
    del options
    with tempfile.TemporaryDirectory(prefix="libcorpus-torture-") as name:
        base = Path(name)
        begun(base / "begun")
        return [_tried(what, way, base) for what, way in _WAYS.items()]


def _tried(what: str, way: Callable[[Path], Iterator[str]], base: Path) -> Report:
    report = Report(what)
    progress(what)
    folder = base / "work"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(base / "begun", folder, symlinks=True)
    for finding in way(folder):
        report.times += 1
        report.findings += [finding] if finding else []
    return report


def state(corpus: Path) -> str:
    """HEAD, what differs from it, and what lies about."""
    return git(corpus, "rev-parse", "HEAD") + git(corpus, "status", "--porcelain", "-uall", "--ignored")


def _mounted(folder: Path, mount: str, free: int = 0) -> subprocess.CompletedProcess[str]:
    """Try to file in a folder over which something is mounted, which nobody else sees."""
    trial = "from torture.places import trial; import sys; trial(sys.argv[1], int(sys.argv[2]))"
    script = f'set -e; {mount}; cd /; exec "$0" -c "$1" "$2" "$3"'
    command = ["unshare", "-m", "sh", "-c", script, sys.executable, trial, str(folder), str(free)]
    return subprocess.run(command, env=environment(folder), capture_output=True, text=True)


def trial(folder: str, free: int) -> None:
    """File inside of a mounted folder; prints what is wrong. With ``free`` so many kilobytes are left before."""
    place = Path(folder)
    before = state(place / "corpus")
    if free:
        _fill(place, free)
    done = call(place, "archive", _FILE, *ORGANISATION)
    (place / "ballast").unlink(missing_ok=True)
    filed = done.returncode == 0 and free and state(place / "corpus").count("\n") == 1
    refused = done.returncode == 2 and state(place / "corpus") == before and "Traceback" not in done.stderr
    print("" if filed or refused else f"{free} kB: {done.returncode} {done.stderr[-900:]} {state(place / 'corpus')}")
    if call(place, "check").returncode:
        print(f"{free} kB: check")


def _fill(place: Path, free: int) -> None:
    """Fill the disk up to so many kilobytes."""
    with (place / "ballast").open("wb", buffering=0) as ballast:
        left = shutil.disk_usage(place).free - free * 1024
        ballast.write(b"\0" * max(0, left))


def _full(folder: Path) -> Iterator[str]:
    """A small disk with ever more room left: it is full at one step after the other."""
    for free in _FREE:
        mount = (
            f'cp -a "{folder}" "{folder}.kept"; mount -t tmpfs -o size=4m none "{folder}"; '
            f'cp -a "{folder}.kept/." "{folder}"; rm -rf "{folder}.kept"'
        )
        done = _mounted(folder, mount, free or 1)
        yield _said(done)


def _read_only(folder: Path) -> Iterator[str]:
    for place in (folder / "corpus/resolutions", folder / "corpus/.git", folder / "corpus"):
        yield _said(_mounted(folder, f'mount --bind "{place}" "{place}"; mount -o remount,ro,bind "{place}"'))


def _said(done: subprocess.CompletedProcess[str]) -> str:
    if done.returncode and "unshare" in done.stderr:
        print(f"not tried, mounting is not allowed here: {done.stderr.strip()}", file=sys.stderr)
        return ""
    return (done.stdout + done.stderr[-600:]).strip() if done.returncode or done.stdout.strip() else ""


def _no_git(folder: Path) -> Iterator[str]:
    """Without ``.git`` nothing is written, and reading goes on."""
    corpus = folder / "corpus"
    (corpus / ".git").rename(folder / "kept")
    files = {path: path.read_bytes() for path in corpus.rglob("*") if path.is_file()}
    done = call(folder, "archive", _FILE, *ORGANISATION)
    same = files == {path: path.read_bytes() for path in corpus.rglob("*") if path.is_file()}
    yield "" if done.returncode == 2 and "no-repository" in done.stderr and same else f"archive: {done.stderr[-600:]}"
    for command in (("list",), ("show", "2009"), ("positions", "integration")):
        done = call(folder, *command)
        yield "" if done.returncode == 0 else f"{command}: {done.stderr[-600:]}"


_WAYS: dict[str, Callable[[Path], Iterator[str]]] = {
    "full disk": _full,
    "read-only folder": _read_only,
    "removed .git": _no_git,
}
