"""The subject, the unit and the direction of a figure, from the words around it."""

from __future__ import annotations

import re

from .compare import Comparison, compare
from .often import PERIOD, TIMES
from .per_head import PER_EACH, PER_UNITS
from .promise import State
from .quantity import Figure
from .subject import TOGETHER, clean, is_rate

REFERENCE = re.compile(
    r"(?:分别)?(?:在|比|较|由|从)(?:(?:19|20)\d\d|上年|现有|基期|“?十[一二三四五])[^，]*$|(?:在)?(?:的)?基础上$|以[^，率]{1,10}为单位$|以[^，]{1,12}为(?:基数|基准|基期)$"
)


OTHER_SHARE = re.compile(
    r"(?:以及|及|和|、|与)[\d.]+%(?:以上)?的[^，]{1,16}?(?=建|配|设|开|实|达|完|能|有|成|至|均|都)"
    r"|(?:以及|及|和|、|与)\d+[个所家处名][\u4e00-\u9fff]{1,2}级"
)
PEOPLE = re.compile(
    r"(?:[^、]{0,6}(?:生|女性|女童|男童|儿童|城市|农村|城镇|市区|地区|县（市）|民办|公办))"
)
OWN_RATE = re.compile(r"[\u4e00-\u9fff]{2}率$")


def direction_of(comparator: str, subject: str, comparison: Comparison) -> str:
    """A bare 达到 promises a floor or a ceiling by what the indicator is."""
    if "limit" in comparison.words or "down" in comparison.words:
        return comparator
    return compare("达到", "", subject).comparator if "up" in comparison.words else comparator


def per_unit(context: str, unit: str, figure: Figure) -> str:
    """每千名…1.12名 is a rate per thousand."""
    if unit not in {"count", ""} or figure.counter == "元":
        return ""
    if figure.counter in TIMES and PERIOD.search(context):
        return ""
    each = list(PER_EACH.finditer(context))
    if each:
        return PER_UNITS[each[-1][1]]
    short = re.search(
        r"(?<!每)(十万|万|千|百)(?:名)?(?:常住)?(?:人口|人|老年人|儿童)(?=[^，。]{2,20}$)", context
    )
    return PER_UNITS[short[1]] if short and not re.search(r"\d$", context[: short.start()]) else ""


def subject_of(head: str, tail: str, figure: Figure, comparison: Comparison, state: State) -> str:
    """The name before the figure; else after it; else what the sentence last spoke of."""
    head = "" if head.startswith("的") else head
    name = clean(TOGETHER.sub("", REFERENCE.sub("", head.rstrip("，、"))))
    after = OTHER_SHARE.sub("", re.split(r"[，；。]", tail, maxsplit=1)[0])
    after = after if "的" in after else re.split(r"、(?![^（]*）)", after, maxsplit=1)[0]
    if figure.unit in {"count"} and figure.counter not in TIMES:
        noun = clean(re.sub(r"^(?:的|以上的)", "", after))
        if noun and not (is_rate(name) or set(comparison.words.split()) & {"up", "keep", "down"}):
            return noun
    empty = len(name) < 2 or re.fullmatch(r"(?:再|总体|全[市区县省]|我[市区县]|均|其)+", name)
    rate = OWN_RATE.search(state.subject)
    if rate and comparison.words and state.last and state.last.unit == figure.unit:
        # 初中生近视率下降到60%以下，高中生下降到70%以下: the second names only whose rate it is.
        name = name + rate[0] if PEOPLE.fullmatch(name) else name
    if not empty and (is_rate(name) or not after or comparison.words):
        return name
    noun = clean(re.sub(r"^(?:的|以上的)", "", after))
    if noun and len(noun) > 2 and not comparison.words.replace("plain", "").strip():
        return clean(name + noun) if name else noun
    return state.subject or state.topic or name or noun
