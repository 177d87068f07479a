"""Which figures are promises: counts need a verb, times a period, shares of people a sentence."""

from __future__ import annotations

import re

from .compare import Comparison
from .quantity import CONCENTRATIONS, Figure

ACTION = re.compile(
    r"设(?!施|备|计|区)|设置|设立|建设|建成|建立|新建|改建|改扩建|扩建|新增|增加|增设|创建|打造|培育|配备|配置|配齐|拥有|有|开展|举办|完成|培训|选树|安排|组织|"
    r"提供|扶持|帮助|办好|建有|建|培养|选派|招募|发展|带动|引进|认定|评选|发放|救助|资助|帮扶|覆盖|改造|召开|开设|达|推出|创作|实施|命名|争创|"
    r"遴选|选择|布局|解决|转移|安置|补充|吸纳|成立|发展到|接受|参加|进行|掌握|免费|注册|集聚|吸引|引育|招聘|选聘|配发|招收|开办|开通|开发|招录|录取|筹集|筹建|孵化|发放|绿化|安装|加装|购置|采购|投放|修缮|改建|整修|种植|体检|检查|筛查|报送|报告|巡讲|走访|惠及|服务|活动"
)
BUILD = re.compile(r"(?:建设|新建|建成|改建|设立|设置|创建|打造)$")
NOT_PROMISED = re.compile(
    r"(?:下设|分为|包括|第|其中|上述|以下|下列|这|那|如下|由|共分|划分为|辖|下辖|全市现有)$"
)
NAMED = re.compile(
    r"^(?:结合|统一|坚持|到位|纳入|自信|意识|维护|确保|务必|一体|关键|方面|环节|阶段|重大|有利于|层面|维度|原则|战略"
    r"|(?:重点|优先|发展|主要|具体|核心|量化|工作|约束性|预期性)*(?:领域|目标|指标|任务|策略|举措|措施|内容)(?:和|、|及|$))"
)
PERIOD = re.compile(
    r"每(半|[两二三四五六2-6]|一|1)?(年|季度|个季度|个月|月|周|学期|学年)|年均|季度"
)
TIMES = {"次", "场"}
"""每年…3场: what happens so often."""
WEEKLY = {"季度": 4, "个季度": 4, "月": 12, "个月": 12}
SCORE = re.compile(r"满意度|得分|评分|成绩|指数|安全感")
LISTED = re.compile(
    r"[^\d，。；]{0,8}(?:、|和|及|与|以及)$|^(?:、|和|及|与|以及)[\u4e00-\u9fff]{1,10}$"
)
REACHES = re.compile(
    r"^(?:左右)?(?:的)?[^，。；]{1,12}?(?:进入|达到|达标|成为|通过|建成|创建|被命名|纳入|完成|实现|配备|设立|建有|开展)"
)
PER_NAME = re.compile(r"(?:数|人数|床位|量)(?:（[^（）]*）)?$")
TOTAL = re.compile(r"(?:面积|总量|总数|总规模|床位数|托位数)$")
LIFE_OR_SCHOOL = re.compile(r"寿命|受教育|年限|学制|年龄")
INCLUDING = re.compile(r"^[，；]?其中[\u4e00-\u9fff]{0,12}$")
"""新建医院12家，其中10家在原特区外: a part of the count promised just before."""
FUNDED = re.compile(
    r"(?:(?:计划|规划|预计|估算|概算|累计|年度|总)*投资(?:额)?|(?:计划|累计|每年)?(?:投入|筹集|筹措|争取|安排)[\u4e00-\u9fff]{0,8}(?:资金|经费)?)(?:约|近|达|共)?$"
)
FOR_WHOM = re.compile(r"(?:为|对|向|给|让|在|帮助|组织)(?:不少于|至少)?$")
SERVES = re.compile(
    r"^(?:以上)?(?:[\u4e00-\u9fff]{1,12}?)(?:建立|提供|开展|发放|免费|实施|办理|配备|安排|进行|接受|享受|落实|建设|设立)"
)
"""为10万名儿童建立健康档案: whom a service reaches."""
OF_WHOLE = re.compile(
    r"(不少于|不低于|不高于|不超过|达到|超过|占)[^，。；\d]{2,14}(?:总数|总量|总人数|总额|总面积|比例)?的$"
)
"""不少于课程总数的三分之一."""
UNNAMED = re.compile(r"^[\u4e00-\u9fff](?:/[\u4e00-\u9fff])?(?:以上|以下|以内|左右|$)(?<![以左])")
"""达到5000管以上: a unit no list holds."""
URGES = re.compile(r"(?:推进|推动|加快|支持|启动|抓好)$")
WORKS = re.compile(r"^[^，。；的]{2,16}(?:建设|改造|创建|试点|改扩建|项目)(?:$|[，。；])")
"""推进100个重点专科建设."""
LASTING = re.compile(r"(?:睡眠|活动|锻炼|运动|培训|学习|户外)[^，。；]{0,8}(?:时间|时长)")
LEAVE = re.compile(r"(?:延长|给予|增加|享受)[^，。；]{0,12}假(?:期)?$")
EACH_PERSON = re.compile(
    r"按(?:照)?[^，。；]{0,24}(?:人均(?:每[年月])?|每(?:人|[位名][\u4e00-\u9fff]{1,6})每[年月])$|、[^，。；]{0,10}(?:人均(?:每[年月])?|每人每[年月])$"
)
PER_EACH = re.compile(r"每(十万|10万|万|千|百|1000|100|10000)")
PER_UNITS = {"十万": "per_100k", "10万": "per_100k", "万": "per_10k", "10000": "per_10k", "千": "per_1000",
             "1000": "per_1000", "百": "per_100", "100": "per_100", "百万": "per_million"}  # fmt: skip


