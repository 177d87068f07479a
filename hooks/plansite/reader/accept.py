"""Which figures are promises: shares of people in a sentence, times with a limit, counts with a verb."""

from __future__ import annotations

import re

from .compare import Comparison
from .counted import in_known_form, is_listed, is_made
from .often import DURATIONS, is_time_promised
from .per_head import PER_EACH
from .quantity import CONCENTRATIONS, Figure

NOT_PROMISED = re.compile(
    r"(?:下设|分为|包括|第|其中|上述|以下|下列|这|那|如下|由|共分|划分为|辖|下辖|全市现有)$"
)
MEASURED = {"半", "：", "分"}
SHARE = re.compile(
    r"(?<!死亡)(?<!发病)(?<!患病)(?<!发生)(?:率|比例|占比|覆盖面)"
    r"(?:达|达到|提高到|提高至|提升到|提升至|保持在|稳定在|控制在|不低于|不少于|不超过|应|要)*$"
)
WILLED = re.compile(r"确保|实现|保持|达到|力争|做到")
ZERO_AFTER = ("发生", "达成", "传播", "维持", "确保")
SCORE = re.compile(r"满意度|得分|评分|成绩|指数|安全感")
LIFE_OR_SCHOOL = re.compile(r"寿命|受教育|(?<!使用)(?<!服务)(?<!工作)年限|学制|年龄")
INCLUDING = re.compile(r"^[，；]?其中[\u4e00-\u9fff]{0,12}$")
"""新建医院12家，其中10家在原特区外: a part of the count promised just before."""
OF_WHOLE = re.compile(
    r"(不少于|不低于|不高于|不超过|达到|超过|占)[^，。；\d]{2,14}(?:总数|总量|总人数|总额|总面积|比例)?的$"
)
"""不少于课程总数的三分之一."""
UNNAMED = re.compile(r"^[\u4e00-\u9fff](?:/[\u4e00-\u9fff])?(?:以上|以下|以内|左右|$)(?<![以左])")
"""达到5000管以上: a unit no list holds."""


def accepts(
    figure: Figure, comparison: Comparison, before: str, after: str, last: str = "", topic: str = ""
) -> bool:
    """Tell whether a figure in its clause is a promised value.

    `last` is the unit promised before, `topic` what the sentence spoke of before this clause.
    """
    kinds = comparison.words.split()
    if figure.counter in {"番", "所有"}:
        return True
    if figure.counter == "零":
        plain = not re.search("清零|零.", figure.printed) or before.endswith(ZERO_AFTER)
        return plain or bool(WILLED.search(before))
    part = figure.unit == "percent" or (figure.unit == "count" == last and not figure.chinese)
    part = part and last in {"count", "percent", "m2"}
    if part and INCLUDING.match(before[-16:].lstrip("□")):
        return True
    if NOT_PROMISED.search(before):
        return False
    if figure.counter in {"岁", "年"}:
        return _accepts_years(figure, kinds, before, last, topic)
    if figure.unit in {"percent", "per_1000", "per_100k", "per_10k"} and figure.counter != "半":
        return _accepts_share(figure, kinds, before[: comparison.start], after)
    if figure.unit == "" or figure.counter in MEASURED or figure.counter in CONCENTRATIONS:
        return _accepts_measured(figure, kinds, before, after, topic)
    if figure.counter in DURATIONS:
        listed = last == figure.unit == "hours" and before.startswith(("、", "和"))
        again = listed or (
            last == "hours" and figure.unit == "hours" and bool({"up", "limit"} & set(kinds))
        )
        return again or is_time_promised(figure, kinds, topic + before, after)
    return (
        in_known_form(figure, kinds, before, after, last)
        or is_listed(figure, before, after, last)
        or is_made(figure, kinds, before, after)
    )


def _accepts_years(figure: Figure, kinds: list[str], before: str, last: str, topic: str) -> bool:
    """A life expectancy, years of schooling: bare after the name, or with a word that compares."""
    named = LIFE_OR_SCHOOL.search(before)
    bare = named is not None and named.end() == len(before.rstrip("：为"))
    spoken = last == "years" or bool(LIFE_OR_SCHOOL.search(topic + before))
    return bare or (spoken and bool(kinds or figure.after))


def _accepts_measured(
    figure: Figure, kinds: list[str], before: str, after: str, topic: str
) -> bool:
    """A half, a ratio, a score, a concentration, a figure without a unit."""
    if figure.counter == "半":
        return bool(kinds) or bool(re.search("以上|过|超", figure.printed))
    if figure.unit == "ratio":
        return bool(kinds) or ("比" in before and "比分" not in before)
    if figure.counter == "分":
        return bool(SCORE.search(topic + before)) and bool(kinds or figure.after)
    if figure.counter in CONCENTRATIONS:
        return bool(kinds or figure.after)
    return _accepts_bare(figure, kinds, before, after)


def _accepts_share(figure: Figure, kinds: list[str], rest: str, after: str) -> bool:
    if figure.counter in {"个百分点", "个千分点"}:
        return any(k.startswith("rel") or k in {"up", "down"} for k in kinds)
    if re.search(r"按照?$", rest) and re.match("的?(?:幅度|速度|增速|增幅)", after):
        return True
    if re.search(r"按照?$", rest) and "limit" in kinds:
        return True  # 按不低于3%的比例安排
    if re.search(r"前$|按照?$|给予$|补贴$|补助$|报销$|减免$|优惠$|下浮$", rest):
        return False
    if figure.counter == "/" or "分之" in figure.printed:
        return bool(kinds or figure.after or OF_WHOLE.search(rest)) or after.startswith("的")
    return True


def _accepts_bare(figure: Figure, kinds: list[str], before: str, after: str) -> bool:
    if not set(kinds) & {"up", "limit", "down", "keep"}:
        return False
    if lacks_percent(figure, before):
        return True
    if UNNAMED.match(after):
        return True
    if PER_EACH.search(before) or re.search(
        r"死亡率|指数|系数|强度|得分|千人|性别比|收入比|倍差", before[-24:]
    ):
        return (
            figure.high is not None
            or not re.match(r"[\u4e00-\u9fff]", after)
            or after.startswith(("以", "左"))
        )
    return False


def lacks_percent(figure: Figure, before: str) -> bool:
    """健康管理率达到80以上: the sign of a share was forgotten."""
    ends = figure.after in {"以上", "及以上", "以下", "以内", "左右"}
    return ends and figure.unit == "" and figure.value <= 100 and bool(SHARE.search(before))
