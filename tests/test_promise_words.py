"""How firmly a document promises, and of what kind the promise is: both languages say it so."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from a_target import item, on_months
from plansite.model import Site
from plansite.records.plan import ItemRecord
from plansite.statements import dated, stands, statement


def test_what_is_striven_for_is_not_called_exact(fictional: Site) -> None:
    target = on_months(fictional, at_least=Decimal(5), stretch={"equal": Decimal(6)})
    months = fictional.units["months"]
    assert dated(target, months, "zh") == "2025年不低于5个月，力争6个月"
    assert dated(target, months, "en") == "at least 5 months by 2025; striving for 6 months"


def test_what_is_striven_for_may_have_no_figure(fictional: Site) -> None:
    words = {"zh": "实现全覆盖", "en": "full coverage"}
    target = on_months(fictional, at_least=Decimal(5), stretch={"aim": "ensure", "words": words})
    months = fictional.units["months"]
    assert dated(target, months, "zh") == "2025年不低于5个月，力争实现全覆盖"
    assert dated(target, months, "en") == "at least 5 months by 2025; striving for full coverage"


@pytest.mark.parametrize("word", ["推动", "推进", "促进"])
def test_a_value_that_is_worked_towards_is_not_said_as_one_to_keep(
    fictional: Site, word: str
) -> None:
    target = on_months(fictional, at_least=Decimal(6), printed=f"{word}实现…")
    months = fictional.units["months"]
    assert dated(target, months, "zh") == f"2025年{word}实现不低于6个月"
    assert dated(target, months, "en") == "working towards at least 6 months by 2025"


def test_a_comparison_that_leaves_exceptions_says_so(fictional: Site) -> None:
    share = {"zh": "党员中的女性比例", "en": "women's share of members"}
    target = on_months(fictional, no_lower_than=share, printed="一般不低于…")
    months = fictional.units["months"]
    assert dated(target, months, "zh") == "2025年一般不低于党员中的女性比例"
    assert dated(target, months, "en") == "as a rule no lower than women's share of members by 2025"


def test_a_time_limit_is_not_reached_by_a_year_unless_the_document_names_one(
    fictional: Site,
) -> None:
    months = fictional.units["months"]
    standing = on_months(fictional, at_most=Decimal(1), printed="颁布后…内")
    dated_one = on_months(fictional, at_most=Decimal(1), by=2024)
    assert dated(standing, months, "zh") == "不超过1个月"
    assert dated(standing, months, "en") == "at most 1 month"
    assert dated(dated_one, months, "en") == "at most 1 month by 2024"


def test_a_frequency_is_a_standing_duty(fictional: Site) -> None:
    yearly = fictional.units["times_per_year"]
    assert stands(item(at_least=Decimal(1)), yearly)
    assert not stands(item(at_least=Decimal(1), by=2025), yearly)
    assert not stands(item(at_least=Decimal(1)), fictional.units["months"])


def test_a_ratio_is_said_as_the_document_prints_it(fictional: Site) -> None:
    target = on_months(fictional, at_least=Decimal("1.5"), value_printed="3:2")
    ratio = fictional.units["ratio"]
    assert dated(target, ratio, "zh") == "2025年不低于3:2"
    assert dated(target, ratio, "en") == "at least 3:2 by 2025"


@pytest.mark.parametrize(
    ("printed", "said"),
    [("与…相适宜", "与女职工比例相适宜"), ("促进…相适应", "与女职工比例相适应")],
)
def test_chinese_matches_in_the_printed_word(fictional: Site, printed: str, said: str) -> None:
    share = {"zh": "女职工比例", "en": "the share of women workers"}
    target = on_months(fictional, matching=share, printed=printed)
    assert dated(target, fictional.units["months"], "zh") == f"2025年{said}"


def test_a_promise_to_strive_is_not_said_as_one_to_keep(fictional: Site) -> None:
    target = on_months(fictional, at_least=Decimal(6), printed="力争…达到…以上")
    months = fictional.units["months"]
    assert dated(target, months, "zh") == "2025年力争不低于6个月"
    assert dated(target, months, "en") == "striving for at least 6 months by 2025"


def test_a_theme_to_be_ensured_says_in_what_words_if_it_has_any(fictional: Site) -> None:
    theme = {"theme": "offences", "text": {"zh": "侵害行为", "en": "Offences"}, "aim": "ensure",
             "words": {"zh": "零容忍", "en": "not tolerated"}}  # fmt: skip
    record = ItemRecord.model_validate(theme)
    target = replace(on_months(fictional, at_most=Decimal(1)), record=record, indicator=None)
    assert statement(target, None, "zh") == "侵害行为：零容忍"
    assert statement(target, None, "en") == "Offences: not tolerated"
