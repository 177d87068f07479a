"""Documents that lost their line ends: a page copied as one line is read like the page itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from plansite.reader import load_catalogue, official_text, plain_text, read_bytes
from plansite.reader.measure import expected_parts, figures_of, places_of
from plansite.reader.plain import plain_lines
from plansite.reader.unfold import unfold

HERE = Path(__file__).parent / "reader"
CATALOGUE = load_catalogue(HERE.parents[1] / "plans" / "indicators")
WHOLE = ["both", "chapters", "dashes", "notice", "ocr", "parts", "run-in", "special", "two-plans"]


def lines_of(name: str) -> list[str]:
    text = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("between", ["", "　　"], ids=["joined", "blanks"])
@pytest.mark.parametrize("name", WHOLE)
def test_one_line_is_read_like_the_document(name: str, between: str) -> None:
    reading = read_bytes(between.join(lines_of(name)).encode(), "one-line.txt", CATALOGUE)
    for plan, (_, figures, places) in zip(
        reading.plans, expected_parts(HERE / f"{name}.expected.json"), strict=True
    ):
        assert sorted(figures_of(plan)) == sorted(figures)
        assert sorted(places_of(plan)) == sorted(places)
    assert "".join(plain_text(official_text(p)) for p in reading.plans) == reading.text


@pytest.mark.parametrize("name", WHOLE)
def test_one_text_wrapped_by_width_is_read_like_the_document(name: str) -> None:
    whole = "　　".join(lines_of(name))
    text = "\n".join(whole[at : at + 37] for at in range(0, len(whole), 37))
    reading = read_bytes(text.encode(), "wrapped.txt", CATALOGUE)
    for plan, (_, figures, places) in zip(
        reading.plans, expected_parts(HERE / f"{name}.expected.json"), strict=True
    ):
        assert sorted(figures_of(plan)) == sorted(figures)
        assert sorted(places_of(plan)) == sorted(places)
    assert "".join(plain_text(official_text(p)) for p in reading.plans) == reading.text


def cut(text: str) -> list[str]:
    return [line.text.strip() for line in unfold(plain_lines(text))]


def test_headings_part_from_what_they_head_without_a_mark_between() -> None:
    assert cut("二、重点领域妇女与健康目标：1.孕产妇死亡率下降。2.婴儿死亡率下降。策略措施：加强保健。") == [
        "二、重点领域", "妇女与健康", "目标：", "1.孕产妇死亡率下降。", "2.婴儿死亡率下降。",
        "策略措施：", "加强保健。",
    ]  # fmt: skip


def test_an_item_whose_predecessor_lacks_its_full_stop_is_an_item() -> None:
    assert cut("（一）主要目标1.妇女健康水平不断提高2.妇女病普查率达到95%3.孕产妇死亡率下降") == [
        "（一）主要目标", "1.妇女健康水平不断提高", "2.妇女病普查率达到95%", "3.孕产妇死亡率下降",
    ]  # fmt: skip


def test_circled_items_stand_apart_where_they_form_a_list() -> None:
    assert cut("1.完善服务体系，重点做好以下工作：①建设妇幼保健院；②培训乡村医生；③开展巡诊。") == [
        "1.完善服务体系，重点做好以下工作：", "①建设妇幼保健院；", "②培训乡村医生；", "③开展巡诊。",
    ]  # fmt: skip


def test_the_number_after_a_heading_of_two_words_is_none_of_its_second_word() -> None:
    assert cut("（一）主要目标　　1、健康水平提高。　　2、筛查率提高。　　（二）策略措施　　1、加大投入。　　2、完善体系。") == [
        "（一）主要目标", "1、健康水平提高。", "2、筛查率提高。", "（二）策略措施", "1、加大投入。", "2、完善体系。",
    ]  # fmt: skip


def test_a_box_in_a_line_stands_apart_from_what_it_holds() -> None:
    assert cut("1、完善体系，加强建设。　　2、开展宣传。　　专栏1　健康促进工程　　每年免费检查妇女5000人次。") == [
        "1、完善体系，加强建设。", "2、开展宣传。", "专栏1　健康促进工程", "每年免费检查妇女5000人次。",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "坚持统一、规范、高效的原则，提高到1.5个百分点，一、二、三产业融合发展，第一、第二批项目全部完成建设任务。",
        "将男女平等基本国策落实到教育政策和规划制定、修订、执行和评估中，加强职业生涯规划指导服务，落实到各级各类教育。",
    ],
)
def test_running_text_is_left_whole(text: str) -> None:
    assert cut(text) == [text]


HEAD = "云汀县妇女发展规划（2021—2030年）一、总体要求坚持男女平等，保障妇女权益。二、重点领域（一）妇女与健康"
AIMS = "1.主要目标{0}孕产妇死亡率下降到9/10万以下。{1}宫颈癌筛查率达到70%以上。2.策略措施{0}加强保健。完善网络。{1}加强检查。扩大范围。"


@pytest.mark.parametrize("marks", [("（1）", "（2）"), ("①", "②")])
def test_a_list_begins_right_after_its_heading(marks: tuple[str, str]) -> None:
    (plan,) = read_bytes((HEAD + AIMS.format(*marks)).encode(), "plan.txt", CATALOGUE).plans
    (domain,) = plan.domains
    assert [item.location for item in domain.targets] == ["1", "2"]
    assert [item.location for item in domain.measures] == ["measure 1", "measure 2"]


def test_projects_begin_right_after_their_heading() -> None:
    text = HEAD + AIMS.format("（1）", "（2）")
    text += "三、重点项目项目一：健康工程建设门诊6个，免费检查妇女9000人。项目二：就业工程培训妇女800人。四、组织实施（一）加强领导。（二）加强宣传。"
    (plan,) = read_bytes(text.encode(), "plan.txt", CATALOGUE).plans
    assert [item.location for item in plan.projects] == ["project 1", "project 2"]


def test_page_numbers_and_running_heads_in_a_line_are_no_text() -> None:
    body = HEAD + AIMS.format("（1）", "（2）")
    at = [body.index("保障妇女"), body.index("癌筛查"), body.index("强保健")]
    pages = [f"—{n}—云汀县人民政府公报" for n in (1, 2, 3)]
    text = body[: at[0]] + pages[0] + body[at[0] : at[1]] + pages[1] + body[at[1] : at[2]]
    text += pages[2] + body[at[2] :] + "加强宣传，营造氛围。" * 20
    (plan,) = read_bytes(text.encode(), "plan.txt", CATALOGUE).plans
    (domain,) = plan.domains
    assert [item.text for item in domain.targets] == [
        "孕产妇死亡率下降到9/10万以下。", "宫颈癌筛查率达到70%以上。",
    ]  # fmt: skip
    assert [one.target.subject for one in plan.numeric_targets] == ["孕产妇死亡率", "宫颈癌筛查率"]
    assert plain_text(official_text(plan)) == text


def test_an_item_follows_the_bodies_in_brackets_after_another() -> None:
    text = "2.策略措施（1）加强保健。完善网络。（责任单位：县卫生健康局、县妇联）二、妇女与教育（一）主要目标1.普及教育。2.提高素质。"
    assert cut(text)[-4:] == ["二、妇女与教育", "（一）主要目标", "1.普及教育。", "2.提高素质。"]


def test_a_heading_may_name_what_its_text_goes_on_with() -> None:
    text = (
        HEAD
        + AIMS.format("（1）", "（2）")
        + "三、监测评估（一）实行定期监测评估对规划实施情况实行年度监测。（二）建立数据库规范指标，逐级上报监测报告。"
    )
    (plan,) = read_bytes((text + "加强宣传，营造氛围。" * 20).encode(), "plan.txt", CATALOGUE).plans
    assert [item.location for item in plan.monitoring] == ["monitoring 1", "monitoring 2"]


@pytest.mark.parametrize("day", ["2022年6月3日", "二〇二二年六月三日"])
def test_a_title_may_follow_the_date_of_a_notice(day: str) -> None:
    notice = f"各乡镇人民政府：请认真贯彻执行。云汀县人民政府{day}"
    text = notice + HEAD + AIMS.format("（1）", "（2）")
    (plan,) = read_bytes(text.encode(), "plan.txt", CATALOGUE).plans
    assert plan.facts.title == "云汀县妇女发展规划（2021—2030年）"
