"""Rules about the two languages."""

from __future__ import annotations

import pytest
from conftest import Sources

PLAN = "qinglan/chengxi/baiyu/women-2021-2030"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("site.yml", "en: Development Plans", "en: Development 规划"),
        ("series.yml", "en: Women and Digital Life", "en: 数字 Life"),
        ("units.yml", "en: square metres", "en: 平方米"),
        ("units.yml", 'en: " per 1,000"', 'en: "/千"'),
        ("bodies.yml", "en: Justice Bureau", "en: 司法局"),
        ("glossary.yml", "en: Lamplight classroom}", "en: 灯下课堂}"),
        ("jurisdictions.yml", "en: Baiyu County", "en: Baiyu 县"),
        ("indicators/society.yml", "counted: {zh: 起, en: calls}", "counted: {zh: 起, en: 起}"),
        ("qinglan/sources.yml", "en: Qinglan Evening News", "en: 青岚晚报"),
        (f"{PLAN}/plan.yml", "en: Baiyu County Women's", "en: Baiyu 妇女"),
        (f"{PLAN}/targets/health.yml", "en: Exercise}", "en: 锻炼}"),
        (f"{PLAN}/targets/health.yml", "en: women}", "en: 妇女}"),
        (f"{PLAN}/targets/health.yml", "en: the city's average", "en: 全市平均"),
        (f"{PLAN}/measures/family.yml", "en: Yearly tasks}", "en: Yearly tasks（年度）}"),
        (f"{PLAN}/introduction.en.md", "Baiyu is", "白榆 is"),
    ],
)
def test_chinese_in_an_english_text_is_a_problem_at_its_entry(
    sources: Sources, name: str, old: str, new: str
) -> None:
    sources.replace(name, old, new)
    problem = sources.problem()
    assert problem.startswith(f"{name}:")
    assert "the English text has the Chinese character" in problem


def test_english_in_the_place_of_chinese_is_a_problem(sources: Sources) -> None:
    line = sources.replace("bodies.yml", "zh: 司法局", "zh: Justice Bureau")
    problem = sources.problem()
    assert problem.startswith(f"bodies.yml:{line}: ")
    assert "'Justice Bureau' has no Chinese character" in problem


def test_a_symbol_alike_in_both_languages_is_none(sources: Sources) -> None:
    sources.append(
        "glossary.yml", "- {term: {zh: HPV, en: HPV}, definition: {zh: 病毒。, en: A virus.}}\n"
    )
    assert sources.problems() == []
