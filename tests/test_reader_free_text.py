"""Promises outside the numbered lists, and what stands around the lists."""

from __future__ import annotations

import pytest
from plansite.reader import Plan, official_text, plain_text, read_bytes
from plansite.reader.measure import figures_of, places_of


def plan_of(text: str, name: str = "plan.txt") -> Plan:
    (plan,) = read_bytes(text.encode(), name).plans
    return plan


def beside(plan: Plan) -> list[tuple[str, str, int | None]]:
    """Values, units and years of the figures without a numbered place."""
    return [(f"{t.target.value:g}", t.target.unit, t.year) for t in plan.overall]


def test_a_digest_without_lists_is_read_for_what_it_promises() -> None:
    plan = plan_of(
        "《岚溪县体育发展“十四五”规划》\n【人均体育场地面积3.6平方米】\n"
        "“十四五”时期，岚溪县要实现人均体育场地面积达到3.6平方米，掌握1至2项运动技能。\n"
        "2020年，全县人均体育场地面积达到2.1平方米。全县有社会体育指导员400名。"
    )
    assert beside(plan) == [("3.6", "m2", 2025), ("1", "count", 2025)]


@pytest.mark.parametrize("review", ["发展基础", "“十三五”时期托育发展状况"])
def test_a_chapter_of_running_text_promises_and_its_review_does_not(review: str) -> None:
    plan = plan_of(
        f"岚溪县托育服务发展规划（2021—2025年）\n第一章 {review}\n全县每千人口托位数达到2.1个。\n"
        "第二章 扩大托育供给\n新增普惠托位1000个，护理人员持证率达到95%。\n"
    )
    assert [v for v, _, _ in beside(plan)] == ["1000", "95"]


def test_the_aim_inside_a_chapter_of_background_promises() -> None:
    plan = plan_of(
        "岚溪县青年发展规划（2021—2025年）\n第一章 背景和总体要求\n一、发展背景\n"
        "青年志愿者人数达到2万人。\n二、总体目标\n到2025年，青年常住人口占比回升到28%。\n"
        "第二章 发展领域\n一、青年健康\n（一）发展目标\n1.体质达标率达到92%。\n"
    )
    assert beside(plan) == [("28", "percent", 2025)]


HEADINGS = """岚溪县全民健身实施计划（2021—2025年）
第三部分 重点任务
任务一 补齐健身场地短板
（1）建设骨干场馆。新建体育公园8处。
（2）织密社区网点。更新率达到85%。
任务二 丰富赛事活动
（1）打响品牌赛事。每年承办赛事4场。
第四部分 保驾护航：保障条件
（一）加强领导。县级每年召开会议2次。
第五部分 监测评估
开展年度监测。按年发布报告。
岚溪县人民政府办公室
"""


def test_headings_with_a_label_or_a_motto_open_their_lists() -> None:
    plan = plan_of(HEADINGS)
    assert [domain.heading for domain in plan.domains] == ["补齐健身场地短板", "丰富赛事活动"]
    assert places_of(plan) == [
        (plan.domains[0].id, "measure 1"), (plan.domains[0].id, "measure 2"),
        (plan.domains[1].id, "measure 1"), ("organisation", "organisation 1"),
        ("monitoring", "monitoring 1"),
    ]  # fmt: skip


def test_a_label_before_an_age_opens_its_target() -> None:
    plan = plan_of(
        "岚溪县妇女发展规划（2021—2030年）\n一、妇女与健康\n主要目标\n目标1：筛查率达到70%以上。\n"
        "目标2：15—49岁妇女贫血患病率降至10%以下。\n"
    )
    assert [(f[1], f[2], f[4]) for f in figures_of(plan)] == [("1", "70", "ge"), ("2", "10", "le")]


def test_a_title_with_its_period_takes_in_nothing_of_the_next_line() -> None:
    lines = "为深入实施全民健身国家战略，加快体育强县建设，依据有关规定，\n结合我县实际，制定本计划，并报上级人民政府备案同意后实施。\n"
    plan = plan_of("岚溪县全民健身实施计划（2021—2025年）\n" + lines * 12)
    assert (plan.facts.title, plan.facts.period) == (
        "岚溪县全民健身实施计划（2021—2025年）", (2021, 2025),
    )  # fmt: skip


@pytest.mark.parametrize("name", ["page.md", "page.txt"])
def test_a_page_saved_under_another_name_is_read_as_a_page(name: str) -> None:
    page = (
        "<!doctype html><html><head><style>p{width:100%}</style></head><body>"
        "<h1>岚溪县妇女发展规划（2021—2030年）</h1><p>主要目标</p><p>1.筛查率达到70%。</p></body></html>"
    )
    reading = read_bytes(page.encode(), name)
    assert [f[2] for f in figures_of(reading.plans[0])] == ["70"]
    assert plain_text(official_text(reading.plans[0])) == reading.text
