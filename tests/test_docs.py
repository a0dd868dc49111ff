"""The documents are true: their sessions run, their tables agree with the code, their links lead somewhere.

    ```console
    $ libcorpus cite 2.4 --lines 30-32     run in a fresh git repository, one for each page
    „Die Stadt muss …“                     compared with what comes out
    ...                                    stands for lines that are left out
    ```
    ```python                              run as well, all blocks of a page in one namespace
    ```text                                behind a python block: what it prints

A line ``<!-- $ command -->`` is run and not shown. Ids of commits and the moment of a correction may be any.
``python scripts/refresh_docs.py`` writes the outputs anew, with the code that stands here.
"""

import contextlib
import difflib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final
from unittest import mock

import pytest

import libcorpus
from libcorpus.cli.app import build
from libcorpus.store.records import KEYS
from libcorpus.text.canonical import parse_text, write_text

ROOT: Final = Path(__file__).resolve().parents[1]
README: Final = ROOT / "README.md"
REFERENCE: Final = ROOT / "docs" / "reference.md"
FORMAT: Final = ROOT / "docs" / "format.md"
PAGES: Final = (README, *sorted((ROOT / "docs").rglob("*.md")))
WAY_OUT: Final = "if this is right, 'python scripts/refresh_docs.py' writes it into the page"

_FENCE: Final = re.compile(r"```(\w*)(?: (.*))?")
_HIDDEN: Final = re.compile(r"<!-- \$ (.*) -->")
_COMMIT: Final = re.compile(r"(?<![\w-])(?:[0-9a-f]{7,12}|[0-9a-f]{40})(?![\w-])")
_MOMENT: Final = re.compile(r"^Date: .*")
_FIRST_MOMENT: Final = datetime.fromisoformat("2026-05-04T10:00:00+02:00")


# Pages.


@dataclass(frozen=True)
class Piece:
    """Something a page runs. ``first`` up to, not including, ``last`` are the page's lines with its output, from 0;
    ``first`` is -1 where the page shows none."""

    kind: str
    source: str
    first: int = -1
    last: int = -1
    shown: tuple[str, ...] = ()


def pieces_of(lines: Sequence[str]) -> Iterator[Piece]:
    """What a page runs, in order."""
    index = 0
    while index < len(lines):
        if hidden := _HIDDEN.fullmatch(lines[index]):
            yield Piece("hidden", hidden[1])
        elif fence := _FENCE.fullmatch(lines[index]):
            end = lines.index("```", index + 1)
            if fence[1] == "console":
                yield from _commands(lines, index + 1, end)
            elif fence[1] == "python":
                piece = _python(lines, index + 1, end)
                yield piece
                end = max(end, piece.last)
            index = end
        index += 1


def _commands(lines: Sequence[str], start: int, end: int) -> Iterator[Piece]:
    begins = [index for index in range(start, end) if lines[index].startswith("$ ")]
    assert begins[:1] == [start], f"line {start + 1}: a session begins with a command"
    for begin, following in zip(begins, [*begins[1:], end], strict=True):
        first = begin + 1
        while lines[first - 1].endswith("\\"):
            first += 1
        source = "\n".join(lines[begin:first]).removeprefix("$ ")
        yield Piece("console", source, first, following, tuple(lines[first:following]))


def _python(lines: Sequence[str], start: int, end: int) -> Piece:
    code = "\n".join(lines[start:end]) + "\n"
    if tuple(lines[end + 1 : end + 3]) == ("", "```text"):
        last = lines.index("```", end + 3)
        return Piece("python", code, end + 3, last, tuple(lines[end + 3 : last]))
    return Piece("python", code)


# Runs.


