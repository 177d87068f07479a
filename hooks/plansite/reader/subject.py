"""Whom or what a figure is about: the printed name of the indicator."""

from __future__ import annotations

import re

LEAD = re.compile(
    r"^(?:[、，；：。—-]|和(?!谐)|及|以及|并且?|且|其中|同时|使|让|将|对|把|力争|确保|保证|争取|努力|实现|推动|促进|推进|年均|逐步|继续|进一步|稳步|持续|"
    r"有效|切实|全面|不断|着力|基本(?!医|养|公共|生活|康复|社会|单元|农田)|到|至(?!少|今)|在|于|年(?:底|末)?(?:前)?|底前|底|末|前|(?:19|20)\d\d年?(?:底|末|以?前)?|(?:规划|纲要)?(?:期|周期)内|(?:规划|纲要)?期[末满]|"
    r"“?十[四五六]五”?(?:期间|时期|期?末|末)|通过[^，]{2,12}?(?=提高)|要求|要|原则上|分别|每年|平均每年|—)"
)
VERB = re.compile(
    r"^(?:提高|提升|降低|控制|减少|增加|扩大|巩固|保持|保障|推进|完善|加强|落实|严格|缩小|普及|新增(?!劳动力|就业)|增强|延长|稳定|优化|遏制)"
    r"(?=.{3,}(?:率|比例|占比|比重|水平|数|年限|寿命|差距|面)$)"
)
RATE = re.compile(
    r"(?:率|比例|占比|比重|覆盖面|水平|素养|满意度|知晓度|安全感|年限|寿命|差距|面积|人数|总数|数量|数|床位|时间|时长|次数|增速|强度|指数|系数|浓度|规模|投入|年龄)$"
)
RATE_WITHIN = re.compile(
    r"[\u4e00-\u9fff、（）“”/0-9A-Za-z—-]{0,60}?(?:率|比例|占比|比重|覆盖面|水平|满意度|安全感|年限|寿命|差距|人数|数量|总数|[床托学车]位数|师数|护士数|增速|指数)"
    r"(?=逐|稳|持|不断|明显|显|大幅|进一步|有所|提|下|上|降|增|减|缩|达|控|保|在|较|比|由|从|$)"
)
EACH_WITHIN = re.compile(r"每(?:十万|10万|万|千|百|1000|100)[^，。；\d]{4,30}(?:数|量)$")
"""每千名儿童拥有儿科医生数，2030年达到1.12名."""
TOGETHER = re.compile(r"(?:年均|均|都|各|分别|全部|皆)$")
SPLIT = re.compile(r"[、，]|和(?!谐)|以及|及(?!时|以)|与(?!男|女|同|总)")
LEVEL = re.compile(r"(?:省|市|县|区|乡|镇|街道?|村|社区|城市?|中央|国家)级?")
"""市、县两级代表比例均…: one indicator of several levels."""
EXAMPLES = re.compile(r"(?<![平同高中初优均率])等(?![级待候次])")
COMPLETE = re.compile(r"(?:率|比例|占比|比重|水平|覆盖面|数|年限|寿命|满意度|安全感|差距)$")


def clean(text: str) -> str:
    """Take what is no part of a name off both ends of a subject."""
    text = re.sub(r"^（[^（）]*）", "", text.strip())
    while True:
        shorter = LEAD.sub("", text, count=1)
        if shorter == text:
            break
        text = shorter
    text = VERB.sub("", text)
    text = re.sub(
        r"(?:(?:年均|每年|逐年)递?|到?“?十[四五六]五”?(?:期末|时期末|末)|均|都|各|分别|原则上|总体|一般|力争|要|应|的|：|、|，|到|（?(?:19|20)\d\d年（?底?|年?(?<=\d年)[和与及]|应?当)+$",
        "",
        text,
    )
    return (
        text.strip("，、；：。—-（）")
        if text.count("（") == text.count("）") - 0 and not re.search(r"[（）]", text)
        else text.strip("，、；：。—-")
    )


def is_rate(text: str) -> bool:
    """The name ends as names of indicators do."""
    return bool(RATE.search(text))


def rate_within(text: str) -> str:
    """The last name of an indicator inside a clause that sets no figure itself."""
    found = [m[0] for m in RATE_WITHIN.finditer(text) if len(m[0]) > 3]
    found = found or [m[0] for m in EACH_WITHIN.finditer(text)]
    return clean(found[-1]) if found else ""


def split_subject(text: str, together: bool) -> list[str]:
    """Part a list of subjects under one figure.

    `A率、B率` are two. `甲、乙筛查率均` are two that share their end. Without 均, 甲、乙检测率 is one.
    """
    parts = [p for p in _parts(text) if p]
    if len(parts) < 2 or LEVEL.fullmatch(parts[0]):
        return [text]
    complete = [bool(COMPLETE.search(p)) for p in parts]
    if all(complete):
        return [clean(p) for p in parts]
    groups: list[str] = []
    pending: list[str] = []
    for part, done in zip(parts, complete, strict=True):
        pending.append(part)
        if done:
            groups.append("、".join(pending))
            pending = []
    if len(groups) > 1 and not pending:
        return [clean(g) for g in groups]
    joined = "及" in text and "、" not in text
    if (
        together
        and complete[-1]
        and not joined
        and not any("的" in p for p in parts)
        and len(parts[-1]) <= 20
    ):
        shared = _share_end(parts)
        if shared:
            return shared
    return [text]


def _parts(text: str) -> list[str]:
    """Split outside brackets."""
    masked = re.sub(r"（[^（）]*）", lambda m: "※" * len(m[0]), text)
    parts, last = [], 0
    for found in SPLIT.finditer(masked):
        parts.append(text[last : found.start()])
        last = found.end()
    return _with_examples([*parts, text[last:]], text)


def _with_examples(parts: list[str], text: str) -> list[str]:
    """甲、乙等疾病治疗率: what stands before 等 are examples and belong to the name after it."""
    ends = [n for n, part in enumerate(parts) if EXAMPLES.search(part)]
    if not ends:
        return parts
    return [text[: text.index(parts[ends[-1]]) + len(parts[ends[-1]])], *parts[ends[-1] + 1 :]]


def _share_end(parts: list[str]) -> list[str]:
    """Give each part the end of the last one: 宫颈癌、乳腺癌筛查率 are 宫颈癌筛查率 and 乳腺癌筛查率."""
    end = re.search(r"(?:中的?(?:女性|妇女|女生|女干部))?(?:人群|定期|免费|系统|规范|专项)?(?:筛查|检查|检测|治疗|知晓|覆盖|普及|入学|入园|参保|接种|达标|合格|管理|死亡|"
                    r"配备|发病|患病|感染|签订|开设|建成|知晓|建档|安置|巩固|净入学|毛入学|抽检合格|就业|结案|服务)?(?:率|比例|水平|覆盖面|占比|数|年限)$", parts[-1])  # fmt: skip
    tail = end[0] if end else ""
    if tail in {"率", "数"}:
        return []
    return [clean(p if COMPLETE.search(p) else p + tail) for p in parts]
