"""Runs the commands and turns what goes wrong into a message and an exit code.

    LibcorpusError -> its sentences, 2      KeyboardInterrupt -> 130      anything else -> 3

The one place where problems become words.
"""

import os
import sys
import traceback
from collections.abc import Iterable

from libcorpus.cli.words import language, say
from libcorpus.model.problems import LibcorpusError, Problem

DONE, FOUND, BAD, BUG, INTERRUPTED = 0, 1, 2, 3, 130


def guarded(arguments: list[str]) -> int:
    """Run the command line on arguments and return its exit code."""
    from libcorpus.cli.app import build

    try:
        return _code(build(arguments)(args=arguments, prog_name="libcorpus", standalone_mode=False))
    except LibcorpusError as error:
        tell(error.problems)
        return BAD
    except (BrokenPipeError, SystemExit) as leaving:
        return _left(leaving)
    except KeyboardInterrupt:
        print(say("interrupted"), file=sys.stderr)  # noqa: T201
        return INTERRUPTED
    except Exception as error:
        return _usage_or_bug(error)


def _left(leaving: BaseException) -> int:
    """The reader of a pipe went away ("libcorpus list | head"): that is no difference and no fault."""
    # Typer turns a broken pipe into an exit with 1, which means differences here.
    if isinstance(leaving, BrokenPipeError) or isinstance(leaving.__context__, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return _code(leaving.args[0] if leaving.args else DONE)


def _code(result: object) -> int:
    return result if isinstance(result, int) else DONE


def _usage_or_bug(error: Exception) -> int:
    from libcorpus.cli.app import interrupted, usage_message

    if interrupted(error):
        print(say("interrupted"), file=sys.stderr)  # noqa: T201
        return INTERRUPTED
    message = usage_message(error)
    if message is not None:
        print(message, file=sys.stderr)  # noqa: T201
        return BAD
    traceback.print_exception(error)
    print(say("bug"), file=sys.stderr)  # noqa: T201
    return BUG


def tell(problems: Iterable[Problem]) -> None:
    """Print problems on standard error, in the language that was chosen."""
    from libcorpus.model.wording import sentence

    for problem in problems:
        print(sentence(problem, language()), file=sys.stderr)  # noqa: T201
