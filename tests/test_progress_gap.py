"""Gap, met, near edge and progress: comparators to the letter."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plansite.progress.gap import folded, gap, is_met, near_edge, progress
from progress.goals import goal, judged

D = Decimal


@pytest.mark.parametrize(
    ("comparator", "below", "equal", "above"),
    [
        ("ge", "2", "0", "0"),
        ("gt", "2", "0.1", "0"),
        ("le", "0", "0", "2"),
        ("lt", "0", "0.1", "2"),
        ("eq", "2", "0", "2"),
    ],
)
def test_gap_follows_the_comparator(comparator, below, equal, above):
    target = goal(comparator, "10")
    assert [gap(target, D(value)) for value in ("8", "10", "12")] == [D(below), D(equal), D(above)]


@pytest.mark.parametrize("comparator", ["ge", "le", "gt", "lt", "eq", "about", "range"])
@pytest.mark.parametrize("value", ["7", "8", "9", "9.99", "10", "10.01", "11", "12", "13"])
def test_met_means_no_gap(comparator, value):
    target = goal(comparator, "10", high="12", tolerance="1")
    assert is_met(target, D(value)) == (gap(target, D(value)) == 0)


def test_equality_meets_at_most():
    assert judged(goal("le", "5.0", start="5.4 (2020)"), "2021 5.0").status == "met_early"


def test_equality_does_not_meet_below():
    one = judged(goal("lt", "10", start="12 (2020)"), "2021 10.0")
    assert (one.met, one.gap, one.status) == (False, D("0.1"), "on_track")


def test_comparison_is_made_before_rounding():
    one = judged(goal("ge", "95.0", start="80 (2020)", target_year=2025), "2025 94.96")
    assert (one.status, one.gap) == ("not_achieved", D("0.04"))


def test_gap_keeps_the_decimals_of_the_values():
    assert str(judged(goal("ge", "95"), "2023 93.10").gap) == "1.90"


@pytest.mark.parametrize(
    ("comparator", "start", "edge"),
    [("ge", "5", "10"), ("le", "5", "10"), ("range", "5", "10"), ("range", "15", "12"),
     ("range", "11", None), ("range", "10", None), ("about", "5", "9"), ("eq", "20", "10")],
)  # fmt: skip
def test_near_edge_is_where_a_path_from_the_baseline_arrives(comparator, start, edge):
    target = goal(comparator, "10", high="12", tolerance="1")
    assert near_edge(target, D(start)) == (D(edge) if edge else None)


def test_progress_is_at_most_one():
    assert progress(goal("ge", "10"), D(99), D(0)) == 1


def test_progress_is_negative_when_further_off_than_the_baseline():
    assert progress(goal("ge", "10"), D(-1), D(0)) == D("-0.1")


def test_progress_is_not_defined_if_the_baseline_met_the_target():
    assert progress(goal("ge", "10"), D(9), D(10)) is None


def test_value_beyond_a_band_is_judged_by_its_mirror_image():
    band = goal("range", "10", high="12")
    assert folded(band, D("12.5"), D(5)) == D("9.5")
    assert folded(band, D("9.5"), D(20)) == D("12.5")
    assert folded(band, D("11"), D(5)) == D("11")
    assert folded(band, D("12"), D(5)) == D("12")
    assert folded(band, D("10"), D(20)) == D("10")


def test_overshooting_a_band_lowers_the_pace_again():
    band = goal("range", "10", high="12", start="5 (2020)")
    inside, beyond, far = (judged(band, f"2024 {value}") for value in ("12", "12.5", "18"))
    assert inside.status == "met_early"
    assert (beyond.pace, beyond.overshoot) == (D("2.25"), True)
    assert (far.progress, far.status) == (D("-0.2"), "regressing")


def test_mirror_image_on_a_geometric_path_has_the_same_ratio_to_the_edge():
    band = goal("range", "100", high="200", start="50 (2020)", path="geometric")
    assert folded(band, D(400), D(50)) == D(50)
