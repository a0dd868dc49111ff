"""The house stands: imports go down only, each outside package has one door, and nothing heavy is imported early."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "libcorpus"

# Rooms by floor, lowest first; rooms on one floor do not import each other.
FLOORS = (
    ("model",),
    ("text", "align", "patch", "toml"),
    ("readers", "store", "topics", "fetch"),
    ("flows",),
    ("render",),
    ("corpus",),
    ("cli",),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
DOORS = {
    "git": {"store/repository.py"},
    "filelock": {"store/acts.py"},
    "unidiff": {"patch.py"},
    "tomlkit": {"toml.py"},
    "tomllib": {"toml.py"},
    "sentencex": {"text/sentences.py"},
    "regex": {"text/graphemes.py"},
    "typer": {"cli/"},
    "selectolax": {"readers/html/", "readers/sections.py", "readers/antragsgruen_page.py"},
    "pypandoc": {"readers/pandoc/run.py"},
    "urllib3": {"fetch/client.py"},
    "pypdfium2": {"readers/pdf/glyphs.py"},
    "vl_convert": {"render/lanes.py"},
}
ALLOWED = set(DOORS) | {"rapidfuzz"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports_of(path: Path) -> Iterator[str]:
    """Every module a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield str(node.module)


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_down_only(path: Path) -> None:
    own = path.relative_to(PACKAGE).with_suffix("").parts[0]
    if own in ("__init__", "py.typed"):
        return
    for module in imports_of(path):
        if not module.startswith("libcorpus.") or room_of(module) == own:
            continue
        assert FLOOR[room_of(module)] < FLOOR[own], f"{own} imports {module}"


@pytest.mark.parametrize(("package", "doors"), DOORS.items())
def test_each_package_is_imported_through_one_door(package: str, doors: set[str]) -> None:
    importers = {
        path.relative_to(PACKAGE).as_posix()
        for path in modules()
        if any(name.split(".")[0] == package for name in imports_of(path))
    }
    assert importers, f"nobody imports {package}: is it still needed?"
    assert all(any(name.startswith(door) for door in doors) for name in importers), importers


def test_no_other_package_is_imported() -> None:
    outside = {name.split(".")[0] for path in modules() for name in imports_of(path)}
    unknown = outside - set(sys.stdlib_module_names) - ALLOWED - {"libcorpus", "__future__"}
    assert not unknown


def test_the_floors_name_every_room() -> None:
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert rooms - {"__init__"} == set(FLOOR)


@pytest.mark.parametrize("room", ["model", "text", "align", "topics", "render"])
def test_the_middle_knows_no_files_no_git_and_no_clock(room: str) -> None:
    impure = {"os", "subprocess", "time", "datetime", "random", "tempfile", "socket", "git"}
    for path in (PACKAGE / room).rglob("*.py"):
        found = {name.split(".")[0] for name in imports_of(path)} & impure
        # A date of adoption is checked against the calendar, which is not a clock.
        assert found <= ({"datetime"} if path.name == "dates.py" else set()), path


def imported_by(*arguments: str) -> set[str]:
    """The modules that are loaded after a command of the program."""
    code = (
        "import sys; from libcorpus.cli import run; run(sys.argv[1:]); print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return {name.split(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--corpus", "corpus", "list"], ["--corpus", "corpus", "show", "2.13"]]
)
def test_help_list_and_show_import_neither_git_nor_rich_nor_numpy(arguments: list[str]) -> None:
    assert not imported_by(*arguments) & {"git", "rich", "numpy", "rapidfuzz", "tomlkit", "unidiff"}


def test_diff_imports_no_git() -> None:
    assert not imported_by("--corpus", "corpus", "diff", "2.13", "2.13") & {"git", "rich", "numpy"}


def test_no_file_names_a_package_registry() -> None:
    # Put together here, so that this file does not name one either.
    hosts = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "/opt/" + "pypi"]
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, tracked.decode().split("\0")):
        path = ROOT / name
        if path.is_file() and not path.is_symlink():
            text = path.read_bytes().decode("utf-8", "replace")
            assert not any(host in text for host in hosts), name


def test_cli_py_runs_the_same_program() -> None:
    outputs = [
        subprocess.run(
            [sys.executable, *call, "--version"], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for call in (["cli.py"], ["-c", "from libcorpus.cli import main; main()"])
    ]
    assert outputs[0] == outputs[1]
    assert outputs[0].startswith("libcorpus ")
