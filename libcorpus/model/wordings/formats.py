"""What is wrong with, or guessed about, Word, HTML, Markdown and other files: a part of the table of sentences.

key          severity   English           German              way out, English and German
"""

from typing import Final

from libcorpus.model.wordings.row import Wording

FORMATS: Final[dict[str, Wording]] = {}
