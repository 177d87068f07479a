"""One plan in many layouts: whatever holds the text, the same is read and nothing is lost."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from plansite.reader import load_catalogue, official_text, plain_text, read_bytes, report_of
from plansite.reader.cells import with_cells
from plansite.reader.clause import clauses
from plansite.reader.columns import with_columns
from plansite.reader.measure import figures_of, places_of
from plansite.reader.plain import plain_lines
from reader.layouts import LAYOUTS, TEXT, content_control

CATALOGUE = load_catalogue(Path(__file__).parents[1] / "plans" / "indicators")
FIGURES = [
    ("health", "1", "4", "per_1000", "le"), ("health", "1", "5", "per_1000", "le"),
    ("health", "2", "95", "percent", "ge"), ("health", "3", "8", "percent", "le"),
    ("health", "3", "3", "percent", "le"), ("health", "4", "0.5", "percent", "decrease"),
    ("health", "4", "2", "hours", "ge"), ("health", "5", "1.12", "per_1000", "ge"),
    ("health", "5", "3.2", "per_1000", "ge"), ("health", "measure 1", "1", "count", "ge"),
    ("health", "measure 1", "1", "count", "ge"), ("welfare", "2", "100", "percent", "ge"),
    ("monitoring", "monitoring 1", "1", "times_per_year", "ge"),
]  # fmt: skip
PLACES = [
    *(("health", str(n)) for n in range(1, 6)), ("health", "measure 1"), ("health", "measure 2"),
    ("welfare", "1"), ("welfare", "2"), ("welfare", "measure 1"), ("organisation", "organisation 1"),
    ("organisation", "organisation 2"), ("monitoring", "monitoring 1"),
]  # fmt: skip


@pytest.mark.parametrize("name", ["plain.txt", *LAYOUTS])
def test_a_plan_is_read_the_same_in_every_layout(name: str) -> None:
    content = LAYOUTS[name]() if name in LAYOUTS else TEXT.encode()
    read = read_bytes(content, name, CATALOGUE)
    (plan,) = read.plans
    assert figures_of(plan) == [(*figure, 2030) for figure in FIGURES]
    assert places_of(plan) == PLACES
    assert plan.facts.title == "云岭县儿童发展规划（2021—2030年）"
    assert (plan.facts.jurisdiction, plan.facts.document_number[:3]) == ("云岭县", "云政发")
    assert plain_text(official_text(plan)) == read.text


def test_what_stands_in_a_content_control_is_no_less_text() -> None:
    read = read_bytes(content_control(), "content-control.docx", CATALOGUE)
    assert "".join(TEXT.split()) == read.text
    assert all("儿童" not in one["text"] for one in report_of(read)["unplaced"])


def test_clauses_stay_short_however_long_the_paragraph() -> None:
    parts = list(clauses("妇" * 20_000 + "筛查率达到95%。"))
    assert max(part.end - part.start for part in parts) <= 1500
    assert [(p.start, q.start) for p, q in pairwise(parts)] == [
        (p.start, p.end) for p in parts[:-1]
    ]


@pytest.mark.parametrize("noise", ["—" * 20_000, "1" * 20_000, "率" * 20_000, "（" * 20_000])
def test_noise_in_a_paragraph_is_kept_and_ends(noise: str) -> None:
    read = read_bytes(f"{TEXT}{noise}".encode(), "noise.txt", CATALOGUE)
    assert plain_text(official_text(read.plans[0])) == read.text


COLUMNS = """序号 领域 指标名称 2020年 2030年目标值 属性
1
健康
婴儿死亡率（‰） 3.1 ≤4 约束性
2 孕产妇死亡率（1/10万） 12 保持9 约束性
3
教育
学前教育毛
入园率（%） 92 ≥95 预期性
以上指标由各部门落实。"""


def test_columns_of_a_printed_page_are_cells_again() -> None:
    lines = with_columns(plain_lines(COLUMNS))
    assert [line.cells for line in lines if line.cells][1:] == [
        ("1", "健康", "婴儿死亡率（‰）", "3.1", "≤4", "约束性"),
        ("2", "", "孕产妇死亡率（1/10万）", "12", "保持9", "约束性"),
        ("3", "教育", "学前教育毛入园率（%）", "92", "≥95", "预期性"),
    ]
    assert lines[-1].cells == ()
    assert "".join("".join(x.cells) or x.text for x in lines) == "".join(COLUMNS.split())


def test_a_sentence_with_spaces_is_no_table() -> None:
    lines = plain_lines("指标 目标 2025年\n到 2025 年 覆盖率达到 95% 以上。\n")
    assert with_columns(lines) == lines


def test_headings_print_characters_where_a_file_holds_radicals() -> None:
    report = report_of(read_bytes(LAYOUTS["radicals.txt"](), "radicals.txt", CATALOGUE))
    assert report["title"] == "云岭县儿童发展规划（2021—2030年）"
    assert [domain["heading"] for domain in report["domains"]] == ["儿童与健康", "儿童与福利"]
    assert "⼉" in report["numeric_targets"][1]["quote"], (
        "a quotation keeps the signs of the document"
    )


CELLS = """指  标

