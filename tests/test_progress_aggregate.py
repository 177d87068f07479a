"""Counts by status, 达标率 and coverage."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plansite.progress import BY_PACE, MET, UNMET, Status, tally


def test_every_status_is_counted_in_order_even_if_absent():
    counted = tally([Status.BEHIND, Status.ACHIEVED, Status.BEHIND])
    assert list(counted.counts) == list(Status)
    assert (counted.counts[Status.BEHIND], counted.counts[Status.NO_DATA]) == (2, 0)


@pytest.mark.parametrize("status", Status)
def test_each_status_is_met_unmet_or_not_assessable(status):
    counted = tally([status])
    left_out = {"no_data", "not_comparable", "awaiting_final", "improving", "stable", "worsening"}
    assert counted.met == (status in MET)
    assert counted.assessable == (status not in left_out)


def test_nothing_is_both_met_and_unmet():
    assert not MET & UNMET
    assert BY_PACE < UNMET


def test_rates_of_nothing_are_not_defined():
    assert (tally([]).rate, tally([]).coverage) == (None, None)
    assert tally([Status.NO_DATA]).rate is None


def test_rate_and_coverage_have_different_denominators():
    counted = tally([Status.ACHIEVED, Status.BEHIND, Status.NO_DATA, Status.NO_DATA])
    assert (counted.rate, counted.coverage) == (Decimal("0.5"), Decimal("0.5"))
    assert (counted.met, counted.assessable, counted.total) == (1, 2, 4)


@pytest.mark.parametrize(("silent", "telling"), [(0, True), (1, True), (2, False), (291, False)])
def test_a_rate_tells_only_where_half_of_the_targets_can_be_assessed(silent, telling):
    counted = tally([Status.ACHIEVED] + [Status.NO_DATA] * silent)
    assert counted.rate == 1
    assert counted.telling is telling


def test_a_rate_of_nothing_tells_nothing():
    assert not tally([]).telling
