"""Checks of the points of a goal: each is a rule that yields what breaks it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from .case import Goal, Point
from .flaw import Flaw
from .observation_words import WITHOUT_NUMBER, ObservationStatus
from .promise_words import Kind, Path


def point_flaws(goal: Goal, points: Sequence[Point]) -> Iterator[Flaw]:
    """Yield everything wrong with the values of a goal and its points."""
    yield from _limits(goal, points)
    yield from _geometric(goal, points)
    yield from _statuses(points)
    yield from _vintages(points)
    yield from _units(goal, points)
    yield from _binary(goal, points)


def _limits(goal: Goal, points: Sequence[Point]) -> Iterator[Flaw]:
    """Target, baseline and observations lie within the natural limits."""
    low, high = goal.limit_low, goal.limit_high
    if low is None and high is None:
        return
    named = [("value", goal.value), ("high", goal.high)]
    named += [("baseline_value", goal.baseline_value), ("rebased_value", goal.rebased_value)]
    if goal.kind is Kind.CUMULATIVE:
        named = []
    for name, value in [*named, *((f"{point.year}", point.value) for point in points)]:
        if value is not None and (
            (low is not None and value < low) or (high is not None and value > high)
        ):
            yield Flaw(
                name,
                f"{value} 超出自然界限 {low} 至 {high}；请核对数值或界限",
                f"{value} lies outside the natural limits {low} to {high}; check value and limits",
            )


def _geometric(goal: Goal, points: Sequence[Point]) -> Iterator[Flaw]:
    """Constant growth needs values above zero: there is no substitute value."""
    if goal.path is not Path.GEOMETRIC:
        return
    named = [("value", goal.bounds.low), ("value", goal.bounds.high)]
    named += [("baseline_value", goal.baseline_value), ("rebased_value", goal.rebased_value)]
    for name, value in [*named, *((f"{point.year}", point.value) for point in points)]:
        if value is not None and value <= 0:
            yield Flaw(
                name,
                f"等比路径的数值应大于零，读到 {value}；请改用直线路径",
                f"a geometric path needs values above zero, {value} was read; use a linear path",
            )


def _statuses(points: Sequence[Point]) -> Iterator[Flaw]:
    """A missing status carries no number; any other status carries one."""
    for point in points:
        missing = point.status in WITHOUT_NUMBER
        if missing and point.value is not None:
            yield Flaw(
                f"{point.year}",
                f"状态 {point.status}（{point.status.zh}）不应带数值 {point.value}；请删去其一",
                f"status {point.status} carries no number, {point.value} was read; delete one",
            )
        if point.value is None and not missing and point.status is not ObservationStatus.K:
            yield Flaw(
                f"{point.year}",
                f"状态 {point.status}（{point.status.zh}）应有数值；没有数值请用 O",
                f"status {point.status} needs a number; use O if there is none",
            )


def _vintages(points: Sequence[Point]) -> Iterator[Flaw]:
    """A year has one value in one vintage."""
    seen = set()
    for point in points:
        key = (point.year, point.known_on, point.status is ObservationStatus.F)
        if key in seen:
            yield Flaw(
                f"{point.year}",
                f"{point.year} 年在同一公布日期有两个数值；请保留一个，修订另写公布日期",
                f"{point.year} has two values of one publication date; keep one, or give the "
                "revision its own date",
            )
        seen.add(key)


def _units(goal: Goal, points: Sequence[Point]) -> Iterator[Flaw]:
    """All values of a series are in one unit."""
    units = {unit for unit in (goal.unit, *(point.unit for point in points)) if unit}
    if len(units) > 1:
        named = ", ".join(sorted(units))
        yield Flaw(
            "unit",
            f"同一序列有不同单位：{named}；请统一",
            f"one series has several units: {named}; convert them to one",
        )


def _binary(goal: Goal, points: Sequence[Point]) -> Iterator[Flaw]:
    """An aim that is met or not is observed as 1 or 0."""
    if not goal.binary:
        return
    for point in points:
        if point.value is not None and point.value not in {Decimal(0), Decimal(1)}:
            yield Flaw(
                f"{point.year}",
                f"{goal.comparator.zh}类目标的数据应为 1（已达）或 0（未达），读到 {point.value}",
                f"'{goal.comparator}' is observed as 1 (met) or 0 (not), {point.value} was read",
            )
