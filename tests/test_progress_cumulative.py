"""Sums over the years of a plan (11)."""

from __future__ import annotations

from decimal import Decimal

from progress.goals import goal, judged, rules

BUILT = goal("ge", "100", kind="cumulative", baseline_year=2020, unit_in_last_place="1")


def test_years_add_up_from_the_year_after_the_baseline():
    one = judged(BUILT, "2020 50; 2021 10; 2022 12")
    assert (one.latest_value, one.progress, one.baseline_value) == (22, Decimal("0.22"), 0)
    assert (one.pace, one.status) == (Decimal("1.1"), "on_track")


def test_a_missing_year_stops_the_sum():
    one = judged(BUILT, "2021 10; 2023 30")
    assert (one.latest_value, one.latest_year) == (10, 2021)
    assert rules(one) == ["GAP:info"]


def test_a_missing_first_year_leaves_no_sum_and_is_a_hole():
    one = judged(BUILT, "2022 30")
    assert (one.status, rules(one)) == ("no_data", ["GAP:info"])


def test_an_explained_missing_year_stops_the_sum_too():
    assert judged(BUILT, "2021 10; 2022 O; 2023 30").latest_value == 10


def test_a_late_year_is_counted_when_it_comes():
    late = "2021 10; 2022 11 on 2025-06-01; 2023 30 on 2024-06-01"
    assert judged(BUILT, late, "2024-12-31").latest_value == 10
    assert judged(BUILT, late, "2025-12-31").latest_value == 51


def test_a_sum_with_a_provisional_part_is_provisional():
    one = judged(BUILT, "2021 10 P; 2022 11")
    assert one.latest_status == "P"
    assert "PROVISIONAL:info" in rules(one)


def test_a_ceiling_on_a_sum_is_met_until_it_is_passed():
    limit = goal("le", "25", kind="cumulative", baseline_year=2020, unit_in_last_place="1")
    assert judged(limit, "2021 10").status == "met_early"
    assert judged(limit, "2021 10; 2022 20").status == "slipped"


def test_the_sum_starts_with_the_plan_where_no_baseline_year_is_given():
    planned = goal("ge", "100", kind="cumulative", plan_start=2021, unit_in_last_place="1")
    assert judged(planned, "2020 99; 2021 10").latest_value == 10


def test_a_break_cannot_be_summed_over():
    broken = goal("ge", "100", kind="cumulative", baseline_year=2020, break_years=(2022,))
    assert judged(broken, "2021 10; 2022 11").status == "not_comparable"
