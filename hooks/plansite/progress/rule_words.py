"""The rules that raise early warnings, and the kinds of data gap."""

from __future__ import annotations

from .word import Word


class Rule(Word):
    """Early warnings (10); each is raised on its own, in this order within a level."""

    HARD = (
        "HARD", "预计完成困难", "hard to attain",
        "未达标，且按现趋势难以达标，或所需速度达到以往的两倍；两者兼有为红色。",
        "Unmet, and either expected to be missed or needing at least twice the pace so far; "
        "red if both.",
    )  # fmt: skip
    HOLD = (
        "HOLD", "保持困难", "hard to hold",
        "现已达标，但按趋势到目标年可能不再达标。",
        "Met now, but likely or expected to be missed by the target year.",
    )  # fmt: skip
    REGRESS = (
        "REGRESS", "逆向变化", "wrong direction",
        "最近一次变化方向与要求相反；一直达标为提示，连续两次或比基期更远为红色。",
        "The latest change goes the wrong way; a note while met, red if twice running or "
        "further off than the baseline.",
    )  # fmt: skip
    VOLATILE = (
        "VOLATILE", "波动较大", "volatile",
        "一年的波动大于每年需要的变化。",
        "One year's noise is larger than the step needed per year.",
    )  # fmt: skip
    UNUSUAL = (
        "UNUSUAL", "异常变动", "unusual change",
        "最近一次变化超出以往逐年变化的正常范围。",
        "The latest change lies outside the usual range of the earlier yearly changes.",
    )  # fmt: skip
    MISSING = (
        "MISSING", "缺项", "never observed",
        "从未收录过数据，且已过应公布日期。", "No figure has ever been recorded, and one is due.",
    )  # fmt: skip
    STALE = (
        "STALE", "数据滞后", "overdue data",
        "已过应公布日期的数据没有收录；一期为黄色，两期及以上为红色。",
        "Figures past their due date are not recorded; one is amber, two or more are red.",
    )  # fmt: skip
    GAP = (
        "GAP", "缺年", "missing year",
        "两个观测年份之间有年份没有记录。",
        "A year between two observed years has no record.",
    )  # fmt: skip
    METHOD = (
        "METHOD", "结论取决于路径", "depends on the path",
        "按直线和按等比计算，进度类别不同。",
        "A straight line and constant growth give different statuses.",
    )  # fmt: skip
    SUBST = (
        "SUBST", "以首个数据代替基期", "substitute baseline",
        "没有基期值，以规划期内首个数据代替。",
        "No baseline is given; the first value of the period stands in.",
    )  # fmt: skip
    BREAK = (
        "BREAK", "序列中断", "break in series",
        "基期与最近数据之间口径有变。", "The series is made differently since the baseline.",
    )  # fmt: skip
    PROVISIONAL = (
        "PROVISIONAL", "初步数据", "provisional",
        "最近数据为初步或估计。", "The latest value is provisional or an estimate.",
    )  # fmt: skip
    REVISED = (
        "REVISED", "数据修订", "revised",
        "已公布年份的数据修订后，状态改变。",
        "A revision of a year already published changed the status.",
    )  # fmt: skip
    LOWCOUNT = (
        "LOWCOUNT", "数量过小", "small numbers",
        "最近数据的分子不足10,偶然波动大。",
        "The latest value rests on fewer than 10 cases; chance weighs heavily.",
    )  # fmt: skip


class GapKind(Word):
    """What is missing from the data of a target."""

    NEVER_OBSERVED = (
        "never_observed", "从未有数据", "never observed",
        "基期以来没有任何数据。", "There is no value since the baseline.",
    )  # fmt: skip
    OVERDUE = (
        "overdue", "逾期", "overdue",
        "已过应公布日期而没有收录数据的年份。", "Years whose figure is due and not recorded.",
    )  # fmt: skip
    HOLE = (
        "hole", "中间缺年", "hole",
        "两个观测年份之间没有数据的年份。", "Years without a value between two observed years.",
    )  # fmt: skip
    NO_BASELINE = (
        "no_baseline", "无基期值", "no baseline",
        "没有基期值，不能计算进度。", "No baseline is given, so no progress can be computed.",
    )  # fmt: skip
    NO_BREAKDOWN = (
        "no_breakdown", "无分组数据", "no breakdown",
        "应有的分性别、分城乡等数据没有。",
        "A breakdown that is expected, by sex or area for example, is missing.",
    )  # fmt: skip
    NOT_COMPARABLE = (
        "not_comparable", "口径不可比", "not comparable",
        "口径有变，且没有调整后的基期值。",
        "The series is broken and no re-based baseline is given.",
    )  # fmt: skip
