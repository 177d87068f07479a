"""Data gaps: what is missing, and for which years."""

from __future__ import annotations

from datetime import date

import pytest
from plansite.progress import data_gaps
from progress.goals import goal, points

RISING = goal("ge", "95", start="80 (2020)")
DAY = date(2026, 11, 21)


def found(target, observed, **breakdowns):
    gaps = data_gaps(target, points(observed), DAY, **breakdowns)
    return [(gap.kind.value, gap.years or gap.breakdown) for gap in gaps]


@pytest.mark.parametrize(
    ("observed", "gaps"),
    [
        ("", [("never_observed", (2021, 2022, 2023, 2024))]),
        ("2022 82", [("overdue", (2023, 2024))]),
        ("2025 82", []),
        ("2021 81; 2025 82", [("hole", (2022, 2023, 2024))]),
        ("2021 81; 2022 O; 2023 M; 2024 L; 2025 82", [("hole", (2022, 2024))]),
        ("2024 81; 2025 82 B", [("not_comparable", (2025,))]),
    ],
)
def test_gaps_of_a_yearly_indicator(observed, gaps):
    assert found(RISING, observed) == gaps


def test_a_baseline_nobody_gave_is_a_gap():
    assert found(goal("ge", "95"), "2024 81; 2025 82") == [("no_baseline", "")]
    assert found(goal("ge", "95", kind="each_year"), "2024 81; 2025 82") == []
    assert found(goal("ge", "95", kind="cumulative", baseline_year=2024), "2025 8") == []


def test_expected_breakdowns_that_are_not_there_are_gaps():
    assert found(RISING, "2025 82", expected=["sex", "residence"], present=["residence"]) == [
        ("no_breakdown", "sex")
    ]


def test_what_was_not_yet_published_is_a_gap():
    late = points("2025 82 on 2026-11-22")
    assert data_gaps(RISING, late, DAY)[0].kind == "never_observed"
    assert data_gaps(RISING, late, date(2026, 11, 22)) == ()
