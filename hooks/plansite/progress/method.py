"""Every number the method fixes, once: version, thresholds, and the table of t values.

The method page prints `CONSTANTS`; the code imports the names. Changing a value here changes both,
and asks for a new `METHOD_VERSION`, because the version is printed with every status.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, DivisionByZero, InvalidOperation, Overflow

METHOD_VERSION = "1.1"
"""Printed with every status; raised whenever a rule or a number below changes.

1.1: no share met is given while fewer targets than RATE_COVERAGE asks for can be assessed.
"""

ARITHMETIC = Context(
    prec=28, rounding=ROUND_HALF_EVEN, traps=[DivisionByZero, InvalidOperation, Overflow]
)
"""All arithmetic is decimal, roots and logarithms too, so that results are the same everywhere."""

SAME_DIGITS = Context(prec=20, rounding=ROUND_HALF_EVEN)
"""A value that went through a logarithm is compared to 20 digits: the rest is rounding."""

ON_TRACK = Decimal("0.95")
BEHIND = Decimal("0.60")
FAR_BEHIND = Decimal(0)
NEGLIGIBLE_SHARE = Decimal("0.001")
WINDOW_YEARS = 10
INTERVAL_POINTS = 3
INTERVAL_PERCENT = 80
T90 = tuple(
    map(
        Decimal,
        ["3.078", "1.886", "1.638", "1.533", "1.476", "1.440", "1.415", "1.397", "1.383", "1.372"],
    )
)
T90_LARGE = Decimal("1.310")
T90_LARGE_FROM = 30
HARD_EFFORT = Decimal(2)
VOLATILE_LEVEL = Decimal("0.01")
VOLATILE_LEVEL_ALONE = Decimal("0.05")
XMR_FACTOR = Decimal("2.66")
XMR_CHANGES = 8
DUE_MONTHS = 12
OVERDUE_RED = 2
ADVERSE_RED = 2
LOW_COUNT = 10
EARLY_YEARS = 1
CONFIDENT_POINTS = 7
DOUBTFUL_POINTS = 4
DOUBTFUL_HORIZON = 3
PARITY_LOW = Decimal("0.97")
PARITY_HIGH = Decimal("1.03")
RATE_COVERAGE = Decimal("0.5")


@dataclass(frozen=True)
class Constant:
    """A number of the method with what it decides, in Chinese and English."""

    name: str
    value: Decimal | int | tuple[Decimal, ...]
    zh: str
    en: str


CONSTANTS = (
    Constant(
        "ON_TRACK", ON_TRACK, "进度比不低于此值：符合进度", "Pace ratio at or above this: on track"
    ),
    Constant("BEHIND", BEHIND, "进度比不低于此值：进度滞后", "Pace ratio at or above this: behind"),
    Constant(
        "FAR_BEHIND",
        FAR_BEHIND,
        "进度比不低于此值：严重滞后；低于此值：逆向变化",
        "Pace ratio at or above this: far behind; below: regressing",
    ),
    Constant(
        "NEGLIGIBLE_SHARE",
        NEGLIGIBLE_SHARE,
        "每年变化不超过原值的这一比例(或末位单位)视为持平",
        "A yearly change within this share of the starting value (or one unit in the last "
        "published place) counts as no change",
    ),
    Constant(
        "WINDOW_YEARS",
        WINDOW_YEARS,
        "预测采用基期和最近这么多年的可比数据",
        "The projection uses the baseline and the comparable values of this many last years",
    ),
    Constant(
        "INTERVAL_POINTS",
        INTERVAL_POINTS,
        "至少这么多个数据点才给出预测区间",
        "Values needed, with the baseline, before an interval is drawn",
    ),
    Constant(
        "INTERVAL_PERCENT",
        INTERVAL_PERCENT,
        "预测区间的覆盖率，百分数",
        "Coverage of the projection interval, percent",
    ),
    Constant(
        "T90",
        T90,
        "t 分布 0.90 分位数，自由度 1 至 10；自由度 11 至 29 用第 10 个值，偏于谨慎",
        "Quantile 0.90 of the t distribution, 1 to 10 degrees of freedom; 11 to 29 take the "
        "tenth value, which errs to the wide side",
    ),
    Constant(
        "T90_LARGE",
        T90_LARGE,
        "自由度很大时的 t 分布 0.90 分位数",
        "Quantile 0.90 of the t distribution for many degrees of freedom",
    ),
    Constant(
        "T90_LARGE_FROM",
        T90_LARGE_FROM,
        "自由度达到此数时采用上一数值",
        "Degrees of freedom from which the value for many is used",
    ),
    Constant(
        "HARD_EFFORT",
        HARD_EFFORT,
        "所需速度达到以往速度的这么多倍：预计完成困难",
        "Remaining effort at or above this many times the pace so far: hard to attain",
    ),
    Constant(
        "VOLATILE_LEVEL",
        VOLATILE_LEVEL,
        "波动的下限：占平均水平的比例，与每年所需变化相比取大者",
        "Least noise that counts as volatile, as a share of the mean level, or the yearly step "
        "needed if that is larger",
    ),
    Constant(
        "VOLATILE_LEVEL_ALONE",
        VOLATILE_LEVEL_ALONE,
        "没有每年所需变化可比时，波动的下限：占平均水平的比例",
        "Least noise that counts as volatile where no yearly step is defined, as a share of the "
        "mean level",
    ),
    Constant(
        "XMR_FACTOR",
        XMR_FACTOR,
        "异常变动界限：平均变化加减此数乘以平均移动极差",
        "Limits of an ordinary change: the mean plus or minus this many mean moving ranges",
    ),
    Constant(
        "XMR_CHANGES",
        XMR_CHANGES,
        "此前至少有这么多个逐年变化才判断异常变动",
        "Earlier yearly changes needed before a change can be called unusual",
    ),
    Constant(
        "DUE_MONTHS",
        DUE_MONTHS,
        "年度数据应在年末之后这么多个月内公布",
        "Months after the end of a year in which its figure is due",
    ),
    Constant(
        "OVERDUE_RED",
        OVERDUE_RED,
        "逾期达到这么多期：红色",
        "Overdue figures from which the warning is red",
    ),
    Constant(
        "ADVERSE_RED",
        ADVERSE_RED,
        "连续逆向变化达到这么多次且未达标：红色",
        "Adverse steps running, while unmet, from which the warning is red",
    ),
    Constant(
        "LOW_COUNT",
        LOW_COUNT,
        "分子小于此数：小数量提示，不参加排名",
        "A numerator below this is flagged and not ranked",
    ),
    Constant(
        "EARLY_YEARS",
        EARLY_YEARS,
        "距基期不超过这么多年：进度标注“初期，仅供参考”",
        "Up to this many years after the baseline a pace is marked as early",
    ),
    Constant(
        "CONFIDENT_POINTS",
        CONFIDENT_POINTS,
        "数据点不少于此数且预测年数不超过数据跨度：可信度高",
        "Values from which confidence is high, if the horizon is within the span of the data",
    ),
    Constant(
        "DOUBTFUL_POINTS",
        DOUBTFUL_POINTS,
        "数据点少于此数：可信度低",
        "Fewer values than this: confidence is low",
    ),
    Constant(
        "DOUBTFUL_HORIZON",
        DOUBTFUL_HORIZON,
        "预测年数超过数据跨度的这么多倍：可信度低",
        "A horizon longer than this many times the span of the data: confidence is low",
    ),
    Constant(
        "PARITY_LOW", PARITY_LOW, "女男比的均衡区间下限", "Lower end of parity, female to male"
    ),
    Constant(
        "PARITY_HIGH", PARITY_HIGH, "女男比的均衡区间上限", "Upper end of parity, female to male"
    ),
    Constant(
        "RATE_COVERAGE",
        RATE_COVERAGE,
        "可评估目标占全部目标的比重低于此数:只给出项数,不给出达标率",
        "Share of the targets that must be assessable; below it only counts are given, no rate",
    ),
)
"""Everything above that decides a result, in the order of the method."""


def t90(freedom: int) -> Decimal:
    """Return the 0.90 quantile of the t distribution for 1 or more degrees of freedom (8)."""
    if freedom >= T90_LARGE_FROM:
        return T90_LARGE
    return T90[min(freedom, len(T90)) - 1]
