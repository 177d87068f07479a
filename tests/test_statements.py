"""Targets as sentences in both languages."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from a_target import item, on_months
from plansite.aim_words import aim_in_english
from plansite.model import Site, Target
from plansite.records.catalogue import Indicator
from plansite.records.plan import ItemRecord
from plansite.statements import amount, dated, number, stands, statement, subject
from pydantic import ValidationError

CHENGXI = "qinglan/chengxi/women-2021-2025"
BAIYU = "qinglan/chengxi/baiyu/women-2021-2030"
CHILDREN = "qinglan/chengxi/baiyu/children-2021-2030"
WANZHOU = "luoxia/wanzhou/women-2021-2025"


def said(site: Site, plan: str, target: str) -> tuple[str, str]:
    one = next(one for one in site.plans[plan].targets if one.id == target)
    unit = site.units[one.indicator.unit] if one.indicator else None
    return statement(one, unit, "zh"), statement(one, unit, "en")


@pytest.mark.parametrize(
    ("plan", "target", "zh", "en"),
    [
        (CHENGXI, "health-1-maternal-mortality-ratio",
         "孕产妇死亡率：2023年不超过9/10万，2025年不超过8/10万，力争不超过7/10万",
         "Maternal mortality ratio: at most 9 per 100,000 by 2023; at most 8 per 100,000 by 2025; striving for at most 7 per 100,000"),
        (CHENGXI, "health-2.1-cervical-screening-rate",
         "适龄妇女宫颈癌筛查率（农村适龄妇女）：2025年不低于80%",
         "Cervical cancer screening rate of women of eligible age (rural women of eligible age): at least 80% by 2025"),
        (CHENGXI, "health-3-low-birth-weight-rate", "低出生体重发生率：2025年不超过5.00%",
         "Low birth weight rate: at most 5.00% by 2025"),
        (CHENGXI, "health-3-female-life-expectancy", "女性人均预期寿命：2025年稳步延长",
         "Average life expectancy of women: to rise steadily by 2025"),
        (CHENGXI, "education-2-compulsory-completion-rate", "九年义务教育巩固率：2025年为100%",
         "Completion rate of nine-year compulsory education: exactly 100% by 2025"),
        (CHENGXI, "education-3-women-share-higher-education",
         "高等教育在校生中女生比例：2025年45%至55%",
         "Share of women among students in higher education: 45% to 55% by 2025"),
        (CHENGXI, "education-3-reading", "女性阅读活动覆盖所有社区",
         "Reading activities for women in every community"),
        (CHENGXI, "economy-1-women-share-employed", "就业人员中女性比例：2025年约46%（±1.5）",
         "Share of women among the employed: about 46% (±1.5) by 2025"),
        (CHENGXI, "economy-1-women-income-ratio", "女性与男性劳动收入之比：2025年不低于全省平均水平",
         "Ratio of women's to men's earnings: no lower than the province's average by 2025"),
        (CHENGXI, "decision-making-1-women-deputies-share", "县级人大代表中女性比例：2025年超过30%",
         "Share of women among county people's congress deputies: above 30% by 2025"),
        (CHENGXI, "decision-making-1-women-village-committee-share",
         "村委会成员中女性比例：2025年与当地人口性别结构相适应",
         "Share of women among village committee members: in line with the local share of women in the population by 2025"),
        (CHENGXI, "decision-making-2-leadership-teams-with-women",
         "配有女干部的县级领导班子数：2025年在2020年基础上提高20%",
         "County leadership teams with a woman member: to increase by 20% on the 2020 level by 2025"),
        (CHENGXI, "law-1-late-domestic-violence-responses", "家庭暴力警情处置超时起数：2025年低于5起",
         "Domestic violence calls answered late: below 5 by 2025"),
        (CHENGXI, "environment-1-toilet-ratio", "女性与男性厕位比：2025年不低于3:2",
         "Ratio of women's to men's toilet places: at least 3:2 by 2025"),
        (CHENGXI, "social-security-1-maternity-insured-women", "妇女参加生育保险人数：2025年不低于310,000人",
         "Women with maternity insurance: at least 310,000 by 2025"),
        (CHENGXI, "economy-3-maternity-leave-months", "女职工产假月数：2025年为6个月",
         "Months of maternity leave: exactly 6 months by 2025"),
        (BAIYU, "health-3-low-birth-weight-rate", "低出生体重发生率：2030年不高于全市平均水平",
         "Low birth weight rate: no higher than the city's average by 2030"),
        (CHILDREN, "play-1-play-area-per-child", "每名儿童拥有的游戏场地面积：2030年不低于2.0平方米",
         "Play area per child: at least 2.0 m² by 2030"),
        (WANZHOU, "family-2-childcare-places", "每千人口拥有3岁以下婴幼儿托位数：2025年不低于5/千",
         "Childcare places for children under 3 per 1,000 people: at least 5 per 1,000 by 2025"),
    ],
)  # fmt: skip
def test_a_target_is_one_sentence_in_each_language(
    fictional: Site, plan: str, target: str, zh: str, en: str
) -> None:
    assert said(fictional, plan, target) == (zh, en)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("9", "9"),
        ("9.0", "9.0"),
        ("9999", "9999"),
        ("10000", "10,000"),
        ("-12345.60", "-12,345.60"),
    ],
)
def test_a_number_keeps_its_digits_and_large_ones_are_grouped(value: str, text: str) -> None:
    assert number(Decimal(value)) == text


def test_a_number_is_never_written_with_an_exponent() -> None:
    assert number(Decimal("1E+5")) == "100,000"


def test_a_value_without_an_indicator_has_the_symbol_of_its_unit(fictional: Site) -> None:
    assert amount(Decimal("9"), None, fictional.units["per_100k"], "zh") == "9/10万"


@pytest.mark.parametrize(
    ("aim", "zh", "en", "said_zh", "said_en"),
    [
        (
            "decrease",
            "上升趋势减缓",
            "a slower rise",
            "2025年上升趋势减缓",
            "a slower rise by 2025",
        ),
        ("ensure", "实现全覆盖", "full coverage", "2025年实现全覆盖", "full coverage by 2025"),
    ],
)
def test_an_aim_with_words_of_its_own_is_said_in_them(
    fictional: Site, aim: str, zh: str, en: str, said_zh: str, said_en: str
) -> None:
    target = on_months(fictional, aim=aim, words={"zh": zh, "en": en})
    assert dated(target, fictional.units["months"], "zh") == said_zh
    assert dated(target, fictional.units["months"], "en") == said_en


def test_both_languages_say_an_aim_in_the_printed_word_if_that_is_whole(fictional: Site) -> None:
    months = fictional.units["months"]
    whole = on_months(fictional, aim="increase", printed="逐步延长")
    parted = on_months(fictional, aim="increase", printed="推动…延长")
    foreign = on_months(fictional, aim="increase", printed="to be raised")
    assert dated(whole, months, "zh") == "2025年逐步延长"
    assert dated(parted, months, "zh") == dated(foreign, months, "zh") == "2025年提高"
    assert dated(whole, months, "en") == "to rise gradually by 2025"
    assert dated(parted, months, "en") == dated(foreign, months, "en") == "to increase by 2025"


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("优化", "to improve"),
        ("明显缩小", "to narrow markedly"),
        ("进一步完善", "to be improved further"),
        ("严厉打击", "to be cracked down on severely"),
        ("预防和制止", "to be prevented and stopped"),
        ("推动形成", "to take shape"),
        ("推动", "to be promoted"),
        ("逐步", None),
        ("焕然一新", None),
    ],
)
def test_english_says_how_and_what_the_printed_word_says(printed: str, said: str | None) -> None:
    assert aim_in_english(printed) == said


@pytest.mark.parametrize(
    ("aim", "zh", "en"),
    [
        ("decrease", "侵害行为：降低", "Offences: to decrease"),
        ("establish", "侵害行为：建立健全", "Offences: to be established or improved"),
        ("ensure", "侵害行为", "Offences"),
    ],
)
def test_a_theme_says_where_it_is_to_go(fictional: Site, aim: str, zh: str, en: str) -> None:
    theme = {"theme": "offences", "text": {"zh": "侵害行为", "en": "Offences"}, "aim": aim}
    target = replace(
        on_months(fictional, at_most=Decimal(1)),
        record=ItemRecord.model_validate(theme),
        indicator=None,
    )
    assert (statement(target, None, "zh"), statement(target, None, "en")) == (zh, en)


@pytest.mark.parametrize("promise", [{"at_least": 6}, {"matching": {"zh": "甲", "en": "a"}}])
def test_words_go_with_an_aim_only(promise: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="words_need_aim"):
        item(**promise, words={"zh": "甲", "en": "a"})


def test_words_do_not_replace_an_amount() -> None:
    amount_too = {"amount": Decimal(10), "relative_to": {"zh": "2019年", "en": "2019"}}
    with pytest.raises(ValidationError, match="words_need_aim"):
        item(aim="increase", words={"zh": "甲", "en": "a"}, **amount_too)


@pytest.mark.parametrize(
    ("value", "text"), [("1", "1 month"), ("1.0", "1.0 months"), ("6", "6 months")]
)
def test_english_writes_one_of_a_unit_in_the_singular(
    fictional: Site, value: str, text: str
) -> None:
    target = on_months(fictional, at_least=Decimal(value))
    assert dated(target, fictional.units["months"], "en") == f"at least {text} by 2025"


@pytest.mark.parametrize(("size", "text"), [("1", "1 year"), ("2", "2 years")])
def test_english_writes_one_of_an_amount_in_the_singular(
    fictional: Site, size: str, text: str
) -> None:
    base = {"zh": "2020年", "en": "the 2020 level"}
    fields = {"amount": Decimal(size), "amount_unit": "years", "relative_to": base}
    target = on_months(fictional, aim="increase", **fields)
    said_en = dated(target, fictional.units["months"], "en")
    assert said_en == f"to increase by {text} on the 2020 level by 2025"


@pytest.mark.parametrize(
    ("promise", "zh", "en"),
    [
        ({"at_least": Decimal(100)}, "2025年达到100%", "100% by 2025"),
        ({"at_most": Decimal(0)}, "2025年为0%", "0% by 2025"),
        ({"at_least": Decimal(99)}, "2025年不低于99%", "at least 99% by 2025"),
    ],
)
def test_a_bound_at_the_natural_end_is_said_as_that_end(
    fictional: Site, promise: dict[str, Decimal], zh: str, en: str
) -> None:
    months = on_months(fictional, **promise)
    share = Indicator.model_validate(
        {"id": "share", "name": {"zh": "比例", "en": "Share"}, "unit": "percent", "better": "higher",
         "definition": {"zh": "比例。", "en": "A share."}}
    )  # fmt: skip
    target, percent = replace(months, indicator=share), fictional.units["percent"]
    assert (dated(target, percent, "zh"), dated(target, percent, "en")) == (zh, en)


def _targets(site: Site) -> list[Target]:
    return [one for plan in site.plans.values() for one in plan.targets]


def test_no_english_sentence_has_a_chinese_character(fictional: Site) -> None:
    for one in _targets(fictional):
        unit = fictional.units[one.indicator.unit] if one.indicator else None
        text = statement(one, unit, "en") + subject(one, "en")
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in text), text


def test_both_languages_state_the_same_years(fictional: Site) -> None:
    for one in _targets(fictional):
        unit = fictional.units[one.indicator.unit] if one.indicator else None
        for promise in one.promises:
            if stands(promise, unit):
                continue
            assert str(one.year(promise)) in dated(one, unit, "zh")
            assert str(one.year(promise)) in dated(one, unit, "en")
