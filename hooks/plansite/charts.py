"""Pictures drawn at build time: scales and positions only; the marks are in the templates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import ceil, floor, log10

WIDTH = 640
"""Width of every chart in SVG units."""


_PIECE = re.compile(
    r"[（《“‘(]*(?:[A-Za-z0-9.,%:/_~@#&=+'’-]+|.)[，。、；：！？）》”’),.;:%]*\s*", re.DOTALL
)
"""What stays in one line: a word or a Han character, with the signs that belong to it."""
_WIDE = re.compile("[\u2e80-\U0010ffff]+")
"""Han characters and their signs."""
RUNNING = 0.52
"""Width of a letter in running text, in ems: less than in a label, which has more digits."""


@dataclass(frozen=True)
class Scale:
    """A straight map from values to positions, with round ticks (1-2-5 rule)."""

    low: float
    high: float
    start: float
    end: float
    step: float

    def __call__(self, value: float | Decimal) -> float:
        """Return the position of a value, to a tenth of a unit."""
        share = (float(value) - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)

    @property
    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Return position and label of each tick."""
        count = round((self.high - self.low) / self.step)
        decimals = max(0, -floor(log10(self.step)))
        values = [self.low + index * self.step for index in range(count + 1)]
        return tuple((self(value), f"{value:,.{decimals}f}") for value in values)


def scale(values: Sequence[float | Decimal], start: float, end: float, ticks: int = 5) -> Scale:
    """Return a scale that holds all values with about `ticks` round steps.

    Raises ValueError for no values.
    """
    numbers = [float(value) for value in values]
    if not numbers:
        raise ValueError("a scale needs values")
    low, high = min(numbers), max(numbers)
    spread = (high - low) or abs(high) * 0.1 or 1.0
    raw = spread / ticks
    power = 10.0 ** floor(log10(raw))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= raw * 0.999)
    bottom, top = floor(low / step) * step, ceil(high / step) * step
    if bottom == top:
        bottom, top = bottom - step, top + step
    return Scale(bottom, top, start, end, step)


def text_width(text: str, size: float = 12, latin: float = 0.58) -> float:
    """Estimate the width of a label, to a tenth of a unit: 1 em a Han character, `latin` any other."""
    wide = 0 if text.isascii() else len(text) - len(_WIDE.sub("", text))
    return round(size * (wide + latin * (len(text) - wide)), 1)


@lru_cache(maxsize=4096)
def wrapped(text: str, width: float, size: float, latin: float = RUNNING) -> tuple[str, ...]:
    """Return a text in lines that are about as wide as `width`; a long word is cut."""
    if text_width(text, size, latin) <= width:
        return (text,)
    lines, reached = [""], 0.0
    for piece in _pieces(text, width / size):
        room = text_width(piece, size, latin)
        if lines[-1] and reached + room > width:
            lines.append("")
            reached = 0.0
        lines[-1] += piece
        reached += room
    return tuple(line.strip() for line in lines)


def _pieces(text: str, most: float) -> Iterator[str]:
    """Yield what stays in one line; an address has no place to part it, so it is cut at `most`."""
    for piece in _PIECE.findall(text):
        step = int(most / RUNNING) if len(piece) > most else len(piece)
        yield from (piece[start : start + step] for start in range(0, len(piece), step))
