"""Many at once: processes that write into one corpus at the same time, beside a person's changes and git's own work.

10 processes x 20 resolutions  ->  200 commits, none lost, none empty, git fsck clean
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from torture.report import ORGANISATION, Options, Report, begun, call, environment, git, progress

_PROCESSES, _EACH = 10, 20
_WRITER = """
import sys
from pathlib import Path
from libcorpus import ArchiveRequest, Corpus
corpus = Corpus.open("corpus")
number = int(sys.argv[1])
for one in range(int(sys.argv[2])):
    path = Path(f"texts/{number}-{one}.txt")
    corpus.archive(path, ArchiveRequest(organisation="morgenrot-lindenfurt"))
"""
_TEXT = """Beschluss Kurs Nummer {number}

Gremium: Mitgliederversammlung
Beschlussdatum: 14.03.2015
Tagesordnungspunkt: {number}. Kurse

Text

- 1 Die Stadt soll im Haus Nummer {number} einen Kurs anbieten, der allen offensteht, die in
2 der Stadt leben.
"""


def run(options: Options) -> list[Report]:
    """Let many write at once, and two the same."""
    del options
    with tempfile.TemporaryDirectory(prefix="libcorpus-torture-") as name:
        return [_many(Path(name) / "many"), _same(Path(name) / "same")]


def _texts(folder: Path) -> None:
    (folder / "texts").mkdir()
    for process in range(_PROCESSES):
        for one in range(_EACH):
            text = _TEXT.format(number=process * _EACH + one + 1)
            (folder / f"texts/{process}-{one}.txt").write_text(text, "utf-8")


def _many(folder: Path) -> Report:
    report = Report(f"parallel writers: {_PROCESSES} x {_EACH}")
    begun(folder)
    _texts(folder)
    corpus = folder / "corpus"
    mine = _own_changes(corpus)
    before = int(git(corpus, "rev-list", "--count", "HEAD"))
    writers = [_writer(folder, number) for number in range(_PROCESSES)]
    packing = subprocess.Popen(["git", "gc", "--quiet"], cwd=corpus, env=environment(folder))
    while any(writer.poll() is None for writer in writers):
        progress(f"writers: {int(git(corpus, 'rev-list', '--count', 'HEAD')) - before} commits")
        try:
            writers[0].wait(2)
        except subprocess.TimeoutExpired:
            continue
    packing.wait()
    for writer in writers:
        _, err = writer.communicate()
        if writer.returncode:
            report.findings.append(err.decode()[-600:])
    report.times = int(git(corpus, "rev-list", "--count", "HEAD")) - before
    report.findings += _wrong(corpus, report.times, mine)
    return report


def _writer(folder: Path, number: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(number), str(_EACH)],
        cwd=folder,
        env=environment(folder),
        stderr=subprocess.PIPE,
    )


def _own_changes(corpus: Path) -> str:
    """What a person has staged and changed in the same repository, which must stay as it is."""
    (corpus / "README.md").write_text("Mein Entwurf.\n", "utf-8")
    git(corpus, "add", "README.md")
    (corpus / "README.md").write_text("Mein Entwurf, noch einmal geändert.\n", "utf-8")
    return git(corpus, "diff", "--cached") + git(corpus, "diff")


def _wrong(corpus: Path, commits: int, mine: str) -> list[str]:
    found = []
    if commits != _PROCESSES * _EACH:
        found.append(f"{commits} commits")
    if git(corpus, "diff", "--cached") + git(corpus, "diff") != mine:
        found.append("the changes of a person were touched")
    empty = [one for one in git(corpus, "log", "--format=%h %T").split("\n") if one]
    trees = [one.split(" ")[1] for one in empty]
    if len(trees) != len(set(trees)):
        found.append("a commit is empty")
    fsck = subprocess.run(["git", "fsck", "--strict"], cwd=corpus, capture_output=True, text=True)
    if fsck.returncode:
        found.append(fsck.stderr)
    return found


def _same(folder: Path) -> Report:
    """Two that file the same: one commit and one clear refusal."""
    report = Report("parallel writers: two of the same")
    begun(folder)
    (folder / "texts").mkdir()
    for turn in range(10):
        progress(f"two of the same: {turn}")
        (folder / "texts/0-0.txt").write_text(_TEXT.format(number=1000 + turn), "utf-8")
        before = int(git(folder / "corpus", "rev-list", "--count", "HEAD"))
        both = [
            subprocess.Popen(
                [
                    sys.executable,
                    "-c",
                    "from libcorpus.cli import main; main()",
                    "archive",
                    "texts/0-0.txt",
                    *ORGANISATION,
                ],
                cwd=folder,
                env=environment(folder),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            for _ in range(2)
        ]
        ends = sorted((one.communicate()[1].decode(), one.returncode) for one in both)
        report.times += 1
        made = int(git(folder / "corpus", "rev-list", "--count", "HEAD")) - before
        codes = sorted(code for _, code in ends)
        if made != 1 or codes != [0, 2]:
            report.findings.append(f"{made} commits, {ends}")
    if call(folder, "check").returncode:
        report.findings.append("check")
    return report
