"""Drift: how a series has moved on average, and the noise of one year around that (8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from .case import Goal
from .method import INTERVAL_POINTS, WINDOW_YEARS
from .number import ln
from .promise_words import Path
from .series import Series

Track = Sequence[tuple[int, Decimal]]
"""Years and values, by year."""


@dataclass(frozen=True)
class Drift:
    """A random walk with drift through a track, on f: x, or ln x on a geometric path."""

    points: int
    """n: baseline and observations of the window."""
    span: int = 0
    """S: years from the first point to the last."""
    sigma: Decimal | None = None
    """One year's noise, on f; None for fewer than three points."""
    rise: Decimal = Decimal(0)
    """Change from the first point to the last, on f."""
    turns: int = 0
    """Changes of direction."""
    level: Decimal = Decimal(0)
    """Mean absolute value, in the indicator's unit."""


def drift(goal: Goal, series: Series) -> Drift:
    """Return the drift over the baseline and the comparable values of the last years (8).

    The baseline always counts, so that the drift agrees with the end points of the pace ratio.
    """
    track = _window(series)
    if len(track) < 2:
        return Drift(len(track), level=abs(track[0][1]) if track else Decimal(0))
    steps = [(year, scaled(goal, value)) for year, value in track]
    changes = [b[1] - a[1] for a, b in pairwise(steps) if a[1] != b[1]]
    return Drift(
        points=len(track),
        span=track[-1][0] - track[0][0],
        sigma=_sigma(goal, steps, track[-1][1]),
        rise=steps[-1][1] - steps[0][1],
        turns=sum((a > 0) != (b > 0) for a, b in pairwise(changes)),
        level=sum((abs(value) for _, value in track), Decimal(0)) / len(track),
    )


def scaled(goal: Goal, value: Decimal) -> Decimal:
    """Return f(x): ln x on a geometric path, else x itself."""
    return ln(value) if goal.path is Path.GEOMETRIC else value


def _window(series: Series) -> Track:
    if not series.observed:
        return series.track
    first = series.observed[-1].year - WINDOW_YEARS
    base = series.baseline.year if series.baseline else None
    return [(year, value) for year, value in series.track if year >= first or year == base]


def _sigma(goal: Goal, steps: Track, last: Decimal) -> Decimal | None:
    """Return one year's noise, at least half a unit in the last place; None for two points."""
    if len(steps) < INTERVAL_POINTS:
        return None
    (first_year, first), (last_year, end) = steps[0], steps[-1]
    mean = (end - first) / (last_year - first_year)
    squares = Decimal(0)
    for (year_a, a), (year_b, b) in pairwise(steps):
        years = year_b - year_a
        squares += (b - a - mean * years) ** 2 / years
    floor = goal.unit_in_last_place / 2
    if goal.path is Path.GEOMETRIC:
        floor = floor / last
    return max((squares / (len(steps) - 2)).sqrt(), floor)
