"""Puts the commands together. The one door to Typer, with the modules of commands beside it.

build() -> a command line with every command, its help in the chosen language
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Annotated, Any, Final

import typer

from libcorpus.cli.shell import Settings, echo, own_version
from libcorpus.cli.words import say
from libcorpus.model.harmless import harmless

# Each command and the module that adds it: a call imports the module of its own command alone.
COMMANDS: Final = {
    "init": "filing",
    "archive": "filing",
    "read": "sources",
    "reread": "sources",
    "fetch": "fetching",
    "organisation": "changing",
    "describe": "changing",
    "correct": "changing",
    "withdraw": "changing",
    "list": "reading",
    "show": "reading",
    "cite": "reading",
    "search": "reading",
    "diff": "comparing",
    "where": "tracing",
    "origin": "tracing",
    "positions": "following",
    "topics": "topics",
    "beschlusslage": "holding",
    "novelty": "holding",
    "relate": "linking",
    "link": "linking",
    "history": "tracing",
    "seal": "tracing",
    "check": "tracing",
}

# The commands that write: an act that was interrupted is finished or taken back before they look at anything.
WRITES: Final = frozenset(
    ["archive", "reread", "fetch", "organisation", "describe", "correct", "relate", "link", "withdraw", "seal"]
)


def build(arguments: Sequence[str] = ()) -> Callable[..., Any]:
    """The command line, as something to call with ``args``; only what ``arguments`` need is put together."""
    command = command_in(arguments)
    modules = [COMMANDS[command]] if command in COMMANDS else list(dict.fromkeys(COMMANDS.values()))
    app = typer.Typer(
        help=say("app"),
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def settings(
        corpus: Annotated[str, typer.Option("--corpus", envvar="LIBCORPUS_CORPUS", help=say("help.corpus"))] = "",
        lang: Annotated[str, typer.Option("--lang", help=say("help.lang"))] = "",
        version: Annotated[
            bool, typer.Option("--version", is_eager=True, callback=_print_version, help=say("help.version"))
        ] = False,
    ) -> None:
        if lang not in ("", "de", "en"):
            raise typer.BadParameter(lang, param_hint="--lang")
        Settings.corpus = corpus
        Settings.writes = command in WRITES and "--dry-run" not in arguments

    for module in modules:
        import_module(f"libcorpus.cli.{module}").add_to(app)
    return typer.main.get_command(app)


def command_in(arguments: Sequence[str]) -> str:
    """The command a call names: its first argument that is no option and no value of one that stands in front."""
    rest = iter(arguments)
    for argument in rest:
        if argument in ("--corpus", "--lang"):
            next(rest, "")
        elif not argument.startswith("-"):
            return argument
    return ""


def _print_version(wanted: bool) -> None:
    if wanted:
        echo(own_version())
        raise typer.Exit


def usage_message(error: Exception) -> str | None:
    """The message for a bad call, or None if the error is none."""
    if not isinstance(error, typer.TyperException):
        return None
    context = getattr(error, "ctx", None)
    usage = f"{context.get_usage()}\n" if context else ""
    message = getattr(error, "format_message", None)
    return usage + "\n".join(harmless(line) for line in (message() if message else str(error)).split("\n"))


def interrupted(error: Exception) -> bool:
    """Whether the call was interrupted, which Typer turns into an error of its own."""
    return isinstance(error, typer.Abort)
