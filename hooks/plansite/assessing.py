"""From the model to the method: targets become goals, observations become points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from plansite.model import Observation, Plan, Site, Target
from plansite.progress import (
    Assessment,
    Assessor,
    Comparator,
    DataGap,
    Goal,
    Kind,
    ObservationStatus,
    Path,
    Point,
    StatusSpan,
    WarningSpan,
    assess,
    event_days,
    gaps_of,
    goal_on,
    replay,
    status_history,
    warning_history,
)
from plansite.progress.outlook import Outlook, outlook
from plansite.values import comparator, value_of
from plansite.versions import versions

EVERYONE = ("", "", "")
"""The breakdown of a figure that is about everyone the indicator is about."""


@dataclass(frozen=True)
class Assessed:
    """A target of one plan with its data and what the method says of it."""

    site: Site
    plan: Plan
    target: Target
    assessor: Assessor
    assessment: Assessment

    @property
    def goal(self) -> Goal:
        """The target as the method takes it."""
        return self.assessor.goal

    @property
    def points(self) -> tuple[Point, ...]:
        """The figures about everyone, in order."""
        return self.assessor.points

    @cached_property
    def replayed(self) -> tuple[Assessment, ...]:
        """The assessments of every day on which something could change, up to the as-of date."""
        goals = self.goals
        days = event_days(goals, self.points, self.assessment.as_of)
        return replay(goals, self.points, days) if goals[1:] else tuple(map(self.assessor.on, days))

    def on(self, day: date) -> Assessment:
        """Return the assessment of a day, by the version of the target that was in force."""
        goal = goal_on(self.goals, day) or self.goal
        return self.assessor.on(day) if goal is self.goal else assess(goal, self.points, day)

    @property
    def promised(self) -> Target:
        """The target as it stood when it was assessed: the version that the assessment goes by."""
        day = self.assessment.as_of
        held = [
            one.target
            for one in (versions(self.target) if self.target.record.earlier else ())
            if (one.since or date.min) <= day and goal_of(one.target, self.plan)
        ]
        return held[-1] if held else self.target

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The goal of every version of the target that can be assessed; the last is in force."""
        former = (
            (goal_of(one.target, self.plan), one.since)
            for one in versions(self.target)
            if one.ended_by
        )
        return (*(replace(goal, valid_from=day) for goal, day in former if goal), self.goal)

    @cached_property
    def status_history(self) -> tuple[StatusSpan, ...]:
        """Past statuses, computed."""
        return status_history(self.replayed)

    @cached_property
    def warning_history(self) -> tuple[WarningSpan, ...]:
        """When each warning was first raised and cleared, computed."""
        return warning_history(self.replayed)

    @cached_property
    def ahead(self) -> tuple[Outlook, ...]:
        """Where the trend leads, year by year."""
        return outlook(self.goal, self.assessor.series_on(self.assessment.as_of), self.assessment)

    @cached_property
    def gaps(self) -> tuple[DataGap, ...]:
        """What is missing from the data of this target."""
        indicator = self.target.indicator
        assert indicator is not None  # an assessed target has one
        rows = observed(self.site, indicator.id, self.plan.jurisdiction.slug)
        present = {
            name
            for row in rows
            for name, value in zip(("sex", "residence", "age"), row.breakdown, strict=True)
            if value
        }
        as_of = self.assessment.as_of
        expected = indicator.breakdowns if rows else ()
        data = self.assessor.series_on(as_of)
        return gaps_of(self.goal, data, as_of, expected=expected, present=present)


def observed(site: Site, indicator: str, place: str) -> tuple[Observation, ...]:
    """Return what is observed of an indicator in a place, all breakdowns and vintages."""
    return site.observations_by_series.get((indicator, place), ())


def context_place(site: Site, indicator: str, place: str) -> str:
    """Return the nearest tier above that has figures of its own; empty if none has."""
    for above in site.ancestors(place):
        if observed(site, indicator, above.slug):
            return above.slug
    return ""


def points_of(observations: tuple[Observation, ...]) -> tuple[Point, ...]:
    """Return the figures about everyone as points of the method, in order."""
    return tuple(
        Point(one.year, one.value, ObservationStatus(one.status), one.published_on, unit=one.unit)
        for one in observations
        if one.breakdown == EVERYONE
    )


UNASSESSED = ("theme", "relative", "population", "about", "deed")
"""Why a target is not assessed by data, in the order in which it is asked."""


def why_unassessed(target: Target) -> str:
    """Return why a target can not be assessed by data, a word of UNASSESSED; empty if it can.

    Themes, relative promises, a population narrower than the indicator's, `about` without a stated
    tolerance (the method has no hidden default), and deeds: to establish or ensure something.
    """
    final = target.promises[-1]
    code = Comparator(comparator(final))
    if target.indicator is None:
        return "theme"
    if target.strength == "relative":
        return "relative"
    if target.record.population:
        return "population"
    if code is Comparator.ABOUT and final.tolerance is None:
        return "about"
    return "deed" if code in {Comparator.ESTABLISH, Comparator.ENSURE} else ""


def goal_of(target: Target, plan: Plan) -> Goal | None:
    """Return a target as a goal of the method; None if it can not be assessed by data."""
    indicator, record = target.indicator, target.record
    if indicator is None or why_unassessed(target):
        return None
    final = target.promises[-1]
    code = Comparator(comparator(final))
    values, stages, baseline = value_of(final), _stages(target), record.baseline
    return Goal(
        comparator=code,
        unit_in_last_place=last_place(target),
        target_year=target.year(final),
        value=values[0] if values else None,
        high=values[1] if len(values) > 1 else None,
        tolerance=final.tolerance,
        baseline_value=baseline.value if baseline else None,
        baseline_year=baseline.year if baseline else None,
        path=Path.MILESTONES if stages else Path(record.path),
        kind=Kind(record.kind),
        milestones=stages,
        limit_low=indicator.limits[0],
        limit_high=indicator.limits[1],
        plan_start=plan.record.period[0],
        due_months=indicator.due_months,
        good_direction={"higher": 1, "lower": -1}.get(indicator.better, 0),
        unit=indicator.unit,
        valid_from=record.earlier[-1].until if record.earlier else None,
    )


def _stages(target: Target) -> tuple[tuple[int, Decimal], ...]:
    """Return year and value of the promises before the last."""
    return tuple(
        (target.year(promise), values[0])
        for promise in target.promises[:-1]
        if (values := value_of(promise))
    )


def last_place(target: Target) -> Decimal:
    """Return one unit in the last published place: the catalogue's, else the target's own."""
    indicator = target.indicator
    if indicator is not None and indicator.decimals is not None:
        return Decimal(1).scaleb(-indicator.decimals)
    exponents = [value.as_tuple().exponent for one in target.promises for value in value_of(one)]
    decimals = max((-power for power in exponents if isinstance(power, int)), default=0)
    return Decimal(1).scaleb(-max(decimals, 0))


def assess_site(site: Site) -> Mapping[tuple[str, str], Assessed]:
    """Return every target that can be assessed, by plan path and target id."""
    found: dict[tuple[str, str], Assessed] = {}
    for plan in site.plans.values():
        for target in plan.targets:
            goal = goal_of(target, plan)
            if goal is None or target.indicator is None:
                continue
            rows = observed(site, target.indicator.id, plan.jurisdiction.slug)
            assessor = Assessor(goal, points_of(rows))
            assessment = assessor.on(site.settings.as_of)
            found[plan.path, target.id] = Assessed(site, plan, target, assessor, assessment)
    return found