2020年

2030年

属性

一、发展水平

1.婴儿死亡率(‰)

3.1

4以下

约束性

二、优质资源

1.普惠性幼儿园覆盖率(%)

86.4%

90%以上

预期性

三、重点任务"""


def test_cells_on_lines_of_their_own_are_rows_again() -> None:
    lines = with_cells(plain_lines(CELLS))
    assert [line.cells for line in lines if line.cells] == [
        ("指  标", "2020年", "2030年", "属性"),
        ("一、发展水平",),
        ("1.婴儿死亡率(‰)", "3.1", "4以下", "约束性"),
        ("二、优质资源",),
        ("1.普惠性幼儿园覆盖率(%)", "86.4%", "90%以上", "预期性"),
    ]
    assert [line.text for line in lines if line.text and not line.cells] == ["三、重点任务"]


def test_rows_of_two_groups_have_numbers_of_their_own() -> None:
    text = (
        f"云岭县“十五五”教育事业发展规划\n一、主要目标\n{CELLS.replace('2030年', '2030年目标值')}\n"
    )
    (plan,) = read_bytes(text.encode(), "cells.txt", CATALOGUE).plans
    assert [(f[1:5]) for f in figures_of(plan)] == [
        ("1", "4", "per_1000", "le"), ("2", "90", "percent", "ge")
    ]  # fmt: skip


def test_a_title_a_page_prints_above_its_text_is_the_plans() -> None:
    body = "<br>\n　　".join(TEXT.split("\n")[3:])
    page = (
        '<html><head><meta charset="gb2312"></head><body><div><a href="/">首页</a></div>'
        "<h1>云岭县儿童发展规划（2021—2030年）</h1><div>来源：县妇儿工委办</div>"
        f"<div><p>{body}</p></div></body></html>"
    )
    (plan,) = read_bytes(page.encode("gb18030"), "page.html", CATALOGUE).plans
    assert plan.facts.title == "云岭县儿童发展规划（2021—2030年）"
    assert plan.facts.period == (2021, 2030)
    assert {figure[-1] for figure in figures_of(plan)} == {2030}


LED = """下面介绍《云岭县妇女发展规划（2021—2030年）》妇女与决策管理领域，涉及主要目标是：
1.后备干部队伍中女干部的比例不低于15%；
2.居委会成员中女性比例保持在70%左右。"""


def test_a_sentence_that_leads_to_a_list_of_targets_heads_it() -> None:
    (plan,) = read_bytes(LED.encode(), "led.txt", CATALOGUE).plans
    assert [(f[1], f[2], f[4]) for f in figures_of(plan)] == [
        ("1", "15", "ge"), ("2", "70", "about"),
    ]  # fmt: skip


WIDE = "序号 领域 指标名称 2020年 2025年目标值 2030年目标值 单位 属性 责任单位"


@pytest.mark.parametrize("between", [" ", "\n"], ids=["columns", "cells"])
def test_the_headings_of_a_wide_table_are_known_in_a_row_and_in_a_column(between: str) -> None:
    row = "1 健康 婴儿死亡率 3.1 ≤4 ≤3.5 ‰ 约束性 县卫健局"
    second = "2 健康 产前筛查率 70 ≥80 ≥85 % 预期性 县卫健局"
    text = "\n".join(between.join(line.split(" ")) for line in (WIDE, row, second))
    lines = with_cells(with_columns(plain_lines(text)))
    assert [len(line.cells) for line in lines] == [9, 9, 9]


def test_the_plan_itself_named_without_its_city_is_no_plan_above() -> None:
    text = (
        "云台市青山区妇女发展规划（2021—2030年）\n\n为落实《云台市妇女发展规划（2021—2030年）》，"
        "根据《青山区妇女发展规划（2021—2030年）》编制要求，制定本规划。\n\n"
        "一、妇女与健康\n主要目标\n1. 孕产妇死亡率下降到8/10万以下。\n"
    )
    [plan] = read_bytes(text.encode(), "a.txt", CATALOGUE).plans
    assert plan.facts.superior_plans == ("云台市妇女发展规划（2021—2030年）",)
