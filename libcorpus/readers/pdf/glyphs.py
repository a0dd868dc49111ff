"""The door to pypdfium2: a file as pages of words with their places. Runs in the worker's process alone.

    bytes -> {"pages": 12} -> {"page": 1, "styles": […], "words": [["Stadt", 72.0, 98.4, 120.5, 11.0, 0, 1, ""], …]}

pdfium gives characters one by one. To ask each for its place takes more time than all else, so only the ends of words
are asked, and the inside of those alone that look odd. Everything is plain data, to be sent as JSON.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from libcorpus.readers.pdf.objects import Box, Dots, Look, Looks, Paper, annotations, bare, turned

Record = dict[str, Any]
# pdfium writes U+0002 or U+FFFE for the hyphen at the end of a line, and runs on without white space.
_WORD: Final = re.compile(r"[^\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_HYPHENS: Final = dict.fromkeys("\x02\ufffe\u2010\u2011", "-")
# A character without a meaning of its own: the file does not say which letter it is.
UNKNOWN: Final = "\ufffd"
_CONTROLS: Final = dict.fromkeys([*map(chr, (*range(9), *range(14, 28), *range(127, 160))), "\uffff"], UNKNOWN)
_TABLE: Final = str.maketrans({**_CONTROLS, **_LIGATURES, **_HYPHENS})
_WIDE, _LONG, _GAP = 0.8, 24, 0.15
_MIN_SHARED: Final = 24


class _Fast:
    """pdfium's functions for single characters, called without the wrapping that costs most of their time."""

    def __init__(self) -> None:
        import pypdfium2.raw as raw

        pointer, number = ctypes.c_void_p, ctypes.c_int
        self.raw = raw
        self.looks = Looks(raw)
        self.dots = Dots(raw)
        self.box = raw.FS_RECTF()
        self.box_of = bare(raw.FPDFText_GetLooseCharBox, number, pointer, number, pointer)
        self.object_of = bare(raw.FPDFText_GetTextObject, pointer, pointer, number)
        self.at_box = ctypes.addressof(self.box)


