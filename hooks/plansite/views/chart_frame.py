"""The frame of a chart: years along, values up, round ticks, and what the axis says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from math import ceil, floor, log10

from plansite.charts import Scale, scale, text_width
from plansite.edition import Edition
from plansite.records.catalogue import Indicator
from plansite.views.figures import LARGE, unit_words

WIDTH = 380
"""Width in SVG units: narrow, so that its words stay readable on a phone."""
TOP = 26
FOOT = 24
TICK_SIZE = 11
COUNTS = frozenset(
    {"count", "persons", "person_times", "yuan", "hundred_million_yuan", "m2", "km2"}
)
"""Units of quantities: their axis begins at zero."""


@dataclass(frozen=True)
class Frame:
    """The plot: its two scales with their ticks; everything is placed through it."""

    x: Scale
    y: Scale
    width: int
    height: int
    unit: str
    years: tuple[tuple[float, str], ...]
    values: tuple[tuple[float, str], ...]
    truncated: bool
    """Whether the value axis begins above zero."""

    @cached_property
    def left(self) -> float:
        """Position of the value axis."""
        return self.x.start

    @cached_property
    def right(self) -> float:
        """End of the plot."""
        return self.x.end

    @cached_property
    def top(self) -> float:
        """Upper edge of the plot."""
        return self.y.end

    @cached_property
    def foot(self) -> float:
        """Lower edge of the plot, where the years stand."""
        return self.y.start

    @cached_property
    def rules(self) -> str:
        """The lines across at round values, as a path."""
        return "".join(f"M{self.left - 4:g} {y:g}H{self.right:g}" for y, _ in self.values)

    @cached_property
    def strokes(self) -> str:
        """The strokes under the years, as a path."""
        return "".join(f"M{x:g} {self.foot:g}v4" for x, _ in self.years)

    @cached_property
    def value_labels(self) -> tuple[tuple[str, str, str], ...]:
        """Position and label of each round value."""
        x = f"{self.left - 8:g}"
        return tuple((x, f"{y + 4:g}", label) for y, label in self.values)

    @cached_property
    def year_labels(self) -> tuple[tuple[str, str, str], ...]:
        """Position and label of each year."""
        y = f"{self.foot + 17:g}"
        return tuple((f"{x:g}", y, label) for x, label in self.years)

    def at(self, year: float, value: float | Decimal) -> tuple[float, float]:
        """Return the position of a value in a year, within the plot."""
        y = self.y(value)
        return self.x(year), min(max(y, self.top), self.foot)


def frame(
    edition: Edition,
    indicator: Indicator,
    years: Sequence[int],
    values: Sequence[float | Decimal],
    *,
    height: int = 240,
    margin: float = 16,
) -> Frame:
    """Return the frame that holds all years and values; `margin` is kept free on the right."""
    counted = indicator.unit in COUNTS
    y = scale([*values, *([0.0] if _from_zero(values, counted) else [])], height - FOOT, TOP)
    word, factor = _magnitude(edition, max(abs(y.low), abs(y.high)))
    unit = unit_words(edition, indicator)
    ticks = _ticks(y, factor)
    left = 16 + ceil(max(text_width(label, TICK_SIZE) for _, label in ticks))
    x = Scale(min(years), max(max(years), min(years) + 1), left, WIDTH - ceil(margin), 1)
    space = " " if word and edition.lang == "en" else ""
    return Frame(x, y, WIDTH, height, f"{word}{space}{unit}", year_ticks(x), ticks, y.low > 0)


def year_ticks(x: Scale, room: float = 44) -> tuple[tuple[float, str], ...]:
    """Return years in steps of 1, 2, 5, 10 ..., at least `room` apart; positions and labels."""
    steps = (factor * 10**power for power in range(4) for factor in (1, 2, 5))
    width = (x.end - x.start) / (x.high - x.low)
    step = next(one for one in steps if one * width >= room or one >= x.high - x.low)
    first = ceil(x.low / step) * step
    return tuple((x(year), str(year)) for year in range(first, floor(x.high) + 1, step))


def _from_zero(values: Sequence[float | Decimal], counted: bool) -> bool:
    """Say whether the axis begins at zero: counts always, rates that come near it."""
    low, high = float(min(values)), float(max(values))
    return low > 0 and (counted or low < 0.3 * high)


def _magnitude(edition: Edition, largest: float) -> tuple[str, int]:
    """Return the word and factor that shorten large values on the axis."""
    return next(
        ((word, factor) for word, factor in LARGE[edition.lang] if largest >= factor), ("", 1)
    )


def _ticks(y: Scale, factor: int) -> tuple[tuple[float, str], ...]:
    step = y.step / factor
    places = max(0, -floor(log10(step) + 1e-9))
    count = round((y.high - y.low) / y.step)
    values = [y.low + index * y.step for index in range(count + 1)]
    return tuple((y(value), f"{value / factor:,.{places}f}") for value in values)
