"""What the command line says when nothing is wrong: help, labels, summaries, in English and German.

    say("filed")  ->  "filed as" | "abgelegt als"

The language is chosen once, before the commands are put together: ``--lang``, then
``LIBCORPUS_LANG``, then the locale.
"""

import os
from collections.abc import Mapping, Sequence
from typing import Final

from libcorpus.cli.said.basics import BASICS
from libcorpus.cli.said.following import FOLLOWING
from libcorpus.cli.said.holding import HOLDING
from libcorpus.cli.said.promises import PROMISES
from libcorpus.cli.said.sources import SOURCES

_chosen = ["en"]


def choose(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """Choose the language by the command line and the environment, and return it: ``de`` or ``en``."""
    wanted = ""
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            wanted = argument.partition("=")[2]
        elif argument == "--lang" and index + 1 < len(arguments):
            wanted = arguments[index + 1]
    for variable in ("LIBCORPUS_LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        wanted = wanted or environment.get(variable, "")
    _chosen[0] = "de" if wanted.lower().startswith("de") else "en"
    return _chosen[0]


def language() -> str:
    """The language that was chosen."""
    return _chosen[0]


def say(key: str, **values: object) -> str:
    """The words for a key, with values put in; of a count of one those of ``key.one``, where they differ."""
    one = f"{key}.one"
    english, german = WORDS[one if values.get("count") == 1 and one in WORDS else key]
    text = german if _chosen[0] == "de" else english
    return text.format(**values) if values else text


WORDS: Final[dict[str, tuple[str, str]]] = {**BASICS, **FOLLOWING, **HOLDING, **SOURCES, **PROMISES}
