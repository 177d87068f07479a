"""The points of a goal as known on a day: latest vintages, baseline, what is comparable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from .case import Goal, Point
from .gap import is_met
from .observation_words import PROVISIONAL, ObservationStatus
from .promise_words import Kind


@dataclass(frozen=True)
class Baseline:
    """The value and year a goal starts from."""

    year: int
    value: Decimal
    substituted: bool = False
    """Whether the first observation stands in for a baseline nobody gave."""


@dataclass(frozen=True)
class Series:
    """What was known of a goal's indicator on a day."""

    rows: Mapping[int, Point]
    """The row of each year in its latest vintage, missing ones included, forecasts left out."""
    values: tuple[Point, ...]
    """All rows with a number, by year; running sums for a cumulative goal."""
    baseline: Baseline | None
    latest: Point | None
    """The last value since the baseline; before the first one, a value of the baseline year."""
    observed: tuple[Point, ...]
    """Values after the baseline that are comparable with the latest, by year."""
    break_year: int | None
    """The last break between baseline and latest value."""
    comparable: bool
    """Whether latest value and baseline are measured alike."""
    seen: int | None
    """The last year with a figure; later than `latest` where a missing year stops a sum."""

    @cached_property
    def track(self) -> tuple[tuple[int, Decimal], ...]:
        """Baseline and comparable observations as (year, value), by year."""
        start = ((self.baseline.year, self.baseline.value),) if self.baseline else ()
        return (*start, *((point.year, Decimal(point.value or 0)) for point in self.observed))


def known(points: Iterable[Point], as_of: date) -> dict[int, Point]:
    """Return the latest vintage of each year known on `as_of`, by year; forecasts never count."""
    rows: dict[int, Point] = {}
    for point in points:
        if point.status is ObservationStatus.F:
            continue
        day = point.known_on
        if day <= as_of and (point.year not in rows or rows[point.year].known_on < day):
            rows[point.year] = point
    return {year: rows[year] for year in sorted(rows)}


def series(goal: Goal, points: Sequence[Point], as_of: date) -> Series:
    """Return what was known on `as_of`, ready for the formulas."""
    rows = known(points, as_of)
    figures = tuple(point for point in rows.values() if point.value is not None)
    values = figures
    if goal.kind is Kind.CUMULATIVE:
        values = running_sums(figures, _sum_start(goal))
    since = _period(goal, values)
    latest = since[-1] if since else None
    base = _declared(goal, values)
    break_year = _last_break(goal, rows, base.year if base else None, since)
    comparable = latest is None or latest.status is not ObservationStatus.D
    if break_year and (base or goal.kind is Kind.CUMULATIVE):
        rebased = _rebased(goal)
        comparable, base = comparable and rebased is not None, rebased or base
    observed = _comparable(since, base, break_year) if comparable else ()
    if base is None and comparable:
        base, observed = _substitute(goal, observed)
    seen = max((point.year for point in _period(goal, figures)), default=None)
    return Series(rows, values, base, latest, observed, break_year, comparable, seen)


def _period(goal: Goal, points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the points since the baseline year, else since the first year of the plan."""
    first = goal.baseline_year if goal.baseline_year is not None else goal.plan_start
    if goal.kind is Kind.CUMULATIVE:
        first = _sum_start(goal) + 1
    return tuple(point for point in points if first is None or point.year >= first)


def running_sums(values: Iterable[Point], start: int) -> tuple[Point, ...]:
    """Return the sum since `start` for each year; a missing year ends it (11).

    A sum with a provisional or estimated part has that status.
    """
    sums: list[Point] = []
    total, status = Decimal(0), ObservationStatus.A
    for point in values:
        if point.year <= start:
            continue
        if point.year != start + len(sums) + 1 or point.value is None:
            break
        total += point.value
        flagged = status in PROVISIONAL and point.status is ObservationStatus.A
        status = status if flagged else point.status
        sums.append(replace(point, value=total, status=status))
    return tuple(sums)


def _declared(goal: Goal, values: Iterable[Point]) -> Baseline | None:
    """Return the baseline that is given, or observed in the year that is given."""
    if goal.kind is Kind.CUMULATIVE:
        return Baseline(_sum_start(goal), Decimal(0))
    if goal.baseline_year is None:
        return None
    if goal.baseline_value is not None:
        return Baseline(goal.baseline_year, goal.baseline_value)
    found = (point.value for point in values if point.year == goal.baseline_year)
    return next((Baseline(goal.baseline_year, value) for value in found if value is not None), None)


def _sum_start(goal: Goal) -> int:
    """Return the year before the first that a cumulative goal counts."""
    return goal.baseline_year if goal.baseline_year is not None else (goal.plan_start or 1) - 1


def _last_break(
    goal: Goal, rows: Mapping[int, Point], start: int | None, since: Sequence[Point]
) -> int | None:
    """Return the last break after the baseline (or first value) and not after the latest value."""
    if not since:
        return None
    first, last = since[0].year if start is None else start, since[-1].year
    years = {year for year, point in rows.items() if point.status is ObservationStatus.B}
    years.update(goal.break_years)
    return max((year for year in years if first < year <= last), default=None)


def _rebased(goal: Goal) -> Baseline | None:
    """Return the baseline on the new definition, if one is given."""
    year = goal.rebased_year if goal.rebased_year is not None else goal.baseline_year
    if goal.rebased_value is None or year is None or goal.kind is Kind.CUMULATIVE:
        return None
    return Baseline(year, goal.rebased_value)


def _comparable(
    since: Iterable[Point], base: Baseline | None, break_year: int | None
) -> tuple[Point, ...]:
    """Return the values after the baseline and since the last break, of one definition."""
    start = max(base.year + 1 if base else 0, break_year or 0)
    return tuple(
        point for point in since if point.year >= start and point.status is not ObservationStatus.D
    )


def _substitute(
    goal: Goal, observed: tuple[Point, ...]
) -> tuple[Baseline | None, tuple[Point, ...]]:
    """Let the first of several observations stand in for the baseline, where that is of use.

    Not if it already meets the goal (no pace follows from it), nor where no baseline is needed.
    """
    first = observed[0] if len(observed) > 1 else None
    needed = goal.paced or goal.directional
    if first is None or first.value is None or not needed or is_met(goal, first.value):
        return None, observed
    return Baseline(first.year, first.value, substituted=True), observed[1:]
