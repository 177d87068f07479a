"""Rules about the printed words of a promise: they say the comparator and the value recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from plansite.model import Site, Target
from plansite.problems import Problem
from plansite.records.plan import Promise
from plansite.values import value_of

_SIGNS = (
    (re.compile("不低于|不少于|不小于|以上|至少|不短于"), 1),
    (re.compile("不高于|不超过|不大于|不多于|以下|以内|至多|不长于"), -1),
)
"""Words that say which way a value is meant; the longer ones hold 低于 and 高于 in them."""
_ASKS = {"at_least": 1, "above": 1, "at_most": -1, "below": -1}
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?(?![0-9.年]|级|月)")
_RATIO = re.compile(
    r"([0-9]+(?:\.[0-9]+)?)\s*([:：/])\s*([0-9]+(?:\.[0-9]+)?)(?![0-9.]|[十百千万亿])"
)
_DOTS = re.compile(r"\.{2,}|。{2,}|⋯+|…{2,}")
_VALUELESS = re.compile("[^…0-9一二两三四五六七八九十百千万半]+(?:以上|以下|以内|左右)")
_COUNTED = re.compile(
    r"(?:(?P<digits>[0-9]+(?:\.[0-9]+)?)|(?P<word>[一二两三四五六七八九十]))(?P<times>[万亿]?)"
    r"(?:%|‰|/[0-9]*[十百千万]|个月|[所处名个次家人项条座间岁年例])"
)
_WORDS = {word: number for number, word in enumerate("零一二三四五六七八九十")} | {"两": 2}
_TIMES = {"": 1, "万": 10_000, "亿": 100_000_000}
_HALF = re.compile("一半|半数")


def check_words(site: Site) -> Iterator[Problem]:
    """`printed` says the same direction as the comparator, and holds no other value."""
    for _, promise in _promises(site):
        asked, printed = _ASKS.get(promise.given[0], 0), promise.printed or ""
        said = {sign for words, sign in _SIGNS if words.search(printed)}
        if asked and said == {-asked}:
            yield Problem(
                promise.origin.at(promise.given[0]),
                f"{promise.given[0]} 与 printed {printed!r} 的方向相反；请核对原文，改正其一",
                f"{promise.given[0]} runs against `printed`, {printed!r}; check the document and correct one of them",
            )
        numbers = [Decimal(one) for one in _NUMBER.findall(printed)]
        values = value_of(promise)
        if len(numbers) == 1 and values and not promise.value_printed and numbers[0] not in values:
            yield _other(promise, "printed", printed, values)


def check_places(site: Site) -> Iterator[Problem]:
    """`printed` has one … where the value stands, also before words such as 以上."""
    for _, promise in _promises(site):
        printed = promise.printed or ""
        if match := _DOTS.search(printed):
            yield Problem(
                promise.origin.at("printed"),
                f"printed {printed!r} 中 {match[0]!r} 应写成一个“…”",
                f"{match[0]!r} in `printed`, {printed!r}, must be one …",
            )
        elif value_of(promise) and _VALUELESS.fullmatch(printed):
            yield Problem(
                promise.origin.at("printed"),
                f"printed {printed!r} 缺少数值的位置；请在其处写“…”，如：达到…以上",
                f"`printed`, {printed!r}, does not show where the value stands; write … there: 达到…以上",
            )


_PERIODS_OF_A_YEAR = {2, 4, 6, 12, 52}
"""Half-years, quarters, pairs of months, months and weeks."""


def check_values(site: Site) -> Iterator[Problem]:
    """`value_printed` is the recorded value where it is a ratio, a fraction, a half or counts things."""
    for target, promise in _promises(site):
        values, printed = value_of(promise), promise.value_printed or ""
        unit = target.indicator.unit if target.indicator else ""
        means = _means(printed, unit)
        if (
            means is not None
            and values
            and not any(_is_same(one, means, printed) for one in values)
        ):
            yield _other(promise, "value_printed", printed, values)


def _is_same(value: Decimal, means: Decimal, printed: str) -> bool:
    """The printed number is the value; 每月一次 is recorded as 12 times a year."""
    often = "次" in printed and means > 0 and value / means in _PERIODS_OF_A_YEAR
    return often or abs(value - means) <= Decimal("0.05")


def _means(printed: str, unit: str) -> Decimal | None:
    """Return the number that printed words mean in a unit; None where that is not known."""
    whole = 100 if unit == "percent" else 1
    if (match := _RATIO.search(printed)) and Decimal(match[3]):
        return Decimal(match[1]) / Decimal(match[3]) * (whole if match[2] == "/" else 1)
    if match := _COUNTED.match(printed):
        number = Decimal(match["digits"] or _WORDS[match["word"]])
        return number * _TIMES[match["times"]]
    return Decimal(50) if unit == "percent" and _HALF.search(printed) else None


def _other(promise: Promise, field: str, printed: str, values: tuple[Decimal, ...]) -> Problem:
    recorded = ", ".join(f"{one:f}" for one in values)
    return Problem(
        promise.origin.at(field),
        f"{field} {printed!r} 与记录的 {promise.given[0]} {recorded} 不同；请核对原文，改正其一",
        f"{field} {printed!r} differs from {promise.given[0]} {recorded}; check the document and correct one of them",
    )


def _promises(site: Site) -> Iterator[tuple[Target, Promise]]:
    for plan in site.plans.values():
        for target in plan.targets:
            for promise in target.promises:
                yield target, promise


CHECKS = (check_words, check_places, check_values)
