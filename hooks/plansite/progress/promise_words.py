"""Vocabularies of a target: how it compares, the path it follows, the kind of value it has."""

from __future__ import annotations

from collections.abc import Mapping

from .word import Word


class Comparator(Word):
    """How the value of a target is to be read; the words plans print are in `PRINTED`."""

    GE = (
        "ge", "不低于", "at least",
        "达到或高于目标值即达标。", "Met at the target value or above it.",
    )  # fmt: skip
    LE = (
        "le", "不超过", "at most",
        "达到或低于目标值即达标。", "Met at the target value or below it.",
    )  # fmt: skip
    GT = (
        "gt", "高于", "above",
        "高于目标值才达标，等于不算。", "Met above the target value; equality is not enough.",
    )  # fmt: skip
    LT = (
        "lt", "低于", "below",
        "低于目标值才达标，等于不算。", "Met below the target value; equality is not enough.",
    )  # fmt: skip
    EQ = (
        "eq", "为", "equal to",
        "等于目标值才达标。", "Met at exactly the target value.",
    )  # fmt: skip
    ABOUT = (
        "about", "左右", "about",
        "在目标值上下允许的偏差之内即达标，偏差写在数据中。",
        "Met within the tolerance around the target value; the tolerance is stated in the data.",
    )  # fmt: skip
    RANGE = (
        "range", "区间", "between",
        "在上下限之间(含上下限)即达标。", "Met between two values, both included.",
    )  # fmt: skip
    INCREASE = (
        "increase", "提高", "increase",
        "没有目标值，与基期相比升高为向好。",
        "No value is set; higher than the baseline is improving.",
    )  # fmt: skip
    DECREASE = (
        "decrease", "降低", "decrease",
        "没有目标值，与基期相比下降为向好。",
        "No value is set; lower than the baseline is improving.",
    )  # fmt: skip
    KEEP = (
        "keep", "保持", "keep",
        "没有目标值，不比基期变差即可。",
        "No value is set; not worse than the baseline is enough.",
    )  # fmt: skip
    ESTABLISH = (
        "establish", "建立", "establish",
        "一项工作建成即达标，附依据。", "Met when the thing exists, with evidence.",
    )  # fmt: skip
    ENSURE = (
        "ensure", "保障", "ensure",
        "一项保障落实即达标，附依据。", "Met when the thing is provided, with evidence.",
    )  # fmt: skip


NUMERIC = frozenset({
    Comparator.GE, Comparator.LE, Comparator.GT, Comparator.LT,
    Comparator.EQ, Comparator.ABOUT, Comparator.RANGE,
})  # fmt: skip
"""Comparators with a target value."""

DIRECTIONS: Mapping[Comparator, int] = {
    Comparator.INCREASE: 1,
    Comparator.DECREASE: -1,
    Comparator.KEEP: 0,
}
"""Comparators without a value, and the sign of a good change; 0: as the indicator says."""

BINARY = frozenset({Comparator.ESTABLISH, Comparator.ENSURE})
"""Comparators that are met or not: observations are 1 or 0."""

PRINTED: Mapping[str, Comparator] = {
    **dict.fromkeys(("以上", "不低于", "不少于", "达到", "at_least", ">=", "≥"), Comparator.GE),
    **dict.fromkeys(
        ("以下", "以内", "不超过", "不高于", "控制在", "at_most", "<=", "≤"), Comparator.LE
    ),
    **dict.fromkeys(("超过", "高于", "above", ">"), Comparator.GT),
    **dict.fromkeys(("低于", "不满", "below", "<"), Comparator.LT),
    **dict.fromkeys(("为", "达到并保持", "equal", "="), Comparator.EQ),
    **dict.fromkeys(("左右", "约"), Comparator.ABOUT),
    **dict.fromkeys(("区间", "之间", "between"), Comparator.RANGE),
    **dict.fromkeys(("提高", "扩大", "inc"), Comparator.INCREASE),
    **dict.fromkeys(("降低", "缩小", "dec"), Comparator.DECREASE),
    "保持": Comparator.KEEP,
    "建立": Comparator.ESTABLISH,
    "保障": Comparator.ENSURE,
}
"""Words and signs a person may type for a comparator (Civil Code art. 1259: 以上, 以下, 以内
include the number, 超过, 不满 do not). `达到` alone is ge by editorial decision."""


class Path(Word):
    """How the required value moves from the baseline to the target."""

    LINEAR = (
        "linear", "直线", "straight line",
        "每年变化相同的数量。", "The same change every year.",
    )  # fmt: skip
    GEOMETRIC = (
        "geometric", "等比", "constant growth",
        "每年变化相同的比例，基期、目标和各年数值都须大于零。",
        "The same rate of change every year; all values must be above zero.",
    )  # fmt: skip
    MILESTONES = (
        "milestones", "阶段目标", "milestones",
        "依次经过规划写明的阶段目标，其间按直线。",
        "Through the stages the plan states, straight between them.",
    )  # fmt: skip


class Kind(Word):
    """What the yearly observations are to the target."""

    LEVEL = (
        "level", "水平值", "level",
        "每年的数值就是要与目标比较的数值。", "The value of a year is what the target is about.",
    )  # fmt: skip
    CUMULATIVE = (
        "cumulative", "累计值", "cumulative",
        "自基期次年起各年数值之和与目标比较，缺一年就不再累计。",
        "The sum of the yearly values since the baseline is what the target is about; "
        "a missing year stops the sum.",
    )  # fmt: skip
    EACH_YEAR = (
        "each_year", "逐年达标", "each year",
        "每一年都应达到目标，按最近一年判断，并列出达标年数。",
        "Every year must meet the target; judged by the latest, with the years met counted.",
    )  # fmt: skip