def accepts(
    figure: Figure, comparison: Comparison, before: str, after: str, last: str = "", topic: str = ""
) -> bool:
    """Tell whether a figure in its clause is a promised value.

    `last` is the unit promised before, `topic` what the sentence spoke of before this clause.
    """
    kinds = comparison.words.split()
    rest = before[: comparison.start]
    if figure.counter in {"番", "零", "所有"}:
        return True
    part = last == figure.unit in {"count", "percent"} and not figure.chinese
    if part and INCLUDING.match(before[-16:].lstrip("□")):
        return True
    if NOT_PROMISED.search(before):
        return False
    if figure.counter in {"岁", "年"}:
        named = LIFE_OR_SCHOOL.search(before)
        bare = named is not None and named.end() == len(before.rstrip("：为"))
        return bare or (
            (last == "years" or bool(LIFE_OR_SCHOOL.search(topic + before)))
            and bool(kinds or figure.after)
        )
    if figure.unit in {"percent", "per_1000", "per_100k", "per_10k"} and figure.counter != "半":
        return _accepts_share(figure, kinds, rest, after)
    if figure.counter == "半":
        return bool(kinds) or bool(re.search("以上|过|超", figure.printed))
    if figure.unit == "ratio":
        return (last == "ratio" and bool(kinds)) or ("比" in before and "比分" not in before)
    if figure.counter == "分":
        return bool(SCORE.search(topic + before)) and bool(kinds or figure.after)
    if figure.counter in CONCENTRATIONS:
        return bool(kinds or figure.after)
    if figure.unit == "":
        return _accepts_bare(figure, kinds, before, after)
    if figure.counter in {"个月", "日", "天", "工作日", "个工作日", "小时", "分钟", "学时", "课时"}:
        again = last == "hours" and figure.unit == "hours" and "up" in kinds
        return again or _accepts_time(figure, kinds, topic + before, after)
    if figure.counter in TIMES and last.startswith("times") and "limit" in kinds:
        return True
    if figure.counter == "元" and EACH_PERSON.search(before):
        return True
    if re.search("[万亿]元", figure.printed) and FUNDED.search(before):
        return True
    if figure.unit == "count" and URGES.search(before) and WORKS.match(after):
        return True
    if FOR_WHOM.search(before) and SERVES.match(after):
        return True
    return _accepts_listed(figure, before, after, last) or _accepts_count(
        figure, kinds, before, after
    )


