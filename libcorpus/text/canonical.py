r"""Writes the words of a document as ``text.txt`` and reads them again, unchanged.

    # GRÜN wirkt                        a heading, level 1
                                        one blank line between blocks
    Unsere Stadt ist weltoffen.         a paragraph: one sentence a text line
    \1. Januar ist der Stichtag.        a word that would read as a marker

    - Die Stadt soll werben.            an item; its further sentences stand deeper
      Sie fördert Kurse.

Format 1, as ``docs/format.md`` specifies it. The laws ``parse(write(x)) == x`` and, for
canonical text, ``write(parse(t)) == t`` are property tests. Knows no line numbers of print.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from libcorpus.model.document import LABEL, NOTE_LABEL, Block, BlockKind
from libcorpus.model.problems import LibcorpusError, Problem, refuse

_HEADING: Final = re.compile(r"(#{1,6}) ")
_LABEL: Final = re.compile(rf"({LABEL.pattern}) ")
_NOTE: Final = re.compile(rf"\[\^({NOTE_LABEL.pattern})\]: ")
_MARKER: Final = re.compile(rf"\\|#{{1,6}} |- |> |\| |{_LABEL.pattern}|{_NOTE.pattern}")
_INDENT: Final = re.compile(r" *")
# What parts the cells of a row, and what stands for itself in one: "\\|" is a pipe, "\\\\" a backslash.
_IN_ROW: Final = re.compile(r"\\([\\|])|(\|)")


def row_of(cells: Sequence[str]) -> str:
    r"""The sentence that a row of a table is: its cells with ``|`` between them, a pipe in a cell as ``\|``.

    >>> row_of(["Jahr", "a | b", ""])
    'Jahr | a \\| b |'
    """
    plain = (re.sub(" +", " ", cell).strip(" ") for cell in cells)
    escaped = (re.sub(r"\\(?=[\\|])|\|", r"\\\g<0>", cell) for cell in plain)
    return re.sub(" +", " ", " | ".join(escaped)).strip(" ")


def cells_of(row: str) -> tuple[str, ...]:
    r"""The cells of a row, as they were before ``row_of`` put them together.

    >>> cells_of("Jahr | a \\| b |")
    ('Jahr', 'a | b', '')
    """
    cells, begin = [""], 0
    for match in _IN_ROW.finditer(row):
        cells[-1] += row[begin : match.start()] + (match[1] or "")
        begin = match.end()
        if match[2]:
            cells.append("")
    cells[-1] += row[begin:]
    return tuple(cell.strip(" ") for cell in cells)


def escape(words: str) -> str:
    r"""The words with one ``\`` in front where they would read as a marker or begin with ``\``.

    >>> escape("1. Januar"), escape("#1 bleibt"), escape("- so"), escape("1 Keine Armut")
    ('\\1. Januar', '#1 bleibt', '\\- so', '1 Keine Armut')
    """
    return "\\" + words if _MARKER.match(words) else words


def block_lines(block: Block) -> Iterator[tuple[str, str, str]]:
    r"""The text lines of a block as (indent and marker with a possible ``\``, words, ending).

    The length of the first part plus one is the column at which the words begin.
    """
    first, further = _markers(block)
    ending = " |" if block.kind is BlockKind.TABLE else ""
    for index, sentence in enumerate(block.sentences):
        marker = further if index else first
        # A table row is delimited at both ends, so nothing in it can read as a marker.
        escaped = sentence if ending else escape(sentence)
        yield marker + escaped[: len(escaped) - len(sentence)], sentence, ending


def _markers(block: Block) -> tuple[str, str]:
    """What stands before the words on a block's first text line and on each further one."""
    indent = "  " * block.level
    match block.kind:
        case BlockKind.HEADING:
            return "#" * block.level + " ", ""
        case BlockKind.ITEM:
            return indent[2:] + (block.label or "-") + " ", indent
        case BlockKind.QUOTE:
            return indent + "> ", indent + "> "
        case BlockKind.TABLE:
            return indent + "| ", indent + "| "
        case BlockKind.NOTE:
            return f"[^{block.label}]: ", "  "
        case BlockKind.PARAGRAPH:
            return indent, indent


