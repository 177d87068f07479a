"""Tables with a running number whose cells a page broke over lines."""

from __future__ import annotations

from plansite.reader import official_text, plain_text, read_bytes

TORN = """岚溪市国民经济和社会发展第十五个五年规划纲要（2026—2030年）
二、主要目标
到2030年，主要指标见下表。
“十五五”时期主要指标
类别 序号 指标 2025年 2030年目标 属性
创新
发展
(3项)
1
研究与试验发展经费支出占地区生
产总值比重(%)
3左右∗ >3 预期性
2 每万人口高价值发明专利拥有量(件) 18.7 24左右 预期性
3 地区生产总值年均增速(%) 5.4
4.5-5,
努力争取
预期性
— 12 —
类别 序号 指标 2025年 2030年目标 属性
共享
发展
(4项)
4 全员劳动生产率(万元/人) >16.5∗ 18左右 预期性
5 细颗粒物年均浓度(微克/立方米) 27
达到省里
要求
约束性
6 新增就业人数(万人) — 【35左右】 预期性
7 食品药品安全
食品安全抽检合格率(%) >98.5∗ >98.7
药品抽检合格率(%) >99∗ >99.2
约束性
三、重点任务
（一）健康服务
1.提高服务质量。签约率达到60%。
"""


def test_rows_broken_over_lines_are_put_together() -> None:
    (plan,) = (reading := read_bytes(TORN.encode(), "plan.txt")).plans
    found = [
        (t.location, t.target.comparator, f"{t.target.value:g}", t.target.unit, t.year)
        for t in plan.numeric_targets
        if t.domain == "overall"
    ]
    assert found == [
        ("1", "gt", "3", "percent", 2030), ("2", "about", "24", "per_10k", 2030),
        ("3", "range", "4.5", "percent", 2030), ("4", "about", "180000", "yuan", 2030),
        ("6", "about", "350000", "count", 2030), ("7", "gt", "98.7", "percent", 2030),
        ("8", "gt", "99.2", "percent", 2030),
    ]  # fmt: skip
    assert [i.number for d in plan.domains if d.id != "overall" for i in d.measures] == ["1"]
    assert plain_text(official_text(plan)) == reading.text
    assert "".join(TORN.split()) == "".join(reading.text.split())


def test_the_table_of_how_the_last_plan_was_fulfilled_sets_no_target() -> None:
    text = TORN.replace("“十五五”时期主要指标", "“十四五”规划《纲要》指标完成情况")
    (plan,) = read_bytes(text.encode(), "plan.txt").plans
    assert [t.location for t in plan.numeric_targets] == ["measure 1"]


GROUPS = """岚溪市“十四五”卫生健康发展规划
一、主要目标
主要指标
类别 序号 指标名称 2020年 2025年 性质
健康水平 1 人均预期寿命（岁） 77.9 78.8 预期性
2 婴儿死亡率（‰） 3.6 ≤3.4 约束性
健康生活 3 居民健康素养水平（%） 19.6 25 预期性
4 成人吸烟率（%） 25.4 <23.3 预期性
二、重点任务
（一）倡导健康生活方式
1.开展健康教育。讲座每年不少于4场。
"""


def test_a_group_of_indicators_is_a_domain_only_where_it_bears_its_name() -> None:
    (plan,) = read_bytes(GROUPS.encode(), "plan.txt").plans
    places = [(d.id, [i.location for i in d.targets]) for d in plan.domains if d.targets]
    assert places == [("overall", ["1", "2", "3", "4"])]
