"""Distance between a value and its target: gap, met, the near edge (1), (2) and progress (3)."""

from __future__ import annotations

from decimal import Decimal

from .case import Goal
from .promise_words import Path

_ZERO = Decimal(0)


def gap(goal: Goal, value: Decimal) -> Decimal:
    """Return how far `value` is from meeting the goal, in the indicator's unit; 0 when met (1).

    Exact, on the value as published. Where equality is not enough (gt, lt) the gap is at least one
    unit in the last place, so that a better value never has a larger gap.
    """
    bounds = goal.bounds
    if bounds.low is not None and value <= bounds.low:
        short = bounds.low - value
    elif bounds.high is not None and value >= bounds.high:
        short = value - bounds.high
    else:
        return _ZERO
    return max(short, goal.unit_in_last_place) if bounds.strict else short


def is_met(goal: Goal, value: Decimal) -> bool:
    """Whether `value` meets the goal; a goal without a value is never met."""
    bounds = goal.bounds
    if bounds.low is None and bounds.high is None:
        return False
    if bounds.low is not None and (value < bounds.low or (bounds.strict and value == bounds.low)):
        return False
    return bounds.high is None or not (
        value > bounds.high or (bounds.strict and value == bounds.high)
    )


def near_edge(goal: Goal, start: Decimal) -> Decimal | None:
    """Return the value a path from `start` has to reach (2); None if `start` lies in a band."""
    low, high = goal.bounds.low, goal.bounds.high
    if low is not None and (high is None or start < low):
        return low
    if high is not None and (low is None or start > high):
        return high
    return None


def progress(goal: Goal, value: Decimal, start: Decimal) -> Decimal | None:
    """Return the share of the way from the baseline `start` that `value` has gone (3).

    1 at most, below 0 if further off than the baseline; None if the baseline already met the goal.
    For a band the gap counts from the edge that the value is nearer to, so a value beyond the far
    edge has lost progress again, as one short of the near edge has not made it yet.
    """
    whole = gap(goal, start)
    if not whole:
        return None
    return 1 - gap(goal, value) / whole


def folded(goal: Goal, value: Decimal, start: Decimal) -> Decimal:
    """Return `value`, or its mirror image before the band if it has run through the whole band.

    A band may be overshot; pace then has to fall again as the gap on the far side grows. The mirror
    image has the same gap before the near edge as the value has beyond the far edge.
    """
    low, high = goal.bounds.low, goal.bounds.high
    if low is None or high is None:
        return value
    crossed = (start < low and value > high) or (start > high and value < low)
    if not crossed:
        return value
    if goal.path is Path.GEOMETRIC:
        return low * high / value
    return low + high - value
