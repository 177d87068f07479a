"""Tables and headings that pages and programs tore, boxes of projects, annexes, marks of Markdown."""

from __future__ import annotations

from pathlib import Path

from plansite.reader import Plan, load_catalogue, official_text, plain_text, read_bytes
from plansite.reader.cells import with_cells
from plansite.reader.counted_rows import with_counted_rows
from plansite.reader.measure import figures_of, places_of
from plansite.reader.plain import plain_lines

CATALOGUE = load_catalogue(Path(__file__).parents[1] / "plans" / "indicators")


def read(text: str, name: str = "plan.txt") -> Plan:
    """The only plan of a text, none of whose characters may be lost."""
    reading = read_bytes(text.encode(), name, CATALOGUE)
    (plan,) = reading.plans
    assert plain_text(official_text(plan)) == reading.text
    return plan


HEADS = ["序号", "指标名称", "单\n位", "2020年", "2025年", "属性"]
ROWS = [
    ["1", "云杉筛查率", "%", "71", "≥80", "预期性"],
    ["2", "在册学员人\n数", "人", "90", "— 7 —\n\n云杉县文件\n120", "约束性"],
    ["3", "云杉\n参保\n率", "%", "90", "95", "云杉县文件\n预期性"],
]
TEXT = "\n".join("\n".join(row) for row in (HEADS, *ROWS)) + "\n云杉县文件\n以上由各部门落实。"


def test_a_page_within_a_row_stands_before_the_row() -> None:
    lines = with_cells(plain_lines(TEXT))
    assert [line.cells for line in lines if line.cells] == [
        ("序号", "指标名称", "单位", "2020年", "2025年", "属性"),
        *((n, name.replace("\n", ""), *rest) for n, name, *rest in (
            ("1", "云杉筛查率", "%", "71", "≥80", "预期性"),
            ("2", "在册学员人数", "人", "90", "120", "约束性"),
            ("3", "云杉参保率", "%", "90", "95", "预期性"),
        )),
    ]  # fmt: skip
    held = "".join("".join(line.cells) or line.text for line in lines)
    assert sorted(held.replace(" ", "")) == sorted("".join(TEXT.split()))


def test_the_unit_after_a_name_has_its_column_in_counted_rows() -> None:
    text = (
        "领域 序号 指标 单位 2020年 2025年 属性\n水平 1 云杉寿命 岁 77 78 预期性\n"
        "2 云杉病率 1/10万 10 9 预期性\n3 云杉率 % 4 5 预期性\n4 云杉面积 1 2 预期性"
    )
    rows = [line.cells for line in with_counted_rows(plain_lines(text)) if line.cells]
    assert [row[2:6] for row in rows[1:]] == [
        ("云杉寿命", "岁", "77", "78"), ("云杉病率", "1/10万", "10", "9"),
        ("云杉率", "%", "4", "5"), ("云杉面积", "", "1", "2"),
    ]  # fmt: skip


PLAN = """云杉县妇女发展规划（2021—2025年）
一、妇女与健康
（一）主要目标
1.云杉筛查率达到80%。
（二）策略措施
1.加强服务。每年检查900人。
二、组织实施
1.加强领导。每年召开会议1次。
{rest}"""


def test_the_rows_of_an_annex_are_of_the_whole_plan() -> None:
    annex = "附件\n主要指标\n序号\t领域\t指标\t2025年目标\n1\t妇女与健康\t云杉筛查率（%）\t80\n2\t妇女与健康\t云杉寿命（岁）\t82\n"
    plan = read(PLAN.format(rest=annex))
    assert [f[:4] for f in figures_of(plan) if f[0] == "overall"] == [
        ("overall", "1", "80", "percent"), ("overall", "2", "82", "years"),
    ]  # fmt: skip


def test_the_projects_of_a_box_are_numbered_as_printed() -> None:
    for label in ("项目{}　", "工程{}：", "项目{}\n"):
        projects = "".join(
            f"{label.format(n)}云杉{n}号工程\n建设站点{k}个。\n" for n, k in (("一", 5), ("二", 6))
        )
        rest = f"三、重点实施项目\n集中力量实施一批工程。\n专栏2　重点项目\n{projects}"
        plan = read(PLAN.format(rest=rest))
        assert [p for p in places_of(plan) if p[0] == "projects"] == [
            ("projects", "project 1"), ("projects", "project 2"),
        ], label  # fmt: skip
        assert [f[1:3] for f in figures_of(plan) if f[0] == "projects"] == [
            ("project 1", "5"), ("project 2", "6"),
        ]  # fmt: skip


def test_a_heading_on_several_lines_is_one() -> None:
    text = PLAN.format(rest="").replace("妇女与健康\n", "妇女与健康环境及云\n杉保护\n")
    text = text.replace("（一）主要目标\n", "主要目标\n").replace("（二）策略措施\n", "策略措施\n")
    assert [domain.heading for domain in read(text).domains] == ["妇女与健康环境及云杉保护"]


