"""The official text on the site: anchors and passages."""

from __future__ import annotations

from plansite.reader import contents, item_anchor, official_text, passages, plain_text, read_bytes

TEXT = """白榆县妇女发展规划（2021—2025年）
一、发展领域、主要目标和策略措施
（一）妇女与健康
主要目标：
1.筛查率达到80%以上*。
2.死亡率控制在9/10万以下。
策略措施：
1.完善机制。加强投入 <b>&amp; [1](x) `code` a_b__c。
# 井号
1. 点
二、组织实施
（一）加强领导。
"""


def official(text: str = TEXT) -> str:
    return official_text(read_bytes(text.encode(), "plan.txt").plans[0])


def test_plain_text_is_the_document_without_white_space() -> None:
    assert plain_text(official()) == "".join(TEXT.split())


def test_anchors_are_made_of_locations() -> None:
    assert set(passages(official())) == {
        "health", "health-t1", "health-t2", "health-m1", "organisation-1",
    } | {a for a in passages(official()) if a.startswith("health-m")}  # fmt: skip
    assert item_anchor("health", "4.2") == "health-t4.2"
    assert item_anchor("health", "measure 7") == "health-m7"
    assert item_anchor("projects", "project 1") == "projects-1"
    assert item_anchor("monitoring", "monitoring 2") == "monitoring-2"


def test_a_passage_survives_edits_elsewhere() -> None:
    edited = TEXT.replace("1.筛查率达到80%以上*。", "1.筛查率达到85%以上，并逐年提高。\n")
    before, after = passages(official()), passages(official(edited))
    assert before["health-t2"] == after["health-t2"] == "2.死亡率控制在9/10万以下。"
    assert before["health-t1"] != after["health-t1"]


def test_contents_list_headings_with_their_anchors() -> None:
    listed = contents(official())
    assert (3, "（一）妇女与健康", "health") in [
        (level, text, anchor) for level, text, anchor, _ in listed
    ]
    assert [line for *_, line in listed] == sorted(line for *_, line in listed)
