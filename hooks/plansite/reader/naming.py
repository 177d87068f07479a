"""The subject, the unit and the direction of a figure, from the words around it."""

from __future__ import annotations

import re

from .accept import PER_EACH, PER_UNITS
from .compare import Comparison, compare
from .promise import State
from .quantity import Figure
from .subject import TOGETHER, clean, is_rate

REFERENCE = re.compile(
    r"(?:分别)?(?:在|比|较|由|从)(?:(?:19|20)\d\d|上年|现有|基期|“?十[一二三四五])[^，]*$|(?:在)?(?:的)?基础上$|以[^，率]{1,10}为单位$"
)


def direction_of(comparator: str, subject: str, comparison: Comparison) -> str:
    """A bare 达到 promises a floor or a ceiling by what the indicator is."""
    if "limit" in comparison.words or "down" in comparison.words:
        return comparator
    return compare("达到", "", subject).comparator if "up" in comparison.words else comparator


def per_unit(context: str, unit: str, figure: Figure) -> str:
    """每千名…1.12名 is a rate per thousand."""
    if unit not in {"count", ""} or figure.counter in {"次", "元"}:
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
    name = clean(TOGETHER.sub("", REFERENCE.sub("", head.rstrip("，、"))))
    after = re.split(r"[，；。]", tail, maxsplit=1)[0]
    after = after if "的" in after else after.split("、")[0]
    if figure.unit in {"count"} and figure.counter not in {"次"}:
        noun = clean(re.sub(r"^(?:的|以上的)", "", after))
        if noun and not (is_rate(name) or set(comparison.words.split()) & {"up", "keep", "down"}):
            return noun
    empty = len(name) < 2 or re.fullmatch(r"(?:再|总体|全[市区县省]|我[市区县]|均|其)+", name)
    if not empty and (is_rate(name) or not after or comparison.words):
        return name
    noun = clean(re.sub(r"^(?:的|以上的)", "", after))
    if noun and len(noun) > 2 and not comparison.words.replace("plain", "").strip():
        return clean(name + noun) if name else noun
    return state.subject or state.topic or name or noun
