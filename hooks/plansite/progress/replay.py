"""Replay: what the method said on earlier days, computed and never typed (15)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from .assess import assess_days
from .assessment import Assessment
from .case import Goal, Point
from .due import data_start, due_day
from .early_warning import EarlyWarning
from .result_words import Level, Status
from .rule_words import Rule


@dataclass(frozen=True)
class StatusSpan:
    """A time during which a status stood."""

    status: Status
    since: date
    until: date | None
    """First day of another status; None if it still stands."""


@dataclass(frozen=True)
class WarningSpan:
    """A time during which a warning stood."""

    rule: Rule
    raised_on: date
    cleared_on: date | None
    """First day without it; None if it still stands."""
    worst: Level
    """The most pressing level it had."""
    last: EarlyWarning
    """The warning as it stood last."""


def goal_on(goals: Iterable[Goal], day: date) -> Goal | None:
    """Return the goal in force on a day: of an amended plan, the latest valid version."""
    valid = [goal for goal in goals if (goal.valid_from or date.min) <= day]
    return max(valid, key=lambda goal: goal.valid_from or date.min, default=None)


def event_days(goals: Sequence[Goal], points: Sequence[Point], until: date) -> tuple[date, ...]:
    """Return the days up to `until` on which an assessment may change, and `until` itself.

    A value is published, a figure becomes overdue, or an amended goal comes into force.
    """
    days = {until}
    days.update(point.known_on for point in points)
    days.update(goal.valid_from for goal in goals if goal.valid_from)
    for goal in goals:
        starts = [data_start(goal), *(point.year for point in points)]
        first = min((year for year in starts if year is not None), default=until.year)
        last = goal.target_year if goal.target_year is not None else until.year
        due = (due_day(goal, year) for year in range(first, last + 1))
        days.update(day + timedelta(days=1) for day in due)
    return tuple(sorted(day for day in days if day <= until))


def replay(
    goals: Sequence[Goal], points: Sequence[Point], days: Iterable[date]
) -> tuple[Assessment, ...]:
    """Return the assessment of each day on which a goal was in force.

    Raises CaseError with every flaw of a goal and its points.
    """
    found: list[Assessment] = []
    for goal, group in groupby(days, key=lambda day: goal_on(goals, day)):
        if goal is not None:
            found.extend(assess_days(goal, points, group))
    return tuple(found)


def status_history(assessments: Sequence[Assessment]) -> tuple[StatusSpan, ...]:
    """Return the statuses of a replay in order, equal neighbours joined."""
    spans: list[StatusSpan] = []
    for one in assessments:
        if spans and spans[-1].status is one.status:
            continue
        if spans:
            spans[-1] = StatusSpan(spans[-1].status, spans[-1].since, one.as_of)
        spans.append(StatusSpan(one.status, one.as_of, None))
    return tuple(spans)


def warning_history(assessments: Sequence[Assessment]) -> tuple[WarningSpan, ...]:
    """Return when each warning of a replay was first raised and cleared, by day raised."""
    levels = list(Level)
    standing: dict[Rule, WarningSpan] = {}
    ended: list[WarningSpan] = []
    for one in assessments:
        raised = {warning.rule: warning for warning in one.warnings}
        for rule in [rule for rule in standing if rule not in raised]:
            span = standing.pop(rule)
            ended.append(WarningSpan(rule, span.raised_on, one.as_of, span.worst, span.last))
        for rule, warning in raised.items():
            since, worst = one.as_of, warning.level
            if former := standing.get(rule):
                since, worst = former.raised_on, min(former.worst, worst, key=levels.index)
            standing[rule] = WarningSpan(rule, since, None, worst, warning)
    rules = list(Rule)
    spans = [*ended, *standing.values()]
    return tuple(sorted(spans, key=lambda span: (span.raised_on, rules.index(span.rule))))
