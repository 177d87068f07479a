"""Rounding by GB/T 8170 and numbers as text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plansite.progress import difference_unit, percent, plain, relative_change, round_half_even

D = Decimal


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        ("12.1498", 0, "12"),
        ("12.1498", 1, "12.1"),
        ("10.5002", 0, "11"),
        ("1.050", 1, "1.0"),
        ("0.35", 1, "0.4"),
        ("2500", -3, "2E+3"),
        ("3500", -3, "4E+3"),
        ("-0.0365", 3, "-0.036"),
        ("8.53459", 2, "8.53"),
        ("-0.04", 1, "0.0"),
        ("2.5", 0, "2"),
        ("-2.5", 0, "-2"),
    ],
)
def test_rounding_is_half_to_even_once_with_the_sign_last(value, decimals, rounded):
    assert str(round_half_even(D(value), decimals)) == rounded


def test_rounding_twice_would_give_another_number():
    assert round_half_even(D("8.53459"), 2) == D("8.53")
    assert round_half_even(round_half_even(D("8.53459"), 3), 2) == D("8.54")


def test_floats_are_refused():
    with pytest.raises(TypeError, match=r"Decimal\('0.35'\)"):
        round_half_even(0.35, 1)


@given(st.decimals(-1000000, 1000000, places=6), st.integers(-2, 5))
def test_rounding_is_symmetric_and_never_further_than_half_a_step(value, decimals):
    rounded = round_half_even(value, decimals)
    assert round_half_even(-value, decimals) == -rounded
    assert abs(rounded - value) <= D(1).scaleb(-decimals) / 2


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [("2E+3", None, "2000"), ("5.0", None, "5.0"), ("0.66666666", 4, "0.6667"),
     ("39338.4", 4, "39340"), ("-0.00001", 2, "-0.00001"), ("100", 4, "100"), ("0", 4, "0"),
     ("Infinity", 4, "inf"), ("-Infinity", 4, "-inf"), ("-0.0", 3, "0")],
)  # fmt: skip
def test_numbers_are_written_without_exponent(value, digits, text):
    assert plain(D(value), digits) == text


def test_differences_of_rates_have_units_of_their_own():
    assert [difference_unit(unit, "zh") for unit in ("%", "percent", "‰", "years")] == [
        "百分点", "百分点", "千分点", "years",
    ]  # fmt: skip
    assert difference_unit("per_1000", "en") == "per-mille points"


def test_relative_change_from_zero_is_not_defined():
    assert relative_change(D(5), D(0)) is None
    assert relative_change(D("-5"), D("-10")) == D("0.5")


def test_percent_rounds_once():
    assert percent(D(31) / 33) == D("93.9")
