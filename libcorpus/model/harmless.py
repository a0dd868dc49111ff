"""Makes any text harmless to print on one line of a terminal.

    'Titel\\x1b[2J'  ->  'Titel\\\\x1b[2J'

A title may hold escape sequences that clear a screen, or marks that turn the
direction of writing. They stay in the archive as they are; what a person is
shown has them spelled out. Knows nothing about colours or width.
"""

import re
from typing import Final

# C0 and C1 controls, line and paragraph separators, and the marks that change the direction of writing.
_UNSAFE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")


def harmless(text: object) -> str:
    r"""The text with control and direction characters written as ``\xNN`` or ``\uNNNN``.

    >>> harmless("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    return _UNSAFE.sub(_spelled, str(text))


def escaped(text: str) -> str:
    r"""JSON or TOML with such characters, line ends apart, as ``\\uNNNN``: for a program it is the same text.

    >>> escaped('{"a": "\u202e"}')
    '{"a": "\\u202e"}'
    """
    return _UNSAFE.sub(lambda match: match[0] if match[0] == "\n" else f"\\u{ord(match[0]):04x}", text)


def is_harmless(text: str) -> bool:
    """Whether a text of many lines has no such character but line ends and tabs.

    >>> is_harmless("a\\nb"), is_harmless("a\\x1bb")
    (True, False)
    """
    return all(match[0] in "\n\t" for match in _UNSAFE.finditer(text))


def _spelled(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
