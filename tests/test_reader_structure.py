"""Where lists begin and end: aims on the line of their heading, labelled lists, boxes, annexes."""

from __future__ import annotations

from pathlib import Path

import pytest
from plansite.reader import Plan, load_catalogue, official_text, plain_text, read_bytes, report_of
from plansite.reader.plain import plain_lines
from plansite.reader.reflow import reflow
from plansite.reader.tree import build_tree

CATALOGUE = load_catalogue(Path(__file__).parents[1] / "plans" / "indicators")
TITLE = "云汀市妇女发展规划（2021—2030年）\n"
CLOSE = "三、组织实施\n（一）加强领导。落实责任。\n（二）保障经费。纳入预算。\n四、监测评估\n（一）年度监测。每年一次。\n"


def plan_of(text: str) -> Plan:
    (plan,) = read_bytes((TITLE + text).encode(), "plan.txt", CATALOGUE).plans
    assert "".join((TITLE + text).split()) == plain_text(official_text(plan))
    return plan


def lists(plan: Plan) -> dict[str, tuple[list[str], list[str]]]:
    return {
        d.id: ([f"{i.location} {i.text[:6]}" for i in d.targets], [i.heading for i in d.measures])
        for d in plan.domains
    }


def test_a_list_after_an_aim_on_the_line_of_its_heading_holds_the_measures() -> None:
    plan = plan_of(
        "三、主要任务\n（一）实施健康提升行动\n目标：到2025年，宫颈癌筛查率达到70%。\n1.完善体系。建设医院。\n"
        "2.加强筛查。开展宣传。\n（二）实施素质提升行动\n目标：到2025年，高中阶段毛入学率达到95%。\n1.保障公平。落实责任。\n"
    )
    assert lists(plan) == {
        "health": (["1 到2025年"], ["完善体系", "加强筛查"]),
        "education": (["1 到2025年"], ["保障公平"]),
    }


def test_a_sentence_that_leads_to_a_list_of_aims_is_none_of_them() -> None:
    plan = plan_of(
        "一、妇女与健康\n主要目标：到2025年实现以下目标：\n1.宫颈癌筛查率达到70%。\n2.孕产妇死亡率下降。\n"
        "策略措施：\n1.完善体系。建设医院。\n"
    )
    assert lists(plan)["health"] == (["1 宫颈癌筛查率", "2 孕产妇死亡率"], ["完善体系"])


def test_labels_tell_measures_from_aims() -> None:
    plan = plan_of(
        "一、妇女与健康\n目标一：孕产妇死亡率下降。\n目标二：筛查率提高。\n措施一：完善体系。建设医院。\n"
        "措施二：加强防治。开展宣传。\n二、妇女与教育\n目标一：受教育年限提高。\n措施一：保障公平。\n"
    )
    assert lists(plan) == {
        "health": (["1 孕产妇死亡率", "2 筛查率提高。"], ["完善体系", "加强防治"]),
        "education": (["1 受教育年限提"], ["保障公平"]),
    }


def test_the_items_of_a_box_are_no_measures() -> None:
    plan = plan_of(
        "一、妇女与健康\n（一）主要目标\n1.孕产妇死亡率下降。\n（二）主要措施\n1.完善体系。建设医院。\n"
        "2.加强防治。开展宣传。\n专栏1　健康行动\n1.视力行动。筛查妇女。\n2.口腔行动。开展检查。\n"
        + CLOSE
    )
    assert lists(plan)["health"] == (["1 孕产妇死亡率"], ["完善体系", "加强防治"])
    assert [item.heading for item in plan.projects] == ["视力行动", "口腔行动"]


def test_what_an_annex_lists_is_no_item_of_the_last_list() -> None:
    text = "一、妇女与健康\n主要目标\n1.孕产妇死亡率下降。\n策略措施\n1.完善体系。\n" + CLOSE
    annex = "附件：\n任务分工表\n1 完善体系 甲局\n2 加强防治 乙局，每年培训300人\n"
    plan = plan_of(text + annex)
    assert [item.location for item in plan.monitoring] == ["monitoring 1"]
    assert [*plan.overall, *(t for t in plan.numeric_targets if "培训" in t.quote)] == []
    read = read_bytes((TITLE + text + annex).encode(), "plan.txt", CATALOGUE)
    assert {one["why"] for one in report_of(read)["unplaced"]} == {"stands in an annex"}


def test_notes_in_an_annex_are_notes() -> None:
    text = "一、妇女与健康\n主要目标\n1.孕产妇死亡率下降。\n策略措施\n1.完善体系。\n" + CLOSE
    plan = plan_of(text + "附件2 名词解释\n甲项制度：指第一种情形下实行的办法。\n")
    assert [e.body[:4] for e in plan.entries if e.section == "glossary" and not e.head] == [
        "甲项制度"
    ]
    assert [item.location for item in plan.monitoring] == ["monitoring 1"]


def test_general_rules_belong_to_the_overall_part() -> None:
    text = "第一章 总则\n坚持以人为本。\n第二章 发展领域\n第一节 妇女与健康\n主要目标\n1.孕产妇死亡率下降。\n策略措施\n1.完善体系。\n"
    read = read_bytes((TITLE + text).encode(), "plan.txt", CATALOGUE)
    assert report_of(read)["unplaced"] == []


@pytest.mark.parametrize("line", ["专栏1 工程", "第一章 总则", "一、健康", "1. 健康", "（1）健康"])
def test_the_tree_stays_shallow_however_often_a_number_comes_again(line: str) -> None:
    _, nodes = build_tree(reflow(plain_lines(f"{line}\n" * 200)))
    assert max(len(node.path()) for node in nodes) <= 24


def test_a_unit_no_source_holds_is_named_as_printed() -> None:
    text = (
        "一、妇女与经济\n主要目标\n1.出口额达到3亿美元，粮食产量稳定在50万吨以上，培训妇女300人。\n"
    )
    read = read_bytes((TITLE + text).encode(), "plan.txt", CATALOGUE)
    found = report_of(read)["numeric_targets"]
    assert [(one["value"], one["unit"], one.get("unit_printed")) for one in found] == [
        (300_000_000, "count", "美元"), (500_000, "count", "吨"), (300, "count", None),
    ]  # fmt: skip


def test_a_page_says_above_its_text_who_issued_it_and_when() -> None:
    text = "一、妇女与健康\n主要目标\n1.孕产妇死亡率下降。\n策略措施\n1.完善体系。\n" * 3
    body = "".join(f"<p>{line}</p>" for line in (TITLE + text).splitlines())
    page = (
        "<html><body><div class='nav'>首页</div><table><tr><td>发文机关：　云汀市人民政府　成文日期：　2021年12月24日</td></tr>"
        f"<tr><td>发文字号：云政发〔2021〕9号</td></tr></table><div id='zoom'>{body}</div></body></html>"
    )
    report = report_of(read_bytes(page.encode(), "page.html", CATALOGUE))
    assert (report["issuer"], report["issued_on"]) == ("云汀市人民政府", "2021年12月24日")
    assert report["document_number"] == "云政发〔2021〕9号"
