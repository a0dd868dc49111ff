"""Counts as lists do: 1, 2, 3; a, b, …, z, aa; i, ii, iii.

    counted(4, "lowerRoman")  ->  "iv"

Knows numbers and the names that formats give to ways of counting.
"""

from typing import Final

_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
# Names in Word, in OpenDocument and in HTML.
_LOWER_LETTER: Final = frozenset(["lowerLetter", "a", "LowerAlpha"])
_UPPER_LETTER: Final = frozenset(["upperLetter", "A", "UpperAlpha"])
_LOWER_ROMAN: Final = frozenset(["lowerRoman", "i", "LowerRoman"])
_UPPER_ROMAN: Final = frozenset(["upperRoman", "I", "UpperRoman"])
_HIGHEST_ROMAN: Final = 4000
_HIGHEST_LETTER: Final = 26 * 20


def counted(value: int, form: str) -> str:
    """A number as a list prints it.

    >>> counted(3, "lowerLetter"), counted(28, "a"), counted(9, "I"), counted(7, "decimal"), counted(7, "decimalZero")
    ('c', 'bb', 'IX', '7', '07')
    """
    if form in _LOWER_LETTER | _UPPER_LETTER and 0 < value <= _HIGHEST_LETTER:
        # Word and LibreOffice count z, aa, bb.
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters if form in _LOWER_LETTER else letters.upper()
    if form in _LOWER_ROMAN | _UPPER_ROMAN and 0 < value < _HIGHEST_ROMAN:
        return roman(value) if form in _LOWER_ROMAN else roman(value).upper()
    if form == "none":
        return ""
    return f"{value:02}" if form == "decimalZero" else f"{value}." if form == "ordinal" else str(value)


def roman(value: int) -> str:
    """A Roman numeral in small letters.

    >>> roman(1), roman(4), roman(1989)
    ('i', 'iv', 'mcmlxxxix')
    """
    result = ""
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        result += letters * times
    return result
