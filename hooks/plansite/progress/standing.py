"""Status now (7): the first rule that holds decides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from .case import Goal
from .due import is_due
from .gap import is_met
from .method import NEGLIGIBLE_SHARE
from .pace import Pace, pace_status
from .promise_words import Kind
from .result_words import Status
from .series import Series


def standing(goal: Goal, series: Series, pace: Pace, as_of: date) -> Status:
    """Return the status of a goal on a day; rules in the order of `Status`."""
    return next(_rules(goal, series, pace, as_of))


def negligible(goal: Goal, start: Decimal, years: int) -> Decimal:
    """Return the largest change from `start` over `years` that counts as none, in the unit."""
    return max(goal.unit_in_last_place, NEGLIGIBLE_SHARE * abs(start) * years)


def _rules(goal: Goal, series: Series, pace: Pace, as_of: date) -> Iterator[Status]:
    latest, end = series.latest, goal.target_year
    if latest is None or latest.value is None:
        yield Status.NOT_COMPARABLE if not series.comparable else Status.NO_DATA
        return
    if not series.comparable:
        yield Status.NOT_COMPARABLE
    if goal.directional:
        yield _trend(goal, series, latest.value)
    met = is_met(goal, latest.value)
    at_end = end is not None and latest.year >= end
    if at_end or (goal.binary and met):
        yield Status.ACHIEVED if met else Status.NOT_ACHIEVED
    if end is not None and is_due(goal, end, as_of):
        yield Status.AWAITING_FINAL
    if goal.binary or goal.kind is Kind.EACH_YEAR:
        yield Status.ACHIEVED if met else Status.NOT_ACHIEVED
    if met:
        yield Status.MET_EARLY
    if any(is_met(goal, value) for _, value in series.track[:-1]):
        yield Status.SLIPPED
    yield Status.INSUFFICIENT if pace.ratio is None else pace_status(pace.ratio)


def _trend(goal: Goal, series: Series, value: Decimal) -> Status:
    """Return improving, stable or worsening for an aim without a value."""
    base, latest = series.baseline, series.latest
    if base is None or latest is None or latest.year <= base.year:
        return Status.INSUFFICIENT
    change = value - base.value
    gain = change * goal.direction if goal.direction else -abs(change)
    limit = negligible(goal, base.value, latest.year - base.year)
    if gain > limit:
        return Status.IMPROVING
    return Status.WORSENING if gain < -limit else Status.STABLE
