"""Targets as sentences, in both languages, generated from the record: one number is typed once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from plansite.aim_words import aim_in_english
from plansite.model import Target
from plansite.records.base import Lang
from plansite.records.catalogue import Indicator, Unit
from plansite.records.plan import Promise
from plansite.values import comparator, value_of

NAMED_IN_ENGLISH = {
    "years",
    "months",
    "m2",
    "times_per_year",
    "times_per_2_years",
    "times_per_3_years",
    "times_per_5_years",
    "times_per_term",
    "times_per_week",
    "days",
    "hours",
}
"""Units that English prints after the digits also where the indicator says what is counted."""

_VALUED: Mapping[Lang, Mapping[str, str]] = {
    "zh": {
        "ge": "不低于{0}",
        "le": "不超过{0}",
        "gt": "超过{0}",
        "lt": "低于{0}",
        "eq": "为{0}",
        "about": "约{0}",
        "range": "{0}至{1}",
    },
    "en": {
        "ge": "at least {0}",
        "le": "at most {0}",
        "gt": "above {0}",
        "lt": "below {0}",
        "eq": "exactly {0}",
        "about": "about {0}",
        "range": "{0} to {1}",
    },
}
_WHOLE: Mapping[Lang, Mapping[str, str]] = {
    "zh": {"ge": "达到{0}", "le": "为{0}"},
    "en": {"ge": "{0}", "le": "{0}"},
}
"""A bound at the natural end of an indicator: nobody asks for at least 100% of all."""
STRIVES = "力争"
"""Printed beside a value, it makes the promise one to strive for, not one to keep."""
_STRIVING: Mapping[Lang, str] = {"zh": "力争{0}", "en": "striving for {0}"}
_SOFTENED: Mapping[str, Mapping[Lang, str]] = {
    "推动": {"zh": "推动实现{0}", "en": "working towards {0}"},
    "推进": {"zh": "推进实现{0}", "en": "working towards {0}"},
    "促进": {"zh": "促进实现{0}", "en": "working towards {0}"},
    "一般": {"zh": "一般{0}", "en": "as a rule {0}"},
}
"""Printed before a value or a comparison, they promise work towards it, or leave exceptions; aims
say them in their own words."""
_STANDING = ("months", "days")
"""Units of a time limit: like so many times a year, it holds throughout and is not reached."""
_RELATIVE: Mapping[Lang, Mapping[str, str]] = {
    "zh": {"ge": "不低于{0}", "le": "不高于{0}", "eq": "与{0}相适应"},
    "en": {"ge": "no lower than {0}", "le": "no higher than {0}", "eq": "in line with {0}"},
}
_MATCHES = re.compile(r"与…[^…]+")
_AMOUNTS: Mapping[Lang, Mapping[str, str]] = {
    "zh": {"percent": "%", "percentage_points": "个百分点", "years": "岁"},
    "en": {"percent": "%", "percentage_points": " percentage points", "years": " years"},
}
_AIMS: Mapping[Lang, Mapping[str, str]] = {
    "zh": {
        "increase": "提高",
        "decrease": "降低",
        "keep": "保持",
        "establish": "建立健全",
        "ensure": "保障落实",
    },
    "en": {
        "increase": "to increase",
        "decrease": "to decrease",
        "keep": "to be kept",
        "establish": "to be established or improved",
        "ensure": "to be ensured",
    },
}


def number(value: Decimal) -> str:
    """Return the digits as the source writes them, thousands set apart from 10,000 up."""
    return f"{value:,f}" if abs(value) >= 10_000 else f"{value:f}"


def amount(value: Decimal, indicator: Indicator | None, unit: Unit, lang: Lang) -> str:
    """Return a value with its unit, e.g. `14.5/10万`, `65家`, `at least 3.17` without unit words.

    A counted thing names itself in the indicator, so English adds nothing after the digits.
    """
    symbol = unit.one if unit.one is not None and number(value) == "1" else unit.symbol
    if indicator is None or indicator.counted is None:
        return number(value) + symbol[lang]
    if lang == "zh":
        return number(value) + indicator.counted.zh
    return number(value) + (symbol.en if unit.id in NAMED_IN_ENGLISH else "")


def wording(promise: Promise, indicator: Indicator | None, unit: Unit | None, lang: Lang) -> str:
    """Return what is promised and how firmly, e.g. `striving for at most 9 per 100,000`."""
    return _softened(plain_wording(promise, indicator, unit, lang), promise, lang)


def plain_wording(
    promise: Promise, indicator: Indicator | None, unit: Unit | None, lang: Lang
) -> str:
    """Return what is promised, without subject, year and reserve, e.g. `at most 9 per 100,000`."""
    code = comparator(promise)
    if promise.aim:
        return _aim(promise, lang)
    relation = promise.no_lower_than or promise.no_higher_than or promise.matching
    if relation:
        matches = promise.printed if lang == "zh" and promise.matching else None
        if matches is not None and _MATCHES.fullmatch(matches):
            return matches.replace("…", relation[lang])  # 相适应 or 相适宜, as the document has it
        return _RELATIVE[lang][code].format(relation[lang])
    if unit is None:
        return ""
    values = [amount(value, indicator, unit, lang) for value in value_of(promise)]
    if unit.id == "ratio" and promise.value_printed is not None:
        values = [promise.value_printed]  # 3:2 as the document has it, not 1.5:1
    form = _WHOLE if at_the_end(promise, indicator) else _VALUED
    text = form[lang][code].format(*values)
    if promise.tolerance is not None:
        text += (
            f"（±{number(promise.tolerance)}）"
            if lang == "zh"
            else f" (±{number(promise.tolerance)})"
        )
    return text


def dated(target: Target, unit: Unit | None, lang: Lang) -> str:
    """Return all milestones with their years, e.g. `at most 9 by 2025; at most 8 by 2030`."""
    parts = []
    for promise in target.promises:
        text, year = wording(promise, target.indicator, unit, lang), target.year(promise)
        if not stands(promise, unit):
            text = f"{year}年{text}" if lang == "zh" else f"{text} by {year}"
        parts.append(text)
    if target.record.stretch:
        text = stretch_wording(target.record.stretch, target.indicator, unit, lang)
        parts.append(_STRIVING[lang].format(text))
    return ("; " if lang == "en" else "，").join(parts)


def _softened(text: str, promise: Promise, lang: Lang) -> str:
    printed = promise.printed or ""
    if STRIVES in printed:
        return _STRIVING[lang].format(text)
    if promise.aim is None and promise.matching is None:
        for word, forms in _SOFTENED.items():
            if word in printed:
                return forms[lang].format(text)
    return text


def stands(promise: Promise, unit: Unit | None) -> bool:
    """Return whether a value is a standing duty: a time limit or a frequency without a year."""
    if unit is None or promise.by is not None or promise.aim is not None:
        return False
    limit = unit.id in _STANDING and promise.at_most is not None
    return limit or unit.id.startswith("times_per_")


def statement(target: Target, unit: Unit | None, lang: Lang) -> str:
    """Return the target as one sentence in `lang`, without a full stop."""
    colon = "：" if lang == "zh" else ": "
    text = target.record.text
    if not directed(target) and text is not None:
        return text[lang]
    if text is not None and target.strength == "qualitative":
        return f"{text[lang]}{colon}{wording(target.promises[-1], None, unit, lang)}"
    return f"{subject(target, lang)}{colon}{dated(target, unit, lang)}"


def directed(target: Target) -> bool:
    """Return whether the promise says more than its subject; a theme to be ensured says it all."""
    theme, promise = target.indicator is None, target.promises[-1]
    bare = promise.aim == "ensure" and promise.words is None
    return not (theme and target.strength == "qualitative" and bare)


def subject(target: Target, lang: Lang) -> str:
    """Return the name of what the target is about, with its population if that is narrower."""
    named = target.record.text or (target.indicator.name if target.indicator else None)
    name = named[lang] if named else target.subject
    if target.record.population:
        inner = target.record.population[lang]
        return f"{name}（{inner}）" if lang == "zh" else f"{name} ({inner})"
    return name


def stretch_wording(
    promise: Promise, indicator: Indicator | None, unit: Unit | None, lang: Lang
) -> str:
    """Return what is striven for; one strives for 100%, not for exactly 100%."""
    if promise.equal is not None and unit is not None:
        return amount(promise.equal, indicator, unit, lang)
    return plain_wording(promise, indicator, unit, lang)


def _aim(promise: Promise, lang: Lang) -> str:
    if promise.words is not None:
        return promise.words[lang]
    printed = promise.printed or ""
    if promise.amount is None and is_whole(printed):
        said = printed if lang == "zh" else aim_in_english(printed)
        if said is not None:
            return said
    word = _AIMS[lang][promise.aim or "ensure"]
    if promise.amount is None or promise.relative_to is None:
        return word
    size, base = number(promise.amount), promise.relative_to[lang]
    unit = _AMOUNTS[lang][promise.amount_unit]
    if lang == "en" and size == "1":
        unit = unit.removesuffix("s")
    return (
        f"在{base}基础上{word}{size}{unit}" if lang == "zh" else f"{word} by {size}{unit} on {base}"
    )


def is_whole(printed: str) -> bool:
    """Return whether printed words are Chinese and say the aim without what stands between them."""
    return "…" not in printed and any("\u4e00" <= letter <= "\u9fff" for letter in printed)


def at_the_end(promise: Promise, indicator: Indicator | None) -> bool:
    """Return whether a bound stands at the natural end of the indicator, e.g. 100% or none."""
    low, high = indicator.bounds if indicator else (None, None)
    return (promise.at_least is not None and promise.at_least == high) or (
        promise.at_most is not None and promise.at_most == low
    )
