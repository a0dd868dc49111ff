"""What the readers make of formats other than PDF: one invented text in each of them, whose blocks are known.

    text.docx  text.odt  text.html  text.md  text.adoc  text.rst      written by pandoc, or by hand as nearest to it
    front  behind  alone  UTF-16  Windows-1252                        with printed numbers, as extractors leave them

The rows are those of ``benchmarks.readers``; a page has 1,800 characters here, as typists count.
"""

import json
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from libcorpus.model.document import BlockKind
from libcorpus.readers import read
from tests.readers.manners import Known, Manner, invented, render

ROOT = Path(__file__).resolve().parents[1]
PAGE = 1800
SECTIONS = 40
BY_PANDOC = {"docx": "docx", "odt": "odt", "html": "html", "md": "commonmark", "adoc": "asciidoc", "rst": "rst"}
_CODE = "import sys; from benchmarks.formats import cost; cost(sys.argv[1])"
Row = tuple[str, str, str, str, int, int, str, str]


def rows() -> Iterator[Row]:
    """Name, ending, printed lines, blocks, characters lost and doubled, pages a second and MB of each fixture."""
    blocks = _text()
    wanted = [(block.kind.value, block.level, block.text) for block in blocks]
    for ending, data in _by_pandoc(blocks):
        yield _row(f"text.{ending}", ending, data, wanted, {})
    for name, manner, encoding in _numbered():
        made = render(blocks, manner, random.Random(1))
        yield _row(f"numbered text, {name}", "txt", _written(made.text, name, encoding), wanted, made.printed)


def _text() -> list[Known]:
    """Some thirty pages: sections whose headings are told apart by their number, items without labels of their own."""
    rng, found = random.Random(7), []
    for _ in range(SECTIONS):
        found += [block for block in invented(rng, nested=False, labels=False) if block.kind is not BlockKind.HEADING]
        found.append(Known(BlockKind.HEADING, f"Teil {len(found)} von Lindenfurt", 1))
    return [Known(BlockKind.HEADING, "Leben in Lindenfurt", 1), *found[:-1]]


def _by_pandoc(blocks: Sequence[Known]) -> Iterator[tuple[str, bytes]]:
    import pypandoc

    signs = {BlockKind.HEADING: "# ", BlockKind.ITEM: "- "}
    source = "\n\n".join(signs.get(block.kind, "") + block.text.replace("*", "\\*") for block in blocks) + "\n"
    for ending, form in BY_PANDOC.items():
        command = [pypandoc.get_pandoc_path(), "-f", "commonmark", "-t", form, "-s", "-o", "-", "--wrap=none"]
        done = subprocess.run(command, input=source.encode(), capture_output=True, check=True)
        yield ending, done.stdout


def _numbered() -> Iterator[tuple[str, Manner, str]]:
    plain = Manner(blanks="all", head=("",))
    yield "in front", plain, "utf-8"
    yield "behind", plain, "utf-8"
    yield "above", Manner(blanks="all", head=("",), number_above=True), "utf-8"
    yield "UTF-16", plain, "utf-16"
    yield "Windows-1252", plain, "cp1252"


def _written(text: str, name: str, encoding: str) -> bytes:
    """The transcript in its encoding; with the numbers behind the lines where that is its manner."""
    if name == "behind":
        parts = (line.partition(" ") for line in text.split("\n"))
        text = "\n".join(f"{words:<90}{number}" if number.isdecimal() else number + words for number, _, words in parts)
    return text.encode(encoding, "replace")


def _row(name: str, ending: str, data: bytes, wanted: list[tuple[str, int, str]], printed: dict[int, str]) -> Row:
    draft = read(data, f"fixture.{ending}")
    found = [(block.kind.value, block.level, block.flat) for block in draft.blocks]
    title = [one for one in wanted[:1] if draft.metadata.get("title") == one[2] and one not in found]
    blocks = sum((Counter(wanted) & Counter([*title, *found])).values())
    lines: Counter[tuple[int, str]] = Counter()
    for block in draft.blocks:
        ends = [*(line.offset for line in block.lines[1:]), len(block.flat)]
        for line, end in zip(block.lines, ends, strict=False):
            words = block.flat[line.offset : end].rstrip() + ("-" if line.hyphen else "")
            lines[line.number or 0, words] += 1
    right = sum((lines & Counter(printed.items())).values())
    told_all, read_all = (
        Counter("".join("".join(text.split()) for _, _, text in own)) for own in (wanted, [*title, *found])
    )
    lost, doubled = sum((told_all - read_all).values()), sum((read_all - told_all).values())
    told = f"{right}/{len(printed)}" if printed else "-"
    return (name, ending, told, f"{blocks}/{len(wanted)}", lost, doubled, *_costs(data, ending))


def _costs(data: bytes, ending: str) -> tuple[str, str]:
    """Pages a second and peak memory in MB, in a process of its own."""
    import tempfile

    with tempfile.NamedTemporaryFile(suffix=f".{ending}") as file:
        file.write(data)
        file.flush()
        command = [sys.executable, "-c", _CODE, file.name]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    told = json.loads(done.stdout)
    return f"{told['pages'] / told['seconds']:.0f}", f"{told['megabytes']:.0f}"


def cost(name: str) -> None:
    """Read a file twice and print what the second reading took."""
    from benchmarks.readers import peak

    data = Path(name).read_bytes()
    pages = sum(len(block.flat) for block in read(data, name).blocks) / PAGE
    start = time.perf_counter()
    read(data, name)
    seconds = time.perf_counter() - start
    print(json.dumps({"pages": pages, "seconds": seconds, "megabytes": peak() / 1024}))
