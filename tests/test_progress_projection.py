"""Projection, interval and verdict."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plansite.progress.method import T90, t90
from progress.goals import goal, judged

D = Decimal


def test_one_value_is_not_projected():
    one = judged(goal("ge", "95"), "2023 93")
    assert (one.verdict, one.projection, one.points) == ("not_projected", None, 1)


def test_two_values_have_no_interval():
    one = judged(goal("ge", "95", start="80 (2020)"), "2023 83")
    assert (one.projection, one.projection_low, one.sigma) == (90, None, None)
    assert one.verdict == "indicative_miss"


def test_equal_values_still_have_an_interval():
    one = judged(goal("ge", "95", start="80 (2020)"), "2021 80; 2022 80; 2023 80")
    assert one.sigma == D("0.05")
    assert one.projection_low < one.projection == 80 < one.projection_high


def test_floor_of_the_noise_on_a_growth_path_is_relative():
    flat = goal("ge", "95", start="80 (2020)", path="geometric")
    assert judged(flat, "2021 80; 2022 80; 2023 80").sigma == D("0.05") / 80


def test_nothing_is_projected_at_or_after_the_target_year():
    for year in (2030, 2031):
        one = judged(goal("ge", "95", start="80 (2020)"), f"2025 85; {year} 90")
        assert (one.verdict, one.projection, one.horizon) == ("not_projected", None, 0)


def test_a_drift_of_thirds_meets_exactly():
    one = judged(goal("ge", "3", start="0 (2020)", target_year=2029), "2023 1")
    assert (one.projection, one.verdict) == (3, "indicative_meet")


def test_strict_target_is_not_met_by_a_projection_that_equals_it():
    one = judged(goal("gt", "3", start="0 (2020)", target_year=2029), "2023 1")
    assert one.verdict == "indicative_miss"


@pytest.mark.parametrize(
    ("target", "verdict"),
    [("93.84", "will_meet"), ("93.85", "likely_meet"), ("95.25", "likely_meet"),
     ("95.26", "likely_miss"), ("96.65", "likely_miss"), ("96.66", "will_miss")],
)  # fmt: skip
def test_verdict_turns_at_the_ends_of_the_interval(target, verdict):
    """80% interval of worked example 6: 93.841 to 96.659 around 95.25."""
    rising = goal("ge", target, start="80 (2020)")
    assert judged(rising, "2021 81.4; 2022 83.2; 2023 84.5; 2024 86.1").verdict == verdict


def test_limits_end_what_is_shown_and_not_what_is_judged():
    one = judged(
        goal("ge", "100", start="90 (2020)", limit_high="100"), "2021 92; 2022 94; 2023 97"
    )
    assert (one.projection, one.projection_high) == (100, 100)
    assert one.verdict == "will_meet"


def test_old_values_leave_the_window_but_the_baseline_stays():
    old = "2011 10; 2012 90; 2013 20"
    recent = "2022 60; 2023 62; 2024 64"
    with_old = judged(goal("ge", "95", start="40 (2010)"), f"{old}; {recent}")
    without = judged(goal("ge", "95", start="40 (2010)"), recent)
    assert with_old.points == without.points == 4
    assert with_old.projection == without.projection
    assert judged(goal("ge", "95", start="40 (2010)"), f"2014 50; {recent}").points == 5


def test_values_before_the_baseline_do_not_bend_the_drift():
    before = judged(goal("ge", "95", start="80 (2020)"), "2018 10; 2019 90; 2022 83")
    assert (before.points, before.projection) == (2, D("95"))


def test_a_band_is_tested_at_the_edge_the_drift_moves_to():
    band = goal("range", "10", high="12", start="11 (2020)")
    up = judged(band, "2021 11.2; 2022 11.4")
    down = judged(band, "2021 10.8; 2022 10.6")
    assert [one.verdict for one in (up, down)] == ["will_miss", "will_miss"]
    assert [one.warnings[0].rule for one in (up, down)] == ["HOLD", "HOLD"]


def test_a_band_without_drift_is_tested_at_the_nearer_edge():
    band = goal("range", "10", high="20", start="19.9 (2020)")
    assert judged(band, "2021 20; 2022 19.9").verdict == "likely_meet"
    assert judged(goal("range", "10", high="20", start="15 (2020)"), "2022 15").verdict == (
        "indicative_meet"
    )


def test_will_hold_is_said_of_a_target_already_met():
    one = judged(goal("ge", "90", start="80 (2020)"), "2021 92; 2022 88; 2023 91")
    assert (one.verdict, one.verdict_holds) == ("likely_meet", True)
    assert one.verdict.hold_label("en") == "likely to hold"
    assert one.verdict.hold_label("zh") == "有望保持达标"


@pytest.mark.parametrize(("freedom", "value"), [(1, "3.078"), (10, "1.372"), (30, "1.310")])
def test_t_values(freedom, value):
    assert t90(freedom) == D(value)


def test_t_values_fall_with_the_degrees_of_freedom():
    assert list(T90) == sorted(T90, reverse=True)
    assert t90(11) == t90(29) == T90[-1]


def test_a_sum_is_not_ended_at_the_limit_of_a_year():
    yearly = goal("ge", "900", start="", baseline_year=2020, kind="cumulative", limit_high="100")
    assert judged(yearly, "2021 90; 2022 80").projection == 850
