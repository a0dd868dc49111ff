"""Reads PDF files: the words with their places on the page, and what the places say about them.

    glyphs     bytes -> words with places           the door to pypdfium2, in a process of its own (worker, pages)
    lines      words -> lines of print              columns, margins, furniture, contents, notes take off what is none
    structure  lines -> blocks                      paragraphs, items, headings
    reader     blocks -> Draft;  book: -> Drafts    what a caller sees

Importable without pypdfium2, which the extra ``pdf`` brings.
"""

from libcorpus.readers.pdf.reader import Pdf

__all__ = ["Pdf"]
