"""What the readers make of files: fixtures whose truth is known, and real files where a folder of them is given.

    python -m benchmarks [--data FOLDER] readers

Each row: printed lines recovered exactly (number and words), blocks right (kind, level, words), characters lost and
doubled against pypdf, pages a second, peak memory of the reading process and its worker. Each file is read in a process
of its own, twice: the second reading counts, for the first one starts the worker.
"""

import io
import json
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from libcorpus.model.draft import Draft
from libcorpus.readers import read, split
from libcorpus.readers.base import Book
from libcorpus.text.build import check_laws, document_of

ROOT = Path(__file__).resolve().parents[1]
ROW = "{:44} {:>13} {:>11} {:>6} {:>8} {:>8} {:>8}"
Printed = tuple[int | None, int | None, str]
_CODE = "import sys; from benchmarks.readers import cost; cost(sys.argv[1])"


def run(data: Path | None) -> None:
    """Print one row a file."""
    print(ROW.format("file", "lines", "blocks", "lost", "doubled", "pages/s", "MB"))
    fixtures()
    formats()
    if data is None:
        print("\nreal files: left out, no folder given (--data)")
        return
    for path in sorted((data / "pdf").glob("*.pdf")):
        real(path)


def fixtures() -> None:
    """The drawn files, each in one manner of printing."""
    from tests.readers.pdf_pages import MANNERS, drawn

    for name, manner in MANNERS.items():
        own = drawn(manner)
        draft = read(own.data, "fixture.pdf")
        wanted = own.blocks if manner.numbers and manner.headings_counted else own.blocks[1:]
        found = [(block.kind.value, block.level, block.label, block.flat) for block in draft.blocks]
        lines: list[Printed] = [line for line in own.lines if line[1] is not None]
        wanted_lines: Counter[Printed] = Counter(lines)
        right = sum((wanted_lines & Counter(printed_lines(draft))).values())
        blocks = sum((Counter(wanted) & Counter(found)).values())
        lost, doubled = against_pypdf(own.data, draft.characters or "")
        counts = (f"{right}/{len(lines)}" if lines else "-", f"{blocks}/{len(wanted)}", lost, doubled)
        print(ROW.format(name, *counts, *costs(own.data)), flush=True)


def formats() -> None:
    """One text in formats other than PDF; lost and doubled are counted against the text itself."""
    from benchmarks.formats import rows

    for name, _, *figures in rows():
        print(ROW.format(name, *figures), flush=True)


def real(path: Path) -> None:
    """A real file: its numbered lines, breaks in their count, and what the parts of a book have."""
    data = path.read_bytes()
    draft = read(data, path.name)
    check_laws(draft, document_of(draft), draft.characters or "")
    lines = printed_lines(draft)
    lost, doubled = against_pypdf(data, draft.characters or "")
    seen = on_their_pages(data, lines) if lines else 0
    counts = (f"{seen}/{len(lines)}" if lines else "-", f"{len(draft.blocks)}", lost, doubled)
    print("\n" + ROW.format(path.name, *counts, *costs(data)), flush=True)
    kinds = Counter(block.kind.value for block in draft.blocks)
    print("  " + ", ".join(f"{count} {kind}s" for kind, count in kinds.most_common()))
    if lines:
        numbers = [number or 0 for _, number, _ in lines]
        print(f"  numbers {numbers[0]} to {max(numbers)}, gaps and repeats: {len(draft.gaps)}")
    if any(remark.key == "pdf-book" for remark in draft.remarks):
        parts(split(data, path.name), draft)


def parts(book: Book, whole: Draft) -> None:
    """What a book comes to when it is split."""
    own = [len(printed_lines(draft)) for draft in book.drafts]
    titled = sum(bool(draft.metadata.get("title")) for draft in book.drafts)
    coded = sum(bool(draft.metadata.get("agenda_item")) for draft in book.drafts)
    print(f"  {len(book.drafts)} resolutions, {titled} with title, {coded} with number, {sum(own)} printed lines")
    print(f"  gaps and repeats inside of them: {sum(len(draft.gaps) for draft in book.drafts)}")
    together = Counter[str]()
    for text in [*(draft.characters or "" for draft in book.drafts), *(left.text for left in book.left_out)]:
        together.update(visible(text))
    missing = visible(whole.characters or "")
    lost, doubled = sum((missing - together).values()), sum((together - missing).values())
    print(f"  characters in no part: {lost}, in several: {doubled}")


def printed_lines(draft: Draft) -> list[Printed]:
    """Page, number and words of each numbered line."""
    found = []
    for block in draft.blocks:
        ends = [*(line.offset for line in block.lines[1:]), len(block.flat)]
        for line, end in zip(block.lines, ends, strict=False):
            words = block.flat[line.offset : end].strip() + ("-" if line.hyphen else "")
            found.append((line.page, line.number, words))
    return [line for line in found if line[1] is not None]


def visible(text: str) -> Counter[str]:
    """The characters that are no white space, ligatures as letters."""
    return Counter("".join(unicodedata.normalize("NFKC", text).split()))


def pypdf_pages(data: bytes) -> list[str]:
    """The text of each page, by an independent library."""
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def against_pypdf(data: bytes, text: str) -> tuple[int, int]:
    """How many characters pypdf has more, and how many less; soft hyphens at line ends are told differently."""
    other, own = visible("\n".join(pypdf_pages(data)).replace("\u00ad", "-")), visible(text.replace("\u00ad", "-"))
    return sum((other - own).values()), sum((own - other).values())


def on_their_pages(data: bytes, lines: list[Printed]) -> int:
    """How many numbered lines stand with just these words on the page that is named, as pypdf reads it."""
    pages = ["".join(unicodedata.normalize("NFKC", text.replace("\u00ad", "")).split()) for text in pypdf_pages(data)]
    found = 0
    for page, _, words in lines:
        bare = "".join(unicodedata.normalize("NFKC", words).split())
        found += bare in pages[(page or 1) - 1]
    return found


def costs(data: bytes) -> tuple[str, str]:
    """Pages a second and peak memory in MB, in a process of its own."""
    import tempfile

    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        command = [sys.executable, "-c", _CODE, file.name]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    told: dict[str, Any] = json.loads(done.stdout)
    return f"{told['pages'] / told['seconds']:.0f}", f"{told['megabytes']:.0f}"


def cost(name: str) -> None:
    """Read a file twice and print what the second reading took."""
    data = Path(name).read_bytes()
    read(data, name)
    start = time.perf_counter()
    pages = read(data, name).pages
    seconds = time.perf_counter() - start
    print(json.dumps({"pages": pages, "seconds": seconds, "megabytes": peak() / 1024}))


def peak() -> int:
    """Peak memory of this process and its workers in kB, where the system tells."""
    from libcorpus.readers.pdf.pages import idle_processes

    total = 0
    for process in ("self", *map(str, idle_processes())):
        status = Path(f"/proc/{process}/status")
        if status.is_file():
            total += next(int(line.split()[1]) for line in status.read_text().split("\n") if line.startswith("VmHWM"))
    return total
