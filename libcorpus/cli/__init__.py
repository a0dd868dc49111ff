"""The command line: ``libcorpus`` and ``python cli.py`` run ``main``.

    argv -> language -> commands -> exit code

Exit codes: 0 done, 1 differences or findings, 2 bad call or bad input, 3 a fault of
libcorpus, 130 interrupted. Everything heavy is imported by the command that needs it.
"""

import gc
import os
import sys
from collections.abc import Sequence

# Options that stand before or behind the command, as people type them.
_ANYWHERE = ("--corpus", "--lang")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and exit with its code."""
    # A command makes few cycles and many values: looking for garbage as often as a server does costs 7 ms of 200.
    gc.set_threshold(50_000, 20, 20)
    code = run(list(sys.argv[1:] if arguments is None else arguments))
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            continue
    # Nothing is left to be tidied up, and taking the interpreter down costs 25 ms of 200.
    os._exit(code)


def run(arguments: list[str]) -> int:
    """Run the program on arguments and return its exit code."""
    from libcorpus.cli.words import choose

    arguments = in_front(arguments)
    choose(arguments)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character shows its code instead of ending the program.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    # Git is asked for once it is needed; its wrapper need not look for it at import.
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    from libcorpus.cli.running import guarded

    return guarded(arguments)


def in_front(arguments: list[str]) -> list[str]:
    """The arguments with ``--corpus`` and ``--lang`` moved to the front, up to a ``--``."""
    front: list[str] = []
    rest: list[str] = []
    index = 0
    while index < len(arguments):
        argument = arguments[index]
        if argument == "--":
            rest += arguments[index:]
            break
        if argument in _ANYWHERE and index + 1 < len(arguments):
            front += arguments[index : index + 2]
            index += 2
        elif argument.startswith(tuple(f"{name}=" for name in _ANYWHERE)):
            front.append(argument)
            index += 1
        else:
            rest.append(argument)
            index += 1
    return front + rest
