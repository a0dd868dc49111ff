"""How things on a page are set: fonts, turned, hidden or white text, pictures, annotations.

    look_of(…)       Look(size 11.0, style ("Lora-Bold", bold, …), turn 0, origin (72.0, 520.3))
    Paper.of(…)      what lies below white text: paper, or a coloured box

Takes pdfium's functions as an argument (``raw``); the door that imports them is ``glyphs``.
"""

import ctypes
import math
import re
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

Box = tuple[float, float, float, float]
_BOLD: Final = re.compile(r"(?i)bold|black|heavy|demi|cmbx|medium|(?:^|[-+_, ])(?:bd|bx)|-b$")
_ITALIC: Final = re.compile(r"(?i)italic|oblique|slanted|kursiv|cmti|cmsl|-it$|-i$")
_SYMBOLS: Final = re.compile(r"(?i)wingding|webding|dingbat|symbol(?!a)")
_BOLD_WEIGHT, _BOLD_FLAG, _ITALIC_FLAG = 600, 1 << 18, 1 << 6
# More objects than these are not looked through on one page, nor more annotations.
_MAX_OBJECTS, _MAX_ANNOTATIONS, _MAX_NOTE = 5000, 1000, 20_000
_WHITE: Final = 0xF4
# Modes of the PDF format in which text is drawn.
_FILL_AND_STROKE, _INVISIBLE, _CLIPPING = 2, 3, 7
_DOT: Final = (1.2, 8.0)
# A picture that covers this much of a page is a scan.
_SCAN_SHARE: Final = 0.5


class Look(NamedTuple):
    """How an object of text is set. ``turn`` counts quarter turns to the left; a part of one is text that leans."""

    size: float
    style: tuple[str, bool, bool, int, bool]
    turn: float
    kind: str
    origin: tuple[float, float]


def turned(box: Box, turn: int) -> Box:
    """A box after quarter turns to the right.

    >>> turned((1.0, 2.0, 3.0, 4.0), 1)
    (2.0, -3.0, 4.0, -1.0)
    """
    if turn == 0:
        return box
    x0, y0, x1, y1 = box
    for _ in range(turn % 4):
        x0, y0, x1, y1 = y0, -x1, y1, -x0
    return x0, y0, x1, y1


class Looks:
    """Finds how objects of text are set. pdfium's functions are called bare: their wrapping takes most of the time."""

    def __init__(self, raw: Any) -> None:
        pointer, number = ctypes.c_void_p, ctypes.c_int
        self.raw = raw
        self.matrix = raw.FS_MATRIX()
        self.parts = [ctypes.c_uint() for _ in range(4)]
        self.at_matrix = ctypes.addressof(self.matrix)
        self.at_parts = [ctypes.addressof(part) for part in self.parts]
        self.matrix_of = bare(raw.FPDFText_GetMatrix, number, pointer, number, pointer)
        self.size_of = bare(raw.FPDFText_GetFontSize, ctypes.c_double, pointer, number)
        self.colour_of = bare(raw.FPDFText_GetFillColor, number, pointer, number, *[pointer] * 4)
        self.mode_of = bare(raw.FPDFTextObj_GetTextRenderMode, number, pointer)
        self.font_of = bare(raw.FPDFTextObj_GetFont, pointer, pointer)
        self.fonts: dict[int, tuple[str, bool, bool, bool]] = {}

    def find(self, text_page: Any, handle: int, index: int, own: int | None) -> Look:
        """The look of the object ``own``, asked of one of its characters."""
        matrix = self.matrix
        self.matrix_of(handle, index, self.at_matrix)
        scale = abs(matrix.d) if matrix.c == 0 else math.hypot(matrix.c, matrix.d)
        size = round(self.size_of(handle, index) * (scale or 1.0), 1)
        upright = matrix.b == 0 and matrix.a >= 0
        turn = 0.0 if upright else round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90, 2) % 4
        mode = self.mode_of(own) if own else 0
        colour, alpha = self._colour(handle, index)
        kind = "hidden-text" if mode in (_INVISIBLE, _CLIPPING) or alpha == 0 else ""
        if not kind and min(colour >> 16, colour >> 8 & 0xFF, colour & 0xFF) >= _WHITE:
            kind = "white"
        font, bold, italic, symbols = self._font(text_page, index, own)
        style = (font, bold or mode == _FILL_AND_STROKE, italic, colour, symbols)
        return Look(size, style, turn, kind, (matrix.e, matrix.f))

    def _colour(self, handle: int, index: int) -> tuple[int, int]:
        if not self.colour_of(handle, index, *self.at_parts):
            return 0, 255
        red, green, blue, alpha = self.parts
        return red.value << 16 | green.value << 8 | blue.value, alpha.value

    def _font(self, text_page: Any, index: int, own: int | None) -> tuple[str, bool, bool, bool]:
        """Name, weight, slant and kind of a font; of one page a font is looked up once."""
        key = self.font_of(own) if own else 0
        if not key or key not in self.fonts:
            self.fonts[key or 0] = _font(self.raw, text_page, index)
        return self.fonts[key or 0]


