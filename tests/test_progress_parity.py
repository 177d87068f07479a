"""Women and men side by side."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plansite.progress import SexGap, share_distance

D = Decimal


def test_difference_is_female_minus_male():
    assert SexGap(D("12.9"), D("14.3")).difference == D("-1.4")


@pytest.mark.parametrize(
    ("female", "male", "parity"),
    [("97", "100", True), ("96.9", "100", False), ("103", "100", True), ("103.1", "100", False)],
)
def test_parity_includes_its_ends(female, male, parity):
    assert SexGap(D(female), D(male)).parity is parity


def test_distance_is_the_same_for_either_sex_behind():
    assert SexGap(D(50), D(100)).distance == SexGap(D(100), D(50)).distance == 2
    assert SexGap(D(5), D(5)).distance == 1


@pytest.mark.parametrize(
    ("female", "male", "missing"),
    [(None, D(1), ("female",)), (D(1), None, ("male",)), (None, None, ("female", "male"))],
)
def test_a_missing_sex_leaves_everything_undefined(female, male, missing):
    gap = SexGap(female, male)
    assert gap.missing == missing
    assert (gap.difference, gap.ratio, gap.parity, gap.distance) == (None, None, None, None)


def test_ratios_with_zero_are_not_defined():
    assert SexGap(D(1), D(0)).ratio is None
    assert SexGap(D(1), D(0)).difference == 1
    assert SexGap(D(0), D(1)).distance is None


@pytest.mark.parametrize(("share", "distance"), [("30", "70"), ("70", "70"), ("50", "50")])
def test_share_of_women_is_measured_from_half(share, distance):
    assert share_distance(D(share)) == D(distance)
