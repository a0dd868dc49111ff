"""Reads HTML pages of parties: the main text, not the navigation around it.

    bytes -> encoding -> tree -> main text -> blocks -> Draft

Every character a reader of the page can see is in the draft or left out with a kind. Needs the extra ``html``.
"""

import re
from typing import Final

from libcorpus.model.draft import Draft
from libcorpus.model.problems import Problem, refuse
from libcorpus.readers.base import NO_OPTIONS, ReadOptions, suffix_of
from libcorpus.readers.composing import Composer
from libcorpus.readers.encodings import NAMES, Decoded, decoded, is_text, mojibake
from libcorpus.readers.html.blocks import Blocks
from libcorpus.readers.html.main_text import furniture, main_of
from libcorpus.readers.html.notes import notes_of
from libcorpus.readers.html.tree import Node, parse

MEDIA_TYPE: Final = "text/html"
_HEAD: Final = 4096
_BEFORE: Final = r"(?is)\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}"
_PAGE: Final = re.compile(rf"{_BEFORE}<(?:!doctype\s+html|html|head|body|meta|title)\b")
_FRAGMENT: Final = re.compile(rf"{_BEFORE}<(?:h[1-6]|p|div|article|main|section|ul|ol|table|blockquote|span)\b")
# Names under which a piece of a page may come; a text in Markdown may begin with a tag too.
_ANY_TEXT: Final = ("", ".txt", ".text", ".doc", ".docx", ".odt", ".rtf", ".pdf")
_CHARSET: Final = re.compile(rb"(?i)<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([a-z0-9_:.-]{2,40})")
# Names that pages give, and what browsers take them for.
_ALIASES: Final = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "windows-1252": "cp1252",
    "iso-8859-15": "iso-8859-15",
}
# What a site puts behind the title of each of its pages.
_SITE: Final = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,80}$")


class Html:
    """Pages as a browser saves them."""

    name = "html 1"
    media_type = MEDIA_TYPE
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def recognises(self, data: bytes, file_name: str) -> bool:
        """Whether it begins as a page does; a fragment is a page by its name too."""
        if b"<" not in data[:_HEAD] or not is_text(data):
            return False
        start, suffix = decoded(data, file_name).text[:_HEAD], suffix_of(file_name)
        if _PAGE.match(start) or (suffix in self.suffixes and "<" in start):
            return True
        return suffix in _ANY_TEXT and _FRAGMENT.match(start) is not None

    def read(self, data: bytes, file_name: str, options: ReadOptions = NO_OPTIONS) -> Draft:
        """The draft of the main text; refuses a page with tracked changes that nobody chose on."""
        found = _decoded(data, file_name)
        root = parse(found.text, file_name)
        composer = Composer(file_name)
        composer.remarks += found.remarks
        _check_tracked(root, composer, options)
        main, said = main_of(root)
        blocks = Blocks(composer, notes_of(root), options.tracked, said)
        title, sure = _title(root, main)
        _around(root, main, blocks)
        try:
            blocks.read(main)
        except RecursionError:
            raise refuse("nested-too-deep", file_name, expected=200) from None
        if blocks.guessed and not said:
            composer.remarks.append(Problem.of("page-guessed", file_name, seen=main.tag))
        if blocks.pictures:
            composer.remarks.append(Problem.of("pictures-left-out", file_name, count=blocks.pictures))
        return composer.draft(self.name, MEDIA_TYPE, "".join(root.texts()), {"title": title}, sure=sure)


def _decoded(data: bytes, file_name: str) -> Decoded:
    """The page as text, in the encoding it names, if it is true."""
    match = _CHARSET.search(data[:_HEAD])
    encoding = _ALIASES.get(match[1].decode("ascii").lower(), "") if match else ""
    if encoding in ("", "utf-8"):
        return decoded(data, file_name)
    try:
        data.decode("utf-8")
        return decoded(data, file_name)  # says Latin-1 and is UTF-8
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return decoded(data, file_name)
    seen = NAMES.get(encoding, encoding.upper())
    remarks = (Problem.of("encoding-found", file_name, seen=seen), *mojibake(text, file_name))
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding, remarks)


def _check_tracked(root: Node, composer: Composer, options: ReadOptions) -> None:
    count = sum(one.tag in ("ins", "del") and bool(one.text.strip()) for one in root.walk())
    if count and not options.tracked:
        raise refuse("tracked-changes", composer.file_name, count=count)
    if count:
        composer.remarks.append(Problem.of("tracked-taken", composer.file_name, count=count, seen=options.tracked))


def _title(root: Node, main: Node) -> tuple[str, bool]:
    """The title of the page, and whether it is sure: a heading above the text that the window's bar shows too.

    The other headings up there are the name of the site.
    """
    bar = next((" ".join(one.text.split()) for one in root.walk() if one.tag == "title"), "")
    inside = {id(one) for one in main.walk()}
    for one in root.walk():
        words = " ".join(one.text.split()) if one.tag == "h1" else ""
        above = id(one) not in inside or any(furniture(around) for around in one.above())
        if words and above and bar.startswith(words):
            return words, True
    return _SITE.sub("", bar), False


def _around(root: Node, main: Node, blocks: Blocks) -> None:
    """Leave out all that stands outside of the main text, element by element; notes that belong to it are kept."""
    path = {id(one) for one in (main, *main.above())}
    for node in root.walk():
        if node is main or id(node) not in path:
            continue
        for one in node.children:
            if isinstance(one, str):
                blocks.composer.leave("navigation", one)
            elif id(one) not in path:
                blocks.outside(one)
