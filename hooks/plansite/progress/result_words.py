"""Vocabularies of a result: status, verdict, level, confidence."""

from __future__ import annotations

from collections.abc import Mapping

from .word import Word


class Status(Word):
    """Where a target stands now (7); the first rule that holds decides, in this order."""

    NOT_COMPARABLE = (
        "not_comparable", "口径不可比", "not comparable",
        "基期与最近数据之间口径有变，且没有调整后的基期值。",
        "A break lies between baseline and latest value, and no re-based baseline is given.",
    )  # fmt: skip
    NO_DATA = (
        "no_data", "缺项", "no data",
        "基期以来没有数据。", "There is no value since the baseline.",
    )  # fmt: skip
    IMPROVING = (
        "improving", "向好", "improving",
        "没有目标值，变化方向符合要求。", "No value is set; the change goes the right way.",
    )  # fmt: skip
    STABLE = (
        "stable", "基本持平", "stable",
        "没有目标值，变化可以忽略。", "No value is set; the change is negligible.",
    )  # fmt: skip
    WORSENING = (
        "worsening", "变差", "worsening",
        "没有目标值，变化方向与要求相反。", "No value is set; the change goes the wrong way.",
    )  # fmt: skip
    ACHIEVED = (
        "achieved", "已达标", "achieved",
        "目标年或以后年份已有数据，其中最近一年达到目标。",
        "There is a value of the target year or a later one, and the latest meets the target.",
    )  # fmt: skip
    NOT_ACHIEVED = (
        "not_achieved", "未达标", "not achieved",
        "目标年或以后年份已有数据，其中最近一年没有达到目标。",
        "There is a value of the target year or a later one, and the latest misses the target.",
    )  # fmt: skip
    AWAITING_FINAL = (
        "awaiting_final", "待终期数据", "awaiting final data",
        "目标年的数据已过应公布日期，本站还没有收录；不等于尚未公布。",
        "The figure of the target year is past its due date and is not recorded here; it may "
        "have been published.",
    )  # fmt: skip
    MET_EARLY = (
        "met_early", "提前达标", "met early",
        "目标年之前的最近数据已经达到目标。",
        "The latest value already meets the target, before its year.",
    )  # fmt: skip
    SLIPPED = (
        "slipped", "达标后回落", "slipped",
        "曾经达到目标，最近数据没有达到。",
        "The target was met before; the latest value misses it.",
    )  # fmt: skip
    INSUFFICIENT = (
        "insufficient", "数据不足", "insufficient data",
        "未达到目标，数据不足以判断进度。",
        "The target is not met, and there are too few values to judge the pace.",
    )  # fmt: skip
    ON_TRACK = (
        "on_track", "符合进度", "on track",
        "变化速度不低于所需的95%。", "The pace is at least 95% of what is needed.",
    )  # fmt: skip
    BEHIND = (
        "behind", "进度滞后", "behind",
        "变化速度为所需的60%至95%。", "The pace is 60% to 95% of what is needed.",
    )  # fmt: skip
    FAR_BEHIND = (
        "far_behind", "严重滞后", "far behind",
        "变化速度不到所需的60%。", "The pace is less than 60% of what is needed.",
    )  # fmt: skip
    REGRESSING = (
        "regressing", "逆向变化", "regressing",
        "变化方向与要求相反。", "The change goes away from the target.",
    )  # fmt: skip


MET = frozenset({Status.ACHIEVED, Status.MET_EARLY})
"""Statuses that count as met in 达标率."""

UNMET = frozenset({
    Status.NOT_ACHIEVED, Status.SLIPPED, Status.INSUFFICIENT,
    Status.ON_TRACK, Status.BEHIND, Status.FAR_BEHIND, Status.REGRESSING,
})  # fmt: skip
"""Statuses that count as assessed and not met in 达标率."""

BY_PACE = frozenset({Status.ON_TRACK, Status.BEHIND, Status.FAR_BEHIND, Status.REGRESSING})
"""Statuses that come from the pace ratio."""


class Verdict(Word):
    """What the projection says about the target year (9)."""

    WILL_MEET = (
        "will_meet", "预计达标", "expected to be met",
        "预测区间不利的一端也达到目标。", "Even the unfavourable end of the interval meets it.",
    )  # fmt: skip
    LIKELY_MEET = (
        "likely_meet", "有望达标", "likely to be met",
        "预测值达到目标，区间不利的一端没有达到。",
        "The projection meets it, the unfavourable end of the interval does not.",
    )  # fmt: skip
    LIKELY_MISS = (
        "likely_miss", "可能不达标", "likely to be missed",
        "预测值没有达到目标，区间有利的一端达到。",
        "The projection misses it, the favourable end of the interval meets it.",
    )  # fmt: skip
    WILL_MISS = (
        "will_miss", "按现趋势难以达标", "expected to be missed on this trend",
        "预测区间有利的一端也没有达到目标。", "Even the favourable end of the interval misses it.",
    )  # fmt: skip
    INDICATIVE_MEET = (
        "indicative_meet", "两点推算可达标，仅供参考", "met on a line through two values only",
        "只有两个数据点，推算值达到目标，不给区间。",
        "Two values only: the line through them meets it; no interval is given.",
    )  # fmt: skip
    INDICATIVE_MISS = (
        "indicative_miss", "两点推算不达标，仅供参考", "missed on a line through two values only",
        "只有两个数据点，推算值没有达到目标，不给区间。",
        "Two values only: the line through them misses it; no interval is given.",
    )  # fmt: skip
    NOT_PROJECTED = (
        "not_projected", "不作预测", "not projected",
        "数据不足、目标年已到或没有目标值，不作预测。",
        "Too few values, the target year is reached, or no value is set.",
    )  # fmt: skip

    def hold_label(self, lang: str) -> str:
        """Return the label for a target that is met already: will it hold?"""
        zh, en = HOLD_LABELS.get(self, (self.zh, self.en))
        return zh if lang == "zh" else en


HOLD_LABELS: Mapping[Verdict, tuple[str, str]] = {
    Verdict.WILL_MEET: ("预计保持达标", "expected to hold"),
    Verdict.LIKELY_MEET: ("有望保持达标", "likely to hold"),
    Verdict.LIKELY_MISS: ("可能不再达标", "likely not to hold"),
    Verdict.WILL_MISS: ("按现趋势难以保持", "not expected to hold on this trend"),
    Verdict.INDICATIVE_MEET: (
        "两点推算可保持，仅供参考",
        "holds on a line through two values only",
    ),
    Verdict.INDICATIVE_MISS: (
        "两点推算不能保持，仅供参考",
        "does not hold on a line through two values only",
    ),
}
"""The same verdicts where the latest value already meets the target (保持)."""


class Level(Word):
    """How pressing a warning is; in order, most pressing first."""

    RED = ("red", "红色预警", "red", "需要立即研究。", "Needs action now.")
    AMBER = ("amber", "黄色预警", "amber", "需要关注。", "Needs attention.")
    INFO = ("info", "提示", "note", "阅读时应知道。", "Something a reader must know.")


class Confidence(Word):
    """How much data stands behind pace and projection."""

    HIGH = (
        "high", "高", "high",
        "数据点较多，预测年数不超过数据跨度。",
        "Many values, and a horizon no longer than their span.",
    )  # fmt: skip
    MEDIUM = ("medium", "中", "medium", "介于高与低之间。", "Between high and low.")
    LOW = (
        "low", "低", "low",
        "数据点少、预测年数过长，或最近数据为初步、估计或可靠性低。",
        "Few values, a long horizon, or a latest value that is provisional, estimated or "
        "of low reliability.",
    )  # fmt: skip
