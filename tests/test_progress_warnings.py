"""Early warnings about the course of an indicator and about its data."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plansite.progress import Level, Point, Rule, assess
from plansite.progress.trend_warnings import change_limits
from progress.goals import goal, judged, points, rules, years

D = Decimal
RISING = goal("ge", "95", start="80 (2020)")


def warning(one, rule):
    found = one.warning(rule)
    return None if found is None else (found.level.value, found.reason)


# HARD


def test_hard_is_amber_for_one_sign_and_red_for_both():
    assert warning(judged(RISING, "2021 81.0; 2022 82.2; 2023 83.0"), Rule.HARD) == ("amber", "S1")
    assert warning(judged(RISING, "2025 85"), Rule.HARD) == ("amber", "S2")
    assert warning(judged(RISING, "2021 80.5; 2022 81; 2023 81.5"), Rule.HARD) == ("red", "S1+S2")


def test_hard_needs_twice_the_pace_so_far():
    assert warning(judged(RISING, "2025 85.1"), Rule.HARD) is None


def test_hard_gives_its_evidence():
    found = judged(RISING, "2021 81.0; 2022 82.2; 2023 83.0").warning(Rule.HARD)
    assert dict(found.numbers).keys() == {"effort", "projection", "low", "high"}
    assert found.number("projection") == 90
    assert found.number("nothing") is None


def test_hard_is_not_raised_at_the_target_year_or_when_met():
    assert warning(judged(RISING, "2021 80; 2022 80; 2030 80"), Rule.HARD) is None
    assert warning(judged(RISING, "2021 99; 2022 97; 2023 95"), Rule.HARD) is None


# HOLD


def test_hold_needs_three_values():
    assert warning(judged(goal("ge", "95"), "2021 97; 2022 96"), Rule.HOLD) is None
    falling = judged(goal("ge", "95"), "2021 97; 2022 96.5; 2023 96")
    assert warning(falling, Rule.HOLD) == ("amber", "will_miss")


# REGRESS


@pytest.mark.parametrize(
    ("observed", "found"),
    [
        ("2021 82; 2022 81.9", None),  # one unit in the last place
        ("2021 82; 2022 81.8", ("amber", "once")),
        ("2021 82; 2022 81.8; 2023 81.6", ("red", "twice")),
        ("2021 82; 2022 83; 2023 79", ("red", "beyond_baseline")),
        ("2021 82; 2022 81; 2023 83", None),
        ("2021 97; 2022 96", ("info", "met")),
        ("2021 98; 2022 97; 2023 96", ("info", "met")),
        ("2021 96; 2022 94", ("amber", "once")),
        ("2021 97; 2022 96; 2023 94", ("red", "twice")),
    ],
)
def test_regress_grows_from_note_to_red(observed, found):
    assert warning(judged(RISING, observed), Rule.REGRESS) == found


def test_regress_allows_a_tenth_of_a_percent_a_year():
    large = goal("ge", "2000", start="1000 (2020)")
    assert warning(judged(large, "2021 1500; 2023 1497.0"), Rule.REGRESS) is None
    assert warning(judged(large, "2021 1500; 2023 1496.9"), Rule.REGRESS) == ("amber", "once")


def test_regress_of_a_band_is_a_growing_gap():
    band = goal("range", "10", high="12", start="5 (2020)")
    assert warning(judged(band, "2021 9; 2022 8"), Rule.REGRESS) == ("amber", "once")
    assert warning(judged(band, "2021 9; 2022 14"), Rule.REGRESS) == ("amber", "once")
    assert warning(judged(band, "2021 10; 2022 12"), Rule.REGRESS) is None


def test_regress_of_an_aim_is_a_change_against_it():
    less, same = goal("decrease", start="5 (2020)"), goal("keep", start="5 (2020)")
    assert warning(judged(less, "2021 4; 2022 4.5"), Rule.REGRESS) == ("amber", "once")
    assert warning(judged(same, "2021 6; 2022 7"), Rule.REGRESS) == ("red", "twice")


# VOLATILE


def test_volatile_needs_a_change_of_direction():
    steady = judged(RISING, "2021 80.1; 2022 80.2; 2023 90")
    assert steady.sigma > steady.step_needed
    assert warning(steady, Rule.VOLATILE) is None


def test_volatile_compares_noise_with_the_step_needed():
    assert warning(judged(RISING, "2021 83; 2022 82; 2023 84.5"), Rule.VOLATILE) == (
        "amber",
        "step",
    )
    calm = judged(RISING, "2021 82; 2022 81.5; 2023 83")
    assert (calm.sigma < D("1.5"), warning(calm, Rule.VOLATILE)) == (True, None)


def test_noise_of_exactly_the_step_is_volatile():
    target = goal("ge", "90", start="80 (2020)")
    one = judged(target, "2021 81.5; 2022 81.0; 2023 81.5")
    assert one.sigma == one.step_needed == 1
    assert warning(one, Rule.VOLATILE) == ("amber", "step")


def test_volatile_compares_with_the_level_where_no_step_is_defined():
    assert warning(judged(goal("ge", "50"), "2021 90; 2022 99; 2023 90"), Rule.VOLATILE) == (
        "amber", "level",
    )  # fmt: skip
    assert warning(judged(goal("ge", "50"), "2021 90; 2022 92; 2023 90"), Rule.VOLATILE) is None


def test_volatile_on_a_growth_path_is_measured_in_ratios():
    growing = goal("ge", "200", start="100 (2020)", path="geometric")
    assert warning(judged(growing, "2021 120; 2022 110; 2023 130"), Rule.VOLATILE)
    assert not warning(judged(growing, "2021 108; 2022 107.9; 2023 115"), Rule.VOLATILE)


# UNUSUAL


def test_unusual_needs_eight_earlier_yearly_changes():
    target = goal("ge", "95", baseline_year=2015)
    long = years(2015, [50, 51, 52.2, 53.1, 54.2, 55.2, 56, 57.1, 58.1, 55.1])
    day = judged(target, "2024 1").as_of
    assert assess(target, long, day).warning(Rule.UNUSUAL)
    assert not assess(target, long[1:], day).warning(Rule.UNUSUAL)


def test_a_typed_baseline_is_the_first_value_of_the_changes():
    target = goal("ge", "95", start="50 (2015)")
    rest = years(2016, [51, 52.2, 53.1, 54.2, 55.2, 56, 57.1, 58.1, 55.1])
    assert assess(target, rest, judged(target, "2024 1").as_of).warning(Rule.UNUSUAL)


def test_values_before_the_baseline_tell_what_is_usual():
    target = goal("ge", "95", start="58 (2023)")
    history = years(2014, [50, 51, 52, 53, 54, 55, 56, 57, 57.5, 58, 50])
    found = assess(target, history, judged(target, "2024 1").as_of).warning(Rule.UNUSUAL)
    assert (found.level, found.reason) == (Level.AMBER, "low")


def test_a_missing_year_or_a_break_ends_the_run_of_changes():
    target = goal("ge", "95", baseline_year=2015)
    values = years(2015, [50, 51, 52.2, 53.1, 54.2, 55.2, 56, 57.1, 58.1, 55.1])
    day = judged(target, "2024 1").as_of
    assert not assess(target, values[:4] + values[5:], day).warning(Rule.UNUSUAL)
    broken = goal("ge", "95", baseline_year=2015, break_years=(2018,), rebased_value="50")
    assert not assess(broken, values, day).warning(Rule.UNUSUAL)


def test_limits_of_a_change_are_those_of_the_example():
    changes = [D(change) for change in ["1", "1.2", ".9", "1.1", "1", ".8", "1.1", "1.0"]]
    assert change_limits(changes, D("0.1")) == (D("0.4805"), D("1.5445"))


def test_a_change_of_the_last_digit_is_never_unusual():
    target = goal("ge", "99.9")
    flat = years(2014, [99.8] * 9 + [99.9])
    assert not assess(target, flat, judged(target, "2023 1").as_of).warning(Rule.UNUSUAL)
    jump = years(2014, [99.8] * 9 + [99.5])
    assert assess(target, jump, judged(target, "2023 1").as_of).warning(Rule.UNUSUAL)


# METHOD


def test_method_is_silent_where_growth_is_impossible_or_the_status_is_not_by_pace():
    assert "METHOD:info" not in rules(judged(goal("ge", "30", start="0 (2020)"), "2024 10"))
    assert "METHOD:info" not in rules(
        judged(goal("ge", "90", start="60 (2020)"), "2024 70; 2030 80")
    )


def test_method_names_the_status_on_the_other_path():
    one = judged(goal("ge", "100", start="57.05 (2000)", target_year=2020), "2006 69.05")
    assert warning(one, Rule.METHOD) == ("info", "on_track")


# STALE, MISSING


@pytest.mark.parametrize(
    ("as_of", "level"),
    [("2024-12-31", None), ("2025-01-01", "amber"), ("2025-12-31", "amber"), ("2026-01-01", "red")],
)
def test_stale_counts_the_years_due_since_the_latest(as_of, level):
    found = judged(RISING, "2021 82; 2022 83", as_of).warning(Rule.STALE)
    assert (found and found.level) == level


def test_stale_stops_at_the_target_year():
    assert judged(RISING, "2030 96", "2040-12-31").warning(Rule.STALE) is None
    found = judged(RISING, "2029 94", "2040-12-31").warning(Rule.STALE)
    assert found.number("overdue") == 1


def test_a_survey_is_overdue_by_its_own_calendar():
    survey = goal("ge", "95", start="80 (2020)", every_years=5)
    assert judged(survey, "2020 80", "2026-12-31").warning(Rule.STALE) is None
    assert judged(survey, "2020 80", "2027-01-01").warning(Rule.STALE).number("first") == 2025


def test_without_a_calendar_only_the_target_year_is_due():
    survey = goal("ge", "95", start="80 (2020)", every_years=None)
    assert judged(survey, "2021 80", "2031-12-31").warning(Rule.STALE) is None
    assert judged(survey, "2021 80", "2032-01-01").warning(Rule.STALE).number("first") == 2030


def test_missing_is_raised_once_the_first_figure_is_due():
    assert rules(judged(RISING, "2021 O", "2022-12-31")) == []
    assert rules(judged(RISING, "2021 O", "2023-01-01")) == ["MISSING:amber"]
    assert rules(judged(RISING, "2021 O", "2024-01-01")) == ["MISSING:red"]


def test_missing_counts_from_the_plan_where_there_is_no_baseline():
    planned = goal("ge", "95", plan_start=2022)
    assert rules(judged(planned, "2022 O", "2023-12-31")) == []
    assert rules(judged(planned, "2022 O", "2024-01-01")) == ["MISSING:amber"]


def test_missing_without_any_start_waits_for_the_target_year():
    assert rules(judged(goal("ge", "95"), "2022 O", "2031-12-31")) == []
    assert rules(judged(goal("ge", "95"), "2022 O", "2032-01-01")) == ["MISSING:amber"]


# GAP


@pytest.mark.parametrize(
    ("observed", "years_missing"),
    [
        ("2023 82", None),  # from the baseline to the first observation
        ("2021 82; 2023 83", 1),
        ("2021 82; 2022 O; 2023 83", None),  # a row that says why
        ("2021 82; 2022 100 F; 2023 83", 1),  # a forecast is no row
        ("2018 70; 2021 82; 2022 83", None),  # before the baseline
        ("2021 82; 2025 83", 3),
    ],
)
def test_gap_is_a_year_without_a_row_between_two_values(observed, years_missing):
    found = judged(RISING, observed).warning(Rule.GAP)
    assert (found and found.number("missing")) == years_missing


def test_gap_counts_from_the_first_value_where_there_is_no_baseline():
    assert judged(goal("ge", "95"), "2021 82; 2023 83").warning(Rule.GAP)


def test_gap_respects_the_calendar():
    assert not judged(goal("ge", "95", every_years=2), "2021 82; 2023 83").warning(Rule.GAP)
    assert not judged(goal("ge", "95", every_years=None), "2021 82; 2029 83").warning(Rule.GAP)


# SUBST, PROVISIONAL, LOWCOUNT


def test_substitute_is_named_only_where_it_counts():
    assert rules(judged(goal("ge", "95"), "2021 90; 2022 91")) == ["SUBST:info"]
    assert rules(judged(goal("ge", "80"), "2021 90; 2022 91")) == []
    assert rules(judged(goal("ge", "95"), "2021 90")) == []
    assert rules(judged(goal("ge", "95", kind="each_year"), "2021 90; 2022 91")) == []


def test_values_before_the_plan_are_no_substitute():
    one = judged(goal("ge", "95", plan_start=2021), "2018 50; 2021 90; 2022 91")
    assert (one.baseline_year, one.baseline_value) == (2021, 90)


@pytest.mark.parametrize(
    ("status", "found"), [("P", "info"), ("E", "info"), ("A", None), ("U", None)]
)
def test_provisional_is_said_of_the_latest_value_only(status, found):
    one = judged(RISING, f"2021 82 P; 2022 83.1 {status}")
    raised = one.warning(Rule.PROVISIONAL)
    assert (raised and raised.level) == found


@pytest.mark.parametrize(("cases", "found"), [(9, True), (10, False), (None, False)])
def test_lowcount_is_a_numerator_below_ten(cases, found):
    observed = [Point(2021, D("82"), numerator=cases)]
    one = assess(RISING, observed, judged(RISING, "2021 82").as_of)
    assert bool(one.warning(Rule.LOWCOUNT)) == found


# CONFIDENCE


@pytest.mark.parametrize(
    ("observed", "confidence"),
    [
        ("2021 82; 2022 83", "low"),
        ("2021 82; 2022 83; 2023 84", "medium"),
        ("2021 82; 2022 83; 2023 84 P", "low"),
        ("2021 82; 2022 83; 2023 84 U", "low"),
        ("2021 82; 2022 83; 2023 84; 2024 86; 2025 87; 2026 88", "high"),
        ("2021 82; 2022 83; 2023 84; 2024 86; 2025 87", "medium"),
    ],
)
def test_confidence_grows_with_the_data(observed, confidence):
    assert judged(RISING, observed).confidence == confidence


def test_a_long_horizon_lowers_the_confidence():
    short = "2021 82; 2022 83; 2023 84"
    assert (
        judged(goal("ge", "95", start="80 (2020)", target_year=2032), short).confidence == "medium"
    )
    assert judged(goal("ge", "95", start="80 (2020)", target_year=2033), short).confidence == "low"


# ORDER


def test_warnings_stand_most_pressing_first():
    one = judged(RISING, "2021 79; 2022 78; 2024 77", "2027-01-01")
    assert rules(one) == ["HARD:red", "REGRESS:red", "STALE:amber", "GAP:info"]


def test_a_revision_that_changes_nothing_is_not_flagged():
    same = points("2021 82 on 2022-03-01; 2021 82.1 on 2022-09-01")
    assert not assess(RISING, same, judged(RISING, "2021 1").as_of).warning(Rule.REVISED)
