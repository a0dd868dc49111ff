"""What the commands say about positions, topics, what holds, and links.

A part of the table in ``cli.words``.
"""

from typing import Final

FOLLOWING: Final[dict[str, tuple[str, str]]] = {}
