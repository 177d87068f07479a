"""How high a row must be: spreadsheets do not work it out when they open a file."""

from __future__ import annotations

import math
import re

LINE = 15.0
"""Points of one line of 11-point text."""

_PIECES = re.compile(r"[⺀-鿿豈-￯　-〿]|[^\s⺀-鿿豈-￯]+\s*")
_WIDE_FROM = 0x2E80
"""From here on signs are as wide as they are high: twice a Latin letter."""

_MARGIN = 1.2
_LATIN = 1.02
"""Widths of Latin letters vary by font; one and a little keeps lines from being clipped."""


def row_height(cells: list[tuple[str, float]]) -> float:
    """Return the points a row needs for its texts, each with the width of its column."""
    most = max((text_lines(text, width) for text, width in cells), default=1)
    return most * LINE + 3


def text_lines(text: str, width: float) -> int:
    """Return on how many lines a text stands in a column so many characters wide."""
    return sum(_lines(paragraph, width - _MARGIN) for paragraph in text.split("\n"))


def _lines(paragraph: str, width: float) -> int:
    count, used = 1, 0.0
    for piece in _PIECES.findall(paragraph):
        size = _size(piece)
        if used + _size(piece.rstrip()) > width and used:
            count, used = count + 1, 0.0
        if size > width:  # a word longer than the line is cut
            count, size = count + math.ceil(size / width) - 1, size % width
        used += size
    return count


def _size(text: str) -> float:
    return sum(1.9 if ord(sign) >= _WIDE_FROM else _LATIN for sign in text)
