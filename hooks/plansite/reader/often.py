"""How often and how long: times a period, hours a day, the days of a leave."""

from __future__ import annotations

import re

from .quantity import Figure

PERIOD = re.compile(
    r"每(半|[两二三四五六2-6]|一|1)?(年|季度|个季度|个月|月|周|学期|学年)|年均|季度|(?<![\d一二三四五六七八九十每全当今去来近半上下本])年(?=开展|举办|组织|培训|提供|授课)"
)
TIMES = {"次", "场", "届", "期", "场次", "条次", "期次"}
"""每年…3场: what happens so often."""
DURATIONS = {"个月", "日", "天", "工作日", "个工作日", "小时", "个小时", "分钟", "学时", "课时"}
WEEKLY = {"季度": 4, "个季度": 4, "月": 12, "个月": 12}
LASTING = re.compile(
    r"(?:睡眠|活动|锻炼|运动|培训|学习|户外|服务|作业|阅读|陪伴|劳动|照护|课程|实践)[^，。；]{0,8}(?:时间|时长)"
    r"|(?:时间|时长)(?:[^，。；]{0,4})$"
)
DAILY = re.compile(r"每[天日周][^，。；]{0,14}(?:锻炼|活动|运动|阅读|户外|睡眠|体育|劳动)?$")
DAILY_ACTS = re.compile(
    r"^(?:的)?(?:校园|户外|体育|阳光|集中|亲子|综合)?[^，。；]{0,4}(?:锻炼|活动|运动|阅读|劳动)"
)
"""每天锻炼1小时, 每天1小时校园体育活动."""
ACTS = {"锻炼", "活动", "运动", "阅读", "睡眠", "劳动"}
DAYS = re.compile(r"(?:天数|日数)[^，。；\d]{0,6}$")
"""空气质量优良天数达到320天."""
LEAVE = re.compile(
    r"(?:延长|给予|增加|享受)[^，。；]{0,12}假(?:期)?$|(?:产|护理|育儿|生育|婚|奖励)假(?:期)?(?:天数)?(?:每年)?(?:各|均|不少于)?(?:延长|增加|放宽)?(?:到|至|为|达|达到)?$"
)
ASLEEP = re.compile(r"(?:睡眠|锻炼|活动|户外)[^，。；\d]{0,4}时间[^，。；\d]{0,8}$")
"""睡眠时间小学生10小时: no word compares."""


def is_time_promised(figure: Figure, kinds: list[str], before: str, after: str) -> bool:
    limited = "limit" in kinds or figure.after in {"内", "以内", "之内", "以上", "及以上"}
    lasts = LASTING.search(before) or DAYS.search(before)
    limited = limited or (lasts is not None and bool({"up", "keep"} & set(kinds)))
    limited = limited or bool(LEAVE.search(before) or ASLEEP.search(before))
    daily = DAILY.search(before)
    limited = limited or bool(daily and (DAILY_ACTS.match(after) or daily[0][-2:] in ACTS))
    return (
        limited
        and not re.search(r"率$|近|过去|未来|孕|产后$", before[-6:])
        and "小时服务" not in after
        and not re.match(r"[^，。；、\d]{1,8}(?:率|比例)", after)
    )


def times_unit(before: str, value: float) -> tuple[str, float]:
    """The unit of `N次` from the period before it: 每年, 每两年, 每季度."""
    found = list(PERIOD.finditer(before))
    if not found:
        return "count", value
    number, period = (
        found[-1][1] or "",
        found[-1][2] or ("季度" if found[-1][0] == "季度" else "年"),
    )
    if period in {"年", "学年"}:
        if number == "半":
            return "times_per_year", value * 2
        years = {"两": 2, "二": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4, "五": 5, "5": 5}.get(
            number, 1
        )
        return ("times_per_year" if years == 1 else f"times_per_{years}_years"), value
    months = {"两": 2, "二": 2, "2": 2, "三": 3, "3": 3}.get(number, 1)
    if period in WEEKLY and number != "半":
        return "times_per_year", value * WEEKLY[period] / months
    return {"周": "times_per_week", "学期": "times_per_term"}.get(period, "count"), value
