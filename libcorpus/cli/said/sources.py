"""What the commands say about reading files and fetching them.

A part of the table in ``cli.words``.
"""

from typing import Final

SOURCES: Final[dict[str, tuple[str, str]]] = {}