def test_a_running_head_with_the_title_begins_no_second_plan() -> None:
    title = "云杉县妇女发展规划（2021—2025年）"
    torn = PLAN.format(rest="").replace(title, title.replace("（", "\n（"))
    for mark in ("（二）策略措施", "二、组织实施", "1.加强领导"):
        torn = torn.replace(mark, f"— 2 —\n{title}\n{mark}")
    assert places_of(read(torn)) == places_of(read(PLAN.format(rest="")))


def test_what_programs_write_into_markdown_is_no_text() -> None:
    text = (
        "![](media/image1.png){width=\"5in\"}\n\n# **云杉县妇女发展规划（2021—2025年）**\n\n"
        "## []{#_Toc1}一、妇女与健康\n\n**主要目标**\n\n1\\. 云杉筛查率达到99\\.5%。\n\n"
        "&nbsp;&nbsp;2\\. <span style=\"x\">参检妇女</span>达到[80%]{.underline}以上。\n\n"
        "**策略措施**\n\n> 1\\. 每年检查*不少于*900人。\n\n## 二、组织实施\n\n1\\. 每年召开会议1次。\n"
    )  # fmt: skip
    plan = read(text, "plan.md")
    assert [f[:3] for f in figures_of(plan)] == [
        ("health", "1", "99.5"), ("health", "2", "80"), ("health", "measure 1", "900"),
        ("organisation", "organisation 1", "1"),
    ]  # fmt: skip
    assert "Toc" not in official_text(plan)


def test_rows_with_tabs_that_lines_tore_are_whole() -> None:
    heads = "序号\t主要指标\t单位\t2020年\t2025年目标"
    rows = "1\t云杉筛查率\t%\t70\t80\n2\t云杉参保率\n%\t90\t95\n— 3 —\n3\t云杉寿命\t岁\t80\t\n82"
    plan = read(PLAN.format(rest=f"附件\n{heads}\n{rows}\n"))
    assert [f[1:4] for f in figures_of(plan) if f[0] == "overall"] == [
        ("1", "80", "percent"), ("2", "95", "percent"), ("3", "82", "years"),
    ]  # fmt: skip


def test_headings_on_two_rows_and_names_over_several_rows_are_read() -> None:
    table = (
        "<tr><td>序号</td><td>指标</td><td colspan=2>指标值</td><td>单位</td></tr>"
        "<tr><td></td><td></td><td>2023年</td><td>2025年</td><td></td></tr>"
        "<tr><td>1</td><td rowspan=2>云杉近视率</td><td>≤38</td><td>≤36</td><td>%</td></tr>"
        "<tr><td>2</td><td>≤58</td><td>≤55</td><td>%</td></tr>"
    )
    lines = "".join(f"<p>{line}</p>" for line in PLAN.format(rest="附件").splitlines())
    plan = read(f"<html><body>{lines}<table>{table}</table></body></html>", "plan.html")
    assert [(f[1], f[2], f[5]) for f in figures_of(plan) if f[0] == "overall"] == [
        ("1", "38", 2023), ("1", "36", 2025), ("2", "58", 2023), ("2", "55", 2025),
    ]  # fmt: skip


def test_the_rows_of_a_table_of_projects_are_projects() -> None:
    rows = "序号\t项目名称\t建设内容\t期限\n1\t云杉中心工程\t建设中心1个，床位80张。\t2021—2025年\n2\t云杉步道工程\t新建步道9公里。\t2021—2025年"
    plan = read(PLAN.format(rest=f"三、重点工程\n专栏2　云杉重点工程\n{rows}\n"))
    assert [item.location for item in plan.projects] == ["project 1", "project 2"]
    assert [f[1:4] for f in figures_of(plan) if f[0] == "projects"] == [
        ("project 1", "1", "count"), ("project 1", "80", "count"), ("project 2", "9", "km"),
    ]  # fmt: skip


def test_boxes_of_projects_in_chapters_leave_the_measures_their_numbers() -> None:
    box = "专栏{}　云杉项目\n项目{}　云杉行动。建设站点{}个。\n"
    text = PLAN.format(rest="").replace(
        "二、组织实施",
        f"2.扩大服务。\n{box.format(1, 1, 4)}二、妇女与教育\n（一）主要目标\n1.云杉入学率达到95%。\n"
        f"（二）策略措施\n1.办好学校。\n{box.format(2, 2, 7)}三、组织实施",
    )
    assert [place[1] for place in places_of(read(text))] == [
        "1", "measure 1", "measure 2", "1", "measure 1", "project 1", "project 2", "organisation 1",
    ]  # fmt: skip


def test_an_entity_without_its_end_is_kept_as_it_stands() -> None:
    text = PLAN.format(rest="").replace("加强服务", "加强&amp&lt&copy服务")
    assert "&amp&lt&copy" in read(text, "plan.txt").domains[0].measures[0].text
