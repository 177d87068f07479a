"""Warnings about the course of an indicator: HARD HOLD REGRESS VOLATILE UNUSUAL METHOD (10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from .case import Goal
from .course import Course
from .early_warning import EarlyWarning, evidence
from .gap import gap, is_met
from .method import (
    ADVERSE_RED,
    HARD_EFFORT,
    INTERVAL_POINTS,
    VOLATILE_LEVEL,
    VOLATILE_LEVEL_ALONE,
    XMR_CHANGES,
    XMR_FACTOR,
)
from .observation_words import ObservationStatus
from .pace import pace_status
from .promise_words import Path
from .result_words import BY_PACE, Level, Verdict
from .rule_words import Rule
from .series import Series
from .standing import negligible


def trend_warnings(course: Course) -> Iterator[EarlyWarning]:
    """Yield the warnings about the course of the indicator."""
    if course.series.latest is None or not course.series.comparable or course.goal.binary:
        return
    yield from _hard(course)
    yield from _hold(course)
    yield from _regress(course)
    yield from _volatile(course)
    yield from _unusual(course)
    yield from _method(course)


def _hard(course: Course) -> Iterator[EarlyWarning]:
    """HARD: unmet before the target year, and will_miss (S1) or Q >= 2 or no gain (S2)."""
    if course.met or course.projection.horizon <= 0:
        return
    effort = course.pace.effort
    signs = []
    if course.projection.verdict is Verdict.WILL_MISS:
        signs.append("S1")
    if effort is not None and effort >= HARD_EFFORT:
        signs.append("S2")
    if signs:
        numbers = evidence(
            effort=effort,
            projection=course.projection.value,
            low=course.projection.low,
            high=course.projection.high,
        )
        level = Level.RED if len(signs) > 1 else Level.AMBER
        yield EarlyWarning(Rule.HARD, level, "+".join(signs), numbers)


def _hold(course: Course) -> Iterator[EarlyWarning]:
    """HOLD: met now, but likely_miss or will_miss, which need three points."""
    verdict = course.projection.verdict
    if course.met and verdict in {Verdict.LIKELY_MISS, Verdict.WILL_MISS}:
        numbers = evidence(
            projection=course.projection.value,
            low=course.projection.low,
            high=course.projection.high,
        )
        yield EarlyWarning(Rule.HOLD, Level.AMBER, verdict.value, numbers)


def _regress(course: Course) -> Iterator[EarlyWarning]:
    """REGRESS: the latest step is adverse; info while met both times, else amber or red."""
    goal, track = course.goal, course.series.track
    if len(track) < 2:
        return
    running = 0
    for earlier, later in reversed(list(pairwise(track))):
        if not _adverse(goal, earlier, later):
            break
        running += 1
    if not running:
        return
    (year, before), (_, value) = track[-2], track[-1]
    further = course.progress is not None and course.progress < 0
    if course.met and is_met(goal, before):
        level, reason = Level.INFO, "met"
    elif running >= ADVERSE_RED or further:
        level, reason = Level.RED, "twice" if running >= ADVERSE_RED else "beyond_baseline"
    else:
        level, reason = Level.AMBER, "once"
    numbers = evidence(change=value - before, since=year, running=running)
    yield EarlyWarning(Rule.REGRESS, level, reason, numbers)


def _adverse(goal: Goal, before: tuple[int, Decimal], after: tuple[int, Decimal]) -> bool:
    """Whether a step goes the wrong way by more than the negligible change."""
    change = after[1] - before[1]
    if goal.direction:
        loss = -goal.direction * change
    else:
        loss = abs(change) if goal.directional else gap(goal, after[1]) - gap(goal, before[1])
    return loss > negligible(goal, before[1], after[0] - before[0])


def _volatile(course: Course) -> Iterator[EarlyWarning]:
    """VOLATILE: changes of direction, and noise of a year at or above the step of a year."""
    walk, step = course.walk, course.pace.step
    if walk.points < INTERVAL_POINTS or not walk.turns or walk.sigma is None:
        return
    level = Decimal(1) if course.goal.path is Path.GEOMETRIC else walk.level
    limit = VOLATILE_LEVEL_ALONE * level
    if step is not None:
        limit = max(abs(step), VOLATILE_LEVEL * level)
    if walk.sigma >= limit:
        numbers = evidence(sigma=walk.sigma, step=step, limit=limit, turns=walk.turns)
        yield EarlyWarning(
            Rule.VOLATILE, Level.AMBER, "step" if step is not None else "level", numbers
        )


def _unusual(course: Course) -> Iterator[EarlyWarning]:
    """UNUSUAL: the latest yearly change lies outside the limits of at least eight earlier ones."""
    changes = yearly_changes(course.series)
    if len(changes) <= XMR_CHANGES:
        return
    low, high = change_limits(changes[:-1], course.goal.unit_in_last_place)
    if not low <= changes[-1] <= high:
        numbers = evidence(change=changes[-1], low=low, high=high, changes=len(changes) - 1)
        yield EarlyWarning(
            Rule.UNUSUAL, Level.AMBER, "low" if changes[-1] < low else "high", numbers
        )


def change_limits(changes: Sequence[Decimal], least: Decimal) -> tuple[Decimal, Decimal]:
    """Return the limits of an ordinary change: mean -+ 2.66 mean moving ranges (XmR).

    The limits lie at least `least`, one unit in the last place, from the mean: a change of the last
    digit is rounding, even after years without any change.
    """
    mean = sum(changes, Decimal(0)) / len(changes)
    ranges = [abs(b - a) for a, b in pairwise(changes)]
    reach = max(XMR_FACTOR * sum(ranges, Decimal(0)) / len(ranges), least)
    return mean - reach, mean + reach


def yearly_changes(series: Series) -> tuple[Decimal, ...]:
    """Return the unbroken run of changes from year to year that ends with the latest value.

    The values before the baseline count too: they tell what is usual. A year without a comparable
    value, or a break, ends the run.
    """
    values = {
        point.year: point.value
        for point in series.values
        if point.value is not None and point.status is not ObservationStatus.D
    }
    if series.baseline:
        values.setdefault(series.baseline.year, series.baseline.value)
    changes: list[Decimal] = []
    year = max(values)
    while year - 1 in values and year != series.break_year:
        changes.append(values[year] - values[year - 1])
        year -= 1
    return tuple(reversed(changes))


def _method(course: Course) -> Iterator[EarlyWarning]:
    """METHOD: the status comes from the pace, and straight and geometric paths disagree."""
    ratio, other = course.pace.ratio, course.pace.other
    if course.goal.path is Path.MILESTONES or course.status not in BY_PACE:
        return
    if ratio is None or other is None or pace_status(ratio) is pace_status(other):
        return
    numbers = evidence(pace=ratio, pace_other=other)
    yield EarlyWarning(Rule.METHOD, Level.INFO, pace_status(other).value, numbers)
