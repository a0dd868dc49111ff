"""Bombs and loops as input: read within bounds or refused with the limit, by the program and in its own process."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from libcorpus.flows.reading import read_source
from libcorpus.model.problems import LibcorpusError
from libcorpus.readers import limits
from libcorpus.readers import read as read_here
from tests.cli.conftest import ORGANISATION, Session
from tests.hostile.files import FILES, HEAVY, one_page, pdf, stream
from tests.readers.office import docx, p

LIGHT: Final = sorted(FILES.keys() - HEAVY)
MEASURED: Final = """
import resource, sys
from libcorpus.flows.reading import read_source
from libcorpus.model.problems import LibcorpusError
from tests.hostile.files import FILES
name, make, keys = FILES[sys.argv[1]]
data = make()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    read_source(data, name)
    key = ""
except LibcorpusError as error:
    key = error.problem.key
used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(key, used >> 10, sep="|")
"""
# Megabytes that our own process may take beside the file; the worker has a limit of its own.
MEMORY: Final = 1000


def _run(name: str) -> tuple[str, int]:
    """The key that is seen, and the megabytes it took."""
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, name], cwd=root, capture_output=True, text=True, check=True, timeout=900
    )
    key, used = done.stdout.strip().split("|")
    return key, int(used)


@pytest.mark.parametrize("attack", LIGHT)
def test_a_file_made_to_harm_is_read_within_bounds_or_refused(attack: str) -> None:
    key, used = _run(attack)
    assert key in FILES[attack][2]
    assert used < MEMORY


@pytest.mark.parametrize("attack", ["members that lead out", "entity of a file, DOCX", "PDF object that is itself"])
def test_the_program_says_so(corpus: Session, attack: str) -> None:
    name, make, _ = FILES[attack]
    path = corpus.write(f"eingang/{name}", make())
    before = sorted(path.name for path in corpus.folder.rglob("*") if ".git" not in path.parts)
    code, out, err = corpus(
        "archive", path, *ORGANISATION, "--adopted-on", "2020-03-07", "--title", "Wege", "--dry-run"
    )
    assert code in (0, 2)
    assert "Traceback" not in err
    assert "root:" not in out + err
    assert sorted(path.name for path in corpus.folder.rglob("*") if ".git" not in path.parts) == before
    assert not Path("/tmp/evil").exists()


# The limits themselves.


@pytest.fixture
def fresh() -> None:
    """A worker that nobody has asked yet."""
    while limits._IDLE:
        limits._IDLE.pop().end()


def _refused(data: bytes, name: str) -> str:
    with pytest.raises(LibcorpusError) as caught:
        limits.read(data, name)
    return str(caught.value)


WORD: Final = docx(p("Wohnen", "Titel") + p("Die Stadt baut Wege. Sie sind breit."))


def _outcome(read: Callable[[bytes, str], object], data: bytes, name: str) -> object:
    try:
        return read(data, name)
    except LibcorpusError as error:
        return str(error)


def test_what_the_worker_reads_is_what_is_read_here(fresh: None) -> None:
    page = b"<html><body><h1>Wege</h1><p>Die Stadt baut Wege.</p></body></html>"
    for name, data in (("a.docx", WORD), ("a.html", page), ("a.pdf", one_page(stream(b"")))):
        assert _outcome(read_here, data, name) == _outcome(limits.read, data, name)


def test_plain_text_is_read_without_another_process(fresh: None) -> None:
    for name in ("a.txt", "a.md", "a.adoc", "LIESMICH"):
        limits.read(b"Die Stadt baut Wege.\n", name)
    assert limits._IDLE == []


def test_one_worker_serves_many_files(fresh: None) -> None:
    limits.read(WORD, "a.docx")
    (first,) = limits._IDLE
    for _ in range(5):
        limits.read(WORD, "a.docx")
    assert len(limits._IDLE) == 1
    assert limits._IDLE[0] is first


def test_too_much_memory_is_refused_with_the_limit(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MEMORY", 200 << 20)
    many = docx("".join(f"<w:p><w:r><w:t>w{n * 7919}</w:t></w:r></w:p>" for n in range(300_000)))
    told = _refused(many, "a.docx")
    assert "[reading-limit]" in told
    assert "200 MB" in told
    # The next file is read as if nothing had been.
    monkeypatch.undo()
    assert limits.read(WORD, "a.docx").blocks


def test_too_much_processor_time_is_refused_with_the_limit(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    limits.read(WORD, "a.docx")
    monkeypatch.setattr(limits, "PROCESSOR_SECONDS", 1)
    told = _refused(b"<html><body>" + b"<ol><li>" * 19_000 + b"x" + b"<p>Wege." * 200_000, "a.html")
    assert "[reading-limit]" in told or "[nested-too-deep]" in told
    many = docx("".join(f"<w:p><w:r><w:t>w{n * 7919}</w:t></w:r></w:p>" for n in range(300_000)))
    told = _refused(many, "a.docx")
    assert "[reading-limit]" in told
    assert "1 s CPU" in told


def test_too_much_time_is_refused_with_the_limit(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.05)
    assert "[reading-limit]" in _refused(WORD, "a.docx")


def test_a_worker_that_crashes_costs_one_file(fresh: None) -> None:
    limits.read(WORD, "a.docx")
    limits._IDLE[0].process.kill()
    limits._IDLE[0].process.wait()
    assert limits.read(WORD, "a.docx").blocks
    os.kill(limits._IDLE[0].process.pid, 19)
    limits._IDLE[0].process.kill()
    assert limits.read(WORD, "a.docx").blocks


def test_text_that_nobody_could_go_through_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 100)
    assert "[text-too-long]" in _refused(b"Die Stadt baut Wege. " * 10, "a.txt")
    monkeypatch.setattr(limits, "MAX_TEXT", 100)
    assert "[file-too-large]" in _refused(b"Die Stadt baut Wege. " * 10, "a.txt")


def test_modules_of_the_folder_one_stands_in_are_not_run(session: Session) -> None:
    """A stranger's folder may hold a ``json.py``: neither the program nor its workers take it for Python's."""
    mark = session.folder / "ran"
    for name in ("json", "pickle", "typer", "pypdfium2", "selectolax", "libcorpus", "sitecustomize", "xml"):
        session.write(f"{name}.py", f"open({str(mark)!r}, 'a').write({name!r})\n")
    session.write("a.docx", WORD)
    session.write("a.pdf", one_page(stream(b"BT /F 12 Tf 72 700 Td (Die Stadt baut Wege.) Tj ET")))
    session.write("a.html", "<html><body><h1>Wege</h1><p>Die Stadt baut Wege.</p></body></html>")
    program = Path(sys.executable).with_name("libcorpus")
    for name in ("a.docx", "a.pdf", "a.html"):
        done = subprocess.run([str(program), "read", name], cwd=session.folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    assert not mark.exists(), mark.read_text("utf-8")


def test_the_worker_ends_with_the_program(session: Session) -> None:
    session.write("a.docx", WORD)
    code = (
        "import os, sys; from libcorpus.flows.reading import read_source; from libcorpus.readers import limits;"
        "read_source(open('a.docx', 'rb').read(), 'a.docx'); print(limits._IDLE[0].process.pid, flush=True);"
        "os._exit(0)"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=session.folder,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    pid = int(done.stdout)
    for _ in range(200):
        status = Path(f"/proc/{pid}/status")
        if not status.exists() or "\nState:\tZ" in status.read_text("utf-8"):
            return
        subprocess.run(["sleep", "0.05"], check=True)
    pytest.fail("the worker goes on")


def test_a_pdf_needs_no_catalogue_to_be_refused() -> None:
    with pytest.raises(LibcorpusError):
        read_source(pdf([b"<< >>"]), "a.pdf")
