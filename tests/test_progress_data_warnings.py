"""Early warnings about the data of an indicator, and how warnings stand together."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plansite.progress import Point, Rule, assess
from progress.goals import goal, judged, points, rules

D = Decimal
RISING = goal("ge", "95", start="80 (2020)")


def warning(one, rule):
    found = one.warning(rule)
    return None if found is None else (found.level.value, found.reason)


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
