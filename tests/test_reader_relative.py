"""Promises measured against something else than a figure."""

from __future__ import annotations

from pathlib import Path

import pytest
from plansite.reader import load_catalogue, load_domains, read_bytes, report_of
from plansite.reader.relative import base_of, relative_of

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("clause", "key", "base"),
    [
        ("女代表比例一般不低于本地区党员总数中的女性比例", "no_lower_than", "本地区党员总数中的女性比例"),
        ("职工代表大会中女性比例与女职工比例相适应", "matching", "女职工比例"),
        ("女厕位与男厕位的比例与实际需求相适应", "matching", "实际需求"),
        ("城乡居民收入增长与经济发展基本同步", "matching", "经济发展"),
        ("孕产妇死亡率低于全省平均水平", "no_higher_than", "全省平均水平"),
        ("婴儿死亡率控制在全市平均水平以下", "no_higher_than", "全市平均水平"),
        ("女性受教育年限高于全省平均水平", "no_lower_than", "全省平均水平"),
        ("孕产妇死亡率优于全国平均水平", "no_higher_than", "全国平均水平"),
        ("主要健康指标基本达到发达国家水平", "no_lower_than", "发达国家水平"),
        ("确保完成省下达的污水集中处理率指标", "no_lower_than", "省下达"),
    ],
)  # fmt: skip
def test_a_clause_is_measured_against_something_named(clause: str, key: str, base: str) -> None:
    found = relative_of(clause)
    assert found is not None
    assert (found.key, found.base) == (key, base)


@pytest.mark.parametrize(
    "clause",
    ["参保率不低于95%", "促进妇女与经济社会同步发展", "加强与有关部门的协作", "达到较高水平"],
)
def test_other_clauses_are_not(clause: str) -> None:
    assert relative_of(clause) is None


def test_a_change_names_its_base_only_where_it_is_printed() -> None:
    assert base_of("比2020年提高5个百分点") == ("2020年", "the 2020 level")
    assert base_of("近视率每年下降0.5个百分点") == ("上一年", "the year before")
    assert base_of("较“十三五”末下降10%") == ("“十三五”末", "")
    assert base_of("提高5个百分点") == ("", "")


def test_the_report_lists_them_with_their_places() -> None:
    text = "甲县妇女发展规划（2021—2025年）\n一、妇女与教育\n主要目标：\n1.女性受教育年限高于全市平均水平。\n2.参训率比2020年提高5个百分点。\n"
    report = report_of(read_bytes(text.encode(), "plan.txt"))
    (one,) = report["relative_targets"]
    assert (one["domain"], one["location"], one["line"]) == ("education", "1", 4)
    assert (one["comparator"], one["relative_to"]) == ("ge", "全市平均水平")
    assert report["numeric_targets"][0]["relative_to"] == "2020年"


def test_domains_have_the_names_of_the_series() -> None:
    names = load_domains(ROOT / "plans" / "series.yml")
    assert names["儿童与法律保护"] == "law"
    text = "甲县儿童发展规划（2021—2025年）\n一、成长空间\n主要目标：\n1.参训率达到90%。\n"
    (plan,) = read_bytes(text.encode(), "plan.txt", domains={"成长空间": "growing"}).plans
    assert [d.id for d in plan.domains] == ["growing"]


def test_a_series_file_that_is_broken_gives_no_names(tmp_path: Path) -> None:
    broken = tmp_path / "series.yml"
    broken.write_text("- [", encoding="utf-8")
    assert load_domains(broken) == {}
    assert load_domains(tmp_path / "none.yml") == {}


def test_the_catalogue_knows_the_domain_of_an_indicator() -> None:
    catalogue = load_catalogue(ROOT / "plans" / "indicators")
    assert {one.id: one.domain for one in catalogue}["maternal-mortality-ratio"] == "health"