def _accepts_time(figure: Figure, kinds: list[str], before: str, after: str) -> bool:
    limited = "limit" in kinds or figure.after in {"内", "以内", "之内", "以上", "及以上"}
    limited = limited or (LASTING.search(before) is not None and "up" in kinds)
    limited = limited or LEAVE.search(before) is not None
    return (
        limited
        and not re.search(r"率$|近|过去|未来|孕|产后$", before[-6:])
        and "小时服务" not in after
        and not re.match(r"[^，。；、\d]{1,8}(?:率|比例)", after)
    )


def _accepts_listed(figure: Figure, before: str, after: str, last: str) -> bool:
    """Tell whether a count needs no verb: one of a list, a rate per head, a total."""
    plain = figure.unit == "count" and not figure.chinese and figure.counter not in TIMES
    listed = plain and last.startswith("per_") and before.startswith(("、", "和"))
    listed = listed or (
        (plain or figure.unit == "km")
        and last == figure.unit
        and (bool(LISTED.match(before)) or (not after and len(before) > 2))
    )
    rate = (
        plain and PER_NAME.search(before) and (PER_EACH.search(before) or last.startswith("per_"))
    )
    rate = rate or (plain and not after and PER_EACH.search(before))
    reaches = plain and not before and bool(REACHES.match(after))
    rate = rate or TOTAL.search(before)
    return listed or bool(rate) or reaches


def _accepts_share(figure: Figure, kinds: list[str], rest: str, after: str) -> bool:
    if figure.counter in {"个百分点", "个千分点"}:
        return any(k.startswith("rel") or k in {"up", "down"} for k in kinds)
    if re.search(r"按照?$", rest) and re.match("的?(?:幅度|速度|增速|增幅)", after):
        return True
    if re.search(r"前$|按照?$|给予$|补贴$|补助$|报销$|减免$|优惠$|下浮$", rest):
        return False
    if figure.counter == "/" or "分之" in figure.printed:
        return bool(kinds or figure.after or OF_WHOLE.search(rest)) or after.startswith("的")
    return True


def _accepts_bare(figure: Figure, kinds: list[str], before: str, after: str) -> bool:
    if not set(kinds) & {"up", "limit", "down", "keep"}:
        return False
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


def _accepts_count(figure: Figure, kinds: list[str], before: str, after: str) -> bool:
    limited = (
        "limit" in kinds
        or bool(figure.after)
        or bool(re.search(r"(?:至少|不少于)[\u4e00-\u9fff]{0,6}$", before))
    )
    if figure.counter in TIMES and PERIOD.search(before):
        return True
    if figure.counter == "批" or (figure.counter not in {"元", "人", "名"} and NAMED.match(after)):
        return False
    mended = re.search(r"(?:完善|提升|改善|升级|扩充)$", before) and figure.counter in "所家处间座"
    active = bool(ACTION.search(before)) or bool(mended)
    active = active or bool(set(kinds) & {"up", "keep", "down", "rel_up", "rel_down"})
    if figure.chinese:
        if figure.value > 1 and figure.counter in {"所", "处", "家", "座"} and BUILD.search(before):
            return True
        every = bool(
            re.search(
                r"每(?:一)?(?:个|所|名|家|[县区乡镇村街])|各(?:县|区|乡|镇|街|村|建|配|设|地)|至少",
                before,
            )
        )
        return (limited and (active or "名" in figure.counter or every)) or (every and active)
    if figure.counter in {"项", "条", "种", "期", "篇", "个"} and not (limited or active):
        return False
    return limited or active


def times_unit(before: str, value: float) -> tuple[str, float]:
    """The unit of `N次` from the period before it: 每年, 每两年, 每季度."""
    found = list(PERIOD.finditer(before))
    if not found:
        return "count", value
    number, period = (
        found[-1][1] or "",
        found[-1][2] or ("年" if found[-1][0] == "年均" else "季度"),
    )
    if period in {"年", "学年"}:
        if number == "半":
            return "times_per_year", value * 2
        years = {"两": 2, "二": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4, "五": 5, "5": 5}.get(
            number, 1
        )
        return ("times_per_year" if years == 1 else f"times_per_{years}_years"), value
    if period in WEEKLY and number in {"", "一", "1"}:
        return "times_per_year", value * WEEKLY[period]
    return {"周": "times_per_week", "学期": "times_per_term"}.get(period, "count"), value
