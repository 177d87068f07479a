"""The way ahead, year by year: where the trend leads until the target year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from .assessment import Assessment
from .case import Goal
from .drift import drift
from .method import ARITHMETIC
from .projection import project
from .series import Series


@dataclass(frozen=True)
class Outlook:
    """The projection for one year; the ends are None where no interval is given."""

    year: int
    value: Decimal
    low: Decimal | None
    high: Decimal | None


def outlook(goal: Goal, data: Series, found: Assessment) -> tuple[Outlook, ...]:
    """Return the projection from the latest value to the target year, by the method's own rule.

    `data` is what was known on the day of the assessment.
    """
    if found.projection is None or found.latest_year is None or found.latest_value is None:
        return ()
    start = Outlook(found.latest_year, found.latest_value, found.latest_value, found.latest_value)
    with localcontext(ARITHMETIC):
        return (start, *_years(goal, data, found.latest_year + 1))


def _years(goal: Goal, data: Series, first: int) -> Iterator[Outlook]:
    walk = drift(goal, data)
    for year in range(first, (goal.target_year or first) + 1):
        there = project(replace(goal, target_year=year), data, walk)
        if there.value is not None:
            yield Outlook(year, there.value, there.low, there.high)