def write_text(blocks: Iterable[Block]) -> str:
    """The canonical text of blocks, with a final newline; the empty string for no blocks."""
    parts = ("".join(f"{marker}{words}{end}\n" for marker, words, end in block_lines(block)) for block in blocks)
    return "\n".join(parts)


def parse_text(text: str, place: str = "text.txt") -> tuple[Block, ...]:
    """The blocks a canonical text stands for.

    Text lines end at LF alone. Refuses, with the text line, whatever ``write_text`` would not have written.
    """
    if not text:
        return ()
    if not text.endswith("\n"):
        raise refuse("no-final-newline", f"{place}:{text.count(chr(10)) + 1}")
    blocks = tuple(_parse_block(run, place, number) for number, run in _runs(text[:-1].split("\n"), place))
    _check_canonical(text, write_text(blocks), place)
    return blocks


def _runs(lines: list[str], place: str) -> Iterator[tuple[int, list[str]]]:
    """Runs of text lines between blank ones, with the number of their first, from 1."""
    run: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line:
            run.append(line)
        elif run:
            yield number - len(run), run
            run = []
        elif number <= len(lines) or not lines[-1]:
            raise refuse("extra-blank-line", f"{place}:{min(number, len(lines))}")


def _parse_block(run: list[str], file: str, number: int) -> Block:
    """The block of a run whose first text line has that number in the file."""
    try:
        return _block(run)
    except LibcorpusError as error:
        # A sentence that cannot be is found on its own line: it is the only one that is wrong.
        own = error.problem.excerpt
        index = next((index for index, line in enumerate(run) if own and line.endswith(own)), 0)
        raise LibcorpusError([_placed(problem, f"{file}:{number + index}") for problem in error.problems]) from None


def _block(run: list[str]) -> Block:
    indent = len(_INDENT.match(run[0]).group()) // 2  # type: ignore[union-attr]
    words = run[0][2 * indent :]
    if match := _HEADING.match(words):
        return Block(BlockKind.HEADING, _words(run, match.group(), ""), len(match[1]))
    if match := _NOTE.match(words):
        return Block(BlockKind.NOTE, _words(run, match.group(), "  "), 0, match[1])
    for kind, marker in ((BlockKind.QUOTE, "> "), (BlockKind.TABLE, "| ")):
        if words.startswith(marker):
            return Block(kind, _words(run, "  " * indent + marker, "  " * indent + marker, kind), indent)
    if (match := _LABEL.match(words)) or words.startswith("- "):
        marker, label = (match.group(), match[1]) if match else ("- ", "")
        deeper = "  " * (indent + 1)
        return Block(BlockKind.ITEM, _words(run, deeper[2:] + marker, deeper), indent + 1, label)
    return Block(BlockKind.PARAGRAPH, _words(run, "  " * indent, "  " * indent), indent)


def _placed(problem: Problem, place: str) -> Problem:
    return Problem(problem.key, problem.place or place, problem.excerpt, problem.values)


def _words(run: list[str], first: str, further: str, kind: BlockKind | None = None) -> tuple[str, ...]:
    """The words of each text line; a wrong marker or indent is found when the block is written again."""
    stripped = [line[len(further if index else first) :] for index, line in enumerate(run)]
    if kind is BlockKind.TABLE:
        return tuple(words.removesuffix(" |") for words in stripped)
    return tuple(words[1:] if words.startswith("\\") else words for words in stripped)


def _check_canonical(text: str, written: str, place: str) -> None:
    if text == written:
        return
    pairs = enumerate(zip(text.split("\n"), written.split("\n"), strict=False), start=1)
    for number, (seen, expected) in pairs:
        if seen != expected:
            raise refuse("not-canonical", f"{place}:{number}", seen, expected=expected)
    raise refuse("not-canonical", place, "", expected="")
