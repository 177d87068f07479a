"""From a goal and its points, on a day, to status, projection and early warnings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import localcontext

from .assessment import Assessment
from .case import Goal, Point
from .check import case_flaws
from .course import Course, course
from .data_warnings import data_warnings
from .early_warning import EarlyWarning, in_order
from .flaw import CaseError
from .gap import gap, is_met
from .method import ARITHMETIC, CONFIDENT_POINTS, DOUBTFUL_HORIZON, DOUBTFUL_POINTS, EARLY_YEARS
from .observation_words import UNSURE, ObservationStatus
from .promise_words import Kind
from .result_words import Confidence, Level
from .rule_words import Rule
from .trend_warnings import trend_warnings


def assess(goal: Goal, points: Sequence[Point], as_of: date) -> Assessment:
    """Return the assessment of a goal on a day; points published later are ignored.

    Raises CaseError with every flaw of the goal and its points.
    """
    return next(assess_days(goal, points, [as_of]))


def assess_days(goal: Goal, points: Sequence[Point], days: Iterable[date]) -> Iterator[Assessment]:
    """Yield the assessment of a goal for each day, checking goal and points once.

    Raises CaseError with every flaw of the goal and its points.
    """
    found = case_flaws(goal, points)
    if found:
        raise CaseError(found)
    for day in days:
        with localcontext(ARITHMETIC):
            result = _assessed(goal, points, day)
        yield result


def _assessed(goal: Goal, points: Sequence[Point], as_of: date) -> Assessment:
    now = course(goal, points, as_of)
    warnings = [*trend_warnings(now), *data_warnings(goal, now.series, as_of)]
    before = unrevised(points, as_of)
    if before is not None:
        former = course(goal, before, as_of).status
        if former is not now.status:
            warnings.append(EarlyWarning(Rule.REVISED, Level.INFO, former.value))
    return _result(now, as_of, in_order(warnings))


def _result(now: Course, as_of: date, warnings: tuple[EarlyWarning, ...]) -> Assessment:
    base, latest = now.series.baseline, now.series.latest
    judged = now.judged
    met, counted = _years_met(now)
    return Assessment(
        as_of=as_of,
        goal=now.goal,
        baseline_value=base.value if base else None,
        baseline_year=base.year if base else None,
        baseline_substituted=bool(base and base.substituted),
        latest_value=latest.value if latest else None,
        latest_year=latest.year if latest else None,
        latest_status=latest.status if latest else None,
        met=None if judged is None else is_met(now.goal, judged),
        gap=None if judged is None else gap(now.goal, judged),
        progress=now.progress,
        required_now=now.pace.required,
        pace=now.pace.ratio,
        pace_other=now.pace.other,
        early_pace=_is_early(now),
        effort=now.pace.effort,
        step_needed=now.pace.step,
        projection=now.projection.value,
        projection_low=now.projection.low,
        projection_high=now.projection.high,
        sigma=now.walk.sigma,
        verdict=now.projection.verdict,
        overshoot=now.projection.overshoot,
        status=now.status,
        warnings=warnings,
        confidence=_confidence(now),
        points=now.walk.points,
        span=now.walk.span,
        horizon=now.projection.horizon,
        years_met=met,
        years_counted=counted,
    )


def unrevised(points: Sequence[Point], as_of: date) -> list[Point] | None:
    """Return the points without the last batch of revisions known on a day; None if there is none.

    A revision is a later vintage of a year that already had one (15).
    """
    first: dict[int, date] = {}
    seen = [p for p in points if p.known_on <= as_of and p.status is not ObservationStatus.F]
    for point in seen:
        first[point.year] = min(point.known_on, first.get(point.year, point.known_on))
    revisions = [point.known_on for point in seen if point.known_on > first[point.year]]
    if not revisions:
        return None
    last = max(revisions)
    return [p for p in seen if p.known_on != last or first[p.year] == last]


def _is_early(now: Course) -> bool:
    """Whether a pace is there and rests on the first year after the baseline."""
    base, latest = now.series.baseline, now.series.latest
    if now.pace.ratio is None or base is None or latest is None:
        return False
    return latest.year - base.year <= EARLY_YEARS


def _confidence(now: Course) -> Confidence:
    """Return how much data stands behind pace and projection (10)."""
    n, span, horizon = now.walk.points, now.walk.span, now.projection.horizon
    latest = now.series.latest
    unsure = latest is None or latest.status in UNSURE
    if unsure or n < DOUBTFUL_POINTS or horizon > DOUBTFUL_HORIZON * span:
        return Confidence.LOW
    return Confidence.HIGH if n >= CONFIDENT_POINTS and horizon <= span else Confidence.MEDIUM


def _years_met(now: Course) -> tuple[int | None, int | None]:
    """Return k and n of a yearly goal: years that met it, years with a value (11)."""
    if now.goal.kind is not Kind.EACH_YEAR:
        return None, None
    met = [
        is_met(now.goal, point.value) for point in now.series.observed if point.value is not None
    ]
    return sum(met), len(met)
