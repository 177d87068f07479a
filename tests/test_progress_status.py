"""Status now: first rule that holds, in the method's order."""

from __future__ import annotations

import pytest
from plansite.progress import Status
from progress.goals import goal, judged, rules


@pytest.mark.parametrize(
    ("observed", "status"),
    [
        ("2021 81.5", "on_track"),
        ("2021 81.4", "behind"),
        ("2022 81.2", "far_behind"),
        ("2022 79.9", "regressing"),
        ("2022 95", "met_early"),
        ("2022 95; 2023 94", "slipped"),
        ("2030 95", "achieved"),
        ("2030 94.9", "not_achieved"),
        ("2031 95", "achieved"),
    ],
)
def test_status_of_an_at_least_target(observed, status):
    assert judged(goal("ge", "95", start="80 (2020)"), observed).status == status


def test_no_value_since_the_baseline_is_no_data():
    one = judged(goal("ge", "95", start="80 (2020)"), "2019 99; 2021 O", "2021-12-31")
    assert (one.status, one.gap, one.latest_value, one.confidence) == ("no_data", None, None, "low")


def test_final_data_are_awaited_only_after_they_are_due():
    target = goal("ge", "95", start="80 (2020)", target_year=2025)
    assert judged(target, "2024 95", "2026-12-31").status == "met_early"
    assert judged(target, "2024 95", "2027-01-01").status == "awaiting_final"


def test_due_date_follows_the_indicator():
    target = goal("ge", "95", start="80 (2020)", target_year=2025, due_months=14)
    assert judged(target, "2024 95", "2027-02-28").status == "met_early"
    assert judged(target, "2024 95", "2027-03-01").status == "awaiting_final"


def test_one_value_without_baseline_is_insufficient():
    assert judged(goal("ge", "95"), "2023 93.1").status == "insufficient"


def test_a_target_met_by_its_baseline_slips():
    assert judged(goal("ge", "95", start="96 (2020)"), "2021 94").status == "slipped"


def test_a_target_met_only_before_the_baseline_has_not_slipped():
    assert judged(goal("ge", "95", start="80 (2020)"), "2019 96; 2022 83").status == "on_track"


def test_a_first_observation_that_met_the_target_slips():
    assert judged(goal("ge", "95"), "2021 96; 2022 94").status == "slipped"


@pytest.mark.parametrize(
    ("comparator", "more", "observed", "status"),
    [
        ("increase", {}, "2025 60.8", "stable"),
        ("increase", {}, "2025 62.1", "improving"),
        ("increase", {}, "2025 60.7", "worsening"),
        ("increase", {}, "2025 60.786", "stable"),
        ("increase", {}, "2025 62.014", "stable"),
        ("decrease", {}, "2025 60.7", "improving"),
        ("decrease", {}, "2025 62.1", "worsening"),
        ("keep", {}, "2025 62.1", "worsening"),
        ("keep", {}, "2025 61.9", "stable"),
        ("keep", {"good_direction": 1}, "2025 62.1", "improving"),
        ("keep", {"good_direction": -1}, "2025 62.1", "worsening"),
    ],
)
def test_an_aim_without_a_value_improves_or_worsens(comparator, more, observed, status):
    """The limit is 0.1% of 61.4 a year over ten years, 0.614."""
    aim = goal(comparator, start="61.4 (2015)", **more)
    one = judged(aim, observed)
    assert (one.status, one.gap, one.progress, one.verdict) == (status, None, None, "not_projected")


def test_an_aim_needs_two_values():
    assert judged(goal("increase"), "2021 5").status == "insufficient"
    one = judged(goal("increase"), "2021 5; 2022 6")
    assert (one.status, rules(one)) == ("improving", ["SUBST:info"])


def test_an_aim_needs_no_target_year():
    assert (
        judged(goal("increase", start="5 (2020)", target_year=None), "2021 6").status == "improving"
    )