def bare(function: Any, *types: Any) -> Any:
    """A function of pdfium without the wrapping."""
    return ctypes.CFUNCTYPE(*types)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def _font(raw: Any, text_page: Any, index: int) -> tuple[str, bool, bool, bool]:
    name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text_page, index, name, 256, ctypes.byref(flags))
    font = name.value.decode("utf-8", "replace")
    weight = raw.FPDFText_GetFontWeight(text_page, index)
    bold = weight >= _BOLD_WEIGHT or bool(flags.value & _BOLD_FLAG) or _BOLD.search(font) is not None
    italic = bool(flags.value & _ITALIC_FLAG) or _ITALIC.search(font) is not None
    return font, bold, italic, _SYMBOLS.search(font) is not None


@dataclass(frozen=True, slots=True)
class Paper:
    """What lies on a page besides text: whether a picture covers it, and the boxes that are not white."""

    scanned: bool = False
    dark: tuple[Box, ...] = ()

    @classmethod
    def of(cls, raw: Any, page: Any) -> "Paper":
        """Look through the objects of a page, down to those inside of forms."""
        width, height = page.get_size()
        pictures, dark = [], []
        count = min(raw.FPDFPage_CountObjects(page.raw), _MAX_OBJECTS)
        for index in range(count):
            item = raw.FPDFPage_GetObject(page.raw, index)
            kind = raw.FPDFPageObj_GetType(item)
            if kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM):
                pictures.append(_bounds(raw, item))
            elif kind == raw.FPDF_PAGEOBJ_SHADING or (kind == raw.FPDF_PAGEOBJ_PATH and _is_dark(raw, item)):
                dark.append(_bounds(raw, item))
        share = sum((box[2] - box[0]) * (box[3] - box[1]) for box in pictures) / max(width * height, 1.0)
        return cls(share >= _SCAN_SHARE, (*pictures, *dark))

    def kind(self, kind: str, box: Box) -> str:
        """The kind that text at a place is left out as; empty for text that is seen.

        Invisible text upon a picture is what a machine recognised in a scan.
        """
        if kind == "white":
            x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            seen = any(low[0] <= x <= low[2] and low[1] <= y <= low[3] for low in self.dark)
            return "" if seen else "hidden-text"
        return "recognised" if kind == "hidden-text" and self.scanned else kind


def _bounds(raw: Any, item: Any) -> Box:
    sides = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *map(ctypes.byref, sides))
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top


def _is_dark(raw: Any, item: Any) -> bool:
    parts = [ctypes.c_uint() for _ in range(4)]
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, ctypes.byref(filled), ctypes.byref(stroked))
    found = raw.FPDFPageObj_GetFillColor(item, *map(ctypes.byref, parts))
    return bool(found and filled.value and parts[3].value and min(part.value for part in parts[:3]) < _WHITE)


class Dots:
    """Finds small filled shapes, about as wide as high."""

    def __init__(self, raw: Any) -> None:
        pointer, number = ctypes.c_void_p, ctypes.c_int
        self.path = raw.FPDF_PAGEOBJ_PATH
        self.count_of = bare(raw.FPDFPage_CountObjects, number, pointer)
        self.object_at = bare(raw.FPDFPage_GetObject, pointer, pointer, number)
        self.type_of = bare(raw.FPDFPageObj_GetType, number, pointer)
        self.bounds_of = bare(raw.FPDFPageObj_GetBounds, number, pointer, *[pointer] * 4)
        self.sides = [ctypes.c_float() for _ in range(4)]
        self.at_sides = [ctypes.addressof(side) for side in self.sides]

    def find(self, page: int) -> list[Box]:
        """The boxes of those on a page."""
        found: list[Box] = []
        for index in range(min(self.count_of(page), _MAX_OBJECTS)):
            item = self.object_at(page, index)
            if self.type_of(item) == self.path and self.bounds_of(item, *self.at_sides):
                left, bottom, right, top = (side.value for side in self.sides)
                width, height = right - left, top - bottom
                if _DOT[0] <= width <= _DOT[1] and 0.6 <= height / width <= 1.7:
                    found.append((left, bottom, right, top))
        return found


def annotations(raw: Any, page: Any) -> list[str]:
    """The texts of comments on a page; links have none."""
    found: list[str] = []
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MAX_ANNOTATIONS)):
        note = raw.FPDFPage_GetAnnot(page.raw, index)
        if not note:
            continue
        kind = raw.FPDFAnnot_GetSubtype(note)
        if kind not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
            texts = (_string(raw, note, key) for key in (b"Contents", b"V"))
            found.extend(text for text in texts if text.strip())
        raw.FPDFPage_CloseAnnot(note)
    return found


def _string(raw: Any, note: Any, key: bytes) -> str:
    length = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    raw.FPDFAnnot_GetStringValue(note, key, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")[:_MAX_NOTE]
