"""Comparing words around a figure, and what they promise."""

from __future__ import annotations

import re
from dataclasses import dataclass

LIMITS = {
    "ge": ("不低于", "不少于", "不小于", "不得低于", "不得少于", "不能低于", "不得小于", "至少", "最少", "最低", "不能少于", "应不少于", "≥", "≧"),
    "gt": ("高于", "超过", "大于", "多于", "突破", "超", ">"),
    "le": ("最高可达", "最高可", "最高为", "最高", "最长", "不超过", "不高于", "不大于", "不多于", "不得超过", "不得高于", "最多", "至多", "不能超过", "≤", "≦"),
    "lt": ("低于", "少于", "小于", "不到", "不足", "<"),
    "about": ("大约", "约为", "约", "接近", "近"),
}  # fmt: skip
LIMIT_OF = {word: code for code, words in LIMITS.items() for word in words}
UP = (
    "增至",
    "增到",
    "提至","达到并稳定在", "达到并保持在", "达到", "达至", "达", "提高到", "提高至", "提升到", "提升至", "增加到", "增加至", "增长到",
      "增长至", "上升到", "上升至", "升至", "升到", "扩大到", "扩大至", "扩充到", "回升到", "回升至", "扩充至", "扩容到", "扩容至", "延长到", "延长至", "发展到", "拓展到")  # fmt: skip
KEEP = (
    "稳定保持在",
    "保持并巩固在",
    "巩固并保持在",
    "保持稳定在",
    "保持在",
    "稳定在",
    "维持在",
    "巩固在",
    "巩固到",
    "保持",
    "稳定",
    "巩固",
)
DOWN = (
    "减至",
    "减到",
    "缩至",
    "压至","控制在", "控制到", "控制", "下降到", "下降至", "降到", "降至", "降低到", "降低至", "减少到", "减少至", "缩小到", "缩小至", "收窄到", "收窄至",
        "压减到", "压减至", "压缩到", "压降至", "缩短到", "缩短至", "压缩至")  # fmt: skip
PLAIN = (
    "实现",
    "完成",
    "达成",
    "占比为",
    "占比",
    "占到",
    "占",
    "总体为",
    "均为",
    "为",
    "是",
    "有",
    "到",
    "至",
    "在",
)
REL_UP = (
    "上浮",
    "上调",
    "提高",
    "提升",
    "增加",
    "增长",
    "上升",
    "扩大",
    "新增",
    "增设",
    "延长",
    "升",
    "增",
)
REL_DOWN = ("下调", "下降", "降低", "减少", "缩小", "压减", "缩短", "降", "减")
FILL = re.compile(
    r"(?:每人每[年月]|原则上|一般|总体|整体|平均|基本|力争|努力|逐步|稳步|要|应|须|应当|必须|均|都|各|分别|全部|就|将|并|逐年|每年|年均|再|大体|大幅|明显|显著|有效|累计|共|：)$"
)
WORDS = sorted(
    [(w, "limit") for w in LIMIT_OF] + [(w, "up") for w in UP] + [(w, "keep") for w in KEEP]
    + [(w, "down") for w in DOWN] + [(w, "plain") for w in PLAIN]
    + [(w, "rel_up") for w in REL_UP] + [(w, "rel_down") for w in REL_DOWN],
    key=lambda pair: -len(pair[0]),
)  # fmt: skip
LOWER = re.compile(
    r"收入比值?$|收入倍差|死亡率|死亡比|死亡数|发病率|患病率|感染率|传播率|流产率|剖宫产率|贫血率|肥胖率|超重率|近视率|辍学率|文盲率|失业率|发生率|"
    r"吸烟率|差距|缺陷|低体重率|迟缓率|患龋率|阳性率|违法率|犯罪率|离婚率|再犯率|复发率|增长率|检出率|致残率|伤亡|排放|投诉率|综合负担|间隔"
)
HIGHER = re.compile(
    r"(?:筛查|检测|检查|诊断|治疗|救治|知晓|覆盖|报告|管理|干预|随访|达标|合格|处置|办结|治愈|康复|接种|配备|成功|监测|上报|早诊早治)率$"
)
"""出生缺陷筛查率: what is done against a bad thing is to grow."""
AFTER_CODE = {"以上": "ge", "及以上": "ge", "以下": "le", "及以下": "le", "以内": "le", "之内": "le", "内": "le",
              "左右": "about", "上下": "about"}  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """What the words around a figure say."""

    comparator: str
    start: int
    """Where the comparing words before the figure begin: the subject ends here."""
    words: str
    """The kinds of word found, e.g. `up limit`; empty where there was none."""


def compare(before: str, after: str, subject_hint: str = "") -> Comparison:
    """Read the words at the end of `before` and the word `after` the figure."""
    rest, kinds, limit, relative = before, [], "", ""
    while True:
        filled = FILL.search(rest)
        found = next(((w, k) for w, k in WORDS if rest.endswith(w)), None)
        if found is None or (filled and len(filled[0]) > len(found[0])):
            if filled is None:
                break
            rest = rest[: filled.start()]
            continue
        word, kind = found
        rest = rest[: -len(word)]
        kinds.append(kind)
        if kind == "limit" and not limit:
            limit = LIMIT_OF[word]
        if kind.startswith("rel") and not set(kinds) & {"up", "keep", "down", "plain"}:
            relative = kind if word not in {"新增", "增设"} else ""
            break
    code = AFTER_CODE.get(after, "")
    comparator = _decide(kinds, limit, relative, code, subject_hint or rest)
    return Comparison(comparator, len(rest), " ".join(kinds))


def _decide(kinds: list[str], limit: str, relative: str, after: str, subject: str) -> str:
    if relative:
        return "increase" if relative == "rel_up" else "decrease"
    if after == "ge" and limit in {"lt", "le"}:
        return "le"
    if after == "about" or (limit == "about" and not after):
        return "about"
    if after:
        return after
    if limit:
        return limit
    if "down" in kinds:
        return "le"
    if "up" in kinds and "keep" not in kinds and re.search(r"降|减少|控制", subject[-8:]):
        return "le"
    name = subject.rpartition("：")[2][-24:]
    lower = LOWER.search(name) and not HIGHER.search(name)
    return "le" if lower and not re.search(r"下降率|控制率|降幅", subject) else "ge"
