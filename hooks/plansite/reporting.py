"""Where a plan stood on a day, and what changed between two days: replayed, never typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from plansite.assessing import EVERYONE, Assessed, observed
from plansite.checks.references import served
from plansite.model import Observation, Plan, Site
from plansite.progress import (
    DataGap,
    EarlyWarning,
    Point,
    Rule,
    Status,
    Tally,
    gaps_of,
    tally,
)
from plansite.progress.case import known_from
from plansite.progress.due import data_start, due_day, expected_years, is_due


@dataclass(frozen=True)
class Standing:
    """The assessed targets of a plan as known on one day."""

    plan: Plan
    day: date
    targets: tuple[Assessed, ...]
    """In the order of the document."""

    @cached_property
    def tally(self) -> Tally:
        """Targets by status."""
        return tally(one.assessment.status for one in self.targets)

    @cached_property
    def gaps(self) -> Mapping[str, tuple[DataGap, ...]]:
        """What was missing from the data, by target id."""
        return {one.target.id: gaps_on(one) for one in self.targets}

    @cached_property
    def overdue(self) -> Mapping[str, tuple[int, ...]]:
        """The years whose figure was due and not there, by target id."""
        return {target: _overdue_years(gaps) for target, gaps in self.gaps.items()}

    @property
    def observed(self) -> tuple[Assessed, ...]:
        """The targets of which a figure was known."""
        return tuple(one for one in self.targets if one.assessment.latest_year is not None)

    @property
    def unobserved(self) -> tuple[Assessed, ...]:
        """The targets of which no figure was known."""
        return tuple(one for one in self.targets if one.assessment.latest_year is None)


@dataclass(frozen=True)
class NewValue:
    """A figure published between two days."""

    target: Assessed
    point: Point
    revises: bool
    """Whether an earlier vintage of the same year was known before."""


@dataclass(frozen=True)
class StatusChange:
    """A target whose status is another than before."""

    target: Assessed
    before: Status


@dataclass(frozen=True)
class WarningChange:
    """A warning that was raised, cleared, or stands at another level than before."""

    target: Assessed
    before: EarlyWarning | None
    now: EarlyWarning | None

    @property
    def rule(self) -> Rule:
        """The rule it is about."""
        found = self.now or self.before
        assert found is not None  # a change has at least one side
        return found.rule


@dataclass(frozen=True)
class Changes:
    """What is different on a day from an earlier one."""

    statuses: tuple[StatusChange, ...]
    values: tuple[NewValue, ...]
    raised: tuple[WarningChange, ...]
    cleared: tuple[WarningChange, ...]
    levels: tuple[WarningChange, ...]
    """Warnings that stood before and stand now, at another level."""


def report_days(plan: Plan, as_of: date) -> Mapping[int, date]:
    """Return the day of each yearly report: 31 December, or the as-of date in its own year."""
    first, last = plan.record.period
    years = range(first, min(last, as_of.year) + 1)
    return {year: min(date(year, 12, 31), as_of) for year in years}


def evaluation_days(plan: Plan) -> Mapping[str, date]:
    """Return the day each evaluation is due: mid-term in the period, final the year after it."""
    first, last = plan.record.period
    middle = (first + last) // 2
    return {"midterm": date(middle, 12, 31), "final": date(last + 1, 12, 31)}


def standings(
    assessed: Mapping[tuple[str, str], Assessed], plan: Plan, days: Iterable[date]
) -> Mapping[date, Standing]:
    """Return the standing of a plan on each day."""
    days = tuple(dict.fromkeys(days))
    own = [found for one in plan.targets if (found := assessed.get((plan.path, one.id)))]
    by_day: dict[date, list[Assessed]] = {day: [] for day in days}
    for one in own:
        for day in days:
            by_day[day].append(replace(one, assessment=one.on(day)))
    return {day: Standing(plan, day, tuple(targets)) for day, targets in by_day.items()}


def changes(before: Standing, now: Standing) -> Changes:
    """Return what is different from an earlier standing of the same plan."""
    pairs = tuple(zip(before.targets, now.targets, strict=True))
    warned = tuple(change for then, since in pairs for change in _warnings(then, since))
    return Changes(
        statuses=tuple(
            StatusChange(since, then.assessment.status)
            for then, since in pairs
            if then.assessment.status is not since.assessment.status
        ),
        values=tuple(
            value for one in now.targets for value in _values(one, before.day, now.day)
        ),
        raised=tuple(one for one in warned if one.before is None),
        cleared=tuple(one for one in warned if one.now is None),
        levels=tuple(one for one in warned if one.before and one.now),
    )  # fmt: skip


_RULES = tuple(Rule)


def _warnings(then: Assessed, since: Assessed) -> Iterator[WarningChange]:
    """Yield the changes of warnings of one target, in the order of the rules."""
    old = {one.rule: one for one in then.assessment.warnings}
    new = {one.rule: one for one in since.assessment.warnings}
    for rule in _RULES if old or new else ():
        was, stands = old.get(rule), new.get(rule)
        if (was and was.level) is not (stands and stands.level):
            yield WarningChange(since, was, stands)


def _values(one: Assessed, after: date, until: date) -> Iterator[NewValue]:
    fresh = [p for p in one.points if after < p.known_on <= until and p.value is not None]
    known = {point.year for point in one.points if point.known_on <= after} if fresh else set()
    for point in sorted(fresh, key=lambda point: (point.known_on, point.year)):
        yield NewValue(one, point, point.year in known)
        known.add(point.year)


def known_on(row: Observation) -> date:
    """Return the day from which a figure counts in a replay."""
    return known_from(row.year, row.published_on)


def gaps_on(one: Assessed) -> tuple[DataGap, ...]:
    """Return what was missing from the data of a target on the day of its assessment."""
    indicator, day = one.target.indicator, one.assessment.as_of
    assert indicator is not None  # an assessed target has one
    data = one.assessor.series_on(day)
    if not indicator.breakdowns:
        return gaps_of(one.goal, data, day)
    rows = [
        row
        for row in observed(one.site, indicator.id, one.plan.jurisdiction.slug)
        if known_on(row) <= day
    ]
    present = {
        name
        for row in rows
        for name, value in zip(("sex", "residence", "age"), row.breakdown, strict=True)
        if value
    }
    expected = indicator.breakdowns if rows else ()
    return gaps_of(one.goal, data, day, expected=expected, present=present)


def figure_above(site: Site, indicator: str, place: str, day: date) -> Observation | None:
    """Return the latest figure, known on a day, of the nearest tier above that has one."""
    for above in site.ancestors(place):
        rows = [
            row
            for row in observed(site, indicator, above.slug)
            if row.breakdown == EVERYONE
            and row.value is not None
            and row.status != "F"
            and known_on(row) <= day
        ]
        if rows:
            return max(rows, key=lambda row: (row.year, known_on(row)))
    return None


def next_due(one: Assessed) -> tuple[int, date] | None:
    """Return the first year whose figure is still to come, and the day it is due."""
    day = one.assessment.as_of
    seen = one.assessor.series_on(day).seen
    after = seen if seen is not None else data_start(one.goal)
    for year in expected_years(one.goal, after, day):
        if not is_due(one.goal, year, day):
            return year, due_day(one.goal, year)
    return None


def named_bodies(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """Return the bodies named for each target: by its clause, or by a clause that serves it."""
    servants: dict[tuple[str, str], list[str]] = {}
    for clause in plan.clauses:
        for name in clause.record.serves:
            servants.setdefault(served(name, clause.domain), []).extend(clause.record.bodies)
    found: dict[str, tuple[str, ...]] = {}
    for clause in plan.clauses:
        bodies = list(clause.record.bodies)
        if clause.kind == "target":
            bodies += servants.get((clause.domain, clause.record.number or ""), [])
        for target in clause.targets:
            found[target.id] = tuple(dict.fromkeys(bodies))
    return found


def _overdue_years(gaps: Iterable[DataGap]) -> tuple[int, ...]:
    return tuple(sorted({year for gap in gaps for year in gap.overdue}))
