"""What makes a case impossible to assess, and how it is said."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plansite.progress import CaseError, Point, assess
from progress.goals import goal, judged

RISING = goal("ge", "95", start="80 (2020)")
STAGES = ((2024, Decimal(9)), (2027, Decimal(8)))


@pytest.mark.parametrize(
    ("target", "field"),
    [
        (goal("ge"), "value"),
        (goal("ge", "95", target_year=None), "target_year"),
        (goal("range", "95"), "high"),
        (goal("range", "95", high="90"), "high"),
        (goal("about", "95"), "tolerance"),
        (goal("about", "95", tolerance="-1"), "tolerance"),
        (goal("ge", "95", start="80 (2030)"), "target_year"),
        (goal("ge", "95", start="80 (2031)"), "target_year"),
        (goal("ge", "95", baseline_value="80"), "baseline_year"),
        (goal("ge", "95", unit_in_last_place="0"), "unit_in_last_place"),
        (goal("ge", "95", limit_high="90"), "value"),
        (goal("ge", "95", start="80 (2020)", limit_low="81"), "baseline_value"),
        (goal("ge", "95", rebased_value="101", limit_high="100"), "rebased_value"),
        (goal("ge", "0", path="geometric"), "value"),
        (goal("ge", "95", start="0 (2020)", path="geometric"), "baseline_value"),
        (goal("le", "8", start="10 (2020)", path="milestones"), "path"),
        (goal("le", "8", start="10 (2020)", milestones=STAGES), "path"),
        (goal("le", "8", path="milestones", milestones=STAGES[::-1]), "milestones"),
        (goal("le", "8", start="10 (2025)", path="milestones", milestones=STAGES), "milestones"),
        (goal("le", "8", target_year=2026, path="milestones", milestones=STAGES), "milestones"),
        (goal("le", "7", target_year=2027, path="milestones", milestones=STAGES), "milestones"),
        (goal("ge", "95", kind="cumulative"), "baseline_year"),
        (goal("ge", "95", kind="cumulative", start="5 (2020)"), "baseline_value"),
        (goal("ge", "95", kind="cumulative", baseline_year=2020, path="geometric"), "path"),
        (goal("ge", "95", every_years=0), "every_years"),
        (goal("ge", "95", limit_low=Decimal("NaN")), "limit_low"),
    ],
)
def test_a_goal_with_a_flaw_is_refused(target, field):
    with pytest.raises(CaseError) as error:
        judged(target, "2022 85")
    assert field in [flaw.field for flaw in error.value.flaws]


@pytest.mark.parametrize(
    ("target", "observed"),
    [
        (RISING, "2022 83; 2022 84"),
        (RISING, "2022 83 on 2023-05-01; 2022 84 on 2023-05-01"),
        (RISING, "2022 83 M"),
        (RISING, "2022 83 L"),
        (RISING, "2022 83 O"),
        (RISING, "2022 83 Q"),
        (RISING, "2022 P"),
        (goal("ge", "95", limit_high="100"), "2022 100.1"),
        (goal("ge", "95", limit_low="0"), "2022 -0.1"),
        (goal("ge", "95", path="geometric"), "2022 -5"),
        (goal("establish"), "2022 2"),
    ],
)
def test_points_with_a_flaw_are_refused(target, observed):
    with pytest.raises(CaseError) as error:
        judged(target, observed)
    assert [flaw.field for flaw in error.value.flaws] == ["2022"]


def test_two_units_of_one_series_are_refused():
    mixed = [Point(2022, Decimal(83), unit="%"), Point(2023, Decimal(84), unit="‰")]
    with pytest.raises(CaseError, match="several units: %, ‰"):
        assess(RISING, mixed, judged(RISING, "2022 83").as_of)
    with pytest.raises(CaseError, match="several units"):
        assess(goal("ge", "95", unit="years"), mixed[:1], judged(RISING, "2022 83").as_of)


def test_all_flaws_are_found_at_once_in_both_languages():
    with pytest.raises(CaseError) as error:
        judged(goal("ge", target_year=None), "2022 83 M; 2023 P")
    assert len(error.value.flaws) == 4
    assert all(flaw.zh and flaw.en for flaw in error.value.flaws)


def test_a_tolerance_of_zero_is_one():
    assert judged(goal("about", "95", tolerance="0"), "2022 95").met is True


def test_the_last_of_several_stages_must_be_the_target():
    stages = (*STAGES, (2030, Decimal("7.5")))
    with pytest.raises(CaseError, match="the stage of 2030 is"):
        judged(goal("le", "7", path="milestones", milestones=stages), "2022 9")
    assert judged(goal("le", "7.5", path="milestones", milestones=stages), "2022 9").gap == 1.5


def test_two_vintages_of_a_year_are_fine():
    assert judged(RISING, "2022 83 on 2023-05-01; 2022 84 on 2023-06-01").latest_value == 84


def test_a_forecast_beside_a_value_is_fine():
    assert judged(RISING, "2022 83; 2022 90 F; 2023 91 F", "2024-12-31").latest_value == 83


def test_a_figure_included_elsewhere_may_have_a_number_or_none():
    assert judged(RISING, "2022 83; 2023 K").latest_year == 2022
    assert judged(RISING, "2022 83; 2023 84 K").latest_year == 2023
