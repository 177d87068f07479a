"""Promises measured against something else: the level of a year, another figure, another place's average."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .clause import clauses, is_past
from .subject import clean

YEAR = re.compile(r"(?:比|较|在|以|与)(?P<year>(?:19|20)\d\d)年(?:底|末)?")
OTHER = re.compile(
    r"(?:比|较|在|以)(?P<base>上年|上一年|上一周期|基期|现有(?:水平|基础)|规划期初|“?十[一二三四五]五”?(?:期?末|时期末))"
)
YEARLY = re.compile(r"每年|年均|逐年")
REFERENCE = r"(?P<base>[^，。；、\d]{2,24}?)"
RULES = (
    ("matching", re.compile(r"(?:与|同)(?P<base>[^，。；、\d与]{2,24}?)(?:基本)?(?:相适应|相适宜|相匹配|相协调|保持同步|同步增长|同步|持平|相当|一致)")),
    ("no_higher_than", re.compile(rf"(?:(?:总体|一般|应|均)?(?:不高于|不超过|不多于)|(?:控制在|低于)(?=[^，。；]*平均)){REFERENCE}(?:以下|以内)?$")),
    ("matching", re.compile(r"基本(?:接近)(?P<base>[^，。；、\d]{0,12}(?:国家|全国|全省|全市|同类)[^，。；、\d]{0,8}水平)$")),
    ("no_lower_than", re.compile(r"基本达到(?P<base>[^，。；、\d]{0,12}(?:国家|全国|全省|全市|同类)[^，。；、\d]{0,8}水平)$")),
    ("no_lower_than", re.compile(rf"(?:(?:总体|一般|应|均|原则上)?(?:不低于|不少于|不小于)|(?:高于|达到|超过|优于)(?=[^，。；]*(?:平均|先进|领先|中上)))或?(?:高于|超过)?{REFERENCE}$")),
)  # fmt: skip
SET_ABOVE = re.compile(
    r"(?:完成|达到)(?P<base>(?:国家|省|市|上级)[^，。；的]{0,6}(?:下达|核定))的(?P<subject>[^，。；]{3,30}?)(?:指标|目标|任务)$"
)
"""完成国家下达的空气质量优良天数比例指标: the value is set by another place."""
LOWER_BETTER = re.compile(r"死亡率|发病率|患病率|感染率|发生率|失业率|近视率|文盲率")
CODES = {"no_lower_than": "ge", "no_higher_than": "le", "matching": "eq"}


@dataclass(frozen=True)
class Relative:
    """A promise without a figure of its own."""

    subject: str
    key: str
    """no_lower_than, no_higher_than or matching."""
    base: str
    """What it is measured against, as printed."""


def relative_of(clause: str) -> Relative | None:
    """Read one clause of normal text, e.g. 女干部参训比例不低于女干部占干部总数的比例."""
    given = SET_ABOVE.search(clause)
    if given:
        key = "no_higher_than" if LOWER_BETTER.search(given["subject"]) else "no_lower_than"
        return Relative(clean(given["subject"]), key, given["base"])
    for key, rule in RULES:
        found = rule.search(clause)
        if found is None:
            continue
        subject = clean(clause[: found.start()])
        base = clean(found["base"])
        if len(subject) < 3 or len(base) < 2:
            return None
        if key == "no_lower_than" and "优于" in found[0] and LOWER_BETTER.search(subject):
            key = "no_higher_than"
        return Relative(subject, key, base)
    return None


def relatives_in(text: str) -> Iterator[tuple[Relative, int, int]]:
    """Every such promise of a passage, with its place."""
    for clause in clauses(text):
        found = relative_of(text[clause.start : clause.end])
        if found and not is_past(text[clause.start : clause.end]):
            yield found, clause.start, clause.end


def base_of(passage: str) -> tuple[str, str]:
    """What a change is measured from, in Chinese and English; empty where the passage does not say."""
    year = YEAR.search(passage)
    if year:
        return f"{year['year']}年", f"the {year['year']} level"
    other = OTHER.search(passage)
    if other:
        return other["base"], ""
    return ("上一年", "the year before") if YEARLY.search(passage) else ("", "")
