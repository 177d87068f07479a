"""Laws that hold for every series: symmetry, monotonicity, units, and what was not yet known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from plansite.progress import (
    Comparator,
    Goal,
    Kind,
    Level,
    ObservationStatus,
    Path,
    Point,
    Rule,
    Status,
    assess,
    assess_days,
    event_days,
    replay,
    status_history,
    warning_history,
)

law = settings(deadline=None)

TENTH = Decimal("0.1")
DAY = date(2027, 6, 30)
MIRROR = {"ge": "le", "le": "ge", "gt": "lt", "lt": "gt", "eq": "eq", "about": "about",
          "range": "range", "increase": "decrease", "decrease": "increase"}  # fmt: skip

values = st.integers(-2000, 2000).map(lambda tenths: tenths * TENTH)
positive = st.integers(1, 4000).map(lambda tenths: tenths * TENTH)
letters = st.sampled_from([ObservationStatus.A] * 6 + [ObservationStatus.P, ObservationStatus.U])


@st.composite
def goals(draw, comparators=tuple(MIRROR), numbers=values):
    comparator = Comparator(draw(st.sampled_from(comparators)))
    value = draw(numbers) if comparator not in {"increase", "decrease"} else None
    high = value + draw(st.integers(0, 100)) * TENTH if comparator == "range" else None
    based = draw(st.booleans())
    return Goal(
        comparator=comparator,
        unit_in_last_place=TENTH,
        target_year=draw(st.integers(2023, 2035)),
        value=value,
        high=high,
        tolerance=draw(st.integers(0, 50)) * TENTH if comparator == "about" else None,
        baseline_value=draw(numbers) if based else None,
        baseline_year=2020 if based else None,
    )


@st.composite
def series(draw, numbers=values, least=0):
    years = draw(st.lists(st.integers(2019, 2026), unique=True, min_size=least, max_size=8))
    return [Point(year, draw(numbers), draw(letters)) for year in sorted(years)]


def mirrored(goal, points):
    ends = (goal.value, goal.high)
    low, high = ends if goal.high is None else ends[::-1]
    flipped = replace(
        goal,
        comparator=MIRROR[goal.comparator],
        value=None if low is None else -low,
        high=None if high is None else -high,
        baseline_value=None if goal.baseline_value is None else -goal.baseline_value,
    )
    return flipped, [replace(point, value=-point.value) for point in points]


def scaled(goal, points, factor):
    def times(value):
        return None if value is None else value * factor

    names = ("value", "high", "tolerance", "baseline_value", "unit_in_last_place")
    larger = replace(goal, **{name: times(getattr(goal, name)) for name in names})
    return larger, [replace(point, value=times(point.value)) for point in points]


def essence(one, without=()):
    """What must not depend on direction or unit."""
    return (
        one.progress,
        one.pace,
        one.effort,
        one.status,
        one.verdict,
        one.overshoot,
        one.confidence,
        [str(warning) for warning in one.warnings if warning.rule not in without],
    )


@law
@given(goals(), series())
def test_mirroring_all_values_and_the_comparator_changes_nothing(goal, points):
    one, other = assess(goal, points, DAY), assess(*mirrored(goal, points), DAY)
    assert essence(one, {Rule.METHOD}) == essence(other, {Rule.METHOD})
    if one.projection is not None:
        assert other.projection == -one.projection


@law
@given(goals(), series(), st.integers(-4, 6))
def test_another_unit_changes_nothing(goal, points, power):
    factor = Decimal(10) ** power
    one, other = assess(goal, points, DAY), assess(*scaled(goal, points, factor), DAY)
    assert essence(one) == essence(other)
    if one.gap is not None:
        assert other.gap == one.gap * factor


@law
@given(goals(("ge", "le"), positive), series(positive), st.sampled_from([3, 7, 12, 0.454]))
def test_another_unit_changes_nothing_on_a_growth_path(goal, points, factor):
    growing = replace(goal, path=Path.GEOMETRIC)
    one = assess(growing, points, DAY)
    other = assess(*scaled(growing, points, Decimal(str(factor))), DAY)
    for name in ("progress", "pace", "effort", "sigma"):
        mine, theirs = getattr(one, name), getattr(other, name)
        assert (mine is None) == (theirs is None)
        if mine is not None and mine.is_finite():
            assert float(mine) == pytest.approx(float(theirs), rel=1e-12, abs=1e-15)


@law
@given(goals(("ge", "gt")), series(least=1), st.integers(1, 500))
def test_a_better_latest_value_never_looks_worse(goal, points, tenths):
    better = [*points[:-1], replace(points[-1], value=points[-1].value + tenths * TENTH)]
    one, other = assess(goal, points, DAY), assess(goal, better, DAY)
    assume(one.baseline_value == other.baseline_value)
    for name, sign in (
        ("gap", -1),
        ("progress", 1),
        ("pace", 1),
        ("effort", -1),
        ("projection", 1),
    ):
        mine, theirs = getattr(one, name), getattr(other, name)
        if mine is not None and theirs is not None:
            assert sign * mine <= sign * theirs


@law
@given(goals(("range", "about", "eq")), values, st.integers(0, 300))
def test_a_value_further_from_a_band_has_a_larger_gap(goal, value, tenths):
    outward = 1 if value >= goal.bounds.high else -1
    near = assess(goal, [Point(2022, value)], DAY)
    far = assess(goal, [Point(2022, value + outward * tenths * TENTH)], DAY)
    assume(near.gap or tenths == 0)
    assert near.gap <= far.gap


@law
@given(goals(), series())
def test_what_is_defined_is_consistent(goal, points):
    one = assess(goal, points, DAY)
    if one.projection_low is not None:
        assert one.projection_low < one.projection < one.projection_high
    if one.progress is not None:
        assert one.progress <= 1
    if one.gap is not None:
        assert one.gap >= 0
        assert one.met == (one.gap == 0)
    assert (one.baseline_substituted) == (one.warning(Rule.SUBST) is not None)
    assert (one.verdict == "not_projected") == (one.projection is None)
    hard = one.warning(Rule.HARD)
    if hard:
        assert (hard.level is Level.RED) == (hard.reason == "S1+S2")


@law
@given(goals(("ge",)), series(least=1))
def test_pace_is_uncapped_progress_over_elapsed_time(goal, points):
    one = assess(goal, points, DAY)
    assume(one.pace is not None)
    elapsed = Decimal(one.latest_year - one.baseline_year) / (goal.target_year - one.baseline_year)
    uncapped = (one.latest_value - one.baseline_value) / (goal.value - one.baseline_value)
    assert float(one.pace) == pytest.approx(float(uncapped / elapsed), rel=1e-20)


@law
@given(goals(("ge", "le")), series(least=1))
def test_projection_agrees_with_binary_floating_point(goal, points):
    """The drift of R's rwf(drift=TRUE), uneven gaps included, computed another way."""
    one = assess(goal, points, DAY)
    assume(one.projection_low is not None)
    track = [(p.year, float(p.value)) for p in points if one.baseline_year is None
             or p.year > one.baseline_year]  # fmt: skip
    if one.baseline_year is not None:
        track.insert(0, (one.baseline_year, float(one.baseline_value)))
    (first, a), (last, b) = track[0], track[-1]
    drift, horizon = (b - a) / (last - first), goal.target_year - last
    squares = [(y - x - drift * (t - s)) ** 2 / (t - s) for (s, x), (t, y) in pairwise(track)]
    sigma = max((sum(squares) / (len(track) - 2)) ** 0.5, 0.05)
    t90 = {1: 3.078, 2: 1.886, 3: 1.638, 4: 1.533, 5: 1.476, 6: 1.440, 7: 1.415}[len(track) - 2]
    reach = t90 * (sigma**2 * horizon + horizon**2 * sigma**2 / (last - first)) ** 0.5
    assert float(one.projection) == pytest.approx(b + horizon * drift, rel=1e-9, abs=1e-9)
    assert float(one.projection_high) == pytest.approx(
        b + horizon * drift + reach, rel=1e-9, abs=1e-9
    )


