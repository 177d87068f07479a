"""Figures published by others, recomputed: an independent check of the method.

published-canada.csv: Statistics Canada, sdg-data-canada-odd-donnees/cif-data-donnees-cic,
indicator_calculation_components.yml at commit 0004afd1, every series with a target and two values.
Its ratio is our R on a geometric path (thresholds 0.95, 0.6, 0; "target achieved" overrides).
"""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal

import pytest
from plansite.progress import (
    Rule,
    Status,
    assess,
    difference,
    difference_unit,
    event_days,
    percent,
    relative_change,
    replay,
    round_half_even,
    status_history,
    tally,
    warning_history,
)
from progress.goals import DATA, goal, judged, points, rules

with (DATA / "published-canada.csv").open(encoding="utf-8") as table:
    CANADA = list(csv.DictReader(table))


def canada(row, path):
    target = goal(
        "ge" if row["direction"] == "1" else "le",
        row["target"],
        target_year=int(row["target_year"]),
        start=f"{row['base']} ({row['base_year']})",
        path=path,
    )
    return judged(target, f"{row['current_year']} {row['current']}")


@pytest.mark.parametrize("row", CANADA, ids=lambda row: row["series"])
def test_constant_growth_gives_the_published_ratio(row):
    ratio = canada(row, "geometric").pace
    if not row["R"]:  # the baseline met the target: a ratio would mean nothing
        assert ratio is None
    else:
        assert float(ratio) == pytest.approx(float(row["R"]), rel=1e-9)


@pytest.mark.parametrize("row", CANADA, ids=lambda row: row["series"])
def test_status_is_the_published_class_but_where_the_baseline_met_the_target(row):
    assert canada(row, "geometric").status == row["class"]


@pytest.mark.parametrize(("series", "straight"), [("6-1-1", "on_track"), ("9-6-1", "far_behind")])
def test_a_straight_line_changes_the_class_and_says_so(series, straight):
    row = next(row for row in CANADA if row["series"] == series)
    one = canada(row, "linear")
    assert one.status == straight
    assert one.warning(Rule.METHOD)


def test_method_flags_every_series_whose_class_depends_on_the_path():
    flagged = {row["series"] for row in CANADA if canada(row, "linear").warning(Rule.METHOD)}
    differing = {
        row["series"]
        for row in CANADA
        if canada(row, "linear").status is not canada(row, "geometric").status
    }
    assert flagged == differing
    assert len(flagged) == 6


CANADA_1_1_1 = points("2023 10.2 on 2026-05-06; 2023 10.4 on 2026-07-21")
MAY, JULY = date(2026, 5, 31), date(2026, 7, 31)


def poverty(path):
    return goal("le", "7.25", start="14.5 (2015)", path=path)


def test_a_revision_moves_the_canadian_poverty_rate_from_on_track_to_behind():
    may, july = replay([poverty("geometric")], CANADA_1_1_1, [MAY, JULY])
    assert [round_half_even(one.pace, 5) for one in (may, july)] == [
        Decimal("0.95259"),
        Decimal("0.90109"),
    ]
    assert (may.status, july.status) == (Status.ON_TRACK, Status.BEHIND)
    assert not may.warning(Rule.REVISED)
    assert july.warning(Rule.REVISED).reason == "on_track"


def test_on_a_straight_line_the_revision_only_raises_method():
    may, july = replay([poverty("linear")], CANADA_1_1_1, [MAY, JULY])
    assert [round_half_even(one.pace, 4) for one in (may, july)] == [
        Decimal("1.1121"),
        Decimal("1.0603"),
    ]
    assert (may.status, july.status) == (Status.ON_TRACK, Status.ON_TRACK)
    assert "METHOD:info" not in rules(may)
    assert "METHOD:info" in rules(july)
    assert not july.warning(Rule.REVISED)