class Session:
    """A folder of its own with the examples, in a new git repository, with an identity and a clock of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.work = home / "beschluesse"
        shutil.copytree(ROOT / "examples", self.work / "examples")
        program = home / "bin" / "libcorpus"
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\nexec '{sys.executable}' '{ROOT / 'cli.py'}' \"$@\"\n", encoding="utf-8")
        program.chmod(0o755)
        self.namespace: dict[str, Any] = {"__name__": "__page__"}
        self.moment = _FIRST_MOMENT
        self.command("git init -q")

    def environment(self) -> dict[str, str]:
        identity = {"NAME": "Archiv", "EMAIL": "archiv@example.org", "DATE": self.moment.isoformat()}
        return {
            "PATH": f"{self.home / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "PYTHONUTF8": "1",
            "COLUMNS": "96",
            "LIBCORPUS_LANG": "en",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_PAGER": "cat",
            **{f"GIT_{who}_{key}": value for who in ("AUTHOR", "COMMITTER") for key, value in identity.items()},
        }

    def run(self, piece: Piece) -> tuple[str, ...]:
        """The lines that a piece prints."""
        self.moment += timedelta(minutes=1)
        if piece.kind == "python":
            return self._lines(self.python(piece.source))
        code, out = self.command(piece.source)
        assert code != 3, f"$ {piece.source}\n{out}"
        assert piece.kind == "console" or code == 0, f"$ {piece.source}\n{out}"
        return self._lines(out)

    def command(self, command: str) -> tuple[int, str]:
        """Exit code and output, both streams as they come."""
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=self.work,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout

    def python(self, code: str) -> str:
        out = io.StringIO()
        surroundings = mock.patch.dict(os.environ, self.environment(), clear=True)
        with surroundings, contextlib.chdir(self.work), contextlib.redirect_stdout(out):
            exec(compile(code, "<page>", "exec"), self.namespace)
        return out.getvalue()

    def _lines(self, out: str) -> tuple[str, ...]:
        # The folder has another name each time.
        text = out.replace(str(self.home.resolve()), "~").replace(str(self.home), "~")
        return tuple(line.rstrip(" ") for line in text.removesuffix("\n").split("\n")) if text else ()


def replay(page: Path, home: Path) -> Iterator[tuple[Piece, tuple[str, ...]]]:
    """Each piece of a page with the lines it prints."""
    session = Session(home)
    for piece in pieces_of(page.read_text(encoding="utf-8").split("\n")):
        yield piece, session.run(piece)


# Comparing.


def any_run(line: str) -> str:
    """A line without what differs from run to run."""
    return _MOMENT.sub("Date: <moment>", _COMMIT.sub("<commit>", line.rstrip(" ")))


def _parts(shown: Sequence[str]) -> list[list[str]]:
    """The lines shown, parted at those that stand for others."""
    parts: list[list[str]] = [[]]
    for line in shown:
        if line.strip() == "...":
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def agrees(shown: Sequence[str], seen: Sequence[str]) -> bool:
    """Whether what a page shows is what came out; a line ``...`` stands for any number of lines."""
    parts = [[any_run(line) for line in part] for part in _parts(shown)]
    lines = [any_run(line) for line in seen]
    if len(parts) == 1:
        return parts[0] == lines
    place, end = len(parts[0]), len(lines) - len(parts[-1])
    if place > end or lines[:place] != parts[0] or lines[end:] != parts[-1]:
        return False
    for part in parts[1:-1]:
        found = next((at for at in range(place, end - len(part) + 1) if lines[at : at + len(part)] == part), None)
        if found is None:
            return False
        place = found + len(part)
    return True


def refreshed(shown: Sequence[str], seen: Sequence[str]) -> tuple[str, ...]:
    """What a page is to show: what came out, with as many lines left out as before, at the most similar places."""
    if agrees(shown, seen):
        return tuple(shown)
    parts = _parts(shown)
    if len(parts) == 1:
        return tuple(seen)
    place, end = len(parts[0]), max(len(parts[0]), len(seen) - len(parts[-1]))
    result = [*seen[:place], "..."]
    for part in parts[1:-1]:
        at = max(range(place, max(place + 1, end - len(part) + 1)), key=lambda at: _alike(part, seen[at:]))
        result += [*seen[at : at + len(part)], "..."]
        place = at + len(part)
    return (*result, *seen[end:])


def _alike(part: Sequence[str], seen: Sequence[str]) -> float:
    pairs = zip(part, seen, strict=False)
    return sum(difflib.SequenceMatcher(None, old, new, autojunk=False).ratio() for old, new in pairs)


def key_table() -> list[str]:
    """The keys of resolution.toml as docs/format.md has to list them."""
    rows = ["| key | holds | required | meaning |", "|---|---|---|---|"]
    for key in KEYS:
        choices = f": {', '.join(f'`{choice}`' for choice in key.choices)}" if key.choices else ""
        rows.append(f"| `{key.name}` | {key.holds} | {'yes' if key.required else ''} | {key.meaning}{choices} |")
    return rows


def place_of_keys(lines: Sequence[str]) -> slice:
    """Where a page has the table of keys, among its lines."""
    start = lines.index("Every key there is:") + 2
    return slice(start, lines.index("", start))


# The tests.


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_what_a_page_shows_is_what_comes_out(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for piece, seen in replay(page, tmp_path):
        if piece.first >= 0 and not agrees(piece.shown, seen):
            change = "\n".join(difflib.unified_diff(piece.shown, seen, "shown", "seen", lineterm=""))
            pytest.fail(f"{name_of(page)}:{piece.first}: $ {piece.source}\n{change}\n{WAY_OUT}")
        if page == REFERENCE and "--json" in piece.source:
            unknown = {key for key in keys_in(json.loads("\n".join(seen))) if f"`{key}`" not in text}
            assert not unknown, f"{piece.source}: keys that reference.md does not describe: {sorted(unknown)}"


def keys_in(data: object) -> Iterator[str]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield str(key)
            yield from keys_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from keys_in(value)


def commands() -> dict[str, Any]:
    """The commands of the program by name."""
    found: dict[str, Any] = getattr(build(), "commands", {})
    assert len(found) > 10
    return found


@pytest.mark.parametrize("page", [README, REFERENCE], ids=name_of)
def test_every_command_is_on_the_page(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [name for name in commands() if f"libcorpus {name}" not in text] == []


def test_every_option_is_in_the_reference() -> None:
    sections = re.split(r"\n### `libcorpus ", REFERENCE.read_text(encoding="utf-8"))
    own = {section.split("`")[0].split(" ")[0]: section for section in sections}
    missing = [
        f"{name} {option}"
        for name, command in commands().items()
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--") and option != "--help" and f"`{option}" not in own[name]
    ]
    assert missing == []


def test_the_table_of_keys_is_that_of_the_code() -> None:
    lines = FORMAT.read_text(encoding="utf-8").split("\n")
    assert lines[place_of_keys(lines)] == key_table(), WAY_OUT


def test_every_public_name_is_in_the_reference() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    assert [name for name in libcorpus.__all__ if not re.search(rf"`{name}\b", text)] == []


def test_texts_in_the_format_are_canonical() -> None:
    lines = FORMAT.read_text(encoding="utf-8").split("\n")
    begins = [index for index, line in enumerate(lines) if line == "```text canonical"]
    assert len(begins) > 5
    for begin in begins:
        text = "\n".join(lines[begin + 1 : lines.index("```", begin)]) + "\n"
        assert write_text(parse_text(text, f"format.md:{begin + 1}")) == text


def anchors(page: Path) -> set[str]:
    """The places a link may name: headings as GitHub turns them into anchors."""
    outside = re.sub(r"(?ms)^```.*?^```", "", page.read_text(encoding="utf-8"))
    titles = re.findall(r"(?m)^#{1,6} (.+)$", outside)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    outside = re.sub(r"(?ms)^```.*?^```", "", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"", outside):
        link = "".join(target)
        assert not link.startswith(("http:", "https:")), f"{link}: the documents stand on their own"
        path, _, anchor = link.partition("#")
        place = (page.parent / path).resolve() if path else page
        assert place.exists(), f"{name_of(page)}: {link}"
        assert not anchor or anchor in anchors(place), f"{name_of(page)}: {link}"


def test_no_page_is_left_alone() -> None:
    linked = {
        (page.parent / target.partition("#")[0]).resolve()
        for page in PAGES
        for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    }
    assert [name_of(page) for page in PAGES[1:] if page not in linked] == []


@pytest.mark.parametrize(
    ("shown", "seen", "agree"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a"], ["a", "b"], False),
        (["a", "..."], ["a", "b", "c"], True),
        (["...", "c"], ["a", "b", "c"], True),
        (["a", "...", "c", "...", "e"], ["a", "b", "c", "d", "e"], True),
        (["a", "...", "x", "...", "e"], ["a", "b", "c", "d", "e"], False),
        (["done, commit 0123456789"], ["done, commit abcdef0123"], True),
    ],
)
def test_lines_left_out(shown: list[str], seen: list[str], agree: bool) -> None:
    assert agrees(shown, seen) is agree
    assert agrees(refreshed(shown, seen), seen)
