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
