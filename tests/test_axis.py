"""The picture of targets on one axis, and the scale under it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plansite.charts import scale, text_width
from plansite.edition import Edition, load_labels
from plansite.model import Site
from plansite.views.axis import WIDTH, axis
from plansite.views.indicators import by_tier

NUMBERS = st.lists(
    st.decimals(min_value=-10_000, max_value=10_000, places=2), min_size=1, max_size=20
)


@given(NUMBERS)
def test_every_value_lies_between_the_ends_of_its_scale(values: list[Decimal]) -> None:
    line = scale(values, 10, 300)
    assert all(10 <= line(value) <= 300 for value in values)


@given(NUMBERS)
def test_the_steps_of_a_scale_are_one_two_or_five_times_a_power_of_ten(
    values: list[Decimal],
) -> None:
    digits = f"{scale(values, 0, 1).step:e}"[0]
    assert digits in "125"


def test_a_scale_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="needs values"):
        scale([], 0, 1)


def test_a_han_character_is_wider_than_a_latin_one() -> None:
    assert text_width("健康") > text_width("ab")


def test_marks_and_labels_of_every_axis_stay_inside_the_picture(fictional: Site) -> None:
    edition = Edition(fictional, "en", load_labels())
    drawn = 0
    for indicator in fictional.indicators.values():
        targets = by_tier(edition, fictional.targets_by_indicator.get(indicator.id, ()))
        picture = axis(edition, indicator, targets)
        if picture is None:
            continue
        drawn += 1
        for row in picture.rows:
            for mark in row.marks:
                assert 0 <= mark.x <= WIDTH
                width = text_width(mark.label, 11)
                left = mark.label_x - width if mark.anchor == "end" else mark.label_x
                assert left >= 0 and left + width <= WIDTH
    assert drawn


def test_one_value_alone_makes_no_axis(fictional: Site) -> None:
    edition = Edition(fictional, "zh", load_labels())
    indicator, targets = next(
        (fictional.indicators[key], found[:1])
        for key, found in fictional.targets_by_indicator.items()
        if found[0].strength == "numeric"
        and not found[0].record.then
        and not found[0].record.between
    )
    assert axis(edition, indicator, targets) is None


def test_what_a_plan_says_in_two_places_draws_one_line(fictional: Site) -> None:
    edition = Edition(fictional, "en", load_labels())
    targets = by_tier(edition, fictional.targets_by_indicator["maternal-mortality-ratio"])
    once, twice = (axis(edition, fictional.indicators["maternal-mortality-ratio"], said)
                   for said in (targets, (*targets, *targets)))  # fmt: skip
    assert once and twice
    assert twice.rows == once.rows


def test_open_circles_are_explained_where_there_are_some(fictional: Site) -> None:
    edition = Edition(fictional, "en", load_labels())
    told = set()
    for indicator in fictional.indicators.values():
        targets = by_tier(edition, fictional.targets_by_indicator.get(indicator.id, ()))
        if picture := axis(edition, indicator, targets):
            hollow = any(mark.kind == "baseline" for row in picture.rows for mark in row.marks)
            assert ("open circles" in picture.notes[0]) is hollow
            told.add(hollow)
    assert told == {True, False}
