"""Lists that count from 1 again, and two halves of one plan: nothing stands at the place of another."""

from __future__ import annotations

from plansite.reader import draft_files, read_bytes, report_of
from plansite.reader.measure import figures_of, places_of

TEXT = """白石县妇女发展规划（2021—2030年）
一、妇女与健康
总体目标：
1.妇女平均预期寿命达到82岁。
2.妇女健康素养水平达到30%。
具体目标：
1.孕产妇死亡率控制在9/10万以下。
策略措施：
加强保健服务
1.建立孕产妇健康档案，建档率达到95%以上。
2.每年开展义诊2次。
提升服务能力
1.每个乡镇卫生院至少配备2名妇幼保健人员。
二、组织实施
（一）加强领导。
三、保障措施
（一）加强宣传。"""


def test_every_item_keeps_a_place_of_its_own() -> None:
    (plan,) = read_bytes(TEXT.encode(), "plan.txt").plans
    assert places_of(plan) == [
        ("health", "1"), ("health", "2"), ("health", "3"), ("health", "measure 1"),
        ("health", "measure 2"), ("health", "measure 3"), ("organisation", "organisation 1"),
        ("organisation", "organisation 2"),
    ]  # fmt: skip
    assert [(f[1], f[2]) for f in figures_of(plan)] == [
        ("1", "82"), ("2", "30"), ("3", "9"), ("measure 1", "95"), ("measure 2", "2"),
        ("measure 3", "2"),
    ]  # fmt: skip


def test_a_number_that_comes_again_is_reported_as_printed_and_left_to_a_person() -> None:
    read = read_bytes(TEXT.encode(), "plan.txt")
    measures = report_of(read)["domains"][0]["measures"]
    assert [m["number"] for m in measures] == ["1", "2", "1"]
    assert measures[2]["location"] == "measure 3"
    decisions = draft_files(read.plans[0], ())["DECISIONS.md"]
    assert "原文编号 1 在同一部分重复，暂记为 measure 3" in decisions
    assert "recorded as measure 3 until checked" in decisions


HALVES = """岚溪县妇女儿童发展规划（2021—2030年）
上篇  妇女发展规划
一、妇女与健康
主要目标：
1、孕产妇死亡率下降到12/10万以下。
策略措施：
1、完善服务体系。
下篇  儿童发展规划
一、儿童与健康
主要目标：
1、婴儿死亡率下降到4‰以下。
策略措施：
1、提高出生人口素质。"""


def test_two_halves_under_one_title_are_one_plan() -> None:
    (plan,) = read_bytes(HALVES.encode(), "plan.txt").plans
    assert [d.heading for d in plan.domains] == ["妇女与健康", "儿童与健康"]
    assert len({d.id for d in plan.domains}) == 2
    assert [figure[1:4] for figure in figures_of(plan)] == [
        ("1", "12", "per_100k"), ("1", "4", "per_1000"),
    ]  # fmt: skip
