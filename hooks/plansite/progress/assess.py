"""From a goal and its points, on a day, to status, projection and early warnings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import localcontext

from .assessment import Assessment
from .case import Goal, Point
from .check import case_flaws
from .course import Course, course, course_of
from .data_warnings import data_warnings
from .due import is_due, overdue_years
from .early_warning import EarlyWarning, in_order
from .flaw import CaseError
from .gap import gap, is_met
from .method import ARITHMETIC, CONFIDENT_POINTS, DOUBTFUL_HORIZON, DOUBTFUL_POINTS, EARLY_YEARS
from .observation_words import UNSURE, ObservationStatus
from .promise_words import Kind
from .result_words import Confidence, Level
from .rule_words import Rule
from .series import Series, series
from .trend_warnings import trend_warnings


class Assessor:
    """The assessments of one goal, day by day.

    What the method says depends on the day only through the points known by then, the figures
    overdue by then, and whether the last figure is due; days alike in these are computed once.
    """

    def __init__(self, goal: Goal, points: Sequence[Point]) -> None:
        """Take a goal and its points; raise CaseError with every flaw of both."""
        if found := case_flaws(goal, points):
            raise CaseError(found)
        self.goal = goal
        self.points = tuple(points)
        self._known_on = sorted(point.known_on for point in self.points)
        self._series: dict[int, Series] = {}
        self._found: dict[tuple[int, tuple[int, ...], bool], Assessment] = {}

    def on(self, day: date) -> Assessment:
        """Return the assessment of a day; points published later are ignored."""
        known = bisect_right(self._known_on, day)
        state = self._state(known, day)
        if found := self._found.get(state):
            return found if found.as_of == day else _dated(found, day)
        with localcontext(ARITHMETIC):
            now = course_of(self.goal, self.series_on(day), day)
            result = _assessed(now, self.points, day)
        self._found[state] = result
        return result

    def series_on(self, day: date) -> Series:
        """Return what was known on a day; days on which the same was known share it."""
        known = bisect_right(self._known_on, day)
        if known not in self._series:
            with localcontext(ARITHMETIC):
                self._series[known] = series(self.goal, self.points, day)
        return self._series[known]

    def _state(self, known: int, day: date) -> tuple[int, tuple[int, ...], bool]:
        """Return what an assessment depends on: number of points known, years overdue, the end."""
        end = self.goal.target_year
        late = overdue_years(self.goal, self.series_on(day).seen, day)
        return known, late, end is not None and is_due(self.goal, end, day)


def _dated(found: Assessment, day: date) -> Assessment:
    """Return an assessment as that of another day: as `replace` would, which checks it all again."""
    other = object.__new__(Assessment)
    vars(other).update(vars(found), as_of=day)
    return other


def assess(goal: Goal, points: Sequence[Point], as_of: date) -> Assessment:
    """Return the assessment of a goal on a day; points published later are ignored.

    Raises CaseError with every flaw of the goal and its points.
    """
    return Assessor(goal, points).on(as_of)


def assess_days(goal: Goal, points: Sequence[Point], days: Iterable[date]) -> Iterator[Assessment]:
    """Yield the assessment of a goal for each day, checking goal and points once.

    Raises CaseError with every flaw of the goal and its points.
    """
    return map(Assessor(goal, points).on, days)


def _assessed(now: Course, points: Sequence[Point], as_of: date) -> Assessment:
    goal = now.goal
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