def pages(data: bytes, order: Record) -> Iterator[Record]:
    """The pages of a file, first how many there are; a refusal is a record too, and the last one.

    ``order`` has the password, the limits, and the share of the pages that is wanted: ``[1, 2]`` is the second of two
    halves. A short file has but one.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data, password=order["password"])
    except pypdfium2.PdfiumError as error:
        yield {"refuse": "pdf-encrypted" if "password" in str(error).lower() else "pdf-broken"}
        return
    try:
        yield from _records(document, order)
    finally:
        document.close()


def _records(document: Any, order: Record) -> Iterator[Record]:
    """How many pages there are, and the pages; a refusal where a limit is passed."""
    from pypdfium2 import PdfiumError

    count = len(document)
    if count > order["pages"]:
        yield _refusal("pdf-too-long", seen=count, limit=order["pages"])
        return
    yield {"pages": count}
    fast, total = _Fast(), 0
    for index in _share(count, *order["share"]):
        try:
            page = document[index]
        except PdfiumError:
            yield _refusal("pdf-broken-page", page=index + 1)
            return
        reading = _PageReading(fast, page, index + 1)
        total += reading.count
        crowded = reading.count > order["on_page"]
        record = {} if crowded or total > order["characters"] else reading.record()
        reading.close()
        if crowded:
            record = _refusal("pdf-crowded-page", page=index + 1, seen=reading.count, limit=order["on_page"])
        yield record or _refusal("pdf-too-much-text", seen=total, limit=order["characters"])
        if "words" not in record:
            return


def _refusal(key: str, **values: int) -> Record:
    return {"refuse": key, "values": values}


def _share(count: int, own: int, parts: int) -> range:
    """The indices of one share of the pages.

    >>> _share(101, 1, 2), _share(3, 0, 2), _share(3, 1, 2)
    (range(50, 101), range(0, 3), range(3, 3))
    """
    if count < _MIN_SHARED:
        return range(0 if own == 0 else count, count)
    return range(count * own // parts, count * (own + 1) // parts)


# A piece of text with its place: text, box, size, style, kind, turn, blank before it, and the origin of its object.
_Piece = tuple[str, tuple[float, float, float, float], Look, bool]


class _PageReading:
    """One page: its characters, and the objects they belong to."""

    def __init__(self, fast: _Fast, page: Any, number: int) -> None:
        self.fast, self.raw, self.page, self.number = fast, fast.raw, page, number
        self.text_page = self.raw.FPDFText_LoadPage(page.raw)
        self.handle = ctypes.cast(self.text_page, ctypes.c_void_p).value or 0
        self.count = max(self.raw.FPDFText_CountChars(self.text_page), 0)
        self.objects: dict[int | None, Look] = {}
        fast.looks.fonts.clear()

    def close(self) -> None:
        self.raw.FPDFText_ClosePage(self.text_page)
        self.page.close()

    def record(self) -> Record:
        """The page as plain data, turned so that most of its text runs from left to right."""
        pieces = list(self._pieces())
        turns: Counter[float] = Counter()
        for text, _, look, _ in pieces:
            turns[look.turn] += len(text)
        main = int(next((turn for turn, _ in turns.most_common() if turn % 1 == 0), 0))
        frame = turned(self.page.get_bbox(), main)
        odd = any(look.kind for _, _, look, _ in pieces)
        paper = Paper.of(self.raw, self.page) if odd or not pieces else Paper()
        styles: dict[tuple[Any, ...], int] = {}
        handle = ctypes.cast(self.page.raw, ctypes.c_void_p).value or 0
        shapes = [turned(box, main) for box in self.fast.dots.find(handle)]
        words = [self._row(piece, main, frame, paper, styles) for piece in pieces]
        return {
            "page": self.number,
            "width": round(frame[2] - frame[0], 2),
            "height": round(frame[3] - frame[1], 2),
            "styles": [list(style) for style in styles],
            "words": words,
            "notes": annotations(self.raw, self.page),
            "scanned": paper.scanned,
            "dots": [
                [round(box[0] - frame[0], 1), round(box[2] - frame[0], 1), round(frame[3] - (box[1] + box[3]) / 2, 1)]
                for box in shapes
            ],
        }

    def _row(self, piece: _Piece, main: int, frame: Box, paper: Paper, styles: dict[tuple[Any, ...], int]) -> list[Any]:
        text, box, look, blank = piece
        own = turned(box, main)
        y = turned((*look.origin, *look.origin), main)[1] if main else look.origin[1]
        kind = paper.kind(look.kind, box) or ("rotated-text" if look.turn != main else "")
        outside = own[2] < frame[0] or own[0] > frame[2] or y < frame[1] - look.size or y > frame[3] + look.size
        style = styles.setdefault(look.style, len(styles))
        place = (round(own[0] - frame[0], 2), round(own[2] - frame[0], 2), round(frame[3] - y, 2))
        return [text, *place, look.size, style, int(blank), "off-page" if outside else kind]

    def _text(self) -> str:
        """One character for each index; pdfium's own string leaves out what it cannot name, and is then of no use."""
        buffer = (ctypes.c_ushort * (2 * self.count + 2))()
        length = self.raw.FPDFText_GetText(self.text_page, 0, self.count, buffer)
        text = bytes(buffer)[: 2 * max(length - 1, 0)].decode("utf-16-le", "replace")
        if len(text) == self.count:
            return text
        codes = (self.raw.FPDFText_GetUnicode(self.text_page, index) for index in range(self.count))
        return "".join(chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\x00" for code in codes)

    def _pieces(self) -> Iterator[_Piece]:
        text, object_of, handle, looks = self._text(), self.fast.object_of, self.handle, self.objects
        for match in _WORD.finditer(text):
            start, end = match.span()
            blank = start == 0 or text[start - 1].isspace() or text[start - 1] in "\x02\ufffe"
            while start < end:
                own, stop = object_of(handle, start), end
                if start + 1 < end and object_of(handle, end - 1) != own:
                    stop = start + 1
                    while stop < end and object_of(handle, stop) == own:
                        stop += 1
                look = looks.get(own) or self._look(own, start)
                yield from self._parted(text, start, stop, look, blank)
                start, blank = stop, False

    def _parted(self, text: str, start: int, end: int, look: Look, blank: bool) -> Iterator[_Piece]:
        """The word, or its parts where white space is seen in it that the file does not name."""
        first, last = self._box(start), self._box(end - 1)
        wide = last[2] - first[0] > _WIDE * look.size * (end - start)
        odd = look.turn == 0 and (end - start >= _LONG or (end - start > 1 and wide))
        for index in range(start + 1, end) if odd else ():
            before, after = self._box(index - 1), self._box(index)
            if after[0] - before[2] > _GAP * look.size:
                yield plain(text[start:index]), (first[0], first[1], before[2], first[3]), look, blank
                start, first, blank = index, after, True
        box = (min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3]))
        yield plain(text[start:end]), box, look, blank

    def _box(self, index: int) -> Box:
        box = self.fast.box
        self.fast.box_of(self.handle, index, self.fast.at_box)
        return box.left, box.bottom, box.right, box.top

    def _look(self, own: int | None, index: int) -> Look:
        """How the object is set that a character belongs to."""
        look = self.fast.looks.find(self.text_page, self.handle, index, own)
        if own is not None:
            self.objects[own] = look
        return look


def plain(text: str) -> str:
    """Characters as they are read: ligatures as letters, hyphens of any make as one, unknown ones as U+FFFD."""
    return text.translate(_TABLE)
