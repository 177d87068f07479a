"""What records share: partial dates, ids, both languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plansite.records.base import Bilingual, is_device, last_day
from plansite.records.catalogue import Indicator
from plansite.source.strict_yaml import parse_yaml
from pydantic import ValidationError


@given(st.dates())
def test_a_whole_date_is_its_own_last_day(day: date) -> None:
    assert last_day(day.isoformat()) == day


@given(st.dates(max_value=date(9998, 12, 31)))
def test_no_day_of_a_month_follows_its_last(day: date) -> None:
    last = last_day(f"{day:%Y-%m}" if day.year >= 1000 else f"{day.year:04}-{day.month:02}")
    assert day <= last
    assert last.month == day.month


@pytest.mark.parametrize("text", ["", "2025-", "25-01-01", "2025-1-1", "2025-01-32", "x"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        last_day(text)


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "lpt9"])
def test_device_names_are_known(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["console", "com10", "nulls", "aux-1"])
def test_names_like_a_device_are_none(name: str) -> None:
    assert not is_device(name)


def test_a_text_is_read_by_its_language() -> None:
    text = Bilingual(zh="甲", en="A")
    assert (text["zh"], text["en"]) == ("甲", "A")


def test_a_record_can_not_be_changed() -> None:
    with pytest.raises(ValidationError):
        Bilingual(zh="甲", en="A").zh = "乙"  # type: ignore[misc]


def _indicator(extra: str) -> Indicator:
    text = f"id: a\nname: {{zh: 甲, en: A}}\nbetter: higher\n{extra}"
    return Indicator.model_validate(parse_yaml(text, "x"))


def test_a_percentage_without_limits_has_0_and_100() -> None:
    assert _indicator("unit: percent").bounds == (0, 100)


def test_stated_limits_are_the_bounds() -> None:
    assert _indicator("unit: percent\nlimits: [0, null]").bounds == (0, None)


def test_another_unit_without_limits_is_open() -> None:
    assert _indicator("unit: count").bounds == (None, None)
