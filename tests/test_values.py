"""Values of a promise: comparator, numbers, direction."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plansite.records.plan import Promise
from plansite.source.strict_yaml import parse_yaml
from plansite.values import comparator, direction, value_of


def promise(text: str) -> Promise:
    return Promise.model_validate(parse_yaml(text, "x"))


@pytest.mark.parametrize(
    ("text", "code", "sign"),
    [
        ("at_least: 1", "ge", 1),
        ("at_most: 1", "le", -1),
        ("above: 1", "gt", 1),
        ("below: 1", "lt", -1),
        ("about: 1", "about", 0),
        ("equal: 1", "eq", 0),
        ("between: [1, 2]", "range", 0),
        ("aim: increase", "increase", 0),
        ("aim: decrease", "decrease", 0),
        ("aim: keep", "keep", 0),
        ("aim: establish", "establish", 0),
        ("aim: ensure", "ensure", 0),
        ("no_lower_than: {zh: 甲, en: A}", "ge", 0),
        ("no_higher_than: {zh: 甲, en: A}", "le", 0),
        ("matching: {zh: 甲, en: A}", "eq", 0),
    ],
)
def test_every_promise_has_a_code_and_a_direction(text: str, code: str, sign: int) -> None:
    one = promise(text)
    assert (comparator(one), direction(one)) == (code, sign)


def test_a_range_has_two_values() -> None:
    assert value_of(promise("between: [1, 2.0]")) == (Decimal("1"), Decimal("2.0"))


def test_an_aim_has_no_value() -> None:
    assert value_of(promise("{aim: increase, amount: 10, relative_to: {zh: 甲, en: A}}")) == ()
