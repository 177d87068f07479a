"""Markers, glyphs and line ends."""

from __future__ import annotations

import pytest
from plansite.reader import read_bytes
from plansite.reader.glyphs import normalise
from plansite.reader.marker import marker_of
from plansite.reader.measure import figures_of, places_of
from plansite.reader.numeral import chinese_numeral, number_of
from plansite.reader.plain import plain_lines
from plansite.reader.reflow import reflow
from plansite.reader.vocabulary import domain_of, role_of


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("一、总体要求", "cn", 1), ("十二、附则", "cn", 12), ("（一）健康", "cnparen", 1),
        ("(十一) 环境", "cnparen", 11), ("1.目标", "ar", 1), ("12．目标", "ar", 12), ("3、目标", "ar", 3),
        ("（2）目标", "arparen", 2), ("第一章 总则", "part", 1), ("第二节 教育", "section", 2),
        ("——筛查率提高", "dash", 0), ("——35-45岁妇女", "dash", 0), ("①健康", "circled", 1),
        ("1 坚持领导", "ar", 1), ("l.目标", "ar", 1), ("专栏1 工程", "box", 1),
        ("2 人身安全", "ar", 2), ("3 场所建设", "ar", 3), ("B.筛查率提高", "letter", 2),
        ("3.2021—2025年新建学校", "ar", 3), ("2、2025年建成", "ar", 2),
    ],
)  # fmt: skip
def test_a_marker_is_known_in_every_mixture(text: str, kind: str, number: int) -> None:
    marker = marker_of(normalise(text).text, text)
    assert marker is not None
    assert (marker.kind, marker.number) == (kind, number)


@pytest.mark.parametrize(
    "text",
    [
        "12.5万人",
        "2025年达到",
        "一二三产业融合",
        "12 个街道",
        "30 场以上",
        "5 户",
        "第三方评估",
        "—2030年）",
    ],
)
def test_a_figure_at_the_start_is_no_marker(text: str) -> None:
    assert marker_of(normalise(text).text, text) is None


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("２０３５年，９５％", "2035年，95%"), ("二Ο三五年", "二〇三五年"), ("2O25年9O%", "2025年90%"),
        ("9.l/lO万", "9.1/10万"), ("12.5/10 万", "12.5/10万"), ("婦女發展規劃", "妇女发展规划"),
        ("素养[1]提高②", "素养提高"), ("（2021）HPV", "（2021）HPV"), ("提高,达到.", "提高，达到。"),
    ],
)  # fmt: skip
def test_characters_are_brought_to_one_form(raw: str, text: str) -> None:
    assert normalise(raw).text == text


def test_every_normal_character_knows_its_place() -> None:
    raw = "率 达到\u30009５%"
    normal = normalise(raw)
    assert raw[normal.start(3)] == "9"
    assert raw[: normal.end(2)] == "率 达"


@pytest.mark.parametrize(
    ("text", "number"),
    [("十二", 12), ("二十", 20), ("一百零五", 105), ("两", 2), ("二〇三五", 2035), ("x", None)],
)
def test_chinese_numerals_are_read(text: str, number: int | None) -> None:
    assert number_of(text) == number


def test_chinese_numerals_are_written() -> None:
    assert [chinese_numeral(n) for n in (1, 10, 11, 23, 100)] == [
        "一",
        "十",
        "十一",
        "二十三",
        "100",
    ]


def paragraphs(text: str) -> list[str]:
    return [p.text for p in reflow(plain_lines(text)) if not p.furniture]


def test_a_sentence_cut_by_a_page_is_joined_and_the_page_number_kept_apart() -> None:
    first = reflow(
        plain_lines(
            "1.孕产妇系统管\n\n- 12 -\n\n理率达到95%以上，逐步提高。\n2.其他目标提高，逐步完善。"
        )
    )[0]
    assert first.text == "1.孕产妇系统管理率达到95%以上，逐步提高。" or "12" not in first.text


def test_a_book_title_cut_by_a_page_is_joined() -> None:
    assert paragraphs("依据《青岚省妇女\n\n发展规划》制定。\n一、总则") == [
        "依据《青岚省妇女发展规划》制定。",
        "一、总则",
    ]


def test_headings_are_not_joined_with_what_follows() -> None:
    text = "（一）妇女与健康\n覆盖城乡的服务体系更加完善。\n主要目标：\n1.死亡率下降。"
    assert len(paragraphs(text)) == 4


def test_a_figure_on_a_line_of_its_own_is_no_page_number() -> None:
    assert paragraphs("1.筛查率，达到\n95\n%以上。") == ["1.筛查率，达到95%以上。"]


@pytest.mark.parametrize(
    ("heading", "role"),
    [("主要目标：", "targets"), ("发展目标", "targets"), ("策略措施", "measures"), ("支持措施：", "measures"),
     ("重点工程", "projects"), ("组织实施", "organisation"), ("监测与评估", "monitoring"),
     ("名词解释", "glossary"), ("目 录", "contents"), ("发展领域、主要目标和策略措施", "container"),
     ("妇女与健康", "")],
)  # fmt: skip
def test_headings_tell_their_section(heading: str, role: str) -> None:
    assert role_of(normalise(heading).text) == role


def test_a_domain_is_known_by_its_words_and_unknown_ones_get_a_number() -> None:
    assert domain_of("儿童与法律保护", frozenset(), 1) == "law"
    assert domain_of("妇女参与决策和管理", frozenset(), 4) == "decision-making"
    assert domain_of("妇女与未来", frozenset(), 9) == "domain-9"


def test_a_radical_reads_as_the_simplified_character() -> None:
    assert normalise("改造1200⼾").text == "改造1200户"


LOST = """云岭县残疾预防行动方案（20212025年）
一、主要目标
1婚前医学检查率达到70%以上。
2产前筛查率达到75%以上。
二、主要措施
1加强宣传。
2岁以下儿童免费筛查。"""


def test_numbers_that_lost_their_point_are_numbers_where_the_next_is_due() -> None:
    (plan,) = read_bytes(LOST.encode(), "lost.txt").plans
    assert plan.facts.period == (2021, 2025)
    assert [(f[1], f[2]) for f in figures_of(plan)] == [("1", "70"), ("2", "75")]
    assert [p[1] for p in places_of(plan)] == ["1", "2", "measure 1"]


@pytest.mark.parametrize(
    "lines",
    [
        ["①死亡率分别控制在", "2.5‰、4‰和5‰以下。"],
        ["1．出生缺陷率不高于", "12.5/10万。"],
        ["1．加强文化建设，每年开展巡回演出", "30 场以上。"],
        ["1．加强社区家长学校的规范化建设，共", "12 所幼儿园参加。"],
    ],
)
def test_a_value_at_the_start_of_a_line_belongs_to_the_sentence_before(lines: list[str]) -> None:
    (one,) = reflow(plain_lines("\n".join(lines)))
    assert one.text == "".join(lines).replace(" ", "").replace("．", ".")


def test_the_end_of_a_sentence_on_its_own_line_is_no_heading() -> None:
    duty = "（一）强化落实。各单位制定实施方案，每年向妇女儿童工作委员会报告本规划的实施情况。"
    text = "\n".join(
        line for number in "一二三四五六七" for line in (f"（{number}{duty[2:34]}", duty[34:])
    )
    assert paragraphs(text) == [duty.replace("一", number, 1) for number in "一二三四五六七"]
