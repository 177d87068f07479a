"""Projection to the target year (8) and the verdict on it (9)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .case import Goal
from .drift import Drift, scaled
from .gap import is_met
from .method import SAME_DIGITS, t90
from .promise_words import Kind, Path
from .result_words import Verdict
from .series import Series


@dataclass(frozen=True)
class Projection:
    """Where the drift leads by the target year, and what that means for the goal."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    """Value and 80% interval, in the unit, ended at the natural limits; no interval for n = 2."""
    horizon: int = 0
    """h: years from the latest value to the target year."""
    verdict: Verdict = Verdict.NOT_PROJECTED
    overshoot: bool = False
    """Whether the value passes beyond the far edge of a band."""


def project(goal: Goal, series: Series, walk: Drift) -> Projection:
    """Return the projection and its verdict; not projected for n = 1, h = 0, or without a value."""
    latest, end = series.latest, goal.target_year
    if latest is None or latest.value is None or end is None:
        return Projection()
    horizon = end - latest.year
    if not goal.paced or walk.points < 2 or horizon <= 0:
        return Projection(horizon=max(horizon, 0))
    last = series.track[-1][1]
    centre = (scaled(goal, last) * walk.span + horizon * walk.rise) / walk.span
    reach = _reach(walk, horizon)
    low, value, high = (_back(goal, x) for x in (centre - reach, centre, centre + reach))
    ends = (low, high) if walk.sigma is not None else None
    verdict = _verdict(goal, last, value, ends, walk.rise)
    shown = _clip(goal, value)
    return Projection(
        shown,
        _clip(goal, low) if ends else None,
        _clip(goal, high) if ends else None,
        horizon,
        verdict,
        _overshoots(goal, series, last, shown),
    )


def _reach(walk: Drift, horizon: int) -> Decimal:
    """Return half the width of the 80% interval, on f."""
    if walk.sigma is None:
        return Decimal(0)
    spread = Decimal(horizon * (walk.span + horizon)) / walk.span
    return t90(walk.points - 2) * walk.sigma * spread.sqrt()


def _verdict(
    goal: Goal, last: Decimal, value: Decimal, ends: tuple[Decimal, Decimal] | None, rise: Decimal
) -> Verdict:
    """Return what the projection means for the edge that counts (9)."""
    edge, sense = _tested_edge(goal, last, rise)
    strict = goal.bounds.strict

    def meets(x: Decimal) -> bool:
        ahead = sense * (x - edge)
        return ahead > 0 if strict else ahead >= 0

    if ends is None:
        return Verdict.INDICATIVE_MEET if meets(value) else Verdict.INDICATIVE_MISS
    worst, best = ends if sense > 0 else (ends[1], ends[0])
    if meets(worst):
        return Verdict.WILL_MEET
    if meets(value):
        return Verdict.LIKELY_MEET
    return Verdict.LIKELY_MISS if meets(best) else Verdict.WILL_MISS


def _tested_edge(goal: Goal, last: Decimal, rise: Decimal) -> tuple[Decimal, int]:
    """Return the edge and the side of it that is good.

    Outside a band the edge next to the value; inside, the one the drift moves towards, and without
    drift the nearer one.
    """
    low, high = goal.bounds.low, goal.bounds.high
    if low is not None and (high is None or last < low):
        return low, 1
    if high is not None and (low is None or last > high):
        return high, -1
    if low is None or high is None:
        raise ValueError("a goal with a value has at least one edge")
    upward = rise > 0 if rise else high - last < last - low
    return (high, -1) if upward else (low, 1)


def _overshoots(goal: Goal, series: Series, last: Decimal, value: Decimal) -> bool:
    """Whether a band is passed through: the far edge seen from the baseline, else from now."""
    low, high = goal.bounds.low, goal.bounds.high
    if low is None or high is None:
        return False
    start = series.baseline.value if series.baseline else last
    side = start if not is_met(goal, start) else last
    return (side < low and value > high) or (side > high and value < low)


def _back(goal: Goal, value: Decimal) -> Decimal:
    if goal.path is not Path.GEOMETRIC:
        return value
    return SAME_DIGITS.plus(value.exp())


def _clip(goal: Goal, value: Decimal) -> Decimal:
    if goal.limit_low is not None:
        value = max(value, goal.limit_low)
    if goal.limit_high is not None and goal.kind is not Kind.CUMULATIVE:
        value = min(value, goal.limit_high)
    return value
