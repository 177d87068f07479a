"""Laws that hold for every series: symmetry, monotonicity, units, and what was not yet known."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from plansite.progress import (
    Comparator,
    Goal,
    Kind,
    Level,
    Path,
    Point,
    Rule,
    Status,
    assess,
)
from progress.strategies import DAY, MIRROR, TENTH, goals, law, positive, series, values


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
