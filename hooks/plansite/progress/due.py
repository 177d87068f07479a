"""When a year's figure is due, and which figures are overdue (10)."""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from datetime import date
from functools import lru_cache

from .case import Goal


def due_day(goal: Goal, year: int) -> date:
    """Return the last day on which the figure of `year` is in time: 31 December of the next year
    unless `due_months` says otherwise."""
    return release_day(goal.due_months, year)


@lru_cache(maxsize=4096)
def release_day(due_months: int, year: int) -> date:
    """Return the last day of the month that is `due_months` after the end of a year."""
    years, month = divmod(due_months - 1, 12)
    late = year + 1 + years
    return date(late, month + 1, monthrange(late, month + 1)[1])


def is_due(goal: Goal, year: int, as_of: date) -> bool:
    """Whether the figure of `year` should have been published before `as_of`."""
    return as_of > due_day(goal, year)


@lru_cache(maxsize=4096)
def last_due(due_months: int, as_of: date) -> int:
    """Return the last year whose figure should have been published before `as_of`."""
    year = as_of.year
    while as_of <= release_day(due_months, year):
        year -= 1
    return year


def expected_years(goal: Goal, after: int | None, as_of: date) -> tuple[int, ...]:
    """Return the years later than `after` that should have a figure by the target year.

    Without a calendar (`every_years` None), or without a known start, only the target year.
    """
    last = goal.target_year if goal.target_year is not None else as_of.year
    if goal.every_years is None or after is None:
        return (last,) if goal.target_year is not None and (after is None or last > after) else ()
    return tuple(range(after + goal.every_years, last + 1, goal.every_years))


def overdue_years(goal: Goal, latest: int | None, as_of: date) -> tuple[int, ...]:
    """Return the years whose figure is due and later than the latest; all, if there is none."""
    after = latest if latest is not None else data_start(goal)
    years = expected_years(goal, after, as_of)
    return years[: bisect_right(years, last_due(goal.due_months, as_of))]


def data_start(goal: Goal) -> int | None:
    """Return the year after which data are expected: the baseline's, or the one before the plan."""
    before = None if goal.plan_start is None else goal.plan_start - 1
    if goal.baseline_year is None or before is None:
        return before if goal.baseline_year is None else goal.baseline_year
    return max(goal.baseline_year, before)
