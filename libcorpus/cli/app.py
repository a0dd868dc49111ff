"""Puts the commands together. The one door to Typer, with the modules of commands beside it.

build() -> a command line with every command, its help in the chosen language
"""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from libcorpus.cli.shell import Settings, echo, own_version
from libcorpus.cli.words import say
from libcorpus.model.harmless import harmless


def build() -> Callable[..., Any]:
    """The command line, as something to call with ``args``."""
    from libcorpus.cli import changing, comparing, filing, reading

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
        version: Annotated[bool, typer.Option("--version", help=say("help.version"))] = False,
    ) -> None:
        if lang not in ("", "de", "en"):
            raise typer.BadParameter(lang, param_hint="--lang")
        Settings.corpus = corpus
        if version:
            echo(own_version())
            raise typer.Exit

    for module in (filing, changing, reading, comparing):
        module.add_to(app)
    return typer.main.get_command(app)


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