@pytest.mark.parametrize(
    ("observed", "as_of", "status"),
    [
        ("2023 1", "2024-12-31", "achieved"),
        ("2023 0", "2024-12-31", "not_achieved"),
        ("2023 1", "2032-12-31", "achieved"),
        ("2023 0", "2032-12-31", "awaiting_final"),
        ("2030 0", "2031-12-31", "not_achieved"),
    ],
)
def test_an_aim_that_is_met_or_not_has_no_pace(observed, as_of, status):
    one = judged(goal("establish", every_years=None), observed, as_of)
    assert (one.status, one.pace, one.verdict) == (status, None, "not_projected")
    assert rules(one) == (["STALE:amber"] if as_of == "2032-12-31" else [])


def test_a_yearly_target_is_judged_by_its_latest_year_and_counts_the_years_met():
    yearly = goal("ge", "95", kind="each_year", start="90 (2020)")
    good = judged(yearly, "2021 95; 2022 94; 2023 96")
    bad = judged(yearly, "2021 95; 2022 96; 2023 94")
    assert (good.status, good.years_met, good.years_counted) == ("achieved", 2, 3)
    assert (bad.status, bad.pace, bad.projection) == ("not_achieved", None, None)


def test_other_targets_count_no_years():
    assert judged(goal("ge", "95"), "2021 95").years_counted is None


def test_a_break_without_a_new_baseline_is_not_comparable():
    target = goal("ge", "95", start="80 (2020)", break_years=(2022,))
    one = judged(target, "2021 85; 2022 93; 2023 96")
    assert (one.status, one.gap, one.progress, one.pace, one.verdict) == (
        "not_comparable", None, None, None, "not_projected",
    )  # fmt: skip
    assert rules(one) == ["BREAK:amber"]


def test_a_break_marked_in_the_data_counts_like_one_in_the_goal():
    one = judged(goal("ge", "95", start="80 (2020)"), "2021 85; 2022 93 B; 2023 94")
    assert one.status == "not_comparable"


def test_a_break_after_the_latest_value_does_not_matter_yet():
    target = goal("ge", "95", start="80 (2020)", break_years=(2024,))
    assert judged(target, "2021 85").status == "on_track"


def test_a_rebased_baseline_makes_the_series_comparable_again():
    target = goal("ge", "95", start="80 (2020)", break_years=(2022,), rebased_value="85")
    one = judged(target, "2021 99; 2022 86; 2023 88")
    assert (one.baseline_value, one.pace, one.status) == (85, 1, "on_track")
    assert rules(one) == ["BREAK:info"]


def test_a_rebased_baseline_may_stand_in_a_later_year():
    target = goal(
        "ge", "95", start="80 (2020)", break_years=(2022,), rebased_value="87", rebased_year=2022
    )
    one = judged(target, "2022 87; 2024 89")
    assert (one.baseline_year, one.pace) == (2022, 1)


def test_before_the_break_the_old_baseline_counts():
    target = goal("ge", "95", start="80 (2020)", break_years=(2022,), rebased_value="85")
    assert judged(target, "2021 81.5").baseline_value == 80


def test_without_a_baseline_the_series_starts_after_its_break():
    one = judged(goal("ge", "95"), "2020 50; 2021 60; 2022 90 B; 2023 91; 2024 92")
    assert (one.baseline_value, one.status) == (90, "on_track")
    assert rules(one) == ["SUBST:info", "BREAK:info"]


def test_a_latest_value_of_another_definition_is_not_comparable():
    assert judged(goal("ge", "95", start="80 (2020)"), "2021 85; 2022 93 D").status == (
        "not_comparable"
    )


def test_an_earlier_value_of_another_definition_is_left_out():
    one = judged(goal("ge", "95", start="80 (2020)"), "2021 20 D; 2022 83")
    assert (one.points, one.status) == (2, "on_track")


def test_statuses_stand_in_the_order_of_the_rules():
    assert list(Status)[:2] == ["not_comparable", "no_data"]
    assert len(Status) == 15
