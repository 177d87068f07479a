"""Pictures drawn at build time: scales and positions only; the marks are in the templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

WIDTH = 640
"""Width of every chart in SVG units."""


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


def text_width(text: str, size: float = 12) -> float:
    """Estimate the width of a label, to a tenth of a unit: 1 em a Han character, 0.58 em any other."""
    wide = sum(ord(letter) > 0x2E7F for letter in text)
    return round(size * (wide + 0.58 * (len(text) - wide)), 1)
