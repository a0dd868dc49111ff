"""What is wrong with, or guessed about, motion systems and books of resolutions: a part of the table of sentences.

key          severity   English           German              way out, English and German
"""

from typing import Final

from libcorpus.model.wordings.row import Wording

FETCHING: Final[dict[str, Wording]] = {}