@st.composite
def vintages(draw):
    found = {}
    for year in draw(st.lists(st.integers(2019, 2025), min_size=1, max_size=8)):
        day = date(year + 1, 1, 1) + timedelta(days=draw(st.integers(0, 700)))
        found[year, day] = Point(year, draw(values), published_on=day)
    return list(found.values())


@law
@given(goals(), vintages(), st.integers(0, 2500))
def test_what_is_published_later_does_not_matter(goal, points, offset):
    day = date(2020, 1, 1) + timedelta(days=offset)
    early = [point for point in points if point.published_on <= day]
    assert assess(goal, points, day) == assess(goal, early, day)


@settings(deadline=None, max_examples=40)
@given(goals(), vintages(), st.lists(st.integers(0, 2500), min_size=2, max_size=12))
def test_days_that_are_assessed_together_are_assessed_as_if_alone(goal, points, offsets):
    days = [date(2020, 1, 1) + timedelta(days=offset) for offset in offsets]
    alone = [assess(goal, points, day) for day in days]
    assert list(assess_days(goal, points, days)) == alone


@settings(deadline=None, max_examples=40)
@given(goals(), vintages())
def test_a_replay_of_event_days_misses_no_change(goal, points):
    days = event_days([goal], points, DAY)
    told = status_history(replay([goal], points, days))
    for offset in range(0, 2300, 91):
        day = days[0] + timedelta(days=offset)
        if day <= DAY:
            span = [one for one in told if one.since <= day][-1]
            assert assess(goal, points, day).status is span.status


@settings(deadline=None, max_examples=60)
@given(goals(), vintages())
def test_spans_of_a_warning_never_overlap(goal, points):
    spans = warning_history(replay([goal], points, event_days([goal], points, DAY)))
    for rule in Rule:
        own = [span for span in spans if span.rule is rule]
        for before, after in pairwise(own):
            assert before.cleared_on is not None
            assert before.raised_on < before.cleared_on < after.raised_on


@law
@given(st.lists(st.integers(0, 50), min_size=1, max_size=6))
def test_a_sum_is_the_level_of_its_running_total(amounts):
    yearly = [Point(2021 + i, Decimal(amount)) for i, amount in enumerate(amounts)]
    totals = [Point(2021 + i, Decimal(sum(amounts[: i + 1]))) for i in range(len(amounts))]
    level = Goal(
        comparator=Comparator.GE,
        unit_in_last_place=Decimal(1),
        target_year=2030,
        value=Decimal(100),
        baseline_value=Decimal(0),
        baseline_year=2020,
    )
    summed = replace(level, kind=Kind.CUMULATIVE)
    one, other = assess(level, totals, DAY), assess(summed, yearly, DAY)
    assert replace(one, goal=summed) == other


@law
@given(goals(), series())
def test_every_case_has_one_status_that_fits_its_numbers(goal, points):
    one = assess(goal, points, DAY)
    if one.status in {Status.ON_TRACK, Status.BEHIND, Status.FAR_BEHIND, Status.REGRESSING}:
        assert one.pace is not None and one.met is False
    if one.status in {Status.MET_EARLY, Status.ACHIEVED}:
        assert one.met is True
    if one.status is Status.NO_DATA:
        assert one.latest_value is None
