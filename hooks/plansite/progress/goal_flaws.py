"""Checks of a goal: each is a rule that yields what breaks it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from .case import Goal
from .flaw import Flaw
from .promise_words import Comparator, Kind, Path

MAX_YEAR = 9000


def goal_flaws(goal: Goal) -> Iterator[Flaw]:
    """Yield everything wrong with a goal."""
    yield from _numbers(goal)
    yield from _value(goal)
    yield from _years(goal)
    yield from _milestones(goal)
    yield from _cumulative(goal)


def _numbers(goal: Goal) -> Iterator[Flaw]:
    """The last place is above zero, the tolerance not below."""
    if goal.unit_in_last_place <= 0:
        yield Flaw(
            "unit_in_last_place",
            f"末位单位 {goal.unit_in_last_place} 应大于零；一位小数写 0.1",
            f"{goal.unit_in_last_place} must be above zero; write 0.1 for one decimal",
        )
    if goal.tolerance is not None and goal.tolerance < 0:
        yield Flaw(
            "tolerance",
            f"偏差 {goal.tolerance} 不能小于零；请写正数",
            f"{goal.tolerance} must not be below zero; write a positive number",
        )


def _value(goal: Goal) -> Iterator[Flaw]:
    """A comparator has the numbers it needs."""
    if goal.numeric and goal.value is None:
        yield Flaw(
            "value",
            f"{goal.comparator.zh}需要目标值；请填写",
            f"'{goal.comparator}' needs a target value; write it",
        )
    if goal.comparator is Comparator.RANGE and (
        goal.high is None or (goal.value is not None and goal.high < goal.value)
    ):
        yield Flaw(
            "high",
            f"区间上限 {goal.high} 应不小于下限 {goal.value}；请改正",
            f"the upper end {goal.high} must not be below the lower end {goal.value}; correct it",
        )
    if goal.comparator is Comparator.ABOUT and goal.tolerance is None:
        yield Flaw(
            "tolerance",
            "“左右”需要写明允许的偏差，没有默认值；请填写，例如目标值的5%或1个百分点",
            "'about' needs a stated tolerance, there is no default; write it, 5% of the value or "
            "1 point for example",
        )


def _years(goal: Goal) -> Iterator[Flaw]:
    """The target year follows the baseline year; a baseline value has a year."""
    start, end = goal.baseline_year, goal.target_year
    if goal.numeric and end is None:
        yield Flaw("target_year", "需要目标年；请填写", "a target year is needed; write it")
    if start is not None and end is not None and end <= start:
        yield Flaw(
            "target_year",
            f"目标年 {end} 应晚于基期 {start}；请改正其中之一",
            f"{end} must be later than the baseline year {start}; correct one of them",
        )
    if goal.baseline_value is not None and start is None:
        yield Flaw(
            "baseline_year",
            "有基期值而没有基期年；请填写年份",
            "there is a baseline value without its year; write the year",
        )
    if goal.every_years is not None and goal.every_years < 1:
        yield Flaw(
            "every_years",
            f"{goal.every_years} 应为正整数，不定期则留空",
            f"{goal.every_years} must be 1 or more; leave it empty if there is no calendar",
        )


def _milestones(goal: Goal) -> Iterator[Flaw]:
    """Milestones stand in order between baseline and target, and the path asks for them."""
    years = [year for year, _ in goal.milestones]
    first = goal.baseline_year if goal.baseline_year is not None else 0
    last = goal.target_year or MAX_YEAR
    if any(a >= b for a, b in pairwise(years)) or any(not first < year <= last for year in years):
        yield Flaw(
            "milestones",
            f"阶段目标年份 {years} 应在 {first} 之后、{last} 之前，依次递增；请改正",
            f"the years {years} must rise, after {first} and not after {last}; correct them",
        )
    if years and years[-1] == goal.target_year and goal.milestones[-1][1] != goal.value:
        yield Flaw(
            "milestones",
            f"目标年 {years[-1]} 的阶段目标 {goal.milestones[-1][1]} 与目标值 {goal.value} 不同",
            f"the stage of {years[-1]} is {goal.milestones[-1][1]}, the target {goal.value}; "
            "write the same value",
        )
    if (goal.path is Path.MILESTONES) != bool(years):
        yield Flaw(
            "path",
            "阶段目标与路径“milestones”应同时填写；请补上或删去",
            "milestones and the path 'milestones' go together; add the one or delete the other",
        )


def _cumulative(goal: Goal) -> Iterator[Flaw]:
    """A sum starts from zero at a known year, and not along constant growth."""
    if goal.kind is not Kind.CUMULATIVE:
        return
    if goal.baseline_value:
        yield Flaw(
            "baseline_value",
            f"累计目标的基期值应为零或留空，读到 {goal.baseline_value}",
            f"a cumulative target starts from zero, {goal.baseline_value} was read; leave it empty",
        )
    if goal.baseline_year is None and goal.plan_start is None:
        yield Flaw(
            "baseline_year",
            "累计目标需要起算的前一年；请填写基期年",
            "a cumulative target needs the year before the first that counts; write it",
        )
    if goal.path is Path.GEOMETRIC:
        yield Flaw(
            "path",
            "累计目标从零开始，不能用等比路径；请用直线",
            "a cumulative target starts from zero, geometric is impossible; use linear",
        )
