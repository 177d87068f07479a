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