def test_history_dates_the_revision_to_its_day():
    target = poverty("geometric")
    days = event_days([target], CANADA_1_1_1, date(2026, 11, 21))
    assessments = replay([target], CANADA_1_1_1, days)
    spans = [(span.status, span.since) for span in status_history(assessments)]
    assert spans[-2:] == [
        (Status.ON_TRACK, date(2026, 5, 6)),
        (Status.BEHIND, date(2026, 7, 21)),
    ]
    revised = [span for span in warning_history(assessments) if span.rule is Rule.REVISED]
    assert [(span.raised_on, span.cleared_on) for span in revised] == [(date(2026, 7, 21), None)]


def test_mid_term_report_of_2015_counts_31_of_33():
    counted = tally([Status.ACHIEVED] * 31 + [Status.BEHIND] * 2)
    assert (counted.met, counted.assessable, percent(counted.rate)) == (31, 33, Decimal("93.9"))


def test_indicators_without_data_do_not_count_as_met():
    counted = tally([Status.ACHIEVED] * 88 + [Status.NOT_ACHIEVED] * 4 + [Status.NO_DATA] * 2)
    assert (counted.met, counted.assessable, counted.total) == (88, 92, 94)
    assert percent(counted.rate) == Decimal("95.7")


@pytest.mark.parametrize(
    ("value", "target", "points_below"), [("2.64", "4", "1.36"), ("1.49", "5", "3.51")]
)
def test_distance_of_percentages_is_in_points(value, target, points_below):
    assert difference(Decimal(target), Decimal(value)) == Decimal(points_below)
    assert difference_unit("%", "zh") == "百分点"


@pytest.mark.parametrize(("value", "target"), [("8.1", "10"), ("10.7", "13")])
def test_mortality_of_2015_met_the_targets_of_2020(value, target):
    assert judged(goal("le", target, target_year=2020), f"2015 {value}").status is Status.MET_EARLY


@pytest.mark.parametrize(
    ("before", "after", "target"),
    [("5.42", "5.44", "12"), ("1.09", "1.11", "7"), ("1.40", "1.43", "5")],
)
def test_child_report_of_2018_met_while_worsening(before, after, target):
    limit = goal("le", target, target_year=2020, unit_in_last_place="0.01")
    one = judged(limit, f"2017 {before}; 2018 {after}")
    assert (one.status, rules(one)) == (Status.MET_EARLY, ["REGRESS:info"])


def test_maternal_deaths_fell_by_the_share_the_final_report_gives():
    share = relative_change(Decimal("16.9"), Decimal("30.0"))
    assert percent(share) == Decimal("-43.7")


def test_interval_is_that_of_a_random_walk_with_drift():
    one = judged(goal("ge", "95", start="80 (2020)"), "2021 81.0; 2022 82.2; 2023 83.0")
    reach = one.projection - one.projection_low
    assert round(float(one.sigma), 9) == 0.2
    assert float(reach / Decimal("1.886")) == pytest.approx(0.96609, abs=5e-6)
    assert float(reach) == pytest.approx(1.8220, abs=5e-5)


def test_interval_agrees_with_the_textbook_formula_for_even_spacing():
    one = judged(
        goal("ge", "95", start="80 (2016)"), "2017 81; 2018 83; 2019 83.5; 2020 84; 2021 86.5"
    )
    changes = [1, 2, 0.5, 0.5, 2.5]
    mean = sum(changes) / 5
    sigma = (sum((change - mean) ** 2 for change in changes) / 4) ** 0.5
    reach = 1.533 * sigma * (9 * (1 + 9 / 5)) ** 0.5
    assert float(one.projection_high) == pytest.approx(86.5 + 9 * mean + reach, rel=1e-12)


def test_assess_reads_a_published_row_alone():
    """9-3-1 of Statistics Canada, one of the figures the method quotes."""
    one = assess(
        goal("ge", "100", start="84.3 (2016)", path="geometric"),
        points("2024 96.4"),
        date(2025, 12, 31),
    )
    assert round_half_even(one.pace, 6) == Decimal("1.377468")
