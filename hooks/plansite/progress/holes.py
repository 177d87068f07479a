"""Holes in a series: years between two observed ones that lack a row, or a number."""

from __future__ import annotations

from itertools import pairwise

from .case import Goal
from .observation_words import ObservationStatus
from .promise_words import Kind
from .series import Series


def years_without_row(goal: Goal, series: Series) -> tuple[int, ...]:
    """Return the years without any row between two observed years after the baseline (GAP).

    A row that says why there is no number (M, L, O, Q) is a row. The way from the baseline to the
    first observation is no hole, except of a sum. Without a baseline every observation of the
    period counts.
    """
    return _holes(goal, series, set(series.rows))


def years_without_number(goal: Goal, series: Series) -> tuple[int, ...]:
    """Return the years without a number between two observed ones, unless none can exist (M)."""
    there = {
        year
        for year, row in series.rows.items()
        if row.value is not None or row.status is ObservationStatus.M
    }
    return _holes(goal, series, there)


def _holes(goal: Goal, series: Series, there: set[int]) -> tuple[int, ...]:
    base = series.baseline
    if goal.every_years is None:
        return ()
    first = base.year + 1 if base and not base.substituted else goal.plan_start or 0
    years = [year for year, row in series.rows.items() if row.value is not None and year >= first]
    if base and goal.kind is Kind.CUMULATIVE:
        years = [base.year, *years]
        there = {base.year, *there}
    if len(years) < 2:
        return ()
    marks = sorted(year for year in there if years[0] <= year <= years[-1])
    step = goal.every_years
    return tuple(
        year for before, after in pairwise(marks) for year in range(before + step, after, step)
    )
