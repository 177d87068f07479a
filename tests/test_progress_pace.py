"""Required value, pace ratio and remaining effort on the three paths."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plansite.progress.pace import pace_status
from progress.goals import goal, judged

D = Decimal


def test_pace_is_progress_over_elapsed_time_on_a_straight_line():
    one = judged(goal("ge", "95", start="80 (2020)"), "2023 83.0")
    assert one.pace == one.progress / D("0.3")


@pytest.mark.parametrize(
    ("ratio", "status"),
    [("0.95", "on_track"), ("0.9499999999", "behind"), ("0.6", "behind"),
     ("0.5999999999", "far_behind"), ("0", "far_behind"), ("-0.0000001", "regressing")],
)  # fmt: skip
def test_thresholds_belong_to_the_better_class(ratio, status):
    assert pace_status(D(ratio)) == status


def test_a_ratio_of_exactly_95_percent_is_on_track_whatever_the_years():
    """0.95 from thirds: exact only if it is divided once."""
    one = judged(goal("ge", "30", start="0 (2020)", target_year=2029), "2023 9.5")
    assert (one.pace, one.status) == (D("0.95"), "on_track")


def test_a_value_on_the_growth_path_has_a_ratio_of_one():
    growing = goal("ge", "400", start="100 (2020)", path="geometric", target_year=2022)
    one = judged(growing, "2021 200")
    assert round(one.pace, 20) == 1
    assert (one.status, one.verdict, one.projection) == ("on_track", "indicative_meet", 400)


def test_falling_growth_path_counts_the_fall_as_gain():
    one = judged(goal("le", "25", start="100 (2020)", path="geometric"), "2025 50")
    assert round(one.pace, 20) == 1


def test_required_value_lies_on_the_straight_line():
    assert judged(goal("ge", "95", start="80 (2020)"), "2024 83").required_now == D("86")


def test_required_value_lies_on_the_growth_path():
    growing = goal("ge", "400", start="100 (2020)", path="geometric")
    assert judged(growing, "2025 150").required_now == D(200)


def test_required_value_ends_at_the_target():
    assert (
        judged(goal("ge", "95", start="80 (2010)", target_year=2020), "2023 83").required_now == 95
    )


MILESTONES = ((2024, D("9")), (2027, D("8.5")))


@pytest.mark.parametrize(
    ("year", "required"),
    [
        (2022, "9.5"),
        (2024, "9"),
        (2025, "8.833333"),
        (2027, "8.5"),
        (2029, "8.166667"),
        (2030, "8"),
    ],
)
def test_milestones_are_joined_by_straight_lines(year, required):
    staged = goal("le", "8", start="10 (2020)", path="milestones", milestones=MILESTONES)
    one = judged(staged, f"{year} 9.9")
    assert round(one.required_now, 6) == D(required)


def test_pace_on_milestones_compares_with_the_stage():
    staged = goal("le", "8", start="10 (2020)", path="milestones", milestones=MILESTONES)
    one = judged(staged, "2022 9.6")
    assert (one.pace, one.pace_other, one.status) == (D("0.8"), D("1"), "behind")
    assert one.warnings == ()


def test_milestones_may_name_the_target_again():
    stages = (*MILESTONES, (2030, D(8)))
    staged = goal("le", "8", start="10 (2020)", path="milestones", milestones=stages)
    assert (
        judged(staged, "2025 9.0").required_now
        == judged(
            goal("le", "8", start="10 (2020)", path="milestones", milestones=MILESTONES), "2025 9.0"
        ).required_now
    )


def test_flat_first_stage_defines_no_pace():
    flat = goal("le", "8", start="10 (2020)", path="milestones", milestones=((2025, D(10)),))
    assert judged(flat, "2022 10").status == "insufficient"


def test_effort_is_needed_pace_over_pace_so_far():
    one = judged(goal("ge", "95", start="80 (2020)"), "2025 85")
    assert one.effort == D(2)


def test_effort_of_two_is_a_ratio_of_one_over_two_minus_tau():
    one = judged(goal("ge", "100", start="0 (2020)"), "2024 25")
    assert one.effort == D(2)
    assert one.pace == 1 / (2 - D("0.4"))


def test_effort_is_infinite_without_gain():
    assert judged(goal("ge", "95", start="80 (2020)"), "2023 80").effort == D("inf")


def test_effort_is_not_defined_once_met_or_at_the_end():
    assert judged(goal("ge", "95", start="80 (2020)"), "2023 95").effort is None
    assert judged(goal("ge", "95", start="80 (2020)"), "2030 94").effort is None


def test_first_year_pace_is_marked_early():
    first = judged(goal("ge", "95", start="80 (2020)"), "2021 83")
    later = judged(goal("ge", "95", start="80 (2020)"), "2022 83")
    assert (first.early_pace, later.early_pace) == (True, False)


def test_a_value_of_the_baseline_year_alone_has_no_pace():
    one = judged(goal("ge", "95", start="80 (2020)"), "2020 80")
    assert (one.pace, one.progress, one.status) == (None, 0, "insufficient")
    assert (one.required_now, one.verdict) == (80, "not_projected")


def test_negative_values_have_a_straight_pace_and_no_growth():
    one = judged(goal("ge", "10", start="-10 (2020)"), "2025 -2")
    assert (one.pace, one.pace_other) == (D("0.8"), None)


def test_strict_target_equal_to_its_baseline_has_no_pace():
    one = judged(goal("gt", "10", start="10 (2020)"), "2022 10")
    assert (one.pace, one.progress, one.status) == (None, 0, "insufficient")


def test_baseline_observed_in_its_year_is_no_substitute():
    one = judged(goal("ge", "95", baseline_year=2020), "2020 80; 2022 83")
    assert (one.baseline_value, one.baseline_substituted, one.pace) == (80, False, 1)


def test_substitute_in_the_target_year_gives_no_pace():
    assert judged(goal("ge", "95", target_year=2022), "2022 80; 2023 83").pace is None
