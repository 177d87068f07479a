"""Which counts are promises: what is made, what each person gets, one of a list, a rate a head."""

from __future__ import annotations

import re

from .often import PERIOD, TIMES
from .per_head import PER_EACH
from .quantity import Figure

ACTION = re.compile(
    r"设(?!施|备|计|区)|设置|设立|建设|建成|建立|新建|改建|改扩建|扩建|新增|增加|增设|创建|打造|培育|配备|配置|配齐|拥有|有|开展|举办|完成|培训|选树|安排|组织|"
    r"提供|扶持|帮助|办好|建有|建|培养|选派|招募|发展|带动|引进|认定|评选|发布|发放|救助|资助|帮扶|覆盖|改造|召开|开设|达|推出|创作|实施|命名|争创|推选|抽检|抽查|"
    r"遴选|选择|布局|上线|寻找|挖掘|整理|制作|拍摄|编写|编制|配套|贯通|铺设|募集|开放|轮训|刊播|播出|推送|配送|投用|结对|编印|授课|立项|研发|聘请|聘任|组建|储备|签约|对接|输送|巡演|宣讲|征集|结业|运营|推广|收养|慰问|探访|随访|关爱|关心|解决|转移|安置|补充|吸纳|成立|发展到|接受|参加|进行|掌握|免费|注册|集聚|吸引|引育|招聘|选聘|配发|招收|开办|开通|开发|招录|录取|筹集|筹建|孵化|发放|绿化|安装|加装|购置|采购|投放|扫除|输转|消除|修缮|改建|整修|种植|体检|检查|筛查|报送|报告|巡讲|走访|惠及|服务|活动"
)
BUILD = re.compile(r"(?:建设|新建|建成|改建|设立|设置|创建|打造)$")
NAMED = re.compile(
    r"^(?:结合|统一|坚持|到位|纳入|自信|意识|维护|确保|务必|一体|关键|方面|环节|阶段|重大|有利于|层面|维度|原则|战略"
    r"|(?:重点|优先|发展|主要|具体|核心|量化|工作|约束性|预期性)*(?:领域|目标|指标|任务|策略|举措|措施|内容)(?:和|、|及|$))"
)
SIZES = {"m2", "km2", "km", "yuan", "hundred_million_yuan"}
"""新增用房22万平方米、床位2400张: sizes and counts of one list."""
CHARGED = re.compile(r"(?:明确|指定|确定|落实|选聘|下派|聘用)[^，。；\d]{0,4}$")
"""明确1名专人."""
LISTED = re.compile(
    r"[^\d，。；]{0,8}(?:、|和|及|与|以及)$|^(?:、|和|及|与|以及)[\u4e00-\u9fff]{1,10}$"
)
REACHES = re.compile(
    r"^(?:左右)?(?:的)?[^，。；]{1,12}?(?:进入|入选|跻身|荣?获|达到|达标|成为|通过|建成|创建|被命名|纳入|完成|实现|配备|设立|建有|开展)"
)
WILLED = re.compile(r"(?:力争|争取|确保|实现)?(?:有)?")
"""力争2部作品获奖: a will may stand before the count."""
PER_NAME = re.compile(r"(?:数|人数|床位|量)(?:（[^（）]*）)?$")
TOTAL = re.compile(r"(?:面积|总量|总数|总规模|床位数|托位数)$")
FUNDED = re.compile(
    r"(?:(?:计划|规划|预计|估算|概算|累计|年度|总)*投资(?:额)?|(?:计划|累计|每年)?(?:投入|筹集|筹措|争取|安排)[\u4e00-\u9fff]{0,8}(?:资金|经费)?)(?:约|近|达|共)?$"
)
FOR_WHOM = re.compile(r"(?:为|对|向|给|让|在|帮助|组织)(?:不少于|至少)?$")
SERVES = re.compile(
    r"^(?:以上)?(?:[\u4e00-\u9fff、“”（）\d—-]{1,20}?)(?:建立|提供|开展|发放|免费|实施|办理|配备|安排|进行|接受|享受|落实|建设|设立|完成|配送|提供|购买|组织|送去)"
)
"""为10万名儿童建立健康档案: whom a service reaches."""
URGES = re.compile(r"(?:推进|推动|加快|支持|启动|抓好|扶持|指导|帮助|引导)$")
WORKS = re.compile(
    r"^[^，。；的]{2,16}(?:建设|改造|创建|试点|改扩建|项目)(?:$|[，。；])|^[^，。；的]{2,12}(?:建设|建立|设立|开设|成立|开展|创办|建成|创建|打造|创成)[\u4e00-\u9fff]{2}"
)
"""推进100个重点专科建设."""
HIGHEST = re.compile(r"最高(?:[\u4e00-\u9fff]{2})?(?:额度|限额|金额)(?:可?达|[为是])?$")
"""最高额度为30万元: an upper amount."""
EACH_PERSON = re.compile(
    r"按(?:照)?[^，。；]{0,24}(?:人均(?:每[年月])?|每(?:人|[位名][\u4e00-\u9fff]{1,6})每[年月])$|、[^，。；]{0,10}(?:人均(?:每[年月])?|每人每[年月])$"
)
EACH_CASE = re.compile(
    r"每(?:例|人|户|名|位|个|所|家|张|场|次)[^，。；\d]{0,10}(?:补助|补贴|给予|资助|奖励|救助|发放|奖补|支持)"
    r"[^，。；\d]{0,8}$|一次性(?:给予|发放|补助|补贴|奖励|救助)[^，。；\d]{0,4}$"
)
"""每例补助120元, 每人给予1万元一次性救助."""


def in_known_form(figure: Figure, kinds: list[str], before: str, after: str, last: str) -> bool:
    """Forms of speech that promise without a verb of making: so often, so much for each, for so many."""
    if figure.counter in TIMES and last.startswith("times"):
        return "limit" in kinds or bool(LISTED.match(before))
    if figure.counter in {"元", "万元"} and any(
        form.search(before) for form in (EACH_PERSON, EACH_CASE, HIGHEST)
    ):
        return True
    if re.search("[万亿]元", figure.printed) and FUNDED.search(before):
        return True
    if figure.unit == "count" and URGES.search(before) and WORKS.match(after):
        return True
    return bool(FOR_WHOM.search(before) and SERVES.match(after))


def is_listed(figure: Figure, before: str, after: str, last: str) -> bool:
    """Tell whether a count needs no verb: one of a list, a rate per head, a total."""
    plain = figure.unit == "count" and not figure.chinese and figure.counter not in TIMES
    listed = plain and last.startswith("per_") and before.startswith(("、", "和"))
    listed = listed or (plain and last in SIZES and bool(re.match("[、和及]", before)))
    listed = listed or (
        (plain or figure.unit == "km")
        and last == figure.unit
        and (bool(LISTED.match(before)) or (not after and len(before) > 1))
    )
    rate = (
        plain and PER_NAME.search(before) and (PER_EACH.search(before) or last.startswith("per_"))
    )
    rate = rate or (plain and not after and PER_EACH.search(before))
    reaches = plain and WILLED.fullmatch(before) is not None and bool(REACHES.match(after))
    rate = rate or TOTAL.search(before)
    return listed or bool(rate) or reaches


def is_made(figure: Figure, kinds: list[str], before: str, after: str) -> bool:
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
    active = active or bool(figure.counter in {"名", "人", "位"} and CHARGED.search(before))
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
