"""Rows of tables in forms that programs leave: strokes, one line of text, several values in a cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from plansite.reader import Plan, load_catalogue, official_text, plain_text, read_bytes

CATALOGUE = load_catalogue(Path(__file__).parents[1] / "plans" / "indicators")
BEFORE = """云汀市妇女发展规划（2021—2030年）
一、妇女与健康
（一）主要目标
1.妇女健康素养水平提高。
（二）策略措施
1.完善体系。建立协作机制。
"""


def plan_of(table: str, before: str = BEFORE) -> Plan:
    read = read_bytes((before + table).encode(), "plan.txt", CATALOGUE)
    assert "".join(plain_text(official_text(plan)) for plan in read.plans) == read.text
    return read.plans[0]


def figures(plan: Plan) -> list[str]:
    found = [one for one in plan.numeric_targets if not one.location.startswith("measure")]
    return [
        f"{one.target.subject} {one.target.comparator} {one.target.value:g} {one.target.unit} {one.year}"
        for one in found
    ]


ROWS = [
    "孕产妇死亡率 le 9.5 per_100k 2025",
    "孕产妇死亡率 le 9 per_100k 2030",
    "婴儿死亡率 le 4 per_1000 2025",
    "婴儿死亡率 le 3.5 per_1000 2030",
    "宫颈癌筛查率 ge 60 percent 2025",
    "宫颈癌筛查率 ge 70 percent 2030",
]
TABLES = {
    "strokes": "附件\n| 指标 | 2025年 | 2030年 |\n| 孕产妇死亡率 | 9.5/10万 | 9/10万 |\n"
    "| 婴儿死亡率 | 4‰ | 3.5‰ |\n\n| 宫颈癌筛查率 | 60% | 70% |",
    "strokes between cells": "附件\n指标｜单位｜2025年｜2030年\n孕产妇死亡率｜1/10万｜9.5｜9\n"
    "婴儿死亡率｜‰｜4｜3.5\n宫颈癌筛查率｜%｜60｜70",
    "one line": "附件 主要指标 序号 指标 单位 2020年 2025年目标 2030年目标 属性 1 孕产妇死亡率 1/10万 9.8 9.5 9 "
    "约束性 2 婴儿死亡率 ‰ 4.2 4 3.5 约束性 3 宫颈癌筛查率 % 55 60 70 预期性",
    "lines of several rows": "附件：主要指标\n序号 指标 单位 2025年目标 2030年目标\n"
    "1 孕产妇死亡率 1/10万 9.5 9 2 婴儿死亡率 ‰ 4 3.5\n3 宫颈癌筛查率 % 60 70",
    "rows without numbers": "附件\n指标 2025年 2030年 孕产妇死亡率（1/10万） 9.5 9 婴儿死亡率（‰） 4 3.5 "
    "宫颈癌筛查率（%） 60 70\n注：本表由统计机构解释。",
    "a column of bodies": "附件\n序号 指标 2025年 2030年 数据来源\n1 孕产妇死亡率（1/10万） 9.5 9 市卫生健康委\n"
    "2 婴儿死亡率（‰） 4 3.5 市卫生健康委\n3 宫颈癌筛查率（%） 60 70 市妇联",
    "bodies before the values": "附件\n序号 指标 责任单位 2025年 2030年\n1 孕产妇死亡率（1/10万） 市卫生健康委 9.5 9\n"
    "2 婴儿死亡率（‰） 市卫生健康委 4 3.5\n3 宫颈癌筛查率（%） 市妇联 60 70\n4 学前教育 市教育局 提高 提高",
    "bodies without numbers": "附件\n指标 2025年 2030年 责任单位\n孕产妇死亡率（1/10万） 9.5 9 市卫生健康委\n"
    "婴儿死亡率（‰） 4 3.5 市卫生健康委\n宫颈癌筛查率（%） 60 70 市妇联",
    "bodies in a line": "附件 主要指标 序号 指标 2025年 2030年 牵头部门 1 孕产妇死亡率（1/10万） 9.5 9 市卫生健康委 "
    "2 婴儿死亡率（‰） 4 3.5 市卫生健康委 3 宫颈癌筛查率（%） 60 70 市妇联",
    "groups": "附件\n领域 序号 指标 单位 2025年目标 2030年目标 属性 健康 1 孕产妇死亡率 1/10万 9.5 9 约束性 "
    "2 婴儿死亡率 ‰ 4 3.5 约束性 服务 3 宫颈癌筛查率 % 60 70 预期性",
}


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_told_apart(name: str) -> None:
    plan = plan_of(TABLES[name])
    assert figures(plan) == ROWS
    assert {one.domain for one in plan.numeric_targets} == {"overall"}


def test_a_lone_stroke_is_text() -> None:
    (entry,) = (e for e in plan_of("来源：云汀市｜办公室").entries if "办公室" in e.body)
    assert entry.paragraph.cells == ()


CELLS = """
孕产妇死亡率/婴儿死亡率| 1/10万、‰| 9/3.5| 孕产妇死亡率 le 9 per_100k; 婴儿死亡率 le 3.5 per_1000
宫颈癌、乳腺癌筛查率| %| 70；65| 宫颈癌筛查率 ge 70 percent; 乳腺癌筛查率 ge 65 percent
高中阶段毛入学率（男/女）| %| 97/98| 男高中阶段毛入学率 ge 97 percent; 女高中阶段毛入学率 ge 98 percent
孕产妇死亡率| | 9/10万| 孕产妇死亡率 le 9 per_100k
近视率| %| 每年降低0.5个百分点| 近视率 decrease 0.5 percent
"""


@pytest.mark.parametrize("case", [line for line in CELLS.splitlines() if line])
def test_a_cell_may_hold_several_values(case: str) -> None:
    name, unit, value, wanted = (part.strip() for part in case.split("|"))
    plan = plan_of(f"附表\n序号\t指标\t单位\t2030年目标\n1\t{name}\t{unit}\t{value}\n")
    assert figures(plan) == [f"{one.strip()} 2030" for one in wanted.split(";")]


def test_a_column_of_two_years_holds_a_value_for_each() -> None:
    plan = plan_of("附表\n序号\t指标\t2025年/2030年目标值\n1\t宫颈癌筛查率（%）\t60/70\n")
    assert figures(plan) == ["宫颈癌筛查率 ge 60 percent 2025", "宫颈癌筛查率 ge 70 percent 2030"]


GROWTH = """
生产总值增长（%）| —| 6.5左右| 生产总值增长 increase 6.5 percent 2030
单位能耗降低（%）| -| 〔14〕| 单位能耗降低 decrease 14 percent 2030
新增就业（人）| | 〔12000〕| 新增就业 ge 12000 count 2030
城镇化率（%）| 66| 〔4.8〕| 城镇化率 ge 66 percent 2030
"""


@pytest.mark.parametrize("case", [line for line in GROWTH.splitlines() if line])
def test_a_stroke_for_the_goal_leaves_the_growth_or_the_sum(case: str) -> None:
    name, goal, growth, wanted = (part.strip() for part in case.split("|"))
    plan = plan_of(f"附表\n序号\t指标\t2030年目标\t年均/累计\n1\t{name}\t{goal}\t{growth}\n")
    assert figures(plan) == [wanted]


def test_columns_headed_with_a_year_of_the_past_are_told_apart_by_gaps() -> None:
    plan = plan_of(
        "附表\n序号　指标　2020年基期值　2030年目标值\n1　高中阶段毛入学率（%）　90　95\n"
        "2　普惠性幼儿园覆盖率（%）　80　88\n"
    )
    assert figures(plan) == [
        "高中阶段毛入学率 ge 95 percent 2030", "普惠性幼儿园覆盖率 ge 88 percent 2030",
    ]  # fmt: skip


def test_letters_number_items() -> None:
    plan = plan_of(
        "二、妇女与教育\n主要目标\nA.高中阶段毛入学率达到95%。\nB.60岁以上妇女参加学习的比例达到20%。\n"
        "策略措施\nA.保障公平。落实责任。\nB.扩大资源。建设学校。\n"
    )
    assert [(i.location, i.text[:6]) for d in plan.domains[1:] for i in d.targets] == [
        ("1", "高中阶段毛入"), ("2", "60岁以上妇"),
    ]  # fmt: skip
    assert [i.heading for d in plan.domains[1:] for i in d.measures] == ["保障公平", "扩大资源"]


def test_a_table_ends_at_the_next_annex() -> None:
    rows = "".join(f"{n}　指标{'甲乙丙丁戊'[n]}覆盖率（%）　60　7{n}\n" for n in range(1, 5))
    for after in ("附件2\n名词解释\n", "名词解释\n"):
        plan = plan_of(
            f"附件1\n主要指标\n序号　指标名称　2025年目标　2030年目标\n{rows}{after}甲：指第一种情形的名称。\n"
        )
        assert figures(plan)[-1] == "指标戊覆盖率 ge 74 percent 2030"
        assert [e.body for e in plan.entries if e.section == "glossary" and not e.head]


def test_boxes_in_several_domains_are_projects_one_after_the_other() -> None:
    plan = plan_of(
        "专栏1 健康促进工程\n每年免费检查妇女5000人次。\n二、妇女与教育\n（一）主要目标\n"
        "1.高中阶段毛入学率达到95%。\n（二）策略措施\n1.保障公平。落实责任。\n专栏2 素质提升工程\n培训妇女300人次。\n"
    )
    assert [(item.location, item.text) for item in plan.projects] == [
        ("project 1", "每年免费检查妇女5000人次。"), ("project 2", "培训妇女300人次。"),
    ]  # fmt: skip
