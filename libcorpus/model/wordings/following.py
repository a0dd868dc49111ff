"""What is wrong with, or guessed about, topics, positions, links and what holds: a part of the table of sentences.

key          severity   English           German              way out, English and German
"""

from typing import Final

from libcorpus.model.wordings.row import Wording

FOLLOWING: Final[dict[str, Wording]] = {}
